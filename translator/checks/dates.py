"""Dates that lack the words which Spanish puts between day, month and year.

Refuses another order, which a pattern of its pack tells, and another day, which is a quantity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.checks.check import Context, Hit

_DATE = re.compile(
    r"(?<![\d.,:/-])(?P<day>[12]?\d|3[01])(?P<first> de)? "
    r"(?P<month>enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre"
    r"|diciembre)\b(?:,?(?P<second> del?)? (?P<year>[12]\d{3})(?![\d.,:]*\d))?",
    re.IGNORECASE,
)


def joined(source: str, target: str, context: Context) -> Iterator[Hit]:
    """A day or a year right beside its month: *3 mayo 2024*, *3 de mayo 2024*."""
    for found in _DATE.finditer(target):
        day, month, year = found["day"], found["month"], found["year"]
        if found["first"] and (found["second"] or not year):
            continue
        fix = f"{day} de {month}" + (f"{found['second'] or ' de'} {year}" if year else "")
        yield Hit(found.span(), values={"found": found[0]}, fix=fix)
