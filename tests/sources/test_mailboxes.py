"""E-mail addresses are codes, letter for letter; links keep theirs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator import inline
from translator.inline import Close, Open
from translator.model import Code
from translator.sources import mailboxes


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Write to desk@example.org.", "Write to <1>desk@example.org</1>."),
        ("(ana.ruiz+news@mail.example.co.uk)", "(<1>ana.ruiz+news@mail.example.co.uk</1>)"),
        ("a@b.es, c@d.es", "<1>a@b.es</1>, <2>c@d.es</2>"),
        ("Follow @desk and desk@home", "Follow @desk and desk@home"),
        ("x@@y.es @y.es", "x@@y.es @y.es"),
    ],
)
def test_addresses_in_text(text: str, marked: str) -> None:
    assert inline.lift(mailboxes.mark([text]))[0] == marked


def test_a_link_keeps_its_address_to_itself() -> None:
    link = Code(0, "a", (("href", "mailto:desk@example.org"),))
    marked, codes = inline.lift(mailboxes.mark([Open(link), "desk@example.org", Close(link)]))
    assert (marked, [code.kind for code in codes]) == ("<1>desk@example.org</1>", ["a"])


@given(st.text(alphabet="ab@. -_+", max_size=60))
def test_no_letter_is_lost(text: str) -> None:
    marked, codes = inline.lift(mailboxes.mark([text]))
    assert inline.strip(marked, codes) == text


def test_a_line_of_nothing_but_addresses_has_a_thousand_codes_and_all_its_text() -> None:
    text = "".join(f"a{number}@example.org " for number in range(1, 1_203))
    marked, codes = inline.lift(mailboxes.mark([text[:9_000], text[9_000:]]))
    assert len(codes) == 1_000
    assert inline.strip(marked, codes) == text
