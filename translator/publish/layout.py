"""What follows what on our page: the title, the deck and the parts of the body.

Blocks that belong together become one part: an image with its captions, a run of list items, of
quotes, of related headlines. Byline, date, minutes and furniture are left out: the frame prints
the first three in each language. Refuses to write anything; the pages and the plain text do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from translator.model import TRANSLATED_ROLES, Block, Role, Translation
from translator.publish.passages import Language, Passage, read


class Kind(StrEnum):
    """What a part of the body is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    QUOTE = "quote"
    FIGURE = "figure"
    RELATED = "related"
    LISTING = "listing"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the body. `level` is 2 to 6 for headings, else 0."""

    kind: Kind
    passages: tuple[Passage, ...]
    level: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """One page in one language, in reading order."""

    title: Passage | None
    deck: Passage | None
    parts: tuple[Part, ...]


_KINDS = {
    Role.TITLE: Kind.HEADING,
    Role.HEADING: Kind.HEADING,
    Role.DECK: Kind.PARAGRAPH,
    Role.PARAGRAPH: Kind.PARAGRAPH,
    Role.LIST_ITEM: Kind.LIST,
    Role.QUOTE: Kind.QUOTE,
    Role.ALT: Kind.FIGURE,
    Role.CAPTION: Kind.FIGURE,
    Role.RELATED: Kind.RELATED,
    Role.LISTING: Kind.LISTING,
}
"""A second title or deck has no place in the head of a page: it stands in the body."""

_SHOWN = TRANSLATED_ROLES | {Role.LISTING}
_RUNS = frozenset({Kind.LIST, Kind.QUOTE, Kind.RELATED})


def arrange(translation: Translation, language: Language) -> Layout:
    """The page of this article in this language."""
    article = translation.article
    head = {role: article.first(role) for role in (Role.TITLE, Role.DECK)}
    body = [
        block
        for block in article.blocks
        if block.role in _SHOWN and block is not head.get(block.role)
    ]
    title, deck = (
        None if block is None else read(translation, block, language) for block in head.values()
    )
    levels = _levels(body)
    parts = tuple(
        Part(
            _KINDS[group[0].role],
            tuple(read(translation, block, language) for block in group),
            level=levels.get(group[0].id, 0),
        )
        for group in _groups(body)
    )
    return Layout(title, deck, parts)


def _groups(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    group: list[Block] = []
    for block in blocks:
        if group and not _continues(group[-1], block):
            yield tuple(group)
            group = []
        group.append(block)
    if group:
        yield tuple(group)


def _continues(last: Block, block: Block) -> bool:
    """Whether a block belongs to the same part as the one before it."""
    kind = _KINDS[block.role]
    if kind is Kind.FIGURE:
        return _KINDS[last.role] is Kind.FIGURE and block.role is Role.CAPTION
    return kind in _RUNS and _KINDS[last.role] is kind


def _levels(blocks: Sequence[Block]) -> dict[int, int]:
    """The level of each heading on our page, by block id: from h2 down, none left out.

    The title is the only h1. A page that sets its subheads in h3 or h4 gets h2, and what stood
    deeper than a heading stays deeper than it.
    """
    levels: dict[int, int] = {}
    above: list[int] = []
    for block in blocks:
        if _KINDS[block.role] is not Kind.HEADING:
            continue
        level = block.level or 1
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        levels[block.id] = min(len(above) + 1, 6)
    return levels
