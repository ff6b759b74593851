"""A page becomes an article of the desk.

Reads the page, cuts its blocks into segments, gives it a slug and stores all of it, bytes
included. Adding the same bytes twice changes nothing. Refuses to translate. Separate from the
readers so that they need not know what a desk is.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from translator import desk as desks
from translator import inline, normalize, removal, segmentation, sources
from translator.config import Config
from translator.desk import Desk, articles
from translator.errors import InputError, NotFoundError, TranslatorError, UsageError
from translator.model import (
    TRANSLATED_ROLES,
    Article,
    Block,
    Draft,
    Role,
    Segment,
    State,
)


@dataclass(frozen=True, slots=True)
class Added:
    """A page that became an article, or that the desk knew already.

    `needs_update` tells that the page has changed since the article was made from it.
    """

    source: str
    slug: str
    title: str
    language: str
    segments: int
    is_known: bool = False
    needs_update: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """A page that could not be added, and why."""

    source: str
    error: TranslatorError


def expand(given: str) -> tuple[str, ...]:
    """The pages that an argument names: a folder stands for every page in it.

    Raises NotFoundError for a folder without any page.
    """
    if given == "-" or not Path(given).is_dir():
        return (given,)
    pages = sources.pages_in(Path(given))
    if not pages:
        raise NotFoundError("no-pages", path=given)
    return tuple(map(str, pages))


def add(
    desk: Desk,
    source: str,
    config: Config,
    *,
    slug: str = "",
    force: bool = False,
    allow_private: bool = False,
    own: bool = False,
) -> Added:
    """Read one page, by its path, its address or `-`, and put it on the desk.

    A page that is there already changes nothing, and neither does one whose bytes have changed:
    what has been translated belongs to the page as it was. One whose article was deleted brings it
    back with all its work. With `own` a person answers for a saved page being from where it says:
    it is kept as if it had been fetched from the house's site, known pages too.

    Raises what the readers raise for a page that is none, InputError for one that is not in English
    unless `force`, UsageError for a slug that is none or taken and for an `own` page that does not
    say that it is from the setting `site`, NetworkError, DeskError.
    """
    if normalize.nfc(source) != unicodedata.normalize("NFC", source):
        raise InputError("not-utf8", text=source)
    page = sources.load(source, allow_private=allow_private)
    places = [page.place, source]
    if own:
        page = answered_for(page, config)
        places.append(page.place)
    same = articles.slug_of_page(desk, digest(page.data))
    is_back = same is not None and removal.restore(desk, same)
    if same is not None and own:
        articles.set_place(desk, same, page.place)
    if same is not None and is_back:
        stored = articles.read(desk, same)
        return _report(source, stored.article, len(stored.segments))
    known = same or next(filter(None, map(partial(articles.slug_of_place, desk), places)), None)
    if known is not None:
        stored = articles.read(desk, known)
        report = _report(source, stored.article, len(stored.segments))
        return replace(report, is_known=True, needs_update=same is None)
    article = sources.read(page, date_order=config.date_order)
    if article.language != "en" and not force:
        raise InputError("not-english", path=source, language=article.language)
    stored_page = articles.StoredPage(
        source, digest(page.data), page.modified, page.data, page.place, page.charset
    )
    slug = _store(desk, article, stored_page, slug, sources.drafts(page, article))
    stored = articles.read(desk, slug)
    return _report(source, stored.article, len(stored.segments))


def answered_for(page: sources.Page, config: Config) -> sources.Page:
    """A saved page as if it had been fetched from the address that it states, which has to be of
    the house's site; a person answers for it. Raises UsageError."""
    from translator.publish import addresses

    if not config.site:
        raise UsageError("own-needs-site")
    said = page.place if page.address else sources.read(page, date_order=config.date_order).address
    if not addresses.is_own(said, config.site):
        raise UsageError("not-own", path=page.source, address=said, site=config.site)
    return replace(page, place=said)


def add_article(
    desk: Desk, article: Article, *, data: bytes, modified: datetime, slug: str = ""
) -> str:
    """Store an article that has been read from these bytes; its slug.

    Without a slug one is made from the title, with a number behind it where that is taken.
    Raises UsageError for a slug that is none or taken, DeskError.
    """
    page = articles.StoredPage(article.source, digest(data), modified, data)
    return _store(desk, article, page, slug, {})


