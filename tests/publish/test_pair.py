"""The pair as search engines follow it: hreflang and linked data of both pages name each other."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from lxml import html

from tests.publish.making import block, translation
from translator.config import Config
from translator.model import Article, Role, Translation
from translator.publish import addresses, pages
from translator.publish.house import House

SITE = "https://news.example.org/{lang}/{slug}"
EDITED = datetime(2025, 2, 21, 11, 5, tzinfo=UTC)


def story(**facts: Any) -> Translation:
    made = translation(
        block(Role.TITLE, ("A story of </script>", "Una historia de año & </script>")),
        block(Role.DECK, ("A deck", "Una entradilla")),
        block(Role.PARAGRAPH, ("One.", "Uno.")),
        article=Article((), slug="story", author="Yuri Zoria, Ana Brix", site="Post", **facts),
    )
    return replace(made, edited=EDITED)


def served(house: House, made: Translation | None = None) -> dict[str, html.HtmlElement]:
    """Both pages by the address at which the pair says they are."""
    made = made or story()
    pair = pages.render(made, house)
    where = addresses.of_pair(made, house)
    return {
        where.en: html.document_fromstring(pair.english),
        where.es: html.document_fromstring(pair.spanish),
    }


def data(page: html.HtmlElement) -> dict[str, Any]:
    (script,) = page.xpath("//script")
    found = json.loads(script.text)
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("house", [House(SITE, translator="Ana Ruiz"), House()])
def test_the_pair_is_followed_both_ways(house: House) -> None:
    web = served(house)
    for address, page in web.items():
        assert page.xpath("//link[@rel='canonical']/@href") == [address]
        links = {one.get("hreflang"): one.get("href") for one in page.xpath("//link[@hreflang]")}
        assert set(links) == {"en", "es", "x-default"}
        assert links[page.get("lang")] == address
        assert links["x-default"] == links["en"]
        for language in ("en", "es"):
            there = web[links[language]]
            assert there.get("lang") == language
            back = there.xpath("//link[@hreflang]/@href")
            assert address in back
        assert set(page.xpath("//nav//a/@href")) == set(web)


@pytest.mark.parametrize("house", [House(SITE, translator="Ana Ruiz"), House()])
def test_linked_data_is_followed_both_ways(house: House) -> None:
    web = served(house)
    for address, page in web.items():
        own = data(page)
        assert own["@type"] == "NewsArticle"
        assert (own["url"], own["inLanguage"]) == (address, page.get("lang"))
        assert own["headline"] == page.findtext(".//title")
        other = own.get("translationOfWork") or own["workTranslation"]
        there = data(web[other["url"]])
        assert (other["headline"], other["inLanguage"]) == (there["headline"], there["inLanguage"])
        back = there.get("translationOfWork") or there["workTranslation"]
        assert back["url"] == address


def test_linked_data_says_what_the_article_states() -> None:
    from datetime import date

    web = served(House(SITE, translator="Ana Ruiz"), story(published=date(2025, 2, 20)))
    english, spanish = (data(page) for page in web.values())
    assert spanish["headline"] == "Una historia de año & </script>"
    assert spanish["datePublished"] == english["datePublished"] == "2025-02-20"
    assert spanish["dateModified"] == EDITED.isoformat()
    assert "dateModified" not in english
    assert [one["name"] for one in spanish["author"]] == ["Yuri Zoria", "Ana Brix"]
    assert spanish["translator"]["name"] == "Ana Ruiz"
    assert english["workTranslation"]["translator"]["name"] == "Ana Ruiz"
    assert spanish["publisher"]["name"] == "Post"


@pytest.mark.parametrize(
    ("region", "own", "day"),
    [
        ("es-ES", "es_ES", "20 de febrero"),
        ("es-MX", "es_MX", "20 de febrero"),
        ("es-419", "es_LA", "20 de febrero"),
        ("es-US", "es_US", "20 de febrero"),
    ],
)
def test_open_graph_is_told_the_region(region: Any, own: str, day: str) -> None:
    from datetime import date

    web = served(House(SITE, region=region), story(published=date(2025, 2, 20)))
    english, spanish = web.values()
    for page, wanted in ((english, ("en_GB", own)), (spanish, (own, "en_GB"))):
        assert page.xpath("//meta[@property='og:locale']/@content") == [wanted[0]]
        assert page.xpath("//meta[@property='og:locale:alternate']/@content") == [wanted[1]]
    assert day in spanish.xpath("//time")[0].text


def test_credits_stand_on_the_spanish_page_and_can_be_off() -> None:
    web = served(House.of(Config(author="Ana Ruiz")))
    shown = [page.xpath("//span[@class='credit']/text()") for page in web.values()]
    assert shown == [[], ["Traducción: Ana Ruiz"]]
    web = served(House.of(Config(author="Ana Ruiz", credits="off")))
    assert not any("Ana Ruiz" in html.tostring(page).decode() for page in web.values())


def test_the_spanish_slug_is_ascii_settled_or_made_and_free() -> None:
    made = story()
    assert addresses.spanish_slug(made) == "una-historia-de-ano-script"
    assert addresses.spanish_slug(made, {"una-historia-de-ano-script"}).endswith("-2")
    settled = story(spanish_slug="otra")
    assert addresses.of_pair(settled, House(SITE)).es == "https://news.example.org/es/otra"
    untitled = translation(block(Role.PARAGRAPH, ("One.", "Uno.")))
    assert addresses.spanish_slug(untitled) == "story"


@pytest.mark.parametrize(
    ("address", "own"),
    [
        ("https://news.example.org/en/x", True),
        ("https://NEWS.example.org/", True),
        ("https://news.example.org:8443/", False),
        ("https://news.example.org.evil.example/", False),
        ("https://evil.example/?https://news.example.org/", False),
        ("", False),
        ("http://[", False),
    ],
)
def test_own_pages_are_told_by_their_host(address: str, own: bool) -> None:
    assert addresses.is_own(address, SITE) is own
    assert not addresses.is_own("", "")
