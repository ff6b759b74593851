"""Three lines for who opens the editor for the first time, and never again.

Remembered by an empty file beside the installed packages. Refuses to insist: where that cannot be
written, they come again.
"""

from __future__ import annotations

from contextlib import suppress

from translator import config
from translator.i18n import _
from translator.tui import keys

_REMEMBERED = "greeted"


def is_first_start() -> bool:
    """Whether nobody has been greeted here before; from now on somebody has."""
    path = config.data_folder() / _REMEMBERED
    if path.exists():
        return False
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return True


def lines() -> str:
    """The three lines."""
    return "\n".join(
        (
            _(
                "Write the Spanish below; {key} confirms it and goes on. All is saved as you type."
            ).format(key=keys.shown("editor.confirm").split(" ")[0]),
            _(
                "→ takes what is shown in grey, {first} the first suggestion, {all} leads to all."
            ).format(first=keys.shown("editor.suggestion"), all=keys.shown("editor.panel")),
            _(
                "{undo} takes anything back; {help} shows the keys, {palette} all there is to do."
            ).format(
                undo=keys.shown("editor.undo-typing"),
                help=keys.shown("editor.help"),
                palette=keys.shown("editor.palette"),
            ),
        )
    )
