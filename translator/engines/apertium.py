"""Apertium's `eng-spa` as an engine, where it is installed: rules, no model, always Spanish.

A second opinion where a model's output is refused. Its programs are kept running between calls
(`apertium_pipe`); where they do not answer, the `apertium` command is started for each. Refuses to
be installed by us: it is Debian's `apertium-eng-spa`.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from functools import lru_cache

from translator import normalize
from translator.engines import apertium_pipe
from translator.errors import EngineError

PAIR = "eng-spa"

_PATIENCE_S = 120
_END = re.compile(r"[.!?…][”\"’'»)\]]*$")


@lru_cache(maxsize=1)
def is_installed() -> bool:
    """Whether the command and its English-Spanish data are here."""
    if shutil.which("apertium") is None:
        return False
    return PAIR in _run(["-l"], "").split()


class ApertiumEngine:
    """The installed pair. Raises EngineError where there is none."""

    name = "apertium"

    def __init__(self) -> None:
        if not is_installed():
            raise EngineError("no-apertium")
        self._pipe: apertium_pipe.Pipe | None = None
        self._can_pipe = True

    def signature(self) -> str:
        """Engine and pair; the command states no version of its data."""
        return f"apertium {PAIR} {_run(['-V'], '').strip()}".strip()

    def translate(self, texts: Sequence[str]) -> list[str]:
        """The Spanish of each English sentence. Raises EngineError."""
        lines = [normalize.line(text) for text in texts]
        given = [line for line in lines if line]
        if not given:
            return list(texts)
        # Without an end mark it takes the next line for the same sentence, and moves words over.
        parted = [line if _END.search(line) else f"{line}." for line in given]
        answer = self._kept_running(parted)
        if answer is None:
            answer = _run(["-u", "-f", "line", PAIR], "\n".join(parted) + "\n").split("\n")
        found = [normalize.line(line) for line in answer[: len(given)]]
        if len(found) != len(given):
            raise EngineError(
                "engine-miscounted", engine=self.name, given=len(given), returned=len(found)
            )
        ended = iter(_ended(*pair) for pair in zip(given, found, strict=True))
        return [next(ended) if line else text for line, text in zip(lines, texts, strict=True)]

    def _kept_running(self, lines: Sequence[str]) -> list[str] | None:
        """What the programs that are kept running make of the lines; None where they fail, and
        from then on always."""
        if not self._can_pipe:
            return None
        answer: list[str] = []
        try:
            self._pipe = self._pipe or _open()
            if self._pipe is not None:
                answer = self._pipe.ask(lines, _PATIENCE_S)
        except (OSError, ValueError):
            answer = []
        if len(answer) != len(lines):
            self._can_pipe, self._pipe = False, None
            return None
        return answer

    def candidates(self, texts: Sequence[str], _count: int) -> list[list[str]]:
        """Apertium has one opinion."""
        return [[text] for text in self.translate(texts)]


def _open() -> apertium_pipe.Pipe | None:
    path = apertium_pipe.mode_file(PAIR)
    if path is None:
        return None
    return apertium_pipe.Pipe(apertium_pipe.commands(path.read_text(encoding="utf-8")))


def _ended(source: str, target: str) -> str:
    """The target with the end mark and the first capital of the source, which Apertium leaves out
    line by line."""
    if source[:1].isupper():
        target = target[:1].upper() + target[1:]
    end = _END.search(source)
    if end is None:
        return target.removesuffix(".")
    return target if _END.search(target) else f"{target}{end[0]}"


def _run(arguments: Sequence[str], text: str) -> str:
    try:
        done = subprocess.run(
            ["apertium", *arguments],
            input=text,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=_PATIENCE_S,
            check=False,
        )
    except (OSError, subprocess.SubprocessError) as error:
        detail = normalize.line(str(error))
        raise EngineError("engine-failed", engine="apertium", detail=detail) from error
    if done.returncode and text:
        detail = normalize.line(done.stderr)[:200] or f"exit code {done.returncode}"
        raise EngineError("engine-failed", engine="apertium", detail=detail)
    return done.stdout
