"""A fast typist at the real editor for some minutes: does it grow, slow down, fill the desk?

`python -m tests.reliability.typist 10` types for ten minutes at ten keys a second (some 120 words
a minute), confirms every sentence, and prints what each minute was like: the time from the key to
its letter on the screen, and what the program has in memory; at the end what the journal has of it.
Separate from the benchmarks of keys, which last seconds and look at one key.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.keys import Terminal, article
from translator import desk as desks
from translator import intake
from translator.desk import DATABASE
from translator.desk.journal import journal

KEY_S = 0.1
LETTERS = 100
"""Of a sentence; news has some 110."""
WORDS = "el río bajó según año también el alcalde dijo que mañana habrá pingüinos en la acción "
WARM_KEYS = 20
"""What is loaded with the first keys is counted for no minute."""


@dataclass
class Minute:
    """What one minute was like."""

    waits: list[float] = field(default_factory=list)
    """Milliseconds from a key to its letter."""
    memory: float = 0.0
    """Megabytes."""

    def line(self) -> str:
        """Its figures."""
        ordered = sorted(self.waits)
        high = ordered[int(len(ordered) * 0.95)]
        median = statistics.median(ordered)
        return f"{len(ordered):>5} letters  median {median:5.1f} ms  p95 {high:6.1f} ms  {self.memory:4.0f} MB"


@dataclass(frozen=True)
class Written:
    """What the journal has of it."""

    rows: dict[str, int]
    size: int
    """Bytes of what its entries hold."""
    letters: int
    """Of the translations that stand at the end."""


def work(folder: Path, minutes: float) -> tuple[list[Minute], Written]:
    """Type for so long in an article of its own; each minute, and what is left of all."""
    slug = _lay(folder, sentences=int(minutes * 60 / KEY_S / LETTERS) + 2)
    environment = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    terminal = Terminal(["--desk", str(folder), "edit", slug], environment)
    try:
        terminal.read_until(b"confirmed")
        terminal.drain(1.0)
        lived = _type(terminal, minutes)
        terminal.drain(1.0)
    finally:
        terminal.end()
    return lived, _written(folder, slug)


def _lay(folder: Path, sentences: int) -> str:
    with closing(desks.open_desk(folder, create=True)) as desk:
        page = article(sentences, "north")
        return intake.add_article(desk, page, data=b"1", modified=desks.now())


def _type(terminal: Terminal, minutes: float) -> list[Minute]:
    """Each key at its time, whatever the one before has cost."""
    lived = [Minute()]
    began = time.perf_counter()
    for number in range(int(minutes * 60 / KEY_S)):
        _rest(terminal, began + number * KEY_S)
        if time.perf_counter() - began > 60 * len(lived) and len(lived) < minutes:
            lived[-1].memory = terminal.memory_mb()
            lived.append(Minute())
        place = number % LETTERS
        letter = WORDS[place % len(WORDS)].encode()
        if place == LETTERS - 1:
            os.write(terminal.handle, b"\r")
        elif letter == b" ":
            os.write(terminal.handle, letter)
        else:
            wait = terminal.press(letter, letter)
            lived[-1].waits += [wait] * (number >= WARM_KEYS)
    lived[-1].memory = terminal.memory_mb()
    return lived


def _rest(terminal: Terminal, until: float) -> None:
    while (left := until - time.perf_counter()) > 0:
        terminal.drain(min(left, 0.02))
        time.sleep(max(0.0, min(0.005, until - time.perf_counter())))


def _written(folder: Path, slug: str) -> Written:
    with closing(desks.open_desk(folder)) as desk:
        rows = Counter(str(entry.action) for entry in journal(desk, slug))
        (size,) = desk.connection.execute(
            "SELECT sum(length(CAST(before || after AS BLOB))) FROM journal"
        ).fetchone()
        (letters,) = desk.connection.execute("SELECT sum(length(target)) FROM segments").fetchone()
    return Written(dict(rows), size or 0, letters or 0)


def main(minutes: float) -> int:
    """Type, and print the table."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["TRANSLATOR_DATA_DIR"] = os.environ["TRANSLATOR_CONFIG_DIR"] = home
        folder = Path(home) / "desk"
        lived, written = work(folder, minutes)
        room = (folder / DATABASE).stat().st_size
    for number, minute in enumerate(lived, start=1):
        print(f"minute {number:>3}: {minute.line()}")
    rows = ", ".join(f"{name} {count}" for name, count in written.rows.items())
    print(
        f"journal: {rows}; {written.size:,} bytes for {written.letters:,} letters that stand there"
    )
    print(f"desk: {room:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1])))
