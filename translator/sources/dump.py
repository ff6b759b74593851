"""A page copied as text, menus and all: which line is what.

Every line that is not blank becomes part of a block, in order; what is not the article is
`furniture`, so that a person can take it back in. Refuses to guess across pages: it is told
nothing of the site. The article is found from its headline downwards: what the page states of
itself comes first (`head`), then running text with its headings, captions and promoted headlines,
until the calls and menus at the foot (`body`).
"""

from __future__ import annotations

from collections.abc import Sequence

from translator import inline
from translator.model import Article, Block, Role
from translator.sources import body, head, mailboxes
from translator.sources.body import Piece
from translator.sources.lines import Line, bullet, parse

_HEADING_LEVEL = 2
"""A dump tells headings from text, not one level from another."""


def read(text: str, *, date_order: str = "dmy") -> Article:
    """The article in a page dump. `date_order` tells how ``02/03/2025`` is read."""
    lines = parse(text)
    top = head.read(lines, date_order)
    headline = "" if top.title is None else lines[top.title].text
    above = 0 if top.title is None else top.title + 1
    roles = dict(body.in_head(lines, above, top.body)) | top.roles
    pieces = [
        Piece([index], lines[index].text, roles.get(index, Role.FURNITURE))
        for index in range(top.body)
    ]
    pieces += body.read(lines, top.body, headline, date_order)
    end = max((max(piece.lines) for piece in pieces), default=-1) + 1
    pieces += [Piece([index], lines[index].text) for index in range(end, len(lines))]
    return Article(
        blocks=tuple(_block(number, piece, lines) for number, piece in enumerate(pieces, start=1)),
        author=top.author,
        published=top.published,
        reading_minutes=top.minutes,
    )


def _block(number: int, piece: Piece, lines: Sequence[Line]) -> Block:
    is_item = piece.role is Role.LIST_ITEM
    first, last = lines[piece.lines[0]].number, lines[piece.lines[-1]].number
    text, codes = inline.lift(mailboxes.mark([bullet(piece.text) if is_item else piece.text]))
    return Block(
        number,
        piece.role,
        text,
        level=_HEADING_LEVEL if piece.role is Role.HEADING else 0,
        element=f"line {first}" if first == last else f"line {first}-{last}",
        codes=codes,
    )
