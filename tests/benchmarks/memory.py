"""How fast and how right the memory is at 50,000, 200,000 and 1,000,000 units; prints a table.

Run: python -m tests.benchmarks.memory [--sizes 50000,200000] [--kinds natural] [--brute 300]

Each memory is written as TMX, imported into a desk of its own and measured in a process of its own,
so that the resident memory is that of a program that looks up. Queries are sentences of 17 to 23
words: half stand in the memory with 0 to 7 words changed, half are new. *Brute* scores every unit
with the same score and compares the best rate and full score.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.memories import KINDS, altered, pairs
from translator import desk as desks
from translator import recall
from translator.config import Config
from translator.desk import concordance, memory
from translator.memory import scores
from translator.memory.matching import Sought
from translator.memory.tokens import folded, symbols, tokens

SEED = 20261123
QUERIES = 300


def main() -> None:
    """Build and measure each memory, and print a line for each."""
    options = argparse.ArgumentParser()
    options.add_argument("--sizes", default="50000,200000,1000000")
    options.add_argument("--kinds", default=",".join(KINDS))
    options.add_argument("--brute", type=int, default=QUERIES)
    options.add_argument("--measure", nargs=3, metavar=("PART", "SIZE", "DESK"))
    given = options.parse_args()
    if given.measure:
        part, size, folder = given.measure
        print(json.dumps(measure(part, int(size), Path(folder), given.brute)))
        return
    rows = []
    for kind in given.kinds.split(","):
        for size in map(int, given.sizes.split(",")):
            rows.append(_one(kind, size, given.brute))
            print(json.dumps(rows[-1]), flush=True)
    _show(rows)


def _one(kind: str, size: int, brute: int) -> dict[str, object]:
    with tempfile.TemporaryDirectory(prefix="memory-") as name:
        folder = Path(name)
        _write(folder / "memory.tmx", kind, size)
        fresh = (source for source, _ in pairs(kind, 20 * QUERIES, SEED + 1))
        new = [text for text in fresh if 17 <= len(text.split()) <= 23][:QUERIES]
        (folder / "new.txt").write_text("\n".join(new), encoding="utf-8")
        program = [sys.executable, __file__, "--brute", str(brute)]
        row: dict[str, object] = {"kind": kind, "units": size}
        for part in ("import", "search"):
            done = subprocess.run(
                [*program, "--measure", part, str(size), name],
                check=True,
                capture_output=True,
                text=True,
            )
            row |= json.loads(done.stdout)
    return row


def _write(path: Path, kind: str, size: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write('<?xml version="1.0"?>\n<tmx version="1.4"><header srclang="en"/><body>\n')
        for source, target in pairs(kind, size, SEED):
            file.write(
                f'<tu creationdate="20260312T083000Z"><tuv xml:lang="en"><seg>{escape(source)}'
                f'</seg></tuv><tuv xml:lang="es"><seg>{escape(target)}</seg></tuv></tu>\n'
            )
        file.write("</body></tmx>\n")


def measure(part: str, size: int, folder: Path, brute: int) -> dict[str, object]:
    """One part of a row: the import, or the searches."""
    desk = desks.open_desk(folder, create=True)
    if part == "import":
        return _import(desk, folder)
    return _search(desk, size, brute)


def _import(desk: desks.Desk, folder: Path) -> dict[str, object]:
    began = time.perf_counter()
    done = recall.import_tmx(desk, folder / "memory.tmx")
    seconds = time.perf_counter() - began
    return {
        "added": done.added,
        "import_s": round(seconds, 1),
        "import_per_s": round((done.added + done.known) / seconds),
        "import_rss_mb": _resident(),
        "file_mb": round((folder / desks.DATABASE).stat().st_size / 1e6),
    }


def _resident() -> int:
    """The most memory that this process has had, in MB. The one of `getrusage` would do, but a
    process inherits it from the one that started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return round(int(status.partition("VmHWM:")[2].split()[0]) / 1000)


