"""What can be saved of a damaged desk: its rows, table by table, in a fresh one.

A broken page hides the rows on it and those below it, never the others: rows are asked for by
their keys, in ranges, and a range that cannot be read is halved until the unreadable ones are
alone. Refuses to touch the damaged file, which is read from a copy, and to make texts up: where
others depend on a row that is lost, an empty one stands in for it. Separate from `copies`, which
puts back a whole desk of another day.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from translator import desk as desks
from translator.desk import DATABASE, copies, disk_errors, following, journal, upkeep, verification
from translator.desk.articles import read_blocks, read_segments
from translator.desk.journal import Action, Holding
from translator.desk.schema import MIGRATIONS, VERSION
from translator.errors import DeskError
from translator.model import Role

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
    """What became of one table: rows saved, keys in it that could not be read, and rows that hold
    what no desk holds. Keys that never had a row are among the unreadable ones where a page is
    broken, so they count from above."""

    table: str
    rows: int = 0
    unreadable: int = 0
    refused: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """What was saved, where the damaged desk is kept, and for which articles something lost is
    stood in for."""

    tables: tuple[Saved, ...]
    aside: Path
    patched: tuple[str, ...] = field(default=())

    @property
    def is_whole(self) -> bool:
        """Whether nothing was lost."""
        return not self.patched and not any(one.unreadable or one.refused for one in self.tables)


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
        patched = _make_whole(fresh.parent)
        copies.sync(fresh)
        aside = copies.move_aside(folder)
        with disk_errors(folder / DATABASE):
            fresh.replace(folder / DATABASE)
    return Report(tables, aside, patched)


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
            into.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", row)
            saved.rows += 1
        except sqlite3.IntegrityError:
            saved.refused += 1
    return saved


def _by_text(
    of: sqlite3.Connection, table: str, names: str, saved: Saved
) -> Iterator[tuple[object, ...]]:
    """The rows from the beginning on, as far as they go."""
    try:
        yield from of.execute(f"SELECT {names} FROM {table}")
    except sqlite3.DatabaseError:
        saved.unreadable += 1


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
            saved.unreadable += high - low + 1
        else:
            within = f"{select} {keys[0]} = ? AND {keys[1]} BETWEEN ? AND ?"
            for rows, first, last in _ranges(of, within, (low,), budget, _most(of, table, low)):
                saved.unreadable += 0 if rows is not None else last - first + 1
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


def _make_whole(folder: Path) -> tuple[str, ...]:
    """Bring the fresh desk up to date, and let each of its tables agree with the others; the
    articles in which something stands in for what is lost."""
    desk = desks.open_desk(folder)
    try:
        with desks.writing(desk) as connection:
            patched = {*_stand_in_articles(connection), *_stand_in_pages(connection)}
            patched |= set(_stand_in_blocks(connection))
            for table, row, *_rest in connection.execute("PRAGMA foreign_key_check").fetchall():
                if row is not None:
                    connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (row,))
            _settle_memory(connection)
            _settle_journal(connection)
            for _done in upkeep.rebuild(connection):
                pass
        desk.connection.execute("PRAGMA journal_mode = DELETE")
    finally:
        desk.close()
    return tuple(sorted(patched))


def _stand_in_articles(connection: sqlite3.Connection) -> Iterator[str]:
    """An empty article where only its lines, page or journal are left."""
    tables = ("pages", "blocks", "segments", "journal")
    union = " UNION ".join(f"SELECT article FROM {table}" for table in tables)
    for (key,) in connection.execute(f"{union} EXCEPT SELECT id FROM articles").fetchall():
        slug = f"saved-{key}"
        connection.execute(
            "INSERT INTO articles (id, slug, author, site, address, image, language, updated,"
            " last_block, last_segment) SELECT ?, ?, '', '', '', '', 'en', ?,"
            " (SELECT coalesce(max(id), 0) FROM blocks WHERE article = ?),"
            " (SELECT coalesce(max(id), 0) FROM segments WHERE article = ?)",
            (key, slug, desks.now().isoformat(), key, key),
        )
        yield slug


def _stand_in_pages(connection: sqlite3.Connection) -> Iterator[str]:
    """An empty page where an article's is lost."""
    lacking = connection.execute(
        "SELECT id, slug FROM articles WHERE id NOT IN (SELECT article FROM pages)"
    )
    for key, slug in lacking.fetchall():
        connection.execute(
            "INSERT INTO pages (article, source, digest, fetched, bytes) VALUES (?, ?, ?, ?, ?)",
            (key, "", f"lost-{key}", desks.now().isoformat(), zlib.compress(b"")),
        )
        yield slug


def _stand_in_blocks(connection: sqlite3.Connection) -> Iterator[str]:
    """A line made of its segments where the line itself is lost."""
    lacking = connection.execute(
        "SELECT article, slug, block, min(position), group_concat(source || gap, '')"
        " FROM (SELECT * FROM segments ORDER BY article, block, position)"
        " JOIN articles ON articles.id = article"
        " WHERE NOT EXISTS (SELECT 1 FROM blocks WHERE blocks.article = articles.id"
        " AND blocks.id = block) GROUP BY article, block"
    )
    for key, slug, block, position, text in lacking.fetchall():
        connection.execute(
            "INSERT INTO blocks (article, id, position, role, level, text, element, address, codes)"
            " VALUES (?, ?, ?, ?, 0, ?, '', '', '')",
            (key, block, position, Role.PARAGRAPH, text.strip()),
        )
        yield slug


def _settle_memory(connection: sqlite3.Connection) -> None:
    """Units of segments that are not confirmed are nobody's; those that are confirmed have one."""
    connection.execute(
        "UPDATE units SET segment = NULL WHERE segment IS NOT NULL AND NOT EXISTS ("
        " SELECT 1 FROM segments WHERE segments.article = units.article"
        " AND segments.id = units.segment AND state <> 'initial')"
    )
    for (key,) in connection.execute("SELECT id FROM articles").fetchall():
        blocks = {block.id: block for block in read_blocks(connection, key)}
        for segment in read_segments(connection, key, blocks):
            if not following.own(connection, key, segment.id):
                following.follow(connection, key, None, segment)


def _settle_journal(connection: sqlite3.Connection) -> None:
    """Drop lines of the journal that nobody can read, and enter what it does not know: both what it
    knew last and what stands stay in the history."""
    rows = connection.execute("SELECT id, before, after FROM journal").fetchall()
    for number, before, after in rows:
        if not (_is_content(before) and _is_content(after)):
            connection.execute("DELETE FROM journal WHERE id = ?", (number,))
    for (key,) in connection.execute("SELECT id FROM articles").fetchall():
        known = verification.known_holdings(connection, key)
        unknown = set(verification.unknown_confirmed(connection, key, known))
        blocks = {block.id: block for block in read_blocks(connection, key)}
        for segment in read_segments(connection, key, blocks):
            if segment.id in unknown:
                last, now = known[segment.id][-1], Holding.of(segment)
                journal.enter(connection, key, segment.id, Action.RESTORE, last, now)


def _is_content(text: str) -> bool:
    try:
        journal.unpack(text)
    except (ValueError, TypeError, KeyError):
        return False
    return True
