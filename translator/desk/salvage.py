"""What can be saved of a damaged desk: its rows, table by table, in a fresh one.

A broken page hides the rows on it and those below it, never the others: rows are asked for by
their keys, in ranges, and a range that cannot be read is halved until the unreadable ones are
alone. Refuses to touch the damaged file, which is read from a copy. Separate from `mending`, which
lets the tables agree again, and from `copies`, which puts back a whole desk of another day.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from translator.desk import DATABASE, copies, disk_errors, mending
from translator.desk.schema import MIGRATIONS, VERSION
from translator.errors import DeskError

_TABLES = (
    *("articles", "pages", "blocks", "segments", "journal", "units", "terms", "names"),
    *("page_versions", "ignored", "exports"),
)
"""What is saved, parents first. The indexes of the memory and what the checks last said are made
anew."""

_MOST_NUMBER = 1 << 20
"""How high a table's numbers are taken to go where its end cannot be read."""

_PATIENCE = 20_000
"""Ranges of one table that may fail: where the root is gone, halving would never end."""


@dataclass(slots=True)
class Saved:
    """What became of one table: rows saved, whether some of it could not be read, and rows that
    hold what no desk holds. `lost` is how many rows it had besides those that were saved, None
    where nothing is left that tells."""

    table: str
    rows: int = 0
    unreadable: bool = False
    refused: int = 0
    lost: int | None = 0


@dataclass(frozen=True, slots=True)
class Report:
    """What was saved, where the damaged desk is kept, for which articles something lost is stood
    in for, and which are gone because no line of them is left."""

    tables: tuple[Saved, ...]
    aside: Path
    patched: tuple[str, ...] = field(default=())
    emptied: tuple[str, ...] = field(default=())

    @property
    def is_whole(self) -> bool:
        """Whether nothing was lost."""
        return not (self.patched or self.emptied) and all(one.lost == 0 for one in self.tables)


def salvage(folder: Path) -> Report:
    """Put a fresh desk with all that can be read into the place of a damaged one.

    The damaged one is moved among the copies. Raises DeskError where nothing can be read, or the
    disk refuses; then the desk is as it was.
    """
    with disk_errors(folder / copies.FOLDER):
        (folder / copies.FOLDER).mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder / copies.FOLDER, prefix=".salvage-") as given:
        place = Path(given)
        with disk_errors(folder / DATABASE):
            for path in copies.files(folder):
                if path.exists():
                    shutil.copyfile(path, place / path.name)
        fresh = place / "fresh" / DATABASE
        fresh.parent.mkdir()
        tables = _save(place / DATABASE, fresh, said=folder / DATABASE)
        mended = mending.make_whole(fresh.parent)
        copies.sync(fresh)
        aside = copies.move_aside(folder)
        with disk_errors(folder / DATABASE):
            fresh.replace(folder / DATABASE)
    return Report(tables, aside, mended.patched, mended.emptied)


def _save(damaged: Path, fresh: Path, *, said: Path) -> tuple[Saved, ...]:
    with contextlib.closing(sqlite3.connect(damaged, isolation_level=None)) as of:
        of.text_factory = lambda data: data.decode("utf-8", "replace")
        with disk_errors(said):
            (version,) = of.execute("PRAGMA user_version").fetchone()
            of.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        version = version if 0 < version <= VERSION else VERSION
        with contextlib.closing(sqlite3.connect(fresh, isolation_level=None)) as into:
            for statements in MIGRATIONS[:version]:
                for statement in statements:
                    into.execute(statement)
            into.execute(f"PRAGMA user_version = {version}")
            into.execute("BEGIN")
            tables = tuple(
                _save_table(of, into, table) for table in _TABLES if _has_table(into, table)
            )
            into.execute("COMMIT")
    if not any(one.rows for one in tables):
        raise DeskError("nothing-to-save", path=str(said))
    return tables


def _has_table(connection: sqlite3.Connection, table: str) -> bool:
    row = connection.execute(
        "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", (table,)
    ).fetchone()
    return row is not None


