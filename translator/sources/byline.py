"""Lines that state something of the article: who wrote it, when, how long it takes to read.

Takes one line and says what it states, or nothing. Refuses context: whether a line that looks like
a date is the article's date is for the reader to decide. Separate because dumps and HTML pages
state these things in the same words. Spanish words stand beside the English ones, for the old
translations that are read to be aligned.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from translator import normalize

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan enero ene",
            "february feb febrero",
            "march mar marzo",
            "april apr abril abr",
            "may mayo",
            "june jun junio",
            "july jul julio",
            "august aug agosto ago",
            "september sept sep septiembre setiembre",
            "october oct octubre",
            "november nov noviembre",
            "december dec diciembre dic",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))

_ISO = re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
_NUMBERS = re.compile(r"\b(?P<a>\d{1,4})(?P<mark>[/.])(?P<b>\d{1,2})(?P=mark)(?P<c>\d{2,4})\b")
_DAY_FIRST = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+|de\s+)?(?P<month>{_MONTH})"
    r"\.?,?\s+(?:del?\s+)?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"\b(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_AROUND_DATE = re.compile(
    r"(?i:published|updated|posted|last|modified|first|created|on|at|date|by|the|of|a\.?m\.?|p\.?m\.?"
    r"|publicad[oa]|actualizad[oa]|el|a|las?|del?|horas|lunes|martes|miércoles|jueves|viernes|sábado"
    r"|domingo|h|hrs|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)|[A-Z]{1,5}"
)
"""Words that may stand beside a date; five capitals or fewer are a time zone."""

_MINUTES = re.compile(
    r"(?:(?:reading time|time to read|read time|read|tiempo de lectura)\s*:?\s*)"
    r"(?P<after>\d{1,3})\s*"
    r"(?:min(?:ut[eo])?s?\.?)?"
    r"|(?:an?\s+)?(?P<before>\d{1,3})[\s-]*min(?:ut[eo])?s?\.?[\s-]*"
    r"(?:(?:of\s+)?read(?:ing)?(?:\s+time)?|de\s+lectura)",
    re.IGNORECASE,
)
"""*2 minute read*, *Reading time: 4 minutes*. Minutes alone may be those of a film."""

_BY = re.compile(
    r"(?:(?i:(?:written|reported|words|text)\s+by|by)(?:\s*:\s*|\s+)|(?i:by)(?=[A-ZÀ-Þ])|(?:Por|POR)\s+)(?P<names>\S.*)"
)
_NAME_WORD = r"(?:[A-ZÀ-Þ][\w’'.\-]*|de|del|la|van|von|der|den|bin|al|el|da|di|du|le|ter|dos)"
_NAME = rf"[A-ZÀ-Þ][\w’'.\-]*(?:\s+{_NAME_WORD}){{0,4}}"
_NAMES = re.compile(rf"{_NAME}(?:\s*(?:,\s*and\b|,|&|\band\b)\s*{_NAME}){{0,5}}")
_PLACE = re.compile(rf"\s+in\s+{_NAME}(?:\s+and\s+{_NAME})?$")
_OFFICE = re.compile(
    r"\b(?:correspondent|editor|reporter|writer|journalist|columnist|analyst|contributor|producer"
    r"|staff|intern|bureau|chief|news|for|at|reuters|afp|ap|bloomberg|cnn|bbc"
    r"|dpa|efe|tass|associated press)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"(?:(?<!\s)\s++)?[|·•]\s*+|(?<!\s)\s++[–—]\s++")

LONGEST = 120
"""Characters of a line that can state something of the article; three authors take about 80."""


def find_date(text: str, order: str) -> date | None:
    """The first date in a text. `order` is `dmy`, `mdy` or `ymd`: how ``02/03/2025`` is read.

    A number that cannot be a month in that order is taken for the day, as a person would.
    """
    for pattern in (_ISO, _DAY_FIRST, _MONTH_FIRST):
        if found := pattern.search(text):
            month = _MONTHS.get(found["month"].lower()) or int(found["month"])
            return _date(int(found["year"]), month, int(found["day"]))
    found = _NUMBERS.search(text)
    return _from_numbers(found, order) if found else None


def _from_numbers(found: re.Match[str], order: str) -> date | None:
    first, second, third = int(found["a"]), int(found["b"]), int(found["c"])
    if len(found["a"]) == 4:
        return _date(first, second, third)
    year = third if len(found["c"]) == 4 else 2000 + third
    day, month = (second, first) if order == "mdy" else (first, second)
    return _date(year, month, day) or _date(year, day, month)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_date(line: str, order: str) -> date | None:
    """The date of a line that states a date and nothing else, or None."""
    found = find_date(line, order) if len(line) <= LONGEST else None
    if found is None:
        return None
    rest = line
    for pattern in (_ISO, _DAY_FIRST, _MONTH_FIRST, _NUMBERS):
        rest = pattern.sub(" ", rest, count=1)
    words = re.findall(r"[^\W\d_]+(?:\.[^\W\d_]+)*\.?", rest)
    return found if all(_AROUND_DATE.fullmatch(word.rstrip(".")) for word in words) else None


def read_minutes(line: str) -> int | None:
    """The minutes of a line that states a reading time and nothing else, or None."""
    found = _MINUTES.fullmatch(line.strip())
    minutes = int(found["after"] or found["before"]) if found else 0
    return minutes or None


def read_author(line: str) -> str:
    """The names of a byline (*By Ada Brook*, *byAda Brook*), or an empty text."""
    found = _BY.fullmatch(line.strip(" |·–—-")) if len(line) <= LONGEST else None
    return clean_names(found["names"]) if found else ""


@dataclass(frozen=True, slots=True)
class Credits:
    """What a line says of an article beside its text."""

    author: str = ""
    published: date | None = None
    minutes: int | None = None


def read_credits(line: str, order: str) -> Credits | None:
    """What a line states that states nothing but author, date and reading time: *By Ada Brook,
    3 March 2026 · 2 min read*; None for any other."""
    author, published, minutes = "", None, None
    for part in parts(line) if len(line) <= LONGEST else ():
        name, day = _name_and_day(part, order)
        time = read_minutes(part)
        if not (name or day or time):
            return None
        author, published, minutes = author or name, published or day, minutes or time
    if not (author or published or minutes):
        return None
    return Credits(author, published, minutes)


def _name_and_day(part: str, order: str) -> tuple[str, date | None]:
    """The names and the date of a part that holds one of them, or both with a comma between."""
    if name := read_author(part):
        return name, None
    if day := read_date(part, order):
        return "", day
    for comma in re.finditer(r",\s", part):
        name, day = read_author(part[: comma.start()]), read_date(part[comma.end() :], order)
        if name and day:
            return name, day
    return "", None


def clean_names(text: str) -> str:
    """The names in a byline without offices, places and agencies, or an empty text."""
    text = _PLACE.sub("", normalize.line(text).strip(" |·,–—-"))
    kept = [part for part in re.split(r",\s*", text) if not _OFFICE.search(part)]
    names = ", ".join(kept) or text.partition(",")[0]
    if not is_name(names):
        return ""
    return names.title() if names.isupper() and " " in names else names


def is_name(text: str) -> bool:
    """Whether a text looks like a name, or several."""
    return bool(_NAMES.fullmatch(text)) and not any(character.isdigit() for character in text)


def parts(line: str) -> list[str]:
    """The statements of a line that makes several: *By Ada Brook | 3 March 2026 | 2 min read*."""
    return [part for part in _PARTS.split(line) if part]
