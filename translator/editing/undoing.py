"""Steps taken back and done again, and versions brought back: the journal, read backwards.

Spans all segments of an article, its lines and its facts, and every restart of the program. What a
machine wrote is no person's work and is passed over. Refuses to undo a step whose segment or lines
another process has changed since. Separate because it reverses what the rest of `editing` and
`corrections` do.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace

from translator.desk import Desk, journal, reading, writing
from translator.desk.journal import (
    Action,
    Content,
    Entry,
    Fate,
    Holding,
    Note,
    Passage,
    article_key,
)
from translator.desk.segments import find, get, put, put_note
from translator.editing import restoring
from translator.errors import NotFoundError
from translator.model import Segment, State


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back or done again; the segment as it is now, where it was one segment's; and
    how many segments it was, in all articles."""

    action: Action
    segment: Segment | None = None
    count: int = 1


def undo(desk: Desk, slug: str) -> Undone | None:
    """Take back the last thing a person did in the article; None where nothing is left.

    What was done to many segments at once is taken back in all of them. An entry whose segment or
    lines have been changed by another process since is passed over. Raises NotFoundError and
    DeskError.
    """
    return _step(desk, slug, journal.last_by_person, _take_back)


def newest(desk: Desk) -> int:
    """Where the journal is, for `undo_drafts`. Raises DeskError."""
    with reading(desk) as connection:
        return journal.newest(connection)


def undo_drafts(desk: Desk, slug: str, since: int) -> Undone | None:
    """Take back what a machine filled in one run over the article, since the journal was there;
    None where a person has done something after it, or nothing is left.

    Only for who has asked for these drafts: `undo` passes over what a machine wrote. Raises
    NotFoundError and DeskError.
    """

    def last(connection: sqlite3.Connection, key: int) -> Entry | None:
        return journal.last_filled(connection, key, since)

    return _step(desk, slug, last, _take_back)


def redo(desk: Desk, slug: str) -> Undone | None:
    """Do again what was taken back last; None where nothing is left, or where a person has done
    something else since. Raises NotFoundError and DeskError."""
    return _step(desk, slug, journal.next_undone, _do_again)


def _step(
    desk: Desk,
    slug: str,
    next_entry: Callable[[sqlite3.Connection, int], Entry | None],
    turn: Callable[[sqlite3.Connection, Entry], bool],
) -> Undone | None:
    with writing(desk) as connection:
        key = article_key(connection, slug)
        while (entry := next_entry(connection, key)) is not None:
            together = journal.batch(connection, entry) if entry.batch else (entry,)
            done = [one for one in together if turn(connection, one)]
            if len(done) == 1 and done[0].segment:
                return Undone(entry.action, find(connection, done[0].article, done[0].segment))
            if done:
                return Undone(entry.action, count=len(done))
    return None


def _take_back(connection: sqlite3.Connection, entry: Entry) -> bool:
    """Take one entry back, if what it made still stands; whether it did."""
    done = _turn(connection, entry, Action.UNDO, entry.after, entry.before)
    journal.settle(connection, entry, Fate.UNDONE if done else Fate.DEAD)
    return done


def _do_again(connection: sqlite3.Connection, entry: Entry) -> bool:
    """Do one entry again, if what was there before it still stands; whether it did."""
    done = _turn(connection, entry, Action.REDO, entry.before, entry.after)
    journal.settle(connection, entry, Fate.STANDS if done else Fate.DEAD)
    return done


def _turn(
    connection: sqlite3.Connection, entry: Entry, action: Action, there: Content, wanted: Content
) -> bool:
    """Put one side of an entry in the place of the other; False where that does not stand."""
    key, number = entry.article, entry.segment
    if isinstance(wanted, Holding | Note):
        stands = find(connection, key, number)
        if stands is None or there not in (Holding.of(stands), Note(stands.note)):
            return False
        if isinstance(wanted, Note):
            put_note(connection, key, number, action, wanted.text)
        else:
            put(connection, key, number, action, wanted)
        return True
    return restoring.turn_back(connection, key, action, there, wanted)


def last_action(desk: Desk, slug: str) -> Action | None:
    """What a person did last in the article and has not taken back. Raises NotFoundError."""
    with reading(desk) as connection:
        last = journal.last_by_person(connection, article_key(connection, slug))
    return last.action if last else None


def history(desk: Desk, slug: str, segment: int) -> tuple[Entry, ...]:
    """What has been done to a segment by anyone, newest first. Raises NotFoundError, DeskError."""
    with reading(desk) as connection:
        return journal.of_segment(connection, article_key(connection, slug), segment)


def confirmed_versions(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Those lines of a history that a person stood by, each text once."""
    found: dict[str, Entry] = {}
    for entry in entries:
        if isinstance(entry.after, Holding) and entry.after.state is not State.INITIAL:
            found.setdefault(entry.after.target, entry)
    return tuple(found.values())


def restore(desk: Desk, slug: str, segment: int, entry: int) -> Segment:
    """Bring back what a line of the journal made of a segment, in the state it had then.

    Where the English has been cut otherwise since, it comes back as a draft to read again. Raises
    NotFoundError for a line that is no version of this segment, DeskError.
    """
    with writing(desk, sync=True) as connection:
        key = article_key(connection, slug)
        stands = get(connection, key, segment)
        line = next(
            (one for one in journal.of_segment(connection, key, segment) if one.id == entry), None
        )
        if line is None or not isinstance(line.after, Holding):
            raise NotFoundError("no-such-version", segment=segment)
        holding = line.after
        if _was_recut(connection, key, stands, entry):
            holding = replace(holding, state=State.INITIAL)
        return put(connection, key, segment, Action.RESTORE, holding)


def _was_recut(connection: sqlite3.Connection, key: int, stands: Segment, since: int) -> bool:
    return any(
        former.id == stands.id and former.source != stands.source
        for entry in journal.entries(connection, key, action=Action.RESHAPE)
        if entry.id > since and isinstance(entry.before, Passage)
        for former in entry.before.segments
    )
