"""The real editor in a terminal is killed while somebody works in it, and what is left is judged.

`python -m tests.reliability.killing 100 SEED` does it 100 times and prints a table. Every word that
is typed has a number, and the screen is looked at all the while: a word that stood there 300 ms
before the kill must be on the disk, and all that was pressed before a word that ever stood there is
done, so that a confirmation before it may not be lost at all. Separate from `crashing`, which calls
functions: here the keys go through a terminal, and the program has its timers and its children.
"""

from __future__ import annotations

import contextlib
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.conftest import WHEN, make_article
from tests.reliability import judging
from tests.reliability.terminal import Terminal, at_work
from translator import desk as desks
from translator import intake
from translator.desk import Desk, articles, verification
from translator.desk.journal import Action, Holding, Note, journal
from translator.model import Article, Block, Role

PROMISE_S = 0.3
LONGEST_S = 8.0
"""A kill comes within so much of the first frame."""
ORPHANS_S = 60.0
"""A child that has lost its parent ends by itself within so much."""
WORDS = "el río bajó según año qué sí niño pingüino también mañana acción".split()

_NUMBERED = re.compile(r"[^\W\d]+(\d{4})(?!\d)")
_ALT_ESCAPE_S = 0.2
"""A letter that follows an escape sooner is alt with that letter."""


@dataclass(frozen=True)
class Look:
    """What stood on the screen at a moment of the program's: the numbers of the words."""

    at: float
    words: frozenset[int]


@dataclass(frozen=True)
class Decision:
    """Something that was pressed behind the word with one number and before the next."""

    what: str
    word: int


@dataclass
class Hands:
    """Who types: the keys go to a terminal, and what was pressed is remembered."""

    terminal: Terminal
    chance: random.Random
    is_over: threading.Event = field(default_factory=threading.Event)
    word: int = 0
    decisions: list[Decision] = field(default_factory=list)
    note_from: int = 0
    """The first word of the note that was written last."""
    step: str = "start"
    done: int = 0

    def press(self, *keys: str) -> None:
        self.terminal.press(*keys)

    def type(self) -> None:
        """Some words, in pieces as they come from a keyboard."""
        for _ in range(self.chance.randint(1, 6)):
            self.word += 1
            self.terminal.write(f"{self.chance.choice(WORDS)}{self.word:04d} ")
            time.sleep(self.chance.uniform(0, 0.05))

    def look_for(self, text: str, *, is_there: bool = True) -> None:
        """Wait as a person does, until a place is shown, or has gone."""
        while not self.is_over.is_set() and (text in self.terminal.screen()) is not is_there:
            time.sleep(0.02)

    def decide(self, what: str) -> None:
        """What is pressed next is a decision about the words before it."""
        self.decisions.append(Decision(what, self.word))


def _type(hands: Hands) -> None:
    hands.type()


def _confirm(hands: Hands) -> None:
    hands.type()
    hands.decide("confirm")
    hands.press("Enter")


def _go(hands: Hands) -> None:
    keys = [hands.chance.choice(["C-Down", "C-Up", "M-n", "M-p"]) for _ in range(3)]
    hands.press(*keys[: hands.chance.randint(1, 3)])


def _split(hands: Hands) -> None:
    hands.press("M-k")
    hands.press(*["Right", "Left", "Right"][: hands.chance.randint(0, 3)], "Enter")


def _merge(hands: Hands) -> None:
    hands.press("M-m")


def _state(hands: Hands) -> None:
    hands.press(hands.chance.choice(["M-r", "M-v", "M-x"]))


def _undo(hands: Hands) -> None:
    hands.press(hands.chance.choice(["M-z", "M-z", "C-y"]))


def _note(hands: Hands) -> None:
    hands.press("M-j")
    hands.look_for("Note beside")
    hands.note_from = hands.word + 1
    hands.type()
    hands.decide("note")
    hands.press("C-s")
    hands.look_for("Note beside", is_there=False)


def _structure(hands: Hands) -> None:
    hands.press("M-u")
    hands.look_for("Structure")
    for _ in range(hands.chance.randint(1, 4)):
        hands.press(hands.chance.choice(["Down", "Up", "x", "q", "p", "J", "2", "u"]))
    hands.press("Escape")
    time.sleep(_ALT_ESCAPE_S)
    hands.look_for("Structure", is_there=False)


