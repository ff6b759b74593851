"""Inline codes of a sentence put onto the right words of its translation.

The machine is given clean text, so that no code can break what it says; afterwards each code is put
around the Spanish words that answer those inside it (see `links` and `spans`). All codes come
through, well nested, and none inside a word, whatever the translation is. Refuses to change the
words. Separate from `inline`, which knows codes in one language only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from translator import inline
from translator.model import Code
from translator.projection import links, spans
from translator.projection.spans import Side

Span = tuple[int, int]

_OPENING = frozenset("“«‘\"'([¿¡")
_CLOSING = frozenset(".,;:!?…”»’\"')]")
_BREAKS = frozenset(',;:.!?…—–()[]«»“”"')


@dataclass(slots=True)
class _Node:
    """A code with the stretch of clean text inside it, in the source or the target, and the codes
    within. Without words a code is a point."""

    code: Code
    start: int
    end: int
    is_pair: bool = True
    children: list[_Node] = field(default_factory=list)


def project(source: str, codes: Sequence[Code], target: str) -> str:
    """Place the codes of a marked source in a clean translation: marked text that loses none."""
    roots = _tree(source, codes)
    if not roots:
        return target
    placed = _Placer(inline.strip(source, codes), target).place(roots, 0, len(target))
    return _written(target, placed, 0, len(target))


def _tree(source: str, codes: Sequence[Code]) -> list[_Node]:
    """The codes of a marked text as a tree, with places in the clean text."""
    roots: list[_Node] = []
    stack: list[_Node] = []
    offset = 0
    for token in inline.put_back(source, codes):
        if isinstance(token, str):
            offset += len(token)
            continue
        if isinstance(token, inline.Close):
            stack.pop().end = offset
            continue
        node = _Node(token.code, offset, offset, isinstance(token, inline.Open))
        (stack[-1].children if stack else roots).append(node)
        if node.is_pair:
            stack.append(node)
    return roots


class _Placer:
    """One sentence and its translation."""

    def __init__(self, source: str, target: str) -> None:
        self._source, self._target = source, target
        self._mine, self._theirs = links.words(source), links.words(target)
        english = [source[start:end] for start, end in self._mine]
        spanish = [target[start:end] for start, end in self._theirs]
        self._english = _side(source, self._mine, links.ENGLISH)
        self._spanish = _side(target, self._theirs, links.SPANISH)
        self._links = links.link(english, spanish)

    def place(self, nodes: Sequence[_Node], low: int, high: int) -> list[_Node]:
        """The codes with their places in the target, all between two of its places, in order."""
        free = [_within(self._theirs, low, high)]
        placed: list[_Node] = []
        waiting = [node for node in nodes if _count(_within(self._mine, node.start, node.end))]
        while waiting and any(map(_count, free)):
            found = [
                (*self._best(node, [one for one in free if _count(one)]), node) for node in waiting
            ]
            _, span, node = max(found, key=lambda one: one[0])
            waiting.remove(node)
            free = [part for one in free for part in _without(one, span)]
            placed.append(self._around(node, span, low, high, placed))
        placed.sort(key=lambda one: one.start)
        points = [node for node in nodes if not any(one.code is node.code for one in placed)]
        for node in points:
            self._put_point(node, placed, low, high)
        return placed

    def _best(self, node: _Node, free: Sequence[Span]) -> tuple[float, Span]:
        inside = _within(self._mine, node.start, node.end)
        return spans.best(self._links, self._english, self._spanish, inside, free)

    def _around(
        self, node: _Node, span: Span, low: int, high: int, placed: Sequence[_Node]
    ) -> _Node:
        """The code around these words of the target, with the signs that its English has too."""
        start, end = self._theirs[span[0]][0], self._theirs[span[1] - 1][1]
        low = max([low, *(one.end for one in placed if one.end <= start)])
        high = min([high, *(one.start for one in placed if one.start >= end)])
        text = self._source[node.start : node.end].strip()
        while text[:1] in _OPENING and start > low and self._target[start - 1] in _OPENING:
            start, text = start - 1, text[1:]
        while text[-1:] in _CLOSING and end < high and self._target[end] in _CLOSING:
            end, text = end + 1, text[:-1]
        children = self.place(node.children, start, end)
        return _Node(node.code, start, end, node.is_pair, children)

    def _put_point(self, node: _Node, placed: list[_Node], low: int, high: int) -> None:
        """Place a code without words: behind what answers the word before it."""
        place = self._point(node.start, low, high)
        for one in placed:
            if one.start < place < one.end:
                place = one.end
        children = [
            _Node(one.code, place, place, one.is_pair, one.children) for one in node.children
        ]
        after = sum(one.end <= place for one in placed)
        placed.insert(after, _Node(node.code, place, place, node.is_pair, children))

    def _point(self, offset: int, low: int, high: int) -> int:
        return min(max(self._behind(offset, low, high), low), high)

    def _behind(self, offset: int, low: int, high: int) -> int:
        before = sum(end <= offset for _, end in self._mine)
        if not before or not self._theirs:
            return low if offset == 0 or not self._theirs else self._theirs[0][0]
        if before == len(self._mine):
            return high
        row = self._links[before - 1]
        other = max(range(len(row)), key=lambda column: row[column])
        if not row[other]:
            other = round(before / len(self._mine) * len(row)) - 1
        place = self._theirs[max(0, other)][1]
        tail = self._source[self._mine[before - 1][1] : offset]
        for sign in tail:
            if place < high and self._target[place] == sign and not sign.isalnum():
                place += 1
        return place


def _side(text: str, words: Sequence[Span], classes: Mapping[str, str]) -> Side:
    names = [text[start:end] for start, end in words]
    gaps = [text[end:start] for (_, end), (start, _) in pairwise(words)]
    return Side(
        [classes.get(name.lower(), "") for name in names],
        [0 if name.lower() in links.PARTICLES else name.count("-") + 1 for name in names],
        [False, *(any(sign in _BREAKS for sign in gap) for gap in gaps)],
    )


def _within(words: Sequence[Span], low: int, high: int) -> Span:
    """Which words, from the first to behind the last, lie between two places."""
    first = sum(start < low for start, _ in words)
    return first, max(first, sum(end <= high for _, end in words))


def _count(span: Span) -> int:
    return span[1] - span[0]


def _without(one: Span, taken: Span) -> list[Span]:
    if taken[0] >= one[1] or taken[1] <= one[0]:
        return [one]
    return [part for part in ((one[0], taken[0]), (taken[1], one[1])) if _count(part) > 0]


def _written(target: str, nodes: Sequence[_Node], low: int, high: int) -> str:
    pieces: list[str] = []
    for node in nodes:
        pieces.append(target[low : node.start])
        number, low = node.code.number, node.end
        inside = _written(target, node.children, node.start, node.end)
        pieces.append(f"<{number}>{inside}</{number}>" if node.is_pair else f"<{number}/>")
    return "".join([*pieces, target[low:high]])
