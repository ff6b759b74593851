"""What has changed is drawn as the framework draws it, and nothing else is asked how it looks."""

from __future__ import annotations

import asyncio
import random
import re

import pytest
from rich.cells import cell_len
from textual._compositor import Compositor, CompositorUpdate
from textual.app import App
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tests.conftest import WHEN
from tests.tui.conftest import grid, press, settle
from translator import intake
from translator.config import Config
from translator.desk import Desk
from translator.model import Article, Block, Role
from translator.tui.app import TranslatorApp
from translator.tui.repainting import FRAME_S, Lines, Repainting
from translator.tui.screens.editor import EditorScreen
from translator.tui.widgets.target_area import TargetArea

SIZE = WIDTH, HEIGHT = 120, 40
_SIGN = re.compile(r"\x1b\[(?P<row>\d+);(?P<column>\d+)H|\x1b\[(?P<look>[\d;]*)m|(?P<text>.)", re.S)

Cells = dict[tuple[int, int], tuple[str, str]]
"""What stands where, and how it looks."""


def drawn(output: str) -> Cells:
    """What a terminal shows of this output."""
    cells: Cells = {}
    row = column = 0
    look = ""
    for sign in _SIGN.finditer(output):
        if sign["row"]:
            row, column = int(sign["row"]) - 1, int(sign["column"]) - 1
        elif sign["look"] is not None:
            look = sign["look"]
        elif sign["text"] != "\n":
            cells[row, column] = sign["text"], look
            column += cell_len(sign["text"])
    return cells


def update(app: App[int], regions: set[Region], compositor: type[Compositor]) -> Cells:
    """What is drawn for these parts of the screen, and only there."""
    ours = app.screen._compositor
    ours._dirty_regions = set(regions)
    found = compositor.render_partial_update(ours)
    assert found is not None
    cells = drawn(found.render_segments(app.console))
    return {
        (y, x): cell
        for (y, x), cell in cells.items()
        if any(region.contains(x, y) for region in regions)
    }


def some_regions(chance: random.Random) -> set[Region]:
    """A few parts of the screen."""

    def one() -> Region:
        x, y = chance.randrange(WIDTH - 1), chance.randrange(HEIGHT - 1)
        return Region(x, y, chance.randint(1, WIDTH - x), chance.randint(1, HEIGHT - y))

    return {one() for _ in range(chance.randint(1, 4))}


