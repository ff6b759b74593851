"""Names that nobody decided on: one of the English is gone, and a stranger stands in its place.

A name is a capital within a sentence that is no common English word, people, place or feast that
Spanish has an own word for. It may be written as Spanish writes it (*Khamenei*, *Jamenei*); it is
wrong where a word of the Spanish differs from it by a letter or two, or where the words beside it
are there and it is another. Refuses to decide: its findings are warnings.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from translator import casing
from translator.casing.names import DATES, PROPER
from translator.checks.check import Context, Hit, Span
from translator.names.words import DEMONYMS, NO_NAMES, ORGANISATIONS, PLACES, POSTS

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_BEGINS = re.compile(r"(?:^|[.!?:…][\"”’)\]»]*\s+|[\n“\"‘(\[«—–¿¡•]\s*|- )$")
_LONGEST = 5_000
"""Characters up to which a text is searched for names; each is compared with each."""

_LEAST = 4
_NONE = (
    DEMONYMS | NO_NAMES | ORGANISATIONS | PLACES | POSTS | DATES | PROPER
    | frozenset("zealand caspian bosporus danube rhine thames alps pyrenees nile".split())
)  # fmt: skip
_MADE = re.compile(r"(?:tion|sion|ical|able|ible|itable|ness|ism|ology|graphy|ean)s?$")
"""Endings of words that are no names by themselves: *Liberation*, *Geological*, *Judean*."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A word that can only be a name, with the large words right beside it."""

    span: Span
    text: str
    before: str
    after: str


def altered(source: str, target: str, context: Context) -> Iterator[Hit]:
    """A name that the Spanish has otherwise: misspelt, or another one beside the same words."""
    if max(len(source), len(target)) > _LONGEST or casing.is_title_case(source):
        return
    names = _names(source)
    if not names:
        return
    there = [(one.span(), _bare(one[0])) for one in _WORD.finditer(target)]
    here = {_key(word) for _, word in there}
    given = {_key(_bare(word)) for word in _WORD.findall(source)}
    for name in names:
        key = _key(name.text)
        if key in here or name.text in target or any(_is_adapted(key, other) for other in here):
            continue
        place = _misspelt(key, there, given) or _replaced(name, there, given)
        if place:
            found = target[slice(*place)]
            yield Hit(place, name.span, {"english": name.text, "found": found}, fix=name.text)


def _names(source: str) -> list[_Name]:
    words = list(_WORD.finditer(source))
    found = []
    for place, one in enumerate(words):
        word = _bare(one[0])
        if len(word) < _LEAST or not word[0].isupper() or word.isupper() or _is_known(word):
            continue
        before = _beside(source, words, place, -1)
        if _BEGINS.search(source, max(0, one.start() - 8), one.start()):
            follows = _beside(source, words, place, 1)
            if not follows or _is_known(follows):
                continue
        after = _beside(source, words, place, 1)
        found.append(_Name((one.start(), one.start() + len(word)), word, before, after))
    return found


def _is_known(word: str) -> bool:
    plain = word.lower()
    return (
        plain in _NONE
        or _MADE.search(plain) is not None
        or plain.removesuffix("s") in _NONE
        or any(casing.is_common(part) for part in plain.split("-"))
    )


def _beside(text: str, words: Sequence[re.Match[str]], place: int, step: int) -> str:
    """The large word right before or behind one, where only a space parts them."""
    if not 0 <= place + step < len(words):
        return ""
    first, second = sorted((place, place + step))
    other = words[place + step][0]
    gap = text[words[first].end() : words[second].start()]
    return _bare(other) if gap == " " and other[0].isupper() else ""


def _bare(word: str) -> str:
    return re.sub(r"[’']s?$", "", word)


@lru_cache(maxsize=65536)
def _key(word: str) -> str:
    """The word as it sounds to both languages: no accents, no silent letters, one spelling of
    what they spell differently."""
    parts = unicodedata.normalize("NFD", word.lower())
    plain = "".join(one for one in parts if not unicodedata.combining(one))
    for english, spanish in _SPELLINGS:
        plain = plain.replace(english, spanish)
    return re.sub(r"(.)\1+", r"\1", plain)


_SPELLINGS = (
    ("tch", "ch"), ("kh", "j"), ("zh", "s"), ("sch", "s"), ("sh", "s"), ("ph", "f"), ("th", "t"),
    ("ck", "c"), ("qu", "c"), ("gu", "g"), ("y", "i"), ("ie", "e"), ("ii", "i"), ("w", "v"),
    ("k", "c"), ("z", "s"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("x", "s"), ("dj", "j"),
    ("h", ""),
)  # fmt: skip


def _is_adapted(key: str, other: str) -> bool:
    """Whether a Spanish word is a name as Spanish writes it, or is made of it."""
    if key == other:
        return True
    stem = key.rstrip("aeious")
    return len(stem) >= 4 and other.startswith(stem) and len(other) - len(stem) <= 6


def _misspelt(key: str, there: Sequence[tuple[Span, str]], given: set[str]) -> Span | None:
    """A large word of the Spanish that is the name but for a letter or two."""
    from rapidfuzz.distance import OSA

    most = 1 if len(key) < 7 else 2
    for span, word in there:
        other = _key(word)
        if word[0].isupper() and other not in given and abs(len(other) - len(key)) <= most:
            is_near = OSA.distance(key, other, score_cutoff=most) <= most
            if is_near and (key[0] == other[0] or key[-2:] == other[-2:]):
                return span
    return None


def _replaced(name: _Name, there: Sequence[tuple[Span, str]], given: set[str]) -> Span | None:
    """A large word of the Spanish that stands beside the same name, and is not in the English."""
    for place, (span, word) in enumerate(there):
        if not word[0].isupper() or _key(word) in given or len(word) < 3:
            continue
        before = there[place - 1][1] if place and span[0] - there[place - 1][0][1] == 1 else ""
        after = ""
        if place + 1 < len(there) and there[place + 1][0][0] - span[1] == 1:
            after = there[place + 1][1]
        if name.before and name.before == before and not _is_known(name.before):
            return span
        if name.after and name.after == after and not _is_known(name.after):
            return span
    return None
