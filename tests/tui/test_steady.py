"""A text in its place: drawn as it is wrapped; what is below moves only where it must."""

from __future__ import annotations

import pytest
from rich.text import Text
from textual.app import App, ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.pilot import Pilot
from textual.widgets import Static

from translator.tui.widgets.steady import Steady

LONG = "El río bajó el lunes a su nivel más bajo en cien años, dijo la ciudad."
SHORT = "Nadie resultó herido."


class Page(App[int]):
    """A text between two others, and one that fills a box."""

    CSS = """
    #head { height: 1; }
    Vertical { height: auto; }
    #middle { height: auto; }
    #box { height: 4; }
    #filling { height: auto; min-height: 100%; }
    """

    def compose(self) -> ComposeResult:
        yield Steady(id="head", lines=1)
        with Vertical():
            yield Steady(id="middle")
        yield Static("below", id="below")
        with VerticalScroll(id="box"):
            yield Steady(id="filling", fills=True)


def rows(pilot: Pilot[int]) -> list[str]:
    strips = pilot.app.screen._compositor.render_strips()
    return ["".join(part.text for part in strip).rstrip() for strip in strips]


async def show(pilot: Pilot[int], name: str, text: str) -> list[str]:
    pilot.app.query_one(f"#{name}", Steady).show(Text(text))
    await pilot.pause()
    await pilot.pause()
    return rows(pilot)


async def test_what_is_below_moves_with_the_lines_of_the_text() -> None:
    async with Page().run_test(size=(30, 12)) as pilot:
        assert (await show(pilot, "middle", SHORT))[1:3] == [SHORT, "below"]
        drawn = await show(pilot, "middle", LONG)
        assert " ".join(drawn[1:4]) == LONG
        assert drawn[4] == "below"
        assert (await show(pilot, "middle", SHORT))[1:3] == [SHORT, "below"]


async def test_a_line_of_its_own_is_cut_with_a_sign() -> None:
    async with Page().run_test(size=(30, 12)) as pilot:
        assert (await show(pilot, "head", LONG))[0] == f"{LONG[:29]}…"


@pytest.mark.parametrize("name", ["middle", "filling"])
async def test_no_line_is_lost_when_the_window_has_changed_between(name: str) -> None:
    async with Page().run_test(size=(24, 16)) as pilot:
        await show(pilot, name, f"{LONG} {SHORT}")
        await pilot.resize_terminal(80, 16)
        await pilot.pause()
        await show(pilot, name, SHORT)
        longer = " ".join([LONG, SHORT, LONG, SHORT])
        assert longer in " ".join(filter(None, await show(pilot, name, longer)))


async def test_lines_within_the_box_that_is_filled_move_nothing() -> None:
    async with Page().run_test(size=(30, 12)) as pilot:
        await show(pilot, "filling", SHORT)
        filling = pilot.app.query_one("#filling", Steady)
        moves = []
        for text in (LONG, f"{LONG} {LONG}"):
            filling.show(Text(text))
            moves.append(filling._layout_required)
            await pilot.pause()
            if text == LONG:
                assert " ".join(filter(None, rows(pilot))).endswith(LONG)
        assert moves == [False, True]
        assert filling.size.height == 6


async def test_another_look_is_seen() -> None:
    async with Page().run_test(size=(30, 12)) as pilot:
        await show(pilot, "middle", SHORT)
        middle = pilot.app.query_one("#middle", Steady)
        middle.styles.background = "red"
        await pilot.pause()
        style = next(iter(middle.render_line(0))).style
        assert style is not None
        assert style.bgcolor is not None
        assert style.bgcolor.name == "#ff0000"
