"""Search and replace: what is found, what would change, and that no pattern hangs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import WHEN
from translator import editing, inline, intake, searching
from translator.desk import Desk, articles
from translator.errors import UsageError
from translator.model import Article, Block, Code, Role, Segment, State
from translator.searching import Field, Hit, Query

TARGETS = {
    1: "El río baja a su nivel más bajo",
    2: "El Río bajó el lunes.",
    3: "Ahora está a <1>dos metros</1>.",
    4: "Nadie resultó herido en el rio.",
}


@pytest.fixture(autouse=True)
def _translated(desk: Desk, slug: str) -> None:
    for number, text in TARGETS.items():
        editing.set_target(desk, slug, number, text)
    editing.confirm(desk, slug, 2, TARGETS[2])


def places(desk: Desk, query: Query, slug: str | None = None) -> list[int]:
    return [hit.place for hit in searching.find(desk, query, slug) if hit is not None]


def test_case_and_accents_are_ignored_unless_asked(desk: Desk) -> None:
    assert places(desk, Query("rio")) == [1, 2, 4]
    assert places(desk, Query("RÍO")) == [1, 2, 4]
    assert places(desk, Query("río", accents=True)) == [1, 2]
    assert places(desk, Query("río", accents=True, case=True)) == [1]
    assert places(desk, Query("rio", words=True, case=True)) == [1, 4]
    assert places(desk, Query("bajo", words=True)) == [1, 2]
    assert places(desk, Query("baj", words=True)) == []


def test_the_english_the_states_and_the_article(desk: Desk, slug: str) -> None:
    other = Article((Block(1, Role.TITLE, "A river"), Block(2, Role.PARAGRAPH, "It is open.")))
    intake.add_article(desk, other, data=b"2", modified=WHEN)
    english = Query("river", field=Field.SOURCE)
    assert places(desk, english) == [1, 2, 1]
    assert places(desk, english, slug) == [1, 2]
    assert places(desk, replace(english, states=frozenset({State.TRANSLATED}))) == [2]
    assert places(desk, Query("")) == []


def test_a_phrase_is_found_across_codes(desk: Desk) -> None:
    (hit,) = (one for one in searching.find(desk, Query("a dos METROS")) if one)
    assert hit.text[slice(*hit.spans[0])] == "a dos metros"


def test_signs_are_signs_in_words_and_not_in_patterns(desk: Desk) -> None:
    assert places(desk, Query("lunes.")) == [2]
    assert places(desk, Query("l.nes")) == []
    assert places(desk, Query("l.nes", is_regex=True)) == [2]
    with pytest.raises(UsageError, match="no-pattern"):
        places(desk, Query("(", is_regex=True))


def test_a_pattern_that_never_ends_is_refused(desk: Desk, slug: str) -> None:
    editing.set_target(desk, slug, 4, "a" * 60 + "b")
    with pytest.raises(UsageError, match="pattern-too-slow"):
        places(desk, Query("(a|aa|a?)+$", is_regex=True))


def changed(desk: Desk, query: Query, replacement: str) -> dict[int, str]:
    found = (one for one in searching.find(desk, query) if one is not None)
    proposals = (searching.replaced(hit, query, replacement) for hit in found)
    return {one.segment: one.new for one in proposals if one is not None}


def test_a_replacement_keeps_capitals_and_codes(desk: Desk) -> None:
    assert changed(desk, Query("rio"), "arroyo") == {
        1: "El arroyo baja a su nivel más bajo",
        2: "El Arroyo bajó el lunes.",
        4: "Nadie resultó herido en el arroyo.",
    }
    assert changed(desk, Query("rio", case=True), "río") == {4: "Nadie resultó herido en el río."}
    assert changed(desk, Query("dos"), "tres") == {3: "Ahora está a <1>tres metros</1>."}
    assert changed(desk, Query("a dos"), "en dos") == {3: "Ahora está en dos<1> metros</1>."}


def test_groups_take_the_text_as_it_is_written(desk: Desk) -> None:
    query = Query(r"(\w+) (?P<second>rio)\b", is_regex=True)
    assert changed(desk, query, r"\g<second> \1 \\") == {
        1: "río El \\ baja a su nivel más bajo",
        2: "Río El \\ bajó el lunes.",
        4: "Nadie resultó herido en rio el \\.",
    }
    with pytest.raises(UsageError, match="no-such-group"):
        changed(desk, query, r"\3")


def test_only_translations_are_replaced(desk: Desk) -> None:
    with pytest.raises(UsageError, match="replace-only-target"):
        changed(desk, Query("river", field=Field.SOURCE), "x")


def test_one_undo_takes_all_back(desk: Desk, slug: str) -> None:
    before = articles.read(desk, slug).segments
    query = Query("rio")
    found = [one for one in searching.find(desk, query) if one is not None]
    changes = [searching.replaced(hit, query, "arroyo") for hit in found]
    assert editing.change_all(desk, [one for one in changes if one]) == 3
    assert articles.read(desk, slug).segments[1].state is State.TRANSLATED
    editing.undo(desk, slug)
    assert articles.read(desk, slug).segments == before


CODES = (Code(1, "a"), Code(2, "em"), Code(3, "br"))


@given(
    st.lists(st.sampled_from(["a", "b", " ", "<1>", "</1>", "<2>", "</2>", "<3/>"]), max_size=14),
    st.sampled_from(["a", "ab", "b a", "[ab]+", "."]),
    st.sampled_from(["", "x", "xyz"]),
)
def test_no_replacement_loses_a_code(pieces: list[str], pattern: str, new: str) -> None:
    marked = "".join(pieces)
    clean = inline.strip(marked, CODES)
    segment = Segment(1, 1, "s", marked, codes=CODES)
    query = Query(pattern, is_regex=True)
    found = searching.replaced(Hit("x", 1, segment, clean, ()), query, new)
    after = found.new if found else marked
    assert inline.numbers(after, CODES) == inline.numbers(marked, CODES)
    assert inline.strip(after, CODES) == query.pattern.sub(new, clean)
