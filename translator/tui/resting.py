"""What can wait until the hands rest: a key goes before it.

Python's garbage collector is one: it walks over all there is, 55 ms with 5,000 segments open, and
begins when it likes, in the middle of a key. Who starts the program turns it off, which brings the
first frame a tenth sooner; what is there then is left out of its walks for good; afterwards it
works at rest. So does the look at what other processes have written, 12 ms then. A mixin of the
application. Refuses to touch a process in which the collector is on: there somebody else decides.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

REST_S = 0.3
"""How long no key has come when the hands rest: no typist pauses so long within a word."""

LATEST_S = 2.0
"""For how long the keys of somebody who never rests put off what is to be done now and then."""

YOUNG = 700
"""New objects from which a walk at rest pays; Python's own measure."""

MOST = 20_000
"""New objects at which it does not wait for a rest; a fast typist makes some 700 a key."""


class Resting(App[int]):
    """An application that knows whether the hands rest."""

    def __init__(self) -> None:
        super().__init__()
        self._last_key = 0.0

    async def on_event(self, event: events.Event) -> None:
        """Take an event as the framework does; a key starts the clock anew."""
        if isinstance(event, events.Key):
            self._last_key = time.monotonic()
        await super().on_event(event)

    @property
    def rests(self) -> bool:
        """Whether no key has come for a while."""
        return time.monotonic() - self._last_key > REST_S

    def collect_at_rest(self) -> None:
        """From now on, where the collector was held."""
        if gc.isenabled():
            return
        gc.freeze()
        gc.set_threshold(MOST)
        gc.enable()
        self.set_interval(REST_S, self._collect)

    def _collect(self) -> None:
        if self.rests and gc.get_count()[0] > YOUNG:
            gc.collect(1)


def repeat_at_rest(node: MessagePump, every_s: float, work: Callable[[], object]) -> None:
    """Do this again and again while the node is there; while keys come, less often."""
    done_at = time.monotonic()

    def turn() -> None:
        nonlocal done_at
        now = time.monotonic()
        is_typing = isinstance(node.app, Resting) and not node.app.rests
        if not is_typing or now - done_at > LATEST_S:
            done_at = now
            work()

    node.set_interval(every_s, turn)