def _machine(hands: Hands) -> None:
    hands.press("F5")


def _export(hands: Hands) -> None:
    hands.press("M-e")


STEPS: dict[str, tuple[float, Callable[[Hands], None]]] = {
    "type": (6, _type),
    "confirm": (5, _confirm),
    "go": (3, _go),
    "split": (2, _split),
    "merge": (1.5, _merge),
    "state": (1, _state),
    "undo": (1.5, _undo),
    "note": (1, _note),
    "structure": (2, _structure),
    "pretranslate": (1, _machine),
    "export": (1.5, _export),
}


@dataclass(frozen=True)
class Killed:
    """What became of one kill."""

    seed: int
    step: str
    done: int
    seen: int
    """How many words stood on the screen 300 ms before the kill."""
    confirmed: int
    """How many confirmations were done before the last word that was seen."""
    broken: tuple[str, ...]


def page() -> Article:
    """An article with sentences enough to go about in, and one that stands there twice."""
    small = make_article()
    lines = [
        "The bridge was closed on Tuesday. It will open again in 3 weeks, the mayor said.",
        "Nobody was hurt. The water rose by 2.5 meters. People left their homes at night.",
    ]
    more = tuple(Block(6 + at, Role.PARAGRAPH, text) for at, text in enumerate(lines))
    return replace(small, blocks=(*small.blocks, *more))


def kill_once(place: Path, seed: int) -> Killed:
    """Let hands work in a fresh place, kill the program at a random moment, judge what is left."""
    place.mkdir(parents=True, exist_ok=True)
    folder = place / "desk"
    with contextlib.closing(desks.open_desk(folder, create=True)) as desk:
        slug = intake.add_article(desk, page(), data=b"river", modified=WHEN)
    terminal = Terminal(place / "tmux")
    try:
        process = terminal.start(folder, "edit", slug)
        hands, looks, killed_at = _work_and_die(terminal, process, seed)
        broken = _judge(folder, slug, hands, looks, killed_at)
        terminal.end()
        broken += _opens_again(place, folder, slug)
    finally:
        terminal.end()
    before = _seen(looks, killed_at - PROMISE_S)
    confirmed = sum(one.what == "confirm" for one in _done(hands, _seen(looks, killed_at)))
    return Killed(seed, hands.step, hands.done, len(before), confirmed, tuple(broken))


def _work_and_die(terminal: Terminal, process: int, seed: int) -> tuple[Hands, list[Look], float]:
    """Work until a moment comes that the hands do not know of."""
    hands = Hands(terminal, random.Random(seed))
    wait = hands.chance.uniform(0.2, LONGEST_S)
    looks: list[Look] = []
    died: list[float] = []

    def watch() -> None:
        while not hands.is_over.is_set():
            shown = terminal.screen()
            with contextlib.suppress(OSError):  # it has just gone
                looks.append(Look(lived(process), _numbers(shown)))
            time.sleep(0.015)

    def kill() -> None:
        time.sleep(wait)
        died.append(lived(process))
        os.kill(process, signal.SIGKILL)
        hands.is_over.set()

    others = [threading.Thread(target=watch), threading.Thread(target=kill)]
    for one in others:
        one.start()
    while not hands.is_over.is_set():
        _step(hands)
    for one in others:
        one.join()
    return hands, [look for look in looks if look.at <= died[0]], died[0]


def lived(process: int) -> float:
    """The clock without the time that a program had to wait for a processor: nobody can promise
    what a machine with ten others on it does in 300 ms. Seconds; where the system does not say
    (Linux does), the clock."""
    try:
        waited = int(Path(f"/proc/{process}/schedstat").read_text().split()[1]) / 1e9
    except FileNotFoundError:
        waited = 0.0
    return time.monotonic() - waited


def _step(hands: Hands) -> None:
    name = hands.chance.choices(list(STEPS), [weight for weight, _ in STEPS.values()])[0]
    hands.step = name
    STEPS[name][1](hands)
    hands.done += 1
    time.sleep(hands.chance.uniform(0, 0.15))


def _numbers(shown: str) -> frozenset[int]:
    return frozenset(map(int, _NUMBERED.findall(shown)))


def _seen(looks: list[Look], until: float) -> frozenset[int]:
    return frozenset[int]().union(*(look.words for look in looks if look.at <= until))


# --- the judge


