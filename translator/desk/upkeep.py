"""The memory as a whole: what is in it, and putting it in order.

Separate from `memory`, which works on one unit at a time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from translator.desk import index, memory
from translator.memory.tokens import symbols


@dataclass(frozen=True, slots=True)
class Facts:
    """What is in a memory. `confirmed` units are those of confirmed segments on this desk;
    `documents` are the names of files and articles that others came from, with their units."""

    units: int
    confirmed: int
    sources: int
    ambiguous: int
    documents: dict[str, int]


def facts(connection: sqlite3.Connection) -> Facts:
    """Count what is in the memory."""
    units, confirmed, sources = connection.execute(
        "SELECT count(*), count(segment), count(DISTINCT key) FROM units"
    ).fetchone()
    (ambiguous,) = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM units GROUP BY key HAVING count(DISTINCT target) > 1)"
    ).fetchone()
    documents = connection.execute(
        "SELECT document, count(*) FROM units WHERE article IS NULL GROUP BY document"
        " ORDER BY count(*) DESC, document"
    )
    return Facts(units, confirmed, sources, ambiguous, dict(documents.fetchall()))


def drop_document(connection: sqlite3.Connection, document: str) -> int:
    """Take out the units that came with a file; how many they were."""
    return memory.delete(
        connection,
        (
            row[0]
            for row in connection.execute(
                "SELECT id FROM units WHERE article IS NULL AND document = ?", (document,)
            ).fetchall()
        ),
    )


def drop_repeated(connection: sqlite3.Connection) -> int:
    """Take out units that say what another one says, with the same neighbours; how many.

    Those of confirmed segments stay, and of others the newest one.
    """
    rows = connection.execute(
        "SELECT id FROM units AS one WHERE segment IS NULL AND EXISTS ("
        " SELECT 1 FROM units AS other WHERE other.key = one.key AND other.source = one.source"
        " AND other.target = one.target AND other.before IS one.before"
        " AND other.after IS one.after"
        " AND (other.segment IS NOT NULL OR other.id > one.id) AND other.id <> one.id)"
    ).fetchall()
    return memory.delete(connection, (row[0] for row in rows))


def rebuild(connection: sqlite3.Connection) -> Iterator[int]:
    """Make the indexes anew, without what units have left behind that are gone; yields how many
    units are entered, now and then."""
    for table in ("postings", "unit_lengths"):
        connection.execute(f"DELETE FROM {table}")
    connection.execute("INSERT INTO unit_words (unit_words) VALUES ('delete-all')")
    bulk = index.Bulk(connection)
    done = 0
    for (first,) in connection.execute(
        "SELECT min(id) FROM units GROUP BY id / ? ORDER BY 1", (index.SPAN,)
    ).fetchall():
        last = first - first % index.SPAN + index.SPAN
        units = memory.between(connection, first, last)
        for unit in units:
            bulk.add(unit.id, symbols(unit.source))
        memory.add_words(connection, units)
        done += len(units)
        yield done
    bulk.flush()
    connection.execute("INSERT INTO unit_words (unit_words) VALUES ('optimize')")
