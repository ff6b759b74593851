"""The page around the sentences: what readers and search engines see first.

Lengths are those that a page can show; they are the house's, and a desk may weigh them otherwise.
Refuses texts whose role nobody knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translator import normalize
from translator.checks.check import Context, Hit, Line
from translator.model import Role

HEADLINE, SEARCH_TITLE, DECK, ALT, CAPTION, SLUG = 110, 65, 250, 150, 400, 75
"""Characters that a headline, a result of a search engine, a deck, an alt text, a caption and an
address may have."""


def headline(source: str, target: str, context: Context) -> Iterator[Hit]:
    """A headline that is too long for the page."""
    return _too_long(target, context, Role.TITLE, HEADLINE)


def search_title(source: str, target: str, context: Context) -> Iterator[Hit]:
    """A headline that a search engine will cut."""
    if len(target) <= HEADLINE:
        yield from _too_long(target, context, Role.TITLE, SEARCH_TITLE)


def deck(source: str, target: str, context: Context) -> Iterator[Hit]:
    """A deck that is too long."""
    return _too_long(target, context, Role.DECK, DECK)


def alt(source: str, target: str, context: Context) -> Iterator[Hit]:
    """An alternative text that is too long to listen to."""
    return _too_long(target, context, Role.ALT, ALT)


def caption(source: str, target: str, context: Context) -> Iterator[Hit]:
    """A caption that is too long."""
    return _too_long(target, context, Role.CAPTION, CAPTION)


def _too_long(target: str, context: Context, role: Role, most: int) -> Iterator[Hit]:
    if context.role is role and len(target) > most:
        values = {"length": str(len(target)), "most": str(most)}
        yield Hit((most, len(target)), values=values)


def headline_stop(source: str, target: str, context: Context) -> Iterator[Hit]:
    """A headline that ends with a full stop which the English has not."""
    is_stopped = target.endswith(".") and not target.endswith("...")
    if context.role is Role.TITLE and is_stopped and not source.rstrip().endswith("."):
        yield Hit((len(target) - 1, len(target)), fix="")


def still_open(lines: Sequence[Line], context: Context) -> Iterator[tuple[int, Hit]]:
    """Segments that nobody has confirmed: one finding, at the first."""
    waiting = [line.number for line in lines if line.is_open]
    if waiting:
        yield waiting[0], Hit(values={"n": str(len(waiting))})


def slug_english(lines: Sequence[Line], context: Context) -> Iterator[tuple[int, Hit]]:
    """A Spanish address that is settled in English words."""
    english, spanish = context.slugs
    for line in _headlines(lines):
        if spanish and spanish == english and normalize.slug(line.target) != english:
            yield line.number, Hit(values={"slug": spanish})


def slug_length(lines: Sequence[Line], context: Context) -> Iterator[tuple[int, Hit]]:
    """A Spanish address that is settled and too long to be read."""
    spanish = context.slugs[1]
    for line in _headlines(lines):
        if len(spanish) > SLUG:
            yield line.number, Hit(values={"length": str(len(spanish)), "most": str(SLUG)})


def _headlines(lines: Sequence[Line]) -> list[Line]:
    """The first line of the headline, where it is translated: what is said of the address stands
    there."""
    return [line for line in lines if line.role is Role.TITLE and line.target.strip()][:1]


_FRAME = (Role.TITLE, Role.DECK, Role.CAPTION, Role.ALT)


def frame(lines: Sequence[Line], context: Context) -> Iterator[tuple[int, Hit]]:
    """The page's headline, deck, captions or alt texts without a translation, where its text has
    one."""
    if not any(line.target.strip() for line in lines if line.role not in _FRAME):
        return
    for line in lines:
        if line.role in _FRAME and not line.target.strip():
            yield line.number, Hit(values={"role": str(line.role)})
