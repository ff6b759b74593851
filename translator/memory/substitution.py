"""A stored translation made fit for a sentence that differs in numbers or codes only.

A number is put in only where it cannot go wrong: the stored translation holds each number of the
stored sentence as often, with the same digits; it is then written the way the old one is. *5 p.m.*
that became *17:00*, *1.2 billion* that became *1200 millones*, and a number whose new value could
ask for another plural are left alone: such a match stays fuzzy. Refuses to translate.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from translator import inline
from translator.model import Code

_NUMBER = re.compile(r"(?<![\w.,:])\d+(?:[.,:]\d+|[\u00a0\u202f\u2009]\d{3})*(?!\w)")
_SPANISH_NUMBER = re.compile(
    r"(?<![\w.,:])(?:\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?![\w.,])|\d+(?:[.,:]\d+)*(?!\w))"
)
"""The same in Spanish, where an ordinary space may part thousands too."""
_PLAIN = re.compile(r"\d+")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
_DECIMAL = re.compile(r"(\d+)\.(\d+)")

Spans = tuple[tuple[int, int], ...]


def skeleton(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with a sign for each number, and the numbers."""
    return _NUMBER.sub("\x01", text), tuple(_NUMBER.findall(text))


def numbers(current: str, stored: str, target: str) -> tuple[str, Spans] | None:
    """The target with the numbers of the current sentence in the place of the stored one's.

    All three are clean texts. Also where the new numbers stand. None where the sentences differ
    in more than numbers, or where it is not certain which number of the target is which.
    """
    frame, new = skeleton(current)
    other_frame, old = skeleton(stored)
    if frame != other_frame:
        return None
    changes: dict[str, str] = {}
    for before, after in zip(old, new, strict=True):
        if changes.setdefault(before, after) != after:
            return None
    changes = {before: after for before, after in changes.items() if before != after}
    written: dict[str, str] = {}
    for before, after in changes.items():
        found = [one for one in _SPANISH_NUMBER.findall(target) if _same_digits(before, one)]
        if len(found) != old.count(before):
            return None
        for one in found:
            put = _written(before, after, one)
            if put is None or written.setdefault(one, put) != put:
                return None
    return _put_in(target, written)


def _same_digits(english: str, spanish: str) -> bool:
    return re.sub(r"\D", "", english) == re.sub(r"\D", "", spanish)


def _written(before: str, after: str, spanish: str) -> str | None:
    """The number `after` in the way in which `spanish` writes `before`; None where unsure."""
    if (before == "1") != (after == "1"):
        return None
    if _PLAIN.fullmatch(before) and _PLAIN.fullmatch(after):
        return after if spanish == before else None
    grouped = _GROUPED.fullmatch(before), _GROUPED.fullmatch(after)
    if all(grouped):
        separators = set(re.findall(r"\D", spanish))
        return (
            _grouped(after, separators.pop() if separators else "") if len(separators) < 2 else None
        )
    decimal = _DECIMAL.fullmatch(before), _DECIMAL.fullmatch(after)
    if decimal[0] and decimal[1]:
        separator = spanish[len(decimal[0][1]) : len(spanish) - len(decimal[0][2])]
        if separator not in (".", ","):
            return None
        return f"{decimal[1][1]}{separator}{decimal[1][2]}"
    return None


def _grouped(english: str, separator: str) -> str:
    """A number as Spanish writes it: four digits stand together, from five on a space parts the
    thousands (RAE, Ortografía 2010, VIII 2.3.1), unless another sign parts them already."""
    if separator and not separator.isspace():
        return english.replace(",", separator)
    is_short = len(english) <= len("9,999")
    return english.replace(",", "" if is_short else separator or "\u00a0")


def _put_in(target: str, written: dict[str, str]) -> tuple[str, Spans]:
    pieces: list[str] = []
    spans: list[tuple[int, int]] = []
    end = length = 0
    for match in _SPANISH_NUMBER.finditer(target):
        put = written.get(match[0])
        if put is None:
            continue
        pieces += [target[end : match.start()], put]
        length += match.start() - end
        spans.append((length, length + len(put)))
        length += len(put)
        end = match.end()
    pieces.append(target[end:])
    return "".join(pieces), tuple(spans)


def renumbered(target: str, stored: Sequence[Code], codes: Sequence[Code]) -> str:
    """The stored target with the numbers of the sentence's codes, which are of the same kinds in
    the same order."""
    mapping = {old.number: new.number for old, new in zip(stored, codes, strict=True)}
    return inline.renumber(target, stored, mapping)


def code_spans(target: str, codes: Sequence[Code]) -> Spans:
    """Where the marks of codes stand in a marked target."""
    known = {code.number for code in codes}
    return tuple(
        match.span()
        for match in re.finditer(r"</?([1-9][0-9]{0,3})/?>", target)
        if int(match[1]) in known
    )
