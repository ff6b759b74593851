"""A foreign PO file as an article: every message a line, what it has been translated to beside it.

Line breaks and runs of blanks, placeholders and markup inside a message are inline codes, so that
they survive translation; comments are notes. Order, comments and references are written back as
they stand (see `exchange.original`). Refuses obsolete messages and the header.
Separate from `exchange.po`, which reads the files that we write ourselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import polib

from translator import inline, literals, normalize, potext
from translator.model import Article, Block, Draft, Role

_LOOKS = re.compile(r"\A\ufeff?(?:[ \t]*(?:#.*)?\r?\n)*[ \t]*(?:msgctxt|msgid)[ \t]*\"")


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
        marked, codes = inline.lift(literals.tokens(text.strip()))
        blocks.append(Block(len(blocks) + 1, Role.PARAGRAPH, marked, element=place, codes=codes))
    site = normalize.line(file.metadata.get("Project-Id-Version", ""))
    return Article(tuple(blocks), site=site)


def drafts(data: bytes, source: str, article: Article) -> dict[int, Draft]:
    """What the file has as translations and comments already, by the id of the line.

    Raises InputError where the file is broken.
    """
    found: dict[int, Draft] = {}
    for block, (_, _, entry) in zip(article.blocks, _messages(_parse(data, source)), strict=True):
        note = normalize.note(f"{entry.comment}\n{entry.tcomment}")
        text = _translated(entry, is_plural=block.element.endswith("plural")).strip()
        if text:
            marked = literals.marked(text, literals.tokens(text), block.codes)
            found[block.id] = Draft(marked, "fuzzy" not in entry.flags, note=note)
        elif note:
            found[block.id] = Draft("", False, note=note)
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
