"""An article that is open in the editor: its segments as the desk has them, and what is unsaved.

Saves what was typed, keeps what the disk refuses, and takes in what another process wrote, segment
by segment. Refuses widgets, so that it can be tried without a screen, and rules: those are in
`editing`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from translator import desk as desks
from translator import editing
from translator.desk import Desk, articles, glance
from translator.model import Block, Segment, Translation

SAVE_S = 0.1
"""From a key to the disk, at most: a third of the 300 ms that are promised, which leaves a busy
machine its time. The clock starts at the first key that is not saved yet, so that fast typing does
not put it off."""

RETRY_S = 1.0
"""How often what the disk refused is tried again."""


@dataclass(frozen=True, slots=True)
class News:
    """What another process has changed: places of segments, or the article's very shape."""

    places: tuple[int, ...] = ()
    is_reshaped: bool = False

    def __bool__(self) -> bool:
        return bool(self.places) or self.is_reshaped


class OpenArticle:
    """One article of a desk."""

    def __init__(self, desk: Desk, slug: str) -> None:
        self.desk = desk
        self.slug = slug
        self.translation: Translation
        self.segments: list[Segment] = []
        self.blocks: dict[int, Block] = {}
        self.done = 0
        self.unsaved: dict[int, str] = {}
        self.unsaved_notes: dict[int, str] = {}
        self.has_overtaken = False
        """Whether something was written over that another had written meanwhile."""
        self._believed: dict[int, str] = {}
        self._written: dict[int, str] = {}
        self._places: dict[int, int] = {}
        self._version = -1
        self._rows: list[articles.Row] = []

    def read(self) -> None:
        """Read it anew. Raises NotFoundError, DeskError."""
        # First what is the sooner out of date: what comes between the two is looked at again.
        self._version = desks.version(self.desk)
        self.translation, self._rows = articles.read_with_rows(self.desk, self.slug)
        self.segments = list(self.translation.segments)
        self.blocks = {block.id: block for block in self.translation.article.blocks}
        self.done = sum(not one.is_open for one in self.segments)
        self._places = {one.id: place for place, one in enumerate(self.segments)}

    def place_of(self, segment: int) -> int | None:
        """Where a segment stands, by its id; None where it has gone."""
        return self._places.get(segment)

    def put(self, segment: Segment) -> int | None:
        """A segment is as the desk has it now; where it stands."""
        place = self.place_of(segment.id)
        if place is not None:
            self.done += self.segments[place].is_open - segment.is_open
            self.segments[place] = segment
        return place

    def keep(self, segment: Segment, text: str) -> None:
        """Something was typed over what this segment held when it was seen last."""
        self._believed.setdefault(segment.id, segment.target)
        self.unsaved[segment.id] = text

    def save(self) -> list[Segment]:
        """Put what is unsaved on the disk; the segments as they are then.

        What has been saved is no longer unsaved, whatever comes after. What another has written
        there meanwhile stays in the history. Raises TranslatorError.
        """
        saved = []
        for number, text in list(self.unsaved.items()):
            believed = self._believed[number]
            stored = editing.set_target(
                self.desk,
                self.slug,
                number,
                text,
                expected=believed,
                is_own=self._written.get(number) == believed,
                tell=self._overtake,
            )
            saved.append(stored)
            self._settle(stored)
        for number, note in list(self.unsaved_notes.items()):
            saved.append(editing.set_note(self.desk, self.slug, number, note))
            del self.unsaved_notes[number]
        return saved

    def confirm(self, segment: Segment, text: str) -> Segment:
        """A person stands by this text of what is seen of a segment. Raises TranslatorError."""
        believed = self._believed.get(segment.id, segment.target)
        confirmed = editing.confirm(
            self.desk, self.slug, segment.id, text, expected=believed, tell=self._overtake
        )
        self._settle(confirmed)
        return confirmed

    def _settle(self, stored: Segment) -> None:
        self.unsaved.pop(stored.id, None)
        self._believed.pop(stored.id, None)
        self._written[stored.id] = stored.target

    def _overtake(self, _text: str) -> None:
        self.has_overtaken = True

    def look(self, typing: int | None) -> News:
        """Take in what another process has written, but nothing of the segment in which a person
        is typing. Raises TranslatorError."""
        version = desks.version(self.desk)
        if version == self._version:
            return News()
        before, after = self._rows, glance.rows(self.desk, self.slug)
        self._version, self._rows = version, after
        if glance.is_reshaped(before, after):
            return News(is_reshaped=True)
        news = []
        for place in glance.changed(before, after):
            mine = self.segments[place]
            theirs = articles.segment_of(after[place], self.blocks[mine.block].codes)
            if theirs.id == typing:
                self._rows[place] = before[place]  # to be looked at when the hands are off it
            elif mine != theirs:
                self.put(theirs)
                news.append(place)
        return News(tuple(news))

    def has_changed(self) -> bool:
        """Whether the desk has it otherwise, whoever changed it. Raises TranslatorError."""
        there = articles.read(self.desk, self.slug)
        mine = self.translation_now()
        return (there.article, there.segments) != (mine.article, mine.segments)

    def translation_now(self) -> Translation:
        """The article with its segments as they are now."""
        return replace(self.translation, segments=tuple(self.segments))

    def with_notes(self) -> Translation:
        """The article with its segments as they are now, and the notes that are not saved yet."""
        segments = (
            replace(one, note=self.unsaved_notes.get(one.id, one.note)) for one in self.segments
        )
        return replace(self.translation, segments=tuple(segments))

    def of_block(self, block: int) -> Iterable[Segment]:
        """The segments of one line, in order."""
        return (one for one in self.segments if one.block == block)
