"""A segment as the memory keeps it: codes numbered anew, and only their kinds.

The second link of a paragraph is ``<2>`` there and ``<1>`` in its sentence, so that the same
sentence is the same wherever it stands. Where a link leads belongs to the article and is left
out. Separate because storing and looking up must agree on it to the letter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from translator import inline
from translator.model import Code, Origin, Segment, Unit

_NUMBER = re.compile(r"</?([1-9][0-9]{0,3})/?>")


def canonical(source: str, target: str, codes: Sequence[Code]) -> tuple[str, str, tuple[Code, ...]]:
    """Marked texts with the codes numbered in the order of the source, and those codes bare."""
    if not codes:
        return source, target, ()
    order = dict.fromkeys(
        token.code.number
        for token in inline.put_back(source, codes)
        if isinstance(token, inline.Open | inline.Empty)
    )
    # A number that stands in the text as text is no code's.
    literal = {int(found) for found in _NUMBER.findall(source + target)} - {
        code.number for code in codes
    }
    free = (number for number in range(1, 10_000) if number not in literal)
    mapping = dict(zip(order, free, strict=False))
    kinds = {code.number: code.kind for code in codes}
    bare = tuple(Code(mapping[number], kinds[number]) for number in order)
    used = [code for code in codes if code.number in order]
    return (
        inline.renumber(source, used, mapping),
        inline.renumber(target, used, mapping),
        bare,
    )


def canonical_source(source: str, codes: Sequence[Code]) -> str:
    """The marked source as the memory keeps it."""
    return canonical(source, "", codes)[0]


def of_segment(segment: Segment) -> Unit:
    """The unit that a confirmed segment makes, without its neighbours."""
    source, target, codes = canonical(segment.source, segment.target.strip(), segment.codes)
    return Unit(source, target, codes, origin=Origin.HUMAN)
