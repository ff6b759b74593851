"""The best chain of links between two sequences, and how sure each of them is.

Dynamic programming over the places (i, j) between the units of both sides, inside a corridor. Every
chain covers each unit exactly once and in order; its score is the sum of what its links are worth,
in nats. A link's confidence is its share of the probability of all chains together, by the forward
and backward sums. Refuses to know what a unit is. Links take one or two units a side, or one
without a partner; what a translator moved across others comes out as two gaps.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

KINDS = ((1, 1), (0, 1), (1, 0), (1, 2), (2, 1), (2, 2))
"""English and Spanish units of a link."""

_NEVER = -math.inf

Score = Callable[[int, int, int, int], float]
"""What it is worth, in nats, to link `english` units from i with `spanish` ones from j."""

Corridor = Sequence[range]
"""For each i from 0 to the number of English units, the j that may be paired with it."""


@dataclass(frozen=True, slots=True)
class Link:
    """Units that belong together: `english` and `spanish` are ranges, one of which may be empty.

    `confidence` is between 0 and 1.
    """

    english: range
    spanish: range
    confidence: float = 1.0

    @property
    def is_gap(self) -> bool:
        """Whether one side has nothing."""
        return not self.english or not self.spanish


@dataclass(frozen=True, slots=True)
class _Arc:
    """A link as a step from one place to another."""

    start: tuple[int, int]
    end: tuple[int, int]
    worth: float
    is_replacement: bool = False

    def links(self, confidence: float) -> Iterator[Link]:
        """The link of this step; the two gaps of a replacement."""
        (i, j), (below, right) = self.start, self.end
        if self.is_replacement:
            yield Link(range(i, below), range(j, j), confidence)
            yield Link(range(below, below), range(j, right), confidence)
        else:
            yield Link(range(i, below), range(j, right), confidence)


def best(
    corridor: Corridor, score: Score, *, replaced: float = _NEVER, sharpness: float = 1.0
) -> tuple[Link, ...]:
    """The chain of links with the highest score, with their confidences.

    `replaced` is what it is worth, in nats, that a unit was left out and another one put in its
    place: two gaps, which are likelier side by side than each by itself. `sharpness` scales the
    scores for the confidences alone: below 1 where the evidence is counted more than once. The
    corridor must hold a way from its first place to its last.
    """
    end = (len(corridor) - 1, corridor[-1][-1])
    arcs = list(_arcs(corridor, score, replaced))
    chain = _chain(arcs, end)
    forward = _sums(arcs, (0, 0), sharpness)
    turned = [_Arc(arc.end, arc.start, arc.worth) for arc in reversed(arcs)]
    backward = _sums(turned, end, sharpness)
    total = forward[end]
    return tuple(
        link
        for arc in chain
        for link in arc.links(
            math.exp(
                min(0.0, forward[arc.start] + sharpness * arc.worth + backward[arc.end] - total)
            )
        )
    )


def _arcs(corridor: Corridor, score: Score, replaced: float) -> Iterator[_Arc]:
    """Every step inside the corridor, those that end at a place before those that start there."""
    for i, row in enumerate(corridor):
        for j in row:
            for english, spanish in KINDS:
                if i >= english and j >= spanish and j - spanish in corridor[i - english]:
                    start = (i - english, j - spanish)
                    yield _Arc(start, (i, j), score(*start, english, spanish))
            if replaced > _NEVER and i and j and j - 1 in corridor[i - 1]:
                yield _Arc((i - 1, j - 1), (i, j), replaced, is_replacement=True)


def _chain(arcs: Sequence[_Arc], end: tuple[int, int]) -> list[_Arc]:
    reached: dict[tuple[int, int], float] = {(0, 0): 0.0}
    came: dict[tuple[int, int], _Arc] = {}
    for arc in arcs:
        worth = reached.get(arc.start, _NEVER) + arc.worth
        if worth > reached.get(arc.end, _NEVER):
            reached[arc.end] = worth
            came[arc.end] = arc
    chain: list[_Arc] = []
    place = end
    while place != (0, 0):
        chain.append(came[place])
        place = came[place].start
    return chain[::-1]


def _sums(
    arcs: Sequence[_Arc], start: tuple[int, int], sharpness: float
) -> dict[tuple[int, int], float]:
    """The logarithm of the summed probability of all ways from the start to each place."""
    sums: dict[tuple[int, int], float] = {start: 0.0}
    for arc in arcs:
        before = sums.get(arc.start, _NEVER)
        if before == _NEVER:
            continue
        way = before + sharpness * arc.worth
        other = sums.get(arc.end, _NEVER)
        high, low = (way, other) if way > other else (other, way)
        sums[arc.end] = high + math.log1p(math.exp(low - high))
    return sums
