"""A machine's text with the fixes that need no look at the sense: figures, quotes, spaces, marks.

The packs say which rules' fixes are safe. They are put in where they lie outside addresses and
the words that must stay, and only where the figures keep their digits, no quantity reads worse
and the guard finds nothing new. Refuses fixes that a person must judge. Pure, and separate from
`running`, which tells and changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from translator import quantities
from translator.checks import fidelity
from translator.checks.check import Context, Hit, Rule, Span

_ROUNDS = 3
"""How often all rules are asked: one fix may call for another, and none for a third."""

_LONGEST = 5_000
"""Characters up to which a text is tidied; a sentence has a twentieth."""

_LONGEST_WORD = 60


@dataclass(frozen=True, slots=True)
class Tidied:
    """A text, and the rules whose fixes it got."""

    text: str
    rules: tuple[str, ...] = ()


def tidy(
    rules: Sequence[Rule],
    source: str,
    target: str,
    context: Context,
    keep: Mapping[str, str] = fidelity.NOTHING,
    *,
    start: int = 0,
) -> Tidied:
    """A clean target with the safe fixes of these rules, given its clean source.

    `keep` are words of the source with the form that they must have in the target. What stands
    before `start` is a person's and stays as it is.
    """
    if len(target) > _LONGEST or len(source) > _LONGEST:
        return Tidied(target)
    text, used = target, dict[str, None]()
    safe = [rule for rule in rules if rule.is_safe and rule.check is not None]
    for _ in range(_ROUNDS):
        before = text
        for rule in safe:
            fixed = _fixed(rule, source, text, context, keep, start)
            if fixed != text:
                text = fixed
                used[rule.id] = None
        if text == before:
            break
    if not used:
        return Tidied(target)
    if set(fidelity.faults(source, text, keep)) - set(fidelity.faults(source, target, keep)):
        return Tidied(target)
    return Tidied(text, tuple(used))


def _fixed(
    rule: Rule, source: str, text: str, context: Context, keep: Mapping[str, str], start: int
) -> str:
    """A text with the fixes of one rule, or as it was where they would do harm."""
    assert rule.check is not None
    hits = [
        hit
        for hit in rule.check(source, text, context)
        if hit.fix is not None and hit.target is not None and hit.target[0] >= start
    ]
    if not hits:
        return text
    closed = list(_closed(text, keep.values()))
    taken = [hit for hit in hits if not _is_closed(hit, closed, source, text)]
    fixed = _put(text, taken)
    return fixed if fixed == text or _is_as_true(source, text, fixed, context, keep) else text


def _put(text: str, hits: Iterable[Hit]) -> str:
    """The fixes in their places, from the last to the first; of two that overlap the later one."""
    limit = len(text)
    for hit in sorted(hits, key=lambda one: one.target or (0, 0), reverse=True):
        begin, end = hit.target or (0, 0)
        if end <= limit:
            text = text[:begin] + (hit.fix or "") + text[end:]
            limit = begin
    return text


def _closed(text: str, keep: Iterable[str]) -> Iterator[Span]:
    """Where nothing may be changed: addresses, names of files, words that must stay."""
    for word in {*fidelity.protected(text), *keep}:
        place = text.find(word) if word else -1
        while place >= 0:
            yield place, place + len(word)
            place = text.find(word, place + 1)


def _is_closed(hit: Hit, closed: Sequence[Span], source: str, text: str) -> bool:
    assert hit.target is not None
    begin, end = hit.target
    if any(begin < last and first < end for first, last in closed):
        # A mark that is set anew around a word, as quotes are, leaves it alone.
        return not all(_leaves(hit, text, span) for span in closed)
    return _is_inside_word(source, text, (begin, end))


def _leaves(hit: Hit, text: str, span: Span) -> bool:
    """Whether a fix has the same characters in this place."""
    assert hit.target is not None
    assert hit.fix is not None
    begin, end = hit.target
    if span[1] <= begin or end <= span[0]:
        return True
    if len(hit.fix) != end - begin or not (begin <= span[0] and span[1] <= end):
        return False
    return hit.fix[span[0] - begin : span[1] - begin] == text[slice(*span)]


_EDGES = "«»“”‘’\"'()[]¿¡?!.,;:…"


def _is_inside_word(source: str, text: str, span: Span) -> bool:
    """Whether a place lies between the letters of a word that the English writes so, too."""
    begin, end = span
    if any(letter.isspace() for letter in text[begin:end]):
        return False
    before = re.search(r"\S*$", text[max(0, begin - _LONGEST_WORD) : begin])
    after = re.match(r"\S*", text[end : end + _LONGEST_WORD])
    head, tail = before[0] if before else "", after[0] if after else ""
    word = f"{head}{text[begin:end]}{tail}".strip(_EDGES)
    is_within = any(map(str.isalpha, head)) and any(map(str.isalpha, tail))
    return is_within and word in source


def _is_as_true(
    source: str, before: str, after: str, context: Context, keep: Mapping[str, str]
) -> bool:
    """Whether a changed text still says the same: its digits in their order, each word that must
    stay, and no quantity that reads worse."""
    if [one for one in before if one.isdigit()] != [one for one in after if one.isdigit()]:
        return False
    if any(
        fidelity.stands_in(form, before) and not fidelity.stands_in(form, after)
        for form in keep.values()
    ):
        return False
    return _differences(source, after, context) <= _differences(source, before, context)


def _differences(source: str, target: str, context: Context) -> int:
    return len(quantities.compare(source, target, region=context.region))
