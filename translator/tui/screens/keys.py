"""The keys of where one is, on F1.

Made from the table of keys, so that it cannot say what is not so. Refuses a manual.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from translator.i18n import _
from translator.tui import places


class KeysScreen(ModalScreen[None]):
    """A panel with the keys; any of its own closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,q,question_mark,enter", "dismiss", show=False)
    ]

    def __init__(self, shown: Sequence[str]) -> None:
        super().__init__()
        self._places = shown

    def compose(self) -> ComposeResult:
        """The tables, one below the other."""
        with VerticalScroll(id="keys"):
            for place in self._places:
                yield Static(_(places.TITLES[place]), classes="title", markup=False)
                yield Static(_table(place))
            yield Static(_("esc closes this"), classes="quiet", markup=False)


def _table(place: str) -> Table:
    """Keys on the left, what they do on the right, wrapped under itself."""
    table = Table.grid(padding=(0, 2, 0, 0), pad_edge=True)
    table.add_column(no_wrap=True, style="bold")
    table.add_column(ratio=1)
    for key in places.table(place):
        table.add_row(Text(f"  {key.shown}"), Text(_(key.text)))
    return table
