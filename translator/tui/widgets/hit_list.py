"""What a search found, one occurrence a row: a box, where it is, and the words around it.

Refuses to search and to replace. A box says whether the occurrence is taken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.message import Message

from translator import normalize
from translator.searching import Hit
from translator.tui.widgets.line_list import LineList, cell
from translator.tui.widgets.segment_list import glyph

_SLUG = 24


class HitList(LineList):
    """The occurrences. `has_boxes` is whether they can be replaced."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "turn", show=False),
        Binding("a", "turn_all", show=False),
    ]

    class Turned(Message):
        """An occurrence was taken or left."""

    def __init__(self) -> None:
        super().__init__(id="hits")
        self.rows: list[tuple[Hit, int]] = []
        self.left: set[tuple[str, int, int]] = set()
        self.has_boxes = False
        self.has_slugs = False

    def show(self, hits: Sequence[Hit], *, has_boxes: bool, has_slugs: bool) -> None:
        """Show what was found."""
        self.rows = [(hit, place) for hit in hits for place in range(len(hit.spans))]
        self.has_boxes, self.has_slugs = has_boxes, has_slugs
        self.show_rows(len(self.rows))

    @property
    def current(self) -> tuple[Hit, int] | None:
        """The occurrence under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def taken(self) -> list[tuple[Hit, tuple[int, ...]]]:
        """Each segment with its occurrences that are taken, where there are any."""
        places: dict[tuple[str, int], list[int]] = defaultdict(list)
        hits: dict[tuple[str, int], Hit] = {}
        for hit, place in self.rows:
            if self.is_taken(hit, place):
                where = (hit.slug, hit.segment.id)
                places[where].append(place)
                hits[where] = hit
        return [(hits[where], tuple(found)) for where, found in places.items()]

    def is_taken(self, hit: Hit, place: int) -> bool:
        """Whether an occurrence will be replaced."""
        return (hit.slug, hit.segment.id, place) not in self.left

    def action_turn(self) -> None:
        """Leave what was taken, take what was left; and on."""
        if self.current is None or not self.has_boxes:
            return
        hit, place = self.current
        self.left ^= {(hit.slug, hit.segment.id, place)}
        self.refresh_row(self.cursor)
        self.action_move(1)
        self.post_message(self.Turned())

    def action_turn_all(self) -> None:
        """Leave all, or take all where none is taken."""
        every = {(hit.slug, hit.segment.id, place) for hit, place in self.rows}
        self.left = set() if every <= self.left else every
        self.refresh()
        self.post_message(self.Turned())

    def row(self, index: int, width: int) -> Text:
        """A box, slug, number and state, and the words around."""
        hit, place = self.rows[index]
        quiet = self.style_of("quiet")
        text = Text(" ")
        if self.has_boxes:
            text.append("[x] " if self.is_taken(hit, place) else "[ ] ")
        if self.has_slugs:
            text.append(cell(hit.slug, _SLUG) + " ", quiet)
        text.append(f"{hit.place:>4} {glyph(hit.segment)} ", quiet)
        return text.append_text(around(hit, place, width - text.cell_len - 1))


def around(hit: Hit, place: int, width: int) -> Text:
    """The words around an occurrence, with it marked, in this many cells."""
    start, end = hit.spans[place]
    before, found, after = (
        normalize.visible_lines(part)
        for part in (hit.text[:start], hit.text[start:end], hit.text[end:])
    )
    room = max(0, width - len(found))
    if len(before) > room // 2 and len(before) + len(after) > room:
        keep = max(room // 2, room - len(after))
        before = "…" + before[len(before) - max(0, keep - 1) :]
    text = Text.assemble(before, (found, "bold underline"), after)
    text.truncate(max(0, width), overflow="ellipsis", pad=True)
    return text
