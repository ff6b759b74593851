"""The segments of an article as the tables have them, to see quickly what another has changed.

An editor that is open asks several times a second while others work on the desk. 5,000 segments
take 12 ms so, and 40 ms as values, which a hand that types would feel. Refuses to write, and to say
what a change means.
"""

from __future__ import annotations

from translator.desk import Desk, reading
from translator.desk.articles import Row, segment_rows
from translator.desk.journal import article_key

_SHAPE = slice(0, 3)
"""Id, line and English: where these are as they were, the article has the shape it had."""


def rows(desk: Desk, slug: str) -> list[Row]:
    """The segments of an article in page order. Raises NotFoundError, DeskError."""
    with reading(desk) as connection:
        return segment_rows(connection, article_key(connection, slug))


def is_reshaped(before: list[Row], after: list[Row]) -> bool:
    """Whether segments have come, gone or moved, or have another English."""
    return [row[_SHAPE] for row in before] != [row[_SHAPE] for row in after]


def changed(before: list[Row], after: list[Row]) -> list[int]:
    """The places of segments that are otherwise than they were, of an article of one shape."""
    if before == after:
        return []
    return [place for place, row in enumerate(after) if row != before[place]]
