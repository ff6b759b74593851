"""Two old pages, English and Spanish, become pairs of sentences.

Reads both pages with the readers of articles, cuts each by the rules of its language and has them
aligned. Refuses to store: what becomes of the pairs is the caller's affair. Separate from `intake`
because nothing comes onto the desk.
"""

from __future__ import annotations

from collections.abc import Iterable

from translator import alignment, inline, segmentation, sources
from translator.alignment import Pair, Text
from translator.errors import InputError, UsageError
from translator.model import TRANSLATED_ROLES
from translator.sources import language as languages

_REFUSALS = {"en": "not-english", "es": "not-spanish"}


def pairs(
    english: str,
    spanish: str,
    *,
    known: Iterable[tuple[str, str]] = (),
    date_order: str = "dmy",
    allow_private: bool = False,
    force: bool = False,
) -> tuple[Pair, ...]:
    """The linked sentences of two pages, each named by its path, its address or `-`.

    `known` are pairs of English and Spanish that hold, such as terms. Raises what the readers
    raise; UsageError where the pages stand the wrong way round, InputError where one is not in its
    language, unless `force`.
    """
    mine, theirs = (
        _read(source, language, date_order=date_order, allow_private=allow_private)
        for source, language in ((english, "en"), (spanish, "es"))
    )
    if not force:
        found = _language(mine), _language(theirs)
        if found == ("es", "en"):
            raise UsageError("sides-swapped", english=english, spanish=spanish)
        for source, wanted, language in zip((english, spanish), ("en", "es"), found, strict=True):
            if language not in ("", wanted):
                raise InputError(_REFUSALS[wanted], path=source, language=language)
    return alignment.pairs(mine, theirs, known)


def _read(source: str, language: str, *, date_order: str, allow_private: bool) -> Text:
    page = sources.load(source, allow_private=allow_private)
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
