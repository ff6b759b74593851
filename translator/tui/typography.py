"""The signs of Spanish that keyboards hide: which quotation mark a typed ``"`` is, dashes, signs.

Pure: text in, text out. Quotation marks in three levels, « » “ ” ‘ ’, after RAE, Ortografía de la
lengua española (2010), III.3.4.9; a house with ``quotes = "double"`` begins at the second.
"""

from __future__ import annotations

from translator.config import Quotes

_LEVELS = (("«", "»"), ("“", "”"), ("‘", "’"))

SIGNS = {
    "<": "«",
    ">": "»",
    "?": "¿",
    "!": "¡",
    "-": "—",
    " ": "\u00a0",
    '"': '"',
    "'": "’",
}
"""What is typed after the key for signs, and what comes of it."""

_OPENERS = " \t\u00a0([{¿¡—–-/«“‘>"
"""What a word may begin behind; ``>`` ends an inline code."""


def quote(before: str, quotes: Quotes) -> str:
    """The quotation mark that is meant behind this text."""
    levels = _LEVELS if quotes == "angular" else _LEVELS[1:]
    standing = _open_levels(before, levels)
    if not before or before[-1] in _OPENERS:
        return levels[min(len(standing), len(levels) - 1)][0]
    return levels[standing[-1] if standing else 0][1]


def _open_levels(text: str, levels: tuple[tuple[str, str], ...]) -> list[int]:
    """The levels of the quotations that are not closed yet, outermost first."""
    standing: list[int] = []
    for sign in text:
        for level, (opening, closing) in enumerate(levels):
            if sign == opening:
                standing.append(level)
            elif sign == closing and level in standing:
                del standing[standing.index(level) :]
    return standing


def pair(quotes: Quotes) -> tuple[str, str]:
    """The outer quotation marks of the house."""
    return _LEVELS[0] if quotes == "angular" else _LEVELS[1]


def turn_case(text: str) -> str:
    """The next way to write these words: small, then with a capital, then all in capitals."""
    if text.islower():
        first = next((place for place, sign in enumerate(text) if sign.isalpha()), 0)
        return text[:first] + text[first : first + 1].upper() + text[first + 1 :]
    return text.lower() if text.isupper() and len(text) > 1 else text.upper()
