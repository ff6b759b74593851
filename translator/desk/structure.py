"""Lines of an article and its facts: read and changed as wholes, with the journal's entry.

Lines are taken out and others put in their place, with their segments, so that the same function
does a correction and takes it back. Refuses to decide what a line is; `structure`, the workflow,
does. Separate from `articles`, which writes articles that are new.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from translator.desk import following, versions
from translator.desk.articles import (
    COLUMNS,
    insert_blocks,
    insert_segments,
    read_blocks,
    segment_of,
)
from translator.desk.journal import Action, Facts, Passage, enter
from translator.errors import NotFoundError
from translator.model import Segment

FACTS = (
    *("slug", "author", "published", "reading_minutes", "site", "address", "image"),
    "spanish_slug",
)
"""The facts of an article that a person, or an update of its page, may set."""

PAGE = "page"
"""Stands among the facts for the page that counts, by its number in `versions`."""


def passage(connection: sqlite3.Connection, key: int, lines: Sequence[int]) -> Passage:
    """These lines, in page order, with their segments. Raises NotFoundError."""
    blocks = read_blocks(connection, key)
    wanted = [block for block in blocks if block.id in set(lines)]
    if len(wanted) != len(set(lines)):
        known = {block.id for block in blocks}
        raise NotFoundError("no-such-line", line=next(one for one in lines if one not in known))
    found: list[tuple[Segment, int]] = []
    for block in wanted:
        rows = connection.execute(
            f"SELECT {COLUMNS}, words FROM segments WHERE article = ? AND block = ?"
            " ORDER BY position",
            (key, block.id),
        )
        found += [(segment_of(row[:-1], block.codes), row[-1]) for row in rows]
    return Passage(
        blocks=tuple(wanted),
        segments=tuple(segment for segment, _ in found),
        words=tuple(words for _, words in found),
        order=tuple(block.id for block in blocks),
    )


def reshape(
    connection: sqlite3.Connection,
    key: int,
    action: Action,
    before: Passage,
    after: Passage,
    batch: int = 0,
) -> None:
    """Put the lines of one passage in the place of another's, and enter it in the journal.

    The memory follows. Entries with the same `batch` are taken back together.
    """
    connection.executemany(
        "DELETE FROM blocks WHERE article = ? AND id = ?",
        ((key, block.id) for block in before.blocks),
    )
    insert_blocks(connection, key, after.blocks)
    insert_segments(connection, key, zip(after.segments, after.words, strict=True))
    _renumber(connection, key, after)
    highest = [
        max(numbers, default=0)
        for numbers in ([one.id for one in after.blocks], [one.id for one in after.segments])
    ]
    connection.execute(
        "UPDATE articles SET last_block = max(last_block, ?),"
        " last_segment = max(last_segment, ?) WHERE id = ?",
        (*highest, key),
    )
    enter(connection, key, 0, action, before, after, batch)
    _follow(connection, key, before.segments, after.segments)


def _follow(
    connection: sqlite3.Connection, key: int, before: Sequence[Segment], after: Sequence[Segment]
) -> None:
    former = {segment.id: segment for segment in before}
    standing = {segment.id: segment for segment in after}
    # What has gone is let go first, so that what comes back finds it.
    for number in sorted(former.keys() | standing.keys(), key=lambda one: one in standing):
        following.follow(connection, key, former.get(number), standing.get(number))


def _renumber(connection: sqlite3.Connection, key: int, after: Passage) -> None:
    """Give lines and segments the places that the order of the lines asks for."""
    connection.executemany(
        "UPDATE blocks SET position = ? WHERE article = ? AND id = ?",
        ((position, key, number) for position, number in enumerate(after.order)),
    )
    within = {segment.id: place for place, segment in enumerate(after.segments)}
    rows = connection.execute(
        "SELECT segments.id, blocks.position, segments.position FROM segments JOIN blocks"
        " ON blocks.article = segments.article AND blocks.id = block WHERE segments.article = ?",
        (key,),
    ).fetchall()
    rows.sort(key=lambda row: (row[1], within.get(row[0], row[2])))
    connection.executemany(
        "UPDATE segments SET position = ? WHERE article = ? AND id = ?",
        ((position, key, row[0]) for position, row in enumerate(rows)),
    )


def order(connection: sqlite3.Connection, key: int) -> tuple[int, ...]:
    """The lines of an article by their ids, in page order."""
    rows = connection.execute("SELECT id FROM blocks WHERE article = ? ORDER BY position", (key,))
    return tuple(row[0] for row in rows)


def last_numbers(connection: sqlite3.Connection, key: int) -> tuple[int, int]:
    """The highest numbers given so far to a line and to a segment of the article."""
    block, segment = connection.execute(
        "SELECT last_block, last_segment FROM articles WHERE id = ?", (key,)
    ).fetchone()
    return int(block), int(segment)


def facts(connection: sqlite3.Connection, key: int, names: Iterable[str]) -> Facts:
    """These facts of an article as its row holds them."""
    wanted = [name for name in FACTS if name in set(names)]
    found: dict[str, str | int | None] = {}
    if wanted:
        row = connection.execute(
            f"SELECT {', '.join(wanted)} FROM articles WHERE id = ?", (key,)
        ).fetchone()
        found = dict(zip(wanted, row, strict=True))
    if PAGE in set(names):
        found[PAGE] = versions.current(connection, key)
    return found


def describe(
    connection: sqlite3.Connection,
    key: int,
    action: Action,
    before: Facts,
    after: Facts,
    batch: int = 0,
) -> None:
    """Set facts of an article, and enter it in the journal."""
    wanted = [name for name in FACTS if name in after]
    if wanted:
        columns = ", ".join(f"{name} = ?" for name in wanted)
        connection.execute(
            f"UPDATE articles SET {columns} WHERE id = ?", (*(after[name] for name in wanted), key)
        )
    if PAGE in after:
        versions.switch(connection, key, int(after[PAGE] or 0))
    enter(connection, key, 0, action, before, after, batch)
