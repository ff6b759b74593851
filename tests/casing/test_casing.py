"""Title Case and capitals to sentence case: only the case of letters changes, names stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator import casing

BODY = (
    "Helen Stone, the mayor of Orme, won the vote on Tuesday.",
    "The bridge will cross the River Alder. Apple said its iPhone sold well at McDonald's.",
)


@pytest.mark.parametrize(
    ("given_", "wanted"),
    [
        (
            "Mayor Stone Wins Vote on New Bridge Over River Alder",
            "Mayor Stone wins vote on new bridge over River Alder",
        ),
        ("MAYOR STONE WINS VOTE IN ORME", "Mayor Stone wins vote in Orme"),
        ("IPHONE SOLD AT MCDONALD'S", "iPhone sold at McDonald's"),
        ("BREAKING: Mayor Quits", "Breaking: Mayor quits"),
        ("U.S. Sends Aid to Ukraine as NATO Meets", "U.S. sends aid to Ukraine as NATO meets"),
        (
            "President Hale to Visit China in March 2026",
            "President Hale to visit China in March 2026",
        ),
        ("Students Rally at Howard University", "Students rally at Howard University"),
        ("Mayor: ‘We Will Not Stop’", "Mayor: ‘We will not stop’"),
    ],
)
def test_headlines(given_: str, wanted: str) -> None:
    assert casing.sentence_case(given_, casing.gather(BODY)) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Orme said that Jane Roe won.",
        "Jane Roe",
        "NATO",
        "",
        "12:30",
        "What the mayor said",
    ],
)
def test_what_is_no_headline_stays(text: str) -> None:
    assert casing.sentence_case(text) == text


@given(st.text(alphabet="AbcÑñ .:'’-“”U.S.1é\n", max_size=60))
def test_only_the_case_of_letters_changes(text: str) -> None:
    assert casing.sentence_case(text, casing.gather(BODY)).casefold() == text.casefold()
