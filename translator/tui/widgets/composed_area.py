"""An area to type in whose text is always composed (NFC).

With a decomposed ñ a backspace would take the tilde and leave *ano* of *año*. Refuses to save:
it says that the text has changed, and its screen does the rest.
"""

from __future__ import annotations

import unicodedata

from textual import events
from textual.message import Message
from textual.widgets import TextArea

from translator import normalize


class ComposedArea(TextArea):
    """Where a longer text is typed or pasted. On one line, Enter means *done*; with `lines`, it
    breaks the line and ctrl+s means *done*. Escape says that one wants to leave."""

    class Done(Message):
        """The text is as it shall be."""

    class Left(Message):
        """The person wants to leave."""

    def __init__(self, text: str = "", *, lines: bool = False, id: str = "area") -> None:  # noqa: A002
        super().__init__(text, soft_wrap=True, show_line_numbers=False, tab_behavior="focus", id=id)
        self.cursor_blink = False
        self.highlight_cursor_line = False
        self._lines = lines

    async def _on_key(self, event: events.Key) -> None:
        answers: dict[str, type[Message]] = {
            "escape": self.Left,
            "ctrl+s": self.Done,
        }
        if not self._lines:
            answers["enter"] = self.Done
        message = answers.get(event.key)
        if message is not None:
            self.post_message(message())
        if message is not None or event.key.startswith("alt+"):
            event.stop()
            event.prevent_default()

    async def _on_paste(self, event: events.Paste) -> None:
        text = event.text.replace("\r\n", "\n").replace("\r", "\n")
        event.text = normalize.nfc(text) if self._lines else normalize.target(text)

    def on_text_area_changed(self) -> None:
        """Compose letters that arrived in parts, and keep the cursor where it was."""
        if unicodedata.is_normalized("NFC", self.text):
            return
        row, column = self.cursor_location
        before = normalize.nfc(self.document.get_line(row)[:column])
        self.replace(normalize.nfc(self.text), (0, 0), self.document.end)
        self.move_cursor((row, len(before)))

    @property
    def place(self) -> int:
        """How many characters stand before the cursor, on the first line."""
        return self.cursor_location[1]
