"""Which text of an HTML page is the article: trafilatura's judgement, as something to ask.

Trafilatura reads a page into a tree of its own, where links, classes and places are gone. Here its
text is only a measure: a block of the page's own tree belongs to the article if its words are in
it. Refuses to read blocks. Separate because the judge may change and the reading may not.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import Any

_SPACES = re.compile(r"\s+")
_UNITS = frozenset({"p", "head", "item", "quote", "cell", "code", "list", "fw"})

SURE = 25
"""Characters from which a text inside the article's text is taken for a part of it; a shorter one
(*Read more*, *News*) must be a unit of its own there."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What trafilatura found: the article's text and what it read of the metadata."""

    whole: str
    units: frozenset[str]
    title: str = ""
    author: str = ""
    published: str = ""
    site: str = ""
    address: str = ""
    description: str = ""
    image: str = ""

    def keeps(self, text: str) -> bool:
        """Whether a block with this text belongs to the article."""
        squeezed = squeeze(text)
        if not squeezed:
            return False
        return squeezed in self.units or (len(squeezed) >= SURE and squeezed in self.whole)


def squeeze(text: str) -> str:
    """The text without white space, to compare what two readers made of one page."""
    return _SPACES.sub("", text)


def judge(page: str) -> Judgement:
    """Trafilatura's judgement of a page; an empty one where it finds no article."""
    import trafilatura

    # It logs each page it gives up on; the reader says so itself, once and in words.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found: Any = trafilatura.bare_extraction(
            page,
            favor_precision=True,
            include_comments=False,
            with_metadata=True,
            # A date that the page states, not any year of its text: *in office since 2011*.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (RecursionError, ValueError, AssertionError):
        # Pages nested thousands deep, or cut off in the middle of a tag.
        found = None
    if found is None or found.body is None:
        return Judgement("", frozenset())
    return Judgement(
        whole=squeeze("".join(found.body.itertext())),
        units=frozenset(squeeze("".join(unit.itertext())) for unit in _units(found.body)),
        title=found.title or "",
        author=found.author or "",
        published=found.date or "",
        site=found.sitename or "",
        address=found.url or "",
        description=found.description or "",
        image=found.image or "",
    )


def _units(body: Any) -> list[Any]:
    return [element for element in body.iter() if element.tag in _UNITS]
