"""Whether the values in a desk's tables are such as a desk holds.

SQLite vouches for their types; a flipped bit can leave a state, a date or packed codes that no
program of ours has written, and whoever reads them stumbles. Here each column that is more than
text has its reader. Refuses to say what becomes of such a value: `verification` tells, `mending`
puts another in its place. Separate from both, and asked only where something has gone wrong.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import NamedTuple

from translator.desk.journal import Action, unpack
from translator.desk.packing import unpack_codes
from translator.model import Decision, NameKind, Origin, Role, State, TermKind

STUMBLES = (
    TypeError,
    ValueError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    zlib.error,
)
"""What reading a value that is none may end in."""


class Odd(NamedTuple):
    """A value that no desk holds, and the column it stands in."""

    table: str
    column: str
    value: object

    def __str__(self) -> str:
        return f"{self.table}.{self.column}: {str(self.value)[:40]}"


READERS: dict[tuple[str, str], Callable[[str], object]] = {
    ("articles", "updated"): datetime.fromisoformat,
    ("articles", "edited"): datetime.fromisoformat,
    ("articles", "published"): date.fromisoformat,
    ("pages", "fetched"): datetime.fromisoformat,
    ("page_versions", "fetched"): datetime.fromisoformat,
    ("blocks", "role"): Role,
    ("blocks", "codes"): unpack_codes,
    ("segments", "state"): State,
    ("segments", "origin"): Origin,
    ("journal", "action"): Action,
    ("journal", "at"): datetime.fromisoformat,
    ("units", "origin"): Origin,
    ("units", "codes"): unpack_codes,
    ("terms", "kind"): TermKind,
    ("names", "kind"): NameKind,
    ("names", "decision"): Decision,
}
"""What reads the columns that are more than text. An empty column (NULL) is read nowhere."""


def odd_values(connection: sqlite3.Connection) -> Iterator[Odd]:
    """The values that no desk holds, each once a column."""
    for (table, column), read in READERS.items():
        rows = connection.execute(
            f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL"
        )
        for (value,) in rows.fetchall():
            if not can(read, value):
                yield Odd(table, column, value)


def can(read: Callable[[str], object], value: str) -> bool:
    """Whether a value can be read so."""
    try:
        read(value)
    except STUMBLES:
        return False
    return True


def first_trouble(connection: sqlite3.Connection) -> str:
    """One thing that makes the desk a damaged one, in SQLite's words or by its column; nothing
    where it holds what a desk holds."""
    try:
        # The whole check and not the quick one: the flipped bit may be in the table and not in the
        # index from which `odd_values` is answered.
        (said,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        if said != "ok":
            return str(said)
        for table, _row, parent, _number in connection.execute("PRAGMA foreign_key_check"):
            return f"{table} → {parent}"
        return str(next(odd_values(connection), "") or _odd_packed(connection))
    except sqlite3.DatabaseError as error:
        return str(error)


def _odd_packed(connection: sqlite3.Connection) -> str:
    """A stored page or a line of the journal that cannot be unpacked."""
    for number, before, after in connection.execute("SELECT id, before, after FROM journal"):
        if not (can(unpack, before) and can(unpack, after)):
            return f"journal {number}"
    for article, data in connection.execute("SELECT article, bytes FROM pages"):
        try:
            zlib.decompress(data)
        except zlib.error:
            return f"pages.bytes {article}"
    return ""
