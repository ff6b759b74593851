"""The findings that a person let stand, with the reason.

Refuses to know whether one still holds: `checking` compares the digest.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from translator.desk import now


@dataclass(frozen=True, slots=True)
class Ignored:
    """A rule that is not heard in one segment.

    `digest` is that of the rule, the source and the target as they were; `at` is ISO 8601 in UTC;
    `holds` says whether they still are so, where somebody has looked.
    """

    segment: int
    rule: str
    digest: str
    reason: str
    at: str
    holds: bool = True

    @property
    def key(self) -> tuple[int, str]:
        """Segment and rule, of which there is one."""
        return self.segment, self.rule


def every(connection: sqlite3.Connection, article: int) -> tuple[Ignored, ...]:
    """What was let stand in an article, by segment."""
    rows = connection.execute(
        "SELECT segment, rule, digest, reason, at FROM ignored WHERE article = ?"
        " ORDER BY segment, rule",
        (article,),
    )
    return tuple(Ignored(*row) for row in rows)


def put(
    connection: sqlite3.Connection, article: int, segment: int, rule: str, digest: str, reason: str
) -> None:
    """Let a rule's findings in a segment stand; a new reason takes the place of the old one."""
    connection.execute(
        "INSERT OR REPLACE INTO ignored (article, segment, rule, digest, reason, at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (article, segment, rule, digest, reason, now().isoformat()),
    )


def remove(connection: sqlite3.Connection, article: int, segment: int, rule: str) -> bool:
    """Hear a rule again in a segment; whether it was not."""
    done = connection.execute(
        "DELETE FROM ignored WHERE article = ? AND segment = ? AND rule = ?",
        (article, segment, rule),
    )
    return done.rowcount > 0
