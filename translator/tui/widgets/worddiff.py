"""Two texts and what differs between them, word by word, on lines of their own.

Signs and not colour tell what went and what came: a line with − and one with +, with the words that
differ underlined. Pure. Separate because search, names and history show it.
"""

from __future__ import annotations

import difflib
import re

from rich.text import Text

from translator import normalize

_PART = re.compile(r"\s+|\w+|[^\w\s]")


def parts(old: str, new: str) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """The old and the new text in stretches, each with whether the other has it otherwise."""
    left, right = _PART.findall(old), _PART.findall(new)
    matcher = difflib.SequenceMatcher(None, left, right, autojunk=False)
    sides: tuple[list[tuple[str, bool]], list[tuple[str, bool]]] = ([], [])
    for tag, i, j, k, m in matcher.get_opcodes():
        for side, stretch in zip(sides, (left[i:j], right[k:m]), strict=True):
            if stretch:
                side.append(("".join(stretch), tag != "equal"))
    return sides


def difference(old: str, new: str) -> Text:
    """Both texts, one under the other."""
    text = Text()
    for sign, side in zip("−+", parts(old, new), strict=True):
        text.append(f" {sign} ", "bold")
        for stretch, differs in side:
            text.append(normalize.visible_lines(stretch), "bold underline" if differs else "")
        text.append("\n")
    text.right_crop(1)
    return text
