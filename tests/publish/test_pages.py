"""The page pair: what links to what, what says what it is, what makes a draft, what may load."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from tests.publish.making import Written, block, link, translation
from translator import __version__
from translator.model import Article, Role, State, Translation
from translator.publish import pages
from translator.publish.house import House

CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""No example fails for its time: the machine may be busy."""

SITE = "https://news.example.org/{lang}/{slug}"
ARTICLE = Article(
    (), slug="story", author="Yuri Zoria", published=date(2025, 2, 20), reading_minutes=2
)
TITLE = block(Role.TITLE, ("A story", "Una historia"))
TEXT = block(Role.PARAGRAPH, ("One.", "Uno."), ("Two.", "Dos."))


def story(*blocks: Written, state: State = State.TRANSLATED) -> Translation:
    return translation(*(blocks or (TITLE, TEXT)), article=ARTICLE, state=state)


def english(made: Translation, *, site: str = "") -> html.HtmlElement:
    return html.document_fromstring(pages.render(made, House(site)).english)


def spanish(made: Translation, *, site: str = "", draft: bool = False) -> html.HtmlElement:
    return html.document_fromstring(pages.render(made, House(site), draft=draft).spanish)


def one(page: html.HtmlElement, selector: str) -> html.HtmlElement:
    (found,) = page.xpath(selector)
    assert isinstance(found, html.HtmlElement)
    return found


def alternates(page: html.HtmlElement) -> dict[str | None, str | None]:
    return {
        found.get("hreflang"): found.get("href") for found in page.xpath("//link[@rel='alternate']")
    }


def test_names_are_slug_and_language() -> None:
    assert pages.names("story") == ("story.en.html", "story.es.html")


def test_pages_link_to_each_other_by_file_name_without_a_site() -> None:
    for page, language in ((english(story()), "en"), (spanish(story()), "es")):
        assert page.get("lang") == language
        assert alternates(page) == {
            "en": "story.en.html",
            "es": "story.es.html",
            "x-default": "story.en.html",
        }
        assert page.xpath("//link[@rel='canonical']/@href") == [f"story.{language}.html"]
        assert not page.xpath("//meta[@property='og:url']")


def test_pages_have_addresses_with_a_site_and_are_canonical_to_themselves() -> None:
    for page, language in (
        (english(story(), site=SITE), "en"),
        (spanish(story(), site=SITE), "es"),
    ):
        slug = {"en": "story", "es": "una-historia"}[language]
        address = f"https://news.example.org/{language}/{slug}"
        assert alternates(page)["x-default"] == "https://news.example.org/en/story"
        assert alternates(page)[language] == address
        assert one(page, "//link[@rel='canonical']").get("href") == address
        assert one(page, "//meta[@property='og:url']").get("content") == address


def test_switch_names_both_and_marks_the_current_one() -> None:
    page = spanish(story())
    assert one(page, "//nav").get("aria-label") == "Idioma"
    assert " ".join(one(page, "//nav").text_content().split()) == "Eng | Esp"
    assert one(page, "//nav/a[@aria-current='page']").get("href") == "story.es.html"
    other = one(page, "//nav/a[not(@aria-current)]")
    assert (other.get("href"), other.get("hreflang"), other.get("lang")) == (
        *("story.en.html", "en", "en"),
    )


def test_byline_date_and_minutes_are_in_the_language_of_the_page() -> None:
    line = " ".join(one(spanish(story()), "//p[@class='byline']").text_content().split())
    assert line == "Por Yuri Zoria 20 de febrero de 2025 2 minutos de lectura"
    line = " ".join(one(english(story()), "//p[@class='byline']").text_content().split())
    assert line == "By Yuri Zoria 20 February 2025 2 minute read"
    assert one(spanish(story()), "//time").get("datetime") == "2025-02-20"


def test_an_article_that_states_nothing_of_itself_has_its_minutes_counted() -> None:
    page = spanish(translation(TEXT))
    assert not page.xpath("//time | //h1 | //meta[@name='author']")
    line = " ".join(one(page, "//p[@class='byline']").text_content().split())
    assert line == "1 minuto de lectura"
    long = translation(block(Role.PARAGRAPH, ("word " * 476, "palabra " * 600)))
    for made, words in ((english(long), "2 minute read"), (spanish(long), "2 minutos de lectura")):
        assert one(made, "//p[@class='byline']").text_content().strip() == words
    assert page.findtext(".//title") == "story"


def test_a_finished_article_is_no_draft() -> None:
    pair = pages.render(story())
    assert "noindex" not in pair.english + pair.spanish
    assert 'class="draft"' not in pair.english + pair.spanish


@pytest.mark.parametrize(
    "made",
    [
        story(state=State.INITIAL),
        story(TITLE, block(Role.PARAGRAPH, ("One.", ""))),
    ],
    ids=["open", "empty"],
)
def test_unfinished_sentences_make_the_pair_a_draft(made: Translation) -> None:
    pair = pages.render(made)
    for text, mark in ((pair.english, "Draft"), (pair.spanish, "Borrador")):
        page = html.document_fromstring(text)
        assert one(page, "//meta[@name='robots']").get("content") == "noindex"
        assert one(page, "//p[@class='draft']/strong").text == mark
        assert re.search("[0-9]", one(page, "//p[@class='draft']").text_content())


def test_a_draft_can_be_asked_for() -> None:
    mark = one(spanish(story(), draft=True), "//p[@class='draft']")
    assert mark.text_content() == "Borrador"


