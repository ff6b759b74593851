"""`align`: an old English page and its Spanish one, sentence by sentence.

Prints the pairs and says on stderr which of them a person should look at; those go into no memory.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from translator import alignment, config, normalize, pairing
from translator import desk as desks
from translator.alignment import Pair
from translator.cli import talk
from translator.cli.options import allow_private_option, as_json
from translator.cli.root import Context
from translator.desk import beginning
from translator.i18n import _, ngettext

_SHOWN = 60
"""Characters of either side in the list of doubtful pairs: both fit on a line of a terminal."""


def build_align() -> click.Command:
    """The command `align`."""
    return click.Command(
        "align",
        callback=_align,
        params=[
            click.Argument(["english"], metavar=_("ENGLISH|-")),
            click.Argument(["spanish"], metavar=_("SPANISH|-")),
            click.Option(
                ["--force"],
                is_flag=True,
                help=_("Align pages that do not look English and Spanish."),
            ),
            click.Option(
                ["--into-memory"],
                is_flag=True,
                help=_("Enter the pairs in the desk's memory, without those to look at."),
            ),
            click.Option(
                ["--draft"],
                is_flag=True,
                help=_("Enter the pairs of a page that is marked as a draft, too."),
            ),
            allow_private_option(),
            as_json(),
        ],
        help=_(
            "Link the sentences of an English page and its Spanish translation. Prints English,"
            " Spanish and the confidence, from 0 to 1, parted by tabs; one side is empty where the"
            " other has no partner. Pairs to look at are listed on stderr."
        ),
    )


@click.pass_obj
def _align(
    context: Context,
    english: str,
    spanish: str,
    force: bool,
    into_memory: bool,
    draft: bool,
    allow_private: bool,
    as_json: bool,
) -> None:
    folder = desks.find(context.desk)
    settings = config.load(folder)
    desk = beginning.begin(folder) if into_memory else desks.open_to_read(folder)
    linked = pairing.link(
        english,
        spanish,
        desk=desk,
        date_order=settings.date_order,
        allow_private=allow_private,
        force=force,
        takes_drafts=draft or not into_memory,
    )
    found = linked.pairs
    if linked.is_draft:
        talk.say(_("{path} is a draft: nobody has confirmed all of it.").format(path=spanish))
    taken = pairing.keep(desk, found, english) if into_memory else None
    if into_memory:
        beginning.keep(desk)
    if as_json:
        more = {"draft": True} if linked.is_draft else {}
        talk.show_json(_report(found) | more | ({"added": taken.added} if taken else {}))
        return
    for pair in found:
        talk.show_row(pair.english, pair.spanish, f"{pair.confidence:.2f}")
    _say_doubts(found)
    if taken:
        added = ngettext("{n} unit added", "{n} units added", taken.added)
        talk.say(added.format(n=taken.added))


def _say_doubts(found: Sequence[Pair]) -> None:
    """Say what a person should look at: sentences without a partner, and links that are unsure."""
    gaps = sum(pair.is_gap for pair in found)
    if gaps:
        talk.say(
            ngettext("{n} sentence has no partner.", "{n} sentences have no partner.", gaps).format(
                n=gaps
            )
        )
    doubtful = [
        (line, pair)
        for line, pair in enumerate(found, start=1)
        if not pair.is_gap and pair.is_doubtful
    ]
    if not doubtful:
        return
    talk.say(
        ngettext(
            "{n} pair is below {least} and should be looked at:",
            "{n} pairs are below {least} and should be looked at:",
            len(doubtful),
        ).format(n=len(doubtful), least=f"{alignment.REVIEW_BELOW:.2f}")
    )
    for line, pair in doubtful:
        talk.say(
            normalize.visible(
                f"{line:>5}  {pair.confidence:.2f}  {_short(pair.english)} = {_short(pair.spanish)}"
            )
        )


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"


def _report(found: Sequence[Pair]) -> dict[str, Any]:
    return {
        "pairs": [
            {
                "english": pair.english,
                "spanish": pair.spanish,
                "confidence": round(pair.confidence, 4),
                "review": pair.is_doubtful,
            }
            for pair in found
        ],
        "linked": sum(not pair.is_gap for pair in found),
        "gaps": sum(pair.is_gap for pair in found),
        "review": sum(pair.is_doubtful for pair in found),
    }