def _search(desk: desks.Desk, size: int, brute: int) -> dict[str, object]:
    chance = random.Random(SEED + size)
    with desks.reading(desk) as connection:
        stored, new = _sentences(connection, desk.folder, size, chance)
        words = [word for text in stored for word in text.split()]
        queries = [altered(text, place % 8, chance, words) for place, text in enumerate(stored)]
        queries = [one for pair in zip(queries, new, strict=True) for one in pair][:QUERIES]
        lookup = recall.Lookup(connection, Config())
        lookup.matches(Sought("Nobody was hurt in the fire on Monday."))
        five = _times(lambda text: lookup.matches(Sought(text)), queries)
        mixed = [one for pair in zip(stored, new, strict=True) for one in pair]
        fill = _times(lambda text: lookup.choice(Sought(text)), mixed)
        found = _times(
            lambda text: concordance.search(connection, text),
            [" ".join(one) for one in _few(words, chance)],
        )
        phrase = _times(
            lambda text: concordance.search(connection, text, phrase=True, language="en"),
            _phrases(stored, chance),
        )
        row: dict[str, object] = {
            "five_p50_ms": _ms(five, 50),
            "five_p95_ms": _ms(five, 95),
            "fill_per_s": round(len(fill) / sum(fill)),
            "words_p95_ms": _ms(found, 95),
            "phrase_p95_ms": _ms(phrase, 95),
            "rss_mb": _resident(),
        }
        if brute:
            row |= _brute(connection, queries[:brute], lookup)
    return row


def _sentences(
    connection: sqlite3.Connection, folder: Path, size: int, chance: random.Random
) -> tuple[list[str], list[str]]:
    """Sentences of the memory, and new ones of the same kind, of about 20 words."""
    stored: list[str] = []
    while len(stored) < QUERIES:
        for unit in memory.read(connection, [chance.randrange(1, size + 1)]):
            if 17 <= len(unit.source.split()) <= 23:
                stored.append(unit.source)
    new = (folder / "new.txt").read_text(encoding="utf-8").splitlines()
    return stored, new


def _few(words: Sequence[str], chance: random.Random) -> list[list[str]]:
    return [chance.choices(words, k=chance.choice((1, 2, 3))) for _ in range(200)]


def _phrases(texts: Sequence[str], chance: random.Random) -> list[str]:
    phrases = []
    for text in texts[:200]:
        words = text.split()
        start = chance.randrange(len(words) - 3)
        phrases.append(" ".join(words[start : start + chance.choice((2, 3))]))
    return phrases


def _times(work: Callable[[str], object], texts: Sequence[str]) -> list[float]:
    times = []
    for text in texts:
        began = time.perf_counter()
        work(text)
        times.append(time.perf_counter() - began)
    return sorted(times)


def _ms(times: Sequence[float], percent: int) -> float:
    return round(times[min(len(times) - 1, len(times) * percent // 100)] * 1000, 1)


def _brute(
    connection: sqlite3.Connection, queries: Sequence[str], lookup: recall.Lookup
) -> dict[str, object]:
    """The best of all units by rate and full score, for each query; and the same of the index."""
    from rapidfuzz.distance import Levenshtein

    wanted = [(symbols(text), tokens(text)) for text in queries]
    floors = [70] * len(queries)
    best = [(0, 0)] * len(queries)
    seconds = 0.0
    for unit in memory.every(connection):
        written = tokens(unit.source)
        found = folded(written)
        began = time.perf_counter()
        for place, (theirs, as_written) in enumerate(wanted):
            longest = max(len(theirs), len(found))
            most = longest - -(-longest * floors[place] // 100)
            distance = Levenshtein.distance(theirs, found, score_cutoff=most)
            if distance <= most:
                rank = scores.rate(theirs, found), scores.rate(as_written, written)
                if rank > best[place]:
                    best[place] = rank
                    floors[place] = rank[0]
        seconds += time.perf_counter() - began
    agree = with_match = 0
    took = 0.0
    for text, (theirs, as_written), right in zip(queries, wanted, best, strict=True):
        began = time.perf_counter()
        matches = lookup.matches(Sought(text))
        took += time.perf_counter() - began
        ranks = [
            (
                scores.rate(theirs, symbols(one.unit.source)),
                scores.rate(as_written, tokens(one.unit.source)),
            )
            for one in matches
        ]
        with_match += right[0] >= 70
        agree += max(ranks, default=(0, 0)) == right
    return {
        "brute_agree": f"{agree}/{len(queries)}",
        "with_match": with_match,
        "time_ratio": round(seconds / took),
    }


def _show(rows: Sequence[dict[str, object]]) -> None:
    columns = list(rows[0])
    print("\t".join(columns))
    for row in rows:
        print("\t".join(str(row.get(column, "")) for column in columns))


if __name__ == "__main__":
    os.environ.setdefault("LC_ALL", "C.UTF-8")
    main()
