"""A foreign PO file as an article: every message a line, what it has been translated to beside it.

Line breaks and runs of blanks, placeholders and markup inside a message are inline codes, so that
they survive translation; the file's order, comments and references are not read at all, since they
are written back as they stand (see `exchange.original`). Refuses obsolete messages and the header.
Separate from `exchange.po`, which reads the files that we write ourselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import polib

from translator import inline, normalize, potext
from translator.inline import Close, Empty, Open, Token
from translator.model import Article, Block, Code, Draft, Role

_LOOKS = re.compile(r"\A\ufeff?(?:[ \t]*(?:#.*)?\r?\n)*[ \t]*(?:msgctxt|msgid)[ \t]*\"")
_LITERAL = re.compile(
    r"(?P<blank>[ \t]*[\n\r\t][ \t\n\r]*| {2,})"
    r"|%(?:\([\w.]+\))?[#0 +\-]*(?:\d+\$)?\d*(?:\.\d+)?[hlLqjzt]*[diouxXeEfFgGcrsa@]"
    r"|\{[\w.\[\]!:]*\}|\$\{\w+\}|%%|</?[A-Za-z][^<>]*>|&#?\w+;"
)
"""What stands in messages and is no word: C and Python placeholders, braces, markup, entities."""


def is_po(text: str) -> bool:
    """Whether a text is a PO file: after comments, its first line is a msgid or a msgctxt."""
    return _LOOKS.match(text) is not None


def read(data: bytes, source: str) -> Article:
    """The messages of a PO file, each form of a plural a line of its own.

    Raises InputError where the file is broken.
    """
    file = _parse(data, source)
    blocks: list[Block] = []
    for place, text, _ in _messages(file):
        marked, codes = inline.lift(_tokens(text.strip()))
        blocks.append(Block(len(blocks) + 1, Role.PARAGRAPH, marked, element=place, codes=codes))
    site = normalize.line(file.metadata.get("Project-Id-Version", ""))
    return Article(tuple(blocks), site=site)


def drafts(data: bytes, source: str, article: Article) -> dict[int, Draft]:
    """What the file has as translations already, by the id of the line.

    Raises InputError where the file is broken.
    """
    found: dict[int, Draft] = {}
    for block, (_, _, entry) in zip(article.blocks, _messages(_parse(data, source)), strict=True):
        text = _translated(entry, is_plural=block.element.endswith("plural"))
        if text.strip():
            marked = _marked(text.strip(), block.codes)
            found[block.id] = Draft(marked, is_confirmed="fuzzy" not in entry.flags)
    return found


@lru_cache(maxsize=1)
def _parse(data: bytes, source: str) -> polib.POFile:
    return potext.parse(potext.decode(data, source), source)


def _messages(file: polib.POFile) -> Iterator[tuple[str, str, polib.POEntry]]:
    """The place, the English and the entry of every message that holds a word."""
    number = 0
    for entry in file:
        if entry.obsolete:
            continue
        number += 1
        if entry.msgid.strip():
            yield f"entry {number}", normalize.nfc(entry.msgid), entry
        if entry.msgid_plural.strip():
            yield f"entry {number} plural", normalize.nfc(entry.msgid_plural), entry


def _translated(entry: polib.POEntry, *, is_plural: bool) -> str:
    if not entry.msgid_plural:
        return normalize.nfc(entry.msgstr)
    return normalize.nfc(str(entry.msgstr_plural.get(1 if is_plural else 0, "")))


def _tokens(text: str) -> Iterator[Token]:
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


def _marked(text: str, codes: tuple[Code, ...]) -> str:
    """A translation as marked text: literals and blanks take the numbers of the source's codes in
    order, as far as they are the same; the rest stays as it is."""
    marked, own = inline.lift(_tokens(text))
    waiting = list(codes)
    numbers: dict[int, int] = {}
    for code in own:
        same = [
            one for one in waiting if (one.kind, one.attributes) == (code.kind, code.attributes)
        ]
        if same:
            waiting.remove(same[0])
            numbers[code.number] = same[0].number
    if len(numbers) < len(own):
        return normalize.target(text)
    return inline.renumber(marked, own, numbers)