@pytest.mark.parametrize("keys", [(), ("=Señal ",), ("f2",), ("ctrl+down", "escape", "down")])
async def test_parts_look_as_the_framework_draws_them(
    app: TranslatorApp, keys: tuple[str, ...]
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        assert isinstance(app.screen._compositor, Repainting)
        chance = random.Random(str(keys))
        for _ in range(60):
            regions = some_regions(chance)
            assert update(app, regions, Repainting) == update(app, regions, Compositor), regions


def parts_of_widgets(chance: random.Random, app: App[int]) -> set[Region]:
    """Parts of what a step in the editor changes: whole widgets, and some of their lines."""

    def one() -> Region:
        names = ("#segments", "#source", "#target", "#head", "#status", "#hints")
        whole = app.screen.query_one(chance.choice(names)).region
        first, left = chance.randrange(whole.height), chance.randrange(whole.width)
        part = Region(
            whole.x, whole.y + first, whole.width, chance.randint(1, whole.height - first)
        )
        narrow = Region(whole.x + left, part.y, chance.randint(1, whole.width - left), part.height)
        return chance.choice((whole, part, narrow))

    return {one() for _ in range(chance.randint(1, 5))}


@pytest.mark.parametrize("keys", [(), ("=Señal ",), ("ctrl+down", "escape", "down")])
async def test_lines_of_widgets_look_as_the_framework_draws_them(
    app: TranslatorApp, keys: tuple[str, ...]
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        ours = app.screen._compositor
        assert isinstance(ours, Repainting)
        chance = random.Random(str(keys))
        for _ in range(60):
            regions = parts_of_widgets(chance, app)
            assert update(app, regions, Repainting) == update(app, regions, Compositor), regions
            ours._dirty_regions = set(regions)
            assert isinstance(Repainting.render_partial_update(ours), Lines), regions


async def test_only_what_lies_in_the_parts_is_asked(
    app: TranslatorApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        asked: list[str | None] = []
        for widget in app.screen._compositor.visible_widgets:
            original = widget.render_lines

            def note(crop: Region, one: Widget = widget, draw=original):  # type: ignore[no-untyped-def]
                asked.append(one.id)
                return draw(crop)

            monkeypatch.setattr(widget, "render_lines", note)
        head, hints = Region(0, 0, WIDTH, 1), Region(0, HEIGHT - 1, WIDTH, 1)
        update(app, {head, hints}, Repainting)
        assert sorted(map(str, asked)) == ["head", "hints"]
        update(app, {head, hints}, Compositor)
        assert len(asked) > 8


@pytest.mark.parametrize(
    "keys",
    [
        ("=El río",),
        ("=palabra " * 12, "home"),
        ("=palabra " * 120, "up", "up"),
        ("=Uno ", "f1", "escape"),
        ("=Uno ", "shift+left", "shift+left"),
        ("escape", "down"),
        ("=" + "❤️" * 40, "home"),
    ],
)
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_what_is_kept_around_the_area_is_what_the_framework_draws(
    app: TranslatorApp, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        area = app.screen.query_one(TargetArea)
        whole = area.outer_size.region
        kept = area.render_lines(whole)
        area._frame = None
        fresh = area.render_lines(whole)
        assert [line.render(app.console) for line in map(plain, kept)] == [
            line.render(app.console) for line in map(plain, fresh)
        ]
        part = area.render_lines(Region(0, 1, whole.width, whole.height - 1))
        assert list(map(plain, part)) == list(map(plain, fresh[1:]))
        assert {line.cell_length for line in kept} == {whole.width}


def plain(strip: Strip) -> Strip:
    """A line with neighbours of one look as one, and without what only the framework sees."""
    return strip.discard_meta().simplify()


class Terminal:
    """What a terminal shows of all that was drawn."""

    def __init__(self, app: App[int], monkeypatch: pytest.MonkeyPatch) -> None:
        self._cells: Cells = {}
        self._console = app.console
        monkeypatch.setattr(app, "_display", self._take)

    def _take(self, _screen: object, update: CompositorUpdate | None) -> None:
        if isinstance(update, CompositorUpdate):
            self._cells |= drawn(update.render_segments(self._console))

    def row(self, y: int) -> str:
        """One row as it stands."""
        return "".join(self._cells.get((y, x), (" ", ""))[0] for x in range(WIDTH)).rstrip()


async def test_a_step_is_drawn_with_its_key_and_nothing_stays_behind(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = ["A short one.", "Long words " * 20, "Again a short one.", "Middling " * 8]
    blocks = [Block(1, Role.TITLE, "Steps")]
    blocks += [Block(n, Role.PARAGRAPH, f"{n}: {lines[n % 4]}".strip()) for n in range(2, 60)]
    slug = intake.add_article(desk, Article(tuple(blocks)), data=b"steps", modified=WHEN)
    app = TranslatorApp(desk, Config(), slug)
    terminal = Terminal(app, monkeypatch)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        editor = app.screen
        assert isinstance(editor, EditorScreen)
        at_once = 0
        for step in (1, 2, 3, 40, 41, 42, 43, 20, 58, 0, 57, 56):
            await asyncio.sleep(FRAME_S)
            editor._go(step)
            number = str(step + 1)
            at_once += f" {number}/" in terminal.row(HEIGHT - 2)
            await settle(pilot)
            rows = grid(pilot).split("\n")
            assert [terminal.row(y) for y in range(HEIGHT)] == rows[:HEIGHT]
        assert at_once >= 8  # the others gave the English another number of lines


async def test_keys_that_come_all_at_once_are_not_drawn_one_by_one(
    app: TranslatorApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        editor = app.screen
        assert isinstance(editor, EditorScreen)
        drawn: list[int] = []
        monkeypatch.setattr(editor, "_on_timer_update", lambda: drawn.append(editor._index))
        monkeypatch.setattr("translator.tui.repainting.FRAME_S", 60.0)
        editor._compositor.hurried_at = -60.0  # type: ignore[attr-defined]
        for step in (1, 2, 3, 2, 1):
            editor._go(step)
        assert drawn == [1]
