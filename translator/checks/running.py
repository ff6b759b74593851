"""All rules over one segment, or over the lines of an article.

Here a hit in clean text becomes a finding in marked text. Refuses files, desks and sentences for
people: `checking` and `explaining` have those.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from translator import inline
from translator.checks.check import Context, Hit, Line, Rule, Span
from translator.checks.patterns import TOO_SLOW
from translator.model import Finding, Grade, Role

MOST = 20
"""Findings of one rule in one segment that are told; who has more has one problem, not many."""


def of_segment(rules: Sequence[Rule], number: int, context: Context) -> list[Finding]:
    """What the rules find in one segment, whose marked texts the context has.

    An empty target is asked for nothing but that it is empty.
    """
    source, target = (inline.strip(text, context.codes) for text in context.marked)
    if not source.strip():
        return []
    asked = [rule for rule in rules if rule.check is not None]
    if not target.strip():
        asked = [rule for rule in asked if rule.id == EMPTY]
    found: list[Finding] = []
    places = _Places(context)
    for rule in asked:
        for count, hit in enumerate(_hits(rule, source, target, context)):
            if count == MOST:
                break
            finding = _finding(rule, number, hit, places)
            is_free = context.role is Role.ALT and rule.id in _FREE_IN_ALT
            found.append(replace(finding, grade=Grade.WARNING) if is_free else finding)
    return found


EMPTY = "empty"

_FREE_IN_ALT = frozenset(
    "length number-missing number-added number-changed number-unit date time".split()
)
"""Errors that are warnings in an alternative text: many are names of files (*ri-2025-01-11t17*),
and a person writes anew what the picture shows."""


def _hits(rule: Rule, source: str, target: str, context: Context) -> Iterator[Hit]:
    if rule.check is not None:
        yield from rule.check(source, target, context)


def of_lines(rules: Sequence[Rule], lines: Sequence[Line], context: Context) -> list[Finding]:
    """What the rules find that see all lines of an article at once; without spans."""
    return [
        Finding(rule.id, rule.family, rule.grade, number, values=_values(hit), fix=None)
        for rule in rules
        if rule.article_check is not None
        for number, hit in rule.article_check(lines, context)
    ]


def _values(hit: Hit) -> tuple[tuple[str, str], ...]:
    return tuple(hit.values.items())


def _finding(rule: Rule, number: int, hit: Hit, places: _Places) -> Finding:
    source = places.in_source(hit.source)
    target = places.in_target(hit.target)
    is_clean = hit.target is not None and target is not None
    is_whole = is_clean and _length(target) == _length(hit.target)
    return Finding(
        rule=rule.id,
        family=rule.family,
        grade=Grade.WARNING if TOO_SLOW in hit.values else rule.grade,
        segment=number,
        source_span=source,
        target_span=target,
        values=_values(hit),
        # A fix that would swallow an inline code is none.
        fix=hit.fix if is_whole else None,
    )


def _length(span: Span | None) -> int:
    return span[1] - span[0] if span else 0


@dataclass(frozen=True, slots=True)
class _Places:
    """Where places of the clean texts are in the marked ones."""

    context: Context

    def in_source(self, span: Span | None) -> Span | None:
        return self._marked(0, span)

    def in_target(self, span: Span | None) -> Span | None:
        return self._marked(1, span)

    def _marked(self, which: int, span: Span | None) -> Span | None:
        if span is None or not self.context.codes:
            return span
        places = inline.places(self.context.marked[which], self.context.codes)
        start, end = span
        if start >= end:
            return places[start], places[start]
        return places[start], places[end - 1] + 1
