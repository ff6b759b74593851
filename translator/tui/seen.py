"""The last door before the terminal: nothing passes that could do more there than be read.

Texts from outside are made visible where they are shown (`normalize.visible`); what is typed in
cannot be, since the cursor counts its characters, and one place may always be forgotten. Here each
line that is drawn is looked at again. Refuses to change how many cells a line takes.
"""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from translator import normalize

SIGN = "·"
"""Stands for each cell of a character that must not be seen by the terminal."""


class Seen(LineFilter):
    """Takes out of every line what could move the cursor, turn the writing round, or hide."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments, harmless."""
        if not any(normalize.hides(text) for text, _style, _control in segments):
            return segments
        return [
            Segment(_harmless(text), style, control) if normalize.hides(text) else segment
            for segment in segments
            for text, style, control in (segment,)
        ]


def _harmless(text: str) -> str:
    return "".join(
        SIGN * cell_len(character) if normalize.hides(character) else character
        for character in text
    )
