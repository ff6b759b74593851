"""The area a translation is typed in: one sentence, Enter confirms.

Everything that comes in is composed (NFC) and on one line, also what is pasted: with a decomposed
ñ a backspace would take the tilde and leave *ano* of *año*. Refuses to save: it says that the text
has changed, and the screen does the rest. The keys of the editor are taken here, in the order in
which they were pressed.
"""

from __future__ import annotations

import unicodedata

from textual import events
from textual.widgets import TextArea

from translator import normalize
from translator.tui import keys


class TargetArea(TextArea):
    """Where the Spanish is typed."""

    def __init__(self) -> None:
        super().__init__(soft_wrap=True, show_line_numbers=False, tab_behavior="focus", id="target")
        self.cursor_blink = False
        self.highlight_cursor_line = False

    async def _on_key(self, event: events.Key) -> None:
        if self.app.focused is not self:
            # An action before it has moved on, and this key was meant for where it led.
            event.stop()
            event.prevent_default()
            self.app.post_message(events.Key(event.key, event.character))
            return
        action = keys.action("editor", event.key)
        if event.key in ("up", "down") and self._is_at_edge(event.key):
            action = f"move({-1 if event.key == 'up' else 1})"
        if action or event.key.startswith("alt+"):
            # Alt with another letter is no letter either: those of AltGr arrive as themselves.
            event.stop()
            event.prevent_default()
        if action:
            # Here and not by a message or a binding: the letters typed after this key wait in the
            # same queue, and must find the segment that it leads to.
            await self.app.run_action(action, self.screen)

    def _is_at_edge(self, key: str) -> bool:
        """Whether the cursor is on the first line as it is wrapped, or on the last."""
        line = self.wrapped_document.location_to_offset(self.cursor_location).y
        return line == (0 if key == "up" else self.wrapped_document.height - 1)

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = normalize.target(event.text)

    def on_text_area_changed(self) -> None:
        """Compose letters that arrived in parts, and keep the cursor where it was."""
        if unicodedata.is_normalized("NFC", self.text):
            return
        row, column = self.cursor_location
        before = normalize.nfc(self.document.get_line(row)[:column])
        self.replace_all(normalize.target(self.text))
        self.move_cursor((row, len(before)))

    def replace_all(self, text: str) -> None:
        """Put this text in place of all there is; the area's own undo brings it back."""
        self.replace(text, (0, 0), self.document.end)
        self.move_cursor(self.document.end)
