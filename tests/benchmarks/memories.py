"""Sentence pairs for memories of any size, made from third-party texts beside the checkout.

*recombined*: the head of one pair of `../shared/data/mt` and the tail of another, cut at the same
share of both languages: many units are half alike, and the vocabulary is that of 4,000 sentences
(15,000 words), so that every word is in very many units. *natural*: a chain of word pairs (each
word drawn from those that follow the one before it) over 7 million words of
`../shared/corpus/parallel.tsv.xz`: words spread as they do there, and the vocabulary grows with
the memory. The Spanish of *natural* is another chain's, so only its spread of words means anything.
"""

from __future__ import annotations

import lzma
import random
from array import array
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from translator import normalize

SHARED = Path(__file__).parents[3] / "shared"
KINDS = ("recombined", "natural")
Pair = tuple[str, str]


def pairs(kind: str, count: int, seed: int) -> Iterator[Pair]:
    """So many pairs of one kind; the same seed gives the same ones."""
    chance = random.Random(seed)
    if kind == "recombined":
        return recombined(count, chance)
    return zip(
        Chain(_column(0)).sentences(count, chance),
        Chain(_column(1)).sentences(count, chance),
        strict=True,
    )


def recombined(count: int, chance: random.Random) -> Iterator[Pair]:
    """Heads and tails of the pairs of `../shared/data/mt`."""
    both: list[list[list[str]]] = []
    for language in ("en", "es"):
        texts = [
            (SHARED / "data" / "mt" / f"{name}.{language}").read_text(encoding="utf-8")
            for name in ("flores200-dev", "newstest2013")
        ]
        both.append([line.split() for text in texts for line in text.splitlines()])
    whole = [one for one in range(len(both[0])) if len(both[0][one]) > 3]
    for _ in range(count):
        first, second = chance.choice(whole), chance.choice(whole)
        share, other = chance.uniform(0.2, 0.8), chance.uniform(0.2, 0.8)
        yield tuple(  # type: ignore[misc]
            " ".join(
                side[first][: round(len(side[first]) * share)]
                + side[second][round(len(side[second]) * other) :]
            )
            or "…"
            for side in both
        )


def _column(number: int) -> Iterator[str]:
    with lzma.open(SHARED / "corpus" / "parallel.tsv.xz", "rt", encoding="utf-8") as file:
        for line in file:
            yield normalize.line(line.rstrip("\n").split("\t")[number])


class Chain:
    """Which words follow which, in the proportions of a text."""

    def __init__(self, lines: Iterator[str]) -> None:
        numbers: dict[str, int] = {"": 0}
        stream: list[int] = [0]
        for line in lines:
            stream += (numbers.setdefault(word, len(numbers)) for word in line.split())
            stream.append(0)
        text = np.array(stream, np.int32)
        order = np.argsort(text[:-1], kind="stable")
        self._following = array("i", text[1:][order].tobytes())
        starts = np.searchsorted(text[:-1][order], np.arange(len(numbers) + 1))
        self._starts = array("i", starts.astype(np.int32).tobytes())
        self._words = list(numbers)

    def sentences(self, count: int, chance: random.Random) -> Iterator[str]:
        """Sentences of 8 to 40 words, one after the other; ends before that are walked over."""
        starts, following, words = self._starts, self._following, self._words
        for _ in range(count):
            wanted = min(40, max(8, round(chance.gauss(20, 7))))
            said: list[str] = []
            word = 0
            while len(said) < wanted:
                low, high = starts[word], starts[word + 1]
                word = following[low + int(chance.random() * (high - low))]
                if word:
                    said.append(words[word])
            yield " ".join(said)


def altered(text: str, edits: int, chance: random.Random, words: list[str]) -> str:
    """The text with so many of its words replaced, dropped, or new ones put in."""
    tokens = text.split()
    for _ in range(edits):
        place = chance.randrange(len(tokens))
        tokens[place : place + chance.choice((1, 1, 0))] = chance.choice(
            ([chance.choice(words)], [chance.choice(words)], [])
        )
        tokens = tokens or [chance.choice(words)]
    return " ".join(tokens)
