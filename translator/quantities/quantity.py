"""A quantity as it stands in one text: the noun that reading makes and comparing uses."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from translator.quantities.difference import Span

NO_MINUTES: frozenset[int] = frozenset()


class Firmness(IntEnum):
    """How much a quantity says when the other text does not have it."""

    LOOSE = 0
    """An article, an ordinal, *half*, *decade*: may answer for a figure, asks for nothing."""
    WORD = 1
    """A number in words: translators leave out small ones."""
    FIGURE = 2
    """Digits."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit.

    `start` and `end` hold the number with its scale (*1.2 billion*). `value` is the plain reading,
    `values` all that it may mean. `unit` is a key of `units.DIMENSIONS`, empty where there is none
    or none known, and stands at `unit_span`. `minutes` are those since midnight for a time of the
    day, two where it may be before or after noon.
    """

    start: int
    end: int
    value: Decimal
    values: frozenset[Decimal]
    firmness: Firmness
    unit: str = ""
    unit_span: Span | None = None
    minutes: frozenset[int] = NO_MINUTES
    is_scaled: bool = False
    is_ordinal: bool = False

    @property
    def span(self) -> Span:
        """Where the number stands."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Mention:
    """A month, a day of the week, a currency or an indefinite *billions*: what is named, where,
    and whether it can be nothing else."""

    key: str
    start: int
    end: int
    is_firm: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one text says about quantities; not whole where it says too much to be judged."""

    quantities: tuple[Quantity, ...]
    months: tuple[Mention, ...]
    weekdays: tuple[Mention, ...]
    currencies: tuple[Mention, ...]
    magnitudes: tuple[Mention, ...]
    names: tuple[Mention, ...]
    is_whole: bool = True
