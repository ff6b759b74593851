"""Search and replace in an article or the whole desk: English, Spanish or notes.

What is sought is looked for in the clean text, so that a phrase is found across inline codes; a
replacement keeps every code. Refuses to change anything: what it proposes goes through
`editing.change_all`, which one undo takes back. A pattern that would run for ever is refused after
a time. Separate from `editing` because it looks at many articles and writes none.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from translator import inline, normalize
from translator.desk import Desk, articles, reading, segments
from translator.desk.journal import article_key
from translator.editing import Change
from translator.errors import UsageError
from translator.inline import Close, Empty, Open
from translator.model import Code, Segment, State

PATIENCE_S = 0.2
"""How long one pattern may take on one sentence. An honest one takes some microseconds."""


class Field(StrEnum):
    """What is searched."""

    TARGET = "target"
    SOURCE = "source"
    NOTE = "note"


@dataclass(frozen=True)
class Query:
    """What is sought, and where. With `accents` and `case` these count; else *rio* finds *Río*.

    `states` are those a segment may be in; none stands for all.
    """

    text: str
    field: Field = Field.TARGET
    is_regex: bool = False
    case: bool = False
    accents: bool = False
    words: bool = False
    states: frozenset[State] = frozenset()

    @cached_property
    def pattern(self) -> Any:
        """The compiled pattern. Raises UsageError for one that is none."""
        import regex

        text = normalize.nfc(self.text)
        text = text if self.accents else normalize.plain(text)
        body = text if self.is_regex else regex.escape(text, literal_spaces=True)
        if self.words:
            body = rf"\b(?:{body})\b"
        try:
            return regex.compile(body, 0 if self.case else regex.IGNORECASE)
        except regex.error as error:
            raise UsageError("no-pattern", pattern=self.text, detail=str(error)) from error


@dataclass(frozen=True, slots=True)
class Hit:
    """A segment that has what is sought. `place` is its number in the article; `spans` are start
    and end in `text`, the clean text that was searched."""

    slug: str
    place: int
    segment: Segment
    text: str
    spans: tuple[tuple[int, int], ...]


def find(desk: Desk, query: Query, slug: str | None = None) -> Iterator[Hit | None]:
    """The segments of an article, or of all, that have what is sought; None after each article.

    The None lets a screen breathe. Raises UsageError for a pattern that is none or takes too long,
    NotFoundError, DeskError.
    """
    if not query.text:
        return
    for one in (slug,) if slug is not None else articles.slugs(desk):
        with reading(desk) as connection:
            hits = list(_in_article(connection, query, one))
        yield from hits
        yield None


def _in_article(connection: sqlite3.Connection, query: Query, slug: str) -> Iterator[Hit]:
    key = article_key(connection, slug)
    rows = segments.texts(connection, key, query.field.value)
    for place, (number, text, state) in enumerate(rows, start=1):
        if not text or (query.states and state not in query.states):
            continue
        if "<" not in text and not _matches(query, text):
            continue  # most are done with here; only inline codes need the whole segment
        segment = segments.get(connection, key, number)
        clean = _text(segment, query.field)
        if found := spans(query, clean):
            yield Hit(slug, place, segment, clean, found)


def _text(segment: Segment, field: Field) -> str:
    if field is Field.NOTE:
        return segment.note
    return inline.strip(getattr(segment, field), segment.codes)


def spans(query: Query, text: str) -> tuple[tuple[int, int], ...]:
    """Where what is sought stands in a clean text. Raises UsageError as `find` does."""
    return tuple(match.span() for match in _matches(query, text))


def _matches(query: Query, text: str) -> list[Any]:
    """The matches that are not empty."""
    folded = text if query.accents else normalize.plain(text)
    try:
        found = query.pattern.finditer(folded, timeout=PATIENCE_S)
        return [match for match in found if match.end() > match.start()]
    except TimeoutError as error:
        raise UsageError("pattern-too-slow", pattern=query.text) from error


def replaced(
    hit: Hit, query: Query, replacement: str, taken: Container[int] = range(1_000_000)
) -> Change | None:
    """What a replacement would make of the translation of a hit; None where it changes nothing.

    `taken` are the places in `hit.spans` that are replaced; without it, all are.
    In a pattern's replacement ``\\1`` and ``\\g<name>`` stand for its groups. Where case does not
    count, a word that began with a capital does so again. Raises UsageError for a group that the
    pattern has not, and for hits in another field than the target.
    """
    if query.field is not Field.TARGET:
        raise UsageError("replace-only-target")
    wanted = normalize.target(replacement)
    edits = [
        (*match.span(), _written(match, hit.text, query, wanted))
        for place, match in enumerate(_matches(query, hit.text))
        if place in taken
    ]
    new = _edited(hit.segment.target, hit.segment.codes, edits)
    if new == hit.segment.target:
        return None
    return Change(hit.slug, hit.segment.id, hit.segment.target, new)


def _written(match: Any, text: str, query: Query, replacement: str) -> str:
    if query.is_regex:
        return _expanded(match, text, query, replacement)
    found = text[match.start() : match.end()]
    if query.case or not replacement or not found:
        return replacement
    if len(found) > 1 and found.isupper() and not query.text.isupper():
        return replacement.upper()
    if found[0].isupper() and query.text[0].islower():
        return replacement[0].upper() + replacement[1:]
    return replacement


def _expanded(match: Any, text: str, query: Query, replacement: str) -> str:
    """The replacement with its groups, taken from the text as it is written."""
    import regex

    def group(reference: Any) -> str:
        name = reference["number"] or reference["name"]
        if name is None:
            return "\\"
        start, end = match.span(int(name) if name.isdecimal() else name)
        return text[start:end] if start >= 0 else ""

    try:
        return str(regex.sub(r"\\(?:(?P<number>\d+)|g<(?P<name>\w+)>|\\)", group, replacement))
    except IndexError as error:
        raise UsageError("no-such-group", pattern=query.text, replacement=replacement) from error


def _edited(marked: str, codes: Sequence[Code], edits: Sequence[tuple[int, int, str]]) -> str:
    """Marked text in which these stretches of its clean text are other words. All codes stay: one
    that stood within a stretch stands behind it."""
    pieces: list[str] = []
    position, left = 0, list(edits)
    for token in inline.put_back(marked, codes):
        if not isinstance(token, str):
            pieces.append(_mark(token))
            continue
        end = position + len(token)
        while left and left[0][0] < end:
            start, stop, new = left[0]
            if start >= position:
                pieces += [token[: start - position], new]
            if stop > end:
                token, position = "", end
                break
            token, position = token[stop - position :], stop
            left.pop(0)
        pieces.append(token)
        position = end
    return "".join(pieces)


def _mark(token: Open | Close | Empty) -> str:
    number = token.code.number
    if isinstance(token, Open):
        return f"<{number}>"
    return f"</{number}>" if isinstance(token, Close) else f"<{number}/>"
