"""History, names and terms: what was changed comes back, what is decided is shown before."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from tests.conftest import WHEN
from tests.tui.conftest import grid, press
from tests.tui.test_editor import until
from translator import corrections, editing, intake, terminology
from translator.config import Config
from translator.desk import Desk, articles
from translator.model import Article, Block, Decision, Role, Segment, State
from translator.tui import places
from translator.tui.app import TranslatorApp
from translator.tui.screens.asking import LinesScreen
from translator.tui.screens.changes import ChangesScreen
from translator.tui.screens.history import EntryList, HistoryScreen
from translator.tui.screens.keys import KeysScreen
from translator.tui.widgets.word_list import WordList
from translator.tui.widgets.worddiff import difference, parts

SIZE = (110, 30)


def stored(desk: Desk, slug: str, number: int) -> Segment:
    return next(one for one in articles.read(desk, slug).segments if one.id == number)


@pytest.fixture
def worked(desk: Desk, slug: str) -> str:
    """An article with some work on it."""
    editing.confirm(desk, slug, 1, "El río baja")
    editing.confirm(desk, slug, 1, "El río baja mucho")
    editing.mark(desk, slug, 1, State.REVIEWED)
    editing.set_note(desk, slug, 2, "ask them")
    corrections.drop(desk, slug, 5)
    corrections.set_facts(desk, slug, author="Ana Ruiz")
    return slug


async def test_everything_that_was_done_is_there(library: TranslatorApp, worked: str) -> None:
    async with library.run_test(size=SIZE) as pilot:
        library.open_history(worked)
        await pilot.pause()
        assert "6 changes" in grid(pilot)
        assert "author: Ana Ruiz" in grid(pilot)
        await press(pilot, "j", "down", "k", "down")
        assert "ask them" in grid(pilot)
        await press(pilot, "end")
        assert "+ El río baja" in grid(pilot)


async def test_one_segment_or_all_and_confirmed_versions_only(
    library: TranslatorApp, worked: str
) -> None:
    async with library.run_test(size=SIZE) as pilot:
        library.open_history(worked, 1)
        await pilot.pause()
        rows = library.screen.query_one(EntryList)
        assert len(rows.entries) == 3
        assert "segment 1" in grid(pilot)
        await press(pilot, "c")
        assert len(rows.entries) == 2
        await press(pilot, "c", "a")
        assert len(rows.entries) == 6
        await press(pilot, "end", "a")
        assert len(rows.entries) == 3


async def test_a_version_comes_back_and_goes_again(
    library: TranslatorApp, desk: Desk, worked: str
) -> None:
    async with library.run_test(size=SIZE) as pilot:
        library.open_history(worked)
        await press(pilot, "enter")
        assert "Only versions of a segment come back" in grid(pilot)
        await press(pilot, "end", "enter")
        assert stored(desk, worked, 1).target == "El río baja"
        assert "brought back" in grid(pilot)
        await press(pilot, "u", "ctrl+y")
        assert stored(desk, worked, 1).target == "El río baja"
        await press(pilot, "u")
        assert stored(desk, worked, 1).target == "El río baja mucho"
        await press(pilot, "escape")
        assert not isinstance(library.screen, HistoryScreen)


def test_a_difference_shows_every_word_of_both() -> None:
    old, new = parts("El río baja.", "El río bajó mucho.")
    assert "".join(text for text, _ in old) == "El río baja."
    assert "".join(text for text, _ in new) == "El río bajó mucho."
    assert ("baja", True) in old
    shown = difference("uno [b]", "dos [b]\x1b")
    assert shown.plain == " − uno [b]\n + dos [b]‹U+001B›"


NAMED = (
    Block(1, Role.TITLE, "Kyiv meets Olena Marchuk"),
    Block(2, Role.PARAGRAPH, "Olena Marchuk lives in Kyiv with a prisoner of war."),
)


@pytest.fixture
def named(desk: Desk) -> str:
    """An article with names and a term, translated with the English ones."""
    slug = intake.add_article(desk, Article(NAMED), data=b"n", modified=WHEN)
    editing.confirm(desk, slug, 1, "Kyiv recibe a Olena Marchuk")
    editing.confirm(desk, slug, 2, "Olena Marchuk vive en Kyiv con un preso.")
    return slug


def pick(app: TranslatorApp, name: str) -> None:
    rows = app.screen.query_one(WordList)
    rows.cursor = [one.name.name for one in rows.names].index(name)


def decided(desk: Desk, name: str) -> Decision | None:
    found = terminology.decided(desk, name)
    return found.decision if found else None


async def test_names_and_terms_are_listed(library: TranslatorApp, named: str) -> None:
    async with library.run_test(size=SIZE) as pilot:
        library.open_names(named)
        await until(lambda: "Olena Marchuk" in grid(pilot))
        assert "stays: Olena Marchuk" in grid(pilot)
        rows = library.screen.query_one(WordList)
        assert [one.terms[0].source for one in rows.terms] == ["prisoner of war"]
        await press(pilot, "end", "k", "j")
        assert "!1" in grid(pilot)
        assert "un preso" in grid(pilot)
        await press(pilot, "enter")
        assert "A term is changed by adding another" in grid(pilot)


async def test_a_decision_shows_what_it_changes_and_is_taken_back(
    library: TranslatorApp, desk: Desk, named: str
) -> None:
    before = articles.read(desk, named).segments
    async with library.run_test(size=SIZE) as pilot:
        library.open_names(named)
        await until(lambda: "Olena Marchuk" in grid(pilot))
        pick(library, "Olena Marchuk")
        await press(pilot, "enter")
        assert isinstance(library.screen, LinesScreen)
        library.screen.query_one(Input).value = "Elena Marchuk"
        await press(pilot, "enter")
        assert isinstance(library.screen, ChangesScreen)
        assert "2 translations have it otherwise" in grid(pilot)
        assert "+ Kyiv recibe a Elena Marchuk" in grid(pilot)
        await press(pilot, "f1", "escape", "space", "enter")
        assert stored(desk, named, 1).target == "Kyiv recibe a Olena Marchuk"
        assert stored(desk, named, 2).target.startswith("Elena Marchuk vive")
        assert stored(desk, named, 2).state is State.TRANSLATED
        assert decided(desk, "Olena Marchuk") is Decision.FORM
        await press(pilot, "u")
        assert articles.read(desk, named).segments == before
        assert decided(desk, "Olena Marchuk") is None
        await press(pilot, "ctrl+y")
        assert decided(desk, "Olena Marchuk") is Decision.FORM
        assert stored(desk, named, 2).target.startswith("Elena Marchuk vive")
        await press(pilot, "u", "u")
        assert stored(desk, named, 2).target == ""
        await press(pilot, "ctrl+y")
        assert decided(desk, "Olena Marchuk") is None
        assert stored(desk, named, 2).target.startswith("Olena")
        await press(pilot, "ctrl+y")
        assert decided(desk, "Olena Marchuk") is Decision.FORM
        assert stored(desk, named, 2).target.startswith("Elena Marchuk vive")


async def test_nothing_is_decided_by_escape_and_all_can_be_left(
    library: TranslatorApp, desk: Desk, named: str
) -> None:
    async with library.run_test(size=SIZE) as pilot:
        library.open_names(named)
        await until(lambda: "Olena Marchuk" in grid(pilot))
        pick(library, "Olena Marchuk")
        for keys in (["escape"], ["a", "enter"]):
            await press(pilot, "enter")
            library.screen.query_one(Input).value = "Elena Marchuk"
            await press(pilot, "enter", *keys)
            assert stored(desk, named, 2).target.startswith("Olena")
        assert decided(desk, "Olena Marchuk") is Decision.FORM


async def test_one_goes_to_the_names_that_are_open(library: TranslatorApp, named: str) -> None:
    async with library.run_test(size=SIZE) as pilot:
        library.open_names(named)
        await until(lambda: "Olena Marchuk" in grid(pilot))
        rows = library.screen.query_one(WordList)
        await press(pilot, "n")
        assert rows.listed is not None
        assert rows.listed.name.name == "Olena Marchuk"
        await press(pilot, "s", "n")
        assert "Every name is decided." in grid(pilot)


async def test_a_name_stays_or_is_free_by_one_key(
    library: TranslatorApp, desk: Desk, named: str
) -> None:
    async with library.run_test(size=SIZE) as pilot:
        library.open_names(named)
        await until(lambda: "Olena Marchuk" in grid(pilot))
        pick(library, "Olena Marchuk")
        await press(pilot, "s")
        assert decided(desk, "Olena Marchuk") is Decision.KEEP
        await press(pilot, "f")
        assert decided(desk, "Olena Marchuk") is Decision.TRANSLATE
        await press(pilot, "u", "u")
        assert decided(desk, "Olena Marchuk") is None


async def test_a_term_is_added(library: TranslatorApp, desk: Desk, named: str) -> None:
    async with library.run_test(size=SIZE) as pilot:
        library.open_names(named)
        await until(lambda: "Olena Marchuk" in grid(pilot))
        await press(pilot, "a")
        library.screen.query_one("#ask-source", Input).value = "lives"
        library.screen.query_one("#ask-target", Input).value = "reside"
        await press(pilot, "enter")
        assert "The term is added" in grid(pilot)
        rows = library.screen.query_one(WordList)
        assert "lives" in {one.terms[0].source for one in rows.terms}
    assert any(one.source == "lives" for one in terminology.load(desk, Config()).terms)


@pytest.mark.parametrize("place", ["history", "names"])
async def test_every_key_is_shown_and_in_the_palette(
    library: TranslatorApp, slug: str, place: str
) -> None:
    async with library.run_test(size=(120, 60)) as pilot:
        getattr(library, f"open_{place}")(slug)
        await pilot.pause()
        offered = {command.title for command in library.get_system_commands(library.screen)}
        await press(pilot, "f1")
        panel = grid(pilot)
        for key in places.table(place):
            assert key.shown in panel
            assert key.text in panel
            if key.action and key.action != "app.command_palette":
                assert key.text in offered
        assert isinstance(library.screen, KeysScreen)
