"""The sentence that is edited in the reading pass: typed like any other, on one line.

Separate from the editor's area, which has all the editor's keys. Refuses to save.
"""

from __future__ import annotations

from textual import events

from translator.config import Config
from translator.tui import places
from translator.tui.widgets.composed_area import ComposedArea
from translator.tui.widgets.house_typing import HouseTyping


class SentenceArea(ComposedArea, HouseTyping):
    """Where one sentence is put right."""

    def __init__(self, config: Config) -> None:
        super().__init__(id="sentence")
        self.house = config

    async def _on_key(self, event: events.Key) -> None:
        if self.takes_sign(event):
            return
        table = places.table("sentence")
        action = next((key.action for key in table if event.key in key.now.split(",")), "")
        if action:
            event.stop()
            event.prevent_default()
            await self.app.run_action(action, self)
            return
        self.type_house(event)

    def action_clear(self) -> None:
        """Empty it, to write it anew."""
        self.replace_all("")

    def action_sign(self) -> None:
        """The next key is a sign."""
        self.await_sign()

    def action_no_break(self) -> None:
        """A space that holds."""
        self.type_sign(" ")
