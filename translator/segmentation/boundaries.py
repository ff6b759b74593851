"""Where a sentence ends: every point, question and exclamation mark is judged.

The bias is the translator's: a sentence too long can be cut by hand and is translated well, half a
sentence is not, so where the signs disagree there is no boundary. One pass over the text, in time
linear in its length: each judgement looks at a bounded stretch on either side. Refuses to cut;
`segmentation` does, and to know a word; those are in `abbreviations` and `spanish`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from translator.segmentation import asides, items
from translator.segmentation.abbreviations import ENGLISH, Words

_END = re.compile(
    r"(?P<run>[.!?…‽](?:[.!?…‽]|[ \u00a0](?=\.(?:[\s.\"”’)\]]|$)))*)"
    r"(?P<closers>(?:[\"'”’»›)\]*]|\[\d{1,3}\]|\s[”»)\]]|\s[:;]-?[)(](?=\s|$))*)"
    r"(?P<gap>\s+)"
)
_NEXT = re.compile(r"(?P<opener>[\"'“‘«‹(\[*]{0,4})(?P<sign>[$£€¥#@•]?)(?P<word>\w+(?:[’']\w+)?)?")
_NEXT_SPANISH = re.compile(
    r"(?P<opener>[\"'“‘«‹(\[*¿¡—–]{0,5})(?P<sign>[$£€¥#@•]?)(?P<word>\w+(?:[’']\w+)?)?"
)
_OPENERS = re.compile(r"[“‘«(\[\"]")
_LOOK = 60
"""Characters that are looked at on either side of a mark; the longest names stay under it."""

_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]{1,2}")
_CLIPPED = re.compile(r"[A-Z][bcdfghjklmnpqrstvwxz]{1,4}")
"""An abbreviation that no list has: *Brg*, *Plt*. No English word of that shape has no vowel."""

_TIME = re.compile(r"[ap]\.?m", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXLC]{2,}|[VX]")
_BRAND = re.compile(r"[a-z]{1,5}[A-Z]")
_SPEAKER = re.compile(r"(?:(?:[A-Z][\w’'\-]*\.?|the|of|de|van|von)\s+){1,5}?(?P<verb>[a-z]+)\b")

_MOST_OPENING = 5
"""Words of an adverbial with which a sentence opens before a time."""

_SHORT_ASIDE = 3
"""Words below which what stands in brackets is a note of party and state, not a sentence."""


@dataclass(frozen=True, slots=True)
class _Point:
    """A point, and what stands on either side of it."""

    opening: str
    """The sentence so far."""
    prefix: str
    """What a hyphen ties to the last word: *R-* in *R-Texas*."""
    last: str
    previous: str
    """The word before the last one, with its comma."""
    next: str
    begins: bool
    """Whether the next word is one that begins sentences."""
    words: Words


def find(text: str, words: Words = ENGLISH) -> Iterator[tuple[int, int]]:
    """The boundaries inside a text: where a sentence ends and where the next one begins.

    `words` are those of the text's language.

    Between the two is white space only. In rising order; none at the ends of the text.
    """
    forced = dict(items.find(text))
    inside = asides.Finder(text)
    began = 0
    for end, begin, mark in _candidates(text, forced):
        if mark is None or _ends(text, began, end, mark, inside, words):
            yield end, begin
            began = begin


def _candidates(text: str, forced: dict[int, int]) -> list[tuple[int, int, re.Match[str] | None]]:
    """Every place to judge; without a mark where the place is certain."""
    places: dict[int, tuple[int, re.Match[str] | None]] = {}
    for mark in _END.finditer(text):
        if mark.end() < len(text):
            end = _end(mark)
            places[end] = (mark.end() if end == mark.end("closers") else end + 1, mark)
    places |= {end: (begin, None) for end, begin in forced.items()}
    return [
        (end, begin, mark) for end, (begin, mark) in sorted(places.items(), key=lambda one: one[0])
    ]


def _end(mark: re.Match[str]) -> int:
    """Where the sentence ends: behind the closing marks, but before an ellipsis that a full stop
    precedes (*…compounds. . . . The practice…*: what is left out belongs to the next one)."""
    is_stop = mark["run"].count(".") > 3 and mark["run"].startswith(". ") and not mark["closers"]
    attached = mark.start() and not mark.string[mark.start() - 1].isspace()
    return mark.start() + 1 if is_stop and attached else mark.end("closers")


def _ends(
    text: str, began: int, end: int, mark: re.Match[str], inside: asides.Finder, words: Words
) -> bool:
    """Whether the sentence that began there ends with this mark."""
    aside = inside.around(mark.start())
    if aside is not None and end <= aside.close and aside.open > began + 1:
        return False
    pattern = _NEXT_SPANISH if words.has_opening_marks else _NEXT
    following = pattern.match(text, mark.end())
    word = following["word"] if following else None
    if following is None or not word:
        return bool(following and following["sign"] == "•")
    if mark.start() and text[mark.start() - 1] in "([":
        return False
    # What stands in brackets after a full stop is a sentence of its own, however it begins.
    is_lower = word[0].islower() and not _BRAND.match(word)
    if is_lower and ("(" not in following["opener"] or mark["run"] == "…" or ".." in mark["run"]):
        return False
    initial = len(word) == 1 and text[following.end() : following.end() + 1] == "."
    begins = not is_lower and word.lower().replace("’", "'") in words.starters and not initial
    is_quoted = any(closer in mark["closers"] for closer in "\"'”’»")
    if any(sign in mark["run"] for sign in "?!‽"):
        return _exclamation_ends(text, mark, words, is_quoted=is_quoted, begins=begins)
    if is_quoted:
        return len(mark["run"]) == 1 or not _goes_on_to_speaker(text, mark.end(), words)
    if "…" in mark["run"] or mark["run"].count(".") > 2:
        return _ellipsis_ends(text, mark, begins=begins)
    if ")" in mark["closers"] and aside is not None:
        note = text[aside.open : aside.close]
        return begins or len(note.split()) >= _SHORT_ASIDE
    return _point_ends(_point(text, began, mark.start(), word, words, begins=begins))


def _exclamation_ends(
    text: str, mark: re.Match[str], words: Words, *, is_quoted: bool, begins: bool
) -> bool:
    if is_quoted:
        return not _goes_on_to_speaker(text, mark.end(), words)
    last, _ = _last_words(text[max(0, mark.start() - _LOOK) : mark.start()])
    return begins or mark["run"] != "!" or last not in words.exclaimed


def _goes_on_to_speaker(text: str, position: int, words: Words) -> bool:
    """Whether names and a verb of speaking follow: *“Who is it?” Mayor Jane Roe asked.*"""
    speaker = _SPEAKER.match(text[position : position + _LOOK])
    return speaker is not None and speaker["verb"] in words.speaking


def _ellipsis_ends(text: str, mark: re.Match[str], *, begins: bool) -> bool:
    """Four points are an ellipsis and a full stop; three mostly leave something out."""
    if mark["run"].count(".") > 3 or ")" in mark["closers"]:
        return True
    attached = mark.start() > 0 and not text[mark.start() - 1].isspace()
    return attached and begins and " " not in mark["run"]


def _point(text: str, began: int, start: int, word: str, words: Words, *, begins: bool) -> _Point:
    near = text[max(began, start - _LOOK) : start]
    token, previous = _last_words(near)
    party, hyphen, last = token.rpartition("-")
    return _Point(
        opening=near if start - began < _LOOK else "",
        prefix=party + hyphen,
        last=last,
        previous=previous,
        next=word,
        begins=begins,
        words=words,
    )


def _last_words(near: str) -> tuple[str, str]:
    """The word that ends a text, without what opens before it, and the word before that one."""
    words = near.split()
    if not words or near[-1].isspace():
        return "", ""
    return _OPENERS.split(words[-1])[-1], words[-2] if len(words) > 1 else ""


def _point_ends(point: _Point) -> bool:
    """What the first rule says that has anything to say; a point is a full stop otherwise."""
    for rule in _RULES:
        answer = rule(point)
        if answer is not None:
            return answer
    return True


def _number_of_item(point: _Point) -> bool | None:
    """The number or letter with which an item of a list begins: *1. The first item*."""
    only = point.opening.strip(" (*•⁃‣◦▪–")
    return False if only.isdigit() or (len(only) == 1 and only.isalpha()) else None


def _inside(point: _Point) -> bool | None:
    return False if point.last.lower() in point.words.inside else None


def _before_name(point: _Point) -> bool | None:
    if point.last not in point.words.before_names:
        return None
    ends_place = point.last in point.words.places and point.previous[:1].isalnum()
    return ends_place and point.begins


def _before_number(point: _Point) -> bool | None:
    is_numbered = point.next[0].isdigit() or _ROMAN.fullmatch(point.next) is not None
    if point.last.lower() in point.words.before_numbers and is_numbered:
        return False
    if point.last in point.words.months and point.next[0].isdigit():
        return False
    if point.last in point.words.days and (
        point.next[0].isdigit() or point.next[:3] in point.words.months
    ):
        return False
    return None


def _time(point: _Point) -> bool | None:
    """*a.m.* and *p.m.*: the end, unless a time zone, a day or the main clause follows."""
    if not _TIME.fullmatch(point.last):
        return None
    if point.begins:
        return True
    if point.next[0].isdigit() or point.next.lower() in point.words.after_times:
        return False
    opening = point.opening.split()
    is_adverbial = (
        0 < len(opening) <= _MOST_OPENING and opening[0].lower() in point.words.introducing
    )
    return not is_adverbial


def _initial(point: _Point) -> bool | None:
    """One letter: an initial, or the end of *you and I*, *plan B*, *World War I*."""
    if len(point.last) != 1 or not point.last.isalpha() or point.prefix:
        return None
    return point.begins or (point.last == "I" and point.previous[:1].islower())


def _state(point: _Point) -> bool | None:
    witness = point.previous.endswith(",") or point.prefix in ("R-", "D-", "I-")
    return point.begins if point.last in point.words.states and witness else None


def _either(point: _Point) -> bool | None:
    is_known = point.last.lower() in point.words.at_either or (point.last, point.previous) == (
        "al",
        "et",
    )
    if is_known or _DOTTED.fullmatch(point.last) or _CLIPPED.fullmatch(point.last):
        return point.begins
    return None


_RULES: tuple[Callable[[_Point], bool | None], ...] = (
    _number_of_item,
    _inside,
    _before_name,
    _before_number,
    _time,
    _initial,
    _state,
    _either,
)
