"""The ledger: for each name one decision, which holds in every sentence.

Refuses to find names that nobody has decided; `finding` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from translator.model import Decision, Name, NameKind
from translator.names.finding import Found
from translator.names.forms import Forms
from translator.termbase.stems import in_spanish
from translator.termbase.verification import find as find_term


@dataclass(frozen=True, slots=True)
class Use:
    """A name in an English sentence: where it stands, as it stands there, and the Spanish that the
    ledger wants for it, empty where it is translated freely."""

    start: int
    end: int
    english: str
    spanish: str
    name: Name


@dataclass(frozen=True, slots=True)
class Breach:
    """A name that is not in the Spanish as it was decided; `span` is where it stands there in
    English, if it does."""

    use: Use
    span: tuple[int, int] | None


class Ledger:
    """Names made ready for work. Of two that have the same form the first counts."""

    def __init__(self, names: Iterable[Name]) -> None:
        self.names = tuple(names)
        self._forms: dict[str, tuple[str, Name]] = {}
        for name in self.names:
            for english, spanish in name.forms:
                self._forms.setdefault(english, (spanish, name))
        self._finder = Forms(self._forms)

    def full_forms(self) -> Mapping[str, str]:
        """For each form the name that it belongs to."""
        return {form: name.name for form, (_, name) in self._forms.items()}

    def get(self, form: str) -> Name | None:
        """The name that has this English form."""
        found = self._forms.get(form)
        return found[1] if found else None

    def uses(self, source: str) -> tuple[Use, ...]:
        """The names in a clean English text, the longest where they overlap, in order."""
        found = []
        for start, form in self._finder.find(source):
            spanish, name = self._forms[form]
            found.append(Use(start, start + len(form), form, spanish, name))
        return tuple(found)

    def wanted(self, source: str) -> dict[str, str]:
        """What a machine must write for the names of a sentence: those to keep as they are, and
        those with a Spanish form."""
        return {
            use.english: use.spanish
            for use in self.uses(source)
            if use.name.decision is not Decision.TRANSLATE
        }

    def preferred(self, source: str, target: str) -> dict[str, str]:
        """The translated names of a sentence that are not as decided, with what they should be."""
        return {
            use.english: use.spanish
            for use in self.uses(source)
            if use.name.decision is Decision.TRANSLATE
            and use.spanish
            and not stands_in(use, target)
        }

    def breaches(self, source: str, target: str) -> tuple[Breach, ...]:
        """The names of a sentence that its translation does not have as decided."""
        if not target.strip():
            return ()
        found: dict[str, Breach] = {}
        for use in self.uses(source):
            if use.spanish and use.english not in found and not stands_in(use, target):
                found[use.english] = Breach(use, _span(use.english, target))
        return tuple(found.values())


def stands_in(use: Use, target: str) -> bool:
    """Whether a Spanish sentence has a name as decided: letter for letter, or a longer form of it
    (*Putin* where only *Vladímir Putin* was asked for is the surname); of one that is translated
    its words in any inflection; of a place also what is made of its name (*moscovita*)."""
    if _span(use.spanish, target):
        return True
    words = in_spanish(target)
    if any(find_term(one, words) for one in use.name.also):
        return True
    if use.name.decision is Decision.TRANSLATE:
        return find_term(use.spanish, words) is not None
    if use.name.kind is NameKind.PLACE:
        return _has_adjective(use.spanish, target)
    if use.name.kind is NameKind.PERSON and " " in use.english:
        return _span(use.spanish.split()[-1], target) is not None
    return False


_ROOT = 4
"""Letters that a place and its adjective have at least in common: *Moscú*, *moscovita*."""


def _has_adjective(place: str, target: str) -> bool:
    root = place.lower()[: max(_ROOT, len(place) - 3)]
    return len(place) > _ROOT and any(
        word.text.lower().startswith(root) for word in in_spanish(target)
    )


def _span(name: str, text: str) -> tuple[int, int] | None:
    found = _pattern(name).search(text)
    return found.span() if found else None


@lru_cache(maxsize=4096)
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")


def gather(found: Sequence[Found], decided: Ledger) -> tuple[Name, ...]:
    """The names of an article with their decisions: the ones made before, widened by the forms
    that the article has (a surname alone), and proposals, whose `why` is empty."""
    return tuple(_decide(one, decided) for one in found)


def _decide(found: Found, decided: Ledger) -> Name:
    name = decided.get(found.name)
    if name is None:
        decision = Decision.TRANSLATE if found.is_made_of_words else Decision.KEEP
        forms = tuple((form, "" if found.is_made_of_words else form) for form in found.forms)
        return Name(found.kind, decision, forms)
    known = dict(name.forms)
    added = tuple(
        (form, _derived(form, found.name, name)) for form in found.forms if form not in known
    )
    return replace(name, forms=(*name.forms, *added)) if added else name


def _derived(form: str, full: str, name: Name) -> str:
    """The Spanish of a surname that was found alone; of anything else nothing is known."""
    spanish = dict(name.forms)[full]
    if full.endswith(f" {form}") and name.kind is NameKind.PERSON:
        return " ".join(spanish.split()[-len(form.split()) :])
    return form if name.decision is Decision.KEEP else ""


def redecide(name: Name, form: str, spanish: str) -> Name:
    """A name with another decision on one of its English forms: translated freely where the
    Spanish is empty; where it is the full form itself, every form is kept as it is in English.

    The full form of a person and the surname alone follow one another, and so do other spellings
    that had the same Spanish; acronyms stay as they were.
    """
    if not spanish or spanish == form == name.name:
        decision = Decision.KEEP if spanish else Decision.TRANSLATE
        forms = {english: english if spanish else "" for english, _ in name.forms}
        return replace(name, decision=decision, forms=tuple(forms.items()), why="house")
    forms = {**dict(name.forms), form: spanish}
    if name.kind is NameKind.PERSON:
        forms = {english: _following(english, old, form, spanish) for english, old in forms.items()}
    renamed = {old: forms[english] for english, old in name.forms if old and forms[english] != old}
    forms = {english: renamed.get(old, old) for english, old in forms.items()}
    is_translated = name.decision is Decision.TRANSLATE
    decision = Decision.TRANSLATE if is_translated else Decision.FORM
    return replace(name, decision=decision, forms=tuple(forms.items()), why="house")


def _following(english: str, old: str, form: str, spanish: str) -> str:
    """The Spanish of one form of a person's name where that of another one is decided."""
    if form.endswith(f" {english}"):
        return " ".join(spanish.split()[-len(english.split()) :])
    if english.endswith(f" {form}") and old:
        return " ".join([*old.split()[: -len(form.split())], spanish])
    return old


def revise(source: str, target: str, before: Name, after: Name) -> str:
    """The Spanish with a name as it was decided before put as it is decided now.

    Only by the forms that the clean English has: other spellings may have had the same Spanish.
    The longest first; where the form before was empty, the English one is looked for.
    """
    there = {form for form, _ in after.forms if _span(form, source)}
    old = dict(before.forms)
    pairs = {
        known: new
        for english, new in after.forms
        if english in there and new
        for known in (english, old.get(english, ""))
        if known and known != new
    }
    if not pairs:
        return target
    longest = sorted(pairs, key=len, reverse=True)
    pattern = "|".join(rf"(?<!\w){re.escape(one)}(?!\w)" for one in longest)
    return re.sub(pattern, lambda found: pairs[found[0]], target)
