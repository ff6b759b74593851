"""A list of thousands of rows, drawn line by line: only what is on the screen is ever made.

Holds the cursor, the scrolling, the mouse; what a row looks like is the subclass's. Refuses row
widgets: a thousand of them take seconds to mount, and 5,000 rows drawn here take none.

A line that was made is kept until its row or the look changes, so that scrolling by a row makes
one and not a screenful: the framework makes every line anew, 7 ms of the 10 that a key may take.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer

from translator import normalize
from translator.tui.widgets.direct import Direct

CONTEXT = 3
"""Rows that stay visible above and below the cursor."""

KEPT = 2000
"""Made lines that are kept at most, some 10 KB each with what the framework keeps of them."""

REST_S = 0.1
"""After the last row scrolled, until the scroll bar follows."""


class LineList(Direct, ScrollView, can_focus=True):
    """Rows of one line each, with a cursor."""

    BINDINGS = [  # noqa: RUF012 - the framework reads a class attribute
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "move(-1000000)", show=False),
        Binding("end", "move(1000000)", show=False),
        Binding("enter", "choose", show=False),
    ]
    COMPONENT_CLASSES = {"list--cursor", "list--quiet", "list--done", "list--open"}  # noqa: RUF012

    HAS_BAR: ClassVar[bool] = True
    """Whether the row of the cursor looks otherwise than the rest."""

    cursor: reactive[int] = reactive(0, repaint=False)

    class Highlighted(Message):
        """The cursor stands on another row."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    class Chosen(Message):
        """A row was chosen by Enter or a second click."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, *, id: str) -> None:  # noqa: A002 - the framework's own name
        super().__init__(id=id)
        self._count = 0
        self._styles: dict[str, Style] = {}
        self._made: dict[tuple[int, bool], Strip] = {}
        self._resting: Timer | None = None

    def show_rows(self, count: int) -> None:
        """There are this many rows now; draw them anew."""
        self._count = count
        self.virtual_size = Size(0, count)
        self.cursor = max(0, min(self.cursor, count - 1))
        self.refresh()

    def _forget(self) -> None:
        super()._forget()
        self._made.clear()
        self._styles.clear()

    def refresh_row(self, index: int) -> None:
        """Draw one row anew."""
        for is_at_cursor in (False, True):
            self._made.pop((index, is_at_cursor), None)
        self._draw_rows(index)

    def _draw_rows(self, *indexes: int) -> None:
        """Draw these rows, as far as they are in view, from what is made of them."""
        top, (width, height) = self.scroll_offset.y, self.size
        seen = [Region(0, one - top, width, 1) for one in indexes if 0 <= one - top < height]
        if seen:
            self.refresh(*seen)

    def row(self, index: int, width: int) -> Text:
        """What a row looks like; the subclass says."""
        raise NotImplementedError

    def pieces(self, index: int, width: int) -> Iterable[Segment]:
        """The same in pieces of one look each; a list that moves with every key makes these
        itself, in half the time."""
        return self.row(index, width).render(self.app.console)

    def style_of(self, name: str) -> Style:
        """A component style, looked up once for all lines of one drawing."""
        if name not in self._styles:
            style = self.get_component_rich_style(f"list--{name}", partial=True)
            if style.color is not None:
                # By itself a colour that depends on its ground comes out as white.
                style += Style(color=self.get_component_rich_style(f"list--{name}").color)
            self._styles[name] = style
        return self._styles[name]

    def draw(self, first: int, count: int) -> list[Strip]:
        """So many lines of the screen."""
        top, width = self.scroll_offset.y + first, self.size.width
        return [self._line(index, width) for index in range(top, top + count)]

    def _line(self, index: int, width: int) -> Strip:
        place = index, index == self.cursor
        line = self._made.get(place)
        if line is None or line.cell_length != width:
            if len(self._made) >= KEPT:
                self._made.clear()
            self._made[place] = line = self._make(index, width)
        return line

    def _make(self, index: int, width: int) -> Strip:
        if not 0 <= index < self._count:
            return self.line((), width)
        has_bar = index == self.cursor and self.HAS_BAR
        over = self.style_of("cursor") if has_bar else None
        return self.line(self.pieces(index, width), width, over)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Other rows are in view. The bar beside them follows when the scrolling rests: it takes
        as long to draw as all the rows."""
        if round(old_value) != round(new_value):
            self.refresh(self.size.region)
            if self._resting is not None:
                self._resting.stop()
            self._resting = self.set_timer(REST_S, self._move_bar)

    def _move_bar(self) -> None:
        self._resting = None
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.position = self.scroll_y

    def watch_cursor(self, old: int, new: int) -> None:
        """The cursor moved: two rows change, and the new one is brought into view."""
        self._draw_rows(old, new)
        if self._count:
            self._reveal(new)
            self.post_message(self.Highlighted(new))

    def _reveal(self, index: int) -> None:
        """Bring a row into view with a few of its neighbours; a far one into the middle."""
        height = self.size.height
        if not height:
            self.call_after_refresh(self._reveal, index)
            return
        top, margin = self.scroll_offset.y, min(CONTEXT, height // 3)
        if top + margin <= index < top + height - margin:
            return
        if index < top - height or index >= top + 2 * height:
            top = index - height // 2
        elif index < top + margin:
            top = index - margin
        else:
            top = index - height + margin + 1
        self.scroll_to(y=top, animate=False, force=True)

    def action_move(self, rows: int) -> None:
        """Move the cursor, as far as there are rows."""
        self.cursor = max(0, min(self.cursor + rows, self._count - 1))

    def action_page(self, pages: int) -> None:
        """Move the cursor by what the screen shows."""
        self.action_move(pages * max(1, self.size.height - 1))

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self._count:
            self.post_message(self.Chosen(self.cursor))

    def on_click(self, event: events.Click) -> None:
        """The first click moves the cursor, one on the cursor chooses."""
        index = event.y + self.scroll_offset.y
        if not 0 <= index < self._count:
            return
        if index == self.cursor:
            self.action_choose()
        self.cursor = index


def cell(text: str, width: int) -> str:
    """The text cut or filled to this many cells, safe for the terminal."""
    shown = normalize.visible(text)
    if width <= 0:
        return ""
    cut = set_cell_size(shown, width)
    return cut if len(cut) >= len(shown) else set_cell_size(shown, width - 1) + "…"
