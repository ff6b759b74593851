"""Quotation marks, set as the house sets them: « » outside and “ ” within, or “ ” and ‘ ’.

Machines copy the marks of the English. Which mark opens is told by what stands beside it; where
that is not certain, nothing is put in another's place. Refuses to say where a quotation should be.
Pure, and separate because the check that tells of a mark and the tidying of drafts ask the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Style = Literal["angular", "double"]

_LEVELS = {"angular": ("«»", "“”", "‘’"), "double": ("“”", "‘’", "‘’")}
_MARKS = re.compile('[«»“”"„]')
_OPENING, _CLOSING = "«“„", "»”"
_BEFORE_OPENING = " \u00a0([{¿¡—–-/«“„:"
_INCHES = re.compile(
    r"(?<![0-9])[0-9]{1,2}(?P<feet>[’'′][0-9]{0,2})?(?:[.,][0-9])?[½¼¾]?[’'′]?\s?$"
)
"""A small number, behind which a straight mark may be inches: 6'2", a 40" screen."""


@dataclass(frozen=True, slots=True)
class _Mark:
    place: int
    is_opening: bool


def requoted(text: str, style: Style) -> str:
    """A text with its quotation marks as the house sets them; unchanged where they do not nest.

    A quotation may have begun in the sentence before, or go on in the next one: one mark then
    stands alone. It has as many characters as before.
    """
    marks = _marks(text)
    if not marks:
        return text
    levels = _LEVELS[style]
    letters = list(text)
    depth = _begun(marks)
    for mark in marks:
        if mark.is_opening:
            depth += 1
        level = depth - 1
        if not 0 <= level < len(levels) - 1:
            return text
        letters[mark.place] = levels[level][0 if mark.is_opening else 1]
        if not mark.is_opening:
            depth -= 1
    return text if depth > 1 else "".join(letters)


def _begun(marks: tuple[_Mark, ...]) -> int:
    """1 where the first quotation was opened in a sentence before, else 0."""
    return 0 if marks[0].is_opening else 1


def _marks(text: str) -> tuple[_Mark, ...]:
    """The quotation marks of a text; none where one of them may be either, or no such mark."""
    found: list[_Mark] = []
    depth = 0
    for one in _MARKS.finditer(text):
        is_opening = _opens(text, one.start(), is_open=depth > 0)
        if is_opening is None:
            return ()
        depth += 1 if is_opening else -1
        found.append(_Mark(one.start(), is_opening))
    return tuple(found)


def _opens(text: str, place: int, *, is_open: bool) -> bool | None:
    """Whether the mark at a place opens a quotation, with one before it open or not; None where
    nobody can tell."""
    mark = text[place]
    if mark in _OPENING:
        return True
    if mark in _CLOSING:
        return False
    if inches := _INCHES.search(text, max(0, place - 12), place):
        return False if is_open and not inches["feet"] else None
    before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
    may_open = not before or before in _BEFORE_OPENING
    may_close = not after or not after.isalnum()
    if may_open and may_close:  # a space on either side, as Apertium writes it
        return not is_open
    return may_open if may_open or may_close else None


def wrong_marks(text: str, style: Style) -> Iterator[int]:
    """Where marks stand that the house sets otherwise."""
    for place, (old, new) in enumerate(zip(text, requoted(text, style), strict=True)):
        if old != new:
            yield place


def as_in_english(source: str, target: str) -> str:
    """A Spanish text with the kind of marks that its English has: a model that learnt from such
    texts finds others unlikely. It has as many characters as before."""
    return target.translate(_CURVED if "“" in source else _STRAIGHT)


_CURVED = str.maketrans("«»", "“”")
_STRAIGHT = str.maketrans("«»“”", '""""')
