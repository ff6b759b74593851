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
from translator.errors import EngineError
from translator.model import Origin, Role, Segment, State, Translation

CHUNK = 64
"""Segments to an engine call: large enough for full batches, small enough that an interrupt or a
progress bar waits a second or two."""

_PROSE = frozenset({Role.PARAGRAPH, Role.QUOTE})
"""Roles in which a row of capitals is a row of names, not a headline."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one article is: segments filled now, of how many that were empty.

    `words` counts English words, `repeated` the segments that needed no decoding of their own.
    """

    slug: str
    done: int
    total: int
    words: int = 0
    repeated: int = 0


def fill(desk: Desk, slug: str, engine: Engine) -> Iterator[Progress]:
    """Give every empty segment of an article a machine draft; progress after each chunk.

    What is done is on the disk at each step, so an interrupt keeps it and a second run goes on.
    Raises NotFoundError, EngineError, DeskError.
    """
    translation = articles.read(desk, slug)
    waiting = [one for one in translation.segments if _is_empty(one)]
    clean = _prepared(translation, waiting)
    once = list(dict.fromkeys(clean.values()))
    done = words = 0
    yield Progress(slug, 0, len(waiting))
    for start in range(0, len(once), CHUNK):
        texts = once[start : start + CHUNK]
        translated = dict(zip(texts, _translate(engine, texts), strict=True))
        filled = [one for one in waiting if clean[one.id] in translated]
        _write(desk, slug, engine.signature(), [(one, translated[clean[one.id]]) for one in filled])
        done += len(filled)
        words += sum(len(clean[one.id].split()) for one in filled)
        yield Progress(slug, done, len(waiting), words, done - min(start + CHUNK, len(once)))


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


def _translate(engine: Engine, texts: Sequence[str]) -> list[str]:
    translated = engine.translate(texts)
    if len(translated) != len(texts):
        raise EngineError(
            "engine-miscounted", engine=engine.name, given=len(texts), returned=len(translated)
        )
    return translated


def _write(desk: Desk, slug: str, signature: str, drafts: Sequence[tuple[Segment, str]]) -> None:
    with writing(desk) as connection:
        key = article_key(connection, slug)
        for segment, text in drafts:
            if not text or not _is_empty(get(connection, key, segment.id)):
                continue
            target = inline.project(segment.source, segment.codes, text)
            holding = Holding(target, State.INITIAL, Origin.MACHINE, None, signature)
            put(connection, key, segment.id, Action.FILL, holding)
