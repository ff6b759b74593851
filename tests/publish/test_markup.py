"""Markup: nothing that could run, always well nested, whatever stands in text and codes."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.publish.making import link
from translator import inline
from translator.inline import Close, Empty, Open
from translator.model import Code
from translator.publish import markup
from translator.publish.passages import ENGLISH

CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""No example fails for its time: the machine may be busy."""

ALLOWED = {"a", "em", "strong", "sub", "sup", "code", "br", "span", "p"}


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://a.example/b?c=1&d=2#e", "https://a.example/b?c=1&d=2#e"),
        ("HTTP://a.example", "HTTP://a.example"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("//cdn.example/x", "https://cdn.example/x"),
        ("../news/x.html", "../news/x.html"),
        ("#notes", "#notes"),
        ("https://a.example/b c", "https://a.example/b%20c"),
        ('https://a.example/"><script>', "https://a.example/%22%3E%3Cscript%3E"),
        ("https://es.example/año", "https://es.example/año"),
        ("javascript:alert(1)", ""),
        (" JavaScript:alert(1)", ""),
        ("java\tscript:alert(1)", ""),
        ("\x01javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("vbscript:x", ""),
        ("file:///etc/passwd", ""),
        ("https://a.example:port/", ""),
        ("http://[a", ""),
        ("", ""),
    ],
)
def test_links_lead_to_the_web_and_to_mailboxes_only(address: str, written: str) -> None:
    assert markup.link(address) == written


def test_images_come_from_the_web_only() -> None:
    assert markup.image("https://a.example/x.jpg") == "https://a.example/x.jpg"
    assert markup.image("mailto:a@example.org") == ""
    assert markup.image("data:image/png;base64,AAAA") == ""


@pytest.mark.parametrize(
    ("address", "source"),
    [
        ("https://A.example/x.jpg", "https://a.example"),
        ("http://a.example:8080/x.jpg", "http://a.example:8080"),
        ("x.jpg", "'self'"),
        ("https://a.example;script-src/x", "https:"),
        ("https://imágenes.example/x", "https:"),
    ],
)
def test_image_sources_cannot_write_policy(address: str, source: str) -> None:
    assert markup.image_source(markup.image(address)) == source


def test_only_known_elements_are_written() -> None:
    codes = (Code(1, "em", (("onclick", "x"),)), Code(2, "script"), Code(3, "br"))
    tokens = inline.put_back("<1>a</1> <2>b</2><3/>&", codes)
    assert markup.fragment(tokens) == "<em>a</em> b<br>&amp;"


def test_foreign_words_keep_their_language() -> None:
    codes = (
        Code(1, "span", (("lang", "fr"),)),
        Code(2, "em", (("lang", "uk-UA"),)),
        Code(3, "span", (("lang", '"><script>'),)),
        Code(4, "span"),
    )
    tokens = inline.put_back("<1>a</1> <2>b</2> <3>c</3> <4>d</4>", codes)
    assert markup.fragment(tokens) == ('<span lang="fr">a</span> <em lang="uk-UA">b</em> c d')


def test_a_link_never_stands_in_a_link() -> None:
    outer, inner = link(1, "https://a.example"), link(2, "https://b.example")
    tokens = tuple(inline.put_back("<1>a <2>b</2></1> <2>c</2>", (outer, inner)))
    assert (
        markup.fragment(tokens)
        == '<a href="https://a.example">a b</a> <a href="https://b.example">c</a>'
    )
    assert markup.fragment(tokens, in_link=True) == "a b c"


def test_a_refused_link_keeps_its_text() -> None:
    code = link(1, "javascript:alert(1)")
    assert markup.fragment([Open(code), "a", Close(code), Empty(code)]) == "a"


def test_english_is_marked_as_such() -> None:
    assert markup.fragment([Open(ENGLISH), "a", Close(ENGLISH)]) == '<span lang="en">a</span>'


KINDS = st.sampled_from(["a", "em", "strong", "code", "br", "script", "img", "p"])
ADDRESSES = st.sampled_from(["https://a.example", "javascript:x", 'https://x/"onload="y', "&<>"])
CODES = st.builds(
    lambda number, kind, address: Code(number, kind, (("href", address), ("onclick", "x"))),
    st.integers(1, 4),
    KINDS,
    ADDRESSES,
)
PIECES = st.sampled_from(["a", " ", "<", "&", "</p>", "<b>", '"', "é"])
MARKS = st.sampled_from([f"{a}{n}{b}" for n in range(1, 5) for a, b in ("<>", ("</", ">"))])
EMPTY_MARKS = st.sampled_from([f"<{n}/>" for n in range(1, 5)])
MARKED = st.lists(st.one_of(PIECES, MARKS, EMPTY_MARKS), max_size=25).map("".join)


@CALM
@given(MARKED, st.lists(CODES, unique_by=lambda code: code.number))
def test_any_marked_text_gives_well_nested_harmless_html(marked: str, codes: list[Code]) -> None:
    html = str(markup.fragment(inline.put_back(marked, codes)))
    tree = etree.fromstring(f"<p>{html.replace('<br>', '<br/>')}</p>")
    elements = list(tree.iter())
    assert {str(element.tag) for element in elements} <= ALLOWED
    for element in elements:
        assert set(element.attrib) <= {"href", "lang"}
        assert not str(element.get("href", "")).startswith("javascript")
    shown = "".join(str(text) for text in tree.itertext())
    assert shown == inline.strip(marked, codes)
