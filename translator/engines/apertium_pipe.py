"""Apertium's programs, one behind the other, kept running between calls.

The `apertium` command starts eleven programs for each call: 0.09 s before the first word. Here the
programs of a mode file are started once, and a call is answered when a sign that was sent behind
its text comes out again: 2 to 10 ms. The programs flush at a null; `lt-proc -b` of Debian 12
does so only when it reads the next one, so two are sent. Refuses languages and sentences. Separate
because `apertium` can do without it, one process a call.
"""

from __future__ import annotations

import itertools
import os
import re
import select
import shlex
import shutil
import subprocess
import threading
import time
import weakref
from collections.abc import Sequence
from pathlib import Path

_SPECIAL = re.compile(r"([\[\]{}^$/\\@<>])")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_BREAK = "[][\n]"
_SIZE = 65536


def mode_file(pair: str) -> Path | None:
    """Where the programs of a language pair are listed, beside the `apertium` command."""
    command = shutil.which("apertium")
    if command is None:
        return None
    path = Path(command).resolve().parent.parent / "share" / "apertium" / "modes" / f"{pair}.mode"
    return path if path.is_file() else None


def commands(mode: str) -> list[list[str]]:
    """The programs of a mode file, unknown words unmarked, flushing at null characters."""
    found = []
    for part in mode.strip().split("|"):
        name, *arguments = shlex.split(part.replace("$1", "-n").replace("$2", ""))
        found.append([name, "-z", *arguments])
    return found


class Pipe:
    """The programs, running. Raises OSError where one cannot be started."""

    def __init__(self, programs: Sequence[Sequence[str]]) -> None:
        self._numbers = itertools.count()
        running: list[subprocess.Popen[bytes]] = []
        try:
            for program in programs:
                source = running[-1].stdout if running else subprocess.PIPE
                running.append(
                    subprocess.Popen(
                        program,
                        stdin=source,
                        stdout=subprocess.PIPE,
                        stderr=subprocess.DEVNULL,
                        # An interrupt is for us: what is half done must not lose its tail.
                        start_new_session=True,
                    )
                )
        finally:
            self.close = weakref.finalize(self, _end, running)
        for one in running[:-1]:
            if one.stdout:
                one.stdout.close()
        entry, way_out = running[0].stdin, running[-1].stdout
        if entry is None or way_out is None:
            raise OSError("no pipe")
        self._entry, self._exit = entry, way_out

    def ask(self, lines: Sequence[str], patience_s: float) -> list[str]:
        """What becomes of each line. Raises OSError, and TimeoutError after so many seconds; the
        pipe is of no use after either."""
        end = f"[end {next(self._numbers)}]"
        text = _BREAK.join(_SPECIAL.sub(r"\\\1", line) for line in lines)
        sent = threading.Thread(target=self._send, args=(f"{text}[]{end}\0\0",), daemon=True)
        sent.start()
        answer = self._receive(end.encode(), time.monotonic() + patience_s)
        sent.join()
        said = answer.decode("utf-8", "replace").replace("\0", "").removesuffix("[]")
        return [_ESCAPED.sub(r"\1", line) for line in said.split(_BREAK)]

    def _send(self, text: str) -> None:
        try:
            self._entry.write(text.encode())
            self._entry.flush()
        except (OSError, ValueError):
            return  # a program has ended, and the one who reads sees it

    def _receive(self, end: bytes, until: float) -> bytes:
        answer = bytearray()
        while (place := answer.find(end)) < 0:
            ready, _, _ = select.select([self._exit], [], [], max(0.0, until - time.monotonic()))
            if not ready:
                raise TimeoutError
            some = os.read(self._exit.fileno(), _SIZE)
            if not some:
                raise BrokenPipeError
            answer += some
        return bytes(answer[:place])


def _end(running: Sequence[subprocess.Popen[bytes]]) -> None:
    for one in running:
        for stream in (one.stdin, one.stdout):
            if stream and not stream.closed:
                try:
                    stream.close()
                except OSError:
                    continue
        one.kill()
        one.wait()
