"""Fidelity: whether a Spanish text can be a translation of an English one at all.

Nothing here judges style: a text fails because it is English, empty, a loop, far too long or
short, or has lost a number, an address, a negation or a bracket. The thresholds stand where
professional translations (FLORES dev, newstest2013) hardly ever fail; each says its figure there.
Separate because machine output is refused on these grounds before anyone sees it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from translator import quantities


class Fault(StrEnum):
    """What makes a text no translation."""

    EMPTY = "empty"
    ENGLISH = "english"
    LOOP = "loop"
    GARBLED = "garbled"
    LENGTH = "length"
    NUMBER = "number"
    PROTECTED = "protected"
    NEGATION = "negation"
    UNBALANCED = "unbalanced"


NOTHING: Mapping[str, str] = MappingProxyType({})


def faults(source: str, target: str, keep: Mapping[str, str] = NOTHING) -> tuple[Fault, ...]:
    """What is wrong with a Spanish text as the translation of this English one, worst first.

    `keep` are words that must stand in it, each as its Spanish form or as it is, besides those
    that always must.
    """
    return tuple(_found(source, target, keep))


def _found(source: str, target: str, keep: Mapping[str, str]) -> Iterator[Fault]:
    if not target.strip():
        if any(character.isalnum() for character in source):
            yield Fault.EMPTY
        return
    if lost(source, target, keep):
        yield Fault.PROTECTED
    for fault, test in _TESTS:
        if test(source, target):
            yield fault


_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")

_ENGLISH = frozenset(
    """
    the of and to is that for it was on with as be at by this are from have had not but they his
    he she which or were been their will its who more said after over about into than when there
    would could should has what how why our your we you if them these those an where while
    because before between through during against without under out up down new first also
    people year years time world government says most many other some such only any then now
    """.split()
)
"""Common English words that are no Spanish ones."""

_SPANISH = frozenset(
    """
    el la los las un una de del al que y en con por para su sus se es son fue fueron ha han como
    más pero este esta estos estas ese esa lo le les o si ya entre cuando muy sin sobre también
    hasta hay donde desde todo todos nos porque había era eran ser dos tras según durante e ni
    """.split()
)

_RUN = 5
"""Words of the source in a row that make a clause left in English; titles of works are shorter."""


def is_english(source: str, target: str) -> bool:
    """Whether a target is still English, as a whole or in a clause.

    On 997 and 3,000 professional pairs: none and 0.1 %, titles of works; mirrored English is
    found in 99.9 % and 98.7 %.
    """
    return english_span(source, target) is not None


def english_span(source: str, target: str) -> tuple[int, int] | None:
    """Where a target is still English, None where it is not."""
    places = list(_WORD.finditer(target))
    words = [_plain(found[0]) for found in places]
    english = [word in _ENGLISH for word in words]
    spanish = sum(word in _SPANISH for word in words)
    if len(words) >= 3 and sum(english) > spanish and sum(english) >= 0.2 * len(words):
        return 0, len(target)
    own = _WORD.findall(source)
    given = [_plain(word) for word in own]
    small = {word for word in own if word.islower()}
    if words == given and len(small) >= 2:
        return None if spanish else (0, len(target))
    runs = {tuple(given[start : start + _RUN]) for start in range(len(given) - _RUN + 1)}
    left = [
        start
        for start in range(len(words) - _RUN + 1)
        if tuple(words[start : start + _RUN]) in runs
        and sum(english[start : start + _RUN]) >= 2
        and not _is_title(target, places[start : start + _RUN])
    ]
    return (places[left[0]].start(), places[left[-1] + _RUN - 1].end()) if left else None


_NEAR = 300
"""Characters before a word in which the quotes around it are looked for."""


def _is_title(text: str, run: Sequence[re.Match[str]]) -> bool:
    """Whether words stand within quotes, and all of them large that headlines write large."""
    before = text[max(0, run[0].start() - _NEAR) : run[0].start()]
    is_quoted = before.count('"') % 2 or any(
        before.count(opening) > before.count(closing) for opening, closing in _QUOTES
    )
    return bool(is_quoted) and all(
        one[0][0].isupper() or len(one[0]) <= 3 or _plain(one[0]) in _ENGLISH for one in run
    )


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


_LOOPS = (
    re.compile(r"\b(?P<unit>\w+)(?:[\s,;]+(?P=unit)\b){2,}", re.IGNORECASE),
    re.compile(r"\b(?P<unit>[^\W\d_]{3,})\s+(?P=unit)\b", re.IGNORECASE),
    re.compile(
        r"(?P<unit>[^\W\d_])(?P=unit){3}|(?P<some>[^\W\d_]{2,4})(?P=some){2}", re.IGNORECASE
    ),
)
"""A word three times running, one of letters twice, and within a word one letter four times or two
to four letters three times."""

_TOKEN = re.compile(r"\w+")
_PHRASE = (2, 8)
"""Words of a phrase that is a loop when it comes twice running."""

_LINKS = frozenset("de del a al y e o en con por para la el".split())
"""Words that may stand once between: *Corea del soldado de Corea del soldado*."""


def _twice(text: str) -> tuple[int, int] | None:
    """Where a phrase comes twice running; three words or more with a link between them too."""
    found = list(_TOKEN.finditer(text.lower()))
    words = [one[0] for one in found]
    shortest, longest = _PHRASE
    last: dict[tuple[str, str], int] = {}
    for place, pair in enumerate(itertools.pairwise(words)):
        start = last.get(pair, -longest - 2)
        size = place - start
        if size <= longest and words[start:place] == words[place : place + size]:
            return found[start].start(), found[place + size - 1].end()
        size -= 1
        if (
            shortest < size <= longest
            and words[place - 1] in _LINKS
            and words[start : place - 1] == words[place : place + size]
        ):
            return found[start].start(), found[place + size - 1].end()
        last[pair] = place
    return None


def loops(source: str, target: str) -> bool:
    """Whether a target says the same again and again, and the source does not.

    On 997 and 3,000 professional pairs: none.
    """
    return loop_span(source, target) is not None


def loop_span(source: str, target: str) -> tuple[int, int] | None:
    """Where a target goes round in circles, None where it does not."""
    found = (one.search(target) for one in _LOOPS if not one.search(source))
    span = next((one.span() for one in found if one), None)
    if span is not None or _twice(source) is not None:
        return span
    return _twice(target)


_SHORTEST, _LONGEST = 0.4, 2.6
_JUDGED = 25
"""Characters from which the length of a text says something."""


def has_wrong_length(source: str, target: str) -> bool:
    """Whether a target is less than 0.4 or more than 2.6 times as long as its source.

    Professional translations are 1.1 times as long; none of 3,997 lies outside.
    """
    ratio = len(target) / max(1, len(source))
    if len(source) < _JUDGED:
        return ratio > 4 and len(target) > 3 * _JUDGED
    return not _SHORTEST <= ratio <= _LONGEST


_FILES = (
    "csv docx? gif html? jpe?g json md mp[34] odt pdf png po pptx? py sh txt xlsx? xml ya?ml zip"
)
_PROTECTED = re.compile(
    r"https?://[^\s<>\"”’)]+|www\.[^\s<>\"”’)]+|(?<![\w.+\-])[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+"
    r"|(?<![\w.@/\-])(?:[a-zA-Z0-9\-]{1,63}\.){1,8}[a-zA-Z]{2,24}/[^\s<>\"”’)]+"  # without https
    r"|(?<![\w/])(?:@\w+|#(?!\d+\b)\w+)"  # but not #1
    r"|\$(?!(?:US|AU|NZ|CA|HK|SG)D?(?![A-Z_]))[A-Z_]{2,}"  # variables, but not $US
    r"|(?<![\w.\-/~])[\w.\-/~]*\w\.(?:" + _FILES.replace(" ", "|") + r")\b"
    r"|(?<!\w)(?:\w+\(\)|\w*[^\W_]_[^\W_]\w*)"  # calls, names with an underscore
)


def is_garbled(source: str, target: str) -> bool:
    """Whether a target has characters that stand for broken ones."""
    return "\ufffd" in target and "\ufffd" not in source


def protected(source: str) -> tuple[str, ...]:
    """What must stay letter for letter: addresses, mailboxes, handles, hashtags, names of files,
    and words of code."""
    return tuple(found[0].rstrip(".,;:!?") for found in _PROTECTED.finditer(source))


def lost(source: str, target: str, keep: Mapping[str, str] = NOTHING) -> dict[str, str]:
    """Which words do not stand in the target that must, with the form that they must have there:
    those of `protected` as they are, and those to `keep` that the source has."""
    words = {word: word for word in protected(source)}
    words |= {word: form for word, form in keep.items() if word in source}
    return {word: form for word, form in words.items() if not stands_in(form, target)}


def stands_in(word: str, text: str) -> bool:
    """Whether a text has this word, letter for letter and not as part of another."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        before, after = text[max(0, start - 1) : start], text[end : end + 1]
        if not (before.isalnum() and word[0].isalnum()) and not (
            after.isalnum() and word[-1].isalnum()
        ):
            return True
        start = text.find(word, start + 1)
    return False


