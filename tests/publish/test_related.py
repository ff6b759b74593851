"""Where headlines of other articles lead on the two pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from tests.publish.making import block, translation
from translator import delivery, editing, intake
from translator.config import Config
from translator.desk import Desk, articles
from translator.model import Role
from translator.publish import pages, related
from translator.publish.house import House

SITE = "https://post.example/{lang}/{slug}"


@pytest.mark.parametrize(
    "address",
    [
        "https://post.example/a/tram",
        "http://post.example/a/tram/",
        "https://www.post.example/a/tram?utm_source=mail&fbclid=1#comments",
        "https://POST.example/a/tram",
    ],
)
def test_one_article_has_one_key(address: str) -> None:
    assert related.key(address) == "post.example/a/tram"


@pytest.mark.parametrize(
    "address",
    [
        "https://post.example/a/Tram",
        "https://post.example/a/tram?id=2",
        "https://post.example:8443/a/tram",
        "https://en.post.example/a/tram",
    ],
)
def test_other_articles_have_others(address: str) -> None:
    assert related.key(address) not in ("post.example/a/tram", "")


@pytest.mark.parametrize("address", ["", "/a/tram", "mailto:a@post.example", "http://[", "a b"])
def test_what_is_no_web_address_has_none(address: str) -> None:
    assert related.key(address) == ""


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("https://post.example/a/tram", ("https://post.example/es/tranvia", "es")),
        ("https://post.example/a/bus", ("https://post.example/a/bus", "en")),
        ("https://post.example/es/autobus", ("https://post.example/es/autobus", None)),
        ("https://post.example/essays/bus", ("https://post.example/essays/bus", "en")),
    ],
)
def test_our_page_says_where_it_leads(address: str, wanted: tuple[str, str | None]) -> None:
    story = translation(
        block(Role.PARAGRAPH, ("Text.", "Texto.")),
        block(Role.RELATED, ("The tram is back.", "Vuelve el tranvía."), address=address),
    )
    house = House(SITE, translated={"post.example/a/tram": "https://post.example/es/tranvia"})
    pair = pages.render(story, house)
    (spanish,), (english,) = (
        html.document_fromstring(one).xpath("//aside//a") for one in (pair.spanish, pair.english)
    )
    assert (spanish.get("href"), spanish.get("hreflang")) == wanted
    assert (english.get("href"), english.get("hreflang")) == (address, None)


def page_of(title: str, slug: str, other: str) -> str:
    return f"""<!doctype html><html lang=en><head><title>{title}</title>
<link rel=canonical href="https://post.example/{slug}"></head><body><article><h1>{title}</h1>
<p>The town council decided on Monday to close the bridge for the whole of the summer.</p>
<p>Nobody was asked, and nobody knows how long it will really take this time, they say.</p>
<aside class="related"><p><a href="https://post.example/{other}?utm_medium=x">The other article of
these two about the town</a></p></aside>
<p>The last bridge took three summers, and the town paid for all of them with one tax.</p>
</article></body></html>"""


@pytest.mark.parametrize("template", ["ours", "source"])
@pytest.mark.parametrize("site", [SITE, ""])
def test_articles_of_one_desk_lead_to_one_another(
    desk: Desk, tmp_path: Path, template: str, site: str
) -> None:
    config = Config(site=site, template=template)  # type: ignore[arg-type]
    slugs = []
    for title, slug, other in (
        ("The town closes a bridge", "bridge", "tax"),
        ("The town asks for a tax", "tax", "bridge"),
    ):
        path = tmp_path / f"{slug}.html"
        path.write_text(page_of(title, slug, other), encoding="utf-8")
        slugs.append(intake.add(desk, str(path), config, slug=slug).slug)

    def lead(slug: str) -> tuple[str | None, str | None]:
        delivery.export(
            desk, slugs, formats=("html",), out=tmp_path / "out", force=True, config=config
        )
        text = (tmp_path / "out" / f"{slug}.es.html").read_text(encoding="utf-8")
        (link,) = html.document_fromstring(text).xpath("//aside[not(@style)]//a")
        return link.get("href"), link.get("hreflang")

    english = "https://post.example/tax?utm_medium=x"
    assert lead("bridge") == (english, "en")
    for slug in slugs:
        for segment in articles.read(desk, slug).segments:
            editing.confirm(desk, slug, segment.id, f"ñ {segment.source}")
    spanish = ("https://post.example/es/n-the-town-asks-for-a-tax" if site else "tax.es.html", "es")
    assert lead("bridge") == spanish
    if site:
        # What has gone out stays there, though the other one is not with it this time.
        slugs.remove("tax")
        assert lead("bridge") == spanish
