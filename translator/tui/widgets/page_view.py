"""A page of text with one sentence marked: what the reading pass is read in.

Drawn line by line like every list of the house. The mark moves by sentences and paragraphs. Refuses
to change anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from translator.model import Segment, State
from translator.tui.page_text import Line, Paragraph, Piece, lay_out
from translator.tui.widgets.line_list import LineList
from translator.tui.widgets.segment_list import glyph

MARGIN = 4
"""Cells at the left, where the state of a paragraph stands."""


class PageView(LineList):
    """The page."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "paragraph(-1)", show=False),
        Binding("down,j", "paragraph(1)", show=False),
        Binding("left,h", "sentence(-1)", show=False),
        Binding("right,l", "sentence(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "sentence(-1000000)", show=False),
        Binding("end", "sentence(1000000)", show=False),
    ]

    HAS_BAR = False

    class Moved(Message):
        """Another sentence is marked."""

    def __init__(self) -> None:
        super().__init__(id="page")
        self._paragraphs: Sequence[Paragraph] = ()
        self._lines: list[Line] = []
        self._sentences: list[tuple[int, Piece]] = []
        self._first: list[int] = []
        self.mark = 0
        self._width = 0

    def show(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show this page, with the mark where it was."""
        self._paragraphs = paragraphs
        self._sentences = [
            (number, piece) for number, one in enumerate(paragraphs) for piece in one.pieces
        ]
        self.mark = max(0, min(self.mark, len(self._sentences) - 1))
        self._lay_out()

    def on_resize(self, event: events.Resize) -> None:
        """Other lines, or fewer of them; the same sentence in view."""
        if event.size.width != self._width:
            self._lay_out()
        self._reveal(self.cursor)

    def _lay_out(self) -> None:
        self._width = width = self.size.width or 80
        self._lines, self._first = [], []
        for number, one in enumerate(self._paragraphs):
            if self._lines and not one.is_close:
                self._lines.append(Line())
            self._first.append(len(self._lines))
            self._lines += lay_out(one, number, width - MARGIN - 2)
        self.show_rows(len(self._lines))
        self._follow()

    # --- the mark

    @property
    def segment(self) -> Segment | None:
        """The segment that is marked."""
        return self._sentences[self.mark][1].segment if self._sentences else None

    @property
    def paragraph(self) -> Paragraph | None:
        """The paragraph it stands in."""
        return self._paragraphs[self._sentences[self.mark][0]] if self._sentences else None

    def go(self, segment: int) -> None:
        """Mark a segment by its id, where the page has it."""
        for place, (_number, piece) in enumerate(self._sentences):
            if piece.segment.id == segment:
                self._mark(place)

    def next_unread(self) -> bool:
        """Mark the next sentence that is not reviewed; whether there is one."""
        count = len(self._sentences)
        for step in range(1, count + 1):
            place = (self.mark + step) % count
            state = self._sentences[place][1].segment.state
            if state in (State.INITIAL, State.TRANSLATED):
                self._mark(place)
                return True
        return False

    def action_sentence(self, step: int) -> None:
        """Mark the sentence before or after."""
        self._mark(self.mark + step)

    def action_paragraph(self, step: int) -> None:
        """Mark the first sentence of the paragraph before or after."""
        if not self._sentences:
            return
        number = self._sentences[self.mark][0]
        with_text = sorted({one for one, _ in self._sentences})
        place = with_text.index(number) + step
        if 0 <= place < len(with_text):
            wanted = with_text[place]
            self._mark(next(i for i, (one, _) in enumerate(self._sentences) if one == wanted))

    def action_page(self, pages: int) -> None:
        """Move by what the screen shows."""
        wanted = self.cursor + pages * max(1, self.size.height - 1)
        places = [self._line_of(place) for place in range(len(self._sentences))]
        if places:
            self._mark(min(range(len(places)), key=lambda one: abs(places[one] - wanted)))

    def _mark(self, place: int) -> None:
        self.mark = max(0, min(place, len(self._sentences) - 1))
        self.refresh()
        self._follow()
        self.post_message(self.Moved())

    def _follow(self) -> None:
        if self._sentences:
            self.cursor = self._line_of(self.mark)

    def _line_of(self, place: int) -> int:
        number, piece = self._sentences[place]
        found = self._first[number]
        for index in range(found, len(self._lines)):
            line = self._lines[index]
            if line.paragraph != number:
                break
            if line.start <= piece.start:
                found = index
        return found

    # --- what is drawn

    def row(self, index: int, width: int) -> Text:
        """The state of a paragraph, and one line of it with the marked sentence."""
        line = self._lines[index]
        if line.paragraph < 0:
            style = self.style_of("quiet")
            return Text.assemble(" " * MARGIN, (f"{line.indent}{line.text}", style))
        state = ""
        if index == self._first[line.paragraph]:
            state = _state(self._paragraphs[line.paragraph])
        text = Text.assemble((f" {state:<{MARGIN - 1}}", self.style_of("quiet")), line.indent)
        start = len(text)
        text.append(line.text, line.style)
        number, piece = self._sentences[self.mark]
        if number == line.paragraph:
            first = max(0, piece.start - line.start)
            last = min(len(line.text), piece.end - line.start)
            if first < last:
                text.stylize(
                    "reverse" if self.has_focus else "underline", start + first, start + last
                )
        return text

    def on_click(self, event: events.Click) -> None:
        """Mark the sentence that was clicked."""
        event.prevent_default()
        index = event.y + self.scroll_offset.y
        if not 0 <= index < len(self._lines) or self._lines[index].paragraph < 0:
            return
        line = self._lines[index]
        at = line.start + event.x - MARGIN - len(line.indent)
        for place, (number, piece) in enumerate(self._sentences):
            if number == line.paragraph and piece.start <= at <= piece.end:
                self._mark(place)
                return


def _state(paragraph: Paragraph) -> str:
    """The sign of the least of its sentences."""
    signs = [glyph(piece.segment) for piece in paragraph.pieces]
    order = "·~✓»★"
    return min(signs, key=lambda sign: order.index(sign) if sign in order else 0, default="")
