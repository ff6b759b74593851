"""The reading pass and the preview: what a page will read, and every key of both."""

from __future__ import annotations

import pytest

from tests.conftest import WHEN
from tests.tui.conftest import full_disk, grid, press
from tests.tui.test_editor import until
from translator import desk as desks
from translator import editing, intake
from translator.desk import Desk, articles
from translator.model import Article, Block, Role, Segment, State
from translator.tui import page_text, places
from translator.tui.app import TranslatorApp
from translator.tui.screens.editor import EditorScreen
from translator.tui.screens.preview import PairView, PreviewScreen
from translator.tui.screens.reading import ReadingScreen
from translator.tui.widgets.composed_area import ComposedArea
from translator.tui.widgets.flow import wrap
from translator.tui.widgets.page_view import PageView

SIZE = (100, 30)
SPANISH = {1: "El río baja", 2: "El río bajó el lunes.", 4: "Nadie resultó herido."}


@pytest.fixture(autouse=True)
def _translated(desk: Desk, slug: str) -> None:
    for number, text in SPANISH.items():
        editing.confirm(desk, slug, number, text)


def stored(desk: Desk, slug: str, number: int) -> Segment:
    return next(one for one in articles.read(desk, slug).segments if one.id == number)


def marked(app: TranslatorApp) -> int:
    segment = app.screen.query_one(PageView).segment
    assert segment is not None
    return segment.id


def area(app: TranslatorApp) -> ComposedArea:
    return app.screen.query_one(ComposedArea)


async def test_the_mark_goes_by_sentences_and_paragraphs(library: TranslatorApp, slug: str) -> None:
    async with library.run_test(size=SIZE) as pilot:
        library.open_reading(slug)
        await press(pilot, "right")
        assert marked(library) == 2
        await press(pilot, "l", "h", "right")
        assert marked(library) == 3
        await press(pilot, "left", "down")
        assert marked(library) == 4
        await press(pilot, "k")
        assert marked(library) == 2
        await press(pilot, "j", "up", "home")
        assert marked(library) == 1
        await press(pilot, "end")
        assert marked(library) == 4
        await press(pilot, "pageup")
        assert marked(library) == 1
        await press(pilot, "pagedown")
        assert marked(library) == 4


async def test_it_begins_where_one_came_from(library: TranslatorApp, slug: str) -> None:
    async with library.run_test(size=SIZE) as pilot:
        library.open_reading(slug, 4)
        await pilot.pause()
        assert marked(library) == 4


async def test_sentences_and_paragraphs_are_reviewed_and_taken_back(
    library: TranslatorApp, desk: Desk, slug: str
) -> None:
    editing.confirm(desk, slug, 3, "Está a <1>dos metros</1> ahora.")
    async with library.run_test(size=SIZE) as pilot:
        library.open_reading(slug)
        await press(pilot, "space")
        assert stored(desk, slug, 1).state is State.REVIEWED
        assert marked(library) == 2
        await press(pilot, "R")
        assert stored(desk, slug, 2).state is stored(desk, slug, 3).state is State.REVIEWED
        assert marked(library) == 4
        assert "3 of 4 reviewed" in grid(pilot)
        await press(pilot, "home", "n")
        assert marked(library) == 4
        await press(pilot, "f")
        assert stored(desk, slug, 4).state is State.FINAL
        await press(pilot, "n")
        assert "Everything is reviewed" in grid(pilot)
        await press(pilot, "u")
        assert stored(desk, slug, 4).state is State.TRANSLATED
        await press(pilot, "ctrl+y")
        assert stored(desk, slug, 4).state is State.FINAL
        await press(pilot, "home", "r")
        assert stored(desk, slug, 1).is_open
        await press(pilot, "space")
        assert "is open. Confirm it first" in grid(pilot)


async def test_the_english_is_on_a_key(library: TranslatorApp, slug: str) -> None:
    async with library.run_test(size=SIZE) as pilot:
        library.open_reading(slug)
        await pilot.pause()
        assert "River falls" not in grid(pilot).split("\n", 1)[1]
        await press(pilot, "e")
        assert "River falls" in grid(pilot).split("\n", 1)[1]
        await press(pilot, "e")
        assert "River falls" not in grid(pilot).split("\n", 1)[1]


