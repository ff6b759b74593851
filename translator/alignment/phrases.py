"""Translations that are known beforehand: terms, names, whole sentences of a memory.

Finds which of them stand in a text, by their words, whatever their case and accents. Refuses to
inflect: a form that is not given is not found. Separate because it is the one door through which a
termbase or a memory speaks to the aligner.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from translator.alignment.cognates import folded

_WORD = re.compile(r"\w+")
_Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the known pairs: their numbers by their words, and how many words the phrases
    have that begin with one. `sizes` are the words of each pair, those of its shorter side."""

    numbers: dict[_Words, tuple[int, ...]]
    lengths: dict[str, frozenset[int]]
    sizes: tuple[int, ...]

    def find(self, text: str) -> frozenset[int]:
        """The numbers of the pairs that stand in the text."""
        return frozenset(self._find(_words(text))) if self.numbers else frozenset()

    def _find(self, words: _Words) -> Iterator[int]:
        for place, word in enumerate(words):
            for length in self.lengths.get(word, ()):
                yield from self.numbers.get(words[place : place + length], ())


@dataclass(frozen=True, slots=True)
class Phrases:
    """Known pairs, ready to be found on either side."""

    english: Side
    spanish: Side


def index(pairs: Iterable[tuple[str, str]]) -> Phrases:
    """Known pairs of English and Spanish. Those without a word on either side are left out."""
    given = [(_words(english), _words(spanish)) for english, spanish in pairs]
    given = [pair for pair in given if pair[0] and pair[1]]
    sizes = tuple(min(map(len, pair)) for pair in given)
    return Phrases(
        _side([english for english, _ in given], sizes),
        _side([spanish for _, spanish in given], sizes),
    )


def _side(phrases: list[_Words], sizes: tuple[int, ...]) -> Side:
    numbers: dict[_Words, list[int]] = {}
    lengths: dict[str, set[int]] = {}
    for number, phrase in enumerate(phrases):
        numbers.setdefault(phrase, []).append(number)
        lengths.setdefault(phrase[0], set()).add(len(phrase))
    return Side(
        {phrase: tuple(found) for phrase, found in numbers.items()},
        {word: frozenset(found) for word, found in lengths.items()},
        sizes,
    )


def _words(text: str) -> _Words:
    return tuple(_WORD.findall(folded(text)))


NONE = index(())
