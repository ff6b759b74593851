"""Saved pages: blocks, their roles and codes, what is stated, and pages that mean harm."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator import inline, intake
from translator.errors import InputError
from translator.model import Article, Block, Role
from translator.sources import html

PAGES = Path(__file__).parent / "pages"

TITLE = "Ferry returns to Dunmore after forty years"
FIRST = "The first ferry since 1986 crossed the Dunmore estuary on Thursday with eleven passengers."
SECOND = "It took nineteen minutes, four more than planned, because of the wind from the sea."
THIRD = "The bridge upstream has been closed since a lorry struck one of its piers in November."


def page(name: str) -> Article:
    return html.read((PAGES / name).read_text(encoding="utf-8"))


def read(*body: str, head: str = "", title: str = f"<h1>{TITLE}</h1>") -> Article:
    return html.read(
        f"<!DOCTYPE html><html><head>{head}</head><body><article>{title}{''.join(body)}</article>"
        "</body></html>"
    )


def around(middle: str) -> Article:
    """An article with this between its paragraphs."""
    return read(f"<p>{FIRST}</p>", middle, f"<p>{SECOND}</p><p>{THIRD}</p>")


def texts(article: Article, role: Role) -> list[str]:
    return [block.text for block in article.blocks if block.role is role]


def article_lines(article: Article) -> list[Block]:
    """The blocks that are not dropped, nor values that the frame of our page prints."""
    dropped = (Role.FURNITURE, Role.BYLINE, Role.DATE, Role.READING_TIME)
    return [block for block in article.blocks if block.role not in dropped]


def codes(block: Block) -> list[tuple[str, str]]:
    return [(code.kind, dict(code.attributes).get("href", "")) for code in block.codes]


def test_a_whole_page() -> None:
    article = page("reservoir.html")
    assert [(block.role.value, block.level) for block in article_lines(article)] == [
        ("title", 0),
        ("deck", 0),
        ("alt", 0),
        ("caption", 0),
        ("paragraph", 0),
        ("paragraph", 0),
        ("paragraph", 0),
        ("heading", 2),
        ("paragraph", 0),
        ("list_item", 0),
        ("list_item", 0),
        ("quote", 0),
        ("paragraph", 0),
        ("paragraph", 0),
    ]
    assert article.author == "Marta Quill, Tom Ferrer"
    assert article.published == date(2026, 3, 3)
    assert article.reading_minutes == 4
    assert article.site == "The Hollin Courier"
    assert article.address == "https://courier.example/region/hollin-water"
    assert article.image == "https://courier.example/pictures/reservoir.jpg"
    assert article.language == "en"


def test_links_and_emphasis_become_codes() -> None:
    paragraphs = [block for block in article_lines(page("reservoir.html")) if block.codes]
    assert [(block.text, codes(block)) for block in paragraphs] == [
        (
            "The town of Hollin will switch off its public taps between ten at night and six in the"
            " morning, the <1>council</1> decided on Sunday after a meeting of five hours.",
            [("a", "https://courier.example/council")],
        ),
        (
            "The reservoir above the town holds <1>2.1 million cubic meters</1>, a fifth of what it"
            " can take. It has <2>not</2> been as low since the dam was built in 1958.",
            [("strong", ""), ("em", "")],
        ),
        (
            "The water holds too much CO<1>2</1> for the old pipes, says a"
            " <2>report by <3>Water Watch</3></2>. <4/>It was published in October, and the council"
            " answered it in a letter of one page.",
            [("sub", ""), ("a", "https://water.example/report?a=1&b=2"), ("em", ""), ("br", "")],
        ),
        (
            "The mayor, Elena Rook, said so in a <1>letter</1> to the press on Sunday night.",
            [("a", "mailto:press@hollin.example")],
        ),
    ]


def test_a_picture_keeps_its_address_and_stands_before_its_caption() -> None:
    alt = page("reservoir.html").first(Role.ALT)
    assert alt is not None
    assert alt.text == "The dry shore of a reservoir seen from the air"
    assert alt.address == "https://courier.example/pictures/reservoir.jpg"
    assert alt.element == "/html/body/main/article/figure/img"


def test_each_block_knows_its_element() -> None:
    elements = {block.text[:9]: block.element for block in page("reservoir.html").blocks}
    assert elements["What the "] == "/html/body/main/article/h2"
    assert elements["Washing c"] == "/html/body/main/article/ul/li[2]"
    assert elements["We have p"] == "/html/body/main/article/blockquote/p"


def test_paragraphs_may_be_parted_by_line_breaks_only() -> None:
    article = page("ferry.html")
    assert [block.role.value for block in article_lines(article)] == [
        "title",
        "paragraph",
        "paragraph",
        "paragraph",
    ]
    assert texts(article, Role.PARAGRAPH)[1].startswith("It took <1>nineteen minutes</1>, four")
    assert (article.author, article.published) == ("Ana Brix", date(2026, 2, 5))
    assert article.site == "Estuary Post"


def test_the_title_comes_from_the_headline_on_the_page() -> None:
    head = f"<title>{TITLE} | Estuary Post</title>"
    assert texts(read(f"<p>{FIRST}</p><p>{SECOND}</p>", head=head), Role.TITLE) == [TITLE]


def test_a_page_without_a_heading_gives_the_title_it_states_without_its_site() -> None:
    head = (
        f'<meta property="og:title" content="{TITLE} | Estuary Post">'
        '<meta property="og:site_name" content="Estuary Post">'
    )
    article = read(f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>", head=head, title="")
    assert texts(article, Role.TITLE) == [TITLE]


def test_a_repeated_headline_is_imported_once() -> None:
    article = read(f"<h2>{TITLE}</h2><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>")
    assert [block.text for block in article_lines(article)].count(TITLE) == 1


def test_a_search_description_is_not_made_a_deck() -> None:
    head = '<meta name="description" content="A ferry crosses an estuary again, read all of it.">'
    article = read(f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>", head=head)
    assert texts(article, Role.DECK) == []


def test_the_page_s_furniture_is_listed_as_such_and_its_scripts_are_not() -> None:
    article = page("reservoir.html")
    everything = " ".join(block.text for block in article_lines(article))
    dropped = " ".join(texts(article, Role.FURNITURE))
    for word in ("Home", "Support us", "Most read", "Bakery", "All rights reserved"):
        assert word in dropped
    assert "steal" not in dropped
    for word in ("Home", "Support us", "Most read", "Bakery", "All rights reserved", "steal"):
        assert word not in everything


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("en", "en"), ("en-GB", "en"), ("EN_us", "en"), ("es-419", "es"), ("uk", "uk"), ("", "en")],
)
def test_the_language_is_what_the_page_declares(lang: str, expected: str) -> None:
    page = f'<html lang="{lang}"><body><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p></body></html>'
    assert html.read(page).language == expected


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "jav&#x0A;ascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "#top",
        "",
    ],
)
def test_a_link_that_could_run_or_leads_nowhere_is_dropped_and_its_text_kept(address: str) -> None:
    article = around(f'<p>The council answered in <a href="{address}">a letter</a> on Sunday.</p>')
    assert "The council answered in a letter on Sunday." in texts(article, Role.PARAGRAPH)


def test_nothing_alive_is_left_of_a_strangers_markup() -> None:
    article = around(
        '<p onclick="x()">The council <img src=x onerror="alert(1)"><b style="x:expression(1)"'
        ' onmouseover="x()">answered</b> <svg onload=x()>in</svg> <iframe src=x></iframe>a letter'
        " <script>alert(1)</script><style>p{}</style><object data=x></object>of one long page.</p>"
    )
    kept = [block for block in article.blocks if "answered" in block.text]
    text = " ".join(inline.strip(block.text, block.codes) for block in kept)
    for word in ("alert", "onclick", "onerror", "onmouseover", "style", "expression", "p{}"):
        assert word not in text
    assert {code.kind for block in article.blocks for code in block.codes} <= {"strong"}
    assert all(not code.attributes for block in article.blocks for code in block.codes)


def test_marks_that_a_page_writes_out_stay_text() -> None:
    article = around(
        "<p>The sign read &lt;1&gt; and <b>nobody</b> knew what that meant to say.</p>"
    )
    block = next(block for block in article.blocks if "sign" in block.text)
    assert inline.strip(block.text, block.codes) == (
        "The sign read <1> and nobody knew what that meant to say."
    )


@pytest.mark.parametrize(
    ("given", "resolved"),
    [
        ("/council", "https://courier.example/council"),
        ("council", "https://courier.example/region/council"),
        ("//water.example/x", "https://water.example/x"),
        ("https://water.example/x", "https://water.example/x"),
        ("?page=2", "https://courier.example/region/hollin-water?page=2"),
    ],
)
def test_relative_links_are_made_absolute(given: str, resolved: str) -> None:
    canonical = '<link rel="canonical" href="https://courier.example/region/hollin-water">'
    body = f'<p>{FIRST}</p><p>{SECOND} See <a href="{given}">this</a> as well.</p><p>{THIRD}</p>'
    linked = [block for block in read(body, head=canonical).blocks if block.codes]
    assert [codes(block) for block in linked] == [[("a", resolved)]]


def test_a_relative_link_stays_relative_where_the_page_does_not_say_where_it_is() -> None:
    linked = [block for block in around('<p>It is in <a href="/x">the letter</a>.</p>').blocks]
    assert [codes(block) for block in linked if block.codes] == [[("a", "/x")]]


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 10_000 + f"<p>{FIRST}</p><p>{SECOND}</p>" + "</div>" * 10_000,
        "<div>" * 10_000 + "x" + "</div>" * 10_000 + f"<h1>{TITLE}</h1><p>{FIRST}</p>",
        f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p>" + "<div>" * 10_000,
        "<p>" + "<b>" * 10_000 + FIRST,
        "<p>" + "<a href=x>" * 10_000 + FIRST,
        "<ul><li>" * 5_000 + FIRST,
        "<table><tr><td>" * 3_000 + FIRST,
        "<span>" * 50_000 + f"<p>{FIRST}</p>",
        f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p><p>And <a href='htt",
        "<html><head><script>" + "x" * 1_000,
        "<!-- " + "-" * 10_000,
        "<![CDATA[" + FIRST,
        "<html><body>\ud800</body></html>",
        "<html></html>",
        '<?xml version="1.0" encoding="utf-16"?><html><body></body></html>',
        "<p>" + "&#0;&#x110000;&bogus;" * 50 + FIRST + "</p>",
        f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}\f\x0b\x01&#12;&#1;\uffff</p>",
    ],
    ids=range(17),
)
def test_a_hostile_or_broken_page_gives_an_article_or_none_and_never_a_crash(source: str) -> None:
    try:
        article = html.read(source)
    except InputError as error:
        if error.code != "too-complex":
            raise
        return
    for block in article.blocks:
        assert (
            inline.strip(block.text, block.codes) == inline.strip(block.text, block.codes).strip()
        )


def test_what_stands_before_a_wreck_is_read() -> None:
    wreck = f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>" + "<div>" * 10_000
    article = html.read(f"<html><body>{wreck}")
    assert texts(article, Role.TITLE) == [TITLE]
    assert texts(article, Role.PARAGRAPH) == [FIRST, SECOND, THIRD]


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<b>", "</b>", '<a href="/x">', "</a>", "<br>", "<li>", "<div>",
             "</div>", "<h2>", "</h2>", "<!--", "<blockquote>", "<img alt='a b c' src=x>", "<1>",
             "&lt;2/&gt;", FIRST, SECOND, THIRD]
        )
        | st.text(max_size=10),
        max_size=20,
    )
)  # fmt: skip
@settings(max_examples=60)
def test_any_soup_gives_well_nested_text(soup: list[str]) -> None:
    article = html.read("<html><body><h1>" + TITLE + "</h1>" + "".join(soup))
    for block in article.blocks:
        numbers = inline.numbers(block.text, block.codes)
        assert set(numbers) == {code.number for code in block.codes}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!DOCTYPE html>\n<html>", True),
        ("  <HTML lang=en>", True),
        ("<p>One paragraph.</p>", True),
        ('<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html xmlns="y">', True),
        ("A text.\nNothing else.", False),
        ("Use <b>bold</b> and <i>italics</i>.", False),
        ("x < y and y > z", False),
        ("", False),
    ],
)
def test_what_is_taken_for_html(text: str, expected: bool) -> None:
    assert html.is_html(text) is expected


def test_a_headline_that_links_to_itself_has_no_link() -> None:
    article = read(
        f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>", title=f'<h1><a href="/x">{TITLE}</a></h1>'
    )
    title = article.first(Role.TITLE)
    assert title is not None
    assert (title.text, title.codes) == (TITLE, ())


def test_a_subhead_that_the_page_gives_as_its_description_is_the_deck() -> None:
    deck = "Passengers had waited since a lorry struck the bridge"
    article = read(
        f"<h2>{deck}</h2><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>",
        head=f'<meta name="description" content="{deck}">',
    )
    assert texts(article, Role.DECK) == [deck]
    assert texts(article, Role.HEADING) == []


@pytest.mark.parametrize("word", ["Share", "Comments", "Topics", "Keywords"])
def test_a_paragraph_may_begin_with_a_word_that_ends_articles(word: str) -> None:
    sentence = f"{word} of this kind were rare in the years before the ferry, said the council."
    assert sentence in texts(around(f"<p>{sentence}</p>"), Role.PARAGRAPH)


FIGURE = (
    '<figure><img src="z.jpg" alt="The empty quay at night"><figcaption>{}</figcaption></figure>'
)


@pytest.mark.parametrize("caption", ["", "The quay on Friday. Photo: Ada Brook"])
def test_a_picture_at_the_end_is_the_articles(caption: str) -> None:
    figure = FIGURE.format(caption)
    article = read(f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>", figure)
    assert texts(article, Role.ALT) == ["The empty quay at night"]
    assert texts(article, Role.CAPTION) == ([caption] if caption else [])


@pytest.mark.parametrize(
    "behind",
    [
        f"<footer>All rights</footer>{FIGURE.format('')}",
        f"<div>{FIGURE.format('')}</div>",
        f"<aside>{FIGURE.format('')}</aside>",
        f"{FIGURE.format('').replace('quay at night', 'hall at noon')}{FIGURE.format('')}",
        "<img src=z.jpg alt='The empty quay at night'>",
    ],
)
def test_a_picture_of_what_follows_is_not(behind: str) -> None:
    article = read(f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>", behind)
    assert "The empty quay at night" not in texts(article, Role.ALT)


def test_a_listing_is_not_translated_and_keeps_its_lines() -> None:
    listing = "<pre class=x><code>def ferry():\n    return  <b>40</b>  # years\n\n</code></pre>"
    article = around(listing)
    (block,) = (one for one in article.blocks if one.role is Role.LISTING)
    assert (block.text, block.codes) == ("def ferry():\n    return  40  # years", ())
    assert block.element == "/html/body/article/pre"
    assert texts(around("<pre>one<br>two</pre>"), Role.LISTING) in (["one\ntwo"], [])
    assert not [one for one in intake.cut(article.blocks) if "ferry()" in one.source]


def test_the_authors_portrait_is_no_picture_of_the_article() -> None:
    figure = '<figure><img src="a.jpg" alt="Ada Brook mugshot"></figure>'
    article = read(
        f"{figure}<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>",
        head='<meta name="author" content="Ada Brook">',
    )
    assert texts(article, Role.ALT) == []


def test_a_quotation_in_another_language_says_so() -> None:
    body = "".join(f"<p>{SENTENCE} It is number {n}.</p>" for n in range(4))
    page = (
        "<html lang=en><body><article><h1>The council of Hollin decided on the bridge</h1>"
        f"{body}<blockquote lang=fr><p>Nous avons attendu ce jour depuis bien longtemps.</p>"
        f"</blockquote><div lang=en><p>{SENTENCE} It is the last one.</p></div>"
        "</article></body></html>"
    )
    blocks = html.read(page).blocks
    quote = next(one for one in blocks if "Nous avons" in one.text)
    assert (quote.text[:8], dict(quote.codes[0].attributes)) == ("<1>Nous ", {"lang": "fr"})
    assert not any(one.codes for one in blocks if one is not quote)


SENTENCE = "The council of the town decided on Monday to close the bridge for the whole summer."
