"""A note beside a segment: what to ask, what to look up. Escape keeps what is written.

Refuses nothing: an empty note is none.
"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label, TextArea

from translator.i18n import _


class NoteScreen(ModalScreen[str | None]):
    """A panel to write in; the text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+s", "keep", show=False),
        Binding("f1", "app.show_keys", show=False),
    ]

    def __init__(self, text: str) -> None:
        super().__init__()
        self._area = TextArea(text, soft_wrap=True, tab_behavior="focus", id="note")
        self._area.cursor_blink = False

    def compose(self) -> ComposeResult:
        """A title, the text, what esc does."""
        with Vertical(id="ask"):
            yield Label(_("Note beside the segment"), markup=False)
            yield self._area
            yield Label(_("esc keeps it"), classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Begin at the end of what is there."""
        self._area.move_cursor(self._area.document.end)

    def action_keep(self) -> None:
        """Give the text back."""
        self.dismiss(self._area.text)
