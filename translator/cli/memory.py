"""`memory match|import|export|search|stats|clean`: the translation memory from the shell."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import click

from translator import config, recall
from translator import desk as desks
from translator.cli import talk
from translator.cli.groups import Commands
from translator.cli.options import as_json, files_argument, skip_bad_option
from translator.cli.root import Context
from translator.cli.translating import lines
from translator.desk import concordance, reading, upkeep, writing
from translator.errors import NotFoundError
from translator.i18n import _, ngettext
from translator.memory.matching import FLOOR, MOST, Sought
from translator.model import Match, Unit


def build_memory() -> click.Group:
    """The group `memory`."""
    group = Commands("memory")
    for command in (_match(), _import(), _export(), _search(), _stats(), _clean()):
        command.options_metavar = _("[OPTIONS]")
        group.add_command(command)
    return group


def _match() -> click.Command:
    return click.Command(
        "match",
        callback=_do_match,
        params=[
            click.Option(
                ["--floor"],
                type=click.IntRange(1, 100),
                default=FLOOR,
                show_default=True,
                help=_("The lowest rate, in per cent."),
            ),
            as_json(),
        ],
        help=_(
            "Look up each line of stdin. Prints rate, kind and translation of the best match,"
            " parted by tabs, a line for a line; rate 0 where there is none. With --json the five"
            " best."
        ),
    )


@click.pass_obj
def _do_match(context: Context, floor: int, as_json: bool) -> None:
    folder = desks.find(context.desk)
    settings = config.load(folder)
    rows = []
    with reading(desks.open_to_read(folder)) as connection:
        lookup = recall.Lookup(connection, settings)
        for line in lines(sys.stdin.buffer):
            found = lookup.matches(Sought(line), floor, MOST if as_json else 1)
            if as_json:
                rows.append({"source": line, "matches": [_facts(one) for one in found]})
            elif found:
                best = found[0]
                talk.show_row(str(best.rate), best.kind, best.target)
            else:
                talk.show_row("0", "", "")
    if as_json:
        talk.show_json({"lines": rows})


def _facts(match: Match) -> dict[str, Any]:
    return {
        "rate": match.rate,
        "full": match.full,
        "kind": match.kind,
        "target": match.target,
        "substituted": [match.target[start:end] for start, end in match.substituted],
        "unit": _unit(match.unit),
    }


def _unit(unit: Unit) -> dict[str, Any]:
    return {
        "id": unit.id,
        "source": unit.source,
        "target": unit.target,
        "article": unit.article,
        "author": unit.author,
        "origin": unit.origin,
        "changed": unit.changed.isoformat() if unit.changed else None,
    }


def _import() -> click.Command:
    return click.Command(
        "import",
        callback=_do_import,
        params=[
            files_argument(),
            skip_bad_option(
                _(
                    "Take in the rest; units that cannot be read go to a file .rejected.txt"
                    " beside it."
                )
            ),
            as_json(),
        ],
        help=_("Take in TMX files. A file is taken in whole, or not at all."),
    )


@click.pass_obj
def _do_import(context: Context, files: tuple[Path, ...], skip_bad: bool, as_json: bool) -> int:
    desk = desks.open_desk(desks.find(context.desk), create=True)
    reports = []
    with talk.progress(_("Reading")) as show:
        for file in files:
            reports.append(
                recall.import_tmx(
                    desk, file, skip_bad=skip_bad, show=lambda units: show(units, units, "")
                )
            )
    if as_json:
        talk.show_json({"files": [_import_report(one) for one in reports]})
    else:
        for one in reports:
            _say_import(one)
    return 1 if any(one.bad for one in reports) else 0


def _import_report(one: recall.Imported) -> dict[str, Any]:
    return {
        "source": one.source,
        "added": one.added,
        "known": one.known,
        "others": one.others,
        "bad": one.bad,
        "rejected": str(one.rejected) if one.rejected else None,
    }


def _say_import(one: recall.Imported) -> None:
    parts = [
        ngettext("{n} unit added", "{n} units added", one.added).format(n=one.added),
        ngettext("{n} known", "{n} known", one.known).format(n=one.known),
    ]
    if one.others:
        parts.append(
            ngettext(
                "{n} without English or Spanish", "{n} without English or Spanish", one.others
            ).format(n=one.others)
        )
    talk.show(f"{one.source}: " + ", ".join(parts))
    if one.bad:
        talk.say(
            ngettext(
                "{n} unit could not be read; it is in {path}.",
                "{n} units could not be read; they are in {path}.",
                one.bad,
            ).format(n=one.bad, path=one.rejected)
        )


def _export() -> click.Command:
    return click.Command(
        "export",
        callback=_do_export,
        params=[
            click.Argument(["file"], default="-", metavar=_("[FILE]"), required=False),
            click.Option(["--force"], is_flag=True, help=_("Replace a file that is in the way.")),
        ],
        help=_("Write the memory as a TMX 1.4 file, or to stdout."),
    )


@click.pass_obj
def _do_export(context: Context, file: str, force: bool) -> None:
    desk = desks.open_to_read(desks.find(context.desk))
    path = None if file == "-" else Path(file)
    count = recall.export_tmx(desk, path, sys.stdout, force=force)
    talk.say(ngettext("{n} unit written", "{n} units written", count).format(n=count))


def _search() -> click.Command:
    return click.Command(
        "search",
        callback=_do_search,
        params=[
            click.Argument(["words"], nargs=-1, required=True, metavar=_("WORD…")),
            click.Option(["--in", "language"], type=click.Choice(["en", "es"]),
                         help=_("Only in English, or only in Spanish.")),
            click.Option(["--phrase"], is_flag=True,
                         help=_("The words one behind the other, as given.")),
            click.Option(["--case"], is_flag=True, help=_("Capitals count.")),
            click.Option(["--accents"], is_flag=True, help=_("Accents count.")),
            click.Option(["--most"], type=click.IntRange(1, 10_000), default=50,
                         show_default=True, help=_("How many units at most.")),
            as_json(),
        ],
        help=_("Find units that hold all these words, the newest first."),
    )  # fmt: skip


@click.pass_obj
def _do_search(
    context: Context,
    words: tuple[str, ...],
    language: str | None,
    phrase: bool,
    case: bool,
    accents: bool,
    most: int,
    as_json: bool,
) -> int:
    with reading(desks.open_to_read(desks.find(context.desk))) as connection:
        found = concordance.search(
            connection,
            " ".join(words),
            language=cast("concordance.Language | None", language),
            phrase=phrase,
            case=case,
            accents=accents,
            most=most,
        )
    if as_json:
        talk.show_json({"units": [_unit(unit) for unit in found]})
    else:
        _show_units(found)
    return 0 if found else 1


def _show_units(units: Sequence[Unit]) -> None:
    for unit in units:
        talk.show(unit.source)
        talk.show(f"    {unit.target}")
        where = [part for part in (unit.article, unit.author) if part]
        if where:
            talk.show(f"    ({', '.join(where)})")


def _stats() -> click.Command:
    return click.Command(
        "stats", callback=_do_stats, params=[as_json()], help=_("Say what is in the memory.")
    )


@click.pass_obj
def _do_stats(context: Context, as_json: bool) -> None:
    with reading(desks.open_to_read(desks.find(context.desk))) as connection:
        found = upkeep.facts(connection)
    if as_json:
        talk.show_json(
            {
                "units": found.units,
                "confirmed": found.confirmed,
                "sources": found.sources,
                "ambiguous": found.ambiguous,
                "documents": found.documents,
            }
        )
        return
    for name, count in (
        (_("units"), found.units),
        (_("of confirmed segments"), found.confirmed),
        (_("different sentences"), found.sources),
        (_("sentences with two translations or more"), found.ambiguous),
        *((_("from {name}").format(name=name), n) for name, n in found.documents.items()),
    ):
        talk.show(f"{count:>10}  {name}")


def _clean() -> click.Command:
    return click.Command(
        "clean",
        callback=_do_clean,
        params=[
            click.Option(
                ["--from", "document"],
                metavar=_("NAME"),
                help=_("Take out all units that came with this file or article."),
            ),
            as_json(),
        ],
        help=_(
            "Take out units that say the same twice, make the indexes anew and the file small."
            " Units of confirmed segments stay."
        ),
    )


@click.pass_obj
def _do_clean(context: Context, document: str | None, as_json: bool) -> None:
    desk = desks.open_desk(desks.find(context.desk))
    with writing(desk, sync=True) as connection, talk.progress(_("Indexing")) as show:
        dropped = upkeep.drop_document(connection, document) if document else 0
        if document and not dropped:
            raise NotFoundError("no-such-document", document=document)
        repeated = upkeep.drop_repeated(connection)
        total = upkeep.facts(connection).units
        for done in upkeep.rebuild(connection):
            show(done, total, "")
    desks.shrink(desk)
    if as_json:
        talk.show_json({"dropped": dropped, "repeated": repeated, "units": total})
        return
    talk.show(
        ngettext("{n} unit taken out", "{n} units taken out", dropped + repeated).format(
            n=dropped + repeated
        )
    )
    talk.show(ngettext("{n} unit left", "{n} units left", total).format(n=total))
