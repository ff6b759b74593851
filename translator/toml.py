"""TOML that a person or a stranger wrote, read within limits.

The standard library's parser takes time by the square of a dotted key: 2 s for 64,000 characters of
``a.a.a.``. Separate because settings, keys and rules of checks are read alike, at every height of
the house. Refuses what no hand has written.
"""

from __future__ import annotations

from typing import Any

LONGEST = 300_000
LONGEST_LINE = 10_000
"""Characters; at the worst both limits together are read in under 2 s."""


def read(text: str) -> dict[str, Any]:
    """The tables of a text. Raises ValueError, which says where, for what is no TOML, is too long,
    or is nested without an end."""
    import tomllib

    if len(text) > LONGEST or max(map(len, text.splitlines()), default=0) > LONGEST_LINE:
        raise ValueError(f"more than {LONGEST} characters, or {LONGEST_LINE} in one line")
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
