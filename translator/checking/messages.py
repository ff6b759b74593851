"""Messages of programs before they are checked: what nobody translates is hidden from the rules.

Placeholders, options with their values, and commands stand in a translation as they stood: they are
no English that was left, and no number, mark or name of the sentence. Refuses to hide what is not
the same on both sides: a lost placeholder is a finding. Places stay, since a sign stands for each
sign. Separate because articles have none of this.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

_LITERAL = re.compile(
    r"%(?:\([\w.]+\))?[#0 +\-]*\d*(?:\.\d+)?[hlLqjzt]*[diouxXeEfFgGcrsa](?![\w])"
    r"|\{[\w.\[\]!:]*\}|\$\{\w+\}|%%|(?<![\w-])--?[a-z][\w-]*(?:[ =][a-z]+(?![\w’']))?"
)
"""Placeholders of C, Python and shells; an option, with its value where it has one."""
_TOKEN = re.compile(r"\S+")
_EDGES = "“”«»\"'’‘().,:;"
_SIGN = "§"
"""What is hidden looks like: a mark that no rule asks for, and no part of a word."""


def hidden(source: str, target: str) -> tuple[str, str]:
    """Both texts with what is the same in them and no word put out of sight."""
    both = _literals(source) & _literals(target)
    texts = [_without(text, both.copy()) for text in (source, target)]
    if source != target:
        for run in _commands(source, target):
            texts = [
                _covered(text, run, plain)
                for text, plain in zip(texts, (source, target), strict=True)
            ]
    return texts[0], texts[1]


def _literals(text: str) -> Counter[str]:
    return Counter(found[0] for found in _LITERAL.finditer(text))


def _without(text: str, left: Counter[str]) -> str:
    def cover(found: re.Match[str]) -> str:
        if not left[found[0]]:
            return found[0]
        left[found[0]] -= 1
        return _SIGN * len(found[0])

    return _LITERAL.sub(cover, text)


def _commands(source: str, target: str) -> Iterator[str]:
    """Words that stand one behind the other on both sides, with an option or two placeholders
    among them: what is typed at a prompt."""
    words = [found[0] for found in _TOKEN.finditer(source)]
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and " ".join(words[start : end + 1]).strip(_EDGES) in target:
            end += 1
        run = " ".join(words[start:end]).strip(_EDGES)
        found = _literals(run)
        if end - start >= 2 and (found.total() >= 2 or any(one[0] == "-" for one in found)):
            yield run
        start = max(end, start + 1)


def _covered(text: str, run: str, plain: str) -> str:
    at = plain.find(run)
    return text if at < 0 else text[:at] + _SIGN * len(run) + text[at + len(run) :]
