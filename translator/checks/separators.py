"""Separators of figures that the house does not write: thousands with a point, the other decimal
sign.

Each is found by its form, and gets a fix only where the English has its value: then it is read
rightly, and only its sign is another. Refuses figures that say something else; `amounts` tells
those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from translator import quantities
from translator.checks.check import Context, Hit
from translator.quantities.numerals import POINT_REGIONS

_THOUSANDS = re.compile(
    r"(?<![\d.,])(?P<whole>\d{1,3}(?:\.\d{3})+)(?:,(?P<part>\d+))?(?![\d.,]*\d)"
)
_ENGLISH = re.compile(
    r"(?<![\d.,])(?P<whole>\d{1,3}(?:,\d{3})+)\.(?P<part>\d+)(?![\d.,]*\d)"
    r"|(?<![\d.,])\d{1,3}(?:,\d{3}){2,}(?![\d.,]*\d)"
)
"""Both signs as English has them: nobody misreads 1,234.50 or 1,234,567, but it is not Spanish."""
_POINT = re.compile(r"(?<![\w.,:])\d+\.\d{1,2}(?![\d.,:]*\d)(?!\s?(?:h\b|horas\b|[ap]\.))")
_COMMA = re.compile(r"(?<![\w.,:])\d+,\d{1,2}(?![\d.,:]*\d)")
_NUMBERED = re.compile(
    r"\b(?:figuras?|fig\.|tablas?|cuadros?|gráficos?|secci(?:ón|ones)|cap(?:ítulos?|\.)|apartados?"
    r"|artículos?|versi(?:ón|ones)|puntos?|anexos?|cláusulas?) $",
    re.IGNORECASE,
)
"""Words behind which 1.1 is a number of a list."""

_DECIMAL = re.compile(r"\d\.\d")


def thousands_sign(source: str, target: str, context: Context) -> Iterator[Hit]:
    """Thousands that are parted by points; by commas, where commas part decimals."""
    known: dict[int, frozenset[Decimal]] | None = None
    is_english = context.region not in POINT_REGIONS
    patterns = (_THOUSANDS, _ENGLISH) if is_english else (_THOUSANDS,)
    for found in (one for pattern in patterns for one in pattern.finditer(target)):
        if known is None:
            known = quantities.shared(source, target, region=context.region)
        whole, part = found["whole"] or found[0], found["part"] or ""
        digits = re.sub(r"\D", "", whole)
        plain = Decimal(f"{digits}.{part}" if part else digits)
        shared = known.get(found.start(), frozenset())
        # With *millones* behind it the value is that many times as large.
        is_meant = any(one / plain in _SCALES for one in shared) if plain else False
        fix = quantities.write(plain, region=context.region, keeps_zeros=True)
        yield Hit(found.span(), values={"found": found[0]}, fix=fix if is_meant else None)


_SCALES = frozenset((1, 10**6, 10**9, 10**12))


def decimal_point(source: str, target: str, context: Context) -> Iterator[Hit]:
    """Decimals with a point, where the house writes a comma."""
    return _decimals(_POINT, source, target, context)


def decimal_comma(source: str, target: str, context: Context) -> Iterator[Hit]:
    """Decimals with a comma, where the house writes a point."""
    return _decimals(_COMMA, source, target, context)


def _decimals(
    pattern: re.Pattern[str], source: str, target: str, context: Context
) -> Iterator[Hit]:
    first = pattern.search(target)
    if first is None or not _DECIMAL.search(source):
        return
    known = quantities.shared(source, target, region=context.region)
    for found in pattern.finditer(target, first.start()):
        if _NUMBERED.search(target, max(0, found.start() - 14), found.start()):
            continue
        turned = found[0].translate(_TURNED) if found.start() in known else None
        yield Hit(found.span(), values={"found": found[0]}, fix=turned)


_TURNED = str.maketrans(".,", ",.")
