"""Segments cut in two and put together: where the readers cut a line in the wrong place.

What was translated moves along; both are one entry of the journal each. Refuses to touch the line
itself: `corrections` does. Separate because it is the one part of editing that moves the English.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from translator import inline
from translator.desk import Desk, structure, writing
from translator.desk.journal import Action, article_key
from translator.desk.segments import get
from translator.errors import UsageError
from translator.model import Origin, Segment, State


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
        from translator.segmentation import realignment  # 30 ms that a screen need not wait for

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
    from translator.intake import count_words  # it brings all readers

    words = tuple(count_words(one) for one in segments)
    after = replace(before, segments=segments, words=words)
    structure.reshape(connection, key, Action.RESHAPE, before, after)
