"""Checking: a segment in the editor, an article of a desk, or a file, by the rules in force there.

The face of the checks for both shells. A `Checker` is made once for an article (`load`) and asked
after every key for a segment (`of_segment`) or for all (`of_article`); what a person has ignored
stays so while source, target and rule are the same. Refuses rules of its own: they are in `checks`;
and sentences: `explaining.finding` makes them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from translator import inline, terminology
from translator.checking import messages, pairs
from translator.checks import registry, running
from translator.checks.check import FAMILIES, Context, Line, Region, Rule
from translator.checks.registry import Wishes
from translator.config import Config
from translator.desk import Desk, articles, ignored, reading, writing
from translator.desk.ignored import Ignored
from translator.desk.journal import Action, Holding, article_key, entries
from translator.errors import InputError, NotFoundError, UsageError
from translator.model import Finding, Grade, Origin, Role, Segment, Translation
from translator.terminology import Terminology

CHECKS_FILE = "checks.toml"
"""Where a desk says which rules are off, weighs them otherwise, and adds its own."""

_TELLING = (Grade.ERROR, Grade.WARNING)


@dataclass(frozen=True)
class Checker:
    """The rules in force with what they need to know: made once, asked for each segment."""

    rules: tuple[Rule, ...]
    wishes: Wishes
    context: Context

    def rule(self, name: str) -> Rule:
        """The rule with this id, in force or not. Raises UsageError with the nearest one."""
        return registry.get(name, self.wishes)


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in an article or a file, in the order of its segments.

    `name` is the slug or the path. `ignored` are the findings that a person let stand, each with
    the reason; they are not among `findings`.
    """

    name: str
    segments: int
    findings: tuple[Finding, ...]
    ignored: tuple[tuple[Finding, str], ...] = ()

    def count(self, grade: Grade) -> int:
        """How many findings have this grade."""
        return sum(one.grade is grade for one in self.findings)

    @property
    def clean(self) -> int:
        """How many segments have neither an error nor a warning."""
        return self.segments - len({one.segment for one in self.findings if one.grade in _TELLING})


def load(
    settings: Config,
    desk: Desk | None = None,
    *,
    region: str | None = None,
    only: Sequence[str] = (),
    names: Terminology | None = None,
) -> Checker:
    """The checker of a desk, or of files where there is none.

    `region` goes before the desk's own, `only` names families, `names` are the terms and names in
    force where the caller has them already.
    Raises InputError for a `checks.toml` that holds no rules, UsageError, DeskError.
    """
    for family in only:
        if family not in FAMILIES:
            raise UsageError("no-such-family", family=family, families=", ".join(FAMILIES))
    where = settings.region if region is None else region
    wishes = wishes_of(desk)
    known = names or (
        terminology.load(desk, settings) if desk is not None else terminology.shipped(settings)
    )
    context = Context(
        region=_region(where),
        quotes=settings.quotes,
        termbase=known.termbase,
        ledger=known.ledger,
    )
    return Checker(registry.in_force(wishes, where, only), wishes, context)


def _region(name: str) -> Region:
    regions: Mapping[str, Region] = {
        "es-ES": "es-ES",
        "es-419": "es-419",
        "es-MX": "es-MX",
        "es-US": "es-US",
    }
    if name not in regions:
        raise UsageError("no-such-region", region=name, regions=", ".join(regions))
    return regions[name]


def wishes_of(desk: Desk | None) -> Wishes:
    """What the desk says of its rules. Raises InputError and UsageError."""
    if desk is None:
        return registry.NO_WISHES
    path = desk.folder / CHECKS_FILE
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return registry.NO_WISHES
    except UnicodeDecodeError as error:
        raise InputError("file-not-utf8", path=str(path)) from error
    except OSError as error:
        raise InputError("unreadable", path=str(path), detail=error.strerror or "") from error
    return registry.read_wishes(text, str(path))


