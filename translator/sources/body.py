"""The text of a page dump: paragraphs and what stands between them, down to the foot of the page.

Puts together what the copy broke at links, then says what each piece is: paragraph, heading, list
item, caption, quotation, promoted headline, or furniture. Refuses the head. Separate because it
works on pieces, where the head works on lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from translator.model import Role
from translator.sources import byline, furniture
from translator.sources.head import is_text
from translator.sources.lines import (
    Line,
    bullet,
    ends_sentence,
    folded,
    is_alt_text,
    is_broken_prose,
    is_clock,
    is_heading,
    is_prose,
    is_sentence,
    is_statement,
)

_LEAST_CALL = 120
"""Characters from which a line in the middle of the text is kept although it reads like a call:
articles may speak of subscriptions and support too."""

_REPEATS = 40
"""Pieces back to which a pull quote is looked for; they stand beside what they repeat."""

_LEAST_REPEAT = 25
"""Letters and digits from which a line that stands in another one is a repetition of it."""

_GAP = 25
"""Lines without running text that end an article; a box of promoted ones takes up to a dozen."""

_MENU_WORDS = 4
"""Words up to which a line that stands twice on a page is a menu entry or a label."""

_LEAD = 2
"""Sentences that may stand above the share buttons at the top of an article."""

_ATTRIBUTION_WORDS = 5
"""Words of a line with a dash before it that names the speaker of a quotation."""


@dataclass(slots=True)
class Piece:
    """Lines that are one text. `lines` are their indexes."""

    lines: list[int]
    text: str
    role: Role = Role.FURNITURE

    def add(self, index: int, line: Line) -> None:
        """Go on with this line."""
        glue = "" if line.text[0] in ",.;:)!?’”" or self.text.endswith(("(", "“")) else " "
        self.lines.append(index)
        self.text += glue + line.text


@dataclass(slots=True)
class _Reading:
    lines: Sequence[Line]
    order: str
    headline: str
    end: int
    menu: frozenset[str]
    said: list[str] = field(default_factory=list)
    in_promo: bool = False


def read(lines: Sequence[Line], start: int, headline: str, order: str) -> list[Piece]:
    """The pieces of the text that begins at `start`, to the end of the article."""
    end = _find_end(lines, start)
    short = Counter(line.text for line in lines if len(line.words) <= _MENU_WORDS)
    menu = frozenset(text for text, count in short.items() if count > 1)
    reading = _Reading(lines, order, folded(headline), end, menu)
    pieces = _joined(reading, start)
    for position, piece in enumerate(pieces):
        piece.role = _role(reading, pieces, position)
        if piece.role is Role.PARAGRAPH:
            reading.in_promo = False
        elif piece.role is Role.FURNITURE and furniture.interrupts(piece.text):
            reading.in_promo = reading.in_promo or furniture.is_promo_label(piece.text)
        if piece.role is not Role.FURNITURE:
            reading.said.append(folded(piece.text))
    return pieces


def _find_end(lines: Sequence[Line], start: int) -> int:
    """Where the article ends: below its last running text, at the first line that ends articles."""
    end = start
    texts = 0
    for index in range(start, len(lines)):
        line = lines[index]
        is_foot = furniture.ends_article(line.text) and not (
            texts <= _LEAD and _goes_on_below(lines, index)
        )
        if end > start and (is_foot or index - end > _GAP):
            break
        texts += is_text(line)
        is_next = index == end and end > start
        if is_text(line) or (is_next and (is_sentence(line) or bullet(line.text))):
            end = index + 1
    return _without_reading_list(lines, start, end)


def _goes_on_below(lines: Sequence[Line], index: int) -> bool:
    """Whether an article's worth of text follows a line that ends articles: share buttons stand
    below the first sentence on many pages, too."""
    return sum(is_text(line) for line in lines[index + 1 : index + _GAP]) > _LEAD


def _without_reading_list(lines: Sequence[Line], start: int, end: int) -> int:
    """The end, before a label such as *Useful reading:* with up to three texts below."""
    for index in range(max(start + 1, end - 4), end - 1):
        label, below = lines[index].text, lines[index + 1]
        if furniture.is_promo_label(label) and label.endswith(":") and is_prose(below):
            return index
    return end


def _joined(reading: _Reading, start: int) -> list[Piece]:
    """The lines of the text as pieces, with those put together that the copy broke at a link."""
    pieces: list[Piece] = []
    last: Piece | None = None
    for index in range(start, reading.end):
        line = reading.lines[index]
        if _is_between(reading, line):
            pieces.append(Piece([index], line.text))
            continue
        if last is not None and _goes_on(reading, last, index):
            last.add(index, line)
            continue
        last = Piece([index], line.text)
        pieces.append(last)
    return pieces


def _is_between(reading: _Reading, line: Line) -> bool:
    """Whether a line is none of the article's, whatever stands around it."""
    text = line.text
    if furniture.interrupts(text) or is_clock(line) or byline.read_date(text, reading.order):
        return True
    if furniture.is_call(text) and len(text) < _LEAST_CALL:
        return True
    return folded(text) == reading.headline


