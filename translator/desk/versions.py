"""The pages that an article has been made from, one after the other.

An update puts a new page in the place of the old one; both are kept here by number, so that undo
can go back and nothing that was once read is lost. Refuses to read pages. Separate from `articles`,
which knows only the page that counts now.
"""

from __future__ import annotations

import sqlite3
import zlib

from translator.desk.articles import StoredPage

_COLUMNS = "source, digest, fetched, bytes, place, charset"


def current(connection: sqlite3.Connection, key: int) -> int:
    """The number of the page that counts now; it gets one where it has none yet."""
    connection.execute(
        f"INSERT OR IGNORE INTO page_versions (article, {_COLUMNS})"
        f" SELECT article, {_COLUMNS} FROM pages WHERE article = ?",
        (key,),
    )
    (number,) = connection.execute(
        "SELECT page_versions.id FROM page_versions JOIN pages USING (article, digest)"
        " WHERE article = ?",
        (key,),
    ).fetchone()
    return int(number)


def keep(connection: sqlite3.Connection, key: int, page: StoredPage) -> int:
    """Store another page of an article beside the one that counts; its number."""
    connection.execute(
        f"INSERT OR IGNORE INTO page_versions (article, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            key,
            page.source,
            page.digest,
            page.fetched.isoformat(),
            zlib.compress(page.data),
            page.place,
            page.charset,
        ),
    )
    (number,) = connection.execute(
        "SELECT id FROM page_versions WHERE article = ? AND digest = ?", (key, page.digest)
    ).fetchone()
    return int(number)


def switch(connection: sqlite3.Connection, key: int, number: int) -> None:
    """Let the page with this number be the one that counts."""
    connection.execute(
        f"UPDATE pages SET ({_COLUMNS}) ="
        f" (SELECT {_COLUMNS} FROM page_versions WHERE id = ? AND page_versions.article = ?)"
        " WHERE article = ?",
        (number, key, key),
    )
