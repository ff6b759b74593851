"""What the editor offers: grey text, panel, twins; nothing late, nothing over what is typed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.events import Key
from textual.pilot import Pilot

from tests.conftest import WHEN, make_article
from tests.tui.conftest import grid, press, settle
from tests.tui.test_editor import SIZE, area, at, draft, stored, until
from tests.tui.test_screens import compare
from translator import desk as desks
from translator import editing, intake
from translator.config import Config
from translator.desk import Desk
from translator.model import Article, Block, Grade, Origin, Role, Segment, State
from translator.tui import greeting, keys
from translator.tui.app import TranslatorApp
from translator.tui.assistance import Assistance
from translator.tui.findings import Told
from translator.tui.knowledge import Known
from translator.tui.screens.editor import EditorScreen
from translator.tui.widgets import ghost, marking, status
from translator.tui.widgets.side_panel import Part

Answer = Callable[[dict[str, object]], dict[str, object] | None]


def machine(monkeypatch: pytest.MonkeyPatch, answers: dict[str, Answer]) -> list[str]:
    """A machine that answers so; what it was asked."""
    asked: list[str] = []

    async def ask(_self: Assistance, kind: str, **question: object) -> dict[str, object] | None:
        asked.append(kind)
        await asyncio.sleep(0)
        answer = answers.get(kind)
        return answer(question) if answer else None

    monkeypatch.setattr(Assistance, "ask", ask)
    return asked


def panel(pilot: Pilot[int]) -> str:
    return "\n".join(str(part.render()) for part in pilot.app.screen.query(Part) if part.display)


async def test_the_machine_goes_on_behind_what_is_typed(
    app: TranslatorApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = "El río baja hoy"
    # It may be asked again for what is typed meanwhile, and must go on from there.
    machine(
        monkeypatch, {"complete": lambda question: {"rest": whole[len(str(question["prefix"])) :]}}
    )
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "=El r")
        await until(lambda: area(pilot).suggestion == "ío baja hoy")
        await press(pilot, "=ío")
        assert area(pilot).suggestion == " baja hoy"
        await press(pilot, "right")
        assert area(pilot).text == "El río baja hoy"
        assert area(pilot).suggestion == ""


async def test_an_answer_that_comes_too_late_is_dropped(
    app: TranslatorApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = asyncio.Event()

    async def ask(_self: Assistance, kind: str, **question: object) -> dict[str, object] | None:
        if kind != "complete":
            return None
        await waits.wait()
        return {"rest": "ío" if question["prefix"] == "El r" else ""}

    monkeypatch.setattr(Assistance, "ask", ask)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "=El r")
        await pilot.pause(0.3)
        await press(pilot, "=a")
        waits.set()
        await pilot.pause(0.1)
        assert area(pilot).suggestion == ""
        await press(pilot, "down")
        await pilot.pause(0.3)
        assert (area(pilot).text, area(pilot).suggestion) == ("", "")


async def test_the_grey_text_can_be_switched_off(desk: Desk, slug: str) -> None:
    draft(desk, slug, 1, "El río cae")
    app = TranslatorApp(desk, Config(ghost="off"), slug)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        area(pilot).replace_all("El")
        await pilot.pause(0.2)
        assert area(pilot).suggestion == ""


LONG = (
    "El río Seco baja hoy a su nivel más bajo en cien años, según los ingenieros de la ciudad,"
    " que lo miden cada mañana"
)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda one: f"{one[0]}")
async def test_a_long_grey_text_is_shown_whole(
    desk: Desk, slug: str, size: tuple[int, int]
) -> None:
    draft(desk, slug, 1, LONG)
    app = TranslatorApp(desk, Config(), slug)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        area(pilot).replace_all("El río Se")
        await until(lambda: area(pilot).suggestion.startswith("co baja"))
        await pilot.pause()
        left = 0 if size[0] == 80 else 61
        rows = [line[left:] for line in grid(pilot).split("\n")]
        start = next(place for place, row in enumerate(rows) if row.startswith(" El río Se"))
        shown = " ".join(row.strip(" │") for row in rows[start : start + 3]).strip()
        assert shown == LONG
        await press(pilot, "ctrl+right", "right")
        assert area(pilot).text == LONG
        await pilot.pause()
        assert "cada mañana" in grid(pilot)


def test_grey_text_is_broken_where_a_row_ends() -> None:
    assert ghost.rows(" hizo avances", 10, 20, 5) == [" hizo", "avances"]
    assert ghost.rows("zo avances", 3, 12, 5) == ["zo", "avances"]
    assert ghost.rows(" avances", 4, 12, 5) == ["", "avances"]
    assert ghost.rows(" avances", 0, 12, 5) == ["", "avances"]
    assert ghost.rows("uno dos tres cuatro", 8, 8, 2) == ["uno dos", "tres…"]
    assert ghost.rows("uno dos tres", 20, 20, 1) == ["uno dos tres"]


async def test_a_draft_that_was_typed_over_is_still_offered(desk: Desk, slug: str) -> None:
    draft(desk, slug, 1, "El río cae")
    editing.set_target(desk, slug, 1, "El río sube")
    app = TranslatorApp(desk, Config(), slug)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        area(pilot).replace_all("El r")
        await until(lambda: area(pilot).suggestion == "ío cae")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)], ids=lambda one: f"{one[0]}")
async def test_the_panel_looks_so(
    desk: Desk, slug: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch, clock: object
) -> None:
    monkeypatch.setenv("TZ", "UTC")
    texts = ["Está a <1>dos metros</1>.", "Se halla a <1>dos metros</1> ahora."]
    machine(monkeypatch, {"hypotheses": lambda _: {"hypotheses": [[one, 0.0] for one in texts]}})
    other = make_article()
    blocks = [*other.blocks[:3], replace(other.blocks[3], text="It is at <1>three meters</1> now.")]
    second = intake.add_article(desk, Article(tuple(blocks)), data=b"2", modified=WHEN)
    editing.confirm(desk, second, 2, "Ahora está a <1>tres metros</1>.")
    editing.set_target(desk, slug, 3, "Ahora está en 3 metros, en South Korea.")
    editing.set_note(desk, slug, 3, "¿Metros o pies?")
    app = TranslatorApp(desk, Config(), slug)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "down", "down")
        await settle(pilot)
        if size[0] < 100:
            await press(pilot, "f4")
        await until(lambda: "Se halla" in panel(pilot))
        await pilot.pause()
        assert "[+" in panel(pilot)
        compare(f"panel-{size[0]}x{size[1]}", grid(pilot), desk.folder)


async def test_twins_are_offered_and_taken(desk: Desk) -> None:
    same = "Nobody was hurt."
    blocks = [Block(number, Role.PARAGRAPH, same) for number in (2, 3)]
    title = Block(1, Role.TITLE, "One day")
    last = Block(4, Role.PARAGRAPH, "It rains.")
    slug = intake.add_article(desk, Article((title, *blocks, last)), data=b"1", modified=WHEN)
    app = TranslatorApp(desk, Config(), slug)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "=Nadie.", "enter")
        assert at(pilot) == 3
        assert f"{keys.shown('editor.twins')} confirms it" in grid(pilot)
        await press(pilot, "alt+a")
        assert stored(desk, slug, 3).state is State.TRANSLATED
        assert at(pilot) == 4
        assert "Confirmed in 1 more." in grid(pilot)
        await press(pilot, "alt+z")
        assert stored(desk, slug, 3).is_open
        assert stored(desk, slug, 2).state is State.TRANSLATED


async def test_undo_brings_back_no_text_of_another_segment(app: TranslatorApp, desk: Desk) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "=a", "backspace", "down", "ctrl+z")
        assert at(pilot) == 2
        assert area(pilot).text == ""
        assert "nothing to take back" in grid(pilot)


async def test_quotes_and_dashes_are_the_house_s(app: TranslatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        quote = "quotation_mark"
        await press(pilot, "=Dijo: ", quote, "=ven", quote, "=. ", "minus", "minus", "=a")
        assert area(pilot).text == "Dijo: «ven». —a"
        await press(pilot, "down", quote)
        assert area(pilot).text == "«"
        await press(pilot, "ctrl+z")
        assert area(pilot).text == '"'
        await press(pilot, "down", "=sol", "home", "shift+end", quote)
        assert area(pilot).text == "«sol»"


async def test_quotes_stay_straight_where_that_is_wanted(desk: Desk, slug: str) -> None:
    app = TranslatorApp(desk, Config(typography="off"), slug)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "quotation_mark", "minus", "minus")
        assert area(pilot).text == '"--'


async def test_wide_letters_and_signs_keep_the_columns(desk: Desk) -> None:
    texts = ("News from 東京 and 大阪 today", "A 👩‍👩‍👧 family ☀️ here", "Cafe\u0301 ñandú 🇪🇸 flag")
    blocks = [Block(n, Role.PARAGRAPH, text) for n, text in enumerate(texts, start=1)]
    slug = intake.add_article(desk, Article(tuple(blocks)), data=b"1", modified=WHEN)
    for number, text in enumerate(texts, start=1):
        editing.set_target(desk, slug, number, text)
    app = TranslatorApp(desk, Config(), slug)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "=日")
        await pilot.pause()
        for strip in app.screen._compositor.render_strips():
            assert sum(part.cell_length for part in strip) == SIZE[0]


async def test_resizing_keeps_the_place(desk: Desk) -> None:
    blocks = tuple(Block(n, Role.PARAGRAPH, f"Sentence {n} here.") for n in range(1, 201))
    slug = intake.add_article(desk, Article(blocks), data=b"b", modified=WHEN)
    app = TranslatorApp(desk, Config(), slug)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "ctrl+g", "=150", "enter", "=Mío")
        for size in ((80, 24), (200, 50), (60, 15)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert at(pilot) == 150
            assert area(pilot).text == "Mío"
            assert "Sentence 150" in grid(pilot)


async def test_a_split_elsewhere_is_taken_in(app: TranslatorApp, desk: Desk, slug: str) -> None:
    other = desks.open_desk(desk.folder)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "down", "down", "=Nadie")
        editing.split(other, slug, 2, 9)
        await until(lambda: at(pilot) == 5)
        assert area(pilot).text == "Nadie"
    other.close()
    assert stored(desk, slug, 4).target == "Nadie"


async def test_the_first_start_is_greeted_once(
    desk: Desk, slug: str, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setenv("TRANSLATOR_DATA_DIR", f"{tmp_path}/fresh")
    for is_first in (True, False):
        app = TranslatorApp(desk, Config(), slug)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert ("All is saved" in grid(pilot)) is is_first
            if is_first:
                await press(pilot, "=Uno", "enter")
                assert "All is saved" not in grid(pilot)
    assert not greeting.is_first_start()


@pytest.mark.parametrize("theme", ["dark", "light", "contrast"])
async def test_every_theme_draws_the_editor(desk: Desk, slug: str, theme: str) -> None:
    app = TranslatorApp(desk, Config(theme=theme), slug)  # type: ignore[arg-type]
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "=Uno")
        assert "Uno" in grid(pilot)
        assert app.current_theme.dark is (theme != "light")


async def test_keys_typed_in_a_rush_all_arrive(app: TranslatorApp, desk: Desk, slug: str) -> None:
    async with app.run_test(size=SIZE) as pilot:
        for text in ("El río baja", "Cayó el lunes", "Está a dos", "Nadie"):
            for letter in text:
                app.post_message(Key("space" if letter == " " else letter, letter))
            app.post_message(Key("enter", "\r"))
        await until(lambda: not stored(desk, slug, 4).is_open)
        await pilot.pause()
    found = [stored(desk, slug, number).target for number in (1, 2, 3, 4)]
    assert found == ["El río baja", "Cayó el lunes", "Está a dos", "Nadie"]


async def test_keys_that_wait_keep_their_order(app: TranslatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        for key in ("a", "x", "backspace", "b", "home", "¡", "end", "c", "left", "k", "shift+home"):
            app.post_message(Key(key, key if len(key) == 1 else None))
        for key in ("delete", "u", "ctrl+z", "z"):
            app.post_message(Key(key, key if len(key) == 1 else None))
        await until(lambda: area(pilot).text.startswith("z"))
        assert area(pilot).text == "zc"


def test_the_english_is_marked(desk: Desk, slug: str) -> None:
    segment = replace(
        stored(desk, slug, 3), source="It fell by 12,000 on <1>two meters</1>.", target=""
    )
    text = marking.source(segment, Known(segment, figures=("12,000",)))
    marked = {text.plain[span.start : span.end]: str(span.style) for span in text.spans}
    assert marked["12,000"] == marking.NUMBER
    assert marked["<1>"] == marked["</1>"] == marking.CODE
    assert marking.clean_place(segment, text.plain.index("two")) == len("It fell by 12,000 on ")


async def test_the_real_child_answers(desk: Desk) -> None:
    (desk.folder / "desk.toml").write_text('engine = "starter"\n', encoding="utf-8")
    assistance = Assistance(desk.folder)
    source = "The river fell on Monday."
    rest = await _ASK(assistance, "complete", source=source, prefix="El rí", draft="")
    hypotheses = await _ASK(assistance, "hypotheses", source=source, count=2)
    sure = await _ASK(assistance, "confidence", pairs=[[source, "El río cayó el lunes."]])
    await assistance.stop()
    assert rest is not None
    assert str(rest["rest"]).startswith("o ")
    assert hypotheses is not None
    assert len(hypotheses["hypotheses"]) == 2
    assert sure is not None
    assert 0 < sure["confidence"][0] < 1
    assert await _ASK(assistance, "complete", source=source, prefix="El", draft="") is None


_ASK = Assistance.ask
"""The real one; the tests of the screen have another."""


async def test_without_an_engine_that_can_nothing_is_offered(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk.folder / "desk.toml").write_text('engine = "no-such"\n', encoding="utf-8")
    assistance = Assistance(desk.folder)
    assert await _ASK(assistance, "complete", source="A", prefix="U", draft="") is None
    await assistance.stop()


@pytest.mark.parametrize(
    ("signature", "shown"),
    [
        ("apertium eng-spa Apertium 3.9.4", "(apertium eng-spa 3.9.4)"),
        ("argos en-es 1.9 sha256:0123456789ab beam=2 int8", "(argos en-es 1.9)"),
        ("pseudo 1", "(pseudo 1)"),
    ],
)
def test_the_engine_is_named_once(signature: str, shown: str) -> None:
    one = Segment(1, 1, "a", "b", origin=Origin.MACHINE, signature=signature)
    assert status.segment(one, 0, 1, Role.TITLE).endswith(f" {shown}")


@pytest.mark.parametrize(("grade", "sign"), [(Grade.ERROR, "! "), (Grade.INFO, "")])
async def test_a_finding_stands_behind_one_dot(app: TranslatorApp, grade: Grade, sign: str) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, EditorScreen)
        assert screen._known is not None
        screen._known = replace(screen._known, findings=(Told(grade, "The headline is long"),))
        screen._show_known()
        screen._show_status()
        await pilot.pause()
        assert f" · {sign}The headline is long" in grid(pilot)
        assert "· ·" not in grid(pilot)
