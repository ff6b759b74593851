"""Small English words that a machine left standing in a Spanish sentence: *the*, *and*, *of*.

They are no words of Spanish, but stand in titles and names that nobody translates: within quotes
and brackets, and between words written large where the English has just these. Refuses words that
both languages have (*has*, *he*, *come*) or that Spanish has taken over (*on line*, *off*). On
3,997 professional pairs none is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.checks.check import Span
from translator.names.ledger import Ledger

_SURE = re.compile(
    r"(?<![\w’'-])(?:the|of|and|with|from|which|their|this|these|those|there|have|been|were|was"
    r"|would|could|should|about|because|after|before|between|through|against|when|where|while"
    r"|who|whose|what|said|that|they|people|government|years?|weeks?|months?|today|yesterday"
    r"|tomorrow|many|several|also|however|although)(?![\w’'-])"
)
_GIVEN = re.compile(
    r"(?<![\w’'-])(?:to|for|by|at|is|an|or|but|not|if|its|had|did|does|than|then|them|into|his|her"
    r"|she|your|you|our|some|any|will|may|might|we|us|my|why)(?![\w’'-])"
)
"""Words that count only where the English has them, too, written small."""

_NEAR = 300
"""Characters around a word in which quotes and capitals are looked for."""

_LARGE_BEFORE = re.compile(r"[A-Z][\w.&’'-]*(?:\s(?:of|the|and|with|from))*\s$")
_LARGE_BEHIND = re.compile(r"\w+(?:\s(?:of|the|and|a|an|in|with|from))*\s\W*[A-Z]")


def small_words(source: str, target: str, ledger: Ledger | None = None) -> Iterator[Span]:
    """Where they stand."""
    for found in _SURE.finditer(target):
        if not _is_a_names(found, source, target, ledger):
            yield found.span()
    for found in _GIVEN.finditer(target):
        if not is_quoted(target, found.start()) and _has(source, found[0]):
            yield found.span()


def _has(source: str, word: str) -> bool:
    return re.search(rf"(?<![\w’'-]){word}(?![\w’'-])", source) is not None


def _is_a_names(found: re.Match[str], source: str, target: str, ledger: Ledger | None) -> bool:
    """Whether a word belongs to a title or a name."""
    place = found.start()
    if is_enclosed(target, place):
        return True
    if not _is_among_large(target, place):
        return False
    run = _run(target, found.span())
    if run not in source:
        return False
    # Two names that the house knows, with *and* between them, are no name.
    return found[0] != "and" or ledger is None or not _are_two(run, ledger)


def _run(text: str, span: Span) -> str:
    """The word with the one before it and the one behind it."""
    before = re.search(r"\S+\s$", text[max(0, span[0] - 60) : span[0]])
    behind = re.match(r"\s[\w’'-]+", text[span[1] : span[1] + 60])
    return f"{before[0] if before else ''}{text[slice(*span)]}{behind[0] if behind else ''}"


def _are_two(run: str, ledger: Ledger) -> bool:
    first, _, second = run.partition(" and ")
    return ledger.get(run) is None and all(map(ledger.get, (first, second)))


def is_quoted(text: str, place: int) -> bool:
    """Whether a place stands within quotes, brackets, or between words written large: a title."""
    return is_enclosed(text, place) or _is_among_large(text, place)


def is_enclosed(text: str, place: int) -> bool:
    """Whether a place stands within quotes or brackets."""
    before = text[max(0, place - _NEAR) : place]
    if before.count('"') % 2 or before.count("«") > before.count("»"):
        return True
    return before.count("“") > before.count("”") or before.count("(") > before.count(")")


def _is_among_large(text: str, place: int) -> bool:
    before, after = text[max(0, place - _NEAR) : place], text[place : place + _NEAR]
    return bool(_LARGE_BEFORE.search(before) and _LARGE_BEHIND.match(after))
