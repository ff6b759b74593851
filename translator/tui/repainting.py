"""Repaints what has changed on the screen, and asks nothing else how it looks.

The framework asks every widget that lies in the smallest rectangle around all that has changed:
when the head and the foot change, all of them, 2 ms of the 6 that going to the next segment took.
Stands apart because it reaches into the framework; what it reaches for is tried in
`tests/tui/test_repainting.py`, and without it the framework's own way goes on working.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widget import Widget


FRAME_S = 1 / 60
"""How often the framework draws at most."""


class Repainting(Compositor):
    """A compositor that renders only the widgets of which something is to be drawn anew."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[Region] | None = None
        self.hurried_at = 0.0
        """When `paint_now` last drew, by the monotonic clock."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """Draw the parts of the screen that have changed; None where none has."""
        _ = self.cuts  # found and kept now, while all widgets are seen
        self._parts = list(self._dirty_regions)
        try:
            return super().render_partial_update()
        finally:
            self._parts = None

    @property
    def visible_widgets(self) -> dict[Widget, tuple[Region, Region]]:
        """What is seen, from the front to the back: region and clip of each widget. While parts
        are drawn, only the widgets that are seen in those."""
        places = super().visible_widgets
        if self._parts is None:
            return places
        return _seen_in(places, self._parts)


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


def _seen_in(
    places: dict[Widget, tuple[Region, Region]], parts: list[Region]
) -> dict[Widget, tuple[Region, Region]]:
    """The widgets of which something is seen in some part, where nothing in front covers it."""
    seen = {}
    for widget, (region, clip) in places.items():
        shown = region.intersection(clip)
        if any(shown.overlaps(part) for part in parts):
            seen[widget] = region, clip
            parts = [part for part in parts if not shown.contains_region(part)]
            if not parts:
                break
    return seen
