"""A text that changes often in a place that does not: redrawn without moving anything else.

Textual lays the whole screen out anew whenever a `Static` is updated, 4 ms and the drawing of all
there is. Here that happens only when the text takes another number of lines, and never in a line
of its own at the head or the foot. Its lines are wrapped once, and made once.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from translator.tui.widgets import flow
from translator.tui.widgets.direct import Direct


class Steady(Direct):
    """A text whose place stays."""

    DEFAULT_CSS = "Steady { height: auto; }"

    def __init__(self, *, id: str, lines: int = 0, fills: bool = False) -> None:  # noqa: A002 - the framework's own name
        """A text of so many lines, or of as many as it takes; one that `fills` has the room of
        what it stands in at least, and another number of lines within that moves nothing."""
        super().__init__(id=id, markup=False)
        self._fixed = lines
        self._fills = fills
        self._text = Text()
        self._height = 0
        self._rows: tuple[int, list[tuple[int, int]]] = (-1, [])
        self._made: tuple[int, list[Strip]] = (-1, [])

    def render(self) -> Text:
        """The text, for the framework: it asks how high it is, and what is selected in it."""
        return self._text

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """How many lines it takes at this width."""
        return self._fixed or len(self._wrapped(width))

    def show(self, text: Text) -> None:
        """Show this text."""
        if self._text == text and self._text.spans == text.spans:
            return
        self._text = text
        self._rows = (-1, [])
        height = self._fixed or self._lines()
        if height == self._height:
            self._made = (-1, [])
            self.refresh(self.size.region)
        else:
            self.clear_cached_dimensions()
            self.refresh(layout=True)
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
        room = self.parent if self._fills else None
        least = room.content_size.height if isinstance(room, Widget) else 1
        return max(least, len(self._wrapped(width)))

    def _wrapped(self, width: int) -> list[tuple[int, int]]:
        """Where in the text each row of this width is."""
        if self._rows[0] != width:
            self._rows = width, list(flow.rows(self._text.plain, width))
        return self._rows[1]

    def draw(self, first: int, count: int) -> list[Strip]:
        """So many lines; below the text they are empty."""
        lines = range(first, first + count)
        width = self.size.width
        if self.text_selection is not None:
            return [self.line(Widget.render_line(self, y), width) for y in lines]
        if self._made[0] != width:
            self._made = width, list(self._make(width))
        made = self._made[1]
        return [made[min(y, len(made) - 1)] for y in lines]

    def _forget(self) -> None:
        super()._forget()
        self._made = (-1, [])

    def _make(self, width: int) -> Iterator[Strip]:
        """The lines of the text, and an empty one for all that are below."""
        text, console = self._text, self.app.console
        if self._fixed:
            text = text.copy()
            text.truncate(width, overflow="ellipsis")
            yield self.line(text.render(console), width)
        else:
            for row in flow.cut(text.render(console), self._wrapped(width)):
                yield self.line(row, width)
        yield self.line((), width)
