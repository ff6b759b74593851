"""Ways to find the units that can be like a sentence, side by side; the docstring of
`translator.desk.memory` holds the figures.

Run: python -m tests.benchmarks.candidates [UNITS]

Each way gives candidates for 100 sentences of 17 to 23 words that stand in the memory with 0 to 7
words changed; those are then scored. *found* says how often the best match at 70 % or more was
among them, against our own index, which misses none.
"""

from __future__ import annotations

import random
import re
import sqlite3
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.memories import altered, pairs
from translator.desk import index, schema
from translator.memory import scores
from translator.memory.tokens import hashed, symbols

SEED = 20261123
FLOOR, QUERIES, TAKEN = 70, 100, 200


def main() -> None:
    """Build all indexes over one memory, and print a line for each way."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    texts = [source for source, _ in pairs("recombined", size, SEED)]
    connection = build(texts)
    chance = random.Random(SEED)
    words = [word for text in texts[:2000] for word in text.split()]
    stored = [text for text in texts if 17 <= len(text.split()) <= 23]
    queries = [altered(chance.choice(stored), n % 8, chance, words) for n in range(QUERIES)]
    ways: dict[str, Callable[[Sequence[str]], list[int]]] = {
        "own index": lambda found: own(connection, found),
        "FTS5, rarest words": lambda found: full_text(
            connection, "by_word", rarest(connection, found)
        ),
        "FTS5, all words by rank": lambda found: full_text(connection, "by_word", found, "rank"),
        "FTS5 trigrams of the rarest words": lambda found: full_text(
            connection, "by_trigram", trigrams(rarest(connection, found)), "rank"
        ),
        "rows of symbol and unit, counted": lambda found: counted(connection, found),
        "length band, all scored": lambda found: band(connection, found),
    }
    right = [best(texts, found, own(connection, found)) for found in map(symbols, queries)]
    for name, way in ways.items():
        report(name, way, texts, [symbols(text) for text in queries], right)


def build(texts: Sequence[str]) -> sqlite3.Connection:
    """A database in memory with every index."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    for statement in schema.MIGRATIONS[schema.MEMORY_SINCE - 1]:
        if "postings" in statement or "unit_lengths" in statement:
            connection.execute(statement)
    connection.execute("CREATE VIRTUAL TABLE by_word USING fts5 (t, content = '')")
    connection.execute(
        "CREATE VIRTUAL TABLE by_trigram USING fts5 (t, content = '', tokenize = 'trigram')"
    )
    connection.execute("CREATE TABLE had (symbol, unit, PRIMARY KEY (symbol, unit)) WITHOUT ROWID")
    connection.execute("CREATE TABLE long (unit INTEGER PRIMARY KEY, size INTEGER)")
    connection.execute("CREATE INDEX by_size ON long (size)")
    connection.execute("BEGIN")
    bulk = index.Bulk(connection)
    for unit, text in enumerate(texts, start=1):
        found = symbols(text)
        bulk.add(unit, found)
        for table in ("by_word", "by_trigram"):
            connection.execute(
                f"INSERT INTO {table} (rowid, t) VALUES (?, ?)", (unit, " ".join(plain(found)))
            )
        connection.executemany(
            "INSERT OR IGNORE INTO had VALUES (?, ?)", ((one, unit) for one in hashed(found))
        )
        connection.execute("INSERT INTO long VALUES (?, ?)", (unit, len(found)))
    bulk.flush()
    connection.execute("COMMIT")
    return connection


def plain(found: Sequence[str]) -> list[str]:
    """The symbols that FTS5 takes for words."""
    return [one for symbol in found for one in re.findall(r"\w+", symbol)]


def own(connection: sqlite3.Connection, found: Sequence[str]) -> list[int]:
    """The candidates of `desk.index`, as it is used: best bounds first."""
    return [unit for _, unit in index.Searcher(connection).candidates(found, FLOOR)][:1500]


def rarest(connection: sqlite3.Connection, found: Sequence[str]) -> list[str]:
    """The symbols of which a match at the floor must have one, the rarest ones."""
    known = {symbol.number: symbol.units for symbol in index._known(connection, found)}
    order = sorted(set(found), key=lambda one: known[hashed([one])[0]])
    return order[: len(found) - -(-len(found) * FLOOR // 100) + 1]


def trigrams(words: Sequence[str]) -> list[str]:
    """The runs of three letters in these words."""
    return [word[at : at + 3] for word in words for at in range(len(word) - 2)]


def full_text(
    connection: sqlite3.Connection, table: str, words: Sequence[str], order: str = ""
) -> list[int]:
    """What FTS5 has for any of these words, the first so many of them."""
    question = " OR ".join(f'"{word}"' for word in plain(words))
    if not question:
        return []
    rows = connection.execute(
        f"SELECT rowid FROM {table} WHERE {table} MATCH ? {'ORDER BY rank' if order else ''}"
        " LIMIT ?",
        (question, TAKEN if order else 1500),
    )
    return [row[0] for row in rows]


def counted(connection: sqlite3.Connection, found: Sequence[str]) -> list[int]:
    """The units with most symbols in common, counted by SQLite."""
    numbers = list(dict.fromkeys(hashed(found)))
    rows = connection.execute(
        f"SELECT unit FROM had WHERE symbol IN ({', '.join('?' * len(numbers))})"
        " GROUP BY unit ORDER BY count(*) DESC LIMIT ?",
        (*numbers, TAKEN),
    )
    return [row[0] for row in rows]


def band(connection: sqlite3.Connection, found: Sequence[str]) -> list[int]:
    """Every unit whose length allows for the floor."""
    low, high = -(-len(found) * FLOOR // 100), len(found) * 100 // FLOOR
    rows = connection.execute("SELECT unit FROM long WHERE size BETWEEN ? AND ?", (low, high))
    return [row[0] for row in rows]


def best(texts: Sequence[str], found: Sequence[str], units: Sequence[int]) -> int:
    """The highest rate among these units."""
    return max((scores.rate(found, symbols(texts[unit - 1])) for unit in units), default=0)


def report(
    name: str,
    way: Callable[[Sequence[str]], list[int]],
    texts: Sequence[str],
    queries: Sequence[Sequence[str]],
    right: Sequence[int],
) -> None:
    """Print how long a way takes with the scoring of its candidates, and how often it is right."""
    times, hits, many = [], 0, 0
    for found, wanted in zip(queries, right, strict=True):
        began = time.perf_counter()
        units = way(found)
        rate = best(texts, found, units)
        times.append(time.perf_counter() - began)
        hits += wanted < FLOOR or rate >= wanted
        many += len(units)
    times.sort()
    print(
        f"{name:36} p50 {times[len(times) // 2] * 1000:8.1f} ms"
        f"  p95 {times[len(times) * 95 // 100] * 1000:8.1f} ms"
        f"  found {hits}/{len(queries)}  candidates {many // len(queries)}",
        flush=True,
    )


if __name__ == "__main__":
    main()
