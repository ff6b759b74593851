"""How much is read of anything: bytes of a file, characters of an article.

Separate because the readers and the door before them need the same numbers.
"""

from __future__ import annotations

from translator.errors import InputError

LIMIT = 20 * 1024 * 1024
"""Bytes of a file. The largest saved news page we have met is 4 MB."""

LONGEST = 800_000
"""Characters of a page's text, some 130,000 words: many times the longest article of a newspaper.
More is a book, a log or a mistake; within it every page is read in under 10 s and 500 MB."""

MOST_ELEMENTS = 20_000
"""Elements of a page; those of newspapers have some thousands at most."""

WIDEST = 5_000
"""Elements directly inside one paragraph: trafilatura's time grows with their square, 3 s here."""


def check_length(characters: int, source: str) -> None:
    """Raise InputError `too-long` for more text than an article has."""
    if characters > LONGEST:
        raise InputError("too-long", path=source, characters=characters, most=LONGEST)


def check_elements(elements: int, widest: int, source: str) -> None:
    """Raise InputError `too-complex` for more markup than a page has."""
    if elements > MOST_ELEMENTS or widest > WIDEST:
        raise InputError("too-complex", path=source, elements=max(elements, widest))
