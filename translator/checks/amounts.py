"""Quantities: numbers, money, dates and times that say something else in the Spanish.

`quantities` reads and compares them; here each kind of difference gets its rule. What is sure has
an error's rule, what a translator may have meant the one of doubt. Refuses to read a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from translator import quantities
from translator.checks.check import Check, Context, Hit
from translator.quantities import Difference, Kind


@lru_cache(maxsize=4)
def _differences(source: str, target: str, region: str) -> tuple[Difference, ...]:
    """Each once; the rules ask the same of one segment, one behind the other."""
    found = quantities.compare(source, target, region=region)
    return tuple(dict.fromkeys(found))


def _sure(kind: Kind) -> Check:
    """The check for sure differences of one kind."""

    def check(source: str, target: str, context: Context) -> Iterator[Hit]:
        for one in _differences(source, target, context.region):
            if one.kind is kind and one.is_sure:
                yield _hit(one)

    return check


missing = _sure(Kind.MISSING)
added = _sure(Kind.ADDED)
changed = _sure(Kind.CHANGED)
factor = _sure(Kind.FACTOR)
unit = _sure(Kind.UNIT)
date = _sure(Kind.DATE)
time = _sure(Kind.TIME)
name = _sure(Kind.NAME)


def separator(source: str, target: str, context: Context) -> Iterator[Hit]:
    """The right digits with English separators, sure or not: readers take them for others."""
    for one in _differences(source, target, context.region):
        if one.kind is Kind.SEPARATOR:
            yield _hit(one)


def doubtful(source: str, target: str, context: Context) -> Iterator[Hit]:
    """What may have been meant: number words, and what only one of the texts has."""
    for one in _differences(source, target, context.region):
        if not one.is_sure and one.kind is not Kind.SEPARATOR:
            yield _hit(one)


_NEGATIVE = re.compile(
    r"(?<![\w.,)\]%°’'\u201d-])(?<!\d )[-−–](?=[$€£]?\d)[$€£]?(?P<figure>\d[\d.,]*)(?![\d-])"
    r"|\bminus (?P<word>\d[\d.,]*)"
    r"|\b(?P<below>\d[\d.,]*)(?: degrees?| ?°)?(?: ?[CF]\b| Celsius| Fahrenheit)? below zero"
)
_SAID = re.compile(
    r"[-−–] ?[$€£]?\d|\bmenos\b|bajo cero|negativ|\bpérdida|\bdéficit", re.IGNORECASE
)


def minus(source: str, target: str, context: Context) -> Iterator[Hit]:
    """A negative number that stands in the Spanish without its sign, or a word for it.

    A hyphen behind a figure or a word is none, nor is a dash with a space behind it.
    """
    for found in _NEGATIVE.finditer(source):
        figure = (found["figure"] or found["word"] or found["below"]).rstrip(".,")
        if _SAID.search(target):
            continue
        for place in re.finditer(rf"(?<![\d.,]){re.escape(figure)}(?![\d])", _as_english(target)):
            values = {"english": found[0].rstrip(".,"), "found": figure}
            fix = f"−{target[slice(*place.span())]}" if found["figure"] else None
            yield Hit(place.span(), found.span(), values, fix)
            break


def _as_english(text: str) -> str:
    """Figures with a decimal point in the place of the comma, in as many characters."""
    return re.sub(r"(?<=\d),(?=\d{1,2}(?!\d))", ".", text)


def _hit(one: Difference) -> Hit:
    values = {
        "english": one.source_text or "—",
        "found": one.target_text or "—",
        "factor": "" if one.factor is None else f"{one.factor.normalize():f}",
        "wanted": one.wanted,
    }
    fix = one.wanted if one.wanted and one.target_span else None
    return Hit(one.target_span, one.source_span, values, fix)
