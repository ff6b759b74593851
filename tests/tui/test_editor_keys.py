"""Every key of the editor's tables is pressed once, and does what the table says."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import press
from tests.tui.test_editor import area, at, draft, stored, until
from translator import editing
from translator.desk import Desk
from translator.model import State
from translator.terminology import load
from translator.tui import keys
from translator.tui.app import TranslatorApp
from translator.tui.assistance import Assistance
from translator.tui.screens.copying import CopyScreen
from translator.tui.screens.editor import EditorScreen
from translator.tui.screens.ignoring import IgnoreScreen
from translator.tui.screens.keys import KeysScreen
from translator.tui.screens.library import LibraryScreen
from translator.tui.screens.note import NoteScreen
from translator.tui.screens.number import NumberScreen
from translator.tui.screens.term import TermScreen
from translator.tui.widgets.segment_list import SegmentList
from translator.tui.widgets.side_panel import Part
from translator.tui.widgets.source_view import SourceView

Use = Callable[[Pilot[int], Desk, str, str], Awaitable[None]]
USES: dict[str, Use] = {}


def use(*names: str) -> Callable[[Use], Use]:
    """The function presses the key of these actions, and looks."""

    def enter(function: Use) -> Use:
        USES.update(dict.fromkeys(names, function))
        return function

    return enter


TABLES = (keys.EDITOR, keys.LIST, keys.PANEL, keys.SOURCE)
PRESSED = [
    (key.id, one)
    for table in TABLES
    for key in table
    for one in key.keys.split(",")
    if one not in "3456789"  # as 1 and 2
]


def test_every_key_has_its_use() -> None:
    assert set(USES) == {name for name, _ in PRESSED}


@pytest.mark.parametrize(("name", "key"), PRESSED, ids=lambda one: one)
async def test_a_key_does_what_the_table_says(
    app: TranslatorApp, desk: Desk, slug: str, name: str, key: str
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        if name.startswith("list."):
            await press(pilot, "escape")
        await USES[name](pilot, desk, slug, key)


@use("editor.confirm")
async def _(pilot: Pilot[int], desk: Desk, slug: str, key: str) -> None:
    await press(pilot, "=Uno", key)
    assert at(pilot) == 2
    assert stored(desk, slug, 1).state is State.TRANSLATED


@use("editor.edge", "editor.next", "editor.previous", "list.move")
async def _(pilot: Pilot[int], _desk: Desk, _slug: str, key: str) -> None:
    await press(pilot, "ctrl+down")
    await press(pilot, key)
    assert at(pilot) == (1 if key in ("up", "k", "ctrl+up") else 3)


@use("editor.next-open", "list.next-open")
async def _(pilot: Pilot[int], desk: Desk, slug: str, key: str) -> None:
    editing.confirm(desk, slug, 2, "Ya")
    pilot.app.screen._reread()  # type: ignore[attr-defined]
    await press(pilot, key)
    assert at(pilot) == 3


@use("editor.previous-open")
async def _(pilot: Pilot[int], _desk: Desk, _slug: str, key: str) -> None:
    await press(pilot, key)
    assert at(pilot) == 4


@use("editor.next-review", "list.next-review")
async def _(pilot: Pilot[int], desk: Desk, slug: str, key: str) -> None:
    for number in (2, 3):
        editing.confirm(desk, slug, number, "Ya")
    editing.mark(desk, slug, 2, State.REVIEWED)
    pilot.app.screen._reread()  # type: ignore[attr-defined]
    await press(pilot, key)
    assert at(pilot) == 3
    await press(pilot, "alt+v", key)
    assert at(pilot) == 3


@use("editor.next-finding")
async def _(pilot: Pilot[int], desk: Desk, slug: str, key: str) -> None:
    editing.set_target(desk, slug, 2, "El río bajó el lunes.")
    editing.set_target(desk, slug, 3, "Ahora está a dos metros.")  # without its link
    pilot.app.screen._reread()  # type: ignore[attr-defined]
    await press(pilot, key)
    await until(lambda: at(pilot) == 3)


@use("editor.next-error")
async def _(pilot: Pilot[int], desk: Desk, slug: str, key: str) -> None:
    editing.set_target(desk, slug, 2, "El río  bajó el lunes.")  # a warning
    editing.set_target(desk, slug, 4, "Nobody was hurt.")
    pilot.app.screen._reread()  # type: ignore[attr-defined]
    await press(pilot, key)
    await until(lambda: at(pilot) == 4)
    editing.set_target(desk, slug, 4, "")
    pilot.app.screen._reread()  # type: ignore[attr-defined]
    await press(pilot, key)
    await until(
        lambda: "No segment has an error" in str(pilot.app.screen.query_one("#status").render())
    )


@use("editor.fix")
async def _(pilot: Pilot[int], desk: Desk, slug: str, key: str) -> None:
    editing.set_target(desk, slug, 2, "El río  bajó el lunes.")
    pilot.app.screen._reread()  # type: ignore[attr-defined]
    await press(pilot, "down")
    await until(lambda: f"{key}: ␣␣ → ␣" in _shown(pilot))
    await press(pilot, key)
    assert area(pilot).text == stored(desk, slug, 2).target == "El río bajó el lunes."
    await press(pilot, "ctrl+z")
    assert area(pilot).text == "El río  bajó el lunes."


@use("editor.ignore")
async def _(pilot: Pilot[int], desk: Desk, slug: str, key: str) -> None:
    editing.set_target(desk, slug, 2, "El río  bajó el lunes.")
    pilot.app.screen._reread()  # type: ignore[attr-defined]
    await press(pilot, "down")
    await until(lambda: f"({key}: ignore)" in _shown(pilot))
    await press(pilot, key)
    assert isinstance(pilot.app.screen, IgnoreScreen)
    await press(pilot, "=La casa lo quiere", "enter")
    await until(lambda: "Ignored 1" in _shown(pilot))
    assert f"({key}: ignore)" not in _shown(pilot)


@use("editor.next-doubtful")
async def _(pilot: Pilot[int], desk: Desk, slug: str, key: str) -> None:
    async def ask(_self: Assistance, kind: str, **question: object) -> dict[str, object]:
        assert kind == "confidence"
        pairs = question["pairs"]
        assert isinstance(pairs, list)
        return {"confidence": [0.2 if "Ahora" in target else 0.9 for _source, target in pairs]}

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Assistance, "ask", ask)
        for number, text in enumerate(("Cae", "Lunes", "Ahora", "Nadie"), start=1):
            editing.set_target(desk, slug, number, text)
        pilot.app.screen._reread()  # type: ignore[attr-defined]
        await press(pilot, key)
        await until(lambda: at(pilot) == 3)


@use("editor.go-to", "list.go-to")
async def _(pilot: Pilot[int], _desk: Desk, _slug: str, key: str) -> None:
    await press(pilot, key)
    assert isinstance(pilot.app.screen, NumberScreen)
    await press(pilot, "3", "enter")
    assert at(pilot) == 3


@use("editor.suggestion")
async def _(pilot: Pilot[int], desk: Desk, slug: str, key: str) -> None:
    draft(desk, slug, 2, "El río bajó el lunes.")
    pilot.app.screen._reread()  # type: ignore[attr-defined]
    await press(pilot, "down", "=x")
    await until(lambda: "El río" in _shown(pilot))
    await press(pilot, key)
    assert area(pilot).text == "El río bajó el lunes."
    await press(pilot, "ctrl+z")
    assert area(pilot).text == "El río bajó el lunes.x"


def _shown(pilot: Pilot[int]) -> str:
    return " ".join(str(part.render()) for part in pilot.app.screen.query(Part))


@use("editor.panel", "panel.leave")
async def _(pilot: Pilot[int], _desk: Desk, _slug: str, key: str) -> None:
    await press(pilot, "f4")
    assert isinstance(pilot.app.screen.focused, Part)
    if key == "escape":
        await press(pilot, key)
        assert area(pilot).has_focus


@use("panel.take")
async def _(pilot: Pilot[int], desk: Desk, slug: str, key: str) -> None:
    editing.confirm(desk, slug, 4, "Nadie resultó herido.")
    draft(desk, slug, 1, "El río cae a su nivel más bajo")
    pilot.app.screen._reread()  # type: ignore[attr-defined]
    await press(pilot, "=!")
    await until(lambda: "El río cae" in _shown(pilot))
    await press(pilot, "f4", key)
    assert area(pilot).has_focus
    assert area(pilot).text == f"El río cae a su nivel más bajo{'' if key == '1' else '!'}"


@use("panel.fold")
async def _(pilot: Pilot[int], _desk: Desk, _slug: str, key: str) -> None:
    await press(pilot, "f4")
    part = pilot.app.screen.focused
    assert isinstance(part, Part)
    folded = []
    for _ in range(2):
        await press(pilot, key)
        folded.append(part.is_folded)
    assert folded == [True, False]


@use("panel.move")
async def _(pilot: Pilot[int], desk: Desk, slug: str, key: str) -> None:
    editing.set_note(desk, slug, 1, "Ask.")
    pilot.app.screen._reread()  # type: ignore[attr-defined]
    await until(lambda: "Ask." in _shown(pilot))
    await press(pilot, "f4")
    first = pilot.app.screen.focused
    await press(pilot, "down" if key in ("up", "k") else key)
    assert pilot.app.screen.focused is not first
    assert isinstance(pilot.app.screen.focused, Part)
    if key in ("up", "k"):
        await press(pilot, key)
        assert pilot.app.screen.focused is first


@use("editor.fold")
async def _(pilot: Pilot[int], _desk: Desk, _slug: str, key: str) -> None:
    panel = pilot.app.screen.query_one("#panel")
    shown = [panel.display]
    for _ in range(2):
        await press(pilot, key)
        shown.append(panel.display)
    assert shown == [True, False, True]


@use("editor.ghost", "editor.ghost-word")
async def _(pilot: Pilot[int], desk: Desk, slug: str, key: str) -> None:
    draft(desk, slug, 1, "El río cae hoy")
    pilot.app.screen._reread()  # type: ignore[attr-defined]
    area(pilot).replace_all("El")
    await until(lambda: area(pilot).suggestion == " río cae hoy")
    await press(pilot, key)
    assert area(pilot).text == ("El río cae hoy" if key == "right" else "El río")
    await press(pilot, "left", "right")
    assert area(pilot).text == ("El río cae hoy" if key == "right" else "El río")


@use("editor.clear")
async def _(pilot: Pilot[int], _desk: Desk, _slug: str, key: str) -> None:
    await press(pilot, "=Un borrador malo", key)
    assert area(pilot).text == ""
    await press(pilot, "ctrl+z")
    assert area(pilot).text == "Un borrador malo"


@use("editor.copy-source")
async def _(pilot: Pilot[int], _desk: Desk, _slug: str, key: str) -> None:
    await press(pilot, key)
    assert area(pilot).text == "River falls to its lowest level"


@use("editor.code")
async def _(pilot: Pilot[int], _desk: Desk, _slug: str, key: str) -> None:
    await press(pilot, "down", "down", "=A ", key, "=dos", "end", "=.", key)
    assert area(pilot).text == "A <1>dos</1>."


@use("editor.case")
async def _(pilot: Pilot[int], _desk: Desk, _slug: str, key: str) -> None:
    await press(pilot, "=el ñandú", key)
    assert area(pilot).text == "el Ñandú"
    await press(pilot, key)
    assert area(pilot).text == "el ÑANDÚ"
    await press(pilot, key)
    assert area(pilot).text == "el ñandú"
    await press(pilot, "ctrl+a", "home", "shift+end", key)
    assert area(pilot).text == "El ñandú"


@use("editor.sign")
async def _(pilot: Pilot[int], _desk: Desk, _slug: str, key: str) -> None:
    for typed in ("less_than_sign", "greater_than_sign", "question_mark", "exclamation_mark"):
        await press(pilot, key, typed)
    await press(pilot, key, "minus", key, "space", key, "quotation_mark", key, "z", "=a")
    assert area(pilot).text == '«»¿¡—\u00a0"a'


@use("editor.no-break")
async def _(pilot: Pilot[int], _desk: Desk, _slug: str, key: str) -> None:
    await press(pilot, "=5", key, "=%")
    assert area(pilot).text == "5\u00a0%"


@use("editor.source", "source.leave", "source.move")
async def _(pilot: Pilot[int], _desk: Desk, _slug: str, key: str) -> None:
    await press(pilot, "alt+o")
    source = pilot.app.screen.query_one(SourceView)
    assert source.has_focus
    assert source.selected == "River"
    if key == "right":
        await press(pilot, key)
        assert source.selected == "falls"
    if key == "left":
        await press(pilot, "end", key)
        assert source.selected == "lowest"
    await press(pilot, "escape")
    assert area(pilot).has_focus


@use("source.select", "source.take")
async def _(pilot: Pilot[int], _desk: Desk, _slug: str, key: str) -> None:
    await press(pilot, "=A ", "alt+o", "right", "right", "shift+right")
    source = pilot.app.screen.query_one(SourceView)
    assert source.selected == "to its"
    if key == "shift+left":
        await press(pilot, key, key)
        assert source.selected == "falls to"
    await press(pilot, "space")
    assert area(pilot).text.startswith("A ")
    assert area(pilot).text.endswith("to" if key == "shift+left" else "to its")
    assert area(pilot).has_focus


@use("editor.split", "source.split")
async def _(pilot: Pilot[int], desk: Desk, slug: str, _key: str) -> None:
    await press(pilot, "down", "=El río bajó el lunes.", *["left"] * 10, "alt+k")
    assert pilot.app.screen.query_one(SourceView).has_focus
    await press(pilot, "home", "right", "right", "right", "enter")
    assert area(pilot).has_focus
    first, second = stored(desk, slug, 2), stored(desk, slug, 5)
    assert (first.source, second.source) == ("The river fell", "on Monday.")
    assert (first.target, second.target) == ("El río bajó", "el lunes.")
    assert at(pilot) == 2


@use("editor.merge")
async def _(pilot: Pilot[int], desk: Desk, slug: str, key: str) -> None:
    await press(pilot, "down", "=Uno.", "down", "=Dos.", "up", key)
    assert stored(desk, slug, 2).target == "Uno. Dos."
    assert area(pilot).text == "Uno. Dos."
    await press(pilot, key)
    assert "last one of its line" in str(pilot.app.screen.query_one("#status").render())


@use("editor.reject", "list.reject")
async def _(pilot: Pilot[int], desk: Desk, slug: str, key: str) -> None:
    editing.confirm(desk, slug, 1, "Uno")
    pilot.app.screen._reread()  # type: ignore[attr-defined]
    await press(pilot, key)
    assert stored(desk, slug, 1).is_open


@use("editor.review", "editor.final", "list.review", "list.final")
async def _(pilot: Pilot[int], desk: Desk, slug: str, key: str) -> None:
    await press(pilot, key)
    assert "Confirm it first." in str(pilot.app.screen.query_one("#status").render())
    for number in (1, 3):
        editing.confirm(desk, slug, number, "Uno")
    pilot.app.screen._reread()  # type: ignore[attr-defined]
    await press(pilot, key)
    wanted = State.FINAL if key in ("alt+x", "x") else State.REVIEWED
    assert stored(desk, slug, 1).state is wanted
    assert at(pilot) == 3


@use("editor.twins")
async def _(pilot: Pilot[int], _desk: Desk, _slug: str, key: str) -> None:
    await press(pilot, key)
    assert "No other open segment" in str(pilot.app.screen.query_one("#status").render())


@use("editor.note", "list.note")
async def _(pilot: Pilot[int], desk: Desk, slug: str, key: str) -> None:
    await press(pilot, key)
    assert isinstance(pilot.app.screen, NoteScreen)
    await press(pilot, "=Pregunta", "enter", "=ya", "escape")
    assert stored(desk, slug, 1).note == "Pregunta\nya"
    assert "Pregunta" in _shown(pilot)


@use("editor.term")
async def _(pilot: Pilot[int], desk: Desk, _slug: str, key: str) -> None:
    await press(pilot, "=cota", "alt+o", "end", "shift+left")
    await press(pilot, "escape", "ctrl+a", "shift+end")
    await press(pilot, "alt+o", "end", key)
    assert isinstance(pilot.app.screen, TermScreen)
    await press(pilot, "enter")
    assert isinstance(pilot.app.screen, EditorScreen)
    own = load(desk, pilot.app.config).terms[0]  # type: ignore[attr-defined]
    assert (own.source, own.target) == ("level", "cota")


@use(
    "editor.search",
    "editor.concordance",
    "editor.history",
    "editor.read",
    "editor.preview",
    "editor.structure",
    "editor.names",
)
async def _(pilot: Pilot[int], desk: Desk, slug: str, key: str) -> None:
    await press(pilot, "=Uno", key)
    await until(lambda: not isinstance(pilot.app.screen, EditorScreen))
    assert type(pilot.app.screen).__name__ == PLACES[key]
    assert stored(desk, slug, 1).target == "Uno"
    await press(pilot, "escape", "escape")
    await until(lambda: isinstance(pilot.app.screen, EditorScreen))
    assert area(pilot).text == "Uno"


PLACES = {
    "ctrl+f": "SearchScreen",
    "f7": "ConcordanceScreen",
    "alt+h": "HistoryScreen",
    "alt+d": "ReadingScreen",
    "f6": "PreviewScreen",
    "alt+u": "StructureScreen",
    "f9": "NamesScreen",
}


@use("editor.copy")
async def _(pilot: Pilot[int], desk: Desk, slug: str, key: str) -> None:
    editing.set_target(desk, slug, 2, "Uno.")
    editing.set_target(desk, slug, 3, "Está a <1>dos</1>.")
    pilot.app.screen._reread()  # type: ignore[attr-defined]
    file = desk.folder / "out" / "copied.txt"
    for chosen, text in (("s", "Uno."), ("p", "Uno. Está a dos."), ("a", None)):
        await press(pilot, "ctrl+g", "2", "enter", key)
        assert isinstance(pilot.app.screen, CopyScreen)
        await press(pilot, chosen)
        copied = file.read_text(encoding="utf-8")
        assert pilot.app.clipboard == copied
        assert text in (None, copied)
    assert "River falls" in copied
    assert "Uno. Está a dos." in copied


@use("editor.pretranslate", "editor.export")
async def _(pilot: Pilot[int], desk: Desk, slug: str, key: str) -> None:
    asked: list[str] = []

    async def run(_self: object, _folder: Path, wanted: str) -> str:
        asked.append(wanted)
        return ""

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("translator.tui.background.Pretranslation.run", run)
        await press(pilot, key)
        page = desk.folder / "out" / f"{slug}.es.html"
        await until(lambda: asked == [slug] if key == "f5" else page.exists())


@use("editor.undo", "editor.undo-typing", "list.undo")
async def _(pilot: Pilot[int], desk: Desk, slug: str, key: str) -> None:
    editing.confirm(desk, slug, 3, "Tres")
    pilot.app.screen._reread()  # type: ignore[attr-defined]
    if key != "u":
        await press(pilot, "=Uno", key)
        assert area(pilot).text == ""
    await press(pilot, key)
    assert stored(desk, slug, 3).target == ""
    assert at(pilot) == 3


@use("editor.redo", "list.redo")
async def _(pilot: Pilot[int], desk: Desk, slug: str, key: str) -> None:
    editing.confirm(desk, slug, 3, "Tres")
    pilot.app.screen._reread()  # type: ignore[attr-defined]
    if key == "ctrl+y":
        await press(pilot, "=Uno", "ctrl+z", key)
        assert area(pilot).text == "Uno"
        await press(pilot, "ctrl+z")
    await press(pilot, "alt+z", key)
    assert stored(desk, slug, 3).state is State.TRANSLATED
    assert at(pilot) == 3
    await press(pilot, key)
    assert "nothing to do again" in str(pilot.app.screen.query_one("#status").render())


@use("editor.save")
async def _(pilot: Pilot[int], desk: Desk, slug: str, key: str) -> None:
    await press(pilot, "=Uno", key)
    assert stored(desk, slug, 1).target == "Uno"


@use("editor.leave")
async def _(pilot: Pilot[int], _desk: Desk, _slug: str, key: str) -> None:
    await press(pilot, key)
    assert pilot.app.screen.query_one(SegmentList).has_focus
    await press(pilot, key)
    await pilot.pause()
    assert isinstance(pilot.app.screen, LibraryScreen)


@use("editor.help", "list.help")
async def _(pilot: Pilot[int], _desk: Desk, _slug: str, key: str) -> None:
    await press(pilot, key)
    assert isinstance(pilot.app.screen, KeysScreen)


@use("editor.palette")
async def _(pilot: Pilot[int], _desk: Desk, _slug: str, key: str) -> None:
    await press(pilot, key)
    await until(lambda: type(pilot.app.screen).__name__ == "CommandPalette")


@use("editor.quit")
async def _(pilot: Pilot[int], _desk: Desk, _slug: str, key: str) -> None:
    await press(pilot, key)
    await until(lambda: pilot.app.return_code == 0)


@use("list.leave")
async def _(pilot: Pilot[int], _desk: Desk, _slug: str, key: str) -> None:
    await press(pilot, key)
    await pilot.pause()
    assert isinstance(pilot.app.screen, LibraryScreen)


@use("list.edit")
async def _(pilot: Pilot[int], _desk: Desk, _slug: str, key: str) -> None:
    await press(pilot, key)
    assert area(pilot).has_focus


@use("editor.emergency")
async def _(pilot: Pilot[int], desk: Desk, slug: str, key: str) -> None:
    told: list[str] = []
    pilot.app.notify = lambda text, **_: told.append(text)  # type: ignore[method-assign]
    await press(pilot, "=Uno", key)
    assert told == ["Everything is saved."]
    assert stored(desk, slug, 1).target == "Uno"
