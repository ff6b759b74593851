"""Passages: sentences put together in one language."""

from __future__ import annotations

from tests.publish.making import Written, block, link, translation
from translator.inline import Close, Empty, Open
from translator.model import Code, Role, State
from translator.publish import passages
from translator.publish.passages import ENGLISH, Passage

A, B = link(1, "https://a.example"), Code(2, "strong")


def spanish(written: Written) -> Passage:
    made = translation(written)
    return passages.read(made, made.article.blocks[0], "es")


def test_targets_are_joined_with_the_gaps_of_their_segments() -> None:
    passage = spanish(block(Role.PARAGRAPH, ("One.", "Uno."), ("Two.", "Dos.")))
    assert passage.tokens == ("Uno.", " ", "Dos.")
    assert passage.plain == "Uno. Dos."


def test_an_empty_target_is_english_and_set_apart() -> None:
    passage = spanish(block(Role.PARAGRAPH, ("One.", "Uno."), ("Two.", ""), ("Three.", " ")))
    assert passage.tokens == (*("Uno.", " ", Open(ENGLISH), "Two.", " ", "Three.", Close(ENGLISH)),)
    assert not passage.is_english


def test_a_block_without_any_target_is_english_as_a_whole() -> None:
    passage = spanish(block(Role.PARAGRAPH, ("One <1>a</1>.", "<1></1>"), codes=(A,)))
    assert passage.is_english
    assert passage.tokens == ("One ", Open(A), "a", Close(A), ".")


def test_codes_cut_by_a_boundary_are_one_again() -> None:
    passage = spanish(
        block(
            Role.PARAGRAPH,
            ("x", "A <1><2>b.</2></1>"),
            ("x", "<1><2>C</2></1> d."),
            codes=(A, B),
        )
    )
    stream = ("A ", Open(A), Open(B), "b.", " ", "C", Close(B), Close(A), " d.")
    assert passage.tokens == stream


def test_two_of_the_same_code_in_one_sentence_stay_two() -> None:
    passage = spanish(block(Role.PARAGRAPH, ("x", "<1>a</1> <1>b</1>"), codes=(A,)))
    assert passage.tokens == (Open(A), "a", Close(A), " ", Open(A), "b", Close(A))


def test_half_a_code_is_not_shown_and_a_literal_mark_is() -> None:
    passage = spanish(block(Role.PARAGRAPH, ("x", "<1>a <7>b</7> </2>c<1/>"), codes=(A, B)))
    assert passage.tokens == ("a <7>b</7> c", Empty(A))


def test_line_breaks_are_spaces_in_plain_text() -> None:
    passage = spanish(block(Role.QUOTE, ("x", "a<1/>b <1/> c"), codes=(Code(1, "br"),)))
    assert passage.plain == "a b c"


def test_unfinished_counts_open_empty_and_unsplit() -> None:
    text = block(Role.PARAGRAPH, ("One.", "Uno."), ("Two.", ""))
    assert passages.unfinished(translation(text)) == 1
    assert passages.unfinished(translation(text, state=State.INITIAL)) == 2
    bare = translation(block(Role.TITLE), block(Role.FURNITURE, ("Menu", "")))
    assert passages.unfinished(bare) == 1