async def test_a_sentence_is_edited_in_place(library: TranslatorApp, desk: Desk, slug: str) -> None:
    async with library.run_test(size=SIZE) as pilot:
        library.open_reading(slug)
        await press(pilot, "enter", "= más")
        assert area(library).text == "El río baja más"
        await until(lambda: stored(desk, slug, 1).target == "El río baja más")
        assert stored(desk, slug, 1).is_open
        await press(pilot, "enter")
        assert stored(desk, slug, 1).state is State.TRANSLATED
        assert "El río baja más" in grid(pilot)
        await press(pilot, "right", "enter", "=!", "escape")
        assert stored(desk, slug, 2).target == "El río bajó el lunes.!"
        assert isinstance(library.screen, ReadingScreen)
        await press(pilot, "escape")
        assert not isinstance(library.screen, ReadingScreen)


async def test_a_sentence_is_typed_as_in_the_editor(
    library: TranslatorApp, desk: Desk, slug: str
) -> None:
    async with library.run_test(size=SIZE) as pilot:
        library.open_reading(slug)
        await press(pilot, "enter", "ctrl+u")
        assert area(library).text == ""
        quote = "quotation_mark"
        await press(pilot, "=Dice: ", quote, "=ya", quote, "alt+i", "question_mark", "ctrl+@", "=5")
        await press(pilot, "minus", "minus", "enter")
        assert stored(desk, slug, 1).target == "Dice: «ya»¿\u00a05—"


