"""Whether a Spanish sentence says its terms as the termbase wants them.

A Spanish term is found by the stems of its words in their order, with other words between them
(*defensa aérea*, *defensas antiaéreas y aéreas*), in any gender, number and verb form that the
stemmer sees. Refuses grades and sentences for people; `checks` has those.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from translator.model import Term, TermKind
from translator.termbase.recognition import Hit
from translator.termbase.stems import Word, in_spanish

_SMALL = frozenset(
    "a al ante con contra de del desde e el en entre la las lo los o para por sin sobre u un una"
    " y".split()
)
"""Words that may stand between those of a term, or be missing: *tasa de interés* is *tasas del
interés*."""

_BETWEEN = 2
"""Other words that may stand between two words of a term: *jefe adjunto del Estado Mayor*."""


class Fault(StrEnum):
    """What is wrong with a term."""

    MISSING = "missing"
    """None of its Spanish words stands there."""
    FORBIDDEN = "forbidden"
    CHANGED = "changed"
    """A term to keep is not there letter for letter."""


@dataclass(frozen=True, slots=True)
class TermFault:
    """A term that is not as the termbase wants it.

    `hit` is where it stands in the English, None for a word that is forbidden everywhere; `wanted`
    are the Spanish terms that would be right, best first; `span` is the wrong word in the Spanish.
    """

    fault: Fault
    term: Term
    hit: Hit | None = None
    wanted: tuple[str, ...] = ()
    span: tuple[int, int] | None = None


def verify(hits: Sequence[Hit], target: str, banned: Iterable[Term] = ()) -> tuple[TermFault, ...]:
    """What is wrong with the terms of a sentence in its translation, both as clean text.

    `banned` are the terms that are forbidden whatever the English says.
    """
    words = in_spanish(target)
    found = [fault for hit in hits if (fault := _judge(hit, target, words))]
    for term in banned:
        if span := _find_phrase(in_spanish(term.target), words):
            found.append(TermFault(Fault.FORBIDDEN, term, span=span))
    return tuple(found)


def _judge(hit: Hit, target: str, words: Sequence[Word]) -> TermFault | None:
    right = [one for one in hit.terms if one.kind in (TermKind.PREFERRED, TermKind.ALLOWED)]
    wanted = tuple(one.target for one in right if one.kind is TermKind.PREFERRED)
    keep = next((one for one in hit.terms if one.kind is TermKind.KEEP), None)
    if keep and not right and hit.text not in target and keep.source not in target:
        return TermFault(Fault.CHANGED, keep, hit, (hit.text,))
    good = [span for one in right if (span := find(one.target, words))]
    for term in hit.terms:
        if term.kind is not TermKind.FORBIDDEN:
            continue
        if span := _find_wrong(term, right, words):
            is_within = any(start <= span[0] and span[1] <= end for start, end in good)
            if not is_within or _has_twin(term, right):
                return TermFault(Fault.FORBIDDEN, term, hit, wanted, span)
    if right and not good:
        return TermFault(Fault.MISSING, right[0], hit, wanted or (right[0].target,))
    return None


def _find_wrong(term: Term, right: Sequence[Term], words: Sequence[Word]) -> tuple[int, int] | None:
    """Where a forbidden term stands, word behind word. One with the stem of a right one (*drone*
    beside *dron*, whose plural is *drones* either way) is told by its letters."""
    parts = in_spanish(term.target)
    if not _has_twin(term, right):
        return _find_phrase(parts, words)
    return _find_phrase(parts, [word for word in words if _is_spelled(word, parts)])


def _has_twin(term: Term, right: Sequence[Term]) -> bool:
    stems = [one.stem for one in in_spanish(term.target)]
    return any([part.stem for part in in_spanish(one.target)] == stems for one in right)


def _is_spelled(word: Word, parts: Sequence[Word]) -> bool:
    return any(word.text.lower() == part.text.lower() for part in parts)


def _find_phrase(parts: Sequence[Word], words: Sequence[Word]) -> tuple[int, int] | None:
    """Where these words stand one behind the other, in any inflection."""
    for start in range(len(words) - len(parts) + 1):
        run = words[start : start + len(parts)]
        if run and all(_same(part, word) for part, word in zip(parts, run, strict=True)):
            return run[0].start, run[-1].end
    return None


def find(term: str, words: Sequence[Word]) -> tuple[int, int] | None:
    """Where a Spanish term stands among the words of a text, in any inflection; None where it does
    not. The words are those of `stems.in_spanish`."""
    parts = _parts(term)
    if not parts:
        return None
    for place, word in enumerate(words):
        if _same(parts[0], word) and (end := _follow(parts, words, place)) is not None:
            return word.start, end
    return None


def _follow(parts: Sequence[Word], words: Sequence[Word], place: int) -> int | None:
    """Where the last word of a term ends that begins at this word."""
    end = words[place].end
    for part in parts[1:]:
        between = 0
        place += 1
        while place < len(words) and not _same(part, words[place]):
            between += words[place].text.lower() not in _SMALL
            if between > _BETWEEN:
                return None
            place += 1
        if place == len(words):
            return None
        end = words[place].end
    return end


def _same(part: Word, word: Word) -> bool:
    """Acronyms and names are only found as they are written."""
    if part.text[1:].isupper():
        return part.text == word.text
    return part.stem == word.stem


@lru_cache(maxsize=65536)
def _parts(term: str) -> tuple[Word, ...]:
    """The words of a Spanish term that must be there."""
    words = in_spanish(term)
    return tuple(one for one in words if one.text.lower() not in _SMALL) or tuple(words)
