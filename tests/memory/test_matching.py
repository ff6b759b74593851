"""Match classes: their order, what is put in and what is left alone, penalties, rivals."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from translator.memory.matching import Penalties, Sought, choose, judge
from translator.memory.substitution import numbers
from translator.memory.tokens import NOTHING, key
from translator.memory.units import canonical
from translator.model import Code, MatchKind, Origin, Unit

NOW = datetime(2026, 3, 12, tzinfo=UTC)
RIVER = Unit("The river fell.", "El río bajó.")
LINK, STRONG = Code(1, "a"), Code(2, "strong")


def kinds(sought: Sought, *units: Unit) -> list[tuple[MatchKind, int]]:
    return [(one.kind, one.rate) for one in judge(sought, units, now=NOW)]


def test_the_classes_in_their_order() -> None:
    before, after = key("One."), key("Two.")
    sought = Sought("At 5, the river fell.", before=before, after=after)
    units = [
        Unit("At 5, the old river fell.", "A las 5 bajó el viejo río."),
        Unit("At 6, the river fell.", "A las 6 bajó el río."),
        Unit("At 5, the river fell.", "A las 5 el río bajó."),
        Unit("At 5, the river fell.", "A las 5 descendió el río.", before=before, after=after),
    ]
    matches = judge(sought, units, now=NOW)
    assert [(one.kind, one.rate) for one in matches] == [
        (MatchKind.CONTEXT, 101),
        (MatchKind.EXACT, 100),
        (MatchKind.SUBSTITUTED, 99),
        (MatchKind.FUZZY, 83),
    ]
    assert matches[2].target == "A las 5 bajó el río."
    assert [matches[2].target[start:end] for start, end in matches[2].substituted] == ["5"]


def test_context_needs_neighbours() -> None:
    alone = replace(RIVER, before=NOTHING, after=NOTHING)
    assert kinds(Sought(RIVER.source, before=NOTHING, after=NOTHING), alone) == [
        (MatchKind.EXACT, 100)
    ]
    assert kinds(Sought(RIVER.source), RIVER) == [(MatchKind.EXACT, 100)]
    first = replace(RIVER, before=NOTHING, after=key("Two."))
    assert kinds(Sought(RIVER.source, before=NOTHING, after=key("Two.")), first) == [
        (MatchKind.CONTEXT, 101)
    ]


@pytest.mark.parametrize(
    ("current", "stored", "target", "wanted"),
    [
        ("12 boats left.", "15 boats left.", "Salieron 15 barcos.", "Salieron 12 barcos."),
        ("12,500 left.", "1,500 left.", "Salieron 1.500.", "Salieron 12.500."),
        ("2.5 tons", "1.7 tons", "1,7 toneladas", "2,5 toneladas"),
        ("7 of 8 boats", "8 of 9 boats", "8 de 9 barcos", "7 de 8 barcos"),
        ("From 3 to 4", "From 5 to 5", "De 5 a 5", None),
        ("In 2026", "In 2025", "El año pasado", None),
        ("5 boats", "1 boats", "1 barco", None),
        ("at 6 p.m.", "at 5 p.m.", "a las 17:00", None),
        ("$1.5 billion", "$1.2 billion", "1200 millones", None),
        ("900 left.", "1,500 left.", "Salieron 1500.", None),
        ("12 boats left.", "15 ships left.", "Salieron 15 buques.", None),
        ("11,000 men", "12,000 men", "12 000 hombres", "11 000 hombres"),
        ("5,000 men", "4,000 men", "4000 hombres", "5000 hombres"),
        ("12,000 men", "4,000 men", "4000 hombres", "12\u00a0000 hombres"),
        ("9,000 men", "12,000 men", "12 000 hombres", "9000 hombres"),
        ("9,000 men", "12,000 men", "12.000 hombres", "9.000 hombres"),
        ("7 of 2026", "7 of 2025", "7 de 2025, 300 de ellos", "7 de 2026, 300 de ellos"),
    ],
)
def test_numbers_are_put_in_only_where_it_is_certain(
    current: str, stored: str, target: str, wanted: str | None
) -> None:
    done = numbers(current, stored, target)
    assert (done[0] if done else None) == wanted


def test_a_number_that_cannot_be_put_in_makes_a_fuzzy_match() -> None:
    unit = Unit("It came at 5 p.m. today", "Vino hoy a las 17:00")
    assert kinds(Sought("It came at 6 p.m. today"), unit) == [(MatchKind.FUZZY, 98)]


def test_codes_are_those_of_the_sentence() -> None:
    unit = Unit("See <1>it</1>.", "<1>Véalo</1>.", (LINK,))
    sought = Sought("See <7>it</7>.", (Code(7, "a", (("href", "https://example.org"),)),))
    (match,) = judge(sought, [unit], now=NOW)
    assert (match.kind, match.target) == (MatchKind.EXACT, "<7>Véalo</7>.")


def test_other_codes_are_put_in_and_marked() -> None:
    unit = Unit("See the report now.", "Vea el informe ahora.")
    sought = Sought("See <1>the report</1> now.", (LINK,))
    (match,) = judge(sought, [unit], now=NOW)
    assert (match.kind, match.rate) == (MatchKind.SUBSTITUTED, 99)
    assert match.target.count("<1>") == match.target.count("</1>") == 1
    assert [match.target[start:end] for start, end in match.substituted] == ["<1>", "</1>"]
    (plain,) = judge(
        Sought("See the report."),
        [Unit("See <1>the</1> report.", "Vea <1>el</1> informe.", (LINK,))],
    )
    assert (plain.kind, plain.target) == (MatchKind.SUBSTITUTED, "Vea el informe.")


def test_two_translations_are_offered_and_none_is_chosen() -> None:
    other = replace(RIVER, target="Descendió el río.")
    matches = judge(Sought(RIVER.source), [RIVER, other], now=NOW)
    choice = choose(matches, 75)
    assert choice.match is None
    assert {one.target for one in choice.rivals} == {RIVER.target, other.target}
    same = choose(judge(Sought(RIVER.source), [RIVER, replace(RIVER, id=9)], now=NOW), 75)
    assert same.match is not None


def test_a_context_match_decides_between_two() -> None:
    before, after = key("One."), key("Two.")
    units = [RIVER, replace(RIVER, target="Descendió el río.", before=before, after=after)]
    choice = choose(judge(Sought(RIVER.source, (), before, after), units, now=NOW), 75)
    assert choice.match is not None
    assert choice.match.target == "Descendió el río."


def test_penalties_take_points_off() -> None:
    old = replace(RIVER, origin=Origin.MACHINE, changed=NOW - timedelta(days=800))
    sought = Sought(RIVER.source)
    (match,) = judge(sought, [old], Penalties(machine=5, yearly=3), NOW)
    assert (match.kind, match.rate) == (MatchKind.EXACT, 100 - 5 - 2 * 3)
    (never,) = judge(sought, [old], Penalties(machine=100, yearly=100), NOW)
    assert never.rate == 0
    # A penalised one does not stand in the way of one that is not.
    other = replace(RIVER, target="Descendió el río.")
    choice = choose(judge(sought, [old, other], Penalties(machine=5), NOW), 75)
    assert choice.match is not None
    assert choice.match.target == other.target


def test_the_newer_comes_first_among_equals() -> None:
    older = Unit("The old river fell.", "a", changed=NOW - timedelta(days=9))
    newer = Unit("The wide river fell.", "b", changed=NOW)
    assert [one.target for one in judge(Sought(RIVER.source), [older, newer], now=NOW)] == [
        "b",
        "a",
    ]


def test_below_the_floor_nothing_is_chosen() -> None:
    matches = judge(Sought("A b c d"), [Unit("a b c e", "x")], now=NOW)
    assert matches[0].rate == 75
    assert choose(matches, 75).match is matches[0]
    assert choose(matches, 76).match is None


def test_codes_are_numbered_in_the_order_of_the_source() -> None:
    source, target, codes = canonical(
        "<5>A</5> b <2>c</2>", "<2>C</2> y <5>a</5>", (Code(2, "a", (("href", "x"),)), Code(5, "b"))
    )
    assert (source, target) == ("<1>A</1> b <2>c</2>", "<2>C</2> y <1>a</1>")
    assert codes == (Code(1, "b"), Code(2, "a"))


def test_a_mark_that_is_text_stays_text() -> None:
    source, _, codes = canonical("Write <1> in <3>here</3>", "", (Code(3, "a"),))
    assert (source, codes) == ("Write <1> in <2>here</2>", (Code(2, "a"),))
