"""The desk: one folder with one SQLite file, where articles and all work on them are kept.

Finds a desk, opens it, brings it up to date, and turns what SQLite says into the errors of this
house. Refuses rules of editing: those are in `editing`. SQL stands in this folder only. Write-ahead
logging lets the editor and a pre-translation work on one desk at the same time.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from translator.config import DESK_FILE
from translator.desk.schema import APPLICATION_ID, MEMORY_SINCE, MIGRATIONS, VERSION
from translator.errors import DeskError

DATABASE = "desk.db"

_WAIT_S = 3.0
"""How long to wait for another process's write. A pre-translation writes in well under 0.1 s."""

_FIRST_SETTINGS = """\
# The settings of this desk. They go before your own; `translator config` lists all.
# site = "https://example.org/{lang}/{slug}"
"""


@dataclass(frozen=True, slots=True)
class Desk:
    """An open desk. `folder` is where it is, or would be if it held anything yet."""

    folder: Path
    connection: sqlite3.Connection

    def close(self) -> None:
        """Give the file back."""
        self.connection.close()


class Connection(sqlite3.Connection):
    """A connection that knows who works at the desk, for what that person confirms."""

    author = ""


def now() -> datetime:
    """The time that goes into the desk: aware, UTC, whole seconds."""
    return datetime.now(UTC).replace(microsecond=0)


def find(given: Path | None = None, start: Path | None = None) -> Path:
    """The folder of the desk to use, the way git finds a repository.

    The one given, else `TRANSLATOR_DESK`, else the nearest folder upwards from `start` that holds
    a desk, else `start` itself (the current folder).
    """
    if given is not None:
        return given
    if named := os.environ.get("TRANSLATOR_DESK"):
        return Path(named)
    start = Path.cwd() if start is None else start
    for folder in (start, *start.parents):
        if (folder / DATABASE).is_file() or (folder / DESK_FILE).is_file():
            return folder
    return start


def open_desk(folder: Path, *, create: bool = False, author: str = "") -> Desk:
    """Open the desk in a folder; with `create`, make it where there is none.

    Without `create`, a folder without a desk is an empty desk held in memory, and nothing is
    written. `author` goes into the memory with what is confirmed. Raises DeskError: locked, newer
    than this program, damaged, read-only, no desk at all.
    """
    path = folder / DATABASE
    if not create and not path.exists():
        return Desk(folder, _connect(":memory:", author))
    with disk_errors(path):
        if create and not path.exists():
            folder.mkdir(parents=True, exist_ok=True)
            settings = folder / DESK_FILE
            if not settings.exists():
                settings.write_text(_FIRST_SETTINGS, encoding="utf-8")
        return Desk(folder, _connect(str(path), author))


def _connect(path: str, author: str = "") -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_WAIT_S, isolation_level=None, factory=Connection)
    connection.author = author
    try:
        _migrate(connection, path)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _migrate(connection: sqlite3.Connection, path: str) -> None:
    found = _version(connection, path)
    if found > VERSION:
        raise DeskError("desk-newer", path=path, found=found, known=VERSION)
    if found == VERSION:
        return
    if found:
        _copy_first(Path(path).parent)
    connection.execute("BEGIN IMMEDIATE")
    # Another process may have brought it up to date while this one waited for the lock.
    for number in range(_version(connection, path), VERSION):
        for statement in MIGRATIONS[number]:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {VERSION}")
    if 0 < found < MEMORY_SINCE:
        from translator.desk import following  # it builds upon this module

        following.adopt(connection)
    connection.execute("COMMIT")


def _copy_first(folder: Path) -> None:
    """Copy a desk as an older program left it. One that has no room for it is migrated all the
    same: that is one transaction, and an older program can be had again."""
    from translator.desk import copies  # it builds upon this module

    with suppress(DeskError):
        copies.take(folder)


def _version(connection: sqlite3.Connection, path: str) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if tables and application != APPLICATION_ID:
        raise DeskError("not-a-desk", path=path)
    return int(version)


@contextmanager
def reading(desk: Desk) -> Iterator[sqlite3.Connection]:
    """The connection for reading one consistent state; SQLite's errors become DeskError."""
    with disk_errors(desk.folder / DATABASE), _transaction(desk.connection, "BEGIN"):
        yield desk.connection


@contextmanager
def writing(desk: Desk, *, sync: bool = False) -> Iterator[sqlite3.Connection]:
    """The connection within one transaction: all of it is written, or nothing.

    With `sync` the disk has it when the block ends, not only the operating system: a power cut
    does not take it back. Raises DeskError: locked, read-only, full, damaged.
    """
    connection = desk.connection
    with disk_errors(desk.folder / DATABASE):
        if sync:
            connection.execute("PRAGMA synchronous = FULL")
        try:
            with _transaction(connection, "BEGIN IMMEDIATE"):
                yield connection
        finally:
            if sync:
                connection.execute("PRAGMA synchronous = NORMAL")


@contextmanager
def _transaction(connection: sqlite3.Connection, begin: str) -> Iterator[None]:
    connection.execute(begin)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite and the operating system say of the desk's file into DeskError."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise DeskError(_code(error), path=str(path), detail=str(error)) from error
    except UnicodeDecodeError as error:
        # A broken page has garbage where names and texts should be, also in SQLite's complaint.
        raise DeskError("desk-damaged", path=str(path), detail=error.reason) from error
    except OSError as error:
        detail = error.strerror or str(error)
        raise DeskError("cannot-write", path=str(path), detail=detail) from error


_CODES = {
    "SQLITE_BUSY": "desk-locked",
    "SQLITE_LOCKED": "desk-locked",
    "SQLITE_FULL": "disk-full",
    "SQLITE_IOERR": "disk-full",
    "SQLITE_READONLY": "desk-read-only",
    "SQLITE_PERM": "desk-read-only",
    "SQLITE_CANTOPEN": "desk-read-only",
    "SQLITE_NOTADB": "desk-damaged",
    "SQLITE_CORRUPT": "desk-damaged",
}


def _code(error: sqlite3.DatabaseError) -> str:
    name = getattr(error, "sqlite_errorname", "")
    primary = "_".join(name.split("_")[:2])
    return _CODES.get(primary, "desk-failed")


def settle(desk: Desk) -> None:
    """Move what was written into the file itself, and give the room of the log back: for the end
    of a large write. Others may be reading; then it is done another time."""
    with disk_errors(desk.folder / DATABASE):
        desk.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def shrink(desk: Desk) -> None:
    """Write the file anew without the room that nothing stands in any more."""
    with disk_errors(desk.folder / DATABASE):
        desk.connection.execute("VACUUM")
    settle(desk)


def is_made(desk: Desk) -> bool:
    """Whether it is a file; where there was none to open, it is an empty one held in memory."""
    (_number, _name, path) = desk.connection.execute("PRAGMA database_list").fetchone()
    return bool(path)


def set_patience(desk: Desk, seconds: float) -> None:
    """How long to wait for another process's write before a call fails with `desk-locked`."""
    desk.connection.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}")


def version(desk: Desk) -> int:
    """A number that changes whenever another connection has written to the desk."""
    with disk_errors(desk.folder / DATABASE):
        (number,) = desk.connection.execute("PRAGMA data_version").fetchone()
    return int(number)
