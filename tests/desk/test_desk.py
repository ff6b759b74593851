"""The desk: found, opened, refused with a reason, and it stores what it was given."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from tests.conftest import WHEN
from translator import desk as desks
from translator import editing, intake, removal
from translator.desk import Desk, articles, schema, summaries
from translator.errors import DeskError, NotFoundError
from translator.model import Article, State


def test_a_desk_is_found_like_git_finds_a_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert desks.find(start=below) == below
    desks.open_desk(tmp_path / "a", create=True).close()
    assert desks.find(start=below) == tmp_path / "a"
    monkeypatch.setenv("TRANSLATOR_DESK", str(tmp_path / "named"))
    assert desks.find(start=below) == tmp_path / "named"
    assert desks.find(tmp_path / "given", start=below) == tmp_path / "given"


def test_looking_at_no_desk_makes_none(tmp_path: Path) -> None:
    desk = desks.open_desk(tmp_path)
    assert summaries.of_desk(desk) == ()
    assert list(tmp_path.iterdir()) == []
    desk.close()


def test_an_article_comes_back_as_it_was_stored(desk: Desk, article: Article) -> None:
    slug = intake.add_article(desk, article, data="río".encode(), modified=WHEN)
    stored = articles.read(desk, slug)
    assert stored.article == replace(article, slug="river-falls-to-its-lowest-level")
    assert (stored.fetched, stored.edited) == (WHEN, None)
    assert articles.page(desk, slug).data == "río".encode()
    assert [segment.source for segment in stored.segments] == [
        "River falls to its lowest level",
        "The river fell on Monday.",
        "It is at <1>two meters</1> now.",
        "Nobody was hurt.",
    ]
    assert [len(segment.codes) for segment in stored.segments] == [0, 0, 1, 0]


def test_the_library_counts_words_and_states(desk: Desk, slug: str, clock: datetime) -> None:
    editing.confirm(desk, slug, 1, "El río baja")
    editing.set_target(desk, slug, 2, "El río bajó")
    (summary,) = summaries.of_desk(desk)
    assert summary.drafts == 1
    assert summary.title == "River falls to its lowest level"
    assert (summary.words, summary.segments, summary.confirmed) == (6 + 5 + 6 + 3, 4, 1)
    assert summary.states[State.TRANSLATED] == 1
    assert summary.updated == clock


def test_the_articles_changed_last_are_summed_up_as_all_are(
    desk: Desk, slug: str, article: Article
) -> None:
    for number in range(4):
        other = intake.add_article(desk, article, data=bytes([number]), modified=WHEN)
        editing.set_target(desk, other, 1 + number % 2, "El río")
    editing.confirm(desk, slug, 1, "El río baja")
    removal.delete(desk, [other])
    everything = summaries.of_desk(desk)
    assert summaries.count(desk) == len(everything) == 4
    assert summaries.newest(desk, 3) == everything[:3]
    assert summaries.newest(desk, 9) == everything
    assert {one.drafts for one in everything} == {0, 1}


def test_the_same_bytes_are_known(desk: Desk, slug: str) -> None:
    assert articles.slug_of_page(desk, intake.digest(b"river")) == slug
    assert articles.slug_of_page(desk, intake.digest(b"other")) is None


def test_a_taken_slug_gets_a_number(desk: Desk, article: Article) -> None:
    slugs = [
        intake.add_article(desk, article, data=data, modified=WHEN) for data in (b"1", b"2", b"3")
    ]
    assert slugs[1:] == [f"{slugs[0]}-2", f"{slugs[0]}-3"]


def test_what_is_not_there_is_said_with_the_nearest(desk: Desk, slug: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        articles.read(desk, "river-falls-to-its-lowest")
    assert caught.value.values["nearest"] == slug


def test_a_newer_desk_is_refused_and_left_alone(tmp_path: Path) -> None:
    desks.open_desk(tmp_path, create=True).close()
    connection = sqlite3.connect(tmp_path / desks.DATABASE)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    with pytest.raises(DeskError) as caught:
        desks.open_desk(tmp_path)
    assert caught.value.code == "desk-newer"


def test_another_programs_file_is_refused(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / desks.DATABASE)
    connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    with pytest.raises(DeskError) as caught:
        desks.open_desk(tmp_path)
    assert caught.value.code == "not-a-desk"


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / desks.DATABASE).write_bytes(b"not a database at all, but long enough" * 40)
    with pytest.raises(DeskError) as caught:
        desks.open_desk(tmp_path)
    assert caught.value.code == "desk-damaged"


def test_a_locked_desk_is_said(desk: Desk, slug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desks, "_WAIT_S", 0.05)
    other = desks.open_desk(desk.folder)
    with desks.writing(desk), pytest.raises(DeskError) as caught:
        editing.set_target(other, slug, 1, "x")
    assert caught.value.code == "desk-locked"
    assert editing.set_target(other, slug, 1, "x").target == "x"
    other.close()


def test_a_full_disk_loses_nothing_that_was_there(desk: Desk, slug: str) -> None:
    editing.confirm(desk, slug, 1, "El río baja")
    (pages,) = desk.connection.execute("PRAGMA page_count").fetchone()
    desk.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DeskError) as caught:
        _fill(desk, slug)
    assert caught.value.code == "disk-full"
    desk.connection.execute("PRAGMA max_page_count = 1000000")
    assert editing.confirm(desk, slug, 2, "Otra vez hay sitio").target == "Otra vez hay sitio"


def _fill(desk: Desk, slug: str) -> None:
    for number in range(200):
        editing.set_target(desk, slug, 2, "texto " * 200 + str(number))
        editing.reject(desk, slug, 1)
        editing.confirm(desk, slug, 1, f"El río baja {number}")


def test_a_failed_transaction_leaves_nothing_half_written(desk: Desk, slug: str) -> None:
    with pytest.raises(ZeroDivisionError), desks.writing(desk) as connection:
        connection.execute("UPDATE segments SET target = 'x'").fetchall()[1 // 0]
    assert {segment.target for segment in articles.read(desk, slug).segments} == {""}


def test_another_connections_write_is_noticed(desk: Desk, slug: str) -> None:
    before = desks.version(desk)
    other = desks.open_desk(desk.folder)
    editing.set_target(other, slug, 1, "x")
    assert desks.version(desk) != before
    other.close()


def test_a_killed_process_loses_nothing_it_had_stored(desk: Desk, slug: str) -> None:
    program = (
        "import os, sys, pathlib\n"
        "from translator import desk, editing\n"
        "opened = desk.open_desk(pathlib.Path(sys.argv[1]))\n"
        "editing.set_target(opened, sys.argv[2], 1, 'mañana')\n"
        "editing.confirm(opened, sys.argv[2], 2, '¿Qué?')\n"
        "os.kill(os.getpid(), 9)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(desk.folder), slug], env=dict(os.environ), check=False
    )
    assert done.returncode == -9
    found = articles.read(desk, slug).segments
    assert [segment.target for segment in found[:2]] == ["mañana", "¿Qué?"]
    assert found[1].state is State.TRANSLATED


def test_garbage_where_sqlite_would_name_something_is_damage(tmp_path: Path) -> None:
    """Found by fuzzing: the message of a broken schema was itself no UTF-8."""
    with pytest.raises(DeskError) as caught, desks.disk_errors(tmp_path):
        b"malformed database schema (\xc3(".decode()
    assert caught.value.code == "desk-damaged"
