"""Reading whether a number is a time of the day, from what stands around it."""

from __future__ import annotations

from decimal import Decimal

from translator.quantities import clock
from translator.quantities.quantity import NO_MINUTES
from translator.quantities.state import State

_AFTERNOON = frozenset({"pm", "tarde", "noche"})


def of_figure(
    state: State, place: int, behind: int, values: set[Decimal]
) -> tuple[frozenset[int], int]:
    """The times of the day that the figure at a token may be, and the token behind what says so.

    An afternoon hour has its value in the other way of counting added.
    """
    found = state.found
    raw = found.words[place]
    clocked = clock.split(raw)
    if clocked is None and not (raw.isdigit() and len(raw) <= 4):
        return NO_MINUTES, behind
    if clocked is None and len(raw) == 4:
        return _military(state, raw, found.ends[place]), behind
    is_marked = ":" in raw or ("." in raw and clock.has_hours(found.text, found.ends[place]))
    clocked = clocked or (int(raw), 0)
    return _times(state, place, behind, clocked, values, is_marked=is_marked)


def of_words(
    state: State, place: int, behind: int, value: Decimal, values: set[Decimal]
) -> tuple[frozenset[int], int]:
    """The same for a number in words that begins at one token and ends before another."""
    if value != int(value) or not 0 < value <= 24:
        return NO_MINUTES, behind
    return _times(state, place, behind, (int(value), 0), values, is_marked=False)


def _military(state: State, raw: str, end: int) -> frozenset[int]:
    """Four digits before a time zone: 0230 UTC."""
    hours, past = int(raw[:2]), int(raw[2:])
    if hours > 24 or past > 59 or not clock.has_zone(state.found.text, end):
        return NO_MINUTES
    return frozenset({(hours * 60 + past) % clock.DAY})


def _times(
    state: State,
    place: int,
    behind: int,
    clocked: tuple[int, int],
    values: set[Decimal],
    *,
    is_marked: bool,
) -> tuple[frozenset[int], int]:
    hours, past = clocked
    found = state.found
    is_hour = not state.language.is_english and state.word(place - 1) in ("las", "la")
    if hours > 24:
        return NO_MINUTES, behind
    more, after = _past_words(state, behind) if is_hour and not past else (0, behind)
    part, last = clock.half(found.text, found.ends[after - 1])
    if not (part or is_marked or is_hour):
        return NO_MINUTES, behind
    behind = after
    while part and behind < len(found.words) and found.starts[behind] < last:
        behind += 1
    if part in _AFTERNOON and hours < 12:
        values.add(Decimal(hours + 12))
    if not past:
        values.add(Decimal(hours))
    plain = clock.minutes(hours, past, part)
    return frozenset((one + more) % clock.DAY for one in plain), behind


def _past_words(state: State, behind: int) -> tuple[int, int]:
    """Minutes in words behind a Spanish hour: *y media*, *menos cuarto*, *y diez*."""
    joint, word = state.word(behind), state.word(behind + 1)
    if joint not in ("y", "menos"):
        return 0, behind
    known = {"media": 30, "cuarto": 15}.get(word) or state.language.cardinals.get(word, 0)
    if not 0 < known < 60:
        return 0, behind
    return (known if joint == "y" else -known), behind + 2
