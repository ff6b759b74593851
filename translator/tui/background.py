"""Work beside the screen: child processes of lower priority that call our own commands.

A thread in the same process doubles the time from key to paint; a child leaves it as it is. The
engine and the readers of pages are never loaded here. Refuses to touch the desk: the child writes,
the screen notices.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translator import i18n

NICENESS = 10
FAREWELL_S = 2.0
"""How long the end of a child is waited for."""

Show = Callable[[int, int, str], None]
"""Is told how far the work is: so many of so many, and which article."""

_LIMIT = 1 << 20
"""The longest line that is read from a child, in bytes."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a child ended: what it printed, and the last line of what went wrong, or nothing."""

    code: int
    printed: str
    problem: str

    @property
    def data(self) -> Any:
        """What it printed as JSON; None where it is none."""
        try:
            return json.loads(self.printed)
        except ValueError:
            return None


class Child:
    """One of our commands at a time."""

    def __init__(self) -> None:
        self._process: Process | None = None
        self._last: Process | None = None
        self._starting: asyncio.Task[Process] | None = None
        self.was_stopped = False

    @property
    def is_running(self) -> bool:
        """Whether a child is at work."""
        return self._process is not None

    async def call(
        self,
        desk: Path,
        arguments: Sequence[str],
        *,
        given: bytes | None = None,
        show: Show | None = None,
    ) -> Outcome:
        """Run a command on a desk to its end; `given` goes into its stdin."""
        self.was_stopped = False
        starting = asyncio.create_task(_started(desk, arguments, has_stdin=given is not None))
        self._starting = starting
        # Who waits for it may be cancelled while it starts; `close` then still knows of it.
        self._process = self._last = process = await asyncio.shield(starting)
        with contextlib.suppress(OSError, AttributeError):
            os.setpriority(os.PRIO_PROCESS, process.pid, NICENESS)
        try:
            printed, problem, _ = await asyncio.gather(
                _all(process), _talk(process, show), _give(process, given)
            )
            code = await process.wait()
            return Outcome(code, printed, (problem or "?") if code else "")
        finally:
            self._end()

    def stop(self) -> None:
        """End the child, if there is one; what it has done is kept."""
        self.was_stopped = self.is_running
        self._end()

    async def close(self) -> None:
        """End the child and see it off: one that outlives the program is told of on the terminal
        that the program has just given back."""
        if self._starting is not None:
            with contextlib.suppress(OSError):
                self._last = await self._starting
                self._process = self._last
        self.stop()
        if self._last is not None and self._last.returncode is None:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._last.wait(), FAREWELL_S)
        if self._last is not None:
            # The loop may end before it has seen that the child's ends of the pipes are closed,
            # and ours would be told of when nobody expects it. There is no public door to them.
            self._last._transport.close()  # type: ignore[attr-defined]

    def _end(self) -> None:
        if self._process is not None and self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                self._process.terminate()
        self._process = None


async def _started(desk: Path, arguments: Sequence[str], *, has_stdin: bool) -> Process:
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "translator", "--desk", str(desk)),
        *("--lang", i18n.language(), *arguments),
        stdin=PIPE if has_stdin else DEVNULL,
        stdout=PIPE,
        stderr=PIPE,
        limit=_LIMIT,
    )


async def _all(process: Process) -> str:
    return (await process.stdout.read()).decode("utf-8", "replace") if process.stdout else ""


async def _give(process: Process, given: bytes | None) -> None:
    if process.stdin is not None and given is not None:
        with contextlib.suppress(ConnectionError):
            process.stdin.write(given)
            await process.stdin.drain()
        process.stdin.close()


async def _talk(process: Process, show: Show | None) -> str:
    """Read what a child says: its progress is shown; the last other line is returned."""
    last = ""
    while process.stderr is not None and (raw := await process.stderr.readline()):
        line = raw.decode("utf-8", "replace").strip()
        progress = _progress(line)
        if progress is None:
            last = line or last
        elif show is not None:
            show(*progress)
    return last


def _progress(line: str) -> tuple[int, int, str] | None:
    """A line of progress as `cli.talk` writes it, or None for other talk."""
    if not line.startswith("{"):
        return None
    try:
        told = json.loads(line)
        return int(told["done"]), int(told["total"]), str(told["what"])
    except (ValueError, KeyError, TypeError):
        return None


class Pretranslation(Child):
    """Pre-translation beside the screen."""

    async def run(self, desk: Path, slugs: str | Sequence[str], show: Show | None = None) -> str:
        """Pre-translate articles to the end; the last line of what went wrong, or nothing."""
        wanted = (slugs,) if isinstance(slugs, str) else tuple(slugs)
        outcome = await self.call(desk, ("pretranslate", "--progress", *wanted), show=show)
        return "" if self.was_stopped else outcome.problem
