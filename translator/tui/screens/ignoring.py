"""Why a finding may stand: the finding, one line for the reason, and how to take it back.

Refuses an answer without a reason, and to act upon it: who opened the panel does.
"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static

from translator import normalize
from translator.i18n import _


class IgnoreScreen(ModalScreen[str | None]):
    """A small panel; the reason, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("f1", "app.show_keys", show=False),
    ]

    def __init__(self, sentence: str, command: str) -> None:
        super().__init__()
        self._sentence = normalize.visible(sentence)
        self._command = normalize.visible(command)
        self._reason = Input(placeholder=_("why it may stand"), id="reason", compact=True)
        self._wrong = Static("", id="wrong", markup=False)

    def compose(self) -> ComposeResult:
        """The finding, the line for the reason, what went wrong, what it means."""
        with Vertical(classes="panel"):
            yield Label(_("Ignore the finding"), classes="title", markup=False)
            yield Static(self._sentence, markup=False)
            yield self._reason
            yield self._wrong
            meaning = _(
                "What this rule finds in this segment is not shown any more, until its English or"
                " its Spanish changes. This takes it back:"
            )
            yield Static(meaning, classes="quiet", markup=False)
            yield Static(self._command, id="command", markup=False)
            yield Label(_("enter takes it  esc leaves it"), classes="quiet", markup=False)

    def on_input_submitted(self) -> None:
        """Enter: take the reason, where there is one."""
        reason = normalize.line(self._reason.value)
        if reason:
            self.dismiss(reason)
        else:
            self._wrong.update(_("Say why it may stand."))
