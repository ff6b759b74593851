"""The stretch of Spanish words that answers a stretch of English ones.

Of all stretches the one that keeps most of the links inside, cuts the fewest, and has about as many
words that say something. Refuses text: it counts words. Separate so that the weighing can be read
in one place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from translator.projection.links import Matrix

Span = tuple[int, int]

_LENGTH = 0.3
"""What a word too many or too few costs, among those that say something."""

_EDGE = 0.1
"""What a function word at an edge costs that has no like in the English."""

_APART = 0.3
"""What a comma, a quote or another sign inside costs that the English has not."""

_DRIFT = 0.6
"""What it costs to lie a whole sentence away from where the English stands."""


@dataclass(frozen=True, slots=True)
class Side:
    """A sentence as far as it matters here: for each word what it does (see `links.ENGLISH`),
    empty for a word that says something, as how many words it counts, and whether a sign parts it
    from the one before."""

    classes: Sequence[str]
    sizes: Sequence[int]
    breaks: Sequence[bool]

    def __len__(self) -> int:
        return len(self.classes)

    @property
    def content(self) -> list[float]:
        """As how much each word counts that says something; a function word as nothing."""
        return [
            0.0 if name else float(size)
            for size, name in zip(self.sizes, self.classes, strict=True)
        ]

    def around(self, place: int) -> str:
        """The class of the word at a place, `end` where there is none."""
        return self.classes[place] if 0 <= place < len(self.classes) else "end"


def best(
    links: Matrix,
    english: Side,
    spanish: Side,
    inside: Span,
    allowed: Sequence[Span],
) -> tuple[float, Span]:
    """The stretch of Spanish words, from first to behind the last, for the English one `inside`,
    and how good it is.

    It lies within one of the `allowed` stretches, none of which is empty.
    """
    weighing = _Weighing(links, english, spanish, inside)
    candidates = [
        (first, last)
        for low, high in allowed
        for first in range(low, high)
        for last in range(first + 1, high + 1)
    ]
    return max((weighing.score(*one), one) for one in candidates)


class _Weighing:
    """What is added up once for all stretches."""

    def __init__(self, links: Matrix, english: Side, spanish: Side, inside: Span) -> None:
        start, end = inside
        self._english, self._spanish, self._inside = english, spanish, inside
        columns = list(zip(*links, strict=True))
        self._mine = _sums([sum(column[start:end]) for column in columns])
        self._others = _sums([sum(column[:start]) + sum(column[end:]) for column in columns])
        self._content = _sums(spanish.content)
        self._breaks = _sums([float(one) for one in spanish.breaks])
        self._wanted = sum(english.content[start:end])
        self._parted = sum(english.breaks[start + 1 : end])
        self._middle = (start + end) / 2 / len(english)

    def score(self, first: int, last: int) -> float:
        """How well a stretch answers the English one."""
        gained = self._mine[last] - self._mine[first]
        missed = self._mine[-1] - gained
        taken = self._others[last] - self._others[first]
        length = abs(self._content[last] - self._content[first] - self._wanted)
        apart = max(0.0, self._breaks[last] - self._breaks[first + 1] - self._parted)
        drift = abs((first + last) / 2 / len(self._spanish) - self._middle)
        edges = _edges(self._english, self._spanish, self._inside, (first, last))
        costs = _LENGTH * length + _APART * apart + _DRIFT * drift + _EDGE * edges
        return gained - missed - taken - costs


def _sums(values: Sequence[float]) -> list[float]:
    return [0.0, *accumulate(values)]


def _edges(english: Side, spanish: Side, inside: Span, found: Span) -> float:
    """How unlike the edges are: a function word for one that says something counts 1, for another
    kind of function word a half, behind it double; and 1 where an auxiliary is torn from its
    verb."""
    begins = _unlike(english.classes[inside[0]], spanish.classes[found[0]])
    ends = _unlike(english.classes[inside[1] - 1], spanish.classes[found[1] - 1])
    before, behind = english.around(inside[0] - 1), spanish.around(found[0] - 1)
    is_torn = behind == "auxiliary" != before
    return begins + 2 * ends + is_torn


def _unlike(one: str, other: str) -> float:
    if one == other:
        return 0.0
    return 0.5 if one and other else 1.0
