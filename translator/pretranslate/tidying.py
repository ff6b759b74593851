"""Machine texts tidied before anyone sees them: the safe fixes of the checks that a desk has on.

For drafts, for what the editor suggests, and for lines in a pipe. Refuses to touch what a person or
the memory wrote, and a raw text that was asked for as such.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from translator import checking, inline
from translator.checks.check import Context, Rule
from translator.checks.tidying import Tidied, tidy
from translator.config import Config
from translator.desk import Desk
from translator.model import Role
from translator.pretranslate.pool import Ready
from translator.terminology import Terminology


@dataclass(frozen=True)
class Tidier:
    """The rules whose fixes are put in, none where the setting is off, and what they know."""

    rules: tuple[Rule, ...]
    context: Context
    terminology: Terminology

    def tidy(self, source: str, target: str, *, start: int = 0) -> Tidied:
        """A clean machine text with its fixes; what stands before `start` stays as it is."""
        return self._tidied(source, target, self.terminology, None, start)

    def ready(self, one: Ready) -> Ready:
        """What came of a segment's text, tidied."""
        if not self.rules or not one.outcome.text:
            return one
        clean = inline.strip(one.segment.source, one.segment.codes)
        known = self._tidied(clean, one.outcome.text, one.terminology, one.role, 0)
        return replace(one, outcome=replace(one.outcome, text=known.text), tidied=known.rules)

    def _tidied(
        self, source: str, target: str, words: Terminology, role: Role | None, start: int
    ) -> Tidied:
        if not self.rules or not target:
            return Tidied(target)
        context = replace(self.context, role=role)
        return tidy(self.rules, source, target, context, words.wanted(source), start=start)


def load(settings: Config, desk: Desk | None, known: Terminology) -> Tidier:
    """The tidier of a desk, or of a pipe where there is none.

    Raises InputError for a `checks.toml` that holds no rules, UsageError, DeskError.
    """
    checker = checking.load(settings, desk, names=known)
    safe = tuple(rule for rule in checker.rules if rule.is_safe)
    return Tidier(safe if settings.tidy == "on" else (), checker.context, known)