def test_english_on_the_spanish_page_says_so() -> None:
    page = spanish(
        story(
            block(Role.TITLE, ("A story", "")),
            block(Role.PARAGRAPH, ("One.", "Uno."), ("Two.", "")),
            block(Role.PARAGRAPH, ("Three.", "")),
            block(Role.ALT, ("A tree", ""), address="https://a.example/x.jpg"),
        )
    )
    marked = [
        (found.tag, found.get("alt") or found.text_content())
        for found in page.xpath("//*[@lang='en'][not(ancestor::nav)]")
    ]
    assert marked == [
        ("title", "A story"),
        ("h1", "A story"),
        ("span", "Two."),
        ("p", "Three."),
        ("img", "A tree"),
    ]


def test_pictures_are_shown_or_told() -> None:
    page = spanish(
        story(
            block(Role.ALT, ("A “tree”", "Un «árbol»"), address="https://a.example/x.jpg"),
            block(Role.CAPTION, ("A tree.", "Un árbol.")),
            block(Role.CAPTION, ("Source: us", "Fuente: nosotros")),
            block(Role.ALT, ("A cat", "Un gato"), address="data:image/png;base64,AA"),
        )
    )
    assert one(page, "//figure/img").get("alt") == "Un «árbol»"
    assert [p.text for p in page.xpath("//figcaption/p")] == ["Un árbol.", "Fuente: nosotros"]
    assert one(page, "//div[@role='img']").get("aria-label") == "Un gato"


def test_related_headlines_are_an_aside_with_links() -> None:
    page = spanish(
        story(
            block(Role.RELATED, ("<1>A</1>", "<1>A</1>"), codes=(link(1, "https://x.example"),)),
            block(Role.RELATED, ("B", "Be"), address="https://news.example.org/b"),
            block(Role.RELATED, ("C", "Ce"), address="javascript:alert(1)"),
        )
    )
    assert one(page, "//aside").get("aria-label") == "Relacionado"
    addresses = [found.get("href") for found in page.xpath("//aside//a")]
    assert addresses == ["https://x.example", "https://news.example.org/b"]
    assert [found.text_content() for found in page.xpath("//aside//li")] == ["A", "Be", "Ce"]


def test_the_policy_allows_our_style_and_the_images_of_the_page_and_no_more() -> None:
    text = pages.render(
        story(block(Role.ALT, ("A", "A"), address="https://cdn.example.org/x.jpg"))
    ).spanish
    style = text.split("<style>")[1].split("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    page = html.document_fromstring(text)
    assert one(page, "//meta[@http-equiv]").get("content") == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src https://cdn.example.org;"
        " base-uri 'none'; form-action 'none'"
    )
    assert not page.xpath("//script[not(@type='application/ld+json')] | //*[@style]")
    assert not page.xpath("//link[@rel='stylesheet']")


def test_pages_tell_who_made_them_and_what_they_are_about() -> None:
    deck = block(Role.DECK, ("A <1>deck</1>", "Una <1>entradilla</1>"), codes=(link(1, "#"),))
    page = spanish(story(TITLE, deck, TEXT))
    metas = {
        found.get("name") or found.get("property"): found.get("content")
        for found in page.xpath("//meta[@content]")
    }
    assert metas["generator"] == f"engesp {__version__}"
    assert metas["description"] == metas["og:description"] == "Una entradilla"
    assert metas["og:title"] == page.findtext(".//title") == "Una historia"
    assert metas["og:locale"] == "es_ES"
    assert metas["author"] == "Yuri Zoria"


def test_open_graph_is_told_an_absolute_image_only() -> None:
    made = story()
    for image, there in (("https://a.example/x.jpg", True), ("x.jpg", False), ("data:x", False)):
        page = english(replace(made, article=replace(made.article, image=image)))
        assert bool(page.xpath("//meta[@property='og:image']")) is there


HOSTILE = st.text(alphabet="<>\"'&/=;{}% abscript:`-", max_size=30)


@CALM
@given(HOSTILE, HOSTILE)
def test_no_text_from_outside_becomes_markup(text: str, other: str) -> None:
    plain = story()
    hostile = replace(
        translation(
            *(
                block(role, ("x", text), address=other)
                for role in (Role.TITLE, Role.DECK, Role.ALT, Role.PARAGRAPH, Role.RELATED)
            ),
            article=replace(ARTICLE, author=text, site=other, image=other),
        ),
        fetched=plain.fetched,
    )
    page = spanish(hostile)
    assert not page.xpath("//script[not(@type='application/ld+json')] | //iframe")
    assert not page.xpath("//@*[starts-with(name(), 'on')]")
    assert len(page.xpath("//script")) == 1
    data = json.loads(one(page, "//script").text or "")
    assert data["inLanguage"] == "es"
    assert len(page.xpath("//style")) == 1
    elements = {str(found.tag) for found in page.xpath("//main//*")}
    assert elements <= {
        *("article", "header", "h1", "p", "strong", "span", "time", "figure", "img", "div"),
        *("aside", "ul", "li", "a"),
    }


@pytest.mark.outside
def test_chromium_applies_the_style_and_has_nothing_to_say(tmp_path: Path) -> None:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("Chromium is not installed")
    page = tmp_path / "story.es.html"
    page.write_text(pages.render(story(state=State.INITIAL)).spanish, encoding="utf-8")
    done = subprocess.run(
        [
            *(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"),
            *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
            *("--enable-logging=stderr", f"--user-data-dir={tmp_path / 'profile'}"),
            *("--dump-dom", page.as_uri()),
        ],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert "Una historia" in done.stdout
    assert "CONSOLE" not in done.stderr
