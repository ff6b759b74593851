"""The English of the segment, in full, with a cursor that goes word by word when one needs it.

For cutting a segment at a place, and for taking words over into the translation or the termbase.
Refuses to change the English: that is done in the structure of the page.
"""

from __future__ import annotations

import re
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message

from translator.model import Segment
from translator.tui.knowledge import Known
from translator.tui.widgets import marking
from translator.tui.widgets.steady import Steady

_WORD = re.compile(r"<[^>]*>|[^\s<]+")


class SourceView(VerticalScroll, can_focus=True):
    """The English of one segment."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "word(-1)", show=False),
        Binding("right", "word(1)", show=False),
        Binding("shift+left", "word(-1, True)", show=False),
        Binding("shift+right", "word(1, True)", show=False),
        Binding("home", "word(-100000)", show=False),
        Binding("end", "word(100000)", show=False),
        Binding("enter", "cut", show=False),
        Binding("space", "take", show=False),
        Binding("escape", "leave", show=False),
    ]

    class Cut(Message):
        """The segment is to be cut before this place of its marked English."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    class Taken(Message):
        """These words are wanted in the translation."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class Left(Message):
        """Back to the translation."""

    def __init__(self) -> None:
        super().__init__(id="source-pane")
        self._text = Steady(id="source", fills=True)
        self._segment: Segment | None = None
        self._known: Known | None = None
        self._words: list[tuple[int, int]] = []
        self._first = self._last = 0

    def compose(self) -> ComposeResult:
        """One text."""
        yield self._text

    def show(self, segment: Segment, known: Known | None = None) -> None:
        """Show this segment, and what is known of its words."""
        if self._segment is None or self._segment.source != segment.source:
            self._words = [word.span() for word in _WORD.finditer(segment.source)]
            self._first = self._last = 0
        self._segment, self._known = segment, known
        self._draw()

    def place_cursor(self, share: float) -> None:
        """Put the cursor on the word at this share of the text."""
        self._first = self._last = min(round(share * len(self._words)), len(self._words) - 1)
        self._draw()

    @property
    def selected(self) -> str:
        """The selected words; the one at the cursor where one is here; nothing else."""
        if self._segment is None or not self._words:
            return ""
        if not self.has_focus and self._first == self._last:
            return ""
        start, end = self._span()
        return self._segment.source[start:end]

    def _span(self) -> tuple[int, int]:
        first, last = sorted((self._first, self._last))
        return self._words[first][0], self._words[last][1]

    def _draw(self) -> None:
        if self._segment is None:
            return
        text = marking.source(self._segment, self._known)
        shows = self.has_focus or self._first != self._last
        if shows and self._words and len(text.plain) == len(self._segment.source):
            text.stylize("reverse", *self._span())
        self._text.show(text)

    def on_focus(self) -> None:
        """The cursor is seen."""
        self._draw()

    def on_blur(self) -> None:
        """The cursor is seen no more; a selection stays."""
        self._draw()

    def action_word(self, step: int, select: bool = False) -> None:
        """To the word before or after."""
        self._last = max(0, min(self._last + step, len(self._words) - 1))
        if not select:
            self._first = self._last
        self._draw()

    def action_cut(self) -> None:
        """Ask for a cut before the word at the cursor."""
        if self._words:
            self.post_message(self.Cut(self._span()[0]))

    def action_take(self) -> None:
        """Ask for the selected words in the translation."""
        if words := self.selected:
            self.post_message(self.Taken(words))

    def action_leave(self) -> None:
        """Ask to go back."""
        self._first = self._last
        self.post_message(self.Left())
