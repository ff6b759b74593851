"""Strangers' pages: nothing in them runs, whatever they try; their text stays."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from tests.conftest import SHARED
from translator.publish import cleaning

HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<script/src=x></script >",
    "<script>alert(1)",
    "<script type=application/ld+json src=x.js>{}</script>",
    '<img src=x onerror="alert(1)">',
    "<img src=x onerror=alert(1) alt=a>",
    "<img/src=x/onerror=alert(1)>",
    '<a href="javascript:alert(1)">a</a>',
    '<a href="java&#x09;script:alert(1)">a</a>',
    "<a href=' &#1; JaVaScRiPt:alert(1)'>a</a>",
    '<a href="data:text/html,<script>alert(1)</script>">a</a>',
    '<iframe src="//evil.example"></iframe>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<object data="x.swf"></object><embed src=x>',
    '<meta http-equiv="refresh" content="0;url=//evil.example">',
    '<base href="//evil.example/">',
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    '<svg><a xlink:href="javascript:alert(1)"><text>a</text></a></svg>',
    '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">a</button></form>',
    "<!--[if IE]><script>alert(1)</script><![endif]-->",
    '<div style="width:expression(alert(1))">a</div>',
    "<link rel=modulepreload href=x.js>",
    "<body onload=alert(1)>",
    "<p onclick = \"a\" ONMOUSEOVER='b' onfocus>a</p>",
    '<a href=x onclick="a>b">c</a>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    "<scr<script>ipt>alert(1)</script>",
    "<noscript><style></noscript><img src=x onerror=alert(1)></style>",
    "<nosc<noscript></noscript>ript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<noscript><noscript></noscript><img src=x onerror=alert(1)>",
    "<xmp><p title='</xmp><img src=x onerror=alert(1)>'></xmp>",
    "<plaintext><img src=x onerror=alert(1)>",
]


def check_harmless(cleaned: str) -> None:
    page = html.document_fromstring(cleaned)
    scripts = page.xpath("//script[not(@type='application/ld+json')]")
    assert not scripts
    assert not page.xpath("//iframe | //object | //embed | //base | //meta[@http-equiv='refresh']")
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue
        for name, value in element.attrib.items():
            assert not str(name).lower().startswith("on"), cleaned
            assert not re.match(r"[\s\x00-\x20]*javascript:", str(value), re.IGNORECASE), cleaned
    assert cleaning.POLICY.decode() in cleaned


@pytest.mark.parametrize("markup", HOSTILE)
def test_nothing_runs(markup: str) -> None:
    data = f"<html><head><title>t</title></head><body><p>text</p>{markup}<p>more</p></body></html>"
    cleaned = cleaning.clean(data.encode(), "utf-8").decode()
    check_harmless(cleaned)
    assert "<p>text</p>" in cleaned


def test_text_styles_pictures_and_data_stay_byte_for_byte() -> None:
    data = (
        b"<html><head><title>a</title><style>p > a { color: red }</style>"
        b'<script type="application/ld+json">{"a": "</p>"}</script></head>'
        b'<body class=x><p>1 < 2 & 3</p><img src="data:image/png;base64,AA==">'
        b"<!-- a --></body></html>"
    )
    cleaned = cleaning.clean(data, "utf-8")
    assert cleaned == data.replace(b"<head>", b"<head>\n" + cleaning.POLICY)


@given(st.lists(st.sampled_from([*HOSTILE, "text", "<p>", "</p>", '"', "<", ">", "'"]), max_size=8))
def test_no_mixture_runs(parts: list[str]) -> None:
    data = "<html><head></head><body><p>text</p>" + "".join(parts)
    check_harmless(cleaning.clean(data.encode(), "utf-8").decode())


def test_attack_vectors_of_the_archive() -> None:
    folder = SHARED / "data" / "robustness" / "bleach"
    if not folder.is_dir():
        pytest.skip("the third-party vectors are not here")
    count = 0
    for path in sorted(folder.glob("*.test")):
        vector = path.read_text(encoding="utf-8").split("\n--\n")[0]
        data = f"<html><head></head><body><p>text</p>{vector}</body></html>"
        check_harmless(cleaning.clean(data.encode(), "utf-8").decode())
        count += 1
    assert count >= 15
