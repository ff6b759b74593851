"""Many targets changed by one decision, and one undo for all of them.

A name decided otherwise, a word replaced wherever it stands, a confirmed sentence given to its
twins. Refuses what is no longer as it was seen: such a segment is passed over. Separate because
these reach beyond one article.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from translator import normalize
from translator.desk import Desk, reading, segments, writing
from translator.desk.journal import Action, Holding, article_key, new_batch
from translator.desk.segments import find, get, put
from translator.model import Origin, Segment, State


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
class Twin:
    """An open segment of the desk with the same English as another one."""

    slug: str
    segment: Segment


def twins(desk: Desk, slug: str, segment: int) -> tuple[Twin, ...]:
    """The open segments with the same English and the same kinds of codes as this one, those of
    its own article first.

    Left out are those that hold its very text, and those in which a person has begun to write.
    Raises NotFoundError and DeskError.
    """
    with reading(desk) as connection:
        key = article_key(connection, slug)
        one = get(connection, key, segment)
        found = segments.open_with_source(connection, one.source)
        return tuple(
            Twin(where, other)
            for where, other in sorted(found, key=lambda pair: pair[0] != slug)
            if (where, other.id) != (slug, segment) and _may_follow(one, other)
        )


def _may_follow(one: Segment, other: Segment) -> bool:
    kinds = [[(code.number, code.kind) for code in each.codes] for each in (one, other)]
    is_begun = bool(other.target) and other.origin is Origin.HUMAN
    return kinds[0] == kinds[1] and not is_begun


def apply_to_twins(desk: Desk, slug: str, segment: int, others: Sequence[Twin]) -> int:
    """Confirm a segment's translation in its twins as well; in how many. One undo takes it back.

    A twin that holds another text by now, or is confirmed, is passed over, and so are all while
    the segment is open. Raises NotFoundError and DeskError.
    """
    with writing(desk, sync=True) as connection:
        one = get(connection, article_key(connection, slug), segment)
        if one.is_open:
            return 0
        number, count = new_batch(connection), 0
        holding = Holding(one.target, State.TRANSLATED, Origin.MEMORY_EXACT, 100, "")
        for twin in others:
            key = article_key(connection, twin.slug)
            stands = find(connection, key, twin.segment.id)
            if stands is None or Holding.of(stands) != Holding.of(twin.segment):
                continue
            put(connection, key, stands.id, Action.REPEAT, holding, number)
            count += 1
    return count
