"""Termbases as CSV tables.

Columns are known by their heads, in any order and under the names that other programs give them;
a table without heads is English and Spanish. Comma, semicolon and tab part the cells. A cell that
begins with a sign that a spreadsheet would take for a formula is written with an apostrophe before
it, which reading takes away. Refuses to know the desk. TBX is in `tbx`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from translator import normalize
from translator.errors import InputError
from translator.model import Term, TermKind

COLUMNS = ("source", "target", "kind", "part_of_speech", "domain", "note", "decision")

_HEADS = {
    "source": "source en eng english term inglés ingles source_term",
    "target": "target es esp spa spanish español espanol translation target_term traducción",
    "kind": "kind status type usage estado tipo",
    "part_of_speech": "part_of_speech pos partofspeech categoría",
    "domain": "domain subject field subject_field dominio ámbito",
    "note": "note notes comment comments definition explanation nota notas",
    "decision": "decision reference fuente",
}
_COLUMN_OF = {head: column for column, heads in _HEADS.items() for head in heads.split()}

_KINDS = {
    TermKind.PREFERRED: "preferred preferredterm approved preferido preferente",
    TermKind.ALLOWED: "allowed admitted admittedterm permitido admitido",
    TermKind.FORBIDDEN: "forbidden deprecated deprecatedterm prohibited superseded prohibido",
    TermKind.KEEP: "keep dnt untranslated do-not-translate donottranslate conservar",
}
KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}
"""What other programs call the kinds of terms, in small letters."""

_RISKY = ("=", "+", "-", "@", "\t", "\r")
_LONGEST = 500
"""Characters of a term; more is no term but a text in the wrong column."""


@dataclass(frozen=True, slots=True)
class Bad:
    """A row that is no term: its line, why (a code for `wording`), and its cells."""

    line: int
    reason: str
    text: str
    detail: str = ""


def read(text: str, path: str) -> Iterator[Term | Bad]:
    """The terms of a table, in order. Raises InputError for what is no table."""
    if "\0" in text:
        raise InputError("not-a-table", path=path)
    reader = csv.reader(io.StringIO(text), delimiter=_delimiter(text))
    columns: Sequence[str] | None = None
    end = 0
    while True:
        line = end + 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            end = reader.line_num
            yield Bad(line, "row-broken", "", str(error))
            continue
        if row is None:
            return
        end = reader.line_num
        cells = [_clean(cell) for cell in row]
        if not any(cells):
            continue
        if columns is None:
            columns = _heads(cells)
            if columns is not None:
                continue
            columns = COLUMNS
        yield _term(columns, cells, line)


def has_heads(line: str) -> bool:
    """Whether the first line of a file names the columns of a table of terms."""
    try:
        row = next(csv.reader([line], delimiter=_delimiter(line)), [])
    except csv.Error:
        return False
    return _heads([_clean(cell) for cell in row]) is not None


def _delimiter(text: str) -> str:
    head = text.partition("\n")[0]
    return max(",;\t", key=head.count)


def _clean(cell: str) -> str:
    bare = cell.strip()
    return normalize.line(bare[1:] if bare.startswith("'") and _is_risky(bare) else bare)


def _is_risky(cell: str) -> bool:
    return cell.lstrip("'").startswith(_RISKY)


def _heads(cells: Sequence[str]) -> Sequence[str] | None:
    """The columns that the first row names, or None where it names none."""
    found = [_COLUMN_OF.get(cell.lower().replace(" ", "_"), "") for cell in cells]
    return found if {"source", "target"} <= set(found) else None


def _term(columns: Sequence[str], cells: Sequence[str], line: int) -> Term | Bad:
    text = ", ".join(cells)
    if len(cells) > len(columns) and any(cells[len(columns) :]):
        return Bad(line, "row-too-long", text)
    values = dict.fromkeys(COLUMNS, "") | {
        column: cell for column, cell in zip(columns, cells, strict=False) if column
    }
    named = values.pop("kind")
    kind = KIND_OF.get(named.lower()) if named else TermKind.PREFERRED
    if kind is None:
        return Bad(line, "term-kind", text, named)
    term = Term(
        values["source"],
        values["target"],
        kind,
        values["part_of_speech"],
        values["domain"],
        values["note"],
        values["decision"],
    )
    return checked(term, line, text)


def checked(term: Term, line: int, text: str) -> Term | Bad:
    """The term itself where it can be one, else what is wrong with it."""
    if max(len(term.source), len(term.target)) > _LONGEST:
        return Bad(line, "term-too-long", text)
    if not term.source and term.kind is not TermKind.FORBIDDEN:
        return Bad(line, "term-without-english", text)
    if not term.target and term.kind is not TermKind.KEEP:
        return Bad(line, "term-without-spanish", text)
    if term.kind is TermKind.KEEP and term.target not in ("", term.source):
        return Bad(line, "term-kept-changed", text)
    if term.kind is TermKind.KEEP:
        return replace(term, target="")
    return term


def write(terms: Iterable[Term]) -> Iterator[str]:
    """The lines of a table with heads."""
    yield _row(COLUMNS)
    for term in terms:
        yield _row([getattr(term, column) for column in COLUMNS])


def _row(cells: Sequence[str]) -> str:
    line = io.StringIO()
    safe = [f"'{cell}" if _is_risky(cell) else cell for cell in cells]
    csv.writer(line, lineterminator="\n").writerow(safe)
    return line.getvalue()
