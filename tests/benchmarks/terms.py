"""How long the terms and names of a sentence take, in a termbase of 20,000 terms.

Terms are made of the words of newstest2013, one to three words each, so that sentences meet many;
2,000 sentences, found in the English and verified in the Spanish. Beside it, the names of an
article of 5,000 segments and the shipped ledger.

Run: python -m tests.benchmarks.terms [TERMS]
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

from translator import terminology
from translator.model import Term
from translator.names import Ledger, Line, find
from translator.termbase import Termbase

DATA = Path(__file__).parents[3] / "shared/data/mt"


def made(sources: list[str], targets: list[str], count: int) -> list[Term]:
    """So many terms of words that stand one behind the other in these sentences."""
    chance = random.Random(7)
    terms: dict[str, Term] = {}
    while len(terms) < count:
        place = chance.randrange(len(sources))
        words, other = sources[place].split(), targets[place].split()
        size = chance.choice((1, 1, 2, 2, 3))
        start, there = chance.randrange(len(words)), chance.randrange(len(other))
        source = " ".join(words[start : start + size]).strip(".,;:()“”\"'")
        target = " ".join(other[there : there + size]).strip(".,;:()“”\"'«»")
        if source and target:
            terms.setdefault(source, Term(source, target))
    return list(terms.values())


def timed(work: Callable[[int], object], count: int) -> str:
    """Median and p95 of some calls, in milliseconds."""
    spent = []
    for place in range(count):
        start = time.perf_counter()
        work(place)
        spent.append((time.perf_counter() - start) * 1000)
    return f"median {median(spent):.3f} ms, p95 {quantiles(spent, n=20)[-1]:.3f} ms"


def main() -> None:
    """Measure, and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    sources = (DATA / "newstest2013.en").read_text(encoding="utf-8").splitlines()
    targets = (DATA / "newstest2013.es").read_text(encoding="utf-8").splitlines()
    terms = made(sources, targets, count)
    start = time.perf_counter()
    base = Termbase(terms)
    print(f"{len(terms)} terms made ready: {time.perf_counter() - start:.2f} s")
    some = range(2000)
    hits = sum(len(base.find(sources[place])) for place in some) / len(some)
    print(f"find, {hits:.1f} terms a sentence:", timed(lambda one: base.find(sources[one]), 2000))
    print("verify:", timed(lambda one: base.faults(sources[one], targets[one]), 2000))
    ledger = Ledger(terminology.shipped_names())
    print("ledger:", timed(lambda one: ledger.breaches(sources[one], targets[one]), 2000))
    lines = [Line(place, sources[place % len(sources)]) for place in range(5000)]
    start = time.perf_counter()
    found = find(lines, ledger.full_forms())
    print(f"{len(found)} names of 5,000 segments: {time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main()
