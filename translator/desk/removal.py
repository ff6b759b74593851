"""Articles that were deleted: they stay in the desk, out of sight, and come back as they were.

Refuses to destroy anything. Separate from `articles` because a reader of articles need not know
that there are others.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from translator.desk.articles import find_key, no_such_article


def hide(connection: sqlite3.Connection, slugs: Sequence[str]) -> int:
    """Delete these articles as one decision; its number. Raises NotFoundError."""
    (last,) = connection.execute("SELECT max(deleted) FROM articles").fetchone()
    number = int(last or 0) + 1
    for slug in slugs:
        key = find_key(connection, slug)
        if key is None:
            raise no_such_article(connection, slug)
        connection.execute("UPDATE articles SET deleted = ? WHERE id = ?", (number, key))
    return number


def last(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The articles that were deleted last, in one decision, by their slugs."""
    rows = connection.execute(
        "SELECT slug FROM articles WHERE deleted = (SELECT max(deleted) FROM articles)"
        " AND deleted > 0 ORDER BY id"
    )
    return tuple(row[0] for row in rows)


def show(connection: sqlite3.Connection, slug: str) -> bool:
    """Bring a deleted article back; whether there was one."""
    done = connection.execute(
        "UPDATE articles SET deleted = 0 WHERE slug = ? AND deleted > 0", (slug,)
    )
    return done.rowcount > 0
