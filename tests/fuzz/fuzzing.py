"""Strange bytes through every door, by the hundred thousand.

`python -m tests.fuzz.fuzzing SECONDS SEED [READER…]` prints a table, and writes what was found into
`tests/fuzz/cases`. Bytes are made by mutation of bytes that a door knows: cut, doubled, spliced
with those of others, and with words that have broken readers before. Separate from the tests, which
run a little of it and all that was ever found.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import random
import signal
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from tests.fuzz.readers import Reader, readers
from translator.errors import TranslatorError

CASES = Path(__file__).parent / "cases"
LONGEST_S = 2.0
"""Processor time, so that a busy machine accuses nobody."""
WORTH_A_LOOK_S = 0.8
"""Not wrong yet."""
MOST_MB = 500
"""Resident memory that one attempt takes at its worst moment, over what there was before it."""
_LARGEST = 200_000

_WORDS = (
    *(b"\x00", b"\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc3", b"\xe2\x80\xae"),
    *(b"\r", b"\r\n", b"\n\n", b"\t", b"\\", b'"', b"'", b"<", b">", b"</", b"/>", b"&", b"&#0;"),
    *(b"&#xd800;", b"&#x110000;", b"&#1114112;", b"&#99999999999999999999;", b"&bogus;", b"<!--"),
    *(b"-->", b"<![CDATA[", b"]]>", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"<?xml version='1.1'?>"),
    *(b"encoding='utf-7'", b"encoding='utf-16'", b"charset=x", b"charset=rot13", b"charset=idna"),
    *(b"-1", b"0", b"999999999999999999999999", b"1e999", b"nan", b"-0", b"2026-02-30", b"0000"),
    *(b"9999-12-31T23:59:59Z", b"0001-01-01T00:00:00+23:59", b"[", b"]", b"{", b"}", b"[[", b"(("),
    *(b"{}" * 50, b"[" * 2000, b"<b>" * 300, b"<div>" * 2000, b"> " * 500, b"*" * 500, b"_a" * 300),
    *(b"<1>", b"</1>", b"<0/>", b"<99999999999/>", b"%s", b"%(x)s", b"{0.__class__}", b"${x}"),
    *(b"http://[", b"http://[::1", b"https://\xc2\xad", b"//", b"javascript:", b"data:,", b"../"),
    *(
        b"msgid",
        b"msgstr[9]",
        b'msgctxt ""',
        b"#~ ",
        b"#| ",
        b"\\x",
        b"\\777",
        b"---\n",
        b"!!python/",
    ),
    *(b"xml:lang='xx'", b"id=''", b"<source/>", b"<target/>", b"<seg/>", b"<tu/>", b"<term/>"),
)


class TooSlow(Exception):
    """A reader did not come to an end."""


@dataclass
class Tally:
    """What became of one door."""

    executions: int = 0
    taken: int = 0
    refused: int = 0
    longest: float = 0.0
    """Seconds of processor time."""
    slowest: bytes = b""
    """What took so long."""
    largest: int = 0
    """Resident megabytes."""
    found: dict[str, bytes] = field(default_factory=dict)
    """What should not have come out, and the bytes that brought it."""


def mutated(chance: random.Random, reader: Reader, others: list[bytes]) -> bytes:
    """Bytes like those that a door knows, and yet not."""
    data = bytearray(chance.choice(reader.seeds))
    for _ in range(chance.choice((1, 1, 2, 3, 5, 9))):
        _mutate(chance, data, others)
    return bytes(data[:_LARGEST])


def _mutate(chance: random.Random, data: bytearray, others: list[bytes]) -> None:
    at = chance.randint(0, len(data))
    to = min(len(data), at + chance.choice((1, 2, 4, 16, 64, 400)))
    match chance.randrange(9):
        case 0 if at < len(data):
            data[at] ^= 1 << chance.randrange(8)
        case 1 if at < len(data):
            data[at] = chance.randrange(256)
        case 2:
            del data[at:to]
        case 3:
            data[at:at] = data[at:to] * chance.choice((1, 2, 30))
        case 4 | 5:
            data[at:at] = chance.choice(_WORDS)
        case 6:
            data[at:to] = chance.choice(_WORDS)
        case 7:
            other = chance.choice(others)
            start = chance.randint(0, len(other))
            data[at:to] = other[start : start + chance.choice((4, 40, 400))]
        case _:
            back = chance.randint(0, len(data))
            piece = data[at:to]
            del data[at:to]
            data[back:back] = piece


def attempt(reader: Reader, data: bytes, tally: Tally) -> None:
    """Let a door have these bytes, and note what came of it."""
    forget_peak()
    before = peak()
    began = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, LONGEST_S)
    try:
        reader.read(data)
        tally.taken += 1
    except TranslatorError:
        tally.refused += 1
    except TooSlow:
        tally.found.setdefault("too slow", data)
    except Exception as error:
        tally.found.setdefault(_signature(error), data)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    took = time.process_time() - began
    tally.executions += 1
    if took > tally.longest:
        tally.longest, tally.slowest = took, data
    tally.largest = max(tally.largest, largest := peak() - before)
    if took > LONGEST_S:
        tally.found.setdefault("too slow", data)
    if largest > MOST_MB:
        tally.found.setdefault("too large", data)


def forget_peak() -> None:
    """Let the system count the peak of our memory anew, where it can (Linux)."""
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def peak() -> int:
    """The peak since then, megabytes; 0 where the system does not say."""
    try:
        status = Path("/proc/self/status").read_text()
    except OSError:
        return 0
    return int(status.partition("VmHWM:")[2].split(maxsplit=1)[0]) >> 10


def _signature(error: Exception) -> str:
    """Which error, and the last line of ours it came through: one defect, one case."""
    place, trace = "", error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if "translator" in code.co_filename and "site-packages" not in code.co_filename:
            place = f"{Path(code.co_filename).stem}.{code.co_name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__} at {place}"


def stop(_signal: int, _frame: FrameType | None) -> None:
    """What the clock of the processor does when it runs out."""
    raise TooSlow


def run(
    seed: int, *, executions: int = 0, seconds: float = 0, only: tuple[str, ...] = ()
) -> dict[str, Tally]:
    """Try so many times, or so long; what became of each door."""
    signal.signal(signal.SIGPROF, stop)
    chance = random.Random(seed)
    doors = {name: one for name, one in readers().items() if not only or name in only}
    others = [data for one in readers().values() for data in one.seeds]
    tallies = {name: Tally() for name in doors}
    for one in doors.values():
        for data in one.seeds:
            with contextlib.suppress(TranslatorError):
                one.read(data)  # what is loaded once is no reader's fault
    weights = [one.weight for one in doors.values()]
    for name in _turns(chance, list(doors), weights, executions, seconds):
        attempt(doors[name], mutated(chance, doors[name], others), tallies[name])
    return tallies


def _turns(
    chance: random.Random, names: list[str], weights: list[int], executions: int, seconds: float
) -> Iterator[str]:
    end = time.monotonic() + seconds
    done = 0
    while done < executions if executions else time.monotonic() < end:
        done += 1
        yield chance.choices(names, weights)[0]


def keep(name: str, data: bytes) -> Path:
    """Write bytes that broke a door among the cases."""
    CASES.mkdir(exist_ok=True)
    path = CASES / f"{name}-{hashlib.sha256(data).hexdigest()[:10]}.bin"
    path.write_bytes(data)
    return path


def put_aside(name: str, data: bytes) -> Path:
    """Write bytes that were slow where they can be looked at, and are not kept."""
    path = Path(tempfile.gettempdir()) / f"slow-{name}-{hashlib.sha256(data).hexdigest()[:10]}.bin"
    path.write_bytes(data)
    return path


def main(seconds: float, seed: int, only: tuple[str, ...]) -> int:
    """The long run; 1 where something was found."""
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as home:
        os.environ["TRANSLATOR_DATA_DIR"] = os.environ["TRANSLATOR_CONFIG_DIR"] = home
        tallies = run(seed, seconds=seconds, only=only)
    found = 0
    print(
        f"{'door':<10} {'executions':>10} {'taken':>8} {'refused':>8} {'longest s':>9}   MB  found"
    )
    for name, tally in tallies.items():
        found += len(tally.found)
        print(
            f"{name:<10} {tally.executions:>10} {tally.taken:>8} {tally.refused:>8}"
            f" {tally.longest:>9.3f} {tally.largest:>4}  {len(tally.found)}"
        )
        for signature, data in tally.found.items():
            print(f"   {signature}  {keep(name, data).name}")
        if tally.longest > WORTH_A_LOOK_S:
            print(f"   took {tally.longest:.1f} s: {put_aside(name, tally.slowest)}")
    total = sum(tally.executions for tally in tallies.values())
    print(f"seed {seed}: {total} executions, {found} found")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), int(sys.argv[2]), tuple(sys.argv[3:])))
