"""Numbers as Spanish writes them, region by region."""

from __future__ import annotations

from decimal import Decimal

import pytest

from translator import quantities
from translator.quantities import writing


@pytest.mark.parametrize(
    ("value", "region", "written"),
    [
        ("4000", "es-ES", "4000"),
        ("9999.5", "es-ES", "9999,5"),
        ("12000", "es-ES", "12\u00a0000"),
        ("1234567.25", "es-419", "1\u00a0234\u00a0567,25"),
        ("1234567.25", "es-MX", "1\u00a0234\u00a0567.25"),
        ("3.50", "es-US", "3.5"),
        ("-40", "es-ES", "-40"),
        ("1E+3", "es-ES", "1000"),
        ("0", "es-ES", "0"),
    ],
)
def test_a_number_is_written_by_region(value: str, region: str, written: str) -> None:
    assert quantities.write(Decimal(value), region=region) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (1_000_000, "1 millón"),
        (1_200_000, "1,2 millones"),
        (1_200_000_000, "1200 millones"),
        (14_700_000_000, "14\u00a0700 millones"),
        (1_000_000_000_000, "1 billón"),
        (2_300_000_000_000, "2,3 billones"),
        (500, "500"),
    ],
)
def test_a_billion_is_a_thousand_millions(value: int, written: str) -> None:
    assert writing.scaled(Decimal(value)) == written


def test_the_percent_sign_stands_apart() -> None:
    assert writing.percent(Decimal("3.5")) == "3,5\u00a0%"


def test_times_are_written_in_24_hours() -> None:
    assert [writing.time(one) for one in (0, 545, 1020, 1440)] == ["0:00", "9:05", "17:00", "0:00"]