def _judge(folder: Path, slug: str, hands: Hands, looks: list[Look], killed_at: float) -> list[str]:
    """What is wrong, at once and when the last child has gone."""
    desk = desks.open_desk(folder)
    try:
        broken = _lost(desk, slug, hands, looks, killed_at)
        end = time.monotonic() + ORPHANS_S
        while at_work(folder) and time.monotonic() < end:
            time.sleep(0.05)
        broken += [f"child {one} goes on without its parent" for one in at_work(folder)]
        broken += _lost(desk, slug, hands, looks, killed_at)
        broken += [f"verify: {one}" for one in verification.verify(desk)]
    finally:
        desk.close()
    return [*broken, *judging.half_exports(folder / "out"), *judging.broken_copies(folder)]


def _lost(desk: Desk, slug: str, hands: Hands, looks: list[Look], killed_at: float) -> list[str]:
    stored = _stored(desk, slug)
    typed = _seen(looks, killed_at - PROMISE_S) - _unkept_notes(hands)
    lost = [f"word {one} was seen before the last 300 ms" for one in sorted(typed - stored)]
    for decision in _done(hands, _seen(looks, killed_at)):
        if decision.word not in _decided(desk, slug, decision.what):
            lost.append(f"{decision.what} of word {decision.word}")
    return lost


def _done(hands: Hands, seen: frozenset[int]) -> list[Decision]:
    """The decisions that were made for certain: about a word that stood on the screen, and before
    another that did. Hands that are in another place than they think decide nothing."""
    last = max(seen, default=0)
    return [one for one in hands.decisions if one.word < last and one.word in seen]


def _unkept_notes(hands: Hands) -> frozenset[int]:
    """The words of a note that was being written: it is kept when one leaves it, and not before."""
    if hands.step != "note":
        return frozenset()
    return frozenset(range(hands.note_from or hands.word + 1, hands.word + 1))


def _stored(desk: Desk, slug: str) -> frozenset[int]:
    """The words that the disk has: in segments, or in what they held before."""
    rows = desk.connection.execute("SELECT before || after FROM journal").fetchall()
    texts = [text for (text,) in rows]
    for one in articles.read(desk, slug).segments:
        texts += [one.target, one.note]
    return _numbers("\n".join(texts))


def _decided(desk: Desk, slug: str, what: str) -> frozenset[int]:
    """The words that a person has stood by, or has written into a note."""
    found: set[int] = set()
    for entry in journal(desk, slug):
        after = entry.after
        if what == "confirm" and entry.action is Action.CONFIRM and isinstance(after, Holding):
            found |= _numbers(after.target)
        if what == "note" and isinstance(after, Note):
            found |= _numbers(after.text)
    return frozenset(found)


def _opens_again(place: Path, folder: Path, slug: str) -> list[str]:
    """Whether the editor comes up on what is left, and goes."""
    terminal = Terminal(place / "again")
    try:
        terminal.start(folder, "edit", slug)
        terminal.press("C-q")
        terminal.wait_for("GONE 0")
    except (AssertionError, ValueError, subprocess.CalledProcessError) as error:
        return [f"does not open again: {error}"]
    finally:
        terminal.end()
    return []


def main(count: int, seed: int) -> int:
    """Kill so many, print what came of it; 1 where something was broken."""
    steps: Counter[str] = Counter()
    sums: Counter[str] = Counter()
    began = time.monotonic()
    for number in range(seed, seed + count):
        with tempfile.TemporaryDirectory() as home:
            os.environ["TRANSLATOR_DATA_DIR"] = os.environ["TRANSLATOR_CONFIG_DIR"] = home
            killed = kill_once(Path(home) / "place", number)
        steps[killed.step] += 1
        sums.update(steps=killed.done, seen=killed.seen, confirmed=killed.confirmed)
        if killed.broken:
            sums["broken"] += 1
            print(f"seed {number}, {killed.step} after {killed.done}: {killed.broken}", flush=True)
    wall = time.monotonic() - began
    print(f"killed {count}, seeds {seed} to {seed + count - 1}, broken {sums['broken']}", end=", ")
    print(
        f"{sums['steps']} steps, {sums['seen']} words seen, {sums['confirmed']} confirmations",
        end="",
    )
    print(f", {wall:.0f} s")
    print("killed in:", ", ".join(f"{name} {number}" for name, number in steps.most_common()))
    return 1 if sums["broken"] else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
