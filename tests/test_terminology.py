"""What a desk calls things stands over what ships, and a decision reaches every translation."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import WHEN
from translator import editing, intake, terminology
from translator.config import Config
from translator.desk import Desk, articles
from translator.errors import InputError, NotFoundError, UsageError
from translator.model import Article, Block, Decision, Name, NameKind, Role, State, Term, TermKind

DRONES = Term("drone", "aparato")


def story(slug: str, *texts: str) -> Article:
    title = Block(1, Role.TITLE, texts[0])
    rest = (Block(n, Role.PARAGRAPH, text) for n, text in enumerate(texts[1:], start=2))
    return Article(blocks=(title, *rest), source=f"{slug}.txt")


@pytest.fixture
def two(desk: Desk) -> tuple[str, str]:
    first = story(
        "a",
        "Kharkiv holds",
        "Mayor Mara Ellison left Kharkiv late in the evening.",
        "Ellison was calm.",
    )
    second = story("b", "A day in Kharkiv", "Nobody left Kharkiv today.")
    return (
        intake.add_article(desk, first, data=b"first", modified=WHEN),
        intake.add_article(desk, second, data=b"second", modified=WHEN),
    )


def test_what_a_desk_says_of_a_term_stands_alone(desk: Desk) -> None:
    assert terminology.load(desk, Config()).missing("a drone", "un zángano") == {"drone": "dron"}
    terminology.add_term(desk, DRONES)
    known = terminology.load(desk, Config())
    assert known.missing("a drone", "un dron") == {"drone": "aparato"}
    assert [one for one in known.terms if one.source == "drone"] == [Term("drone", "aparato", id=1)]
    terminology.remove_term(desk, "drone")
    assert terminology.load(desk, Config()).missing("a drone", "un dron") == {}


def test_what_ships_can_be_left_out(desk: Desk) -> None:
    known = terminology.load(desk, Config(starter_terms="off", keep="DeepState, Kyiv Post"))
    assert known.names == ()
    assert [one.source for one in known.terms] == ["DeepState", "Kyiv Post"]
    assert known.wanted("DeepState said") == {"DeepState": "DeepState"}


def test_what_is_no_term_is_refused(desk: Desk) -> None:
    with pytest.raises(UsageError) as caught:
        terminology.add_term(desk, Term("drone", "  "))
    assert caught.value.values["reason"] == "term-without-spanish"
    with pytest.raises(NotFoundError):
        terminology.remove_term(desk, "drone")


def test_a_table_goes_in_whole_or_not_at_all(desk: Desk, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("asylum,asilo\nbad\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        terminology.import_terms(desk, table)
    assert (caught.value.code, caught.value.values["line"]) == ("bad-row", 2)
    assert not any(one.id for one in terminology.load(desk, Config()).terms)
    report = terminology.import_terms(desk, table, skip_bad=True)
    assert (report.added, report.bad) == (1, 1)
    assert report.rejected is not None
    assert "bad" in report.rejected.read_text(encoding="utf-8")
    assert terminology.import_terms(desk, table, skip_bad=True).known == 1


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16"])
def test_tables_of_other_programs_are_read(desk: Desk, tmp_path: Path, charset: str) -> None:
    table = tmp_path / "t.csv"
    table.write_bytes("rector,rectoría académica\n".encode(charset))
    assert terminology.import_terms(desk, table).added == 1


@pytest.mark.parametrize("as_tbx", [False, True])
def test_terms_go_out_and_come_back(desk: Desk, tmp_path: Path, as_tbx: bool) -> None:
    terms = terminology.shipped_terms()
    path = tmp_path / "out"
    terminology.export_terms(terms, path, as_tbx=as_tbx)
    report = terminology.import_terms(desk, path)
    assert (report.added, report.bad) == (len(terms), 0)
    own = {
        (one.source, one.target, one.kind, one.domain, one.decision)
        for one in terminology.load(desk, Config()).terms
        if one.id
    }
    assert own == {(one.source, one.target, one.kind, one.domain, one.decision) for one in terms}


def test_the_names_of_an_article_are_decided_or_proposed(desk: Desk, two: tuple[str, str]) -> None:
    known = terminology.load(desk, Config())
    rows = {one.name.name: one for one in known.listed(articles.read(desk, two[0]))}
    assert (rows["Kharkiv"].name.spanish, rows["Kharkiv"].count) == ("Járkov", 2)
    assert rows["Mara Ellison"].name.why == ""
    assert dict(rows["Mara Ellison"].name.forms) == {
        "Mara Ellison": "Mara Ellison",
        "Ellison": "Ellison",
    }
    assert rows["Mara Ellison"].segments == (2, 3)


def test_another_decision_changes_every_translation_and_one_undo_takes_it_back(
    desk: Desk, two: tuple[str, str]
) -> None:
    editing.confirm(desk, two[0], 2, "La alcaldesa Mara Ellison dejó Járkov por la noche.")
    editing.confirm(desk, two[1], 2, "Nadie dejó Járkov hoy.")
    editing.set_target(desk, two[1], 1, "Un día en Járkov")
    known = terminology.load(desk, Config())
    decision = terminology.redecided(known, articles.read(desk, two[0]), "Kharkiv", "Kharkiv")
    changes = terminology.changes(desk, [decision])
    assert [(one.slug, one.segment, one.new) for one in changes] == [
        (two[1], 1, "Un día en Kharkiv"),
        (two[1], 2, "Nadie dejó Kharkiv hoy."),
        (two[0], 2, "La alcaldesa Mara Ellison dejó Kharkiv por la noche."),
    ]
    terminology.decide(desk, [decision[1]])
    assert editing.change_all(desk, changes) == 3
    assert articles.read(desk, two[0]).segments[1].state is State.TRANSLATED
    assert terminology.load(desk, Config()).wanted("in Kharkiv") == {"Kharkiv": "Kharkiv"}
    undone = editing.undo(desk, two[1])
    assert undone is not None
    assert undone.count == 3
    assert articles.read(desk, two[0]).segments[1].target.endswith("dejó Járkov por la noche.")


def test_a_decision_holds_for_the_next_article(desk: Desk, two: tuple[str, str]) -> None:
    known = terminology.load(desk, Config())
    decision = terminology.redecided(known, articles.read(desk, two[0]), "Ellison", "Elison")
    terminology.decide(desk, [decision[1]])
    added = intake.add_article(
        desk,
        story("c", "Again", "On Monday Mara Ellison was back at her desk in town."),
        data=b"third",
        modified=WHEN,
    )
    rows = terminology.load(desk, Config()).listed(articles.read(desk, added))
    assert [(one.name.spanish, one.name.decision) for one in rows] == [
        ("Mara Elison", Decision.FORM)
    ]


def test_a_name_that_nobody_has_is_told_with_the_nearest(desk: Desk, two: tuple[str, str]) -> None:
    known = terminology.load(desk, Config())
    with pytest.raises(NotFoundError) as caught:
        terminology.redecided(known, articles.read(desk, two[0]), "Kharkif", "Járkov")
    assert caught.value.values["nearest"] == "Kharkiv"


def test_a_term_that_is_a_name_is_proposed_for_it(desk: Desk) -> None:
    terminology.add_term(desk, Term("Harbor Council", "Consejo del Puerto"))
    slug = intake.add_article(
        desk, story("d", "News", "The Harbor Council met."), data=b"d", modified=WHEN
    )
    (name,) = terminology.load(desk, Config()).propose(articles.read(desk, slug))
    assert name == Name(
        NameKind.ORGANISATION,
        Decision.TRANSLATE,
        (("Harbor Council", "Consejo del Puerto"),),
    )


def test_terms_to_keep_and_names_are_written_large(desk: Desk) -> None:
    terminology.add_term(desk, Term("iPhone", "", TermKind.KEEP))
    assert {"iPhone", "Kharkiv"} <= set(terminology.load(desk, Config()).written_large)
