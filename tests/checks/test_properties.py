"""No check raises on any text, and none starts over and over on a long one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.benchmarks import checks as benchmark
from tests.checks import labelled
from translator import inline
from translator.checks import running
from translator.checks.check import Line
from translator.model import Code, Role

_PIECES = st.sampled_from(
    """
    ¿ ? ¡ ! « » “ ” " ' ( ) [ ] - -- — … ... . , ; : % $ @ # / <1> </1> <2/> {x} %s 1,200 3.5%
    5pm a.m. EE.UU. EEUU de el ex-presidente Presidente Lunes Enero http://a.b/c a@b.c no not The
    the billion mil millones T-72 Kyiv Zelenskyy Alice Munro ñ é \u0301 \ufffd \u202e
    """.split()
)
_TEXT = st.one_of(
    st.text(max_size=60),
    st.lists(_PIECES, max_size=14).map(" ".join),
    st.lists(_PIECES, max_size=14).map("".join),
)
CODES = (Code(1, "a", (("href", "https://example.org"),)), Code(2, "br"))


@given(_TEXT, _TEXT, st.sampled_from([None, *Role]), st.booleans())
def test_no_check_raises_and_every_span_lies_in_its_text(
    source: str, target: str, role: Role | None, has_codes: bool
) -> None:
    context = replace(
        labelled.CHECKER.context,
        role=role,
        marked=(source, target),
        codes=CODES if has_codes else (),
    )
    for one in running.of_segment(labelled.CHECKER.rules, 1, context):
        for span, text in ((one.source_span, source), (one.target_span, target)):
            if span is not None:
                assert 0 <= span[0] <= span[1] <= len(text)
        if one.fix is not None:
            assert one.target_span is not None


@given(st.lists(st.tuples(_TEXT, _TEXT), max_size=6))
def test_no_rule_of_an_article_raises(pairs: list[tuple[str, str]]) -> None:
    lines = [Line(number, *pair) for number, pair in enumerate(pairs, start=1)]
    found = running.of_lines(labelled.CHECKER.rules, lines, labelled.CHECKER.context)
    assert {one.segment for one in found} <= {line.number for line in lines}


@given(_TEXT)
def test_places_lead_from_the_clean_text_into_the_marked_one(text: str) -> None:
    clean = inline.strip(text, CODES)
    places = inline.places(text, CODES)
    assert len(places) == len(clean) + 1
    assert "".join(text[place] for place in places[:-1]) == clean
    assert places[-1] == len(text)


@pytest.mark.parametrize("name", benchmark.hostile())
def test_a_long_segment_does_not_take_for_ever(name: str) -> None:
    """Ten times the text takes ten times as long, not a hundred: a quadratic rule would need
    minutes for these and run into the limit of the whole run."""
    source, target = benchmark.hostile()[name]
    short, long = (
        min(benchmark.seconds(source[:size], target[:size]) for _ in range(2))
        for size in (3_000, 30_000)
    )
    assert long < 40 * max(short, 0.02)
