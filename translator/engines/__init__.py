"""Engines: who makes a first draft of a sentence.

One protocol and one door. Refuses to judge what an engine returns, and to load a model before it
is asked to translate: an engine that is named in the settings costs nothing until then.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from translator.config import EngineName
from translator.errors import EngineError


class Engine(Protocol):
    """Translates English sentences to Spanish ones."""

    @property
    def name(self) -> str:
        """The engine's name in the settings."""

    def signature(self) -> str:
        """What made a translation, in one line: engine, package, version, digest, beam, type."""

    def translate(self, texts: Sequence[str]) -> list[str]:
        """The translations, as many and in the same order. Raises EngineError."""


def get(
    name: EngineName, *, beam: int = 4, threads: int = 0, compute_type: str = "default"
) -> Engine:
    """The engine of this name: `auto` is an installed English-Spanish package, else the starter.

    `threads` 0 is all processor cores. Raises EngineError where there is no such package.
    """
    from translator.engines import argos, packages

    package = None if name == "starter" else packages.best()
    if package is None:
        if name == "argos":
            raise EngineError("no-package")
        package = packages.starter()
    return argos.ArgosEngine(package, beam=beam, threads=threads, compute_type=compute_type)
