"""Brackets in a text: which stretch is an aside.

A sentence that stands in brackets inside another one does not end it. Refuses brackets that are
never closed, or only far away: a smiley must not swallow the rest of a page. Separate because the
pairs of a text are found once, before any sentence is judged.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_BRACKET = re.compile(r"[()\[\]]")
_PARTNERS = {")": "(", "]": "["}
_LONGEST = 600
"""Characters: a longer stretch in brackets is a text of its own."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Where an outermost pair of brackets opens and closes."""

    open: int
    close: int


class Finder:
    """Answers, for rising positions, which aside is around one."""

    def __init__(self, text: str) -> None:
        self._pairs = _outermost(text)
        self._next = 0

    def around(self, position: int) -> Aside | None:
        """The outermost aside that holds this position. Positions must not fall."""
        while self._next < len(self._pairs) and self._pairs[self._next].close < position:
            self._next += 1
        if self._next < len(self._pairs) and self._pairs[self._next].open < position:
            return self._pairs[self._next]
        return None


def _outermost(text: str) -> list[Aside]:
    pairs: list[Aside] = []
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        if match[0] in "([":
            opened.append(match.start())
        elif opened and text[opened[-1]] == _PARTNERS[match[0]]:
            pair = Aside(opened.pop(), match.start())
            if pair.close - pair.open > _LONGEST:
                continue
            while pairs and pairs[-1].open > pair.open:
                pairs.pop()
            pairs.append(pair)
    return pairs
