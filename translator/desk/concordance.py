"""Words and phrases in the memory, in either language, newest unit first.

FTS5 finds them with case and accents folded; where either counts, its hits are looked at again as
they are written. Refuses anything like a pattern: what is typed is words. Separate because it is
a search of its own, by words and not by likeness.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Literal

from translator import inline
from translator.desk import memory
from translator.model import Unit

Language = Literal["en", "es"]

_COLUMNS = {"en": "source", "es": "target"}
_CHUNK = 200
_WORD = re.compile(r"\w+")


def search(
    connection: sqlite3.Connection,
    words: str,
    *,
    language: Language | None = None,
    phrase: bool = False,
    case: bool = False,
    accents: bool = False,
    most: int = 50,
) -> list[Unit]:
    """The newest units that have all these words, or the words as a phrase; at most so many.

    In one language, or in both where none is given: then all words stand in the same one. With
    `case` and `accents` these count; else *espana* finds *España*.
    """
    terms = _WORD.findall(words)
    if not terms:
        return []
    wanted = [" ".join(terms)] if phrase else terms
    columns = [_COLUMNS[language]] if language else list(_COLUMNS.values())
    question = " OR ".join(
        "(" + " AND ".join(f'{column} : "{term}"' for term in wanted) + ")" for column in columns
    )
    hits = _units(connection, question)
    if case or accents:
        hits = (unit for unit in hits if _stands(unit, wanted, language, case, accents))
    return list(islice(hits, most))


def _units(connection: sqlite3.Connection, question: str) -> Iterator[Unit]:
    found = connection.execute(
        "SELECT rowid FROM unit_words WHERE unit_words MATCH ? ORDER BY rowid DESC", (question,)
    )
    while rows := found.fetchmany(_CHUNK):
        yield from memory.read(connection, [row[0] for row in rows])


def _stands(
    unit: Unit, wanted: list[str], language: Language | None, case: bool, accents: bool
) -> bool:
    texts = {
        "en": inline.strip(unit.source, unit.codes),
        "es": inline.strip(unit.target, unit.codes),
    }
    return any(
        all(_has(text, one, case, accents) for one in wanted)
        for name, text in texts.items()
        if language in (None, name)
    )


def _has(text: str, wanted: str, case: bool, accents: bool) -> bool:
    """Whether the words stand in the text one behind the other, as they are written."""
    fold = _folding(case, accents)
    words = [fold(word) for word in _WORD.findall(text)]
    row = [fold(word) for word in wanted.split()]
    return any(words[place : place + len(row)] == row for place in range(len(words)))


def _folding(case: bool, accents: bool) -> Callable[[str], str]:
    def fold(word: str) -> str:
        word = word if case else word.casefold()
        if accents:
            return word
        plain = unicodedata.normalize("NFD", word)
        return "".join(letter for letter in plain if not unicodedata.combining(letter))

    return fold
