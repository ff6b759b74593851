"""The garbage collector waits for the hands to rest, where whoever began has held it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from tests.tui.conftest import press, settle
from translator.tui import collecting
from translator.tui.app import TranslatorApp


@pytest.fixture
def held() -> Iterator[None]:
    """A collector that is held, and afterwards as it was."""
    before = gc.get_threshold()
    gc.disable()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)
    gc.enable()


async def test_a_collector_that_is_on_is_left_alone(app: TranslatorApp) -> None:
    before = gc.get_threshold(), gc.get_freeze_count()
    async with app.run_test() as pilot:
        await settle(pilot)
        assert (gc.get_threshold(), gc.get_freeze_count()) == before


async def test_it_works_again_once_the_screen_stands(app: TranslatorApp, held: None) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        assert gc.isenabled()
        assert gc.get_freeze_count() > 10_000
        assert gc.get_threshold()[0] == collecting.MOST


async def test_it_does_not_walk_between_two_keys(
    app: TranslatorApp, held: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    walks: list[int] = []
    clock = [100.0]
    monkeypatch.setattr(collecting, "time", SimpleNamespace(monotonic=lambda: clock[0]))
    monkeypatch.setattr(collecting, "YOUNG", 0)
    monkeypatch.setattr(collecting, "REST_S", 3600.0)
    async with app.run_test() as pilot:
        await settle(pilot)
        counted = SimpleNamespace(collect=walks.append, get_count=lambda: (1, 0, 0))
        monkeypatch.setattr(collecting, "gc", counted)
        await press(pilot, "=a")
        clock[0] += collecting.REST_S / 2
        app._collect()
        assert walks == []
        clock[0] += collecting.REST_S
        app._collect()
        assert walks == [1]
