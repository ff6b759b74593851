"""What the words say about two texts being translations: figures, names, cognates, known words.

Each word is a *sign*: a set of keys under which it may turn up on the other side (its value, its
spelling, its cognate's beginning, its meanings in `words`, a translation that the caller knows). A
sign that is met speaks for a link, the more the rarer it is over there; one that could be met and
is not speaks against it. Both are logarithms of how much likelier this is in a true link than by
chance. Signs that the other document has nowhere speak against every
link, for the gap. Refuses order and length.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from translator import casing, quantities
from translator.alignment import phrases, words
from translator.alignment.cognates import folded, skeleton

_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 8
"""Words of a known pair that count: its whole sentence outweighs what else the words say."""

_LONG = 4
"""Letters from which a word's spelling is compared; shorter ones must be known or names."""


class Kind(IntEnum):
    """What a sign is, which tells how faithfully translations keep it."""

    FIGURE = 0
    NAME = 1
    KNOWN = 2
    WORD = 3
    SHAPE = 4
    PHRASE = 5


_KEPT = {
    Kind.FIGURE: 0.98,
    Kind.NAME: 0.94,
    Kind.KNOWN: 0.65,
    Kind.WORD: 0.86,
    Kind.SHAPE: 0.88,
    Kind.PHRASE: 0.95,
}
"""How often a sign that the other document has somewhere is met in the true link.

Measured on newstest2013 in documents of 30 pairs: figures 1.00, names 0.96, known words 0.55 to
0.83, other words 0.88, shapes 0.82 to 1.00; a little less here, for freer translations.
"""

_ABSENT = {
    Kind.FIGURE: -2.5,
    Kind.NAME: -1.2,
    Kind.KNOWN: -0.6,
    Kind.WORD: -0.2,
    Kind.SHAPE: -0.6,
    Kind.PHRASE: -2.5,
}
"""What it says against any link, in nats, when the other document has a sign nowhere: the sentence
may have been left out. Measured on newstest2013 and FLORES in documents of 30 pairs: figures -3.2
to -3.6, names -1.2 to -1.4, known words -0.5 to -1.0, other words -0.2, shapes -0.6 to -2.0."""

_LEAST = 0.004
"""By chance: the rarest that a sign is taken to be, however long the document."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Something in a text that a translation keeps, and the keys under which it may do so."""

    kind: Kind
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Weighed:
    """The signs of a text, ready to be compared: for each key the signs that it meets, what each
    is worth when met, and what the text is worth when none is."""

    keys: frozenset[str]
    signs: dict[str, tuple[int, ...]]
    worth: tuple[float, ...]
    unmet: float


def read(
    texts: Sequence[str], known: phrases.Side = phrases.NONE.english, *, is_english: bool
) -> list[frozenset[Sign]]:
    """The signs of each text of a document; `known` is that language's side of known pairs."""
    names = casing.gather(texts).large
    return [
        frozenset(_signs(text, names, is_english=is_english)) | frozenset(_known(text, known))
        for text in texts
    ]


def _known(text: str, known: phrases.Side) -> Iterator[Sign]:
    """A known pair is as many signs as it has words: a whole sentence is no chance."""
    for number in known.find(text):
        for word in range(min(known.sizes[number], _MOST_WORDS)):
            yield Sign(Kind.PHRASE, frozenset({f"={number}.{word}"}))


def _signs(text: str, names: dict[str, str], *, is_english: bool) -> Iterable[Sign]:
    figures = quantities.in_english(text) if is_english else quantities.in_spanish(text)
    for figure in figures:
        keys = frozenset(f"#{value.normalize()}" for value in figure.values)
        if not keys:
            continue
        if figure.text[:1].isdigit():
            yield Sign(Kind.FIGURE, keys)
        elif max(figure.values) > 1:
            # In words, and so are many that a translator adds; *un* is an article as well.
            yield Sign(Kind.KNOWN, keys)
    for word in _WORD.findall(text):
        sign = _sign(word, word.lower() in names, is_english=is_english)
        if sign is not None:
            yield sign
    yield from _shapes(text)


def _sign(word: str, is_name: bool, *, is_english: bool) -> Sign | None:
    meanings = words.in_english(word) if is_english else words.in_spanish(word)
    keys = {f"={meaning}w" for meaning in meanings}
    is_large = word[:1].isupper()
    if len(word) >= _LONG or (is_name and is_large and len(word) > 1):
        keys |= {f"c{skeleton(word)}", f"x{folded(word)}"}
    if not keys:
        return None
    kind = Kind.NAME if is_name and is_large else Kind.KNOWN if meanings else Kind.WORD
    return Sign(kind, frozenset(keys))


_SHAPES = (
    ("?", re.compile(r"\?")),
    ("!", re.compile(r"!")),
    ('"', re.compile(r"[“”\"«»]|^[—–]")),
    (":", re.compile(r":\W*$")),
    ("(", re.compile(r"[(\[]")),
    ("%", re.compile(r"%|\bper ?cent\b|\bpor ciento\b")),
    ("$", re.compile(r"[$€£]|\b(?:dollars?|euros?|pounds?|dólares|libras)\b")),
    ("_", re.compile(r"[^.!?:…»”\")\]]$")),
)


def _shapes(text: str) -> Iterable[Sign]:
    """What kind of text it is: a question, speech, a headline without a full stop."""
    for name, pattern in _SHAPES:
        if pattern.search(text):
            yield Sign(Kind.SHAPE, frozenset({name}))


def frequencies(texts: Iterable[frozenset[Sign]]) -> Counter[str]:
    """In how many texts each key stands."""
    return Counter(key for signs in texts for key in {key for sign in signs for key in sign.keys})


def weigh(
    signs: Iterable[Sign], others: Mapping[str, int], count: int, *, texts: int = 1
) -> Weighed:
    """The signs of a text, weighed by how often the other document has them.

    `others` are the frequencies in its `count` texts; `texts` is how many of them are joined into
    the one that is compared.
    """
    places: dict[str, list[int]] = {}
    worth: list[float] = []
    unmet = 0.0
    for sign in signs:
        found = max((others.get(key, 0) for key in sign.keys), default=0)
        if not found:
            unmet += _ABSENT[sign.kind]
            continue
        chance = min(0.9, max(_LEAST, found / (count + 1)))
        chance = 1 - (1 - chance) ** texts
        kept = max(_KEPT[sign.kind], chance)
        met, missed = math.log(kept / chance), math.log((1 - kept) / (1 - chance))
        for key in sign.keys:
            if key in others:
                places.setdefault(key, []).append(len(worth))
        worth.append(met - missed)
        unmet += missed
    return Weighed(
        frozenset(places), {key: tuple(found) for key, found in places.items()}, tuple(worth), unmet
    )


def compare(english: Weighed, spanish: Weighed) -> float:
    """How much likelier these words are in a true link than by chance: nats, mean of both sides."""
    shared = english.keys & spanish.keys
    total = english.unmet + spanish.unmet
    for one in (english, spanish):
        met = {place for key in shared for place in one.signs[key]}
        total += sum(one.worth[place] for place in met)
    return total / 2
