"""Which Spanish words answer which English ones in one sentence and its translation.

Evidence is what both texts say alike: the same word, figure or beginning, a common word with its
usual translation; and the nearer the places in the sentences, the more it is worth. The model's
attention to a forced translation was tried beside it: of 150 labelled sentences one more was right
with the starter, for a decoding each (0.4 s with a base-size package), so it is left out. Refuses
whole texts: `alignment` links sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from translator.alignment import words as known
from translator.alignment.cognates import folded, skeleton

WORD = re.compile(
    r"[A-Z]{1,2}\.(?:[ \u00a0]?[A-Z]{1,2}\.)+"  # U.S., EE. UU.
    r"|[Pp]or qué"
    r"|[^\W_]+(?:(?:['’,:\-/@_]|\.(?=[a-z0-9]))[^\W_]+)*"
    r"|[%$€£]"
)

_SAME, _COGNATE, _MEANING = 1.0, 0.8, 0.9
_FUNCTION = 0.3
"""What a function word's translation is worth: *de* and *el* stand everywhere."""

_SIGNS = {
    "%": ("percent", "por"),
    "$": ("dollars", "dólares"),
    "€": ("euros", "euros"),
    "£": ("pounds", "libras"),
}
"""Signs that one language writes as a word."""

_LEAST_LETTERS = 4
"""Letters of a skeleton from which two words are taken for cognates."""

_FAR = 4.0
"""How fast a link pales with the distance of the two places, as shares of their sentences: over a
quarter of a sentence to 1/e."""

_ENGLISH = {
    "article": "a an the",
    "possessive": "my your his her its our their",
    "preposition": "of to in on at by for from with within into off near about after before during"
    " without under over between since until through because against across along around toward"
    " towards outside inside",
    "determiner": "next last half both all",
    "relative": "that which who whom whose",
    "conjunction": "and or but as",
    "auxiliary": "is are was were be been being has have had do did does will would",
    "negation": "not no never",
    "pronoun": "he she it they we i him them",
    "demonstrative": "this these those there",
}
_SPANISH = {
    "article": "el la los las un una unos unas",
    "possessive": "mi tu su sus nuestro nuestra nuestros nuestras",
    "preposition": "de del al a en por para con sin tras durante desde hasta entre sobre bajo hacia"
    " contra",
    "relative": "que quien quienes",
    "conjunction": "y e o u pero como",
    "auxiliary": "se es son fue fueron era eran ha han había habían sido está están",
    "negation": "no nunca",
    "pronoun": "él ella ello ellos ellas lo le les",
    "demonstrative": "este esta estos estas ese esa",
}


def _by_word(classes: dict[str, str]) -> dict[str, str]:
    return {word: name for name, some in classes.items() for word in some.split()}


ENGLISH, SPANISH = _by_word(_ENGLISH), _by_word(_SPANISH)
"""Function words, with what they do."""

PARTICLES = frozenset("down up out away back off".split())
"""Of an English verb: nothing in Spanish answers them."""

Matrix = list[list[float]]


def words(text: str) -> list[tuple[int, int]]:
    """The spans of the words of a text."""
    return [found.span() for found in WORD.finditer(text)]


def link(english: Sequence[str], spanish: Sequence[str]) -> Matrix:
    """How strongly each English word (a row) is linked with each Spanish one, between 0 and 1.

    A word that several others would be linked with is shared out among them.
    """
    if not english or not spanish:
        return [[0.0] * len(spanish) for _ in english]
    weights = [
        [
            _weight(one, other) * _nearness(row, len(english), column, len(spanish))
            for column, other in enumerate(spanish)
        ]
        for row, one in enumerate(english)
    ]
    rows = [sum(row) for row in weights]
    columns = [sum(column) for column in zip(*weights, strict=True)]
    return [
        [
            weight * weight / max(rows[place], columns[other], weight) if weight else 0.0
            for other, weight in enumerate(row)
        ]
        for place, row in enumerate(weights)
    ]


def _nearness(row: int, rows: int, column: int, columns: int) -> float:
    distance = abs((row + 0.5) / rows - (column + 0.5) / columns)
    return float(2.718281828 ** (-_FAR * distance))


@lru_cache(maxsize=16384)
def _weight(english: str, spanish: str) -> float:
    """What two words have in common, wherever they stand."""
    if english in _SIGNS or spanish in _SIGNS:
        return _SAME * (english == spanish or _signs(english, spanish))
    one, other = folded(english), folded(spanish)
    if any(character.isdigit() for character in one + other):
        return _SAME if _figures(one) == _figures(other) else 0.0
    is_function = english.lower() in ENGLISH or spanish.lower() in SPANISH
    if _share(known.in_english(english), known.in_spanish(spanish)):
        return _FUNCTION if is_function else _MEANING
    if is_function:
        return 0.0
    if one == other:
        return _SAME
    left, right = skeleton(english), skeleton(spanish)
    if left == right and len(left) >= 3:
        return _COGNATE
    shortest = min(len(left), len(right))
    if shortest >= _LEAST_LETTERS and left[:_LEAST_LETTERS] == right[:_LEAST_LETTERS]:
        return _COGNATE / 2
    return 0.0


def _signs(english: str, spanish: str) -> bool:
    return spanish in _SIGNS.get(english, ())[1:] or english in _SIGNS.get(spanish, ())[:1]


def _figures(word: str) -> str:
    return "".join(character for character in word if character.isdigit())


def _share(some: tuple[int, ...], others: tuple[int, ...]) -> bool:
    return bool(some) and not set(some).isdisjoint(others)
