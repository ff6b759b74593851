"""Whether a desk is whole: the file, and what its tables say of each other.

SQLite vouches for its pages and for what refers to what; the rest is looked at here: values are
such as a desk holds, an article has lines and they are cut, in one order, under numbers that are
not given twice; the journal can be read and knows what is confirmed, the memory holds what is
confirmed and nothing else, pages have the bytes they had. Refuses to change anything. Separate
from `salvage`, which does.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from translator.desk import DATABASE, Desk, disk_errors, soundness
from translator.desk.journal import Holding, Passage, entries
from translator.model import TRANSLATED_ROLES

_MOST_PAGES = 20
"""So many complaints of SQLite's own are listed: one broken page can bring hundreds."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that is not as it should be. `code` names it for `wording`."""

    code: str
    where: str
    detail: str = ""


def verify(desk: Desk) -> tuple[Trouble, ...]:
    """All that is wrong with a desk, the file first; empty where it is whole.

    Where the file itself is broken the tables are not looked at. Raises DeskError: locked.
    """
    with disk_errors(desk.folder / DATABASE):
        broken = tuple(_pages(desk.connection))
    if broken:
        return broken
    with disk_errors(desk.folder / DATABASE):
        desk.connection.execute("BEGIN")
        try:
            return (
                *_references(desk.connection),
                *_values(desk.connection),
                *_lines(desk.connection),
                *_orders(desk.connection),
                *_stored_pages(desk.connection),
                *_journals(desk.connection),
                *_memory(desk.connection),
            )
        finally:
            desk.connection.execute("ROLLBACK")


def _pages(connection: sqlite3.Connection) -> Iterator[Trouble]:
    try:
        lines = connection.execute(f"PRAGMA integrity_check({_MOST_PAGES})").fetchall()
    except sqlite3.DatabaseError as error:
        if not getattr(error, "sqlite_errorname", "").startswith(("SQLITE_CORRUPT", "SQLITE_NOT")):
            raise
        lines = [(str(error),)]  # too broken even to be looked through
    for (said,) in lines:
        if said != "ok":
            yield Trouble("file-damaged", DATABASE, " ".join(str(said).split()))


def _references(connection: sqlite3.Connection) -> Iterator[Trouble]:
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for table, _row, parent, _number in connection.execute("PRAGMA foreign_key_check").fetchall():
        counts[table, parent] += 1
    for (table, parent), count in counts.items():
        yield Trouble("row-orphaned", table, f"{count} → {parent}")


def _values(connection: sqlite3.Connection) -> Iterator[Trouble]:
    for odd in soundness.odd_values(connection):
        yield Trouble("value-odd", f"{odd.table}.{odd.column}", str(odd.value)[:80])


def _lines(connection: sqlite3.Connection) -> Iterator[Trouble]:
    """Articles without lines, lines to translate without segments, segments of other lines."""
    empty = connection.execute(
        "SELECT slug FROM articles WHERE id NOT IN (SELECT article FROM blocks) ORDER BY id"
    )
    for (slug,) in empty.fetchall():
        yield Trouble("article-empty", slug)
    for slug, _article, line, *_rest in uncut(connection):
        yield Trouble("line-uncut", f"{slug}:{line}")
    marks = ", ".join("?" * len(TRANSLATED_ROLES))
    stray = connection.execute(
        "SELECT slug, segments.id FROM segments JOIN articles ON articles.id = segments.article"
        " JOIN blocks ON blocks.article = segments.article AND blocks.id = block"
        f" WHERE role NOT IN ({marks}) ORDER BY 1, 2",
        sorted(TRANSLATED_ROLES),
    )
    for slug, number in stray.fetchall():
        yield Trouble("segment-stray", f"{slug}:{number}")


