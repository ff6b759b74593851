"""A damaged desk: found, said, and all of it saved that can be read."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from tests.conftest import WHEN, make_article
from translator import desk as desks
from translator import editing, intake
from translator.desk import DATABASE, Desk, articles, copies, salvage, schema, verification
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
    full.close()
    pages = (full.folder / DATABASE).stat().st_size // PAGE
    spared = _schema_pages(full.folder)
    hit = [page for page in chance.sample(range(2, pages + 1), 3) if page not in spared]
    overwrite(full.folder, *hit)
    salvage.salvage(full.folder)
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
    ],
)
def test_what_does_not_agree_is_found(full: Desk, statement: str, code: str) -> None:
    assert verification.verify(full) == ()
    full.connection.execute("PRAGMA foreign_keys = OFF")
    full.connection.execute(statement)
    assert code in {one.code for one in verification.verify(full)}
