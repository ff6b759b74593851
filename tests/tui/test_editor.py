"""The editor: every key does what the table says, and nothing that is typed is lost."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from textual.events import AppBlur, Key, Paste
from textual.pilot import Pilot
from textual.timer import Timer

from tests.conftest import WHEN
from tests.tui.conftest import full_disk, grid, press
from translator import desk as desks
from translator import editing, intake
from translator.config import Config
from translator.desk import Desk, articles, segments
from translator.desk.journal import Action, Holding, article_key, journal
from translator.model import Article, Block, Origin, Role, Segment, State
from translator.tui import keys
from translator.tui.app import TranslatorApp
from translator.tui.open_article import SAVE_S, OpenArticle
from translator.tui.screens.editor import EditorScreen
from translator.tui.screens.keys import KeysScreen
from translator.tui.screens.library import LibraryScreen
from translator.tui.screens.number import NumberScreen
from translator.tui.widgets.segment_list import SegmentList
from translator.tui.widgets.target_area import TargetArea

SIZE = (120, 40)


def stored(desk: Desk, slug: str, number: int) -> Segment:
    return next(one for one in articles.read(desk, slug).segments if one.id == number)


def area(pilot: Pilot[int]) -> TargetArea:
    return pilot.app.screen.query_one(TargetArea)


def at(pilot: Pilot[int]) -> int:
    return pilot.app.screen.query_one(SegmentList).cursor + 1


def draft(desk: Desk, slug: str, number: int, text: str) -> None:
    """A machine has written this."""
    with desks.writing(desk) as connection:
        key = article_key(connection, slug)
        holding = Holding(text, State.INITIAL, Origin.MACHINE, None, "pseudo 1")
        segments.put(connection, key, number, Action.FILL, holding)


async def until(condition: Callable[[], bool]) -> None:
    """Wait for something to become true; a test that waits in vain fails."""
    for _ in range(500):
        if condition():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("waited in vain")


async def test_the_keys_at_the_foot_are_those_of_where_one_is(app: TranslatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        feet = []
        for key in ("escape", "enter", "f4", "escape", "alt+o", "escape"):
            await press(pilot, key)
            feet.append(grid(pilot).rstrip("\n").split("\n")[-1])
    words = (
        "enter edit",
        "enter confirm",
        "1…9 take",
        "enter confirm",
        "enter cut",
        "enter confirm",
    )
    for foot, word in zip(feet, words, strict=True):
        assert word in foot


async def test_a_refusal_names_the_number_on_the_screen(
    app: TranslatorApp, desk: Desk, slug: str
) -> None:
    editing.split(desk, slug, 2, 9)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "ctrl+g", "3", "enter", "enter")
        assert "Segment 3 has no translation to confirm" in grid(pilot)


async def test_typing_is_on_the_disk_a_moment_later(
    app: TranslatorApp, desk: Desk, slug: str
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "=El río ñ ¿¡")
        await until(lambda: stored(desk, slug, 1).target == "El río ñ ¿¡")
        assert stored(desk, slug, 1).is_open


async def test_typing_is_saved_in_time_though_its_clock_is_late(
    app: TranslatorApp, desk: Desk, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    timer = EditorScreen.set_timer

    def never(editor: EditorScreen, delay: float, *rest: Any) -> Timer:
        return timer(editor, 3600 if delay == SAVE_S else delay, *rest)

    monkeypatch.setattr(EditorScreen, "set_timer", never)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "=E")
        await asyncio.sleep(SAVE_S)
        assert stored(desk, slug, 1).target == ""
        await press(pilot, "=l")
        assert stored(desk, slug, 1).target == "El"


async def test_opening_an_article_changes_nothing(
    app: TranslatorApp, desk: Desk, slug: str
) -> None:
    editing.confirm(desk, slug, 1, "El río baja")
    before = articles.read(desk, slug)
    async with app.run_test(size=SIZE) as pilot:
        assert at(pilot) == 2
        await pilot.pause(0.5)
    assert articles.read(desk, slug) == before


async def test_enter_confirms_and_goes_to_the_next_open_one(
    app: TranslatorApp, desk: Desk, slug: str
) -> None:
    editing.confirm(desk, slug, 2, "Ya está")
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "=Uno", "enter")
        assert at(pilot) == 3
        assert area(pilot).text == ""
    assert stored(desk, slug, 1).state is State.TRANSLATED
    assert stored(desk, slug, 1).target == "Uno"


async def test_when_all_is_confirmed_it_is_said(app: TranslatorApp, desk: Desk, slug: str) -> None:
    for number in (1, 2, 3):
        editing.confirm(desk, slug, number, "Sí")
    async with app.run_test(size=SIZE) as pilot:
        assert at(pilot) == 4
        await press(pilot, "=Ya", "enter")
        assert "Every segment is confirmed." in grid(pilot)
        assert "4 of 4 confirmed, 100 %" in grid(pilot)


async def test_nothing_is_not_confirmed(app: TranslatorApp, desk: Desk, slug: str) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter")
        assert at(pilot) == 1
        assert "no translation to confirm" in grid(pilot)
    assert journal(desk, slug) == ()


@pytest.mark.parametrize("leave", ["down", "alt+n", "escape", "f1", "alt+z", "ctrl+s"])
async def test_what_is_typed_is_saved_before_anything_else(
    app: TranslatorApp, desk: Desk, slug: str, leave: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("translator.tui.screens.editor.sheet.SAVE_S", 0.05)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "=Uno", leave)
        await until(lambda: bool(journal(desk, slug)))
    after = journal(desk, slug)[0].after
    assert isinstance(after, Holding)
    assert after.target == "Uno"


async def test_what_is_typed_is_saved_on_the_way_out(
    app: TranslatorApp, desk: Desk, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("translator.tui.screens.editor.sheet.SAVE_S", 60)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "=Uno", "ctrl+q")
    assert stored(desk, slug, 1).target == "Uno"


async def test_what_is_typed_is_saved_when_the_terminal_is_left(
    app: TranslatorApp, desk: Desk, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("translator.tui.screens.editor.sheet.SAVE_S", 60)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "=Uno")
        app.screen.post_message(AppBlur())
        await until(lambda: stored(desk, slug, 1).target == "Uno")


async def test_up_and_down_move_on_at_the_edges(app: TranslatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "down")
        assert at(pilot) == 3
        await press(pilot, "up")
        assert at(pilot) == 2
        await press(pilot, "up", "up", "up")
        assert at(pilot) == 1


async def test_up_and_down_stay_inside_a_long_text(
    app: TranslatorApp, desk: Desk, slug: str
) -> None:
    editing.set_target(desk, slug, 1, "palabra " * 40)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "up")
        assert at(pilot) == 1
        await press(pilot, "down", "down")
        assert at(pilot) == 2


async def test_next_and_previous_open(app: TranslatorApp, desk: Desk, slug: str) -> None:
    editing.confirm(desk, slug, 2, "Ya")
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "alt+n")
        assert at(pilot) == 3
        await press(pilot, "alt+p")
        assert at(pilot) == 1
        await press(pilot, "escape", "n")
        assert at(pilot) == 3


async def test_go_to_a_number(app: TranslatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "ctrl+g")
        assert isinstance(app.screen, NumberScreen)
        await press(pilot, "9", "enter")
        assert isinstance(app.screen, NumberScreen)
        await press(pilot, "backspace", "4", "enter")
        assert at(pilot) == 4
        await press(pilot, "ctrl+g", "f1")
        assert isinstance(app.screen, KeysScreen)
        await press(pilot, "f1", "escape")
        assert isinstance(app.screen, EditorScreen)
        assert at(pilot) == 4


async def test_copy_the_english_with_its_codes(app: TranslatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "down", "=x", "f2")
        assert area(pilot).text == "It is at <1>two meters</1> now."
        await press(pilot, "ctrl+z")
        assert area(pilot).text == "x"


async def test_reject_and_undo(app: TranslatorApp, desk: Desk, slug: str) -> None:
    editing.confirm(desk, slug, 1, "Uno")
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "up", "alt+r")
        assert stored(desk, slug, 1).is_open
        assert area(pilot).text == "Uno"
        await press(pilot, "alt+z")
        assert stored(desk, slug, 1).state is State.TRANSLATED
        await press(pilot, "escape", "u")
        assert stored(desk, slug, 1).target == ""
        assert area(pilot).text == ""
        await press(pilot, "u")
        assert "nothing to take back" in grid(pilot)


async def test_keys_of_the_list(app: TranslatorApp, desk: Desk, slug: str) -> None:
    editing.confirm(desk, slug, 4, "Nadie")
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "escape", "j", "j", "k")
        assert at(pilot) == 2
        await press(pilot, "end", "r")
        assert stored(desk, slug, 4).is_open
        await press(pilot, "home", "enter", "=Uno")
        assert area(pilot).text == "Uno"


async def test_the_keys_are_shown_everywhere(app: TranslatorApp) -> None:
    async with app.run_test(size=(120, 140)) as pilot:
        await press(pilot, "f1")
        assert isinstance(app.screen, KeysScreen)
        shown = grid(pilot)
        for key in keys.EDITOR:
            assert key.shown in shown
            assert key.text[:30] in shown
        await press(pilot, "escape", "question_mark")
        assert area(pilot).text == "?"
        await press(pilot, "escape", "question_mark")
        assert isinstance(app.screen, KeysScreen)


async def test_every_action_is_in_the_palette(app: TranslatorApp) -> None:
    async with app.run_test(size=SIZE):
        offered = {command.title for command in app.get_system_commands(app.screen)}
        for key in keys.EDITOR:
            if key.action not in ("", "app.command_palette"):
                assert key.text in offered


async def test_an_action_runs_from_the_palette(app: TranslatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "ctrl+p")
        await pilot.pause()
        await press(pilot, "=put the English")
        await pilot.pause(0.3)
        await press(pilot, "down", "enter")
        await until(lambda: isinstance(app.screen, EditorScreen) and bool(area(pilot).text))
        assert area(pilot).text == "River falls to its lowest level"


async def test_escape_leads_back_to_the_library(app: TranslatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "escape", "escape")
        await pilot.pause()
        screens = [type(app.screen)]
        await press(pilot, "enter")
        await pilot.pause()
        screens.append(type(app.screen))
        assert screens == [LibraryScreen, EditorScreen]


async def test_a_paste_is_composed_and_on_one_line(app: TranslatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        app.post_message(Paste("el an\u0303o\nque viene"))
        await pilot.pause()
        assert area(pilot).text == "el año que viene"
        for _ in range(len(" que viene") + 1):
            await press(pilot, "backspace")
        assert area(pilot).text == "el añ"


async def test_letters_that_arrive_in_parts_are_composed(app: TranslatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "=an")
        area(pilot).insert("\u0303")
        await press(pilot, "=o")
        assert area(pilot).text == "año"


async def test_an_emoji_of_several_code_points_is_typed_whole(
    app: TranslatorApp, desk: Desk, slug: str
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "=Ella 👩\u200d💻 ❤\ufe0f", "ctrl+down")
        assert stored(desk, slug, 1).target == "Ella 👩\u200d💻 ❤\ufe0f"


async def test_alt_and_a_letter_types_nothing(app: TranslatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "alt+g", "alt+q")
        assert area(pilot).text == ""


async def test_what_another_process_writes_is_taken_in(
    app: TranslatorApp, desk: Desk, slug: str
) -> None:
    other = desks.open_desk(desk.folder)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "=Mío")
        editing.confirm(other, slug, 4, "Nadie resultó herido")
        await until(lambda: "Nadie resultó herido" in grid(pilot))
        assert area(pilot).text == "Mío"
    other.close()
    assert stored(desk, slug, 1).target == "Mío"


async def test_a_desk_that_refuses_loses_nothing(
    app: TranslatorApp, desk: Desk, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = editing.set_target

    monkeypatch.setattr(editing, "set_target", full_disk)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "=Uno")
        await until(lambda: "Not saved yet." in grid(pilot))
        await press(pilot, "down", "=Dos", "up")
        assert area(pilot).text == "Uno"
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, EditorScreen)
        monkeypatch.setattr(editing, "set_target", real)
        await until(lambda: stored(desk, slug, 2).target == "Dos")
        assert stored(desk, slug, 1).target == "Uno"
        await until(lambda: "Not saved yet." not in grid(pilot))


async def test_hostile_text_is_only_text(desk: Desk) -> None:
    nasty = "[bold]x[/b] [/] [@click=app.quit]y[/] \x1b[31m\u202e and <script>"
    article = Article((Block(1, Role.TITLE, nasty), Block(2, Role.PARAGRAPH, nasty)))
    slug = intake.add_article(desk, article, data=b"n", modified=WHEN)
    editing.set_target(desk, slug, 1, nasty)
    app = TranslatorApp(desk, Config(), slug)
    async with app.run_test(size=(200, 30)) as pilot:
        shown = grid(pilot)
        assert "[bold]x[/b] [/] [@click=app.quit]y[/]" in shown
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert "‹U+202E›" in shown


async def test_five_thousand_segments_are_drawn(desk: Desk) -> None:
    blocks = tuple(Block(n, Role.PARAGRAPH, f"Sentence {n} here.") for n in range(1, 5001))
    slug = intake.add_article(desk, Article(blocks), data=b"b", modified=WHEN)
    app = TranslatorApp(desk, Config(), slug)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "escape", "end")
        assert "Sentence 5000 here." in grid(pilot)
        await press(pilot, "enter", "=Fin")
        await until(lambda: stored(desk, slug, 5000).target == "Fin")


async def test_the_mouse_selects_and_edits(app: TranslatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.click(SegmentList, offset=(30, 2))
        assert at(pilot) == 3
        await pilot.click(SegmentList, offset=(30, 2))
        await press(pilot, "=Tres")
        assert area(pilot).text == "Tres"


async def test_typing_folds_into_one_entry(app: TranslatorApp, desk: Desk, slug: str) -> None:
    async with app.run_test(size=SIZE) as pilot:
        for word in ("El ", "río ", "baja"):
            await press(pilot, f"={word}")
            await until(lambda: not app.screen._is_typed())  # type: ignore[attr-defined]
        await press(pilot, "enter")
    assert [entry.action for entry in journal(desk, slug)] == [Action.TYPE, Action.CONFIRM]


async def test_letters_after_enter_belong_to_the_next_segment(
    app: TranslatorApp, desk: Desk, slug: str
) -> None:
    """All keys are in the queue at once, as a fast typist or a slow machine leaves them."""
    async with app.run_test(size=SIZE) as pilot:
        for key in ("U", "n", "o", "enter", "D", "o", "s", "alt+n", "T", "alt+p", "x", "ctrl+q"):
            letter = key if len(key) == 1 else None
            app.post_message(Key(key, letter))
        await pilot.pause()
    targets = [segment.target for segment in articles.read(desk, slug).segments]
    assert targets == ["Uno", "Dosx", "T", ""]


async def test_keys_after_one_that_leads_away_go_there(
    app: TranslatorApp, desk: Desk, slug: str
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        for key in ("U", "n", "o", "escape", "j", "j", "ctrl+g"):
            app.post_message(Key(key, key if len(key) == 1 else None))
        await until(lambda: isinstance(app.screen, NumberScreen))
        await press(pilot, "escape")
        assert at(pilot) == 3
    assert [one.target for one in articles.read(desk, slug).segments] == ["Uno", "", "", ""]


async def test_two_windows_in_one_segment_lose_neither_text(
    app: TranslatorApp, desk: Desk, slug: str
) -> None:
    other = desks.open_desk(desk.folder)
    async with app.run_test(size=SIZE) as pilot:
        area(pilot).insert("DOS")
        editing.set_target(other, slug, 1, "UNO")  # before the first letter is on the disk
        await until(lambda: stored(desk, slug, 1).target == "DOS")
        await until(lambda: "Changed elsewhere meanwhile" in grid(pilot))
        assert "the other text is in the history (alt+h)." in grid(pilot)
        await press(pilot, "= y")
        await until(lambda: stored(desk, slug, 1).target == "DOS y")
        assert "Changed elsewhere meanwhile" in grid(pilot)
    other.close()
    entries = [one.after for one in journal(desk, slug)]
    assert [one.target for one in entries if isinstance(one, Holding)] == ["UNO", "DOS y"]


async def test_what_is_being_typed_is_not_replaced_under_the_cursor(
    app: TranslatorApp, desk: Desk, slug: str
) -> None:
    other = desks.open_desk(desk.folder)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "=UNO")
        await until(lambda: stored(desk, slug, 1).target == "UNO")
        editing.set_target(other, slug, 1, "DOS", expected="")
        await until(lambda: "Your text stays; the history (alt+h) has both." in grid(pilot))
        assert area(pilot).text == "UNO"
        await press(pilot, "= y")
        await until(lambda: stored(desk, slug, 1).target == "UNO y")
        await until(lambda: "the other text is in the history (alt+h)." in grid(pilot))
    other.close()
    entries = [one.after for one in journal(desk, slug)]
    assert [one.target for one in entries if isinstance(one, Holding)] == ["UNO", "DOS", "UNO y"]


async def test_what_another_wrote_and_was_seen_stays_in_the_history(
    app: TranslatorApp, desk: Desk, slug: str
) -> None:
    other = desks.open_desk(desk.folder)
    async with app.run_test(size=SIZE) as pilot:
        editing.set_target(other, slug, 1, "UNO")
        await until(lambda: area(pilot).text == "UNO")
        await press(pilot, "backspace", "backspace", "backspace", "=DOS")
        await until(lambda: stored(desk, slug, 1).target == "DOS")
    other.close()
    entries = [one.after for one in journal(desk, slug)]
    assert [one.target for one in entries if isinstance(one, Holding)] == ["UNO", "DOS"]


async def test_confirming_over_what_another_wrote_is_said(
    app: TranslatorApp, desk: Desk, slug: str
) -> None:
    other = desks.open_desk(desk.folder)
    async with app.run_test(size=SIZE) as pilot:
        area(pilot).insert("DOS")
        editing.set_target(other, slug, 1, "UNO")
        await press(pilot, "enter")
        assert at(pilot) == 2
        assert "Changed elsewhere meanwhile" in grid(pilot)
    other.close()
    assert stored(desk, slug, 1).target == "DOS"


async def test_a_note_has_every_letter_that_was_typed_before_it_was_left(
    app: TranslatorApp, desk: Desk, slug: str
) -> None:
    """All keys are in the queue at once; the one that leaves overtakes none."""
    async with app.run_test(size=SIZE) as pilot:
        for leaving in ("ctrl+s", "escape"):
            await press(pilot, "alt+j")
            await until(lambda: app.focused is not None and app.focused.id == "note")
            for letter in "pregunta":
                app.post_message(Key(letter, letter))
            app.post_message(Key(leaving, None))
            await until(lambda: isinstance(app.screen, EditorScreen))
    assert stored(desk, slug, 1).note == "preguntapregunta"


async def test_what_is_typed_before_a_panel_is_open_stands_in_it(
    app: TranslatorApp, desk: Desk, slug: str
) -> None:
    """The key that opens it and all letters are in the queue at once."""
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "=Uno")
        app.post_message(Key("alt+j", None))
        for letter in "pregunta":
            app.post_message(Key(letter, letter))
        await until(lambda: app.focused is not None and app.focused.id == "note")
        await pilot.pause(0.1)
        await press(pilot, "escape")
        await until(lambda: stored(desk, slug, 1).note != "")
    assert (stored(desk, slug, 1).target, stored(desk, slug, 1).note) == ("Uno", "pregunta")


async def test_an_article_is_read_once_and_laid_out_for_the_width_there_is(
    app: TranslatorApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[bool] = []
    before = OpenArticle.read

    def noted(article: OpenArticle) -> None:
        read.append(app.screen.has_class("-wide"))
        before(article)

    monkeypatch.setattr(OpenArticle, "read", noted)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert read == [True]
