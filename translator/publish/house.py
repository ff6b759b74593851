"""What the house has chosen for its pages, in one value.

Made from the settings and the desk by whoever exports; the pages look nothing up themselves.
Separate because our template, a house's own and the original's markup are all told the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from translator.config import Config, Region

TEMPLATES = "templates"
"""The folder of a desk that holds its own templates."""


@dataclass(frozen=True, slots=True)
class House:
    """The choices of a house.

    `site` is the pattern of published addresses; without it the pages name each other by file
    name. `translator` goes into credits, empty for none. `desk` is the folder with the house's own
    templates and words. `taken` are the Spanish slugs of other articles, and `translated` the
    addresses of the Spanish pages that there are, by the `related.key` of the English ones.
    """

    site: str = ""
    region: Region = "es-ES"
    translator: str = ""
    desk: Path | None = None
    taken: frozenset[str] = frozenset()
    translated: Mapping[str, str] = field(default_factory=dict)

    @staticmethod
    def of(
        config: Config,
        desk: Path | None = None,
        taken: frozenset[str] = frozenset(),
        translated: Mapping[str, str] | None = None,
    ) -> House:
        """The choices that these settings stand for."""
        translator = config.author if config.credits == "on" else ""
        return House(config.site, config.region, translator, desk, taken, translated or {})
