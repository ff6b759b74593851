"""Every panel that opens over a screen as a grid of text at three sizes: nothing is cut off.

Renew the grids with ENGESP_RENEW_GOLDEN=1 and read the difference.
"""

from __future__ import annotations

from datetime import datetime

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import grid, press, settle
from tests.tui.test_editor import until
from tests.tui.test_screens import SIZES, compare
from translator import desk as desks
from translator import editing
from translator.config import Config
from translator.desk import Desk
from translator.tui import greeting
from translator.tui.app import TranslatorApp

EDITOR = {
    "keys": ("f1",),
    "number": ("ctrl+g",),
    "ignore": ("ctrl+o",),
    "note": ("alt+j",),
    "term": ("alt+t",),
    "copy": ("alt+y",),
    "palette": ("ctrl+p",),
    "cut": ("alt+k",),
}
LIBRARY = {"add": ("a",), "paste": ("v",), "formats": ("E",), "filter": ("slash", "r")}


@pytest.fixture(autouse=True)
def _fixed_time(monkeypatch: pytest.MonkeyPatch, clock: datetime) -> None:
    monkeypatch.setenv("TZ", "UTC")


async def at_all_sizes(pilot: Pilot[int], name: str, desk: Desk) -> None:
    """The same panel while the terminal changes."""
    for size in SIZES:
        await pilot.resize_terminal(*size)
        await pilot.pause()
        shown = grid(pilot)
        if name in LIBRARY:
            shown = "\n".join(shown.split("\n")[1:])  # the folder of a test has another length
        compare(f"{name}-{size[0]}x{size[1]}", shown, desk.folder)


@pytest.mark.parametrize("name", EDITOR)
async def test_a_panel_of_the_editor_looks_so(
    app: TranslatorApp, desk: Desk, slug: str, name: str
) -> None:
    editing.set_target(desk, slug, 3, "Está a  dos metros.")
    async with app.run_test(size=SIZES[0]) as pilot:
        await press(pilot, "down", "down")
        await settle(pilot)
        await press(pilot, *EDITOR[name])
        if name == "palette":
            await until(lambda: "alt+i" in grid(pilot))
        await at_all_sizes(pilot, name, desk)


@pytest.mark.parametrize("name", LIBRARY)
async def test_a_panel_of_the_library_looks_so(
    library: TranslatorApp, desk: Desk, slug: str, name: str
) -> None:
    async with library.run_test(size=SIZES[0]) as pilot:
        await press(pilot, *LIBRARY[name])
        await at_all_sizes(pilot, name, desk)


async def test_the_first_start_looks_so(
    desk: Desk, slug: str, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setenv("TRANSLATOR_DATA_DIR", f"{tmp_path}/fresh")
    app = TranslatorApp(desk, Config(), slug)
    async with app.run_test(size=SIZES[0]) as pilot:
        await settle(pilot)
        await at_all_sizes(pilot, "greeting", desk)
    assert not greeting.is_first_start()


async def test_an_empty_desk_looks_so(tmp_path: object, desk: Desk) -> None:
    empty = desks.open_desk(desk.folder / "none")
    app = TranslatorApp(empty, Config())
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.pause()
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            shown = "\n".join(grid(pilot).split("\n")[1:])
            compare(f"empty-{size[0]}x{size[1]}", shown, desk.folder)
    empty.close()
