"""How long a start takes: `--help`, the library's and the editor's first frame, in a real terminal.

Run by hand: `python -m tests.benchmarks.start [RUNS]`. Prints the median and the extremes in
seconds. The first frame is timed from the start of the process to the article's headline on the
pseudo-terminal.
"""

from __future__ import annotations

import os
import pty
import select
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

SAMPLE = Path(__file__).parent.parent.parent / "translator" / "sample" / "night-train.html"
HEADLINE = b"Night train"


def as_installed() -> None:
    """Let what is started keep its compiled modules, as where it was installed: with the variable
    that forbids it, each start compiles 200 modules anew, which takes 0.2 to 0.4 s."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def help_text(program: str) -> float:
    """Seconds of `translator --help` as a whole process."""
    start = time.perf_counter()
    subprocess.run([program, "--help"], check=True, capture_output=True)
    return time.perf_counter() - start


def first_frame(program: str, *arguments: str) -> float:
    """Seconds until the headline is on the terminal."""
    start = time.perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        os.environ.update(TERM="xterm-256color", COLUMNS="120", LINES="40")
        os.execv(program, [program, *arguments])
    seen = b""
    while HEADLINE not in seen and time.perf_counter() - start < 20:
        if select.select([terminal], [], [], 0.02)[0]:
            seen += os.read(terminal, 65536)
    taken = time.perf_counter() - start
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    os.close(terminal)
    return taken


def report(name: str, runs: int, measure: Callable[[], float]) -> None:
    """Run a measure once for warmth and then `runs` times, and print it."""
    measure()
    taken = sorted(measure() for _ in range(runs))
    median = statistics.median(taken)
    print(f"{name:<14} median {median:.3f}  min {taken[0]:.3f}  max {taken[-1]:.3f}  n {runs}")


def main() -> None:
    """Measure all three."""
    as_installed()
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    program = shutil.which("translator", path=str(Path(sys.executable).parent)) or "translator"
    with tempfile.TemporaryDirectory() as desk:
        subprocess.run(
            [program, "--desk", desk, "add", "--slug", "train", str(SAMPLE)],
            check=True,
            capture_output=True,
        )
        report("--help", runs, lambda: help_text(program))
        report("library", runs, lambda: first_frame(program, "--desk", desk))
        report("editor", runs, lambda: first_frame(program, "--desk", desk, "edit", "train"))


if __name__ == "__main__":
    main()
