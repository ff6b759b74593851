"""The panel beside the segments: suggestions, terms, findings, what is ignored, notes, history.

Parts fold away. What stands in it comes from `knowledge` and the machine; a digit takes a
suggestion. Refuses to look anything up, so that it never holds up a key.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message

from translator.i18n import N_, _
from translator.tui.widgets import panel_text
from translator.tui.widgets.panel_text import Suggestion
from translator.tui.widgets.steady import Steady

PARTS = (
    ("suggestions", N_("Suggestions")),
    ("findings", N_("Findings")),
    ("ignored", N_("Ignored")),
    ("terms", N_("Terms and names")),
    ("note", N_("Note")),
    ("history", N_("History")),
)


class Part(Steady, can_focus=True):
    """One part: a title that folds it, and its lines."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "fold", show=False),
        Binding("up,k", "step(-1)", show=False),
        Binding("down,j", "step(1)", show=False),
    ]

    def __init__(self, name: str, title: str) -> None:
        super().__init__(id=f"part-{name}")
        self._title = title
        self._content: Sequence[Text] = ()
        self._count = 0
        self.is_folded = name in ("history", "ignored")
        self.display = False

    def on_mount(self) -> None:
        """Show the title."""
        self._draw()

    def put(self, lines: Sequence[Text], count: int | None = None) -> None:
        """Show these lines, under a title with how many things they are."""
        number = len(lines) if count is None else count
        self._content, self._count = lines, number
        is_shown = bool(lines) or self.has_focus
        if self.display != is_shown:
            self.display = is_shown
        self._draw()

    def _draw(self) -> None:
        sign = "▸" if self.is_folded else "▾"
        head = Text.assemble((f"{sign} {_(self._title)}", "bold"))
        if self._count:
            head.append(f" {self._count}", "dim")
        shown = [] if self.is_folded else list(self._content)
        self.show(Text("\n").join([head, *shown]))

    def action_step(self, step: int) -> None:
        """To the part above or below, as far as there are any."""
        parts = [one for one in self.screen.query(Part) if one.display]
        place = parts.index(self) + step
        if 0 <= place < len(parts):
            parts[place].focus()

    def action_fold(self) -> None:
        """Fold or unfold it."""
        self.is_folded = not self.is_folded
        self._draw()

    def on_click(self, event: events.Click) -> None:
        """A click on the title folds it."""
        if event.y == 0:
            self.action_fold()


class SidePanel(VerticalScroll, can_focus=False):
    """All parts, one below the other."""

    class Chosen(Message):
        """The suggestion of this number, from 1, is wanted."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self) -> None:
        super().__init__(id="panel")
        self._parts = {name: Part(name, title) for name, title in PARTS}
        for part in self._parts.values():
            self.compose_add_child(part)

    def part(self, name: str) -> Part:
        """One part by its name."""
        return self._parts[name]

    def show_suggestions(self, suggestions: Sequence[Suggestion]) -> None:
        """Show suggestions with their digits."""
        lines = [
            line
            for number, one in enumerate(suggestions, start=1)
            for line in panel_text.suggestion(number, one)
        ]
        self.part("suggestions").put(lines, len(suggestions))

    def on_key(self, event: events.Key) -> None:
        """A digit takes a suggestion."""
        if event.character and event.character in "123456789":
            event.stop()
            self.post_message(self.Chosen(int(event.character)))
