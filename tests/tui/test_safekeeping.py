"""Copies of the desk are made beside the screen, and what hinders them is said once."""

from __future__ import annotations

import threading
import time

import pytest

from translator import editing
from translator.config import Config
from translator.desk import Desk, copies
from translator.errors import DeskError
from translator.tui import safekeeping
from translator.tui.app import TranslatorApp
from translator.tui.safekeeping import Safekeeping


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safekeeping, "_FIRST_S", 0.01)
    monkeypatch.setattr(safekeeping, "_LOOK_S", 0.01)


def wait_for_a_copy(desk: Desk) -> int:
    for _ in range(500):
        if found := copies.copies(desk.folder):
            return len(found)
        time.sleep(0.01)
    return 0


def test_a_copy_is_made_soon_and_then_only_when_it_is_due(desk: Desk, slug: str) -> None:
    keeper = Safekeeping(desk.folder, Config())
    keeper.start(lambda error: pytest.fail(str(error)))
    assert wait_for_a_copy(desk) == 1
    editing.confirm(desk, slug, 1, "El río baja")
    time.sleep(0.1)
    keeper.stop()
    assert len(copies.copies(desk.folder)) == 1


def test_no_copy_is_made_where_none_is_wanted(desk: Desk, slug: str) -> None:
    keeper = Safekeeping(desk.folder, Config(backup_minutes=0))
    keeper.start(lambda error: pytest.fail(str(error)))
    time.sleep(0.1)
    keeper.stop()
    assert copies.copies(desk.folder) == ()


def test_trouble_is_told_once(desk: Desk, slug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tries, twice = [], threading.Event()

    def fail(*_given: object) -> None:
        tries.append(1)
        if len(tries) > 2:
            twice.set()
        raise DeskError("disk-full", path="x", detail="full")

    monkeypatch.setattr(copies, "keep", fail)
    told: list[DeskError] = []
    keeper = Safekeeping(desk.folder, Config())
    keeper.start(told.append)
    assert twice.wait(5)
    keeper.stop()
    assert [error.code for error in told] == ["disk-full"]


async def test_the_screen_makes_one(desk: Desk, slug: str) -> None:
    app = TranslatorApp(desk, Config())
    async with app.run_test() as pilot:
        for _ in range(100):
            await pilot.pause(0.02)
            if copies.copies(desk.folder):
                break
        assert len(copies.copies(desk.folder)) == 1
