"""How far a run of pre-translation is. Separate because both shells show it and neither fills."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: segments filled now, of how many that were empty; `slug` is the article
    of the last of them, `articles` how many have been looked at.

    `words` counts English words, `memory` the segments that the memory filled, of which `fuzzy`
    with a similar sentence's translation; `undecided` those that it has two translations of, which
    stay empty. `repeated` are segments that needed no decoding of their own, `guarded` those that
    a second way led to, `tidied` those whose machine text got fixes, `given_up` those that stay
    empty.
    """

    slug: str = ""
    articles: int = 0
    done: int = 0
    total: int = 0
    words: int = 0
    repeated: int = 0
    guarded: int = 0
    tidied: int = 0
    given_up: int = 0
    memory: int = 0
    fuzzy: int = 0
    undecided: int = 0

    @property
    def seen(self) -> int:
        """Segments that are behind us, filled or not: what a progress bar counts."""
        return self.done + self.given_up + self.undecided

    @property
    def engine(self) -> int:
        """Segments that the engine filled by decoding them."""
        return max(0, self.done - self.memory - self.repeated)
