"""A scripted translator is killed at a random moment, and what it left is judged.

`python -m tests.reliability.crashing 300 SEED` does it 300 times and prints a table. Separate from
the test so that the long run needs no test runner.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tests.reliability import judging
from tests.reliability.scripted import Held, Script, held, lay_desk
from translator import desk as desks
from translator.desk import DATABASE, verification
from translator.engines import packages

LONGEST_S = 0.6
"""A script is killed within so much of its beginning, or that of the step that is wanted."""


@dataclass(frozen=True)
class Killed:
    """What became of one kill: at which step, how many were done, and what was broken."""

    seed: int
    step: str
    done: int
    broken: tuple[str, ...]


def _work(place: Path, seed: int, told: int) -> None:
    """The child: works until it is killed, and tells the number of each step it has done."""
    script = Script.begin(place, seed)
    os.write(told, b"0\n")
    while True:
        script.step()
        # Behind the return of the step: from here on the promise holds for all of it.
        os.write(told, b"%d\n" % script.done)


def kill_once(place: Path, seed: int) -> Killed:
    """Let a script work in a fresh place, kill it, and judge what it left."""
    place.mkdir(parents=True)
    lay_desk(place)
    shutil.copytree(place, place.with_name(place.name + "-twin"))
    os.environ["TRANSLATOR_DATA_DIR"] = str(place / "data")
    chance = random.Random(seed)
    reads, tells = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(reads)
            _work(place, seed, tells)
        finally:
            os._exit(9)
    os.close(tells)
    with os.fdopen(reads, "rb") as told:
        told.readline()
        time.sleep(chance.uniform(0, LONGEST_S))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        lines = told.read().split()
    if os.WTERMSIG(status) != signal.SIGKILL:
        return Killed(seed, "?", 0, ("the script failed by itself",))
    done = int(lines[-1]) if lines else 0
    return _judge(place, seed, done)


def _judge(place: Path, seed: int, done: int) -> Killed:
    """Compare with a twin that was not killed, before the step and behind it."""
    os.environ["TRANSLATOR_DATA_DIR"] = str(place.with_name(place.name + "-twin") / "data")
    twin = Script.begin(place.with_name(place.name + "-twin"), seed)
    for _ in range(done):
        twin.step()
    before = held(twin.desk)
    name = twin.step()
    after = held(twin.desk)
    twin.desk.close()
    os.environ["TRANSLATOR_DATA_DIR"] = str(place / "data")
    broken = [*_desk(place, before, after), *_others(place)]
    return Killed(seed, name, done, tuple(broken))


def _desk(place: Path, before: Held, after: Held) -> list[str]:
    desk = desks.open_desk(place / "desk")
    found = held(desk)
    broken = [f"verify: {one}" for one in verification.verify(desk)]
    desk.close()
    if not before.keys() <= found.keys() <= after.keys() | before.keys():
        broken.append(f"articles {sorted(found)}")
    for slug, segments in found.items():
        ways = [one.get(slug, {}) for one in (before, after)]
        if segments.keys() not in [way.keys() for way in ways]:
            broken.append(f"{slug} has segments {sorted(segments)}")
        for number, holding in segments.items():
            if holding not in [way.get(number) for way in ways] and not _is_typing(
                holding[1], *(way.get(number, ("", "", ""))[1] for way in ways)
            ):
                broken.append(f"{slug}:{number} holds {holding}")
    return broken


def _is_typing(there: str, before: str, after: str) -> bool:
    """Whether a text is on the way from one to the other: some letters of it."""
    return bool(there) and there != before and after.startswith(there)


def _others(place: Path) -> list[str]:
    """What is wrong with exports, packages, copies and migrated desks."""
    broken = judging.half_exports(place / "out", place / "exchanged")
    for package in packages.installed():
        if not (package.folder / "sentencepiece.model").exists():
            broken.append(f"half a package: {package.name}")
    broken += judging.broken_copies(place / "desk")
    for folder in place.glob("old-*"):
        broken += _migrated(folder)
    return broken


def _migrated(folder: Path) -> list[str]:
    """A desk of an older version that was laid out in full opens with its work."""
    path = folder / DATABASE
    if not path.exists() or not path.stat().st_size:
        return []
    desk = desks.open_desk(folder)
    try:
        if not held(desk):
            return []  # killed while the fixture itself was laid out, in one transaction
        texts = [one[1] for one in held(desk)["river-falls-to-its-lowest-level"].values()]
        lost = "El río baja a su nivel más bajo" not in texts
        return ["migration lost a text"] * lost + [
            f"migration: {one}" for one in verification.verify(desk)
        ]
    finally:
        desk.close()


def main(count: int, seed: int) -> int:
    """Kill so many, print what came of it; 1 where something was broken."""
    steps: Counter[str] = Counter()
    broken = 0
    began = time.monotonic()
    for number in range(seed, seed + count):
        with tempfile.TemporaryDirectory() as folder:
            killed = kill_once(Path(folder) / "place", number)
        steps[killed.step] += 1
        if killed.broken:
            broken += 1
            print(f"seed {number}, {killed.step} after {killed.done}: {killed.broken}", flush=True)
    wall = time.monotonic() - began
    print(f"killed {count}, seeds {seed} to {seed + count - 1}, broken {broken}, {wall:.0f} s")
    print("killed in:", ", ".join(f"{name} {number}" for name, number in steps.most_common()))
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
