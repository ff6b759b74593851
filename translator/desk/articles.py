"""Articles, their pages, blocks and segments: in and out of the tables.

Refuses to judge what it stores, and to change a segment: that is `segments`. Separate from the
opening of the desk so that a reader finds each table's SQL in one file.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from translator import inline
from translator.desk import Desk, following, now, reading, writing
from translator.desk.packing import pack_codes, unpack_codes
from translator.errors import NotFoundError
from translator.model import (
    Article,
    Block,
    Code,
    Origin,
    Role,
    Segment,
    State,
    Translation,
)

STATES = {state.value: state for state in State}
_ORIGINS = {origin.value: origin for origin in Origin}
_ROLES = {role.value: role for role in Role}
"""By what stands in the tables: three times as quick as asking the enumeration."""


@dataclass(frozen=True, slots=True)
class StoredPage:
    """The bytes of a page as they were when it was added.

    `place` is the absolute path or the address, empty for a paste; `charset` what a server said.
    """

    source: str
    digest: str
    fetched: datetime
    data: bytes
    place: str = ""
    charset: str = ""


def insert(
    connection: sqlite3.Connection,
    article: Article,
    page: StoredPage,
    segments: Sequence[tuple[Segment, int]],
) -> None:
    """Write a new article with its page, and its segments with their number of English words."""
    cursor = connection.execute(
        "INSERT INTO articles (slug, author, published, reading_minutes, site, address, image,"
        " language, spanish_slug, updated, last_block, last_segment)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article.slug,
            article.author,
            article.published.isoformat() if article.published else None,
            article.reading_minutes,
            article.site,
            article.address,
            article.image,
            article.language,
            article.spanish_slug,
            now().isoformat(),
            max((block.id for block in article.blocks), default=0),
            max((segment.id for segment, _ in segments), default=0),
        ),
    )
    key = cursor.lastrowid
    connection.execute(
        "INSERT INTO pages (article, source, digest, fetched, bytes, place, charset)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            key,
            page.source,
            page.digest,
            page.fetched.isoformat(),
            zlib.compress(page.data),
            page.place,
            page.charset,
        ),
    )
    insert_blocks(connection, key, article.blocks)
    insert_segments(connection, key, segments)
    for segment, _ in segments:
        following.follow(connection, int(key or 0), None, segment)


def insert_segments(
    connection: sqlite3.Connection, key: int | None, segments: Iterable[tuple[Segment, int]]
) -> None:
    """Write segments of an article, in order, with their number of English words."""
    connection.executemany(
        "INSERT INTO segments (article, id, block, position, source, gap, words, target, state,"
        " origin, rate, signature, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                key,
                segment.id,
                segment.block,
                position,
                segment.source,
                segment.gap,
                words,
                segment.target,
                segment.state,
                segment.origin,
                segment.rate,
                segment.signature,
                segment.note,
            )
            for position, (segment, words) in enumerate(segments)
        ),
    )


def insert_blocks(connection: sqlite3.Connection, key: int | None, blocks: Iterable[Block]) -> None:
    """Write lines of an article, in order."""
    connection.executemany(
        "INSERT INTO blocks (article, id, position, role, level, text, element, address, codes)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                key,
                block.id,
                position,
                block.role,
                block.level,
                block.text,
                block.element,
                block.address,
                pack_codes(block.codes),
            )
            for position, block in enumerate(blocks)
        ),
    )


def slug_of_page(desk: Desk, digest: str) -> str | None:
    """The article that was read from a page with these bytes, by its slug, or None. It may be one
    that was deleted."""
    with reading(desk) as connection:
        row = connection.execute(
            "SELECT slug FROM articles JOIN pages ON article = id WHERE digest = ?", (digest,)
        ).fetchone()
    return row[0] if row else None


def slug_of_place(desk: Desk, place: str) -> str | None:
    """The newest article that was read from this path or address, by its slug, or None."""
    if not place:
        return None
    with reading(desk) as connection:
        row = connection.execute(
            "SELECT slug FROM articles JOIN pages ON article = id WHERE place = ? AND deleted = 0"
            " ORDER BY id DESC LIMIT 1",
            (place,),
        ).fetchone()
    return row[0] if row else None


def set_place(desk: Desk, slug: str, place: str) -> None:
    """Note another path or address that the page of an article is from."""
    with writing(desk, sync=True) as connection:
        connection.execute(
            "UPDATE pages SET place = ? WHERE article = (SELECT id FROM articles WHERE slug = ?)",
            (place, slug),
        )


def taken(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The slugs of all articles, in the order in which they were added; those of deleted ones too,
    which may come back."""
    return tuple(row[0] for row in connection.execute("SELECT slug FROM articles ORDER BY id"))


