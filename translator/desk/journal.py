"""The journal: every change of an article, as it was before and after.

The journal is the undo and the proof that nothing is lost. Refuses to change anything but itself.
Separate because segments, lines of the page and facts of the article are changed in three places
and taken back in one order.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any

from translator.desk import Desk, now, reading
from translator.desk.articles import find_key as find_key
from translator.desk.articles import no_such_article
from translator.desk.packing import pack_codes, unpack_codes
from translator.model import Block, Origin, Role, Segment, State


class Action(StrEnum):
    """What was done."""

    TYPE = "type"
    CONFIRM = "confirm"
    REJECT = "reject"
    IMPORT = "import"
    REPLACE = "replace"
    """A word was changed wherever it stood: many segments, one decision."""
    FILL = "fill"
    """A machine or the memory wrote a draft."""
    REPEAT = "repeat"
    """A confirmed text was taken for the same sentence elsewhere."""
    RESTORE = "restore"
    """A former version was brought back."""
    UNDO = "undo"
    REDO = "redo"
    MARK = "mark"
    """A confirmed segment was reviewed, or released, or neither any more."""
    NOTE = "note"
    """What stands beside a segment was written, and nothing of the segment."""
    RESHAPE = "reshape"
    """Lines of the page or their segments were changed."""
    DESCRIBE = "describe"
    """Facts of the article were set: author, date, minutes, slug."""


BY_PERSON = frozenset(Action) - {Action.FILL, Action.UNDO, Action.REDO}
"""What undo takes back."""


class Fate(IntEnum):
    """What has become of an entry."""

    STANDS = 0
    UNDONE = 1
    """Taken back, and can be done again."""
    DEAD = 2
    """Taken back for good: something else was done since, here or by another process."""


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
class Note:
    """What stands beside a segment. Apart from what it holds, so that neither takes back the
    other."""

    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Some lines of an article with their segments, and the order of all its lines by their ids.

    `words` are the English words of each segment.
    """

    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...]
    words: tuple[int, ...]
    order: tuple[int, ...]


Facts = Mapping[str, str | int | None]
"""Columns of the article and their values."""

Content = Holding | Note | Passage | Facts


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal. `segment` is 0 where lines or facts were changed. Lines with the
    same `batch`, where it is not 0, were one decision and are taken back together."""

    id: int
    article: int
    segment: int
    action: Action
    at: datetime
    before: Content
    after: Content
    batch: int = 0


_COLUMNS = "id, article, segment, action, at, before, after, batch"


def article_key(connection: sqlite3.Connection, slug: str) -> int:
    """The row of an article. Raises NotFoundError."""
    key = find_key(connection, slug)
    if key is None:
        raise no_such_article(connection, slug)
    return key


def enter(
    connection: sqlite3.Connection,
    key: int,
    segment: int,
    action: Action,
    before: Content,
    after: Content,
    batch: int = 0,
) -> None:
    """Write a line, and note on the article when it was last changed."""
    stamp = now().isoformat()
    connection.execute(
        "INSERT INTO journal (article, segment, at, action, before, after, batch)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (key, segment, stamp, action, _pack(before), _pack(after), batch),
    )
    if action in BY_PERSON:
        forget_undone(connection, key)
    touch(connection, key, action)


def touch(connection: sqlite3.Connection, key: int, action: Action) -> None:
    """Note on the article when it was last changed, and when by a person."""
    stamp = now().isoformat()
    changes_no_text = action in (Action.FILL, Action.NOTE)
    columns = "updated = ?" if changes_no_text else "updated = ?, edited = ?"
    stamps = (stamp,) if changes_no_text else (stamp, stamp)
    connection.execute(f"UPDATE articles SET {columns} WHERE id = ?", (*stamps, key))


def last_by_person(connection: sqlite3.Connection, key: int) -> Entry | None:
    """The newest entry of a person's that has not been taken back."""
    marks = ", ".join("?" * len(BY_PERSON))
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM journal WHERE article = ? AND undone = 0 AND action IN ({marks})"
        " ORDER BY id DESC LIMIT 1",
        (key, *BY_PERSON),
    ).fetchone()
    return _entry(row) if row else None


