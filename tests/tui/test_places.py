"""Every place beside the editor as a grid of text at three sizes, and in Spanish.

Renew the grids with ENGESP_RENEW_GOLDEN=1 and read the difference.
"""

from __future__ import annotations

from datetime import datetime

import pytest
from rich.cells import cell_len
from textual.command import CommandPalette

from tests.tui.conftest import grid, press
from tests.tui.test_editor import until
from tests.tui.test_screens import SIZES, compare
from translator import editing, i18n
from translator.desk import Desk
from translator.model import State
from translator.tui import keys, places, screen_keys
from translator.tui.app import TranslatorApp
from translator.tui.screens.keys import KeysScreen
from translator.tui.widgets.hints import hints

SPANISH = {
    1: "El río baja a su nivel más bajo",
    2: "El río bajó el lunes.",
    3: "Está a <1>dos metros</1> ahora.",
}

SHOWN = {
    "structure": ("end", "x"),
    "reading": ("down", "right", "e"),
    "preview": (),
    "search": ("=rio", "tab", "=arroyo", "enter", "space"),
    "concordance": ("=lunes",),
    "history": ("down",),
    "names": (),
}
"""What is pressed in each place before the picture is taken."""


@pytest.fixture(autouse=True)
def _worked(monkeypatch: pytest.MonkeyPatch, clock: datetime, desk: Desk, slug: str) -> None:
    monkeypatch.setenv("TZ", "UTC")
    for number, text in SPANISH.items():
        editing.confirm(desk, slug, number, text)
    editing.mark(desk, slug, 1, State.REVIEWED)


async def picture(app: TranslatorApp, slug: str, place: str, size: tuple[int, int]) -> str:
    async with app.run_test(size=size) as pilot:
        opens = getattr(app, f"open_{place}")
        opens(*(() if place == "concordance" else (slug,)))
        await pilot.pause()
        await press(pilot, *SHOWN[place])
        if place == "search":
            await until(lambda: "arroyo" in grid(pilot).split("\n", 4)[-1])
        if place == "names":
            await until(lambda: "0 terms" in grid(pilot) or "0 términos" in grid(pilot))
        await pilot.pause()
        return grid(pilot)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("place", SHOWN)
async def test_the_place_looks_so(
    library: TranslatorApp, desk: Desk, slug: str, place: str, size: tuple[int, int]
) -> None:
    shown = await picture(library, slug, place, size)
    compare(f"{place}-{size[0]}x{size[1]}", shown, desk.folder)


async def test_panels_fit_a_small_terminal(library: TranslatorApp, desk: Desk, slug: str) -> None:
    async with library.run_test(size=(80, 24)) as pilot:
        library.open_structure(slug)
        await press(pilot, "i")
        compare("facts-80x24", grid(pilot), desk.folder)


def test_every_place_has_a_title_and_keys_of_its_own() -> None:
    ids = [key.id for table in places.TABLES.values() for key in table]
    assert len(ids) == len(set(ids))
    for place in places.TABLES:
        assert places.TITLES[place]
        taken = [one for key in places.table(place) for one in key.keys.split(",") if key.action]
        assert len(taken) == len(set(taken)), place


def test_no_key_is_one_that_terminals_do_not_send() -> None:
    dead = {"alt+b", "alt+f", "ctrl+i", "ctrl+m", "ctrl+h", "alt+enter", "shift+enter"}
    for table in screen_keys.TABLES.values():
        for key in table:
            for one in key.keys.split(","):
                assert one not in dead
                assert not (one.startswith("alt+") and one[4:].isdecimal())


def test_the_editor_is_among_the_places() -> None:
    assert set(keys.TABLES) < set(places.TABLES)


@pytest.mark.parametrize("place", [*SHOWN, "library"])
async def test_help_palette_and_the_way_out_are_on_the_same_keys_everywhere(
    library: TranslatorApp, slug: str, place: str
) -> None:
    async with library.run_test(size=(80, 24)) as pilot:
        if place != "library":
            opens = getattr(library, f"open_{place}")
            opens(*(() if place == "concordance" else (slug,)))
        await pilot.pause()
        here = library.screen
        await press(pilot, "up", "f1")
        assert isinstance(library.screen, KeysScreen)
        await press(pilot, "escape", "ctrl+p")
        await until(lambda: isinstance(library.screen, CommandPalette))
        await press(pilot, "escape")
        await until(lambda: library.screen is here)
        await press(pilot, "q" if place == "library" else "ctrl+q")
        await until(lambda: library.return_code == 0)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_keys_at_the_foot_fit_a_small_terminal(language: str) -> None:
    i18n.use(language)
    wide = {place: cell_len(hints(place).plain) for place in places.TABLES}
    assert {place: width for place, width in wide.items() if width > 80} == {}
