"""Every schema that ever landed opens, with the work that was on it.

The files in `landed` are SQL dumps of desks that were made by the program as it was at each
version, never by migrations of today: the small article, two segments confirmed, two typed, one
undo, from version 2 on a line taken back in.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from translator import desk as desks
from translator import editing
from translator.desk import DATABASE, articles, copies, memory, schema, verification
from translator.desk.journal import Action, journal
from translator.errors import DeskError
from translator.model import State

LANDED = Path(__file__).parent / "landed"
VERSIONS = range(1, schema.VERSION)
SLUG = "river-falls-to-its-lowest-level"
TARGETS = {
    1: ("El río baja a su nivel más bajo", State.TRANSLATED),
    2: ("El río bajó el lunes, ¿no?", State.INITIAL),
    3: ("Está ahora a <1>dos metros</1>.", State.TRANSLATED),
    4: ("Nadie resultó herido.", State.INITIAL),
}


def lay_out(folder: Path, version: int) -> Path:
    """A desk of this version, as it was written then."""
    folder.mkdir(exist_ok=True)
    connection = sqlite3.connect(folder / DATABASE)
    connection.executescript((LANDED / f"desk-{version}.sql").read_text(encoding="utf-8"))
    connection.close()
    return folder


def test_every_landed_version_is_here() -> None:
    assert sorted(path.name for path in LANDED.iterdir()) == [f"desk-{one}.sql" for one in VERSIONS]


@pytest.mark.parametrize("version", VERSIONS)
def test_a_desk_of_any_version_opens_with_its_work(tmp_path: Path, version: int) -> None:
    desk = desks.open_desk(lay_out(tmp_path, version))
    (found,) = desk.connection.execute("PRAGMA user_version").fetchone()
    assert found == schema.VERSION
    stored = articles.read(desk, SLUG)
    assert {one.id: (one.target, one.state) for one in stored.segments if one.id in TARGETS} == (
        TARGETS
    )
    assert stored.segments[-2].codes == stored.article.blocks[3].codes
    assert articles.page(desk, SLUG).data == b"river"
    assert verification.verify(desk) == ()
    desk.close()


@pytest.mark.parametrize("version", VERSIONS)
def test_its_journal_is_read_and_taken_back(tmp_path: Path, version: int) -> None:
    desk = desks.open_desk(lay_out(tmp_path, version))
    actions = [entry.action for entry in journal(desk, SLUG)]
    assert actions[:3] == [Action.CONFIRM, Action.TYPE, Action.CONFIRM]
    if version > 1:
        assert actions[-1] is Action.RESHAPE
        assert editing.undo(desk, SLUG)
    assert editing.undo(desk, SLUG)
    segments = {one.id: one for one in articles.read(desk, SLUG).segments}
    assert segments[4].target == ""
    assert segments[3].target == TARGETS[3][0]
    desk.close()


@pytest.mark.parametrize("version", VERSIONS)
def test_its_memory_is_searched(tmp_path: Path, version: int) -> None:
    desk = desks.open_desk(lay_out(tmp_path, version))
    with desks.reading(desk) as connection:
        (unit,) = memory.same(connection, "River falls to its lowest level")
        assert unit.target == TARGETS[1][0]
        (count,) = connection.execute("SELECT count(*) FROM units").fetchone()
        assert count == 2
        (words,) = connection.execute(
            "SELECT count(*) FROM unit_words WHERE unit_words MATCH 'metros'"
        ).fetchone()
        assert words == 1
    desk.close()


@pytest.mark.parametrize("version", VERSIONS)
def test_it_is_copied_as_it_was_first(tmp_path: Path, version: int) -> None:
    desks.open_desk(lay_out(tmp_path, version)).close()
    (copy,) = copies.copies(tmp_path)
    connection = sqlite3.connect(copy.path)
    assert connection.execute("PRAGMA user_version").fetchone() == (version,)
    connection.close()


@pytest.mark.parametrize("version", VERSIONS)
def test_a_migration_that_fails_changes_nothing(
    tmp_path: Path, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(tmp_path, version)
    broken = (*schema.MIGRATIONS[:-1], (*schema.MIGRATIONS[-1], "SELECT nothing FROM nowhere"))
    with monkeypatch.context() as patched:
        patched.setattr(desks, "MIGRATIONS", broken)
        with pytest.raises(DeskError):
            desks.open_desk(tmp_path)
    connection = sqlite3.connect(tmp_path / DATABASE)
    assert connection.execute("PRAGMA user_version").fetchone() == (version,)
    connection.close()
    desk = desks.open_desk(tmp_path)
    assert verification.verify(desk) == ()
    desk.close()


def test_a_copy_of_an_older_version_is_put_back_up_to_date(tmp_path: Path) -> None:
    desk = desks.open_desk(lay_out(tmp_path, 2))
    (copy,) = copies.copies(tmp_path)
    editing.confirm(desk, SLUG, 2, "Otra cosa")
    copies.put_back(tmp_path, copy.path)
    # The connection was open all the while.
    assert {one.id: one.target for one in articles.read(desk, SLUG).segments}[2] == TARGETS[2][0]
    assert verification.verify(desk) == ()
    desk.close()


def test_a_copy_of_a_newer_version_is_not_put_back(tmp_path: Path) -> None:
    desk = desks.open_desk(lay_out(tmp_path, 2))
    (copy,) = copies.copies(tmp_path)
    connection = sqlite3.connect(copy.path)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    with pytest.raises(DeskError) as caught:
        copies.put_back(tmp_path, copy.path)
    assert caught.value.code == "desk-newer"
    assert articles.slugs(desk) == (SLUG,)
    desk.close()
