"""What a desk calls things and people: its own terms and names over those that the program ships.

Loads both for a desk, proposes the names of an article, and takes tables of terms in and out. An
import is one transaction. Refuses to judge a sentence; `termbase` and `names` do.
"""

from __future__ import annotations

import csv
import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

from translator import desk as desks
from translator import handover, inline, normalize
from translator.config import Config
from translator.desk import Desk, reading, segments, writing
from translator.desk import names as stored_names
from translator.desk import terms as stored_terms
from translator.editing import Change
from translator.errors import InputError, NotFoundError, UsageError
from translator.exchange import term_tables
from translator.model import Decision, Name, NameKind, Term, TermKind, Translation
from translator.names import Found, Ledger, Line, find, gather, redecide, revise
from translator.termbase import Termbase

_SHIPPED = Path(__file__).parent / "starter"


@cache
def shipped_terms() -> tuple[Term, ...]:
    """The terms that the program ships."""
    text = (_SHIPPED / "terms.csv").read_text(encoding="utf-8")
    return tuple(one for one in term_tables.read(text, "terms.csv") if isinstance(one, Term))


@cache
def shipped_names() -> tuple[Name, ...]:
    """The decisions on names that the program ships."""
    with (_SHIPPED / "names.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Name(
                NameKind(row["kind"]),
                Decision(row["decision"]),
                tuple(zip(row["english"].split("|"), row["spanish"].split("|"), strict=True)),
                row["why"],
                tuple(filter(None, row["also"].split("|"))),
            )
            for row in csv.DictReader(file)
        )


@dataclass(frozen=True, slots=True)
class Listed:
    """A name of an article: how often it stands there in any form, and in which segments."""

    name: Name
    count: int
    segments: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ListedTerm:
    """A term of an article with all that is said of it: how often it stands there, in which
    segments, and in which of them the translation has it otherwise."""

    terms: tuple[Term, ...]
    count: int
    segments: tuple[int, ...]
    otherwise: tuple[int, ...]


@dataclass(frozen=True)
class Terminology:
    """Terms and names in force. What a desk says of a term or a name stands in the place of all
    that is shipped of it."""

    terms: tuple[Term, ...]
    names: tuple[Name, ...]

    @cached_property
    def termbase(self) -> Termbase:
        """The terms, ready for work."""
        return Termbase(self.terms)

    @cached_property
    def ledger(self) -> Ledger:
        """The names that are decided, ready for work."""
        return Ledger(self.names)

    def of(self, translation: Translation) -> Terminology:
        """The same with the names that this article has besides: those that are decided, with the
        forms they have in it, and those that are surely names."""
        sure = (one for one in self.propose(translation) if one.why or _is_sure(one))
        return replace(self, names=(*sure, *self.names))

    @property
    def written_large(self) -> tuple[str, ...]:
        """The names and the words to keep, as they are written in English."""
        kept = (one.source for one in self.terms if one.kind is TermKind.KEEP)
        return (*kept, *(form for name in self.names for form, _ in name.forms))

    def wanted(self, source: str) -> dict[str, str]:
        """The words of a clean English sentence that must stand in its translation, with the form
        that they must have there."""
        kept = {word: word for word in self.termbase.kept(source)}
        return {**kept, **self.ledger.wanted(source)}

    def missing(self, source: str, target: str) -> dict[str, str]:
        """The terms and translated names of a sentence that its translation has otherwise, with
        what they should be."""
        return {
            **self.ledger.preferred(source, target),
            **self.termbase.missing(source, target),
        }

    def propose(self, translation: Translation) -> tuple[Name, ...]:
        """The names of an article: decided ones with the forms they have in it, and proposals,
        which have no `why`. The Spanish of a term is proposed for a name that is one."""
        found = gather(self.found(translation), self.ledger)
        return tuple(self._with_term(one) for one in found)

    def listed(self, translation: Translation) -> tuple[Listed, ...]:
        """The names of an article with how often and where they stand in it."""
        found = self.found(translation)
        return tuple(
            Listed(self._with_term(name), sum(one.forms.values()), one.segments)
            for name, one in zip(gather(found, self.ledger), found, strict=True)
        )

    def listed_terms(self, translation: Translation) -> tuple[ListedTerm, ...]:
        """The terms of an article in the order in which they first stand in it."""
        places: dict[tuple[Term, ...], list[int]] = {}
        otherwise: dict[tuple[Term, ...], list[int]] = {}
        for one in translation.segments:
            source = inline.strip(one.source, one.codes)
            hits = self.termbase.find(source)
            for hit in hits:
                places.setdefault(hit.terms, []).append(one.id)
            target = inline.strip(one.target, one.codes)
            for fault in self.termbase.faults(source, target) if hits and target else ():
                if fault.hit is not None:
                    otherwise.setdefault(fault.hit.terms, []).append(one.id)
        return tuple(
            ListedTerm(
                terms,
                len(found),
                tuple(dict.fromkeys(found)),
                tuple(dict.fromkeys(otherwise.get(terms, ()))),
            )
            for terms, found in places.items()
        )

    def found(self, translation: Translation) -> tuple[Found, ...]:
        """The names of an article with where they stand."""
        lines = [Line(one.id, inline.strip(one.source, one.codes)) for one in translation.segments]
        acronyms = [one.source for one in self.terms if one.source.isupper()]
        return find(lines, self.ledger.full_forms(), acronyms)

    def _with_term(self, name: Name) -> Name:
        if name.decision is not Decision.TRANSLATE or name.spanish:
            return name
        for hit in self.termbase.find(name.name):
            preferred = [one for one in hit.terms if one.kind is TermKind.PREFERRED]
            if preferred and hit.text == name.name:
                rest = tuple((form, "") for form, _ in name.forms[1:])
                return replace(name, forms=((name.name, preferred[0].target), *rest))
        return name


