"""Fills articles with machine drafts before a person starts: a generator both shells iterate.

Only segments that hold nothing yet are filled; what a person has touched is never written over,
also where they touched it while the engine was at work. Each sentence is decoded once, however
often it stands in an article. Refuses to show progress: it yields it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translator import casing, inline
from translator.desk import Desk, articles, writing
from translator.desk.journal import Action, Holding, article_key
from translator.desk.segments import get, put
from translator.engines import Engine
from translator.engines.guard import Guard, Outcome
from translator.errors import EngineError
from translator.model import Origin, Role, Segment, State, Translation

CHUNK = 64
"""Segments to an engine call: large enough for full batches, small enough that an interrupt or a
progress bar waits a second or two."""

GIVEN_UP = "given-up="
"""What the signature of a segment says, with a fault behind it, whose machine text was refused."""

_PROSE = frozenset({Role.PARAGRAPH, Role.QUOTE})
"""Roles in which a row of capitals is a row of names, not a headline."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one article is: segments filled now, of how many that were empty.

    `words` counts English words, `repeated` the segments that needed no decoding of their own,
    `guarded` those that a second way led to, `given_up` those that stay empty.
    """

    slug: str
    done: int
    total: int
    words: int = 0
    repeated: int = 0
    guarded: int = 0
    given_up: int = 0


def fill(desk: Desk, slug: str, engine: Engine) -> Iterator[Progress]:
    """Give every empty segment of an article a machine draft; progress after each chunk.

    What is done is on the disk at each step, so an interrupt keeps it and a second run goes on.
    Raises NotFoundError, EngineError, DeskError.
    """
    translation = articles.read(desk, slug)
    signature = engine.signature()
    waiting = [
        one
        for one in translation.segments
        if _is_empty(one) and not one.signature.startswith(f"{signature} {GIVEN_UP}")
    ]
    clean = _prepared(translation, waiting)
    once = list(dict.fromkeys(clean.values()))
    progress = Progress(slug, 0, len(waiting))
    yield progress
    for start in range(0, len(once), CHUNK):
        texts = once[start : start + CHUNK]
        judged = dict(zip(texts, _judge(engine, texts), strict=True))
        ready = [(one, judged[clean[one.id]]) for one in waiting if clean[one.id] in judged]
        _write(desk, slug, signature, ready)
        filled = [(one, outcome) for one, outcome in ready if not outcome.is_given_up]
        done = progress.done + len(filled)
        given_up = progress.given_up + len(ready) - len(filled)
        progress = Progress(
            slug,
            done,
            len(waiting),
            words=progress.words + sum(len(clean[one.id].split()) for one, _ in filled),
            repeated=done + given_up - min(start + CHUNK, len(once)),
            guarded=progress.guarded + sum(bool(outcome.step) for _, outcome in filled),
            given_up=given_up,
        )
        yield progress


def _prepared(translation: Translation, waiting: Sequence[Segment]) -> dict[int, str]:
    """What the engine is given for each segment: its clean English, headlines in sentence case."""
    roles = {block.id: block.role for block in translation.article.blocks}
    body = (
        inline.strip(one.source, one.codes)
        for one in translation.segments
        if roles[one.block] in _PROSE
    )
    evidence = casing.gather(body)
    clean = {one.id: inline.strip(one.source, one.codes) for one in waiting}
    return {
        one.id: casing.sentence_case(clean[one.id], evidence)
        if roles[one.block] not in _PROSE or casing.is_capitals(clean[one.id])
        else clean[one.id]
        for one in waiting
    }


def _is_empty(segment: Segment) -> bool:
    return segment.is_open and not segment.target


def _judge(engine: Engine, texts: Sequence[str]) -> list[Outcome]:
    """What came of each text; of an engine without a guard, its output."""
    if isinstance(engine, Guard):
        return engine.judge(texts)
    translated = engine.translate(texts)
    if len(translated) != len(texts):
        raise EngineError(
            "engine-miscounted", engine=engine.name, given=len(texts), returned=len(translated)
        )
    return [Outcome(text) for text in translated]


def _write(
    desk: Desk, slug: str, signature: str, drafts: Sequence[tuple[Segment, Outcome]]
) -> None:
    with writing(desk) as connection:
        key = article_key(connection, slug)
        for segment, outcome in drafts:
            if not _is_empty(get(connection, key, segment.id)):
                continue
            if outcome.is_given_up:
                # The segment stays empty; its signature says who gave it up, and why.
                note = f"{signature} {GIVEN_UP}{outcome.faults[0]}"
                holding = Holding("", State.INITIAL, Origin.NONE, None, note)
            elif outcome.text:
                target = inline.project(segment.source, segment.codes, outcome.text)
                note = f"{signature} guard={outcome.step}" if outcome.step else signature
                holding = Holding(target, State.INITIAL, Origin.MACHINE, None, note)
            else:
                continue
            put(connection, key, segment.id, Action.FILL, holding)
