"""The lines of a page and those of its next version, matched by their words.

Lines that say the same answer one another wherever they stand; so do a line and the several lines
that make it up; what is left is matched by likeness within its place. Refuses sentences: those are
`realignment`'s, which needs no lines. Separate because a line carries what a person decided of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_SIMILAR = 0.5
"""Share of equal words from which a line is the old one changed. Lower than for sentences: a
paragraph may get a new sentence and still be the same paragraph. House."""

_MOST = 12
"""Lines up to which joined or parted ones are looked for."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Old lines and new lines that answer one another, by their places. `is_same` tells that they
    say the same; `old` is empty for a line that is new."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    is_same: bool = False


def align(old: Sequence[Sequence[str]], new: Sequence[str]) -> tuple[Pair, ...]:
    """The pairs in the order of the new lines; old lines that stand in none have gone.

    An old line comes with all that it ever said, what it says now first: a person may have
    corrected it, and the page still says what it said.
    """
    keys = [_key(text) for text in new]
    there = set(keys)
    said = [_said(texts, there) for texts in old]
    pairs, gaps = _in_order(said, keys)
    pairs += _elsewhere(said, keys, gaps)
    for olds, news in gaps:
        pairs += _gap(said, keys, [one[0] for one in old], new, olds, news)
    taken = {j for pair in pairs for j in pair.new}
    pairs += [Pair((), (j,)) for j in range(len(new)) if j not in taken]
    return tuple(sorted(pairs, key=lambda pair: pair.new[0]))


_Gap = tuple[list[int], list[int]]


def _key(text: str) -> str:
    return "".join(text.split())


def _said(texts: Sequence[str], there: Iterable[str]) -> str:
    """What a line is known by: that of its texts which the new page has."""
    keys = [_key(text) for text in texts]
    return next((key for key in keys if key in there), keys[0])


def _in_order(said: Sequence[str], keys: Sequence[str]) -> tuple[list[Pair], list[_Gap]]:
    pairs: list[Pair] = []
    gaps: list[_Gap] = []
    matcher = SequenceMatcher(None, said, keys, autojunk=False)
    for tag, first, last, begin, end in matcher.get_opcodes():
        if tag == "equal":
            places = zip(range(first, last), range(begin, end), strict=True)
            pairs += [Pair((i,), (j,), True) for i, j in places]
        else:
            gaps.append((list(range(first, last)), list(range(begin, end))))
    return pairs, gaps


def _elsewhere(said: Sequence[str], keys: Sequence[str], gaps: Sequence[_Gap]) -> list[Pair]:
    """Lines that stand elsewhere now; they are taken out of the gaps."""
    waiting: dict[str, list[int]] = {}
    for olds, _ in gaps:
        for i in olds:
            waiting.setdefault(said[i], []).append(i)
    pairs: list[Pair] = []
    for _, news in gaps:
        for j in list(news):
            if candidates := waiting.get(keys[j]):
                pairs.append(Pair((candidates.pop(0),), (j,), True))
                news.remove(j)
    moved = {pair.old[0] for pair in pairs}
    for olds, _ in gaps:
        olds[:] = [i for i in olds if i not in moved]
    return pairs


def _gap(
    said: Sequence[str],
    keys: Sequence[str],
    old: Sequence[str],
    new: Sequence[str],
    olds: Sequence[int],
    news: Sequence[int],
) -> Iterator[Pair]:
    """The pairs within one gap: put together, taken apart, or alike."""
    i = j = 0
    while i < len(olds) and j < len(news):
        here, there = olds[i], news[j]
        joined = _count([keys[one] for one in news[j : j + _MOST]], said[here])
        parted = _count([said[one] for one in olds[i : i + _MOST]], keys[there])
        if joined:
            yield Pair((here,), tuple(news[j : j + joined]), True)
            i, j = i + 1, j + joined
        elif parted:
            yield Pair(tuple(olds[i : i + parted]), (there,), True)
            i, j = i + parted, j + 1
        elif _likeness(old[here], new[there]) >= _SIMILAR:
            yield Pair((here,), (there,))
            i, j = i + 1, j + 1
        elif any(_likeness(old[here], new[other]) >= _SIMILAR for other in news[j + 1 : j + _MOST]):
            j += 1
        else:
            i += 1


def _count(pieces: Sequence[str], whole: str) -> int:
    """How many of these pieces, two or more, make up the whole; 0 where none do."""
    length = 0
    for number, piece in enumerate(pieces, start=1):
        if not piece or not whole.startswith(piece, length):
            return 0
        length += len(piece)
        if length == len(whole):
            return number if number > 1 else 0
    return 0


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()
