"""The unit or currency of a number: the sign before it, or the words right behind it."""

from __future__ import annotations

from dataclasses import dataclass

from translator.quantities import units
from translator.quantities.difference import Span
from translator.quantities.language import Language
from translator.quantities.tokens import Tokens
from translator.quantities.words import is_adjacent

_CURRENCY_SIGNS = frozenset("$€£¥₴₽₹")
_DOLLARS = {"r": "real", "mx": "peso", "mex": "peso", "col": "peso", "ar": "peso"}
"""Whose sign is $ with these letters before it; with others it is a dollar's."""
_HOURS = frozenset({"hour", "hora", "h"})
_PER = frozenset({"per", "an", "a", "por", "la"})
_SQUARE = frozenset({"square", "sq"})
_SQUARED = frozenset({"squared", "cuadrado", "cuadrados", "cuadrada", "cuadradas"})
_NATIONS = frozenset("us american canadian australian international british american".split())
_CELSIUS = frozenset({"celsius", "centígrados", "centígrado", "centigrade", "c"})
_FAHRENHEIT = frozenset({"fahrenheit", "f"})
_TIGHT = frozenset({"", " ", "-", "‑", "\u00a0", "\u202f", "\u2009"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit, where it stands, and the token behind it."""

    key: str
    span: Span
    end: int


def before(found: Tokens, index: int) -> Unit | None:
    """The currency whose sign or code stands right before a figure: $, US$, EUR."""
    if not index or found.gap(index) not in ("", " ", "\u00a0"):
        return None
    word = found.words[index - 1]
    start = found.starts[index - 1]
    if word in _CURRENCY_SIGNS:
        key = units.SIGNS[word]
        if index > 1 and found.ends[index - 2] == start and found.words[index - 2].isalpha():
            start = found.starts[index - 2]
            key = _DOLLARS.get(found.words[index - 2], "dollar") if word == "$" else key
        return Unit(key, (start, found.ends[index - 1]), index)
    if word in units.CODES and found.text[start : found.ends[index - 1]].istitle() <= (
        word == "rs"
    ):
        return Unit(units.CODES[word], (start, found.ends[index - 1]), index)
    return None


def behind(found: Tokens, index: int, language: Language, *, is_scaled: bool) -> Unit | None:
    """The unit that begins at a token right behind a number."""
    count = len(found.words)
    if index >= count or not (found.gap(index) in _TIGHT or is_adjacent(found, index)):
        return None
    first = index
    word = found.words[index]
    if is_scaled and word == language.of and index + 1 < count and is_adjacent(found, index + 1):
        index += 1
        word = found.words[index]
    if word in _NATIONS and index + 1 < count and is_adjacent(found, index + 1):
        if not units.is_currency(language.units.get(found.words[index + 1], "")):
            return None
        index += 1
        word = found.words[index]
    following = found.words[index + 1] if index + 1 < count else ""
    key, end = _key(found, index, word, following, language)
    if not key or (index > first and not (units.is_currency(key) or units.dimension(key))):
        return None
    return Unit(key, (found.starts[index], found.ends[end - 1]), end)


def _key(
    found: Tokens, index: int, word: str, following: str, language: Language
) -> tuple[str, int]:
    """The unit that begins with a word, and the token behind it; empty where none does."""
    if (word, following) in (("per", "cent"), ("por", "ciento"), ("por", "cien")):
        return units.PERCENT, index + 2
    if (word, following) == ("percentage", "points") or (word, following) == (
        "percentage",
        "point",
    ):
        return "point", index + 2
    if word in _SQUARE and following in language.units:
        return units.square(language.units[following]), index + 2
    if word in ("°", "ºc", "ºf", "º"):
        return _degrees(word, following, index)
    if word in units.SIGNS:
        return units.SIGNS[word], index + 1
    if word in ("c", "f") and found.text[found.starts[index]].isupper():
        return word.upper(), index + 1
    key = language.units.get(word) or units.CODES.get(word, "")
    if not key or (word == "mi" and found.text[found.starts[index]].isupper()):
        return "", index
    if units.is_currency(key) and language.units.get(following) == "cent":
        return "cent", index + 2
    return _compound(found, key, index + 1)


def _degrees(word: str, following: str, index: int) -> tuple[str, int]:
    if word in ("ºc", "ºf"):
        return word[1].upper(), index + 1
    if following in _CELSIUS | _FAHRENHEIT:
        return ("C" if following in _CELSIUS else "F"), index + 2
    return ("degree", index + 1) if word == "°" else ("", index)


def _compound(found: Tokens, key: str, index: int) -> tuple[str, int]:
    """A unit with what follows it: an hour, squared, Celsius."""
    words = found.words[index : index + 2]
    if not words:
        return key, index
    if units.dimension(key) == "length":
        if words[0] in _SQUARED:
            return units.square(key), index + 1
        if words[0] == "h" and found.gap(index) == "/":
            return units.speed(key), index + 1
        if len(words) > 1 and words[0] in _PER and words[1] in _HOURS:
            return units.speed(key), index + 2
    if key == "degree" and words[0] in _CELSIUS | _FAHRENHEIT and is_adjacent(found, index):
        return ("C" if words[0] in _CELSIUS else "F"), index + 1
    if key == "cent" and words[0] == "de" and len(words) > 1 and words[1] in ("euro", "dólar"):
        return key, index + 2
    if key == "point" and words[0] in ("porcentuales", "porcentual"):
        return key, index + 1
    return key, index
