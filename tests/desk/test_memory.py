"""The memory follows the desk: what is confirmed is in it, what is taken back is not."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import WHEN, make_article
from translator import corrections, editing, intake
from translator import desk as desks
from translator.desk import Desk, articles, memory, schema, upkeep
from translator.errors import NotFoundError, UsageError
from translator.memory.tokens import NOTHING, key
from translator.memory.units import of_segment
from translator.model import Code, Unit


def units(desk: Desk) -> list[Unit]:
    with desks.reading(desk) as connection:
        return list(memory.every(connection))


def own(desk: Desk) -> dict[int, tuple[str, str]]:
    """The units of confirmed segments, by segment."""
    rows = desk.connection.execute(
        "SELECT segment, source, target FROM units WHERE segment IS NOT NULL"
    )
    return {segment: (source, target) for segment, source, target in rows}


def confirmed(desk: Desk, slug: str) -> dict[int, tuple[str, str]]:
    """What the memory should have of an article."""
    return {
        one.id: (unit.source, unit.target)
        for one in articles.read(desk, slug).segments
        if not one.is_open
        for unit in [of_segment(one)]
    }


def similar(desk: Desk, text: str, floor: int = 70) -> list[str]:
    with desks.reading(desk) as connection:
        return [one.source for one in memory.Searcher(connection).similar(text, floor, 5)]


def test_a_confirmed_segment_enters_with_its_neighbours(tmp_path: Path, clock: datetime) -> None:
    desk = desks.open_desk(tmp_path, create=True, author="Ana Ruiz")
    slug = intake.add_article(desk, make_article(), data=b"r", modified=WHEN)
    editing.confirm(desk, slug, 3, "Está ahora a <1>dos metros</1>.")
    (unit,) = units(desk)
    assert unit == Unit(
        "It is at <1>two meters</1> now.",
        "Está ahora a <1>dos metros</1>.",
        (Code(1, "a"),),
        before=key("The river fell on Monday."),
        after=key("Nobody was hurt."),
        author="Ana Ruiz",
        article=slug,
        created=WHEN,
        changed=WHEN,
        id=unit.id,
    )
    editing.confirm(desk, slug, 1, "El río baja")
    assert units(desk)[1].before == NOTHING
    desk.close()


def test_a_changed_confirmation_updates_its_unit(desk: Desk, slug: str) -> None:
    editing.confirm(desk, slug, 2, "El río bajó el lunes.")
    editing.confirm(desk, slug, 2, "El lunes bajó el río.")
    assert own(desk) == {2: ("The river fell on Monday.", "El lunes bajó el río.")}
    assert similar(desk, "The river fell on Monday.") == ["The river fell on Monday."]


def test_what_is_opened_again_is_gone_and_comes_back(desk: Desk, slug: str) -> None:
    editing.confirm(desk, slug, 2, "El río bajó el lunes.")
    editing.set_target(desk, slug, 2, "El río bajó")
    assert units(desk) == []
    assert similar(desk, "The river fell on Monday.") == []
    editing.set_target(desk, slug, 2, "El río bajó el lunes.")
    assert own(desk) == confirmed(desk, slug) != {}
    editing.reject(desk, slug, 2)
    assert units(desk) == []
    editing.undo(desk, slug)
    assert own(desk) == confirmed(desk, slug) != {}
    editing.undo(desk, slug)
    assert units(desk) == []


def test_a_translation_outlives_the_segment_that_is_joined(desk: Desk, slug: str) -> None:
    editing.confirm(desk, slug, 2, "El río bajó el lunes.")
    editing.confirm(desk, slug, 3, "Está a <1>dos metros</1>.")
    editing.merge(desk, slug, 2)
    assert own(desk) == confirmed(desk, slug)
    assert len(units(desk)) == 3
    editing.undo(desk, slug)
    assert own(desk) == confirmed(desk, slug)
    assert similar(desk, "The river fell on Monday.") == ["The river fell on Monday."]
    count = len(units(desk))
    for _ in range(3):
        editing.merge(desk, slug, 2)
        editing.undo(desk, slug)
    assert len(units(desk)) == count


def test_a_dropped_line_leaves_its_translation(desk: Desk, slug: str) -> None:
    editing.confirm(desk, slug, 4, "No hubo heridos.")
    corrections.drop(desk, slug, 5)
    assert own(desk) == {}
    assert [(one.target, one.article) for one in units(desk)] == [("No hubo heridos.", slug)]
    corrections.keep(desk, slug, 5)
    assert own(desk) == confirmed(desk, slug) != {}
    assert len(units(desk)) == 1


steps = st.tuples(
    st.sampled_from(("type", "confirm", "reject", "undo", "split", "merge", "drop", "keep")),
    st.integers(1, 6),
    st.sampled_from(("", "Uno.", "Dos tres.", "¿Qué?")),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(steps, max_size=14))
def test_the_memory_holds_what_is_confirmed_whatever_is_done(
    drawn: list[tuple[str, int, str]],
) -> None:
    desk = desks.Desk(Path("nowhere"), desks._connect(":memory:"))
    slug = intake.add_article(desk, make_article(), data=b"r", modified=WHEN)
    for step, number, text in drawn:
        # Many of the steps drawn are impossible; those change nothing.
        with contextlib.suppress(UsageError, NotFoundError):
            _do(desk, slug, step, number, text)
        assert own(desk) == confirmed(desk, slug)
    with desks.writing(desk) as connection:
        before = _found(connection)
        list(upkeep.rebuild(connection))
        assert _found(connection) == before
    desk.close()


def _do(desk: Desk, slug: str, step: str, number: int, text: str) -> None:
    if step == "type":
        editing.set_target(desk, slug, number, text)
    elif step == "confirm":
        editing.confirm(desk, slug, number, text)
    elif step == "reject":
        editing.reject(desk, slug, number)
    elif step == "undo":
        editing.undo(desk, slug)
    elif step == "split":
        editing.split(desk, slug, number, 6)
    elif step == "merge":
        editing.merge(desk, slug, number)
    elif step == "drop":
        corrections.drop(desk, slug, number)
    else:
        corrections.keep(desk, slug, number)


def _found(connection: sqlite3.Connection) -> list[set[int]]:
    """What the index says of each unit's own sentence."""
    searcher = memory.Searcher(connection)
    return [
        {one.id for one in searcher.similar(unit.source, 60, 9)}
        for unit in memory.every(connection)
    ]