def _present(connection: sqlite3.Connection) -> tuple[str, ...]:
    rows = connection.execute("SELECT slug FROM articles WHERE deleted = 0 ORDER BY id")
    return tuple(row[0] for row in rows)


def _text(value: object) -> str:
    """A column that holds text. Raises TypeError where it does not."""
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def spanish_slugs(desk: Desk, without: str = "") -> frozenset[str]:
    """The Spanish slugs that are settled, but for this article's."""
    with reading(desk) as connection:
        rows = connection.execute(
            "SELECT spanish_slug FROM articles WHERE spanish_slug <> '' AND slug <> ?", (without,)
        )
        return frozenset(row[0] for row in rows)


def settle_spanish_slug(desk: Desk, slug: str, spanish: str) -> None:
    """Note under which slug a Spanish page has gone out, where none is settled yet: an address
    that was published does not move with its headline."""
    with writing(desk) as connection:
        connection.execute(
            "UPDATE articles SET spanish_slug = ? WHERE slug = ? AND spanish_slug = ''",
            (spanish, slug),
        )


def slugs(desk: Desk) -> tuple[str, ...]:
    """The slugs of all articles, in the order in which they were added."""
    with reading(desk) as connection:
        return tuple(_text(one) for one in _present(connection))


def require(desk: Desk, slug: str) -> None:
    """Raises NotFoundError where there is no such article."""
    with reading(desk) as connection:
        if find_key(connection, slug) is None:
            raise no_such_article(connection, slug)


def read(desk: Desk, slug: str) -> Translation:
    """One article with its segments in page order. Raises NotFoundError."""
    return read_with_rows(desk, slug)[0]


def read_with_rows(desk: Desk, slug: str) -> tuple[Translation, list[Row]]:
    """One article, and its segments as the table has them, of the same moment: what has changed
    since is seen sooner by those. Raises NotFoundError."""
    with reading(desk) as connection:
        row = connection.execute(
            "SELECT id, author, published, reading_minutes, site, articles.address, image,"
            " language, spanish_slug, edited, source, fetched"
            " FROM articles JOIN pages ON article = id"
            " WHERE slug = ? AND deleted = 0",
            (slug,),
        ).fetchone()
        if row is None:
            raise no_such_article(connection, slug)
        key, author, published, minutes, site, address, image, language, *rest = row
        spanish_slug, edited, *stored = rest
        blocks = read_blocks(connection, key)
        rows = segment_rows(connection, key)
        article = Article(
            blocks=blocks,
            source=stored[0],
            slug=slug,
            author=author,
            published=date.fromisoformat(published) if published else None,
            reading_minutes=minutes,
            site=site,
            address=address,
            image=image,
            language=language,
            spanish_slug=spanish_slug,
        )
        translation = Translation(
            article=article,
            segments=_segments_of(rows, blocks),
            fetched=datetime.fromisoformat(stored[1]),
            edited=datetime.fromisoformat(edited) if edited else None,
        )
        return translation, rows


