"""Python's garbage collector, out of the way of keys.

It walks over all there is, 55 ms with 5,000 segments open, and begins when it likes: in the middle
of a key. Who starts the program turns it off, which brings the first frame a tenth sooner; what is
there then is left out of its walks for good; afterwards it works while the hands rest. A mixin of
the application. Refuses to touch a process in which the collector is on: there somebody else
decides.
"""

from __future__ import annotations

import gc
import time

from textual import events
from textual.app import App

REST_S = 0.3
"""How long no key has come when the hands rest."""

YOUNG = 700
"""New objects from which a walk at rest pays; Python's own measure."""

MOST = 20_000
"""New objects at which it does not wait for a rest; a fast typist makes some 700 a key."""


class Collecting(App[int]):
    """An application whose garbage is collected while the hands rest."""

    def __init__(self) -> None:
        super().__init__()
        self._last_key = 0.0

    async def on_event(self, event: events.Event) -> None:
        """Take an event as the framework does; a key starts the clock anew."""
        if isinstance(event, events.Key):
            self._last_key = time.monotonic()
        await super().on_event(event)

    def collect_at_rest(self) -> None:
        """From now on, where the collector was held."""
        if gc.isenabled():
            return
        gc.freeze()
        gc.set_threshold(MOST)
        gc.enable()
        self.set_interval(REST_S, self._collect)

    def _collect(self) -> None:
        if time.monotonic() - self._last_key > REST_S and gc.get_count()[0] > YOUNG:
            gc.collect(1)
