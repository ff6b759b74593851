"""The protocol of an engine, in a file of its own so that engines and their guard can meet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Engine(Protocol):
    """Translates English sentences to Spanish ones."""

    @property
    def name(self) -> str:
        """The engine's name in the settings."""

    def signature(self) -> str:
        """What made a translation, in one line: engine, package, version, digest, beam, type."""

    def translate(self, texts: Sequence[str]) -> list[str]:
        """The translations, as many and in the same order. Raises EngineError."""
