"""Segments as a table (TSV): a row each, for spreadsheets, and back.

A cell that begins with a sign that a spreadsheet would take for a formula is written with an
apostrophe before it, which reading takes away; so no text becomes a formula, and none is lost.
Refuses tables without ids: which segment a row is about cannot be guessed.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from translator import normalize
from translator.errors import InputError
from translator.exchange.entries import Entry, Sheet, base, read_base
from translator.model import State

COLUMNS = ("id", "english", "spanish", "state", "note", "base")

_HEADS = {
    "id": "id segment segmento",
    "english": "english inglés ingles en source",
    "spanish": "spanish español espanol es target",
    "state": "state estado status",
    "note": "note nota notes notas comment",
    "base": "base",
}
_COLUMN_OF = {head: column for column, heads in _HEADS.items() for head in heads.split()}
_ID = re.compile(r"(?P<slug>[a-z0-9-]+):(?P<segment>[1-9][0-9]{0,8})")
_RISKY = ("=", "+", "-", "@", "\t", "\r", "'")


def write(sheets: Iterable[Sheet]) -> Iterator[str]:
    """The rows of a table with heads, parted by tabs."""
    yield _row(COLUMNS)
    for sheet in sheets:
        for one in sheet.translation.segments:
            name = f"{sheet.slug}:{one.id}"
            cells = (name, one.source, one.target, str(one.state), one.note, str(base(one)))
            yield _row(cells)


def _row(cells: Sequence[str]) -> str:
    line = io.StringIO()
    safe = [f"'{cell}" if cell.startswith(_RISKY) else cell for cell in cells]
    csv.writer(line, dialect="excel-tab", lineterminator="\n").writerow(safe)
    return line.getvalue()


def decode(data: bytes, path: str) -> str:
    """The text of a table. Raises InputError `file-not-utf8`."""
    is_wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return data.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("file-not-utf8", path=path) from error


def is_table(text: str) -> bool:
    """Whether a text is a table of segments: its heads name the id and the Spanish."""
    return {"id", "spanish"} <= set(_heads(text))


def _heads(text: str) -> list[str]:
    first = text.partition("\n")[0].rstrip("\r")
    try:
        cells = next(csv.reader([first], delimiter=_delimiter(first)), [])
    except csv.Error:  # a lone carriage return, or a cell beyond measure: no heads of ours
        return []
    return [_COLUMN_OF.get(cell.strip().lower(), "") for cell in cells]


def _delimiter(head: str) -> str:
    return max("\t;,", key=head.count)


def read(text: str, path: str) -> tuple[Entry, ...]:
    """The entries of a table, in order; a row whose id names no segment has slug "" and segment 0.

    Raises InputError: `not-segments` without heads, `row-broken` with its line.
    """
    if not is_table(text):
        raise InputError("not-segments", path=path)
    columns = _heads(text)
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=_delimiter(text.partition("\n")[0])
    )
    next(reader)
    found: list[Entry] = []
    line = reader.line_num + 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                found.append(_entry(dict(zip(columns, row, strict=False)), line))
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputError("table-broken", path=path, line=line, detail=str(error)) from error
    return tuple(found)


def _entry(cells: Mapping[str, str], line: int) -> Entry:
    named = _ID.fullmatch(cells.get("id", "").strip())
    state = _state(cells.get("state", "").strip().lower())
    return Entry(
        slug=named["slug"] if named else "",
        segment=int(named["segment"]) if named else 0,
        source=normalize.line(_bare(cells.get("english", ""))),
        target=normalize.target(_bare(cells.get("spanish", ""))),
        is_fuzzy=state is State.INITIAL,
        is_obsolete=False,
        line=line,
        state=state,
        note=normalize.note(_bare(cells["note"])) if "note" in cells else None,
        base=read_base(cells.get("base", "")),
    )


def _bare(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_RISKY) else cell


def _state(given: str) -> State | None:
    return State(given) if given in set(State) else None
