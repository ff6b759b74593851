"""The rules of editing one article: type, confirm, mark, reject, note, where to go next.

Both shells call these functions and hold no rule of their own. Each call is one transaction, on
disk when it returns. Refuses the screen and the engine. The states and origins are those of
`model`; which change keeps them and which takes them back is decided here. Cutting, replacing in
many places and undoing have modules of their own; all are called from here.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace

from translator import normalize
from translator.desk import Desk, writing
from translator.desk.journal import Action, Holding, article_key, last_by_person
from translator.desk.segments import get, put, put_note
from translator.editing.cutting import merge as merge
from translator.editing.cutting import split as split
from translator.editing.replacing import Change as Change
from translator.editing.replacing import Twin as Twin
from translator.editing.replacing import apply_to_twins as apply_to_twins
from translator.editing.replacing import change_all as change_all
from translator.editing.replacing import twins as twins
from translator.editing.undoing import Undone as Undone
from translator.editing.undoing import confirmed_versions as confirmed_versions
from translator.editing.undoing import history as history
from translator.editing.undoing import last_action as last_action
from translator.editing.undoing import newest as newest
from translator.editing.undoing import redo as redo
from translator.editing.undoing import restore as restore
from translator.editing.undoing import undo as undo
from translator.editing.undoing import undo_drafts as undo_drafts
from translator.errors import UsageError
from translator.model import Origin, Segment, State


def set_target(
    desk: Desk,
    slug: str,
    segment: int,
    text: str,
    *,
    expected: str | None = None,
    is_own: bool = True,
    tell: Callable[[str], object] | None = None,
) -> Segment:
    """Store what a person is typing. A confirmed segment whose text changes is open again.

    Coming back to the text that stood there when typing began restores its state as well.
    `expected` is what the writer believes to stand there. Where another has written something else
    meanwhile, the other's text is kept as a version of the history, one undo away, and `tell` is
    called with it. Typing goes on in the entry that the writer began; where `is_own` is False, what
    was expected there is another's, and an entry begins. Raises NotFoundError and DeskError.
    """
    with writing(desk) as connection:
        key = article_key(connection, slug)
        now_there = get(connection, key, segment)
        text = normalize.target(text)
        if text == now_there.target:
            return now_there
        is_overtaking = expected not in (None, now_there.target)
        folds = is_own and not is_overtaking
        began = _where_typing_began(connection, key, segment) if folds else None
        if began is None or began.target != text:
            began = _typed(now_there, text)
        stored = put(connection, key, segment, Action.TYPE, began, folds=folds)
    if is_overtaking and tell is not None:
        tell(now_there.target)
    return stored


def _where_typing_began(connection: sqlite3.Connection, key: int, segment: int) -> Holding | None:
    """What the segment held before the visit that is going on, or None where none is."""
    last = last_by_person(connection, key)
    if last is None or (last.action, last.segment) != (Action.TYPE, segment):
        return None
    return last.before if isinstance(last.before, Holding) else None


def _typed(segment: Segment, text: str) -> Holding:
    """What a segment holds once a person has typed this into it."""
    if not text.strip():
        return Holding(text, State.INITIAL, Origin.NONE, None, "")
    origin = Origin.HUMAN if segment.origin is Origin.NONE else segment.origin
    return Holding(text, State.INITIAL, origin, segment.rate, segment.signature)


def confirm(
    desk: Desk,
    slug: str,
    segment: int,
    text: str,
    *,
    expected: str | None = None,
    tell: Callable[[str], object] | None = None,
) -> Segment:
    """A person stands by this text: the segment is `translated`, and the disk has it.

    A segment that was reviewed or final stays so while its text is the same. `expected` and `tell`
    are those of `set_target`. Raises UsageError for an empty text, NotFoundError and DeskError.
    """
    text = normalize.target(text).strip()
    if not text:
        raise UsageError("nothing-to-confirm", segment=segment)
    with writing(desk, sync=True) as connection:
        key = article_key(connection, slug)
        stands = get(connection, key, segment)
        if text == stands.target and not stands.is_open:
            return stands
        holding = replace(_typed(stands, text), state=State.TRANSLATED)
        confirmed = put(connection, key, segment, Action.CONFIRM, holding)
    if tell is not None and stands.target not in (text, expected) and expected is not None:
        tell(stands.target)
    return confirmed


def reject(desk: Desk, slug: str, segment: int) -> Segment:
    """Open a segment again and keep its text. Raises NotFoundError and DeskError."""
    with writing(desk) as connection:
        key = article_key(connection, slug)
        holding = Holding.of(get(connection, key, segment))
        return put(connection, key, segment, Action.REJECT, replace(holding, state=State.INITIAL))


def mark(desk: Desk, slug: str, segment: int, state: State) -> Segment:
    """Say how far a confirmed segment has come: reviewed, final, or translated again.

    Raises UsageError for one that is open, NotFoundError and DeskError.
    """
    with writing(desk, sync=True) as connection:
        key = article_key(connection, slug)
        stands = get(connection, key, segment)
        if stands.is_open or state is State.INITIAL:
            raise UsageError("nothing-to-mark", segment=segment)
        return put(connection, key, segment, Action.MARK, replace(Holding.of(stands), state=state))


def set_note(desk: Desk, slug: str, segment: int, text: str) -> Segment:
    """Write what stands beside a segment, in place of what stood there; empty takes it away.

    Raises NotFoundError and DeskError.
    """
    with writing(desk, sync=True) as connection:
        key = article_key(connection, slug)
        put_note(connection, key, segment, Action.NOTE, normalize.note(text))
        return get(connection, key, segment)


def take_in(
    connection: sqlite3.Connection,
    key: int,
    segment: Segment,
    text: str,
    *,
    state: State,
    batch: int = 0,
) -> Segment:
    """A target from a file: it is as far as the file says, or replaces the draft and stays open.

    For imports, which take in many within one transaction of their own; one undo takes back all
    that have the same `batch`.
    """
    holding = replace(_typed(segment, text), state=state)
    return put(connection, key, segment.id, Action.IMPORT, holding, batch)


def next_open(segments: Sequence[Segment], after: int | None) -> Segment | None:
    """The next segment that no person has confirmed, after the one with this id.

    Goes round at the end of the article; None when every segment is confirmed. The segment
    itself comes last in the round.
    """
    ids = [segment.id for segment in segments]
    start = ids.index(after) + 1 if after in ids else 0
    ring = [*segments[start:], *segments[:start]]
    return next((segment for segment in ring if segment.is_open), None)
