"""Quantities: numbers, money, dates and times whose value is another one in the Spanish.

`quantities` reads and compares them; here a difference gets its rule. Refuses to read a number.
"""

from __future__ import annotations

from collections.abc import Iterator

from translator import quantities
from translator.checks.check import Context, Hit


def lost(source: str, target: str, context: Context) -> Iterator[Hit]:
    """A number of the English whose value the Spanish does not have."""
    for figure in quantities.lost(source, target):
        start = source.find(figure)
        yield Hit(source=(start, start + len(figure)), values={"english": figure})
