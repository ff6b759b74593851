"""The head of a page dump: its headline, and what stands between that and the text.

Finds where the running text is first, then the headline above it: a copied page begins with menus
and tickers that may print the same headline. Refuses to judge the text. Separate because telling
the right one of several printings is a matter of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from translator.model import Role
from translator.sources import byline, furniture
from translator.sources.lines import Line, folded, is_alt_text, is_clock, is_headline, is_prose

REACH = 40
"""Lines between a headline and its text: share buttons and a list of versions take up to 30."""

_BREAK = 15
"""Lines without running text from which what follows is another text: a box of promoted articles
between two paragraphs takes up to a dozen."""

_FIRST = 0.3
"""The share of the longest text that the first one needs to be the article. Readers' comments may
be three times as long as what they comment on; notices above an article are far shorter."""

_LONGEST = 500
"""Characters of a line that can be a headline, a tab's title or a row of statements."""

_TAB = re.compile(r"\s+[|·•»–—-]+\s+|\s+::\s+|\s*\|\s*")
_LABELS = frozenset({"by", "author", "authors", "written by", "words by", "reporter", "reporters"})
_STATED = frozenset({Role.BYLINE, Role.DATE, Role.READING_TIME})
_STATES = re.compile(r"(?:by|published|updated|posted|last modified)\b|.*\b\d{1,2}:\d\d\b", re.I)
"""How lines begin, or what they hold, that say when and by whom and are longer than a headline."""

_DECK_SENTENCES = 2
"""With more running text than this above the byline, the text has begun above it."""


@dataclass(slots=True)
class Head:
    """What the head states. Indexes count lines from 0; `body` is the first line below it."""

    roles: dict[int, Role] = field(default_factory=dict)
    title: int | None = None
    body: int = 0
    author: str = ""
    published: date | None = None
    minutes: int | None = None


def read(lines: Sequence[Line], order: str) -> Head:
    """The head of this page."""
    text = _find_text(lines, order)
    head = Head(title=_find_title(lines, text, order))
    if head.title is not None:
        head.roles[head.title] = Role.TITLE
        head.body = head.title + 1
    else:
        head.body = max(0, text - REACH)
    _read_statements(head, lines, order)
    return head


def is_text(line: Line) -> bool:
    """Whether it is running text of an article, as far as the line alone can tell."""
    return (
        is_prose(line) and not furniture.is_call(line.text) and not furniture.has_credit(line.text)
    )


def _find_text(lines: Sequence[Line], order: str) -> int:
    """The first line of running text of what must be the article.

    Text right below a date is a reader's comment, unless it is the first of its kind.
    """
    texts: list[tuple[int, int]] = []
    last = -_BREAK
    for index, line in enumerate(lines):
        if furniture.ends_article(line.text):
            last = -_BREAK
        if not is_text(line):
            continue
        start, size = texts.pop() if index - last < _BREAK and texts else (index, 0)
        is_comment = size > 0 and byline.read_date(lines[index - 1].text, order) is not None
        texts.append((start, size + (0 if is_comment else len(line.text))))
        last = index
    if not texts:
        return len(lines)
    longest = max(size for _, size in texts)
    return next(start for start, size in texts if size >= _FIRST * longest)


def _find_title(lines: Sequence[Line], text: int, order: str) -> int | None:
    """The headline: what the browser's tab names, what is printed twice, or what stands nearest
    above the text."""
    counts = Counter(folded(line.text) for line in lines)
    twice = [
        index
        for index in range(max(0, text - REACH), min(text, len(lines)))
        if counts[folded(lines[index].text)] > 1 and _may_be_title(lines, index, order)
    ]
    for candidates in (_named_by_tab(lines), twice):
        near = [
            (distance, index)
            for index in candidates
            if (distance := _distance(lines, index, order)) is not None
        ]
        if near:
            return min(near)[1]
    return _nearest_above(lines, text, order)


def _named_by_tab(lines: Sequence[Line]) -> list[int]:
    """Where the words of the first line stand again, with or without the site's name."""
    if not lines or len(lines[0].text) > _LONGEST:
        return []
    if furniture.is_call(lines[0].text) or len(lines[0].words) < 4:
        return []
    tab = lines[0].text
    cuts = [tab, *(tab[: found.start()] for found in _TAB.finditer(tab))]
    names = {folded(cut) for cut in cuts if len(cut) > 15}
    # With the site's name behind it, the first line is the tab's title and never the headline.
    first = 0 if len(cuts) == 1 else 1
    found = [index for index in range(first, len(lines)) if folded(lines[index].text) in names]
    return found if found != [0] else []


