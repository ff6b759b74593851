"""Chains of links: they cover everything once and in order, whatever they are scored by."""

from __future__ import annotations

from itertools import chain, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator import alignment
from translator.alignment import corridor, links
from translator.alignment.corridor import Anchor

WORDS = "casa house 12 1.200 Kumasi no agua water ¿Qué? «Sí». “Yes.” — … the río 4,200".split()
sentences = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
texts = st.lists(st.lists(sentences, max_size=5), max_size=6)


def assert_covers(found: tuple[links.Link, ...], english: int, spanish: int) -> None:
    assert list(chain.from_iterable(link.english for link in found)) == list(range(english))
    assert list(chain.from_iterable(link.spanish for link in found)) == list(range(spanish))
    assert {(len(link.english), len(link.spanish)) for link in found} <= set(links.KINDS)
    assert all(0 <= link.confidence <= 1 for link in found)


@given(texts, texts)
def test_links_cover_every_sentence_once_and_in_order(
    english: list[list[str]], spanish: list[list[str]]
) -> None:
    found = alignment.align(english, spanish)
    assert_covers(found, sum(map(len, english)), sum(map(len, spanish)))


@given(texts, texts)
def test_pairs_are_the_sentences_of_both_sides(
    english: list[list[str]], spanish: list[list[str]]
) -> None:
    found = alignment.pairs(english, spanish)
    for side, text in (("english", english), ("spanish", spanish)):
        words = " ".join(getattr(pair, side) for pair in found).split()
        assert words == " ".join(chain.from_iterable(text)).split()


anchors = st.lists(
    st.builds(Anchor, st.integers(0, 139), st.integers(0, 99), st.floats(0.1, 9)), max_size=30
)


@given(anchors, st.integers(0, 140), st.integers(0, 100))
def test_every_corridor_has_a_way_through(given: list[Anchor], english: int, spanish: int) -> None:
    inside = [one for one in given if one.english < english and one.spanish < spanish]
    way = corridor.around(english, spanish, inside)
    assert len(way) == english + 1
    assert_covers(links.best(way, lambda i, j, mine, theirs: 0.0), english, spanish)


@given(anchors)
def test_the_heaviest_chain_rises_and_none_is_heavier(given: list[Anchor]) -> None:
    found = corridor.heaviest(given)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(found))
    weights: dict[tuple[int, int], float] = {}
    for one in given:
        place = (one.english, one.spanish)
        weights[place] = max(one.weight, weights.get(place, 0.0))
    best: dict[tuple[int, int], float] = {}
    for i, j in sorted(weights):
        before = [best[k] for k in best if k[0] < i and k[1] < j]
        best[i, j] = weights[i, j] + max(before, default=0.0)
    assert sum(weights[place] for place in found) == pytest.approx(max(best.values(), default=0.0))


def test_a_large_table_is_not_opened_throughout() -> None:
    given = [Anchor(i, i, 5.0) for i in range(0, 2000, 7)]
    way = corridor.around(2000, 2000, given)
    assert sum(map(len, way)) < 2001 * 40
    assert sum(map(len, corridor.around(2000, 2000, []))) < 2001 * 100


def test_the_best_chain_is_found_and_its_share_is_its_confidence() -> None:
    worth = {(0, 0, 1, 1): 2.0, (1, 1, 1, 1): 2.0, (0, 0, 2, 2): 1.0}
    way = corridor.around(2, 2, [])
    found = links.best(way, lambda *link: worth.get(link, -50.0))
    assert [(link.english, link.spanish) for link in found] == [
        (range(0, 1), range(0, 1)),
        (range(1, 2), range(1, 2)),
    ]
    # Two chains count: one of 4 nats and one of 1.
    assert found[0].confidence == pytest.approx(1 / (1 + 2.718281828**-3))