def count_empty(desk: Desk, slugs: Iterable[str], without: str = "") -> int:
    """How many segments of these articles wait for a first draft, those left out whose signature
    begins with `without`. Raises NotFoundError, DeskError."""
    count = 0
    with reading(desk) as connection:
        for slug in slugs:
            key = find_key(connection, slug)
            if key is None:
                raise no_such_article(connection, slug)
            (some,) = connection.execute(
                "SELECT count(*) FROM segments WHERE article = ? AND state = ? AND target = ''"
                " AND (? = '' OR substr(signature, 1, ?) <> ?)",
                (key, State.INITIAL, without, len(without), without),
            ).fetchone()
            count += some
    return count


def find_key(connection: sqlite3.Connection, slug: str) -> int | None:
    """The row of an article, or None where there is no such one."""
    row = connection.execute(
        "SELECT id FROM articles WHERE slug = ? AND deleted = 0", (slug,)
    ).fetchone()
    return None if row is None else int(row[0])


def no_such_article(connection: sqlite3.Connection, slug: str) -> NotFoundError:
    """The error for a slug that is not there, with the nearest one that is."""
    import difflib

    # A damaged desk may hold anything where slugs should be.
    there = [one for one in _present(connection) if isinstance(one, str)]
    nearest = difflib.get_close_matches(slug, there, n=1, cutoff=0.4)
    return NotFoundError("no-such-article", slug=slug, nearest=nearest[0] if nearest else "")


def page(desk: Desk, slug: str) -> StoredPage:
    """The page that an article was read from. Raises NotFoundError."""
    with reading(desk) as connection:
        row = connection.execute(
            "SELECT source, digest, fetched, bytes, place, charset"
            " FROM pages JOIN articles ON article = id WHERE slug = ? AND deleted = 0",
            (slug,),
        ).fetchone()
        if row is None:
            raise no_such_article(connection, slug)
        source, digest, fetched, data, place, charset = row
        when = datetime.fromisoformat(fetched)
        return StoredPage(source, digest, when, zlib.decompress(data), place, charset)


def read_blocks(connection: sqlite3.Connection, key: int) -> tuple[Block, ...]:
    """The lines of an article in page order."""
    rows = connection.execute(
        "SELECT id, role, text, level, element, address, codes FROM blocks"
        " WHERE article = ? ORDER BY position",
        (key,),
    )
    return tuple(
        Block(number, _ROLES[role], text, level, element, address, unpack_codes(codes))
        for number, role, text, level, element, address, codes in rows
    )


def read_segments(connection: sqlite3.Connection, key: int) -> tuple[Segment, ...]:
    """The segments of an article in page order."""
    return _segments_of(segment_rows(connection, key), read_blocks(connection, key))


Row = tuple[int, int, str, str, str, str, str, int | None, str, str]
"""The columns of one segment, as `COLUMNS` names them."""

COLUMNS = "id, block, source, target, gap, state, origin, rate, signature, note"


def segment_rows(connection: sqlite3.Connection, key: int) -> list[Row]:
    """The segments of an article as the table has them, in page order."""
    return connection.execute(
        f"SELECT {COLUMNS} FROM segments WHERE article = ? ORDER BY position", (key,)
    ).fetchall()


def _segments_of(rows: Iterable[Row], blocks: Iterable[Block]) -> tuple[Segment, ...]:
    codes = {block.id: block.codes for block in blocks}
    return tuple(segment_of(row, codes[row[1]]) for row in rows)


def segment_of(row: Row, codes: tuple[Code, ...]) -> Segment:
    """The segment that a row of `COLUMNS` holds; `codes` are its block's."""
    number, block, source, target, gap, state, origin, rate, signature, note = row
    if codes:
        used = inline.numbers(source, codes)
        codes = tuple(code for code in codes if code.number in used)
    # By place and not by name, which takes half as long again: thousands are made at once.
    named = STATES[state], _ORIGINS[origin]
    return Segment(number, block, source, target, gap, codes, *named, rate, signature, note)
