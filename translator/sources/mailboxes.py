"""E-mail addresses in running text, as inline codes.

An address is no word: it is never translated, and must come out letter for letter. Refuses
addresses that a link already holds. Separate because every reader of running text needs it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from translator.inline import Close, Open, Token
from translator.model import Code

EMAIL = Code(0, "email")
"""An address as text; unlike a link it leads nowhere."""

_ADDRESS = re.compile(
    r"(?<![\w.+\-@/])[\w][\w.+\-]{0,63}@[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,5}(?![\w@])"
)
"""The part of RFC 5322, section 3.4.1, that newspapers print: no quotes, no comments."""


def mark(tokens: Iterable[Token]) -> Iterator[Token]:
    """The same stream, with a code around every e-mail address outside links."""
    links = 0
    for token in tokens:
        if isinstance(token, Open | Close) and token.code.kind == "a":
            links += 1 if isinstance(token, Open) else -1
        if isinstance(token, str) and not links and "@" in token:
            yield from _marked(token)
        else:
            yield token


def _marked(text: str) -> Iterator[Token]:
    position = 0
    for found in _ADDRESS.finditer(text):
        yield from [text[position : found.start()]] if found.start() > position else []
        yield from (Open(EMAIL), found[0], Close(EMAIL))
        position = found.end()
    yield from [text[position:]] if position < len(text) else []
