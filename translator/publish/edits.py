"""Changes of a page's bytes, collected first and made at once: all else stays as it is.

Refuses two changes of one place: that is a defect of whoever asked for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape, unescape


class Edits:
    """Changes of one page. Text goes in escaped and in the page's charset."""

    def __init__(self, data: bytes, charset: str) -> None:
        self.data = data
        self._charset = charset
        self._changes: list[tuple[int, int, bytes]] = []
        self._cuts: list[tuple[int, int]] = []

    def text(self, start: int, end: int) -> str:
        """What a stretch says, its character references resolved."""
        return unescape(self.data[start:end].decode(self._charset, "replace"))

    def encoded(self, markup: str) -> bytes:
        """Markup in the page's charset; letters that it lacks as character references."""
        return markup.encode(self._charset, "xmlcharrefreplace")

    def put(self, start: int, end: int, markup: bytes) -> None:
        """Put markup in the place of a stretch."""
        if self.data[start:end] != markup:
            self._changes.append((start, end, markup))

    def cut(self, start: int, end: int) -> None:
        """Take a stretch out, whatever is asked for within it."""
        self._cuts.append((start, end))

    def say(self, start: int, end: int, text: str) -> None:
        """Put text in the place of a text."""
        if self.text(start, end) != text:
            self.put(start, end, self.encoded(escape(text, quote=False)))

    def value(self, start: int, end: int, text: str, quote: bytes) -> None:
        """Put text in the place of an attribute's value; one without quotes gets them."""
        if self.text(start, end) == text and quote:
            return
        value = self.encoded(escape(text, quote=False)).replace(b'"', b"&quot;")
        value = value.replace(b"'", b"&#39;") if quote == b"'" else value
        self.put(start, end, value if quote else b'"' + value + b'"')

    def made(self) -> bytes:
        """The page with all changes. Raises ValueError where two of them overlap."""
        pieces: list[bytes] = []
        position = 0
        for start, end, markup in sorted(self._wanted(), key=lambda one: (one[0], one[1])):
            if start < position:
                raise ValueError(f"two changes at byte {start}")
            pieces += [self.data[position:start], markup]
            position = end
        return b"".join([*pieces, self.data[position:]])

    def _wanted(self) -> Iterator[tuple[int, int, bytes]]:
        """The changes, those within what is cut left out."""
        yield from ((start, end, b"") for start, end in self._cuts)
        for start, end, markup in self._changes:
            if not any(_is_within(start, end, one) for one in self._cuts):
                yield start, end, markup


def _is_within(start: int, end: int, cut: tuple[int, int]) -> bool:
    """Whether a change is of what is cut; what is put in beside it is not."""
    return cut[0] <= start and end <= cut[1] and not (start == end and start in cut)
