"""One segment: read and changed, and every change entered in the journal.

Refuses to decide what a change means; `editing` does. Separate from `articles` because this and
`structure` are the only places that write a target.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Literal

from translator.desk import following
from translator.desk.articles import COLUMNS, segment_of
from translator.desk.journal import (
    Action,
    Holding,
    Note,
    amend,
    enter,
    last_by_person,
    remove,
    touch,
)
from translator.desk.packing import unpack_codes
from translator.errors import NotFoundError
from translator.model import Segment, State


def get(connection: sqlite3.Connection, key: int, number: int) -> Segment:
    """One segment of an article. Raises NotFoundError."""
    found = find(connection, key, number)
    if found is None:
        raise NotFoundError("no-such-segment", segment=number)
    return found


def find(connection: sqlite3.Connection, key: int, number: int) -> Segment | None:
    """One segment of an article, or None where it has gone: joined, or dropped with its line."""
    row = connection.execute(
        f"SELECT {COLUMNS} FROM segments WHERE article = ? AND id = ?", (key, number)
    ).fetchone()
    if row is None:
        return None
    (codes,) = connection.execute(
        "SELECT codes FROM blocks WHERE article = ? AND id = ?", (key, row[1])
    ).fetchone()
    return segment_of(row, unpack_codes(codes))


def with_words(
    connection: sqlite3.Connection, words: Sequence[str]
) -> tuple[tuple[str, Segment], ...]:
    """The segments of the desk that have a translation and one of these words in their English,
    each with the slug of its article."""
    columns = ", ".join(f"segments.{name.strip()}" for name in COLUMNS.split(","))
    marks = " OR ".join(["instr(source, ?)"] * len(words))
    rows = connection.execute(
        f"SELECT slug, codes, {columns} FROM segments"
        " JOIN articles ON articles.id = segments.article"
        " JOIN blocks ON blocks.article = segments.article AND blocks.id = segments.block"
        f" WHERE deleted = 0 AND target <> '' AND ({marks}) ORDER BY slug, segments.position",
        tuple(words),
    )
    return tuple(
        (slug, segment_of(tuple(rest), unpack_codes(codes))) for slug, codes, *rest in rows
    )


def open_with_source(
    connection: sqlite3.Connection, source: str
) -> tuple[tuple[str, Segment], ...]:
    """The open segments of the desk with this marked English, each with its article's slug."""
    columns = ", ".join(f"segments.{name.strip()}" for name in COLUMNS.split(","))
    # The plus keeps SQLite from putting the text into the beginning, which the index answers.
    rows = connection.execute(
        f"SELECT slug, codes, {columns} FROM segments"
        " JOIN articles ON articles.id = segments.article"
        " JOIN blocks ON blocks.article = segments.article AND blocks.id = segments.block"
        " WHERE state = 'initial' AND substr(source, 1, 24) = substr(?, 1, 24) AND +source = ?"
        " AND deleted = 0"
        " ORDER BY articles.id, segments.position",
        (source, source),
    )
    return tuple(
        (slug, segment_of(tuple(rest), unpack_codes(codes))) for slug, codes, *rest in rows
    )


def put(
    connection: sqlite3.Connection,
    key: int,
    number: int,
    action: Action,
    after: Holding,
    batch: int = 0,
    *,
    folds: bool = True,
) -> Segment:
    """Make a segment hold this, enter it in the journal, and return the segment as it is now.

    Changes with the same `batch` are taken back together. Consecutive typing in one segment is
    folded into one entry, whatever a machine fills beside it, and typing that comes back to where
    it began leaves none; not so where `folds` is False. The memory follows.
    """
    former = get(connection, key, number)
    before = Holding.of(former)
    if before == after:
        return former
    connection.execute(
        "UPDATE segments SET target = ?, state = ?, origin = ?, rate = ?, signature = ?"
        " WHERE article = ? AND id = ?",
        (after.target, after.state, after.origin, after.rate, after.signature, key, number),
    )
    if not folds or not _fold(connection, key, number, action, before, after):
        enter(connection, key, number, action, before, after, batch)
    changed = get(connection, key, number)
    following.follow(connection, key, former, changed)
    return changed


def put_note(
    connection: sqlite3.Connection,
    key: int,
    number: int,
    action: Action,
    text: str,
    batch: int = 0,
) -> None:
    """Write what stands beside a segment, and enter it in the journal. Raises NotFoundError."""
    before = get(connection, key, number).note
    if before == text:
        return
    connection.execute(
        "UPDATE segments SET note = ? WHERE article = ? AND id = ?", (text, key, number)
    )
    enter(connection, key, number, action, Note(before), Note(text), batch)


def _fold(
    connection: sqlite3.Connection,
    key: int,
    number: int,
    action: Action,
    before: Holding,
    after: Holding,
) -> bool:
    """Let typing go on in the entry that it began; False where there is none."""
    last = last_by_person(connection, key)
    if action is not Action.TYPE or last is None:
        return False
    if (last.action, last.segment, last.after) != (Action.TYPE, number, before):
        return False
    if last.before == after:
        remove(connection, last)
    else:
        amend(connection, last, after)
    touch(connection, key, action)
    return True


def texts(
    connection: sqlite3.Connection, key: int, column: Literal["source", "target", "note"]
) -> tuple[tuple[int, str, State], ...]:
    """One text of each segment of an article in page order, with its id and state: for searches,
    which need a whole segment only where they find something."""
    rows = connection.execute(
        f"SELECT id, {column}, state FROM segments WHERE article = ? ORDER BY position", (key,)
    )
    return tuple((number, text, State(state)) for number, text, state in rows)
