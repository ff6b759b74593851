"""Drafts into the desk: of the memory, and of the engine.

Each step is one transaction, and a segment is written only where it is still empty and still the
same sentence. Refuses to decide what a draft is.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from translator import inline
from translator.desk import Desk, writing
from translator.desk.journal import Action, Holding, article_key, find_key, new_batch
from translator.desk.segments import find, put
from translator.memory.matching import SAME
from translator.model import Match, MatchKind, Origin, Segment, State
from translator.pretranslate.plan import Task, is_empty
from translator.pretranslate.pool import Ready
from translator.projection import project


@dataclass(frozen=True, slots=True)
class Filled:
    """What one step did: segments filled, and the other figures of `Progress` for them."""

    segments: int = 0
    words: int = 0
    fuzzy: int = 0
    repeated: int = 0
    guarded: int = 0
    tidied: int = 0
    given_up: int = 0


def given_up(signature: str) -> str:
    """How the signature of a segment begins whose machine text was refused; a fault follows."""
    return f"{signature} given-up="


class Batches:
    """One number for all drafts of a run in an article: they are taken back together."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def of(self, connection: sqlite3.Connection, slug: str) -> int:
        """The number for this article, within the transaction that writes there."""
        if slug not in self._numbers:
            self._numbers[slug] = new_batch(connection)
        return self._numbers[slug]


def write_matches(desk: Desk, task: Task, batches: Batches) -> Filled:
    """Fill segments from the memory. Raises DeskError."""
    if not task.matches:
        return Filled()
    counts: Counter[str] = Counter()
    with writing(desk) as connection:
        key = article_key(connection, task.slug)
        for number, match in task.matches.items():
            segment = find(connection, key, number)
            if segment is None or not is_empty(segment):
                continue
            origin = Origin.MEMORY_EXACT if _is_exact(match) else Origin.MEMORY_FUZZY
            holding = Holding(match.target, State.INITIAL, origin, match.rate, "")
            put(connection, key, number, Action.FILL, holding, batches.of(connection, task.slug))
            counts["segments"] += 1
            counts["fuzzy"] += not _is_exact(match)
            counts["words"] += len(inline.strip(segment.source, segment.codes).split())
    return Filled(**counts)


def _is_exact(match: Match) -> bool:
    return match.kind in (MatchKind.CONTEXT, MatchKind.EXACT) and match.rate >= SAME


def write(desk: Desk, signature: str, ready: Sequence[Ready], batches: Batches) -> Filled:
    """Fill segments with what the engine made; one that it gave up stays empty, and its signature
    says why. An article that has gone meanwhile is passed over. Raises DeskError."""
    counts: Counter[str] = Counter()
    with writing(desk) as connection:
        keys = {slug: find_key(connection, slug) for slug in {one.slug for one in ready}}
        for one in ready:
            key, outcome = keys[one.slug], one.outcome
            stands = None if key is None else find(connection, key, one.segment.id)
            if (
                key is None
                or stands is None
                or not is_empty(stands)
                or stands.source != one.segment.source
            ):
                continue
            batch = batches.of(connection, one.slug)
            if outcome.is_given_up:
                note = f"{given_up(signature)}{outcome.faults[0]}"
                counts["given_up"] += 1
                put(connection, key, stands.id, Action.FILL, _nothing(note), batch)
            elif outcome.text:
                put(connection, key, stands.id, Action.FILL, _draft(stands, one, signature), batch)
                counts["segments"] += 1
                counts["words"] += len(one.text.split())
                counts["repeated"] += one.is_repeat
                counts["guarded"] += bool(outcome.step)
                counts["tidied"] += bool(one.tidied)
    return Filled(**counts)


def _nothing(note: str) -> Holding:
    return Holding("", State.INITIAL, Origin.NONE, None, note)


def _draft(segment: Segment, ready: Ready, signature: str) -> Holding:
    target = project(segment.source, segment.codes, ready.outcome.text)
    step = ready.outcome.step
    note = f"{signature} guard={step}" if step else signature
    if ready.tidied:
        note = f"{note} tidy={'+'.join(ready.tidied)}"
    return Holding(target, State.INITIAL, Origin.MACHINE, None, note)
