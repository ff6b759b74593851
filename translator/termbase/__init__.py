"""The termbase: what a house calls things, found in the English and verified in the Spanish.

Refuses files and the desk: it is given its terms. Names of people and places are in `names`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from translator.model import Term, TermKind
from translator.termbase.inflection import plural
from translator.termbase.recognition import Hit as Hit
from translator.termbase.recognition import Recogniser
from translator.termbase.verification import Fault as Fault
from translator.termbase.verification import TermFault as TermFault
from translator.termbase.verification import verify


class Termbase:
    """Terms made ready for work: built once, asked for each sentence."""

    def __init__(self, terms: Iterable[Term]) -> None:
        all_terms = tuple(terms)
        self._recogniser = Recogniser(one for one in all_terms if one.source)
        self._banned = tuple(one for one in all_terms if not one.source)

    def find(self, source: str) -> tuple[Hit, ...]:
        """The terms in a clean English text, in order."""
        return self._recogniser.find(source)

    def faults(self, source: str, target: str) -> tuple[TermFault, ...]:
        """What is wrong with the terms of a translation; nothing where there is no translation."""
        return verify(self.find(source), target, self._banned) if target.strip() else ()

    def kept(self, source: str) -> tuple[str, ...]:
        """The words of a sentence that stay as they are, as they stand there."""
        return tuple(
            hit.text
            for hit in self.find(source)
            if all(one.kind is TermKind.KEEP for one in hit.terms)
        )

    def missing(self, source: str, target: str) -> Mapping[str, str]:
        """The terms, as they stand in the English, whose Spanish is not there or is a forbidden
        one, with what it should be, in the plural where the English is."""
        return {
            fault.hit.text: plural(fault.wanted[0]) if _is_plural(fault.hit) else fault.wanted[0]
            for fault in self.faults(source, target)
            if fault.fault is not Fault.CHANGED and fault.hit and fault.wanted
        }


def _is_plural(hit: Hit) -> bool:
    return len(hit.text) > len(hit.terms[0].source) and hit.text.endswith("s")
