"""What is wrong with a segment, for the editor: one place between the screen and the checks.

What a person let stand is left out. Refuses to judge: `checking` does. Separate so that the screen
knows neither rules nor their words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from translator.config import Config
from translator.desk import Desk
from translator.model import Finding, Grade, Segment, Translation

SIGNS = {Grade.ERROR: "!", Grade.WARNING: "?", Grade.INFO: "·"}
"""How much a finding weighs, as a sign before it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A finding as one sentence, with the words that it is about and what would be right."""

    grade: Grade
    sentence: str
    words: str = ""
    fix: str = ""


class Findings:
    """The checks of one article. Raises what `checking.for_article` raises."""

    def __init__(self, desk: Desk, config: Config, translation: Translation) -> None:
        from translator import (
            checking,  # and the rules with it, which a first frame need not wait for
        )

        self._checking = checking
        self._checker = checking.for_article(config, desk, translation)
        self._ignored = frozenset(
            one.key for one in checking.ignored_in(desk, translation) if one.holds
        )

    def of(self, translation: Translation, segment: Segment) -> tuple[Told, ...]:
        """What is wrong with the translation of a segment; nothing where there is none."""
        if not segment.target.strip():
            return ()
        found = self._checking.of_segment(self._checker, translation, segment.id, segment.target)
        mine = (one for one in found if one.segment == segment.id)
        return tuple(dict.fromkeys(self._told(one, segment) for one in self._heeded(mine)))

    def next(self, translation: Translation, ring: Iterable[Segment]) -> Segment | None:
        """The first of these segments with an error or a warning."""
        for segment in ring:
            if not segment.target.strip():
                continue
            alone = replace(translation, segments=(segment,))
            found = self._heeded(self._checking.find(self._checker, alone))
            if any(one.grade is not Grade.INFO for one in found):
                return segment
        return None

    def _heeded(self, found: Iterable[Finding]) -> Iterable[Finding]:
        return (one for one in found if (one.segment, one.rule) not in self._ignored)

    def _told(self, one: Finding, segment: Segment) -> Told:
        from translator import explaining

        start, end = one.target_span or (0, 0)
        sentence = explaining.finding(one, self._checker.rule(one.rule))
        return Told(one.grade, sentence, segment.target[start:end], one.fix or "")
