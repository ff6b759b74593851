"""Dated copies of the desk: made while it is in use, thinned by rule, put back when asked.

A copy is made by SQLite's own backup in one go: with write-ahead logging nobody waits for it. It is
checked before it gets its name, so that a damaged desk never takes the place of a good copy.
Refuses to mend anything: `salvage` does. Separate from the opening of the desk because a copy is a
file beside it and nobody needs one to work.
"""

from __future__ import annotations

import contextlib
import filecmp
import os
import re
import shutil
import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from translator import desk as desks
from translator.desk import DATABASE, disk_errors
from translator.desk.schema import APPLICATION_ID, VERSION
from translator.errors import DeskError, NotFoundError

FOLDER = "backups"
"""Where in the desk's folder the copies are."""

HOURLY, DAILY, WEEKLY = timedelta(days=1), timedelta(days=14), timedelta(weeks=26)
"""How far back one copy an hour, a day and a week are kept; house."""

FEWEST = 3
"""So many of the newest copies stay, however much room they take."""

_STAMP = "%Y-%m-%dT%H-%M-%SZ"
"""Colons are no part of a file name on Windows."""

_NAME = re.compile(r"desk-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)(?:-\d+)?\.db")


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the desk: its file, when it was made, and its bytes."""

    path: Path
    at: datetime
    size: int

    @property
    def name(self) -> str:
        """What a person calls it by."""
        return self.path.name


def copies(folder: Path) -> tuple[Copy, ...]:
    """The copies of the desk in this folder, newest first."""
    found = []
    place = folder / FOLDER
    for path in place.iterdir() if place.is_dir() else ():
        if match := _NAME.fullmatch(path.name):
            at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
            found.append(Copy(path, at, path.stat().st_size))
    return tuple(sorted(found, key=lambda copy: (copy.at, len(copy.name), copy.name), reverse=True))


def find(folder: Path, name: str) -> Copy:
    """The copy of this name; the newest one for an empty name. Raises NotFoundError."""
    known = copies(folder)
    for copy in known:
        if not name or name in (copy.name, str(copy.path)):
            return copy
    nearest = known[0].name if known and name else ""
    raise NotFoundError("no-such-copy", name=name or FOLDER, nearest=nearest)


def newest_whole(folder: Path) -> Copy | None:
    """The newest copy that can be read through and is a desk this program knows; None where there
    is none."""
    for copy in copies(folder):
        with contextlib.suppress(DeskError):
            refuse_damaged(copy.path, said=copy.path)
            return copy
    return None


def take(folder: Path) -> Copy | None:
    """Copy the desk; None where it is as it was at the newest copy, or where there is no desk.

    Raises DeskError: damaged, locked, full, read-only.
    """
    path = folder / DATABASE
    if not path.is_file():
        return None
    with disk_errors(path), _part(folder) as part:
        _copy(path, part)
        refuse_damaged(part, said=path)
        known = copies(folder)
        if known and filecmp.cmp(part, known[0].path, shallow=False):
            return None
        at = desks.now()
        final = _free(folder, at)
        part.replace(final)
    return Copy(final, at, final.stat().st_size)


@contextlib.contextmanager
def _part(folder: Path) -> Iterator[Path]:
    """A name for a copy that is not complete yet; nothing stays behind under it."""
    with disk_errors(folder / FOLDER):
        (folder / FOLDER).mkdir(parents=True, exist_ok=True)
        _sweep(folder)
    part = folder / FOLDER / f".desk.{os.getpid()}.{threading.get_ident()}.part"
    try:
        yield part
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Remove what killed processes have begun: nobody copies for an hour."""
    for path in (folder / FOLDER).glob(".desk.*.part*"):
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > 3600:
                path.unlink()


def _copy(path: Path, part: Path) -> None:
    part.unlink(missing_ok=True)
    of = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    with contextlib.closing(of), contextlib.closing(sqlite3.connect(part)) as into:
        of.backup(into)
        # One file that needs no log beside it, also in a folder that cannot be written.
        into.execute("PRAGMA journal_mode = DELETE")
    sync(part)


