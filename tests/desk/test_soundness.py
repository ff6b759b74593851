"""Values that no desk holds: said in one line, found by `verify`, mended by salvage."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desk.test_looking import READING, SLUG
from translator import corrections, editing
from translator import desk as desks
from translator.cli import main
from translator.config import Config
from translator.desk import (
    DATABASE,
    Desk,
    articles,
    names,
    salvage,
    soundness,
    summaries,
    terms,
    verification,
)
from translator.errors import DeskError
from translator.model import Decision, Name, NameKind, Term, TermKind
from translator.pretranslate import plan


def forge(folder: Path, table: str, statement: str) -> None:
    """Put into a table what SQLite would not take, as a broken disk does."""
    with sqlite3.connect(folder / DATABASE, isolation_level=None) as connection:
        _declare(connection, table, "STRICT", "")
    connection.close()
    with sqlite3.connect(folder / DATABASE, isolation_level=None) as connection:
        connection.execute(statement)
        _declare(connection, table, "", "STRICT")
    connection.close()


def _declare(connection: sqlite3.Connection, table: str, old: str, new: str) -> None:
    (said,) = connection.execute(
        "SELECT sql FROM sqlite_schema WHERE name = ?", (table,)
    ).fetchone()
    loose = said.replace("STRICT", "") if old else f"{said.rstrip(' ,')} {new}"
    if "WITHOUT ROWID" in said:
        loose = said.replace("STRICT, WITHOUT", "WITHOUT") if old else f"{said}, {new}"
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (loose, table))
    connection.execute("PRAGMA writable_schema = RESET")


@pytest.fixture
def closed(desk: Desk, slug: str) -> Path:
    """The folder of a desk on which something of each kind is."""
    editing.confirm(desk, slug, 1, "El río baja")
    corrections.set_facts(desk, slug, author="Ana", published=None, minutes=3, new_slug=slug)
    with desks.writing(desk) as connection:
        terms.put(connection, [Term("river", "río", TermKind.PREFERRED)])
        names.put(connection, Name(NameKind.PERSON, Decision.KEEP, (("Ada", "Ada"),)))
    desks.settle(desk)
    desk.close()
    return desk.folder


COLUMNS = ("slug", "author", "published", "reading_minutes", "site", "language", "updated",
           "edited", "last_block", "deleted", "spanish_slug")  # fmt: skip


@pytest.mark.parametrize("column", COLUMNS)
def test_an_article_with_values_of_the_wrong_type_is_one_line(
    closed: Path, column: str, capsys: pytest.CaptureFixture[str]
) -> None:
    forge(closed, "articles", f"UPDATE articles SET {column} = x'ff07'")
    for arguments in READING:
        if arguments in (("backup", "--list"), ("config",), ("check", "--rules")):
            continue  # they ask the articles nothing
        capsys.readouterr()
        code = main(["--desk", str(closed), *arguments])
        streams = capsys.readouterr()
        if arguments == ("verify",):
            assert (code, streams.err) == (6, "")
            assert f"articles.{column}" in streams.out
        elif arguments == ("doctor",):
            assert code == 1
            assert f"articles.{column}" in streams.out
        else:
            assert (code, streams.out) == (6, ""), arguments
            assert len(streams.err.splitlines()) == 1, streams.err
            assert "restore" in streams.err


ODD = {
    ("articles", "updated"): "yesterday",
    ("articles", "edited"): "x",
    ("articles", "published"): "soon",
    ("pages", "fetched"): "x",
    ("blocks", "role"): "titel",
    ("blocks", "codes"): "[[1",
    ("segments", "state"): "inihial",
    ("segments", "origin"): "x",
    ("journal", "action"): "x",
    ("journal", "at"): "x",
    ("units", "origin"): "x",
    ("units", "codes"): "[7]",
    ("terms", "kind"): "x",
    ("names", "kind"): "x",
    ("names", "decision"): "x",
}


def _readings(desk: Desk) -> tuple[Callable[[], object], ...]:
    from translator import analysis, checking, terminology
    from translator.desk.journal import journal

    return (
        lambda: summaries.of_desk(desk),
        lambda: articles.read(desk, SLUG),
        lambda: articles.page(desk, SLUG),
        lambda: journal(desk, SLUG),
        lambda: editing.history(desk, SLUG, 1),
        lambda: editing.confirm(desk, SLUG, 1, "otra cosa"),
        lambda: checking.of_article(Config(), desk, SLUG),
        lambda: list(analysis.analyse(desk, (SLUG,), Config())),
        lambda: terminology.load(desk, Config()),
        lambda: plan(desk, SLUG, Config()),
    )


@pytest.mark.parametrize("where", ODD, ids=".".join)
def test_a_value_that_no_desk_holds_is_an_error_of_the_house(
    closed: Path, where: tuple[str, str]
) -> None:
    table, column = where
    with sqlite3.connect(closed / DATABASE) as connection:
        connection.execute(f"UPDATE {table} SET {column} = ?", (ODD[where],))
    connection.close()
    desk = desks.open_desk(closed)
    found = verification.verify(desk)
    assert ("value-odd", f"{table}.{column}") in {(one.code, one.where) for one in found}
    codes = set()
    for read in _readings(desk):
        try:
            read()
        except DeskError as error:
            codes.add(error.code)
    assert codes == {"desk-damaged"}
    (text,) = desk.connection.execute("SELECT target FROM segments WHERE id = 1").fetchone()
    assert text
    desk.connection.execute(f"UPDATE {table} SET {column} = ?", (ODD[where],))
    desk.close()
    report = salvage.salvage(closed)
    assert not report.is_whole
    again = desks.open_desk(closed)
    assert verification.verify(again) == ()
    assert articles.read(again, SLUG).segments[0].target == text
    again.close()


def test_every_reader_is_tried() -> None:
    assert ODD.keys() == soundness.READERS.keys() - {("page_versions", "fetched")}


def test_a_defect_of_ours_is_not_blamed_on_the_desk(desk: Desk, slug: str) -> None:
    with pytest.raises(KeyError), desks.reading(desk):
        raise KeyError("x")
    with pytest.raises(TypeError):
        _stumble(desk)
    assert articles.read(desk, slug).segments[0].target == ""


def _stumble(desk: Desk) -> None:
    with desks.writing(desk) as connection:
        connection.execute("UPDATE segments SET target = 'x' WHERE id = 1")
        len(7)  # type: ignore[arg-type]


def test_text_that_is_none_is_damage(closed: Path) -> None:
    forge(closed, "articles", "UPDATE articles SET author = CAST(x'ff41' AS TEXT)")
    desk = desks.open_desk(closed)
    with pytest.raises(DeskError) as caught:
        articles.read(desk, SLUG)
    assert caught.value.code == "desk-damaged"
    desk.close()
