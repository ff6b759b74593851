"""The structure view: every key does to a line what it says, and undo takes it back."""

from __future__ import annotations

from datetime import date

import pytest
from textual.widgets import Input

from tests.conftest import WHEN
from tests.tui.conftest import grid, press
from tests.tui.test_editor import until
from translator import corrections, editing, intake
from translator import desk as desks
from translator.desk import Desk, articles
from translator.model import Article, Block, Role, State
from translator.tui import places
from translator.tui.app import TranslatorApp
from translator.tui.screens.asking import LinesScreen
from translator.tui.screens.editor import EditorScreen
from translator.tui.screens.library import LibraryScreen
from translator.tui.screens.text_asking import TextScreen
from translator.tui.widgets.block_list import BlockList

SIZE = (120, 30)


def block(desk: Desk, slug: str, number: int) -> Block:
    return next(one for one in articles.read(desk, slug).article.blocks if one.id == number)


def at(app: TranslatorApp) -> int:
    current = app.screen.query_one(BlockList).current
    assert current is not None
    return current.id


@pytest.mark.parametrize(
    ("key", "role", "level"),
    [
        ("d", Role.DECK, 0),
        ("h", Role.HEADING, 2),
        ("3", Role.HEADING, 3),
        ("p", Role.PARAGRAPH, 0),
        ("l", Role.LIST_ITEM, 0),
        ("q", Role.QUOTE, 0),
        ("c", Role.CAPTION, 0),
        ("a", Role.ALT, 0),
        ("r", Role.RELATED, 0),
        ("b", Role.BYLINE, 0),
        ("y", Role.DATE, 0),
        ("m", Role.READING_TIME, 0),
    ],
)
async def test_a_key_says_what_a_line_is(
    library: TranslatorApp, desk: Desk, slug: str, key: str, role: Role, level: int
) -> None:
    before = articles.read(desk, slug).article
    async with library.run_test(size=SIZE) as pilot:
        library.open_structure(slug)
        await press(pilot, "home", "j", "j", "j", "k", key)
        assert at(library) == 3
        assert (block(desk, slug, 3).role, block(desk, slug, 3).level) == (role, level)
        await press(pilot, "u")
        assert articles.read(desk, slug).article == before
        await press(pilot, "ctrl+y")
        assert (block(desk, slug, 3).role, block(desk, slug, 3).level) == (role, level)


async def test_it_begins_at_the_article_or_where_one_came_from(
    app: TranslatorApp, desk: Desk, slug: str
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "ctrl+g", "4", "enter", "alt+u")
        assert at(app) == 5
        await press(pilot, "escape")
        app.open_structure(slug)
        await pilot.pause()
        assert at(app) == 2


async def test_dropping_goes_on_to_the_next_line(
    library: TranslatorApp, desk: Desk, slug: str
) -> None:
    async with library.run_test(size=SIZE) as pilot:
        library.open_structure(slug)
        await press(pilot, "x", "x")
        assert at(library) == 4
        assert [block(desk, slug, line).role for line in (2, 3)] == [Role.FURNITURE] * 2
        assert "Line 3 is dropped." in grid(pilot)


async def test_a_second_headline_is_refused_in_words(
    library: TranslatorApp, desk: Desk, slug: str
) -> None:
    async with library.run_test(size=SIZE) as pilot:
        library.open_structure(slug)
        await press(pilot, "end", "t")
        assert "Line 2 is the headline already" in grid(pilot)
        await press(pilot, "home", "down", "p", "end", "t")
        assert block(desk, slug, 5).role is Role.TITLE


async def test_a_dropped_line_stays_in_view_and_its_work_comes_back(
    library: TranslatorApp, desk: Desk, slug: str
) -> None:
    editing.confirm(desk, slug, 4, "Nadie resultó herido.")
    async with library.run_test(size=SIZE) as pilot:
        library.open_structure(slug)
        await press(pilot, "end", "x")
        assert "[Nobody was hurt.]" in grid(pilot)
        assert block(desk, slug, 5).role is Role.FURNITURE
        await press(pilot, "delete")
        assert block(desk, slug, 5).role is Role.PARAGRAPH
    last = articles.read(desk, slug).segments[-1]
    assert (last.target, last.state) == ("Nadie resultó herido.", State.TRANSLATED)


async def test_lines_are_joined_and_cut_with_their_work(
    library: TranslatorApp, desk: Desk, slug: str
) -> None:
    editing.confirm(desk, slug, 2, "El río bajó el lunes.")
    async with library.run_test(size=SIZE) as pilot:
        library.open_structure(slug)
        await press(pilot, "home", "j", "j", "j", "J")
        assert block(desk, slug, 4).text.endswith("now. Nobody was hurt.")
        await press(pilot, "s")
        assert isinstance(library.screen, TextScreen)
        await press(pilot, *["right"] * len("The river fell on Monday. "), "enter")
        texts = [one.text for one in articles.read(desk, slug).article.blocks[3:]]
        assert texts[0] == "The river fell on Monday."
        assert texts[1].startswith("It is at <1>two meters</1>")
        await press(pilot, "s", "enter")
        assert "one part would be empty" in grid(pilot)
        await press(pilot, "s", "escape", "u", "u")
    found = articles.read(desk, slug)
    assert len(found.article.blocks) == 5
    assert found.segments[1].target == "El río bajó el lunes."