def _save_table(of: sqlite3.Connection, into: sqlite3.Connection, table: str) -> Saved:
    columns = [(row[1], row[5]) for row in into.execute(f"PRAGMA table_info ({table})").fetchall()]
    names = ", ".join(name for name, _ in columns)
    keys = [name for name, place in sorted(columns, key=lambda one: one[1]) if place]
    marks = ", ".join("?" * len(columns))
    saved = Saved(table)
    rows = (
        _by_text(of, table, names, saved)
        if table in ("names", "exports")
        else _by_number(of, table, names, keys, saved)
    )
    for row in rows:
        try:
            if not mending.can_stay(table, names.split(", "), row):
                raise sqlite3.IntegrityError
            into.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", row)
            saved.rows += 1
        except sqlite3.IntegrityError:
            saved.refused += 1
    saved.lost = _lost(of, saved)
    return saved


def _lost(of: sqlite3.Connection, saved: Saved) -> int | None:
    """How many rows are not among those saved: what the table's indexes counted, if they agree."""
    if not saved.unreadable:
        return saved.refused
    counts = set()
    for _number, name, _unique, _origin, is_partial in of.execute(
        f"PRAGMA index_list ({saved.table})"
    ).fetchall():
        with contextlib.suppress(sqlite3.DatabaseError):
            if not is_partial:
                query = f"SELECT count(*) FROM {saved.table} INDEXED BY {name}"
                counts.add(of.execute(query).fetchone()[0])
    if len(counts) != 1 or (there_were := counts.pop()) < saved.rows:
        return None
    return int(there_were) - saved.rows


def _by_text(
    of: sqlite3.Connection, table: str, names: str, saved: Saved
) -> Iterator[tuple[object, ...]]:
    """The rows from the beginning on, as far as they go."""
    try:
        yield from of.execute(f"SELECT {names} FROM {table}")
    except sqlite3.DatabaseError:
        saved.unreadable = True


def _by_number(
    of: sqlite3.Connection, table: str, names: str, keys: list[str], saved: Saved
) -> Iterator[tuple[object, ...]]:
    """The rows by ranges of their first key, and where one number of it fails, of the second."""
    budget = [_PATIENCE]
    select = f"SELECT {names} FROM {table} WHERE"
    end = _end(of, table, keys[0])
    whole = f"{select} {keys[0]} BETWEEN ? AND ?"
    for found, low, high in _ranges(of, whole, (), budget, end):
        if found is not None:
            yield from found
        elif len(keys) == 1 or low != high:
            saved.unreadable = True
        else:
            within = f"{select} {keys[0]} = ? AND {keys[1]} BETWEEN ? AND ?"
            for rows, _first, _last in _ranges(of, within, (low,), budget, _most(of, table, low)):
                saved.unreadable |= rows is None
                yield from rows or ()


Range = tuple[list[tuple[object, ...]] | None, int, int]


def _ranges(
    of: sqlite3.Connection, query: str, before: tuple[int, ...], budget: list[int], end: int
) -> Iterator[Range]:
    """The rows of a query for ranges from 0 to `end`; None where they cannot be read."""
    waiting = [(0, end)]
    while waiting:
        low, high = waiting.pop()
        try:
            yield of.execute(query, (*before, low, high)).fetchall(), low, high
        except sqlite3.DatabaseError:
            budget[0] -= 1
            if low == high or budget[0] < 0:
                yield None, low, high
                continue
            middle = (low + high) // 2
            waiting += [(middle + 1, high), (low, middle)]


def _end(of: sqlite3.Connection, table: str, key: str) -> int:
    """The highest number of a table's first key, or where it may be taken to be."""
    for query in (
        f"SELECT max({key}) FROM {table}",
        f"SELECT seq FROM sqlite_sequence WHERE name = '{table}'",
        "SELECT max(id) FROM articles" if key == "article" else f"SELECT max({key}) FROM {table}",
    ):
        with contextlib.suppress(sqlite3.DatabaseError):
            row = of.execute(query).fetchone()
            if row and isinstance(row[0], int):
                return int(row[0])
    return _MOST_NUMBER


def _most(of: sqlite3.Connection, table: str, article: int) -> int:
    """The highest number that a line or segment of an article can have."""
    column = {"blocks": "last_block", "segments": "last_segment"}.get(table)
    with contextlib.suppress(sqlite3.DatabaseError):
        if column:
            row = of.execute(f"SELECT {column} FROM articles WHERE id = ?", (article,)).fetchone()
            if row and row[0]:
                return int(row[0])
    return 4_096
