"""The termbase of a desk: its own terms, beside those that the program ships.

Refuses to judge a term: `termbase` finds and verifies. Separate from `names`, which are decided
one by one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import astuple, dataclass

from translator.model import Term, TermKind

_COLUMNS = "source, target, kind, part_of_speech, domain, note, decision"


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of some terms: how many are new, and how many said something else before."""

    added: int
    changed: int
    known: int


def every(connection: sqlite3.Connection) -> tuple[Term, ...]:
    """All terms, by their English."""
    rows = connection.execute(
        f"SELECT {_COLUMNS}, id FROM terms ORDER BY source COLLATE NOCASE, id"
    )
    return tuple(_term(row) for row in rows)


def _term(row: tuple[str, str, str, str, str, str, str, int]) -> Term:
    source, target, kind, part_of_speech, domain, note, decision, number = row
    return Term(source, target, TermKind(kind), part_of_speech, domain, note, decision, number)


def put(connection: sqlite3.Connection, terms: Iterable[Term]) -> Taken:
    """Store terms; one with the same English and Spanish takes the place of that which stands."""
    added = changed = known = 0
    for term in terms:
        row = astuple(term)[:-1]
        stands = connection.execute(
            f"SELECT {_COLUMNS} FROM terms WHERE source = ? AND target = ?",
            (term.source, term.target),
        ).fetchone()
        if stands == row:
            known += 1
            continue
        added += stands is None
        changed += stands is not None
        connection.execute(
            f"INSERT INTO terms ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (source, target) DO UPDATE SET kind = excluded.kind,"
            " part_of_speech = excluded.part_of_speech, domain = excluded.domain,"
            " note = excluded.note, decision = excluded.decision",
            row,
        )
    return Taken(added, changed, known)


def remove(connection: sqlite3.Connection, source: str, target: str | None = None) -> int:
    """Take out what the desk says of an English term, or one Spanish term of it; how many."""
    return connection.execute(
        "DELETE FROM terms WHERE source = ? AND target = coalesce(?, target)", (source, target)
    ).rowcount
