"""A text that changes often in a place that does not: redrawn without moving anything else.

Textual lays the whole screen out anew whenever a `Static` is updated, 4 ms and the drawing of all
there is. Here that happens only when the text takes another number of lines, and never in a line
of its own at the head or the foot. Its lines are wrapped once, and made once.
"""

from __future__ import annotations

from rich.style import Style
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
        self._rows: tuple[int, list[Text]] = (-1, [])
        self._made: tuple[int, list[Strip]] = (-1, [])
        self._base: Style | None = None

    def show(self, text: Text) -> None:
        """Show this text."""
        if self._text is not None and self._text == text and self._text.spans == text.spans:
            return
        self._text = text
        self._rows = (-1, [])
        height = self._fixed or self._lines()
        base = self._base
        self.update(text, layout=height != self._height)
        self._base = base  # the look is as it was
        self._height = height

    def on_resize(self) -> None:
        """It has another number of lines at another width."""
        if not self._fixed:
            self._height = self.content_size.height

    def _lines(self) -> int:
        """How many lines it takes at the width that there is."""
        width = self.content_size.width
        if not width:
            return -1
        lines = len(self._wrapped(width)) or 1
        room = self.parent if self._fills else None
        return max(lines, room.content_size.height) if isinstance(room, Widget) else lines

    def _wrapped(self, width: int) -> list[Text]:
        """The text in rows of this width."""
        if self._rows[0] != width and self._text is not None:
            self._rows = width, list(self._text.wrap(self.app.console, width)) if width else []
        return self._rows[1]

    def draw(self, first: int, count: int) -> list[Strip]:
        """So many lines; below the text they are empty."""
        lines = range(first, first + count)
        if self._text is None or self.text_selection is not None:
            return [Static.render_line(self, y) for y in lines]
        width = self.size.width
        if self._made[0] != width:
            self._made = width, self._make(self._text, width)
        made = self._made[1]
        return [made[min(y, len(made) - 1)] for y in lines]

    def _forget(self) -> None:
        self._made = (-1, [])
        self._base = None

    def _make(self, text: Text, width: int) -> list[Strip]:
        """The lines of the text, and an empty one for all that are below."""
        if self._base is None:
            self._base = self.rich_style
        base, console = self._base, self.app.console
        if self._fixed:
            rows = [text.copy()]
            rows[0].truncate(width, overflow="ellipsis")
        else:
            rows = self._wrapped(width)
        lines = [Strip(row.render(console)).apply_style(base) for row in rows]
        return [*(one.adjust_cell_length(width, base) for one in lines), Strip.blank(width, base)]
