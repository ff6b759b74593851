"""Tables of terms as people's files have them, and out and in again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator import normalize
from translator.errors import InputError
from translator.exchange import term_tables
from translator.exchange.term_tables import Bad
from translator.model import Term, TermKind


def read(text: str) -> list[Term | Bad]:
    return list(term_tables.read(text, "t.csv"))


@pytest.mark.parametrize(
    "text",
    [
        "drone,dron\n",
        "source,target\ndrone,dron\n",
        "target;source\ndron;drone\n",
        "English\tSpanish\ndrone\tdron\n",
        "EN,ES,Kind\n\ndrone,dron,approved\n",
        " drone , dron \n",
    ],
)
def test_columns_are_known_by_their_heads(text: str) -> None:
    assert read(text) == [Term("drone", "dron")]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("source,target\ndrone,\n", 2, "term-without-spanish"),
        (",dron\n", 1, "term-without-english"),
        ("source,target,kind\n\na,b,maybe\n", 3, "term-kind"),
        ("source,target\na,b,c\n", 2, "row-too-long"),
        (f"a,{'b' * 501}\n", 1, "term-too-long"),
        ("source,target,kind\nTelegram,Telegrama,keep\n", 2, "term-kept-changed"),
        ('source,target\n"a\nb",c\nd,\n', 4, "term-without-spanish"),
    ],
)
def test_a_row_that_is_no_term_is_told_by_its_line(text: str, line: int, reason: str) -> None:
    bad = next(one for one in read(text) if isinstance(one, Bad))
    assert (bad.line, bad.reason) == (line, reason)


def test_the_rest_of_a_table_is_read_after_a_bad_row() -> None:
    found = read("a,b\nbad\nc,d\n")
    assert [one.target for one in found if isinstance(one, Term)] == ["b", "d"]


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        read("a\0b,c")
    assert caught.value.code == "not-a-table"


def test_a_cell_is_no_formula_for_a_spreadsheet() -> None:
    term = Term("=SUM(A1)", "+1", note="@x")
    text = "".join(term_tables.write([term]))
    assert "'=SUM(A1),'+1" in text
    assert read(text) == [term]


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30).map(
    lambda text: normalize.line(text).strip()
)
TERMS = st.builds(
    Term,
    WORDS.filter(bool),
    WORDS.filter(bool),
    st.sampled_from([TermKind.PREFERRED, TermKind.ALLOWED, TermKind.FORBIDDEN]),
    note=WORDS,
    domain=WORDS,
)


@given(st.lists(TERMS, max_size=5))
def test_any_terms_come_back(terms: list[Term]) -> None:
    assert read("".join(term_tables.write(terms))) == terms