def for_article(
    settings: Config,
    desk: Desk,
    translation: Translation,
    *,
    region: str | None = None,
    only: Sequence[str] = (),
) -> Checker:
    """The checker of one article: with the decided names in the forms that it has.

    Raises what `load` raises.
    """
    known = terminology.load(desk, settings)
    decided = (one for one in known.propose(translation) if one.why)
    known = replace(known, names=(*decided, *known.names))
    checker = load(settings, desk, region=region, only=only, names=known)
    slugs = (translation.article.slug, translation.article.spanish_slug)
    return replace(checker, context=replace(checker.context, slugs=slugs))


def find(
    checker: Checker, translation: Translation, untouched: frozenset[int] = frozenset()
) -> tuple[Finding, ...]:
    """What is wrong in a whole article, segment by segment; none is ignored.

    `untouched` are the segments that a person confirmed as the machine wrote them.
    """
    roles = _roles(translation)
    found: list[Finding] = []
    for segment in translation.segments:
        context = _context(checker, segment, roles, untouched)
        found.extend(running.of_segment(checker.rules, segment.id, context))
    lines = [_line(one, roles) for one in translation.segments]
    found.extend(running.of_lines(checker.rules, lines, checker.context))
    return ordered(checker, found, [one.id for one in translation.segments])


def of_segment(
    checker: Checker, translation: Translation, number: int, target: str | None = None
) -> tuple[Finding, ...]:
    """What is wrong in one segment now, with `target` in the place of what the desk has.

    Cheap enough for every key: of the rest of the article only what the segment touches is asked,
    the segments with its English or its Spanish, whose findings of that kind come too. What a
    person let stand is not taken out, and what an article has once may come again. Raises
    NotFoundError.
    """
    segments = [
        replace(one, target=target) if one.id == number and target is not None else one
        for one in translation.segments
    ]
    segment = next((one for one in segments if one.id == number), None)
    if segment is None:
        raise NotFoundError("no-such-segment", segment=number)
    roles = _roles(translation)
    context = _context(checker, segment, roles, frozenset())
    found = running.of_segment(checker.rules, number, context)
    touched = [
        _line(one, roles)
        for one in segments
        if one.source == segment.source or one.target == segment.target
    ]
    asked = [rule for rule in checker.rules if rule.family == "terms"]
    return (*found, *running.of_lines(asked, touched, checker.context))


def of_article(
    settings: Config,
    desk: Desk,
    slug: str,
    *,
    region: str | None = None,
    only: Sequence[str] = (),
) -> Report:
    """What is wrong in an article of the desk, what a person let stand apart.

    Raises NotFoundError, DeskError, and what `load` raises.
    """
    translation = articles.read(desk, slug)
    checker = for_article(settings, desk, translation, region=region, only=only)
    found = find(checker, translation, untouched(desk, translation))
    standing = {one.key: one.reason for one in ignored_in(desk, translation) if one.holds}
    return Report(
        slug,
        len(translation.segments),
        tuple(one for one in found if (one.segment, one.rule) not in standing),
        tuple(
            (one, standing[one.segment, one.rule])
            for one in found
            if (one.segment, one.rule) in standing
        ),
    )


def untouched(desk: Desk, translation: Translation) -> frozenset[int]:
    """The segments that hold, confirmed, what the machine or the memory last wrote into them.

    Raises NotFoundError and DeskError.
    """
    with reading(desk) as connection:
        key = article_key(connection, translation.article.slug)
        filled = entries(connection, key, action=Action.FILL)
    made = {
        entry.segment: entry.after.target
        for entry in filled
        if isinstance(entry.after, Holding) and entry.after.origin is Origin.MACHINE
    }
    return frozenset(
        one.id
        for one in translation.segments
        if one.target and not one.is_open and made.get(one.id) == one.target
    )


