"""What the segments of an article were: the English before it changed, and those that have gone.

Read out of the journal, which has it all; nothing is stored twice. Refuses to decide what becomes
of it. Separate from `journal`, which only keeps order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from translator.desk import Desk, reading
from translator.desk.articles import read_segments
from translator.desk.journal import Entry, Holding, Passage, article_key, entries
from translator.model import Segment


@dataclass(frozen=True, slots=True)
class Former:
    """`sources` is the English that a segment's translation was written for, by the segment's id,
    where it is another one now and nobody has confirmed the translation since. `gone` are
    segments with a translation that the article has no more, in the order of their ids."""

    sources: Mapping[int, str] = field(default_factory=dict)
    gone: tuple[Segment, ...] = ()


def former(desk: Desk, slug: str) -> Former:
    """What the segments of an article were. Raises NotFoundError."""
    with reading(desk) as connection:
        key = article_key(connection, slug)
        present = read_segments(connection, key)
        log = entries(connection, key)
    sources: dict[int, str] = {}
    seen: dict[int, Segment] = {}
    for entry in log:
        if isinstance(entry.before, Passage) and isinstance(entry.after, Passage):
            _note_passage(entry.before, entry.after, sources, seen)
        else:
            _note_confirmation(entry, sources)
    ids = {segment.id for segment in present}
    return Former(
        {number: text for number, text in sources.items() if number in ids},
        tuple(seen[number] for number in sorted(seen.keys() - ids)),
    )


def _note_passage(
    before: Passage, after: Passage, sources: dict[int, str], seen: dict[int, Segment]
) -> None:
    now = {segment.id: segment for segment in after.segments}
    for segment in before.segments:
        if not segment.target.strip():
            continue
        seen[segment.id] = segment
        other = now.get(segment.id)
        if other is None or other.source == segment.source:
            continue
        if sources.setdefault(segment.id, segment.source) == other.source:
            del sources[segment.id]


def _note_confirmation(entry: Entry, sources: dict[int, str]) -> None:
    if isinstance(entry.after, Holding) and (
        not entry.after.target.strip() or entry.after.state != "initial"
    ):
        sources.pop(entry.segment, None)
