"""What waits for the hands to rest: the garbage collector, where whoever began has held it, and
what is done now and then."""

from __future__ import annotations

import gc
import itertools
from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest

from tests.tui.conftest import press, settle
from translator.tui import resting
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
        assert gc.get_threshold()[0] == resting.MOST


async def test_it_does_not_walk_between_two_keys(
    app: TranslatorApp, held: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    walks: list[int] = []
    clock = [100.0]
    monkeypatch.setattr(resting, "time", SimpleNamespace(monotonic=lambda: clock[0]))
    monkeypatch.setattr(resting, "YOUNG", 0)
    monkeypatch.setattr(resting, "REST_S", 3600.0)
    async with app.run_test() as pilot:
        await settle(pilot)
        counted = SimpleNamespace(collect=walks.append, get_count=lambda: (1, 0, 0))
        monkeypatch.setattr(resting, "gc", counted)
        await press(pilot, "=a")
        clock[0] += resting.REST_S / 2
        app._collect()
        assert walks == []
        clock[0] += resting.REST_S
        app._collect()
        assert walks == [1]


async def test_what_is_done_now_and_then_waits_for_a_rest_but_not_for_ever(
    app: TranslatorApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [100.0]
    monkeypatch.setattr(resting, "time", SimpleNamespace(monotonic=lambda: clock[0]))
    turns: list[Callable[[], None]] = []
    done: list[float] = []
    async with app.run_test() as pilot:
        await settle(pilot)
        monkeypatch.setattr(app, "set_interval", lambda _every, turn: turns.append(turn))
        resting.repeat_at_rest(app, 1.0, lambda: done.append(clock[0]))
        turn = turns[0]
        turn()
        assert done == [100.0]
        await press(pilot, "=a")
        clock[0] += resting.REST_S / 2
        turn()
        assert done == [100.0]
        clock[0] += resting.REST_S
        turn()
        assert done == [100.0, clock[0]]
        while clock[0] < 110:
            await press(pilot, "=a")
            clock[0] += resting.REST_S / 2
            turn()
        pauses = [after - before for before, after in itertools.pairwise(done[1:])]
        assert len(pauses) > 2
        assert max(pauses) < resting.LATEST_S + resting.REST_S
