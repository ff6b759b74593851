"""Codes onto the words of a translation: the right ones, and whatever the text is, all codes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator import inline
from translator.model import Code
from translator.projection import project

PAIRS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "quality" / "placements.tsv")
    .read_text(encoding="utf-8")
    .splitlines()
]
CODES = tuple(Code(number, "a") for number in range(1, 10))
FLOOR = 0.90


def codes_of(marked: str) -> tuple[Code, ...]:
    return tuple(Code(int(n), "a") for n in sorted(set(re.findall(r"<([1-9])", marked))))


def shape(marked: str) -> list[str]:
    """The words and marks in their order; what signs do between them does not count."""
    return re.findall(r"</?[1-9]/?>|\w+(?:[.,@\-]\w+)*|%", marked)


def test_codes_stand_on_the_right_words(capsys: pytest.CaptureFixture[str]) -> None:
    """Labelled before anything was measured; the rules were made on the first hundred."""
    assert len(PAIRS) >= 150
    right = []
    for source, target in PAIRS:
        codes = codes_of(source)
        clean = re.sub(" +", " ", inline.strip(target, codes))
        right.append(shape(project(source, codes, clean)) == shape(target))
    share, held_out = sum(right) / len(right), sum(right[100:]) / len(right[100:])
    with capsys.disabled():
        print(f"\ncodes on the right words: {share:.1%} of {len(right)}; held out {held_out:.1%}")
    assert share >= FLOOR


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("See the <1>Reuters report</1>.", "Vea el informe de Reuters.", None),
        ("<1>All of it</1>", "Todo", "<1>Todo</1>"),
        ("<1>Related:</1> more", "Relacionado: más", "<1>Relacionado:</1> más"),
        ("Line one,<3/> two", "Línea uno, dos", "Línea uno,<3/> dos"),
        ("<3/>First", "Primero", "<3/>Primero"),
        ("Last<3/>", "Último.", "Último.<3/>"),
        ("<1>One <2>two</2></1> three", "Uno", None),
        ("<1>One</1> <2>two</2>", "", "<1></1><2></2>"),
        ("<1>One</1>", "¡!", None),
        ("No code", "Ninguno", "Ninguno"),
        ("1<1><2>1«</2>1</1>", "1 1", None),
        ("1..1 <1>1 c<2></2></1>11", "1 1 c1", "1 <1>1 <2></2>c1</1>"),
    ],
)
def test_no_code_is_lost(source: str, target: str, expected: str | None) -> None:
    projected = project(source, CODES, target)
    assert inline.strip(projected, CODES) == target
    assert inline.missing(source, projected, CODES) == ()
    if expected is not None:
        assert projected == expected


def marked(depth: int = 2) -> st.SearchStrategy[str]:
    text = st.text(alphabet="ab cdé.,12 «»-", max_size=8)
    if not depth:
        return text
    return st.lists(st.one_of(text, marked(depth - 1).map(lambda one: f"⟨{one}⟩")), max_size=4).map(
        "".join
    )


def numbered(text: str) -> str:
    """Brackets made marks with numbers of their own, up to nine of them."""
    stack: list[int] = []
    pieces: list[str] = []
    last = 0
    for character in text:
        if character == "⟨":
            last += 1
            stack.append(last)
            pieces.append(f"<{last}>" if last < 10 else "")
        elif character == "⟩":
            number = stack.pop()
            pieces.append(f"</{number}>" if number < 10 else "")
        else:
            pieces.append(character)
    return "".join(pieces)


@given(marked().map(numbered), st.text(alphabet="abcdé .,12«»-'", max_size=40))
def test_all_codes_come_through_and_none_inside_a_word(source: str, target: str) -> None:
    projected = project(source, CODES, target)
    assert inline.strip(projected, CODES) == target
    assert inline.numbers(projected, CODES) == inline.numbers(source, CODES)
    assert not re.search(r"\w</?[1-9]/?>\w", re.sub(r"(?:</?[1-9]/?>)+", "<1>", projected))
