"""The names of an article: found, grouped and given a kind.

*Volodymyr Zelenskyy*, *Zelenskyy* and, in brackets behind it, an acronym are one name. Evidence is
the article itself: how often a word stands large where no sentence begins, what stands before and
behind it. Refuses decisions: `ledger` has those.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from translator import casing
from translator.casing.common import COMMON
from translator.casing.names import SMALL
from translator.model import NameKind
from translator.names.forms import Forms
from translator.names.runs import Run, is_people, runs
from translator.names.words import (
    BEFORE_PLACES,
    JOINERS,
    MEDIA,
    ORGANISATIONS,
    PLACES,
    PLATFORMS,
    POSTS,
    SAYING,
)
from translator.termbase.inflection import of_noun

_BEFORE_MONTHS = frozenset(
    "in on of since until till by from last this next early late mid through and to".split()
)
"""Words behind which *May* is the month; it may be a surname, and the other months are none."""

_ACRONYM = re.compile(r"\s*\(([A-Z][A-Za-z]{1,7})\)")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of an article, as clean text, with the number of its segment."""

    segment: int
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """A name of an article: its forms, the full one first, with how often each stands there, and
    the segments that have one. `is_made_of_words` where it holds common English words, so that it
    is translated rather than kept."""

    kind: NameKind
    forms: Mapping[str, int]
    segments: tuple[int, ...]
    is_made_of_words: bool

    @property
    def name(self) -> str:
        """The full form."""
        return next(iter(self.forms))


@dataclass(slots=True)
class _Group:
    forms: Counter[str] = field(default_factory=Counter)
    segments: set[int] = field(default_factory=set)
    votes: Counter[NameKind] = field(default_factory=Counter)


def find(
    lines: Sequence[Line], known: Mapping[str, str] | None = None, no_names: Iterable[str] = ()
) -> tuple[Found, ...]:
    """The names of an article in the order in which they first stand there.

    `known` gives forms that are decided already their full form; `no_names` are words that make no
    name by themselves: the acronyms of a termbase.
    """
    known = known or {}
    prose = [
        one
        for one in lines
        if not casing.is_title_case(one.text) and not casing.is_capitals(one.text)
    ]
    evidence = casing.gather(one.text for one in prose)
    skipped = {word.lower() for name in no_names for word in name.split()}
    spotted = [
        (line, run)
        for line in prose
        for run in runs(line.text)
        if run.text in known or (not _is_of_known(run, known) and _is_name(run, evidence, skipped))
    ]
    full_forms = _grouped(spotted, prose, known)
    groups: dict[str, _Group] = defaultdict(_Group)
    for _, run in spotted:
        group = groups[full_forms[run.text]]
        group.forms.setdefault(run.text, 0)
        group.votes.update(_votes(run))
    _add_surnames(groups)
    _count(groups, lines)
    return tuple(_result(name, group) for name, group in groups.items() if group.segments)


def _is_of_known(run: Run, known: Mapping[str, str]) -> bool:
    """Whether it is two names in one (*Russia-Ukraine*), or one in capitals (a dateline)."""
    if len(run.words) > 1:
        return False
    parts = run.text.split("-")
    return run.text.title() in known or (len(parts) > 1 and any(part in known for part in parts))


def _is_name(run: Run, evidence: casing.Evidence, skipped: set[str]) -> bool:
    if len(run.text) < 2 or {word.lower().removesuffix("s") for word in run.words} <= skipped:
        return False
    if len(run.words) == 1 and not run.post and _is_made_of_words(run.text):
        return False
    if run.text == "May" and (run.after.isdigit() or run.before in _BEFORE_MONTHS):
        return False
    if len(run.words) == 1 and any(letter.isdigit() for letter in run.text):
        return False  # PM2.5, T-72: nothing is to be decided, they stay as they are
    if any(is_people(part.lower()) for word in run.words for part in word.split("-")):
        return False
    first = run.words[0].lower()
    bases = of_noun(first)
    small = (SMALL, evidence.small, COMMON)
    if run.begins and any(one in some for one in bases for some in small):
        return False
    return len(run.words) > 1 or not run.begins or first in evidence.large or run.words[0].isupper()


