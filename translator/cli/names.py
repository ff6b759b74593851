"""`names`: the people, places and institutions of an article, and what becomes of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click

from translator import config, editing, terminology, wording
from translator import desk as desks
from translator.cli import talk
from translator.cli.options import as_json
from translator.cli.root import Context
from translator.desk import articles
from translator.editing import Change
from translator.errors import UsageError
from translator.i18n import _, ngettext
from translator.terminology import Listed


def build_names() -> click.Command:
    """The command `names`."""
    return click.Command(
        "names",
        callback=_names,
        params=[
            click.Argument(["slug"], metavar="SLUG"),
            click.Option(
                ["--set", "forms"],
                multiple=True,
                metavar=_("NAME=SPANISH"),
                help=_("Decide on a Spanish form; an empty one is translated freely."),
            ),
            click.Option(
                ["--keep", "kept"],
                multiple=True,
                metavar=_("NAME"),
                help=_("Decide that a name stays as it is."),
            ),
            click.Option(
                ["--apply"],
                is_flag=True,
                help=_("Decide, and change the translations that have it otherwise; one undo."),
            ),
            click.Option(
                ["--leave"], is_flag=True, help=_("Decide, and leave the translations as they are.")
            ),
            as_json(),
        ],
        help=_(
            "List the names of an article with what becomes of each in Spanish, or decide it for"
            " this article and all others. Where translations have it otherwise, they are shown"
            " first, and nothing is decided without --apply or --leave."
        ),
    )


@click.pass_obj
def _names(
    context: Context,
    slug: str,
    forms: tuple[str, ...],
    kept: tuple[str, ...],
    apply: bool,
    leave: bool,
    as_json: bool,
) -> None:
    folder = desks.find(context.desk)
    desk = desks.open_desk(folder) if apply or leave else desks.open_to_read(folder)
    known = terminology.load(desk, config.load(folder))
    translation = articles.read(desk, slug)
    wishes = [*_parsed(forms), *((name, name) for name in kept)]
    if not wishes:
        _show(known.listed(translation), as_json)
        return
    decisions = [terminology.redecided(known, translation, *wish) for wish in wishes]
    changes = terminology.changes(desk, decisions)
    is_decided = apply or leave or not changes
    if is_decided:
        terminology.decide(desk, [after for _, after in decisions])
    done = editing.change_all(desk, changes) if apply else 0
    if as_json:
        _show_json(changes, decided=is_decided, changed=done)
    else:
        _say(changes, decided=is_decided, changed=done)


def _parsed(forms: Iterable[str]) -> list[tuple[str, str]]:
    pairs = []
    for one in forms:
        name, sign, spanish = one.partition("=")
        if not sign or not name.strip():
            raise UsageError("name-without-form", given=one)
        pairs.append((name.strip(), spanish.strip()))
    return pairs


def _show(rows: Iterable[Listed], as_json: bool) -> None:
    if as_json:
        talk.show_json(
            {
                "names": [
                    {
                        "name": one.name.name,
                        "kind": one.name.kind,
                        "decision": one.name.decision,
                        "spanish": one.name.spanish,
                        "forms": dict(one.name.forms),
                        "count": one.count,
                        "segments": list(one.segments),
                        "why": one.name.why,
                    }
                    for one in rows
                ]
            }
        )
        return
    for one in rows:
        talk.show_row(
            one.name.name,
            one.name.spanish,
            wording.name_kind(one.name.kind),
            wording.decision(one.name.decision) if one.name.why else _("open"),
            str(one.count),
        )


def _show_json(changes: Iterable[Change], *, decided: bool, changed: int) -> None:
    rows = [
        {"slug": one.slug, "segment": one.segment, "old": one.old, "new": one.new}
        for one in changes
    ]
    talk.show_json({"changes": rows, "decided": decided, "changed": changed})


def _say(changes: Sequence[Change], *, decided: bool, changed: int) -> None:
    for one in changes:
        talk.show(f"{one.slug}:{one.segment}")
        talk.show(f"- {one.old}")
        talk.show(f"+ {one.new}")
    if not decided:
        talk.say(
            ngettext(
                "Not decided yet: {n} translation has it otherwise. Add --apply to change it, or"
                " --leave to leave it as it is.",
                "Not decided yet: {n} translations have it otherwise. Add --apply to change them,"
                " or --leave to leave them as they are.",
                len(changes),
            ).format(n=len(changes))
        )
    elif changed:
        talk.say(
            ngettext(
                "Decided; {n} translation changed.", "Decided; {n} translations changed.", changed
            ).format(n=changed)
        )
    else:
        talk.say(_("Decided."))
