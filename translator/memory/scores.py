"""How alike two sentences are, and where they differ.

The rate is 100 * (longest - distance) / longest over symbols (see `tokens`), the distance being the
fewest symbols put in, taken out or replaced; whole numbers, rounded down, so that only equal ones
reach 100. The full score is the same over tokens as they are written. Refuses to say what a
difference is worth beyond that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Levenshtein

from translator.memory.tokens import tokens

Change = Literal["same", "added", "dropped"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of tokens: in both sentences, only in the one at hand, or only in the stored one."""

    change: Change
    text: str


def rate(one: Sequence[str], other: Sequence[str]) -> int:
    """How alike two lists of symbols, or of tokens, are, in per cent; 0 where one is empty."""
    if not one or not other:
        return 0
    longest = max(len(one), len(other))
    return (longest - Levenshtein.distance(one, other)) * 100 // longest


def full(one: str, other: str) -> int:
    """How alike two sentences are as written, in per cent."""
    if one == other:
        return 100
    # White space has no token: two texts may have the same tokens and not be the same.
    return min(99, rate(tokens(one), tokens(other)))


def diff(current: str, stored: str) -> tuple[Piece, ...]:
    """What makes the sentence at hand differ from the stored one, token by token.

    The pieces that are not `dropped`, put together, have the tokens of the current sentence;
    those that are not `added`, the stored one's.
    """
    new, old = tokens(current), tokens(stored)
    pieces: list[Piece] = []
    for step in Levenshtein.opcodes(old, new):
        if step.tag == "equal":
            pieces.append(Piece("same", " ".join(new[step.dest_start : step.dest_end])))
            continue
        if step.src_end > step.src_start:
            pieces.append(Piece("dropped", " ".join(old[step.src_start : step.src_end])))
        if step.dest_end > step.dest_start:
            pieces.append(Piece("added", " ".join(new[step.dest_start : step.dest_end])))
    return tuple(pieces)
