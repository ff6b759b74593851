"""Numbers in words, and what words make of a figure: *twenty-one thousand*, *1,2 mil millones*.

One grammar for both languages: words add up to a hundred or a thousand, scales multiply, *y* and
*and* join. Pure arithmetic over tokens; units and times are read elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from translator.quantities.language import Language
from translator.quantities.tokens import Tokens

_BIGGEST = 10**21
_WIDEST = 8
"""Blanks between two words of a number: a space, and a mark of a code that was taken out."""
_JOINTS = frozenset(" - ‑ \u00a0 \u202f \u2009".split(" ")) | {" "}


@dataclass(frozen=True, slots=True)
class Number:
    """A number that ends before the token `end`; `scale` is its last multiplier, 1 where none."""

    value: Decimal
    end: int
    scale: int = 1


def is_adjacent(found: Tokens, index: int) -> bool:
    """Whether nothing but a space or a hyphen stands before a token."""
    gap = found.gap(index)
    return gap in _JOINTS or (gap.isspace() and len(gap) <= _WIDEST)


def number(
    found: Tokens, index: int, language: Language, figure: Decimal | None = None
) -> Number | None:
    """The number whose words begin at a token, or that go on behind a figure before it.

    None where no number word stands there.
    """
    total = _Sum(figure)
    place = index
    while place < len(found.words) and (place == index or is_adjacent(found, place)):
        word = found.words[place]
        if word == language.joiner:
            if place == index or not total.may_join(found, place, language):
                break
        elif not total.take(word, language):
            break
        place += 1
    if place == index and figure is None:
        return None
    return Number(total.value, place, total.scale)


class _Sum:
    """A number under way: what is finished, the thousands, and what is still below them."""

    __slots__ = ("current", "is_figure", "limit", "scale", "thousands", "total")

    def __init__(self, figure: Decimal | None) -> None:
        self.total = Decimal(0)
        self.thousands = Decimal(0)
        self.current = figure
        self.is_figure = figure is not None
        self.limit = _BIGGEST
        self.scale = 1

    @property
    def value(self) -> Decimal:
        return self.total + self.thousands + (self.current or 0)

    def take(self, word: str, language: Language) -> bool:
        """Whether the word goes on with the number; it is counted then."""
        small = language.cardinals.get(word)
        if small is not None:
            return self._add(small)
        if word in language.hundreds:
            return self._multiply_hundred()
        if word in language.collectives:
            return self._collect(language.collectives[word])
        scale = language.scales.get(word)
        return scale is not None and self._multiply(scale)

    def _add(self, small: int) -> bool:
        if self.is_figure and (self.current is not None):
            return False
        if self.current is None:
            self.current = Decimal(small)
            return True
        current = int(self.current)
        fits = (current % 100 == 0 and 0 < small < 100 <= current) or (
            current % 10 == 0 and current % 100 >= 20 and 0 < small < 10
        )
        if fits:
            self.current += small
        return fits

    def _multiply_hundred(self) -> bool:
        if self.current is None:
            self.current = Decimal(1)
        if not 0 < self.current < 100:
            return False
        self.current *= 100
        self.scale = 100
        return True

    def _collect(self, many: int) -> bool:
        if self.thousands or self.total or self.scale > 1:
            return False
        self.current = (Decimal(1) if self.current is None else self.current) * many
        self.scale = many
        return True

    def _multiply(self, scale: int) -> bool:
        if scale == 1000:
            if self.thousands:
                return False
            self.thousands = (self.current if self.current is not None else Decimal(1)) * 1000
        else:
            amount = self.thousands + (self.current or 0)
            if scale >= self.limit or (self.total and not amount):
                return False
            self.total += (amount or 1) * scale
            self.thousands = Decimal(0)
            self.limit = scale
        self.current = None
        self.is_figure = False
        self.scale = scale if scale == 1000 else scale * max(1, self.scale)
        return True

    def may_join(self, found: Tokens, place: int, language: Language) -> bool:
        """Whether *and* or *y* here joins two parts of one number."""
        following = found.words[place + 1] if place + 1 < len(found.words) else ""
        small = language.cardinals.get(following)
        if small is None or self.is_figure or not is_adjacent(found, place + 1):
            return False
        if not language.is_english:
            return (
                self.current is not None
                and 0 < small < 10
                and (self.current % 10 == 0 and self.current % 100 >= 20)
            )
        after = found.words[place + 2] if place + 2 < len(found.words) else ""
        if after in language.hundreds or after in language.scales:
            return False
        is_hundred = self.current is not None and self.current >= 100 and not self.current % 100
        is_thousand = self.current is None and bool(self.thousands)
        return 0 < small < 100 and (is_hundred or is_thousand)
