"""Every key of the screen, in one table a place: what it is bound to, and what it does in words.

Bindings, the help screen, the palette and the README's table are made from these. Refuses keys that
terminals do not send (ctrl+enter as the only way, shift+F3) and alt with a digit, which Textual
takes for a letter. Descriptions are message ids; they are translated where they are shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding, BindingType

from translator.i18n import N_

Place = Literal["editor", "list"]


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
    def shown(self) -> str:
        """The keys as a person reads them."""
        names = {"question_mark": "?", "slash": "/", "escape": "esc", "enter": "enter"}
        return " ".join(names.get(key, key) for key in self.keys.split(","))


EDITOR = (
    Key(
        "editor.confirm",
        "enter",
        "confirm",
        N_("confirm, and go to the next open segment"),
        N_("confirm"),
    ),
    Key("editor.edge", "up,down", "", N_("at the first or last line: previous or next segment")),
    Key("editor.next-open", "alt+n", "next_open", N_("next open segment")),
    Key("editor.previous-open", "alt+p", "previous_open", N_("previous open segment")),
    Key("editor.go-to", "ctrl+g", "go_to", N_("go to a segment by its number")),
    Key("editor.copy-source", "f2", "copy_source", N_("put the English into the translation")),
    Key(
        "editor.pretranslate",
        "f5",
        "pretranslate",
        N_("machine drafts for what is empty"),
        N_("machine drafts"),
    ),
    Key("editor.reject", "alt+r", "reject", N_("open the segment again")),
    Key("editor.undo", "alt+z", "undo_article", N_("take back the last change of the article")),
    Key("editor.save", "ctrl+s", "save", N_("save now (it is saved as you type)")),
    Key("editor.export", "alt+e", "export", N_("write the page pair"), N_("export")),
    Key("editor.leave", "escape", "leave", N_("to the list, then to the library"), N_("back")),
    Key("editor.help", "f1", "app.show_keys", N_("show the keys"), N_("keys")),
    Key("editor.palette", "ctrl+p", "app.command_palette", N_("all actions")),
    Key("editor.quit", "ctrl+q", "app.quit", N_("quit")),
)

LIST = (
    Key("list.edit", "enter", "", N_("edit the segment")),
    Key("list.move", "up,down,j,k", "", N_("move in the list")),
    Key("list.next-open", "n", "screen.next_open", N_("next open segment")),
    Key("list.reject", "r", "screen.reject", N_("open the segment again")),
    Key("list.undo", "u", "screen.undo_article", N_("take back the last change of the article")),
    Key("list.help", "question_mark", "app.show_keys", N_("show the keys")),
)

TABLES: dict[Place, tuple[Key, ...]] = {"editor": EDITOR, "list": LIST}


def action(place: Place, pressed: str) -> str:
    """The action that a key stands for in a place, or an empty text."""
    return next((key.action for key in TABLES[place] if pressed in key.keys.split(",")), "")


def bindings(place: Place) -> list[BindingType]:
    """The bindings of a place, for a class; what a widget does by itself has none."""
    return [
        Binding(key.keys, key.action, key.text, show=False, id=key.id)
        for key in TABLES[place]
        if key.action and key.id != "editor.confirm"
    ]