def loses_numbers(source: str, target: str) -> bool:
    """Whether a figure of the source has no equal value in the target."""
    return bool(quantities.lost(source, target))


_NOT = re.compile(
    r"\b(?:not|never|no|nobody|nothing|nor|neither|none|cannot|without)\b|n[’']t\b", re.IGNORECASE
)
_NO = re.compile(
    r"\b(?:no|ni|nunca|jamás|nadie|nada|tampoco|ning[uú]n\w*|sin|nulo|nula|falta\w*|dej[aóe]\w*"
    r"|imposible\w*|in\w{4,}|des\w{4,}|apenas|salvo|excepto|carec\w+|nega\w+|neg[oó]\w*|evit\w+"
    r"|rechaz\w+|ilegal\w*|sino)\b",
    re.IGNORECASE,
)


def loses_negation(source: str, target: str) -> bool:
    """Whether the source denies something and nothing in the target does."""
    denied = _NOT.sub("", re.sub(r"\b(?:not only|no one but|no doubt|No\.)", "", source))
    return denied != re.sub(r"\b(?:not only|no one but|no doubt|No\.)", "", source) and (
        _NO.search(target) is None
    )


_BRACKETS = (("(", ")"), ("[", "]"))
_QUOTES = (("«", "»"), ("“", "”"))


def is_unbalanced(source: str, target: str) -> bool:
    """Whether brackets or quotes open and close unequally in the target, and not in the source."""
    if not _balances(source, _BRACKETS) or not _balances(source, _QUOTES):
        return False
    return not (_balances(target, _BRACKETS) and _balances(target, _QUOTES))


def _balances(text: str, pairs: tuple[tuple[str, str], ...]) -> bool:
    even = all(text.count(opening) == text.count(closing) for opening, closing in pairs)
    return even and text.count('"') % 2 == 0


_TESTS: tuple[tuple[Fault, Callable[[str, str], bool]], ...] = (
    (Fault.ENGLISH, is_english),
    (Fault.LOOP, loops),
    (Fault.GARBLED, is_garbled),
    (Fault.LENGTH, has_wrong_length),
    (Fault.NUMBER, loses_numbers),
    (Fault.NEGATION, loses_negation),
    (Fault.UNBALANCED, is_unbalanced),
)
