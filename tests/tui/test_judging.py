"""Findings in the editor: a fix is seen before it is typed, and what is ignored is gone."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.tui.conftest import grid, press, settle
from tests.tui.test_editor import SIZE, area, at, stored, until
from tests.tui.test_editor_offers import panel
from translator import checking, editing
from translator import desk as desks
from translator.config import Config
from translator.desk import Desk, articles
from translator.model import State
from translator.tui import keys
from translator.tui.app import TranslatorApp
from translator.tui.screens.editor import EditorScreen
from translator.tui.screens.ignoring import IgnoreScreen


async def arrive(pilot: Pilot[int], number: int) -> None:
    """Be at a segment, with what is known of it on the screen."""
    await press(pilot, *["ctrl+down"] * (number - at(pilot)))
    await settle(pilot)


def status(pilot: Pilot[int]) -> str:
    return str(pilot.app.screen.query_one("#status").render())


def line(pilot: Pilot[int], words: str) -> str:
    """The line of the panel with these words."""
    return next((one for one in panel(pilot).splitlines() if words in one), "")


async def test_what_is_still_being_typed_is_not_told_what_it_lacks(
    app: TranslatorApp, desk: Desk, slug: str
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await arrive(pilot, 3)
        await press(pilot, "=Está a  dos")
        await until(lambda: bool(line(pilot, "Two spaces")))
        assert not line(pilot, "is missing")
        assert "is missing" not in status(pilot)
        await press(pilot, "=.")
        await until(lambda: bool(line(pilot, "<1> is missing")))


async def test_an_error_that_was_confirmed_is_told(
    app: TranslatorApp, desk: Desk, slug: str
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await arrive(pilot, 3)
        await press(pilot, "=Está a dos metros.", "enter")
        assert at(pilot) == 4
        await until(
            lambda: "Segment 3 was confirmed with an error: <1> is missing" in status(pilot)
        )


async def test_the_panel_tells_which_finding_each_key_is_for(
    app: TranslatorApp, desk: Desk, slug: str
) -> None:
    editing.set_target(desk, slug, 3, "Ahora está en 3  metros.")  # without its link
    async with app.run_test(size=SIZE) as pilot:
        await arrive(pilot, 3)
        assert line(pilot, "<1> is missing").endswith("(ctrl+o: ignore)")
        assert line(pilot, "3 → 2").endswith("alt+g: 3 → 2")
        assert line(pilot, "Two spaces").endswith("␣␣ → ␣")
        await press(pilot, "f8")
        assert line(pilot, "3 → 2").endswith("alt+g: 3 → 2 (ctrl+o: ignore)")
        assert "has become “3” (+2)" in status(pilot)
        await press(pilot, "f8", "alt+g")
        assert area(pilot).text == "Ahora está en 3 metros."
        await until(lambda: not line(pilot, "Two spaces"))
        assert line(pilot, "3 → 2").endswith("alt+g: 3 → 2 (ctrl+o: ignore)")
        await press(pilot, "alt+g")
        assert area(pilot).text == stored(desk, slug, 3).target == "Ahora está en 2 metros."
        assert "3 → 2 is put in; ctrl+z takes it back." in status(pilot)
        await press(pilot, "ctrl+z")
        assert area(pilot).text == "Ahora está en 3 metros."
        await press(pilot, "ctrl+z")
        assert area(pilot).text == "Ahora está en 3  metros."


async def test_what_was_typed_before_a_fix_is_not_taken_back_with_it(
    app: TranslatorApp, desk: Desk, slug: str
) -> None:
    editing.set_target(desk, slug, 2, "El río  bajó el lunes")
    async with app.run_test(size=SIZE) as pilot:
        await arrive(pilot, 2)
        await press(pilot, "=.")
        await until(lambda: stored(desk, slug, 2).target.endswith("."))
        await settle(pilot)
        await press(pilot, "alt+g", "=x", "ctrl+z", "ctrl+z")
        assert area(pilot).text == "El río  bajó el lunes."


async def test_a_fix_is_told_first_where_the_panel_is_hidden(desk: Desk, slug: str) -> None:
    editing.set_target(desk, slug, 2, "El río  bajó el lunes.")
    app = TranslatorApp(desk, Config(), slug)
    async with app.run_test(size=(80, 24)) as pilot:
        await arrive(pilot, 2)
        await press(pilot, "alt+g")
        assert "␣␣ → ␣ · alt+g again puts it in." in status(pilot)
        assert stored(desk, slug, 2).target == area(pilot).text == "El río  bajó el lunes."
        await press(pilot, "alt+g")
        assert area(pilot).text == "El río bajó el lunes."


async def test_no_fix_goes_into_a_text_that_was_not_judged(
    app: TranslatorApp, desk: Desk, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("translator.tui.screens.editor.offering.REST_S", 60.0)
    editing.set_target(desk, slug, 2, "El río  bajó el lunes.")
    async with app.run_test(size=SIZE) as pilot:
        await arrive(pilot, 2)
        for key in ("alt+g", "ctrl+o"):
            await press(pilot, "home", "=A ", key)
            assert area(pilot).text.endswith("El río  bajó el lunes.")
            assert "has changed since it was checked" in status(pilot)
            assert isinstance(app.screen, EditorScreen)
            await settle(pilot)
        await press(pilot, "alt+g")
        assert area(pilot).text == "A A El río bajó el lunes."


async def test_a_fix_may_be_that_nothing_stands_there(
    app: TranslatorApp, desk: Desk, slug: str
) -> None:
    editing.confirm(desk, slug, 1, "El río baja.")
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "ctrl+up")
        await settle(pilot)
        assert "alt+g: . → nothing" in panel(pilot)
        await press(pilot, "alt+g")
        assert area(pilot).text == "El río baja"
        assert stored(desk, slug, 1).state is not State.TRANSLATED
        await settle(pilot)
        await press(pilot, "alt+g")
        assert "has a fix" in status(pilot)


async def test_what_is_ignored_is_gone_everywhere_and_is_listed(
    app: TranslatorApp, desk: Desk, slug: str
) -> None:
    editing.set_target(desk, slug, 3, "Ahora está a dos metros.")  # without its link
    editing.set_target(desk, slug, 4, "Nadie resultó herido.")
    async with app.run_test(size=SIZE) as pilot:
        await arrive(pilot, 3)
        assert "<1> is missing" in status(pilot)
        await press(pilot, "ctrl+o")
        assert isinstance(app.screen, IgnoreScreen)
        assert "<1> is missing" in grid(pilot)
        assert f"translator check {slug} --heed 3:codes-missing" in grid(pilot)
        await press(pilot, "enter")
        assert "Say why it may stand." in grid(pilot)
        await press(pilot, "= Sin [b]enlace", "enter")
        await until(lambda: "Ignored 1" in panel(pilot))
        assert "Findings" not in panel(pilot)
        await press(pilot, "f8")
        await until(lambda: "Nothing was found in the whole article." in status(pilot))
        assert at(pilot) == 3
        await press(pilot, "f4", "down", "enter")
        assert line(pilot, "Sin") == "3 <1> is missing: Sin [b]enlace (3:codes-missing)"
        await press(pilot, "escape", "ctrl+down", "ctrl+up")
        await settle(pilot)
        assert "missing" not in status(pilot)
    kept = checking.ignored_in(desk, articles.read(desk, slug))
    assert [(one.segment, one.rule, one.reason) for one in kept] == [
        (3, "codes-missing", "Sin [b]enlace")
    ]


async def test_what_is_ignored_is_heard_again_when_its_text_changes(
    app: TranslatorApp, desk: Desk, slug: str
) -> None:
    editing.set_target(desk, slug, 2, "El río  bajó el lunes.")
    checking.ignore(desk, slug, 2, "double-space", "Así")
    async with app.run_test(size=SIZE) as pilot:
        await arrive(pilot, 2)
        assert "Ignored 1" in panel(pilot)
        assert "Two spaces" not in status(pilot)
        await press(pilot, "=x")
        await until(lambda: "Two spaces" in panel(pilot))
        assert "Ignored" not in panel(pilot)


async def test_what_another_process_takes_back_is_heard_again(
    app: TranslatorApp, desk: Desk, slug: str
) -> None:
    editing.set_target(desk, slug, 2, "El río  bajó el lunes.")
    checking.ignore(desk, slug, 2, "double-space", "Así")
    other = desks.open_desk(desk.folder)
    async with app.run_test(size=SIZE) as pilot:
        await arrive(pilot, 2)
        assert "Ignored 1" in panel(pilot)
        checking.heed(other, slug, 2, "double-space")
        await press(pilot, "ctrl+down", "ctrl+up")
        await until(lambda: "Two spaces" in panel(pilot))
        assert "Ignored" not in panel(pilot)
    other.close()


async def test_what_is_ignored_counts_again_by_the_same_key(
    app: TranslatorApp, desk: Desk, slug: str
) -> None:
    editing.set_target(desk, slug, 2, "El río  bajó el lunes.")
    checking.ignore(desk, slug, 2, "double-space", "Así")
    async with app.run_test(size=SIZE) as pilot:
        await arrive(pilot, 2)
        assert not line(pilot, "␣␣ → ␣")
        await press(pilot, "ctrl+o")
        assert "It counts again: Two spaces" in status(pilot)
        await until(lambda: bool(line(pilot, "␣␣ → ␣")))


async def test_esc_ignores_nothing(app: TranslatorApp, desk: Desk, slug: str) -> None:
    editing.set_target(desk, slug, 2, "El río  bajó el lunes.")
    async with app.run_test(size=SIZE) as pilot:
        await arrive(pilot, 2)
        await press(pilot, "ctrl+o", "=nada", "escape")
        assert isinstance(app.screen, EditorScreen)
        await settle(pilot)
        assert "Two spaces" in panel(pilot)
    assert checking.ignored_in(desk, articles.read(desk, slug)) == ()


async def test_without_a_finding_the_keys_say_so(app: TranslatorApp, desk: Desk, slug: str) -> None:
    editing.set_target(desk, slug, 4, "Nadie resultó herido.")
    async with app.run_test(size=SIZE) as pilot:
        await arrive(pilot, 4)
        await press(pilot, "alt+g")
        assert "No finding of this segment has a fix." in status(pilot)
        await press(pilot, "ctrl+o")
        assert "Nothing was found in this segment." in status(pilot)
        assert not app.screen.query(Input)
    assert stored(desk, slug, 4).target == "Nadie resultó herido."


async def test_the_panel_has_the_keys_that_a_person_chose(
    desk: Desk, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "_chosen", {"editor.fix": "ctrl+l"})
    editing.set_target(desk, slug, 2, "El río  bajó el lunes.")
    app = TranslatorApp(desk, Config(), slug)
    async with app.run_test(size=SIZE) as pilot:
        await arrive(pilot, 2)
        assert "ctrl+l: ␣␣ → ␣" in panel(pilot)
        await press(pilot, "ctrl+l")
        assert area(pilot).text == "El río bajó el lunes."
