"""What changed between two versions of a sentence, word by word.

Refuses marks and colours: shells show the pieces as they can. Separate because an update's list,
the editor and the review table show the same difference.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_WORD = re.compile(r"\s+|\w+(?:[’'.,-]\w+)*|[^\w\s]")
"""Words with what stands inside them, *don't*, *3.5*, *twenty-one*; signs one by one."""

Kind = Literal["same", "out", "in"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that both versions have, that went out, or that came in."""

    kind: Kind
    text: str


def compare(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of both versions in order: joined without those that came in they are the first,
    without those that went out the second."""
    left, right = _WORD.findall(before), _WORD.findall(after)
    pieces: list[Piece] = []
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for tag, first, last, begin, end in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", "".join(left[first:last])))
            continue
        if last > first:
            pieces.append(Piece("out", "".join(left[first:last])))
        if end > begin:
            pieces.append(Piece("in", "".join(right[begin:end])))
    return tuple(pieces)
