"""The nouns of the house: what an article, a block and a segment are.

Every layer speaks in these frozen values and in nothing of its own. Refuses behaviour: what is
done with an article lives in the module that does it. Separate so that the edges (readers,
engines, desk, pages) can meet without importing one another.

Texts with links or emphasis are *marked text*: clean text in which each inline code stands as a
numbered mark, ``<1>report</1>`` or ``<2/>``, and the codes are kept beside it (see `inline`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property


class Role(StrEnum):
    """What a block is on the page."""

    TITLE = "title"
    DECK = "deck"
    BYLINE = "byline"
    DATE = "date"
    READING_TIME = "reading_time"
    CAPTION = "caption"
    ALT = "alt"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    RELATED = "related"
    LISTING = "listing"
    FURNITURE = "furniture"


BODY_ROLES = frozenset({Role.PARAGRAPH, Role.HEADING, Role.LIST_ITEM, Role.QUOTE})
"""The roles that make up the body of an article; a page without any of them has no article."""

TRANSLATED_ROLES = BODY_ROLES | {Role.TITLE, Role.DECK, Role.CAPTION, Role.ALT, Role.RELATED}
"""The roles that are cut into segments. Byline, date and minutes are values that the page's frame
prints in each language; a listing, text whose lines count, goes out as it is; furniture is never
exported."""


class State(StrEnum):
    """How far a person has come with a segment, in the words of XLIFF 2.1, section 4.3.1.31."""

    INITIAL = "initial"
    """No person has confirmed it: the target is empty, or a draft by machine or memory."""
    TRANSLATED = "translated"
    """A person confirmed it."""
    REVIEWED = "reviewed"
    """Read a second time."""
    FINAL = "final"
    """Released."""


class Origin(StrEnum):
    """Where the text of a target first came from; it stays after confirmation."""

    NONE = "none"
    MACHINE = "machine"
    MEMORY_EXACT = "memory-exact"
    MEMORY_FUZZY = "memory-fuzzy"
    HUMAN = "human"


@dataclass(frozen=True, slots=True)
class Code:
    """One inline code: a link, emphasis, a line break, an e-mail address.

    `kind` is an HTML element name in lower case (``a``, ``em``, ``br``), or one that is written
    without markup: ``email``; ``literal``, a placeholder of a program's message; ``blank``, its
    white space. `attributes` are its name and value pairs, already cleaned of anything that could
    run.
    """

    number: int
    kind: str
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the page in reading order: a paragraph, a heading, a caption, a menu entry.

    `text` is marked text, trimmed, on one line; that of a listing has its lines. `level` is 1 to 6
    for headings, else 0. `element` tells where on the page it stood: the path of its element in
    HTML, ``line 12`` in a dump. `address` is what the block shows or leads to as a whole: the image
    of an `alt`, the page of a `related`.
    """

    id: int
    role: Role
    text: str
    level: int = 0
    element: str = ""
    address: str = ""
    codes: tuple[Code, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One English page as read, with what it states of itself.

    `source` is the path or address as the person gave it; `address` the page's own canonical
    address where it states one. `published` is a date of the page's own calendar. `slug` is empty
    until the desk has given one; `spanish_slug` is the Spanish page's part of its address where
    that is settled. `language` is an ISO 639-1 code.
    """

    blocks: tuple[Block, ...]
    source: str = ""
    slug: str = ""
    author: str = ""
    published: date | None = None
    reading_minutes: int | None = None
    site: str = ""
    address: str = ""
    image: str = ""
    language: str = "en"
    spanish_slug: str = ""

    def first(self, role: Role) -> Block | None:
        """The first block with this role, or None."""
        return next((block for block in self.blocks if block.role is role), None)


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence of one block, with its translation.

    `id` counts from 1 within the article in the order of creation and is never used again, so it
    survives splits and merges. `source` and `target` are marked text over `codes`; `gap` is the
    white space between this sentence and the next of its block. `rate` is a memory match in per
    cent; `signature` names the engine that made a machine target. `block` is the block's id.
    `note` is what a person left beside it for the next one, in lines; no page shows it.
    """

    id: int
    block: int
    source: str
    target: str = ""
    gap: str = ""
    codes: tuple[Code, ...] = ()
    state: State = State.INITIAL
    origin: Origin = Origin.NONE
    rate: int | None = None
    signature: str = ""
    note: str = ""

    @property
    def is_open(self) -> bool:
        """Whether a person still has to confirm it."""
        return self.state is State.INITIAL

    @property
    def is_draft(self) -> bool:
        """Whether it holds a text that no person has confirmed."""
        return self.is_open and bool(self.target)


@dataclass(frozen=True, slots=True)
class Draft:
    """A translation that a source brings along: marked text, and whether a person confirmed it.

    `state` says how far it has come where the source knows better than that. `origin` and `rate`
    are those of a proposal that nobody has taken yet. A draft may be a note alone.
    """

    text: str
    is_confirmed: bool
    state: State | None = None
    origin: Origin = Origin.HUMAN
    rate: int | None = None
    note: str = ""


@dataclass(frozen=True)
class Translation:
    """An article with its segments in page order: what pages and files are made from.

    `fetched` is when the page was read, or the file's own time where it was a file; `edited` when
    a person last changed a target. Both are aware and in UTC.
    """

    article: Article
    segments: tuple[Segment, ...]
    fetched: datetime
    edited: datetime | None = None

    def of(self, block: Block) -> tuple[Segment, ...]:
        """The segments of one block, in order."""
        return tuple(self._of_blocks.get(block.id, ()))

    @cached_property
    def _of_blocks(self) -> Mapping[int, Sequence[Segment]]:
        """The segments of each block: a page asks for one block after the other."""
        found: dict[int, list[Segment]] = {}
        for segment in self.segments:
            found.setdefault(segment.block, []).append(segment)
        return found

    @property
    def is_complete(self) -> bool:
        """Whether a person has confirmed every segment."""
        return not any(segment.is_open for segment in self.segments)


class MatchKind(StrEnum):
    """How a stored translation answers a sentence, best first."""

    CONTEXT = "context"
    """The same text between the same neighbours."""
    EXACT = "exact"
    """The same text."""
    SUBSTITUTED = "substituted"
    """The same but for numbers or codes, which have been put into the translation."""
    FUZZY = "fuzzy"
    """A similar text."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One translation in the memory.

    `source` and `target` are marked text whose codes are numbered from 1 in the order of the
    source; of a code only its kind is kept. `before` and `after` are keys (see `memory.tokens`) of
    the sentences around it, `NOTHING` where there is none, None where nobody knows. `origin` is
    MACHINE where no person stands by the text. `article` is a slug, or the name that a file gave.
    Times are aware and in UTC. `id` is 0 until the desk has stored it.
    """

    source: str
    target: str
    codes: tuple[Code, ...] = ()
    before: int | None = None
    after: int | None = None
    origin: Origin = Origin.HUMAN
    author: str = ""
    article: str = ""
    created: datetime | None = None
    changed: datetime | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class Match:
    """What a unit offers for one sentence.

    `rate` is in per cent: 101 for a context match, 100 for an exact one, 99 for one with numbers
    or codes put in, at most 98 for a fuzzy one, all less the penalties. `full` compares every
    token as it is written. `target` is marked text with the codes of the sentence;
    `substituted` are the places in it, start and end, that were put in.
    """

    kind: MatchKind
    rate: int
    full: int
    target: str
    unit: Unit
    substituted: tuple[tuple[int, int], ...] = ()


class TermKind(StrEnum):
    """What a termbase says of a word."""

    PREFERRED = "preferred"
    """This is its Spanish here."""
    ALLOWED = "allowed"
    """This is right too, and is never offered."""
    FORBIDDEN = "forbidden"
    """Not this; without an English source, nowhere."""
    KEEP = "keep"
    """It stays as it is in English."""


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a termbase: an English term with one Spanish one.

    `target` is empty for a term to keep, `source` only for a word that is forbidden everywhere.
    `decision` is where the decision stands written, or `house`. `id` is 0 for a term that no desk
    has stored.
    """

    source: str
    target: str
    kind: TermKind = TermKind.PREFERRED
    part_of_speech: str = ""
    domain: str = ""
    note: str = ""
    decision: str = ""
    id: int = 0


class NameKind(StrEnum):
    """What bears a name."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    MEDIA = "media"
    OTHER = "other"


class Decision(StrEnum):
    """What becomes of a name in Spanish."""

    KEEP = "keep"
    """It stays letter for letter."""
    FORM = "form"
    """It has a Spanish form, which stands wherever the name does."""
    TRANSLATE = "translate"
    """It is made of words that are translated, as said or, where nothing is said, freely."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name with its decision.

    `forms` are its English forms, each with its Spanish: the full one first, a surname alone, an
    acronym, other spellings. For a name to keep both are the same; for one that is translated
    freely the Spanish is empty. `why` is where the decision stands written, `house`, or empty
    where nobody has decided yet. `also` are Spanish words that answer the name as well: for a
    country what is of it, *ucraniano*.
    """

    kind: NameKind
    decision: Decision
    forms: tuple[tuple[str, str], ...]
    why: str = ""
    also: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The full English form, by which it is known."""
        return self.forms[0][0]

    @property
    def spanish(self) -> str:
        """The Spanish of the full form."""
        return self.forms[0][1]


class Grade(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    """The page must not go out so."""
    WARNING = "warning"
    """Somebody should look."""
    INFO = "info"
    """A preference of the house."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found in one segment.

    `rule` and `family` name the rule, `values` fill its sentence (see `explaining.finding`).
    `segment` is the segment's id in an article, its place from 1 in a file. The spans are start
    and end in the source and the target as they are stored, marked text; None where the finding
    is of the whole. `fix` is what would stand in the place of `target_span`; it is for a person to
    look at, and is never put in by itself.
    """

    rule: str
    family: str
    grade: Grade
    segment: int
    source_span: tuple[int, int] | None = None
    target_span: tuple[int, int] | None = None
    values: tuple[tuple[str, str], ...] = ()
    fix: str | None = None