def _store(
    desk: Desk,
    article: Article,
    page: articles.StoredPage,
    slug: str,
    drafts: Mapping[int, Draft],
) -> str:
    segments = tuple(_with_drafts(cut(article.blocks), article.blocks, drafts))
    with desks.writing(desk, sync=True) as connection:
        taken = articles.taken(connection)
        slug = checked_slug(slug, taken) if slug else _free(make_slug(_name(article)), taken)
        articles.insert(
            connection,
            replace(article, slug=slug),
            page,
            [(segment, count_words(segment)) for segment in segments],
        )
    return slug


def cut(blocks: Iterable[Block]) -> Iterator[Segment]:
    """The segments of these blocks, in order, numbered from 1."""
    number = 0
    for block in blocks:
        if block.role not in TRANSLATED_ROLES:
            continue
        for sentence in segmentation.split_marked(block.text, block.codes):
            number += 1
            used = inline.numbers(sentence.text, block.codes)
            codes = tuple(code for code in block.codes if code.number in used)
            yield Segment(number, block.id, sentence.text, gap=sentence.gap, codes=codes)


def _with_drafts(
    segments: Iterable[Segment], blocks: Iterable[Block], drafts: Mapping[int, Draft]
) -> Iterator[Segment]:
    """The segments with the translations that came with their lines, numbered anew from 1.

    A translation goes to a line's sentences one by one where it has as many; else the line is one
    segment.
    """
    by_line: dict[int, list[Segment]] = {}
    for segment in segments:
        by_line.setdefault(segment.block, []).append(segment)
    number = 0
    for block in blocks:
        own = by_line.get(block.id, [])
        for one in drafted(block, own, drafts[block.id]) if block.id in drafts else own:
            number += 1
            yield replace(one, id=number)


def drafted(block: Block, own: Sequence[Segment], draft: Draft) -> Sequence[Segment]:
    """The segments of a line with the translation that came with it: sentence by sentence where it
    has as many, else one segment, without a number, that is the line."""
    whole = normalize.target(draft.text)
    if not whole.strip():
        return [replace(one, note="" if place else draft.note) for place, one in enumerate(own)]
    state = draft.state or (State.TRANSLATED if draft.is_confirmed else State.INITIAL)
    targets = [one.text for one in segmentation.split_marked(whole, block.codes)]
    if len(targets) != len(own):
        own, targets = [Segment(0, block.id, block.text, codes=block.codes)], [whole]
    return [
        replace(
            one,
            target=text,
            state=state,
            origin=draft.origin,
            rate=draft.rate,
            note="" if place else draft.note,
        )
        for place, (one, text) in enumerate(zip(own, targets, strict=True))
    ]


def _name(article: Article) -> str:
    """What a slug is made of: the headline, or the file's name where lines are messages."""
    if article.blocks and article.blocks[0].element.startswith("entry "):
        return Path(article.source).stem
    return title(article)


def title(article: Article) -> str:
    """The headline as clean text; the first body block where the page has no headline."""
    block = article.first(Role.TITLE) or next(
        (block for block in article.blocks if block.role in TRANSLATED_ROLES), None
    )
    return clean(block) if block else ""


def clean(block: Block) -> str:
    """The text of a block on one line, without the marks of its codes."""
    return normalize.line(inline.strip(block.text, block.codes))


def count_words(segment: Segment) -> int:
    """The English words of a segment, as translators are paid: runs between white space that
    hold a letter or a digit."""
    words = inline.strip(segment.source, segment.codes).split()
    return sum(1 for word in words if any(character.isalnum() for character in word))


def make_slug(text: str) -> str:
    """The text as an address or file name; see `normalize.slug`."""
    return normalize.slug(text) or "article"


def checked_slug(slug: str, taken: Sequence[str]) -> str:
    """The slug, where it is one and free. Raises UsageError."""
    if slug in taken:
        raise UsageError("slug-taken", slug=slug)
    if make_slug(slug) != slug:
        raise UsageError("slug-malformed", slug=slug, nearest=make_slug(slug))
    return slug


def _free(slug: str, taken: Sequence[str]) -> str:
    number = 2
    free = slug
    while free in taken:
        free = f"{slug}-{number}"
        number += 1
    return free


def digest(data: bytes) -> str:
    """What tells one page's bytes from another's: their SHA-256."""
    return hashlib.sha256(data).hexdigest()


def _report(source: str, article: Article, segments: int) -> Added:
    return Added(source, article.slug, title(article), article.language, segments)
