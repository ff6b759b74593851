"""Forms of names found in a text: the longest where they overlap, and whole words only.

A name that begins with a word is only looked for where that word stands, so that the time does not
grow with the number of names. Refuses to say whose forms they are. Separate because an article's
own names and those of the ledger are found alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_WORDS = re.compile(r"[^\W_]+")


class Forms:
    """Forms made ready for work."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._by_first: dict[str, list[str]] = {}
        for form in sorted(forms, key=len, reverse=True):
            found = _WORDS.search(form)
            self._by_first.setdefault(found[0] if found else form, []).append(form)

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """Where a form begins, and which, in order."""
        end = 0
        for word in _WORDS.finditer(text):
            start = word.start()
            if start < end:
                continue
            for form in self._by_first.get(word[0], ()):
                end_here = start + len(form)
                if text.startswith(form, start) and not text[end_here : end_here + 1].isalnum():
                    yield start, form
                    end = end_here
                    break
