"""Lets the tables of a desk agree again, of which some rows or values are lost.

What others depend on is stood in for by something empty; a line without segments is cut anew, so
that the memory can fill it. Refuses to make texts up, and to keep an article of which no line is
left: its page can be added again, which a husk would hinder. Separate from `salvage`, which reads
what is left.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translator import desk as desks
from translator import inline, segmentation
from translator.desk import following, journal, soundness, upkeep, verification
from translator.desk.articles import insert_segments, read_segments
from translator.desk.journal import Action, Holding, unpack
from translator.desk.packing import unpack_codes
from translator.model import Origin, Role, Segment, State

_ALONE = frozenset({"units", "terms", "names", "journal"})
"""The tables whose rows nothing depends on: one with an odd value goes."""


@dataclass(frozen=True, slots=True)
class Mended:
    """The articles, by their slugs, in which something stands in for what is lost, and those that
    are gone because no line of them is left."""

    patched: tuple[str, ...]
    emptied: tuple[str, ...]


def can_stay(table: str, names: Sequence[str], row: Sequence[object]) -> bool:
    """Whether a row is worth saving: one that others depend on always is."""
    if table not in _ALONE:
        return True
    readers = {name: read for (of, name), read in soundness.READERS.items() if of == table}
    if table == "journal":
        readers |= {"before": unpack, "after": unpack}
    return all(
        name not in readers or soundness.can(readers[name], str(value))
        for name, value in zip(names, row, strict=True)
    )


def make_whole(folder: Path) -> Mended:
    """Bring a desk up to date, and let each of its tables agree with the others. Raises
    DeskError."""
    desk = desks.open_desk(folder)
    try:
        with desks.writing(desk) as connection:
            patched = {*_stand_in_articles(connection), *_stand_in_values(connection)}
            patched |= {*_stand_in_pages(connection), *_stand_in_blocks(connection)}
            emptied = tuple(_drop_empty(connection))
            for table, row, *_rest in connection.execute("PRAGMA foreign_key_check").fetchall():
                if row is not None:
                    connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (row,))
            patched |= set(_cut_lines(connection))
            _settle_order(connection)
            _settle_memory(connection)
            _settle_journal(connection)
            for _done in upkeep.rebuild(connection):
                pass
        desk.connection.execute("PRAGMA journal_mode = DELETE")
    finally:
        desk.close()
    return Mended(tuple(sorted(patched - set(emptied))), emptied)


def _stand_in_articles(connection: sqlite3.Connection) -> Iterator[str]:
    """An empty article where only its lines, page or journal are left."""
    tables = ("pages", "blocks", "segments", "journal")
    union = " UNION ".join(f"SELECT article FROM {table}" for table in tables)
    for (key,) in connection.execute(f"{union} EXCEPT SELECT id FROM articles").fetchall():
        slug = f"saved-{key}"
        connection.execute(
            "INSERT INTO articles (id, slug, author, site, address, image, language, updated)"
            " VALUES (?, ?, '', '', '', '', 'en', ?)",
            (key, slug, desks.now().isoformat()),
        )
        yield slug


def _stand_in_values(connection: sqlite3.Connection) -> Iterator[str]:
    """The plainest value there is where one is none."""
    now = desks.now().isoformat()
    plain: dict[tuple[str, str], object] = {
        ("articles", "updated"): now,
        ("pages", "fetched"): now,
        ("page_versions", "fetched"): now,
        ("blocks", "codes"): "",
        ("segments", "state"): State.INITIAL,
        ("segments", "origin"): Origin.NONE,
    }
    for table, column, value in tuple(soundness.odd_values(connection)):
        key = "id" if table == "articles" else "article"
        slugs = connection.execute(
            f"SELECT slug FROM articles WHERE id IN (SELECT {key} FROM {table} WHERE {column} = ?)",
            (value,),
        ).fetchall()
        if (table, column) == ("blocks", "role"):
            _give_role(connection, value)
        else:
            connection.execute(
                f"UPDATE {table} SET {column} = ? WHERE {column} = ?",
                (plain.get((table, column)), value),
            )
        yield from (slug for (slug,) in slugs)


def _give_role(connection: sqlite3.Connection, odd: object) -> None:
    """A line with segments is a paragraph; one without may be dropped, as far as anybody knows."""
    connection.execute(
        "UPDATE blocks SET role = CASE WHEN EXISTS (SELECT 1 FROM segments"
        " WHERE segments.article = blocks.article AND segments.block = blocks.id)"
        " THEN ? ELSE ? END WHERE role = ?",
        (Role.PARAGRAPH, Role.FURNITURE, odd),
    )


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


def _drop_empty(connection: sqlite3.Connection) -> Iterator[str]:
    """Take out articles without a line. What they gave to the memory stays there."""
    rows = connection.execute(
        "SELECT id, slug FROM articles WHERE id NOT IN (SELECT article FROM blocks) ORDER BY id"
    )
    for key, slug in rows.fetchall():
        connection.execute("DELETE FROM articles WHERE id = ?", (key,))
        yield slug


def _cut_lines(connection: sqlite3.Connection) -> Iterator[str]:
    """Cut lines anew whose segments are lost, under numbers that nobody has had."""
    for slug, key, line, text, packed in verification.uncut(connection):
        codes = unpack_codes(packed)
        (last,) = connection.execute(
            "SELECT max(last_segment, coalesce((SELECT max(id) FROM segments WHERE article = ?),"
            " 0)) FROM articles WHERE id = ?",
            (key, key),
        ).fetchone()
        made = [
            Segment(number, line, sentence.text, gap=sentence.gap)
            for number, sentence in enumerate(segmentation.split_marked(text, codes), last + 1)
        ]
        words = [
            sum(any(map(str.isalnum, word)) for word in inline.strip(one.source, codes).split())
            for one in made
        ]
        insert_segments(connection, key, zip(made, words, strict=True))
        _settle_numbers(connection)
        yield slug


def _settle_numbers(connection: sqlite3.Connection) -> None:
    """No number is given twice."""
    for table, last in (("blocks", "last_block"), ("segments", "last_segment")):
        connection.execute(
            f"UPDATE articles SET {last} = max({last}, coalesce((SELECT max({table}.id)"
            f" FROM {table} WHERE article = articles.id), 0))"
        )


def _settle_order(connection: sqlite3.Connection) -> None:
    """Each line and each segment has a place of its own, segments in the order of their lines."""
    _settle_numbers(connection)
    for (key,) in connection.execute("SELECT id FROM articles").fetchall():
        orders = {
            "blocks": "SELECT id FROM blocks WHERE article = ? ORDER BY position, id",
            "segments": "SELECT segments.id FROM segments JOIN blocks"
            " ON blocks.article = segments.article AND blocks.id = block"
            " WHERE segments.article = ? ORDER BY blocks.position, segments.position, segments.id",
        }
        for table, query in orders.items():
            numbers = connection.execute(query, (key,)).fetchall()
            connection.executemany(
                f"UPDATE {table} SET position = ? WHERE article = ? AND id = ?",
                ((place, key, number) for place, (number,) in enumerate(numbers)),
            )


def _settle_memory(connection: sqlite3.Connection) -> None:
    """Units of segments that are not confirmed are nobody's; those that are confirmed have one."""
    connection.execute(
        "UPDATE units SET segment = NULL WHERE segment IS NOT NULL AND NOT EXISTS ("
        " SELECT 1 FROM segments WHERE segments.article = units.article"
        " AND segments.id = units.segment AND state <> 'initial')"
    )
    for (key,) in connection.execute("SELECT id FROM articles").fetchall():
        for segment in read_segments(connection, key):
            if not following.own(connection, key, segment.id):
                following.follow(connection, key, None, segment)


def _settle_journal(connection: sqlite3.Connection) -> None:
    """Enter what the journal does not know: both what it knew last and what stands stay in the
    history."""
    for (key,) in connection.execute("SELECT id FROM articles").fetchall():
        known = verification.known_holdings(connection, key)
        unknown = set(verification.unknown_confirmed(connection, key, known))
        for segment in read_segments(connection, key):
            if segment.id in unknown:
                last, now = known[segment.id][-1], Holding.of(segment)
                journal.enter(connection, key, segment.id, Action.RESTORE, last, now)
