"""What comes back to the desk: edited PO, XLIFF and tables, judged entry by entry.

A file is known by its content, never by its name. All that belongs is taken in by one transaction
that one undo takes back; the rest is refused with its reason. A file of ours says of each entry
what the desk held when it was written (`exchange.entries.Base`), so that an old file does not
undo newer work. Refuses to make an article: a file of somebody else's is added first. Separate
from `delivery`, which writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from translator import editing, handover, inline, normalize, sources
from translator.desk import Desk, articles, segments, writing
from translator.desk.journal import Action, Holding, article_key, filled, imported, new_batch
from translator.errors import InputError, NotFoundError
from translator.model import Segment, State

if TYPE_CHECKING:
    from translator.exchange.entries import Entry

_HEAD = 64 * 1024
"""Bytes that tell what a file is. A memory may be larger than what we read at once."""

Result = Literal["confirmed", "draft", "noted", "unchanged", "refused"]


class Kind(StrEnum):
    """What an imported file is."""

    PO = "po"
    XLIFF = "xliff"
    TABLE = "table"
    """Segments with their ids."""
    MEMORY = "memory"
    """TMX."""
    TERMS = "terms"
    """TBX, or a table of terms."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one entry of an imported file. `reason` is a code for `wording`: why it was
    refused, taken as a draft where the file has it confirmed, or what it replaced. `codes` are the
    numbers of the inline codes that it has lost."""

    entry: str
    line: int
    result: Result
    reason: str = ""
    codes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did, entry by entry."""

    source: str
    outcomes: tuple[Outcome, ...]

    def having(self, result: Result) -> tuple[Outcome, ...]:
        """The entries with this result."""
        return tuple(one for one in self.outcomes if one.result == result)

    @property
    def is_foreign(self) -> bool:
        """Whether no entry is about anything on this desk."""
        strange = ("entry-foreign", "entry-no-article")
        return bool(self.outcomes) and all(one.reason in strange for one in self.outcomes)


def kind_of(source: str, data: bytes | None = None) -> Kind:
    """What a file is, by its content, which is read where it is not given.

    Raises NotFoundError, and InputError `not-importable`.
    """
    from translator import xmltext
    from translator.exchange import segment_table

    data = _head(source) if data is None else data[:_HEAD]
    if xmltext.looks_like(data):
        return _kind_of_xml(data, source)
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = data.decode("utf-16" if wide else "latin-1", "replace").removeprefix("ï»¿")
    if any(line.startswith(("msgid", "msgctxt")) for line in text.splitlines()):
        return Kind.PO
    if segment_table.is_table(text):
        return Kind.TABLE
    if _is_terms(text):
        return Kind.TERMS
    raise InputError("not-importable", path=source)


def _head(source: str) -> bytes:
    path = Path(source)
    try:
        with path.open("rb") as file:
            return file.read(_HEAD)
    except OSError as error:
        raise handover.unreadable(path, error) from error


def _kind_of_xml(data: bytes, source: str) -> Kind:
    from translator.xliff import reading

    if reading.is_xliff(data):
        return Kind.XLIFF
    head = data.replace(b"\0", b"").lower()
    if b"<tmx" in head:
        return Kind.MEMORY
    if b"<tbx" in head or b"<martif" in head:
        return Kind.TERMS
    raise InputError("not-importable", path=source)


def _is_terms(text: str) -> bool:
    from translator.exchange import term_tables

    lines = text.splitlines()[:2]
    if not lines or "\0" in text:
        return False
    return term_tables.has_heads(lines[0])


def import_po(desk: Desk, source: str, *, dry_run: bool = False) -> Report:
    """Take the targets of a PO file into the desk. Raises as `import_entries` does."""
    return import_entries(desk, source, Kind.PO, dry_run=dry_run)


def import_entries(
    desk: Desk,
    source: str,
    kind: Kind,
    *,
    data: bytes | None = None,
    dry_run: bool = False,
    force: bool = False,
) -> Report:
    """Take the targets and notes of a file into the desk: all that belong, in one transaction.

    A translated entry confirms its segment; a fuzzy or open one replaces the draft and stays
    open, and so does one that has lost an inline code which the segment's target still has. An
    emptied entry and whatever does not belong is refused with the reason. A note that is gone
    from the file stays; obsolete entries are passed over.

    What nobody has edited in the file since it was written changes nothing. What was changed both
    there and on the desk is refused, but for what an import of the same file brought, which has
    been edited on since. Where the file does not say what it was written from, an
    entry is refused that would reopen a confirmed segment. `force` takes all of these.

    With `dry_run` the report is the same and nothing changes. `data` is what the file holds,
    where that has been read. Raises NotFoundError, InputError for a file that is
    not what it should be, DeskError.
    """
    read = _entries(source, kind, sources.take(source).data if data is None else data)
    entries = [_edited(one, force=force) for one in read if not one.is_obsolete]
    known = {slug: _held(desk, slug) for slug in {entry.slug for entry in entries}}
    judged = _judged(entries, known, force=force)
    if not dry_run:
        _take(desk, judged)
    return Report(source, tuple(outcome for _, _, outcome in judged))


