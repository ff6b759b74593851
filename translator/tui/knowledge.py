"""What the desk knows of a segment, looked up beside the screen in one thread.

Matches, terms and names, findings and history for the panel. The thread has a connection of its
own and only reads. Refuses to show anything, and what nobody waits for any more: of two questions
the older one is passed over. Separate because a look-up may take as long as ten key strokes.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

from translator import desk as desks
from translator import editing, inline, recall, terminology
from translator.config import Config
from translator.desk import Desk, articles
from translator.desk.journal import Action, Entry, Holding
from translator.errors import TranslatorError
from translator.model import Match, Origin, Segment
from translator.names.ledger import Use
from translator.termbase import Hit
from translator.terminology import Terminology
from translator.tui import findings
from translator.tui.findings import Finding

T = TypeVar("T")

_KEPT = 200
"""Segments whose matches are remembered."""


@dataclass(frozen=True, slots=True)
class Known:
    """What there is to say of a segment as it was when it was asked for. Terms and names stand at
    places of the clean English. `draft` is the machine's text, whatever has been typed since."""

    segment: Segment
    matches: tuple[Match, ...] = ()
    terms: tuple[Hit, ...] = ()
    names: tuple[Use, ...] = ()
    findings: tuple[Finding, ...] = ()
    history: tuple[Entry, ...] = ()
    draft: str = ""


@dataclass(slots=True)
class _Cache:
    words: Terminology | None = None
    matches: dict[tuple[int, str], tuple[Match, ...]] = field(default_factory=dict)


class Knowledge:
    """Answers about one article."""

    def __init__(self, desk: Desk, config: Config, slug: str) -> None:
        self._folder = desk.folder
        self._config = config
        self._slug = slug
        self._thread = ThreadPoolExecutor(1, "knowledge")
        self._desk: Desk | None = None
        self._cache = _Cache()
        self._newest = 0

    async def of(self, segment: Segment, around: Sequence[Segment]) -> Known | None:
        """All about a segment, given with its neighbours; None where a newer one was asked for."""
        self._newest += 1
        number = self._newest

        def look() -> Known | None:
            return self._known(segment, around) if number == self._newest else None

        return await self._run(look)

    async def next_finding(self, ring: Sequence[Segment]) -> Segment | None:
        """The first of these segments with a finding."""

        def look() -> Segment | None:
            words = self._words()
            return next((one for one in ring if findings.of(one, words)), None)

        return await self._run(look)

    async def _run(self, look: Callable[[], T | None]) -> T | None:
        def guarded() -> T | None:
            try:
                return look()
            except TranslatorError:
                return None  # the desk is busy or gone: the screen goes on without

        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, guarded)
        except RuntimeError:
            return None  # closed meanwhile

    def forget(self) -> None:
        """Terms, names or the memory have changed."""
        self._cache = _Cache()

    def close(self) -> None:
        """Give the connection back, when the thread is through."""

        def close() -> None:
            if self._desk is not None:
                self._desk.close()

        self._newest += 1
        self._thread.submit(close)
        self._thread.shutdown(wait=False)

    # --- in the thread

    def _open(self) -> Desk:
        if self._desk is None:
            self._desk = desks.open_desk(self._folder)
        return self._desk

    def _words(self) -> Terminology:
        cache = self._cache
        if cache.words is None:
            known = terminology.load(self._open(), self._config)
            cache.words = known.of(articles.read(self._open(), self._slug))
        return cache.words

    def _known(self, segment: Segment, around: Sequence[Segment]) -> Known:
        desk, words = self._open(), self._words()
        source = inline.strip(segment.source, segment.codes)
        history = editing.history(desk, self._slug, segment.id)
        return Known(
            segment,
            matches=self._matches(segment, around),
            terms=words.termbase.find(source),
            names=words.ledger.uses(source),
            findings=findings.of(segment, words),
            history=history,
            draft=_draft(segment, history),
        )

    def _matches(self, segment: Segment, around: Sequence[Segment]) -> tuple[Match, ...]:
        known, key = self._cache.matches, (segment.id, segment.source)
        if key not in known:
            if len(known) >= _KEPT:
                known.clear()
            known[key] = recall.matches_beside(
                self._open(), self._slug, around, segment.id, self._config
            )
        return known[key]


def _draft(segment: Segment, history: Sequence[Entry]) -> str:
    """What the machine last wrote here: the newest draft of the journal."""
    for entry in history:
        if entry.action is Action.FILL and isinstance(entry.after, Holding):
            return entry.after.target
    return segment.target if segment.is_draft and segment.origin is Origin.MACHINE else ""
