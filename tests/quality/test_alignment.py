"""How many links of six article pairs are found, by both sides exactly.

The pairs are ours: each lists its links in order, and a mark begins each paragraph (`¶`), heading
(`#`), list item (`-`) or deck (`>`). Three were looked at while the weights were chosen, three were
not. Gaps count as links do. Pseudo documents are made of FLORES lines, merged and left out at
random. The floors stand below what is reached.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from translator import alignment, pairing
from translator.alignment import Text

ARTICLES = Path(__file__).parent / "alignment"
FLORES = Path(__file__).parents[3] / "shared" / "data" / "mt"
MARKS = ("# ", "## ", "¶ ", "- ", "> ")
NAMES = sorted(path.stem for path in ARTICLES.glob("*.toml"))

Gold = list[tuple[tuple[int, ...], tuple[int, ...]]]
"""The numbers of the English and the Spanish sentences of each link."""


def read(name: str) -> tuple[str, Text, Text, Gold]:
    """Which set a pair belongs to, its paragraphs in English and Spanish, and its links."""
    content = tomllib.loads((ARTICLES / f"{name}.toml").read_text(encoding="utf-8"))
    sides: dict[str, list[list[str]]] = {"en": [], "es": []}
    counts = {"en": 0, "es": 0}
    gold: Gold = []
    for link in content["link"]:
        ends: list[tuple[int, ...]] = []
        for side, paragraphs in sides.items():
            for marked in link[side]:
                mark = next((one for one in MARKS if marked.startswith(one)), "")
                if mark:
                    paragraphs.append([])
                paragraphs[-1].append(marked.removeprefix(mark))
            ends.append(tuple(range(counts[side], counts[side] + len(link[side]))))
            counts[side] += len(link[side])
        gold.append((ends[0], ends[1]))
    return content["set"], sides["en"], sides["es"], gold


def find(english: Text, spanish: Text) -> Gold:
    return [
        (tuple(link.english), tuple(link.spanish)) for link in alignment.align(english, spanish)
    ]


def f1(counted: Iterable[tuple[Gold, Gold]], *, with_gaps: bool) -> float:
    """Over links of known and found ones; one counts when both of its sides are equal."""
    hits = total = 0
    for gold, found in counted:
        known, ours = (
            {link for link in links if with_gaps or all(link)} for links in (gold, found)
        )
        hits += len(known & ours)
        total += len(known) + len(ours)
    return 2 * hits / total


def test_the_articles_are_of_the_size_they_should_be() -> None:
    assert len(NAMES) == 6
    for name in NAMES:
        _, english, spanish, gold = read(name)
        assert 15 <= sum(map(len, english)) <= 45
        assert {(len(mine), len(theirs)) for mine, theirs in gold} <= set(alignment.KINDS)
        assert len(spanish) > 5


@pytest.mark.parametrize("name", NAMES)
def test_the_sentences_of_the_articles_are_cut_as_labelled(name: str) -> None:
    _, english, spanish, _ = read(name)
    assert pairing.cut([" ".join(one) for one in english], "en") == english
    assert pairing.cut([" ".join(one) for one in spanish], "es") == spanish


def test_links_of_six_articles(capsys: pytest.CaptureFixture[str]) -> None:
    results: dict[str, list[tuple[Gold, Gold]]] = {}
    lines = []
    for name in NAMES:
        which, english, spanish, gold = read(name)
        found = find(english, spanish)
        results.setdefault(which, []).append((gold, found))
        scores = [f1([(gold, found)], with_gaps=gaps) for gaps in (True, False)]
        lines.append(f"{name:10} {which:9} {scores[0]:.3f}, without gaps {scores[1]:.3f}")
    everything = [one for found in results.values() for one in found]
    totals = {which: f1(found, with_gaps=True) for which, found in results.items()}
    total, linked = (f1(everything, with_gaps=gaps) for gaps in (True, False))
    with capsys.disabled():
        print("\n" + "\n".join(lines))
        print(", ".join(f"{which} {score:.3f}" for which, score in totals.items()))
        print(f"all six {total:.3f}, without gaps {linked:.3f}")
    assert total >= 0.97
    assert linked >= 0.97
    assert totals["held-out"] >= 0.97


def pseudo(pairs: Sequence[tuple[str, str]], seed: int) -> tuple[Text, Text, Gold]:
    """A document of these sentences: one in eight merged on a side, one in twelve left out."""
    chance = random.Random(seed)
    english: list[list[str]] = [[]]
    spanish: list[list[str]] = [[]]
    gold: Gold = []
    mine = theirs = index = 0
    while index < len(pairs):
        if chance.random() < 0.4:
            english.append([])
        if chance.random() < 0.4:
            spanish.append([])
        draw = chance.random()
        taken = pairs[index : index + (2 if draw < 0.12 else 1)]
        lines_en, lines_es = [one for one, _ in taken], [one for _, one in taken]
        if draw < 0.06:
            lines_es = [" ".join(lines_es)]
        elif draw < 0.12:
            lines_en = [" ".join(lines_en)]
        elif draw < 0.16:
            lines_es = []
        elif draw < 0.20:
            lines_en = []
        english[-1] += lines_en
        spanish[-1] += lines_es
        gold.append(
            (
                tuple(range(mine, mine + len(lines_en))),
                tuple(range(theirs, theirs + len(lines_es))),
            )
        )
        mine, theirs, index = mine + len(lines_en), theirs + len(lines_es), index + len(taken)
    return english, spanish, gold


@pytest.mark.skipif(not FLORES.exists(), reason="FLORES is not beside this checkout")
def test_links_of_pseudo_documents(capsys: pytest.CaptureFixture[str]) -> None:
    sides = (
        (FLORES / f"flores200-dev.{language}").read_text(encoding="utf-8").splitlines()
        for language in ("en", "es")
    )
    pairs = list(zip(*sides, strict=True))[:450]
    counted = []
    for start in range(0, len(pairs), 30):
        english, spanish, gold = pseudo(pairs[start : start + 30], start)
        counted.append((gold, find(english, spanish)))
    score = f1(counted, with_gaps=True)
    with capsys.disabled():
        print(f"\npseudo documents: {score:.3f}")
    assert score >= 0.94
