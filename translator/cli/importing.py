"""`import`: edited files back into the desk, each known by its content."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from translator import config, importing, recall, sources, terminology, wording
from translator import desk as desks
from translator.cli import talk
from translator.cli.options import as_json, dry_run_option
from translator.cli.root import Context
from translator.desk import Desk
from translator.errors import UsageError
from translator.i18n import N_, _, ngettext
from translator.importing import Kind


def build_import() -> click.Command:
    """The command `import`."""
    return click.Command(
        "import",
        callback=_import,
        params=[
            click.Argument(["files"], nargs=-1, required=True, metavar=_("FILE…")),
            dry_run_option(),
            click.Option(
                ["--force"],
                is_flag=True,
                help=_("Take what was changed on the desk since the file was written, too."),
            ),
            as_json(),
        ],
        help=_(
            "Take edited PO, XLIFF or TSV files back into the desk. A translated entry confirms"
            " its segment; a fuzzy one replaces the draft and stays open. TMX goes into the"
            " memory, TBX and tables of terms into the termbase. A file is known by its content."
        ),
    )


@click.pass_obj
def _import(
    context: Context, files: tuple[str, ...], dry_run: bool, force: bool, as_json: bool
) -> int:
    folder = desks.find(context.desk)
    # What comes through a pipe can be read once only.
    piped = {source: sources.take(source).data for source in files if source == sources.STDIN}
    kinds = [importing.kind_of(source, piped.get(source)) for source in files]
    for source, kind in zip(files, kinds, strict=True):
        if dry_run and kind in (Kind.MEMORY, Kind.TERMS):
            raise UsageError("no-dry-run", path=source)
    desk = desks.open_desk(folder, author=config.load(folder).author)
    rows = []
    is_whole = True
    for source, kind in zip(files, kinds, strict=True):
        if kind in (Kind.MEMORY, Kind.TERMS):
            row = _take_in(desk, source, kind, is_said=not as_json)
        else:
            report = importing.import_entries(
                desk, source, kind, data=piped.get(source), dry_run=dry_run, force=force
            )
            row = _report(report)
            is_whole = is_whole and not report.having("refused")
            if not as_json:
                _say_report(report, is_dry=dry_run)
        rows.append({"source": source, "kind": kind, **row})
    if as_json:
        talk.show_json({"files": rows})
    return 0 if is_whole else 1


def _take_in(desk: Desk, source: str, kind: Kind, *, is_said: bool) -> Mapping[str, Any]:
    """What became of a file for the memory or the termbase, for programs."""
    if kind is Kind.MEMORY:
        units = recall.import_tmx(desk, Path(source))
        if is_said:
            _say_units(source, units)
        return {"added": units.added, "known": units.known, "others": units.others}
    terms = terminology.import_terms(desk, Path(source))
    if is_said:
        _say_terms(source, terms)
    return {"added": terms.added, "changed": terms.changed, "known": terms.known}


def _say_units(source: str, units: recall.Imported) -> None:
    added = ngettext("{n} unit added", "{n} units added", units.added).format(n=units.added)
    known = ngettext("{n} known", "{n} known", units.known).format(n=units.known)
    talk.show(
        _("{source}: into the memory: {counts}").format(source=source, counts=f"{added}, {known}")
    )


def _say_terms(source: str, terms: terminology.Imported) -> None:
    added = ngettext("{n} term added", "{n} terms added", terms.added).format(n=terms.added)
    changed = ngettext("{n} changed", "{n} changed", terms.changed).format(n=terms.changed)
    known = ngettext("{n} known", "{n} known", terms.known).format(n=terms.known)
    counts = f"{added}, {changed}, {known}"
    talk.show(_("{source}: into the termbase: {counts}").format(source=source, counts=counts))


def _report(report: importing.Report) -> dict[str, Any]:
    return {
        "confirmed": [one.entry for one in report.having("confirmed")],
        "drafts": [one.entry for one in report.having("draft")],
        "notes": [one.entry for one in report.having("noted")],
        "unchanged": len(report.having("unchanged")),
        "refused": [_why(one) for one in report.having("refused")],
        "kept_open": [_why(one) for one in report.having("draft") if one.reason],
        "replaced": [_why(one) for one in report.having("confirmed") if one.reason],
    }


def _why(one: importing.Outcome) -> dict[str, Any]:
    row = {"entry": one.entry, "line": one.line, "reason": wording.reason(one.reason)}
    return {**row, "codes": list(one.codes)} if one.codes else row


def _say_report(report: importing.Report, *, is_dry: bool) -> None:
    for one in report.outcomes:
        if one.reason:
            talk.say(_sentence(report.source, one, is_dry=is_dry))
    confirmed, drafts = len(report.having("confirmed")), len(report.having("draft"))
    noted = len(report.having("noted"))
    parts = [
        ngettext("{n} confirmed", "{n} confirmed", confirmed).format(n=confirmed),
        ngettext("{n} draft", "{n} drafts", drafts).format(n=drafts),
        *([ngettext("{n} note", "{n} notes", noted).format(n=noted)] if noted else []),
        _("{n} unchanged").format(n=len(report.having("unchanged"))),
        _("{n} refused").format(n=len(report.having("refused"))),
    ]
    counts = ", ".join(parts)
    template = _("{source}: would take: {counts}") if is_dry else "{source}: {counts}"
    talk.show(template.format(source=report.source, counts=counts))
    if report.is_foreign:
        talk.say(
            _(
                "No entry belongs to this desk. “translator add {source}” makes an article of it."
            ).format(source=report.source)
        )


_SENTENCES = {
    "refused": (
        N_("{source}:{line}: {entry} refused: {reason}"),
        N_("{source}:{line}: {entry} would be refused: {reason}"),
    ),
    "confirmed": (
        N_("{source}:{line}: {entry} taken: {reason}"),
        N_("{source}:{line}: {entry} would be taken: {reason}"),
    ),
    "draft": (
        N_("{source}:{line}: {entry} taken as a draft: {reason} ({codes})"),
        N_("{source}:{line}: {entry} would be taken as a draft: {reason} ({codes})"),
    ),
}
"""What is said of an entry: what was done with it, and what would be."""


def _sentence(source: str, one: importing.Outcome, *, is_dry: bool) -> str:
    kind = one.result if one.result in _SENTENCES else "draft"
    return _(_SENTENCES[kind][is_dry]).format(
        source=source,
        line=one.line,
        entry=one.entry,
        reason=wording.reason(one.reason),
        codes=", ".join(f"<{number}>" for number in one.codes),
    )
