"""Markdown: front matter is metadata, and nothing of the body is lost."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator import inline
from translator.model import Article, Role
from translator.sources import markdown

FRONT = """\
---
title: "Bridge opens: at last"
author: [Jane Roe, {name: By Tom Ferrer}]
date: 2026-03-03
description: After eleven years.
image: /bridge.jpg
canonical_url: https://example.org/news/bridge
lang: en-GB
---
"""
BODY = """\
# Bridge opens: at last

The *bridge* in [Alder](alder "Alder") opened on Monday. Write to desk@example.org.

![A bridge over water](bridge.jpg "Photo: Jane Roe")

## What next?

- One
- Two **bold**
  words

> A quote of
> two lines.

| town | people |
|---|---|
| Alder | 9,000 |

<div onclick="x()">Raw <script>alert(1)</script>text</div>

```
some code
```
"""


def lines(article: Article) -> list[tuple[str, str]]:
    return [(block.role.value, inline.strip(block.text, block.codes)) for block in article.blocks]


def test_a_whole_text() -> None:
    article = markdown.read(FRONT + BODY)
    assert lines(article) == [
        ("title", "Bridge opens: at last"),
        ("deck", "After eleven years."),
        ("paragraph", "The bridge in Alder opened on Monday. Write to desk@example.org."),
        ("alt", "A bridge over water"),
        ("caption", "Photo: Jane Roe"),
        ("heading", "What next?"),
        ("list_item", "One"),
        ("list_item", "Two bold words"),
        ("quote", "A quote of two lines."),
        ("paragraph", "town"),
        ("paragraph", "people"),
        ("paragraph", "Alder"),
        ("paragraph", "9,000"),
        ("paragraph", "Raw text"),
        ("listing", "some code"),
    ]
    assert (article.author, article.published) == ("Jane Roe, Tom Ferrer", date(2026, 3, 3))
    assert article.address == "https://example.org/news/bridge"
    assert article.image == "https://example.org/bridge.jpg"
    assert article.language == "en"


@pytest.mark.parametrize(
    ("typed", "roles", "stated"),
    [
        ("*By Jane Roe, 3 March 2026*", ["byline"], ("Jane Roe", date(2026, 3, 3), None)),
        ("*By Jane Roe, March 3, 2026*", ["byline"], ("Jane Roe", date(2026, 3, 3), None)),
        ("By Jane Roe and Tom Ferrer", ["byline"], ("Jane Roe and Tom Ferrer", None, None)),
        (
            "**By Jane Roe** | 3 March 2026 | 2 min read",
            ["byline"],
            ("Jane Roe", date(2026, 3, 3), 2),
        ),
        (
            "*By Jane Roe*\n\n*3 March 2026*",
            ["byline", "date"],
            ("Jane Roe", date(2026, 3, 3), None),
        ),
        ("_02/03/2026_", ["date"], ("", date(2026, 3, 2), None)),
        ("By then, 3 March 2026, it was open.", ["paragraph"], ("", None, None)),
        ("Alder, 3 March 2026", ["paragraph"], ("", None, None)),
    ],
)
def test_author_and_date_are_often_typed_below_the_title(
    typed: str, roles: list[str], stated: tuple[str, date | None, int | None]
) -> None:
    article = markdown.read(f"# Bridge opens\n\n{typed}\n\nIt opened on Monday, they say.\n")
    assert [role for role, _ in lines(article)] == ["title", *roles, "paragraph"]
    assert (article.author, article.published, article.reading_minutes) == stated


def test_the_front_matter_goes_before_what_is_typed() -> None:
    article = markdown.read(f"{FRONT}\n*By Ann Other, 1 May 2020*\n\nIt opened on Monday.\n")
    assert (article.author, article.published) == ("Jane Roe, Tom Ferrer", date(2026, 3, 3))


def test_a_listing_keeps_its_lines() -> None:
    article = markdown.read("# A\n\nText.\n\n```\nif a:\n    b  = 1\n\n<1>x</1>\n```\n")
    assert lines(article)[2] == ("listing", "if a:\n    b  = 1\n\n<1>x</1>")


def test_links_emphasis_and_mailboxes_are_codes_and_lines_are_known() -> None:
    text = FRONT + BODY
    block = markdown.read(text).blocks[2]
    assert [(code.kind, dict(code.attributes)) for code in block.codes] == [
        ("em", {}),
        ("a", {"href": "https://example.org/news/alder"}),
        ("email", {}),
    ]
    assert (
        block.element == f"line {(FRONT + BODY).splitlines().index('# Bridge opens: at last') + 3}"
    )


def test_a_title_of_the_front_matter_alone_comes_first() -> None:
    article = markdown.read(FRONT + "Only a paragraph.\n")
    assert lines(article) == [
        ("title", "Bridge opens: at last"),
        ("deck", "After eleven years."),
        ("paragraph", "Only a paragraph."),
    ]


@pytest.mark.parametrize("front", ["---\n---\n", "---\n\n---\n", "+++\n+++\n", ""])
def test_empty_front_matter(front: str) -> None:
    article = markdown.read(front + "# One\n\nTwo.\n")
    assert lines(article) == [("title", "One"), ("paragraph", "Two.")]


@pytest.mark.parametrize(
    "front",
    ["---\ntitle: a: b: [\nauthor: Jane Roe\n---\n", "+++\ntitle = \nauthor: Jane Roe\n+++\n"],
)
def test_broken_front_matter_costs_nothing_else(front: str) -> None:
    article = markdown.read(f"{front}\nText of it.\n")
    assert article.author == "Jane Roe"
    assert lines(article)[-1] == ("paragraph", "Text of it.")


def test_front_matter_in_toml() -> None:
    article = markdown.read('+++\ntitle = "One"\ndate = 2026-03-03T10:00:00Z\n+++\nTwo.\n')
    assert article.published == date(2026, 3, 3)
    assert lines(article) == [("title", "One"), ("paragraph", "Two.")]


def test_front_matter_that_is_never_closed_is_text() -> None:
    article = markdown.read("---\ntitle: One\n\nText.\n")
    assert ("paragraph", "Text.") in lines(article)


@pytest.mark.parametrize(
    ("text", "source", "answer"),
    [
        ("anything", "a.md", True),
        ("---\ntitle: x\n---\ntext", "-", True),
        ("# Heading\n\ntext", "-", True),
        ("#hashtag\n\ntext", "-", False),
        ("Plain text\n\n---\n\nmore", "a.txt", False),
    ],
)
def test_what_is_markdown(text: str, source: str, answer: bool) -> None:
    assert markdown.is_markdown(text, source) is answer


def test_a_byline_and_the_minutes_above_the_text_are_values() -> None:
    article = markdown.read("# One\n\nBy Jane Roe\n\n5 min read\n\nText of it, which is long.\n")
    assert [role for role, _ in lines(article)] == ["title", "byline", "reading_time", "paragraph"]
    assert (article.author, article.reading_minutes) == ("Jane Roe", 5)


@given(st.lists(st.sampled_from(["word", "- item", "> quote", "## head", "", "*em* b", "a  "])))
def test_no_word_of_the_body_is_lost(parts: list[str]) -> None:
    body = "\n".join(f"{part} w{number}" for number, part in enumerate(parts))
    read = " ".join(text for _, text in lines(markdown.read(body)))
    assert [f"w{number}" for number in range(len(parts))] == [
        word for word in read.split() if word.startswith("w") and word != "word"
    ]


def test_deep_nesting_keeps_the_text() -> None:
    article = markdown.read("> " * 300 + "deep down")
    assert "deep down" in " ".join(text for _, text in lines(article))


def test_roles_are_of_the_body() -> None:
    assert Role.FURNITURE not in {block.role for block in markdown.read(BODY).blocks}
