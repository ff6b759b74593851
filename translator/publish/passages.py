"""One block of an article in one language, put together from its sentences.

In Spanish a sentence without a target stands in English, set apart by a code of our own, so that
the page can say so to browsers and screen readers. Refuses to know HTML. Separate from the pages
because the plain text is made from the same passages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from translator import inline
from translator.inline import Close, Empty, Open, Token
from translator.model import TRANSLATED_ROLES, Block, Code, Role, Segment, Translation

Language = Literal["en", "es"]

ENGLISH = Code(0, "english")
"""Stands around each sentence that a Spanish passage shows in English. No reader makes it: their
codes count from 1."""

_MARK = re.compile(r"</?([0-9]+)/?>")
_SPACES = re.compile(" {2,}")


@dataclass(frozen=True, slots=True)
class Passage:
    """A block in one language: its text and codes, well nested.

    `is_english` says that the whole of a Spanish passage still is English; then no `ENGLISH` code
    stands inside it.
    """

    block: Block
    tokens: tuple[Token, ...]
    is_english: bool = False

    @property
    def plain(self) -> str:
        """The text on one line, without codes; a line break is a space."""
        pieces = (token if isinstance(token, str) else _space_of(token) for token in self.tokens)
        return _SPACES.sub(" ", "".join(pieces)).strip(" ")


def _space_of(token: Open | Close | Empty) -> str:
    return " " if token.code.kind == "br" and not isinstance(token, Close) else ""


def read(translation: Translation, block: Block, language: Language) -> Passage:
    """This block in this language."""
    english = tuple(inline.put_back(block.text, block.codes))
    if language == "en" or block.role is Role.LISTING:
        return Passage(block, english)
    segments = translation.of(block)
    if all(_is_untranslated(segment) for segment in segments):
        return Passage(block, english, is_english=True)
    return Passage(block, _joined(segments))


def unfinished(translation: Translation) -> int:
    """How many sentences of the Spanish page a person still has to confirm or to write."""
    unread = sum(
        1 for segment in translation.segments if segment.is_open or _is_untranslated(segment)
    )
    unsplit = sum(
        1
        for block in translation.article.blocks
        if block.role in TRANSLATED_ROLES and not translation.of(block)
    )
    return unread + unsplit


def _is_untranslated(segment: Segment) -> bool:
    return not any(isinstance(token, str) and token.strip() for token in _target(segment))


def _joined(segments: Sequence[Segment]) -> tuple[Token, ...]:
    """The sentences of a block as one stream, with codes that a boundary cut in two made one."""
    stream: list[Token] = []
    gap = ""
    for segment in segments:
        sentence = list(_sentence(segment))
        depth = _cut_codes(stream, sentence)
        del stream[len(stream) - depth :], sentence[:depth]
        stream.extend([gap, *sentence] if gap else sentence)
        gap = segment.gap
    return tuple(stream)


def _sentence(segment: Segment) -> Iterable[Token]:
    if _is_untranslated(segment):
        return (Open(ENGLISH), *inline.put_back(segment.source, segment.codes), Close(ENGLISH))
    return _target(segment)


def _target(segment: Segment) -> Iterator[Token]:
    return _without_stray_marks(
        inline.put_back(segment.target.strip(" "), segment.codes), segment.codes
    )


def _without_stray_marks(tokens: Iterable[Token], codes: Sequence[Code]) -> Iterator[Token]:
    """The stream without half a code: readers are not to see the ``<1>`` that lost its partner.

    No text is lost: a number that stands in a page's own text is never given to a code.
    """
    numbers = {str(code.number) for code in codes}
    for token in tokens:
        if not isinstance(token, str):
            yield token
        elif kept := _MARK.sub(lambda mark: "" if mark[1] in numbers else mark[0], token):
            yield kept


def _cut_codes(before: Sequence[Token], after: Sequence[Token]) -> int:
    """How many codes are closed at the end of one sentence and opened again by the next."""
    depth = 0
    for close, opening in zip(reversed(before), after, strict=False):
        if not isinstance(close, Close) or opening != Open(close.code):
            break
        depth += 1
    return depth
