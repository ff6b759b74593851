"""What there is to do in an article: what the memory has, and what the engine is to be given.

Refuses to write. Separate so that a dry run and the run itself see the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from translator import casing, inline, recall
from translator.config import Config
from translator.desk import Desk, articles, reading
from translator.memory.matching import Choice
from translator.model import Match, MatchKind, Role, Segment, Translation
from translator.terminology import Terminology, load

_PROSE = frozenset({Role.PARAGRAPH, Role.QUOTE})
"""Roles in which a row of capitals is a row of names, not a headline."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An empty segment, the clean English that the engine is given for it, the terms and names of
    its article, and the role of its block."""

    slug: str
    segment: Segment
    text: str
    terminology: Terminology
    role: Role


@dataclass(frozen=True, slots=True)
class Task:
    """The empty segments of an article: matches by segment id, those that the memory has several
    translations of, and those that wait for the engine."""

    slug: str
    matches: Mapping[int, Match]
    undecided: Mapping[int, Choice]
    waiting: Sequence[Waiting]


def look(
    desk: Desk, slug: str, settings: Config, terminology: Terminology, given_up: str = ""
) -> Task:
    """What there is to do in an article. Segments whose signature begins with `given_up` are not
    given to the engine again. Raises NotFoundError, DeskError."""
    translation = articles.read(desk, slug)
    empty = [one for one in translation.segments if is_empty(one)]
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
    left = [
        one
        for one in empty
        if one.id not in matches
        and one.id not in undecided
        and not (given_up and one.signature.startswith(given_up))
    ]
    return Task(
        slug, matches, undecided, _prepared(slug, translation, left, terminology.of(translation))
    )


def is_empty(segment: Segment) -> bool:
    """Whether it may be filled."""
    return segment.is_open and not segment.target


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
    task = look(desk, slug, settings, load(desk, settings))
    once = {one.text for one in task.waiting}
    counts = dict.fromkeys(MatchKind, 0)
    for match in task.matches.values():
        counts[match.kind] += 1
    return Plan(slug, counts, len(task.undecided), len(task.waiting) - len(once), len(once))


def _prepared(
    slug: str, translation: Translation, waiting: Sequence[Segment], terminology: Terminology
) -> tuple[Waiting, ...]:
    """Each segment with its clean English, headlines in sentence case."""
    roles = {block.id: block.role for block in translation.article.blocks}
    body = (
        inline.strip(one.source, one.codes)
        for one in translation.segments
        if roles[one.block] in _PROSE
    )
    # A name, and a word to keep, shows its case as it would within a sentence.
    said = [f"so said {word} again" for word in terminology.written_large]
    evidence = casing.gather([*body, *said])

    def text(segment: Segment) -> str:
        clean = inline.strip(segment.source, segment.codes)
        if roles[segment.block] not in _PROSE or casing.is_capitals(clean):
            return casing.sentence_case(clean, evidence)
        return clean

    return tuple(Waiting(slug, one, text(one), terminology, roles[one.block]) for one in waiting)
