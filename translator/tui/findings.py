"""What is wrong with a segment, for the editor: one place between the screen and the checks.

What a person let stand is left out, as long as it is as it was then. Refuses to judge: `checking`
does. Separate so that the screen knows neither rules nor their words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from translator.config import Config
from translator.desk import Desk, ignored, reading
from translator.desk.ignored import Ignored
from translator.desk.journal import article_key
from translator.errors import UsageError
from translator.model import Finding, Grade, Segment, Translation

SIGNS = {Grade.ERROR: "!", Grade.WARNING: "?", Grade.INFO: "·"}
"""How much a finding weighs, as a sign before it."""

_WEIGHTS = list(Grade)


@dataclass(frozen=True, slots=True)
class Told:
    """A finding as one sentence, with the words that it is about and what would be right.

    `span` is where the words stand in the translation that was judged. A `fix` of nothing takes
    them out; None is no fix.
    """

    grade: Grade
    sentence: str
    words: str = ""
    fix: str | None = None
    rule: str = ""
    span: tuple[int, int] = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Standing:
    """What a person let stand: what it is, where, and why. `place` counts from 1 as the list of
    segments does; `name` is what `translator check --heed` takes."""

    place: int
    sentence: str
    reason: str
    name: str


class Findings:
    """The checks of one article. Raises what `checking.for_article` raises."""

    def __init__(self, desk: Desk, config: Config, translation: Translation) -> None:
        from translator import (
            checking,  # and the rules with it, which a first frame need not wait for
        )

        self._checking = checking
        self._desk = desk
        self._checker = checking.for_article(config, desk, translation)
        self._sentences: dict[Ignored, str] = {}

    def of(self, translation: Translation, segment: Segment) -> tuple[Told, ...]:
        """What is wrong with the translation of a segment, what weighs most first; nothing where
        there is none."""
        if not segment.target.strip():
            return ()
        found = self._checking.of_segment(self._checker, translation, segment.id, segment.target)
        mine = [one for one in found if one.segment == segment.id]
        heeded = self._heeded(mine, segment, self._stored(translation))
        told = dict.fromkeys(self._told(one, segment) for one in heeded)
        return tuple(sorted(told, key=lambda one: _WEIGHTS.index(one.grade)))

    def next(
        self, translation: Translation, ring: Iterable[Segment], *, errors: bool = False
    ) -> Segment | None:
        """The first of these segments with an error or a warning, or with an error only."""
        wanted = {Grade.ERROR} if errors else {Grade.ERROR, Grade.WARNING}
        stored = self._stored(translation)
        for segment in ring:
            if not segment.target.strip():
                continue
            alone = replace(translation, segments=(segment,))
            found = self._heeded(self._checking.find(self._checker, alone), segment, stored)
            if any(one.grade in wanted for one in found):
                return segment
        return None

    def standing(self, translation: Translation) -> tuple[Standing, ...]:
        """What a person let stand in the article, and still is as it was then."""
        places = {one.id: place for place, one in enumerate(translation.segments)}
        return tuple(
            Standing(
                places[one.segment] + 1,
                self._sentence(one, translation),
                one.reason,
                f"{one.segment}:{one.rule}",
            )
            for one in self._stored(translation)
            if one.segment in places and self._holds(one, translation.segments[places[one.segment]])
        )

    def _stored(self, translation: Translation) -> tuple[Ignored, ...]:
        # Asked each time: it takes 0.05 ms, and another process may have taken one back.
        with reading(self._desk) as connection:
            return ignored.every(connection, article_key(connection, translation.article.slug))

    def _holds(self, one: Ignored, segment: Segment) -> bool:
        try:
            rule = self._checker.rule(one.rule)
        except UsageError:
            return False  # a rule of the desk's own that it has no more
        return one.digest == self._checking.digest(rule, segment)

    def _heeded(
        self, found: Iterable[Finding], segment: Segment, stored: Iterable[Ignored]
    ) -> list[Finding]:
        mine = (one for one in stored if one.segment == segment.id)
        silent = {one.rule for one in mine if self._holds(one, segment)}
        return [one for one in found if one.rule not in silent]

    def _sentence(self, one: Ignored, translation: Translation) -> str:
        """What the rule says there, or its id where it has nothing more to say."""
        from translator import explaining

        if one not in self._sentences:
            found = self._checking.of_segment(self._checker, translation, one.segment)
            first = next((each for each in found if (each.segment, each.rule) == one.key), None)
            rule = self._checker.rule(one.rule)
            self._sentences[one] = explaining.finding(first, rule) if first else one.rule
        return self._sentences[one]

    def _told(self, one: Finding, segment: Segment) -> Told:
        from translator import explaining

        span = one.target_span or (0, 0)
        sentence = explaining.finding(one, self._checker.rule(one.rule))
        return Told(one.grade, sentence, segment.target[slice(*span)], one.fix, one.rule, span)


def let_stand(desk: Desk, slug: str, segment: int, rule: str, reason: str) -> bool:
    """Ignore what a rule finds in a segment; done. Raises what `checking.ignore` raises."""
    from translator import checking

    checking.ignore(desk, slug, segment, rule, reason)
    return True


def heed(desk: Desk, slug: str, segment: int, rule: str) -> bool:
    """Let what was ignored count again; done. Raises what `checking.heed` raises."""
    from translator import checking

    checking.heed(desk, slug, segment, rule)
    return True
