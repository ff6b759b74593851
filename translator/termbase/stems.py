"""The words of a text; Spanish ones without their endings.

*Prisioneras* answers *prisionero*, *desertaron* answers *desertar*: a Spanish term is verified by
its stems. Of Snowball's stemmers the one in C (PyStemmer) is taken: 0.5 µs a word, where the same
algorithm in Python takes 58 µs and a lemmatiser's word lists 60 MB. Refuses meaning. Separate
because recognition and verification cut words alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
"""Words and figures; the dots of *U.S.* are part of it. A hyphen parts two words."""

_POSSESSIVE = re.compile(r"[’']s\b")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: where it stands, as it is written, and what it is compared by."""

    start: int
    end: int
    text: str
    stem: str


def in_english(text: str) -> list[Word]:
    """The words of an English text in small letters. A possessive *s* is no word of its own."""
    return _words(_POSSESSIVE.sub("  ", text), str)


def in_spanish(text: str) -> list[Word]:
    """The words of a Spanish text by their stems."""
    return _words(text, _stemmer())


def _words(text: str, stem: Callable[[str], str]) -> list[Word]:
    return [
        Word(found.start(), found.end(), found[0], stem(found[0].lower().replace(".", "")))
        for found in _WORD.finditer(text)
    ]


@cache
def _stemmer() -> Callable[[str], str]:
    import Stemmer  # 2 ms that a start need not pay

    stem = Stemmer.Stemmer("spanish").stemWord

    @lru_cache(maxsize=65536)  # few words make up most of any text
    def plain(word: str) -> str:
        found = _without_accents(stem(word))
        return f"{found[:-1]}c" if found.endswith("z") else found  # juez, jueces

    return plain


def _without_accents(text: str) -> str:
    """*Nación* and *naciones*: the accent goes with the ending."""
    parts = unicodedata.normalize("NFD", text)
    return "".join(one for one in parts if one not in "\u0301\u0308")
