"""The colours of the screen: dark, light, and one of high contrast.

Refuses to say anything by colour alone; with ``NO_COLOR`` there are none. Black on white and pure
colours for tired eyes and poor screens: each pair here has a contrast of 7 : 1 or more.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import App
from textual.theme import Theme

from translator.config import Theme as Choice

NAMES: Mapping[Choice, str] = {
    "dark": "textual-dark",
    "light": "textual-light",
    "contrast": "engesp-contrast",
}

_CONTRAST = Theme(
    name="engesp-contrast",
    primary="#ffff00",
    secondary="#00ffff",
    accent="#ffff00",
    foreground="#ffffff",
    background="#000000",
    surface="#262626",
    panel="#404040",
    success="#00ff00",
    warning="#ffff00",
    error="#ff8080",
    dark=True,
    variables={"text-muted": "#ffffff", "block-cursor-background": "#ffff00"},
)


def register(app: App[int]) -> None:
    """Let an application know the theme of our own."""
    app.register_theme(_CONTRAST)
