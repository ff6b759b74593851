"""The protocol of an engine, in a file of its own so that engines and their guard can meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, runtime_checkable


class Engine(Protocol):
    """Translates English sentences to Spanish ones."""

    @property
    def name(self) -> str:
        """The engine's name in the settings."""

    def signature(self) -> str:
        """What made a translation, in one line: engine, package, version, digest, beam, type."""

    def translate(self, texts: Sequence[str]) -> list[str]:
        """The translations, as many and in the same order. Raises EngineError."""


@runtime_checkable
class Streaming(Protocol):
    """An engine that hands over what is done while it decodes the rest."""

    def stream(self, texts: Sequence[str]) -> Iterator[list[tuple[str, str]]]:
        """Each text once, with its translation, in any order. Raises EngineError."""
