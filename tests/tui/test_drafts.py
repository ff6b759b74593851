"""Machine drafts that are asked for in the editor: told in figures, taken back and done again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pseudo import PseudoEngine
from tests.tui.conftest import grid, press
from tests.tui.test_editor import SIZE, area, stored, until
from translator import desk as desks
from translator import editing, pretranslate
from translator.desk import Desk, articles
from translator.tui.app import TranslatorApp
from translator.tui.background import Pretranslation


@pytest.fixture(autouse=True)
def _fills_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    async def run(_self: Pretranslation, folder: Path, wanted: str, *_rest: object) -> str:
        other = desks.open_desk(folder)
        list(pretranslate.fill(other, [wanted], PseudoEngine()))
        other.close()
        return ""

    monkeypatch.setattr(Pretranslation, "run", run)


async def test_drafts_are_taken_back_by_one_key(app: TranslatorApp, desk: Desk, slug: str) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "=El río baja a su nivel más bajo", "enter", "f5")
        await until(lambda: "alt+z takes them back" in grid(pilot))
        assert area(pilot).text.startswith("‹The›")
        await press(pilot, "ctrl+z")
        assert "Taken back: draft (3)" in grid(pilot)
        assert area(pilot).text == ""
        assert [one.target for one in articles.read(desk, slug).segments[1:]] == [""] * 3
        await press(pilot, "ctrl+y")
        assert area(pilot).text.startswith("‹The›")
        await press(pilot, "=!", "alt+z")
        assert area(pilot).text.endswith("›")
        await press(pilot, "alt+z", "alt+z")
        assert stored(desk, slug, 1).is_open


async def test_what_a_machine_wrote_before_is_passed_over(
    app: TranslatorApp, desk: Desk, slug: str
) -> None:
    list(pretranslate.fill(desk, [slug], PseudoEngine()))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "alt+z")
        assert "nothing to take back" in grid(pilot)
        await press(pilot, "f5")
        await until(lambda: "No segment is empty." in grid(pilot))
        await press(pilot, "alt+z")
        assert "nothing to take back" in grid(pilot)


async def test_what_stays_empty_is_told(
    app: TranslatorApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run(_self: Pretranslation, folder: Path, wanted: str, *_rest: object) -> str:
        other = desks.open_desk(folder)
        editing.set_target(other, wanted, 2, "El río bajó.")
        other.close()
        return ""

    monkeypatch.setattr(Pretranslation, "run", run)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "f5")
        await until(lambda: "3 segments stay empty: the machine gave them up." in grid(pilot))
