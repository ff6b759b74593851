"""Numbers by their value, read in English and in Spanish.

The two languages write them differently: *1,200.5* is *1200,5*, *$1.2 billion* is *1200 millones*,
*5 p.m.* is *17:00*. What is compared is the value. Where a figure can be read in two ways, as a
machine may leave English separators in Spanish text, either will do. Refuses names that hold
figures (T-72, COVID-19, A380). Sources: RAE, Ortografía 2010, VIII 2.3 (separators, *millones*).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_FIGURE = re.compile(
    r"(?<![\w.,:/@#&])(?<![^\W\d]-)"
    r"(?P<figure>\d{1,3}(?:[.,\u00a0\u202f\u2009 ]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,:]\d+)*)"
    r"(?P<tail>(?:st|nd|rd|th|s|º|ª|°|o|a|er|mph|km|kg|cm|mm|am|pm|bn|mn|m|k|h|x|%)?(?![\w]))?"
)
_SCALE = re.compile(
    r"[\s\u00a0-]*(?P<word>thousand|million|billion|trillion|bn\b|mn\b|mil\s+millones"
    r"|mil\s+mill[oó]n|millones|mill[oó]n|billones|bill[oó]n|trillones|mil\b)",
    re.IGNORECASE,
)
_ENGLISH_SCALES = {
    "thousand": 10**3,
    "k": 10**3,
    "million": 10**6,
    "mn": 10**6,
    "m": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
}
_SPANISH_SCALES = {
    "mil": 10**3,
    "millón": 10**6,
    "millon": 10**6,
    "millones": 10**6,
    "mil millones": 10**9,
    "mil millón": 10**9,
    "billón": 10**12,
    "billon": 10**12,
    "billones": 10**12,
    "trillones": 10**18,
}
_ADDRESS = re.compile(r"\S*(?:https?://|www\.|@)\S*")

_SPANISH_WORDS = {
    word: value
    for value, words in {
        0: "cero",
        1: "un uno una primer primero primera",
        2: "dos segundo segunda ambos ambas",
        3: "tres tercer tercero tercera trío",
        4: "cuatro cuarto cuarta",
        5: "cinco quinto quinta",
        6: "seis sexto sexta media",
        7: "siete séptimo séptima",
        8: "ocho octavo octava",
        9: "nueve noveno novena",
        10: "diez décimo décima decena",
        11: "once undécimo",
        12: "doce duodécimo docena mediodía medianoche",
        13: "trece",
        14: "catorce",
        15: "quince quincena",
        16: "dieciséis",
        17: "diecisiete",
        18: "dieciocho",
        19: "diecinueve",
        20: "veinte vigésimo veintena",
        21: "veintiún veintiuno veintiuna",
        22: "veintidós",
        23: "veintitrés",
        24: "veinticuatro",
        25: "veinticinco",
        26: "veintiséis",
        27: "veintisiete",
        28: "veintiocho",
        29: "veintinueve",
        30: "treinta treintena",
        40: "cuarenta",
        50: "cincuenta",
        60: "sesenta",
        70: "setenta",
        80: "ochenta",
        90: "noventa",
        100: "cien ciento centenar centenares",
        1000: "mil millar",
    }.items()
    for word in words.split()
}
_ROMAN = re.compile(r"\b[IVXL]+\b")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50}
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it stands in a text, and the values it may have."""

    text: str
    values: frozenset[Decimal]


def in_english(text: str) -> tuple[Figure, ...]:
    """The figures of an English text, number words left out."""
    return tuple(_figures(text, _ENGLISH_SCALES, english=True))


def in_spanish(text: str) -> tuple[Figure, ...]:
    """The figures of a Spanish text, with those that are written in words up to a hundred."""
    figures = _figures(text, _SPANISH_SCALES | _ENGLISH_SCALES, english=False)
    return (*figures, *_words(text), *_romans(text))


