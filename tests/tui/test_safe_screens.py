"""Nothing of a page, a memory or a path reaches the terminal as anything but text one can see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.pilot import Pilot

from tests.conftest import WHEN, make_article
from tests.tui.conftest import press, settle
from translator import desk as desks
from translator import editing, intake, normalize
from translator.config import Config
from translator.desk import Desk, memory, names, terms
from translator.model import Decision, Name, NameKind, Origin, Term, TermKind, Unit
from translator.tui.app import TranslatorApp
from translator.tui.seen import SIGN, Seen

EVIL = {
    "escape": "\x1b]0;owned\x07\x1b[2J\x1b]52;c;cm0=\x07",
    "c1": "\x9b31m\x9d0;x\x9c",
    "bidi": "\u202eesrever\u202c \u2066x\u2069 \u200f\u061c",
    "hidden": "ze\u200bro\u00adsoft\u2060\ufeff\u3164\u034f",
    "tags": "\U000e0041\U000e0042\ufff9",
    "moves": "a\rb\x08c\x7fd\tf\x0b\x0cg\x85h\u2028i\u2029j",
}

EMOJI = (
    "👩\u200d💻",
    "👨\u200d👩\u200d👧",
    "🏳\ufe0f\u200d🌈",
    "👍🏽",
    "❤\ufe0f",
    "1\ufe0f\u20e3",
    "©\ufe0f",
    "‼\ufe0f",
    "😀",
    "año",
)

JOINED = re.compile("[\u200d\ufe0f\u20e3\U0001f3fb-\U0001f3ff]")

DANGEROUS = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
HIDING = re.compile(
    r"[\u00ad\u034f\u200b\u2060-\u2064\u3164\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)

SIZES = (
    (120, 40),
    pytest.param((80, 24), marks=pytest.mark.slow),
    pytest.param((200, 50), marks=pytest.mark.slow),
)


@pytest.fixture(
    params=["all", *(pytest.param(name, marks=pytest.mark.slow) for name in EVIL)],
)
def evil(request: pytest.FixtureRequest) -> str:
    return EVIL.get(request.param, "".join(EVIL.values()))


@pytest.fixture
def stage(tmp_path: Path, evil: str) -> Iterator[Desk]:
    """A desk in a folder with an evil name, with evil in each of its columns, as somebody has
    written it who does not go through our doors."""
    desk = desks.open_desk(tmp_path / f"d{evil.translate({0: None, ord('/'): None})}", create=True)
    slug = intake.add_article(desk, make_article(), data=b"river", modified=WHEN)
    editing.confirm(desk, slug, 1, "El río baja")
    editing.set_target(desk, slug, 2, "borrador")
    editing.set_note(desk, slug, 2, "nota")
    with desks.writing(desk) as connection:
        unit = Unit("The river fell.", "El río bajó.", origin=Origin.HUMAN, author=f"A{evil}")
        memory.enter(connection, unit)
        kind = TermKind.PREFERRED
        terms.put(connection, [Term("river", f"río{evil}", kind, note=evil, domain=evil)])
        name = Name(NameKind.PERSON, Decision.FORM, (("Ada Brook", f"Ada{evil}"),), why=evil)
        names.put(connection, name)
        for statement in (
            "UPDATE articles SET slug = 'r' || ?1, author = author || ?1, site = ?1",
            "UPDATE blocks SET text = text || ?1, element = element || ?1",
            "UPDATE segments SET source = source || ?1, note = note || char(10) || ?1",
            "UPDATE segments SET target = target || ?1 WHERE target <> ''",
            "UPDATE segments SET signature = ?1, origin = 'machine' WHERE id = 3",
            "UPDATE units SET source = source || ?1, target = target || ?1, document = ?1",
        ):
            connection.execute(statement, (evil,))
        for number, before, after in connection.execute(
            "SELECT id, before, after FROM journal"
        ).fetchall():
            escaped = "".join(f"\\u{ord(c):04x}" if ord(c) < 0x10000 else c for c in evil)
            changed = after.replace("borrador", f"b{escaped}r").replace("nota", f"n{escaped}\\n-")
            row = (before, changed, number)
            connection.execute("UPDATE journal SET before = ?, after = ? WHERE id = ?", row)
    yield desk
    desk.close()


_STRUCTURE = ("j", "j", "enter", "escape", "i", "escape", "s", "escape")
_SEARCH = ("tab", "=x", "enter", "j", "alt+l", "alt+l", "alt+l")
_EDITOR = (
    *("ctrl+up", "alt+o", "shift+right", "space", "f3", "alt+s", "f4", "down", "enter", "escape"),
    *("alt+j", "escape", "alt+t", "escape", "f8", "ctrl+o", "escape", "alt+g", "f2", "alt+y", "s"),
    *("alt+e", "ctrl+z", "ctrl+p", "escape", "escape"),
)


def shown(pilot: Pilot[int]) -> str:
    """All that is drawn, of every screen that shows."""
    strips = [
        strip for screen in pilot.app.screen_stack for strip in screen._compositor.render_strips()
    ]
    return "\n".join("".join(part.text for part in strip) for strip in strips)


def refuse(pilot: Pilot[int], what: str) -> None:
    for line in shown(pilot).split("\n"):
        for kind in (DANGEROUS, HIDING):
            found = kind.search(line)
            assert found is None, (what, hex(ord(found[0])), line.strip())


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_no_screen_lets_a_page_at_the_terminal(
    stage: Desk, evil: str, size: tuple[int, int]
) -> None:
    (slug,) = (row[0] for row in stage.connection.execute("SELECT slug FROM articles"))
    app = TranslatorApp(stage, Config())
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        refuse(pilot, "library")
        await press(pilot, "/", f"={evil[:1]}", "escape", "E")
        refuse(pilot, "formats")
        await press(pilot, "escape", "d", "u")
        refuse(pilot, "deleted")
        for what, call, keys in (
            ("structure", lambda: app.open_structure(slug), _STRUCTURE),
            ("reading", lambda: app.open_reading(slug, 2), ("e", "enter", "escape", "r")),
            ("preview", lambda: app.open_preview(slug), ("j",)),
            ("search", lambda: app.open_search(None, "river"), ("alt+l", "enter", "j", "escape")),
            ("search here", lambda: app.open_search(slug, "r"), _SEARCH),
            ("search evil", lambda: app.open_search(slug, evil), ()),
            ("concordance", lambda: app.open_concordance("river"), ("enter",)),
            ("concordance evil", lambda: app.open_concordance(evil), ()),
            ("history", lambda: app.open_history(slug), ("j", "j", "c", "a")),
            ("history of one", lambda: app.open_history(slug, 2), ("j", "j", "enter")),
            ("names", lambda: app.open_names(slug), ("j", "enter", "escape", "a", "escape")),
        ):  # fmt: skip
            call()  # type: ignore[no-untyped-call]
            await pilot.pause()
            refuse(pilot, what)
            for key in keys:
                await press(pilot, key)
                refuse(pilot, f"{what} {key}")
            app.pop_screen()
            await pilot.pause()


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_editor_lets_no_page_at_the_terminal(
    stage: Desk, evil: str, size: tuple[int, int]
) -> None:
    (slug,) = (row[0] for row in stage.connection.execute("SELECT slug FROM articles"))
    app = TranslatorApp(stage, Config(), slug)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        refuse(pilot, "editor")
        for key in _EDITOR:
            await press(pilot, key)
            refuse(pilot, f"editor {key}")


async def test_where_one_reads_it_is_shown_and_not_only_taken_out(
    stage: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Seen, "apply", lambda _self, segments, _background: segments)
    (slug,) = (row[0] for row in stage.connection.execute("SELECT slug FROM articles"))
    app = TranslatorApp(stage, Config())
    async with app.run_test(size=(200, 50)) as pilot:
        for what, call in (
            ("structure", lambda: app.open_structure(slug)),
            ("preview", lambda: app.open_preview(slug)),
            ("search", lambda: app.open_search(None, "river")),
            ("history", lambda: app.open_history(slug)),
            ("library", lambda: app.run_action("export_as", app.screen)),
        ):
            done = call()
            if done is not None:
                await done
            await pilot.pause()
            refuse(pilot, what)
            assert "‹U+" in shown(pilot), what
            app.pop_screen()
            await pilot.pause()


async def test_the_history_shows_a_break_of_a_note_as_a_sign(desk: Desk, slug: str) -> None:
    editing.set_note(desk, slug, 1, "una línea\notra línea")
    app = TranslatorApp(desk, Config())
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_history(slug)
        await pilot.pause()
        assert shown(pilot).count("una línea↵otra línea") == 2
        assert "U+000A" not in shown(pilot)


@given(st.lists(st.text(alphabet=st.characters(), max_size=30), max_size=4))
def test_no_line_that_is_drawn_hides_anything_or_changes_its_width(texts: list[str]) -> None:
    given = [Segment(text) for text in texts]
    drawn = Seen().apply(given, Color(0, 0, 0))
    assert not any(normalize.hides(one.text) for one in drawn)
    for before, after in zip(given, drawn, strict=True):
        assert cell_len(after.text) == cell_len(before.text)
        if JOINED.search(before.text):
            continue
        kept = [character for character in before.text if not normalize.hides(character)]
        assert [one for one in after.text if one != SIGN] == [one for one in kept if one != SIGN]
        assert len(after.text) <= len(before.text) * 2


@given(st.lists(st.sampled_from(EMOJI), max_size=6).map(" ".join))
def test_emoji_take_the_cells_they_are_counted_for_in_every_terminal(text: str) -> None:
    """In one that joins them, and in one that draws each code point by itself."""
    (drawn,) = Seen().apply([Segment(text)], Color(0, 0, 0))
    assert cell_len(drawn.text) == cell_len(text)
    assert sum(map(cell_len, drawn.text)) == cell_len(text)
    assert [one[0] for one in drawn.text.split()] == [one[0] for one in text.split()]


def test_what_hides_nothing_is_left_as_it_is() -> None:
    given = [Segment("¿Año? «sí» —no— a b"), Segment("x")]
    assert Seen().apply(given, Color(0, 0, 0)) is given
    assert [one.text for one in Seen().apply([Segment("a\x1b[2Jb\u202ec")], Color(0, 0, 0))] == [
        "a[2Jbc"
    ]