def _entries(source: str, kind: Kind, data: bytes) -> Sequence[Entry]:
    if kind is Kind.XLIFF:
        from translator.exchange import xliff

        return xliff.read(data, source)
    if kind is Kind.TABLE:
        from translator.exchange import segment_table

        return segment_table.read(segment_table.decode(data, source), source)
    from translator.exchange import po

    return po.read(data, source)


@dataclass(frozen=True, slots=True)
class _Held:
    """An article as the desk has it: its segments by id, and which no person has touched since
    they were filled; since a file brought them, `imported`. `continued` are the numbers of the
    imports whose very file comes back, edited on."""

    segments: Mapping[int, Segment]
    filled: frozenset[int]
    imported: Mapping[int, tuple[int, Holding]]
    continued: frozenset[int] = frozenset()


def _held(desk: Desk, slug: str) -> _Held | None:
    try:
        segments = {segment.id: segment for segment in articles.read(desk, slug).segments}
        return _Held(segments, filled(desk, slug), imported(desk, slug))
    except NotFoundError:
        return None


Judged = tuple["Entry", Segment | None, Outcome]


def _edited(entry: Entry, *, force: bool) -> Entry:
    """An entry without the note that it was written with: only another one is to be taken. With
    `force` it is taken whatever it was written from."""
    if entry.base is None or force:
        return replace(entry, base=None)
    return replace(entry, note=None) if entry.base.has_note(entry.note or "") else entry


def _judged(
    entries: Iterable[Entry], known: Mapping[str, _Held | None], *, force: bool
) -> list[Judged]:
    """Each entry with its segment, where there is one, and what becomes of it."""
    seen: set[tuple[str, int]] = set()
    found: list[Judged] = []
    entries = list(entries)
    articles_held = {
        slug: held and replace(held, continued=_continued(held, slug, entries))
        for slug, held in known.items()
    }
    for entry in entries:
        held = articles_held[entry.slug]
        segment = held.segments.get(entry.segment) if held else None
        outcome = _judge(entry, segment, held, force=force)
        if (entry.slug, entry.segment) in seen and outcome.result not in ("refused", "unchanged"):
            outcome = replace(outcome, result="refused", reason="entry-twice")
        if outcome.result != "refused":
            seen.add((entry.slug, entry.segment))
        found.append((entry, segment, outcome))
    return found


def _continued(held: _Held, slug: str, entries: Sequence[Entry]) -> frozenset[int]:
    """The imports whose file this is, edited on since: it has texts of theirs that no export gave
    it, and none of what they brought is back as it was written. Another person's copy of the same
    export has neither."""
    own = {entry.segment: entry for entry in entries if entry.slug == slug and entry.base}
    brought: dict[int, list[Entry]] = {}
    for number, (batch, _) in held.imported.items():
        if number in own:
            brought.setdefault(batch, []).append(own[number])
    return frozenset(
        batch
        for batch, some in brought.items()
        if not any(map(_is_as_written, some))
        and any(_is_brought(one, held.segments.get(one.segment)) for one in some)
    )


def _is_brought(entry: Entry, segment: Segment | None) -> bool:
    """Whether a file has the text that the desk took from a file, and not from its export."""
    if segment is None or entry.base is None or entry.base.has_target(entry.target):
        return False
    return _same(entry, segment)


def _is_own(entry: Entry, held: _Held) -> bool:
    """Whether the desk changed since this entry was written only by what its own file brought."""
    batch, was = held.imported.get(entry.segment, (0, None))
    if was is None or entry.base is None or batch not in held.continued:
        return False
    return was.state is entry.base.state and entry.base.has_target(was.target)


