"""The memory follows the desk: what is confirmed is in it, what is opened again is not.

A unit with an `article` and a `segment` is there exactly while that segment is confirmed, with its
texts; every function that writes segments calls `follow`, so that undo, import and correction are
right of themselves. What was confirmed of a segment that has gone (split, joined, dropped with its
line) stays as a unit without a segment: the sentence was translated all the same. Separate from
`memory`, which stores units and asks not why.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from translator import desk as desks
from translator.desk import memory
from translator.desk.packing import unpack_codes
from translator.memory.tokens import NOTHING, key
from translator.memory.units import canonical_source, of_segment
from translator.model import Segment, Unit


def follow(
    connection: sqlite3.Connection, article: int, before: Segment | None, after: Segment | None
) -> None:
    """Let the memory follow what became of a segment: None is one that is not there.

    To be called behind the change, within its transaction.
    """
    was, stands = _is_confirmed(before), _is_confirmed(after)
    if not was and not stands:
        return
    if was and before is not None and (after is None or after.source != before.source):
        _detach(connection, article, before.id)
    elif was and not stands and before is not None:
        for number in own(connection, article, before.id):
            memory.delete(connection, [number])
    if stands and after is not None:
        _enter(connection, article, after)


def _is_confirmed(segment: Segment | None) -> bool:
    return segment is not None and not segment.is_open and bool(segment.target.strip())


def own(connection: sqlite3.Connection, article: int, segment: int) -> list[int]:
    """The unit that a segment of an article has made, by its id; empty where none."""
    rows = connection.execute(
        "SELECT id FROM units WHERE article = ? AND segment = ?", (article, segment)
    )
    return [row[0] for row in rows]


def _detach(connection: sqlite3.Connection, article: int, segment: int) -> None:
    """Keep what was confirmed of a segment that has gone, once."""
    for number in own(connection, article, segment):
        (unit,) = memory.read(connection, [number])
        if _loose(connection, article, unit) is None:
            connection.execute("UPDATE units SET segment = NULL WHERE id = ?", (number,))
        else:
            memory.delete(connection, [number])


def _loose(connection: sqlite3.Connection, article: int, unit: Unit) -> int | None:
    """The unit of this article with these texts that is no segment's."""
    row = connection.execute(
        "SELECT id FROM units WHERE key = ? AND source = ? AND target = ? AND article = ?"
        " AND segment IS NULL",
        (key(unit.source), unit.source, unit.target, article),
    ).fetchone()
    return int(row[0]) if row else None


def _enter(connection: sqlite3.Connection, article: int, segment: Segment) -> None:
    before, after = neighbours(connection, article, segment.id)
    author = getattr(connection, "author", "")
    now = desks.now()
    unit = replace(
        of_segment(segment), before=before, after=after, author=author, created=now, changed=now
    )
    standing = own(connection, article, segment.id)
    number = standing[0] if standing else _loose(connection, article, unit)
    if number is None:
        number = memory.enter(connection, unit)
    else:
        memory.renew(connection, number, unit)
    connection.execute(
        "UPDATE units SET article = ?, segment = ? WHERE id = ?", (article, segment.id, number)
    )


def neighbours(connection: sqlite3.Connection, article: int, segment: int) -> tuple[int, int]:
    """The keys of the sentences before and after a segment of an article."""
    rows = connection.execute(
        "SELECT segments.position - here.position, segments.source, blocks.codes"
        " FROM segments AS here JOIN segments ON segments.article = here.article"
        " AND segments.position IN (here.position - 1, here.position + 1)"
        " JOIN blocks ON blocks.article = segments.article AND blocks.id = segments.block"
        " WHERE here.article = ? AND here.id = ?",
        (article, segment),
    )
    found = {
        step: key(canonical_source(source, unpack_codes(codes))) for step, source, codes in rows
    }
    return found.get(-1, NOTHING), found.get(1, NOTHING)


def adopt(connection: sqlite3.Connection) -> None:
    """Enter what has been confirmed on a desk that had no memory yet."""
    from translator.desk.articles import read_segments

    for (article,) in connection.execute("SELECT id FROM articles ORDER BY id").fetchall():
        for segment in read_segments(connection, article):
            follow(connection, article, None, segment)
