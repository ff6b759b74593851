"""How many findings are open in the articles that the library shows.

Counted by a child process of lower priority, for what is in view only, and remembered as long as
an article is not changed: checking a whole desk takes minutes, and nobody looks at all of it.
Refuses to judge: `translator check` does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from translator.desk.summaries import Summary
from translator.model import Grade
from translator.tui.background import Child

_TOLD = (Grade.ERROR, Grade.WARNING)
"""What counts as a finding here: hints would hide what matters."""


class Findings:
    """The counts that are known."""

    def __init__(self) -> None:
        self._child = Child()
        self._known: dict[str, tuple[datetime, int]] = {}

    @property
    def is_busy(self) -> bool:
        """Whether some are being counted."""
        return self._child.is_running

    def of(self, summaries: Sequence[Summary]) -> Mapping[str, int]:
        """The counts of these articles that are still true, by slug."""
        return {
            one.slug: self._known[one.slug][1]
            for one in summaries
            if one.slug in self._known and self._known[one.slug][0] == one.updated
        }

    async def count(self, folder: Path, summaries: Sequence[Summary]) -> None:
        """Count those of these articles; one whose count fails has none."""
        slugs = [one.slug for one in summaries]
        outcome = await self._child.call(folder, ["check", "--json", "--", *slugs])
        found = outcome.data
        if not isinstance(found, dict) or "findings" not in found:
            return
        counts = Counter(str(one["file"]) for one in found["findings"] if one["grade"] in _TOLD)
        for one in summaries:
            self._known[one.slug] = (one.updated, counts[one.slug])

    async def close(self) -> None:
        """End the child, if there is one."""
        await self._child.close()
