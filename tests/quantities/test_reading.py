"""What is read: values, units, times and mentions, in each language."""

from __future__ import annotations

from decimal import Decimal

import pytest

from translator.quantities import reading
from translator.quantities.quantity import Firmness


@pytest.mark.parametrize(
    ("text", "number", "value", "unit"),
    [
        ("$1.2 billion", "1.2 billion", "1.2E9", "dollar"),
        ("a €5m deal", "5m", "5E6", "euro"),
        ("R$100", "100", "100", "real"),
        ("USD 1.5 billion", "1.5 billion", "1.5E9", "dollar"),
        ("30-million-euro", "30-million", "3E7", "euro"),
        ("twenty-one thousand three hundred and five men", None, "21305", ""),
        ("one hundred and fifty miles", None, "150", "mi"),
        ("60 miles per hour", "60", "60", "mph"),
        ("500 square miles", "500", "500", "mi2"),
        ("90 degrees Fahrenheit", "90", "90", "F"),
        ("5 percentage points", "5", "5", "point"),
        ("two and a half million people", "two", "2.5E6", ""),
        ("a 28-year-old", "28", "28", "year"),
    ],
)
def test_english_is_read(text: str, number: str | None, value: str, unit: str) -> None:
    one = next(each for each in reading.english(text).quantities if each.firmness)
    assert number is None or text[one.start : one.end] == number
    assert (one.value, one.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "number", "value", "unit"),
    [
        ("10 mil millones de dólares", "10 mil millones", "1E10", "dollar"),
        ("61.000 millones de euros", "61.000 millones", "6.1E10", "euro"),
        ("1,2 millardos", "1,2 millardos", "1.2E9", ""),
        ("dos billones", "dos billones", "2E12", ""),
        ("veintiún mil trescientos cinco hombres", None, "21305", ""),
        ("treinta y cinco años", "treinta y cinco", "35", "year"),
        ("novecientas mil libras", "novecientas mil", "900000", "pound"),
        ("millón y medio de votos", "millón", "1.5E6", ""),
        ("medio millón", "medio millón", "5E5", ""),
        ("12 000 km/h", "12 000", "12000", "km/h"),
        ("35 ºC", "35", "35", "C"),
        ("el 5 por ciento", "5", "5", "%"),
        ("20 kilómetros cuadrados", "20", "20", "km2"),
        ("5 céntimos de euro", "5", "5", "cent"),
    ],
)
def test_spanish_is_read(text: str, number: str | None, value: str, unit: str) -> None:
    one = next(each for each in reading.spanish(text).quantities if each.firmness)
    assert number is None or text[one.start : one.end] == number
    assert (one.value, one.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("a las 17:00", {1020}),
        ("a las 17.30 h", {1050}),
        ("a las cinco de la tarde", {1020}),
        ("a las cinco y media", {330, 1050}),
        ("a las doce menos cuarto de la noche", {1425}),
        ("a las 12 de la noche", {0}),
        ("a la una de la madrugada", {60}),
        ("a las 9:30 a. m.", {570}),
        ("a medianoche", {0, 1440}),
    ],
)
def test_times_are_minutes(text: str, minutes: set[int]) -> None:
    (found,) = {one.minutes for one in reading.spanish(text).quantities if one.minutes}
    assert found == minutes


@pytest.mark.parametrize(
    "text",
    [
        "T-72 M142 Su-57 COVID-19 H1N1 A380 5G",
        "www.example.org/2026/03 a1@example.org #2024",
        "version 3.11.2",
        "+1 (555) 123-4567",
        "__2__",
    ],
)
def test_names_versions_and_addresses_are_no_quantities(text: str) -> None:
    for read in (reading.english(text), reading.spanish(text)):
        assert all(one.firmness is Firmness.LOOSE for one in read.quantities)


def test_may_and_march_are_months_only_where_they_must_be() -> None:
    assert not [one for one in reading.english("They may march.").months if one.is_firm]
    assert [one.key for one in reading.english("On May 5 and in March").months] == ["5", "3"]
    assert not [one for one in reading.spanish("Julio llegó.").months if one.is_firm]
