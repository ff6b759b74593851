"""Other keys than ours: presets of the field's tools, and a person's own in a TOML file.

A file has a line for each action that it changes, ``"editor.next-open" = "ctrl+u"``; several keys
are parted by commas, and ``preset = "omegat"`` begins from a preset. Refuses what would not work
and says why: an action that is not there, a key that terminals do not send, two actions with one
key in one place. Separate from `keys`, which knows what there is to do.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from pathlib import Path

from translator import toml
from translator.errors import InputError, UsageError
from translator.tui import places, screen_keys

PRESETS: Mapping[str, Mapping[str, str]] = {
    # OmegaT's MainMenuShortcuts.properties, as far as terminals send the keys.
    "omegat": {
        "editor.next": "ctrl+n,ctrl+down",
        "editor.previous": "ctrl+p,ctrl+up",
        "editor.next-open": "ctrl+u,alt+n",
        "editor.clear": "alt+delete",
        "editor.go-to": "ctrl+j",
        "editor.search": "ctrl+k,ctrl+f",
        "editor.suggestion": "ctrl+r,f3",
        "editor.palette": "alt+q",
    },
    # Poedit's menus.xrc, likewise.
    "poedit": {
        "editor.next-open": "ctrl+shift+down,alt+n",
        "editor.previous-open": "ctrl+shift+up,alt+p",
        "editor.copy-source": "ctrl+b,f2",
        "editor.reject": "ctrl+u,alt+r",
        "editor.clear": "alt+delete",
    },
}

_DEAD = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+h": "backspace",
    "ctrl+left_square_bracket": "escape",
    "alt+b": "ctrl+left",
    "alt+f": "ctrl+right",
    "alt+enter": "enter",
    "shift+enter": "enter",
    "shift+f3": "",
}
"""Keys that older terminals send as another one, or not at all; measured with Textual's parser."""

_ALT = re.compile(r"alt\+(?:[a-z]|up|down|left|right|home|end|pageup|pagedown|delete|insert|f\d+)")
"""Alt with anything else: the alt is lost, or another letter comes (alt+1 types ¡)."""

TOGETHER = (
    ("editor",),
    ("editor", "list"),
    ("editor", "panel"),
    *((place,) for place in screen_keys.TABLES),
)
"""Places whose keys are in force at the same time."""


def load(setting: str, folder: Path) -> Mapping[str, str]:
    """The keys of each action that has other ones: of a preset, or of a file, which may be named
    from the folder.

    Raises InputError for a file that cannot be read, UsageError for what would not work.
    """
    if not setting:
        return {}
    if setting in PRESETS:
        return _checked(PRESETS[setting], setting)
    return _checked(_read(folder / Path(setting).expanduser()), setting)


def _read(path: Path) -> Mapping[str, str]:
    try:
        values = toml.read(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        presets = ", ".join(PRESETS)
        raise InputError("no-such-keys", path=str(path), presets=presets) from error
    except OSError as error:
        raise InputError("unreadable", path=str(path), detail=error.strerror or "") from error
    except ValueError as error:
        raise InputError("settings-not-toml", path=str(path), detail=str(error)) from error
    preset = values.pop("preset", "")
    if preset and preset not in PRESETS:
        raise InputError("no-such-keys", path=str(preset), presets=", ".join(PRESETS))
    given = {str(name): _line(str(name), value) for name, value in values.items()}
    return {**(PRESETS[preset] if preset else {}), **given}


def _line(name: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise UsageError("key-not-text", action=name)
    return ",".join(one.strip() for one in value.split(","))


def _checked(chosen: Mapping[str, str], where: str) -> Mapping[str, str]:
    known = {key.id: key for table in places.TABLES.values() for key in table}
    for name, pressed in chosen.items():
        if name not in known or not known[name].action:
            nearest = difflib.get_close_matches(name, known, 1)
            raise UsageError("no-such-action", action=name, nearest=nearest[0] if nearest else "")
        _refuse_dead(name, pressed.split(","))
    _refuse_clashes(chosen, where)
    return dict(chosen)


def _refuse_dead(name: str, pressed: list[str]) -> None:
    """At least one key of each action must come from every terminal."""
    dead = [
        key
        for key in pressed
        if key in _DEAD or (key.startswith("alt+") and not _ALT.fullmatch(key))
    ]
    rich = [key for key in pressed if key == "ctrl+enter" or key.startswith("ctrl+shift+")]
    if dead or len(rich) == len(pressed):
        key = (dead or rich)[0]
        raise UsageError("key-not-sent", action=name, key=key, arrives=_DEAD.get(key, ""))


def _refuse_clashes(chosen: Mapping[str, str], where: str) -> None:
    for together in TOGETHER:
        taken: dict[str, str] = {}
        for place in together:
            for key in places.table(place):
                for pressed in chosen.get(key.id, key.keys).split(","):
                    other = taken.setdefault(pressed, key.id)
                    if other != key.id and {other, key.id} & chosen.keys():
                        raise UsageError(
                            "keys-clash", key=pressed, one=other, other=key.id, path=where
                        )
