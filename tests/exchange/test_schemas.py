"""What we write as XLIFF and TMX, held against the schemas of OASIS and the DTD of LISA."""

from __future__ import annotations

from functools import cache
from io import StringIO
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

from tests.conftest import SHARED
from tests.exchange.test_round_trips import CALM, NAUGHTY, SEGMENTS, sheet
from tests.publish.making import WHEN
from translator import delivery, editing, intake, normalize, rendering
from translator.config import Config
from translator.desk import Desk, articles
from translator.exchange import xliff_writing
from translator.exchange.entries import Sheet
from translator.model import Article, Block, Code, Origin, Role, Segment, State, Translation

SCHEMAS = SHARED / "data" / "interchange" / "schemas"
needs_schemas = pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the schemas are not beside us")


@cache
def schema(name: str) -> etree.XMLSchema:
    """A schema; what it imports lies beside it, and nothing is fetched."""
    parser = etree.XMLParser(no_network=True)
    return etree.XMLSchema(etree.parse(str(SCHEMAS / name), parser))


def refuse(name: str, text: str) -> None:
    document = etree.fromstring(text.encode())
    held = schema(name)
    assert held.validate(document), str(held.error_log)


@needs_schemas
@CALM
@given(SEGMENTS)
def test_1_2_is_valid_against_the_strict_schema(segments: list[Segment]) -> None:
    refuse("xliff-core-1.2-strict.xsd", "".join(xliff_writing.write_1([sheet(segments)])))


@needs_schemas
@CALM
@given(SEGMENTS)
def test_2_1_is_valid_against_the_core_schema(segments: list[Segment]) -> None:
    refuse("xliff_core_2.0.xsd", "".join(xliff_writing.write_2([sheet(segments)])))


def every_segment() -> list[Segment]:
    """All that a segment can be: each state with each origin, rate, note and kind of code."""
    kinds = ("a", "em", "strong", "u", "br", "img", "sub", "code", "email", "span", "q", "literal")
    codes = tuple(Code(place, kind) for place, kind in enumerate(kinds, start=1))
    text = " ".join(
        f"<{one.number}/>" if one.kind in ("br", "img") else f"<{one.number}>a</{one.number}>"
        for one in codes
    )
    return [
        Segment(place, 1, text, target, "", codes, state, origin, rate, "argos 1.9 <beam=4>", note)
        for place, (state, origin, rate, note, target) in enumerate(
            product(State, Origin, (None, 0, 74, 100, 101), ("", "Sure?\n& <b>"), ("", text)),
            start=1,
        )
    ]


@needs_schemas
@pytest.mark.parametrize("role", Role)
def test_all_that_a_segment_can_be_is_valid(role: Role) -> None:
    block = Block(1, role, "", element="/html/p")
    article = Article((block,), source='a "b".html', slug="a&b", author="<Ana>")
    one = Sheet(Translation(article, tuple(every_segment()), WHEN))
    refuse("xliff-core-1.2-strict.xsd", "".join(xliff_writing.write_1([one, sheet([])])))
    refuse("xliff_core_2.0.xsd", "".join(xliff_writing.write_2([one, sheet([])])))


FOREIGN = """<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" source-language="en" target-language="es" datatype="plaintext"><header>
<phase-group><phase phase-name="p" process-name="t"/></phase-group></header><body>
<group id="g" restype="menu"><note>Menu</note>
<trans-unit id="1" maxwidth="40" size-unit="char"><source>Open the <bpt id="1">[</bpt>door\
<ept id="1">]</ept> <it id="2" pos="open">i</it> now <ph id="3" ctype="x-n">%s</ph></source>\
<alt-trans match-quality="80" origin="tm"><source>Open it</source>\
<target>Abra</target></alt-trans></trans-unit>
<trans-unit id="2" approved="yes"><source>Close it</source>\
<target state="final" state-qualifier="exact-match">Cerrar</target>\
<context-group purpose="location"><context context-type="linenumber">3</context></context-group>\
<note annotates="target" priority="2">Sure</note></trans-unit>
<trans-unit id="3" translate="no"><source>Keep</source></trans-unit>
<trans-unit id="4"><source>A is here. B is not.</source><seg-source><mrk mtype="seg" mid="1">A is\
 here.</mrk> <mrk mtype="seg" mid="2">B is not.</mrk></seg-source>\
<target><mrk mtype="seg" mid="1">A</mrk></target></trans-unit>
<trans-unit id="5"><source>Say <g id="1" ctype="bold">it</g><x id="2" ctype="lb"/></source>\
<target state="needs-translation"/></trans-unit></group>
<bin-unit id="6" mime-type="image/png"><bin-source><external-file href="a.png"/></bin-source>\
</bin-unit></body></file></xliff>
""".replace("\\\n", "")


@needs_schemas
@pytest.mark.parametrize("state", State)
def test_a_file_of_others_stays_valid(desk: Desk, tmp_path: Path, state: State) -> None:
    refuse("xliff-core-1.2-strict.xsd", FOREIGN)
    path = tmp_path / "foreign.xlf"
    path.write_text(FOREIGN, encoding="utf-8")
    slug = intake.add(desk, str(path), Config(), force=True).slug
    segments = articles.read(desk, slug).segments
    assert len(segments) >= 5
    for one in segments:
        editing.set_target(desk, slug, one.id, one.source)
        if state is not State.INITIAL:
            editing.confirm(desk, slug, one.id, one.source)
            editing.mark(desk, slug, one.id, state)
    config = Config()
    done = delivery.export(
        desk, [slug], formats=("original", "xliff"), out=tmp_path / "out", force=True, config=config
    )
    for written in done.written:
        refuse("xliff-core-1.2-strict.xsd", written.read_text(encoding="utf-8"))


@needs_schemas
@pytest.mark.parametrize("sheets", [[], [sheet([])], [sheet([]), sheet([], "b")]])
def test_nothing_is_valid_too(sheets: list[Sheet]) -> None:
    if sheets:
        refuse("xliff-core-1.2-strict.xsd", "".join(xliff_writing.write_1(sheets)))
        refuse("xliff_core_2.0.xsd", "".join(xliff_writing.write_2(sheets)))


@needs_schemas
def test_a_memory_is_valid_against_its_dtd() -> None:
    segments = [Segment(0, 1, normalize.line(text), normalize.target(text)) for text in NAUGHTY]
    files = rendering.of_desk([sheet(segments)], ["tmx"], Config(author="Ana"))
    document = etree.fromstring(files["desk.tmx"], etree.XMLParser(load_dtd=False, no_network=True))
    dtd = etree.DTD(StringIO(Path(SCHEMAS / "tmx14.dtd").read_text(encoding="utf-8")))
    assert dtd.validate(document), str(dtd.error_log)
