"""An English text and its old Spanish translation, linked sentence by sentence.

Paragraphs are aligned first; what is learned of them guides the sentences, and does not bind them.
Length (Gale and Church) is weighed together with figures, names, cognates, a few known words and
translations that the caller knows. Refuses files: texts come in as paragraphs of sentences. Links
are 1-1, 1-2, 2-1, 2-2, and gaps where one side has nothing; they cover every sentence once, in
order. A sentence that the translator moved across others is two gaps.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translator.alignment import corridor, evidence, links, phrases, scoring
from translator.alignment.corridor import Anchor
from translator.alignment.links import KINDS as KINDS
from translator.alignment.links import Link as Link
from translator.alignment.phrases import Phrases
from translator.alignment.scoring import Paragraphs, Scorer, Texts, located

Text = Sequence[Sequence[str]]
"""Paragraphs of sentences."""

REVIEW_BELOW = 0.8
"""The confidence below which a person should look at a link."""

_SHARPNESS = 0.8
_RARE = 3
"""Units of a side in which a key may stand to be an anchor."""
_ANCHORING = 3.0
"""Nats of evidence from which two units are an anchor."""


@dataclass(frozen=True, slots=True)
class Pair:
    """What belongs together, as texts; one of them is empty where the other side has nothing.

    `confidence` is between 0 and 1.
    """

    english: str
    spanish: str
    confidence: float

    @property
    def is_gap(self) -> bool:
        """Whether one side has nothing."""
        return not self.english or not self.spanish

    @property
    def is_doubtful(self) -> bool:
        """Whether a person should look at it."""
        return self.confidence < REVIEW_BELOW


def pairs(english: Text, spanish: Text, known: Iterable[tuple[str, str]] = ()) -> tuple[Pair, ...]:
    """The linked texts of two documents, in order, with how sure each link is.

    `known` are pairs of English and Spanish that hold: terms, names, sentences of a memory.
    """
    mine, theirs = _sentences(english), _sentences(spanish)
    return tuple(
        Pair(
            " ".join(mine[link.english.start : link.english.stop]),
            " ".join(theirs[link.spanish.start : link.spanish.stop]),
            link.confidence,
        )
        for link in align(english, spanish, known)
    )


def align(english: Text, spanish: Text, known: Iterable[tuple[str, str]] = ()) -> tuple[Link, ...]:
    """The links between the sentences of two documents, counted from 0 through each of them."""
    index = phrases.index(known)
    rough = _link([" ".join(one) for one in english], [" ".join(one) for one in spanish], index)
    paragraphs = located(english, spanish, rough)
    return _link(_sentences(english), _sentences(spanish), index, paragraphs)


def _sentences(text: Text) -> list[str]:
    return [sentence for paragraph in text for sentence in paragraph]


def _link(
    english: Sequence[str],
    spanish: Sequence[str],
    known: Phrases,
    paragraphs: Paragraphs | None = None,
) -> tuple[Link, ...]:
    mine = Texts(
        [len(one) for one in english], evidence.read(english, known.english, is_english=True)
    )
    theirs = Texts(
        [len(one) for one in spanish], evidence.read(spanish, known.spanish, is_english=False)
    )
    scorer = Scorer(mine, theirs, paragraphs)
    count = len(english) * len(spanish)
    anchors = _anchors(scorer) if count > corridor.OPEN else []
    way = corridor.around(len(english), len(spanish), anchors)
    return links.best(way, scorer.score, replaced=scoring.REPLACED, sharpness=_SHARPNESS)


def _anchors(scorer: Scorer) -> list[Anchor]:
    """The pairs of units that share a rare word and hold together by all their words."""
    there: dict[str, list[int]] = {}
    for place, signs in enumerate(scorer.spanish.signs):
        for key in {key for sign in signs for key in sign.keys}:
            there.setdefault(key, []).append(place)
    seen = scorer.english.frequencies
    found: dict[tuple[int, int], float] = {}
    for place, signs in enumerate(scorer.english.signs):
        for key in {key for sign in signs for key in sign.keys}:
            if seen[key] <= _RARE and len(there.get(key, ())) <= _RARE:
                for other in there.get(key, ()):
                    if (place, other) not in found:
                        found[place, other] = scorer.words(place, other)
    return [Anchor(i, j, worth) for (i, j), worth in found.items() if worth >= _ANCHORING]