def _goes_on(reading: _Reading, piece: Piece, index: int) -> bool:
    """Whether a line is the rest of a sentence that was broken at a link."""
    line = reading.lines[index]
    if ends_sentence(piece.text) or furniture.has_credit(piece.text) or bullet(line.text):
        return False
    if piece.text.endswith(":") or (is_alt_text(line) and len(line.words) > 8):
        return False
    words = piece.text.split()
    is_near = index - piece.lines[-1] <= 2
    if line.text[0].islower() or line.text[0] in ",.;)":
        return is_near and (len(words) >= 3 or len(piece.lines) > 1 or _is_drop_cap(piece, line))
    if line.is_apart or index - piece.lines[-1] > 1 or len(words) < 3:
        return False
    is_link = len(line.words) <= 6 and not ends_sentence(line.text)
    if not is_link or line.text in reading.menu or furniture.has_credit(line.text):
        return False
    return (
        len(piece.lines) > 1
        or _is_cut_off(piece.text)
        or is_broken_prose(Line(0, piece.text, False))
    )


def _is_drop_cap(piece: Piece, line: Line) -> bool:
    return len(piece.text) == 1 and piece.text.isupper() and line.text[0].islower()


def _is_cut_off(text: str) -> bool:
    """Whether a text breaks off before a name: with a comma, or with a word in small letters where
    the line began as a sentence does."""
    words = text.split()
    if text.endswith((",", "(", "“")):
        return True
    openings = {
        "as",
        "according",
        "in",
        "on",
        "at",
        "speaking",
        "the",
        "earlier",
        "it",
        "he",
        "she",
    }
    return words[0].casefold() in openings and words[-1].islower() and len(words) >= 4


def _role(reading: _Reading, pieces: Sequence[Piece], position: int) -> Role:
    """What a piece is, in its place."""
    piece = pieces[position]
    line = Line(0, piece.text, reading.lines[piece.lines[0]].is_apart)
    if len(piece.lines) == 1 and _is_between(reading, line):
        return Role.FURNITURE
    if _is_repeat(reading, piece.text):
        return Role.FURNITURE
    if furniture.has_credit(piece.text):
        return Role.CAPTION
    if bullet(piece.text):
        return _listed(reading, pieces, position)
    if len(piece.lines) == 1 and is_alt_text(line):
        return Role.ALT
    if len(piece.lines) > 1 or is_prose(line) or is_sentence(line):
        return Role.PARAGRAPH
    if is_broken_prose(line):
        return Role.PARAGRAPH if not reading.in_promo else Role.FURNITURE
    if reading.in_promo or piece.text in reading.menu:
        return Role.FURNITURE
    return _standing_alone(pieces, position, line)


def _is_repeat(reading: _Reading, text: str) -> bool:
    """Whether it was said already: the headline, a pull quote, a paragraph copied twice."""
    words = folded(text)
    if len(words) < _LEAST_REPEAT:
        return False
    return words == reading.headline or any(words in said for said in reading.said[-_REPEATS:])


def _listed(reading: _Reading, pieces: Sequence[Piece], position: int) -> Role:
    """A list item, or the speaker's name below a quotation."""
    text = pieces[position].text
    item = bullet(text)
    before = pieces[position - 1].role if position else Role.FURNITURE
    is_named = text[0] in "–—-" and len(item.split()) <= _ATTRIBUTION_WORDS
    if is_named and not ends_sentence(item) and before is not Role.LIST_ITEM:
        return Role.QUOTE if before is Role.QUOTE else Role.FURNITURE
    return Role.LIST_ITEM


def _standing_alone(pieces: Sequence[Piece], position: int, line: Line) -> Role:
    """A line that is no sentence: heading, promoted headline, long caption or furniture."""
    if _leads(pieces, position):
        if is_statement(line):
            return Role.RELATED
        if position and is_heading(line):
            return Role.HEADING
        return Role.CAPTION if len(line.words) >= 8 else Role.FURNITURE
    return Role.RELATED if line.is_apart and is_statement(line) else Role.FURNITURE


def _leads(pieces: Sequence[Piece], position: int) -> bool:
    """Whether running text or a list follows, past at most two captions and labels."""
    for piece in pieces[position + 1 : position + 4]:
        if furniture.has_credit(piece.text) or furniture.interrupts(piece.text):
            continue
        line = Line(0, piece.text, False)
        return (
            len(piece.lines) > 1 or is_prose(line) or is_sentence(line) or bool(bullet(piece.text))
        )
    return False


def in_head(lines: Sequence[Line], start: int, end: int) -> Iterator[tuple[int, Role]]:
    """Captions and alternative texts between the headline and the text."""
    for index in range(start, end):
        if furniture.has_credit(lines[index].text):
            yield index, Role.CAPTION
        elif is_alt_text(lines[index]) and not furniture.interrupts(lines[index].text):
            yield index, Role.ALT
