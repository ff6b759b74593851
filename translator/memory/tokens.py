"""A sentence as the memory compares it: tokens as written, and symbols with classes.

*Symbols* are folded words; a number, a name in the middle of a sentence and an inline code are each
one symbol, so that *Kuleba met 12 envoys* and *Sybiha met 40 envoys* are alike. Punctuation has no
symbol. *Tokens* are everything that is not white space, as written. Refuses to compare: `scores`
does. Imports nothing heavy, because the desk calls it at every confirmation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import blake2b
from zlib import crc32

NUMBER, NAME, CODE = "\x01", "\x02", "\x03"
"""The symbols of the classes; no word holds such a character."""

_CLASSES = frozenset((NUMBER, NAME, CODE))

NOTHING = 0
"""The key of the sentence before the first and after the last."""

_TOKEN = re.compile(
    r"[^\W\d_]+(?:['.\-][^\W_]+)*"  # a word, with what hyphens and apostrophes tie to it
    r"|\d+(?:[.,:]\d+)*(?![^\W_])"  # a number
    r"|[^\W_]+(?:['.\-][^\W_]+)*"  # 1990s, 5th
    r"|</?[1-9][0-9]{0,3}/?>"  # an inline code
    r"|\S"
)
_ENDS = frozenset(".!?:…")
_OPENS = frozenset("\"“‘«([—–-'”»)]")
"""Signs between the end of a sentence and the first word of the next."""

_NO_NAMES = frozenset(
    "i i'm i've i'd i'll monday tuesday wednesday thursday friday saturday sunday january february"
    " march april may june july august september october november december".split()
)
"""Written with a capital, and yet translated like any word."""

_FEW = 3
"""Up to so many words a text is not judged to be a headline in Title Case."""


def tokens(text: str) -> list[str]:
    """Words, numbers, codes and signs of a text, as written."""
    return _TOKEN.findall(text.replace("’", "'"))


def spans(text: str) -> list[tuple[int, int]]:
    """Where the tokens of a text begin and end in it."""
    return [token.span() for token in _TOKEN.finditer(text.replace("’", "'"))]


def symbols(text: str) -> list[str]:
    """What the fuzzy score compares; a text without any ordinary word is compared as it stands."""
    return folded(tokens(text))


def folded(written: Sequence[str]) -> list[str]:
    """The symbols of tokens."""
    found: list[str] = []
    names: list[int] = []
    words = 0
    is_start = True
    for token in written:
        if token.islower():
            found.append(token)
            words += 1
            is_start = False
        elif token[0].isalpha():
            small = token.lower()
            found.append(small)
            words += 1
            is_acronym = len(token) > 1 and token.isupper()
            if (is_acronym or not is_start) and small not in _NO_NAMES:
                names.append(len(found) - 1)
            is_start = False
        elif token[0].isdigit():
            found.append(NUMBER)
            is_start = False
        elif len(token) > 1:
            found.append(CODE)
        else:
            is_start = token in _ENDS or (is_start and token in _OPENS)
    # A headline in Title Case, or a line in capitals, tells nothing about names.
    if words <= _FEW or 2 * len(names) <= words:
        for place in names:
            found[place] = NAME
    if _CLASSES.issuperset(found):
        return [token.lower() for token in written if len(token) > 1 or token.isalnum()]
    return found


def key(text: str) -> int:
    """A number of 64 bits, with its sign, that stands for exactly this marked text."""
    return int.from_bytes(blake2b(text.encode("utf-8"), digest_size=8).digest(), signed=True)


def hashed(found: Sequence[str]) -> list[int]:
    """A number of 32 bits for each symbol."""
    return [crc32(symbol.encode("utf-8")) for symbol in found]
