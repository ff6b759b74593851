"""What we write as XLIFF and TMX, held against the schemas of OASIS and the DTD of LISA."""

from __future__ import annotations

from functools import cache
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

from tests.conftest import SHARED
from tests.exchange.test_round_trips import CALM, NAUGHTY, SEGMENTS, sheet
from translator import normalize, rendering
from translator.config import Config
from translator.exchange import xliff_writing
from translator.exchange.entries import Sheet
from translator.model import Segment

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
