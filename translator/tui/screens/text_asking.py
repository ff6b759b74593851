"""A panel that asks for a text: a sentence, or a whole page.

Separate from `asking` because the area one types in takes 15 ms to load, and the library has none.
Refuses to act upon the answer: who opened the panel does.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label

from translator import normalize
from translator.tui.widgets.composed_area import ComposedArea


@dataclass(frozen=True, slots=True)
class Answer:
    """A text, and how many characters stood before the cursor."""

    text: str
    place: int


class TextScreen(ModalScreen[Answer | None]):
    """One text to change: a sentence on which Enter means done, or with `lines` a whole page, on
    which ctrl+s does. The text and the cursor's place in it, or None."""

    def __init__(
        self,
        title: str,
        text: str = "",
        *,
        keys: str = "",
        lines: bool = False,
        is_read_only: bool = False,
    ) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._keys = keys
        self._lines = lines
        self._is_read_only = is_read_only

    def compose(self) -> ComposeResult:
        """Title, the area, the keys."""
        with Vertical(classes="panel -tall" if self._lines else "panel"):
            yield Label(normalize.visible(self._title), classes="title", markup=False)
            yield ComposedArea(self._text, lines=self._lines)
            yield Label(self._keys, classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Begin at the end of the text."""
        area = self.query_one(ComposedArea)
        area.read_only = self._is_read_only
        if not self._is_read_only:
            area.move_cursor(area.document.end)
        area.focus()

    def on_composed_area_done(self) -> None:
        """Take the text."""
        area = self.query_one(ComposedArea)
        self.dismiss(Answer(area.text, area.place))

    def on_composed_area_left(self) -> None:
        """Leave it."""
        self.dismiss(None)
