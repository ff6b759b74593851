"""The rules of editing one article: type, confirm, reject, split, merge, undo, where to go next.

Both shells call these functions and hold no rule of their own. Each call is one transaction, on
disk when it returns. Refuses the screen and the engine. The states and origins are those of
`model`; which change keeps them and which takes them back is decided here.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace

from translator import corrections, inline, normalize
from translator.desk import Desk, structure, writing
from translator.desk.journal import (
    Action,
    Entry,
    Holding,
    Note,
    article_key,
    batch,
    last_by_person,
    mark_undone,
    new_batch,
)
from translator.desk.segments import find, get, put, put_note
from translator.errors import UsageError
from translator.intake import count_words
from translator.model import Origin, Segment, State
from translator.segmentation import realignment


def set_target(desk: Desk, slug: str, segment: int, text: str) -> Segment:
    """Store what a person is typing. A confirmed segment whose text changes is open again.

    Coming back to the text that stood there when typing began restores its state as well.
    Raises NotFoundError and DeskError.
    """
    with writing(desk) as connection:
        key = article_key(connection, slug)
        now_there = get(connection, key, segment)
        text = normalize.target(text)
        if text == now_there.target:
            return now_there
        began = _where_typing_began(connection, key, segment)
        if began is not None and began.target == text:
            return put(connection, key, segment, Action.TYPE, began)
        return put(connection, key, segment, Action.TYPE, _typed(now_there, text))


def _where_typing_began(connection: sqlite3.Connection, key: int, segment: int) -> Holding | None:
    """What the segment held before the visit that is going on, or None where none is."""
    last = last_by_person(connection, key)
    if last is None or (last.action, last.segment) != (Action.TYPE, segment):
        return None
    return last.before if isinstance(last.before, Holding) else None


def _typed(segment: Segment, text: str) -> Holding:
    """What a segment holds once a person has typed this into it."""
    if not text.strip():
        return Holding(text, State.INITIAL, Origin.NONE, None, "")
    origin = Origin.HUMAN if segment.origin is Origin.NONE else segment.origin
    return Holding(text, State.INITIAL, origin, segment.rate, segment.signature)


def confirm(desk: Desk, slug: str, segment: int, text: str) -> Segment:
    """A person stands by this text: the segment is `translated`, and the disk has it.

    A segment that was reviewed or final stays so while its text is the same. Raises UsageError
    for an empty text, NotFoundError and DeskError.
    """
    text = normalize.target(text).strip()
    if not text:
        raise UsageError("nothing-to-confirm", segment=segment)
    with writing(desk, sync=True) as connection:
        key = article_key(connection, slug)
        return _confirm(connection, key, get(connection, key, segment), text, Action.CONFIRM)


def _confirm(
    connection: sqlite3.Connection, key: int, segment: Segment, text: str, action: Action
) -> Segment:
    if text == segment.target and not segment.is_open:
        return segment
    holding = replace(_typed(segment, text), state=State.TRANSLATED)
    return put(connection, key, segment.id, action, holding)


def reject(desk: Desk, slug: str, segment: int) -> Segment:
    """Open a segment again and keep its text. Raises NotFoundError and DeskError."""
    with writing(desk) as connection:
        key = article_key(connection, slug)
        holding = Holding.of(get(connection, key, segment))
        return put(connection, key, segment, Action.REJECT, replace(holding, state=State.INITIAL))


def mark(desk: Desk, slug: str, segment: int, state: State) -> Segment:
    """Say how far a confirmed segment has come: reviewed, final, or translated again.

    Raises UsageError for one that is open, NotFoundError and DeskError.
    """
    with writing(desk, sync=True) as connection:
        key = article_key(connection, slug)
        stands = get(connection, key, segment)
        if stands.is_open or state is State.INITIAL:
            raise UsageError("nothing-to-mark", segment=segment)
        return put(connection, key, segment, Action.MARK, replace(Holding.of(stands), state=state))


def set_note(desk: Desk, slug: str, segment: int, text: str) -> Segment:
    """Write what stands beside a segment, in place of what stood there; empty takes it away.

    Raises NotFoundError and DeskError.
    """
    with writing(desk, sync=True) as connection:
        key = article_key(connection, slug)
        put_note(connection, key, segment, Action.NOTE, normalize.note(text))
        return get(connection, key, segment)


def take_in(
    connection: sqlite3.Connection, key: int, segment: Segment, text: str, *, confirms: bool
) -> Segment:
    """A target from a file: it confirms, or it replaces the draft and stays open.

    For imports, which take in many within one transaction of their own.
    """
    if confirms:
        return _confirm(connection, key, segment, text, Action.IMPORT)
    return put(connection, key, segment.id, Action.IMPORT, _typed(segment, text))


def split(desk: Desk, slug: str, segment: int, at: int, *, target_at: int | None = None) -> int:
    """Cut a segment in two at this character of its clean English; the id of the second part.

    With `target_at` the clean Spanish is cut there, else it stays whole with the first part, and
    so does a note. Both parts are open again. Raises UsageError where a part would be empty,
    NotFoundError, DeskError.
    """
    with writing(desk, sync=True) as connection:
        key = article_key(connection, slug)
        whole = get(connection, key, segment)
        source = _cut(whole.source, whole, at)
        if source is None:
            raise UsageError("nothing-to-split", segment=segment)
        target = _cut(whole.target, whole, target_at) if target_at is not None else None
        first_target, _, second_target = target or (whole.target, "", "")
        _, last = structure.last_numbers(connection, key)
        first = _part(whole, source[0], first_target, source[1])
        second = replace(_part(whole, source[2], second_target, whole.gap), id=last + 1, note="")
        _recut(connection, key, whole.block, [segment], [first, second])
        return second.id


def _cut(marked: str, segment: Segment, at: int) -> tuple[str, str, str] | None:
    """Marked text in two at a character of its clean text, and the white space between."""
    clean = inline.strip(marked, segment.codes)
    head, tail = clean[:at].rstrip(), clean[at:].lstrip()
    if not head or not tail:
        return None
    lengths = [len(head), len(clean) - len(head) - len(tail), len(tail)]
    first, gap, second = inline.cut(marked, segment.codes, lengths)
    return first, inline.strip(gap, segment.codes), second


def _part(whole: Segment, source: str, target: str, gap: str) -> Segment:
    origin = whole.origin if target else Origin.NONE
    signature = whole.signature if target else ""
    return replace(
        whole,
        source=source,
        target=target,
        gap=gap,
        state=State.INITIAL,
        origin=origin,
        rate=None,
        signature=signature,
    )


def merge(desk: Desk, slug: str, segment: int) -> Segment:
    """Put a segment and the next one of its line together, as far confirmed as the least of both.

    Raises UsageError for the last one of a line, NotFoundError, DeskError.
    """
    with writing(desk, sync=True) as connection:
        key = article_key(connection, slug)
        first = get(connection, key, segment)
        line = structure.passage(connection, key, [first.block])
        place = [one.id for one in line.segments].index(segment)
        if place == len(line.segments) - 1:
            raise UsageError("nothing-to-merge", segment=segment)
        second = line.segments[place + 1]
        joined = realignment.join([first, second], first.gap)
        _recut(connection, key, first.block, [first.id, second.id], [joined])
        return get(connection, key, segment)


def _recut(
    connection: sqlite3.Connection,
    key: int,
    block: int,
    taken: Sequence[int],
    parts: Sequence[Segment],
) -> None:
    """Put other segments in the place of some of a line's."""
    before = structure.passage(connection, key, [block])
    place = [one.id for one in before.segments].index(taken[0])
    rest = [one for one in before.segments if one.id not in taken]
    segments = (*rest[:place], *parts, *rest[place:])
    words = tuple(count_words(one) for one in segments)
    after = replace(before, segments=segments, words=words)
    structure.reshape(connection, key, Action.RESHAPE, before, after)


