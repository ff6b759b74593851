"""Rates: their ends, their symmetry, and a diff that gives both sentences back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.memory import scores
from translator.memory.tokens import symbols, tokens

sentences = st.lists(
    st.sampled_from("the river fell Kyiv 12 on <1> </1> , . Level".split()), max_size=12
).map(" ".join)


@pytest.mark.parametrize(
    ("one", "other", "rate", "full"),
    [
        ("Nobody was hurt.", "Nobody was hurt.", 100, 100),
        ("Nobody was hurt.", "nobody was hurt", 100, 50),
        ("He left at 5.", "He left at 6.", 100, 80),
        ("One two three four", "one two three", 75, 50),
        ("One two three four", "Five six", 0, 0),
        # 2 of 3 is 66.7: rounded down.
        ("one two three", "one two four", 66, 66),
    ],
)
def test_rates(one: str, other: str, rate: int, full: int) -> None:
    assert scores.rate(symbols(one), symbols(other)) == rate
    assert scores.full(one, other) == full


@given(sentences, sentences)
def test_a_rate_is_a_percentage_both_ways(one: str, other: str) -> None:
    rate = scores.rate(symbols(one), symbols(other))
    assert 0 <= rate <= 100
    assert rate == scores.rate(symbols(other), symbols(one))
    assert (scores.full(one, other) == 100) == (one == other)


@given(sentences, sentences)
def test_a_diff_holds_both_sentences(current: str, stored: str) -> None:
    pieces = scores.diff(current, stored)
    new = " ".join(piece.text for piece in pieces if piece.change != "dropped")
    old = " ".join(piece.text for piece in pieces if piece.change != "added")
    assert new.split() == tokens(current)
    assert old.split() == tokens(stored)
    assert all(piece.text for piece in pieces)


def test_a_diff_is_word_by_word() -> None:
    pieces = scores.diff("The old river fell.", "The river rose.")
    assert [(piece.change, piece.text) for piece in pieces] == [
        ("same", "The"),
        ("added", "old"),
        ("same", "river"),
        ("dropped", "rose"),
        ("added", "fell"),
        ("same", "."),
    ]


def shown(current: str, stored: str) -> str:
    """A difference as the panel joins it."""
    text = ""
    for piece in scores.diff(current, stored):
        text += "" if piece.is_joined or not text else " "
        sign = {"same": "", "added": "+", "dropped": "-"}[piece.change]
        text += f"[{sign}{piece.text}{sign}]" if sign else piece.text
    return text


@pytest.mark.parametrize(
    ("current", "stored", "wanted"),
    [
        (
            "On 26 February, South Korea acted.",
            "On 19 February, South Korea acted.",
            "On [-19-] [+26+] February, South Korea acted.",
        ),
        ("He said “no” (twice).", "He said “no” (once).", "He said “no” ([-once-][+twice+])."),
        ("She's at 5 % — or $6.", "She's at 5 % — or $7.", "She's at 5 % — or $[-7-][+6+]."),
        ("It’s here.", "It's here, now.", "It’s here[-, now-]."),
        ("two meters", "(two) meters", "[-(-]two[-)-] meters"),
        ("(two) meters", "two meters", "[+(+]two[+)+] meters"),
        ("One", "", "[+One+]"),
        ("", "One  two", "[-One  two-]"),
    ],
)
def test_a_diff_has_the_spaces_of_its_sentences(current: str, stored: str, wanted: str) -> None:
    assert shown(current, stored) == wanted


@given(st.text("ab ,(“”).", max_size=20), st.text("ab ,(“”).", max_size=20))
def test_the_pieces_of_a_diff_stand_in_their_sentences(current: str, stored: str) -> None:
    for text, kinds in ((current, ("same", "added")), (stored, ("dropped",))):
        place = 0
        for piece in scores.diff(current, stored):
            if piece.change in kinds:
                place = text.find(piece.text, place)
                assert place >= 0
                place += len(piece.text)
