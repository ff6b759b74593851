"""Pages that are broken, hostile or no pages: one error with a code, or what can be read.

Their sizes are cut to what a test run can bear; the limits that spare readers the rest are tested
by themselves.
"""

from __future__ import annotations

import pytest

from tests.conftest import WHEN
from translator.errors import InputError
from translator.model import Article, Role
from translator.sources import Page, limits, read

SENTENCE = "The minister said on Tuesday that the government would bring in a new law soon. "
BODY = "".join(f"<p>{SENTENCE * 3} It has the number {number}.</p>" for number in range(8))


def page(body: str, head: str = "<title>New law comes</title>") -> str:
    return (
        f"<!doctype html><html><head>{head}</head><body><article>"
        f"<h1>New law comes soon to all</h1>{body}</article></body></html>"
    )


def reading(data: str | bytes, name: str = "page.html") -> Article:
    return read(Page(name, data.encode() if isinstance(data, str) else data, WHEN))


def paragraphs(article: Article) -> int:
    return sum(block.role is Role.PARAGRAPH for block in article.blocks)


@pytest.mark.parametrize(
    ("data", "least"),
    [
        (page(BODY)[:1500] + "<p class='x", 4),
        (page(BODY, '<meta charset="utf-16"><title>New law</title>'), 8),
        (page(BODY.replace("minister", "ministro de “mañana”")).encode() + b"<p>caf\xe9</p>", 8),
        (page(BODY).replace("<html>", "<html \u26a1 lang=en>").replace("<img", "<amp-img"), 8),
        (page(BODY, f"<script type='application/ld+json'>{'[' * 50_000}</script>"), 8),
        (page(BODY + "<p>" + "".join(f"<a href=/{n}>x</a> y " for n in range(2_000)) + "</p>"), 8),
        (page(BODY + "<table>" + "<tr><td>1</td><td>two</td></tr>" * 500 + "</table>"), 8),
        (page(BODY + "<b>" * 5_000 + "text" + "</b>" * 5_000), 8),
    ],
    ids=["cut off", "charset", "mixed", "amp", "json", "links", "table", "inline"],
)
def test_the_best_that_can_be_read(data: str | bytes, least: int) -> None:
    assert paragraphs(reading(data)) >= least


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (page("<div>" * 10_000 + BODY + "</div>" * 10_000), "page.html"),
        ("<html><body>" + "<script>var a = 'text';</script>" * 500 + "</body></html>", "page.html"),
        ("<html><frameset><frame src=a><frame src=b></frameset></html>", "page.html"),
        ("<html><body><form><h1>Log in</h1><input type=password></form></body></html>", "p.html"),
        ("---\ntitle: x\n---\n", "page.md"),
        ("\ufeff", "page.txt"),
        (". " * 2_000, "page.txt"),
        ("<html><body>" + "<" * 50_000, "page.html"),
    ],
    ids=["nested", "scripts", "frames", "login", "front matter", "mark", "dots", "brackets"],
)
def test_what_is_no_article_is_said(data: str, name: str) -> None:
    try:
        article = reading(data, name)
    except InputError as error:
        known = error.code
    else:
        known = "read" if article.blocks else ""
    assert known in ("no-article", "read")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("x " * limits.LONGEST, "page.txt"),
        ("# T\n\n" + "x " * limits.LONGEST, "page.md"),
        (page("<p>" + "x " * limits.LONGEST + "</p>"), "page.html"),
    ],
)
def test_more_text_than_an_article_has_is_refused(data: str, name: str) -> None:
    with pytest.raises(InputError) as caught:
        reading(data, name)
    assert caught.value.code == "too-long"


@pytest.mark.parametrize(
    "body",
    ["<p>a</p>" * (limits.MOST_ELEMENTS + 1), "<p>" + "<b>a</b>" * (limits.WIDEST + 1) + "</p>"],
)
def test_more_markup_than_a_page_has_is_refused(body: str) -> None:
    with pytest.raises(InputError) as caught:
        reading(page(body))
    assert caught.value.code == "too-complex"


def test_brackets_without_end_are_text() -> None:
    article = reading("# Title of it\n\n" + "[" * 5_000 + " and text\n", "page.md")
    assert article.blocks[-1].text.endswith("[[[ and text")


def test_front_matter_that_multiplies_itself_costs_nothing() -> None:
    rows = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    rows += [f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]" for a, b in ("ab", "bc", "cd", "de", "ef")]
    article = reading("---\n" + "\n".join(rows) + "\ntitle: *f\n---\n\nSome text.\n", "page.md")
    assert article.blocks[-1].text == "Some text."
