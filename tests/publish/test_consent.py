"""Consent banners: cut from strangers' pages, where nobody could close them any more."""

from __future__ import annotations

import pytest
from lxml import html

from tests.publish.test_original_page import HERE, PARAGRAPH, SITE, made, page_of, render
from translator.publish.house import House

ANSWER = "<p>We use cookies to know you better.</p><button>Accept all</button>"


def text(body: str, place: str = "", before: str = "") -> tuple[str, tuple[str, ...]]:
    data = page_of("").replace(b"</article>", f"</article>{body}".encode())
    data = data.replace(b"<body>", f"<body{before}>".encode())
    written = render(data, House(SITE), place=place)
    return written.spanish.decode(), written.banners


@pytest.mark.parametrize(
    ("banner", "tool"),
    [
        (
            f'<div id="onetrust-consent-sdk"><div class="a"><div>{ANSWER}</div></div></div>',
            "OneTrust",
        ),
        (f'<div id="CybotCookiebotDialog" class="x">{ANSWER}</div>', "Cookiebot"),
        (f"<div id=didomi-host>{ANSWER}</div>", "Didomi"),
        (f'<div class="qc-cmp2-container big">{ANSWER}</div>', "Quantcast"),
        (f'<div id="sp_message_container_1203">{ANSWER}</div>', "Sourcepoint"),
        (f'<div class="fc-consent-root">{ANSWER}</div>', "Google Funding Choices"),
        (f"<amp-consent id=c>{ANSWER}</amp-consent>", "AMP"),
        (f'<div role="dialog" style="position: fixed; bottom:0">{ANSWER}</div>', "?"),
        (f'<div role="alertdialog" class="site-cookie-banner">{ANSWER}</div>', "?"),
        (f"<dialog open>{ANSWER}</dialog>", "?"),
    ],
)
def test_banners_are_cut(banner: str, tool: str) -> None:
    spanish, tools = text(f"<i id=before></i>{banner}<i id=behind></i>")
    assert tools == (tool,)
    assert "cookies" not in spanish
    assert "<i id=before></i><i id=behind></i>" in spanish
    assert f"ñ{PARAGRAPH}" in spanish


@pytest.mark.parametrize(
    "kept",
    [
        # Not over the page, not about cookies, without an answer, or more than a banner.
        f'<div role="dialog" class="modal">{ANSWER}</div>',
        '<div role="dialog" style="position:fixed"><p>Find a town</p><button>Go</button></div>',
        '<div role="dialog" style="position:fixed"><p>A recipe for cookies, our way</p></div>',
        f'<div role="dialog" style="position:fixed">{ANSWER}<h1>News</h1></div>',
        f'<div class="cookie-recipes">{ANSWER}</div>',
        f'<p class="comment-form-cookies-consent">{ANSWER}',
        f'<div class="sticky-video">{ANSWER}</div>',
    ],
)
def test_other_things_stay(kept: str) -> None:
    spanish, tools = text(kept)
    assert tools == ()
    assert kept.partition(">")[0] in spanish


def test_no_word_of_the_article_is_cut() -> None:
    # A tool's name around the whole page: the page is what counts.
    data = page_of("").replace(b"<article>", b"<div id=cookie-notice>")
    data = (
        data.replace(b"</article>", b"</div>").replace(b"<h1>", b"<h2>").replace(b"</h1>", b"</h2>")
    )
    written = render(data, House(SITE))
    assert written.banners == ()
    assert f"ñ{PARAGRAPH}" in written.spanish.decode()


def test_the_page_scrolls_again() -> None:
    lock = ' class="home didomi-popup-open" style="color:red; overflow:hidden"'
    banner = f'<div id="didomi-host">{ANSWER}</div>'
    page = html.document_fromstring(text(banner, before=lock)[0])
    (body,) = page.xpath("/html/body")
    assert (body.get("class"), body.get("style")) == ("home", "color:red;")
    assert text("", before=lock)[0].count("didomi-popup-open") == 1


def test_pages_of_the_house_keep_theirs() -> None:
    spanish, tools = text(f'<div id="didomi-host">{ANSWER}</div>', place=HERE)
    assert tools == ()
    assert "didomi-host" in spanish


def test_the_english_page_loses_it_too_and_its_words_are_not_collected() -> None:
    banner = '<div id="didomi-host"><button>Agree to it</button></div>'
    data = page_of("").replace(b"</article>", f"</article>{banner}".encode())
    written = render(data, House(SITE))
    assert b"Agree to it" not in written.english + written.spanish
    assert "Agree to it" not in written.met
    assert made(data).article.blocks