async def test_the_english_is_corrected(library: TranslatorApp, desk: Desk, slug: str) -> None:
    async with library.run_test(size=SIZE) as pilot:
        library.open_structure(slug)
        await press(pilot, "end", "e", "= Ñ", "enter")
        assert block(desk, slug, 5).text == "Nobody was hurt. Ñ"
        await press(pilot, "enter", "=x", "escape")
        assert block(desk, slug, 5).text == "Nobody was hurt. Ñ"
        await press(pilot, "enter", "ctrl+u", "enter")
        assert "A line cannot be empty" in grid(pilot)


async def test_the_facts_are_corrected_and_taken_back(
    library: TranslatorApp, desk: Desk, slug: str
) -> None:
    before = articles.read(desk, slug).article
    async with library.run_test(size=SIZE) as pilot:
        library.open_structure(slug)
        await press(pilot, "i")
        panel = library.screen
        assert isinstance(panel, LinesScreen)
        wanted = {
            "title": "River at its lowest",
            "author": "Ana Ruiz",
            "date": "31 March",
            "minutes": "4",
            "slug": "river-low",
            "spanish": "rio-bajo",
        }
        for name, value in wanted.items():
            panel.query_one(f"#ask-{name}", Input).value = value
        await press(pilot, "enter")
        assert "is no date" in grid(pilot)
        panel.query_one("#ask-date", Input).value = "2026-03-31"
        panel.query_one("#ask-minutes", Input).value = "many"
        await press(pilot, "enter")
        assert "a number up to 999" in grid(pilot)
        panel.query_one("#ask-minutes", Input).value = "4"
        await press(pilot, "enter")
        found = articles.read(desk, "river-low").article
        assert (found.author, found.published, found.reading_minutes) == (
            "Ana Ruiz",
            date(2026, 3, 31),
            4,
        )
        assert found.spanish_slug == "rio-bajo"
        assert "slug: river-low" in grid(pilot)
        await press(pilot, "u")
        assert f"slug: {slug}" in grid(pilot)
        await press(pilot, "ctrl+y")
        assert "slug: river-low" in grid(pilot)
        await press(pilot, "u", "u")
        assert articles.read(desk, slug).article == before
        await press(pilot, "ctrl+y", "ctrl+y", "ctrl+y")
        assert "nothing to do again" in grid(pilot)
        assert "slug: river-low" in grid(pilot)


async def test_the_editor_below_follows_a_new_slug_and_new_lines(
    app: TranslatorApp, desk: Desk, slug: str
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        app.open_structure(slug)
        await press(pilot, "end", "x", "i")
        app.screen.query_one("#ask-slug", Input).value = "other"
        await press(pilot, "enter", "escape")
        await pilot.pause()
        editor = app.screen
        assert isinstance(editor, EditorScreen)
        assert "Nobody was hurt" not in grid(pilot)
        await press(pilot, "=Uno", "ctrl+s")
    assert articles.read(desk, "other").segments[0].target == "Uno"


async def test_what_another_process_changes_is_shown(
    library: TranslatorApp, desk: Desk, slug: str
) -> None:
    other = desks.open_desk(desk.folder)
    async with library.run_test(size=SIZE) as pilot:
        library.open_structure(slug)
        await pilot.pause()
        corrections.drop(other, slug, 5)
        await until(lambda: "[Nobody was hurt.]" in grid(pilot))
    other.close()


async def test_hostile_lines_are_only_text(library: TranslatorApp, desk: Desk) -> None:
    nasty = "[bold]x[/b] [/] [@click=app.quit]y[/] \x1b[31m and <script>"
    article = Article((Block(1, Role.TITLE, nasty), Block(2, Role.PARAGRAPH, nasty)))
    slug = intake.add_article(desk, article, data=b"n", modified=WHEN)
    async with library.run_test(size=SIZE) as pilot:
        for opens in ("structure", "reading", "preview", "names", "history"):
            getattr(library, f"open_{opens}")(slug)
            await pilot.pause()
            assert "[bold]x[/b]" in grid(pilot) or opens in ("history", "preview")
            await press(pilot, "escape")
        assert isinstance(library.screen, LibraryScreen)


async def test_every_key_is_shown_and_in_the_palette(library: TranslatorApp, slug: str) -> None:
    async with library.run_test(size=(120, 60)) as pilot:
        library.open_structure(slug)
        await pilot.pause()
        offered = {command.title for command in library.get_system_commands(library.screen)}
        await press(pilot, "f1")
        panel = grid(pilot)
        for key in places.table("structure"):
            assert key.shown in panel
            assert key.text in panel
            if key.action and key.action != "app.command_palette":
                assert key.text in offered
        await press(pilot, "escape", "ctrl+q")
