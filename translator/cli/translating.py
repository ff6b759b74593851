"""`pretranslate`, `translate`, `segment`: the machine and the sentence cutter.

They work on articles of a desk or in a pipe. Refuses pages: `add` and `run` read those.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO, Unpack

import click

from translator import (
    config,
    engines,
    normalize,
    pretranslate,
    segmentation,
    sources,
    terminology,
    wording,
)
from translator import desk as desks
from translator.cli import talk
from translator.cli.engine import Asked, choose, engine_options
from translator.cli.options import as_json, dry_run_option
from translator.cli.root import Context
from translator.desk import articles
from translator.errors import InputError, UsageError
from translator.i18n import _, ngettext
from translator.model import MatchKind
from translator.pretranslate import Plan, Progress, tidying

_LINES = 256
"""Lines of stdin to an engine call."""


def build_pretranslate() -> click.Command:
    """The command `pretranslate`."""
    return click.Command(
        "pretranslate",
        callback=_pretranslate,
        params=[
            click.Argument(["slugs"], nargs=-1, metavar="[SLUG…]"),
            click.Option(["--all", "everything"], is_flag=True, help=_("All articles.")),
            *engine_options(),
            dry_run_option(),
            click.Option(
                ["--progress"], is_flag=True, help=_("Print JSON lines on stderr: how far it is.")
            ),
            as_json(),
        ],
        help=_(
            "Fill empty segments from the memory, and else with machine drafts. What holds a text"
            " is left alone; an interrupted run is continued by the next."
        ),
    )


@click.pass_obj
def _pretranslate(
    context: Context,
    slugs: tuple[str, ...],
    everything: bool,
    dry_run: bool,
    progress: bool,
    as_json: bool,
    **asked: Unpack[Asked],
) -> int:
    if bool(slugs) == everything:
        raise UsageError("slugs-or-all")
    folder = desks.find(context.desk)
    settings = config.load(folder)
    desk = desks.open_to_read(folder) if dry_run else desks.open_desk(folder)
    slugs = articles.slugs(desk) if everything else tuple(dict.fromkeys(slugs))
    if dry_run:
        _show_plans([pretranslate.plan(desk, slug, settings) for slug in slugs], as_json)
        return 0
    chosen = engines.guarded(choose(settings, asked))
    talk.note_starter(chosen.name)
    start = time.monotonic()
    done = _fill(desk, slugs, chosen, settings, as_lines=progress)
    if as_json:
        talk.show_json(_report(done, chosen.signature(), time.monotonic() - start))
    else:
        _say_report(done)
    return 0


def _fill(
    desk: desks.Desk,
    slugs: Sequence[str],
    engine: engines.Engine,
    settings: config.Config,
    *,
    as_lines: bool,
) -> Progress:
    """Fill the articles; how far it came. An interrupt says what is kept."""
    last = Progress()
    try:
        with talk.progress(_("Translating"), as_lines=as_lines) as show:
            for last in pretranslate.fill(desk, slugs, engine, settings):
                show(last.seen, last.total, last.slug)
    except KeyboardInterrupt:
        kept = ngettext(
            "{n} segment filled; the next run goes on from here.",
            "{n} segments filled; the next run goes on from here.",
            last.done,
        )
        talk.say(kept.format(n=last.done))
        raise
    return last


def _say_report(done: Progress) -> None:
    filled = done.done
    talk.show(ngettext("{n} segment filled", "{n} segments filled", filled).format(n=filled))
    if from_memory := done.memory:
        talk.show(
            ngettext(
                "{n} of them from the memory", "{n} of them from the memory", from_memory
            ).format(n=from_memory)
        )
    if undecided := done.undecided:
        talk.say(
            ngettext(
                "{n} segment was left empty: the memory has two translations of it.",
                "{n} segments were left empty: the memory has two translations of them.",
                undecided,
            ).format(n=undecided)
        )
    if given_up := done.given_up:
        talk.say(
            ngettext(
                "{n} segment was left empty: its machine text was no translation.",
                "{n} segments were left empty: their machine text was no translation.",
                given_up,
            ).format(n=given_up)
        )


def _show_plans(plans: list[Plan], as_json: bool) -> None:
    """What `--dry-run` prints: for each article, and in words for a person."""
    rows = [
        {str(kind): count for kind, count in plan.matches.items()}
        | {"undecided": plan.undecided, "repeated": plan.repeated, "engine": plan.engine}
        for plan in plans
    ]
    if as_json:
        talk.show_json(
            {"articles": [{"slug": plan.slug} | row for plan, row in zip(plans, rows, strict=True)]}
        )
        return
    names = {str(kind): wording.match_name(kind) for kind in MatchKind} | {
        "undecided": _("left to you"),
        "repeated": _("repeated"),
        "engine": _("engine"),
    }
    nothing = _("nothing to fill")
    for plan, row in zip(plans, rows, strict=True):
        parts = ", ".join(f"{names[name]} {count}" for name, count in row.items() if count)
        talk.show(f"{plan.slug}: {parts or nothing}")


def _report(done: Progress, signature: str, seconds: float) -> dict[str, Any]:
    return {
        "articles": done.articles,
        "segments": done.done,
        "words": done.words,
        "memory": done.memory,
        "fuzzy": done.fuzzy,
        "undecided": done.undecided,
        "engine": done.engine,
        "repeated": done.repeated,
        "guarded": done.guarded,
        "tidied": done.tidied,
        "given_up": done.given_up,
        "seconds": round(seconds, 3),
        "signature": signature,
    }


def build_translate() -> click.Command:
    """The command `translate`."""
    return click.Command(
        "translate",
        callback=_translate,
        params=[
            *engine_options(),
            click.Option(
                ["--no-guard"],
                is_flag=True,
                help=_("Print what the machine says, also where it is no translation."),
            ),
        ],
        help=_(
            "Translate lines from stdin to stdout: as many lines out as came in. A line stays"
            " empty where the machine's text is no translation of it."
        ),
    )


@click.pass_obj
def _translate(context: Context, no_guard: bool, **asked: Unpack[Asked]) -> None:
    folder = desks.find(context.desk)
    settings = config.load(folder)
    chosen = choose(settings, asked)
    tidier = None
    if not no_guard:
        desk, known = terminology.at(folder, settings)
        chosen = engines.guarded(chosen, known.wanted, known.missing)
        tidier = tidying.load(settings, desk, known)
    talk.note_starter(chosen.name)
    given = lines(sys.stdin.buffer)
    while block := [line for _index, line in zip(range(_LINES), given, strict=False)]:
        for line, translated in zip(block, chosen.translate(block), strict=True):
            talk.show_text(tidier.tidy(line, translated).text if tidier else translated)


def lines(stream: BinaryIO) -> Iterator[str]:
    """The lines of a stream, cleaned. Raises InputError for one that is not UTF-8."""
    for number, raw in enumerate(stream, start=1):
        try:
            yield normalize.line(raw.decode("utf-8"))
        except UnicodeDecodeError as error:
            raise InputError("line-not-utf8", line=number) from error


def build_segment() -> click.Command:
    """The command `segment`."""
    return click.Command(
        "segment",
        callback=_segment,
        params=[
            click.Argument(["file"], default="-", metavar=_("[FILE]"), required=False),
        ],
        help=_(
            "Cut plain text into sentences, one a line, with a blank line between paragraphs."
            " Paragraphs are parted by blank lines."
        ),
    )


def _segment(file: str) -> None:
    try:
        text = normalize.nfc(sources.take(file).data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError("file-not-utf8", path=file) from error
    for number, paragraph in enumerate(_paragraphs(text)):
        if number:
            click.echo()
        for sentence in segmentation.split(paragraph):
            talk.show_text(sentence.text)


def _paragraphs(text: str) -> Iterator[str]:
    lines: list[str] = []
    for line in [*text.splitlines(), ""]:
        if line.strip():
            lines.append(line.strip())
        elif lines:
            yield normalize.line(" ".join(lines))
            lines = []
