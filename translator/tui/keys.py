"""Every key of the screen, in one table a place: what it is bound to, and what it does in words.

Bindings, the help screen, the palette and the README's table are made from these. Refuses keys that
terminals do not send (ctrl+enter as the only way, shift+F3) and alt with a digit, which Textual
takes for a letter. Descriptions are message ids; they are translated where they are shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding, BindingType

from translator.i18n import N_

Place = Literal["editor", "list", "panel", "source"]

_chosen: dict[str, str] = {}

_OF_THE_AREA = frozenset({"editor.confirm", "editor.undo-typing"})
"""What only the area one types in does: elsewhere Enter chooses."""


def choose(keys: Mapping[str, str]) -> None:
    """Let actions, by their ids, have these keys from now on, and all others their own."""
    _chosen.clear()
    _chosen.update(keys)


def chosen() -> dict[str, str]:
    """The keys that a person chose, by the ids of their actions."""
    return dict(_chosen)


_NAMES = {
    "question_mark": "?",
    "slash": "/",
    "escape": "esc",
    "ctrl+@": "ctrl+space",
    "number_sign": "#",
}


@dataclass(frozen=True, slots=True)
class Key:
    """One action and its keys. `action` is empty for what a widget does by itself.

    Keys with a `hint` stand in the line at the foot of the screen, with that word.
    """

    id: str
    keys: str
    action: str
    text: str
    hint: str = ""

    @property
    def now(self) -> str:
        """The keys that it has now: its own, or those that a person chose."""
        return _chosen.get(self.id, self.keys)

    @property
    def shown(self) -> str:
        """The keys as a person reads them."""
        keys = self.now.split(",")
        if len(keys) > 4 and all(key.isdecimal() for key in keys):
            return f"{keys[0]}…{keys[-1]}"
        return " ".join(_NAMES.get(key, key) for key in keys)


EDITOR = (
    Key(
        "editor.confirm",
        "enter,ctrl+enter",
        "confirm",
        N_("confirm, and go to the next open segment"),
        N_("confirm"),
    ),
    Key("editor.edge", "up,down", "", N_("at the first or last line: previous or next segment")),
    Key("editor.next", "ctrl+down", "move(1)", N_("next segment")),
    Key("editor.previous", "ctrl+up", "move(-1)", N_("previous segment")),
    Key("editor.next-open", "alt+n", "next_open", N_("next open segment")),
    Key("editor.previous-open", "alt+p", "previous_open", N_("previous open segment")),
    Key("editor.next-review", "alt+w", "next_review", N_("next segment that waits for review")),
    Key("editor.next-finding", "f8", "next_finding", N_("next finding")),
    Key("editor.next-error", "shift+f8", "next_error", N_("next segment with an error")),
    Key("editor.fix", "alt+g", "fix_finding", N_("put in the fix of the finding")),
    Key("editor.ignore", "ctrl+o", "ignore_finding", N_("ignore the finding, and say why")),
    Key(
        "editor.next-doubtful",
        "alt+l",
        "next_doubtful",
        N_("next draft that the machine is least sure of"),
    ),
    Key("editor.go-to", "ctrl+g", "go_to", N_("go to a segment by its number")),
    Key(
        "editor.suggestion",
        "f3",
        "insert(1)",
        N_("put in the first suggestion"),
        N_("suggestion 1"),
    ),
    Key(
        "editor.panel",
        "f4",
        "panel",
        N_("to the suggestions: a digit takes one, esc leads back"),
        N_("all"),
    ),
    Key("editor.fold", "alt+s", "fold_panel", N_("show or hide the suggestions")),
    Key("editor.ghost", "right", "", N_("at the end: take what is shown in grey")),
    Key("editor.ghost-word", "ctrl+right", "", N_("at the end: take one word of it")),
    Key("editor.clear", "ctrl+u", "clear_target", N_("empty the translation, to write it anew")),
    Key("editor.copy-source", "f2", "copy_source", N_("put the English into the translation")),
    Key("editor.code", "ctrl+t", "insert_code", N_("put in the next inline code")),
    Key("editor.case", "alt+c", "case", N_("change capitals of the selection or the word")),
    Key(
        "editor.sign",
        "alt+i",
        "sign",
        N_("a sign: then < > for « », ? ! for ¿ ¡, - for —, space for one that holds"),
    ),
    Key("editor.no-break", "ctrl+@", "type_sign('space')", N_("a space that holds (ctrl+space)")),
    Key("editor.source", "alt+o", "read_source", N_("to the English: words, selection, cutting")),
    Key("editor.split", "alt+k", "split", N_("cut the segment here; then where in the English")),
    Key("editor.merge", "alt+m", "merge", N_("put it together with the next segment")),
    Key("editor.reject", "alt+r", "reject", N_("open the segment again")),
    Key("editor.review", "alt+v", "mark('reviewed')", N_("reviewed, and on")),
    Key("editor.final", "alt+x", "mark('final')", N_("final, and on")),
    Key("editor.twins", "alt+a", "apply_to_twins", N_("confirm all with the same English as well")),
    Key("editor.note", "alt+j", "note", N_("write a note beside the segment")),
    Key("editor.term", "alt+t", "term", N_("add a term, from what is selected")),
    Key("editor.search", "ctrl+f", "search", N_("search and replace")),
    Key("editor.concordance", "f7", "concordance", N_("search the memory")),
    Key("editor.history", "alt+h", "history", N_("what was changed when")),
    Key("editor.read", "alt+d", "read_page", N_("read the Spanish as the page will read")),
    Key("editor.preview", "f6", "preview", N_("both pages side by side")),
    Key("editor.structure", "alt+u", "structure", N_("the lines of the page and what they are")),
    Key("editor.names", "f9", "names", N_("the names and terms of the article")),
    Key("editor.copy", "alt+y", "copy_out", N_("copy out: segment, paragraph or whole text")),
    Key(
        "editor.pretranslate",
        "f5",
        "pretranslate",
        N_("machine drafts for what is empty"),
        N_("machine drafts"),
    ),
    Key("editor.undo", "alt+z", "undo_article", N_("take back the last change of the article")),
    Key("editor.undo-typing", "ctrl+z", "undo", N_("take back: what is typed, then what was done")),
    Key("editor.redo", "ctrl+y", "redo", N_("do again what was taken back")),
    Key("editor.save", "ctrl+s", "save", N_("save now (it is saved as you type)")),
    Key(
        "editor.emergency",
        "ctrl+l",
        "app.emergency_copy",
        N_("emergency copy of what is not saved"),
    ),
    Key("editor.export", "alt+e", "export", N_("write the page pair")),
    Key("editor.leave", "escape", "leave", N_("to the list, then to the library"), N_("back")),
    Key("editor.help", "f1", "app.show_keys", N_("show the keys"), N_("keys")),
    Key("editor.palette", "ctrl+p", "app.command_palette", N_("all actions")),
    Key("editor.quit", "ctrl+q", "app.quit", N_("quit")),
)

LIST = (
    Key("list.edit", "enter", "", N_("edit the segment"), N_("edit")),
    Key("list.move", "up,down,j,k", "", N_("move in the list")),
    Key("list.next-open", "n", "screen.next_open", N_("next open segment"), N_("next open")),
    Key("list.next-review", "w", "screen.next_review", N_("next segment that waits for review")),
    Key("list.reject", "r", "screen.reject", N_("open the segment again")),
    Key("list.review", "v", "screen.mark('reviewed')", N_("reviewed, and on"), N_("reviewed")),
    Key("list.final", "x", "screen.mark('final')", N_("final, and on"), N_("final")),
    Key("list.note", "number_sign", "screen.note", N_("write a note beside the segment")),
    Key(
        "list.undo",
        "u",
        "screen.undo_article",
        N_("take back the last change of the article"),
    ),
    Key("list.redo", "y", "screen.redo", N_("do again what was taken back")),
    Key("list.go-to", "g", "screen.go_to", N_("go to a segment by its number")),
    Key("list.leave", "escape", "", N_("to the library"), N_("back")),
    Key("list.help", "question_mark", "app.show_keys", N_("show the keys"), N_("keys")),
)

PANEL = (
    Key(
        "panel.take",
        "1,2,3,4,5,6,7,8,9",
        "",
        N_("put in the suggestion of this number"),
        N_("take"),
    ),
    Key("panel.fold", "enter,space", "", N_("fold or unfold a part"), N_("fold")),
    Key("panel.move", "up,down,j,k", "", N_("to another part")),
    Key("panel.leave", "escape", "", N_("back to the translation"), N_("back")),
)

SOURCE = (
    Key("source.move", "left,right", "", N_("word by word")),
    Key("source.select", "shift+left,shift+right", "", N_("select words"), N_("select")),
    Key("source.split", "enter", "", N_("cut the segment before this word"), N_("cut")),
    Key("source.take", "space", "", N_("put the selected words into the translation"), N_("take")),
    Key("source.leave", "escape", "", N_("back to the translation"), N_("back")),
)

TABLES: dict[Place, tuple[Key, ...]] = {
    "editor": EDITOR,
    "list": LIST,
    "panel": PANEL,
    "source": SOURCE,
}


def action(place: Place, pressed: str) -> str:
    """The action that a key stands for in a place, or an empty text."""
    return next((key.action for key in TABLES[place] if pressed in key.now.split(",")), "")


def shown(name: str) -> str:
    """The keys of an action, by its id, as a person reads them."""
    return next(key.shown for table in TABLES.values() for key in table if key.id == name)


def bindings(place: Place) -> list[BindingType]:
    """The bindings of a place, for a class; what a widget does by itself has none."""
    return [
        Binding(key.keys, key.action, key.text, show=False, id=key.id)
        for key in TABLES[place]
        if key.action and key.id not in _OF_THE_AREA
    ]
