"""Repaints what has changed on the screen, and asks nothing else how it looks.

The framework asks every widget that lies in the smallest rectangle around all that has changed,
cuts the lines of each where any other begins, and picks from the pieces what is to be written:
2.7 ms for the editor's lists and texts, all of whose lines are made. Here each changed part goes to
the terminal as the lines of the one widget that is seen there, 0.4 ms. Stands apart because it
reaches into the framework; what it reaches for is tried in `tests/tui/test_repainting.py`. Refuses
a part in which several widgets are seen: the framework draws that.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from textual._compositor import Compositor, CompositorUpdate
from textual.geometry import Region

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console
    from textual.screen import Screen
    from textual.strip import Strip
    from textual.widget import Widget


FRAME_S = 1 / 60
"""How often the framework draws at most."""


class Lines(CompositorUpdate):
    """Lines of widgets, each to be written at its place."""

    def __init__(self, parts: Iterable[tuple[Region, list[Strip]]]) -> None:
        self._parts = tuple(parts)

    def render_segments(self, console: Console) -> str:
        """What the terminal is sent: nothing that goes beyond its part."""
        return "".join(
            f"\x1b[{y};{region.x + 1}H{_within(strip, region.width).render(console)}"
            for region, strips in self._parts
            for y, strip in enumerate(strips, start=region.y + 1)
        )


class Repainting(Compositor):
    """A compositor that renders only the widgets of which something is to be drawn anew."""

    def __init__(self) -> None:
        super().__init__()
        self.hurried_at = 0.0
        """When `paint_now` last drew, by the monotonic clock."""

    def render_partial_update(self) -> CompositorUpdate | None:  # type: ignore[override]
        """Draw the parts of the screen that have changed, from the top down; None where none
        has."""
        seen = [self._seen_in(part) for part in _outermost(self._dirty_regions)]
        if not seen or None in seen:
            return super().render_partial_update()
        self._dirty_regions.clear()
        return Lines((part, one.render_lines(place)) for part, one, place in filter(None, seen))

    def _seen_in(self, part: Region) -> tuple[Region, Widget, Region] | None:
        """A part of the screen as far as it is on it, the widget that fills it, and where in that
        it is; None where several are seen."""
        part = part.intersection(self.size.region)
        for widget, (region, clip) in self.visible_widgets.items():
            shown = region.intersection(clip)
            if shown.overlaps(part):
                if not shown.contains_region(part):
                    return None
                return part, widget, part.translate(-region.offset)
        return None


def paint_now(screen: Screen[Any]) -> None:
    """Draw what has changed on a screen now, and not after a round of messages through the queue
    of each widget, 1 ms of the 8 from a key to its cells.

    Left to the framework where something takes another place, and where this was done a moment
    before: keys that come all at once are not to be drawn one by one.
    """
    compositor, now = screen._compositor, time.monotonic()
    if not isinstance(compositor, Repainting) or now - compositor.hurried_at < FRAME_S:
        return
    changed = [one for one in compositor.visible_widgets if one._repaint_required]
    if screen._layout_required or any(one._layout_required for one in changed):
        return
    compositor.hurried_at = now
    for widget in changed:
        widget._repaint_required = False
    screen._dirty_widgets.update(changed)
    screen._on_timer_update()
    time.sleep(0)  # the thread that writes to the terminal goes first, before what is left to do


def _within(strip: Strip, width: int) -> Strip:
    return strip if strip.cell_length <= width else strip.crop(0, width)


def _outermost(parts: set[Region]) -> list[Region]:
    """The parts that lie in no other, from the top down."""
    ordered = sorted(parts, key=lambda part: (part.y, part.x, -part.area))
    return [
        part
        for part in ordered
        if not any(other != part and other.contains_region(part) for other in parts)
    ]
