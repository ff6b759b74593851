"""What this desk has written where: so that an export may renew its own files and no others,
and that pages may lead to one another.

A file that still is what we last wrote can be written again without asking; one that a person has
changed since is theirs. Refuses to touch files.
"""

from __future__ import annotations

from translator.desk import Desk, reading, writing


def digest_of(desk: Desk, path: str) -> str | None:
    """The digest of what was last written to this absolute path, or None."""
    with reading(desk) as connection:
        row = connection.execute("SELECT digest FROM exports WHERE path = ?", (path,)).fetchone()
    return row[0] if row else None


def remember(desk: Desk, digests: dict[str, str]) -> None:
    """Note what has been written: absolute paths and the digests of their bytes."""
    with writing(desk) as connection:
        connection.executemany(
            "INSERT INTO exports (path, digest) VALUES (?, ?)"
            " ON CONFLICT (path) DO UPDATE SET digest = excluded.digest",
            digests.items(),
        )


def published(desk: Desk) -> tuple[tuple[str, str, str], ...]:
    """Address, slug and Spanish slug of the articles whose Spanish page has gone out."""
    with reading(desk) as connection:
        rows = connection.execute(
            "SELECT address, slug, spanish_slug FROM articles"
            " WHERE spanish_slug <> '' AND deleted = 0 ORDER BY id"
        )
        return tuple((address, slug, spanish) for address, slug, spanish in rows)
