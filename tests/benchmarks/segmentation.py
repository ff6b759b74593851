"""How long sentences take to be cut, and that four times the text takes four times as long.

Run: python tests/benchmarks/segmentation.py
"""

from __future__ import annotations

import time
from statistics import median

from translator import segmentation

PIECES = (
    "This is Mr. Smith of the U.S. Army (who left). ",
    "The river rose by three feet on Tuesday, and nobody in the town slept. ",
    "(said. ",
    "1. A ",
    "... ",
)
SMALL, LARGE, RUNS = 2_000, 8_000, 5


def seconds(text: str) -> float:
    """The median time of one text."""
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        segmentation.split(text)
        times.append(time.perf_counter() - began)
    return median(times)


def main() -> None:
    """Print a line for each piece: the rate, and the ratio of a text four times as long."""
    for piece in PIECES:
        small, large = seconds(piece * SMALL), seconds(piece * LARGE)
        rate = len(piece) * LARGE / large / 1e6
        print(f"{large / small:5.1f} times for 4 times the text, {rate:5.1f} MB/s  {piece!r}")


if __name__ == "__main__":
    main()
