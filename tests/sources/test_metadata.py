"""What a page states of itself, where its vocabularies agree and where they do not."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from lxml import html as lxml_html

from translator.sources import metadata
from translator.sources.extraction import Judgement
from translator.sources.metadata import Metadata

NOBODY = Judgement("", frozenset())


def read(head: str, *, order: str = "dmy", judged: Judgement = NOBODY) -> Metadata:
    tree = lxml_html.document_fromstring(f"<html><head>{head}</head><body>x</body></html>")
    return metadata.read(tree, judged, order)


def ld(value: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def test_nothing_stated_is_nothing_read() -> None:
    assert read("") == Metadata("", "", None, "", "", "", "en", "")


@pytest.mark.parametrize(
    "author",
    [
        "Ada Brook",
        {"@type": "Person", "name": "Ada Brook"},
        [{"@type": "Person", "name": "Ada Brook"}],
        ["Ada Brook", "Ada Brook"],
        "By Ada Brook",
    ],
)
def test_json_ld_gives_the_author_in_many_shapes(author: object) -> None:
    assert read(ld({"@type": "NewsArticle", "author": author})).author == "Ada Brook"


def test_several_authors_are_parted_by_commas() -> None:
    stated = {"@type": "NewsArticle", "author": [{"name": "Ada Brook"}, {"name": "Tom Ferrer"}]}
    assert read(ld(stated)).author == "Ada Brook, Tom Ferrer"


@pytest.mark.parametrize("kind", ["NewsArticle", "Article", ["Thing", "ReportageNewsArticle"]])
def test_the_article_is_found_in_lists_and_graphs(kind: object) -> None:
    article = {"@type": kind, "headline": "A ferry", "datePublished": "2026-03-03T07:30:00Z"}
    for wrapped in (article, [{"@type": "WebSite"}, article], {"@graph": [article]}):
        found = read(ld(wrapped))
        assert (found.title, found.published) == ("A ferry", date(2026, 3, 3))


def test_json_ld_wins_over_meta_elements() -> None:
    found = read(
        '<meta property="og:title" content="Watch this ferry"><meta name="author" content="Bot">'
        + ld({"@type": "NewsArticle", "headline": "A ferry", "author": "Ada Brook"})
    )
    assert (found.title, found.author) == ("A ferry", "Ada Brook")


@pytest.mark.parametrize(
    "broken",
    ["{", "[[[[", "null", "3", '"text"', "[" * 5_000, '{"@type": 3}', '{"@graph": 7}',
     '{"@type": "NewsArticle", "headline": ["x"], "author": 7, "datePublished": {}}'],
)  # fmt: skip
def test_broken_json_ld_is_passed_over(broken: str) -> None:
    found = read(
        f'<script type="application/ld+json">{broken}</script>'
        '<meta property="og:title" content="A ferry">'
    )
    assert (found.title, found.author) == ("A ferry", "")


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2026-03-03T07:30:00+02:00">',
        '<meta name="date" content="03/03/2026">',
        '<meta itemprop="datePublished" content="3 March 2026">',
        '<time datetime="2026-03-03"></time>',
    ],
)
def test_the_date_is_read_from_any_of_these(head: str) -> None:
    assert read(head).published == date(2026, 3, 3)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("A ferry returns | Estuary Post", "A ferry returns"),
        ("A ferry returns - Estuary Post", "A ferry returns"),
        ("A ferry returns — Estuary Post", "A ferry returns"),
        ("A ferry returns - and nobody cheers", "A ferry returns - and nobody cheers"),
        ("A ferry &amp; its <em>captain</em>", "A ferry & its captain"),
    ],
)
def test_the_site_is_taken_off_the_title(title: str, expected: str) -> None:
    escaped = title.replace('"', "&quot;")
    site = '<meta property="og:site_name" content="Estuary Post">'
    assert read(f'{site}<meta property="og:title" content="{escaped}">').title == expected


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ('<link rel="canonical" href="https://a.example/x">', "https://a.example/x"),
        ('<meta property="og:url" content="https://a.example/x">', "https://a.example/x"),
        (
            '<link rel="canonical" href="/x"><meta property="og:url" content="https://a.example/y">',
            "https://a.example/x",
        ),
        ('<link rel="canonical" href="/x">', ""),
        ('<link rel="canonical" href="javascript:x">', ""),
    ],
)
def test_the_address_is_the_canonical_one_in_full(head: str, address: str) -> None:
    assert read(head).address == address


def test_the_image_is_made_absolute() -> None:
    head = (
        '<link rel="canonical" href="https://a.example/x"><meta property="og:image" content="/i">'
    )
    assert read(head).image == "https://a.example/i"


def test_trafilatura_is_asked_last() -> None:
    judged = Judgement("", frozenset(), title="A ferry", author="Ada Brook", published="2026-03-03")
    found = read("", judged=judged)
    assert (found.title, found.author, found.published) == (
        "A ferry",
        "Ada Brook",
        date(2026, 3, 3),
    )


@pytest.mark.parametrize("name", ["Ada Brook, CNN", "Ada Brook, Chief Correspondent"])
def test_offices_are_no_part_of_a_stated_name(name: str) -> None:
    assert read(f'<meta name="author" content="{name}">').author == "Ada Brook"


def test_a_page_that_calls_itself_a_web_page_has_its_author() -> None:
    stated = {"@type": "MedicalWebPage", "author": {"name": "Ana Ruiz"}, "headline": "Sleep well"}
    found = read(ld(stated))
    assert (found.author, found.title) == ("Ana Ruiz", "Sleep well")


def test_an_article_goes_before_a_web_page() -> None:
    stated = [
        {"@type": "WebPage", "author": "The Site", "headline": "Home"},
        {"@type": "NewsArticle", "author": "Ana Ruiz", "headline": "Sleep well"},
    ]
    found = read(ld(stated))
    assert (found.author, found.title) == ("Ana Ruiz", "Sleep well")
