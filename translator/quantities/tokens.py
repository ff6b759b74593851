"""A text as tokens: figures, words and signs with their places, and what is no quantity taken out.

Addresses, mailboxes, handles, telephone numbers, versions and names that hold figures (T-72, M142,
COVID-19, 11-S) never reach the reader. One pass of one expression, so that no text takes long.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

SPACES = "\u00a0\u202f\u2009"
_REST = (
    r"|[0-9]+(?:[.,:][0-9]+)*"
    r"|[%‰$€£¥₴₽₹°½¼¾⅓⅔]"
    r"|[^\W\d_]+"
)
_ENGLISH = re.compile(rf"[0-9]{{1,3}}(?:[{SPACES}][0-9]{{3}})+(?![0-9])(?:[.,][0-9]+)?" + _REST)
_SPANISH = re.compile(rf"[0-9]{{1,3}}(?:[{SPACES} ][0-9]{{3}})+(?![0-9])(?:[.,][0-9]+)?" + _REST)

_ADDRESS = re.compile(r"(?:https?://|www\.|\S*@|#\w)\S*")
_CODE = re.compile(r"</?[0-9]{1,4}/?>")
"""The mark of an inline code."""
_DOMAIN = re.compile(r"\b\w+\.(?:com|org|net|gov|edu|es|uk)\b\S*")
_TELEPHONE = re.compile(
    r"\+[0-9]{1,3}[ (.\-][0-9() .\-]{6,20}[0-9]"
    r"|\([0-9]{2,4}\) ?[0-9]{3,4}[ \-][0-9]{4}"
    r"|\b[0-9]{3}-[0-9]{3}-[0-9]{4}\b"
    r"|\b1-8[0-9]{2}-[0-9A-Z\-]{7,9}\b"
)
_LONGEST = 40
"""Characters from which a figure is no quantity but a key or a torrent of digits."""

_NAME = re.compile(
    r"(?<![\w$€£.,\-])(?:[A-Z][A-Za-z]{0,11}-?[0-9]{1,4}(?:[A-Z][0-9A-Z]{0,3})?|[0-9]{1,2}[A-DG-Z])"
    r"(?![\w%])"
)
"""A name that holds figures: T-72, M142, H5N1, 3D."""
_FIGURES = re.compile(r"[0-9]+")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: as written in small letters, and from where to where."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]

    def gap(self, index: int) -> str:
        """What stands between a token and the one before it."""
        return self.text[self.ends[index - 1] : self.starts[index]] if index else ""


def tokens(text: str, *, is_english: bool) -> Tokens:
    """The tokens of a text, with addresses, telephone numbers and marks of codes blanked."""
    blanked = _blanked(text)
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in (_ENGLISH if is_english else _SPANISH).finditer(blanked):
        words.append(match[0])
        starts.append(match.start())
        ends.append(match.end())
    return Tokens(blanked, [word.lower() for word in words], starts, ends)


def _blanked(text: str) -> str:
    if "@" in text or "://" in text or "www." in text or "#" in text:
        text = _ADDRESS.sub(_blank, text)
    if "<" in text:
        text = _CODE.sub(_blank, text)
    if "." in text and _DOMAIN.search(text):
        text = _DOMAIN.sub(_blank, text)
    if "-" in text or "+" in text:
        text = _TELEPHONE.sub(_blank, text)
    return text


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


_PREFIXES = frozenset(
    """
    mid post pre under over sub top pro late early since non anti roughly nearly almost about age
    aged twenty thirty forty fifty sixty seventy eighty ninety ex
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec the a
    """.split()
)


def is_name(found: Tokens, index: int) -> bool:
    """Whether the figure at this place belongs to a name (T-72, 11-S), a version or a key."""
    text, start, end = found.text, found.starts[index], found.ends[index]
    if end - start > _LONGEST or _is_version(found.words[index]):
        return True
    before = text[start - 1 : start] if start else ""
    if before == "_" or text[end : end + 1] == "_":
        return True
    if before in "-‑" and index and before and found.ends[index - 1] == start - 1:
        word = text[found.starts[index - 1] : found.ends[index - 1]]
        if word[0].isalpha() and word != word.lower() and word.lower() not in _PREFIXES:
            return True
    return _has_letters_behind(found, index)


def _has_letters_behind(found: Tokens, index: int) -> bool:
    """Whether it is a day that became a name (11-S, 15-M)."""
    text, end = found.text, found.ends[index]
    if text[end : end + 1] not in ("-", "‑") or index + 1 >= len(found.words):
        return False
    word = text[found.starts[index + 1] : found.ends[index + 1]]
    return (
        found.starts[index + 1] == end + 1 and word.isalpha() and word.isupper() and len(word) < 3
    )


def _is_version(figure: str) -> bool:
    """Whether a figure has more points than a number, a date or a time can."""
    points = figure.count(".")
    if points < 2 or "," in figure or ":" in figure:
        return False
    parts = figure.split(".")
    is_date = points == 2 and len(parts[0]) <= 2 and len(parts[1]) <= 2 and len(parts[2]) in (2, 4)
    return not is_date and not all(len(part) == 3 for part in parts[1:])


def names(text: str) -> dict[str, tuple[str, int, int]]:
    """The names that hold figures: by themselves without hyphen and in capitals, each with its
    letters and place."""
    found: dict[str, tuple[str, int, int]] = {}
    for match in _NAME.finditer(text):
        key = match[0].replace("-", "").upper()
        found.setdefault(key, (_FIGURES.sub("#", key), match.start(), match.end()))
    return found
