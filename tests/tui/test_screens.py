"""The screens as grids of text at three sizes, the library's keys, and the two languages.

Renew the grids with ENGESP_RENEW_GOLDEN=1 and read the difference.
"""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest

from tests.conftest import WHEN
from tests.tui.conftest import GOLDEN, grid, press, settle
from tests.tui.test_editor import until
from translator import desk as desks
from translator import editing, i18n, intake
from translator.config import Config
from translator.desk import Desk, articles
from translator.model import Article, Block, Role
from translator.tui.app import TranslatorApp
from translator.tui.background import Pretranslation
from translator.tui.screens.keys import KeysScreen
from translator.tui.screens.library import LibraryScreen
from translator.tui.widgets.article_list import ArticleList

SIZES = [(80, 24), (120, 40), (200, 50)]


def compare(name: str, shown: str, folder: Path) -> None:
    path = GOLDEN / f"{name}.txt"
    shown = shown.replace(str(folder.resolve()), "DESK")
    if os.environ.get("ENGESP_RENEW_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(shown, encoding="utf-8")
    assert shown == path.read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def _fixed_zone(monkeypatch: pytest.MonkeyPatch, clock: datetime) -> None:
    monkeypatch.setenv("TZ", "UTC")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_editor_looks_so(
    app: TranslatorApp, desk: Desk, slug: str, size: tuple[int, int]
) -> None:
    editing.confirm(desk, slug, 1, "El río baja a su nivel más bajo")
    editing.set_target(desk, slug, 2, "El río bajó el lunes.")
    async with app.run_test(size=size) as pilot:
        await press(pilot, "down", "f2", "alt+p")
        await settle(pilot)
        compare(f"editor-{size[0]}x{size[1]}", grid(pilot), desk.folder)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_library_looks_so(
    library: TranslatorApp, desk: Desk, slug: str, size: tuple[int, int]
) -> None:
    editing.confirm(desk, slug, 1, "El río baja a su nivel más bajo")
    other = Article((Block(1, Role.TITLE, "Una prueba"), Block(2, Role.PARAGRAPH, "One word.")))
    intake.add_article(desk, other, data=b"2", modified=WHEN)
    async with library.run_test(size=size) as pilot:
        await pilot.pause()
        name = f"library-{size[0]}x{size[1]}"
        shown = grid(pilot)
        # The folder of a test has another length each time; only its line is left out.
        compare(name, "\n".join(shown.split("\n")[1:]), desk.folder)


async def test_the_editor_speaks_spanish(app: TranslatorApp, desk: Desk) -> None:
    i18n.use("es")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        compare("editor-es-80x24", grid(pilot), desk.folder)
        await press(pilot, "f1")
        compare("keys-es-80x24", grid(pilot), desk.folder)


async def test_an_empty_desk_says_what_to_do(tmp_path: Path) -> None:
    empty = desks.open_desk(tmp_path)
    app = TranslatorApp(empty, Config())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "translator add PAGE" in grid(pilot)
        await press(pilot, "enter", "p", "e")
        assert isinstance(app.screen, LibraryScreen)
    empty.close()


async def test_no_colour_is_needed(desk: Desk, slug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    editing.confirm(desk, slug, 1, "Uno")
    editing.set_target(desk, slug, 2, "Dos")
    app = TranslatorApp(desk, Config(), slug)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "escape")
        lines = grid(pilot).split("\n")
        assert [line[1] for line in lines[1:5]] == ["✓", "~", "·", "·"]
        strips = app.screen._compositor.render_strips()
        cursor = [part.style for part in strips[2] if part.style is not None]
        assert any(style.reverse for style in cursor)


async def test_the_library_filters_and_opens(library: TranslatorApp, desk: Desk) -> None:
    for number in range(12):
        block = Block(1, Role.TITLE, f"Bridge number {number}")
        article = Article((block, Block(2, Role.PARAGRAPH, "It is open.")))
        intake.add_article(desk, article, data=str(number).encode(), modified=WHEN)
    async with library.run_test(size=(100, 30)) as pilot:
        await press(pilot, "slash", "=number 11", "enter")
        rows = library.screen.query_one(ArticleList)
        assert [one.slug for one in rows.shown] == ["bridge-number-11"]
        await press(pilot, "enter")
        await pilot.pause()
        assert "Bridge number 11" in grid(pilot)
        await press(pilot, "escape", "escape", "escape")
        await pilot.pause()
        assert len(library.screen.query_one(ArticleList).shown) == 12
        await press(pilot, "j", "down", "k")
        assert library.screen.query_one(ArticleList).cursor == 1
        await press(pilot, "question_mark")
        assert isinstance(library.screen, KeysScreen)


async def test_the_pair_is_written_from_both_screens(
    app: TranslatorApp, desk: Desk, slug: str
) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot, "=El río", "alt+e")
        assert "Written as a draft" in grid(pilot)
        page = desk.folder / "out" / f"{slug}.es.html"
        assert "El río" in page.read_text(encoding="utf-8")
        page.unlink()
        await press(pilot, "escape", "escape")
        await pilot.pause()
        await press(pilot, "e")
        await until(page.exists)


@pytest.mark.parametrize("place", ["editor", "library"])
async def test_machine_drafts_are_made_beside_the_screen(
    desk: Desk, slug: str, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    async def run(_self: Pretranslation, folder: Path, wanted: str, *_rest: object) -> str:
        asked.append(wanted)
        other = desks.open_desk(folder)
        editing.set_target(other, wanted, 4, "Nadie resultó herido.")
        other.close()
        return ""

    monkeypatch.setattr(Pretranslation, "run", run)
    app = TranslatorApp(desk, Config(), slug if place == "editor" else None)
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot, "f5" if place == "editor" else "p")
        await until(lambda: "The machine drafts are there." in grid(pilot))
        if place == "editor":
            assert "Nadie resultó herido." in grid(pilot)
    assert asked == [slug]


async def test_the_real_child_fills_an_article(desk: Desk, slug: str) -> None:
    problem = await Pretranslation().run(desk.folder, slug)
    assert problem == ""
    assert all(segment.target for segment in articles.read(desk, slug).segments)


async def test_a_failing_child_is_said(desk: Desk) -> None:
    assert "no-such" in await Pretranslation().run(desk.folder, "no-such")
