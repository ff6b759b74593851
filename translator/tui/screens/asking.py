"""Small panels that ask for something: some lines, a choice. `text_asking` has the one for a text.

Refuses to act upon the answer: who opened the panel does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static

from translator import normalize
from translator.i18n import _
from translator.tui.widgets.line_list import LineList, cell

Check = Callable[[Mapping[str, str]], str]
"""Says what is wrong with the answers, or nothing."""


@dataclass(frozen=True, slots=True)
class Question:
    """One line to fill in."""

    name: str
    label: str
    value: str = ""
    hint: str = ""


class LinesScreen(ModalScreen[dict[str, str] | None]):
    """Some lines to fill in; the answers by name, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, title: str, questions: Sequence[Question], check: Check | None = None):
        super().__init__()
        self._title = title
        self._questions = questions
        self._check = check

    def compose(self) -> ComposeResult:
        """Title, a label and a line for each question, what went wrong, the keys."""
        with VerticalScroll(classes="panel", can_focus=False):
            yield Label(normalize.visible(self._title), classes="title", markup=False)
            for one in self._questions:
                if len(self._questions) > 1:
                    yield Label(one.label, markup=False)
                yield Input(
                    normalize.visible(one.value),
                    placeholder=one.hint or ("" if len(self._questions) > 1 else one.label),
                    id=f"ask-{one.name}",
                    compact=True,
                    select_on_focus=False,
                )
            yield Static("", id="wrong", markup=False)
            keys = _("enter takes it  esc leaves it")
            if len(self._questions) > 1:
                keys = _("up down another line  enter takes all  esc leaves it")
            yield Label(keys, classes="quiet", markup=False)

    def on_input_submitted(self) -> None:
        """Enter: take the answers where nothing is wrong with them."""
        answers = {
            one.name: normalize.line(self.query_one(f"#ask-{one.name}", Input).value)
            for one in self._questions
        }
        wrong = self._check(answers) if self._check else ""
        if wrong:
            self.query_one("#wrong", Static).update(Text(wrong))
        else:
            self.dismiss(answers)


class ChoiceList(LineList):
    """Things to take or to leave, one a row."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "turn", show=False)]

    def __init__(self, choices: Sequence[tuple[str, str]], taken: Sequence[str]) -> None:
        super().__init__(id="choices")
        self._choices = choices
        self.taken = set(taken)
        self.styles.height = len(choices)

    def on_mount(self) -> None:
        """Show them."""
        self.show_rows(len(self._choices))

    def row(self, index: int, width: int) -> Text:
        """A box and a name."""
        name, label = self._choices[index]
        box = "[x]" if name in self.taken else "[ ]"
        return Text(f" {box} {cell(label, width - 6)}")

    def action_turn(self) -> None:
        """Take what was left, leave what was taken."""
        self.taken ^= {self._choices[self.cursor][0]}
        self.refresh_row(self.cursor)


class ChoiceScreen(ModalScreen[tuple[str, ...] | None]):
    """Some of several things; their names in order, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    def __init__(
        self, title: str, choices: Sequence[tuple[str, str]], taken: Sequence[str]
    ) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._list = ChoiceList(choices, taken)

    def compose(self) -> ComposeResult:
        """Title, the list, the keys."""
        with Vertical(classes="panel"):
            yield Label(normalize.visible(self._title), classes="title", markup=False)
            yield self._list
            keys = _("space takes or leaves  enter goes on  esc goes back")
            yield Label(keys, classes="quiet", markup=False)

    def on_line_list_chosen(self) -> None:
        """Enter: what is taken."""
        names = (name for name, _label in self._choices)
        taken = tuple(name for name in names if name in self._list.taken)
        if taken:
            self.dismiss(taken)
