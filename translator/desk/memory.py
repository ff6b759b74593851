"""The memory's units: stored and found.

Units of confirmed segments have an `article` and a `segment` (see `following`); others come from
files, or are what has been left of a segment that is gone.

Each unit stands in three indexes: `key` finds the same text, `index` the similar ones, `unit_words`
(FTS5) words and phrases. For the similar ones other ways were tried before an index was written for
it; at 200,000 recombined units, 100 sentences of 17 to 23 words, with the scoring of what they give
(`tests/benchmarks/candidates.py` repeats it), p95 and how often the best match was among it:

    our index                                            5 ms   100 of 100
    FTS5, any of the rarest words, the first 1,500      48 ms    51 of 100
    FTS5, any of all words, the first 200 by rank      859 ms   100 of 100
    FTS5, trigrams of the rarest words, by rank        988 ms   100 of 100
    rows of symbol and unit, counted by SQLite         356 ms   100 of 100
    a band of lengths, all scored                    2,780 ms   100 of 100

Refuses to judge a match: `memory.matching` does.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice

from translator import inline
from translator.desk import index
from translator.desk.packing import pack_codes, unpack_codes
from translator.memory.tokens import folded, key, symbols, tokens
from translator.model import Origin, Unit

_CHUNK = 64
"""Candidates fetched at once."""

_MOST_SCORED = 1_500
"""So many candidates are scored at most: 30 ms. Only sentences of a few common words have more,
and then the newest of those with the highest bound are among them."""

_BATCH = 1_000
"""Units of a file that go through each step together: one at a time through all of them takes a
third longer, because each step throws the others' data out of the processor's caches."""

_FEW_BYTES, _MANY_BYTES = 1 << 20, 1 << 24
"""What the concordance's index gathers: FTS5's own measure, and one for files."""

_MANY = 10_000
"""From so many new units on, FTS5 is told to put its parts together at once, so that no later
confirmation has to."""

_COLUMNS = (
    "units.id, source, target, codes, before, after, origin, units.author, document, created,"
    " changed, slug"
)
_FROM = "units LEFT JOIN articles ON articles.id = units.article"


def read(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[Unit]:
    """The units with these ids, in this order; those that are gone are left out."""
    marks = ", ".join("?" * len(numbers))
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM {_FROM} WHERE units.id IN ({marks})", tuple(numbers)
    )
    found = {unit.id: unit for unit in map(_unit, rows)}
    return [found[number] for number in numbers if number in found]


def same(
    connection: sqlite3.Connection,
    source: str,
    before: int | None = None,
    after: int | None = None,
    *,
    without: int | None = None,
) -> list[Unit]:
    """The units with exactly this marked source: of each translation the newest one, and the
    newest one with these neighbours. Those of the article `without` are left out."""
    rows = connection.execute(
        "SELECT max(id) FROM units WHERE key = ? AND source = ? AND (? IS NULL OR article IS NOT ?)"
        " GROUP BY target, before IS ? AND after IS ?",
        (key(source), source, without, without, before, after),
    )
    return read(connection, sorted((row[0] for row in rows), reverse=True))


def every(connection: sqlite3.Connection) -> Iterator[Unit]:
    """All units, oldest first, one at a time."""
    for row in connection.execute(f"SELECT {_COLUMNS} FROM {_FROM} ORDER BY units.id"):
        yield _unit(row)


def between(connection: sqlite3.Connection, first: int, last: int) -> list[Unit]:
    """The units with ids from the first up to, and without, the last."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM {_FROM} WHERE units.id >= ? AND units.id < ? ORDER BY units.id",
        (first, last),
    )
    return [_unit(row) for row in rows]


def text_of(connection: sqlite3.Connection, number: int) -> str | None:
    """The marked source that a key stands for, where the memory has it."""
    row = connection.execute("SELECT source FROM units WHERE key = ? LIMIT 1", (number,)).fetchone()
    return row[0] if row else None


def is_empty(connection: sqlite3.Connection) -> bool:
    """Whether there is no unit."""
    return connection.execute("SELECT 1 FROM units LIMIT 1").fetchone() is None


class Searcher:
    """Looks up one sentence after another in a memory that does not change meanwhile."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._index = index.Searcher(connection)

    def similar(
        self, source: str, floor: int, most: int, *, without: int | None = None
    ) -> list[Unit]:
        """The units most like a marked source, at or above the floor in per cent.

        The best by rate and then by full score, so many with different texts as `most` says.
        Those of the article `without` are left out.
        """
        from translator.memory import scores

        written = tokens(source)
        found = folded(written)
        best: dict[tuple[str, str], tuple[int, int, int]] = {}
        lowest = floor
        scored = 0
        bounds = self._index.candidates(found, floor)
        for start in range(0, len(bounds), _CHUNK):
            chunk = bounds[start : start + _CHUNK]
            if chunk[0][0] < lowest or scored >= _MOST_SCORED:
                break
            scored += len(chunk)
            for number, text, target in self._texts([unit for _, unit in chunk], without):
                theirs = tokens(text)
                rate = scores.rate(found, folded(theirs))
                if rate < lowest:
                    continue
                rank = rate, scores.rate(written, theirs), number
                best[text, target] = max(rank, best.get((text, target), rank))
            lowest = _lowest(best.values(), most, floor)
        ranks = sorted(best.values(), reverse=True)[:most]
        return read(self._connection, [number for _, _, number in ranks])

    def _texts(self, numbers: Sequence[int], without: int | None) -> list[tuple[int, str, str]]:
        marks = ", ".join("?" * len(numbers))
        return self._connection.execute(
            f"SELECT id, source, target FROM units WHERE id IN ({marks})"
            " AND (? IS NULL OR article IS NOT ?)",
            (*numbers, without, without),
        ).fetchall()


def _lowest(ranks: Iterable[tuple[int, int, int]], most: int, floor: int) -> int:
    """The rate that a candidate must reach to be among the best."""
    rates = sorted((rank[0] for rank in ranks), reverse=True)
    return rates[most - 1] if len(rates) >= most else floor


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of units from a file: new ones, and those that were there."""

    added: int = 0
    known: int = 0


