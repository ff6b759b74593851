"""Terms, names and memory: what the house has decided, and whether an article says one thing one
way.

What is a term or a name, and whether the Spanish has it, is told by `termbase` and `names`; here
it gets its grade. Refuses to look for names that nobody decided on; `naming` does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from translator.checks.check import Context, Hit, Line
from translator.names.ledger import Breach
from translator.termbase import Fault, Termbase, TermFault

LONGEST = 20_000
"""Characters up to which a text is searched for terms; a sentence of a page has a thousandth."""


def _faults(source: str, target: str, context: Context) -> tuple[TermFault, ...]:
    if context.termbase is None or max(len(source), len(target)) > LONGEST:
        return ()
    return _verified(context.termbase, source, target)


@lru_cache(maxsize=4)
def _verified(termbase: Termbase, source: str, target: str) -> tuple[TermFault, ...]:
    """Three rules ask the same of one segment, one behind the other."""
    return termbase.faults(source, target)


def forbidden(source: str, target: str, context: Context) -> Iterator[Hit]:
    """A word that the termbase forbids."""
    for one in _faults(source, target, context):
        if one.fault is Fault.FORBIDDEN:
            found = target[slice(*one.span)] if one.span else one.term.target
            yield Hit(one.span, _source(one), {**_values(one), "found": found})


def missing(source: str, target: str, context: Context) -> Iterator[Hit]:
    """A term whose Spanish stands nowhere."""
    for one in _faults(source, target, context):
        if one.fault is Fault.MISSING:
            yield Hit(None, _source(one), _values(one))


def changed(source: str, target: str, context: Context) -> Iterator[Hit]:
    """A word to keep that is not there letter for letter."""
    for one in _faults(source, target, context):
        if one.fault is Fault.CHANGED:
            yield Hit(None, _source(one), _values(one))


def _source(one: TermFault) -> tuple[int, int] | None:
    return (one.hit.start, one.hit.end) if one.hit else None


def _values(one: TermFault) -> dict[str, str]:
    english = one.hit.text if one.hit else ""
    return {"english": english, "wanted": ", ".join(one.wanted)}


def names(source: str, target: str, context: Context) -> Iterator[Hit]:
    """A name that has another form in Spanish than the ledger decided."""
    for one in _breaches(source, target, context):
        if one.use.spanish != one.use.english:
            fix = one.use.spanish if one.span else None
            values = {"english": one.use.english, "wanted": one.use.spanish}
            yield Hit(one.span, (one.use.start, one.use.end), values, fix)


def lost_names(source: str, target: str, context: Context) -> Iterator[Hit]:
    """A name that stays as it is, and does not stand there."""
    for one in _breaches(source, target, context):
        if one.use.spanish == one.use.english:
            values = {"english": one.use.english}
            yield Hit(None, (one.use.start, one.use.end), values)


def _breaches(source: str, target: str, context: Context) -> Iterator[Breach]:
    """The names of a sentence that are not as the ledger decided."""
    if context.ledger is None or max(len(source), len(target)) > LONGEST:
        return
    for one in context.ledger.breaches(source, target):
        use = one.use
        if source[use.end : use.end + 1] == "$":
            continue  # US$
        if any(_squeezed(form) in _squeezed(target) for form in use.name.also):
            continue  # EE.UU. lacks a space, which another rule tells
        yield one


def _squeezed(text: str) -> str:
    return text.replace(" ", "").replace("\u00a0", "")


def same_source(lines: Sequence[Line], context: Context) -> Iterator[tuple[int, Hit]]:
    """The same English in several Spanish ways."""
    first: dict[str, Line] = {}
    for line in lines:
        if not line.target.strip():
            continue
        other = first.setdefault(line.source, line)
        if _plain(other.target) != _plain(line.target):
            yield line.number, Hit(values={"other": str(other.number), "found": other.target})


def same_target(lines: Sequence[Line], context: Context) -> Iterator[tuple[int, Hit]]:
    """Different English sentences with the same Spanish: one of them was pasted."""
    first: dict[str, Line] = {}
    for line in lines:
        if len(line.target.split()) < _FEWEST:
            continue
        other = first.setdefault(_plain(line.target), line)
        if _words(other.source) != _words(line.source) and not _are_alike(other, line):
            yield line.number, Hit(values={"other": str(other.number)})


_FEWEST = 4
"""Words from which a sentence is no label that may stand for several."""


def _plain(text: str) -> str:
    return " ".join(text.lower().split()).strip(" .")


def _words(text: str) -> tuple[str, ...]:
    return tuple("".join(one for one in text.lower() if one.isalnum() or one == " ").split())


def _are_alike(one: Line, other: Line) -> bool:
    """Whether two English sentences are nearly the same, as in British and American spelling."""
    from rapidfuzz import fuzz

    return float(fuzz.ratio(one.source.lower(), other.source.lower())) >= 85
