"""`terms add|list|remove|import|export`: the termbase from the shell."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from translator import config, explaining, terminology
from translator import desk as desks
from translator.cli import talk
from translator.cli.groups import Commands
from translator.cli.options import as_json, files_argument, skip_bad_option
from translator.cli.root import Context
from translator.exchange.term_tables import COLUMNS
from translator.i18n import _, ngettext
from translator.model import Term, TermKind


def build_terms() -> click.Group:
    """The group `terms`."""
    group = Commands("terms")
    for command in (_add(), _list(), _remove(), _import(), _export()):
        command.options_metavar = _("[OPTIONS]")
        group.add_command(command)
    return group


def _add() -> click.Command:
    return click.Command(
        "add",
        callback=_do_add,
        params=[
            click.Argument(["english"], metavar=_("ENGLISH")),
            click.Argument(["spanish"], required=False, default="", metavar=_("[SPANISH]")),
            click.Option(
                ["--kind"],
                type=click.Choice([str(kind) for kind in TermKind]),
                default=str(TermKind.PREFERRED),
                show_default=True,
                help=_("What is said of the Spanish; keep takes none."),
            ),
            click.Option(["--pos", "part_of_speech"], default="", help=_("Part of speech.")),
            click.Option(["--domain"], default="", help=_("Subject field.")),
            click.Option(["--note"], default="", help=_("A note for the translator.")),
            click.Option(
                ["--why", "decision"], default="house", help=_("Where the decision stands written.")
            ),
        ],
        help=_(
            "Put a term into the desk's termbase. An empty ENGLISH forbids the Spanish everywhere."
        ),
    )


@click.pass_obj
def _do_add(
    context: Context,
    english: str,
    spanish: str,
    kind: str,
    part_of_speech: str,
    domain: str,
    note: str,
    decision: str,
) -> None:
    desk = desks.open_desk(desks.find(context.desk), create=True)
    term = Term(english, spanish, TermKind(kind), part_of_speech, domain, note, decision)
    taken = terminology.add_term(desk, term)
    if taken.known:
        talk.show(_("already there: {term}").format(term=_pair(english, spanish)))
    elif taken.changed:
        talk.show(_("changed: {term}").format(term=_pair(english, spanish)))
    else:
        talk.show(_("added: {term}").format(term=_pair(english, spanish)))


def _pair(english: str, spanish: str) -> str:
    return " → ".join(filter(None, (english, spanish)))


def _own_option() -> click.Option:
    return click.Option(
        ["--own"], is_flag=True, help=_("Only the desk's own terms, not those that are shipped.")
    )


def _list() -> click.Command:
    return click.Command(
        "list",
        callback=_do_list,
        params=[
            click.Argument(["words"], nargs=-1, metavar=_("[WORD…]")),
            _own_option(),
            as_json(),
        ],
        help=_(
            "List the terms in force, those with all of the words in English or Spanish: English,"
            " Spanish, kind, domain, and where the decision stands, parted by tabs."
        ),
    )


@click.pass_obj
def _do_list(context: Context, words: tuple[str, ...], own: bool, as_json: bool) -> None:
    wanted = [word.lower() for word in words]
    rows = [
        term
        for term in _terms(context, own=own)
        if all(word in f"{term.source}\n{term.target}".lower() for word in wanted)
    ]
    if as_json:
        talk.show_json(
            {"terms": [{name: str(getattr(one, name)) for name in COLUMNS} for one in rows]}
        )
        return
    for one in rows:
        why = explaining.origin(one.decision)
        talk.show_row(one.source, one.target, explaining.term_kind(one.kind), one.domain, why)


def _terms(context: Context, *, own: bool) -> tuple[Term, ...]:
    folder = desks.find(context.desk)
    settings = config.load(folder)
    terms = terminology.at(folder, settings)[1].terms
    return tuple(one for one in terms if one.id) if own else terms


def _remove() -> click.Command:
    return click.Command(
        "remove",
        callback=_do_remove,
        params=[
            click.Argument(["english"], metavar=_("ENGLISH")),
            click.Argument(["spanish"], required=False, default=None, metavar=_("[SPANISH]")),
        ],
        help=_("Take a term, or one Spanish term of it, out of the desk's termbase."),
    )


@click.pass_obj
def _do_remove(context: Context, english: str, spanish: str | None) -> None:
    desk = desks.open_desk(desks.find(context.desk))
    count = terminology.remove_term(desk, english, spanish)
    talk.show(ngettext("{n} term removed", "{n} terms removed", count).format(n=count))


def _import() -> click.Command:
    return click.Command(
        "import",
        callback=_do_import,
        params=[
            files_argument(),
            skip_bad_option(
                _("Take in the rest; rows that are no terms go to a file .rejected.txt beside it.")
            ),
            as_json(),
        ],
        help=_("Take in terms from CSV or TBX files. A file is taken in whole, or not at all."),
    )


@click.pass_obj
def _do_import(context: Context, files: tuple[Path, ...], skip_bad: bool, as_json: bool) -> int:
    desk = desks.open_desk(desks.find(context.desk), create=True)
    reports = [terminology.import_terms(desk, file, skip_bad=skip_bad) for file in files]
    if as_json:
        talk.show_json({"files": [_report(one) for one in reports]})
    else:
        for one in reports:
            _say_import(one)
    return 1 if any(one.bad for one in reports) else 0


def _report(one: terminology.Imported) -> dict[str, object]:
    return {
        "source": one.source,
        "added": one.added,
        "changed": one.changed,
        "known": one.known,
        "bad": one.bad,
        "rejected": str(one.rejected) if one.rejected else None,
    }


def _say_import(one: terminology.Imported) -> None:
    added = ngettext("{n} term added", "{n} terms added", one.added).format(n=one.added)
    changed = ngettext("{n} changed", "{n} changed", one.changed).format(n=one.changed)
    known = ngettext("{n} known", "{n} known", one.known).format(n=one.known)
    talk.show(f"{one.source}: {added}, {changed}, {known}")
    if one.bad:
        talk.say(
            ngettext(
                "{n} row is no term; it is in {path}.",
                "{n} rows are no terms; they are in {path}.",
                one.bad,
            ).format(n=one.bad, path=one.rejected)
        )


def _export() -> click.Command:
    return click.Command(
        "export",
        callback=_do_export,
        params=[
            click.Argument(["file"], default="-", metavar=_("[FILE]"), required=False),
            click.Option(
                ["--format", "kind"],
                type=click.Choice(["csv", "tbx"]),
                help=_("CSV or TBX; else what the name of the file says."),
            ),
            _own_option(),
            click.Option(["--force"], is_flag=True, help=_("Replace a file that is in the way.")),
        ],
        help=_("Write the terms in force as a CSV table or a TBX file, or to stdout."),
    )


@click.pass_obj
def _do_export(context: Context, file: str, kind: str | None, own: bool, force: bool) -> None:
    terms = _terms(context, own=own)
    as_tbx = kind == "tbx" or (kind is None and file.lower().endswith(".tbx"))
    if file == "-":
        sys.stdout.writelines(terminology.written(terms, as_tbx=as_tbx))
    else:
        terminology.export_terms(terms, Path(file), as_tbx=as_tbx, force=force)
    count = len(terms)
    talk.say(ngettext("{n} term written", "{n} terms written", count).format(n=count))
