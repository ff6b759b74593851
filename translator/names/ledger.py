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
        longest = sorted(self._forms, key=len, reverse=True)
        firsts: dict[str, list[str]] = {}
        for form in longest:
            firsts.setdefault(_first_word(form), []).append(form)
        self._firsts = firsts

    def full_forms(self) -> Mapping[str, str]:
        """For each form the name that it belongs to."""
        return {form: name.name for form, (_, name) in self._forms.items()}

    def get(self, form: str) -> Name | None:
        """The name that has this English form."""
        found = self._forms.get(form)
        return found[1] if found else None

    def uses(self, source: str) -> tuple[Use, ...]:
        """The names in a clean English text, the longest where they overlap, in order."""
        found: list[Use] = []
        end = 0
        for word in _WORDS.finditer(source):
            if word.start() < end:
                continue
            for form in self._firsts.get(word[0], ()):
                stop = word.start() + len(form)
                if source.startswith(form, word.start()) and not source[stop : stop + 1].isalnum():
                    spanish, name = self._forms[form]
                    found.append(Use(word.start(), stop, form, spanish, name))
                    end = stop
                    break
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


_WORDS = re.compile(r"[^\W_]+")


def _first_word(form: str) -> str:
    found = _WORDS.search(form)
    return found[0] if found else form


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


def redecide(name: Name, spanish: str) -> Name:
    """A name with another decision: kept where the Spanish is the name itself, translated freely
    where it is empty. The surname of a person follows; acronyms stay as they were."""
    full = name.name
    forms = {english: old for english, old in name.forms if old or spanish == full}
    decision = Decision.TRANSLATE if name.decision is Decision.TRANSLATE else Decision.FORM
    if spanish == full:
        decision, forms = Decision.KEEP, {english: english for english, _ in name.forms}
    elif not spanish:
        decision, forms = Decision.TRANSLATE, {english: "" for english, _ in name.forms}
    elif name.kind is NameKind.PERSON:
        forms |= {
            english: " ".join(spanish.split()[-len(english.split()) :])
            for english, _ in name.forms
            if full.endswith(f" {english}")
        }
    forms = {full: spanish, **{one: form for one, form in forms.items() if one != full}}
    return Name(name.kind, decision, tuple(forms.items()), "house")


def revise(target: str, before: Name, after: Name) -> str:
    """The Spanish with a name as it was decided before put as it is decided now.

    The longest forms first; where the form before was empty, the English one is looked for.
    """
    new = dict(after.forms)
    pairs = {
        (old or english): new.get(english, "")
        for english, old in before.forms
        if new.get(english) and (old or english) != new[english]
    } | {english: spanish for english, spanish in after.forms if spanish and english != spanish}
    if not pairs:
        return target
    longest = sorted(pairs, key=len, reverse=True)
    pattern = "|".join(rf"(?<!\w){re.escape(one)}(?!\w)" for one in longest)
    return re.sub(pattern, lambda found: pairs[found[0]], target)
