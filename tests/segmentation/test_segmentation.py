"""Sentences: lossless, with and without inline codes."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator import inline, segmentation
from translator.inline import Close, Empty, Open, Token
from translator.model import Code

CODES = (Code(1, "a"), Code(2, "em"), Code(3, "br"))


@given(st.text(max_size=200))
def test_joining_gives_the_paragraph_back(text: str) -> None:
    assert segmentation.join(segmentation.split(text)) == text


@given(st.lists(st.sampled_from(["One. ", "Two! ", "Mr. X said so. ", "a", " ", "“No.” "])))
def test_joining_gives_prose_back(parts: list[str]) -> None:
    text = "".join(parts)
    assert segmentation.join(segmentation.split(text)) == text


def test_a_paragraph_is_cut_where_its_sentences_end() -> None:
    sentences = segmentation.split("Mr. Arden spoke. “We did it,” he said. Did they?")
    assert [one.text for one in sentences] == [
        "Mr. Arden spoke.",
        "“We did it,” he said.",
        "Did they?",
    ]


def test_a_code_over_two_sentences_is_closed_and_opened_again() -> None:
    marked = "<1>One here. Two <2>there</2>.</1> Three<3/> now."
    sentences = segmentation.split_marked(marked, CODES)
    assert [one.text for one in sentences] == [
        "<1>One here.</1>",
        "<1>Two <2>there</2>.</1>",
        "Three<3/> now.",
    ]
    assert segmentation.join(sentences) == marked


@pytest.mark.parametrize(
    "marked", ["One here.<3/> Two there.", "One here. <3/>Two there.", "One here. <3/> Two there."]
)
def test_a_line_break_between_sentences_is_kept(marked: str) -> None:
    sentences = segmentation.split_marked(marked, CODES)
    assert len(sentences) == 2
    found = sum((inline.numbers(one.text, CODES) for one in sentences), start=Counter[int]())
    assert found == {3: 1}


pieces = st.sampled_from(["One here. ", "Two there. ", "three ", "¿Qué? ", "U.S. troops. "])
spans = st.one_of(
    pieces, st.tuples(st.sampled_from(CODES[:2]), st.lists(pieces, min_size=1, max_size=3))
)


@given(st.lists(spans, max_size=5))
def test_no_code_and_no_letter_is_lost_between_sentences(drawn: list[object]) -> None:
    stream: list[Token] = []
    for one in drawn:
        if isinstance(one, tuple):
            code, inner = one
            stream += [Open(code), *inner, Close(code), Empty(CODES[2])]
        elif isinstance(one, str):
            stream.append(one)
    marked, codes = inline.lift(stream)
    sentences = segmentation.split_marked(marked, codes)
    joined = segmentation.join(sentences)
    assert inline.strip(joined, codes) == inline.strip(marked, codes)
    assert set(inline.numbers(joined, codes)) == set(inline.numbers(marked, codes))
