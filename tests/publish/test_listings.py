"""Listings, text whose lines count: the same in both languages and in every format of pages."""

from __future__ import annotations

import pytest
from lxml import html

from tests.publish.making import block, translation
from tests.publish.test_original_page import page_of, render
from translator import corrections, intake
from translator.config import Config
from translator.desk import Desk, articles
from translator.model import Role
from translator.publish import markdown, pages, text
from translator.sources import markdown as reader

CODE = "if a < b:\n    c  = '<1>'\n\nshare ``` it"
STORY = translation(
    block(Role.TITLE, ("A title", "Un título")),
    block(Role.PARAGRAPH, ("Before.", "Antes.")),
    block(Role.LISTING),
    block(Role.PARAGRAPH, ("After.", "Después.")),
)


@pytest.fixture(autouse=True)
def _with_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    object.__setattr__(STORY.article.blocks[2], "text", CODE)


def test_our_pages_show_it_as_it_is() -> None:
    pair = pages.render(STORY)
    for page in (pair.english, pair.spanish):
        (listing,) = html.document_fromstring(page).xpath("//pre")
        assert (listing.text_content(), listing.get("translate"), listing.get("lang")) == (
            CODE,
            "no",
            None,
        )
    assert "noindex" not in pair.spanish


def test_text_and_markdown_keep_its_lines() -> None:
    assert f"Antes.\n\n{CODE}\n\nDespués." in text.render(STORY, "es")
    written = markdown.render(STORY, "es")
    (block_read,) = (one for one in reader.read(written).blocks if one.role is Role.LISTING)
    assert block_read.text == CODE


def test_it_stays_byte_for_byte_in_the_pages_own_markup() -> None:
    listing = b"<pre>Home\n  News  3\nMarch 3, 2026</pre>"
    data = page_of("").replace(
        b"</article>", listing + b"<p>" + b"It is over. " * 9 + b"</article>"
    )
    written = render(data)
    assert listing in written.spanish
    assert not {"Home", "News  3"} & set(written.met)


def test_a_person_may_take_it_for_text(desk: Desk) -> None:
    path = desk.folder / "a.md"
    path.write_text("# A\n\nText of the article.\n\n```\none\n  two\n```\n", encoding="utf-8")
    slug = intake.add(desk, str(path), Config()).slug
    (line,) = (one for one in articles.read(desk, slug).article.blocks if one.role is Role.LISTING)
    corrections.set_role(desk, slug, line.id, Role.PARAGRAPH)
    assert articles.read(desk, slug).segments[-1].source == "one two"
    corrections.set_role(desk, slug, line.id, Role.LISTING)
    assert articles.read(desk, slug).segments[-1].source == "Text of the article."
