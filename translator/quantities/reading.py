"""Reading: a text's quantities, and the months, days, currencies and names that it mentions.

One walk over the tokens for both languages. Separate from comparing, which never looks at a
string.
"""

from __future__ import annotations

import re
from functools import lru_cache

from translator.quantities import figures, spelled, tokens, units
from translator.quantities.english import ENGLISH
from translator.quantities.language import Language
from translator.quantities.quantity import Mention, Reading
from translator.quantities.spanish import SPANISH
from translator.quantities.state import FRACTION_SIGNS, State

_DIGITS = "0123456789"
_FIGURE = re.compile(r"[0-9½¼¾⅓⅔$€£¥₴₽₹]")
_WORD = re.compile(r"[^\W\d_]+")
_MOST = 4000
"""Quantities and currencies from which a text is a table of figures, and is not judged."""


def english(text: str) -> Reading:
    """What an English text says."""
    return _read(text, ENGLISH, "")


def spanish(text: str, region: str = "es-ES") -> Reading:
    """What a Spanish text says; the region decides between points and commas."""
    return _read(text, SPANISH, region)


def is_silent(text: str, *, is_english: bool) -> bool:
    """Whether a text has nothing that another could lack: no figure, no number word but *one*, no
    month, day, currency or *billions*. Told in a tenth of the time of reading."""
    if _FIGURE.search(text):
        return False
    return _asking(is_english).isdisjoint(_WORD.findall(text.lower()))


def _read(text: str, language: Language, region: str) -> Reading:
    state = State(text, language, region)
    interest = _interest(language.is_english)
    found = state.found.words
    place, count = 0, len(found)
    has_figures = False
    while place < count and len(state.quantities) + len(state.currencies) < _MOST:
        word = found[place]
        if word[0] in _DIGITS:
            has_figures = True
            place = figures.figure(state, place)
        elif word in interest:
            place = spelled.word(state, place)
        else:
            place += 1
    names = tokens.names(state.found.text) if has_figures else {}
    return Reading(
        tuple(state.quantities),
        tuple(state.months),
        tuple(state.weekdays),
        tuple(state.currencies),
        tuple(state.magnitudes),
        tuple(Mention(f"{one[0]}/{key}", one[1], one[2]) for key, one in names.items()),
        is_whole=place >= count,
    )


@lru_cache(maxsize=2)
def _interest(is_english: bool) -> frozenset[str]:
    """The words at which the walk stops."""
    language = ENGLISH if is_english else SPANISH
    return frozenset(
        {
            *language.cardinals,
            *language.hundreds,
            *language.scales,
            *language.collectives,
            *language.indefinite,
            *language.loose,
            *language.months,
            *language.weekdays,
            *language.clocks,
            *language.halves,
            *units.SIGNS,
            *FRACTION_SIGNS,
            *spelled.ROMANS,
            *(word for word, unit in language.units.items() if units.is_currency(unit)),
        }
    )


@lru_cache(maxsize=2)
def _asking(is_english: bool) -> frozenset[str]:
    """The words of a text that is not silent."""
    language = ENGLISH if is_english else SPANISH
    articles = {word for word, value in language.cardinals.items() if value == 1}
    words = {
        *language.cardinals,
        *language.hundreds,
        *language.scales,
        *language.collectives,
        *language.indefinite,
        *language.months,
        *language.weekdays,
        *(word for word, unit in language.units.items() if units.is_currency(unit)),
        *("percent", "cent", "ciento"),
    }
    return frozenset(words - articles)
