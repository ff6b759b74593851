"""What reading has to know of a language: its number words, their grammar, months and units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Language:
    """The number words of a language and what stands around them.

    `cardinals` add up, `hundreds` and `scales` multiply; `collectives` count like scales (*two
    dozen*). `loose` words may answer for any of their values. `parts` are denominators. `ampm` are
    words behind a time with the hours that they allow.
    """

    is_english: bool
    cardinals: Mapping[str, int]
    hundreds: frozenset[str]
    scales: Mapping[str, int]
    short_scales: Mapping[str, int]
    collectives: Mapping[str, int]
    indefinite: Mapping[str, int]
    loose: Mapping[str, frozenset[Decimal]]
    parts: Mapping[str, int]
    joiner: str
    of: str
    articles: frozenset[str]
    halves: frozenset[str]
    tails: frozenset[str]
    units: Mapping[str, str]
    months: Mapping[str, int]
    doubtful_months: frozenset[str]
    weekdays: Mapping[str, int]
    clocks: Mapping[str, frozenset[int]]


def share(numerator: int, denominator: int) -> Decimal:
    """A fraction to four places, as it is compared."""
    return round(Decimal(numerator) / Decimal(denominator), 4)


def fraction_values(numerator: int, denominator: int) -> frozenset[Decimal]:
    """What a fraction may be called elsewhere: itself, and per cent as newspapers round them."""
    whole = Decimal(100 * numerator) / denominator
    rounded = (whole.quantize(Decimal(1)), whole.quantize(Decimal("0.1")), Decimal(int(whole)))
    return frozenset({share(numerator, denominator), *rounded})


def numbered(words: str, start: int = 0) -> dict[str, int]:
    """Words counted upwards, those with a bar between them by the same number."""
    return {
        word: number
        for number, group in enumerate(words.split(), start)
        for word in group.split("|")
    }


def loosely(table: Mapping[str, Iterable[int | str]]) -> dict[str, frozenset[Decimal]]:
    """Words by their possible values, from keys of several words."""
    return {
        word: frozenset(Decimal(value) for value in values)
        for words, values in table.items()
        for word in words.split()
    }
