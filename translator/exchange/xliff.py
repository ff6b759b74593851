"""XLIFF files read: the texts of any, and the entries of those that we have written.

Refuses what is invalid, with line, element and reason (see `translator.xliff.rules`). Writing is
in `xliff_writing`; a foreign file written back is in `xliff_original`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from translator.xliff import reading


@dataclass(frozen=True, slots=True)
class Text:
    """One pair of a file as clean text. `id` names it for a person; `line` is where it begins."""

    id: str
    source: str
    target: str
    line: int


def texts(data: bytes, path: str) -> Iterator[Text]:
    """The pairs of any XLIFF file, in order; a target that is not there is empty.

    Raises InputError for what is no XLIFF, or an invalid one.
    """
    for pair in reading.read(data, path).pairs:
        yield Text(pair.name, reading.text(pair.source), reading.text(pair.target), pair.line)
