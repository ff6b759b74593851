"""E-mail addresses in running text, as inline codes.

An address is no word: it is never translated, and must come out letter for letter. Refuses
addresses that a link already holds. Separate because every reader of running text needs it.
"""

from __future__ import annotations

import itertools
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

_MOST = 1_000
"""Addresses of one line that are marked; a list of more is no article. 10,000 took 2 s."""


def mark(tokens: Iterable[Token]) -> Iterator[Token]:
    """The same stream, with a code around every e-mail address outside links, as far as there are
    not too many."""
    links, left = 0, _MOST
    for token in tokens:
        if isinstance(token, Open | Close) and token.code.kind == "a":
            links += 1 if isinstance(token, Open) else -1
        if isinstance(token, str) and not links and "@" in token:
            found = list(itertools.islice(_ADDRESS.finditer(token), left))
            left -= len(found)
            yield from _marked(token, found)
        else:
            yield token


def _marked(text: str, addresses: Iterable[re.Match[str]]) -> Iterator[Token]:
    position = 0
    for found in addresses:
        yield from [text[position : found.start()]] if found.start() > position else []
        yield from (Open(EMAIL), found[0], Close(EMAIL))
        position = found.end()
    yield from [text[position:]] if position < len(text) else []
