"""A page becomes an article of the desk.

Reads the page, cuts its blocks into segments, gives it a slug and stores all of it, bytes
included. Adding the same bytes twice changes nothing. Refuses to translate. Separate from the
readers so that they need not know what a desk is.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from translator import desk as desks
from translator import inline, segmentation, sources
from translator.config import Config
from translator.desk import Desk, articles
from translator.errors import InputError, NotFoundError, TranslatorError, UsageError
from translator.model import TRANSLATED_ROLES, Article, Block, Role, Segment

_SLUG_LENGTH = 80
"""Longer slugs are cut at a word: file systems take 255 bytes, people read about ten words."""


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
) -> Added:
    """Read one page, by its path, its address or `-`, and put it on the desk.

    A page that is there already changes nothing, and neither does one whose bytes have changed:
    what has been translated belongs to the page as it was. Raises what the readers raise for a
    page that is none, InputError for one that is not in English unless `force`, UsageError for a
    slug that is none or taken, NetworkError, DeskError.
    """
    page = sources.load(source, allow_private=allow_private)
    same = articles.slug_of_page(desk, _digest(page.data))
    known = same or articles.slug_of_place(desk, page.place)
    if known is not None:
        stored = articles.read(desk, known)
        report = _report(source, stored.article, len(stored.segments))
        return replace(report, is_known=True, needs_update=same is None)
    article = sources.read(page, date_order=config.date_order)
    if article.language != "en" and not force:
        raise InputError("not-english", path=source, language=article.language)
    stored_page = articles.StoredPage(
        source, _digest(page.data), page.modified, page.data, page.place, page.charset
    )
    slug = _store(desk, article, stored_page, slug)
    stored = articles.read(desk, slug)
    return _report(source, stored.article, len(stored.segments))


def add_article(
    desk: Desk, article: Article, *, data: bytes, modified: datetime, slug: str = ""
) -> str:
    """Store an article that has been read from these bytes; its slug.

    Without a slug one is made from the title, with a number behind it where that is taken.
    Raises UsageError for a slug that is none or taken, DeskError.
    """
    page = articles.StoredPage(article.source, _digest(data), modified, data)
    return _store(desk, article, page, slug)


def _store(desk: Desk, article: Article, page: articles.StoredPage, slug: str) -> str:
    segments = tuple(cut(article))
    with desks.writing(desk, sync=True) as connection:
        taken = articles.taken(connection)
        slug = _chosen(slug, taken) if slug else _free(make_slug(title(article)), taken)
        articles.insert(
            connection,
            replace(article, slug=slug),
            page,
            [(segment, count_words(segment)) for segment in segments],
        )
    return slug


def cut(article: Article) -> Iterator[Segment]:
    """The segments of an article, in page order, numbered from 1."""
    number = 0
    for block in article.blocks:
        if block.role not in TRANSLATED_ROLES:
            continue
        for sentence in segmentation.split_marked(block.text, block.codes):
            number += 1
            yield Segment(number, block.id, sentence.text, gap=sentence.gap, codes=block.codes)


def title(article: Article) -> str:
    """The headline as clean text; the first body block where the page has no headline."""
    block = article.first(Role.TITLE) or next(
        (block for block in article.blocks if block.role in TRANSLATED_ROLES), None
    )
    return clean(block) if block else ""


def clean(block: Block) -> str:
    """The text of a block without the marks of its codes."""
    return inline.strip(block.text, block.codes)


def count_words(segment: Segment) -> int:
    """The English words of a segment, as translators are paid: runs between white space that
    hold a letter or a digit."""
    words = inline.strip(segment.source, segment.codes).split()
    return sum(1 for word in words if any(character.isalnum() for character in word))


def make_slug(text: str) -> str:
    """The text as an address or file name: ASCII letters, digits and hyphens, 80 at most."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", ""))
    ascii_only = plain.encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")
    if len(slug) > _SLUG_LENGTH:
        head = slug[: _SLUG_LENGTH + 1]
        slug = head.rpartition("-")[0] or slug[:_SLUG_LENGTH]
    return slug or "article"


def _chosen(slug: str, taken: Sequence[str]) -> str:
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


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _report(source: str, article: Article, segments: int) -> Added:
    return Added(source, article.slug, title(article), article.language, segments)
