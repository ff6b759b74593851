"""Files of sentences with their translations, for the checks: PO, XLIFF, and a table.

Each gives its pairs in the order of the file, counted from 1. Refuses to keep anything of them;
what is to go onto the desk comes in by `intake` and `delivery`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from translator import normalize
from translator.errors import InputError


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and its translation, on one line each; empty where there is none."""

    number: int
    source: str
    target: str
    is_message: bool = False
    """Of a program, not of an article: placeholders and commands stand in it."""
    is_form: bool = False
    """Another plural form of the one before it."""


def read(path: Path) -> tuple[Pair, ...]:
    """The pairs of a file. Raises InputError where it is none of the kinds, or broken."""
    data = _bytes(path)
    kind = path.suffix.lower()
    if kind in (".po", ".pot"):
        return tuple(_messages(data, str(path)))
    elif kind in (".xlf", ".xliff"):
        rows = _xliff(data, str(path))
    elif kind in (".tsv", ".tab", ".txt"):
        rows = _table(data, str(path))
    else:
        raise InputError("not-pairs", path=str(path))
    return tuple(
        Pair(number, normalize.target(source), normalize.target(target))
        for number, (source, target) in enumerate(rows, start=1)
    )


def _bytes(path: Path) -> bytes:
    from translator.sources.limits import LIMIT

    try:
        if path.stat().st_size > LIMIT:
            raise InputError("too-large", path=str(path))
        return path.read_bytes()
    except OSError as error:
        raise InputError("unreadable", path=str(path), detail=error.strerror or "") from error


def _table(data: bytes, path: str) -> Iterator[tuple[str, str]]:
    """A table of segments as we write them; or else English, one tab, Spanish: no header, and a
    quotation mark is a character like others."""
    from translator.exchange import segment_table

    text = segment_table.decode(data, path)
    if segment_table.is_table(text):
        for entry in segment_table.read(text, path):
            yield entry.source, entry.target
        return
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    for number, line in enumerate(lines, start=1):
        cells = line.removesuffix("\r").split("\t")
        if len(cells) != 2 and line.strip():
            raise InputError("not-a-pair", path=path, line=number, tabs=len(cells) - 1)
        yield (cells[0], cells[1]) if len(cells) == 2 else ("", "")


def _xliff(data: bytes, path: str) -> Iterator[tuple[str, str]]:
    from translator.exchange import xliff

    for one in xliff.texts(data, path):
        yield one.source, one.target


def _messages(data: bytes, path: str) -> Iterator[Pair]:
    """The messages of a PO file, each form of a plural by itself; obsolete ones are none."""
    from translator import potext  # the editor checks no files

    number = 0
    for entry in potext.parse(potext.decode(data, path), path):
        if entry.obsolete:
            continue
        forms = sorted(entry.msgstr_plural.items()) if entry.msgid_plural else [(0, entry.msgstr)]
        for place, (form, text) in enumerate(forms):
            number += 1
            source = entry.msgid if form == 0 else entry.msgid_plural
            texts = (normalize.target(source), normalize.target(text))
            yield Pair(number, *texts, is_message=True, is_form=place > 0)
