"""Figures to values: which separator is which, by language and region.

English groups with a comma and has a decimal point. Spanish has a decimal comma or, in Mexico,
Central America and the United States, a point; it groups with a thin space, and in practice with
a point (RAE, Ortografía 2010, VIII 2.3.1).
"""

from __future__ import annotations

import re
from decimal import Decimal

_SPACES = re.compile(r"[\u00a0\u202f\u2009 ]")
_COMMA_GROUPS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_POINT_GROUPS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_POINT = re.compile(r"[0-9]+\.[0-9]+")
_COMMA = re.compile(r"[0-9]+,[0-9]+")
_LIST = re.compile(r"[0-9]{4},[0-9]{4}")
_NOT_DIGIT = re.compile(r"[^0-9]")

POINT_REGIONS = frozenset({"es-MX", "es-US"})
"""Where the decimal sign is a point."""


def in_english(figure: str) -> tuple[Decimal, ...]:
    """What an English figure means; nothing where its separators are none, as in 2005,2007."""
    if figure.isdigit():
        return (Decimal(figure),)
    plain = _SPACES.sub("", figure)
    if _COMMA_GROUPS.fullmatch(plain):
        return (Decimal(plain.replace(",", "")),)
    if plain.isdigit() or _POINT.fullmatch(plain):
        return (Decimal(plain),)
    return ()


def in_spanish(figure: str, region: str) -> tuple[Decimal, ...]:
    """What a Spanish figure means, most likely first."""
    if figure.isdigit():
        return (Decimal(figure),)
    plain = _SPACES.sub("", figure)
    if plain.isdigit():
        return (Decimal(plain),)
    grouped = Decimal(_NOT_DIGIT.sub("", plain)) if _is_one_group(plain) else None
    if grouped is not None and region in POINT_REGIONS:
        decimal = Decimal(plain.replace(",", "."))
        return (grouped, decimal) if "," in plain else (decimal, grouped)
    if _POINT_GROUPS.fullmatch(plain):
        return (Decimal(plain.replace(".", "").replace(",", ".")),)
    if _LIST.fullmatch(plain):
        return ()
    if _COMMA.fullmatch(plain):
        return (Decimal(plain.replace(",", ".")),)
    if _COMMA_GROUPS.fullmatch(plain):
        return (Decimal(plain.replace(",", "")),)
    if _POINT.fullmatch(plain):
        return (Decimal(plain),)
    return ()


def _is_one_group(plain: str) -> bool:
    """Whether a figure is one to three digits, a sign and three more: 3.500, 3,500."""
    return len(plain) >= 5 and plain[-4] in ",." and plain[:-4].isdigit() and len(plain) <= 7
