"""A run of a page's markup as marked text."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html

from translator.model import Code
from translator.sources import markup

EM, STRONG = Code(1, "em"), Code(1, "strong")


def read(source: str, base: str = "") -> tuple[str, tuple[Code, ...]]:
    return markup.read([lxml_html.fragment_fromstring(source, create_parent="div")], base)


@pytest.mark.parametrize(
    ("source", "text", "kinds"),
    [
        ("plain", "plain", []),
        ("an <em>old</em> pipe", "an <1>old</1> pipe", ["em"]),
        ("an <i>old</i> <b>pipe</b>", "an <1>old</1> <2>pipe</2>", ["em", "strong"]),
        ("CO<sub>2</sub> and m<sup>3</sup>", "CO<1>2</1> and m<2>3</2>", ["sub", "sup"]),
        ("run <code>make</code>", "run <1>make</1>", ["code"]),
        ("one<br>two", "one <1/>two", ["br"]),
        ("<br>one<br/>", "one", []),
        ("<b>one<br></b> <i><br></i>", "<1>one</1>", ["strong"]),
        ("<b><br> one</b>", "<1>one</1>", ["strong"]),
        ("<br><a href='/x'> </a>", "", []),
        ("an <u>old</u> <span>pipe</span>", "an old pipe", []),
        ("a <em></em>b", "a b", []),
        ("  spaced \n\t out  ", "spaced out", []),
        ("a<em> b </em>c", "a<1> b </1>c", ["em"]),
        ("cafe\u0301", "café", []),
        ("x &lt; y &amp; z", "x < y & z", []),
        ("<em>a <b>b</em> c</b>", "<1>a <2>b</2></1> c", ["em", "strong"]),
    ],
)
def test_inline_elements_become_codes(source: str, text: str, kinds: list[str]) -> None:
    marked, codes = read(source)
    assert (marked, [code.kind for code in codes]) == (text, kinds)


def test_what_is_in_another_language_says_so() -> None:
    marked, codes = read(
        'a <span lang="fr">b</span> <q lang=uk-UA>c</q> <em lang="de">d</em>'
        ' <a href="https://x.example/" lang="it">e</a> <span lang="en">f</span>'
        " <span lang='\"x'>g</span> <span class=h>h</span>"
    )
    assert marked == "a <1>b</1> <2>c</2> <3>d</3> <4>e</4> f g h"
    assert [(code.kind, dict(code.attributes).get("lang")) for code in codes] == [
        ("span", "fr"),
        ("span", "uk-UA"),
        ("em", "de"),
        ("a", "it"),
    ]


@pytest.mark.parametrize(
    ("address", "base", "expected"),
    [
        ("https://a.example/x", "", "https://a.example/x"),
        ("/x", "https://a.example/y/z", "https://a.example/x"),
        ("/x", "", "/x"),
        ("mailto:a@b.example", "https://a.example", "mailto:a@b.example"),
        ("#top", "https://a.example/y", ""),
        ("javascript:x", "https://a.example", ""),
        ("data:text/html,x", "", ""),
        ("ftp://a.example/x", "", ""),
        ("http://[broken", "", ""),
        ("java\tscript:x", "", ""),
        ("java%09script:x", "", ""),
        ("mailto:a@b.example?body=x%0Ay", "", "mailto:a@b.example?body=x%0Ay"),
        ("\n https://a.example/x \n", "", "https://a.example/x"),
        ("a b", "https://a.example/", "https://a.example/a%20b"),
        ("", "https://a.example/", ""),
    ],
)
def test_addresses(address: str, base: str, expected: str) -> None:
    assert markup.absolute(address, base) == expected


def test_a_link_keeps_its_address_and_nothing_else() -> None:
    text, codes = read('a <a href="/x" target="_blank" onclick="y()" rel="z" class="c">link</a>')
    assert text == "a <1>link</1>"
    assert codes == (Code(1, "a", (("href", "/x"),)),)


@pytest.mark.parametrize(
    "source",
    ["a <script>x()</script>b", "a <style>x</style>b", "a <iframe src=x>x</iframe>b",
     "a <object>x</object>b", "a <template>x</template>b", "a <noscript>x</noscript>b"],
)  # fmt: skip
def test_what_runs_is_gone_with_its_content(source: str) -> None:
    assert read(source) == ("a b", ())
