"""Markdown: what a reader sees of it is what stands on the page, and nothing becomes markup."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from tests.publish.making import block, link, translation
from translator import inline, normalize
from translator.inline import Close, Empty, Open, Token
from translator.model import Article, Code, Role
from translator.publish import markdown


def shown(text: str) -> tuple[dict[str, object], html.HtmlElement]:
    """The front matter, and the body as CommonMark makes HTML of it."""
    _, head, body = text.split("---\n", 2)
    page = MarkdownIt("commonmark", {"html": True}).render(body)
    return yaml.safe_load(head), html.fromstring(f"<div>{page}</div>")


def test_every_part_is_in_its_own_markup() -> None:
    em, strong = Code(2, "em"), Code(3, "strong")
    text = markdown.render(
        translation(
            block(Role.TITLE, ("Title #", "Título #")),
            block(Role.DECK, ("1. Deck", "1. Entradilla")),
            block(
                Role.PARAGRAPH,
                (
                    "A <1>b <2>c</2></1> <3>d</3>",
                    "Un <1>be <2>ce</2></1> <3>de</3>fg, *no* [x](y)",
                ),
                codes=(link(1, "https://example.org/a_(b)?c=1&d"), em, strong),
            ),
            block(Role.HEADING, ("H", "Subtítulo"), level=3),
            block(Role.LIST_ITEM, ("- x", "- equis")),
            block(Role.LIST_ITEM, ("y", "y")),
            block(Role.QUOTE, ("q<1/>r", "q<1/>- r"), codes=(Code(1, "br"),)),
            block(Role.ALT, ("An [x]", "Un [x]"), address="https://example.org/a b.jpg"),
            block(Role.CAPTION, ("c", "Pie")),
            block(Role.RELATED, ("r", "Otra"), address="https://example.org/r"),
            block(Role.RELATED, ("r", "Mala"), address="javascript:alert(1)"),
            article=Article((), slug="story", author='A "B": c', source="x"),
        ),
        "es",
    )
    head, body = shown(text)
    assert head == {"title": "Título #", "author": 'A "B": c', "lang": "es", "slug": "story"}
    assert [one.tag for one in body] == ["h1", "p", "p", "h2", "ul", "blockquote", "p", "p", "ul"]
    assert body.xpath("string(h1)") == "Título #"
    assert body.xpath("string(p[1])") == "1. Entradilla"
    assert body.xpath("string(p[2])") == "Un be ce defg, *no* [x](y)"
    assert body.xpath("p[2]/a/@href") == ["https://example.org/a_%28b%29?c=1&d"]
    assert body.xpath("string(p[2]/a/em)") == "ce"
    assert body.xpath("string(p[2]/strong)") == "de"
    assert [one.text_content() for one in body.xpath("ul[1]/li")] == ["- equis", "y"]
    assert body.xpath("blockquote/p/br")
    assert body.xpath("//img/@alt") == ["Un [x]"]
    assert body.xpath("//img/@src") == ["https://example.org/a%20b.jpg"]
    assert body.xpath("ul[2]//a/@href") == ["https://example.org/r"]


def test_a_sentence_without_a_translation_stays_english() -> None:
    made = translation(block(Role.PARAGRAPH, ("One.", "Uno."), ("Two.", "")))
    assert markdown.render(made, "es").endswith("Uno. Two.\n")
    assert markdown.render(made, "en").endswith("One. Two.\n")


TEXTS = st.text(alphabet="ab1 *_`#-+=>.)([]!<&;\\~|:'\"ñ", min_size=1, max_size=12)
CODES = st.sampled_from([Code(0, "em"), Code(0, "strong"), Code(0, "code"), Code(0, "sub")])
TOKENS = st.lists(
    st.one_of(TEXTS, CODES.map(Open), CODES.map(Close), st.just(Empty(Code(0, "br")))),
    min_size=1,
    max_size=7,
)


@pytest.mark.parametrize("role", [Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTE])
@given(TOKENS)
def test_whatever_the_text_it_is_read_as_it_is(role: Role, tokens: list[Token]) -> None:
    marked, codes = inline.lift(tokens)
    marked = normalize.line(marked)
    if not inline.strip(marked, codes).strip():
        return
    made = translation(block(role, (marked, marked), codes=codes))
    _, body = shown(markdown.render(made, "es"))
    wanted = inline.strip(marked, codes)
    assert "".join(body.text_content().split()) == "".join(wanted.split())
