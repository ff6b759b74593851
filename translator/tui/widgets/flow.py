"""Paragraphs cut into lines for the screen, by cells.

Pure and quick: 5,000 sentences are laid out in a tenth of a second. Refuses widgets; a page of
text is one list of lines. Separate because the reading pass and the preview lay out the same text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.segment import Segment

_NARROW = re.compile("[ -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u202f\u20ac]*")
"""What takes one cell a letter: nearly every line. Sums do not tell: one that takes two and one
that takes none may stand side by side."""

_PICTURE = "\ufe0f"
"""Makes the sign before it a picture, and a cell wider."""


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Start and end of each line of at most so many cells; broken at spaces, which belong to
    neither line. A word that is longer than a line is cut."""
    if width < 1 or not text:
        return [(0, len(text))]
    fits = _by_letters if _NARROW.fullmatch(text) else _by_cells
    lines, start = [], 0
    while start < len(text):
        end = fits(text, start, width)
        if end < len(text) and text[end] != " ":
            space = text.rfind(" ", start, end)
            end = space if space > start else end
        lines.append((start, end))
        start = end
        while start < len(text) and text[start] == " ":
            start += 1
    return lines


def rows(text: str, width: int) -> Iterator[tuple[int, int]]:
    """The same for a text of several lines; an empty one is a row too."""
    start = 0
    for line in text.split("\n"):
        yield from ((start + first, start + last) for first, last in wrap(line, width))
        start += len(line) + 1


def cut(pieces: Iterable[Segment], places: Iterable[tuple[int, int]]) -> Iterator[list[Segment]]:
    """What of a text in pieces stands in each of these places, which follow one another."""
    left = iter(pieces)
    at, piece = 0, next(left, None)
    for start, end in places:
        row: list[Segment] = []
        while piece is not None:
            last = at + len(piece.text)
            if last > start and at < end:
                row.append(Segment(piece.text[max(0, start - at) : end - at], piece.style))
            if last > end:
                break
            at, piece = last, next(left, None)
        yield row


def _by_letters(text: str, start: int, width: int) -> int:
    return min(len(text), start + width)


def _by_cells(text: str, start: int, width: int) -> int:
    """The most that fits, a letter at least; what belongs to the letter before it stays there."""
    last = start + width
    while last < len(text) and cell_len(text[start:last]) <= width:
        last += width
    ends = range(start + 1, min(last, len(text)) + 1)
    found = bisect_right(ends, width, key=lambda end: cell_len(text[start:end]))
    end = ends[max(0, found - 1)]
    if text[end : end + 1] == _PICTURE:
        end = end - 1 if end - 1 > start else end + 1
    return end
