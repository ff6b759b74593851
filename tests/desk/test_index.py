"""The index misses nothing that scoring every unit finds, over span borders and in long texts."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator import desk as desks
from translator.desk import Desk, index, memory
from translator.memory import scores
from translator.memory.tokens import symbols, tokens
from translator.model import Unit

words = st.sampled_from("a b c d e f g the river Kyiv fell 12 of".split())
sentences = st.lists(words, min_size=1, max_size=12).map(" ".join)


def fresh() -> Desk:
    return desks.Desk(Path("nowhere"), desks._connect(":memory:"))


@settings(max_examples=80, deadline=None)
@given(st.lists(sentences, max_size=25), sentences, st.sampled_from((50, 70, 75, 100)))
def test_the_best_are_those_of_brute_force(stored: list[str], text: str, floor: int) -> None:
    desk = fresh()
    with desks.writing(desk) as connection:
        memory.take_in(connection, (Unit(one, f"es {one}") for one in stored))
        found = memory.Searcher(connection).similar(text, floor, 5)
    desk.close()

    def rank(one: str) -> tuple[int, int]:
        return scores.rate(symbols(text), symbols(one)), scores.rate(tokens(text), tokens(one))

    right = sorted((rank(one) for one in set(stored) if rank(one)[0] >= floor), reverse=True)
    assert [rank(one.source) for one in found] == right[:5]


def test_units_entered_one_by_one_are_found_like_those_entered_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chance = random.Random(20261123)
    texts = [" ".join(chance.choices("a b c d e f g h i j".split(), k=8)) for _ in range(300)]
    answers = []
    for together in (True, False):
        desk = fresh()
        with desks.writing(desk) as connection:
            _enter(connection, texts, together=together)
            searcher = index.Searcher(connection)
            answers.append([searcher.candidates(symbols(text), 70) for text in texts[:40]])
        desk.close()
    assert answers[0] == answers[1]
    assert all(answers[0])


def _enter(connection: sqlite3.Connection, texts: list[str], *, together: bool) -> None:
    # Over a border between two spans.
    numbers = range(index.SPAN - 150, index.SPAN + 150)
    bulk = index.Bulk(connection)
    for number, text in zip(numbers, texts, strict=True):
        if together:
            bulk.add(number, symbols(text))
        else:
            index.add(connection, number, symbols(text))
    bulk.flush()


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    desk = fresh()
    yield desk.connection
    desk.close()


def test_very_long_texts_are_found(connection: sqlite3.Connection) -> None:
    long = [f"w{number}" for number in range(400)]
    index.add(connection, 1, long)
    index.add(connection, 2, long[:200])
    searcher = index.Searcher(connection)
    assert [unit for _, unit in searcher.candidates(long, 70)] == [1]
    assert [unit for _, unit in searcher.candidates(long[:300], 70)] == [1]
    same = ["same"] * 300
    index.add(connection, 3, same)
    assert [unit for _, unit in index.Searcher(connection).candidates(same, 90)] == [3]


def test_what_is_dropped_is_not_found(connection: sqlite3.Connection) -> None:
    index.add(connection, 1, ["a", "b"])
    index.add(connection, 2, ["a", "b"])
    index.drop(connection, 1)
    assert [unit for _, unit in index.Searcher(connection).candidates(["a", "b"], 70)] == [2]


def test_nothing_is_found_in_nothing(connection: sqlite3.Connection) -> None:
    assert index.Searcher(connection).candidates(["a"], 70) == []
    index.add(connection, 1, ["a"])
    assert index.Searcher(connection).candidates([], 70) == []
    assert index.Searcher(connection).candidates(["b"], 1) == []


def test_an_empty_text_can_be_entered(connection: sqlite3.Connection) -> None:
    index.add(connection, 1, [])
    assert index.Searcher(connection).candidates(["a"], 1) == []
