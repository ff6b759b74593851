"""Copies of the desk: made in use, thinned by the rule, put back with nothing lost."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from translator import desk as desks
from translator import editing
from translator.desk import DATABASE, Desk, articles, copies, verification
from translator.desk.copies import Copy
from translator.errors import DeskError, NotFoundError

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


def target(folder: Path, slug: str, segment: int) -> str:
    desk = desks.open_desk(folder)
    try:
        return next(one.target for one in articles.read(desk, slug).segments if one.id == segment)
    finally:
        desk.close()


def test_a_copy_is_made_in_the_middle_of_a_write(desk: Desk, slug: str) -> None:
    editing.set_target(desk, slug, 1, "antes")
    other = desks.open_desk(desk.folder)
    with desks.writing(other) as connection:
        connection.execute("UPDATE segments SET target = 'no confirmado'")
        made = copies.take(desk.folder)
    other.close()
    assert made is not None
    copy = sqlite3.connect(f"file:{made.path}?mode=ro&immutable=1", uri=True)
    assert copy.execute("SELECT target FROM segments WHERE id = 1").fetchone() == ("antes",)
    copy.close()
    assert [path.name for path in made.path.parent.iterdir()] == [made.name]


def test_the_same_desk_is_not_copied_twice(desk: Desk, slug: str) -> None:
    assert copies.take(desk.folder)
    assert copies.take(desk.folder) is None
    desks.open_desk(desk.folder).close()
    assert copies.take(desk.folder) is None
    editing.confirm(desk, slug, 1, "El río baja")
    assert copies.take(desk.folder)
    assert len(copies.copies(desk.folder)) == 2


def test_no_desk_has_no_copy(tmp_path: Path) -> None:
    assert copies.take(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_desk_takes_no_good_copys_place(desk: Desk, slug: str) -> None:
    editing.confirm(desk, slug, 1, "El río baja")
    desks.settle(desk)
    desk.close()
    good = copies.take(desk.folder)
    path = desk.folder / DATABASE
    data = bytearray(path.read_bytes())
    data[4096 * 2 : 4096 * 12] = b"\x07" * 4096 * 10
    path.write_bytes(data)
    with pytest.raises(DeskError) as caught:
        copies.take(desk.folder)
    assert (caught.value.code, caught.value.values["path"]) == ("desk-damaged", str(path))
    assert good is not None
    assert copies.copies(desk.folder) == (good,)


def test_a_copy_is_put_back_and_the_later_work_is_kept(desk: Desk, slug: str) -> None:
    editing.confirm(desk, slug, 1, "antes")
    first = copies.take(desk.folder)
    assert first is not None
    editing.confirm(desk, slug, 1, "después")
    before = desks.version(desk)
    former = copies.put_back(desk.folder, first.path)
    # The connection that was open all the while sees it.
    assert desks.version(desk) != before
    assert articles.read(desk, slug).segments[0].target == "antes"
    editing.confirm(desk, slug, 2, "y sigue")
    assert verification.verify(desk) == ()
    assert former is not None
    copies.put_back(desk.folder, former)
    assert target(desk.folder, slug, 1) == "después"


def test_a_copy_goes_back_where_the_desk_is_broken_or_gone(desk: Desk, slug: str) -> None:
    editing.confirm(desk, slug, 1, "antes")
    copy = copies.take(desk.folder)
    desk.close()
    path = desk.folder / DATABASE
    path.write_bytes(b"something else altogether " * 1000)
    assert copy is not None
    aside = copies.put_back(desk.folder, copy.path)
    assert aside is not None
    assert aside.read_bytes().startswith(b"something else")
    assert target(desk.folder, slug, 1) == "antes"
    path.unlink()
    assert copies.put_back(desk.folder, copy.path) is None
    assert target(desk.folder, slug, 1) == "antes"


def test_what_is_no_copy_is_not_put_back(desk: Desk, slug: str, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    with pytest.raises(DeskError) as caught:
        copies.put_back(desk.folder, other)
    assert caught.value.code == "not-a-desk"
    with pytest.raises(NotFoundError):
        copies.find(desk.folder, "desk-1999-01-01T00-00-00Z.db")
    assert articles.slugs(desk) == (slug,)


def test_the_rule_keeps_hours_days_and_weeks() -> None:
    every = [
        Copy(Path(f"{number}"), NOW - timedelta(minutes=20 * number), 1000)
        for number in range(3 * 24 * 30 * 8)
    ]
    gone = {copy.path for copy in copies.superfluous(every, 1000, NOW)}
    kept = [copy for copy in every if copy.path not in gone]
    ages = [NOW - copy.at for copy in kept]
    assert sum(age <= copies.HOURLY for age in ages) in range(24, 28)
    assert sum(copies.HOURLY < age <= copies.DAILY for age in ages) in (13, 14)
    assert sum(copies.DAILY < age <= copies.WEEKLY for age in ages) in (24, 25)
    assert max(ages) <= copies.WEEKLY


def test_what_is_kept_is_kept_when_thinned_again_and_again() -> None:
    """Thinned after each copy, a copy of every week is still there at the end."""
    known: list[Copy] = []
    now = NOW
    for number in range(24 * 7 * 8):
        now = NOW + timedelta(hours=number)
        known.insert(0, Copy(Path(f"{number}"), now, 1000))
        gone = {copy.path for copy in copies.superfluous(known, 1000, now)}
        known = [copy for copy in known if copy.path not in gone]
    assert {copy.at.isocalendar()[:2] for copy in known} >= {
        (NOW + timedelta(weeks=week)).isocalendar()[:2] for week in range(1, 8)
    }
    assert len(known) < 24 + 14 + 8 + 4


def test_room_is_kept_to_but_for_the_newest_three() -> None:
    every = [
        Copy(Path(f"{number}"), NOW - timedelta(hours=number), 400_000_000) for number in range(10)
    ]
    assert len(copies.superfluous(every, 1000, NOW)) == 7
    assert len(copies.superfluous(every, 2000, NOW)) == 5
    assert len(copies.superfluous(every, 1, NOW)) == 7


def test_a_copy_is_due_when_something_was_written(
    desk: Desk, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert copies.is_due(desk.folder, 60)
    assert not copies.is_due(desk.folder, 0)
    assert copies.keep(desk.folder, 60, 1000)
    editing.confirm(desk, slug, 1, "El río baja")
    assert copies.keep(desk.folder, 60, 1000) is None
    later = datetime.now(UTC).replace(microsecond=0) + timedelta(minutes=61)
    monkeypatch.setattr("translator.desk.now", lambda: later)
    assert copies.keep(desk.folder, 60, 1000)
