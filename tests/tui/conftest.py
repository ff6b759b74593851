"""What tests of the screen share: an app on a desk, and the screen as a grid of text."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot

from translator.config import Config
from translator.desk import Desk
from translator.errors import DeskError
from translator.tui import greeting
from translator.tui.app import TranslatorApp
from translator.tui.assistance import Assistance
from translator.tui.screens.editor import EditorScreen

GOLDEN = Path(__file__).parent / "golden"


def grid(pilot: Pilot[int]) -> str:
    """The screen as text, line by line, without the spaces at the ends.

    The compositor's strips are the one private thing the tests touch.
    """
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(part.text for part in strip).rstrip() for strip in strips) + "\n"


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys by name, and type the texts that begin with ``=``."""
    for key in keys:
        for letter in key[1:] if key.startswith("=") and key != "=" else [key]:
            if len(letter) == 1 and not letter.isascii():
                # The pilot knows ASCII names only; a terminal sends the letter as it is.
                pilot.app.post_message(Key(letter, letter))
                await pilot.pause()
            else:
                await pilot.press("space" if letter == " " else letter)
    await pilot.pause()


def full_disk(*_arguments: object, **_named: object) -> None:
    """In place of what writes to the desk: the disk has no room."""
    raise DeskError("disk-full", path="desk.db", detail="no room")


@pytest.fixture(autouse=True)
def _no_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test of the screen starts a child that loads a model."""

    async def ask(_self: Assistance, _kind: str, **_question: object) -> None:
        return None

    monkeypatch.setattr(Assistance, "ask", ask)


@pytest.fixture(autouse=True)
def _been_here(_own_machine: None) -> None:
    """Nobody is greeted, but where a test wants it."""
    greeting.is_first_start()


async def settle(pilot: Pilot[int]) -> None:
    """Wait until what is known of the segment is on the screen."""
    screen = pilot.app.screen
    assert isinstance(screen, EditorScreen)
    for _ in range(500):
        if screen._known is not None and screen._known.segment == screen._segment:
            await pilot.pause()
            return
        await asyncio.sleep(0.01)
    raise AssertionError("nothing is known")


@pytest.fixture
def app(desk: Desk, slug: str) -> TranslatorApp:
    """The editor on the small article."""
    return TranslatorApp(desk, Config(), slug)


@pytest.fixture
def library(desk: Desk) -> TranslatorApp:
    """The library of the desk."""
    return TranslatorApp(desk, Config())


@pytest.fixture(autouse=True)
def _nothing_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """No child counts findings beside a test that does not ask for it."""
    monkeypatch.setattr("translator.tui.screens.library.COUNT_S", 3600.0)
