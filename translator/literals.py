"""What stands in the messages of programs and is no word, as inline codes.

Placeholders, markup and entities stay as they are inside a code; line breaks and runs of blanks
are a code alone, so that they survive a translation that is one line. Refuses files. Separate
since messages come out of PO and XLIFF alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from translator import inline, normalize
from translator.inline import Close, Empty, Open, Token
from translator.model import Code

KEY = "key"
"""The attribute that names a code of a file, the same in source and target."""

_LITERAL = re.compile(
    r"(?P<blank>[ \t]*[\n\r\t][ \t\n\r]*| {2,})"
    r"|%(?:\([\w.]+\))?[#0 +\-]*(?:\d+\$)?\d*(?:\.\d+)?[hlLqjzt]*[diouxXeEfFgGcrsa@]"
    r"|\{[\w.\[\]!:]*\}|\$\{\w+\}|%%|</?[A-Za-z][^<>]*>|&#?\w+;"
)
"""What stands in messages and is no word: C and Python placeholders, braces, markup, entities."""


def tokens(text: str) -> Iterator[Token]:
    """The text with a code around each literal; blanks that are more than one are a code alone,
    behind a space that stands for them in the clean text."""
    position = 0
    for found in _LITERAL.finditer(text):
        if found.start() > position:
            yield text[position : found.start()]
        position = found.end()
        if found["blank"]:
            yield " "
            yield Empty(Code(0, "blank", (("text", found[0]),)))
        else:
            yield from (Open(Code(0, "literal")), found[0], Close(Code(0, "literal")))
    if position < len(text):
        yield text[position:]


def marked(plain: str, stream: Iterable[Token], codes: Sequence[Code]) -> str:
    """A translation as marked text: literals, blanks and codes of the file take the numbers of the
    source's codes in order, as far as they are the same.

    Where one is the same as none of the source, the text is `plain`, without any codes.
    """
    text, own = inline.lift(stream)
    waiting = list(codes)
    numbers: dict[int, int] = {}
    for code in own:
        same = [one for one in waiting if _identity(one) == _identity(code)]
        if same:
            waiting.remove(same[0])
            numbers[code.number] = same[0].number
    if len(numbers) < len(own):
        return normalize.target(plain)
    return inline.renumber(text, own, numbers)


def _identity(code: Code) -> object:
    """What makes two codes the same: the name that a file gave them, or else all of them."""
    return dict(code.attributes).get(KEY) or (code.kind, code.attributes)
