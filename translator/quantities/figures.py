"""Reading a figure: its value and scale, whether it is a year or a time, and its unit."""

from __future__ import annotations

import re
from decimal import Decimal

from translator.quantities import clock, hours, measures, numerals, tokens, units, words
from translator.quantities.measures import Unit
from translator.quantities.quantity import Firmness, Quantity
from translator.quantities.state import FRACTION_SIGNS, State

_DIGITS = re.compile(r"[0-9]+")
_DATE = re.compile(r"[0-3]?[0-9]\.[01]?[0-9]\.(?:[0-9]{2}|[0-9]{4})")
_ORDINAL_TAILS = frozenset("st nd rd th º ª er ro ra do da to ta mo ma vo va no na".split())
_PART_TAILS = frozenset("p a am pm c f ºc ºf º".split())
"""Tails that the reader of times or of units has to see itself."""
_SMALL_UNITS = frozenset("g l h".split())
"""Units that no one writes large: 5G is a name."""
_DOUBTFUL_SCALES = frozenset("m k t b mm".split())
_LONGEST_NAME = 8
_DECADE_SIGNS = ("’s", "'s")


def figure(state: State, place: int) -> int:
    """Read the figure at a token; the token behind it and its unit."""
    found = state.found
    start, end = found.starts[place], found.ends[place]
    behind = place + 1
    tail = ""
    if behind < len(found.words) and found.starts[behind] == end:
        tail = _tail(state, behind)
        if not tail:
            return _name(state, place, behind + 1)
    money = measures.before(found, place)
    glued = bool(start) and found.text[start - 1].isalpha() and money is None
    if glued or tokens.is_name(found, place):
        return _name(state, place, behind)
    raw = found.words[place]
    if (":" in raw and clock.split(raw) is None) or _DATE.fullmatch(raw):
        return _ratio(state, place)
    return _quantity(state, place, tail, money)


def _name(state: State, place: int, behind: int) -> int:
    """A name's figure asks for nothing, but answers where the other text writes it apart."""
    found = state.found
    word = found.words[place]
    if word.isdigit() and len(word) <= _LONGEST_NAME:
        value = Decimal(word)
        span = (found.starts[place], found.ends[place])
        state.quantities.append(Quantity(*span, value, frozenset({value}), Firmness.LOOSE))
    return behind


def _tail(state: State, place: int) -> str:
    """What is glued to a figure: a mark of its kind, or empty where it makes a name of it."""
    word = state.found.words[place]
    language = state.language
    if not word[0].isalpha() or word in _PART_TAILS:
        return word
    if word in _SMALL_UNITS and state.found.text[state.found.starts[place]].isupper():
        return ""
    known = word in language.tails or word in language.short_scales or word in language.units
    return word if known or word in units.CODES or word in language.scales else ""


def _ratio(state: State, place: int) -> int:
    """Figures with signs between them that are no one number (10:1, 20.12.2012): each by itself."""
    start = state.found.starts[place]
    for part in _DIGITS.finditer(state.found.words[place]):
        value = Decimal(part[0])
        span = (start + part.start(), start + part.end())
        state.quantities.append(Quantity(*span, value, frozenset({value}), Firmness.FIGURE))
    return place + 1


def _quantity(state: State, place: int, tail: str, money: Unit | None) -> int:
    found = state.found
    readings = _readings(state, found.words[place])
    if not readings:
        return _ratio(state, place)
    value, scale, behind = _scaled(state, place + 1, readings[0], tail, is_money=money is not None)
    values = {one * scale for one in readings} if scale > 1 else set(readings)
    last = found.ends[behind - 1] if scale > 1 or value not in values else found.ends[place]
    values.add(value)
    if tail in _DOUBTFUL_SCALES and not money:
        values |= {one * many for one in readings for many in (1, _many(state, tail))}
    if scale == 1:
        values |= _other_years(state, place, tail)
    minutes, behind = hours.of_figure(state, place, behind, values)
    one = Quantity(
        found.starts[place],
        last,
        value,
        frozenset(values),
        Firmness.LOOSE if _is_part_of_date(state, place) else Firmness.FIGURE,
        unit=state.currency(money.key) if money else "",
        unit_span=money.span if money else None,
        minutes=minutes,
        is_scaled=scale > 1,
        is_ordinal=tail in _ORDINAL_TAILS,
    )
    if value < 12 and state.takes_inches(one):
        return behind
    if money:
        state.mention_currency(money.key, money.span)
    return state.finish(one, behind, scale)


