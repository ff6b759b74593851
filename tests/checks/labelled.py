"""The labelled pairs of this folder, and what the checks say of them.

Each line of a table has a rule, whether the pair is right or wrong by it, the role of the segment
where it matters (`untouched` and `open` say the state, a region the profile), the English and the
Spanish. ``¶`` parts the lines of an article; ``<1>`` is an inline code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from translator import terminology
from translator.checking import load
from translator.checks import running
from translator.checks.check import FAMILIES, Line
from translator.config import Config
from translator.model import Code, Finding, Grade, Role

FOLDER = Path(__file__).parent
_MARK = re.compile(r"</?([1-9])/?>")
SETTINGS = Config(keep="NightDesk")
CHECKER = load(SETTINGS, names=terminology.shipped(SETTINGS))
_CHECKERS = {
    region: load(SETTINGS, region=region, names=terminology.shipped(SETTINGS))
    for region in ("es-419", "es-MX", "es-US")
}


@dataclass(frozen=True, slots=True)
class Labelled:
    """One pair with its label."""

    family: str
    rule: str
    is_wrong: bool
    role: str
    english: str
    spanish: str


def pairs() -> list[Labelled]:
    """All labelled pairs."""
    found = []
    for family in FAMILIES:
        lines = (FOLDER / f"{family}.tsv").read_text(encoding="utf-8").splitlines()
        for line in lines[1:]:
            rule, verdict, role, english, spanish = line.split("\t")
            assert verdict in ("right", "wrong"), line
            found.append(Labelled(family, rule, verdict == "wrong", role, english, spanish))
    return found


def findings(one: Labelled) -> list[Finding]:
    """What all rules find in a pair."""
    role = Role(one.role) if one.role in list(Role) else None
    checker = _CHECKERS.get(one.role, CHECKER)
    lines: list[Line] = []
    found: list[Finding] = []
    texts = zip(one.english.split("¶"), one.spanish.split("¶"), strict=True)
    for number, (source, target) in enumerate(texts, start=1):
        codes = {int(mark) for text in (source, target) for mark in _MARK.findall(text)}
        context = replace(
            checker.context,
            role=role if number == 1 else None,
            marked=(source, target),
            codes=tuple(Code(number, "em") for number in sorted(codes)),
            is_untouched=one.role == "untouched",
        )
        found += running.of_segment(checker.rules, number, context)
        at = role if number == 1 else Role.PARAGRAPH
        lines.append(Line(number, source, target, at, is_open=one.role == "open"))
    return found + running.of_lines(checker.rules, lines, checker.context)


def is_alarm(one: Finding) -> bool:
    """Whether a finding asks to be looked at."""
    return one.grade is not Grade.INFO
