"""An invalid XLIFF file is refused with line, element and reason; a valid one of others is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import SHARED
from translator import wording, xmltext
from translator.errors import InputError
from translator.exchange import xliff
from translator.xliff import reading

HEAD_2 = (
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en"'
    ' trgLang="es">\n<file id="f">\n'
)
UNIT_2 = '<unit id="u">\n<segment>\n<source>A</source>\n</segment>\n</unit>\n'
END = "</file>\n</xliff>\n"
HEAD_1 = (
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">\n'
    '<file original="a" source-language="en" datatype="html">\n<body>\n'
)
END_1 = "</body>\n</file>\n</xliff>\n"


def two(body: str) -> bytes:
    return (HEAD_2 + body + END).encode()


def one(body: str) -> bytes:
    return (HEAD_1 + body + END_1).encode()


INVALID = [
    (two("<unit><segment><source/></segment></unit>"), 3, "unit", "xliff-lacks", "id"),
    (two(UNIT_2 + UNIT_2), 8, "unit", "xliff-twice", "u"),
    (two('<unit id="u"/>'), 3, "unit", "xliff-no-segment", ""),
    (two('<unit id="u">\n<segment/></unit>'), 4, "segment", "xliff-no-source", ""),
    (two('<segment id="u"/>'), 3, "segment", "xliff-parent", "file"),
    (two(UNIT_2.replace("A", '<b id="1"/>')), 5, "b", "xliff-unknown", ""),
    (two(UNIT_2.replace("A", '<ec startRef="9"/>')), 5, "ec", "xliff-reference", "9"),
    (two(UNIT_2.replace("A", '<ph id="1" dataRef="d"/>')), 5, "ph", "xliff-reference", "d"),
    (two(UNIT_2.replace("A", '<ph id="1"/><ph id="1"/>')), 5, "ph", "xliff-twice", "1"),
    (
        two(UNIT_2.replace("<segment", '<segment state="done"')),
        4,
        "segment",
        "xliff-value",
        "state=done",
    ),
    (two(UNIT_2.replace("<segment", "<segment x='1'")), 4, "segment", "xliff-attribute", "x"),
    (two(UNIT_2.replace("\n<source>", "\ntext<source>")), 4, "segment", "xliff-text", ""),
    (
        two(UNIT_2.replace("<source>A</source>", "<target>B</target><source>A</source>")),
        5,
        "target",
        "xliff-order",
        "source",
    ),
    (
        two(UNIT_2).replace(b' trgLang="es"', b"").replace(b"</source>", b"</source><target/>"),
        5,
        "target",
        "xliff-no-language",
        "",
    ),
    (one("<trans-unit><source/></trans-unit>"), 4, "trans-unit", "xliff-lacks", "id"),
    (one('<trans-unit id="1"/>'), 4, "trans-unit", "xliff-no-source", ""),
    (
        one('<trans-unit id="1">\n<source>A</source><target state="done"/></trans-unit>'),
        5,
        "target",
        "xliff-value",
        "state=done",
    ),
    (
        one('<trans-unit id="1"><source>A</source>\n<source/></trans-unit>'),
        5,
        "source",
        "xliff-second",
        "",
    ),
    (one("").replace(b"<body>\n</body>", b""), 2, "file", "xliff-no-body", ""),
    (two("").replace(b'<file id="f">\n</file>', b""), 1, "xliff", "xliff-no-file", ""),
]


@pytest.mark.parametrize(("data", "line", "element", "reason", "detail"), INVALID)
def test_what_is_invalid_is_said(
    data: bytes, line: int, element: str, reason: str, detail: str
) -> None:
    with pytest.raises(InputError) as caught:
        list(xliff.texts(data, "x.xlf"))
    values = caught.value.values
    assert caught.value.code == "xliff-invalid"
    assert (values["line"], values["element"], values["reason"], values["detail"]) == (
        line,
        element,
        reason,
        detail,
    )
    assert wording.sentence(caught.value).startswith(f"x.xlf, line {line}, <{element}>: ")


def with_codes(count: int) -> bytes:
    return two(UNIT_2.replace("A", "".join(f'<ph id="{n}"/>' for n in range(1, count + 1)) + "A"))


def test_a_sentence_with_more_codes_than_can_be_counted_is_refused() -> None:
    (text,) = xliff.texts(with_codes(9_999), "x.xlf")
    assert text.source == "A"
    with pytest.raises(InputError) as caught:
        list(xliff.texts(with_codes(10_000), "x.xlf"))
    assert caught.value.values["reason"] == "xliff-codes"
    assert wording.sentence(caught.value).startswith("x.xlf, line 5, <source>: ")


BOMB = b'<!DOCTYPE xliff [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<html/>", "not-xliff"),
        (b"<xliff", "xml-broken"),
        (b"", "xml-broken"),
        (b"<?xml version='1.0'?><!-- > -->" + BOMB + two(UNIT_2), "xml-declares"),
        ((BOMB + two(UNIT_2)).decode().encode("utf-16"), "xml-declares"),
        (b"<!--" + b"a" * 200_000 + b"-->" + BOMB + two(UNIT_2), "xml-declares"),
        (two(UNIT_2).replace(b"2.1", b"3.0"), "xliff-version"),
        (two(UNIT_2).replace(b'"es"', b'"fr"'), "xliff-language"),
        (two(UNIT_2).replace(b"A", b"\xff"), "xml-broken"),
        (two(UNIT_2).replace(b"A", b"&none;"), "xml-broken"),
    ],
)
def test_what_is_none_or_not_safe_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        list(xliff.texts(data, "x.xlf"))
    assert caught.value.code == code
    assert "{" not in wording.sentence(caught.value)


def test_a_doctype_that_declares_nothing_is_passed_over_and_never_fetched() -> None:
    data = b'<!DOCTYPE xliff SYSTEM "http://127.0.0.1:1/x.dtd">' + one(
        '<trans-unit id="1"><source>A</source></trans-unit>'
    )
    assert [text.source for text in xliff.texts(data, "x.xlf")] == ["A"]


@pytest.mark.parametrize("piece", [b"<?a?>", b"<!--a-->", b"<!DOCTYPE a>", b" \n"])
def test_what_stands_before_the_root_costs_no_time(piece: bytes) -> None:
    data = piece * 20_000
    assert not reading.is_xliff(data)
    with pytest.raises(InputError):
        list(xliff.texts(data + b"<!DOCTYPE a", "x.xlf"))


def test_codes_of_every_kind_are_no_text() -> None:
    data = one(
        '<trans-unit id="1"><source>A <g id="1">big <x id="2"/></g><bpt id="3">&lt;b></bpt>'
        'red<ept id="3">&lt;/b></ept> <ph id="4">[<sub>x</sub>]</ph>dog</source>'
        '<target state="final">Un <mrk mtype="protected">perro</mrk></target></trans-unit>'
        '<trans-unit id="2" translate="no"><source>K</source></trans-unit>'
        '<trans-unit id="3"><source>A. B.</source><seg-source><mrk mtype="seg" mid="0">A.</mrk> '
        '<mrk mtype="seg" mid="1">B.</mrk></seg-source><target>'
        '<mrk mtype="seg" mid="1">Be.</mrk></target></trans-unit>'
    )
    assert [(one.id, one.source, one.target) for one in xliff.texts(data, "x.xlf")] == [
        ("1", "A big red dog", "Un perro"),
        ("3:0", "A.", ""),
        ("3:1", "B.", "Be."),
    ]


def test_spans_are_the_elements_in_their_order() -> None:
    text = "<?xml version='1.0'?><!-- <no> --><a x='>'><b/ ><![CDATA[<c>]]><b y=\"/>\"></b ></a>"
    text = text.replace("<b/ >", "<b />")
    spans = xmltext.spans(text)
    assert [text[one.start : one.start_end] for one in spans] == [
        "<a x='>'>",
        "<b />",
        '<b y="/>">',
    ]
    assert [text[one.end : one.end_end] for one in spans] == ["</a>", "", "</b >"]
    assert [one.is_empty for one in spans] == [False, True, False]


CASES = sorted((SHARED / "data" / "interchange" / "xliff-2.1" / "core-in-out").glob("*.xlf"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_the_cases_of_oasis_are_valid(path: Path) -> None:
    data = path.read_bytes().replace(b'trgLang="fr"', b'trgLang="es"')
    assert reading.is_xliff(data)
    assert reading.read(data, path.name).pairs
    text, encoding = xmltext.decode(data, path.name)
    assert text.encode(encoding) == data
    tree = xmltext.elements(xmltext.parse(data, path.name))
    assert len(xmltext.spans(text)) == len(tree)
