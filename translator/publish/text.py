"""An article as plain text, in the shape of the dump that such a page gives when it is copied.

Title, blank line, then deck, byline, date and minutes on lines of their own, then the body with
blank lines between its parts. Refuses codes: links and emphasis are gone, and so is the furniture.
"""

from __future__ import annotations

from collections.abc import Iterator

from translator.model import Article, Translation
from translator.publish import layout
from translator.publish.frame import frame
from translator.publish.layout import Kind, Layout, Part
from translator.publish.passages import Language

_ON_ONE_BLOCK = frozenset({Kind.FIGURE, Kind.LIST})
"""Parts whose lines follow one another without a blank line, as browsers copy them."""


def render(translation: Translation, language: Language) -> str:
    """The text of the page in this language; a sentence without a translation stays English."""
    page = layout.arrange(translation, language)
    title = (page.title.plain,) if page.title is not None else ()
    parts = list(page.parts)
    head = list(_head(page, translation.article, language))
    if parts and parts[0].kind is Kind.FIGURE:
        head.extend(_lines(parts.pop(0)))
    paragraphs = ["\n".join(title), "\n".join(head)]
    for part in parts:
        separator = "\n" if part.kind in _ON_ONE_BLOCK else "\n\n"
        paragraphs.append(separator.join(_lines(part)))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph) + "\n"


def _head(page: Layout, article: Article, language: Language) -> Iterator[str]:
    words = frame(language)
    if page.deck is not None:
        yield page.deck.plain
    if article.author:
        yield words.byline(article.author)
    if article.published is not None:
        day = article.published
        yield f"{day.day:02}/{day.month:02}/{day.year:04}"
    if article.reading_minutes is not None:
        yield words.minutes(article.reading_minutes)


def _lines(part: Part) -> Iterator[str]:
    if part.kind is Kind.LISTING:
        return (passage.block.text for passage in part.passages)
    return (passage.plain for passage in part.passages)