def _is_sure(name: Name) -> bool:
    """Whether a name is kept that nobody has decided on: a person's, or several words none of
    which is a common one. One word alone may be any (*Europe*)."""
    return name.decision is Decision.KEEP and (name.kind is NameKind.PERSON or " " in name.name)


def load(desk: Desk, settings: Config) -> Terminology:
    """The terms and names in force on a desk. Raises DeskError."""
    with reading(desk) as connection:
        own, decided = stored_terms.every(connection), stored_names.every(connection)
    return _merged(own, decided, settings)


def at(folder: Path, settings: Config) -> tuple[Desk | None, Terminology]:
    """The desk of a folder, where there is one, with its terms and names, else those that are
    shipped. Raises DeskError."""
    if not (folder / desks.DATABASE).exists():
        return None, shipped(settings)
    desk = desks.open_to_read(folder)
    return desk, load(desk, settings)


def shipped(settings: Config) -> Terminology:
    """The terms and names where there is no desk."""
    return _merged((), (), settings)


def _merged(own: Sequence[Term], decided: Sequence[Name], settings: Config) -> Terminology:
    own = (*own, *(Term(word, "", TermKind.KEEP) for word in settings.kept))
    if settings.starter_terms == "off":
        return Terminology(tuple(own), tuple(decided))
    spoken = {one.source.lower() for one in own}
    named = {one.name for one in decided}
    return Terminology(
        (*own, *(one for one in shipped_terms() if one.source.lower() not in spoken)),
        (*decided, *(one for one in shipped_names() if one.name not in named)),
    )


def add_term(desk: Desk, term: Term) -> stored_terms.Taken:
    """Put one term into the termbase of a desk. Raises UsageError for what is no term."""
    cleaned = replace(
        term,
        source=normalize.line(term.source),
        target=normalize.line(term.target),
        note=normalize.line(term.note),
    )
    good = term_tables.checked(cleaned, 0, "")
    if isinstance(good, term_tables.Bad):
        raise UsageError("bad-term", reason=good.reason, detail=good.detail)
    with writing(desk, sync=True) as connection:
        return stored_terms.put(connection, [good])


