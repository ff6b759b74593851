"""What English and Spanish spell alike: a word reduced to letters that both languages share.

*Hospital*, *catastrophe* and *catástrofe*, *immediate* and *inmediato*, *Zelenskyy* and *Zelenski*
come out equal, or with an equal beginning. Refuses meaning: *actual* and *actual* are equal too,
and what a chance likeness is worth is told by how often it occurs (see `evidence`). The idea is
that of Simard, Foster and Isabelle (1992), whose cognates share their first four letters.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_MARKS = re.compile(r"[\u0300-\u036f]")
_RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"ph", "f"),
        (r"^imm", "inm"),
        (r"^s(?=[bcdfgklmnpqtvz])", "es"),
        (r"th|rh|gh", lambda found: found[0][0]),
        (r"ch|ck|qu|k", "c"),
        (r"(?<!^)t(?=i[aeou])", "c"),
        (r"[yj]", "i"),
        (r"w", "v"),
        (r"z", "s"),
        (r"h", ""),
        (r"(.)\1+", r"\1"),
    )
)
_ENDING = re.compile(r"(?<=...)(?:[aeio]?s?)$")
"""*part*, *parte* and *partes*; *dose* and *dosis*."""

PREFIX = 5
"""Letters from which on the rest of a word is an ending of its language (*-tion*, *-dad*)."""


def folded(word: str) -> str:
    """The word in small letters without accents; ñ becomes n."""
    return _MARKS.sub("", unicodedata.normalize("NFKD", word.lower()))


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The beginning of a word in the letters that both languages share."""
    shared = folded(word)
    for pattern, replacement in _RULES:
        shared = pattern.sub(replacement, shared)
    return _ENDING.sub("", shared)[:PREFIX]
