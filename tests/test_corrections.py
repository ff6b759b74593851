"""Corrections of what was read: lines and facts change, work moves along, all can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translator import corrections, editing, inline
from translator import desk as desks
from translator.desk import Desk, articles
from translator.errors import NotFoundError, TranslatorError, UsageError
from translator.model import Role, Segment, State, Translation


def lines(desk: Desk, slug: str) -> list[tuple[int, str, str]]:
    return [
        (block.id, block.role.value, block.text)
        for block in articles.read(desk, slug).article.blocks
    ]


def work(desk: Desk, slug: str) -> list[tuple[str, str, State]]:
    return [(one.source, one.target, one.state) for one in articles.read(desk, slug).segments]


def translate_all(desk: Desk, slug: str) -> None:
    spanish = {
        1: "El río baja",
        2: "El río bajó el lunes.",
        3: "Está a <1>dos metros</1>.",
        4: "No hubo heridos.",
    }
    for number, text in spanish.items():
        editing.confirm(desk, slug, number, text)


def whole(desk: Desk, slug: str) -> tuple[object, ...]:
    """Everything about an article but its times."""
    stored = articles.read(desk, slug)
    return stored.article, stored.segments


def test_a_role_changes_and_the_work_stays(desk: Desk, slug: str) -> None:
    translate_all(desk, slug)
    before = work(desk, slug)
    corrections.set_role(desk, slug, 5, Role.HEADING)
    block = articles.read(desk, slug).article.blocks[-1]
    assert (block.role, block.level) == (Role.HEADING, 2)
    assert work(desk, slug) == before


def test_a_dropped_line_comes_back_with_its_work(desk: Desk, slug: str) -> None:
    translate_all(desk, slug)
    before = whole(desk, slug)
    corrections.drop(desk, slug, 4)
    assert [source for source, _, _ in work(desk, slug)] == [
        "River falls to its lowest level",
        "Nobody was hurt.",
    ]
    corrections.keep(desk, slug, 4)
    assert whole(desk, slug) == before


def test_furniture_that_is_kept_is_a_paragraph_to_translate(desk: Desk, slug: str) -> None:
    corrections.keep(desk, slug, 1)
    assert lines(desk, slug)[0] == (1, "paragraph", "Home")
    (first, *_) = articles.read(desk, slug).segments
    assert (first.id, first.source) == (5, "Home")


def test_lines_are_joined_in_the_place_of_the_first(desk: Desk, slug: str) -> None:
    translate_all(desk, slug)
    corrections.join(desk, slug, 4)
    assert lines(desk, slug)[-1] == (
        4,
        "paragraph",
        "The river fell on Monday. It is at <1>two meters</1> now. Nobody was hurt.",
    )
    assert [target for _, target, _ in work(desk, slug)] == [
        "El río baja",
        "El río bajó el lunes.",
        "Está a <1>dos metros</1>.",
        "No hubo heridos.",
    ]
    assert {state for _, _, state in work(desk, slug)} == {State.TRANSLATED}


def test_a_joined_sentence_joins_its_spanish(desk: Desk, slug: str) -> None:
    corrections.set_text(desk, slug, 5, "and nobody was hurt.")
    corrections.set_text(desk, slug, 4, "The river fell <1>on Monday</1>")
    editing.confirm(desk, slug, 2, "El río bajó <1>el lunes</1>")
    number = articles.read(desk, slug).segments[-1].id
    editing.confirm(desk, slug, number, "y no hubo heridos.")
    corrections.join(desk, slug, 4)
    (_, joined) = articles.read(desk, slug).segments
    assert joined.source == "The river fell <1>on Monday</1> and nobody was hurt."
    assert joined.target == "El río bajó <1>el lunes</1> y no hubo heridos."
    assert (joined.id, joined.state) == (2, State.TRANSLATED)


def test_codes_of_joined_lines_stay_apart(desk: Desk, slug: str) -> None:
    corrections.split(desk, slug, 4, "It is at")
    corrections.join(desk, slug, 3)
    corrections.join(desk, slug, 3)
    block = articles.read(desk, slug).article.blocks[2]
    assert block.text == "By Ada Brook The river fell on Monday. It is at <1>two meters</1> now."
    assert len(block.codes) == 1


def test_a_line_is_split_before_words(desk: Desk, slug: str) -> None:
    translate_all(desk, slug)
    corrections.split(desk, slug, 4, "It is at two")
    assert lines(desk, slug)[3:] == [
        (4, "paragraph", "The river fell on Monday."),
        (6, "paragraph", "It is at <1>two meters</1> now."),
        (5, "paragraph", "Nobody was hurt."),
    ]
    assert [one.id for one in articles.read(desk, slug).segments] == [1, 2, 3, 4]
    assert {state for _, _, state in work(desk, slug)} == {State.TRANSLATED}


def test_a_corrected_sentence_keeps_its_spanish_as_a_draft(desk: Desk, slug: str) -> None:
    translate_all(desk, slug)
    corrections.set_text(
        desk, slug, 4, "The river fell on Tuesday. It is at <1>two meters</1> now."
    )
    changed, same = articles.read(desk, slug).segments[1:3]
    assert (changed.target, changed.state, changed.rate) == (
        "El río bajó el lunes.",
        State.INITIAL,
        80,
    )
    assert (same.target, same.state) == ("Está a <1>dos metros</1>.", State.TRANSLATED)


CORRECTIONS: list[Callable[[Desk, str], object]] = [
    lambda desk, slug: corrections.set_role(desk, slug, 5, Role.QUOTE),
    lambda desk, slug: corrections.drop(desk, slug, 4),
    lambda desk, slug: corrections.keep(desk, slug, 1),
    lambda desk, slug: corrections.join(desk, slug, 4),
    lambda desk, slug: corrections.split(desk, slug, 4, "It is"),
    lambda desk, slug: corrections.set_text(desk, slug, 5, "Someone was hurt."),
    lambda desk, slug: corrections.set_title(desk, slug, "River falls"),
    lambda desk, slug: corrections.set_facts(desk, slug, author="Ana Ruiz", minutes=0),
    lambda desk, slug: corrections.set_facts(desk, slug, published=None),
    lambda desk, slug: editing.split(desk, slug, 3, 5, target_at=4),
    lambda desk, slug: editing.merge(desk, slug, 2),
]


@pytest.mark.parametrize("correct", CORRECTIONS)
def test_every_correction_is_taken_back_whole(
    desk: Desk, slug: str, correct: Callable[[Desk, str], object]
) -> None:
    translate_all(desk, slug)
    before = whole(desk, slug)
    correct(desk, slug)
    assert whole(desk, slug) != before
    assert editing.undo(desk, slug) is not None
    assert whole(desk, slug) == before


@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=st.lists(st.integers(0, len(CORRECTIONS) - 1), min_size=1, max_size=6))
def test_any_row_of_corrections_is_taken_back_and_loses_no_work(
    tmp_path_factory: pytest.TempPathFactory, steps: list[int]
) -> None:
    from tests.conftest import WHEN, make_article
    from translator import intake

    desk = desks.open_desk(tmp_path_factory.mktemp("desk"), create=True)
    slug = intake.add_article(desk, make_article(), data=b"river", modified=WHEN)
    translate_all(desk, slug)
    states = [whole(desk, slug)]
    for step in steps:
        try:
            CORRECTIONS[step](desk, slug)
        except TranslatorError:
            continue
        if whole(desk, slug) != states[-1]:
            states.append(whole(desk, slug))
        check(articles.read(desk, slug))
    for state in reversed(states[:-1]):
        editing.undo(desk, slug)
        assert whole(desk, slug) == state
    desk.close()


def check(translation: Translation) -> None:
    """Lines and segments fit one another: nothing is orphaned, nothing stands twice."""
    ids = [one.id for one in translation.segments]
    assert len(ids) == len(set(ids))
    for block in translation.article.blocks:
        own = translation.of(block)
        if own:
            text = inline.join(part for one in own for part in (one.source, one.gap))
            assert inline.strip(text, block.codes) == inline.strip(block.text, block.codes)
    order = [block.id for block in translation.article.blocks]
    places = [order.index(one.block) for one in translation.segments]
    assert places == sorted(places)


def test_undo_keeps_what_a_machine_did_meanwhile(desk: Desk, slug: str) -> None:
    from translator.desk.journal import Action, Holding, article_key
    from translator.desk.segments import put
    from translator.model import Origin

    corrections.set_role(desk, slug, 5, Role.QUOTE)
    with desks.writing(desk) as connection:
        draft = Holding("borrador", State.INITIAL, Origin.MACHINE, None, "pseudo 1")
        put(connection, article_key(connection, slug), 4, Action.FILL, draft)
    editing.undo(desk, slug)
    assert work(desk, slug)[-1][1] == "borrador"


def test_facts_are_set_and_the_slug_moves(desk: Desk, slug: str) -> None:
    new = corrections.set_facts(
        desk, slug, author=" Ana  Ruiz ", published=date(2026, 1, 2), minutes=7, new_slug="rio"
    )
    article = articles.read(desk, new).article
    assert (article.slug, article.author, article.published, article.reading_minutes) == (
        "rio",
        "Ana Ruiz",
        date(2026, 1, 2),
        7,
    )
    editing.undo(desk, "rio")
    assert articles.read(desk, slug).article.author == "Ada Brook"


def test_a_headline_is_put_on_top_where_there_was_none(desk: Desk, slug: str) -> None:
    corrections.drop(desk, slug, 2)
    corrections.set_title(desk, slug, "A river falls")
    assert lines(desk, slug)[0][1:] == ("title", "A river falls")
    with pytest.raises(UsageError):
        corrections.keep(desk, slug, 2)


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda desk, slug: corrections.drop(desk, slug, 99), "no-such-line"),
        (lambda desk, slug: corrections.join(desk, slug, 99), "no-such-line"),
        (lambda desk, slug: corrections.join(desk, slug, 5), "no-next-line"),
        (lambda desk, slug: corrections.split(desk, slug, 5, "nowhere"), "no-place-to-split"),
        (lambda desk, slug: corrections.split(desk, slug, 5, "Nobody"), "no-place-to-split"),
        (lambda desk, slug: corrections.split(desk, slug, 4, "i"), "no-place-to-split"),
        (lambda desk, slug: corrections.set_text(desk, slug, 5, "  "), "empty-line"),
        (lambda desk, slug: corrections.set_role(desk, slug, 5, Role.TITLE), "title-taken"),
        (lambda desk, slug: corrections.set_facts(desk, slug, new_slug="Río"), "slug-malformed"),
        (lambda desk, slug: corrections.drop(desk, "nowhere", 1), "no-such-article"),
        (lambda desk, slug: editing.split(desk, slug, 4, 0), "nothing-to-split"),
        (lambda desk, slug: editing.split(desk, slug, 4, 400), "nothing-to-split"),
        (lambda desk, slug: editing.merge(desk, slug, 3), "nothing-to-merge"),
        (lambda desk, slug: editing.merge(desk, slug, 99), "no-such-segment"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(
    desk: Desk, slug: str, call: Callable[[Desk, str], object], code: str
) -> None:
    before = whole(desk, slug)
    with pytest.raises((UsageError, NotFoundError)) as caught:
        call(desk, slug)
    assert caught.value.code == code
    assert whole(desk, slug) == before


# --- segments by hand


def parts(desk: Desk, slug: str, block: int) -> tuple[Segment, ...]:
    return tuple(one for one in articles.read(desk, slug).segments if one.block == block)


def test_a_segment_is_cut_with_its_codes(desk: Desk, slug: str) -> None:
    translate_all(desk, slug)
    number = editing.split(desk, slug, 3, len("It is at two"), target_at=len("Está a dos"))
    _, first, second = parts(desk, slug, 4)
    assert (first.source, first.target) == ("It is at <1>two</1>", "Está a <1>dos</1>")
    assert (second.source, second.target) == ("<1>meters</1> now.", "<1>metros</1>.")
    assert (first.state, second.state, second.id) == (State.INITIAL, State.INITIAL, number)
    back = editing.merge(desk, slug, 3)
    assert (back.source, back.target) == (
        "It is at <1>two meters</1> now.",
        "Está a <1>dos metros</1>.",
    )


@given(at=st.integers(0, 40), target_at=st.one_of(st.none(), st.integers(0, 30)))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_cutting_and_merging_gives_the_segment_back(
    tmp_path_factory: pytest.TempPathFactory, at: int, target_at: int | None
) -> None:
    from tests.conftest import WHEN, make_article
    from translator import intake

    desk = desks.open_desk(tmp_path_factory.mktemp("desk"), create=True)
    slug = intake.add_article(desk, make_article(), data=b"river", modified=WHEN)
    translate_all(desk, slug)
    before = parts(desk, slug, 4)
    try:
        editing.split(desk, slug, 3, at, target_at=target_at)
    except UsageError:
        assert parts(desk, slug, 4) == before
    else:
        check(articles.read(desk, slug))
        merged = editing.merge(desk, slug, 3)
        assert merged.source == before[1].source
        clean = [inline.strip(one.target, one.codes).split() for one in (merged, before[1])]
        assert "".join(clean[0]) == "".join(clean[1])
    desk.close()
