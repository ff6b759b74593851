"""What a desk has decided on names. Refuses to find or apply one: the package `names` does."""

from __future__ import annotations

import json
import sqlite3

from translator.model import Decision, Name, NameKind


def every(connection: sqlite3.Connection) -> tuple[Name, ...]:
    """All names that the desk has decided."""
    rows = connection.execute("SELECT kind, decision, forms, why, also FROM names ORDER BY name")
    return tuple(_name(*row) for row in rows)


def _name(kind: str, decision: str, forms: str, why: str, also: str) -> Name:
    pairs = tuple((english, spanish) for english, spanish in json.loads(forms))
    return Name(NameKind(kind), Decision(decision), pairs, why, tuple(json.loads(also)))


def put(connection: sqlite3.Connection, name: Name) -> None:
    """Store a decision in the place of that which stands."""
    connection.execute(
        "INSERT OR REPLACE INTO names (name, kind, decision, forms, why, also)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            name.name,
            name.kind,
            name.decision,
            json.dumps(name.forms, ensure_ascii=False),
            name.why,
            json.dumps(name.also, ensure_ascii=False),
        ),
    )


def get(connection: sqlite3.Connection, name: str) -> Name | None:
    """What the desk has decided on a name, by its full English form, or None."""
    row = connection.execute(
        "SELECT kind, decision, forms, why, also FROM names WHERE name = ?", (name,)
    ).fetchone()
    return _name(*row) if row else None


def remove(connection: sqlite3.Connection, name: str) -> None:
    """Take a decision out; what is shipped of the name counts again."""
    connection.execute("DELETE FROM names WHERE name = ?", (name,))