def newest(connection: sqlite3.Connection) -> int:
    """The number of the entry that was made last, 0 where there is none."""
    (number,) = connection.execute("SELECT coalesce(max(id), 0) FROM journal").fetchone()
    return int(number)


def last_filled(connection: sqlite3.Connection, key: int, since: int) -> Entry | None:
    """The newest draft of a machine that stands, later than the entry of this number, where a
    person has done nothing since."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM journal WHERE article = ? AND undone = 0 AND action = ?"
        " AND batch > 0 AND id > ? ORDER BY id DESC LIMIT 1",
        (key, Action.FILL, since),
    ).fetchone()
    last = last_by_person(connection, key)
    entry = _entry(row) if row else None
    return entry if entry is not None and (last is None or last.id < entry.id) else None


def new_batch(connection: sqlite3.Connection) -> int:
    """A number for lines that are one decision."""
    (last,) = connection.execute("SELECT coalesce(max(batch), 0) FROM journal").fetchone()
    return int(last) + 1


def next_undone(connection: sqlite3.Connection, key: int) -> Entry | None:
    """The entry that was taken back last, if it can be done again: the oldest of those."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM journal WHERE article = ? AND undone = 1 ORDER BY id LIMIT 1",
        (key,),
    ).fetchone()
    return _entry(row) if row else None


def batch(connection: sqlite3.Connection, entry: Entry) -> tuple[Entry, ...]:
    """The lines of one decision that have the fate of this one of them, newest first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM journal WHERE batch = ?"
        " AND undone = (SELECT undone FROM journal WHERE id = ?) ORDER BY id DESC",
        (entry.batch, entry.id),
    )
    return tuple(_entry(row) for row in rows.fetchall())


def settle(connection: sqlite3.Connection, entry: Entry, fate: Fate) -> None:
    """Note what has become of an entry."""
    connection.execute("UPDATE journal SET undone = ? WHERE id = ?", (fate, entry.id))


def forget_undone(connection: sqlite3.Connection, key: int) -> None:
    """A person has gone on in an article: what was taken back there is not done again."""
    connection.execute("UPDATE journal SET undone = 2 WHERE article = ? AND undone = 1", (key,))


def amend(connection: sqlite3.Connection, entry: Entry, after: Content) -> None:
    """Let an entry end in something else: typing goes on in it."""
    connection.execute(
        "UPDATE journal SET at = ?, after = ? WHERE id = ?",
        (now().isoformat(), _pack(after), entry.id),
    )
    forget_undone(connection, entry.article)


def remove(connection: sqlite3.Connection, entry: Entry) -> None:
    """Take out an entry that has become none: typing that came back to where it began."""
    connection.execute("DELETE FROM journal WHERE id = ?", (entry.id,))
    forget_undone(connection, entry.article)


def journal(desk: Desk, slug: str) -> tuple[Entry, ...]:
    """All entries of an article, oldest first. Raises NotFoundError."""
    with reading(desk) as connection:
        return entries(connection, article_key(connection, slug))


def entries(
    connection: sqlite3.Connection, key: int, *, action: Action | None = None
) -> tuple[Entry, ...]:
    """The entries of an article, oldest first; those of one action only where it is given."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM journal WHERE article = ? AND coalesce(?, action) = action"
        " ORDER BY id",
        (key, action),
    )
    return tuple(_entry(row) for row in rows.fetchall())


