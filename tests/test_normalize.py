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
    assert normalize.visible("a\u200db \U0001f469\u200d") == "a‹U+200D›b \U0001f469‹U+200D›"
    assert normalize.visible("a\ufe0f\u200d\U0001f469") == "a\ufe0f‹U+200D›\U0001f469"


@pytest.mark.parametrize("emoji", ["👩\u200d💻", "🏳\ufe0f\u200d🌈", "👩🏽\u200d🚀", "❤\ufe0f"])
def test_what_joins_emoji_hides_nothing(emoji: str) -> None:
    assert normalize.visible(emoji) == normalize.target(emoji) == normalize.line(emoji) == emoji


def test_what_joins_letters_is_not_typed() -> None:
    assert normalize.target("ca\u200dsa\u200c ni\u200dño") == "casa niño"


@given(st.text())
def test_a_line_is_stable_and_composed(text: str) -> None:
    once = normalize.line(text)
    assert normalize.line(once) == once
    assert unicodedata.is_normalized("NFC", once)