def of_file(checker: Checker, path: Path) -> Report:
    """What is wrong in a PO or XLIFF file or a table of pairs; segments count from 1.

    Raises InputError for what is none of them.
    """
    read = [pair for pair in pairs.read(path) if pair.source.strip()]
    found: list[Finding] = []
    for pair in read:
        texts = (pair.source, pair.target)
        shown = messages.hidden(*texts) if pair.is_message else texts
        context = replace(checker.context, marked=shown)
        found.extend(running.of_segment(checker.rules, pair.number, context))
    lines = [Line(one.number, one.source, one.target) for one in read if not one.is_form]
    found.extend(running.of_lines(checker.rules, lines, checker.context))
    return Report(str(path), len(read), ordered(checker, found, [pair.number for pair in read]))


def ignore(desk: Desk, slug: str, segment: int, rule: str, reason: str) -> None:
    """Let what a rule finds in a segment stand, while source, target and rule are the same.

    Raises UsageError without a reason or for a rule that is not there, NotFoundError, DeskError.
    """
    if not reason.strip():
        raise UsageError("ignore-without-reason", rule=rule)
    known = registry.get(rule, wishes_of(desk))
    translation = articles.read(desk, slug)
    one = next((each for each in translation.segments if each.id == segment), None)
    if one is None:
        raise NotFoundError("no-such-segment", segment=segment)
    with writing(desk, sync=True) as connection:
        key = article_key(connection, slug)
        ignored.put(connection, key, segment, rule, digest(known, one), reason.strip())


def heed(desk: Desk, slug: str, segment: int, rule: str) -> None:
    """Take back that a finding is ignored. Raises NotFoundError and DeskError."""
    with writing(desk, sync=True) as connection:
        if not ignored.remove(connection, article_key(connection, slug), segment, rule):
            raise NotFoundError("not-ignored", segment=segment, rule=rule)


def ignored_in(desk: Desk, translation: Translation) -> tuple[Ignored, ...]:
    """What a person let stand in an article; `holds` says whether it still is as it was then."""
    with reading(desk) as connection:
        stored = ignored.every(connection, article_key(connection, translation.article.slug))
    segments = {one.id: one for one in translation.segments}
    rules = {rule.id: rule for rule in (*registry.shipped(), *wishes_of(desk).own)}
    return tuple(
        replace(
            one,
            holds=one.rule in rules
            and one.segment in segments
            and one.digest == digest(rules[one.rule], segments[one.segment]),
        )
        for one in stored
    )


def digest(rule: Rule, segment: Segment) -> str:
    """What an ignored finding hangs on: the rule and what it looks for, source and target."""
    parts = (rule.id, rule.signature, segment.source, segment.target)
    return hashlib.sha256("\0".join(parts).encode("utf-8")).hexdigest()


def ordered(
    checker: Checker, found: Iterable[Finding], numbers: Sequence[int]
) -> tuple[Finding, ...]:
    """Findings in the order of the segments; of a rule that speaks once, only the first."""
    order = {number: place for place, number in enumerate(numbers)}
    once = {rule.id for rule in checker.rules if rule.is_once}
    seen: set[str] = set()
    kept: list[Finding] = []
    for one in sorted(found, key=lambda each: order.get(each.segment, 0)):
        if one.rule not in seen:
            kept.append(one)
        if one.rule in once:
            seen.add(one.rule)
    return tuple(kept)


def _roles(translation: Translation) -> Mapping[int, Role]:
    return {block.id: block.role for block in translation.article.blocks}


def _context(
    checker: Checker, segment: Segment, roles: Mapping[int, Role], same: frozenset[int]
) -> Context:
    return replace(
        checker.context,
        role=roles.get(segment.block),
        marked=(segment.source, segment.target),
        codes=segment.codes,
        is_untouched=segment.id in same and not segment.is_open,
    )


def _line(segment: Segment, roles: Mapping[int, Role]) -> Line:
    source, target = (
        inline.strip(text, segment.codes) for text in (segment.source, segment.target)
    )
    return Line(segment.id, source, target, roles.get(segment.block), segment.is_open)
