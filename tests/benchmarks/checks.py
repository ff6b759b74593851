"""How fast the checks are: segments a second, and what a segment of 100 KB takes.

Run by hand: ``python -m tests.benchmarks.checks``. No figure is asserted.
"""

from __future__ import annotations

import time
from dataclasses import replace

from tests.checks import labelled
from translator.checks import running

SIZE = 100_000


def hostile() -> dict[str, tuple[str, str]]:
    """Texts of 100 KB that a careless pattern would take minutes for."""
    pieces = {
        "news": "The president said on Monday that 1,200 men and $3 billion were lost in Kyiv. ",
        "spaces": " ",
        "letters": "a",
        "questions": "?¿",
        "quotes": "«“\"' ",
        "brackets": "([{<",
        "digits": "1,234.5 ",
        "dots": ". ",
        "words": "no no ",
        "names": "Alice Munro and Roger Stone met. ",
        "addresses": "a@b.c https://x.y/z#q ",
        "tags": "<1>x</1> <b ",
        "hyphens": "pro-anti-ex-",
        "commas": "1,2;3 ,",
        "capitals": "The Quick Brown Fox Ate ",
    }
    made = {name: (piece * (SIZE // len(piece) + 1))[:SIZE] for name, piece in pieces.items()}
    return {name: (text, text[::-1] if name == "commas" else text) for name, text in made.items()}


def seconds(source: str, target: str) -> float:
    """How long all rules take for one segment, in processor time."""
    context = replace(labelled.CHECKER.context, marked=(source, target))
    began = time.process_time()
    running.of_segment(labelled.CHECKER.rules, 1, context)
    return time.process_time() - began


def main() -> None:
    """Print what was measured."""
    pairs = labelled.pairs() * 5
    began = time.process_time()
    for one in pairs:
        labelled.findings(one)
    rate = len(pairs) / (time.process_time() - began)
    print(f"{rate:.0f} labelled pairs a second of processor time")
    for name, (source, target) in hostile().items():
        print(f"{name:<12} {seconds(source, target):6.2f} s for {SIZE // 1000} KB")


if __name__ == "__main__":
    main()
