"""What holds for any text: nothing raises, spans are true, a number survives being written."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator import quantities
from translator.quantities import comparison, numerals, reading
from translator.quantities.quantity import Quantity

WORDS = """
    0 1 2 5 12 17 40 90 100 1990 2012 1,200 1.200 3.5 3,5 12.000 5:30 17:00 10:1 1/2 ½ 20.12.2012
    1.2.3 T-72 COVID-19 5pm 27km 60th 1990s '90s 2.3bn 1.º $ US$ € £ % º ° ºC - – , . : ; ( ) & @ #
    http://x.org a@b.co +1(555)123-4567 one twenty hundred thousand million billion and a half dozen
    of un una dos veintiún mil millones billón billones y medio media docena de por ciento per cent
    May March de mayo lunes Monday p.m. a.m. de la tarde las noon euros dollars libras millas miles
    square per hour por hora grados Fahrenheit quarter tercio XXI IV Ⅳ ٣ ９ ² İ ß año menos cuarto
    """
PIECES = st.sampled_from([*WORDS.split(), " ", "\n", "\t", "\u00a0", "\u202f", "9" * 50])
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=25).map("".join)) | st.lists(
    PIECES, max_size=25
).map(" ".join)
REGIONS = st.sampled_from(["es-ES", "es-419", "es-MX", "es-US", "?"])


@given(TEXTS, TEXTS, REGIONS)
def test_no_text_raises_and_spans_are_true(source: str, target: str, region: str) -> None:
    for one in quantities.compare(source, target, region=region):
        assert one.source_span or one.target_span
        for text, span, said in (
            (source, one.source_span, one.source_text),
            (target, one.target_span, one.target_text),
        ):
            if span is None:
                assert said == ""
            else:
                assert 0 <= span[0] < span[1] <= len(text)
                assert text[slice(*span)] == said


@given(TEXTS)
def test_quantities_stand_in_order(text: str) -> None:
    for read in (reading.english(text), reading.spanish(text)):
        starts = [one.start for one in read.quantities]
        assert starts == sorted(starts)
        assert all(one.values and one.start < one.end for one in read.quantities)


@given(st.decimals(0, 10**12, places=2), REGIONS)
def test_a_written_number_is_read_again(value: Decimal, region: str) -> None:
    written = quantities.write(value, region=region)
    assert value in numerals.in_spanish(written, region)


@given(st.integers(2, 999_999), st.sampled_from(["people", "years", "euros"]))
def test_a_figure_is_kept_when_spanish_writes_it(value: int, noun: str) -> None:
    spanish = {"people": "personas", "years": "años", "euros": "euros"}[noun]
    source = f"There were {value:,} {noun}."
    target = f"Hubo {quantities.write(Decimal(value))} {spanish}."
    assert quantities.compare(source, target) == ()
    changed = f"Hubo {quantities.write(Decimal(value + 1))} {spanish}."
    assert quantities.compare(source, changed)


def test_measures_are_not_all_held_against_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text with thousands of measures is looked at in steps that are counted."""
    looked_at: list[Quantity] = []

    def is_worth(one: Quantity, other: Quantity) -> bool:
        looked_at.append(other)
        return False

    monkeypatch.setattr(comparison, "_is_worth", is_worth)
    for count in (200, 1200):
        source = "".join(f"{value} miles, " for value in range(count))
        target = "".join(f"{value} km, " for value in range(count, 2 * count))
        assert comparison.compare(source, target, "es-ES")
    assert 0 < len(looked_at) <= 4 * comparison._MOST_CONVERSIONS


def test_a_table_of_figures_is_not_judged() -> None:
    assert quantities.compare("1 2 3 " * 5000, "4 " * 5000) == ()
