"""A new term, from what is selected: its English and its Spanish, and Enter.

Refuses to judge: `terminology` says whether it is a term.
"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from translator.i18n import _
from translator.model import Term


class TermScreen(ModalScreen[Term | None]):
    """A small panel; the term, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("f1", "app.show_keys", show=False),
    ]

    def __init__(self, english: str, spanish: str) -> None:
        super().__init__()
        self._english = Input(english, placeholder=_("English"), id="english")
        self._spanish = Input(spanish, placeholder=_("Spanish"), id="spanish")

    def compose(self) -> ComposeResult:
        """Two lines; what lacks is typed first."""
        with Vertical(id="ask"):
            yield Label(_("A new term of the desk"), markup=False)
            yield self._english
            yield self._spanish
            yield Label(_("enter adds it, esc does not"), classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Begin where something is missing, else in the Spanish."""
        lacks_english = not self._english.value.strip()
        self.set_focus(self._english if lacks_english else self._spanish)

    def on_input_submitted(self) -> None:
        """Take the term when both are there; else go to what lacks."""
        for field in (self._english, self._spanish):
            if not field.value.strip():
                self.set_focus(field)
                return
        self.dismiss(Term(self._english.value, self._spanish.value, decision="house"))
