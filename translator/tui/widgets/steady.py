"""A text that changes often in a place that does not: redrawn without moving anything else.

Textual lays the whole screen out anew whenever a `Static` is updated, 4 ms and the drawing of all
there is. Here that happens only when the text takes another number of lines, and never in a line
of its own at the head or the foot. Its lines are wrapped once, and made once.
"""

from __future__ import annotations

from rich.text import Text
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from translator.tui.widgets.direct import Direct


class Steady(Direct, Static):
    """A text whose place stays."""

    def __init__(self, *, id: str, lines: int = 0, fills: bool = False) -> None:  # noqa: A002 - the framework's own name
        """A text of so many lines, or of as many as it takes; one that `fills` has the room of
        what it stands in at least, and another number of lines within that moves nothing."""
        super().__init__(id=id, markup=False)
        self._fixed = lines
        self._fills = fills
        self._text: Text | None = None
        self._height = 0
        self._made: list[Strip] = []
        self._made_for = -1

    def show(self, text: Text) -> None:
        """Show this text."""
        if self._text is not None and self._text == text and self._text.spans == text.spans:
            return
        self._text = text
        self._made_for = -1
        height = self._fixed or self._lines(text)
        self.update(text, layout=height != self._height)
        self._height = height

    def on_resize(self) -> None:
        """It has another number of lines at another width."""
        if not self._fixed:
            self._height = self.content_size.height

    def _lines(self, text: Text) -> int:
        """How many lines it takes at the width that there is."""
        width = self.content_size.width
        if not width:
            return -1
        lines = len(text.wrap(self.app.console, width)) or 1
        room = self.parent if self._fills else None
        return max(lines, room.content_size.height) if isinstance(room, Widget) else lines

    def render_line(self, y: int) -> Strip:
        """A line; by the framework, which knows how, where something is selected with the mouse."""
        if self._text is None or self.text_selection is not None:
            return super().render_line(y)
        width = self.size.width
        if self._made_for != width:
            self._made_for, self._made = width, self._make(self._text, width)
        return self._made[min(y, len(self._made) - 1)]

    def _forget(self) -> None:
        self._made_for = -1

    def _make(self, text: Text, width: int) -> list[Strip]:
        """The lines of the text, and an empty one for all that are below."""
        base = self.rich_style
        if self._fixed:
            rows = [text.copy()]
            rows[0].truncate(width, overflow="ellipsis")
        else:
            rows = list(text.wrap(self.app.console, width)) if width else []
        console = self.app.console
        lines = [Strip(row.render(console)).apply_style(base) for row in rows]
        return [
            *(line.adjust_cell_length(width, base) for line in lines),
            Strip.blank(width, base),
        ]
