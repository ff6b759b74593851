"""Which units can be like a sentence: an inverted index of their symbols, and nothing else.

A fuzzy rate of t between m and n symbols needs ceil(t * max(m, n)) of them in common. So it is
enough to count, for each unit, how many of the sentence's rarer symbols it has; the commonest ones
are left out and taken as had. The count is an upper bound of the rate: no unit at or above the
floor is missed, and the caller scores the few that are left, best bound first.

Units are kept in spans of 32,768. A row of `postings` holds the units of one span that have one
symbol, two bytes each; its number is the symbol's hash and the span. `unit_lengths` holds a byte
for each unit of a span: how many symbols it has, 0 for one that is gone.

Refuses to read any text. Imports numpy only where it searches, because the editor writes to the
index at every confirmation.
"""

from __future__ import annotations

import sqlite3
import struct
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from translator.memory.tokens import hashed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_BITS = 15
SPAN = 1 << _BITS
"""Units to a row. Short rows cost reads (7 symbols of 31 rows at a million units), long rows cost
a confirmation, which writes the row of every symbol again: at most 64 KB for *the*."""

_SPAN_BITS = 16
_LONGEST = 255

_SCORING_US, _READING_US, _ROW_US = 10.0, 0.02, 100.0
"""Half of what it takes to fetch and score one candidate, to read one entry of a symbol, and to
begin with a symbol. A further symbol is read where that costs less than scoring half of what is
left. Of five settings tried at a million units, half recombined, this one has the best p95."""

Bound = tuple[int, int]
"""The highest rate that a unit can have, in per cent, and its id."""


def add(connection: sqlite3.Connection, unit: int, found: Sequence[str]) -> None:
    """Enter one unit with its symbols. Must be called once for a unit."""
    bulk = Bulk(connection)
    bulk.add(unit, found)
    bulk.flush()


def drop(connection: sqlite3.Connection, unit: int) -> None:
    """Let a unit be found no more."""
    _set_length(connection, unit, 0)


def _set_length(connection: sqlite3.Connection, unit: int, length: int) -> None:
    span, place = divmod(unit, SPAN)
    connection.execute(
        "INSERT INTO unit_lengths (span, lengths) VALUES (?, zeroblob(?)) ON CONFLICT DO NOTHING",
        (span, SPAN),
    )
    with connection.blobopen("unit_lengths", "lengths", span) as blob:
        blob.seek(place)
        blob.write(bytes((length,)))


