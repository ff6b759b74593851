"""A Markdown text with its front matter: blocks, links and emphasis as CommonMark says them.

Everything in the body is the article; nothing is judged to be a site's. Markdown is turned into
HTML by markdown-it and read like any page's tree, so links are cleaned by the same hand, and HTML
within Markdown is as harmless. Refuses other dialects than CommonMark with tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from translator import inline, normalize
from translator.model import Article, Block, Role
from translator.pagetree.pieces import Piece, parse, walk
from translator.sources import byline, front_matter, markup
from translator.sources.front_matter import FrontMatter
from translator.sources.markup import Element

_ENDINGS = (".md", ".markdown", ".mdown", ".mkd")
_HEADING = re.compile(r"\s*#{1,6} \S")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_TYPED = (Role.BYLINE, Role.DATE, Role.READING_TIME)
_LINE = "data-line"
_NESTING = 100
"""Levels of quotes and lists within one another; markdown-it drops what is deeper."""
_MANY = 500
"""Brackets of a line from which they are no links: markdown-it's time grows with their square."""
_DEEP_QUOTE = re.compile(r"^(?: {0,3}> ?){20,}", re.MULTILINE)


def is_markdown(text: str, source: str) -> bool:
    """Whether a text is Markdown: by its name, its front matter, or a heading at its start."""
    named = source.lower().endswith(_ENDINGS)
    return named or front_matter.begins(text) or _HEADING.match(text) is not None


def read(text: str, *, date_order: str = "dmy") -> Article:
    """The article in a Markdown text. `date_order` tells how ``02/03/2025`` is read."""
    stated = front_matter.read(text, date_order=date_order)
    tree = parse(_html(stated))
    pieces = [] if tree is None else list(walk(tree))
    blocks = list(_blocks(pieces, stated, date_order))
    typed = [
        found
        for block in blocks
        if block.role in _TYPED
        and (found := byline.read_credits(inline.strip(block.text, block.codes), date_order))
    ]
    return Article(
        blocks=tuple(replace(block, id=number) for number, block in enumerate(blocks, start=1)),
        author=stated.author or next((one.author for one in typed if one.author), ""),
        published=stated.published or next((one.published for one in typed if one.published), None),
        reading_minutes=stated.minutes or next((one.minutes for one in typed if one.minutes), None),
        site=stated.site,
        address=stated.address,
        image=markup.absolute(stated.image, stated.address),
        language=stated.language or "en",
    )


def _html(stated: FrontMatter) -> str:
    """The body as HTML whose elements know the line of the text that they come from."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"maxNesting": _NESTING}).enable(["table", "strikethrough"])
    tokens = reader.parse(_calmed(stated.body))
    for token in tokens:
        if token.map and token.nesting >= 0:
            token.attrSet(_LINE, str(token.map[0] + 1 + stated.lines))
    return f"<body>{reader.renderer.render(tokens, reader.options, {})}</body>"


def _calmed(text: str) -> str:
    """The text without what makes a parser slow and no article has."""
    text = _DEEP_QUOTE.sub("> " * 20, text)
    if text.count("[") < _MANY:
        return text
    return "\n".join(
        line.replace("[", "\\[") if line.count("[") >= _MANY else line for line in text.split("\n")
    )


def _blocks(pieces: Sequence[Piece], stated: FrontMatter, order: str) -> Iterator[Block]:
    """Title and deck first; then every piece of the body that holds a word."""
    title = stated.title or _first_heading(pieces)
    deck = [Block(0, Role.DECK, stated.description, element="line 1")] if stated.description else []
    if _is_said(pieces, stated.description):
        deck = []
    is_awaited = _is_said(pieces, title)
    if not is_awaited:
        yield from [Block(0, Role.TITLE, title, element="line 1")] if title else []
        yield from deck
    body_begun = False
    for piece in pieces:
        if piece.element.tag == "img":
            yield from _picture(piece.element, stated)
            continue
        block = _block(piece, stated.address, order, body_begun=body_begun)
        text = inline.strip(block.text, block.codes)
        if not text:
            continue
        if is_awaited and text == title:
            yield replace(block, role=Role.TITLE, text=text, codes=(), level=0)
            yield from deck
            is_awaited = False
            continue
        if not body_begun and text == stated.description:
            yield replace(block, role=Role.DECK)
            continue
        body_begun = body_begun or block.role is Role.PARAGRAPH
        yield block


def _first_heading(pieces: Sequence[Piece]) -> str:
    """The first heading of the first level, or of any where the text begins with it."""
    filled = [piece for piece in pieces if piece.text.strip()]
    for piece in filled:
        if piece.element.tag == "h1" or (piece is filled[0] and piece.element.tag in _HEADINGS):
            return normalize.line(piece.text)
    return ""


def _is_said(pieces: Sequence[Piece], text: str) -> bool:
    return bool(text) and any(normalize.line(piece.text) == text for piece in pieces)


def _block(piece: Piece, base: str, order: str, *, body_begun: bool) -> Block:
    tags = [str(one.tag) for one in (piece.element, *piece.element.iterancestors())]
    if "pre" in tags:
        text = markup.verbatim(piece.run)
        return Block(0, Role.LISTING, text, element=_place(piece.element))
    text, codes = markup.read(piece.run, base)
    level = _HEADINGS.get(tags[0], 0)
    if level:
        role = Role.HEADING
    elif "figcaption" in tags:
        role = Role.CAPTION
    elif "blockquote" in tags:
        role = Role.QUOTE
    elif "li" in tags:
        role = Role.LIST_ITEM
    else:
        role = Role.PARAGRAPH if body_begun else _opening_role(inline.strip(text, codes), order)
    return Block(0, role, text, max(level, 2) if level else 0, _place(piece.element), codes=codes)


def _opening_role(text: str, order: str) -> Role:
    """What a line before the first paragraph is: byline, date and minutes are often typed there."""
    found = byline.read_credits(text, order)
    if found is None:
        return Role.PARAGRAPH
    if found.author:
        return Role.BYLINE
    return Role.DATE if found.published else Role.READING_TIME


def _picture(image: Element, stated: FrontMatter) -> Iterator[Block]:
    """A picture by its alternative text, and its title as the caption."""
    place = _place(image)
    alt, caption = (normalize.line(str(image.get(name) or "")) for name in ("alt", "title"))
    if alt:
        address = markup.absolute(str(image.get("src") or ""), stated.address)
        yield Block(0, Role.ALT, alt, element=place, address=address)
    if caption:
        yield Block(0, Role.CAPTION, caption, element=place)


def _place(element: Element) -> str:
    for one in (element, *element.iterancestors()):
        if line := one.get(_LINE):
            return f"line {line}"
    return ""
