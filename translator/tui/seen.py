"""The last door before the terminal: nothing passes that could do more there than be read.

Texts from outside are made visible where they are shown (`normalize.visible`); what is typed in
cannot be, since the cursor counts its characters, and one place may always be forgotten. Here each
line that is drawn is looked at again. Refuses to change how many cells a line takes.
"""

from __future__ import annotations

import re

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from translator import normalize

SIGN = "·"
"""Stands for each cell of a character that must not be seen by the terminal."""


_PICTURE = f"[{normalize.EMOJI}]"
_SHADE = "[\U0001f3fb-\U0001f3ff]"
_ONE = f"{_PICTURE}(?:{_SHADE}|\ufe0f)?"
_JOINED = re.compile(f"{_ONE}(?:\u200d{_ONE})+|{_PICTURE}{_SHADE}|[0-9#*]\ufe0f?\u20e3|.\ufe0f")
"""Emoji of several code points: joined ones, with a colour of skin, asked to be a picture, keys."""

_SEVERAL = re.compile("[\u200d\ufe0f\u20e3\U0001f3fb-\U0001f3ff]")
"""What each of them has: quicker to look for."""


class Seen(LineFilter):
    """Takes out of every line what could move the cursor, turn the writing round, or hide."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments, harmless."""
        if all(_is_plain(text) for text, _style, _control in segments):
            return segments
        return [Segment(_harmless(text), style, control) for text, style, control in segments]


def _is_plain(text: str) -> bool:
    return not (normalize.hides(text) or (_SEVERAL.search(text) and _JOINED.search(text)))


def _harmless(text: str) -> str:
    shown = normalize.unhidden(text, lambda character: SIGN * cell_len(character))
    drawn = _JOINED.sub(lambda match: _first(match[0]), shown)
    cells = cell_len(text)  # a joiner that joins nothing takes its neighbour's
    return drawn if cell_len(drawn) == cells else set_cell_size(drawn, cells)


def _first(cluster: str) -> str:
    """The first of several code points that stand for one sign, in as many cells as all of them
    are counted for: terminals differ in how many they take, and what follows would move."""
    return cluster[0] + " " * (cell_len(cluster) - cell_len(cluster[0]))
