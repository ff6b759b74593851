"""What files of ours carry, whatever their format: sheets out, entries in.

Refuses to know a format and the desk. Separate so that the writers and the importer agree.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from translator import inline
from translator.model import Article, Code, Origin, Role, Segment, State, Translation


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article on its way out.

    `former` is the English that a segment had when its translation was written, by the segment's
    id, where it has another one now. `gone` are segments that the article has no more.
    `findings` are sentences for a person, by the segment's id.
    """

    translation: Translation
    former: Mapping[int, str] = field(default_factory=dict)
    gone: Sequence[Segment] = ()
    findings: Mapping[int, Sequence[str]] = field(default_factory=dict)

    @property
    def slug(self) -> str:
        """The slug of the article."""
        return self.translation.article.slug


@dataclass(frozen=True, slots=True)
class Base:
    """What the desk held of a segment when its entry was written: the state, and digests of the
    target and of the note. Tells whose side has changed since, the file's or the desk's."""

    state: State
    target: str
    note: str

    def __str__(self) -> str:
        return f"{self.state} {self.target} {self.note}"

    def has_target(self, target: str) -> bool:
        """Whether this was the target. Blanks at its ends do not count, as on the way in."""
        return _digest(target.strip()) == self.target

    def has_note(self, note: str) -> bool:
        """Whether these were the words of the note. Programs wrap comments anew."""
        return _digest(" ".join(note.split())) == self.note


_BASE = re.compile(rf"({'|'.join(State)})\s+([0-9a-f]{{12}})\s+([0-9a-f]{{12}})")


def _digest(text: str) -> str:
    # 48 bits: it tells one text from another of the same segment, and guards against nobody.
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def base(segment: Segment) -> Base:
    """What the desk holds of a segment, for the file that it is written into."""
    note = " ".join(segment.note.split())
    return Base(segment.state, _digest(segment.target.strip()), _digest(note))


def read_base(text: str) -> Base | None:
    """A base as a file holds it; None where it is none."""
    found = _BASE.fullmatch(text.strip())
    return Base(State(found[1]), found[2], found[3]) if found else None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a file that comes back.

    `slug` and `segment` say what it is about, and are empty and 0 where it names no segment.
    `source` and `target` are marked text. `line` is where it begins in the file, counted from 1.
    `state` is None where the file only tells open from confirmed; `note` is None where it has no
    place for one; `base` is None where the file does not say what it was written from.
    """

    slug: str
    segment: int
    source: str
    target: str
    is_fuzzy: bool
    is_obsolete: bool
    line: int
    state: State | None = None
    note: str | None = None
    base: Base | None = None


def title(article: Article) -> str:
    """The headline as clean text, or else the slug."""
    block = article.first(Role.TITLE)
    return article.slug if block is None else inline.strip(block.text, block.codes)


def meaning(code: Code) -> str:
    """What an inline code stands for, for a person who sees only its number."""
    if code.kind == "a":
        return f"link {dict(code.attributes).get('href', '')}".strip()
    return code.kind


def origin(segment: Segment) -> str:
    """Where a target came from: ``memory-fuzzy 87%``, ``machine (argos …)``; empty for none."""
    if segment.origin is Origin.NONE:
        return ""
    rate = "" if segment.rate is None else f" {segment.rate}%"
    signature = f" ({segment.signature})" if segment.signature else ""
    return f"{segment.origin}{rate}{signature}"
