"""The table for review: everything in it, nothing alive in it, and its words in two languages."""

from __future__ import annotations

from dataclasses import replace

from lxml import html

from tests.publish.making import block, link, translation
from translator import i18n
from translator.exchange import review
from translator.exchange.entries import Sheet
from translator.model import Article, Role, State

NASTY = "<script>alert(1)</script> & {{7*7}} \u202eabc"


def made() -> Sheet:
    one = translation(
        block(Role.TITLE, (NASTY, NASTY)),
        block(
            Role.PARAGRAPH,
            ("The <1>map</1>.", "El <1>mapa</1>."),
            codes=(link(1, 'https://example.org/"><b>'),),
        ),
        article=Article((), slug="story", author="<i>Ana</i>", source="x"),
    )
    first, second = one.segments
    noted = replace(second, note="One <b>\nTwo", state=State.INITIAL)
    return Sheet(replace(one, segments=(first, noted)), findings={2: ("A <number> is lost",)})


def test_a_segment_is_a_row_with_all_that_is_known_of_it() -> None:
    page = html.fromstring(review.write(made()))
    rows = page.xpath("//tbody/tr")
    cells = [[one.text_content() for one in row] for row in rows]
    assert cells[1] == [
        "2",
        "The <1>map</1>.",
        "El <1>mapa</1>.",
        "open",
        "A <number> is lostOne <b>Two",
    ]
    assert cells[0][1] == "<script>alert(1)</script> & {{7*7}} abc"
    assert rows[1].get("class") == "paragraph open"
    assert page.xpath("//td[@lang='es']/span/@title")[0].startswith("link https://example.org/")


def test_nothing_in_it_can_run_or_be_loaded() -> None:
    page = html.fromstring(review.write(made()))
    assert not page.xpath("//script | //img | //link | //iframe | //b | //i | //@onclick")
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_its_words_are_those_of_the_interface() -> None:
    i18n.use("es")
    page = html.fromstring(review.write(made()))
    assert page.get("lang") == "es"
    assert "traducido" in page.xpath("string(//tbody/tr[1])")
