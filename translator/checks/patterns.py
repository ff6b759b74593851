"""Rules that are a pattern: a regular expression over the Spanish, where need be with one over the
English.

A group named *at* is what is wrong, where the pattern needs more around it. The packs' own patterns
are compiled by `re`; a desk's may be any, and one that backtracks without end must not stop the
editor: they run in `regex`, which gives up after a time. Refuses code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from translator.checks.check import Check, Context, Hit

PATIENCE_S = 0.05
"""How long a desk's pattern may take for one segment. A sane one takes a thousandth of that."""

TOO_SLOW = "slow"
"""The value of a hit that says that a pattern was given up."""


class BadPattern(Exception):
    """This is no regular expression."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a rule looks for: `pattern` in the Spanish, only where `english` is in the English, and
    not where `unless` is. `fix` is what to put in its place, with ``\\1`` for groups; `wanted` is
    what the sentence says should be there."""

    pattern: str
    english: str = ""
    unless: str = ""
    fix: str | None = None
    wanted: str = ""
    lowers: bool = False
    """The fix is what was found in small letters."""
    ignores_case: bool = False


def compiled(asked: Asked) -> Check:
    """The check of a pack's pattern."""
    flags = re.IGNORECASE if asked.ignores_case else 0
    pattern, english, unless = (
        re.compile(one, flags) for one in (asked.pattern, asked.english, asked.unless)
    )

    def check(source: str, target: str, context: Context) -> Iterator[Hit]:
        first = pattern.search(target)
        if first is None:
            return
        within = english.search(source) if asked.english else None
        if (asked.english and within is None) or (asked.unless and unless.search(source)):
            return
        for found in pattern.finditer(target, first.start()):
            if found[0]:
                yield _hit(found, within, asked)

    return check


def _hit(found: re.Match[str], within: re.Match[str] | None, asked: Asked) -> Hit:
    part = "at" if "at" in found.re.groupindex and found["at"] is not None else 0
    return Hit(
        target=found.span(part),
        source=within.span() if within else None,
        values={
            "found": found[part],
            "english": within[0] if within else "",
            "wanted": asked.wanted,
        },
        fix=_fix(found, asked, part),
    )


def _fix(found: re.Match[str], asked: Asked, part: str | int) -> str | None:
    if asked.lowers:
        return str(found[part]).lower()
    return None if asked.fix is None else found.expand(asked.fix)


def limited(asked: Asked) -> Check:
    """The check of a desk's pattern. Raises BadPattern."""
    pattern, english, unless = (
        _regex(one, asked.ignores_case) for one in (asked.pattern, asked.english, asked.unless)
    )
    try:
        if asked.fix is not None:
            _expands(pattern, asked.fix)
    except (ValueError, IndexError, KeyError) as error:
        raise BadPattern(str(error)) from error

    def check(source: str, target: str, context: Context) -> Iterator[Hit]:
        try:
            within = english.search(source, timeout=PATIENCE_S) if asked.english else None
            if asked.english and within is None:
                return
            if asked.unless and unless.search(source, timeout=PATIENCE_S):
                return
            for found in pattern.finditer(target, timeout=PATIENCE_S):
                if found[0]:
                    yield _hit(found, within, asked)
        except TimeoutError:
            yield Hit(values={TOO_SLOW: "1"})

    return check


def _expands(pattern: Any, fix: str) -> None:
    """Whether a fix names only groups that are there; ValueError or IndexError where not."""
    import regex

    try:
        # An alternative that matches nothing leaves every group of the pattern to be named.
        found = regex.compile(f"(?:{pattern.pattern})|").match("")
        if found is not None:
            found.expand(fix)
    except regex.error as error:
        raise ValueError(str(error)) from error


@cache
def _regex(pattern: str, ignores_case: bool) -> Any:
    import regex  # 20 ms that only a desk with own rules pays

    try:
        return regex.compile(pattern, regex.IGNORECASE if ignores_case else 0)
    except regex.error as error:
        raise BadPattern(str(error)) from error