def take_in(connection: sqlite3.Connection, units: Iterable[Unit], document: str = "") -> Taken:
    """Enter units from a file, within the caller's transaction. A unit whose texts are there,
    with the same neighbours or without any of its own, is known and changes nothing. `document`
    names where units come from that do not say so themselves."""
    added = known = 0
    bulk = index.Bulk(connection)
    _gather_words(connection, _MANY_BYTES)
    source = iter(units)
    while batch := list(islice(source, _BATCH)):
        fresh: list[tuple[int, Unit]] = []
        for unit in batch:
            if not _is_known(connection, unit):
                fresh.append((_insert(connection, unit, document), unit))
        for number, unit in fresh:
            bulk.add(number, symbols(unit.source))
        _add_words(connection, ((number, *_clean(unit)) for number, unit in fresh))
        added += len(fresh)
        known += len(batch) - len(fresh)
    bulk.flush()
    _gather_words(connection, _FEW_BYTES)
    if added >= _MANY:
        connection.execute("INSERT INTO unit_words (unit_words) VALUES ('optimize')")
    return Taken(added, known)


def _gather_words(connection: sqlite3.Connection, size: int) -> None:
    """How much FTS5 gathers before it writes: 16 MB instead of 1 spare it a third of the time."""
    connection.execute("INSERT INTO unit_words (unit_words, rank) VALUES ('hashsize', ?)", (size,))


def _is_known(connection: sqlite3.Connection, unit: Unit) -> bool:
    rows = connection.execute(
        "SELECT before, after FROM units WHERE key = ? AND source = ? AND target = ?",
        (key(unit.source), unit.source, unit.target),
    ).fetchall()
    context = (unit.before, unit.after)
    return context in rows or (bool(rows) and context == (None, None))


def enter(connection: sqlite3.Connection, unit: Unit) -> int:
    """Store one new unit; its id."""
    number = _insert(connection, unit)
    index.add(connection, number, symbols(unit.source))
    add_words(connection, [replace(unit, id=number)])
    return number


def renew(connection: sqlite3.Connection, number: int, unit: Unit) -> None:
    """Give a unit another target, with the same source."""
    (old,) = read(connection, [number])
    if (old.target, old.before, old.after) == (unit.target, unit.before, unit.after):
        return
    _drop_words(connection, number, old)
    connection.execute(
        "UPDATE units SET target = ?, codes = ?, before = ?, after = ?, author = ?, changed = ?"
        " WHERE id = ?",
        (
            unit.target,
            pack_codes(unit.codes),
            unit.before,
            unit.after,
            unit.author,
            _seconds(unit.changed),
            number,
        ),
    )
    add_words(connection, [replace(unit, id=number)])


def _insert(connection: sqlite3.Connection, unit: Unit, document: str = "") -> int:
    cursor = connection.execute(
        "INSERT INTO units (key, source, target, codes, before, after, origin, author, document,"
        " created, changed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            key(unit.source),
            unit.source,
            unit.target,
            pack_codes(unit.codes),
            unit.before,
            unit.after,
            unit.origin,
            unit.author,
            unit.article or document,
            _seconds(unit.created),
            _seconds(unit.changed),
        ),
    )
    return int(cursor.lastrowid or 0)


def delete(connection: sqlite3.Connection, numbers: Iterable[int]) -> int:
    """Take out the units with these ids; how many they were."""
    count = 0
    for number in numbers:
        _delete(connection, number)
        count += 1
    return count


def _delete(connection: sqlite3.Connection, number: int) -> None:
    (unit,) = read(connection, [number])
    _drop_words(connection, number, unit)
    index.drop(connection, number)
    connection.execute("DELETE FROM units WHERE id = ?", (number,))


def add_words(connection: sqlite3.Connection, units: Iterable[Unit]) -> None:
    """Enter stored units in the index of the concordance."""
    _add_words(connection, ((unit.id, *_clean(unit)) for unit in units))


def _add_words(connection: sqlite3.Connection, rows: Iterable[tuple[int, str, str]]) -> None:
    connection.executemany("INSERT INTO unit_words (rowid, source, target) VALUES (?, ?, ?)", rows)


def _drop_words(connection: sqlite3.Connection, number: int, unit: Unit) -> None:
    connection.execute(
        "INSERT INTO unit_words (unit_words, rowid, source, target) VALUES ('delete', ?, ?, ?)",
        (number, *_clean(unit)),
    )


def _clean(unit: Unit) -> tuple[str, str]:
    return inline.strip(unit.source, unit.codes), inline.strip(unit.target, unit.codes)


Row = tuple[
    int, str, str, str, int | None, int | None, str, str, str, int | None, int | None, str | None
]


def _unit(row: Row) -> Unit:
    number, source, target, codes, before, after, origin, author, document = row[:9]
    created, changed, slug = row[9:]
    return Unit(
        source,
        target,
        unpack_codes(codes),
        before,
        after,
        Origin(origin),
        author,
        slug or document,
        _moment(created),
        _moment(changed),
        number,
    )


def _seconds(moment: datetime | None) -> int | None:
    return None if moment is None else int(moment.timestamp())


def _moment(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
