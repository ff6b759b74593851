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


@dataclass(slots=True)
class _Node:
    """What may follow a word of a term, and the terms that end with it."""

    follows: dict[str, _Node] = field(default_factory=dict)
    ends: list[_Entry] = field(default_factory=list)


class Recogniser:
    """Finds the terms of a termbase, word by word: the time depends on how many begin with the
    words of a sentence and go on with them, not on how many there are."""

    def __init__(self, terms: Iterable[Term]) -> None:
        entries: dict[str, _Entry] = {}
        for term in terms:
            if term.source not in entries:
                entries[term.source] = _Entry(tuple(in_english(term.source)))
            entries[term.source].terms.append(term)
        self._root = _Node()
        for entry in entries.values():
            node = self._root
            for word in entry.words:
                node = node.follows.setdefault(word.stem, _Node())
            node.ends.append(entry)

    def find(self, text: str) -> tuple[Hit, ...]:
        """The terms in a clean English text, longest first where they overlap, in order."""
        words = in_english(text)
        bases = [of_verb(word.stem) for word in words]
        is_shouted = text.isupper()
        hits: list[Hit] = []
        place = 0
        while place < len(words):
            entries = self._at(words, bases, place, is_shouted)
            if not entries:
                place += 1
                continue
            last = words[place + len(entries[0].words) - 1]
            start = words[place].start
            terms = tuple(term for entry in entries for term in entry.terms)
            hits.append(Hit(start, last.end, text[start : last.end], terms))
            place += len(entries[0].words)
        return tuple(hits)

    def _at(
        self,
        words: Sequence[Word],
        bases: Sequence[Iterable[str]],
        place: int,
        is_shouted: bool,
    ) -> list[_Entry]:
        """The longest entries that begin at a word: *Guard* and *guard* are two."""
        longest: list[_Entry] = []
        nodes = [self._root]
        for end in range(place, len(words)):
            nodes = [
                node.follows[base] for node in nodes for base in bases[end] if base in node.follows
            ]
            if not nodes:
                break
            here = words[place : end + 1]
            ending = [
                entry for node in nodes for entry in node.ends if _answers(entry, here, is_shouted)
            ]
            longest = ending or longest
        return longest


def _answers(entry: _Entry, here: Sequence[Word], is_shouted: bool) -> bool:
    bases = of_noun if entry.is_nominal() else of_verb
    return all(
        one.stem in bases(other.stem) and _is_written_alike(one.text, other.text, is_shouted)
        for one, other in zip(entry.words, here, strict=True)
    )


def _is_written_alike(term: str, word: str, is_shouted: bool) -> bool:
    if term.islower() or (is_shouted and not term.isupper()):
        return True
    if any(letter.isupper() for letter in term[1:]):
        return word == term or word in (f"{term}s", f"{term}es")
    return word[0].isupper()
