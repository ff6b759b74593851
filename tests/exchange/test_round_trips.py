"""Whatever a desk holds goes out in every format and comes in again as it was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.publish.making import WHEN
from translator import inline, normalize, rendering
from translator.config import Config
from translator.exchange import po, segment_table, tbx, tmx, xliff, xliff_writing
from translator.exchange.entries import Entry, Sheet, base
from translator.inline import Close, Empty, Open, Token
from translator.model import (
    Article,
    Block,
    Code,
    Origin,
    Role,
    Segment,
    State,
    Term,
    TermKind,
    Translation,
    Unit,
)

CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=30)

NAUGHTY = (
    "<b>&amp;</b> ]]> <![CDATA[ <!-- --> <?x?> &#0; &lt;",
    'He said "yes" \\ "no\\n" \\',
    "\u202eright\u202c \u2066x\u2069 \u00a0\u202f ¿año? 😀 e\u0301 n\u0303",
    "\x00\x01\x0b\x1b[31m\x7f\x85\u2028\u2029\ufeff\ufffe\uffff\U0001fffe\ud800",
    "=1+1 -x +y @z 'quoted' ''",
    "100%s of %d {x} $y %(z)s #, fuzzy msgid",
    "<1>literal</1> </2> <3/>",
    "x" * 5000,
    "\t tab \r\n line \r end",
)
TEXTS = st.one_of(
    st.sampled_from(NAUGHTY),
    st.text(max_size=30),
    st.text(alphabet="<>&;\"'\\/12ab\t\n\r =-", max_size=20),
)
KINDS = st.sampled_from(["a", "em", "strong", "br", "sub", "u", "x y", "code", "email", "ñ"])
CODES = st.builds(
    lambda kind, href: Code(0, kind, (("href", href),) if href else ()),
    KINDS,
    TEXTS.map(normalize.line),
)
TOKENS = st.lists(
    st.one_of(TEXTS, CODES.map(Open), CODES.map(Close), CODES.map(Empty)), min_size=1, max_size=6
)


def marked(tokens: Sequence[Token]) -> tuple[str, tuple[Code, ...]]:
    """Marked text as a reader gives it: through the door, codes numbered, trimmed."""
    stream = [normalize.line(one) if isinstance(one, str) else one for one in tokens]
    text, codes = inline.lift(stream)
    text = text.strip()
    return text, tuple(code for code in codes if inline.numbers(text, codes)[code.number])


@st.composite
def made(draw: st.DrawFn) -> Segment:
    source, codes = marked(draw(TOKENS.filter(lambda one: isinstance(one[0], str))))
    if not source:
        source, codes = "Source", ()
    pieces = [draw(TEXTS)]
    for code in codes:
        number = code.number
        pieces += draw(
            st.sampled_from(
                [
                    (f"<{number}>", draw(TEXTS), f"</{number}>"),
                    (f"<{number}/>", draw(TEXTS)),
                    (f"<{number}>", " ", f"</{number}>"),
                    (f"<{number}>", draw(TEXTS)),
                    (),
                ]
            )
        )
    target = normalize.target("".join(pieces))
    state = draw(st.sampled_from(State)) if target.strip() else State.INITIAL
    origin = draw(st.sampled_from(Origin))
    rate = draw(st.none() | st.integers(0, 101))
    note = normalize.note(draw(st.just("") | TEXTS))
    return Segment(
        0, 1, source, target, codes=codes, state=state, origin=origin, rate=rate, note=note
    )


SEGMENTS = st.lists(made(), max_size=4)


def sheet(segments: Sequence[Segment], slug: str = "story") -> Sheet:
    numbered = tuple(replace(one, id=place) for place, one in enumerate(segments, start=1))
    blocks = (Block(1, Role.PARAGRAPH, "", element="/html/p"),)
    return Sheet(Translation(Article(blocks, source="a.html", slug=slug), numbered, WHEN))


def as_po(sheets: Sequence[Sheet]) -> Sequence[Entry]:
    return po.read(po.write_all(sheets, translator="Ana", project="desk").encode(), "x.po")


def as_xliff(sheets: Sequence[Sheet]) -> Sequence[Entry]:
    return xliff.read("".join(xliff_writing.write_1(sheets)).encode(), "x.xlf")


def as_xliff_2(sheets: Sequence[Sheet]) -> Sequence[Entry]:
    return xliff.read("".join(xliff_writing.write_2(sheets)).encode(), "x.xlf")


def as_table(sheets: Sequence[Sheet]) -> Sequence[Entry]:
    data = "".join(segment_table.write(sheets)).encode()
    return segment_table.read(segment_table.decode(data, "x.tsv"), "x.tsv")


WAYS = [as_po, as_xliff, as_xliff_2, as_table]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@CALM
@given(SEGMENTS, SEGMENTS)
@example(
    [Segment(0, 1, text, normalize.target(text)) for text in map(normalize.line, NAUGHTY)],
    [Segment(0, 1, "A", normalize.target(text), note="a\n\nb # c") for text in NAUGHTY],
)
def test_out_and_in_is_the_same(
    way: Callable[[Sequence[Sheet]], Sequence[Entry]],
    first: list[Segment],
    second: list[Segment],
) -> None:
    sheets = [sheet(first), sheet(second, "other")]
    read = way(sheets)
    written = [(one.slug, segment) for one in sheets for segment in one.translation.segments]
    for (slug, segment), entry in zip(written, read, strict=True):
        assert (entry.slug, entry.segment) == (slug, segment.id)
        assert (entry.source, entry.note) == (segment.source, segment.note)
        assert entry.base == base(segment)
        assert entry.base.has_target(entry.target)
        assert entry.base.has_note(entry.note or "")
        # A blank target is none: nobody could tell it from an empty one.
        assert entry.target == (segment.target if segment.target.strip() else entry.target)
        if not segment.target.strip():
            assert not entry.target.strip()
        elif entry.state is not None:
            assert entry.state is segment.state
        else:
            assert entry.is_fuzzy == segment.is_draft


@CALM
@given(SEGMENTS)
@example([Segment(0, 1, normalize.line(one), normalize.target(one)) for one in NAUGHTY])
def test_a_memory_out_and_in_is_the_same(segments: list[Segment]) -> None:
    one = sheet(segments)
    files = rendering.of_desk([one], ["tmx"], Config(author="Ana"))
    read = list(tmx.read(BytesIO(files["desk.tmx"]), "x.tmx"))
    wanted = [part for part in one.translation.segments if part.target.strip()]
    for part, unit in zip(wanted, read, strict=True):
        texts = [inline.strip(text, part.codes) for text in (part.source, part.target)]
        if not isinstance(unit, Unit):
            # A memory keeps no sentence without a word, in either language.
            assert isinstance(unit, tmx.Other)
            assert not all(text.strip() for text in texts)
            continue
        assert bare(unit.source, unit.codes) == bare(part.source, part.codes)
        if forms(part.target, part.codes) <= forms(part.source, part.codes):
            # A pair that stands empty in the Spanish is another code in TMX, and is left out.
            assert bare(unit.target, unit.codes) == bare(part.target, part.codes)
        assert unit.origin is (Origin.MACHINE if part.is_open else Origin.HUMAN)
        assert (unit.article, unit.author) == ("story", "" if part.is_open else "Ana")


def forms(marked: str, codes: Sequence[Code]) -> set[tuple[str, int]]:
    """In which form each code stands in a marked text."""
    stream = inline.put_back(marked, codes)
    return {(type(one).__name__, one.code.number) for one in stream if not isinstance(one, str)}


def bare(marked: str, codes: Sequence[Code]) -> list[str]:
    """The text and codes of a marked text, whatever numbers the codes have."""
    kinds = {code.number: code.kind for code in codes}
    parts = [
        one if isinstance(one, str) else f"{type(one).__name__} {kinds[one.code.number]}"
        for one in inline.put_back(marked, codes)
    ]
    return normalize.line(" ".join(parts)).split()


WORDS = TEXTS.map(normalize.line).map(lambda text: text[:500].strip()).filter(bool)
TERMS = st.lists(
    st.builds(
        lambda source, target, kind, note: Term(
            source, "" if kind is TermKind.KEEP else target, kind, "noun", "war", note, "house"
        ),
        WORDS,
        WORDS,
        st.sampled_from(TermKind),
        TEXTS.map(normalize.line),
    ),
    max_size=4,
    unique_by=lambda term: (term.source, term.target),
)


@CALM
@given(TERMS)
def test_a_termbase_out_and_in_is_the_same(terms: list[Term]) -> None:
    data = "".join(tbx.write(terms)).encode()
    read = list(tbx.read(data, "x.tbx"))
    assert sorted(map(str, read)) == sorted(map(str, terms))
