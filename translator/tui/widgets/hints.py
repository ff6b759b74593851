"""The line of keys at the foot of a screen, made from the table of keys."""

from __future__ import annotations

from rich.text import Text

from translator.i18n import _
from translator.tui import places


def hints(place: str) -> Text:
    """The keys that one needs most, with what they do."""
    parts = [
        Text.assemble((key.shown.split(" ")[0], "bold"), f" {_(key.hint)}")
        for key in places.table(place)
        if key.hint
    ]
    return Text.assemble(" ", Text("  ").join(parts))