@pytest.mark.parametrize("leave", ["ctrl+q", "escape"])
async def test_what_is_typed_is_saved_on_the_way_out(
    library: TranslatorApp, desk: Desk, slug: str, leave: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("translator.tui.screens.reading.SAVE_S", 60)
    async with library.run_test(size=SIZE) as pilot:
        library.open_reading(slug)
        await press(pilot, "enter", "=x", leave)
    assert stored(desk, slug, 1).target == "El río bajax"


async def test_a_desk_that_refuses_loses_nothing(
    library: TranslatorApp, desk: Desk, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = editing.set_target

    async with library.run_test(size=SIZE) as pilot:
        library.open_reading(slug)
        monkeypatch.setattr(editing, "set_target", full_disk)
        await press(pilot, "enter", "=x", "escape")
        await until(lambda: "Not saved yet." in grid(pilot))
        assert area(library).text == "El río bajax"
        await press(pilot, "ctrl+q")
        assert isinstance(library.screen, ReadingScreen)
        monkeypatch.setattr(editing, "set_target", real)
        await press(pilot, "escape")
    assert stored(desk, slug, 1).target == "El río bajax"


async def test_what_was_refused_is_tried_again_without_a_key(
    library: TranslatorApp, desk: Desk, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = editing.set_target

    async with library.run_test(size=SIZE) as pilot:
        library.open_reading(slug)
        monkeypatch.setattr(editing, "set_target", full_disk)
        await press(pilot, "enter", "=x")
        await until(lambda: "Not saved yet." in grid(pilot))
        monkeypatch.setattr(editing, "set_target", real)
        await until(lambda: "Saved." in grid(pilot))
        assert stored(desk, slug, 1).target == "El río bajax"
        assert area(library).has_focus


async def test_another_process_changes_the_page_but_not_what_is_typed(
    library: TranslatorApp, desk: Desk, slug: str
) -> None:
    other = desks.open_desk(desk.folder)
    async with library.run_test(size=SIZE) as pilot:
        library.open_reading(slug)
        await press(pilot, "enter", "=x")
        editing.confirm(other, slug, 4, "Nadie.")
        await pilot.pause(0.6)
        assert area(library).text == "El río bajax"
        await press(pilot, "enter")
        await until(lambda: "Nadie." in grid(pilot))
    other.close()


@pytest.mark.parametrize("key", ["escape", "enter"])
async def test_a_sentence_that_another_wrote_too_keeps_both_texts(
    library: TranslatorApp, desk: Desk, slug: str, key: str
) -> None:
    other = desks.open_desk(desk.folder)
    async with library.run_test(size=SIZE) as pilot:
        library.open_reading(slug)
        await press(pilot, "enter")
        area(library).insert("x")
        editing.set_target(other, slug, 1, "UNO")
        await press(pilot, key)
        assert "Changed elsewhere meanwhile" in grid(pilot)
    other.close()
    assert stored(desk, slug, 1).target == "El río bajax"
    undone = editing.undo(desk, slug)
    assert undone is not None
    assert undone.segment is not None
    assert undone.segment.target == "UNO"


async def test_the_mouse_marks_a_sentence(library: TranslatorApp, slug: str) -> None:
    async with library.run_test(size=SIZE) as pilot:
        library.open_reading(slug)
        await pilot.pause()
        await pilot.click(PageView, offset=(8, 5))
        assert marked(library) == 2


async def test_the_preview_scrolls_both_pages_and_leads_on(
    library: TranslatorApp, desk: Desk, slug: str
) -> None:
    blocks = tuple(Block(n, Role.PARAGRAPH, f"Sentence {n} here.") for n in range(2, 60))
    article = Article((Block(1, Role.TITLE, "Long"), *blocks))
    long = intake.add_article(desk, article, data=b"l", modified=WHEN)
    async with library.run_test(size=SIZE) as pilot:
        library.open_preview(long)
        await press(pilot, "j", "down", "k", "end")
        assert grid(pilot).count("Sentence 59 here.") == 2
        await press(pilot, "up", "home", "pagedown", "pageup")
        assert library.screen.query_one(PairView).scroll_offset.y == 0
        assert "58 sentences" in grid(pilot) or "59 sentences" in grid(pilot)
        opened = []
        for key in ("r", "w"):
            await press(pilot, key)
            opened.append(type(library.screen))
        assert opened == [ReadingScreen, PreviewScreen]
        await press(pilot, "e")
        assert "Written as a draft" in grid(pilot)


async def test_the_preview_keeps_its_place_when_the_terminal_changes(
    library: TranslatorApp, desk: Desk, slug: str
) -> None:
    text = "A sentence that is long enough to be broken into several lines of a narrow column."
    blocks = tuple(Block(n, Role.PARAGRAPH, f"{n} {text}") for n in range(1, 40))
    long = intake.add_article(desk, Article(blocks), data=b"l", modified=WHEN)
    async with library.run_test(size=(120, 24)) as pilot:
        library.open_preview(long, 20)
        await pilot.pause()
        assert "20 A sentence" in grid(pilot).split("\n")[2]
        await pilot.resize_terminal(70, 24)
        await pilot.pause()
        assert "20 A sentence" in grid(pilot).split("\n")[2]


async def test_leaving_for_the_editor_shows_what_was_changed(
    app: TranslatorApp, desk: Desk, slug: str
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        app.open_reading(slug)
        await press(pilot, "enter", "= y más", "enter", "escape")
        await pilot.pause()
        assert isinstance(app.screen, EditorScreen)
        assert "El río baja y más" in grid(pilot)


def test_a_page_reads_as_it_will(desk: Desk, slug: str) -> None:
    page = page_text.paragraphs(articles.read(desk, slug), "es")
    assert [one.text for one in page] == [
        "El río baja",
        "Por Ada Brook · 11 de marzo de 2026 · 2 minutos de lectura",
        "El río bajó el lunes. ⟨It is at two meters now.⟩",
        "Nadie resultó herido.",
    ]
    assert [len(one.pieces) for one in page] == [1, 0, 2, 1]


def test_lines_are_cut_by_cells_and_lose_nothing() -> None:
    for text in ("one two three", "日本語のテキスト と", "longwordwithoutspaces", "a  b", ""):
        for width in (1, 4, 7, 40):
            lines = wrap(text, width)
            covered = "".join(text[start:end] for start, end in lines)
            assert covered.replace(" ", "") == text.replace(" ", "")
    assert wrap("日本語", 4) == [(0, 2), (2, 3)]
    assert [("ab cd ef")[a:b] for a, b in wrap("ab cd ef", 5)] == ["ab cd", "ef"]


@pytest.mark.parametrize("place", ["reading", "preview"])
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
