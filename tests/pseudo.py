"""The pseudo engine: a translation one can predict, for tests that must not wait for a model."""

from __future__ import annotations

from collections.abc import Sequence


class PseudoEngine:
    """Puts every word between ‹ ›, so that nothing is lost and nothing stays English."""

    name = "pseudo"

    def signature(self) -> str:
        """What made a pseudo translation."""
        return "pseudo en-es 1"

    def translate(self, texts: Sequence[str]) -> list[str]:
        """The texts, word by word between marks."""
        return [" ".join(f"‹{word}›" for word in text.split()) for text in texts]
