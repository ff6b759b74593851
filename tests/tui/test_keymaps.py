"""Keys of one's own: presets and files work, and what would not is refused in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.conftest import press
from tests.tui.test_editor import area, at, stored
from translator import wording
from translator.config import Config
from translator.desk import Desk
from translator.errors import TranslatorError
from translator.tui import keymaps, keys, places
from translator.tui.app import TranslatorApp


@pytest.fixture(autouse=True)
def _own_keys() -> Iterator[None]:
    yield
    keys.choose({})


@pytest.mark.parametrize("name", list(keymaps.PRESETS))
def test_a_preset_has_no_clash(name: str, tmp_path: Path) -> None:
    assert keymaps.load(name, tmp_path) == keymaps.PRESETS[name]


def test_our_own_keys_have_no_clash() -> None:
    for together in keymaps.TOGETHER:
        pressed = [
            (one, key.id)
            for place in together
            for key in places.table(place)
            if key.action
            for one in key.keys.split(",")
        ]
        assert len({one for one, _ in pressed}) == len(pressed)


def test_no_key_of_ours_is_one_that_terminals_do_not_send() -> None:
    for table in places.TABLES.values():
        for key in table:
            if key.action:
                keymaps._refuse_dead(key.id, key.keys.split(","))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("x = ", "not valid TOML"),
        ('"editor.confrim" = "f9"', "editor.confirm"),
        ('"editor.edge" = "f9"', "no action"),
        ('"editor.confirm" = 3', "a text such as"),
        ('"editor.confirm" = "ctrl+s"', "would be both"),
        ('"editor.next-open" = "n"', "would be both"),
        ('"editor.next-open" = "alt+1"', "do not send"),
        ('"editor.next-open" = "alt+comma"', "do not send"),
        ('"editor.next-open" = "alt+b"', "do not send"),
        ('"editor.next-open" = "ctrl+m"', "do not send"),
        ('"editor.next-open" = "ctrl+enter"', "do not send"),
        ('"editor.next-open" = "ctrl+shift+n"', "do not send"),
        ('preset = "wordfast"', "omegat"),
    ],
)
def test_what_would_not_work_is_refused(text: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "keys.toml").write_text(text, encoding="utf-8")
    with pytest.raises(TranslatorError) as caught:
        keymaps.load("keys.toml", tmp_path)
    assert words in wording.sentence(caught.value)


def test_a_file_that_is_not_there_names_the_presets(tmp_path: Path) -> None:
    with pytest.raises(TranslatorError) as caught:
        keymaps.load("mine.toml", tmp_path)
    assert "omegat" in wording.sentence(caught.value)


async def test_chosen_keys_work_and_are_shown(desk: Desk, slug: str) -> None:
    text = 'preset = "omegat"\n"editor.confirm" = "f10"\n"list.reject" = "d"\n'
    (desk.folder / "keys.toml").write_text(text, encoding="utf-8")
    keys.choose(keymaps.load("keys.toml", desk.folder))
    app = TranslatorApp(desk, Config(), slug)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "=Uno", "f10")
        assert at(pilot) == 2
        await press(pilot, "ctrl+p")
        assert at(pilot) == 1
        await press(pilot, "escape", "r")
        assert not stored(desk, slug, 1).is_open
        await press(pilot, "d")
        assert stored(desk, slug, 1).is_open
        await press(pilot, "enter", "ctrl+u")
        assert at(pilot) == 2
        assert area(pilot).has_focus
    assert keys.shown("editor.confirm") == "f10"
