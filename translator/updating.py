"""A page that changed after its translation began: the article follows, the work on it stays.

The new page's lines are matched with the article's by their words, wherever they stand; corrections
that a person made of lines stay made. Sentences that are the same keep everything, changed ones
keep their Spanish as a fuzzy match, moved ones move. Refuses to lose anything: what has gone from
the page stays in the journal, and one undo brings all of it back. Separate from `intake`, which
knows new articles only, and from `corrections`, which a person makes.
"""

from __future__ import annotations

import bisect
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from translator import inline, intake, sources
from translator.config import Config
from translator.desk import Desk, articles, reading, structure, versions, writing
from translator.desk.journal import (
    Action,
    Facts,
    Passage,
    article_key,
    entries,
    new_batch,
)
from translator.errors import InputError
from translator.model import TRANSLATED_ROLES, Article, Block, Draft, Segment
from translator.segmentation import linealignment
from translator.segmentation.realignment import realign
from translator.segmentation.worddiff import Piece, compare

Kind = Literal["same", "moved", "changed", "new", "removed"]


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one sentence.

    `source` is its English now, or what it was where it was removed; `before` what it was where it
    changed. `loses` tells that a person had confirmed it and it is open now.
    """

    kind: Kind
    segment: int
    source: str
    before: str = ""
    target: str = ""
    loses: bool = False

    @property
    def difference(self) -> tuple[Piece, ...]:
        """The English word by word: what stayed, went and came."""
        return compare(self.before, self.source)


@dataclass(frozen=True, slots=True)
class Report:
    """What an update did, or would do: sentence by sentence in the order of the page, then those
    that have gone; and the facts that changed, by name, as they were and are."""

    slug: str
    lines: tuple[Line, ...]
    facts: tuple[tuple[str, str, str], ...] = ()
    is_known: bool = False

    def having(self, kind: Kind) -> tuple[Line, ...]:
        """The sentences of which this became."""
        return tuple(line for line in self.lines if line.kind == kind)

    @property
    def to_read(self) -> tuple[Line, ...]:
        """What a person has to read again, or for the first time."""
        return tuple(one for one in self.lines if one.kind in ("changed", "new") or one.loses)


def update(
    desk: Desk,
    slug: str,
    source: str,
    config: Config,
    *,
    force: bool = False,
    allow_private: bool = False,
    own: bool = False,
    dry_run: bool = False,
) -> Report:
    """Let an article follow its page, read anew from a path, an address or `-`.

    All of it is one transaction and one undo. With `dry_run` the report is the same and nothing
    changes. `own` is what it is to `intake.add`. Raises what that raises for a page,
    NotFoundError, DeskError.
    """
    page = sources.load(source, allow_private=allow_private)
    if own:
        page = intake.answered_for(page, config)
    digest = intake.digest(page.data)
    if articles.page(desk, slug).digest == digest:
        return Report(slug, (), is_known=True)
    fresh = sources.read(page, date_order=config.date_order)
    if fresh.language != "en" and not force:
        raise InputError("not-english", path=source, language=fresh.language)
    stored = articles.StoredPage(source, digest, page.modified, page.data, page.place, page.charset)
    drafts = sources.drafts(page, fresh)
    if dry_run:
        with reading(desk) as connection:
            key = article_key(connection, slug)
            before, after = _shapes(connection, key, fresh, drafts)
            return _report(slug, before, after, _facts(connection, key, fresh))
    with writing(desk, sync=True) as connection:
        key = article_key(connection, slug)
        before, after = _shapes(connection, key, fresh, drafts)
        facts = _facts(connection, key, fresh)
        _apply(connection, key, (before, after), facts, stored)
    return _report(slug, before, after, facts)


def _apply(
    connection: sqlite3.Connection,
    key: int,
    shapes: tuple[Passage, Passage],
    facts: tuple[Facts, Facts],
    page: articles.StoredPage,
) -> None:
    number = new_batch(connection)
    old = versions.current(connection, key)
    new = versions.keep(connection, key, page)
    if shapes[0] != shapes[1]:
        structure.reshape(connection, key, Action.RESHAPE, *shapes, batch=number)
    before, after = dict(facts[0]), dict(facts[1])
    before[structure.PAGE], after[structure.PAGE] = old, new
    structure.describe(connection, key, Action.DESCRIBE, before, after, number)


def _shapes(
    connection: sqlite3.Connection, key: int, fresh: Article, drafts: Mapping[int, Draft]
) -> tuple[Passage, Passage]:
    """All lines of the article with their segments: as they are, and as the new page has them.
    `drafts` are the translations that the page brings, by the ids of its own lines."""
    before = structure.passage(connection, key, structure.order(connection, key))
    touched = _corrected(connection, key)
    pairs = linealignment.align(
        [[intake.clean(block), *touched.get(block.id, ())] for block in before.blocks],
        [intake.clean(block) for block in fresh.blocks],
    )
    last_block, last_segment = structure.last_numbers(connection, key)
    blocks: list[Block] = []
    brought: dict[int, Draft] = {}
    for pair in pairs:
        olds, news = [before.blocks[i] for i in pair.old], [fresh.blocks[j] for j in pair.new]
        for block in _lines(olds, news, touched, is_same=pair.is_same):
            last_block += not block.id
            blocks.append(block if block.id else replace(block, id=last_block))
        if len(news) == 1 and news[0].id in drafts:
            brought[blocks[-1].id] = drafts[news[0].id]
    segments = _with_drafts(_segments(before, blocks, last_segment), blocks, brought)
    after = Passage(
        tuple(blocks),
        tuple(segments),
        tuple(map(intake.count_words, segments)),
        tuple(block.id for block in blocks),
    )
    return before, after


def _corrected(connection: sqlite3.Connection, key: int) -> Mapping[int, Sequence[str]]:
    """The lines that a person has corrected, by id, each with what the page said where its words
    were corrected. Parts of a split line never said the whole."""
    found: dict[int, list[str]] = {}
    for entry in entries(connection, key, action=Action.RESHAPE):
        # What a batch did is an update: the page changed, not a person.
        if entry.batch or not isinstance(entry.before, Passage):
            continue
        if not isinstance(entry.after, Passage):
            continue
        befores, afters = entry.before.blocks, entry.after.blocks
        for block in afters if befores != afters else ():
            found.setdefault(block.id, [])
        if len(befores) == len(afters) == 1 and befores[0].text != afters[0].text:
            found[afters[0].id].append(intake.clean(befores[0]))
    return found


def _lines(
    olds: Sequence[Block],
    news: Sequence[Block],
    touched: Mapping[int, Sequence[str]],
    *,
    is_same: bool,
) -> Sequence[Block]:
    """What becomes of lines that answer one another: each new one, in the shape that a person has
    given to the old ones."""
    if not olds:
        return [replace(block, id=0) for block in news]
    if len(olds) == len(news) == 1:
        return [_followed(olds[0], news[0], touched, is_same=is_same)]
    if not any(block.id in touched for block in olds):
        return [replace(block, id=old) for block, old in _numbered(news, olds)]
    # A person has joined or split what the page still says: their lines stand where it does.
    return [replace(block, element=news[0].element) for block in olds]


def _numbered(news: Sequence[Block], olds: Sequence[Block]) -> Iterable[tuple[Block, int]]:
    """The new lines with the numbers of old ones, 0 where there are more of them."""
    numbers = [block.id for block in olds]
    return zip(news, [*numbers, *([0] * len(news))], strict=False)


def _followed(
    old: Block, new: Block, touched: Mapping[int, Sequence[str]], *, is_same: bool
) -> Block:
    """The new line as the old one continued; what a person decided of it stays decided."""
    if old.id not in touched:
        return replace(new, id=old.id)
    followed = replace(new, id=old.id, role=old.role, level=old.level)
    has_corrected = is_same and _key(old) != _key(new)
    return replace(followed, text=old.text, codes=old.codes) if has_corrected else followed


def _key(one: Block | Segment) -> str:
    """The words of a line or sentence, without codes and white space."""
    text = one.text if isinstance(one, Block) else one.source
    return "".join(inline.strip(text, one.codes).split())


def _segments(before: Passage, blocks: Sequence[Block], last: int) -> Sequence[Segment]:
    """The segments of the new lines. A line that says the same keeps them as a person has cut
    them; the sentences of all others are matched among one another."""
    stood = {block.id: block for block in before.blocks}
    own: dict[int, list[Segment]] = {}
    for segment in before.segments:
        own.setdefault(segment.block, []).append(segment)
    kept = {
        block.id: _kept(own[block.id], block)
        for block in blocks
        if block.id in own and _is_kept(stood[block.id], block)
    }
    left = [one for one in before.segments if one.block not in kept]
    fresh = [
        replace(one, id=-one.id)
        for one in intake.cut(block for block in blocks if block.id not in kept)
    ]
    moved: dict[int, list[Segment]] = {}
    for one in realign(left, fresh):
        last += one.id < 0
        moved.setdefault(one.block, []).append(one if one.id > 0 else replace(one, id=last))
    return [one for block in blocks for one in kept.get(block.id) or moved.get(block.id, [])]


def _with_drafts(
    segments: Sequence[Segment], blocks: Sequence[Block], brought: Mapping[int, Draft]
) -> Sequence[Segment]:
    """The segments, with what the page brought for lines that have no translation here."""
    own: dict[int, list[Segment]] = {block.id: [] for block in blocks}
    for segment in segments:
        own[segment.block].append(segment)
    for block in blocks:
        here = own[block.id]
        if block.id in brought and here and not any(one.target for one in here):
            made = intake.drafted(block, here, brought[block.id])
            own[block.id] = [
                replace(one, id=number)
                for one, number in zip(made, (old.id for old in here), strict=False)
            ]
    return [one for block in blocks for one in own[block.id]]


def _is_kept(old: Block, new: Block) -> bool:
    """Whether a line's segments stay as they are: the same marked text, with codes of the same
    kinds. Where a link leads may have changed."""
    kinds = [[(code.number, code.kind) for code in block.codes] for block in (old, new)]
    return old.text == new.text and kinds[0] == kinds[1] and new.role in TRANSLATED_ROLES


def _kept(segments: Sequence[Segment], block: Block) -> list[Segment]:
    codes = {code.number: code for code in block.codes}
    return [replace(one, codes=tuple(codes[code.number] for code in one.codes)) for one in segments]


def _facts(connection: sqlite3.Connection, key: int, fresh: Article) -> tuple[Facts, Facts]:
    """The facts that the page states otherwise now, before and after; those that a person has set
    are theirs."""
    decided = {
        name
        for entry in entries(connection, key, action=Action.DESCRIBE)
        if isinstance(entry.after, Mapping) and structure.PAGE not in entry.after
        for name in entry.after
    }
    stated: dict[str, str | int | None] = {
        "author": fresh.author,
        "published": fresh.published.isoformat() if fresh.published else None,
        "reading_minutes": fresh.reading_minutes,
        "site": fresh.site,
        "address": fresh.address,
        "image": fresh.image,
    }
    before = structure.facts(connection, key, stated)
    names = [name for name in stated if name not in decided and stated[name] != before[name]]
    return {name: before[name] for name in names}, {name: stated[name] for name in names}


def _report(slug: str, before: Passage, after: Passage, facts: tuple[Facts, Facts]) -> Report:
    former = {one.id: one for one in before.segments}
    common = [one.id for one in after.segments if one.id in former]
    places = {one.id: place for place, one in enumerate(before.segments)}
    in_place = _rising([places[number] for number in common])
    still = {number for number in common if places[number] in in_place}
    lines = [_line(former.get(one.id), one, is_moved=one.id not in still) for one in after.segments]
    standing = {one.id for one in after.segments}
    lines += [
        Line("removed", one.id, clean(one), target=_target(one))
        for one in before.segments
        if one.id not in standing
    ]
    changes = tuple(
        (name, str(facts[0][name] or ""), str(facts[1][name] or "")) for name in facts[0]
    )
    return Report(slug, tuple(lines), changes)


def _line(old: Segment | None, new: Segment, *, is_moved: bool) -> Line:
    if old is None:
        return Line("new", new.id, clean(new), target=_target(new))
    kind: Kind = "changed" if _key(old) != _key(new) else "moved" if is_moved else "same"
    loses = not old.is_open and new.is_open
    before = clean(old) if kind == "changed" else ""
    return Line(kind, new.id, clean(new), before, _target(new), loses)


def clean(segment: Segment) -> str:
    """The English of a segment without the marks of its codes."""
    return inline.strip(segment.source, segment.codes)


def _target(segment: Segment) -> str:
    return inline.strip(segment.target, segment.codes)


def _rising(places: Sequence[int]) -> frozenset[int]:
    """The longest run of places that still follow one another: what has not moved."""
    ends: list[int] = []
    best: list[int] = []
    came: list[int] = []
    for index, place in enumerate(places):
        at = bisect.bisect_left(ends, place)
        came.append(best[at - 1] if at else -1)
        ends[at : at + 1] = [place]
        best[at : at + 1] = [index]
    found: set[int] = set()
    index = best[-1] if best else -1
    while index >= 0:
        found.add(places[index])
        index = came[index]
    return frozenset(found)
