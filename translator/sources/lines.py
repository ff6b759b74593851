"""One line of a page dump, and what can be said of it from its own words.

Refuses its neighbours: `dump` looks at those. Separate because these are the small questions
(is it prose, is it a menu entry, is it an alt text) that the reading of a dump is made of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from translator import normalize

PROSE = 60
"""Characters from which a line that ends like a sentence is taken for running text: menu entries
and headlines that end so are shorter."""

_END = re.compile(r"[.!?…][”\"’'»)\]]*(?:\s*\[\d+\])*$")
_INNER_END = re.compile(r"[a-zà-þ0-9][.!?][”\"’']?\s+[“\"‘'A-ZÀ-Þ]")
_BULLET = re.compile(r"^(?:[•◦▪‣·*–—-]|\d{1,2}[.)])\s+(?=\S)")
_SLUG_LIKE = re.compile(r"^[^.!?]*$")
_CLOCK = re.compile(r"^\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?$", re.IGNORECASE)
_QUESTION = frozenset("why how what who when where which whose".split())
_VERBS = frozenset(
    "is are was were be been has have had will would can could may might must should do does did"
    " says say said claims claim tells told calls asks warns vows urges seeks gets goes comes makes"
    " takes gives wins loses kills hits strikes reveals reports shows finds faces leaves"
    " begins".split()
)
_PARTICIPLE = re.compile(r"^[a-z]{3,}ed$")

RELATED_WORDS = 9
"""Words from which a line that stands alone and makes a full statement is another article's
headline: sub-headings are phrases, and those of news pages have three to eight words."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank. `number` counts from 1; `is_apart` says that a blank line stands
    before it."""

    number: int
    text: str
    is_apart: bool

    @property
    def words(self) -> list[str]:
        """Its words, as parted by white space."""
        return self.text.split()


def folded(text: str) -> str:
    """The letters and digits of a text in small letters, to tell whether two lines say the same."""
    return "".join(filter(str.isalnum, text)).casefold()


def parse(text: str) -> tuple[Line, ...]:
    """The lines of a dump that are not blank."""
    lines: list[Line] = []
    is_apart = True
    for number, raw in enumerate(text.splitlines(), start=1):
        clean = normalize.line(raw)
        if clean:
            lines.append(Line(number, clean, is_apart))
        is_apart = not clean
    return tuple(lines)


def ends_sentence(text: str) -> bool:
    """Whether a text ends as sentences do."""
    return bool(_END.search(text))


def is_prose(line: Line) -> bool:
    """Whether it is running text by itself, wherever it stands."""
    if len(line.text) >= PROSE and ends_sentence(line.text):
        return True
    return len(line.text) >= 2 * PROSE and bool(_INNER_END.search(line.text))


def is_broken_prose(line: Line) -> bool:
    """Whether it is the beginning of running text that the copy broke at a link: far longer than
    headings and headlines are, and without an end."""
    return len(line.text) >= 100 and len(line.words) >= 15 and not ends_sentence(line.text)


def is_sentence(line: Line) -> bool:
    """Whether it is a sentence, however short, or leads to a list or a quotation."""
    ends = ends_sentence(line.text) or line.text.endswith(":")
    return ends and len(line.words) >= 3 and not line.text.endswith("...")


def is_alt_text(line: Line) -> bool:
    """Whether it looks like an alternative text: words in small letters without an end."""
    letters = [character for character in line.text if character.isalpha()]
    capitals = sum(character.isupper() for character in letters)
    return (
        len(line.words) >= 5
        and line.text[0].islower()
        and capitals <= len(letters) * 0.02
        and bool(_SLUG_LIKE.match(line.text))
    )


def is_headline(line: Line) -> bool:
    """Whether it could be the headline of a page."""
    return (
        len(line.words) >= 4
        and 15 <= len(line.text) <= 250
        and not line.text.endswith((".", ":", ",", ";"))
        and not line.text[0].islower()
    )


def is_heading(line: Line) -> bool:
    """Whether it could be a heading between paragraphs."""
    return (
        len(line.text) <= 100
        and len(line.words) <= 14
        and len(line.text) >= 4
        and not line.text.endswith((".", ",", ";", ":", "|"))
        and not line.text[0].islower()
        and any(character.islower() for character in line.text)
        and not _CLOCK.match(line.text)
    )


def is_statement(line: Line) -> bool:
    """Whether a line that stands alone says a whole thing, as other articles' headlines do."""
    words = [word.strip("“”‘’\"',;:?!()").lower() for word in line.words]
    if len(words) < RELATED_WORDS or words[0] in _QUESTION:
        return False
    return any(word in _VERBS or _PARTICIPLE.match(word) for word in words[1:])


def bullet(text: str) -> str:
    """The text without the bullet or number that begins a list item; empty where none does."""
    found = _BULLET.match(text)
    return text[found.end() :] if found else ""


def is_clock(line: Line) -> bool:
    """Whether it is a time of day and nothing else."""
    return bool(_CLOCK.match(line.text))
