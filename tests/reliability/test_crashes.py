"""Killed at random moments, the program loses nothing that it had said was done."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reliability.crashing import kill_once

SEED = 20261125


@pytest.mark.parametrize("number", range(20))
def test_a_kill_breaks_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setenv("TRANSLATOR_DATA_DIR", "")  # set back behind the test
    killed = kill_once(tmp_path / "place", SEED + number)
    assert killed.broken == ()


@pytest.mark.slow
@pytest.mark.parametrize("number", range(20, 300))
def test_a_kill_breaks_nothing_300_times(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setenv("TRANSLATOR_DATA_DIR", "")
    assert kill_once(tmp_path / "place", SEED + number).broken == ()
