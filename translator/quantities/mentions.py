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
_MILLION = 10**6
_INDEFINITE = {
    10**3: "miles",
    10**6: "millones",
    10**9: "miles de millones",
    10**12: "billones",
}


def differences(
    source: str, target: str, before: Reading, after: Reading, region: str
) -> Iterator[Difference]:
    """What each text mentions and the other does not."""
    if before.months and not _FIGURE_DATE.search(target):
        yield from _unlike(source, target, before.months, after.months, Kind.DATE, writing.MONTHS)
        yield from _uneven_months(source, target, before.months, after.months)
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


def _uneven_months(
    source: str, target: str, before: Sequence[Mention], after: Sequence[Mention]
) -> Iterator[Difference]:
    """A month that one text names, and the other no month in its place."""
    missing = list(_alone(before, after))
    added = list(_alone(after, before))
    both = min(len(missing), len(added))
    for one in missing[both:]:
        span = (one.start, one.end)
        text = source[one.start : one.end]
        wanted = writing.MONTHS[int(one.key) - 1]
        yield Difference(Kind.MISSING, span, None, text, "", wanted=wanted, is_sure=False)
    for one in added[both:]:
        span = (one.start, one.end)
        yield Difference(Kind.ADDED, None, span, "", target[one.start : one.end], is_sure=False)


def _names(
    source: str, target: str, before: Sequence[Mention], after: Sequence[Mention]
) -> Iterator[Difference]:
    """A name that has the same letters and other figures."""
    there = {one.key for one in after}
    known = {one.key for one in before}
    letters: dict[str, list[Mention]] = {}
    for one in sorted(before, key=lambda each: each.key in there):
        letters.setdefault(one.key.partition("/")[0], []).append(one)
    for other in after:
        like = letters.get(other.key.partition("/")[0])
        if other.key not in known and like:
            one = like[0]
            text = source[one.start : one.end]
            yield Difference(
                Kind.NAME,
                (one.start, one.end),
                (other.start, other.end),
                text,
                target[other.start : other.end],
                wanted=text,
                is_sure=one.key not in there,
            )


def _magnitudes(
    source: str, target: str, before: Reading, after: Reading, region: str
) -> Iterator[Difference]:
    """*billions* that became *billones*: where each text has one such word and no other number
    of that size."""
    one, other = _only(before), _only(after)
    if one is None or other is None or max(int(one.key), int(other.key)) < _MILLION:
        return
    ratio = Decimal(other.key) / Decimal(one.key)
    if ratio != 1:
        text = target[other.start : other.end]
        is_long = region == "es-US" and "billones" in text.lower()
        yield Difference(
            Kind.FACTOR,
            (one.start, one.end),
            (other.start, other.end),
            source[one.start : one.end],
            text,
            factor=ratio,
            wanted=_INDEFINITE.get(int(one.key), ""),
            is_sure=not is_long,
        )


def _only(text: Reading) -> Mention | None:
    """The one indefinite size that a text names; None where it names several, or figures too."""
    sizes = {one.key for one in text.magnitudes}
    if len(sizes) != 1 or any(one.value >= _MILLION for one in text.quantities):
        return None
    return text.magnitudes[0]
