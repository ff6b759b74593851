"""What stored translations offer for a sentence, best first, and which of them may fill it.

The classes come in the order of `MatchKind`; within one the rate decides, then the full score, then
a neighbour that is the same, then the newer. Refuses to find the candidates, and to choose between
two different translations of the same sentence: that is a person's affair.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from translator import inline
from translator.memory import scores, substitution
from translator.memory.tokens import NOTHING, symbols
from translator.memory.units import canonical_source
from translator.model import Code, Match, MatchKind, Origin, Unit

IN_CONTEXT, SAME, PUT_IN, ALIKE = 101, 100, 99, 98
"""The rates of the classes before penalties; of the last one the highest."""

FLOOR, MOST = 70, 5
"""What a person is shown: matches from 70 %, and the five best."""

_YEAR_S = 365.25 * 24 * 3600
_ORDER = {kind: place for place, kind in enumerate(MatchKind)}


@dataclass(frozen=True, slots=True)
class Sought:
    """A sentence to find matches for: marked text, its codes, the keys of its neighbours."""

    source: str
    codes: tuple[Code, ...] = ()
    before: int | None = None
    after: int | None = None

    @property
    def text(self) -> str:
        """The sentence as the memory keeps it."""
        return canonical_source(self.source, self.codes)

    @property
    def clean(self) -> str:
        """The sentence without the marks of its codes."""
        return inline.strip(self.source, self.codes)


@dataclass(frozen=True, slots=True)
class Penalties:
    """Points off a rate: for a text by which no person stands, and for each full year since the
    unit was last changed."""

    machine: int = 0
    yearly: int = 0

    def of(self, unit: Unit, now: datetime) -> int:
        """The points off for this unit."""
        points = self.machine if unit.origin is Origin.MACHINE else 0
        if unit.changed is not None:
            points += self.yearly * max(0, int((now - unit.changed).total_seconds() / _YEAR_S))
        return points


def judge(
    sought: Sought,
    units: Iterable[Unit],
    penalties: Penalties | None = None,
    now: datetime | None = None,
) -> tuple[Match, ...]:
    """What these units offer, best first, each translation once."""
    now = now or datetime.now(UTC)
    penalties = penalties or Penalties()
    offers = [_offer(sought, unit, penalties.of(unit, now)) for unit in units]
    offers.sort(key=lambda one: _rank(sought, one))
    once: dict[str, Match] = {}
    for one in offers:
        once.setdefault(one.target, one)
    return tuple(once.values())


def _rank(sought: Sought, match: Match) -> tuple[int, int, int, int, float, int]:
    unit = match.unit
    near = (unit.before is not None and unit.before == sought.before) + (
        unit.after is not None and unit.after == sought.after
    )
    changed = unit.changed.timestamp() if unit.changed else 0.0
    return _ORDER[match.kind], -match.rate, -match.full, -near, -changed, -unit.id


def _offer(sought: Sought, unit: Unit, points: int) -> Match:
    match = _same(sought, unit) or _put_in(sought, unit) or _alike(sought, unit)
    return replace(match, rate=max(0, match.rate - points))


def _same(sought: Sought, unit: Unit) -> Match | None:
    if unit.source != sought.text or not _same_kinds(sought, unit):
        return None
    neighbours = (unit.before, unit.after)
    # A text of one sentence has no neighbours that could bear it out.
    is_known = None not in neighbours and neighbours != (NOTHING, NOTHING)
    in_context = is_known and neighbours == (sought.before, sought.after)
    kind, rate = (MatchKind.CONTEXT, IN_CONTEXT) if in_context else (MatchKind.EXACT, SAME)
    return Match(kind, rate, 100, _with_codes(sought, unit), unit)


def _put_in(sought: Sought, unit: Unit) -> Match | None:
    """The match of a unit that differs in numbers or codes only."""
    target = inline.strip(unit.target, unit.codes)
    stored = inline.strip(unit.source, unit.codes)
    spans: substitution.Spans = ()
    if sought.clean != stored:
        done = substitution.numbers(sought.clean, stored, target)
        if done is None:
            return None
        target, spans = done
    full = scores.full(sought.text, unit.source)
    if sought.codes:
        target = _projected(sought, target)
        spans = substitution.code_spans(target, sought.codes)
    return Match(MatchKind.SUBSTITUTED, PUT_IN, full, target, unit, spans)


def _alike(sought: Sought, unit: Unit) -> Match:
    rate = min(ALIKE, scores.rate(symbols(sought.text), symbols(unit.source)))
    full = scores.full(sought.text, unit.source)
    if _same_kinds(sought, unit):
        return Match(MatchKind.FUZZY, rate, full, _with_codes(sought, unit), unit)
    target = inline.strip(unit.target, unit.codes)
    return Match(MatchKind.FUZZY, rate, full, _projected(sought, target), unit)


def _in_order(sought: Sought) -> tuple[Code, ...]:
    """The codes of the sentence in the order in which they stand in it."""
    known = {code.number: code for code in sought.codes}
    order = dict.fromkeys(
        token.code.number
        for token in inline.put_back(sought.source, sought.codes)
        if not isinstance(token, str)
    )
    return tuple(known[number] for number in order)


def _same_kinds(sought: Sought, unit: Unit) -> bool:
    return [code.kind for code in _in_order(sought)] == [code.kind for code in unit.codes]


def _with_codes(sought: Sought, unit: Unit) -> str:
    """The target with the codes of the sentence in the place of the unit's."""
    return substitution.renumbered(unit.target, unit.codes, _in_order(sought))


@dataclass(frozen=True, slots=True)
class Choice:
    """What may fill a segment; `rivals` are translations of the same sentence that disagree, so
    that none of them may."""

    match: Match | None = None
    rivals: tuple[Match, ...] = ()


def choose(matches: Sequence[Match], floor: int) -> Choice:
    """Which of the matches, best first, may fill a segment: one at or above the floor."""
    best = next((one for one in matches if one.rate >= floor), None)
    if best is None or best.kind not in (MatchKind.CONTEXT, MatchKind.EXACT):
        return Choice(best)
    equals = tuple(one for one in matches if (one.kind, one.rate) == (best.kind, best.rate))
    return Choice(best) if len(equals) == 1 else Choice(None, equals)


def _projected(sought: Sought, target: str) -> str:
    """The target with the codes of the sentence at the words that answer theirs."""
    if not sought.codes:
        return target
    from translator.projection import project  # 70 ms of word lists that plain sentences spare

    return project(sought.source, sought.codes, target)
