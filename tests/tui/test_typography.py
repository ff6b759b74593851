"""Signs of Spanish: which quotation mark is meant, and how words change their capitals."""

from __future__ import annotations

import pytest

from translator.config import Quotes
from translator.tui import typography


@pytest.mark.parametrize(
    ("before", "quotes", "mark"),
    [
        ("", "angular", "«"),
        ("Dijo: ", "angular", "«"),
        ("Dijo: «Ven", "angular", "»"),
        ("«Dijo: ", "angular", "“"),
        ("«Dijo: “ven", "angular", "”"),
        ("«Dijo: “ven”", "angular", "»"),
        ("«a “b ", "angular", "‘"),
        ("«a “b ‘c", "angular", "’"),
        ("¿", "angular", "«"),
        ("(", "angular", "«"),
        ("<1>", "angular", "«"),
        ("palabra", "angular", "»"),
        ("", "double", "“"),
        ("“Dijo: ", "double", "‘"),
        ("“Ven", "double", "”"),
    ],
)
def test_the_mark_that_is_meant(before: str, quotes: Quotes, mark: str) -> None:
    assert typography.quote(before, quotes) == mark


@pytest.mark.parametrize(
    ("text", "turned"),
    [("árbol", "Árbol"), ("Árbol", "ÁRBOL"), ("ÁRBOL", "árbol"), ("«él", "«Él"), ("x", "X")],
)
def test_capitals_go_round(text: str, turned: str) -> None:
    assert typography.turn_case(text) == turned