@dataclass(frozen=True, slots=True)
class Change:
    """A new text for the target of a segment, marked text, where `old` stands."""

    slug: str
    segment: int
    old: str
    new: str


def change_all(desk: Desk, changes: Sequence[Change]) -> int:
    """Make many changes that one undo takes back; how many were made.

    A segment keeps its state: the person has seen and wanted the change. One that holds another
    text by now is passed over. Raises NotFoundError and DeskError.
    """
    with writing(desk, sync=True) as connection:
        number, count = new_batch(connection), 0
        for change in changes:
            key = article_key(connection, change.slug)
            stands = find(connection, key, change.segment)
            text = normalize.target(change.new)
            if stands is None or stands.target != change.old or text == change.old:
                continue
            holding = replace(Holding.of(stands), target=text)
            put(connection, key, change.segment, Action.REPLACE, holding, number)
            count += 1
    return count


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back; the segment as it is now, where it was one segment's; and how many
    segments it was, in all articles."""

    action: Action
    segment: Segment | None = None
    count: int = 1


def undo(desk: Desk, slug: str) -> Undone | None:
    """Take back the last thing a person did in the article; None where nothing is left.

    What was done to many segments at once is taken back in all of them. What a machine wrote is no
    person's work and is passed over, and so is an entry whose segment or lines have been changed
    by another process since. Raises NotFoundError and DeskError.
    """
    with writing(desk) as connection:
        key = article_key(connection, slug)
        while (entry := last_by_person(connection, key)) is not None:
            together = batch(connection, entry.batch) if entry.batch else (entry,)
            done = [one for one in together if _take_back(connection, one)]
            if len(done) == 1 and done[0].segment:
                return Undone(entry.action, find(connection, done[0].article, done[0].segment))
            if done:
                return Undone(entry.action, count=len(done))
    return None


def _take_back(connection: sqlite3.Connection, entry: Entry) -> bool:
    """Take one entry back, if what it made still stands; whether it did."""
    mark_undone(connection, entry)
    if isinstance(entry.before, Note):
        return _take_back_note(connection, entry, entry.before)
    if not isinstance(entry.before, Holding):
        return corrections.take_back(connection, entry.article, entry)
    stands = find(connection, entry.article, entry.segment)
    if stands is None or Holding.of(stands) != entry.after:
        return False
    put(connection, entry.article, entry.segment, Action.UNDO, entry.before)
    return True


def _take_back_note(connection: sqlite3.Connection, entry: Entry, before: Note) -> bool:
    stands = find(connection, entry.article, entry.segment)
    if stands is None or Note(stands.note) != entry.after:
        return False
    put_note(connection, entry.article, entry.segment, Action.UNDO, before.text)
    return True


def next_open(segments: Sequence[Segment], after: int | None) -> Segment | None:
    """The next segment that no person has confirmed, after the one with this id.

    Goes round at the end of the article; None when every segment is confirmed. The segment
    itself comes last in the round.
    """
    ids = [segment.id for segment in segments]
    start = ids.index(after) + 1 if after in ids else 0
    ring = [*segments[start:], *segments[:start]]
    return next((segment for segment in ring if segment.is_open), None)
