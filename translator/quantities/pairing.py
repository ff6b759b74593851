"""Pairing quantities that stand on one side only, and saying how the two of a pair differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from translator.quantities import clock, units, writing
from translator.quantities.difference import Difference, Kind
from translator.quantities.quantity import Firmness, Quantity

_FACTORS = {Decimal(10) ** power: power for power in (1, 2, 3, 6, 9, -1, -2, -3, -6, -9)}
_MISREAD = frozenset({Decimal("0.001"), Decimal("0.000001"), Decimal(1000)})
"""What a copied English separator makes of a number where Spanish reads the other sign."""
_SEPARATED = re.compile(r"[0-9][.,][0-9]{3}(?![0-9])")
_SAID_ALONE = 13
"""From this value on a number in words is missed; smaller ones are often left out or added."""
_MOST = 200
"""Differences named at most; a text with more is no translation of the other."""
_WINDOW = 8
"""How many unpaired quantities further on the partner of one is looked for."""


def differences(
    source: str, target: str, alone: Sequence[Quantity], added: Sequence[Quantity], region: str
) -> Iterator[Difference]:
    """What is missing, added and changed, given what has no like on the other side."""
    partners = _partners(alone[:_MOST], added[:_MOST], source, target)
    for one in alone[:_MOST]:
        other = partners.get(one.start)
        if other is not None:
            yield _changed(source, target, one, other, region)
        elif one.firmness is Firmness.FIGURE:
            text = source[one.start : one.end]
            yield _copied(source, target, one, region) or Difference(
                Kind.MISSING, one.span, None, text, "", wanted=written(one, region)
            )
        elif one.value >= _SAID_ALONE:
            text = source[one.start : one.end]
            yield Difference(Kind.MISSING, one.span, None, text, "", is_sure=False)
    paired = {other.start for other in partners.values()}
    for other in added[:_MOST]:
        is_said = other.firmness is Firmness.FIGURE or other.value >= _SAID_ALONE
        if is_said and other.start not in paired:
            text = target[other.start : other.end]
            yield Difference(Kind.ADDED, None, other.span, "", text, is_sure=False)


def _partners(
    alone: Sequence[Quantity], added: Sequence[Quantity], source: str, target: str
) -> dict[int, Quantity]:
    """Which quantity of the target was meant, by where that of the source starts: the most alike
    of the neighbours first."""
    found: list[tuple[float, int, int]] = []
    for place, one in enumerate(alone):
        first = max(0, place - _WINDOW)
        for at, other in enumerate(added[first : place + _WINDOW], first):
            if not _exclude(one, other):
                found.append((-_likeness(one, other, source, target), place, at))
    partners: dict[int, Quantity] = {}
    taken: set[int] = set()
    for _, place, at in sorted(found):
        if alone[place].start not in partners and at not in taken:
            partners[alone[place].start] = added[at]
            taken.add(at)
    return partners


def _exclude(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers in words count different things."""
    both_words = one.firmness is Firmness.WORD is other.firmness
    return both_words and bool(one.unit and other.unit) and not units.agree(one.unit, other.unit)


def _likeness(one: Quantity, other: Quantity, source: str, target: str) -> float:
    score = 1 - abs(one.start / (len(source) or 1) - other.start / (len(target) or 1))
    score += 2 * (factor(one, other) is not None)
    score += bool(one.unit) and units.agree(one.unit, other.unit)
    score += bool(one.minutes) == bool(other.minutes)
    return score + _alike(source[one.start : one.end], target[other.start : other.end])


def _alike(one: str, other: str) -> float:
    """How many digits two figures share, from 0 to 1."""
    first = [sign for sign in one[:20] if sign.isdigit()]
    second = [sign for sign in other[:20] if sign.isdigit()]
    if not first or not second:
        return 0.0
    shared = sum(min(first.count(sign), second.count(sign)) for sign in set(first))
    return shared / max(len(first), len(second))


def factor(one: Quantity, other: Quantity) -> Decimal | None:
    """The power of ten by which the other is too large or too small; None where it is not that."""
    for value in one.values:
        for changed in other.values:
            if value and changed and changed / value in _FACTORS:
                return changed / value
    return None


