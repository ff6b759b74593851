"""Small panels that ask for something: some lines, a text, a choice.

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
from translator.tui.widgets.composed_area import ComposedArea
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
