"""The English as the editor shows it: terms, names, numbers and codes marked.

Marks are underlines, bold and italics besides colours, so that none is needed. Pure: values in,
text out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rich.text import Text

from translator import normalize
from translator.model import Segment
from translator.tui.knowledge import Known

TERM, NAME, NUMBER, CODE = "underline", "bold", "italic", "dim"

_MARK = re.compile(r"</?([1-9][0-9]{0,3})/?>")


def source(segment: Segment, known: Known | None = None) -> Text:
    """The English of a segment with its inline codes, and what is known of its words."""
    text = Text(normalize.visible(segment.source))
    if len(text.plain) != len(segment.source):
        return text  # hidden characters are written out, and no place is where it was
    marks = list(_marks(segment))
    for mark in marks:
        text.stylize(CODE, mark.start(), mark.end())
    clean, places = _clean(segment.source, marks)
    spans: list[tuple[int, int, str]] = []
    if known is not None:
        spans += [(*span, NUMBER) for span in _find(clean, known.figures)]
        spans += [(one.start, one.end, TERM) for one in known.terms]
        spans += [(one.start, one.end, NAME) for one in known.names]
    for start, end, style in spans:
        if start < end <= len(clean):
            text.stylize(style, places[start], places[end - 1] + 1)
    return text


def marked(shown: str) -> Text:
    """Marked text of which nothing is known, with its inline codes set back."""
    text = Text(normalize.visible(shown))
    for mark in _MARK.finditer(text.plain):
        text.stylize(CODE, mark.start(), mark.end())
    return text


def _marks(segment: Segment) -> Iterator[re.Match[str]]:
    numbers = {str(code.number) for code in segment.codes}
    return (mark for mark in _MARK.finditer(segment.source) if mark[1] in numbers)


def _clean(marked: str, marks: Iterable[re.Match[str]]) -> tuple[str, list[int]]:
    """The text without its marks, and for each of its characters where it stands among them."""
    taken = {place for mark in marks for place in range(mark.start(), mark.end())}
    places = [place for place in range(len(marked)) if place not in taken]
    return "".join(marked[place] for place in places), places


def _find(text: str, words: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where these words stand, one after the other."""
    start = 0
    for word in words:
        found = text.find(word, start)
        if found >= 0:
            start = found + len(word)
            yield found, start


def clean_place(segment: Segment, place: int) -> int:
    """How many characters of the clean English stand before a place of the marked one."""
    _, places = _clean(segment.source, list(_marks(segment)))
    return sum(one < place for one in places)