def of_segment(connection: sqlite3.Connection, key: int, segment: int) -> tuple[Entry, ...]:
    """The entries of one segment, newest first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM journal WHERE article = ? AND segment = ? ORDER BY id DESC",
        (key, segment),
    )
    return tuple(_entry(row) for row in rows.fetchall())


def filled(desk: Desk, slug: str) -> frozenset[int]:
    """The segments that hold what a machine or the memory wrote, and nobody has touched since.

    Where a target is from does not tell: a draft that a person has typed in keeps its origin.
    Raises NotFoundError.
    """
    with reading(desk) as connection:
        key = article_key(connection, slug)
        rows = connection.execute(
            "SELECT segment FROM journal WHERE action = ? AND undone = 0 AND id IN (SELECT max(id)"
            " FROM journal WHERE article = ? AND segment > 0 AND action <> ? GROUP BY segment)",
            (Action.FILL, key, Action.NOTE),
        )
        return frozenset(segment for (segment,) in rows.fetchall())


def imported(desk: Desk, slug: str) -> dict[int, tuple[int, Holding]]:
    """The segments that hold what a file brought, and nobody has touched since: the number of that
    import, and what they held before it. Raises NotFoundError."""
    with reading(desk) as connection:
        key = article_key(connection, slug)
        rows = connection.execute(
            "SELECT segment, batch, before FROM journal"
            " WHERE action = ? AND undone = 0 AND batch > 0 AND id IN"
            " (SELECT max(id) FROM journal"
            " WHERE article = ? AND segment > 0 AND action <> ? GROUP BY segment)",
            (Action.IMPORT, key, Action.NOTE),
        )
        found = ((segment, batch, unpack(before)) for segment, batch, before in rows.fetchall())
        return {one: (batch, was) for one, batch, was in found if isinstance(was, Holding)}


def _entry(row: tuple[int, int, int, str, str, str, str, int]) -> Entry:
    number, article, segment, action, at, before, after, batch = row
    return Entry(
        number,
        article,
        segment,
        Action(action),
        datetime.fromisoformat(at),
        unpack(before),
        unpack(after),
        batch,
    )


def _pack(content: Content) -> str:
    if isinstance(content, Holding):
        value: Any = [
            content.target,
            content.state,
            content.origin,
            content.rate,
            content.signature,
        ]
    elif isinstance(content, Note):
        value = {"note": content.text}
    elif isinstance(content, Passage):
        value = {
            "blocks": [_pack_block(block) for block in content.blocks],
            "segments": [_pack_segment(segment) for segment in content.segments],
            "words": content.words,
            "order": content.order,
        }
    else:
        value = dict(content)
    return json.dumps(value, ensure_ascii=False)


def _pack_block(block: Block) -> list[Any]:
    return [
        block.id,
        block.role,
        block.text,
        block.level,
        block.element,
        block.address,
        pack_codes(block.codes),
    ]


def _pack_segment(one: Segment) -> list[Any]:
    holding = [one.target, one.state, one.origin, one.rate, one.signature]
    return [one.id, one.block, one.source, one.gap, pack_codes(one.codes), *holding, one.note]


def unpack(text: str) -> Content:
    """What a column of the journal holds: a holding was packed as a list, the others as mappings.

    Raises ValueError, TypeError or KeyError where that is none of them.
    """
    value: Any = json.loads(text)
    if isinstance(value, list):
        target, state, origin, rate, signature = value
        return Holding(target, State(state), Origin(origin), rate, signature)
    if "note" in value:
        return Note(value["note"])
    if "blocks" not in value:
        return {str(name): stored for name, stored in value.items()}
    return Passage(
        blocks=tuple(_unpack_block(row) for row in value["blocks"]),
        segments=tuple(_unpack_segment(row) for row in value["segments"]),
        words=tuple(value["words"]),
        order=tuple(value["order"]),
    )


def _unpack_block(row: list[Any]) -> Block:
    number, role, text, level, element, address, codes = row
    return Block(number, Role(role), text, level, element, address, unpack_codes(codes))


def _unpack_segment(row: list[Any]) -> Segment:
    number, block, source, gap, codes, target, state, origin, rate, signature, *note = row
    return Segment(
        id=number,
        block=block,
        source=source,
        target=target,
        gap=gap,
        codes=unpack_codes(codes),
        state=State(state),
        origin=Origin(origin),
        rate=rate,
        signature=signature,
        note=note[0] if note else "",  # a desk older than notes packed none
    )
