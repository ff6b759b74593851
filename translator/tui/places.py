"""All places of the screen with their keys: the editor's and the others, in one table.

Bindings, the line of hints, the help screen, the palette and the README are made from it. Separate
from the tables so that they need not know one another.
"""

from __future__ import annotations

from textual.binding import Binding, BindingType

from translator.i18n import N_
from translator.tui import keys, screen_keys
from translator.tui.keys import Key

TABLES: dict[str, tuple[Key, ...]] = {
    **{str(place): table for place, table in keys.TABLES.items()},
    **screen_keys.TABLES,
}

TITLES: dict[str, str] = {
    "editor": N_("In the editor"),
    "list": N_("In the list of segments"),
    "panel": N_("In the suggestions"),
    "source": N_("In the English"),
    **screen_keys.TITLES,
}


def table(place: str) -> tuple[Key, ...]:
    """The keys of a place."""
    return TABLES[place]


def bindings(place: str) -> list[BindingType]:
    """The bindings of a place, for a class; what a widget does by itself has none."""
    return [
        Binding(key.keys, key.action, key.text, show=False, id=key.id)
        for key in TABLES[place]
        if key.action
    ]


def shown(name: str) -> str:
    """The keys of an action of any place, by its id, as a person reads them."""
    return next(key.shown for table in TABLES.values() for key in table if key.id == name)
