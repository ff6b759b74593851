"""The rules in force: the packs that the program ships, and what a desk says of them.

A pack is a TOML file of `rules/`, one a family: each rule has an id, what is wrong, why, where it
stands written, its severity, where need be the regions it holds in, and a pattern or the name of a
function. A desk's `checks.toml` switches rules off, changes their severity and adds its own, which
have patterns only. Refuses files of other folders: a desk's rules are given as read.
"""

from __future__ import annotations

import difflib
import importlib
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, cast

from translator import toml
from translator.checks import patterns
from translator.checks.check import FAMILIES, ArticleCheck, Check, Rule
from translator.errors import InputError, UsageError
from translator.model import Grade

PACKS = Path(__file__).parent / "rules"

_KEYS = frozenset(
    "id what why source severity regions once safe family pattern english unless fix wanted"
    " lowercase function article_function ignore_case".split()
)


@cache
def shipped() -> tuple[Rule, ...]:
    """The rules that the program ships, family by family."""
    found: list[Rule] = []
    for family in FAMILIES:
        pack = tomllib.loads((PACKS / f"{family}.toml").read_text(encoding="utf-8"))
        found.extend(_rule(entry, family) for entry in pack["rule"])
    return tuple(found)


def _rule(entry: Mapping[str, Any], family: str) -> Rule:
    check: Check | None = None
    article_check: ArticleCheck | None = None
    if "function" in entry:
        check = cast(Check, _function(entry["function"]))
    elif "article_function" in entry:
        article_check = cast(ArticleCheck, _function(entry["article_function"]))
    elif "pattern" in entry:
        check = patterns.compiled(_asked(entry))
    return Rule(
        id=entry["id"],
        family=family,
        grade=Grade(entry["severity"]),
        what=entry["what"],
        why=entry["why"],
        origin=entry["source"],
        regions=frozenset(entry.get("regions", ())),
        is_once=entry.get("once", False),
        is_safe=entry.get("safe", False),
        check=check,
        article_check=article_check,
        signature=_signature(entry),
    )


def _function(name: str) -> object:
    """The function that a pack names, *module.function* of this package."""
    module, _, function = name.rpartition(".")
    return getattr(importlib.import_module(f"translator.checks.{module}"), function)


def _asked(entry: Mapping[str, Any]) -> patterns.Asked:
    return patterns.Asked(
        pattern=entry["pattern"],
        english=entry.get("english", ""),
        unless=entry.get("unless", ""),
        fix=entry.get("fix"),
        wanted=entry.get("wanted", ""),
        lowers=entry.get("lowercase", False),
        ignores_case=entry.get("ignore_case", False),
    )


def _signature(entry: Mapping[str, Any]) -> str:
    keys = ("function", "article_function", "pattern", "english", "unless", "ignore_case")
    return "\n".join(str(entry.get(key, "")) for key in keys)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a desk wants of its rules: which are off, which weigh otherwise, and its own."""

    off: frozenset[str] = frozenset()
    grades: tuple[tuple[str, Grade], ...] = ()
    own: tuple[Rule, ...] = ()


NO_WISHES = Wishes()


def read_wishes(text: str, path: str) -> Wishes:
    """A desk's `checks.toml`. Raises InputError for what is no TOML or no rule, UsageError for
    a rule that is not there."""
    try:
        values = toml.read(text)
    except ValueError as error:
        raise InputError("settings-not-toml", path=path, detail=str(error)) from error
    _refuse_others(values, {"off", "severity", "rule"}, path)
    entries = values.get("rule", [])
    if not isinstance(entries, list):
        raise InputError("bad-checks", path=path, detail="rule")
    own = tuple(_own(entry, path) for entry in entries)
    known = {rule.id for rule in (*shipped(), *own)}
    off, severity = values.get("off", []), values.get("severity", {})
    if not isinstance(off, list) or not isinstance(severity, dict):
        raise InputError("bad-checks", path=path, detail="off, severity")
    for name in (*off, *severity):
        _must_be(str(name), known, path)
    grades = tuple((name, _grade(value, path)) for name, value in severity.items())
    return Wishes(frozenset(map(str, off)), grades, own)


def _own(entry: object, path: str) -> Rule:
    """A rule of a desk: a pattern in the Spanish, with its words."""
    if not isinstance(entry, dict):
        raise InputError("bad-checks", path=path, detail="[[rule]]")
    _refuse_others(entry, _KEYS - {"function", "article_function"}, path)
    for key in ("id", "what", "pattern"):
        if not isinstance(entry.get(key), str) or not entry[key]:
            raise InputError("bad-checks", path=path, detail=f"[[rule]] {key}")
    asked = _asked(entry)
    try:
        check = patterns.limited(asked)
    except patterns.BadPattern as error:
        raise InputError("bad-pattern", path=path, rule=entry["id"], detail=str(error)) from error
    family = entry.get("family", "spanish")
    if family not in FAMILIES:
        raise InputError("bad-checks", path=path, detail=f"family = {family}")
    return Rule(
        id=entry["id"],
        family=family,
        grade=_grade(entry.get("severity", Grade.WARNING), path),
        what=entry["what"],
        why=str(entry.get("why", "")),
        origin=str(entry.get("source", "house")),
        regions=frozenset(entry.get("regions", ())),
        is_once=bool(entry.get("once", False)),
        is_safe=bool(entry.get("safe", False)),
        check=check,
        signature=_signature(entry),
        is_own=True,
    )


def _grade(value: object, path: str) -> Grade:
    if str(value) not in list(Grade):
        raise InputError("bad-checks", path=path, detail=f"severity = {value}")
    return Grade(str(value))


def _refuse_others(values: Mapping[str, object], known: Iterable[str], path: str) -> None:
    for key in values:
        if key not in known:
            raise InputError("bad-checks", path=path, detail=key)


def _must_be(name: str, known: Iterable[str], path: str = "") -> None:
    known = sorted(known)
    if name not in known:
        nearest = difflib.get_close_matches(name, known, 1)
        raise UsageError("no-such-rule", rule=name, nearest=nearest[0] if nearest else "")


def in_force(wishes: Wishes, region: str, only: Sequence[str] = ()) -> tuple[Rule, ...]:
    """The rules that hold in a region as a desk wants them, of these families or of all."""
    grades = dict(wishes.grades)
    own = {rule.id for rule in wishes.own}
    rules = (*(rule for rule in shipped() if rule.id not in own), *wishes.own)
    return tuple(
        replace(rule, grade=grades.get(rule.id, rule.grade))
        for rule in rules
        if rule.id not in wishes.off
        and (not rule.regions or region in rule.regions)
        and (not only or rule.family in only)
    )


def get(name: str, wishes: Wishes = NO_WISHES) -> Rule:
    """The rule with this id. Raises UsageError with the nearest one."""
    rules = {rule.id: rule for rule in (*shipped(), *wishes.own)}
    _must_be(name, rules)
    return rules[name]
