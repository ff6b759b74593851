"""Comparing: what of the quantities of a source its translation lacks, adds or changes.

Tolerant where translators rightly write otherwise: figures for words, another unit with the same
worth, *a decade* for ten years, half for 50 %. What then stands on one side only is paired by
likeness: a factor of ten or a thousand, a digit changed, a date, a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from translator.quantities import mentions, pairing, reading, units
from translator.quantities.difference import Difference
from translator.quantities.quantity import Firmness, Quantity, Reading

_TOLERANCE = Decimal("0.07")
"""How far a converted measure may be off: *5 miles* are 8 km, and *6 feet* are 1,8 m."""
_Likeness = tuple[str, Firmness, bool, bool]
_MOST_CONVERSIONS = 5000
"""Pairs of measures looked at; a text with more is no news."""


def compare(source: str, target: str, region: str) -> tuple[Difference, ...]:
    """How the quantities of a Spanish text differ from those of its English source."""
    if reading.is_silent(source, is_english=True) and reading.is_silent(target, is_english=False):
        return ()
    before = reading.english(source)
    after = reading.spanish(target, region)
    if not (before.is_whole and after.is_whole):
        return ()
    found = [
        *_quantities(source, target, before, after, region),
        *mentions.differences(source, target, before, after, region),
    ]
    return tuple(sorted(found, key=_place))


def _place(one: Difference) -> tuple[bool, tuple[int, int]]:
    return one.source_span is None, one.source_span or one.target_span or (0, 0)


def _quantities(
    source: str, target: str, before: Reading, after: Reading, region: str
) -> Iterator[Difference]:
    if not before.quantities and not after.quantities:
        return
    sources, targets = _Pool(before.quantities), _Pool(after.quantities)
    alone = [one for one in before.quantities if one.firmness and not targets.has(one)]
    added = [one for one in after.quantities if one.firmness and not sources.has(one)]
    same = {one.unit for one in alone} & {one.unit for one in added}
    if alone:
        missed = {one.start for one in alone}
        kept = [one for one in before.quantities if one.start not in missed]
        alone = _unconverted(alone, [*after.quantities, *kept], same)
    if added:
        added = _unconverted(added, before.quantities, same)
    if alone or added:
        yield from pairing.differences(source, target, alone, added, region)
    yield from _unlike_units(source, target, before, targets, sources, region)


class _Pool:
    """A text's quantities by what they may mean; of those that are alike the first only."""

    __slots__ = ("minutes", "values")

    def __init__(self, quantities: Sequence[Quantity]) -> None:
        self.values: dict[Decimal, dict[_Likeness, Quantity]] = {}
        self.minutes: set[int] = set()
        for one in quantities:
            self.minutes |= one.minutes
            likeness = (one.unit, one.firmness, bool(one.minutes), one.unit_span is not None)
            for value in one.values:
                self.values.setdefault(value, {}).setdefault(likeness, one)

    def has(self, one: Quantity) -> bool:
        """Whether a quantity of the other text has its like here."""
        if one.minutes:
            if not one.minutes.isdisjoint(self.minutes):
                return True
            return any(not other.minutes for other in self.like(one))
        return any(value in self.values for value in one.values)

    def like(self, one: Quantity) -> Iterator[Quantity]:
        """The quantities here that may have its value."""
        for value in one.values:
            yield from self.values.get(value, {}).values()


def _unconverted(
    alone: list[Quantity], others: Sequence[Quantity], same: set[str]
) -> list[Quantity]:
    """Those whose worth no measure of the other text has; a measure in one of the `same` units
    stands changed on the other side, so that nobody has converted it."""
    by_dimension: dict[str, dict[tuple[Decimal, str], Quantity]] = {}
    for one in others:
        like = by_dimension.setdefault(_dimension(one), {})
        like.setdefault((one.value, one.unit), one)
    left = []
    budget = _MOST_CONVERSIONS
    for one in alone:
        dimension = _dimension(one)
        known = by_dimension.get(dimension, {}) if dimension and one.unit not in same else {}
        budget -= len(known)
        if budget < 0 or not any(_is_worth(one, other) for other in known.values()):
            left.append(one)
    return left


def _dimension(one: Quantity) -> str:
    return "temperature" if one.unit == "degree" else units.dimension(one.unit)


def _is_worth(one: Quantity, other: Quantity) -> bool:
    """Whether two measures in different units are the same, as newspapers round them."""
    if one.unit == other.unit:
        return False
    for first in _worth(one):
        for second in _worth(other):
            exact = units.dimension(one.unit) in ("time", "years")
            if exact and _is_week_counted_in(one, other):
                return True
            allowed = 0 if exact else _TOLERANCE * max(abs(first), abs(second), Decimal("0.01"))
            if abs(first - second) <= (allowed or Decimal("0.001")):
                return True
    return False


def _is_week_counted_in(one: Quantity, other: Quantity) -> bool:
    """Whether weeks are counted in days the Spanish way: *ocho días*, *quince días*."""
    weeks, days = (one, other) if one.unit == "week" else (other, one)
    counted = (weeks.unit, days.unit, int(weeks.value), int(days.value))
    return counted in (("week", "day", 1, 8), ("week", "day", 2, 15))


def _worth(one: Quantity) -> tuple[Decimal, ...]:
    if one.unit == "degree":
        return (*units.worth(one.value, "C"), *units.worth(one.value, "F"))
    return units.worth(one.value, one.unit)


def _unlike_units(
    source: str, target: str, before: Reading, targets: _Pool, sources: _Pool, region: str
) -> Iterator[Difference]:
    """Values that are there, with another unit or none."""
    for one in before.quantities:
        if one.unit_span is None or not (one.firmness or one.unit == units.PERCENT):
            continue
        like = [other for other in targets.like(one) if other.firmness or other.unit_span]
        if not like or any(units.agree(one.unit, other.unit) for other in like):
            continue
        yield from pairing.unlike(source, target, one, like, region)
    for other in (each for group in targets.values.values() for each in group.values()):
        if other.unit != units.PERCENT or other.firmness is not Firmness.FIGURE:
            continue
        like = list(sources.like(other))
        if like and all(one.firmness is Firmness.FIGURE and not one.unit for one in like):
            yield from pairing.gained(source, target, like[0], other, region)
