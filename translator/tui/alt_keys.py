"""Alt with a letter, as most terminals send it: an escape and the letter.

The framework waits for 100 ms of silence before it believes that this is all. When another key
comes sooner, from a fast hand, a key that is held down or a slow connection, it takes an escape in
front of an escape for a sign: alt+z twice in a row types ``^z``, and alt+n before 31 fast letters
types ``^n`` and all of them. No longer sequence begins with an escape and a small letter (ECMA-48
has single functions there), so that here the two are one key, at once. Terminals of the Kitty
protocol name their keys and need none of it.

Separate because it reaches into a table of the framework's own that has no public door. Refuses
alt with a capital: an escape and ``O`` or ``P`` begin longer sequences.
"""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_lowercase
from typing import Any, cast

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS


@dataclass(frozen=True, slots=True)
class AltKey:
    """A key as the table has them: something with a value, its name."""

    value: str


def teach() -> None:
    """Let the framework know alt with each letter that it does not read as something else."""
    table = cast(dict[str, Any], ANSI_SEQUENCES_KEYS)
    for letter in ascii_lowercase:
        table.setdefault(f"\x1b{letter}", (AltKey(f"alt+{letter}"),))
