"""A damaged desk: found, said, and all of it saved that can be read."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from tests.conftest import WHEN, make_article
from translator import desk as desks
from translator import editing, intake
from translator.desk import (
    DATABASE,
    Desk,
    articles,
    copies,
    memory,
    salvage,
    schema,
    verification,
)
from translator.errors import DeskError

PAGE = 4096


@pytest.fixture
def full(desk: Desk) -> Desk:
    """A desk of twelve articles, half of it confirmed."""
    for number in range(12):
        slug = intake.add_article(
            desk, make_article(), data=random.Random(number).randbytes(3000), modified=WHEN
        )
        for segment in (1, 2):
            editing.confirm(desk, slug, segment, f"Frase {segment} del artículo {number}, con ñ")
        editing.set_target(desk, slug, 3, f"borrador {number}")
    desks.settle(desk)
    return desk


def root(desk: Desk, table: str) -> int:
    (page,) = desk.connection.execute(
        "SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)
    ).fetchone()
    return int(page)


def overwrite(folder: Path, *pages: int) -> None:
    with (folder / DATABASE).open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * PAGE)
            file.write(b"\xa5" * PAGE)


def verified(folder: Path) -> list[str]:
    desk = desks.open_desk(folder)
    try:
        return [one.code for one in verification.verify(desk)]
    finally:
        desk.close()


def test_a_whole_desk_is_saved_whole(full: Desk) -> None:
    before = {slug: articles.read(full, slug) for slug in articles.slugs(full)}
    full.close()
    report = salvage.salvage(full.folder)
    assert report.is_whole
    desk = desks.open_desk(full.folder)
    assert {slug: articles.read(desk, slug) for slug in articles.slugs(desk)} == before
    assert verification.verify(desk) == ()
    desk.close()
    assert report.aside.exists()


@pytest.mark.parametrize(
    "table", [table for table in salvage._TABLES if table not in ("ignored", "exports")]
)
def test_a_table_that_is_gone_takes_no_other_with_it(full: Desk, table: str) -> None:
    page = root(full, table)
    full.close()
    overwrite(full.folder, page)
    assert set(verified(full.folder)) == {"file-damaged"}
    report = salvage.salvage(full.folder)
    saved = {one.table: one for one in report.tables}
    assert saved[table].unreadable
    for other in ("articles", "segments", "journal", "units"):
        if other != table:
            assert saved[other].rows >= 12
            assert not saved[other].unreadable
    assert verified(full.folder) in ([], ["page-other"] * 12)


@pytest.mark.parametrize("seed", range(25))
def test_pages_broken_at_random_leave_a_desk_that_is_whole(full: Desk, seed: int) -> None:
    chance = random.Random(seed)
    there_were = {
        table: full.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in salvage._TABLES
    }
    full.close()
    pages = (full.folder / DATABASE).stat().st_size // PAGE
    spared = _schema_pages(full.folder)
    hit = [page for page in chance.sample(range(2, pages + 1), 3) if page not in spared]
    overwrite(full.folder, *hit)
    report = salvage.salvage(full.folder)
    for one in report.tables:
        assert one.rows + (one.lost or 0) <= there_were[one.table]
        assert one.lost is None or one.rows + one.lost == there_were[one.table]
    assert set(verified(full.folder)) <= {"page-other"}


def _schema_pages(folder: Path) -> set[int]:
    """The pages of the schema itself: without them SQLite finds no table."""
    data = (folder / DATABASE).read_bytes()
    cells = int.from_bytes(data[103:105], "big")
    if data[100] == 13:
        return {1}
    found = {1, int.from_bytes(data[108:112], "big")}
    for cell in range(cells):
        at = int.from_bytes(data[112 + 2 * cell : 114 + 2 * cell], "big")
        found.add(int.from_bytes(data[at : at + 4], "big"))
    return found


def test_nothing_to_save_is_said_and_changes_nothing(full: Desk) -> None:
    full.close()
    overwrite(full.folder, 1)
    before = (full.folder / DATABASE).read_bytes()
    with pytest.raises(DeskError) as caught:
        salvage.salvage(full.folder)
    assert caught.value.code == "desk-damaged"
    assert (full.folder / DATABASE).read_bytes() == before
    assert list((full.folder / copies.FOLDER).iterdir()) == []


def test_all_tables_of_work_are_saved() -> None:
    connection = sqlite3.connect(":memory:")
    for statements in schema.MIGRATIONS:
        for statement in statements:
            connection.execute(statement)
    tables = {
        row[0]
        for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        if not row[0].startswith(("unit_words", "sqlite_"))
    }
    connection.close()
    made_anew = {"postings", "unit_lengths", "verdicts"}
    assert tables == {*salvage._TABLES} | made_anew


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE segments SET target = 'otra cosa' WHERE id = 1", "journal-apart"),
        ("UPDATE journal SET after = '{' WHERE id = 1", "journal-unreadable"),
        ("DELETE FROM units WHERE segment = 1", "memory-lacks"),
        ("UPDATE units SET segment = 3 WHERE segment = 1", "memory-extra"),
        ("UPDATE pages SET bytes = x'00'", "page-other"),
        ("DELETE FROM pages", "page-missing"),
        ("DELETE FROM articles WHERE id = 3", "row-orphaned"),
        ("DELETE FROM blocks WHERE article = 2", "article-empty"),
        ("DELETE FROM segments WHERE article = 2 AND id = 1", "line-uncut"),
        ("UPDATE blocks SET role = 'furniture' WHERE id = 4", "segment-stray"),
        ("UPDATE segments SET position = 1 WHERE id = 3", "order-broken"),
        ("UPDATE blocks SET position = 0", "order-broken"),
        ("UPDATE articles SET last_segment = 2", "numbers-behind"),
        ("UPDATE articles SET last_block = 0", "numbers-behind"),
        ("UPDATE segments SET state = 'translatef' WHERE id = 1", "value-odd"),
    ],
)
def test_what_does_not_agree_is_found(full: Desk, statement: str, code: str) -> None:
    assert verification.verify(full) == ()
    full.connection.execute("PRAGMA foreign_keys = OFF")
    full.connection.execute(statement)
    assert code in {one.code for one in verification.verify(full)}


def test_what_an_index_still_counts_is_said(full: Desk) -> None:
    (there_were,) = full.connection.execute("SELECT count(*) FROM segments").fetchone()
    page = root(full, "segments")
    full.close()
    overwrite(full.folder, page)
    saved = {one.table: one for one in salvage.salvage(full.folder).tables}["segments"]
    assert (saved.rows, saved.unreadable, saved.lost) == (0, True, there_were)


def test_what_nothing_counts_any_more_is_unknown(full: Desk) -> None:
    pages = [root(full, "segments"), root(full, "segments_by_state"), root(full, "segments_open")]
    full.close()
    overwrite(full.folder, *pages)
    saved = {one.table: one for one in salvage.salvage(full.folder).tables}["segments"]
    assert (saved.rows, saved.lost) == (0, None)


def test_lines_without_segments_are_cut_anew_and_the_memory_fills_them(full: Desk) -> None:
    slug = articles.slugs(full)[3]
    before = articles.read(full, slug)
    page = root(full, "segments")
    full.close()
    overwrite(full.folder, page)
    report = salvage.salvage(full.folder)
    assert slug in report.patched
    desk = desks.open_desk(full.folder)
    found = articles.read(desk, slug)
    assert [one.source for one in found.segments] == [one.source for one in before.segments]
    assert min(one.id for one in found.segments) > max(one.id for one in before.segments)
    with desks.reading(desk) as connection:
        units = memory.same(connection, found.segments[0].source)
    assert "Frase 1 del artículo 3, con ñ" in {unit.target for unit in units}
    desk.close()


def test_an_article_of_which_no_line_is_left_can_be_added_again(full: Desk) -> None:
    slug = articles.slugs(full)[0]
    full.connection.execute("PRAGMA foreign_keys = OFF")
    for table in ("blocks", "segments"):
        full.connection.execute(f"DELETE FROM {table} WHERE article = 1")
    assert "article-empty" in {one.code for one in verification.verify(full)}
    desks.settle(full)
    full.close()
    report = salvage.salvage(full.folder)
    assert report.emptied == (slug,)
    assert not report.is_whole
    desk = desks.open_desk(full.folder)
    assert verification.verify(desk) == ()
    data = random.Random(0).randbytes(3000)
    assert intake.add_article(desk, make_article(), data=data, modified=WHEN) == slug
    desk.close()
