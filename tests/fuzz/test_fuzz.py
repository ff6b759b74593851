"""Strange bytes bring out errors of the house and nothing else: a little of the long run."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest

from tests.fuzz import bombs, runs
from tests.fuzz.fuzzing import CASES, Tally, attempt, run, stop
from tests.fuzz.readers import readers

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(autouse=True)
def _signal_back() -> Iterator[None]:
    former = signal.getsignal(signal.SIGPROF)
    yield
    signal.signal(signal.SIGPROF, former)


@pytest.mark.parametrize("door", sorted(readers()))
def test_only_errors_of_the_house_come_out(door: str) -> None:
    count = 20 if readers()[door].weight <= 4 else 150
    (tally,) = run(20261125, executions=count, only=(door,)).values()
    assert (tally.executions, tally.found) == (count, {})
    assert tally.taken + tally.refused == count


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.glob("*.bin")))
def test_what_was_found_once_stays_mended(case: str) -> None:
    tally = Tally()
    attempt(readers()[case.rpartition("-")[0]], (CASES / case).read_bytes(), tally)
    assert tally.found == {}


def test_a_door_that_breaks_is_noticed() -> None:
    from tests.fuzz.readers import Reader

    tally = Tally()
    attempt(Reader((b"x",), lambda data: data.index(b"y")), b"x", tally)
    assert list(tally.found) == ["ValueError at "]


@pytest.mark.parametrize(
    ("door", "unit"),
    [
        ("dump", "\u00a0"),
        ("dump", "- "),
        ("dump", "a@b.co "),
        ("markdown", "a<br>"),
        ("markdown", "["),
        ("po-page", "%s "),
        ("settings", "a."),
    ],
)
def test_runs_that_took_minutes_or_broke_a_door_no_longer_do(door: str, unit: str) -> None:
    signal.signal(signal.SIGPROF, stop)
    for data in runs.around(readers()[door], unit):
        tally = Tally()
        attempt(readers()[door], data, tally)
        assert tally.found == {}


FRONT = {
    "deep": "k: " + "[" * 900,
    "long": "k: [" + "a, " * 100_000 + "]",
    "blanks": "[\nk: a" + " " * 50_000 + "b",
    "number": "title: 0x" + "f" * 5000,
    "key": "? 0x" + "f" * 5000 + "\n: c",
}


@pytest.mark.parametrize("name", FRONT)
@pytest.mark.parametrize("fence", ["---", "+++"])
def test_front_matter_has_limits(name: str, fence: str) -> None:
    signal.signal(signal.SIGPROF, stop)
    tally = Tally()
    text = f"{fence}\n{FRONT[name]}\n{fence}\n# Ferry\n\nThe ferry sailed on Monday.\n"
    attempt(readers()["markdown"], text.encode(), tally)
    assert (tally.found, tally.taken) == ({}, 1)


def _is_quick(bomb: bombs.Bomb) -> bool:
    return len(bomb.data) < 600_000 or bomb.name == "deep"


@pytest.mark.parametrize(
    "bomb",
    [
        pytest.param(
            bomb, id=f"{bomb.door}, {bomb.name}", marks=[] if _is_quick(bomb) else pytest.mark.slow
        )
        for bomb in (*bombs.xml(), *bombs.others())
    ],
)
def test_no_bomb_goes_off(bomb: bombs.Bomb) -> None:
    signal.signal(signal.SIGPROF, stop)
    tally = Tally()
    attempt(readers()[bomb.door], bomb.data, tally)
    # The large ones are as large as they look, and take time by their size and no more.
    assert tally.found.keys() <= ({"too slow"} if len(bomb.data) > 1_000_000 else set())