def lost(source: str, target: str) -> tuple[str, ...]:
    """The figures of an English text whose value the Spanish one does not have."""
    found = [figure.values for figure in in_spanish(target)]
    there = frozenset(value for values in found for value in values)
    wanting = []
    for figure in in_english(source):
        if not _is_there(figure, there, source):
            wanting.append(figure.text)
    return tuple(wanting)


def _is_there(figure: Figure, there: frozenset[Decimal], source: str) -> bool:
    if figure.values & there:
        return True
    small = [value for value in figure.values if value == int(value) and 0 < value < 12]
    is_afternoon = re.search(rf"{re.escape(figure.text)}\S*\s*p\.?\s?m", source, re.IGNORECASE)
    return bool(is_afternoon) and any(value + 12 in there for value in small)


def _figures(text: str, scales: dict[str, int], *, english: bool) -> Iterator[Figure]:
    text = _ADDRESS.sub(lambda found: " " * len(found[0]), text)
    for match in _FIGURE.finditer(text):
        if text[match.end() : match.end() + 1].isalpha():
            continue
        values = set(_readings(match["figure"], english=english))
        scale = _SCALE.match(text, match.end())
        tail = (match["tail"] or "").lower()
        word = " ".join(scale["word"].lower().split()) if scale else tail
        if word in scales:
            values = {value * scales[word] for value in values} | (set() if english else values)
        if tail == "s" or (not english and re.search(r"(?:años|los)\s+$", text[: match.start()])):
            values |= {value % 100 for value in values} | {1900 + value for value in values}
        if tail == "pm":
            values |= {value + 12 for value in values}
        yield Figure(match[0].strip(), frozenset(values))


def _readings(figure: str, *, english: bool) -> Iterator[Decimal]:
    """The values that a figure may have: both languages' separators where it is Spanish."""
    if ":" in figure:
        hours, _, minutes = figure.partition(":")
        if hours.isdigit():
            yield Decimal(hours)
            if minutes.isdigit() and int(minutes):
                yield Decimal(f"{hours}.{minutes}")
        return
    plain = re.sub(r"[\u00a0\u202f\u2009 ]", "", figure)
    if english:
        if re.fullmatch(r"\d+(?:,\d{3})*(?:\.\d+)?", plain):
            yield Decimal(plain.replace(",", ""))
        else:
            yield Decimal(re.sub(r"\D", "", plain))
        return
    if re.fullmatch(r"\d+(?:\.\d{3})*(?:,\d+)?", plain):
        yield Decimal(plain.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d+(?:,\d{3})*(?:\.\d+)?", plain):
        yield Decimal(plain.replace(",", ""))
    yield Decimal(re.sub(r"\D", "", plain))


def _romans(text: str) -> Iterator[Figure]:
    """Roman numerals, with which Spanish counts centuries, kings and congresses."""
    for match in _ROMAN.finditer(text):
        digits = [_ROMAN_DIGITS[letter] for letter in match[0]]
        value = sum(
            -digit if digit < following else digit
            for digit, following in zip(digits, (*digits[1:], 0), strict=True)
        )
        yield Figure(match[0], frozenset({Decimal(value)}))


def _words(text: str) -> Iterator[Figure]:
    """Spanish number words, each by itself and with what follows *y*."""
    words = [word.lower() for word in _WORD.findall(text)]
    for index, word in enumerate(words):
        value = _SPANISH_WORDS.get(word)
        if value is None:
            continue
        values = {Decimal(value)}
        if 20 < value < 100 and words[index + 1 : index + 2] == ["y"]:
            unit = _SPANISH_WORDS.get(words[index + 2]) if index + 2 < len(words) else None
            if unit is not None:
                values.add(Decimal(value + unit))
        following = " ".join(words[index + 1 : index + 3])
        for scale in ("mil millones", "mil", "millones", "millón"):
            if following.startswith(scale):
                values |= {one * _SPANISH_SCALES[scale] for one in values}
                break
        yield Figure(word, frozenset(values))
