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
from translator.errors import DeskError, NotFoundError, TranslatorError

DATABASE = "desk.db"
MEMORY = ":memory:"
"""SQLite's name for a database that is in no file."""

_WAIT_S = 3.0
"""How long to wait for another process's write. A pre-translation writes in well under 0.1 s."""

_FIRST_SETTINGS = """\
# The settings of this desk. They go before your own; `translator config` lists all.
# site = "https://example.org/{lang}/{slug}"
"""


@dataclass(frozen=True, slots=True)
class Desk:
    """An open desk. `folder` is where it is, or would be if it held anything yet.

    Where `is_there` is False nobody has made it yet: it is empty, and takes nothing in. One that
    `can_write` is False of was opened to be read, where the disk takes nothing.
    """

    folder: Path
    connection: sqlite3.Connection
    is_there: bool = True
    can_write: bool = True

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

    Without `create`, a folder without a desk is an empty desk held in memory, and nothing can be
    written. `author` goes into the memory with what is confirmed. Raises DeskError: locked, newer
    than this program, damaged, read-only, no desk at all.
    """
    path = folder / DATABASE
    if not create and not path.exists():
        return Desk(folder, _connect(MEMORY, author), is_there=False)
    with disk_errors(path):
        if create and not path.exists():
            folder.mkdir(parents=True, exist_ok=True)
            write_first_settings(folder)
        return Desk(folder, _connect(str(path), author))


def write_first_settings(folder: Path) -> None:
    """Give a new desk its settings file, where it has none. For this folder."""
    settings = folder / DESK_FILE
    if not settings.exists():
        settings.write_text(_FIRST_SETTINGS, encoding="utf-8")


def new_in_memory(folder: Path, author: str = "") -> Desk:
    """An empty desk that is in no file and yet takes things in; see `beginning`."""
    return Desk(folder, _connect(MEMORY, author))


def open_to_read(folder: Path, *, whatever_it_holds: bool = False) -> Desk:
    """Open the desk in a folder for one who only looks, also where it cannot be written: on a full
    or read-only disk, in somebody else's folder.

    Raises DeskError as `open_desk` does, and where articles hold what no desk holds, unless
    somebody wants to see just that.
    """
    try:
        desk = open_desk(folder)
    except DeskError as error:
        if error.code not in ("desk-read-only", "disk-full"):
            raise
        from translator.desk import looking  # it builds upon this module

        desk = looking.open_as_it_is(folder)
    try:
        if not whatever_it_holds:
            look_over(desk)
    except DeskError:
        desk.close()
        raise
    return desk


def look_over(desk: Desk) -> None:
    """Refuse a desk whose articles hold what no desk holds: 0.2 ms for 300 of them. Raises
    DeskError."""
    with disk_errors(desk.folder / DATABASE):
        (said,) = desk.connection.execute("PRAGMA quick_check(articles)").fetchone()
    if said != "ok":
        raise DeskError("desk-damaged", path=str(desk.folder / DATABASE), detail=said)


def _connect(path: str, author: str = "") -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_WAIT_S, isolation_level=None, factory=Connection)
    connection.author = author
    try:
        migrate(connection, path)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def migrate(connection: sqlite3.Connection, path: str, *, copies_first: bool = True) -> None:
    """Bring what is open up to date, after a copy of it; `path` is the file's. For this folder.
    Raises DeskError."""
    found = _version(connection, path)
    if found > VERSION:
        raise DeskError("desk-newer", path=path, found=found, known=VERSION)
    if found == VERSION:
        return
    if found and copies_first:
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
    """The connection for reading one consistent state; SQLite's errors become DeskError, and so
    does what comes of values that no desk holds."""
    with (
        disk_errors(desk.folder / DATABASE),
        _strange_values(desk),
        _transaction(desk.connection, "BEGIN"),
    ):
        yield desk.connection


@contextmanager
def writing(desk: Desk, *, sync: bool = False) -> Iterator[sqlite3.Connection]:
    """The connection within one transaction: all of it is written, or nothing.

    With `sync` the disk has it when the block ends, not only the operating system: a power cut
    does not take it back. Raises DeskError: locked, read-only, full, damaged; NotFoundError where
    there is no desk to write to.
    """
    if not desk.is_there:
        raise NotFoundError("no-desk", path=str(desk.folder))
    connection = desk.connection
    with disk_errors(desk.folder / DATABASE), _strange_values(desk):
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
def _strange_values(desk: Desk) -> Iterator[None]:
    """Where work stumbles over what it has read, ask whether the desk is to blame.

    Only a desk in which something is found is called damaged: a defect of ours must not send
    anybody to an older copy.
    """
    try:
        yield
    except (TranslatorError, sqlite3.Error, OSError, UnicodeDecodeError):
        raise
    except Exception as error:
        from translator.desk import soundness  # it builds upon this module

        if isinstance(error, soundness.STUMBLES) and (
            found := soundness.first_trouble(desk.connection)
        ):
            path = str(desk.folder / DATABASE)
            raise DeskError("desk-damaged", path=path, detail=found) from error
        raise


@contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite and the operating system say of the desk's file into DeskError."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise DeskError(_code(error), path=str(path), detail=_detail(error)) from error
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


_NO_TEXT = "Could not decode to UTF-8"
"""What Python's own layer says, without an SQLite code, of a text that is none."""


def _code(error: sqlite3.DatabaseError) -> str:
    name = getattr(error, "sqlite_errorname", "")
    if not name and str(error).startswith(_NO_TEXT):
        return "desk-damaged"
    primary = "_".join(name.split("_")[:2])
    return _CODES.get(primary, "desk-failed")


def _detail(error: sqlite3.DatabaseError) -> str:
    """What SQLite says, without the bytes that are no text."""
    said = str(error)
    return said.partition(" with text")[0] if said.startswith(_NO_TEXT) else said


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
