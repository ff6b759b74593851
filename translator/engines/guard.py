"""The guard: no machine output is shown that cannot be a translation.

Each output is tested by the fidelity checks; one that fails goes up a ladder of other ways to the
same sentence, and at last is given up: nothing is better than English, a loop or a lost number
that looks like work done. Refuses to translate, and to judge style. Separate from the engines so
that each of them is guarded alike, and from the checks, which know no second try.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, runtime_checkable

from translator import casing
from translator.checks.fidelity import Fault, faults, lost, protected
from translator.engines import keeping
from translator.engines.engine import Engine, Streaming
from translator.errors import EngineError

CHUNK = 64
"""Sentences to a call of an engine that hands over nothing before it is done with all of them."""

Keep = Callable[[str], Mapping[str, str]]
"""Which words of a sentence must stand in its translation, each as its Spanish form or as it is,
besides addresses and the like, which always must."""

Prefer = Callable[[str, str], Mapping[str, str]]
"""Which terms of a sentence are not as they should be in its translation, and what they should be;
a wish, for which no translation is given up."""

ALTERNATIVES = 4
_END = re.compile(r"[.!?…]+[”\"’'»)\]]*$")
_CLAUSE = re.compile(r"(?<=[,;:—–])\s+|\s+(?=[—–-]\s)|\s+(?=\()")
_FEWEST = 3
"""Words of a clause that is worth translating by itself."""


@runtime_checkable
class Resourceful(Protocol):
    """An engine that has more than one way to say a thing."""

    def candidates(self, texts: Sequence[str], count: int) -> list[list[str]]:
        """So many translations of each text, best first; the first may be the usual one."""

    def without_repeats(self, texts: Sequence[str]) -> list[str]:
        """Translations in which no three words come twice."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one sentence. `step` is the rung that helped, empty where none was needed;
    `faults` are those of the first output where it was given up, and then the text is empty."""

    text: str
    step: str = ""
    faults: tuple[Fault, ...] = ()

    @property
    def is_given_up(self) -> bool:
        """Whether no way led to a translation."""
        return bool(self.faults)


class Guard:
    """An engine whose output can be shown, with what was done to get it."""

    def __init__(
        self,
        engine: Engine,
        second: Engine | None = None,
        keep: Keep = lambda text: {},
        prefer: Prefer = lambda source, target: {},
    ) -> None:
        self._engine = engine
        self._second = second
        self._keep = keep
        self._prefer = prefer

    def heeding(self, keep: Keep, prefer: Prefer) -> Guard:
        """The same with other words to keep besides its own, and other terms to prefer."""
        return Guard(
            self._engine, self._second, lambda text: {**self._keep(text), **keep(text)}, prefer
        )

    @property
    def name(self) -> str:
        """The engine's own name."""
        return self._engine.name

    def signature(self) -> str:
        """The engine's own signature."""
        return self._engine.signature()

    def translate(self, texts: Sequence[str]) -> list[str]:
        """The translations; empty where one was given up. Raises EngineError."""
        return [outcome.text for outcome in self.judge(texts)]

    def judge(self, texts: Sequence[str]) -> list[Outcome]:
        """What came of each sentence. Raises EngineError."""
        found = dict(pair for some in self.stream(texts) for pair in some)
        return [found[text] for text in texts]

    def stream(self, texts: Sequence[str]) -> Iterator[list[tuple[str, Outcome]]]:
        """The same, as the engine is done: each text once, those that need the ladder last.

        Raises EngineError.
        """
        for some in self._safe(texts):
            yield self._with_terms(some)

    def _with_terms(self, some: list[tuple[str, Outcome]]) -> list[tuple[str, Outcome]]:
        """The preferred terms put where the machine's own words for them stand."""
        wishes = {text: self._prefer(text, one.text) for text, one in some if one.text}
        terms = list(dict.fromkeys(term for wish in wishes.values() for term in wish))
        if not terms:
            return some
        made = dict(zip(terms, self._engine.translate(terms), strict=True))
        return [(text, self._reworded(text, one, wishes.get(text, {}), made)) for text, one in some]

    def _reworded(
        self, source: str, one: Outcome, wishes: Mapping[str, str], made: Mapping[str, str]
    ) -> Outcome:
        text = one.text
        for term, preferred in wishes.items():
            text = keeping.prefer(text, made[term], preferred)
        if text == one.text or faults(source, text, self._keep(source)):
            return one
        return replace(one, text=text, step=one.step or "term")

    def _safe(self, texts: Sequence[str]) -> Iterator[list[tuple[str, Outcome]]]:
        """What can be shown, and what is given up."""
        waiting: dict[str, Outcome] = {}
        for some in streamed(self._engine, list(dict.fromkeys(texts))):
            done: list[tuple[str, Outcome]] = []
            for text, output in some:
                found = faults(text, output, self._keep(text))
                if not found:
                    done.append((text, Outcome(output)))
                elif Fault.PROTECTED in found and (mended := self._good(text, [output])):
                    done.append((text, Outcome(mended, "restored")))
                else:
                    waiting[text] = Outcome("", faults=found)
            if done:
                yield done
        for step, climb in self._ladder():
            if not waiting:
                return
            tried = zip(waiting, climb(list(waiting)), strict=True)
            solved = {
                text: Outcome(good, step)
                for text, candidates in tried
                if (good := self._good(text, candidates))
            }
            waiting = {text: one for text, one in waiting.items() if text not in solved}
            if solved:
                yield list(solved.items())
        if waiting:
            yield list(waiting.items())

    def _good(self, source: str, candidates: Sequence[str]) -> str:
        """The first of the candidates that can be shown, where need be with its protected words
        restored, or nothing."""
        keep = self._keep(source)
        for one in candidates:
            mended = keeping.restore(one, lost(source, one, keep))
            if mended and not faults(source, mended, keep):
                return mended
        return ""

    def _ladder(self) -> Iterator[tuple[str, Callable[[Sequence[str]], list[list[str]]]]]:
        """The rungs in order, cheap ones and those near the first output before the others."""
        engine = self._engine
        if isinstance(engine, Resourceful):
            yield "alternative", lambda texts: engine.candidates(texts, ALTERNATIVES)
        yield "recased", self._recased
        yield "end-mark", self._without_end
        if isinstance(engine, Resourceful):
            yield "no-repeat", lambda texts: [[one] for one in engine.without_repeats(texts)]
        yield "clauses", self._by_clauses
        second = self._second
        if second is not None:
            yield second.name, lambda texts: [[one] for one in second.translate(texts)]
        yield "renamed", self._renamed
        yield "around", self._around

    def _recased(self, texts: Sequence[str]) -> list[list[str]]:
        """In sentence case, and with a small first letter: the model may take it for a name."""
        cased = [casing.sentence_case(text) for text in texts]
        small = [text[:1].lower() + text[1:] for text in cased]
        outputs = self._engine.translate([*cased, *small])
        return [
            [outputs[place], _capital(outputs[place + len(texts)], text)]
            for place, text in enumerate(texts)
        ]

    def _without_end(self, texts: Sequence[str]) -> list[list[str]]:
        """Without the end mark, which is put back; with one where there is none, and taken away."""
        ends = [_END.search(text) for text in texts]
        changed = [
            text[: end.start()] if end else f"{text}."
            for text, end in zip(texts, ends, strict=True)
        ]
        outputs = self._engine.translate(changed)
        return [
            [_END.sub("", output) + (end[0] if end else "")]
            for output, end in zip(outputs, ends, strict=True)
        ]

    def _kept(self, text: str) -> dict[str, str]:
        """The words that must stand in the translation, with their forms."""
        kept = {word: form for word, form in self._keep(text).items() if word in text}
        return {word: word for word in protected(text)} | kept

    def _renamed(self, texts: Sequence[str]) -> list[list[str]]:
        """With the words that must not change put where their own translations stand."""
        words = list(dict.fromkeys(word for text in texts for word in self._kept(text)))
        if not words:
            return [[] for _ in texts]
        known = dict(zip(words, self._engine.translate(words), strict=True))
        outputs = self._engine.translate(texts)
        return [
            [keeping.rename(output, {form: known[word] for word, form in self._kept(text).items()})]
            for text, output in zip(texts, outputs, strict=True)
        ]

    def _around(self, texts: Sequence[str]) -> list[list[str]]:
        """Piece by piece, cut at the words that must not change, which stay as they are."""
        parts = [keeping.cut(text, list(self._kept(text))) for text in texts]
        pieces = [one.text for some in parts for one in some if not one.is_kept]
        outputs = dict(zip(pieces, self._engine.translate(pieces), strict=True))
        return [
            [keeping.joined(some, outputs, self._kept(text))]
            if any(one.is_kept for one in some)
            else []
            for text, some in zip(texts, parts, strict=True)
        ]

    def _by_clauses(self, texts: Sequence[str]) -> list[list[str]]:
        """Clause by clause, joined; a clause that fails by itself spoils the sentence."""
        parts = [_clauses(text) for text in texts]
        outputs = iter(self._engine.translate([part for some in parts for part in some]))
        result: list[list[str]] = []
        for text, some in zip(texts, parts, strict=True):
            translated = [next(outputs) for _ in some]
            is_good = len(some) > 1 and not any(map(faults, some, translated))
            result.append([_capital(_joined(some, translated), text)] if is_good else [])
        return result


