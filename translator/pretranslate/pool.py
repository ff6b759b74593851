"""Sentences of several articles, decoded together.

An article of twenty sentences fills a batch or two, and the last ones of each leave a core idle; a
few hundred sentences sorted by length leave none. Refuses to read or write an article.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from translator.engines import Engine
from translator.engines.guard import Guard, Outcome, streamed
from translator.model import Role, Segment
from translator.pretranslate.plan import Task, Waiting
from translator.terminology import Terminology

REMEMBERED = 4096
"""Outcomes kept for repeats in later articles: about 1 MB."""


@dataclass(frozen=True, slots=True)
class Ready:
    """What came of a segment's text. `is_repeat` where another one had the same text before;
    `tidied` are the rules whose fixes it got since."""

    slug: str
    segment: Segment
    text: str
    outcome: Outcome
    is_repeat: bool
    terminology: Terminology
    role: Role
    tidied: tuple[str, ...] = ()


class Pool:
    """What waits for the engine. Its length is the number of different sentences."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._waiting: dict[str, list[Waiting]] = {}
        self._known: dict[str, Outcome] = {}

    @property
    def signature(self) -> str:
        """Who decodes."""
        return self._engine.signature()

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, task: Task) -> None:
        """Let the segments of an article wait."""
        for one in task.waiting:
            self._waiting.setdefault(one.text, []).append(one)

    def drain(self) -> Iterator[list[Ready]]:
        """Empty the pool: segments with what came of them, as the engine is done.

        Raises EngineError; then what is left waits no longer.
        """
        waiting, self._waiting = self._waiting, {}
        known = [(text, self._known[text]) for text in waiting if text in self._known]
        if known:
            yield _ready(waiting, known, are_repeats=True)
        new = {
            text: some[0].terminology for text, some in waiting.items() if text not in self._known
        }
        for some in _judged(self._engine, new):
            self._remember(dict(some))
            yield _ready(waiting, some)

    def _remember(self, outcomes: dict[str, Outcome]) -> None:
        self._known |= outcomes
        for text in list(self._known)[: max(0, len(self._known) - REMEMBERED)]:
            del self._known[text]


def _ready(
    waiting: dict[str, list[Waiting]],
    outcomes: list[tuple[str, Outcome]],
    *,
    are_repeats: bool = False,
) -> list[Ready]:
    return [
        Ready(
            one.slug,
            one.segment,
            text,
            outcome,
            is_repeat=are_repeats or place > 0,
            terminology=one.terminology,
            role=one.role,
        )
        for text, outcome in outcomes
        for place, one in enumerate(waiting[text])
    ]


def _judged(
    engine: Engine, texts: Mapping[str, Terminology]
) -> Iterator[list[tuple[str, Outcome]]]:
    """What came of each text, with the terms and names of its article; of an engine without a
    guard, its output."""
    if isinstance(engine, Guard):
        heeding = engine.heeding(
            lambda text: texts[text].wanted(text) if text in texts else {},
            lambda text, target: texts[text].missing(text, target) if text in texts else {},
        )
        yield from heeding.stream(list(texts))
        return
    for some in streamed(engine, list(texts)):
        yield [(text, Outcome(output)) for text, output in some]
