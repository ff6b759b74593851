"""A terminal of 100 by 30 with the real program in it: keys go in, the screen is looked at.

tmux is the terminal; the program is a job of a shell, as it is with a person, so that its death
takes nothing else along. Separate because several tests of what is lost need real keys and real
signals.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

PATIENCE_S = 30.0


def is_there() -> bool:
    """Whether this machine has the terminal."""
    return shutil.which("tmux") is not None


@dataclass(frozen=True)
class Terminal:
    """One tmux server of its own, by its socket."""

    socket: Path

    def start(self, desk: Path, *arguments: str) -> int:
        """Run the program on a desk, and wait for its screen; its process id."""
        program = [sys.executable, "-m", "translator", "--desk", str(desk), *arguments]
        # A window's only program gets the hang-up of the terminal with its children; a job of a
        # shell gets it no more than one that a person has started.
        shell = ["bash", "--norc", "-c", 'set -m; "$@"; echo "GONE $?"; read', "bash", *program]
        self._call("new-session", "-d", "-s", "t", "-x", "100", "-y", "30", *shell)
        pane = int(self._call("display-message", "-p", "-t", "t", "#{pane_pid}"))
        self.wait_for("confirmed")
        return _child(pane)

    def wait_for(self, text: str) -> None:
        """Wait until a text stands on the screen."""
        end = time.monotonic() + PATIENCE_S
        while text not in (shown := self.screen()):
            if time.monotonic() > end:
                raise AssertionError(f"{text!r} never came:\n{shown}")
            time.sleep(0.02)

    def screen(self) -> str:
        """What it shows."""
        return self._call("capture-pane", "-p", "-t", "t")

    def press(self, *keys: str) -> None:
        """Press keys by their names in tmux."""
        self._call("send-keys", "-t", "t", *keys)

    def write(self, text: str) -> None:
        """Type a text as it is."""
        self._call("send-keys", "-t", "t", "-l", text)

    def end(self) -> None:
        """Close the terminal, and what still runs in it."""
        subprocess.run(self._command("kill-server"), check=False, capture_output=True)

    def _call(self, *arguments: str) -> str:
        environment = {**os.environ, "LANG": "C.UTF-8"}
        done = subprocess.run(
            self._command(*arguments), check=True, env=environment, capture_output=True, text=True
        )
        return done.stdout

    def _command(self, *arguments: str) -> list[str]:
        return ["tmux", "-u", "-f", "/dev/null", "-S", str(self.socket), *arguments]


def _child(process: int) -> int:
    """The only child of a process."""
    (child,) = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return int(child)


def at_work(desk: Path) -> list[int]:
    """The processes that have been told to work at a desk, but for terminals and shells."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if os.fsencode(desk) in words and b"translator" in words and words[0].endswith(b"python"):
            found.append(int(folder.name))
    return found