def streamed(engine: Engine, texts: Sequence[str]) -> Iterator[list[tuple[str, str]]]:
    """The texts, which all differ, with an engine's translations, as it is done with them.

    Raises EngineError, also where an engine returns more or fewer than it was given.
    """
    if isinstance(engine, Streaming):
        yield from engine.stream(texts)
        return
    for start in range(0, len(texts), CHUNK):
        some = texts[start : start + CHUNK]
        outputs = engine.translate(some)
        if len(outputs) != len(some):
            raise EngineError(
                "engine-miscounted", engine=engine.name, given=len(some), returned=len(outputs)
            )
        yield list(zip(some, outputs, strict=True))


def _clauses(text: str) -> list[str]:
    """The clauses of a sentence; one too short to stand alone stays with the one before."""
    clauses: list[str] = []
    for piece in _CLAUSE.split(text):
        if clauses and min(len(piece.split()), len(clauses[-1].split())) < _FEWEST:
            clauses[-1] = f"{clauses[-1]} {piece}"
        else:
            clauses.append(piece)
    return clauses


def _joined(sources: Sequence[str], outputs: Sequence[str]) -> str:
    """The clauses as one sentence: their first letters as in the source, no full stop within."""
    pieces = []
    for source, output in zip(sources, outputs, strict=True):
        text = output.strip()
        if source[:1].islower() and not text[1:2].isupper():
            text = text[:1].lower() + text[1:]
        if source and text and source[-1] in ",;:" and text[-1] != source[-1]:
            text = text.rstrip(".,;:") + source[-1]
        elif source and text.endswith(".") and not source.endswith((".", "…")):
            text = text[:-1]
        pieces.append(text)
    return " ".join(pieces)


def _capital(text: str, source: str) -> str:
    return text[:1].upper() + text[1:] if source[:1].isupper() else text
