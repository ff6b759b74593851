"""From the key to the screen: `python -m tests.benchmarks.keys [SEGMENTS …]`.

The real editor in a terminal of 120 × 40 of its own; each time is from the byte written to the pty
to the changed cells read from it. Typing, moving to the next segment, going far; at rest and while
a pre-translation of another article runs beside it; first frame, first answer to a key, memory.
Figures mean something side by side only, on a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

from tests.benchmarks.start import as_installed
from translator import desk as desks
from translator import intake
from translator.desk import Desk, articles, segments
from translator.desk.journal import Action, Holding, article_key
from translator.model import Article, Block, Origin, Role, State

COLUMNS, LINES = 120, 40
KEYS = 150
PATIENCE_S = 20.0
QUIET_S = 0.002
"""After the last byte, until what came is looked through."""

NEXT, PREVIOUS = b"\x1b[1;5B", b"\x1b[1;5A"
LETTERS = "ñandú río árbol casa según verdad "

_ESCAPE = re.compile(
    rb"\x1b(?:\[[0-9;?<>=]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()=>][0-9A-B]?)"
)


class Terminal:
    """A program in a terminal that we read."""

    def __init__(self, arguments: list[str], environment: dict[str, str]) -> None:
        self.started = time.perf_counter()
        self.process, self.handle = pty.fork()
        if self.process == 0:
            os.execve(sys.executable, [sys.executable, "-m", "translator", *arguments], environment)
        size = struct.pack("HHHH", LINES, COLUMNS, 0, 0)
        fcntl.ioctl(self.handle, termios.TIOCSWINSZ, size)

    def read_until(self, wanted: bytes) -> float:
        """When a text first stands in what is read from now on, in seconds of the clock.

        Looked for once nothing comes any more: to look takes half a millisecond, in which the rest
        would wait.
        """
        read: list[tuple[float, bytes]] = []
        end = time.perf_counter() + PATIENCE_S
        looked_through = 0
        while (left := end - time.perf_counter()) > 0:
            is_looked_through = looked_through == len(read)
            if select.select([self.handle], [], [], left if is_looked_through else QUIET_S)[0]:
                chunk = os.read(self.handle, 65536)
                read.append((time.perf_counter(), chunk))
            elif not is_looked_through:
                for place in range(looked_through, len(read)):
                    if wanted in _seen(read[: place + 1]):
                        return read[place][0]
                looked_through = len(read)
        raise TimeoutError(f"{wanted!r} never came: {_seen(read)[-400:]!r}")

    def drain(self, quiet_s: float) -> None:
        """Read until nothing has come for so long."""
        while select.select([self.handle], [], [], quiet_s)[0]:
            os.read(self.handle, 65536)

    def press(self, key: bytes, wanted: bytes) -> float:
        """Milliseconds from the key to the text."""
        start = time.perf_counter()
        os.write(self.handle, key)
        return (self.read_until(wanted) - start) * 1000

    def memory_mb(self) -> float:
        """What it has in memory."""
        text = Path(f"/proc/{self.process}/status").read_text()
        return int(text.split("VmRSS:")[1].split()[0]) / 1024

    def end(self) -> None:
        """Leave the program."""
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.handle)


def _seen(read: list[tuple[float, bytes]]) -> bytes:
    return _ESCAPE.sub(b"", b"".join(chunk for _at, chunk in read))


def article(count: int, name: str) -> Article:
    """So many sentences, four a paragraph, as long as news has them."""
    sentences = [
        f"The council of {name} town number {n} said on Monday that {n} of its bridges will be"
        f" closed for {n % 9 + 2} weeks while engineers look at the damage."
        for n in range(1, count + 1)
    ]
    blocks = [Block(1, Role.TITLE, f"Bridges of {name} closed")]
    for start in range(0, count - 1, 4):
        text = " ".join(sentences[start : min(start + 4, count - 1)])
        blocks.append(Block(len(blocks) + 1, Role.PARAGRAPH, text))
    return Article(tuple(blocks))


def pretranslated(desk: Desk, slug: str) -> None:
    """Give every segment but the headline a draft: an area that fills is the slower one."""
    with desks.writing(desk) as connection:
        key = article_key(connection, slug)
        for one in articles.read_segments(connection, key)[1:]:
            draft = f"El ayuntamiento dijo el lunes que {one.id} de sus puentes estarán cerrados."
            filled = Holding(draft, State.INITIAL, Origin.MACHINE, None, "benchmark 1")
            segments.put(connection, key, one.id, Action.FILL, filled)


def shown(name: str, values: list[float]) -> str:
    """Median and 95th percentile."""
    ordered = sorted(values)
    high = ordered[int(len(ordered) * 0.95)]
    return f"{name:<28} median {statistics.median(ordered):6.1f} ms   p95 {high:6.1f} ms"


def type_letters(terminal: Terminal) -> list[float]:
    """Letters, one after the other, at the speed of a fast typist."""
    times = []
    for number in range(KEYS):
        letter = LETTERS[number % len(LETTERS)]
        if letter == " ":
            os.write(terminal.handle, b" ")
        else:
            times.append(terminal.press(letter.encode(), letter.encode()))
        time.sleep(0.04)
        terminal.drain(0.02)
    return times


def move(terminal: Terminal, count: int) -> list[float]:
    """To the next segment and on."""
    times = []
    place = 1
    for _ in range(min(KEYS, count - 2)):
        place += 1
        times.append(terminal.press(NEXT, f" {place}/{count}".encode()))
        terminal.drain(0.15)
    os.write(terminal.handle, b"\x07")  # ctrl+g
    terminal.drain(0.4)
    return times


def measure(count: int, *, beside: bool) -> None:
    """All figures for an article of so many segments."""
    with tempfile.TemporaryDirectory() as folder:
        desk = desks.open_desk(Path(folder), create=True)
        slug = intake.add_article(desk, article(count, "north"), data=b"1", modified=desks.now())
        pretranslated(desk, slug)
        other = intake.add_article(desk, article(2000, "south"), data=b"2", modified=desks.now())
        desk.close()
        environment = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        environment |= {"TRANSLATOR_DATA_DIR": folder, "COLORTERM": "truecolor"}
        environment["TRANSLATOR_CONFIG_DIR"] = folder
        worker = None
        if beside:
            command = ["--desk", folder, "pretranslate", other, "--engine", "starter"]
            worker = subprocess.Popen(
                ["nice", "-n", "10", sys.executable, "-m", "translator", *command],
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            time.sleep(4)
        terminal = Terminal(["--desk", folder, "edit", slug], environment)
        first = terminal.read_until(b"confirmed") - terminal.started
        ready = (terminal.press(b"z", b"z") / 1000) + first
        terminal.drain(1.5)
        print(f"{count} segments, {'a pre-translation beside it' if beside else 'at rest'}")
        print(f"  first frame {first:.2f} s, first key answered {ready:.2f} s")
        print(f"  {shown('typing', type_letters(terminal))}")
        print(f"  {shown('to the next segment', move(terminal, count))}")
        print(f"  memory {terminal.memory_mb():.0f} MB")
        terminal.end()
        if worker is not None:
            ended = worker.poll() is not None
            print(f"  the pre-translation {'had ended' if ended else 'ran all the time'}")
            worker.kill()
            worker.wait()


if __name__ == "__main__":
    as_installed()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("segments", type=int, nargs="*", default=[50, 500, 5000])
    for size in parser.parse_args().segments:
        for is_beside in (False, True):
            measure(size, beside=is_beside)
