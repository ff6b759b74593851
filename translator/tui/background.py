"""Pre-translation beside the screen: a child process of lower priority.

A thread in the same process doubles the time from key to paint; a child leaves it as it is. The
engine is never loaded here. Refuses to touch the desk: the child writes, the screen notices.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path

from translator import i18n

NICENESS = 10


class Pretranslation:
    """One pre-translation at a time."""

    def __init__(self) -> None:
        self._process: Process | None = None

    @property
    def is_running(self) -> bool:
        """Whether a child is at work."""
        return self._process is not None

    async def run(self, desk: Path, slug: str) -> str:
        """Pre-translate an article to its end; the last line of what went wrong, or nothing."""
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "translator",
            "--desk",
            str(desk),
            "--lang",
            i18n.language(),
            "pretranslate",
            slug,
            stdin=DEVNULL,
            stdout=DEVNULL,
            stderr=PIPE,
        )
        with contextlib.suppress(OSError, AttributeError):
            os.setpriority(os.PRIO_PROCESS, self._process.pid, NICENESS)
        try:
            _, errors = await self._process.communicate()
            lines = errors.decode("utf-8", "replace").strip().splitlines()
            return (lines or ["?"])[-1] if self._process.returncode else ""
        finally:
            self.stop()

    def stop(self) -> None:
        """End the child, if there is one; what it has done is kept."""
        if self._process is not None and self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                self._process.terminate()
        self._process = None
