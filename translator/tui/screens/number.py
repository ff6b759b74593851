"""Asks for the number of a segment. Refuses anything that is no number of one."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.validation import Integer
from textual.widgets import Input, Label

from translator.i18n import _


class NumberScreen(ModalScreen[int | None]):
    """A small panel; the number, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("f1", "app.show_keys", show=False),
    ]

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count

    def compose(self) -> ComposeResult:
        """One line to type a number in."""
        with Vertical(id="ask"):
            yield Label(_("Go to segment (1 to {n})").format(n=self._count), markup=False)
            yield Input(type="integer", validators=[Integer(1, self._count)], id="number")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take a valid number, and nothing else."""
        if event.validation_result is not None and event.validation_result.is_valid:
            self.dismiss(int(event.value))