def _grouped(
    spotted: Sequence[tuple[Line, Run]], prose: Sequence[Line], known: Mapping[str, str]
) -> dict[str, str]:
    """For each form the full one: a surname's, an acronym's, or itself."""
    forms = list(dict.fromkeys(run.text for _, run in spotted))
    full = {form: known.get(form, form) for form in forms}
    persons = {run.text for _, run in spotted if _is_person(run)}
    for form in forms:
        if form in known:
            continue
        longer = [
            one
            for one in forms
            if one != form
            and one.endswith(f" {form}")
            and not any(word in JOINERS for word in one.split())
            and (one in persons or not _is_made_of_words(one))
        ]
        if longer:
            full[form] = full[longer[0]]
    for line in prose:
        for found in _ACRONYM.finditer(line.text):
            before = line.text[: found.start()]
            for form in forms:
                if before.endswith(form) and found[1] in full and _abbreviates(found[1], form):
                    full[found[1]] = full[form]
    return full


def _abbreviates(acronym: str, name: str) -> bool:
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    return acronym.upper()[:1] == initials[:1] and len(initials) > 1


def _votes(run: Run) -> Counter[NameKind]:
    """What the words of a name, and those around it, say of what bears it."""
    votes: Counter[NameKind] = Counter()
    last, words = run.words[-1].lower(), {word.lower() for word in run.words}
    if _is_person(run):
        votes[NameKind.PERSON] += 3
    if words & ORGANISATIONS:
        votes[NameKind.ORGANISATION] += 3
    if last in MEDIA or run.after in ("newspaper", "magazine", "reported", "broadcaster"):
        votes[NameKind.MEDIA] += 4
    if run.text.lower() in PLATFORMS:
        votes[NameKind.MEDIA] += 9
    if last in PLACES:
        votes[NameKind.PLACE] += 4
    if run.before in BEFORE_PLACES:
        votes[NameKind.PLACE] += 1
    if len(run.words) == 1 and run.words[0].isupper() and len(run.text) > 2:
        votes[NameKind.ORGANISATION] += 2
    return votes


def _is_person(run: Run) -> bool:
    last = run.words[-1].lower()
    if last in ORGANISATIONS | PLACES | MEDIA:
        return False
    if run.post:
        return True
    speaks = run.after in SAYING or run.before in SAYING
    return speaks and 1 < len(run.words) < 4 and not _is_made_of_words(run.text)


def _add_surnames(groups: Mapping[str, _Group]) -> None:
    """Persons may stand by their surname in a headline, where no run is looked for."""
    taken = {form for group in groups.values() for form in group.forms}
    for name, group in groups.items():
        surname = name.split()[-1]
        is_person = group.votes.most_common(1)[:1] == [(NameKind.PERSON, group.votes.total())]
        if is_person and surname not in taken and surname.lower() not in COMMON:
            group.forms.setdefault(surname, 0)


def _count(groups: Mapping[str, _Group], lines: Sequence[Line]) -> None:
    """Count every form in every line, headlines too; a longer one hides those within it."""
    owners = {form: group for group in groups.values() for form in group.forms}
    finder = Forms(owners)
    for line in lines:
        for _, form in finder.find(line.text):
            owners[form].forms[form] += 1
            owners[form].segments.add(line.segment)


def _result(name: str, group: _Group) -> Found:
    seen = {form: count for form, count in group.forms.items() if count or form == name}
    forms = dict(sorted(seen.items(), key=lambda one: (one[0] != name, -len(one[0]))))
    kind = group.votes.most_common(1)[0][0] if group.votes else NameKind.OTHER
    return Found(
        kind,
        forms,
        tuple(sorted(group.segments)),
        kind is not NameKind.PERSON and _is_made_of_words(name),
    )


def _is_made_of_words(name: str) -> bool:
    """Whether a name holds a common English word, as *Foreign Ministry* does and *Chosun Ilbo*
    does not."""
    return any(
        word.lower() in COMMON or word.lower() in ORGANISATIONS | PLACES | POSTS
        for word in name.split()
        if word.lower() not in JOINERS
    )
