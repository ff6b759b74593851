"""How the grey text behind the cursor is broken into the rows that it may take.

It begins in the middle of a row and goes on below, where nothing stands: the cursor is at the end.
Pure. Refuses to wrap what is typed anew: a word one is in the middle of stays where its beginning
is. Separate because `flow` breaks texts that begin at the edge.
"""

from __future__ import annotations

from translator.tui.widgets.flow import wrap

MORE = "…"
"""Stands at the end where the rows do not suffice."""


def rows(text: str, first: int, width: int, most: int) -> list[str]:
    """The text in rows: `first` cells on the one that the cursor is in, then `width`; at most
    `most` rows. The first is empty where no word fits into it."""
    start, end = wrap(text, max(1, first))[0]
    is_cut = end < len(text) and text[end] != " " and text[start] == " "
    if first < 1 or is_cut:
        end = 0  # whole words go on below; one that is typed half goes on right behind
    found = [text[:end]]
    rest = text[end:].lstrip(" ")
    found += [rest[one:other] for one, other in wrap(rest, max(1, width))] if rest else []
    if len(found) > max(1, most):
        found = found[: max(1, most)]
        found[-1] = f"{found[-1][: max(0, (width if len(found) > 1 else first) - 1)]}{MORE}"
    return found
