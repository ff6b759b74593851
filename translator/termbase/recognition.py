"""Which terms stand in an English sentence.

Several words before one, in any inflection: *prisoners of war* is the term *prisoner of war*, and
not *prisoner*. A term written with a capital inside (*POW*, *DeepState*) is only found so; one that
begins large (*Foreign Ministry*) only where it does, or in a line of capitals. Refuses Spanish:
`verification` knows that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from translator.model import Term
from translator.termbase.inflection import of_noun, of_verb
from translator.termbase.stems import Word, in_english

_NOMINAL = frozenset({"noun", "proper noun", "adjective"})
"""Parts of speech that have no *-ed* and *-ing*; of a term without one nobody knows."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A term in a sentence: where it stands, as it stands there, and all that is said of it."""

    start: int
    end: int
    text: str
    terms: tuple[Term, ...]


@dataclass(slots=True)
class _Entry:
    """One English term with everything that a termbase says of it."""

    words: tuple[Word, ...]
    terms: list[Term] = field(default_factory=list)

    def is_nominal(self) -> bool:
        """Whether it is no verb."""
        return all(one.part_of_speech.lower() in _NOMINAL for one in self.terms)


class Recogniser:
    """Finds the terms of a termbase; the time does not depend on how many there are."""

    def __init__(self, terms: Iterable[Term]) -> None:
        entries: dict[str, _Entry] = {}
        for term in terms:
            if term.source not in entries:
                entries[term.source] = _Entry(tuple(in_english(term.source)))
            entries[term.source].terms.append(term)
        self._by_first: dict[str, list[_Entry]] = {}
        for entry in entries.values():
            if entry.words:
                self._by_first.setdefault(entry.words[0].stem, []).append(entry)

    def find(self, text: str) -> tuple[Hit, ...]:
        """The terms in a clean English text, longest first where they overlap, in order."""
        words = in_english(text)
        is_shouted = text.isupper()
        hits: list[Hit] = []
        place = 0
        while place < len(words):
            entries = self._at(words, place, is_shouted)
            if not entries:
                place += 1
                continue
            last = words[place + len(entries[0].words) - 1]
            start = words[place].start
            terms = tuple(term for entry in entries for term in entry.terms)
            hits.append(Hit(start, last.end, text[start : last.end], terms))
            place += len(entries[0].words)
        return tuple(hits)

    def _at(self, words: Sequence[Word], place: int, is_shouted: bool) -> list[_Entry]:
        """The longest entries that begin at a word: *Guard* and *guard* are two."""
        found = [
            entry
            for base in of_verb(words[place].stem)
            for entry in self._by_first.get(base, ())
            if _answers(entry, words[place : place + len(entry.words)], is_shouted)
        ]
        longest = max((len(entry.words) for entry in found), default=0)
        return [entry for entry in found if len(entry.words) == longest]


def _answers(entry: _Entry, here: Sequence[Word], is_shouted: bool) -> bool:
    bases = of_noun if entry.is_nominal() else of_verb
    return len(entry.words) == len(here) and all(
        one.stem in bases(other.stem) and _is_written_alike(one.text, other.text, is_shouted)
        for one, other in zip(entry.words, here, strict=True)
    )


def _is_written_alike(term: str, word: str, is_shouted: bool) -> bool:
    if term.islower() or (is_shouted and not term.isupper()):
        return True
    if any(letter.isupper() for letter in term[1:]):
        return word == term or word in (f"{term}s", f"{term}es")
    return word[0].isupper()
