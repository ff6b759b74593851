"""Quantities by their value, read in English and in Spanish, compared and written.

The two languages write them differently: *1,200.5* is *1200,5*, *$1.2 billion* is *1200 millones*,
*5 p.m.* is *17:00*. What is compared is value and unit, never the string. Refuses names that hold
figures (T-72, COVID-19, A380), versions, clauses, telephone numbers and addresses. Pure: text in,
values out.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from translator.quantities import comparison, reading, writing
from translator.quantities.difference import Difference, Kind
from translator.quantities.quantity import Firmness, Quantity

__all__ = [
    "Difference",
    "Figure",
    "Kind",
    "compare",
    "in_english",
    "in_spanish",
    "lost",
    "shared",
    "write",
]

write = writing.number


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it stands in a text, and the values it may have."""

    text: str
    values: frozenset[Decimal]


def compare(source: str, target: str, *, region: str = "es-ES") -> tuple[Difference, ...]:
    """How the quantities of a Spanish text differ from those of its English source, in the order
    of the source and then of the target. `region` decides on separators and on *billón*."""
    return comparison.compare(source, target, region)


def lost(source: str, target: str) -> tuple[str, ...]:
    """The figures of an English text whose value the Spanish one does not have."""
    kinds = (Kind.MISSING, Kind.CHANGED, Kind.FACTOR, Kind.TIME)
    return tuple(
        one.source_text
        for one in compare(source, target)
        if one.kind in kinds and one.is_sure and one.source_text[:1].isdigit()
    )


def shared(source: str, target: str, *, region: str = "es-ES") -> dict[int, frozenset[Decimal]]:
    """For each figure of a Spanish text the values that the English one has, too, by where the
    figure starts; figures of names, and times of the day, are left out."""
    given = {value for one in reading.english(source).quantities for value in one.values}
    return {
        one.start: one.values & given
        for one in reading.spanish(target, region).quantities
        if one.firmness is Firmness.FIGURE and not one.minutes and one.values & given
    }


def in_english(text: str) -> tuple[Figure, ...]:
    """The figures of an English text, number words left out."""
    found = reading.english(text).quantities
    return tuple(_figure(text, one) for one in found if one.firmness is Firmness.FIGURE)


def in_spanish(text: str) -> tuple[Figure, ...]:
    """The figures of a Spanish text, and its numbers in words."""
    return tuple(_figure(text, one) for one in reading.spanish(text).quantities)


def _figure(text: str, one: Quantity) -> Figure:
    return Figure(text[one.start : one.end], one.values)
