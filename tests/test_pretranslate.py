"""Pre-translation: fills what is empty, touches nothing else, decodes a repeat once."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.conftest import WHEN
from translator import editing, inline, intake, pretranslate
from translator.desk import Desk, articles
from translator.errors import EngineError
from translator.model import Article, Block, Origin, Role, State


class Recorder:
    """An engine that upper-cases and remembers what it was given."""

    name = "recorder"

    def __init__(self) -> None:
        self.given: list[str] = []

    def signature(self) -> str:
        return "recorder 1"

    def translate(self, texts: Sequence[str]) -> list[str]:
        self.given += texts
        return [text.upper() for text in texts]


def test_empty_segments_become_machine_drafts(desk: Desk, slug: str) -> None:
    editing.confirm(desk, slug, 1, "Mío")
    editing.set_target(desk, slug, 2, "a medias")
    engine = Recorder()
    steps = list(pretranslate.fill(desk, slug, engine))
    assert (steps[0].done, steps[0].total) == (0, 2)
    assert (steps[-1].done, steps[-1].total) == (2, 2)
    first, second, third, fourth = articles.read(desk, slug).segments
    assert (first.target, first.state) == ("Mío", State.TRANSLATED)
    assert (second.target, second.origin) == ("a medias", Origin.HUMAN)
    assert (fourth.target, fourth.state) == ("NOBODY WAS HURT.", State.INITIAL)
    assert (fourth.origin, fourth.signature) == (Origin.MACHINE, "recorder 1")
    assert engine.given == ["It is at two meters now.", "Nobody was hurt."]
    assert inline.strip(third.target, third.codes) == "IT IS AT TWO METERS NOW."
    assert inline.missing(third.source, third.target, third.codes) == ()


def test_a_second_run_finds_nothing_to_do(desk: Desk, slug: str) -> None:
    list(pretranslate.fill(desk, slug, Recorder()))
    engine = Recorder()
    assert [step.total for step in pretranslate.fill(desk, slug, engine)] == [0]
    assert engine.given == []


def test_a_repeat_is_decoded_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pretranslate, "CHUNK", 2)
    texts = ("Yes.", "No.", "Yes.", "Perhaps.", "No.", "Yes.")
    blocks = tuple(Block(n, Role.PARAGRAPH, text) for n, text in enumerate(texts, start=1))
    slug = intake.add_article(desk, Article(blocks), data=b"r", modified=WHEN)
    engine = Recorder()
    steps = list(pretranslate.fill(desk, slug, engine))
    assert engine.given == ["Yes.", "No.", "Perhaps."]
    assert [(step.done, step.repeated) for step in steps] == [(0, 0), (5, 3), (6, 3)]
    assert steps[-1].words == 6


def test_what_is_done_before_an_interrupt_is_kept(
    desk: Desk, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pretranslate, "CHUNK", 1)
    steps = pretranslate.fill(desk, slug, Recorder())
    next(steps)
    next(steps)
    del steps
    targets = [segment.target for segment in articles.read(desk, slug).segments]
    assert [bool(target) for target in targets] == [True, False, False, False]


def test_what_a_person_types_meanwhile_stays(desk: Desk, slug: str) -> None:
    class Slow(Recorder):
        def translate(self, texts: Sequence[str]) -> list[str]:
            editing.set_target(desk, slug, 4, "Nadie")
            return super().translate(texts)

    list(pretranslate.fill(desk, slug, Slow()))
    assert articles.read(desk, slug).segments[3].target == "Nadie"


def test_an_engine_that_miscounts_is_refused(desk: Desk, slug: str) -> None:
    class Short(Recorder):
        def translate(self, texts: Sequence[str]) -> list[str]:
            return super().translate(texts)[:-1]

    with pytest.raises(EngineError) as caught:
        list(pretranslate.fill(desk, slug, Short()))
    assert caught.value.code == "engine-miscounted"
    assert {segment.target for segment in articles.read(desk, slug).segments} == {""}
