"""Children beside the screen: none outlives the program."""

from __future__ import annotations

import asyncio
import contextlib
from pathlib import Path

import pytest

from translator.tui.background import Child


@pytest.mark.parametrize("turns", [1, 2, 5, 20])
async def test_a_child_that_is_still_starting_is_seen_off(tmp_path: Path, turns: int) -> None:
    child = Child()
    asking = asyncio.create_task(child.call(tmp_path, ["check", "--all"]))
    for _ in range(turns):
        await asyncio.sleep(0)
    asking.cancel()
    await child.close()
    with contextlib.suppress(asyncio.CancelledError):
        await asking
    assert child._last is not None
    assert child._last.returncode is not None
    assert not child.is_running


async def test_a_child_that_takes_its_time_to_end_leaves_no_pipe_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("translator.tui.background.FAREWELL_S", 0)
    child = Child()
    asking = asyncio.create_task(child.call(tmp_path, ["check", "--all"]))
    while not child.is_running:
        await asyncio.sleep(0)
    asking.cancel()
    await child.close()
    assert child._last is not None
    transport = child._last._transport  # type: ignore[attr-defined]
    assert all(transport.get_pipe_transport(one).is_closing() for one in (1, 2))
    with contextlib.suppress(asyncio.CancelledError):
        await asking
    await child._last.wait()
