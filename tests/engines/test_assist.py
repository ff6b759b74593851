"""Completion, alternatives and confidence with the starter: typed words are never changed."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import SHARED
from translator.engines import assist, packages
from translator.engines.argos import LONGEST, ArgosEngine

SOURCE = "The government said on Tuesday that the river had fallen to its lowest level."
TYPED = "El gobierno dijo el martes que el río había bajado"


@pytest.fixture(scope="module")
def engine() -> ArgosEngine:
    return ArgosEngine(packages.starter(), threads=2)


@pytest.mark.parametrize("length", range(len(TYPED) + 1))
def test_what_is_typed_stands_whatever_its_length(engine: ArgosEngine, length: int) -> None:
    rest = assist.complete(engine, SOURCE, TYPED[:length])
    assert isinstance(rest, str)
    if length == 0:
        assert rest


def test_a_half_typed_word_is_completed(engine: ArgosEngine) -> None:
    rest = assist.complete(engine, SOURCE, "El gobi")
    assert rest.split()[0].startswith("er")


def test_a_whole_word_goes_on_with_a_space(engine: ArgosEngine) -> None:
    assert assist.complete(engine, SOURCE, "El gobierno dijo ")[:1] not in ("", " ")


def test_a_draft_is_taken_while_it_agrees_and_where_it_meets(engine: ArgosEngine) -> None:
    draft = "El gobierno dijo el jueves que nadie resultó herido."
    assert assist.complete(engine, "", "El gobierno dijo el ", draft=draft) == draft[20:]
    short = assist.complete(engine, SOURCE, "El gobi", ahead=6)
    met = f"Ayer {' '.join(short.split()[-2:])} y todo lo demás."
    rest = assist.complete(engine, SOURCE, "El gobi", draft=met, ahead=6)
    assert rest == f"{short} y todo lo demás."


def test_what_is_cut_short_ends_with_a_word(engine: ArgosEngine) -> None:
    whole = assist.complete(engine, SOURCE, "El gobierno ", ahead=0)
    short = assist.complete(engine, SOURCE, "El gobierno ", ahead=4)
    assert 0 < len(short) < len(whole)
    assert whole.startswith(f"{short} ")


def test_alternatives_differ(engine: ArgosEngine) -> None:
    found = assist.alternatives(engine, SOURCE, "El ", 3)
    assert len(found) == len(set(found)) == 3


@pytest.mark.parametrize("source", ["", " ", "word " * (LONGEST + 50)])
def test_nothing_is_said_of_what_is_beyond_reach(engine: ArgosEngine, source: str) -> None:
    assert assist.complete(engine, source, "El") == ""
    assert assist.hypotheses(engine, source, 2) == []


def test_hypotheses_come_best_first(engine: ArgosEngine) -> None:
    found = assist.hypotheses(engine, SOURCE, 3)
    assert len(found) == 3
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert found[0].text == engine.translate([SOURCE])[0]


def test_every_word_has_a_probability(engine: ArgosEngine) -> None:
    ((words), nothing) = assist.confidence(engine, [(SOURCE, TYPED), ("", "")])
    assert [one.word for one in words] == TYPED.split()
    assert all(0 < one.probability <= 1 for one in words)
    assert all(TYPED[one.start :].startswith(one.word) for one in words)
    assert nothing == ()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="abñ ¿?.,«»é_", max_size=20))
def test_any_prefix_is_taken(engine: ArgosEngine, prefix: str) -> None:
    assist.alternatives(engine, "Good day to you.", prefix, 2)


@pytest.mark.skipif(not (SHARED / "data").exists(), reason="the sentences are not here")
def test_right_translations_are_likelier_than_those_of_other_sentences(
    engine: ArgosEngine,
) -> None:
    folder = SHARED / "data" / "mt"
    english = (folder / "flores200-dev.en").read_text(encoding="utf-8").splitlines()[:120]
    spanish = (folder / "flores200-dev.es").read_text(encoding="utf-8").splitlines()[:120]
    right = [
        assist.mean_confidence(w)
        for w in assist.confidence(engine, [*zip(english, spanish, strict=True)])
    ]
    shuffled = [*spanish[1:], spanish[0]]
    wrong = [
        assist.mean_confidence(w)
        for w in assist.confidence(engine, [*zip(english, shuffled, strict=True)])
    ]
    wins = sum((one > other) + 0.5 * (one == other) for one in right for other in wrong)
    assert wins / (len(right) * len(wrong)) >= 0.9