def _judge(entry: Entry, segment: Segment | None, held: _Held | None, *, force: bool) -> Outcome:
    name = f"{entry.slug}:{entry.segment}" if entry.slug else normalize.line(entry.source)[:60]
    reason = _refusal(entry, segment, is_known=held is not None)
    if reason or segment is None or held is None:
        return Outcome(name, entry.line, "refused", reason)
    is_filled = segment.id in held.filled or _is_own(entry, held)
    if reason := "" if force else _conflict(entry, segment, is_filled=is_filled):
        return Outcome(name, entry.line, "refused", reason)
    if not _has_target(entry, segment):
        return Outcome(name, entry.line, "noted" if _notes(entry, segment) else "unchanged")
    lost = _lost(entry, segment)
    if _state(entry, segment) is State.INITIAL:
        return Outcome(name, entry.line, "draft", codes=lost)
    if lost:
        return Outcome(name, entry.line, "draft", "entry-codes", lost)
    is_blind = entry.base is None or _is_own(entry, held)
    is_replaced = not force and is_blind and not segment.is_open
    told = "entry-replaced" if is_replaced and not _same(entry, segment) else ""
    return Outcome(name, entry.line, "confirmed", told)


def _refusal(entry: Entry, segment: Segment | None, *, is_known: bool) -> str:
    """Why an entry is refused, as a code for `wording`; empty where it is not."""
    if not entry.slug:
        return "entry-foreign"
    if not is_known:
        return "entry-no-article"
    if segment is None:
        return "entry-no-segment"
    if normalize.line(entry.source) != segment.source:
        return "entry-other-source"
    if not entry.target.strip() and segment.target.strip() and not _is_as_written(entry):
        return "entry-emptied"
    return ""


def _has_target(entry: Entry, segment: Segment) -> bool:
    """Whether an entry brings another target or state than the desk has."""
    if not entry.target.strip() or _is_as_written(entry):
        return False
    return not (_same(entry, segment) and _state(entry, segment) is segment.state)


def _is_as_written(entry: Entry) -> bool:
    """Whether nobody has changed target and state in the file since it was written."""
    base = entry.base
    if base is None or not base.has_target(entry.target):
        return False
    if not entry.target.strip():
        return True
    if entry.state is None:
        return entry.is_fuzzy is (base.state is State.INITIAL)
    return entry.state is base.state


def _conflict(entry: Entry, segment: Segment, *, is_filled: bool) -> str:
    """Why an entry would cost work that is on the desk, as a code; empty where it would not.

    What no person has touched since it was filled in, or since this very file brought it
    (`is_filled`), is nobody's other work, and gives way.
    """
    base = entry.base
    has_target = _has_target(entry, segment)
    if base is None:
        is_open = _state(entry, segment) is State.INITIAL or bool(_lost(entry, segment))
        return "entry-reopens" if has_target and is_open and not segment.is_open else ""
    is_changed = segment.state is not base.state or not base.has_target(segment.target)
    is_work = not is_filled and (not segment.is_open or segment.is_draft)
    if has_target and is_changed and is_work:
        return "entry-changed"
    is_noted = bool(segment.note) and not base.has_note(segment.note)
    return "entry-changed" if is_noted and _notes(entry, segment) else ""


def _state(entry: Entry, segment: Segment) -> State:
    """How far the entry is. Where the file only tells open from confirmed, one that was confirmed
    and has not changed stays what it was."""
    if entry.is_fuzzy:
        return State.INITIAL
    if entry.state is not None:
        return entry.state
    is_kept = _same(entry, segment) and not segment.is_open
    return segment.state if is_kept else State.TRANSLATED


def _lost(entry: Entry, segment: Segment) -> tuple[int, ...]:
    """The codes that the entry lacks and the segment's own target, if it has one, does not."""
    lacking = inline.missing(segment.source, entry.target, segment.codes)
    known: tuple[int, ...] = ()
    if segment.target.strip():
        known = inline.missing(segment.source, segment.target, segment.codes)
    return tuple(number for number in lacking if number not in known)


def _same(entry: Entry, segment: Segment) -> bool:
    return entry.target.strip() == segment.target.strip()


def _notes(entry: Entry, segment: Segment) -> bool:
    """Whether an entry has another note than the segment. Programs wrap comments anew: the same
    words are the same note."""
    return bool(entry.note) and (entry.note or "").split() != segment.note.split()


def _take(desk: Desk, judged: Iterable[Judged]) -> None:
    with writing(desk, sync=True) as connection:
        batch = new_batch(connection)
        for entry, segment, outcome in judged:
            if segment is None or outcome.result == "refused":
                continue
            key = article_key(connection, entry.slug)
            if outcome.result in ("confirmed", "draft"):
                is_open = outcome.result == "draft"
                state = State.INITIAL if is_open else _state(entry, segment)
                text = entry.target if is_open else entry.target.strip()
                editing.take_in(connection, key, segment, text, state=state, batch=batch)
            if entry.note and _notes(entry, segment):
                segments.put_note(connection, key, segment.id, Action.NOTE, entry.note, batch=batch)
