"""Two old pages, English and Spanish, become pairs of sentences.

Reads both pages with the readers of articles, cuts each by the rules of its language and has them
aligned, with what the desk's memory knows of the English. Separate from `intake` because no article
comes onto the desk; what a person need not look at can go into the memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translator import alignment, inline, segmentation, sources
from translator.alignment import Pair, Text
from translator.desk import Desk, memory, reading, writing
from translator.desk.memory import Taken
from translator.errors import InputError, UsageError
from translator.memory.tokens import NOTHING, key
from translator.model import TRANSLATED_ROLES, Unit
from translator.sources import language as languages

_REFUSALS = {"en": "not-english", "es": "not-spanish"}


@dataclass(frozen=True, slots=True)
class Linked:
    """The linked sentences of two pages. `is_draft` where the Spanish page says of itself that
    nobody has read all of it yet."""

    pairs: tuple[Pair, ...]
    is_draft: bool


def link(
    english: str,
    spanish: str,
    *,
    desk: Desk | None = None,
    date_order: str = "dmy",
    allow_private: bool = False,
    force: bool = False,
    takes_drafts: bool = True,
) -> Linked:
    """The linked sentences of two pages, each named by its path, its address or `-`.

    What the desk's memory has of the English sentences speaks for their Spanish. Raises what the
    readers raise; UsageError where the pages stand the wrong way round, InputError where one is not
    in its language, unless `force`, and where the Spanish one is a draft, unless `takes_drafts`.
    """
    first, second = (
        sources.load(source, allow_private=allow_private) for source in (english, spanish)
    )
    is_draft = _is_draft(sources.text_of(second.data, second.source, second.charset))
    if is_draft and not takes_drafts:
        raise InputError("draft-page", path=spanish)
    mine, theirs = (
        _read(page, language, date_order) for page, language in ((first, "en"), (second, "es"))
    )
    if not force:
        found = _language(mine), _language(theirs)
        if found == ("es", "en"):
            raise UsageError("sides-swapped", english=english, spanish=spanish)
        for source, wanted, language in zip((english, spanish), ("en", "es"), found, strict=True):
            if language not in ("", wanted):
                raise InputError(_REFUSALS[wanted], path=source, language=language)
    known = _known(desk, mine) if desk else ()
    return Linked(tuple(alignment.pairs(mine, theirs, known)), is_draft)


_UNLISTED = re.compile(r"<meta\s[^<>]{0,200}\bnoindex\b", re.IGNORECASE)
_OURS = re.compile(
    r'<meta name="generator" content="engesp\b|>\s*(?:Borrador|Draft)\s*<|"translationOfWork"'
)


def _is_draft(page: str) -> bool:
    """Whether a page is a draft as our exports write it: it asks search engines to leave it out,
    and says that we made it, or that it is a draft."""
    return bool(_UNLISTED.search(page) and _OURS.search(page))


def _known(desk: Desk, english: Text) -> list[tuple[str, str]]:
    """What the memory has of these very sentences."""
    with reading(desk) as connection:
        return [
            (unit.source, unit.target)
            for paragraph in english
            for sentence in paragraph
            for unit in memory.same(connection, sentence)
        ]


def keep(desk: Desk, found: Sequence[Pair], document: str) -> Taken:
    """Enter linked pairs in the memory, in one step; those that a person should look at are left
    out. `document` is what the units are said to come from. Raises DeskError."""
    english = [pair for pair in found if pair.english]
    keys = [NOTHING, *(key(pair.english) for pair in english), NOTHING]
    units = [
        Unit(pair.english, pair.spanish, before=keys[place - 1], after=keys[place + 1])
        for place, pair in enumerate(english, start=1)
        if pair.spanish and not pair.is_doubtful
    ]
    with writing(desk, sync=True) as connection:
        return memory.take_in(connection, units, document)


def _read(page: sources.Page, language: str, date_order: str) -> Text:
    article = sources.read(page, date_order=date_order)
    return cut(
        (
            inline.strip(block.text, block.codes)
            for block in article.blocks
            if block.role in TRANSLATED_ROLES
        ),
        language,
    )


def cut(paragraphs: Iterable[str], language: str) -> Text:
    """Paragraphs as lists of their sentences; those without a word are left out."""
    found = (
        [one.text.strip() for one in segmentation.split(text, language) if one.text.strip()]
        for text in paragraphs
    )
    return [sentences for sentences in found if sentences]


def _language(text: Text) -> str:
    return languages.find(" ".join(sentence for paragraph in text for sentence in paragraph))
