"""Inline codes as text, for columns that hold them.

Separate because lines of the page and lines of the journal hold them alike.
"""

from __future__ import annotations

import json

from translator.model import Code


def pack_codes(codes: tuple[Code, ...]) -> str:
    """The text that stands for these codes; empty for none."""
    return (
        json.dumps([[code.number, code.kind, code.attributes] for code in codes]) if codes else ""
    )


def unpack_codes(text: str) -> tuple[Code, ...]:
    """The inline codes that a block's column holds."""
    if not text:
        return ()
    return tuple(
        Code(number, kind, tuple((name, value) for name, value in attributes))
        for number, kind, attributes in json.loads(text)
    )
