"""What a decision would change in translations, before it does: each can be left.

Separate because a decision on a name reaches into every article of the desk. Refuses to change
anything: it answers with what the person wants.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from translator import normalize
from translator.editing import Change
from translator.i18n import ngettext
from translator.tui import places
from translator.tui.widgets.hints import hints
from translator.tui.widgets.line_list import LineList, cell
from translator.tui.widgets.worddiff import difference, parts


class ChangeList(LineList):
    """Changes, one a row, with a box."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "turn", show=False),
        Binding("a", "turn_all", show=False),
    ]

    def __init__(self, changes: Sequence[Change]) -> None:
        super().__init__(id="changes")
        self.changes = changes
        self.left: set[int] = set()

    def on_mount(self) -> None:
        """Show them."""
        self.show_rows(len(self.changes))

    def action_turn(self) -> None:
        """Leave what was taken, take what was left; and on."""
        self.left ^= {self.cursor}
        self.refresh_row(self.cursor)
        self.action_move(1)

    def action_turn_all(self) -> None:
        """Leave all, or take all where none is taken."""
        every = set(range(len(self.changes)))
        self.left = set() if self.left == every else every
        self.refresh()

    def row(self, index: int, width: int) -> Text:
        """A box, where it is, and the words that come."""
        change = self.changes[index]
        box = "[ ]" if index in self.left else "[x]"
        _old, new = parts(change.old, change.new)
        first = next((i for i, (_, differs) in enumerate(new) if differs), 0)
        before = "".join(text for text, _differs in new[:first])
        came = "".join(text for text, _differs in new[first:])
        shown = f"…{before[-16:]}{came}" if len(before) > 16 else before + came
        where = cell(f"{change.slug}:{change.segment}", 28)
        return Text.assemble(
            f" {box} ", (where, self.style_of("quiet")), " ", cell(shown, width - 35), " "
        )


class ChangesScreen(ModalScreen[tuple[Change, ...] | None]):
    """The changes that are wanted, or None where nothing shall be decided."""

    PLACES = ("changes",)
    BINDINGS = places.bindings("changes")

    def __init__(self, title: str, changes: Sequence[Change]) -> None:
        super().__init__()
        self._title = title
        self._rows = ChangeList(changes)

    def compose(self) -> ComposeResult:
        """What is decided, the changes, the whole of one, the keys."""
        number = len(self._rows.changes)
        count = ngettext(
            "{n} translation has it otherwise.", "{n} translations have it otherwise.", number
        )
        with Vertical(classes="panel -tall"):
            yield Label(normalize.visible(self._title), classes="title", markup=False)
            yield Label(count.format(n=number), markup=False)
            yield self._rows
            yield Static(id="change", markup=False)
            yield Static(hints("changes"), markup=False)

    def on_line_list_highlighted(self) -> None:
        """Another change."""
        self._tell()

    def on_mount(self) -> None:
        """Show the first in full."""
        self._tell()
        self.set_focus(self._rows)

    def _tell(self) -> None:
        change = self._rows.changes[self._rows.cursor]
        self.query_one("#change", Static).update(difference(change.old, change.new))

    def on_line_list_chosen(self) -> None:
        """Enter: decide, and make the changes that are taken."""
        self.action_apply()

    def action_apply(self) -> None:
        """Decide, and make the changes that are taken."""
        self.dismiss(
            tuple(
                change
                for place, change in enumerate(self._rows.changes)
                if place not in self._rows.left
            )
        )

    def action_turn(self) -> None:
        """Leave this one, or take it."""
        self._rows.action_turn()

    def action_turn_all(self) -> None:
        """Leave all, or take all."""
        self._rows.action_turn_all()

    def action_leave(self) -> None:
        """Decide nothing."""
        self.dismiss(None)
