"""A text that changes often in a place that does not: redrawn without moving anything else.

Textual lays the whole screen out anew whenever a `Static` is updated, 4 ms and the drawing of all
there is. Here that happens only when the text takes another number of lines, and never in a line
of its own at the head or the foot.
"""

from __future__ import annotations

from rich.text import Text
from textual.widgets import Static


class Steady(Static):
    """A text whose place stays."""

    def __init__(self, *, id: str, lines: int = 0) -> None:  # noqa: A002 - the framework's own name
        super().__init__(id=id, markup=False)
        self._fixed = lines
        self._text: Text | None = None
        self._height = 0

    def show(self, text: Text) -> None:
        """Show this text."""
        if self._text is not None and self._text == text and self._text.spans == text.spans:
            return
        self._text = text
        height = self._fixed or self._lines(text)
        self.update(text, layout=height != self._height)
        self._height = height

    def _lines(self, text: Text) -> int:
        """How many lines it takes at the width that there is."""
        width = self.content_size.width
        if not width:
            return -1
        return len(text.wrap(self.app.console, width)) or 1
