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
