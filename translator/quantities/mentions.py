"""Months, days of the week, currencies, *billions* and names with figures, text against text.

A mention differs only where each text has one that the other lacks: a translator may well say *el
martes* for a date, or leave the month out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from translator.quantities import units, writing
from translator.quantities.difference import Difference, Kind
from translator.quantities.quantity import Mention, Reading

_FIGURE_DATE = re.compile(
    r"\b[0-9]{1,4}[/.\-][0-9]{1,2}[/.\-][0-9]{1,4}\b|\b[0-9]{1,2}/[0-9]{1,2}\b"
)
_BILLION, _TRILLION = "1000000000", "1000000000000"


def differences(
    source: str, target: str, before: Reading, after: Reading, region: str
) -> Iterator[Difference]:
    """What each text mentions and the other does not."""
    if before.months and not _FIGURE_DATE.search(target):
        yield from _unlike(source, target, before.months, after.months, Kind.DATE, writing.MONTHS)
        yield from _missing_months(source, before.months, after.months)
    if before.weekdays and after.weekdays:
        pairs = before.weekdays, after.weekdays
        yield from _unlike(source, target, *pairs, Kind.DATE, writing.WEEKDAYS)
    if before.currencies and after.currencies:
        yield from _unlike(source, target, before.currencies, after.currencies, Kind.UNIT, ())
    if before.names or after.names:
        yield from _names(source, target, before.names, after.names)
    if before.magnitudes and after.magnitudes:
        yield from _magnitudes(source, target, before, after, region)


def _unlike(
    source: str,
    target: str,
    before: Sequence[Mention],
    after: Sequence[Mention],
    kind: Kind,
    spanish: Sequence[str],
) -> Iterator[Difference]:
    """The mentions that each text has alone, in order, side by side."""
    missing = list(_alone(before, after))
    added = list(_alone(after, before))
    for one, other in zip(missing, added, strict=False):
        wanted = spanish[int(one.key) - 1] if spanish else writing.unit(one.key)
        yield Difference(
            kind,
            (one.start, one.end),
            (other.start, other.end),
            source[one.start : one.end],
            target[other.start : other.end],
            wanted=wanted,
        )


def _alone(these: Iterable[Mention], others: Iterable[Mention]) -> Iterator[Mention]:
    """The firm mentions of one text that the other has in no way, each once."""
    there = {one.key for one in others}
    for one in these:
        if one.is_firm and not any(_agree(one.key, other) for other in there):
            there.add(one.key)
            yield one


def _agree(one: str, other: str) -> bool:
    return one == other or (units.is_currency(one) and units.agree(one, other))


def _missing_months(
    source: str, before: Sequence[Mention], after: Sequence[Mention]
) -> Iterator[Difference]:
    """A month that the target leaves out, where it names no other in its place."""
    missing = list(_alone(before, after))
    replaced = sum(1 for _ in _alone(after, before))
    for one in missing[replaced:]:
        span = (one.start, one.end)
        text = source[one.start : one.end]
        wanted = writing.MONTHS[int(one.key) - 1]
        yield Difference(Kind.MISSING, span, None, text, "", wanted=wanted, is_sure=False)


def _names(
    source: str, target: str, before: Sequence[Mention], after: Sequence[Mention]
) -> Iterator[Difference]:
    """A name that has the same letters and other figures."""
    there = {one.key for one in after}
    added = [one for one in after if one.key not in {each.key for each in before}]
    letters: dict[str, list[Mention]] = {}
    for one in added:
        letters.setdefault(one.key.partition("/")[0], []).append(one)
    for one in before:
        like = letters.get(one.key.partition("/")[0])
        if one.key not in there and like:
            other = like.pop(0)
            text = source[one.start : one.end]
            yield Difference(
                Kind.NAME,
                (one.start, one.end),
                (other.start, other.end),
                text,
                target[other.start : other.end],
                wanted=text,
            )


def _magnitudes(
    source: str, target: str, before: Reading, after: Reading, region: str
) -> Iterator[Difference]:
    """*billions* that became *billones*."""
    sizes = {one.key for one in before.magnitudes}
    if _BILLION not in sizes or _TRILLION in sizes:
        return
    one = next(each for each in before.magnitudes if each.key == _BILLION)
    other = next((each for each in after.magnitudes if each.key == _TRILLION), None)
    if other is not None:
        yield Difference(
            Kind.FACTOR,
            (one.start, one.end),
            (other.start, other.end),
            source[one.start : one.end],
            target[other.start : other.end],
            factor=Decimal(1000),
            wanted="miles de millones",
            is_sure=region != "es-US",
        )