def _distance(lines: Sequence[Line], index: int, order: str) -> int | None:
    """How far below a headline its byline, date or text begins; None where no text is near."""
    below = range(index + 1, min(index + REACH, len(lines)))
    if not any(is_text(lines[other]) for other in below):
        return None
    return next(
        other - index
        for other in below
        if is_text(lines[other]) or _statement(Head(), lines[other].text, order)
    )


def _nearest_above(lines: Sequence[Line], text: int, order: str) -> int | None:
    """The headline nearest above the text; of two in a row the upper one, the other is its deck."""
    end = min(text, len(lines))
    for least in (5, 4):
        for index in range(end - 1, max(-1, end - REACH), -1):
            if len(lines[index].words) < least or not _may_be_title(lines, index, order):
                continue
            above = index - 1
            if above >= 0 and len(lines[above].words) > 5 and _may_be_title(lines, above, order):
                return above
            return index
    return None


def _may_be_title(lines: Sequence[Line], index: int, order: str) -> bool:
    line = lines[index]
    if not is_headline(line) or is_alt_text(line) or _STATES.match(line.text):
        return False
    if furniture.is_call(line.text) or furniture.interrupts(line.text):
        return False
    if furniture.has_credit(line.text) or _statement(Head(), line.text, order):
        return False
    return not (index and is_clock(lines[index - 1]))


def _read_statements(head: Head, lines: Sequence[Line], order: str) -> None:
    """Read byline, date and minutes below the headline, and the deck between."""
    start = head.body
    texts = 0
    for index in range(start, min(start + REACH, len(lines))):
        if is_text(lines[index]):
            texts += 1
            # Below a byline the text begins: a date further down is that of another article.
            if texts > _DECK_SENTENCES or _STATED & set(head.roles.values()):
                break
        role = _statement(head, lines[index].text, order) or _by_place(head, lines, index, order)
        if role is not None:
            head.roles[index] = role
    stated = [index for index, role in head.roles.items() if role in _STATED]
    if stated:
        head.body = max(stated) + 1
        _find_deck(head, lines, range(start, min(stated)))


def _statement(head: Head, text: str, order: str) -> Role | None:
    """The role of a line that states one or several things and nothing else; the first of each
    kind counts."""
    if len(text) > _LONGEST:
        return None
    parts = byline.parts(text)
    roles = [_one(head, part, order) for part in parts]
    if len(parts) > 1 and None in roles[:2]:
        return None
    return next(filter(None, roles), None)


def _one(head: Head, text: str, order: str) -> Role | None:
    if author := byline.read_author(text):
        head.author = head.author or author
        return Role.BYLINE
    if minutes := byline.read_minutes(text):
        head.minutes = head.minutes or minutes
        return Role.READING_TIME
    if published := byline.read_date(text, order):
        head.published = head.published or published
        return Role.DATE
    return None


def _by_place(head: Head, lines: Sequence[Line], index: int, order: str) -> Role | None:
    """A name below the label *By*, or right beside the date, is the author's."""
    name = lines[index].text.strip(" |·")
    if head.author or not byline.is_name(name):
        return None
    above = lines[index - 1].text if index else ""
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    is_labelled = above.strip(" :").casefold() in _LABELS
    beside = [text for text in (above, below) if byline.read_date(text, order)]
    is_person = 2 <= len(name.split()) <= 4 and not furniture.interrupts(name)
    is_menu = sum(line.text == lines[index].text for line in lines) > 1
    if not is_labelled and (not beside or not is_person or is_menu):
        return None
    if is_labelled:
        head.roles[index - 1] = Role.BYLINE
    head.author = byline.clean_names(name)
    return Role.BYLINE


def _find_deck(head: Head, lines: Sequence[Line], where: range) -> None:
    """Give the first line between headline and byline that says something its role; more of them
    are text."""
    role = Role.DECK
    for index in where:
        line = lines[index]
        if index in head.roles or len(line.words) < 6 or is_alt_text(line):
            continue
        is_repeat = head.title is not None and folded(line.text) == folded(lines[head.title].text)
        if (
            not is_repeat
            and not furniture.is_call(line.text)
            and not furniture.has_credit(line.text)
        ):
            if role is Role.DECK or is_text(line):
                head.roles[index] = role
            role = Role.PARAGRAPH
