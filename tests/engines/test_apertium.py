"""Apertium, where it is installed: order, end marks, signs that its stream knows."""

from __future__ import annotations

import shutil

import pytest

from translator import engines
from translator.engines import apertium
from translator.errors import EngineError

outside = pytest.mark.outside


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> apertium.ApertiumEngine:
    if shutil.which("apertium") is None or apertium.PAIR not in apertium._run(["-l"], ""):
        pytest.skip("apertium-eng-spa is not installed")
    monkeypatch.setattr(apertium, "is_installed", lambda: True)
    return apertium.ApertiumEngine()


@outside
def test_as_many_lines_come_back_in_order(engine: apertium.ApertiumEngine) -> None:
    found = engine.translate(["He won 5 votes.", "", "Did she leave?", "The house"])
    assert found[0] == "Ganó 5 votos."
    assert found[1] == ""
    assert found[2].endswith("?")
    assert found[3] == "La casa"


@outside
def test_a_line_without_an_end_mark_keeps_its_words(engine: apertium.ApertiumEngine) -> None:
    headline, sentence = "The soldier asks for asylum in South Korea", "Seoul is ready."
    together = engine.translate([headline, sentence])
    assert together == [*engine.translate([headline]), *engine.translate([sentence])]
    assert "Corea del Sur" in together[0]
    assert together[1].startswith("Seúl")
    assert not together[0].endswith(".")


@outside
def test_its_own_signs_are_text(engine: apertium.ApertiumEngine) -> None:
    (found,) = engine.translate(["He met [the] ^king$ {a} @b <c> / \\ today."])
    assert "[" in found
    assert found.endswith(".")
    assert "apertium" in engine.signature()


@outside
def test_it_is_kept_running_and_says_the_same(
    engine: apertium.ApertiumEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = ["He won 5 votes.", "Is [this] ^one$ a/b?", "The house\\", "Prices rose by 3 %."] * 30
    monkeypatch.setattr(engine, "_can_pipe", False)
    alone = engine.translate(texts)
    monkeypatch.undo()
    monkeypatch.setattr(apertium, "_run", None)
    assert engine.translate(texts) == alone
    assert engine.translate(texts[:1]) == alone[:1]


@outside
def test_a_program_that_ends_is_done_without(engine: apertium.ApertiumEngine) -> None:
    before = engine.translate(["He won."])
    assert engine._pipe is not None
    engine._pipe.close()
    assert engine.translate(["He won."]) == before
    assert engine._pipe is None


@outside
def test_auto_takes_it_before_the_starter(
    engine: apertium.ApertiumEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert engines.get("auto").name == engine.name
    monkeypatch.setattr(apertium, "is_installed", lambda: False)
    assert engines.get("auto").name == "starter"


def test_where_it_is_missing_it_says_so() -> None:
    with pytest.raises(EngineError) as caught:
        engines.get("apertium")
    assert caught.value.code == "no-apertium"