def _changed(source: str, target: str, one: Quantity, other: Quantity, region: str) -> Difference:
    ratio = factor(one, other)
    kind = Kind.CHANGED
    texts = source[one.start : one.end], target[other.start : other.end]
    is_copied = _has_separator(texts[0]) and _figures(texts[0]) == _figures(texts[1])
    if one.minutes and other.minutes:
        kind, ratio = Kind.TIME, None
    elif is_copied and ratio in _MISREAD:
        kind, ratio = Kind.SEPARATOR, None
    elif ratio is not None:
        kind = Kind.FACTOR
    is_sure = Firmness.FIGURE in (one.firmness, other.firmness) or (
        ratio is not None and (one.is_scaled or other.is_scaled)
    )
    if region == "es-US" and ratio == 1000 and "bill" in target[other.start : other.end].lower():
        is_sure = False
    if kind is Kind.SEPARATOR:
        is_sure = False
    return Difference(
        kind,
        one.span,
        other.span,
        *texts,
        factor=ratio,
        wanted=_put(target, one, other, region),
        is_sure=is_sure,
    )


def _put(target: str, one: Quantity, other: Quantity, region: str) -> str:
    """What would be right in the place of the other: a number in words for one in words; nothing
    for an hour whose part of the day is named behind it."""
    if one.minutes and clock.half(target, other.end)[0]:
        return ""
    is_word = target[other.start : other.end].isalpha()
    in_words = writing.in_words(one.value) if is_word and not one.minutes else ""
    return in_words or written(one, region)


def _has_separator(text: str) -> bool:
    """Whether a figure has three digits behind a sign, which the languages read differently."""
    return _SEPARATED.search(text) is not None


def _copied(source: str, target: str, one: Quantity, region: str) -> Difference | None:
    """A number with separators that stands in the target as in the source, and is misread."""
    text = source[one.start : one.end]
    start = target.find(text) if _has_separator(text) else -1
    if start < 0:
        return None
    span = (start, start + len(text))
    wanted = written(one, region)
    return Difference(Kind.SEPARATOR, one.span, span, text, text, wanted=wanted, is_sure=False)


def _figures(text: str) -> str:
    """Digits and separators of a number, without its scale."""
    return "".join(sign for sign in text if not sign.isalpha() and not sign.isspace())


def written(one: Quantity, region: str) -> str:
    """A source's quantity as Spanish writes it; empty where the sentence decides (ordinals,
    decades, several readings)."""
    if len(one.minutes) == 1:
        return writing.time(next(iter(one.minutes)))
    if one.minutes:  # 9:30, before or after noon: as it is written
        hours, _, past = str(one.value).partition(".")
        return f"{hours}:{past}" if len(past) == 2 else ""
    if one.is_ordinal or one.firmness is Firmness.LOOSE or len(one.values) > 1:
        return ""
    if one.is_scaled:
        return writing.scaled(one.value, region=region)
    return writing.number(one.value, region=region, keeps_zeros=True)


def unlike(
    source: str, target: str, one: Quantity, like: Sequence[Quantity], region: str
) -> Iterator[Difference]:
    """The same value with another unit; per cent may not be lost, other units may stay unsaid."""
    assert one.unit_span is not None
    text = source[slice(*one.unit_span)]
    named = next((other for other in like if other.unit and other.unit_span), None)
    is_bare = one.unit == units.PERCENT and any(not other.unit for other in like)
    if named is not None and named.unit_span is not None and not is_bare:
        yield Difference(
            Kind.UNIT,
            one.unit_span,
            named.unit_span,
            text,
            target[slice(*named.unit_span)],
            wanted=_unit(one.unit, target[slice(*named.unit_span)]),
            is_sure=_is_sure(one.unit, named.unit),
        )
    elif one.unit == units.PERCENT:
        other = next((each for each in like if not each.unit), like[0])
        yield Difference(
            Kind.UNIT,
            one.unit_span,
            other.span,
            text,
            target[other.start : other.end],
            wanted="" if other.unit else writing.percent(one.value, region=region),
        )


def _unit(key: str, text: str) -> str:
    """A unit in the place of another: a sign for a sign, else its name."""
    if key == units.PERCENT:
        return "%"
    return writing.unit(key) if text[-1].isalpha() else writing.sign(key)


def _is_sure(one: str, other: str) -> bool:
    """Whether two units exclude each other: both of one dimension, both money, or per cent."""
    money = units.is_currency(one), units.is_currency(other)
    if all(money):
        return True
    return bool(units.dimension(one)) and units.dimension(one) == units.dimension(other)


def gained(
    source: str, target: str, one: Quantity, other: Quantity, region: str
) -> Iterator[Difference]:
    """A number that became a percentage."""
    yield Difference(
        Kind.UNIT,
        one.span,
        other.unit_span or other.span,
        source[one.start : one.end],
        target[slice(*(other.unit_span or other.span))],
        is_sure=False,
    )
