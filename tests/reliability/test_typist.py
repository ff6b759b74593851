"""Who types fast and long fills neither the journal nor the memory."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Key

from tests.benchmarks.keys import article
from tests.reliability import typist
from tests.tui.test_editor import until
from translator import desk as desks
from translator import intake
from translator.config import Config
from translator.desk import Desk
from translator.desk.journal import Action, Holding, journal
from translator.tui.app import TranslatorApp
from translator.tui.assistance import Assistance

SENTENCES = 3
"""Of a hundred letters: what is typed in 30 s at ten keys a second."""


async def test_thirty_seconds_of_typing_without_its_pauses_leave_two_entries_a_sentence(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The keys of 30 s, one behind the other without the time between them; with it: below."""

    async def ask(_self: Assistance, _kind: str, **_question: object) -> None:
        return None

    monkeypatch.setattr(Assistance, "ask", ask)
    monkeypatch.setattr("translator.tui.screens.editor.sheet.SAVE_S", 0.001)
    slug = intake.add_article(desk, article(9, "north"), data=b"1", modified=desks.now())
    app = TranslatorApp(desk, Config(), slug)
    text = (typist.WORDS * 2)[: typist.LETTERS - 1]
    async with app.run_test() as pilot:
        for _ in range(SENTENCES):
            for place in range(0, len(text), 9):
                for letter in text[place : place + 9]:
                    app.post_message(Key("space" if letter == " " else letter, letter))
                await pilot.pause()
                await until(lambda: not app.screen._is_typed())  # type: ignore[attr-defined]
            app.post_message(Key("enter", "\r"))
        await pilot.pause()
    entries = journal(desk, slug)
    assert [one.action for one in entries] == [Action.TYPE, Action.CONFIRM] * SENTENCES
    held = [one.after for one in entries if isinstance(one.after, Holding)]
    assert {one.target.strip() for one in held} == {text.strip()}


@pytest.mark.slow
@pytest.mark.parametrize("minutes", [0.5])
def test_thirty_seconds_of_typing_at_their_pace(tmp_path: Path, minutes: float) -> None:
    lived, written = typist.work(tmp_path / "desk", minutes)
    sentences = int(minutes * 60 / typist.KEY_S / typist.LETTERS)
    assert written.rows == {"type": sentences, "confirm": sentences}
    # Of each entry: the text before and after, and 40 bytes of state and origin.
    assert written.size < 4 * (written.letters + 50 * sentences)
    assert lived[-1].memory < 150