def sync(path: Path) -> None:
    """Wait until the disk has a file."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _free(folder: Path, at: datetime) -> Path:
    base = f"desk-{at.strftime(_STAMP)}"
    path, number = folder / FOLDER / f"{base}.db", 2
    while path.exists():
        path, number = folder / FOLDER / f"{base}-{number}.db", number + 1
    return path


def refuse_damaged(path: Path, *, said: Path) -> None:
    """Raise DeskError where a file is no desk, a newer one, or damaged; `said` is the path to
    name."""
    with disk_errors(said), contextlib.closing(sqlite3.connect(path)) as connection:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise DeskError("desk-damaged", path=str(said), detail=found)
    if application != APPLICATION_ID:
        raise DeskError("not-a-desk", path=str(said))
    if version > VERSION:
        raise DeskError("desk-newer", path=str(said), found=version, known=VERSION)


def is_due(folder: Path, minutes: int) -> bool:
    """Whether the newest copy is older than this, and the desk was written since; 0 is never."""
    if not minutes:
        return False
    known = copies(folder)
    if not known:
        return (folder / DATABASE).is_file()
    written = max(
        (path.stat().st_mtime for path in files(folder) if path.exists()),
        default=0.0,
    )
    age = desks.now() - known[0].at
    return age >= timedelta(minutes=minutes) and written > known[0].at.timestamp()


def files(folder: Path) -> tuple[Path, Path]:
    """The files that hold the desk: the database and its log."""
    return folder / DATABASE, folder / f"{DATABASE}-wal"


def thin(folder: Path, room: int, now: datetime | None = None) -> tuple[Copy, ...]:
    """Remove the copies that the rule does not keep; they are returned.

    One an hour of the last day stays, one a day of two weeks, one a week of half a year, each time
    the oldest; and so many as take `room` megabytes. The newest three always stay. Raises
    DeskError.
    """
    known = copies(folder)
    gone = superfluous(known, room, now or desks.now())
    with disk_errors(folder / FOLDER):
        for copy in gone:
            copy.path.unlink(missing_ok=True)
    return gone


def superfluous(known: Sequence[Copy], room: int, now: datetime) -> tuple[Copy, ...]:
    """Those of these copies, newest first, that the rule does not keep; see `thin`."""
    kept: dict[object, Copy] = {}
    for copy in known:
        period = _period(copy.at, now)
        if period is not None:
            kept[period] = copy  # the oldest one of a period is the last to come
    stay = {copy.path for copy in kept.values()}
    taken, gone = 0, []
    for place, copy in enumerate(known):
        taken += copy.size
        if place < FEWEST:
            continue
        if copy.path not in stay or taken > room * 1_000_000:
            gone.append(copy)
            taken -= copy.size
    return tuple(gone)


def _period(at: datetime, now: datetime) -> object:
    age = now - at
    if age <= HOURLY:
        return ("hour", at.date(), at.hour)
    if age <= DAILY:
        return ("day", at.date())
    if age <= WEEKLY:
        return ("week", at.isocalendar()[:2])
    return None


def keep(folder: Path, minutes: int, room: int) -> Copy | None:
    """Copy the desk where a copy is due, and thin the others; the new one. Raises DeskError."""
    if not is_due(folder, minutes):
        return None
    copy = take(folder)
    if copy is not None:
        thin(folder, room)
    return copy


def put_back(folder: Path, copy: Path) -> Path | None:
    """Let the desk be as it is in this copy; where what stood there is kept now.

    The desk is copied first. Where it can be written as a database, others who have it open see
    the change as one of their own; a damaged one is moved aside. Raises DeskError.
    """
    refuse_damaged(copy, said=copy)
    try:
        former = take(folder)
        path = former.path if former else _newest(folder)
        with disk_errors(folder / DATABASE):
            _pour(copy, folder / DATABASE)
    except DeskError as error:
        if error.code not in ("desk-damaged", "not-a-desk"):
            raise
        path = move_aside(folder)
        _place(copy, folder / DATABASE)
    # Brought up to date at once: an editor that is open knows no older desk.
    desks.open_desk(folder).close()
    return path


def _newest(folder: Path) -> Path | None:
    known = copies(folder)
    return known[0].path if known and (folder / DATABASE).exists() else None


def _pour(copy: Path, path: Path) -> None:
    if not path.exists():
        _place(copy, path)
        return
    of, into = sqlite3.connect(copy), sqlite3.connect(path, timeout=3.0)
    with contextlib.closing(of), contextlib.closing(into):
        of.backup(into)


def _place(copy: Path, path: Path) -> None:
    """Put a copy where there is no desk: beside its name first."""
    with disk_errors(path):
        part = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            shutil.copyfile(copy, part)
            sync(part)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


def move_aside(folder: Path) -> Path:
    """Move a damaged desk among the copies, log and all; its path there. Raises DeskError."""
    with disk_errors(folder / FOLDER):
        (folder / FOLDER).mkdir(parents=True, exist_ok=True)
        name = f"damaged-{desks.now().strftime(_STAMP)}"
        aside, number = folder / FOLDER / f"{name}.db", 2
        while aside.exists():
            aside, number = folder / FOLDER / f"{name}-{number}.db", number + 1
        # The log first: without it nobody could take it for that of another file.
        for path in reversed(files(folder)):
            if path.exists():
                path.replace(aside.with_name(aside.name + path.name.removeprefix(DATABASE)))
        (folder / f"{DATABASE}-shm").unlink(missing_ok=True)
    return aside
