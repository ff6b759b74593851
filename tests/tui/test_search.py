"""Search and replace, and the concordance: every key, and one undo for all."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from tests.conftest import WHEN
from tests.tui.conftest import grid, press
from tests.tui.test_editor import until
from translator import editing, intake
from translator.desk import Desk, articles
from translator.model import Article, Block, Role, State, Unit
from translator.tui import places
from translator.tui.app import TranslatorApp
from translator.tui.screens.concordance import ConcordanceScreen, UnitList
from translator.tui.screens.editor import EditorScreen
from translator.tui.screens.search import SearchScreen
from translator.tui.widgets.hit_list import HitList
from translator.tui.widgets.segment_list import SegmentList

SIZE = (100, 30)
SPANISH = {
    1: "El río baja, el río",
    2: "El Rio bajó el lunes.",
    3: "Está a <1>dos metros</1>.",
    4: "Nadie.",
}


@pytest.fixture(autouse=True)
def _translated(desk: Desk, slug: str) -> None:
    for number, text in SPANISH.items():
        editing.set_target(desk, slug, number, text)
    editing.confirm(desk, slug, 2, SPANISH[2])
    editing.set_note(desk, slug, 4, "ask the river board")
    other = Article((Block(1, Role.TITLE, "A river"), Block(2, Role.PARAGRAPH, "It is open.")))
    editing.confirm(
        desk, intake.add_article(desk, other, data=b"2", modified=WHEN), 1, "Un río más"
    )


def found(app: TranslatorApp) -> list[tuple[str, int, int]]:
    return [(hit.slug, hit.place, n) for hit, n in app.screen.query_one(HitList).rows]


def places_of(app: TranslatorApp) -> list[int]:
    return [place for _slug, place, _n in found(app)]


async def test_it_searches_as_one_types_in_every_way(library: TranslatorApp, slug: str) -> None:
    async with library.run_test(size=SIZE) as pilot:
        library.open_search(slug)
        await press(pilot, "=rio")
        await until(lambda: places_of(library) == [1, 1, 2])
        assert "3 places in 2 segments" in grid(pilot)
        await press(pilot, "alt+t")
        await until(lambda: places_of(library) == [2])
        await press(pilot, "alt+c")
        await until(lambda: places_of(library) == [])
        await press(pilot, "alt+t", "alt+c", "alt+d")
        await until(lambda: len(found(library)) == 4)
        await press(pilot, "alt+d", "alt+s", "alt+s")
        await until(lambda: places_of(library) == [2])
        assert "translated alt+s" in grid(pilot)
        await press(pilot, "alt+s", "alt+s", "alt+s", "alt+l")
        library.screen.query_one("#sought", Input).value = "river"
        await until(lambda: places_of(library) == [1, 2])
        assert "English alt+l" in grid(pilot)
        await press(pilot, "alt+l")
        await until(lambda: places_of(library) == [4])
        assert "notes alt+l" in grid(pilot)
        await press(pilot, "alt+l", "alt+r")
        library.screen.query_one("#sought", Input).value = "r.o"
        await until(lambda: len(found(library)) == 3)
        library.screen.query_one("#sought", Input).value = "("
        await until(lambda: "is no pattern" in grid(pilot))
        await press(pilot, "alt+r", "alt+w")
        library.screen.query_one("#sought", Input).value = "ri"
        await until(lambda: found(library) == [])


async def test_a_pattern_that_never_ends_is_said(
    library: TranslatorApp, desk: Desk, slug: str
) -> None:
    editing.set_target(desk, slug, 4, "a" * 60 + "b")
    async with library.run_test(size=SIZE) as pilot:
        library.open_search(slug)
        await press(pilot, "alt+r")
        library.screen.query_one("#sought", Input).value = "(a|aa|a?)+$"
        await until(lambda: "takes too long" in grid(pilot))


async def test_each_occurrence_can_be_left_and_one_undo_takes_all_back(
    library: TranslatorApp, desk: Desk, slug: str
) -> None:
    before = articles.read(desk, slug).segments
    async with library.run_test(size=SIZE) as pilot:
        library.open_search(slug)
        await press(pilot, "=rio", "tab", "=arroyo", "enter")
        await until(lambda: len(found(library)) == 3)
        await press(pilot, "down", "space")
        assert "+ El arroyo baja, el río" in grid(pilot) or "[ ]" in grid(pilot)
        await press(pilot, "alt+x")
        await until(lambda: "Replaced in 2 segments" in grid(pilot))
        now = articles.read(desk, slug).segments
        assert [one.target for one in now[:2]] == [
            "El arroyo baja, el río",
            "El Arroyo bajó el lunes.",
        ]
        assert now[1].state is State.TRANSLATED
        editing.set_note(desk, slug, 3, "later")
        await press(pilot, "alt+z")
        assert "Something else was done" in grid(pilot)
        editing.undo(desk, slug)
        await press(pilot, "alt+z")
        await until(lambda: "Taken back in 2 segments" in grid(pilot))
        await press(pilot, "ctrl+y")
        await until(lambda: "Done again in 2 segments" in grid(pilot))
        assert articles.read(desk, slug).segments[0].target == "El arroyo baja, el río"
        await press(pilot, "ctrl+y")
        await until(lambda: "nothing to do again" in grid(pilot))
        await press(pilot, "alt+z")
        await until(lambda: "Taken back in 2 segments" in grid(pilot))
    assert articles.read(desk, slug).segments == before


async def test_all_are_left_and_all_are_taken(
    library: TranslatorApp, desk: Desk, slug: str
) -> None:
    async with library.run_test(size=SIZE) as pilot:
        library.open_search()
        await press(pilot, "=rio", "tab", "=arroyo", "enter")
        await until(lambda: len(found(library)) == 4)
        await press(pilot, "a")
        assert grid(pilot).count("[ ]") >= 4
        await press(pilot, "alt+x")
        assert "Nothing would change" in grid(pilot)
        await press(pilot, "a", "alt+x")
        await until(lambda: "Replaced in 3 segments" in grid(pilot))
    assert articles.read(desk, "a-river").segments[0].target == "Un arroyo más"


async def test_words_are_taken_out_only_when_asked_twice(
    library: TranslatorApp, desk: Desk, slug: str
) -> None:
    async with library.run_test(size=SIZE) as pilot:
        library.open_search(slug)
        await press(pilot, "=nadie")
        await until(lambda: places_of(library) == [4])
        await press(pilot, "alt+x")
        assert articles.read(desk, slug).segments[3].target == "Nadie."
        await press(pilot, "alt+x")
        assert articles.read(desk, slug).segments[3].target == "."
        await press(pilot, "alt+l", "alt+x")
        assert "Only translations are replaced" in grid(pilot)


async def test_a_hit_is_opened_in_the_editor_and_escape_leads_back(
    library: TranslatorApp, slug: str
) -> None:
    async with library.run_test(size=SIZE) as pilot:
        library.open_search(slug, "nadie")
        await pilot.pause()
        await until(lambda: places_of(library) == [4])
        await press(pilot, "enter", "enter")
        await pilot.pause()
        opened = [type(library.screen)]
        await until(lambda: library.screen.query_one(SegmentList).cursor == 3)
        await press(pilot, "escape", "escape")
        await pilot.pause()
        opened.append(type(library.screen))
        assert opened == [EditorScreen, SearchScreen]
        await press(pilot, "escape")
        assert library.focused is library.screen.query_one("#sought")
        await press(pilot, "escape")
        assert not isinstance(library.screen, SearchScreen)


async def test_the_concordance_finds_in_either_language(
    library: TranslatorApp, desk: Desk, slug: str
) -> None:
    editing.confirm(desk, slug, 1, "El río baja")
    async with library.run_test(size=SIZE) as pilot:
        library.open_concordance()
        await press(pilot, "=rio")
        rows = library.screen.query_one(UnitList)
        assert len(rows.units) == 3
        await press(pilot, "alt+l")
        assert len(rows.units) == 0
        await press(pilot, "alt+l", "alt+t")
        assert len(rows.units) == 1
        await press(pilot, "alt+t", "alt+c")
        assert len(rows.units) == 3 or "capitals" in grid(pilot)
        await press(pilot, "alt+c", "alt+l", "= baja", "alt+r")
        assert [unit.target for unit in rows.units] == ["El río baja"]
        assert "River falls to its lowest level" in grid(pilot)
        await press(pilot, "enter", "enter")
        assert "The Spanish is copied" in grid(pilot)
        assert library.clipboard == "El río baja"
        await press(pilot, "escape", "escape")
        assert not isinstance(library.screen, ConcordanceScreen)


async def test_the_concordance_hands_a_unit_over(
    library: TranslatorApp, desk: Desk, slug: str
) -> None:
    taken: list[Unit] = []
    async with library.run_test(size=SIZE) as pilot:
        library.open_concordance("rio lunes", taken.append)
        await press(pilot, "enter", "enter")
        assert [unit.target for unit in taken] == [SPANISH[2]]
        assert not isinstance(library.screen, ConcordanceScreen)


@pytest.mark.parametrize("place", ["search", "concordance"])
async def test_every_key_is_shown_and_in_the_palette(
    library: TranslatorApp, slug: str, place: str
) -> None:
    async with library.run_test(size=(120, 60)) as pilot:
        getattr(library, f"open_{place}")()
        await pilot.pause()
        offered = {command.title for command in library.get_system_commands(library.screen)}
        await press(pilot, "f1")
        panel = grid(pilot)
        for key in places.table(place):
            assert key.shown in panel
            assert key.text in panel
            if key.action and key.action != "app.command_palette":
                assert key.text in offered
