"""How fast the quantities of pairs are compared, and that four times the text takes four times as
long.

Run: python tests/benchmarks/quantities.py
"""

from __future__ import annotations

import time
from statistics import median

from tests.conftest import SHARED
from translator import quantities

PIECES = (
    ("It cost $1.2 billion on May 5. ", "Costó 1200 millones el 5 de mayo. "),
    ("5 miles, ", "9 km, "),
    ("1 2 3 4 5 ", "1 2 3 4 6 "),
    ("twenty-one thousand and ", "veintiún mil y "),
)
SMALL, LARGE, RUNS = 300, 1_200, 5


def seconds(source: str, target: str) -> float:
    """The median time of one pair."""
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        quantities.compare(source, target)
        times.append(time.perf_counter() - began)
    return median(times)


def main() -> None:
    """Print pairs a second on news, and for each piece the ratio of a text four times as long."""
    news = SHARED / "data" / "mt" / "newstest2013"
    if news.with_suffix(".en").exists():
        english, spanish = (
            news.with_suffix(ending).read_text(encoding="utf-8") for ending in (".en", ".es")
        )
        pairs = list(zip(english.splitlines(), spanish.splitlines(), strict=True))
        began = time.perf_counter()
        for pair in pairs:
            quantities.compare(*pair)
        print(f"{len(pairs) / (time.perf_counter() - began):,.0f} pairs of news a second")
        print(f"{seconds(english[:100_000], spanish[:112_000]):.3f} s for 100 KB of news")
    for source, target in PIECES:
        small = seconds(source * SMALL, target * SMALL)
        large = seconds(source * LARGE, target * LARGE)
        print(f"{large / small:5.1f} times for 4 times the text  {source!r}")


if __name__ == "__main__":
    main()
