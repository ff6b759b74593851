"""The pages of an article as text on the screen: what a reader will see, in reading order.

Headings, captions, quotes and lists are laid out as on the page, by signs and not by colour. A
sentence without a translation stands in English between ⟨ ⟩, as the page will have it. Refuses
widgets: values in, values out. Separate because the reading pass and the preview show it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from translator import inline, normalize
from translator.model import Block, Role, Segment, Translation
from translator.publish import layout
from translator.publish.frame import frame
from translator.publish.layout import Kind, Layout, Part
from translator.publish.passages import Language
from translator.tui.widgets.flow import wrap

LONGEST = 84
"""Cells of a line at most: longer ones are hard to read."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence of a paragraph: start and end in its text."""

    segment: Segment
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the page in one language. `first` stands before its first line, `rest` before
    the others; `under` is drawn below it from end to end."""

    block: Block
    text: str
    pieces: tuple[Piece, ...]
    style: str = ""
    first: str = ""
    rest: str = ""
    under: str = ""
    is_close: bool = False
    """Whether it follows the one before it without a blank line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the screen: `indent`, then the text of a paragraph from `start` to `end`."""

    indent: str = ""
    text: str = ""
    start: int = 0
    paragraph: int = -1
    style: str = ""


def paragraphs(translation: Translation, language: Language) -> tuple[Paragraph, ...]:
    """The page of this article in this language, with the words of its frame."""
    return tuple(_arranged(translation, layout.arrange(translation, language), language))


def _arranged(translation: Translation, page: Layout, language: Language) -> Iterator[Paragraph]:
    if page.title is not None:
        yield _paragraph(translation, page.title.block, language, style="bold", under="═")
    if page.deck is not None:
        yield _paragraph(translation, page.deck.block, language, style="italic")
    words = frame(language)
    article = translation.article
    facts = (
        words.byline(article.author) if article.author else "",
        words.date(article.published) if article.published else "",
        words.minutes(article.reading_minutes) if article.reading_minutes else "",
    )
    if any(facts):
        yield _of_the_frame(" · ".join(fact for fact in facts if fact))
    for part in page.parts:
        if part.kind is Kind.RELATED:
            yield _of_the_frame(words.related)
        for place, passage in enumerate(part.passages):
            yield _part(translation, part, passage.block, language, place)


def _of_the_frame(text: str) -> Paragraph:
    """A line that belongs to no block: nothing in it is translated here."""
    return Paragraph(Block(0, Role.BYLINE, text), normalize.visible(text), (), "dim")


def _part(
    translation: Translation, part: Part, block: Block, language: Language, place: int
) -> Paragraph:
    if part.kind is Kind.LISTING:
        return _of_the_frame(normalize.line(block.text))
    is_close = place > 0 and part.kind in (Kind.LIST, Kind.FIGURE, Kind.RELATED)
    if part.kind is Kind.HEADING:
        under = "─" if part.level <= 2 else ""
        first = "" if part.level <= 2 else "#" * part.level + " "
        return _paragraph(translation, block, language, style="bold", first=first, under=under)
    first, rest = {
        Kind.LIST: ("  • ", "    "),
        Kind.QUOTE: ("  │ ", "  │ "),
        Kind.RELATED: ("  → ", "    "),
        Kind.FIGURE: ("  ▣ ", "    ") if block.role is Role.ALT else ("    ", "    "),
    }.get(part.kind, ("", ""))
    style = "italic" if part.kind in (Kind.FIGURE, Kind.QUOTE) else ""
    return _paragraph(
        translation, block, language, style=style, first=first, rest=rest, is_close=is_close
    )


def _paragraph(
    translation: Translation,
    block: Block,
    language: Language,
    *,
    style: str = "",
    first: str = "",
    rest: str = "",
    under: str = "",
    is_close: bool = False,
) -> Paragraph:
    text, pieces = "", []
    for segment in translation.of(block):
        start = len(text)
        text += _shown(segment, language)
        pieces.append(Piece(segment, start, len(text)))
        text += normalize.visible(segment.gap)
    return Paragraph(block, text.rstrip(" "), tuple(pieces), style, first, rest, under, is_close)


def _shown(segment: Segment, language: Language) -> str:
    source = normalize.visible(inline.strip(segment.source, segment.codes))
    if language == "en":
        return source
    target = normalize.visible(inline.strip(segment.target, segment.codes)).strip(" ")
    return target or f"⟨{source}⟩"


def lay_out(paragraph: Paragraph, number: int, width: int) -> list[Line]:
    """The lines of a paragraph, the number of which they carry."""
    room = max(8, min(width, LONGEST) - len(paragraph.first))
    lines = [
        Line(
            paragraph.rest if place else paragraph.first,
            paragraph.text[start:end],
            start,
            number,
            paragraph.style,
        )
        for place, (start, end) in enumerate(wrap(paragraph.text, room))
    ]
    if paragraph.under:
        length = max(len(line.text) for line in lines)
        lines.append(Line("", paragraph.under * length, 0, -1, ""))
    return lines