def remove_term(desk: Desk, source: str, target: str | None = None) -> int:
    """Take an English term, or one Spanish term of it, out of the desk's termbase; how many went.

    Raises NotFoundError where the desk has none; one that is shipped is outdone by adding another.
    """
    with writing(desk, sync=True) as connection:
        count = stored_terms.remove(connection, source, target)
    if not count:
        raise NotFoundError("no-such-term", term=source)
    return count


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did; `bad` rows stand in the file `rejected`."""

    source: str
    added: int
    changed: int
    known: int
    bad: int
    rejected: Path | None = None


def import_terms(desk: Desk, path: Path, *, skip_bad: bool = False) -> Imported:
    """Take a table or a TBX file of terms into the desk: all of them, or none.

    With `skip_bad` a row that is no term is written to ``FILE.rejected.txt``; without, it is the
    end. Raises NotFoundError, InputError, DeskError.
    """
    good: list[Term] = []
    bad: list[term_tables.Bad] = []
    for entry in _entries(path):
        if isinstance(entry, Term):
            good.append(entry)
        elif skip_bad:
            bad.append(entry)
        else:
            raise InputError(
                "bad-row", path=str(path), line=entry.line, reason=entry.reason, detail=entry.detail
            )
    if not good and not bad:
        raise InputError("no-terms", path=str(path))
    with writing(desk, sync=True) as connection:
        taken = stored_terms.put(connection, good)
    rejected = handover.write_rejected(path, bad) if bad else None
    return Imported(str(path), taken.added, taken.changed, taken.known, len(bad), rejected)


def _entries(path: Path) -> Iterator[Term | term_tables.Bad]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise handover.unreadable(path, error) from error
    head = data[:400].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"<") or data.startswith((b"\xff\xfe<", b"\xfe\xff\0<")):
        from translator.exchange import tbx

        yield from tbx.read(data, str(path))
        return
    is_wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = data.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("file-not-utf8", path=str(path)) from error
    yield from term_tables.read(text, str(path))


def export_terms(
    terms: Sequence[Term], path: Path, *, as_tbx: bool = False, force: bool = False
) -> None:
    """Write terms to a file. Raises DeskError where it exists, unless `force`."""
    handover.write(path, written(terms, as_tbx=as_tbx), force=force)


def written(terms: Sequence[Term], *, as_tbx: bool) -> Iterator[str]:
    """Terms as the text of a file: a table, or TBX."""
    if as_tbx:
        from translator.exchange import tbx

        return tbx.write(terms)
    return term_tables.write(terms)


def redecided(
    known: Terminology, translation: Translation, name: str, spanish: str
) -> tuple[Name, Name]:
    """A name of an article, by any of its forms, as it is decided and as it will be.

    Raises NotFoundError where the article has no such name and none was decided before.
    """
    proposed = known.propose(translation)
    before = next((one for one in proposed if name in dict(one.forms)), None) or known.ledger.get(
        name
    )
    if before is None:
        nearest = difflib.get_close_matches(name, [one.name for one in proposed], 1)
        raise NotFoundError("no-such-name", name=name, nearest=nearest[0] if nearest else "")
    return before, redecide(before, name, normalize.line(spanish))


def changes(desk: Desk, decisions: Sequence[tuple[Name, Name]]) -> tuple[Change, ...]:
    """What other decisions on names, each as it was and as it will be, would change in the
    translations of the desk."""
    words = [english for _, after in decisions for english, _ in after.forms]
    with reading(desk) as connection:
        standing = segments.with_words(connection, words)
    found = []
    for slug, segment in standing:
        new = segment.target
        source = inline.strip(segment.source, segment.codes)
        for before, after in decisions:
            new = revise(source, new, before, after)
        if new != segment.target:
            found.append(Change(slug, segment.id, segment.target, new))
    return tuple(found)


def decide(desk: Desk, names: Sequence[Name]) -> None:
    """Store decisions on names. Raises DeskError."""
    with writing(desk, sync=True) as connection:
        for name in names:
            stored_names.put(connection, name)


def decided(desk: Desk, name: str) -> Name | None:
    """What a desk itself has decided on a name, or None. Raises DeskError."""
    with reading(desk) as connection:
        return stored_names.get(connection, name)


def take_back(desk: Desk, name: str, before: Name | None) -> None:
    """Let a desk say of a name what it said before, or nothing. Raises DeskError."""
    with writing(desk, sync=True) as connection:
        if before is None:
            stored_names.remove(connection, name)
        else:
            stored_names.put(connection, before)
