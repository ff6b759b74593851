"""Boundaries that no full stop marks: the items of a list in one line, a date behind a headline.

Both come from copied pages, where a line break was lost. Refuses anything less than certain: the
items must count up from the first, the date must be whole and stand by itself at the end. Separate
from `boundaries` because no mark is judged here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.segmentation.abbreviations import BEFORE_DATES

_MARKER = re.compile(
    r"(?<!\S)(?P<bullet>[•⁃‣◦▪–-]\s?)?(?P<value>\d{1,3}|[a-z])(?P<end>\.\)|[.)])\s+(?=[^\W\d_])"
)
_DATE = re.compile(
    r"(?P<before>[^\W\d_]+)[”\"’')]*(?P<gap>\s+)(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s"
    r"[A-Z][a-z]{2,8}\.?\s\d{1,2},\s\d{4}\s*$"
)
_TAIL = 120
"""Characters at the end of a text in which a date behind a headline is looked for."""


def find(text: str) -> Iterator[tuple[int, int]]:
    """Where a piece ends and the next one begins; between the two is white space only."""
    yield from _items(text)
    yield from _date(text)


def _items(text: str) -> Iterator[tuple[int, int]]:
    """The items of a list that the text begins with, as long as they count up."""
    first = _MARKER.match(text)
    if first is None:
        return
    shape = (bool(first["bullet"]), first["end"])
    expected = _after(first["value"])
    for marker in _MARKER.finditer(text, first.end()):
        if (bool(marker["bullet"]), marker["end"]) == shape and marker["value"] == expected:
            expected = _after(expected)
            end = marker.start()
            while text[end - 1].isspace():
                end -= 1
            yield end, marker.start()


def _after(value: str) -> str:
    return str(int(value) + 1) if value.isdigit() else chr(ord(value) + 1)


def _date(text: str) -> Iterator[tuple[int, int]]:
    """The full date that a page shows below its headline, when both came in one line."""
    offset = max(0, len(text) - _TAIL)
    found = _DATE.search(text, offset)
    if found is not None and found["before"].lower() not in BEFORE_DATES:
        yield found.start("gap"), found.end("gap")
