"""Words as translators are paid: new ones, repeated ones, and those that the memory helps with.

The count is what stood before any work was done: what has been confirmed in the article itself
does not count as known. Refuses to change anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from translator import intake
from translator.config import Config
from translator.desk import Desk, articles, reading
from translator.desk.journal import article_key
from translator.model import Match, MatchKind
from translator.recall import Lookup, sought

BANDS = ("context", "repeated", "100", "95-99", "85-94", "75-84", "50-74", "new")
"""What a segment counts as; of two that fit, the first."""

_LOWEST = ((100, "100"), (95, "95-99"), (85, "85-94"), (75, "75-84"), (50, "50-74"))
_FLOOR = 50


@dataclass(frozen=True, slots=True)
class Count:
    """Some segments and their English words."""

    segments: int = 0
    words: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.segments + other.segments, self.words + other.words)


@dataclass(frozen=True, slots=True)
class Analysis:
    """One article, or several, counted: each band of `BANDS`, and all together."""

    slug: str
    bands: Mapping[str, Count]

    @property
    def total(self) -> Count:
        """All segments and words."""
        return sum(self.bands.values(), Count())


def analyse(desk: Desk, slugs: Sequence[str], config: Config) -> Iterator[Analysis]:
    """Count these articles one after the other; a sentence that stood in an earlier one of them is
    repeated. Raises NotFoundError, DeskError."""
    seen: set[str] = set()
    for slug in slugs:
        segments = articles.read(desk, slug).segments
        wanted = sought(segments)
        bands = dict.fromkeys(BANDS, Count())
        with reading(desk) as connection:
            lookup = Lookup(connection, config, without=article_key(connection, slug))
            for segment in segments:
                text = wanted[segment.id].text
                best = next(iter(lookup.matches(wanted[segment.id], _FLOOR, 1)), None)
                band = _band(best, is_repeated=text in seen)
                seen.add(text)
                bands[band] += Count(1, intake.count_words(segment))
        yield Analysis(slug, bands)


def _band(best: Match | None, *, is_repeated: bool) -> str:
    if best is not None and best.kind is MatchKind.CONTEXT and best.rate > 100:
        return "context"
    if is_repeated:
        return "repeated"
    rate = best.rate if best else 0
    return next((band for least, band in _LOWEST if rate >= least), "new")


def total(parts: Sequence[Analysis]) -> Analysis:
    """Several articles as one, without a name."""
    return Analysis(
        "", {band: sum((part.bands[band] for part in parts), Count()) for band in BANDS}
    )
