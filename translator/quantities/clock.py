"""Times of the day in both languages, as minutes since midnight.

*5 p.m.*, *17:00*, *17.00 h* and *las cinco de la tarde* are 1020; *5:30* with nothing behind it may
be 330 or 1050. Midnight is 0 whether written 0, 12 or 24.
"""

from __future__ import annotations

import re

DAY = 24 * 60
_NOON = 12 * 60

_HALF = re.compile(r"[\s\u00a0\u202f]*([ap])\.?[\s\u00a0\u202f]?m\b\.?", re.IGNORECASE)
_PERIOD = re.compile(
    r"(?:\s*h(?:oras|s)?\b\.?)?,?\s*(?:de|por) la (mañana|madrugada|tarde|noche)\b", re.IGNORECASE
)
_ZONE = re.compile(r"\s*(?:GMT|UTC|Z|EST|EDT|CET|CEST|BST|PST|PDT|hrs|hours|horas|h)\b")
_HOURS = re.compile(r"[\s\u00a0\u202f]*(?:h|hs|horas|hora local)\b\.?", re.IGNORECASE)
_TIME = re.compile(r"([0-9]{1,2})[:.]([0-5][0-9])")


def half(text: str, end: int) -> tuple[str, int]:
    """Which half of the day is named right behind a time, *am*, *pm* or a Spanish word for its
    part, and where that ends; empty where none is."""
    match = _HALF.match(text, end)
    if match:
        return match[1].lower() + "m", match.end()
    match = _PERIOD.match(text, end)
    return (match[1].lower(), match.end()) if match else ("", end)


def split(figure: str) -> tuple[int, int] | None:
    """Hours and minutes of 17:30 or 17.30; None for what is no time."""
    match = _TIME.fullmatch(figure)
    if match is None or int(match[1]) > 24:
        return None
    return int(match[1]), int(match[2])


def has_zone(text: str, end: int) -> bool:
    """Whether a time zone stands behind four digits: 0230 UTC."""
    return _ZONE.match(text, end) is not None


def has_hours(text: str, end: int) -> bool:
    """Whether *h* or *horas* stands behind: 17.30 h."""
    return _HOURS.match(text, end) is not None


def minutes(hours: int, past: int, part: str) -> frozenset[int]:
    """The times that hours and minutes may be, given the part of the day that is named."""
    plain = (hours * 60 + past) % DAY
    if hours > 12 or (not part and not hours):
        return frozenset({plain})
    morning = (hours % 12) * 60 + past
    if part in ("am", "madrugada"):
        return frozenset({morning})
    if part == "mañana":
        return frozenset({morning + _NOON if hours == 12 else morning})
    if part in ("pm", "tarde"):
        return frozenset({morning + _NOON})
    if part == "noche":
        return frozenset({morning if hours in (12, 1, 2) else morning + _NOON})
    return frozenset({morning, morning + _NOON})
