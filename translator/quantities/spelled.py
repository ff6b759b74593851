"""Reading the words that say a quantity: numbers, halves, *billions*, months, days, currencies."""

from __future__ import annotations

from decimal import Decimal

from translator.quantities import hours, units, words
from translator.quantities.language import Language, fraction_values
from translator.quantities.quantity import Firmness, Mention, Quantity
from translator.quantities.state import FRACTION_SIGNS, State

_BEFORE_MONTHS = frozenset(
    """
    in of since until till by last next this early late mid during from and to through before after
    between on every
    """.split()
)
_BEFORE_SPANISH_MONTHS = frozenset({"de", "del", "en", "y", "a", "desde", "hasta", "este"})


def word(state: State, place: int) -> int:
    """Read the word of interest at a token; the token behind what it belongs to."""
    language = state.language
    found = state.found
    text = found.words[place]
    start, end = found.starts[place], found.ends[place]
    if text in language.months and _month(state, place):
        return place + 1
    if text in language.weekdays:
        state.weekdays.append(Mention(str(language.weekdays[text]), start, end))
        return place + 1
    if text in language.halves:
        return _half(state, place)
    if text in language.cardinals or text in language.scales or text in language.collectives:
        follows = text in language.indefinite and state.word(place - 1) not in language.cardinals
        return _magnitude(state, place) if follows else _number(state, place)
    if text in language.indefinite:
        return _magnitude(state, place)
    unit = units.SIGNS.get(text) or language.units.get(text, "")
    if units.is_currency(unit):
        state.mention_currency(unit, (start, end))
        return place + 1
    return _loose(state, place)


def _month(state: State, place: int) -> bool:
    """Whether the word is a month rather than a verb or a name; it is noted then."""
    found, language = state.found, state.language
    name = found.words[place]
    start, end = found.starts[place], found.ends[place]
    is_large = found.text[start].isupper()
    before, after = state.word(place - 1), state.word(place + 1)
    by_figure = before[:1].isdigit() or after[:1].isdigit()
    by_figure = by_figure or before in language.months or after in language.months
    if language.is_english:
        if not is_large:
            return False
        is_whole = name == "may" or len(name) > 3
        is_said = before in _BEFORE_MONTHS and is_whole
        is_firm = name not in language.doubtful_months or by_figure or is_said
    else:
        is_firm = not is_large or by_figure or before in _BEFORE_SPANISH_MONTHS
    state.months.append(Mention(str(language.months[name]), start, end, is_firm))
    return True


def _number(state: State, place: int) -> int:
    """A number in words."""
    found, language = state.found, state.language
    run = words.number(found, place, language)
    if run is None:
        return _loose(state, place)
    behind, value = run.end, run.value
    if found.words[place:behind] == ["ciento"] and state.word(place - 1) == "por":
        return behind  # *el tanto por ciento* is no hundred
    values = {value} | _decade(state, place, value)
    following = state.word(behind)
    ordinal = _ordinal(state, behind) if value % 10 == 0 and 20 <= value < 100 else 0
    if ordinal:
        value += ordinal
        span = (found.starts[place], found.ends[behind])
        state.quantities.append(Quantity(*span, value, frozenset({value}), Firmness.LOOSE))
        return behind + 1
    is_part = following in language.parts and words.is_adjacent(found, behind)
    if is_part and run.scale == 1 and 0 < value < 100:
        return _fraction(state, place, behind, int(value))
    is_one = state.word(place - 1) in language.articles and value > _MILLION
    run_words = found.words[place : run.end]
    firmness = Firmness.WORD if is_one else _firmness(run_words, run, language)
    minutes, behind = hours.of_words(state, place, behind, value, values)
    one = Quantity(
        found.starts[place],
        found.ends[run.end - 1],
        value,
        frozenset(values),
        firmness,
        minutes=minutes,
        is_scaled=run.scale >= 1000,
    )
    return state.finish(one, behind, run.scale if run.scale >= 1000 else 1)


def _ordinal(state: State, place: int) -> int:
    """The ordinal that a hyphen joins to tens, *twenty-first*; 0 where none does."""
    if state.word(place) and state.found.gap(place) == "-":
        values = state.language.loose.get(state.word(place), frozenset())
        return min((int(one) for one in values if 1 <= one < 10), default=0)
    return 0


def _firmness(run: list[str], number: words.Number, language: Language) -> Firmness:
    """One is an article, and a lone *dozen*, *hundred* or *million* may be meant loosely."""
    if number.value == 1:
        return Firmness.LOOSE
    if len(run) == 1 and number.scale > 1 and language.is_english:
        return Firmness.LOOSE
    if any(word in language.collectives for word in run):
        return Firmness.LOOSE if number.value < 13 or len(run) == 1 else Firmness.WORD
    return Firmness.WORD


def _decade(state: State, place: int, value: Decimal) -> set[Decimal]:
    """*los años noventa*, and *mayo del sesenta y ocho*."""
    before = state.word(place - 1)
    if before in ("años", "los", "de", "del") and 10 < value < 100:
        return {1800 + value, 1900 + value}
    return set()


