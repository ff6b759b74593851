"""What this desk has written where: so that an export may renew its own files and no others.

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