class Bulk:
    """Enters many units: gathers those of one span and writes each row once.

    20 bytes of memory for each symbol of each unit of a span, 15 MB for news.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._span = 0
        self._units: dict[str, array[int]] = {}
        self._lengths: dict[int, int] = {}

    def add(self, unit: int, found: Sequence[str]) -> None:
        """Enter one unit with its symbols."""
        span, place = divmod(unit, SPAN)
        if span != self._span:
            self.flush()
            self._span = span
        self._lengths[place] = min(len(found), _LONGEST)
        units = self._units
        for symbol in set(found):
            row = units.get(symbol)
            if row is None:
                units[symbol] = array("H", (place,))
            else:
                row.append(place)

    def flush(self) -> None:
        """Write what has been gathered."""
        rows: dict[int, array[int]] = {}
        for number, row in zip(hashed(list(self._units)), self._units.values(), strict=True):
            # Two symbols of one hash: their units together, each once.
            both = rows.get(number)
            rows[number] = row if both is None else array("H", sorted({*both, *row}))
        self._connection.executemany(
            "INSERT INTO postings (id, units) VALUES (?, ?) ON CONFLICT (id)"
            " DO UPDATE SET units = CAST(units || excluded.units AS BLOB)",
            ((number << _SPAN_BITS | self._span, _little(rows[number])) for number in sorted(rows)),
        )
        self._units.clear()
        if self._lengths:
            self._write_lengths()
        self._lengths.clear()

    def _write_lengths(self) -> None:
        first = next(iter(self._lengths))
        _set_length(self._connection, self._span << _BITS | first, self._lengths[first])
        if len(self._lengths) > 1:
            with self._connection.blobopen("unit_lengths", "lengths", self._span) as blob:
                lengths = bytearray(blob.read())
                for place, length in self._lengths.items():
                    lengths[place] = length
                blob.seek(0)
                blob.write(lengths)


def _little(row: array[int]) -> bytes:
    if struct.pack("=H", 1) != struct.pack("<H", 1):
        row.byteswap()
    return row.tobytes()


@dataclass(frozen=True, slots=True)
class _Symbol:
    """A symbol of the sentence: its hash, how often it stands there, how many units have it."""

    number: int
    times: int
    units: int


class Searcher:
    """Finds candidates. Holds a byte for each unit, so that one search after another need not read
    them again; made anew when the memory may have changed."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lengths = _lengths(connection)

    def candidates(self, found: Sequence[str], floor: int) -> list[Bound]:
        """The units whose rate can reach the floor, in per cent, the highest bound first.

        Among equal bounds the newest unit comes first.
        """
        import numpy as np

        size = len(found)
        if not size or not len(self._lengths):
            return []
        symbols = sorted(_known(self._connection, found), key=lambda one: one.units)
        missable = size - -(-size * floor // 100)
        counts: NDArray[Any] = np.zeros(
            len(self._lengths), np.uint16 if size > _LONGEST else np.uint8
        )
        seen = read = 0
        while seen <= missable:
            counts[_units(self._connection, symbols[read].number)] += symbols[read].times
            seen += symbols[read].times
            read += 1
        places = np.flatnonzero(counts >= seen - missable)
        common = counts[places].astype(np.int32)
        for symbol in symbols[read:]:
            if len(places) * _SCORING_US < symbol.units * _READING_US + _ROW_US:
                break
            has = np.zeros(len(self._lengths), np.bool_)
            has[_units(self._connection, symbol.number)] = True
            common += has[places] * np.int32(symbol.times)
            seen += symbol.times
            kept = common >= seen - missable
            places, common = places[kept], common[kept]
        return _bounds(places, common + size - seen, self._lengths, size, floor)


def _bounds(
    places: NDArray[np.intp],
    common: NDArray[np.int32],
    lengths: NDArray[np.uint8],
    size: int,
    floor: int,
) -> list[Bound]:
    import numpy as np

    those = lengths[places].astype(np.int32)
    # A length that is cut off at 255 may be any longer one; the bound is high enough with 255.
    longer = np.maximum(those, size)
    shorter = np.where(those == _LONGEST, size, np.minimum(those, size))
    rates = np.minimum(common, shorter) * 100 // longer
    kept = np.flatnonzero((rates >= floor) & (those > 0))
    order = kept[np.lexsort((-places[kept], -rates[kept]))]
    return list(zip(rates[order].tolist(), places[order].tolist(), strict=True))


def _known(connection: sqlite3.Connection, found: Sequence[str]) -> list[_Symbol]:
    symbols = []
    for number, times in Counter(hashed(found)).items():
        low, high = _range(number)
        (size,) = connection.execute(
            "SELECT total(length(units)) FROM postings WHERE id BETWEEN ? AND ?", (low, high)
        ).fetchone()
        symbols.append(_Symbol(number, times, int(size) // 2))
    return symbols


def _range(number: int) -> tuple[int, int]:
    low = number << _SPAN_BITS
    return low, low | (1 << _SPAN_BITS) - 1


def _units(connection: sqlite3.Connection, number: int) -> NDArray[np.uint32]:
    """The units that have a symbol, each once."""
    import numpy as np

    rows = connection.execute(
        "SELECT id, units FROM postings WHERE id BETWEEN ? AND ?", _range(number)
    ).fetchall()
    if not rows:
        return np.zeros(0, np.uint32)
    units = np.frombuffer(b"".join(row[1] for row in rows), "<u2").astype(np.uint32)
    spans = np.array([row[0] & (1 << _SPAN_BITS) - 1 for row in rows], np.uint32)
    sizes = np.array([len(row[1]) // 2 for row in rows])
    return units + np.repeat(spans << _BITS, sizes)


def _lengths(connection: sqlite3.Connection) -> NDArray[np.uint8]:
    """How many symbols each unit has, by its id."""
    import numpy as np

    rows = connection.execute("SELECT span, lengths FROM unit_lengths ORDER BY span").fetchall()
    if not rows:
        return np.zeros(0, np.uint8)
    lengths = np.zeros((rows[-1][0] + 1) * SPAN, np.uint8)
    for span, data in rows:
        lengths[span * SPAN : (span + 1) * SPAN] = np.frombuffer(data, np.uint8)
    return lengths
