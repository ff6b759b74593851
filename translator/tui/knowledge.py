"""What the desk knows of a segment, looked up beside the screen in one thread.

Matches, terms and names, findings and history for the panel. The thread has a connection of its
own and only reads. Refuses to show anything, and what nobody waits for any more: of two questions
the older one is passed over. Separate because a look-up may take as long as ten key strokes.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from translator import desk as desks
from translator import editing, inline
from translator.config import Config
from translator.desk import Desk
from translator.desk.journal import Action, Entry, Holding
from translator.errors import TranslatorError
from translator.model import Grade, Match, Origin, Segment, Translation
from translator.tui.findings import Findings, Standing, Told

if TYPE_CHECKING:
    from translator.names.ledger import Use
    from translator.termbase import Hit
    from translator.terminology import Terminology

T = TypeVar("T")

PART = 200
"""Segments of a long article whose names are looked for at a time, with as many around them: all of
a book would hold the thread up for seconds."""

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
    figures: tuple[str, ...] = ()
    findings: tuple[Told, ...] = ()
    standing: tuple[Standing, ...] = ()
    history: tuple[Entry, ...] = ()
    draft: str = ""


@dataclass(slots=True)
class _Cache:
    part: int = -1
    words: Terminology | None = None
    findings: Findings | None = None
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
        self._is_closed = False

    async def of(self, translation: Translation, place: int) -> Known | None:
        """All about the segment at this place; None where a newer one was asked for."""
        self._newest += 1
        number = self._newest

        def look() -> Known | None:
            return self._known(translation, place) if number == self._newest else None

        return await self._run(look)

    async def next_finding(
        self, translation: Translation, place: int, ring: Sequence[Segment], *, errors: bool
    ) -> Segment | None:
        """The first of these segments with a finding, or with an error, asked at a place of the
        article."""

        def look() -> Segment | None:
            self._read(translation, place)
            wanted = itertools.takewhile(lambda _: not self._is_closed, ring)
            judge = self._cache.findings
            return judge.next(translation, wanted, errors=errors) if judge else None

        return await self._run(look)

    async def errors(self, translation: Translation, place: int) -> tuple[Told, ...]:
        """The errors of the segment at this place, whatever is asked for meanwhile."""

        def look() -> tuple[Told, ...]:
            self._read(translation, place)
            judge = self._cache.findings
            found = judge.of(translation, translation.segments[place]) if judge else ()
            return tuple(one for one in found if one.grade is Grade.ERROR)

        return await self._run(look) or ()

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
        self._is_closed = True
        self._thread.submit(close)
        self._thread.shutdown(wait=False)

    # --- in the thread

    def _open(self) -> Desk:
        if self._desk is None:
            self._desk = desks.open_desk(self._folder)
        return self._desk

    def _read(self, translation: Translation, place: int) -> None:
        """Find the names of the neighbourhood, unless they are known."""
        part = place // PART if len(translation.segments) > 2 * PART else 0
        if self._cache.part == part:
            return
        from translator import terminology  # here, in the thread: the first frame needs none of it

        first = max(0, part * PART - PART // 2)
        window = translation.segments[first : first + 2 * PART]
        near = replace(translation, segments=window)
        self._cache.words = terminology.load(self._open(), self._config).of(near)
        self._cache.findings = Findings(self._open(), self._config, near)
        self._cache.part = part

    def _known(self, translation: Translation, place: int) -> Known:
        segment = translation.segments[place]
        around = translation.segments[max(0, place - 1) : place + 2]
        self._read(translation, place)
        desk, words, judge = self._open(), self._cache.words, self._cache.findings
        if words is None or judge is None:
            return Known(segment)
        from translator import quantities

        source = inline.strip(segment.source, segment.codes)
        history = editing.history(desk, self._slug, segment.id)
        return Known(
            segment,
            matches=self._matches(segment, around),
            terms=words.termbase.find(source),
            names=words.ledger.uses(source),
            figures=tuple(figure.text for figure in quantities.in_english(source)),
            findings=judge.of(translation, segment),
            standing=judge.standing(translation),
            history=history,
            draft=_draft(segment, history),
        )

    def _matches(self, segment: Segment, around: Sequence[Segment]) -> tuple[Match, ...]:
        known, key = self._cache.matches, (segment.id, segment.source)
        if key not in known:
            if len(known) >= _KEPT:
                known.clear()
            from translator import recall

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
