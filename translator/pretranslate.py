"""Fills articles with drafts before a person starts: a generator both shells iterate.

The memory comes first: what it has in the same words fills a segment, and so does what is similar
enough; where it has two translations of the same sentence, the segment is left to a person. Then
the engine. All stays open, with its origin and rate.

Only segments that hold nothing yet are filled; what a person has touched is never written over,
also where they touched it while the engine was at work. Each sentence is decoded once, however
often it stands in an article. Refuses to show progress: it yields it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from translator import casing, inline, recall
from translator.config import Config
from translator.desk import Desk, articles, reading, writing
from translator.desk.journal import Action, Holding, article_key
from translator.desk.segments import find, get, put
from translator.engines import Engine
from translator.engines.guard import Guard, Outcome
from translator.errors import EngineError
from translator.memory.matching import SAME, Choice
from translator.model import Match, MatchKind, Origin, Role, Segment, State, Translation

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

    `words` counts English words, `memory` the segments that the memory filled, of which `fuzzy`
    with a similar sentence's translation; `undecided` those that it has two translations of, which
    stay empty. `repeated` are segments that needed no decoding of their own, `guarded` those that
    a second way led to, `given_up` those that stay empty.
    """

    slug: str
    done: int
    total: int
    words: int = 0
    repeated: int = 0
    guarded: int = 0
    given_up: int = 0
    memory: int = 0
    fuzzy: int = 0
    undecided: int = 0


def fill(
    desk: Desk, slug: str, engine: Engine, settings: Config | None = None
) -> Iterator[Progress]:
    """Give every empty segment of an article a draft; progress after each chunk.

    What is done is on the disk at each step, so an interrupt keeps it and a second run goes on.
    Raises NotFoundError, EngineError, DeskError.
    """
    translation = articles.read(desk, slug)
    signature = engine.signature()
    recalled = _recall(desk, translation, settings or Config())
    waiting = [
        one
        for one in translation.segments
        if _is_empty(one)
        and one.id not in recalled.all
        and not one.signature.startswith(f"{signature} {GIVEN_UP}")
    ]
    clean = _prepared(translation, waiting)
    once = list(dict.fromkeys(clean.values()))
    total = len(waiting) + len(recalled.matches)
    progress = Progress(slug, 0, total, undecided=len(recalled.undecided))
    yield progress
    if recalled.matches:
        progress = _write_matches(desk, progress, recalled.matches)
        yield progress
    from_memory = progress.memory
    for start in range(0, len(once), CHUNK):
        texts = once[start : start + CHUNK]
        judged = dict(zip(texts, _judge(engine, texts), strict=True))
        ready = [(one, judged[clean[one.id]]) for one in waiting if clean[one.id] in judged]
        _write(desk, slug, signature, ready)
        filled = [(one, outcome) for one, outcome in ready if not outcome.is_given_up]
        done = progress.done + len(filled)
        given_up = progress.given_up + len(ready) - len(filled)
        progress = replace(
            progress,
            done=done,
            words=progress.words + sum(len(clean[one.id].split()) for one, _ in filled),
            repeated=done - from_memory + given_up - min(start + CHUNK, len(once)),
            guarded=progress.guarded + sum(bool(outcome.step) for _, outcome in filled),
            given_up=given_up,
        )
        yield progress


@dataclass(frozen=True, slots=True)
class Recalled:
    """What the memory has for empty segments, by their ids: a match, or several that disagree."""

    matches: Mapping[int, Match] = field(default_factory=dict)
    undecided: Mapping[int, Choice] = field(default_factory=dict)

    @property
    def all(self) -> frozenset[int]:
        """The segments that the engine leaves alone."""
        return frozenset(self.matches) | frozenset(self.undecided)


def _recall(desk: Desk, translation: Translation, settings: Config) -> Recalled:
    empty = [one for one in translation.segments if _is_empty(one)]
    wanted = recall.sought(translation.segments)
    matches: dict[int, Match] = {}
    undecided: dict[int, Choice] = {}
    with reading(desk) as connection:
        lookup = recall.Lookup(connection, settings)
        for segment in empty:
            choice = lookup.choice(wanted[segment.id])
            if choice.match is not None:
                matches[segment.id] = choice.match
            elif choice.rivals:
                undecided[segment.id] = choice
    return Recalled(matches, undecided)


def _write_matches(desk: Desk, progress: Progress, matches: Mapping[int, Match]) -> Progress:
    """Fill segments from the memory; how far that brings the article."""
    filled: list[Match] = []
    words = 0
    with writing(desk) as connection:
        key = article_key(connection, progress.slug)
        for number, match in matches.items():
            segment = find(connection, key, number)
            if segment is None or not _is_empty(segment):
                continue
            origin = Origin.MEMORY_EXACT if _is_exact(match) else Origin.MEMORY_FUZZY
            holding = Holding(match.target, State.INITIAL, origin, match.rate, "")
            put(connection, key, number, Action.FILL, holding)
            filled.append(match)
            words += len(inline.strip(segment.source, segment.codes).split())
    fuzzy = sum(not _is_exact(match) for match in filled)
    return replace(progress, done=len(filled), memory=len(filled), fuzzy=fuzzy, words=words)


def _is_exact(match: Match) -> bool:
    return match.kind in (MatchKind.CONTEXT, MatchKind.EXACT) and match.rate >= SAME


@dataclass(frozen=True, slots=True)
class Plan:
    """What `fill` would do with the empty segments of an article: how many of each kind of match
    would be filled, left to a person, filled as repeats, and given to the engine."""

    slug: str
    matches: Mapping[MatchKind, int]
    undecided: int
    repeated: int
    engine: int


def plan(desk: Desk, slug: str, settings: Config) -> Plan:
    """Say what `fill` would do, and do nothing. Raises NotFoundError, DeskError."""
    translation = articles.read(desk, slug)
    recalled = _recall(desk, translation, settings)
    waiting = [one for one in translation.segments if _is_empty(one) and one.id not in recalled.all]
    once = set(_prepared(translation, waiting).values())
    counts = dict.fromkeys(MatchKind, 0)
    for match in recalled.matches.values():
        counts[match.kind] += 1
    return Plan(slug, counts, len(recalled.undecided), len(waiting) - len(once), len(once))


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
