"""Tokens and symbols: classes, case, headlines, and keys that stand for exactly one text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.memory.tokens import CODE, NAME, NUMBER, hashed, key, symbols, tokens


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kuleba met 12 envoys in Kyiv.", ["kuleba", "met", NUMBER, "envoys", "in", NAME]),
        ("It cost $1,200.50 on Tuesday", ["it", "cost", NUMBER, "on", "tuesday"]),
        ("“Yes,” he said. Nobody left.", ["yes", "he", "said", "nobody", "left"]),
        ("See <1>the report</1><2/> now", ["see", CODE, "the", "report", CODE, CODE, "now"]),
        ("The U.S. and NATO don’t agree", ["the", NAME, "and", NAME, "don't", "agree"]),
        ("River Falls To Its Lowest Level", ["river", "falls", "to", "its", "lowest", "level"]),
        ("RIVER FALLS TO ITS LOWEST", ["river", "falls", "to", "its", "lowest"]),
        ("In the 1990s, T-72 tanks", ["in", "the", "1990s", NAME, "tanks"]),
        # Nothing but classes: compared as it stands.
        ("2024", ["2024"]),
        ("NATO, 12", ["nato", "12"]),
        ("…", []),
    ],
)
def test_a_sentence_in_symbols(text: str, wanted: list[str]) -> None:
    assert symbols(text) == wanted


def test_tokens_are_the_text_without_its_spaces() -> None:
    text = "He said: “Don’t,” and <1>left</1> at 5:30 p.m."
    assert "".join(tokens(text)) == text.replace(" ", "").replace("’", "'")


@given(st.text())
def test_every_character_is_in_a_token(text: str) -> None:
    assert "".join(tokens(text)) == "".join(text.replace("’", "'").split())


@given(st.text())
def test_any_text_has_symbols_that_can_be_hashed(text: str) -> None:
    found = symbols(text)
    numbers = hashed(found)
    assert len(numbers) == len(found) <= len(tokens(text))
    assert all(0 <= number < 1 << 32 for number in numbers)


def test_a_key_fits_a_column_and_tells_texts_apart() -> None:
    keys = {key(text) for text in ("The river.", "the river.", "The river", "<1>The</1> river.")}
    assert len(keys) == 4
    assert all(-(1 << 63) <= one < 1 << 63 for one in keys)
    assert key("Ñandú") == key("Ñandú")
