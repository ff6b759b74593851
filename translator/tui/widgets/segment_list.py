"""The segments of an article, one a row: state, number, structure, English, Spanish.

Refuses colour as the only sign: every state has a glyph of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.segment import Segment as Piece
from rich.style import Style

from translator.model import Block, Role, Segment, State
from translator.tui.keys import bindings
from translator.tui.widgets.line_list import LineList, cell

GLYPHS = {State.TRANSLATED: "✓", State.REVIEWED: "»", State.FINAL: "★"}
EMPTY, DRAFT = "·", "~"

_STRUCTURE = {
    Role.TITLE: "T",
    Role.DECK: "D",
    Role.CAPTION: "C",
    Role.ALT: "A",
    Role.HEADING: "H",
    Role.PARAGRAPH: "¶",
    Role.LIST_ITEM: "•",
    Role.QUOTE: "“",
    Role.RELATED: "R",
}


_BOLD, _ITALIC, _USUAL = Style(bold=True), Style(italic=True), Style()

_LOOKS = {
    Role.TITLE: _BOLD,
    Role.HEADING: _BOLD,
    Role.DECK: _ITALIC,
    Role.CAPTION: _ITALIC,
    Role.ALT: _ITALIC,
    Role.RELATED: _ITALIC,
}
"""How the English of a line that is no plain text looks, besides its sign."""

NOTE = "#"
"""Behind the number of a segment that has a note."""


def glyph(segment: Segment) -> str:
    """The sign of a segment's state, one cell wide."""
    if segment.is_open:
        return DRAFT if segment.target else EMPTY
    return GLYPHS[segment.state]


class SegmentList(LineList):
    """The list of segments."""

    BINDINGS = bindings("list")

    def __init__(self) -> None:
        super().__init__(id="segments")
        self._segments: list[Segment] = []
        self._signs: list[str] = []
        self._looks: list[Style] = []

    def show(self, segments: Sequence[Segment], blocks: dict[int, Block]) -> None:
        """Show these segments; the first of each block carries its structure."""
        self._segments = list(segments)
        previous = [None, *(segment.block for segment in segments)]
        self._signs = [
            _STRUCTURE.get(blocks[segment.block].role, " ") if segment.block != before else " "
            for segment, before in zip(segments, previous, strict=False)
        ]
        self._looks = [_LOOKS.get(blocks[segment.block].role, _USUAL) for segment in segments]
        self.show_rows(len(self._segments))

    def replace(self, index: int, segment: Segment) -> None:
        """One segment has changed."""
        self._segments[index] = segment
        self.refresh_row(index)

    def pieces(self, index: int, width: int) -> Iterable[Piece]:
        """State, number, structure, and the two languages side by side."""
        segment = self._segments[index]
        number = max(3, len(str(len(self._segments))))
        rest = width - number - 7
        english = max(0, (rest - 1) // 2)
        quiet = self.style_of("quiet")
        state = self.style_of("open" if segment.is_open else "done")
        note = NOTE if segment.note else " "
        spanish = cell(segment.target, rest - english - 1)
        return (
            Piece(f" {glyph(segment)} ", state),
            Piece(f"{index + 1:>{number}}{note}{self._signs[index]} ", quiet),
            Piece(cell(segment.source, english), self._looks[index]),
            Piece(f" {spanish} ", state if segment.is_open else _USUAL),
        )
