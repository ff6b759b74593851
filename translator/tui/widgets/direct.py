"""Lines that go to the screen as they are made.

The framework looks up padding, border, tint and opacity for each line of each drawing, a tenth of
a millisecond a line, which is most of what a key may take. Refuses a widget that has any of those:
the framework draws it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region, Spacing
from textual.strip import Strip
from textual.widget import Widget


@dataclass(frozen=True, slots=True)
class _Look:
    """What all lines of a widget have in common."""

    base: Style
    background: Color
    filters: Sequence[LineFilter]
    is_plain: bool
    """Whether nothing is drawn around the lines or over them."""


class Direct(Widget):
    """A widget that makes its lines whole, and may keep them."""

    _look: _Look | None = None

    def draw(self, first: int, count: int) -> list[Strip]:
        """So many lines made by `line`, as wide as the widget, from this one of those on the screen
        on."""
        raise NotImplementedError

    def line(self, pieces: Iterable[Segment], width: int, over: Style | None = None) -> Strip:
        """A line of so many cells as the terminal gets it; `over` all of it lies another look."""
        look = self._dress()
        base = look.base if over is None else look.base + over
        segments = Segment.apply_style(pieces, look.base, over)
        segments = Segment.adjust_line_length(list(Segment.simplify(segments)), width, base)
        for one in look.filters:
            segments = one.apply(segments, look.background)
        return Strip(segments, width)

    def _dress(self) -> _Look:
        if self._look is None:
            is_plain = self.styles.gutter == Spacing() and self.opacity >= 1
            background = self.background_colors[1]
            self._look = _Look(self.rich_style, background, self.get_line_filters(), is_plain)
        return self._look

    def _forget(self) -> None:
        """Make the lines anew: something about the whole widget has changed."""
        self._look = None

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw the widget anew; where regions are named, from the lines that are made already."""
        if repaint and not regions:
            self._forget()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        """The look has changed."""
        super().notify_style_update()
        self._forget()

    def render_line(self, y: int) -> Strip:
        """One line of the screen, for a framework that draws what is around it."""
        return self.draw(y, 1)[0]

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the widget."""
        if not self._dress().is_plain:
            return super().render_lines(crop)
        lines = self.draw(crop.y, crop.height)
        if crop.column_span != (0, self.size.width):
            lines = [line.crop(*crop.column_span) for line in lines]
        return lines
