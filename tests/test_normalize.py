"""The doors: composed letters, one line, nothing hidden."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator import normalize


def test_decomposed_letters_are_composed() -> None:
    assert normalize.line("an\u0303o, ¿que\u0301?") == "año, ¿qué?"


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("  two \t\n lines ", "two lines"),
        ("soft\u00adhyphen", "softhyphen"),
        ("20\u00a0%", "20\u00a0%"),
        ("12\u202f000", "12\u202f000"),
        ("bell\x07 and \x1b[31mred", "bell and [31mred"),
        ("lone \ud800 half", "lone \ufffd half"),
        ("a\u200b\u0301", "á"),
        ("", ""),
    ],
)
def test_a_line_is_one_clean_line(given_text: str, expected: str) -> None:
    assert normalize.line(given_text) == expected


def test_typing_keeps_its_spaces() -> None:
    assert normalize.target("  y entonces\n ") == "  y entonces  "


@given(st.text())
def test_a_target_is_one_composed_line(text: str) -> None:
    target = normalize.target(text)
    assert len(target.splitlines()) <= 1
    assert unicodedata.is_normalized("NFC", target)


def test_what_hides_is_shown() -> None:
    assert normalize.visible("abc\u202edef\x1b") == "abc‹U+202E›def‹U+001B›"


@given(st.text())
def test_a_line_is_stable_and_composed(text: str) -> None:
    once = normalize.line(text)
    assert normalize.line(once) == once
    assert unicodedata.is_normalized("NFC", once)
