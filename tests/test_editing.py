"""The rules of editing: what a person does, what is kept, what can be taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conftest import WHEN
from tests.pseudo import PseudoEngine
from translator import corrections, editing, intake, pretranslate
from translator import desk as desks
from translator.desk import Desk, articles, journal, segments
from translator.desk.journal import Action
from translator.errors import NotFoundError, UsageError
from translator.model import Article, Block, Code, Origin, Role, Segment, State


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


def test_drafts_that_a_person_asked_for_are_taken_back_together(desk: Desk, slug: str) -> None:
    editing.confirm(desk, slug, 1, "El río")
    worked = articles.read(desk, slug).segments
    since = editing.newest(desk)
    list(pretranslate.fill(desk, [slug], PseudoEngine()))
    filled = articles.read(desk, slug).segments
    assert editing.undo_drafts(desk, slug, editing.newest(desk)) is None
    undone = editing.undo_drafts(desk, slug, since)
    assert undone is not None
    assert undone.count == 3
    assert articles.read(desk, slug).segments == worked
    assert editing.undo_drafts(desk, slug, since) is None
    assert editing.redo(desk, slug) is not None
    assert articles.read(desk, slug).segments == filled
    editing.set_target(desk, slug, 2, "Otro")
    assert editing.undo_drafts(desk, slug, since) is None


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


def redo(desk: Desk, slug: str) -> Segment | None:
    undone = editing.redo(desk, slug)
    return undone.segment if undone else None


def test_redo_does_again_what_was_taken_back(desk: Desk, slug: str) -> None:
    editing.confirm(desk, slug, 1, "uno")
    editing.set_note(desk, slug, 1, "n")
    second = editing.split(desk, slug, 2, 9)
    end = articles.read(desk, slug).segments
    for _ in range(3):
        assert editing.undo(desk, slug) is not None
    again = redo(desk, slug)
    assert again is not None
    assert (again.target, again.state) == ("uno", State.TRANSLATED)
    again = redo(desk, slug)
    assert again is not None
    assert again.note == "n"
    done = editing.redo(desk, slug)
    assert done is not None
    assert done.action is Action.RESHAPE
    assert articles.read(desk, slug).segments == end
    assert segment(desk, slug, second).source == "fell on Monday."
    assert editing.redo(desk, slug) is None


@pytest.mark.parametrize("text", ["dos", "unos", ""])
def test_nothing_is_done_again_once_one_has_gone_on(desk: Desk, slug: str, text: str) -> None:
    editing.set_target(desk, slug, 1, "uno")
    editing.confirm(desk, slug, 3, "tres")
    undo(desk, slug)
    editing.set_target(desk, slug, 1, text)  # in the same visit, which may leave no entry at all
    assert editing.redo(desk, slug) is None
    undo(desk, slug)
    again = redo(desk, slug)
    assert (again.id if again else 0) == (1 if text else 0)


def test_redo_does_nothing_over_what_another_process_wrote(desk: Desk, slug: str) -> None:
    editing.confirm(desk, slug, 1, "uno")
    undo(desk, slug)
    with desks.writing(desk) as connection:
        key = journal.article_key(connection, slug)
        draft = journal.Holding("machine", State.INITIAL, Origin.MACHINE, None, "pseudo 1")
        segments.put(connection, key, 1, Action.FILL, draft)
    assert editing.redo(desk, slug) is None
    assert segment(desk, slug, 1).target == "machine"


def test_any_confirmed_version_comes_back(desk: Desk, slug: str) -> None:
    editing.confirm(desk, slug, 2, "El río bajó.")
    editing.mark(desk, slug, 2, State.REVIEWED)
    editing.set_note(desk, slug, 2, "hm")
    editing.confirm(desk, slug, 2, "Cayó el río.")
    editing.set_target(desk, slug, 2, "Cayó")
    versions = editing.confirmed_versions(editing.history(desk, slug, 2))
    assert [one.after.target for one in versions if isinstance(one.after, journal.Holding)] == [
        "Cayó el río.",
        "El río bajó.",
    ]
    back = editing.restore(desk, slug, 2, versions[1].id)
    assert (back.target, back.state, back.note) == ("El río bajó.", State.REVIEWED, "hm")
    undone = undo(desk, slug)
    assert undone is not None
    assert undone.target == "Cayó"
    editing.split(desk, slug, 2, 9)
    assert editing.restore(desk, slug, 2, versions[1].id).is_open
    note = next(one for one in editing.history(desk, slug, 2) if one.action is Action.NOTE)
    for number, wanted in ((3, versions[0].id), (2, note.id), (2, 0)):
        with pytest.raises(NotFoundError) as caught:
            editing.restore(desk, slug, number, wanted)
        assert caught.value.code == "no-such-version"


def _two_articles(desk: Desk) -> tuple[str, str]:
    link = (Code(1, "a", (("href", "https://example.org/x"),)),)
    first, second = (
        Article(
            (
                Block(1, Role.TITLE, title),
                Block(2, Role.PARAGRAPH, "Read <1>more</1>.", codes=link),
                Block(3, Role.PARAGRAPH, "Nobody was hurt."),
                Block(4, Role.PARAGRAPH, "Nobody was hurt."),
            )
        )
        for title in ("One", "Two")
    )
    return (
        intake.add_article(desk, first, data=b"1", modified=WHEN),
        intake.add_article(desk, second, data=b"2", modified=WHEN),
    )


def test_twins_are_confirmed_and_taken_back_together(desk: Desk) -> None:
    one, two = _two_articles(desk)
    editing.set_target(desk, two, 4, "Nadie…")
    editing.confirm(desk, two, 3, "Sin heridos.")
    editing.reject(desk, two, 3)
    editing.confirm(desk, two, 2, "Otro <1>más</1>.")
    with desks.writing(desk) as connection:
        key = journal.article_key(connection, two)
        draft = journal.Holding("Nadie herido.", State.INITIAL, Origin.MACHINE, None, "pseudo 1")
        segments.put(connection, key, 3, Action.FILL, draft)
    editing.confirm(desk, one, 3, "Nadie resultó herido.")
    found = editing.twins(desk, one, 3)
    # A person has begun to write in the last one of the other article.
    assert [(twin.slug, twin.segment.id) for twin in found] == [(one, 4), (two, 3)]
    assert editing.twins(desk, one, 2) == ()
    editing.set_target(desk, one, 4, "Mío")
    assert editing.apply_to_twins(desk, one, 3, found) == 1
    assert segment(desk, one, 4).target == "Mío"
    taken = segment(desk, two, 3)
    assert (taken.target, taken.state) == ("Nadie resultó herido.", State.TRANSLATED)
    assert (taken.origin, taken.rate) == (Origin.MEMORY_EXACT, 100)
    assert editing.undo(desk, two) is not None
    assert segment(desk, two, 3).target == "Nadie herido."
    editing.reject(desk, one, 3)
    assert editing.apply_to_twins(desk, one, 3, editing.twins(desk, one, 3)) == 0


def test_twins_have_the_same_codes(desk: Desk) -> None:
    one, two = _two_articles(desk)
    editing.confirm(desk, one, 2, "Lea <1>más</1>.")
    assert [twin.slug for twin in editing.twins(desk, one, 2)] == [two]
    other = Article((Block(1, Role.PARAGRAPH, "Read <1>more</1>.", codes=(Code(1, "em"),)),))
    intake.add_article(desk, other, data=b"3", modified=WHEN)
    assert [twin.slug for twin in editing.twins(desk, one, 2)] == [two]


def texts(desk: Desk, slug: str) -> list[tuple[Action, str, str]]:
    """What the journal has of each change: what was done, and the text before and after."""
    return [
        (one.action, one.before.target, one.after.target)
        for one in journal.journal(desk, slug)
        if isinstance(one.before, journal.Holding) and isinstance(one.after, journal.Holding)
    ]


def test_typing_over_what_another_typed_keeps_both(desk: Desk, slug: str) -> None:
    told: list[str] = []
    editing.set_target(desk, slug, 1, "UNO", expected="", tell=told.append)
    editing.set_target(desk, slug, 1, "DOS", expected="", tell=told.append)
    assert told == ["UNO"]
    assert texts(desk, slug) == [(Action.TYPE, "", "UNO"), (Action.TYPE, "UNO", "DOS")]
    undone = undo(desk, slug)
    assert undone is not None
    assert undone.target == "UNO"


def test_two_who_type_by_turns_lose_no_text(desk: Desk, slug: str) -> None:
    told: list[str] = []
    seen = {"one": "", "two": ""}
    for who, text in (("one", "a"), ("two", "x"), ("two", "xy"), ("one", "ab"), ("two", "xyz")):
        stored = editing.set_target(desk, slug, 1, text, expected=seen[who], tell=told.append)
        seen[who] = stored.target
    assert [after for _, _, after in texts(desk, slug)] == ["a", "xy", "ab", "xyz"]
    assert told == ["a", "xy", "ab"]


def test_what_was_seen_of_another_is_not_typed_away_either(desk: Desk, slug: str) -> None:
    editing.set_target(desk, slug, 1, "UNO")
    told: list[str] = []
    for text, is_own in (("DOS", False), ("DOS más", True)):
        there = segment(desk, slug, 1).target
        editing.set_target(desk, slug, 1, text, expected=there, is_own=is_own, tell=told.append)
    assert texts(desk, slug) == [(Action.TYPE, "", "UNO"), (Action.TYPE, "UNO", "DOS más")]
    assert told == []


def test_emptying_over_another_does_not_take_out_the_entry(desk: Desk, slug: str) -> None:
    editing.set_target(desk, slug, 1, "UNO")
    editing.set_target(desk, slug, 1, "", expected="U")
    assert texts(desk, slug) == [(Action.TYPE, "", "UNO"), (Action.TYPE, "UNO", "")]


def test_the_same_text_from_two_is_no_conflict(desk: Desk, slug: str) -> None:
    told: list[str] = []
    editing.set_target(desk, slug, 1, "UNO")
    editing.set_target(desk, slug, 1, "UNO", expected="", tell=told.append)
    editing.confirm(desk, slug, 1, "UNO", expected="", tell=told.append)
    assert told == []


def test_confirming_over_what_another_wrote_is_told(desk: Desk, slug: str) -> None:
    told: list[str] = []
    editing.set_target(desk, slug, 1, "UNO")
    confirmed = editing.confirm(desk, slug, 1, "DOS", expected="", tell=told.append)
    assert (confirmed.target, told) == ("DOS", ["UNO"])
    undone = undo(desk, slug)
    assert undone is not None
    assert undone.target == "UNO"
    assert editing.confirm(desk, slug, 1, "TRES", expected="UNO", tell=told.append).target == "TRES"
    assert told == ["UNO"]
