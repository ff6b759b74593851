"""The rules of editing: what a person does, what is kept, what can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import WHEN, make_article
from translator import corrections, editing, intake
from translator import desk as desks
from translator.desk import Desk, articles, journal, segments
from translator.desk.journal import Action
from translator.errors import NotFoundError, UsageError
from translator.model import Origin, Segment, State


def segment(desk: Desk, slug: str, number: int) -> Segment:
    return next(one for one in articles.read(desk, slug).segments if one.id == number)


def undo(desk: Desk, slug: str) -> Segment | None:
    """The segment that was taken back to where it was."""
    undone = editing.undo(desk, slug)
    return undone.segment if undone else None


def test_typing_is_stored_and_stays_open(desk: Desk, slug: str) -> None:
    stored = editing.set_target(desk, slug, 1, "El río ba\u0303ja")
    assert (stored.target, stored.state, stored.origin) == (
        "El río bãja",
        State.INITIAL,
        Origin.HUMAN,
    )
    assert segment(desk, slug, 1) == stored


def test_typing_in_one_visit_is_one_entry(desk: Desk, slug: str) -> None:
    for text in ("E", "El", "El río"):
        editing.set_target(desk, slug, 1, text)
    (entry,) = journal.journal(desk, slug)
    assert isinstance(entry.before, journal.Holding)
    assert isinstance(entry.after, journal.Holding)
    assert (entry.action, entry.before.target, entry.after.target) == (Action.TYPE, "", "El río")


def test_a_machine_beside_does_not_cut_typing_in_two(desk: Desk, slug: str) -> None:
    editing.set_target(desk, slug, 1, "El")
    with desks.writing(desk) as connection:
        key = journal.article_key(connection, slug)
        draft = journal.Holding("dos", State.INITIAL, Origin.MACHINE, None, "pseudo 1")
        segments.put(connection, key, 2, Action.FILL, draft)
    editing.set_target(desk, slug, 1, "El río")
    undone = undo(desk, slug)
    assert undone is not None
    assert (undone.id, undone.target) == (1, "")


def test_coming_back_to_where_typing_began_leaves_no_trace(desk: Desk, slug: str) -> None:
    editing.confirm(desk, slug, 1, "El río baja.")
    editing.set_target(desk, slug, 1, "El río baja. Mucho")
    assert segment(desk, slug, 1).is_open
    editing.set_target(desk, slug, 1, "El río baja.")
    assert segment(desk, slug, 1).state is State.TRANSLATED
    assert [entry.action for entry in journal.journal(desk, slug)] == [Action.CONFIRM]


def test_confirming_keeps_the_origin(desk: Desk, slug: str) -> None:
    with desks.writing(desk) as connection:
        key = journal.article_key(connection, slug)
        draft = journal.Holding("El rio", State.INITIAL, Origin.MACHINE, None, "pseudo 1")
        segments.put(connection, key, 1, Action.FILL, draft)
    confirmed = editing.confirm(desk, slug, 1, "  El río ")
    assert (confirmed.target, confirmed.state) == ("El río", State.TRANSLATED)
    assert (confirmed.origin, confirmed.signature) == (Origin.MACHINE, "pseudo 1")


def test_confirming_the_same_text_keeps_a_higher_state(desk: Desk, slug: str) -> None:
    with desks.writing(desk) as connection:
        key = journal.article_key(connection, slug)
        reviewed = journal.Holding("El río", State.REVIEWED, Origin.HUMAN, None, "")
        segments.put(connection, key, 1, Action.CONFIRM, reviewed)
    assert editing.confirm(desk, slug, 1, "El río").state is State.REVIEWED
    assert editing.confirm(desk, slug, 1, "El gran río").state is State.TRANSLATED


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing_cannot_be_confirmed(desk: Desk, slug: str, text: str) -> None:
    with pytest.raises(UsageError) as caught:
        editing.confirm(desk, slug, 1, text)
    assert caught.value.code == "nothing-to-confirm"
    assert journal.journal(desk, slug) == ()


def test_rejecting_keeps_the_text(desk: Desk, slug: str) -> None:
    editing.confirm(desk, slug, 1, "El río")
    rejected = editing.reject(desk, slug, 1)
    assert (rejected.target, rejected.state) == ("El río", State.INITIAL)


def test_marks_come_after_confirming(desk: Desk, slug: str) -> None:
    for state in (State.REVIEWED, State.INITIAL):
        with pytest.raises(UsageError) as caught:
            editing.mark(desk, slug, 1, state)
        assert caught.value.code == "nothing-to-mark"
    editing.confirm(desk, slug, 1, "El río")
    with pytest.raises(UsageError):
        editing.mark(desk, slug, 1, State.INITIAL)
    assert editing.mark(desk, slug, 1, State.REVIEWED).state is State.REVIEWED
    assert editing.mark(desk, slug, 1, State.FINAL).state is State.FINAL
    undone = undo(desk, slug)
    assert undone is not None
    assert undone.state is State.REVIEWED
    assert editing.mark(desk, slug, 1, State.TRANSLATED).target == "El río"


def test_a_note_stands_beside_the_work(desk: Desk, slug: str) -> None:
    noted = editing.set_note(desk, slug, 1, "  ask  the\tan\u0303o \n\n of it \n")
    assert noted.note == "ask the año\n\nof it"
    editing.set_target(desk, slug, 1, "El río")
    with desks.writing(desk) as connection:
        key = journal.article_key(connection, slug)
        draft = journal.Holding("El rio", State.INITIAL, Origin.MACHINE, None, "pseudo 1")
        segments.put(connection, key, 1, Action.FILL, draft)
    assert segment(desk, slug, 1).note == noted.note
    editing.set_note(desk, slug, 1, "")
    assert segment(desk, slug, 1).note == ""
    undone = undo(desk, slug)
    assert undone is not None
    assert (undone.note, undone.target) == (noted.note, "El rio")
    edited = articles.read(desk, slug).edited
    editing.set_note(desk, slug, 2, "x")
    assert articles.read(desk, slug).edited == edited


def test_a_note_moves_along_when_a_segment_is_cut_or_joined(desk: Desk, slug: str) -> None:
    editing.set_note(desk, slug, 2, "one")
    editing.set_note(desk, slug, 3, "two")
    assert editing.merge(desk, slug, 2).note == "one\ntwo"
    second = editing.split(desk, slug, 2, len("The river fell on Monday."))
    assert (segment(desk, slug, 2).note, segment(desk, slug, second).note) == ("one\ntwo", "")
    corrections.set_text(desk, slug, 4, "The river fell on Monday. It is at two meters today.")
    assert segment(desk, slug, 2).note == "one\ntwo"
    for _ in range(5):
        undo(desk, slug)
    assert [one.note for one in articles.read(desk, slug).segments] == [""] * 4


def test_emptying_takes_the_origin_away(desk: Desk, slug: str) -> None:
    editing.set_target(desk, slug, 1, "El río")
    editing.confirm(desk, slug, 2, "x")
    assert editing.set_target(desk, slug, 1, "").origin is Origin.NONE


def test_undo_goes_back_step_by_step(desk: Desk, slug: str) -> None:
    editing.set_target(desk, slug, 1, "uno")
    editing.confirm(desk, slug, 1, "uno")
    editing.confirm(desk, slug, 3, "tres")
    undone = undo(desk, slug)
    assert undone is not None
    assert (undone.id, undone.target) == (3, "")
    undone = undo(desk, slug)
    assert undone is not None
    assert (undone.id, undone.target, undone.state) == (1, "uno", State.INITIAL)
    undone = undo(desk, slug)
    assert undone is not None
    assert (undone.id, undone.target) == (1, "")
    assert editing.undo(desk, slug) is None


def test_undo_passes_over_what_a_machine_wrote(desk: Desk, slug: str) -> None:
    editing.confirm(desk, slug, 1, "uno")
    with desks.writing(desk) as connection:
        key = journal.article_key(connection, slug)
        draft = journal.Holding("dos", State.INITIAL, Origin.MACHINE, None, "pseudo 1")
        segments.put(connection, key, 2, Action.FILL, draft)
    undone = undo(desk, slug)
    assert undone is not None
    assert undone.id == 1
    assert segment(desk, slug, 2).target == "dos"


def test_undo_survives_a_restart(desk: Desk, slug: str) -> None:
    editing.confirm(desk, slug, 1, "uno")
    desk.close()
    again = desks.open_desk(desk.folder)
    undone = undo(again, slug)
    assert undone is not None
    assert undone.target == ""
    again.close()


def test_the_next_open_segment_is_found_round_the_end(desk: Desk, slug: str) -> None:
    editing.confirm(desk, slug, 3, "tres")
    found = articles.read(desk, slug).segments
    ids = [one.id for one in found]
    assert ids == [1, 2, 3, 4]
    after = {start: editing.next_open(found, start) for start in (None, 1, 2, 4)}
    assert {start: one and one.id for start, one in after.items()} == {None: 1, 1: 2, 2: 4, 4: 1}
    for number in (1, 2, 4):
        editing.confirm(desk, slug, number, "sí")
    assert editing.next_open(articles.read(desk, slug).segments, 1) is None


@pytest.mark.parametrize(
    "act",
    [
        lambda desk: editing.reject(desk, "nowhere", 1),
        lambda desk: editing.undo(desk, "nowhere"),
        lambda desk: editing.set_target(desk, "nowhere", 1, "x"),
        lambda desk: editing.confirm(desk, "nowhere", 1, "x"),
    ],
)
def test_what_is_not_there_is_said(desk: Desk, act: Callable[[Desk], object]) -> None:
    with pytest.raises(NotFoundError) as caught:
        act(desk)
    assert caught.value.code == "no-such-article"


steps = st.one_of(
    st.tuples(st.just("type"), st.integers(1, 4), st.text("aé ñ", max_size=4)),
    st.tuples(st.just("confirm"), st.integers(1, 4), st.text("aé ñ", min_size=1, max_size=4)),
    st.tuples(st.just("reject"), st.integers(1, 4), st.just("")),
    st.tuples(st.just("note"), st.integers(1, 4), st.text("aé \n", max_size=4)),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(steps, max_size=12))
def test_undo_all_the_way_returns_the_start(drawn: list[tuple[str, int, str]]) -> None:
    desk = desks.Desk(Path("nowhere"), desks._connect(":memory:"))
    slug = intake.add_article(desk, make_article(), data=b"x", modified=WHEN)
    start = articles.read(desk, slug).segments
    for action, number, text in drawn:
        if action == "type":
            editing.set_target(desk, slug, number, text)
        elif action == "reject":
            editing.reject(desk, slug, number)
        elif action == "note":
            editing.set_note(desk, slug, number, text)
        elif text.strip():
            editing.confirm(desk, slug, number, text)
    while undo(desk, slug) is not None:
        pass
    assert articles.read(desk, slug).segments == start
    desk.close()
