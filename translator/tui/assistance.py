"""The machine while one types: a child process of lower priority that answers line by line.

It is started when it is first asked and loads the model by itself; the engine is never loaded
here. What it does not answer it does not say: without an engine that can, nothing is offered.
Refuses stale answers: of several questions of a kind only the newest is answered.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path
from typing import Any

from translator import i18n
from translator.tui.background import NICENESS

_PATIENCE_S = 1.0
"""How long the end of a child that was ended is waited for."""

_LONGEST = 1 << 20
"""Bytes that one answer may have."""


class Assistance:
    """One child for as long as the screen is up."""

    def __init__(self, folder: Path, *, is_wanted: bool = True) -> None:
        self._folder = folder
        self._process: Process | None = None
        self._reading: asyncio.Task[None] | None = None
        self._waiting: dict[int, tuple[str, asyncio.Future[dict[str, Any] | None]]] = {}
        self._asked = 0
        self._is_lost = not is_wanted
        self._starting = asyncio.Lock()

    async def ask(self, kind: str, **question: object) -> dict[str, Any] | None:
        """The answer, or None: no engine can, or something newer was asked."""
        async with self._starting:
            if not self._is_lost and self._process is None:
                await self._start()
        process = self._process
        if self._is_lost or process is None or process.stdin is None:
            return None
        self._asked += 1
        answer: asyncio.Future[dict[str, Any] | None] = asyncio.get_running_loop().create_future()
        self._waiting[self._asked] = kind, answer
        line = json.dumps({"id": self._asked, "kind": kind, **question}, ensure_ascii=False)
        with contextlib.suppress(ConnectionError):
            process.stdin.write(line.encode() + b"\n")
        return await answer

    async def _start(self) -> None:
        try:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "translator", "--desk", str(self._folder)),
                *("--lang", i18n.language(), "assist"),
                stdin=PIPE,
                stdout=PIPE,
                stderr=DEVNULL,
                limit=_LONGEST,
            )
        except OSError:
            self._is_lost = True
            return
        with contextlib.suppress(OSError, AttributeError):
            os.setpriority(os.PRIO_PROCESS, self._process.pid, NICENESS)
        self._reading = asyncio.get_running_loop().create_task(self._read(self._process))

    async def _read(self, process: Process) -> None:
        assert process.stdout is not None
        with contextlib.suppress(ConnectionError, ValueError):
            while line := await process.stdout.readline():
                answer = json.loads(line)
                self._answer(int(answer["id"]), answer)
        self._is_lost = True
        for _, waiting in self._waiting.values():
            if not waiting.done():
                waiting.set_result(None)
        self._waiting.clear()

    def _answer(self, number: int, answer: dict[str, Any]) -> None:
        """Hand an answer to who asked; older questions of its kind were dropped by the child."""
        kind = self._waiting[number][0] if number in self._waiting else ""
        for other in [one for one in self._waiting if one <= number]:
            what, waiting = self._waiting[other]
            if other == number or what == kind:
                del self._waiting[other]
                if not waiting.done():
                    waiting.set_result(answer if other == number else None)

    async def stop(self) -> None:
        """End the child, if there is one, and see it off: what of it is left when the program ends
        would speak into the terminal."""
        self._is_lost = True
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            process.kill()  # it holds nothing that could be lost
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(process.wait(), _PATIENCE_S)
        if self._reading is not None:
            with contextlib.suppress(TimeoutError, asyncio.CancelledError):
                await asyncio.wait_for(self._reading, _PATIENCE_S)
