"""Lines that go to the screen as they are made.

The framework looks up padding, border, tint and opacity for each line of each drawing, a tenth of
a millisecond a line, which is most of what a key may take. Refuses a widget that has any of those:
the framework draws it.
"""

from __future__ import annotations

from typing import Self

from textual.geometry import Region, Spacing
from textual.strip import Strip
from textual.widget import Widget


class Direct(Widget):
    """A widget that makes its lines whole, and may keep them."""

    def draw(self, first: int, count: int) -> list[Strip]:
        """So many lines, as wide as the widget, from this one of those on the screen on."""
        raise NotImplementedError

    def _forget(self) -> None:
        """Make the lines anew: something about the whole widget has changed."""

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
        if self.styles.gutter != Spacing() or self.opacity < 1:
            return super().render_lines(crop)
        lines = self.draw(crop.y, crop.height)
        background = self.background_colors[1]
        for line_filter in self.get_line_filters():
            lines = [line.apply_filter(line_filter, background) for line in lines]
        if crop.column_span != (0, self.size.width):
            lines = [line.crop(*crop.column_span) for line in lines]
        return lines
