"""Quantities as Spanish writes them, by region.

Four digits stand together, from five on groups of three are parted by a space that does not break;
the decimal sign is a comma, in Mexico and the United States a point (RAE, Ortografía 2010, VIII
2.3.1). Babel's Spanish groups with points, which is why numbers are ours. A billion is *mil
millones* everywhere (Fundéu).
"""

from __future__ import annotations

from decimal import Decimal

from translator.quantities import numerals
from translator.quantities.spanish import SPANISH

NBSP = "\u00a0"
_GROUPED_FROM = 5
_MILLION = 10**6
_BILLION = 10**12

MONTHS = (
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
).split()
WEEKDAYS = "lunes martes miércoles jueves viernes sábado domingo".split()

_SMALL = {
    Decimal(value): word
    for word, value in reversed(list(SPANISH.cardinals.items()))
    if (value < 30 and value % 10 != 1) or value == 11
}
_SIGNS = {"dollar": "$", "euro": "€", "pound": "£", "yen": "¥", "hryvnia": "₴", "rouble": "₽"}
_PLURALS = {
    "dollar": "dólares",
    "$": "dólares",
    "euro": "euros",
    "pound": "libras",
    "yen": "yenes",
    "yuan": "yuanes",
    "rouble": "rublos",
    "hryvnia": "grivnas",
    "peso": "pesos",
    "rupee": "rupias",
    "franc": "francos",
    "shekel": "séqueles",
    "zloty": "eslotis",
    "krona": "coronas",
    "cent": "centavos",
    "rand": "rands",
    "won": "wones",
    "second": "segundos",
    "minute": "minutos",
    "hour": "horas",
    "day": "días",
    "week": "semanas",
    "month": "meses",
    "year": "años",
    "decade": "décadas",
    "century": "siglos",
    "mi": "millas",
    "ft": "pies",
    "in": "pulgadas",
    "yd": "yardas",
    "lb": "libras",
    "oz": "onzas",
    "acre": "acres",
    "gal": "galones",
    "bbl": "barriles",
    "t": "toneladas",
    "m": "metros",
    "km": "kilómetros",
    "kg": "kilos",
    "ha": "hectáreas",
}


def number(value: Decimal, *, region: str = "es-ES", keeps_zeros: bool = False) -> str:
    """A number in figures: 4000, 12 000, 3,5 or, where the region has a decimal point, 3.5.

    With `keeps_zeros` 3500.50 is 3500,50, as money is written.
    """
    sign = "-" if value < 0 else ""
    plain = abs(value) if keeps_zeros else abs(value).normalize()
    whole, _, decimals = f"{plain:f}".partition(".")
    if len(whole) >= _GROUPED_FROM:
        first = len(whole) % 3 or 3
        groups = [whole[:first], *(whole[at : at + 3] for at in range(first, len(whole), 3))]
        whole = NBSP.join(groups)
    if not decimals:
        return sign + whole
    point = "." if region in numerals.POINT_REGIONS else ","
    return f"{sign}{whole}{point}{decimals}"


def scaled(value: Decimal, *, region: str = "es-ES") -> str:
    """A large number with *millones* or *billones*: 1,2 millones, 1200 millones, 3 billones."""
    if abs(value) < _MILLION:
        return number(value, region=region)
    size = _BILLION if abs(value) >= _BILLION else _MILLION
    many = value / size
    if abs(many) == 1:
        return f"{number(many, region=region)} {'billón' if size == _BILLION else 'millón'}"
    return f"{number(many, region=region)} {'billones' if size == _BILLION else 'millones'}"


def percent(value: Decimal, *, region: str = "es-ES") -> str:
    """A percentage: a space that does not break stands before the sign (RAE, VIII 3.2)."""
    return f"{number(value, region=region)}{NBSP}%"


def time(minutes: int) -> str:
    """A time of the day from minutes since midnight: 17:00."""
    hours, past = divmod(minutes % (24 * 60), 60)
    return f"{hours}:{past:02}"


def in_words(value: Decimal) -> str:
    """A small number in words; empty for one that has a gender (*uno*, *veintiuna*) or is large."""
    return _SMALL.get(value, "")


def sign(key: str) -> str:
    """A currency's sign; empty for one that has none."""
    return _SIGNS.get(key, "")


def unit(key: str) -> str:
    """A unit's Spanish name in the plural; empty for one that is not written out."""
    return _PLURALS.get(key, "")
