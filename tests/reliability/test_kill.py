"""A translator types in the real editor under tmux; the process is killed; nothing is lost.

The promise: what was typed up to 300 ms before the kill is on the disk. Separate from the tests of
the screen because it needs a terminal and real signals.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from translator import desk as desks
from translator.desk import Desk, articles
from translator.model import State

PROMISE_S = 0.3
WORDS = "el río bajó según año ¿qué? ¡sí! «niño» pingüino también mañana".split()
SEED = 20261123


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[list[str]]:
    """The tmux command of a server of the test's own."""
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")
    tmux = ["tmux", "-u", "-S", str(tmp_path / "tmux")]
    yield tmux
    subprocess.run([*tmux, "kill-server"], check=False, capture_output=True)


def start(tmux: list[str], desk: Desk, slug: str) -> int:
    """Open the editor in a terminal of 80 by 24; its process id."""
    program = [sys.executable, "-m", "translator", "--desk", str(desk.folder), "edit", slug]
    environment = {**os.environ, "LANG": "C.UTF-8"}
    subprocess.run(
        [*tmux, "new-session", "-d", "-s", "t", "-x", "80", "-y", "24", *program],
        check=True,
        env=environment,
    )
    shown = subprocess.run(
        [*tmux, "display-message", "-p", "-t", "t", "#{pane_pid}"],
        check=True,
        capture_output=True,
        text=True,
    )
    for _ in range(200):
        if "confirmed" in screen(tmux):
            return int(shown.stdout)
        time.sleep(0.05)
    raise AssertionError(screen(tmux))


def screen(tmux: list[str]) -> str:
    done = subprocess.run([*tmux, "capture-pane", "-p", "-t", "t"], capture_output=True, text=True)
    return done.stdout


def send(tmux: list[str], *keys: str) -> None:
    subprocess.run([*tmux, "send-keys", "-t", "t", *keys], check=True)


@pytest.mark.outside
@pytest.mark.parametrize("round_number", range(3))
def test_a_killed_editor_loses_nothing_older_than_the_promise(
    terminal: list[str], desk: Desk, slug: str, round_number: int
) -> None:
    chance = random.Random(SEED + round_number)
    process = start(terminal, desk, slug)
    confirmed = " ".join(chance.choices(WORDS, k=4))
    send(terminal, "-l", confirmed)
    send(terminal, "Enter")
    typed = " ".join(chance.choices(WORDS, k=chance.randint(1, 8)))
    send(terminal, "-l", typed)
    for _ in range(100):
        if typed.split()[-1] in screen(terminal):
            break
        time.sleep(0.02)
    # What the screen shows has been typed for at least the time of one look at it.
    time.sleep(PROMISE_S)
    send(terminal, "-l", " y")
    os.kill(process, signal.SIGKILL)

    again = desks.open_desk(desk.folder)
    first, second, *_rest = articles.read(again, slug).segments
    assert (first.target, first.state) == (confirmed, State.TRANSLATED)
    assert second.target.removesuffix("y").rstrip() == typed
    assert again.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    again.close()
