"""Keys that come before the screen they are meant for can take them.

A screen takes some 30 ms to open, and a fast hand types into it before: the framework gives such
keys to nobody. So it is with a screen that `is_half_read`: what a key would do there, it would do
to half of it. A mixin of the application, which sees every key first. Refuses to keep keys for
longer than a second, and mouse events: what was under the pointer is not there any more.
"""

from __future__ import annotations

import time
from collections import deque

from textual import events
from textual.app import App

LOOK_S = 0.005
"""How often it is looked whether the screen is there."""

LONGEST_S = 1.0
"""A screen that takes longer than that will never come."""


class Typeahead(App[int]):
    """An application that loses no key to a screen that opens."""

    def __init__(self) -> None:
        super().__init__()
        self._early: deque[events.Key] = deque()
        self._since = 0.0

    async def on_event(self, event: events.Event) -> None:
        """Take a key as the framework does, but in its turn and not before its screen is there."""
        is_key = isinstance(event, events.Key) and not event.is_forwarded
        if is_key and (self._early or not self._takes_keys()):
            assert isinstance(event, events.Key)
            if not self._early:
                self._since = time.monotonic()
                self.set_timer(LOOK_S, self._give)
            self._early.append(event)
            return
        await super().on_event(event)

    def _takes_keys(self) -> bool:
        if not self.screen_stack or not self.screen.is_mounted:
            return False
        return not getattr(self.screen, "is_half_read", False)

    async def _give(self) -> None:
        is_late = time.monotonic() - self._since > LONGEST_S
        while self._early and (is_late or self._takes_keys()):
            # It leaves the queue when it is done with: none that comes meanwhile goes before it.
            await super().on_event(self._early[0])
            self._early.popleft()
        if self._early:
            self.set_timer(LOOK_S, self._give)
