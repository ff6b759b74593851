"""Runs of words written large: what may be a name, and where it stands.

Refuses to say whether it is one. A possessive, a comma or a bracket ends a run; *of the* and the
like do not, where a large word follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translator.casing.common import COMMON
from translator.names.words import DEMONYMS, JOINERS, NO_NAMES, ORGANISATIONS, POSTS

_LEADING = frozenset({"the", "a", "an", "of", "for"})
_OPENING = _LEADING | frozenset(
    """
    on in at after before since during by from with as when while if but and or so yet although
    though because despite under over between against like near until both all some no not only
    even also then now here there what who why how where that this these those his her their its
    our my your he she they we it is are was were did does do has have had will would can could
    should last next one two three earlier later meanwhile however according
    """.split()
)
"""Small words with which a sentence begins, and which are no part of a name behind them."""

_WORD = re.compile(
    r"[^\W\d_]\.(?=\s[^\W\d_])"  # an initial
    r"|(?:[A-Z]\.){2,}"  # U.S.
    r"|[^\W_]+(?:(?:[.’']|-(?=[^\W\d_]?[^\Wa-z_]|[a-z]{2}-))[^\W_]+)*"  # a hyphen before a capital
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|(?<![\w.@/-])(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}/\S*"
    r"|(?<![\w/])[@#]\w+"
)
"""An address, a mailbox, a handle: large letters in it name nobody."""

_POSSESSIVE = re.compile(r"[’']s$|(?<=s)[’']$")
_BEGINS = re.compile(r"(?:^|[.!?:…]['\"”’)\]]*\s+|[\n“\"‘(\[—–•]\s*)$")


@dataclass(frozen=True, slots=True)
class Run:
    """Large words in a row. `begins` where a sentence begins with them, so that the first one may
    be any word; `post` is the title before a person's name, in small letters; `before` and `after`
    are the words around it."""

    words: tuple[str, ...]
    start: int
    end: int
    begins: bool = False
    post: str = ""
    before: str = ""
    after: str = ""

    @property
    def text(self) -> str:
        """The words as a name."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int
    ends_run: bool

    @property
    def is_large(self) -> bool:
        return self.text[0].isupper()


def runs(text: str) -> Iterator[Run]:
    """The runs of a clean text in sentence case, in order; titles, peoples and dates are cut off
    at their beginning and dates at their end."""
    tokens = _tokens(text)
    place = 0
    while place < len(tokens):
        if not tokens[place].is_large:
            place += 1
            continue
        last = _last(text, tokens, place)
        yield from _trimmed(text, tokens, place, last)
        place = last + 1


def _tokens(text: str) -> list[_Token]:
    tokens = []
    text = _ADDRESS.sub(lambda found: "." * len(found[0]), text)
    for found in _WORD.finditer(text):
        word = found[0]
        bare = _POSSESSIVE.sub("", word)
        tokens.append(_Token(bare, found.start(), found.start() + len(bare), bare != word))
    return tokens


def _last(text: str, tokens: Sequence[_Token], first: int) -> int:
    """The last token of the run that begins here."""
    last = first
    for place in range(first + 1, len(tokens)):
        gap = text[tokens[place - 1].end : tokens[place].start]
        if gap != " " or tokens[place - 1].ends_run:
            break
        if tokens[place].is_large or tokens[place].text[0].isdigit():
            last = place if tokens[place].is_large else last
        elif tokens[place].text not in JOINERS:
            break
    return last


def _trimmed(text: str, tokens: Sequence[_Token], first: int, last: int) -> Iterator[Run]:
    post = _post_before(text, tokens, first)
    head = text[max(0, tokens[first].start - 6) : tokens[first].start]
    begins = not post and bool(_BEGINS.search(head))
    for place in range(first, last):
        if tokens[place].text.lower() in POSTS and not _is_common(tokens[place + 1].text):
            first, begins, post = place + 1, False, tokens[place].text.lower()
    while begins and first < last and tokens[first].text.lower() in _OPENING:
        first, begins = first + 1, False
    while first <= last:
        small = tokens[first].text.lower()
        # *North Korean*, *Western European*: what stands before such a word goes with it.
        follower = tokens[first + 1].text.lower() if first < last else ""
        if not (
            small in NO_NAMES | _LEADING
            or small.isdigit()
            or is_people(small)
            or is_people(follower)
        ):
            break
        first, begins = first + 1, False
    while last > first and tokens[last].text.lower() in NO_NAMES | DEMONYMS:
        last -= 1
    if first > last:
        return
    some = tokens[first : last + 1]
    yield Run(
        tuple(one.text for one in some),
        some[0].start,
        some[-1].end,
        begins,
        post,
        tokens[first - 1].text.lower() if first else "",
        tokens[last + 1].text.lower() if last + 1 < len(tokens) else "",
    )


def _post_before(text: str, tokens: Sequence[_Token], first: int) -> str:
    """The title that stands right before a run in small letters: *spokesman Dmitry Peskov*."""
    if not first or text[tokens[first - 1].end : tokens[first].start] not in (" ", ". "):
        return ""
    word = tokens[first - 1].text.lower()
    return word if word in POSTS else ""


def _is_common(word: str) -> bool:
    return word.lower() in COMMON or word.lower() in ORGANISATIONS


def is_people(word: str) -> bool:
    """Whether a word in small letters names a people, a faith or a party, or those of it."""
    return word in DEMONYMS or word.removesuffix("s") in DEMONYMS
