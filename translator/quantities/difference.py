"""What comparing the quantities of two texts can find.

Nouns only, so that everyone may import them. A difference names places and values; whether it is
an error, and the sentence that a person reads, is decided elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

Span = tuple[int, int]


class Kind(StrEnum):
    """How the quantities of two texts differ."""

    MISSING = "missing"
    """A quantity of the source that the target does not have."""
    ADDED = "added"
    """A quantity of the target that the source does not have."""
    CHANGED = "changed"
    """One that has another value in the target."""
    FACTOR = "factor"
    """One that is a power of ten too large or too small; `factor` says which."""
    UNIT = "unit"
    """The same value with another unit or currency, or with the per cent lost or gained."""
    DATE = "date"
    """Another month or day of the week."""
    TIME = "time"
    """Another time of the day."""
    NAME = "name"
    """A name that holds figures (T-72) with others."""
    SEPARATOR = "separator"
    """The right digits, written with English separators that mean another value in Spanish."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference, with its places.

    `source_span` and `target_span` are the characters concerned, None where a text has none.
    `factor` is target divided by source where the kind is FACTOR, else None. `wanted` is the
    Spanish that would be right in the place of `target_text`; empty where that is not certain.
    `is_sure` tells an error from what a translator may have meant: figures against figures are
    sure, number words and what only one text has may not be.
    """

    kind: Kind
    source_span: Span | None
    target_span: Span | None
    source_text: str
    target_text: str
    factor: Decimal | None = None
    wanted: str = ""
    is_sure: bool = True
