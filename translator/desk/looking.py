"""A desk as it is, for one who only looks: on a full disk, a read-only one, in a foreign folder.

SQLite wants to write even to read a desk: its log needs an index beside it. Where that cannot be
made, the file is read as one that nothing changes; where the log holds what the file has not got
yet, both are read from a copy elsewhere. Refuses to write, and to pass a log over: what is in it
was promised to be kept. Separate from the opening of a desk because hardly anybody comes here.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
import weakref
from collections.abc import Callable
from pathlib import Path

from translator import desk as desks
from translator.desk import DATABASE, MEMORY, Desk, copies, disk_errors
from translator.desk.schema import VERSION

_WAIT_S = 3.0
"""How long to wait for another process, which may be writing."""


def open_as_it_is(folder: Path) -> Desk:
    """The desk of a folder, for reading only. Raises DeskError."""
    with disk_errors(folder / DATABASE):
        connection = _opened(folder)
        try:
            (found,) = connection.execute("PRAGMA user_version").fetchone()
            if found != VERSION:
                connection = _brought_up_to_date(connection, folder / DATABASE)
            connection.execute("PRAGMA query_only = ON")
        except BaseException:
            connection.close()
            raise
    return Desk(folder, connection, can_write=False)


def _opened(folder: Path) -> sqlite3.Connection:
    """The first way to read that works; what the last one says where none does."""
    ways: tuple[Callable[[Path], sqlite3.Connection], ...] = (_beside_its_log, _alone)
    if _has_log(folder):
        ways = (_beside_its_log, _copied, _locked)
    for way in ways[:-1]:
        with contextlib.suppress(sqlite3.OperationalError, OSError):
            return way(folder)
    return ways[-1](folder)


def _has_log(folder: Path) -> bool:
    _, log = copies.files(folder)
    return log.exists() and log.stat().st_size > 0


def _beside_its_log(folder: Path) -> sqlite3.Connection:
    """With the log's index as another process has left it."""
    return _connected(folder / DATABASE, "mode=ro")


def _alone(folder: Path) -> sqlite3.Connection:
    """Without a log: there is none, or an empty one, and none can begin."""
    return _connected(folder / DATABASE, "immutable=1")


def _copied(folder: Path) -> sqlite3.Connection:
    """From a copy with its log, which goes when the connection does."""
    place = Path(tempfile.mkdtemp(prefix="translator-"))
    try:
        for path in copies.files(folder):
            shutil.copyfile(path, place / path.name)
        connection = _connected(place / DATABASE, "mode=rw")
    except BaseException:
        shutil.rmtree(place, ignore_errors=True)
        raise
    weakref.finalize(connection, shutil.rmtree, place, ignore_errors=True)
    return connection


def _locked(folder: Path) -> sqlite3.Connection:
    """All of it in memory, where no disk has any room: others wait while it is read."""
    how = "PRAGMA locking_mode = EXCLUSIVE"  # then the index of the log needs no file
    with contextlib.closing(_connected(folder / DATABASE, "mode=rw", how)) as of:
        return _in_memory(of)


def _in_memory(of: sqlite3.Connection) -> sqlite3.Connection:
    into = sqlite3.connect(MEMORY, isolation_level=None, factory=desks.Connection)
    try:
        of.backup(into)
    except BaseException:
        into.close()
        raise
    return into


def _connected(path: Path, how: str, first: str = "") -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?{how}"
    connection = sqlite3.connect(
        address, uri=True, isolation_level=None, factory=desks.Connection, timeout=_WAIT_S
    )
    try:
        connection.execute(first)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _brought_up_to_date(older: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    """A desk of an older program, brought up to date in memory; the file stays as it is."""
    with contextlib.closing(older):
        newer = _in_memory(older)
        try:
            desks.migrate(newer, str(path), copies_first=False)
        except BaseException:
            newer.close()
            raise
    return newer