def _copy(folder: Path, older: sqlite3.Connection) -> None:
    """Put what a desk of today holds into an older one, as far as that has columns for it."""
    older.execute("ATTACH ? AS today", (str(folder / desks.DATABASE),))
    for table in ("articles", "pages", "blocks", "segments"):
        rows = older.execute(f"PRAGMA main.table_info({table})")
        names = ", ".join(row[1] for row in rows)
        older.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM today.{table}")


def test_an_older_desk_gets_a_memory_when_it_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = desks.open_desk(tmp_path / "today", create=True)
    slug = intake.add_article(today, make_article(), data=b"r", modified=WHEN)
    editing.confirm(today, slug, 2, "El río bajó el lunes.")
    today.close()
    with monkeypatch.context() as older:
        older.setattr(desks, "MIGRATIONS", schema.MIGRATIONS[: schema.MEMORY_SINCE - 1])
        older.setattr(desks, "VERSION", schema.MEMORY_SINCE - 1)
        desk = desks.open_desk(tmp_path, create=True)
        _copy(tmp_path / "today", desk.connection)
        desk.close()
    desk = desks.open_desk(tmp_path)
    assert own(desk) == {2: ("The river fell on Monday.", "El río bajó el lunes.")}
    desk.close()


def from_file(*pairs: tuple[str, str]) -> Iterator[Unit]:
    return (Unit(source, target, article="old.tmx") for source, target in pairs)


def test_units_from_a_file_are_known_the_second_time(desk: Desk) -> None:
    pairs = (("One river.", "Un río."), ("Two rivers.", "Dos ríos."), ("One river.", "Un río."))
    with desks.writing(desk) as connection:
        assert memory.take_in(connection, from_file(*pairs)) == memory.Taken(2, 1)
        assert memory.take_in(connection, from_file(*pairs)) == memory.Taken(0, 3)
        other = replace(next(from_file(*pairs)), before=key("x"), after=key("y"))
        assert memory.take_in(connection, [other]) == memory.Taken(1, 0)
        assert [
            one.before for one in memory.same(connection, "One river.", key("x"), key("y"))
        ] == [
            key("x"),
            None,
        ]


def test_cleaning_takes_out_what_is_said_twice(desk: Desk, slug: str) -> None:
    editing.confirm(desk, slug, 2, "El río bajó el lunes.")
    (mine,) = units(desk)
    with desks.writing(desk) as connection:
        twin = replace(mine, article="old.tmx")
        memory.take_in(connection, [replace(twin, before=1), *from_file(("A.", "B."))])
        connection.execute("UPDATE units SET before = ? WHERE before = 1", (mine.before,))
        assert upkeep.drop_repeated(connection) == 1
        list(upkeep.rebuild(connection))
        found = upkeep.facts(connection)
        assert (found.units, found.confirmed, found.documents) == (2, 1, {"old.tmx": 1})
        assert upkeep.drop_document(connection, "old.tmx") == 1
    assert [one.id for one in units(desk)] == [mine.id]


def test_two_translations_of_a_sentence_are_counted(desk: Desk) -> None:
    with desks.writing(desk) as connection:
        memory.take_in(connection, from_file(("A.", "B."), ("A.", "C."), ("D.", "E.")))
        assert upkeep.facts(connection).ambiguous == 1


def test_a_draft_is_not_in_the_memory(desk: Desk, slug: str) -> None:
    editing.set_target(desk, slug, 1, "A medias")
    assert units(desk) == []