def uncut(connection: sqlite3.Connection) -> list[tuple[str, int, int, str, str]]:
    """The lines to translate that have no segments though they have text: slug and row of the
    article, line, text, packed codes."""
    marks = ", ".join("?" * len(TRANSLATED_ROLES))
    rows = connection.execute(
        "SELECT slug, articles.id, blocks.id, text, codes FROM blocks"
        " JOIN articles ON articles.id = blocks.article"
        f" WHERE role IN ({marks}) AND trim(text) <> '' AND NOT EXISTS (SELECT 1 FROM segments"
        " WHERE segments.article = blocks.article AND segments.block = blocks.id)"
        " ORDER BY articles.id, blocks.position",
        sorted(TRANSLATED_ROLES),
    )
    return rows.fetchall()


def _orders(connection: sqlite3.Connection) -> Iterator[Trouble]:
    """Places that are taken twice, and numbers that would be given again."""
    for table, last in (("blocks", "last_block"), ("segments", "last_segment")):
        rows = connection.execute(
            f"SELECT slug, {last} < max({table}.id), count(*) > count(DISTINCT position)"
            f" FROM {table} JOIN articles ON articles.id = article"
            " GROUP BY article ORDER BY article"
        )
        for slug, is_behind, is_doubled in rows.fetchall():
            if is_behind:
                yield Trouble("numbers-behind", slug, table)
            if is_doubled:
                yield Trouble("order-broken", slug, table)


def _stored_pages(connection: sqlite3.Connection) -> Iterator[Trouble]:
    rows = connection.execute(
        "SELECT slug, digest, bytes FROM articles LEFT JOIN pages ON article = id"
    )
    for slug, digest, data in rows:
        if digest is None:
            yield Trouble("page-missing", slug)
        elif not _has_digest(data, digest):
            yield Trouble("page-other", slug)


def _has_digest(data: bytes, digest: str) -> bool:
    try:
        return hashlib.sha256(zlib.decompress(data)).hexdigest() == digest
    except zlib.error:
        return False


def _journals(connection: sqlite3.Connection) -> Iterator[Trouble]:
    for key, slug in connection.execute("SELECT id, slug FROM articles ORDER BY id").fetchall():
        try:
            known = known_holdings(connection, key)
        except soundness.STUMBLES:
            yield Trouble("journal-unreadable", slug)
            continue
        for number in unknown_confirmed(connection, key, known):
            yield Trouble("journal-apart", f"{slug}:{number}")


def known_holdings(connection: sqlite3.Connection, key: int) -> dict[int, list[Holding]]:
    """What the journal knows each segment of an article to have held, oldest first."""
    known: dict[int, list[Holding]] = defaultdict(list)
    for entry in entries(connection, key):
        for content in (entry.before, entry.after):
            if isinstance(content, Holding):
                known[entry.segment].append(content)
            elif isinstance(content, Passage):
                for segment in content.segments:
                    known[segment.id].append(Holding.of(segment))
    return known


def unknown_confirmed(
    connection: sqlite3.Connection, key: int, known: dict[int, list[Holding]]
) -> list[int]:
    """The confirmed segments with a history that does not know what they hold.

    Only those: an open draft may come with the page itself, and confirming always is entered.
    """
    rows = connection.execute(
        "SELECT id, target, state FROM segments WHERE article = ? AND state <> 'initial'", (key,)
    )
    return [
        number
        for number, target, state in rows
        if number in known
        and not any((one.target, one.state) == (target, state) for one in known[number])
    ]


def _memory(connection: sqlite3.Connection) -> Iterator[Trouble]:
    lacking = connection.execute(
        "SELECT slug, segments.id FROM segments JOIN articles ON articles.id = segments.article"
        " LEFT JOIN units ON units.article = segments.article AND units.segment = segments.id"
        " WHERE state <> 'initial' AND trim(segments.target) <> '' AND units.id IS NULL"
    )
    for slug, number in lacking.fetchall():
        yield Trouble("memory-lacks", f"{slug}:{number}")
    extra = connection.execute(
        "SELECT slug, segment FROM units JOIN articles ON articles.id = units.article"
        " LEFT JOIN segments ON segments.article = units.article AND segments.id = segment"
        " WHERE segment IS NOT NULL AND coalesce(state, 'initial') = 'initial'"
    )
    for slug, number in extra.fetchall():
        yield Trouble("memory-extra", f"{slug}:{number}")
