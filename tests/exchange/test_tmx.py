"""TMX as people's files have it: read unit by unit, written valid, and nothing fetched."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.conftest import SHARED, WHEN
from translator import inline, normalize
from translator.errors import InputError
from translator.exchange import fragments, tmx, tmx_writing
from translator.exchange.tmx import Bad, Entry, Other
from translator.memory.tokens import NOTHING, key
from translator.memory.units import canonical
from translator.model import Code, Origin, Unit

HEAD = (
    '<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"><header/><body>\n'
)
TAIL = "</body></tmx>\n"


def unit(english: str, spanish: str, facts: str = "", props: str = "") -> str:
    return (
        f'<tu{facts}>{props}<tuv xml:lang="en"><seg>{english}</seg></tuv>\n'
        f'<tuv xml:lang="es"><seg>{spanish}</seg></tuv></tu>\n'
    )


def read(text: str | bytes) -> list[Entry]:
    data = text.encode("utf-8") if isinstance(text, str) else text
    return list(tmx.read(io.BytesIO(data), "a.tmx"))


def only(text: str | bytes) -> Unit:
    (found,) = read(text)
    assert isinstance(found, Unit)
    return found


def written(units: Sequence[Unit], texts: Sequence[str] = ()) -> str:
    known = {key(text): text for text in texts}
    return "".join(tmx_writing.write(units, known.get, WHEN))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(encoding: str) -> None:
    found = only((HEAD + unit("The year", "El año") + TAIL).encode(encoding))
    assert (found.source, found.target) == ("The year", "El año")


def test_a_stated_encoding_is_believed_but_where_it_cannot_be() -> None:
    head = HEAD.replace('"1.0"', '"1.0" encoding="windows-1252"')
    assert only((head + unit("a", "año") + TAIL).encode("cp1252")).target == "año"
    head = HEAD.replace('"1.0"', '"1.0" encoding="UTF-16"')
    assert only((head + unit("a", "año") + TAIL).encode("utf-8")).target == "año"
    with pytest.raises(InputError) as caught:
        read(HEAD.replace('"1.0"', '"1.0" encoding="martian"'))
    assert caught.value.code == "tmx-encoding"


@pytest.mark.parametrize(
    ("english", "spanish"),
    [("en", "es"), ("EN-US", "ES-ES"), ("en_GB", "es-419"), ("eng", "spa"), ("English", "Spanish")],
)
def test_any_tags_that_mean_the_languages(english: str, spanish: str) -> None:
    text = unit("a", "b").replace('"en"', f'"{english}"').replace('"es"', f"'{spanish}'")
    for attribute in ("xml:lang", "lang"):
        found = only(HEAD + text.replace("xml:lang", attribute) + TAIL)
        assert (found.source, found.target) == ("a", "b")


def test_the_order_of_the_languages_does_not_matter() -> None:
    text = '<tu><tuv xml:lang="es"><seg>b</seg></tuv><tuv xml:lang="en"><seg>a</seg></tuv></tu>'
    assert (only(HEAD + text + TAIL).source, only(HEAD + text + TAIL).target) == ("a", "b")


def test_two_spanish_texts_are_two_units() -> None:
    text = unit("a", "b").replace("</tu>", '<tuv xml:lang="es-MX"><seg>c</seg></tuv></tu>')
    assert [one.target for one in read(HEAD + text + TAIL) if isinstance(one, Unit)] == ["b", "c"]


def test_units_that_are_none_of_ours() -> None:
    french = unit("a", "b").replace('"es"', '"fr"')
    found = read(HEAD + french + unit("", "b") + unit("a", " ") + unit("a", "b") + TAIL)
    assert [type(one) for one in found] == [Other, Other, Other, Unit]
    assert found[0] == Other(4)


def test_codes_of_level_2() -> None:
    english = (
        'See <bpt i="1" x="1" type="link">&lt;a href="x"></bpt>the <hi>report</hi>'
        '<ept i="1">&lt;/a></ept><ph x="2" type="lb">&lt;br/></ph>now'
    )
    spanish = (
        'Vea<ph x="2">&lt;br/></ph> <bpt i="4" x="1">&lt;a></bpt>el <hi>informe</hi>'
        '<ept i="4">&lt;/a></ept> ya<ph x="9">!</ph>'
    )
    found = only(HEAD + unit(english, spanish) + TAIL)
    assert found.source == "See <1>the <2>report</2></1><3/>now"
    assert found.target == "Vea<3/> <1>el <2>informe</2></1> ya"
    assert [code.kind for code in found.codes] == ["a", "hi", "br"]


def test_codes_without_x_answer_each_other_by_their_place() -> None:
    english = '<bpt i="1">{\\b </bpt>Bold<ept i="1">}</ept> and <it pos="begin">{\\i </it>more'
    spanish = '<bpt i="1">{\\b </bpt>Negrita<ept i="1">}</ept> y <it pos="begin">{\\i </it>más'
    found = only(HEAD + unit(english, spanish) + TAIL)
    assert found.source == "<1>Bold</1> and <2/>more"
    assert found.target == "<1>Negrita</1> y <2/>más"


def test_codes_that_break_their_nesting_are_mended() -> None:
    found = only(HEAD + unit('a <ept i="1">x</ept><bpt i="2">y</bpt>b', "c") + TAIL)
    assert (found.source, found.target) == ("a <1>b</1>", "c")


def test_a_mark_in_the_text_stays_text() -> None:
    found = only(HEAD + unit("Write &lt;1&gt; <ph/>here", "Escriba &lt;1&gt; <ph/>aquí") + TAIL)
    assert inline.strip(found.source, found.codes) == "Write <1> here"
    assert inline.strip(found.target, found.codes) == "Escriba <1> aquí"


def test_what_a_unit_says_of_itself() -> None:
    facts = ' creationdate="20250101T000000Z" changedate="20260312T083000Z" changeid="Ana"'
    props = (
        '<prop type="x-context-pre">&lt;seg>One.&lt;/seg></prop><prop type="x-context-post"></prop>'
        '<prop type="x-article">river</prop><prop type="x-origin">MT</prop><note>n</note>'
    )
    found = only(HEAD + unit("a", "b", facts, props) + TAIL)
    assert found == Unit(
        "a",
        "b",
        before=key("One."),
        after=NOTHING,
        origin=Origin.MACHINE,
        author="Ana",
        article="river",
        created=datetime(2025, 1, 1, tzinfo=UTC),
        changed=WHEN,
    )


@pytest.mark.parametrize("spoil", ["", "<!-- -->", "&#32;"])
def test_the_quick_way_and_the_parser_read_the_same(spoil: str) -> None:
    """What `_plain_unit` reads, and the same unit made so that it declines."""
    facts = " changedate='20260312T083000Z' changeid=\"Ana Ruiz\""
    props = "<prop type='x-article'> a  river </prop>\n"
    text = unit("It is\there  now ", "Está “aquí”", facts, props)
    plain = only(HEAD + text.replace("\t", " ") + TAIL)
    other = only(HEAD + text.replace("</seg>", f"{spoil}</seg>") + TAIL)
    assert plain == other
    assert (plain.source, plain.article) == ("It is here now", "a river")


def test_comments_and_cdata_are_no_units() -> None:
    commented = f"<!-- {unit('x', 'y')} -->"
    inside = "<!-- </tu> -->" + "<![CDATA[a </tu> <b>]]>"
    found = only(HEAD + commented + unit(inside, "c") + TAIL)
    assert found.source == "a </tu> <b>"


def test_pieces_smaller_than_a_unit(monkeypatch: pytest.MonkeyPatch) -> None:
    text = HEAD + "<!-- <tu> -->" + unit("One.", "Uno.") * 3 + unit("<!-- </tu> -->a", "b") + TAIL
    whole = read(text)
    for size in (1, 2, 7, 64):
        monkeypatch.setattr(fragments, "_CHUNK", size)
        assert read(text) == whole
    assert len(whole) == 4


BAD = (
    ("<tu><tuv xml:lang='en'><seg>a & b</seg></tuv></tu>", "unit-xml"),
    ("<tu><tuv xml:lang='en'><seg>a</tuv></tu>", "unit-xml"),
    ("<tu><tuv xml:lang='en'><seg>a\x1f</seg></tuv></tu>", "unit-xml"),
    ("<tu><tuv xml:lang='en'><seg>&unknown;</seg></tuv></tu>", "unit-xml"),
    ("<tu><tuv xml:lang='en'><seg>never ended</seg></tuv>", "unit-open"),
)


@pytest.mark.parametrize(("spoilt", "reason"), BAD)
def test_a_broken_unit_is_known_by_its_line_and_costs_no_other(spoilt: str, reason: str) -> None:
    found = read(HEAD + unit("a", "b") + spoilt + "\n" + unit("c", "d") + TAIL)
    assert [type(one) for one in found] == [Unit, Bad, Unit]
    bad = found[1]
    assert isinstance(bad, Bad)
    assert (bad.line, bad.reason, bad.text.strip()) == (6, reason, spoilt)
    assert "line" not in bad.detail


def test_the_line_within_a_unit_is_told() -> None:
    spoilt = "<tu>\n<tuv xml:lang='en'>\n<seg>a & b</seg></tuv></tu>"
    (bad,) = read(HEAD + spoilt + TAIL)
    assert isinstance(bad, Bad)
    assert bad.line == 6


def test_bytes_that_are_no_characters() -> None:
    data = (HEAD + unit("a", "XX") + unit("c", "d") + TAIL).encode().replace(b"XX", b"a\xf1o")
    found = read(data)
    assert [type(one) for one in found] == [Bad, Unit]
    assert isinstance(found[0], Bad)
    assert found[0].reason == "unit-bytes"


def test_a_file_that_ends_too_soon() -> None:
    whole = HEAD + unit("a", "b") + unit("c", "d")
    for text, wanted in ((whole, ["file-cut"]), (whole[:-40], ["unit-open", "file-cut"])):
        assert [one.reason for one in read(text) if isinstance(one, Bad)] == wanted
    last = read(whole)[-1]
    assert isinstance(last, Bad)
    assert last.line == 8


@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG\r\n", b"<html><body/></html>", b"msgid", b"\xff\xfe"]
)
def test_what_is_no_tmx(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        read(data)
    assert caught.value.code == "not-a-tmx"


def test_nothing_outside_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hush", encoding="utf-8")
    doctype = (
        f'<!DOCTYPE tmx SYSTEM "{secret.as_uri()}" [<!ENTITY x SYSTEM "{secret.as_uri()}">'
        '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    )
    head = HEAD.replace('<!DOCTYPE tmx SYSTEM "tmx14.dtd">', doctype)
    found = read(
        head + unit("&x;", "y") + unit("&b;", "z") + unit("&nbsp;é&eacute;&lt;", "w") + TAIL
    )
    assert [type(one) for one in found] == [Bad, Bad, Unit]
    assert isinstance(found[2], Unit)
    assert found[2].source == "\u00a0éé<".strip(" ")
    assert not any("hush" in str(one) for one in found)


def test_name_spaces_of_the_root_hold_in_the_units() -> None:
    head = HEAD.replace("<tmx ", "<tmx xmlns:x='urn:x' ")
    assert only(head + unit("a<x:b/>", "b").replace("<tu>", "<tu x:y='1'>") + TAIL).target == "b"


def test_what_is_written_is_valid_and_comes_back() -> None:
    dtd = SHARED / "data" / "interchange" / "schemas" / "tmx14.dtd"
    units = [
        Unit('a < b & "c"', "¿a > b?", author='An"a', article="x & y", created=WHEN, changed=WHEN),
        Unit("<1>A</1><2/>b", "<2/><1>C</1>", (Code(1, "a"), Code(2, "br")), changed=WHEN),
        Unit("One.", "Uno.", before=NOTHING, after=key("a"), origin=Origin.MACHINE),
        Unit("Two.", "Dos.", before=key("unknown")),
    ]
    text = written(units, ["a"])
    back = read(text)
    assert back[:3] == units[:3]
    # Nobody knows the sentence that this key stands for any more.
    assert back[3] == Unit("Two.", "Dos.")
    if dtd.is_file():
        tree = etree.fromstring(text.encode())
        with dtd.open("rb") as file:
            rules = etree.DTD(file)
        assert rules.validate(tree), rules.error_log


@given(
    st.lists(st.sampled_from(["<1>", "</1>", "<2/>", "a", " ", "&", "ñ", "]]>", "<"]), max_size=9),
    st.text(max_size=20),
)
def test_any_unit_comes_back(pieces: list[str], text: str) -> None:
    codes = (Code(1, "a"), Code(2, "br"))
    marked = normalize.line("".join(pieces) + text)
    source, target, kept = canonical(f"x {marked}", "y", codes)
    if not kept:
        source = inline.strip(source, codes)
    (back,) = read(written([Unit(normalize.line(source), target, kept)]))
    assert isinstance(back, Unit)
    clean = tmx_writing.legal(inline.strip(source, kept))
    assert normalize.line(inline.strip(back.source, back.codes)) == normalize.line(clean)
    assert [code.kind for code in back.codes] == [code.kind for code in kept]


@pytest.mark.parametrize("name", ["ImportTest1A", "ImportTest1B", "ImportTest1C"])
def test_the_cases_of_the_compliance_kit(name: str) -> None:
    path = SHARED / "data" / "interchange" / "tmx" / f"{name}.tmx"
    if not path.is_file():
        pytest.skip("the compliance kit is not here")
    data = path.read_bytes()
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    spanish = data.decode(encoding).replace("fr-ca", "es-mx").replace("fR-Ca", "eS-mX")
    found = [one for one in read(spanish.encode(encoding)) if isinstance(one, Unit)]
    english = path.with_suffix(".txt").read_bytes()
    text = english.decode("utf-8", errors="replace")
    assert found
    for one in found:
        assert inline.strip(one.source, one.codes).split()[0] in text
