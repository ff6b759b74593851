"""Pre-translation: fills what is empty, touches nothing else, decodes a repeat once."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.conftest import WHEN
from translator import desk as desks
from translator import editing, inline, intake, pretranslate
from translator.config import Config
from translator.desk import Desk, articles, memory
from translator.engines import guard
from translator.engines.guard import Guard
from translator.errors import EngineError
from translator.model import Article, Block, MatchKind, Origin, Role, State, Unit
from translator.pretranslate import pool


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
    steps = list(pretranslate.fill(desk, [slug], engine))
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


def test_words_to_keep_hold_their_case_in_a_headline(desk: Desk) -> None:
    headline = "Stone Cuts Aid to Harbor Towns"
    article = Article((Block(1, Role.TITLE, headline),))
    slug = intake.add_article(desk, article, data=b"k", modified=WHEN)
    engine = Recorder()
    list(pretranslate.fill(desk, [slug], engine, Config(keep="Harbor, Rice")))
    assert engine.given == ["Stone cuts aid to Harbor towns"]


def test_a_second_run_finds_nothing_to_do(desk: Desk, slug: str) -> None:
    list(pretranslate.fill(desk, [slug], Recorder()))
    engine = Recorder()
    assert {step.total for step in pretranslate.fill(desk, [slug], engine)} == {0}
    assert engine.given == []


def test_a_repeat_is_decoded_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "CHUNK", 2)
    texts = ("Yes.", "No.", "Yes.", "Perhaps.", "No.", "Yes.")
    slug = add(desk, *texts)
    engine = Recorder()
    steps = list(pretranslate.fill(desk, [slug], engine))
    assert engine.given == ["Yes.", "No.", "Perhaps."]
    assert [(step.done, step.repeated) for step in steps] == [(0, 0), (0, 0), (5, 3), (6, 3)]
    assert (steps[-1].words, steps[-1].engine) == (6, 3)


def test_short_articles_are_decoded_together(desk: Desk) -> None:
    slugs = [add(desk, "Yes.", f"Number {name}.") for name in ("one", "two", "three")]
    calls: list[int] = []

    class Counter(Recorder):
        def translate(self, texts: Sequence[str]) -> list[str]:
            calls.append(len(texts))
            return super().translate(texts)

    last = list(pretranslate.fill(desk, slugs, Counter()))[-1]
    assert calls == [4]
    assert (last.articles, last.done, last.repeated, last.engine) == (3, 6, 2, 4)
    assert all(one.target for slug in slugs for one in articles.read(desk, slug).segments)


def test_a_repeat_in_a_later_pool_is_not_decoded_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pretranslate, "POOL", 1)
    slugs = [add(desk, "Yes.", f"Number {name}.") for name in ("one", "two")]
    engine = Recorder()
    last = list(pretranslate.fill(desk, slugs, engine))[-1]
    assert engine.given == ["Yes.", "Number one.", "Number two."]
    assert (last.done, last.repeated) == (4, 1)


def test_what_is_kept_for_repeats_is_bounded(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pretranslate, "POOL", 1)
    monkeypatch.setattr(pool, "REMEMBERED", 1)
    slugs = [add(desk, "Yes.", f"Number {name}.") for name in ("one", "two")]
    engine = Recorder()
    list(pretranslate.fill(desk, slugs, engine))
    assert engine.given == ["Yes.", "Number one.", "Yes.", "Number two."]


def test_an_article_that_goes_meanwhile_is_passed_over(desk: Desk) -> None:
    gone, stays = add(desk, "Yes."), add(desk, "No.")

    class Slow(Recorder):
        def translate(self, texts: Sequence[str]) -> list[str]:
            with desks.writing(desk) as connection:
                connection.execute("DELETE FROM articles WHERE slug = ?", (gone,))
            return super().translate(texts)

    assert list(pretranslate.fill(desk, [gone, stays], Slow()))[-1].done == 1
    assert articles.read(desk, stays).segments[0].target == "NO."


def add(desk: Desk, *texts: str) -> str:
    blocks = tuple(Block(n, Role.PARAGRAPH, text) for n, text in enumerate(texts, start=1))
    return intake.add_article(desk, Article(blocks), data=repr(texts).encode(), modified=WHEN)


def test_what_is_done_before_an_interrupt_is_kept(
    desk: Desk, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "CHUNK", 1)
    steps = pretranslate.fill(desk, [slug], Recorder())
    while next(steps).done < 1:
        pass
    del steps
    targets = [segment.target for segment in articles.read(desk, slug).segments]
    assert [bool(target) for target in targets] == [True, False, False, False]


def test_what_a_person_types_meanwhile_stays(desk: Desk, slug: str) -> None:
    class Slow(Recorder):
        def translate(self, texts: Sequence[str]) -> list[str]:
            editing.set_target(desk, slug, 4, "Nadie")
            return super().translate(texts)

    list(pretranslate.fill(desk, [slug], Slow()))
    assert articles.read(desk, slug).segments[3].target == "Nadie"


def test_an_engine_that_miscounts_is_refused(desk: Desk, slug: str) -> None:
    class Short(Recorder):
        def translate(self, texts: Sequence[str]) -> list[str]:
            return super().translate(texts)[:-1]

    with pytest.raises(EngineError) as caught:
        list(pretranslate.fill(desk, [slug], Short()))
    assert caught.value.code == "engine-miscounted"
    assert {segment.target for segment in articles.read(desk, slug).segments} == {""}


def remember(desk: Desk, *pairs: tuple[str, str]) -> None:
    with desks.writing(desk) as connection:
        memory.take_in(connection, (Unit(one, two) for one, two in pairs))


def test_the_memory_comes_before_the_engine(desk: Desk, slug: str) -> None:
    remember(
        desk,
        ("Nobody was hurt.", "No hubo heridos."),
        ("The river fell on Sunday.", "El río bajó el domingo."),
        ("River falls to its lowest level", "El río, en su nivel más bajo"),
        ("River falls to its lowest level", "El río cae a su nivel más bajo"),
    )
    engine = Recorder()
    steps = list(pretranslate.fill(desk, [slug], engine))
    last = steps[-1]
    assert (last.total, last.done, last.memory, last.fuzzy, last.undecided) == (4, 3, 2, 1, 1)
    assert last.seen == last.total
    assert engine.given == ["It is at two meters now."]
    first, second, _, fourth = articles.read(desk, slug).segments
    # Two translations of one sentence: a person chooses.
    assert (first.target, first.origin) == ("", Origin.NONE)
    assert (second.target, second.origin, second.rate, second.state) == (
        "El río bajó el domingo.",
        Origin.MEMORY_FUZZY,
        80,
        State.INITIAL,
    )
    assert (fourth.target, fourth.origin, fourth.rate, fourth.state) == (
        "No hubo heridos.",
        Origin.MEMORY_EXACT,
        100,
        State.INITIAL,
    )
    engine = Recorder()
    assert list(pretranslate.fill(desk, [slug], engine))[-1].done == 0
    assert engine.given == []


def test_the_floor_is_a_setting(desk: Desk, slug: str) -> None:
    remember(desk, ("The river fell on Sunday.", "El río bajó el domingo."))
    done = list(pretranslate.fill(desk, [slug], Recorder(), Config(memory_floor=81)))[-1]
    assert (done.memory, done.done) == (0, 4)


def test_a_plan_says_what_would_be_done(desk: Desk, slug: str) -> None:
    remember(desk, ("Nobody was hurt.", "No hubo heridos."))
    before = articles.read(desk, slug)
    plan = pretranslate.plan(desk, slug, Config())
    assert (plan.matches[MatchKind.EXACT], plan.engine, plan.repeated) == (1, 3, 0)
    assert articles.read(desk, slug) == before
    done = list(pretranslate.fill(desk, [slug], Recorder()))[-1]
    assert (done.memory, done.done - done.memory) == (1, 3)


def test_what_the_engine_gave_up_the_memory_can_fill(desk: Desk, slug: str) -> None:
    list(pretranslate.fill(desk, [slug], Guard(Recorder())))
    empty = [one.id for one in articles.read(desk, slug).segments if not one.target]
    assert 4 in empty
    remember(desk, ("Nobody was hurt.", "No hubo heridos."))
    list(pretranslate.fill(desk, [slug], Guard(Recorder())))
    assert articles.read(desk, slug).segments[3].target == "No hubo heridos."


class Careless(Recorder):
    """A machine that translates names and terms as common words."""

    WORDS = {  # noqa: RUF012
        "Roger Stone left Kharkiv with a drone.": "Roger Piedra dejó Kharkiv con un zángano.",
        "Stone": "Piedra",
        "Roger Stone": "Roger Piedra",
        "Kharkiv": "Kharkiv",
        "drone": "zángano",
    }

    def translate(self, texts: Sequence[str]) -> list[str]:
        return [self.WORDS.get(text, "") for text in texts]


def test_names_and_terms_stand_in_a_draft_as_they_are_decided(desk: Desk) -> None:
    text = "Roger Stone left Kharkiv with a drone."
    article = Article((Block(1, Role.PARAGRAPH, text),))
    slug = intake.add_article(desk, article, data=b"k", modified=WHEN)
    list(pretranslate.fill(desk, [slug], Guard(Careless())))
    (segment,) = articles.read(desk, slug).segments
    assert segment.target == "Roger Stone dejó Járkov con un dron."
    assert segment.signature.startswith("recorder 1 guard=")


class Untidy(Recorder):
    """A machine that writes figures and marks as the English does."""

    WORDS = {  # noqa: RUF012
        "Some 12,000 came, “or 10%,” he said.": "Unos 12,000 vinieron, “o el 10%,” dijo.",
        "Twelve came.": "Vinieron doce.",
    }

    def translate(self, texts: Sequence[str]) -> list[str]:
        return [self.WORDS[text] for text in texts]


def test_a_draft_is_tidied_before_it_is_stored(desk: Desk) -> None:
    slug = add(desk, *Untidy.WORDS)
    steps = list(pretranslate.fill(desk, [slug], Guard(Untidy())))
    untidy, tidy = articles.read(desk, slug).segments
    assert untidy.target == "Unos 12\u00a0000 vinieron, «o el 10\u00a0%», dijo."
    made = "recorder 1 tidy=number-separator+quote-order+quote-kind+percent-space"
    assert untidy.signature == made
    assert (tidy.target, tidy.signature) == ("Vinieron doce.", "recorder 1")
    assert steps[-1].tidied == 1


def test_a_draft_is_left_as_it_is_where_the_setting_is_off(desk: Desk) -> None:
    slug = add(desk, *Untidy.WORDS)
    list(pretranslate.fill(desk, [slug], Guard(Untidy()), Config(tidy="off")))
    untidy = articles.read(desk, slug).segments[0]
    assert (untidy.target, untidy.signature) == (next(iter(Untidy.WORDS.values())), "recorder 1")


def test_what_a_draft_of_the_memory_has_stays_a_persons(desk: Desk) -> None:
    remember(desk, ("Some 12,000 came.", "Vinieron unos 12,000."))
    slug = add(desk, "Some 12,000 came.")
    list(pretranslate.fill(desk, [slug], Guard(Untidy())))
    assert articles.read(desk, slug).segments[0].target == "Vinieron unos 12,000."
