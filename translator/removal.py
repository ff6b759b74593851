"""Articles off the desk and back: a deletion is taken back like any other change.

What a deleted article's sentences gave to the memory stays there: it is true of the language, not
of the page. Refuses to destroy: a page with all its work is a few kilobytes, and a wrong key may
cost a day. Separate from `editing`, which works within one article.
"""

from __future__ import annotations

from collections.abc import Sequence

from translator.desk import Desk, removal, writing


def delete(desk: Desk, slugs: Sequence[str]) -> None:
    """Take these articles off the desk, as one decision. Raises NotFoundError and DeskError."""
    with writing(desk, sync=True) as connection:
        removal.hide(connection, slugs)


def undo(desk: Desk) -> tuple[str, ...]:
    """Bring back what was deleted last; the slugs, none where nothing is left. Raises DeskError."""
    with writing(desk, sync=True) as connection:
        found = removal.last(connection)
        for slug in found:
            removal.show(connection, slug)
    return found


def restore(desk: Desk, slug: str) -> bool:
    """Bring one deleted article back; whether there was one. Raises DeskError."""
    with writing(desk, sync=True) as connection:
        return removal.show(connection, slug)
