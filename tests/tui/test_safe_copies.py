"""What the disk refuses is offered a place elsewhere, comes back from there, and is never lost
without a word."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from tests.confined import without_room
from tests.tui.conftest import full_disk, grid, press
from tests.tui.test_editor import SIZE, draft, stored, until
from translator import desk as desks
from translator import editing, importing, rescue
from translator.desk import Desk, articles
from translator.errors import DeskError
from translator.importing import Kind
from translator.model import State
from translator.tui.app import TranslatorApp
from translator.tui.screens.asking import LinesScreen

REFUSED = ("set_target", "confirm")


@pytest.fixture
def refusing(slug: str) -> Iterator[pytest.MonkeyPatch]:
    """A disk that takes nothing until `undo` is called."""
    own = pytest.MonkeyPatch()
    for name in REFUSED:
        own.setattr(editing, name, full_disk)
    yield own
    own.undo()


@pytest.fixture
def home() -> Path:
    return Path(os.environ["HOME"])


async def refused(pilot: Pilot[int]) -> None:
    await until(lambda: "Not saved yet. ctrl+l: emergency copy." in grid(pilot))


async def test_a_copy_is_offered_written_and_taken_back(
    app: TranslatorApp, desk: Desk, slug: str, refusing: pytest.MonkeyPatch, home: Path
) -> None:
    refusing.undo()
    editing.confirm(desk, slug, 2, "Ya confirmado")
    draft(desk, slug, 4, "Borrador de máquina")
    for name in REFUSED:
        refusing.setattr(editing, name, full_disk)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "=El río ñ", "ctrl+down", "ctrl+u", "=Otra vez", "alt+n", "=Ahora")
        await refused(pilot)
        await press(pilot, "ctrl+l")
        assert isinstance(app.screen, LinesScreen)
        given = app.screen.query_one(Input).value
        assert given == str(home / f"{slug}.emergency.po")
        await press(pilot, "enter")
        assert "The copy is in" in grid(pilot)
        refusing.undo()
    assert stored(desk, slug, 1).target == "El río ñ"  # it could be saved at the end
    editing.undo(desk, slug)
    file = polib.pofile(given)
    assert [one.msgstr for one in file] == ["El río ñ", "Otra vez", "Ahora", "Borrador de máquina"]
    assert [one.fuzzy for one in file] == [True, True, True, True]


def test_import_takes_back_what_was_not_saved_and_nothing_else(
    desk: Desk, slug: str, tmp_path: Path
) -> None:
    editing.confirm(desk, slug, 1, "El río baja")
    editing.confirm(desk, slug, 2, "El río cayó")
    draft(desk, slug, 4, "Nadie")
    unsaved = {2: "El río cayó el lunes", 3: "Está a <1>dos metros</1>", 4: "Nadie resultó herido"}
    text = rescue.content(articles.read(desk, slug), unsaved)
    path = rescue.write(tmp_path, rescue.name(slug), text)
    before = articles.read(desk, slug).segments
    report = importing.import_entries(desk, str(path), Kind.PO)
    assert [one.result for one in report.outcomes] == ["unchanged", "draft", "draft", "draft"]
    after = articles.read(desk, slug).segments
    assert after[0] == before[0]
    assert {one.id: one.target for one in after[1:]} == unsaved
    assert {one.state for one in after[1:]} == {State.INITIAL}
    again = importing.import_entries(desk, str(path), Kind.PO)
    assert {one.result for one in again.outcomes} == {"unchanged"}


def test_import_does_not_undo_what_was_changed_since(desk: Desk, slug: str, tmp_path: Path) -> None:
    text = rescue.content(articles.read(desk, slug), {1: "viejo"})
    path = rescue.write(tmp_path, rescue.name(slug), text)
    editing.confirm(desk, slug, 1, "nuevo")
    (first, *_rest) = importing.import_entries(desk, str(path), Kind.PO).outcomes
    assert (first.result, first.reason) == ("refused", "entry-changed")


async def test_another_place_can_be_given_and_what_hinders_is_said(
    app: TranslatorApp, desk: Desk, slug: str, refusing: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "there.po").write_text("mine", encoding="utf-8")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "=Uno")
        await refused(pilot)
        await press(pilot, "ctrl+l")
        field = app.screen.query_one(Input)
        for wrong, words in (
            ("", "Name a file or a folder"),
            (str(tmp_path / "there.po"), "is there already"),
            (str(tmp_path / "there.po" / "x.po"), "cannot be written"),
        ):
            field.value = wrong
            await press(pilot, "enter")
            assert words in str(app.screen.query_one("#wrong", Static).content), wrong
        folder = tmp_path / "sub"
        folder.mkdir()
        field.value = str(folder)
        await press(pilot, "enter")
        refusing.undo()
    assert polib.pofile(str(folder / f"{slug}.emergency.po"))[0].msgstr == "Uno"
    assert (tmp_path / "there.po").read_text(encoding="utf-8") == "mine"


async def test_where_all_is_saved_there_is_nothing_to_rescue(
    app: TranslatorApp, desk: Desk, slug: str, home: Path
) -> None:
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "=Uno", "ctrl+l")
        assert "Everything is saved." in grid(pilot)
    assert list(home.glob("*.po")) == []


async def test_the_palette_has_it(app: TranslatorApp, desk: Desk, slug: str) -> None:
    async with app.run_test(size=SIZE, notifications=True):
        titles = [one.title for one in app.get_system_commands(app.screen)]
    assert "emergency copy of what is not saved" in titles


async def test_quitting_is_asked_each_time_there_is_something_new_to_lose(
    app: TranslatorApp, desk: Desk, slug: str, refusing: pytest.MonkeyPatch, home: Path
) -> None:
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "=Uno", "ctrl+q")
        assert "Not everything is saved. ctrl+l writes it elsewhere." in " ".join(
            grid(pilot).split()
        )
        await press(pilot, "= y más", "ctrl+q")
        assert app.is_running
        assert app.rescued == []
        await press(pilot, "ctrl+q")
        assert app.rescued == [home / f"{slug}.emergency.po"]
        refusing.undo()
    assert polib.pofile(str(app.rescued[0]))[0].msgstr == "Uno y más"


async def test_a_panel_over_the_editor_hides_nothing_from_quit(
    app: TranslatorApp, desk: Desk, slug: str, refusing: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "=Uno", "f1")
        await app.run_action("quit")
        assert app.rescued == []
        assert app.is_running
        refusing.undo()
    assert stored(desk, slug, 1).target == "Uno"


async def test_a_polite_kill_leaves_a_copy(
    app: TranslatorApp, desk: Desk, slug: str, refusing: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "=Uno")
        os.kill(os.getpid(), signal.SIGTERM)
        await until(lambda: bool(app.rescued))
        refusing.undo()
    assert polib.pofile(str(app.rescued[0]))[0].msgstr == "Uno"


async def test_the_reading_pass_offers_it_too(
    library: TranslatorApp, desk: Desk, slug: str, refusing: pytest.MonkeyPatch, home: Path
) -> None:
    refusing.undo()
    editing.confirm(desk, slug, 1, "El río baja")
    async with library.run_test(size=SIZE, notifications=True) as pilot:
        library.open_reading(slug)
        refusing.setattr(editing, "set_target", full_disk)
        await press(pilot, "enter", "=x")
        await refused(pilot)
        await press(pilot, "ctrl+l", "enter")
        refusing.undo()
    assert polib.pofile(str(home / f"{slug}.emergency.po"))[0].msgstr == "El río bajax"


def test_a_place_with_room_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    home = Path(os.environ["HOME"])
    assert rescue.place("a.emergency.po", "x") == home / "a.emergency.po"
    (home / "a.emergency.po").write_text("mine", encoding="utf-8")
    assert rescue.place("a.emergency.po", "x") == home / "a-2.emergency.po"
    monkeypatch.setenv("HOME", str(tmp_path / "none"))
    assert rescue.place("a.emergency.po", "x") == tmp_path / "a.emergency.po"
    with without_room():
        assert rescue.place("a.emergency.po", "x") is None
        with pytest.raises(DeskError):
            rescue.write(tmp_path, "a.emergency.po", "x")
    assert list(tmp_path.iterdir()) == []


async def test_a_full_disk_from_the_first_letter_to_the_copy_and_back(
    app: TranslatorApp, desk: Desk, slug: str, home: Path
) -> None:
    (pages,) = desk.connection.execute("PRAGMA page_count").fetchone()
    desk.connection.execute(f"PRAGMA max_page_count = {pages}")
    long = "palabra " * 1200
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        app.screen.query_one("#target").replace_all(long)  # type: ignore[attr-defined]
        await refused(pilot)
        await press(pilot, "ctrl+l", "enter")
        assert "The copy is in" in grid(pilot)
        desk.connection.execute("PRAGMA max_page_count = 1000000")
        await until(lambda: stored(desk, slug, 1).target == long)
    assert polib.pofile(str(home / f"{slug}.emergency.po"))[0].msgstr == long
    assert desks.version(desk)


async def test_a_note_that_the_disk_refuses_is_kept_copied_and_saved_when_it_can_be(
    app: TranslatorApp, desk: Desk, slug: str, refusing: pytest.MonkeyPatch
) -> None:
    refusing.undo()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "alt+j", "=Qué río")
        refusing.setattr(editing, "set_note", full_disk)
        await press(pilot, "escape")
        await refused(pilot)
        await press(pilot, "ctrl+l", "enter")
        assert "The copy is in" in grid(pilot)
        (copy,) = Path(os.environ["HOME"]).glob("*.emergency.po")
        assert "Qué río" in copy.read_text(encoding="utf-8")
        assert stored(desk, slug, 1).note == ""
        refusing.undo()
        await until(lambda: stored(desk, slug, 1).note == "Qué río")
