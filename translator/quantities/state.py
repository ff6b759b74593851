"""What a walk over one text knows and has found so far, and how a number takes what follows it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from translator.quantities import measures, tokens, units
from translator.quantities.difference import Span
from translator.quantities.language import Language, fraction_values
from translator.quantities.quantity import Firmness, Mention, Quantity

FRACTION_SIGNS = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3)}

_JOINED = re.compile(
    r"\s*(?:[-–—−/,]|,?\s*(?:and|or|y|o|u|e|or even)|to|through|a|al|hasta)?"
    r"\s*(?:el|al|la|los|las|un|a los|a las|y el|más de|casi|unos|more than|nearly|about)?"
    r"\s*(?:(?:US)?[$€£])?"
)
"""What may stand between two numbers that share a unit."""
_SHARES = frozenset({"in", "in every", "out of", "out of every", "de cada"})
_LARGEST_SHARE = 100
_LONGEST_JOINT = 18


class State:
    """One walk over one text's tokens."""

    __slots__ = (
        "currencies",
        "found",
        "language",
        "last_end",
        "magnitudes",
        "months",
        "quantities",
        "region",
        "weekdays",
    )

    def __init__(self, text: str, language: Language, region: str) -> None:
        self.language = language
        self.region = region
        self.found = tokens.tokens(text, is_english=language.is_english)
        self.quantities: list[Quantity] = []
        self.months: list[Mention] = []
        self.weekdays: list[Mention] = []
        self.currencies: list[Mention] = []
        self.magnitudes: list[Mention] = []
        self.last_end = -1

    def currency(self, unit: str) -> str:
        """The currency of a sign: in English text, $ is dollars."""
        return "dollar" if unit == units.DOLLAR_SIGN and self.language.is_english else unit

    def word(self, place: int) -> str:
        """The token at a place; empty beyond the last."""
        return self.found.words[place] if 0 <= place < len(self.found.words) else ""

    def mention_currency(self, unit: str, span: Span) -> None:
        """Note that a currency is named."""
        key = self.currency(unit)
        is_firm = key not in units.UNSURE_CURRENCIES
        self.currencies.append(Mention(key, *span, is_firm))

    def takes_inches(self, one: Quantity) -> bool:
        """Whether a number is the inches of the feet before it, *6-foot-4*; they take it then."""
        before = self.quantities[-1] if self.quantities else None
        if before is None or before.unit != "ft" or before.unit_span is None:
            return False
        if self.found.text[before.unit_span[1] : one.start] not in ("-", " "):
            return False
        value = before.value + one.value / 12
        self.quantities[-1] = replace(before, value=value, values=before.values | {value})
        self.quantities.append(replace(one, firmness=Firmness.LOOSE))
        return True

    def finish(self, one: Quantity, behind: int, scale: int) -> int:
        """Give a number what follows it, *and a half*, its unit, and keep it; the token behind."""
        one, behind = self._and_a_half(one, behind, scale)
        unit = measures.behind(self.found, behind, self.language, is_scaled=one.is_scaled)
        end = one.end
        if unit is not None:
            if not one.unit:
                one = replace(one, unit=self.currency(unit.key), unit_span=unit.span)
            if units.is_currency(unit.key):
                self.mention_currency(unit.key, unit.span)
            behind, end = unit.end, unit.span[1]
            one, behind = self._and_a_half(one, behind, 1)
        one = self._as_share(one)
        self._share(one, scale)
        self.last_end = end
        self.quantities.append(one)
        return behind

    def _and_a_half(self, one: Quantity, behind: int, scale: int) -> tuple[Quantity, int]:
        """*two and a half*, *dos años y medio*, *millón y medio*."""
        following = self.found.words[behind : behind + 3]
        if self.language.is_english:
            if following[:3] != ["and", "a", "half"]:
                return one, behind
            behind += 3
        elif following[:1] == ["y"] and following[1:2] and following[1] in ("medio", "media"):
            behind += 2
        else:
            return one, behind
        more = Decimal(scale) / 2
        values = frozenset(value + more for value in one.values)
        value = one.value + more
        later = self.language.scales.get(self.word(behind))
        if later and scale == 1 and self.language.is_english:
            value, values = value * later, frozenset(each * later for each in values)
            behind += 1
        return replace(one, value=value, values=values | one.values), behind

    def _as_share(self, one: Quantity) -> Quantity:
        """*one in five*, which may be 20 %: the share among what the second may mean."""
        before = self.quantities[-1] if self.quantities else None
        if before is None or not 0 < before.value < one.value <= _LARGEST_SHARE:
            return one
        if self.found.text[before.end : one.start].strip() not in _SHARES or one.value % 1:
            return one
        share = fraction_values(int(before.value), int(one.value))
        return replace(one, values=one.values | share)

    def _share(self, one: Quantity, scale: int) -> None:
        """Let the numbers before have this one's unit and scale: *10 to 15 million euros*."""
        if not self.quantities or self.last_end < 0:
            return
        place = len(self.quantities) - 1
        start = one.unit_span[0] if one.unit_span and one.unit_span[0] < one.start else one.start
        end = self.last_end
        while place >= 0 and 0 <= start - end <= _LONGEST_JOINT:
            before = self.quantities[place]
            if not _JOINED.fullmatch(self.found.text, end, start) or before.minutes:
                return
            changed = before
            if one.unit and not before.unit:
                changed = replace(changed, unit=one.unit)
            if scale > 1 and not before.is_scaled and before.firmness > Firmness.LOOSE:
                more = {value * scale for value in before.values}
                changed = replace(changed, values=before.values | more)
            if changed is before:
                return
            self.quantities[place] = changed
            start = before.start
            place -= 1
            if place < 0:
                return
            end = self.quantities[place].end