def _fraction(state: State, place: int, behind: int, numerator: int) -> int:
    """*two-thirds*, *tres cuartas partes*."""
    found = state.found
    denominator = state.language.parts[found.words[behind]]
    ordinal = {Decimal(numerator + denominator)} if numerator % 10 == 0 else set()
    values = fraction_values(numerator, denominator)
    if numerator == 1:
        values |= {Decimal(1), Decimal(denominator)}
    more, after = _share_of(state, behind, values)
    values |= more
    first, last = found.starts[place], found.ends[behind]
    value = Decimal(numerator) / denominator
    firmness = Firmness.LOOSE if numerator == 1 or ordinal else Firmness.WORD
    one = Quantity(first, last, value, frozenset(values | ordinal), firmness)
    return state.finish(one, after, 1)


_MILLION = 10**6
"""*A million things* is said lightly, *a billion* is not."""


def _half(state: State, place: int) -> int:
    """*half a million*, *medio centenar*; else half of anything."""
    found, language = state.found, state.language
    unit = _unit_and_a_half(state, place)
    if unit:
        values = frozenset({Decimal("1.5")})
        span = (found.starts[place], found.ends[place])
        state.quantities.append(Quantity(*span, Decimal("1.5"), values, Firmness.LOOSE, unit=unit))
        return place + 1
    behind = place + 1
    if state.word(behind) in language.articles:
        behind += 1
    following = state.word(behind)
    many = language.scales.get(following) or language.collectives.get(following)
    if many is None or (found.gap(behind).strip(" -\u00a0") and behind < len(found.words)):
        return _loose(state, place)
    value = Decimal(many) / 2
    values = frozenset({value})
    last = found.ends[behind]
    one = Quantity(found.starts[place], last, value, values, Firmness.WORD, is_scaled=True)
    return state.finish(one, behind + 1, many)


def _unit_and_a_half(state: State, place: int) -> str:
    """The time before *and a half* where it has no number of its own: *año y medio*."""
    language = state.language
    before = place - 1
    if language.is_english and state.word(before) in language.articles:
        before -= 1
    if state.word(before) != language.joiner:
        return ""
    unit = language.units.get(state.word(before - 1), "")
    return unit if units.dimension(unit) in ("time", "years") else ""


def _magnitude(state: State, place: int) -> int:
    """*billions*, *miles de millones*, *cientos de miles*: how large, but not how many."""
    found, language = state.found, state.language
    size = language.indefinite[found.words[place]]
    behind = place + 1
    following = language.indefinite.get(state.word(behind + 1))
    if state.word(behind) == language.of and following:
        size *= following
        behind += 2
    span = (found.starts[place], found.ends[behind - 1])
    state.magnitudes.append(Mention(str(size), *span))
    return behind


def _loose(state: State, place: int) -> int:
    """A word that may answer for a figure."""
    found, language = state.found, state.language
    name = found.words[place]
    start, end = found.starts[place], found.ends[place]
    values: frozenset[Decimal] = language.loose.get(name, frozenset())
    if name in FRACTION_SIGNS:
        values |= fraction_values(*FRACTION_SIGNS[name])
    if not values and name in ROMANS and found.text[start].isupper():
        if language.is_english and name == "i":
            return place + 1
        values = frozenset({Decimal(ROMANS[name])})
    if not values:
        return place + 1
    more, behind = _share_of(state, place, values)
    values |= more
    minutes = language.clocks.get(name, frozenset())
    one = Quantity(start, end, max(values), values, Firmness.LOOSE, minutes=minutes)
    state.quantities.append(one)
    state.last_end = -1
    return behind


_WHOLES = {
    Decimal(many): frozenset(names.split())
    for many, names in {
        10: "decade década",
        12: "dozen docena",
        60: "hour hora",
        100: "century siglo",
        1000: "millennium milenio",
        10**6: "million millón",
    }.items()
}


def _share_of(
    state: State, place: int, values: frozenset[Decimal]
) -> tuple[frozenset[Decimal], int]:
    """*a quarter of a century*, *un cuarto de milenio*: the share as a number, and the token
    behind."""
    if state.word(place + 1) != state.language.of:
        return frozenset(), place + 1
    behind = place + 2 + (state.word(place + 2) in ("a", "an", "un", "una"))
    name = state.word(behind)
    parts = [value for value in values if value < 1]
    for many, names in _WHOLES.items():
        if name in names and parts:
            return frozenset(round(many * part, 2) for part in parts), behind + 1
    return frozenset(), place + 1


def _roman(number: int) -> str:
    tens = {4: "xl", 5: "l"}.get(number // 10, "x" * (number // 10))
    ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    return tens + ones[number % 10]


ROMANS = {_roman(number): number for number in range(1, 60)}
"""Roman numerals, with which Spanish counts centuries, kings and congresses."""
