"""What a link is worth: how common its kind is, its lengths, its words and its paragraphs.

The four are logarithms of likelihoods and are added up. Refuses to choose; `links` does. Separate
so that each weight stands beside the reason for it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from translator.alignment import evidence, lengths
from translator.alignment.evidence import Sign, Weighed
from translator.alignment.links import Link

_PRIORS = {
    (1, 1): 0.87,
    (1, 2): 0.045,
    (2, 1): 0.045,
    (2, 2): 0.010,
    (1, 0): 0.015,
    (0, 1): 0.015,
}
"""How common each kind of link is where translators are free. Gale and Church have 0.89 for 1-1 and
0.0099 for the gaps together in the debates of a parliament, which leave nothing out."""
REPLACED = math.log(0.006)
"""Nats for a unit in whose place the translator put another one."""

_PRIOR_NATS = {kind: math.log(share) for kind, share in _PRIORS.items()}

_WORDS_COUNT = 0.7
"""What the words' evidence counts: they are not independent of one another, as it takes them."""

_BROKEN = -1.5
"""Nats for a link across the end of a paragraph."""

_SAME, _OTHER = 0.7, -1.5
"""Nats for a link within paragraphs that are linked, and for one within two that are not."""

_AGREEING = 0.9
"""How often the second text has a paragraph's beginning where the first one has."""


@dataclass(slots=True)
class Texts:
    """One side: its units' characters and signs, in how many units each key stands, and what has
    been weighed so far of its joined units."""

    counts: list[int]
    signs: list[frozenset[Sign]]
    frequencies: Counter[str] = field(init=False)
    weighed: dict[tuple[int, int, int], Weighed] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.frequencies = evidence.frequencies(self.signs)


@dataclass(frozen=True, slots=True)
class Scorer:
    """Scores links between two sides."""

    english: Texts
    spanish: Texts
    paragraphs: Paragraphs | None = None

    def score(self, i: int, j: int, english: int, spanish: int) -> float:
        """What it is worth, in nats, to link so many units from i with so many from j."""
        worth = _PRIOR_NATS[english, spanish]
        if not english or not spanish:
            return worth
        worth += _WORDS_COUNT * self.words(i, j, english, spanish)
        worth -= lengths.cost(
            _joined(self.english.counts, i, english), _joined(self.spanish.counts, j, spanish)
        )
        if self.paragraphs is not None:
            worth += self.paragraphs.score(i, j, english, spanish)
        return worth

    def words(self, i: int, j: int, english: int = 1, spanish: int = 1) -> float:
        """What the words of these units say, in nats."""
        return evidence.compare(
            _weighed(self.english, i, english, self.spanish, spanish),
            _weighed(self.spanish, j, spanish, self.english, english),
        )


def _joined(counts: Sequence[int], first: int, size: int) -> int:
    return sum(counts[first : first + size]) + size - 1


def _weighed(texts: Texts, first: int, size: int, others: Texts, joined: int) -> Weighed:
    """Units of one side, weighed for so many joined units of the other."""
    key = (first, size, joined)
    found = texts.weighed.get(key)
    if found is None:
        signs = frozenset().union(*texts.signs[first : first + size])
        found = evidence.weigh(signs, others.frequencies, len(others.counts), texts=joined)
        texts.weighed[key] = found
    return found


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Where the sentences of both sides stand, and how their paragraphs are linked."""

    english: Sequence[int]
    spanish: Sequence[int]
    linked: dict[tuple[int, int], float]
    likeness: float
    """How alike the two sides' numbers of paragraphs are, from 0 to 1."""
    starts: tuple[float, float]

    def score(self, i: int, j: int, english: int, spanish: int) -> float:
        """What the paragraphs say of a link between these sentences, in nats."""
        mine, theirs = self.english[i : i + english], self.spanish[j : j + spanish]
        worth = _BROKEN * ((mine[0] != mine[-1]) + (theirs[0] != theirs[-1]))
        sure = self.linked.get((mine[0], theirs[0]), 0.0)
        worth += sure * _SAME + (1 - sure) * _OTHER
        begins = _begins(self.english, i), _begins(self.spanish, j)
        return worth + self.likeness * _agreement(*begins, *self.starts)


def _begins(paragraphs: Sequence[int], place: int) -> bool:
    return place == 0 or paragraphs[place - 1] != paragraphs[place]


def _agreement(english: bool, spanish: bool, often: float, often_there: float) -> float:
    """How much likelier two such beginnings are in a true link than by chance."""
    share = (often + often_there) / 2
    if not 0 < share < 1:
        return 0.0
    chance = {True: share, False: 1 - share}
    if english == spanish:
        return math.log(_AGREEING / chance[spanish]) if chance[spanish] < _AGREEING else 0.0
    return math.log((1 - _AGREEING) / max(chance[spanish], 1 - _AGREEING))


def place(paragraphs: Sequence[Sequence[str]]) -> list[int]:
    """The number of the paragraph of each sentence."""
    return [number for number, one in enumerate(paragraphs) for _ in one]


def located(
    english: Sequence[Sequence[str]], spanish: Sequence[Sequence[str]], links: Sequence[Link]
) -> Paragraphs:
    """The paragraphs of both sides with what is known of their links."""
    mine, theirs = place(english), place(spanish)
    linked = {(i, j): link.confidence for link in links for i in link.english for j in link.spanish}
    fewer, more = sorted((len(english), len(spanish)))
    starts = (len(english) / max(1, len(mine)), len(spanish) / max(1, len(theirs)))
    return Paragraphs(mine, theirs, linked, fewer / max(1, more), starts)
