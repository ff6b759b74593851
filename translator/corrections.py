"""The translator's last word on what was read: roles of lines, their text, the article's facts.

Lines are dropped and kept, joined, split, corrected; what was translated moves along, matched by
its English. Each call is one transaction and one entry of the journal. Refuses lines that are not
there, and a correction that would leave nothing. Separate from `intake`, which believes the
readers, and from `editing`, which changes targets only.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from translator import inline, intake, normalize
from translator.desk import Desk, articles, structure, writing
from translator.desk.journal import (
    Action,
    Passage,
    article_key,
    entries,
)
from translator.errors import UsageError
from translator.model import TRANSLATED_ROLES, Block, Role, Segment
from translator.segmentation.realignment import realign

Change = Callable[[Sequence[Block]], Sequence[Block]]


def set_role(desk: Desk, slug: str, line: int, role: Role, *, level: int = 0) -> None:
    """Say what a line is. `level` is 1 to 6 for headings, 2 where none is given.

    Raises UsageError for a second headline, NotFoundError, DeskError.
    """
    with writing(desk, sync=True) as connection:
        key = article_key(connection, slug)
        if role is Role.TITLE:
            _refuse_second_title(connection, key, line)
        _change(connection, key, [line], lambda blocks: [_with_role(blocks[0], role, level)])


def _with_role(block: Block, role: Role, level: int) -> Block:
    text = block.text if role in (Role.LISTING, Role.FURNITURE) else normalize.line(block.text)
    return replace(block, role=role, text=text, level=(level or 2) if role is Role.HEADING else 0)


def _refuse_second_title(connection: sqlite3.Connection, key: int, line: int) -> None:
    for block in articles.read_blocks(connection, key):
        if block.role is Role.TITLE and block.id != line:
            raise UsageError("title-taken", line=block.id)


def drop(desk: Desk, slug: str, line: int) -> None:
    """Leave a line out: it is the site's, not the article's. Raises NotFoundError, DeskError."""
    set_role(desk, slug, line, Role.FURNITURE)


def keep(desk: Desk, slug: str, line: int) -> None:
    """Take a dropped line back in, as what it was before a person dropped it, else a paragraph.

    Raises UsageError, NotFoundError, DeskError.
    """
    with writing(desk, sync=True) as connection:
        key = article_key(connection, slug)
        role, level = _former_role(connection, key, line)
        if role is Role.TITLE:
            _refuse_second_title(connection, key, line)
        _change(
            connection,
            key,
            [line],
            lambda blocks: (
                [_with_role(blocks[0], role, level)]
                if blocks[0].role is Role.FURNITURE
                else [blocks[0]]
            ),
        )


def _former_role(connection: sqlite3.Connection, key: int, line: int) -> tuple[Role, int]:
    for passage in _former(connection, key):
        for block in passage.blocks:
            if block.id == line and block.role is not Role.FURNITURE:
                return block.role, block.level
    return Role.PARAGRAPH, 0


def _former(connection: sqlite3.Connection, key: int) -> list[Passage]:
    """The passages that corrections have replaced, newest first."""
    found = entries(connection, key, action=Action.RESHAPE)
    return [entry.before for entry in reversed(found) if isinstance(entry.before, Passage)]


def join(desk: Desk, slug: str, line: int) -> None:
    """Put a line and the next one of the page together; the role is the first one's.

    Raises UsageError at the last line, NotFoundError, DeskError.
    """
    with writing(desk, sync=True) as connection:
        key = article_key(connection, slug)
        lines = structure.order(connection, key)
        place = lines.index(line) if line in lines else -1
        if place == len(lines) - 1:
            raise UsageError("no-next-line", line=line)
        both = [line] if place < 0 else [line, lines[place + 1]]
        _change(connection, key, both, lambda blocks: [_joined(blocks[0], blocks[1])])


def _joined(first: Block, second: Block) -> Block:
    last = max((code.number for code in first.codes), default=0)
    numbers = {code.number: last + place for place, code in enumerate(second.codes, start=1)}
    text = inline.renumber(second.text, second.codes, numbers)
    codes = tuple(replace(code, number=numbers[code.number]) for code in second.codes)
    return replace(first, text=f"{first.text} {text}", codes=(*first.codes, *codes))


def split(desk: Desk, slug: str, line: int, words: str) -> None:
    """Cut a line in two before these words, which stand in it once.

    Raises UsageError where they stand at its start, nowhere or twice; NotFoundError, DeskError.
    """
    words = normalize.line(words)
    with writing(desk, sync=True) as connection:
        key = article_key(connection, slug)
        _change(connection, key, [line], lambda blocks: _cut(blocks[0], words))


def split_at(desk: Desk, slug: str, line: int, at: int) -> None:
    """Cut a line in two at this character of its clean text.

    Raises UsageError where a part would be empty; NotFoundError, DeskError.
    """
    with writing(desk, sync=True) as connection:
        key = article_key(connection, slug)
        _change(connection, key, [line], lambda blocks: _cut_at(blocks[0], at))


def _cut(block: Block, words: str) -> Sequence[Block]:
    clean = inline.strip(block.text, block.codes)
    count = clean.count(words) if words else 0
    place = clean.find(words)
    if count != 1 or place == 0:
        raise UsageError("no-place-to-split", line=block.id, words=words, count=count)
    return _cut_at(block, place)


def _cut_at(block: Block, place: int) -> Sequence[Block]:
    clean = inline.strip(block.text, block.codes)
    head, tail = clean[: max(0, place)].rstrip(" "), clean[max(0, place) :].lstrip(" ")
    if not head or not tail:
        raise UsageError("empty-part", line=block.id)
    place = len(clean) - len(tail)
    lengths = [len(head), place - len(head), len(clean) - place]
    first, _, second = inline.cut(block.text, block.codes, lengths)
    used = [inline.numbers(part, block.codes) for part in (first, second)]
    parts = [
        replace(block, text=part, codes=tuple(c for c in block.codes if c.number in numbers))
        for part, numbers in zip((first, second), used, strict=True)
    ]
    return [parts[0], replace(parts[1], id=0)]


def set_text(desk: Desk, slug: str, line: int, text: str) -> None:
    """Correct the English of a line. Marks of its codes may stand in the text.

    Raises UsageError for an empty text, NotFoundError, DeskError.
    """
    text = normalize.line(text)
    if not text:
        raise UsageError("empty-line", line=line)
    with writing(desk, sync=True) as connection:
        key = article_key(connection, slug)
        _change(connection, key, [line], lambda blocks: [_with_text(blocks[0], text)])


def _with_text(block: Block, text: str) -> Block:
    used = inline.numbers(text, block.codes)
    return replace(block, text=text, codes=tuple(c for c in block.codes if c.number in used))


def set_title(desk: Desk, slug: str, text: str) -> None:
    """Correct the English headline; one is put on top where the page has none.

    Raises UsageError for an empty text, NotFoundError, DeskError.
    """
    text = normalize.line(text)
    if not text:
        raise UsageError("empty-line", line="title")
    with writing(desk, sync=True) as connection:
        key = article_key(connection, slug)
        blocks = articles.read_blocks(connection, key)
        title = next((block for block in blocks if block.role is Role.TITLE), None)
        if title is not None:
            _change(connection, key, [title.id], lambda found: [_with_text(found[0], text)])
        else:
            new = Block(0, Role.TITLE, text)
            _change(connection, key, [blocks[0].id], lambda found: [new, found[0]])


def set_facts(
    desk: Desk,
    slug: str,
    *,
    author: str | None = None,
    published: date | str | None = "",
    minutes: int | None = None,
    new_slug: str = "",
    spanish_slug: str | None = None,
) -> str:
    """Set facts of an article; the slug it has then. What is left out stays; `minutes` 0 and a
    date None take the fact away, and so does an empty `spanish_slug`: it is made from the Spanish
    headline then.

    Raises UsageError for a slug that is none or taken, NotFoundError, DeskError.
    """
    wanted: dict[str, str | int | None] = {}
    if author is not None:
        wanted["author"] = normalize.line(author)
    if not isinstance(published, str):
        wanted["published"] = published.isoformat() if published else None
    if minutes is not None:
        wanted["reading_minutes"] = minutes or None
    with writing(desk, sync=True) as connection:
        key = article_key(connection, slug)
        if new_slug and new_slug != slug:
            wanted["slug"] = intake.checked_slug(new_slug, articles.taken(connection))
        if spanish_slug is not None:
            if spanish_slug and spanish_slug != normalize.slug(spanish_slug):
                nearest = normalize.slug(spanish_slug)
                raise UsageError("slug-malformed", slug=spanish_slug, nearest=nearest)
            wanted["spanish_slug"] = spanish_slug
        before = structure.facts(connection, key, wanted) if wanted else {}
        if before != wanted:
            structure.describe(connection, key, Action.DESCRIBE, before, wanted)
    return str(wanted.get("slug", slug))


def _change(connection: sqlite3.Connection, key: int, lines: Sequence[int], change: Change) -> None:
    """Replace these lines by what the change makes of them; their work moves along."""
    before = structure.passage(connection, key, lines)
    last_block, last_segment = structure.last_numbers(connection, key)
    blocks = []
    for block in change(before.blocks):
        if not block.id:
            last_block += 1
        blocks.append(block if block.id else replace(block, id=last_block))
    if tuple(blocks) == before.blocks:
        return
    segments = []
    for one in _segments(connection, key, before, blocks):
        if one.id < 0:
            last_segment += 1
        segments.append(one if one.id > 0 else replace(one, id=last_segment))
    first = before.order.index(before.blocks[0].id)
    taken = {block.id for block in before.blocks}
    order = [
        *(one for one in before.order[:first] if one not in taken),
        *(block.id for block in blocks),
        *(one for one in before.order[first:] if one not in taken),
    ]
    after = Passage(
        tuple(blocks), tuple(segments), tuple(map(intake.count_words, segments)), tuple(order)
    )
    structure.reshape(connection, key, Action.RESHAPE, before, after)


def _segments(
    connection: sqlite3.Connection, key: int, before: Passage, blocks: Sequence[Block]
) -> Sequence[Segment]:
    """The segments of the new lines; those without a number yet have a negative one. Where only
    roles have changed they stay as they are, however a person has cut them."""
    texts = {(block.id, block.text) for block in before.blocks if block.role in TRANSLATED_ROLES}
    if all((block.id, block.text) in texts and block.role in TRANSLATED_ROLES for block in blocks):
        return before.segments
    fresh = [replace(one, id=-one.id) for one in intake.cut(blocks)]
    return realign(_work(connection, key, before), fresh)


def _work(connection: sqlite3.Connection, key: int, before: Passage) -> list[Segment]:
    """The segments of these lines; of a dropped one, those that it had when it was dropped."""
    work = list(before.segments)
    dropped = {block.id for block in before.blocks if block.role not in TRANSLATED_ROLES}
    if not dropped:
        return work
    for passage in _former(connection, key):
        had = [one for one in passage.segments if one.block in dropped]
        work += had
        dropped -= {one.block for one in had}
    return work