def _is_part_of_date(state: State, place: int) -> bool:
    """Whether a figure may be a month in a date in figures, which Spanish may write as a word:
    the middle one of 2010-09-28, the first two of 12/5/2014, both of 9/11."""
    found = state.found
    before, after = found.gap(place), found.gap(place + 1) if state.word(place + 1) else ""
    if before == after == "-":
        return len(state.word(place - 1)) == 4 and len(state.word(place + 1)) == 2
    if before == after == "/":
        return state.word(place + 1).isdigit() and state.word(place - 1).isdigit()
    pair = (found.words[place], state.word(place + 1) if after == "/" else "")
    if pair == ("9", "11") or (before == "/" and state.word(place - 1) == "9" and pair[0] == "11"):
        return True
    further = found.gap(place + 2) if state.word(place + 2) else ""
    return after == further == "/" and state.word(place + 2)[:1].isdigit()


def _readings(state: State, raw: str) -> tuple[Decimal, ...]:
    if ":" in raw:
        return (Decimal(raw.replace(":", ".")),)
    if state.language.is_english:
        return numerals.in_english(raw)
    return numerals.in_spanish(raw, state.region)


def _scaled(
    state: State, behind: int, value: Decimal, tail: str, *, is_money: bool
) -> tuple[Decimal, int, int]:
    """A figure with the scale behind it: its value, the scale, and the token behind."""
    found, language = state.found, state.language
    if tail in language.short_scales and (is_money or tail not in language.units):
        scale = language.short_scales[tail]
        return value * scale, scale, behind + 1
    is_mark = bool(tail) and tail[0].isalpha() and not _belongs_elsewhere(state, tail)
    end = found.ends[behind - 1]
    if is_mark or found.text[end : end + 2] in _DECADE_SIGNS:
        behind += 1
    word = state.word(behind)
    if word in FRACTION_SIGNS and found.gap(behind) in ("", " "):
        up, down = FRACTION_SIGNS[word]
        return value + Decimal(up) / down, 1, behind + 1
    multiplies = word in language.scales or word in language.collectives
    if (multiplies or word in language.hundreds) and (
        words.is_adjacent(found, behind) or found.gap(behind) in ("", "+", "+ ")
    ):
        run = words.number(found, behind, language, value)
        if run is not None and run.end > behind:
            return run.value, run.scale, run.end
    return value, 1, behind


def _many(state: State, tail: str) -> int:
    """What a letter multiplies by where it is no unit: 1.7m people."""
    return state.language.short_scales.get(tail, 1)


def _belongs_elsewhere(state: State, tail: str) -> bool:
    language = state.language
    is_unit = tail in _PART_TAILS or tail in language.units or tail in units.CODES
    return is_unit or tail in language.scales


def _other_years(state: State, place: int, tail: str) -> set[Decimal]:
    """Years and decades may be written short: '68, the 90s, 1995-96, los años 90."""
    found = state.found
    raw = found.words[place]
    if tail == "s" and len(raw) == 4 and raw.isdigit() and raw.endswith("00"):
        return {Decimal(int(raw) // 100 + 1)}
    if not raw.isdigit() or len(raw) != 2:
        return set()
    number = int(raw)
    before = state.word(place - 1)
    end, start = found.ends[place], found.starts[place]
    is_decade = tail == "s" or found.text[end : end + 2] in _DECADE_SIGNS
    if before in ("años", "década", "de", "los", "the") and number % 10 == 0:
        is_decade = True
    if is_decade or before == "del" or found.text[max(0, start - 1) : start] in ("'", "’"):
        return {Decimal(century + number) for century in (1800, 1900, 2000)}
    if len(before) == 4 and before.isdigit() and found.gap(place).strip() in ("-", "–", "−", "/"):
        return {Decimal(int(before) // 100 * 100 + number)}
    return set()
