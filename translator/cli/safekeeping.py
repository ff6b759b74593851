"""`backup`, `restore`, `verify`: copies of the desk, and whether it is whole."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from translator import config
from translator import desk as desks
from translator.cli import talk
from translator.cli.options import as_json
from translator.cli.root import Context
from translator.errors import DeskError, NotFoundError, UsageError
from translator.i18n import _, ngettext
from translator.wording import desk_trouble

if TYPE_CHECKING:
    from translator.desk.copies import Copy
    from translator.desk.salvage import Report
    from translator.desk.verification import Trouble


def build_backup() -> click.Command:
    """The command `backup`."""
    return click.Command(
        "backup",
        callback=_backup,
        params=[
            click.Option(["--list", "only_list"], is_flag=True, help=_("List the copies only.")),
            as_json(),
        ],
        help=_(
            "Copy the desk into its folder “backups”, also while others work on it. One copy an"
            " hour of the last day is kept, one a day of two weeks, one a week of half a year. The"
            " editor makes copies of its own."
        ),
    )


def build_restore() -> click.Command:
    """The command `restore`."""
    return click.Command(
        "restore",
        callback=_restore,
        params=[
            click.Argument(["copy"], required=False, metavar=_("[COPY]")),
            click.Option(
                ["--salvage"],
                is_flag=True,
                help=_("Save what can be read of a damaged desk, instead of putting back a copy."),
            ),
            as_json(),
        ],
        help=_(
            "Put back a copy of the desk; without COPY the newest whole one. The desk as it stands"
            " is kept among the copies first."
        ),
    )


def build_verify() -> click.Command:
    """The command `verify`."""
    return click.Command(
        "verify",
        callback=_verify,
        params=[click.Argument(["copy"], required=False, metavar=_("[COPY]")), as_json()],
        help=_(
            "Say whether the desk, or a copy of it, is whole: the file, what its tables say of"
            " each other, journal and memory."
        ),
    )


@click.pass_obj
def _backup(context: Context, only_list: bool, as_json: bool) -> None:
    from translator.desk import copies

    folder = _folder(context)
    made: Copy | None = None
    gone: tuple[Copy, ...] = ()
    if not only_list:
        made = copies.take(folder)
        gone = copies.thin(folder, config.load(folder).backup_room)
    known = copies.copies(folder)
    if as_json:
        talk.show_json(
            {
                "made": _facts(made) if made else None,
                "removed": [copy.name for copy in gone],
                "copies": [_facts(copy) for copy in known],
            }
        )
    elif only_list:
        for copy in known:
            talk.show_row(copy.name, f"{copy.size / 1e6:.1f} MB")
    elif made:
        talk.show(str(made.path))
    else:
        talk.say(_("Nothing has changed since the copy {name}.").format(name=known[0].name))


def _folder(context: Context, *, is_there: bool = True) -> Path:
    """The folder of the desk, or where one could be put back. Raises NotFoundError."""
    from translator.desk import copies

    folder = desks.find(context.desk)
    may_come = not is_there and copies.copies(folder)
    if not (folder / desks.DATABASE).exists() and not may_come:
        raise NotFoundError("no-desk", path=str(folder))
    return folder


def _facts(copy: Copy) -> dict[str, Any]:
    return {
        "name": copy.name,
        "path": str(copy.path),
        "at": copy.at.isoformat(),
        "bytes": copy.size,
    }


@click.pass_obj
def _restore(context: Context, copy: str | None, salvage: bool, as_json: bool) -> int:
    if salvage and copy:
        raise UsageError("copy-or-salvage")
    folder = _folder(context, is_there=salvage)
    if salvage:
        return _salvage(folder, as_json=as_json)
    from translator.desk import copies

    newest = None if copy else copies.newest_whole(folder)
    chosen = newest or copies.find(folder, copy or "")
    former = copies.put_back(folder, chosen.path)
    if as_json:
        talk.show_json({"restored": _facts(chosen), "former": str(former) if former else None})
        return 0
    talk.show(_("The desk is as it was in {name}.").format(name=chosen.name))
    if former:
        talk.say(_("What stood there is kept in {path}.").format(path=former))
    return 0


def _salvage(folder: Path, *, as_json: bool) -> int:
    """Save what can be read; 1 where something was lost."""
    from translator.desk import copies, salvage

    report = salvage.salvage(folder)
    copy = None if report.is_whole else copies.newest_whole(folder)
    if as_json:
        talk.show_json(
            {
                "whole": report.is_whole,
                "former": str(report.aside),
                "tables": [
                    {
                        "table": one.table,
                        "rows": one.rows,
                        "unreadable": one.unreadable,
                        "refused": one.refused,
                        "lost": one.lost,
                    }
                    for one in report.tables
                ],
                "patched": list(report.patched),
                "emptied": list(report.emptied),
                "copy": _facts(copy) if copy else None,
            }
        )
    else:
        _show_saved(report)
        if copy:
            text = _(
                "The newest copy that is whole is of {date}. “translator restore {name}” puts it"
                " back; what was saved now is then kept among the copies."
            )
            date = f"{copy.at.astimezone():%Y-%m-%d %H:%M}"
            talk.say(text.format(date=date, name=copy.name))
    return 0 if report.is_whole else 1


def _show_saved(report: Report) -> None:
    for one in report.tables:
        saved = ngettext("{n} row saved", "{n} rows saved", one.rows).format(n=one.rows)
        noted = _("how many are lost is unknown")
        if one.lost is not None:
            noted = ngettext("{n} lost", "{n} lost", one.lost).format(n=one.lost)
        parts = (saved, noted) if one.lost != 0 else (saved,)
        talk.show(f"{'!' if one.lost != 0 else '✓'} {one.table}: " + ", ".join(parts))
    for slug in report.patched:
        talk.show(f"! {slug}: " + _("something that was lost is stood in for; look through it"))
    for slug in report.emptied:
        text = _(
            "no line of it is left, and it is taken out; add its page again, and the memory fills"
            " in what it has of it"
        )
        talk.show(f"! {slug}: {text}")
    talk.say(_("The damaged desk is kept in {path}.").format(path=report.aside))


@click.pass_obj
def _verify(context: Context, copy: str | None, as_json: bool) -> int:
    """Say what is wrong: 0 nothing, 6 the file itself, 1 anything else."""
    folder = _folder(context, is_there=not copy)
    troubles = _troubles_of_copy(folder, copy) if copy else _troubles(folder)
    if as_json:
        found = [{"code": one.code, "where": one.where, "detail": one.detail} for one in troubles]
        talk.show_json({"well": not troubles, "troubles": found})
    else:
        for one in troubles:
            detail = f" ({one.detail})" if one.detail else ""
            talk.show(f"! {one.where}: {desk_trouble(one.code)}{detail}")
        if not troubles:
            talk.show(_("✓ {name} is whole.").format(name=copy or folder / desks.DATABASE))
    if any(one.code == "file-damaged" for one in troubles):
        return DeskError.exit_code
    return 1 if troubles else 0


def _troubles(folder: Path) -> tuple[Trouble, ...]:
    from translator.desk.verification import Trouble, verify

    try:
        desk = desks.open_to_read(folder, whatever_it_holds=True)
        try:
            return verify(desk)
        finally:
            desk.close()
    except DeskError as error:
        if error.code != "desk-damaged":
            raise
        return (Trouble("file-damaged", desks.DATABASE, str(error.values["detail"])),)


def _troubles_of_copy(folder: Path, name: str) -> tuple[Trouble, ...]:
    """Those of a copy; it is opened elsewhere, so that it stays as it is."""
    import shutil

    from translator.desk import copies

    copy = copies.find(folder, name)
    with TemporaryDirectory() as place:
        shutil.copyfile(copy.path, Path(place) / desks.DATABASE)
        return _troubles(Path(place))
