"""Copy out: which part of the Spanish goes to the clipboard. Refuses to edit."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label

from translator.i18n import _


class CopyScreen(ModalScreen[str | None]):
    """A small panel; ``segment``, ``paragraph``, ``article``, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s,enter", "dismiss('segment')", show=False),
        Binding("p", "dismiss('paragraph')", show=False),
        Binding("a", "dismiss('article')", show=False),
        Binding("escape", "dismiss", show=False),
        Binding("f1", "app.show_keys", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Three choices with their keys."""
        with Vertical(id="ask"):
            yield Label(_("Copy the Spanish of"), markup=False)
            yield Label(_("s  this segment"), markup=False)
            yield Label(_("p  this paragraph"), markup=False)
            yield Label(_("a  the whole article"), markup=False)
            yield Label(_("esc goes back"), classes="quiet", markup=False)
