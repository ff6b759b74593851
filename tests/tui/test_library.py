"""The library: every key of its table, and articles that come, go and come back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from textual.events import Key
from textual.widgets import Input, Static

from tests.conftest import WHEN
from tests.tui.conftest import grid, press
from tests.tui.test_editor import until
from translator import desk as desks
from translator import editing, intake
from translator.config import Config
from translator.desk import Desk, articles, summaries
from translator.desk.summaries import Summary
from translator.errors import DeskError
from translator.model import Article, Block, Role, State
from translator.tui import places
from translator.tui.app import TranslatorApp
from translator.tui.background import Child, Outcome, Pretranslation
from translator.tui.counting import Findings
from translator.tui.screens.asking import ChoiceScreen, LinesScreen
from translator.tui.screens.concordance import ConcordanceScreen
from translator.tui.screens.editor import EditorScreen
from translator.tui.screens.history import HistoryScreen
from translator.tui.screens.library import LibraryScreen
from translator.tui.screens.names import NamesScreen
from translator.tui.screens.preview import PreviewScreen
from translator.tui.screens.reading import ReadingScreen
from translator.tui.screens.search import SearchScreen
from translator.tui.screens.structure import StructureScreen
from translator.tui.screens.text_asking import TextScreen
from translator.tui.widgets.article_list import ArticleList, bar

SIZE = (120, 30)
PAGE = "The bridge is open again after two years of work, the city said on Monday.\n"


def add(desk: Desk, title: str, text: str = "It is open.") -> str:
    article = Article((Block(1, Role.TITLE, title), Block(2, Role.PARAGRAPH, text)))
    return intake.add_article(desk, article, data=title.encode(), modified=WHEN)


def shown(app: TranslatorApp) -> list[str]:
    return [one.slug for one in app.screen.query_one(ArticleList).shown]


@pytest.mark.parametrize(
    ("key", "screen"),
    [
        ("enter", EditorScreen),
        ("t", StructureScreen),
        ("r", ReadingScreen),
        ("w", PreviewScreen),
        ("n", NamesScreen),
        ("h", HistoryScreen),
        ("f", SearchScreen),
        ("c", ConcordanceScreen),
    ],
)
async def test_every_place_is_a_key_away_and_escape_leads_back(
    library: TranslatorApp, slug: str, key: str, screen: type
) -> None:
    async with library.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await press(pilot, key)
        await pilot.pause()
        assert type(library.screen) is screen
        await press(pilot, "escape", *(["escape"] if key == "enter" else []))
        await pilot.pause()
        assert type(library.screen) is LibraryScreen


async def test_a_large_desk_is_read_behind_the_first_frame(
    library: TranslatorApp, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    slugs = [add(desk, f"Article {number}") for number in range(5)]
    monkeypatch.setattr("translator.tui.screens.library.FIRST", 2)
    taken: list[int] = []
    take = ArticleList.take

    def noted(rows: ArticleList, found: list[Summary], findings: dict[str, int]) -> None:
        take(rows, found, findings)
        taken.append(len(found))

    monkeypatch.setattr(ArticleList, "take", noted)
    heads: list[str] = []
    monkeypatch.setattr(LibraryScreen, "head", lambda _, *parts: heads.append(parts[1]))
    async with library.run_test(size=SIZE):
        await until(lambda: len(shown(library)) == 5)
        assert taken[:2] == [2, 5]
        assert set(heads) == {"5 articles"}
        assert set(slugs) == set(shown(library))


async def test_keys_wait_until_the_whole_desk_is_read(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    slugs = [add(desk, f"Article {number}") for number in range(5)]
    monkeypatch.setattr("translator.tui.screens.library.FIRST", 2)
    filled: list[Sequence[str]] = []
    monkeypatch.setattr(LibraryScreen, "_fill", lambda _, slugs, _title: filled.append(slugs))
    app = TranslatorApp(desk, Config())
    show = app._show_first

    def show_and_press() -> None:
        show()
        app.post_message(Key("P", "P"))

    monkeypatch.setattr(app, "_show_first", show_and_press)
    async with app.run_test(size=SIZE):
        await until(lambda: bool(filled))
        assert set(filled[0]) == set(slugs)


async def test_a_desk_that_could_not_be_read_is_read_again(
    library: TranslatorApp, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    slugs = [add(desk, f"Article {number}") for number in range(5)]
    monkeypatch.setattr("translator.tui.screens.library.FIRST", 2)
    read = summaries.of_desk
    refusals = iter([True])

    def refused(of: Desk) -> tuple[Summary, ...]:
        if next(refusals, False):
            raise DeskError("cannot-write", path="desk.db", detail="busy")
        return read(of)

    monkeypatch.setattr(summaries, "of_desk", refused)
    async with library.run_test(size=SIZE):
        await until(lambda: set(shown(library)) == set(slugs))


async def test_the_filter_ignores_case_and_accents(library: TranslatorApp, desk: Desk) -> None:
    slugs = [add(desk, "El niño y el río"), add(desk, "A bridge"), add(desk, "Another río")]
    async with library.run_test(size=SIZE) as pilot:
        await press(pilot, "slash", "=RIO nino")
        assert shown(library) == [slugs[0]]
        await press(pilot, "escape")
        assert len(shown(library)) == 3


async def test_every_column_sorts_and_turns(library: TranslatorApp, desk: Desk) -> None:
    short, long, done = (
        add(desk, "Beta"),
        add(desk, "Alpha", "There are many more words here."),
        add(desk, "Gama"),
    )
    editing.confirm(desk, done, 1, "Gama")
    async with library.run_test(size=SIZE) as pilot:
        await press(pilot, "s")
        assert shown(library) == [long, short, done]
        assert "▲title" in grid(pilot)
        await press(pilot, "S")
        assert shown(library) == [done, short, long]
        await press(pilot, "s")
        assert shown(library)[-1] == done
        await press(pilot, "s", "s")
        assert shown(library)[0] == long
        assert "▼words" in grid(pilot)
        await press(pilot, "s")
        assert "▼last change" in grid(pilot)


async def test_findings_are_counted_for_what_is_in_view(
    desk: Desk, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = add(desk, "Other")

    async def call(_self: Child, _folder: Path, arguments: list[str], **_rest: object) -> Outcome:
        assert arguments[:2] == ["check", "--json"]
        found = [{"file": slug, "grade": "error"}, {"file": slug, "grade": "info"}]
        return Outcome(1, f'{{"findings": {found}}}'.replace("'", '"'), "")

    monkeypatch.setattr("translator.tui.screens.library.COUNT_S", 0.02)
    monkeypatch.setattr(Child, "call", call)
    app = TranslatorApp(desk, Config())
    async with app.run_test(size=SIZE):
        rows = app.screen.query_one(ArticleList)
        await until(lambda: bool(rows.findings))
        assert rows.findings == {slug: 1, other: 0}


def test_a_count_is_forgotten_when_the_article_changes() -> None:
    findings = Findings()
    one = Summary("a", "A", 1, 1, dict.fromkeys(State, 0), WHEN)
    findings._known["a"] = (WHEN, 3)
    assert findings.of([one]) == {"a": 3}
    later = Summary("a", "A", 1, 1, dict.fromkeys(State, 0), WHEN + timedelta(seconds=1))
    assert findings.of([later]) == {}


async def test_the_real_child_counts(desk: Desk, slug: str) -> None:
    editing.set_target(desk, slug, 4, "Nobody was hurt.")
    findings = Findings()
    (one,) = summaries.of_desk(desk)
    await findings.count(desk.folder, [one])
    assert findings.of([one])[slug] > 0


async def test_a_page_is_added_and_the_addition_taken_back(
    library: TranslatorApp, desk: Desk, tmp_path: Path
) -> None:
    page = tmp_path / "bridge.txt"
    page.write_text(f"The bridge\n\n{PAGE}\n{PAGE * 3}", encoding="utf-8")
    async with library.run_test(size=SIZE) as pilot:
        await press(pilot, "a")
        assert isinstance(library.screen, LinesScreen)
        library.screen.query_one(Input).value = str(page)
        await press(pilot, "enter")
        await until(lambda: "1 article added" in grid(pilot))
        (slug,) = articles.slugs(desk)
        await press(pilot, "u")
        assert articles.slugs(desk) == ()
        await press(pilot, "u")
        assert "nothing to take back" in grid(pilot)
        await press(pilot, "ctrl+y")
        assert articles.slugs(desk) == (slug,)
        await press(pilot, "u")
        assert articles.slugs(desk) == ()
        await press(pilot, "a")
        library.screen.query_one(Input).value = str(page)
        await press(pilot, "enter")
        await until(lambda: "1 article added" in grid(pilot))
        assert articles.slugs(desk) == (slug,)


async def test_the_first_page_of_an_empty_folder_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "bridge.txt"
    page.write_text(f"The bridge\n\n{PAGE}\n{PAGE * 3}", encoding="utf-8")
    app = TranslatorApp(desks.open_desk(tmp_path / "new"), Config())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a")
        app.screen.query_one(Input).value = str(page)
        await press(pilot, "enter")
        await until(lambda: len(shown(app)) == 1)
        await press(pilot, "enter", "=El puente", "enter")
        assert "1 of" in grid(pilot)
        (slug,) = articles.slugs(app.desk)
        assert articles.read(app.desk, slug).segments[0].target == "El puente"
        desk = app.desk
    desk.close()


async def test_one_is_at_what_was_added_and_at_what_followed_what_was_deleted(
    library: TranslatorApp, desk: Desk, slug: str, tmp_path: Path
) -> None:
    for title in ("Alpha", "Beta", "Gama"):
        add(desk, title)
    page = tmp_path / "bridge.txt"
    page.write_text(f"The bridge\n\n{PAGE}\n{PAGE * 3}", encoding="utf-8")
    async with library.run_test(size=SIZE) as pilot:
        rows = library.screen.query_one(ArticleList)
        await press(pilot, "s", "home", "down", "a")
        library.screen.query_one(Input).value = str(page)
        await press(pilot, "enter")
        await until(lambda: "1 article added" in grid(pilot))
        assert rows.current is not None
        assert rows.current.slug.startswith("the-bridge")
        await press(pilot, "home", "down", "d")
        assert shown(library)[rows.cursor] == "gama"


async def test_a_page_that_is_none_is_refused_in_words(library: TranslatorApp) -> None:
    async with library.run_test(size=SIZE) as pilot:
        await press(pilot, "a", "=/no/such/page", "enter")
        await until(lambda: "There is no file /no/such/page" in grid(pilot))


async def test_a_paste_becomes_an_article(library: TranslatorApp, desk: Desk) -> None:
    async with library.run_test(size=SIZE) as pilot:
        await press(pilot, "v")
        assert isinstance(library.screen, TextScreen)
        await press(pilot, "=The bridge", "enter", "enter")
        area = library.screen.query_one("#area")
        area.insert(f"{PAGE}\n{PAGE * 3}")  # type: ignore[attr-defined]
        await press(pilot, "ctrl+s")
        await until(lambda: "1 article added" in grid(pilot))
    assert len(articles.slugs(desk)) == 1


async def test_a_page_in_another_language_is_asked_about(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    async def call(_self: Child, _folder: Path, arguments: list[str], **_rest: object) -> Outcome:
        asked.append(list(arguments))
        told = (
            '{"added": [], "known": [],'
            ' "refused": [{"source": "p", "code": "not-english", "error": "Add --force."}]}'
        )
        return Outcome(4, told, "x")

    monkeypatch.setattr(Child, "call", call)
    app = TranslatorApp(desk, Config())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a", "=p", "enter")
        await until(lambda: isinstance(app.screen, ChoiceScreen))
        assert "p does not look English: choose whether to add it." in str(
            app.screen_stack[-2].query_one("#status", Static).render()
        )
        await press(pilot, "enter", "space", "enter")
        await until(lambda: len(asked) == 2)
    assert asked[1] == ["add", "--json", "--force", "--", "p"]


async def test_a_deletion_is_taken_back_also_by_the_next_start(
    library: TranslatorApp, desk: Desk, slug: str
) -> None:
    editing.confirm(desk, slug, 1, "El río")
    other = add(desk, "Other")
    async with library.run_test(size=SIZE) as pilot:
        await press(pilot, "s", "d")
        assert articles.slugs(desk) == (slug,)
        assert "u brings it back: Other" in grid(pilot)
        await press(pilot, "u")
        assert articles.slugs(desk) == (slug, other)
        await press(pilot, "ctrl+y")
        assert articles.slugs(desk) == (slug,)
        await press(pilot, "ctrl+y")
        assert "nothing to do again" in grid(pilot)
        await press(pilot, "u", "home", "delete", "delete")
        assert articles.slugs(desk) == ()
        assert "There is no article" in grid(pilot)
    again = TranslatorApp(desk, Config())
    async with again.run_test(size=SIZE) as pilot:
        await press(pilot, "u", "u", "u")
        assert set(articles.slugs(desk)) == {slug, other}
        assert "nothing to take back" in grid(pilot)


async def test_all_articles_are_filled_with_progress_and_stopped(
    desk: Desk, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = add(desk, "Other")
    asked: list[list[str]] = []
    shows: list[object] = []

    async def run(self: Pretranslation, _folder: Path, wanted: list[str], show: object) -> str:
        asked.append(list(wanted))
        shows.append(show)
        assert callable(show)
        show(3, 6, "other")
        self.was_stopped = True
        return ""

    monkeypatch.setattr(Pretranslation, "run", run)
    app = TranslatorApp(desk, Config())
    async with app.run_test(size=SIZE) as pilot:
        said: list[str] = []
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        monkeypatch.setattr(screen, "say", said.append)
        await press(pilot, "P", "x")
        await until(lambda: "stopped" in said[-1])
        assert any("3 of 6 · other" in one and "██████████░" in one for one in said)
    assert sorted(asked[0]) == sorted([slug, other])


async def test_the_real_child_tells_how_far_it_is(desk: Desk, slug: str) -> None:
    other = add(desk, "Other")
    told: list[tuple[int, int, str]] = []

    def show(done: int, total: int, what: str) -> None:
        told.append((done, total, what))

    assert await Pretranslation().run(desk.folder, [slug, other], show) == ""
    assert told[-1][:2] == (6, 6)
    assert all(segment.target for segment in articles.read(desk, other).segments)


async def test_the_formats_are_chosen(library: TranslatorApp, desk: Desk, slug: str) -> None:
    async with library.run_test(size=SIZE) as pilot:
        await press(pilot, "E")
        assert isinstance(library.screen, ChoiceScreen)
        await press(pilot, "space", "down", "space", "enter")
        await until((desk.folder / "out" / f"{slug}.en.txt").exists)
        assert not (desk.folder / "out" / f"{slug}.es.html").exists()


async def test_what_another_process_adds_is_seen(library: TranslatorApp, desk: Desk) -> None:
    other = desks.open_desk(desk.folder)
    async with library.run_test(size=SIZE):
        slug = add(other, "New")
        await until(lambda: slug in shown(library))
    other.close()


def test_a_bar_tells_every_state() -> None:
    states = {State.INITIAL: 2, State.TRANSLATED: 2, State.REVIEWED: 2, State.FINAL: 2}
    assert bar(Summary("a", "A", 1, 8, states, WHEN, drafts=1)) == "██▓▓▒▒░·"


def test_what_is_there_has_a_cell_however_little_it_is() -> None:
    states = {State.INITIAL: 997, State.TRANSLATED: 1, State.REVIEWED: 1, State.FINAL: 1}
    assert bar(Summary("a", "A", 1, 1000, states, WHEN, drafts=996)) == "█▓▒░░░░·"
    states = {State.INITIAL: 1, State.TRANSLATED: 0, State.REVIEWED: 0, State.FINAL: 999}
    assert bar(Summary("a", "A", 1, 1000, states, WHEN)) == "███████·"


async def test_every_key_is_shown_and_in_the_palette(library: TranslatorApp, slug: str) -> None:
    async with library.run_test(size=(120, 60)) as pilot:
        offered = {command.title for command in library.get_system_commands(library.screen)}
        await press(pilot, "f1")
        panel = grid(pilot)
        for key in places.table("library"):
            assert key.shown in panel
            assert key.text in panel
            if key.action and key.action != "app.command_palette":
                assert key.text in offered


async def test_no_child_outlives_the_program(
    desk: Desk, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("translator.tui.screens.library.COUNT_S", 0.02)
    app = TranslatorApp(desk, Config())
    async with app.run_test(size=SIZE) as pilot:
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        child = screen._findings._child
        await until(lambda: child._last is not None)
        await press(pilot, "ctrl+q")
    assert child._last is not None
    assert child._last.returncode is not None
