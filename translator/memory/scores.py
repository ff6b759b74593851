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

from translator.memory.tokens import spans, tokens

Change = Literal["same", "added", "dropped"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of tokens: in both sentences, only in the one at hand, or only in the stored one.

    `text` is as its sentence has it; `is_joined` tells that no white space stands before it.
    """

    change: Change
    text: str
    is_joined: bool = False


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
    old, new = _Spaced(stored), _Spaced(current)
    pieces: list[Piece] = []
    for step in Levenshtein.opcodes(tokens(stored), tokens(current)):
        left, right = (step.src_start, step.src_end), (step.dest_start, step.dest_end)
        if step.tag == "equal":
            # Behind what was dropped it stands as in the sentence that had both.
            is_behind = bool(pieces) and pieces[-1].change == "dropped"
            is_joined = old.is_joined(left[0]) if is_behind else new.is_joined(right[0])
            pieces.append(Piece("same", new.text(*right), is_joined))
            continue
        if left[0] < left[1]:
            pieces.append(Piece("dropped", old.text(*left), old.is_joined(left[0])))
        if right[0] < right[1]:
            pieces.append(Piece("added", new.text(*right), new.is_joined(right[0])))
    return tuple(pieces)


class _Spaced:
    """The tokens of a sentence with the white space between them."""

    def __init__(self, sentence: str) -> None:
        self._sentence = sentence
        self._spans = spans(sentence)

    def text(self, first: int, after: int) -> str:
        """The tokens from one to before another."""
        return self._sentence[self._spans[first][0] : self._spans[after - 1][1]]

    def is_joined(self, number: int) -> bool:
        """Whether no white space stands between a token and the one before it."""
        return number > 0 and self._spans[number - 1][1] == self._spans[number][0]
