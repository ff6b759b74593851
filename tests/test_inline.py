"""Inline codes: nothing is lost, nothing that a person typed is altered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator import inline
from translator.inline import Close, Empty, Open, Token
from translator.model import Code

LINK = Code(1, "a", (("href", "https://example.org"),))
EMPHASIS = Code(2, "em")
BREAK = Code(3, "br")
CODES = (LINK, EMPHASIS, BREAK)

words = st.text(alphabet="aé ñ.<>/123 ", max_size=8)
tokens = st.recursive(
    st.one_of(words, st.just(Empty(BREAK))),
    lambda inner: st.tuples(st.sampled_from((LINK, EMPHASIS)), st.lists(inner, max_size=3)),
    max_leaves=8,
)


def flat(tree: object) -> list[Token]:
    """The token stream that a drawn tree stands for."""
    if isinstance(tree, tuple):
        code, inner = tree
        return [Open(code), *(token for one in inner for token in flat(one)), Close(code)]
    assert isinstance(tree, str | Empty)
    return [tree] if tree else []


def shape(stream: list[Token]) -> list[object]:
    """A stream with its texts merged and its codes by kind: what must survive."""
    merged: list[object] = []
    for token in stream:
        if isinstance(token, str) and merged and isinstance(merged[-1], str):
            merged[-1] += token
        elif isinstance(token, str):
            merged.append(token)
        else:
            merged.append((type(token).__name__, token.code.kind, token.code.attributes))
    return merged


@given(st.lists(tokens, max_size=4))
def test_lifting_out_and_putting_back_is_the_identity(trees: list[object]) -> None:
    stream = list(inline._without_hollow_codes(tuple(t for tree in trees for t in flat(tree))))
    marked, codes = inline.lift(stream)
    assert shape(list(inline.put_back(marked, codes))) == shape(stream)


@given(st.text(alphabet="ab </>123", max_size=30))
def test_what_was_typed_is_never_altered(typed: str) -> None:
    rebuilt = "".join(
        token
        if isinstance(token, str)
        else f"<{token.code.number}/>"
        if isinstance(token, Empty)
        else f"<{token.code.number}>"
        if isinstance(token, Open)
        else f"</{token.code.number}>"
        for token in inline.put_back(typed, CODES)
    )
    assert rebuilt == typed


@given(st.text(alphabet="ab </>123", max_size=30))
def test_what_is_put_back_is_well_nested(typed: str) -> None:
    stack: list[int] = []
    for token in inline.put_back(typed, CODES):
        if isinstance(token, Open):
            stack.append(token.code.number)
        elif isinstance(token, Close):
            assert stack.pop() == token.code.number
    assert not stack


def test_a_mark_that_stands_in_the_text_keeps_its_number_for_itself() -> None:
    marked, codes = inline.lift(["write <1> here: ", Open(LINK), "there", Close(LINK)])
    assert marked == "write <1> here: <2>there</2>"
    assert inline.strip(marked, codes) == "write <1> here: there"


@pytest.mark.parametrize(
    ("stream", "expected"),
    [
        ([Open(LINK), "a", Open(EMPHASIS), "b", Close(LINK), "c", Close(EMPHASIS)],
         "<1>a<2>b</2></1><3>c</3>"),
        ([Open(LINK), "a"], "<1>a</1>"),
        ([Close(LINK), "a"], "a"),
        ([Open(LINK), " ", Close(LINK), "a"], " a"),
    ],
)  # fmt: skip
def test_nesting_is_repaired_on_the_way_in(stream: list[Token], expected: str) -> None:
    assert inline.lift(stream)[0] == expected


def test_a_mark_in_pieces_of_text_is_literal() -> None:
    marked, codes = inline.lift(["<", "1", ">", inline.Empty(LINK), "</", "1>"])
    assert (marked, [code.number for code in codes]) == ("<1><2/></1>", [2])
    assert inline.strip(marked, codes) == "<1></1>"


def test_missing_names_the_codes_that_are_gone() -> None:
    assert inline.missing("<1>a</1> <2>b</2><3/>", "a <2>b", CODES) == (1, 2, 3)
