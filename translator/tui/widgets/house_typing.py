"""What typing Spanish needs, in whatever area one types: the house's quotes and dashes, signs that
keyboards hide, a text put in the place of another.

A mixin of areas. Refuses keys but the one after a sign was asked for: which key does what is said
by the area.
"""

from __future__ import annotations

from textual import events
from textual.widgets import TextArea

from translator.config import Config
from translator.tui import typography

JOINER = "\u200d"


class HouseTyping(TextArea):
    """An area that types as the house does."""

    house: Config = Config()
    _awaits_sign = False

    def await_sign(self) -> None:
        """The next key is a sign that keyboards hide."""
        self._awaits_sign = True

    def type_sign(self, typed: str) -> None:
        """Type the sign that this key stands for; nothing where it stands for none."""
        if sign := typography.SIGNS.get(typed):
            self.put(sign)

    def takes_sign(self, event: events.Key) -> bool:
        """Type the sign that was asked for with the key before; whether one was."""
        if not self._awaits_sign:
            return False
        self._awaits_sign = False
        event.stop()
        event.prevent_default()
        self.type_sign(event.character or "")
        return True

    def type_house(self, event: events.Key) -> None:
        """What is typed as on a typewriter becomes the house's, where that is wanted; undo shows
        what was typed. What joins two emoji is typed as well: to the framework it is no letter."""
        if event.character == JOINER:
            self.insert(JOINER)
        if self.house.typography != "on" or event.character not in ('"', "-"):
            return
        before = self.text[: self.place]
        if event.character == "-" and not before.endswith("-"):
            return
        event.stop()
        event.prevent_default()
        if event.character == '"' and self.selected_text:
            first, last = typography.pair(self.house.quotes)
            self.put(f"{first}{self.selected_text}{last}")
            return
        self.history.checkpoint()
        self.put(str(event.character))
        self.history.checkpoint()
        new = "—" if event.character == "-" else typography.quote(before, self.house.quotes)
        end = self.place
        self.replace(new, (0, end - (2 if new == "—" else 1)), (0, end))

    def replace_all(self, text: str) -> None:
        """Put this text in place of all there is; the area's own undo brings it back."""
        self.replace(text, (0, 0), self.document.end)
        self.move_cursor(self.document.end)

    def put(self, text: str) -> None:
        """Put this in place of what is selected, or at the cursor."""
        self.replace(text, *self.selection, maintain_selection_offset=False)

    @property
    def place(self) -> int:
        """How many characters stand before the cursor."""
        row, column = self.cursor_location
        lines = self.text.split("\n")
        return sum(len(line) + 1 for line in lines[:row]) + column
