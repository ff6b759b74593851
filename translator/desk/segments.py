"""One segment: read, changed, and every change entered in the journal.

The journal is the undo and the proof that nothing is lost: what a segment held before and after,
with the time. Refuses to decide what a change means; `editing` does. Separate from `articles`
because this is the only place that writes a target.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from enum import StrEnum

from translator.desk import Desk, now, reading
from translator.desk.articles import COLUMNS, no_such_article, segment_of, unpack_codes
from translator.errors import NotFoundError
from translator.model import Origin, Segment, State


class Action(StrEnum):
    """What was done to a segment."""

    TYPE = "type"
    CONFIRM = "confirm"
    REJECT = "reject"
    IMPORT = "import"
    FILL = "fill"
    """A machine or the memory wrote a draft."""
    UNDO = "undo"


BY_PERSON = frozenset({Action.TYPE, Action.CONFIRM, Action.REJECT, Action.IMPORT})
"""What undo takes back."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What a segment holds at one moment: the part of it that work changes."""

    target: str
    state: State
    origin: Origin
    rate: int | None
    signature: str

    @staticmethod
    def of(segment: Segment) -> Holding:
        """What this segment holds."""
        return Holding(
            segment.target, segment.state, segment.origin, segment.rate, segment.signature
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal."""

    id: int
    segment: int
    action: Action
    before: Holding
    after: Holding


def article_key(connection: sqlite3.Connection, slug: str) -> int:
    """The row of an article. Raises NotFoundError."""
    row = connection.execute("SELECT id FROM articles WHERE slug = ?", (slug,)).fetchone()
    if row is None:
        raise no_such_article(connection, slug)
    return int(row[0])


def get(connection: sqlite3.Connection, key: int, number: int) -> Segment:
    """One segment of an article. Raises NotFoundError."""
    row = connection.execute(
        f"SELECT {COLUMNS} FROM segments WHERE article = ? AND id = ?", (key, number)
    ).fetchone()
    if row is None:
        raise NotFoundError("no-such-segment", segment=number)
    (codes,) = connection.execute(
        "SELECT codes FROM blocks WHERE article = ? AND id = ?", (key, row[1])
    ).fetchone()
    return segment_of(row, unpack_codes(codes))


def put(
    connection: sqlite3.Connection, key: int, number: int, action: Action, after: Holding
) -> Segment:
    """Make a segment hold this, enter it in the journal, and return the segment as it is now.

    Consecutive typing in one segment is folded into one entry, whatever a machine fills beside it,
    and typing that comes back to where it began leaves none.
    """
    before = Holding.of(get(connection, key, number))
    if before == after:
        return get(connection, key, number)
    connection.execute(
        "UPDATE segments SET target = ?, state = ?, origin = ?, rate = ?, signature = ?"
        " WHERE article = ? AND id = ?",
        (after.target, after.state, after.origin, after.rate, after.signature, key, number),
    )
    _enter(connection, key, number, action, before, after)
    stamp = now().isoformat()
    if action is Action.FILL:
        connection.execute("UPDATE articles SET updated = ? WHERE id = ?", (stamp, key))
    else:
        connection.execute(
            "UPDATE articles SET updated = ?, edited = ? WHERE id = ?", (stamp, stamp, key)
        )
    return get(connection, key, number)


def _enter(
    connection: sqlite3.Connection,
    key: int,
    number: int,
    action: Action,
    before: Holding,
    after: Holding,
) -> None:
    last = last_by_person(connection, key)
    folds = (
        action is Action.TYPE
        and last is not None
        and (last.action, last.segment, last.after) == (Action.TYPE, number, before)
    )
    if folds and last is not None:
        if last.before == after:
            connection.execute("DELETE FROM journal WHERE id = ?", (last.id,))
        else:
            connection.execute(
                "UPDATE journal SET at = ?, after = ? WHERE id = ?",
                (now().isoformat(), _pack(after), last.id),
            )
        return
    connection.execute(
        "INSERT INTO journal (article, segment, at, action, before, after)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (key, number, now().isoformat(), action, _pack(before), _pack(after)),
    )


_ENTRY = "id, segment, action, before, after"


def last_by_person(connection: sqlite3.Connection, key: int) -> Entry | None:
    """The newest entry of a person's that has not been taken back."""
    marks = ", ".join("?" * len(BY_PERSON))
    row = connection.execute(
        f"SELECT {_ENTRY} FROM journal WHERE article = ? AND undone = 0 AND action IN ({marks})"
        " ORDER BY id DESC LIMIT 1",
        (key, *BY_PERSON),
    ).fetchone()
    return _entry(row) if row else None


def mark_undone(connection: sqlite3.Connection, entry: Entry) -> None:
    """Note that an entry has been taken back."""
    connection.execute("UPDATE journal SET undone = 1 WHERE id = ?", (entry.id,))


def journal(desk: Desk, slug: str) -> tuple[Entry, ...]:
    """All entries of an article, oldest first. Raises NotFoundError."""
    with reading(desk) as connection:
        key = article_key(connection, slug)
        rows = connection.execute(
            f"SELECT {_ENTRY} FROM journal WHERE article = ? ORDER BY id", (key,)
        ).fetchall()
    return tuple(_entry(row) for row in rows)


def _entry(row: tuple[int, int, str, str, str]) -> Entry:
    number, segment, action, before, after = row
    return Entry(number, segment, Action(action), _unpack(before), _unpack(after))


def _pack(holding: Holding) -> str:
    return json.dumps(
        [holding.target, holding.state, holding.origin, holding.rate, holding.signature],
        ensure_ascii=False,
    )


def _unpack(text: str) -> Holding:
    target, state, origin, rate, signature = json.loads(text)
    return Holding(target, State(state), Origin(origin), rate, signature)
