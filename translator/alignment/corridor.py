"""Where in the table of two documents a chain of links may run.

Small tables are open throughout. In large ones, pairs of units that share rare words are strung to
the heaviest rising chain, and the corridor follows it, so that the work grows with the length of
the documents and not with its square. Refuses to decide a link: what it leaves out is only what is
far from every anchor.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

OPEN = 3600
"""Places (60 by 60 units) up to which a table is open throughout."""

_MARGIN = 8
"""Spanish units on either side of the chain: a paragraph or two."""

_OVERLAP = 2
"""English units by which the stretches between anchors overlap: no link is longer."""

_LARGEST = 60
"""Units between two anchors up to which the rectangle between them is open throughout."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Two units that share rare words, and how much that is worth."""

    english: int
    spanish: int
    weight: float


def around(english: int, spanish: int, anchors: Iterable[Anchor]) -> list[range]:
    """For each place of the English units the places of the Spanish ones that are open."""
    if english * spanish <= OPEN:
        return [range(spanish + 1) for _ in range(english + 1)]
    points = [(0, 0), *heaviest(anchors), (english, spanish)]
    low = [spanish] * (english + 1)
    high = [0] * (english + 1)
    for (i0, j0), (i1, j1) in pairwise(points):
        for i in range(max(0, i0 - _OVERLAP), min(english, i1 + _OVERLAP) + 1):
            first, last = _open(i, (i0, j0), (i1, j1))
            low[i] = min(low[i], max(0, first))
            high[i] = max(high[i], min(spanish, last))
    return [range(first, last + 1) for first, last in zip(low, high, strict=True)]


def _open(i: int, start: tuple[int, int], end: tuple[int, int]) -> tuple[int, int]:
    """The first and the last place that is open in row i between two anchors."""
    height, width = end[0] - start[0], end[1] - start[1]
    if min(height, width) <= _LARGEST:
        return start[1] - _MARGIN, end[1] + _MARGIN
    middle = start[1] + (i - start[0]) * width // height
    reach = _LARGEST // 2 + min(abs(height - width), 4 * _LARGEST)
    return max(start[1] - _MARGIN, middle - reach), min(end[1] + _MARGIN, middle + reach)


def heaviest(anchors: Iterable[Anchor]) -> list[tuple[int, int]]:
    """The heaviest chain of anchors that rises on both sides."""
    ordered = sorted(anchors, key=lambda one: (one.english, -one.spanish))
    if not ordered:
        return []
    columns = sorted({one.spanish for one in ordered})
    best: list[int | None] = [None] * (len(columns) + 1)
    totals: list[float] = []
    before: list[int | None] = []
    for index, one in enumerate(ordered):
        column = bisect_left(columns, one.spanish)
        previous = _highest(best, column, totals)
        totals.append(one.weight + (0.0 if previous is None else totals[previous]))
        before.append(previous)
        place = column + 1
        while place < len(best):
            held = best[place]
            if held is None or totals[held] < totals[index]:
                best[place] = index
            place += place & -place
    last: int | None = max(range(len(totals)), key=totals.__getitem__)
    chain: list[tuple[int, int]] = []
    while last is not None:
        chain.append((ordered[last].english, ordered[last].spanish))
        last = before[last]
    return chain[::-1]


def _highest(best: Sequence[int | None], column: int, totals: Sequence[float]) -> int | None:
    """The heaviest chain that ends left of a column (a Fenwick tree of maxima)."""
    found: int | None = None
    while column:
        held = best[column]
        if held is not None and (found is None or totals[held] > totals[found]):
            found = held
        column -= column & -column
    return found
