"""How quick the places beside the editor are: `python -m tests.benchmarks.screens [ARTICLES]`.

Makes a desk of so many articles with 50 segments each (5,000 by default; that takes a minute) in a
temporary folder, and prints: the library's first frame in a real terminal, the filter as one types,
a sort, a search of the whole desk and what a key costs meanwhile; and for one article of 5,000
segments the opening of each place. Headless figures are from the key to the screen that is drawn
anew, by the clock and, where others load the machine, of this process alone.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from textual.events import Key
from textual.widgets import Input

from tests.benchmarks.start import as_installed, first_frame, report
from translator import desk as desks
from translator import editing, intake
from translator.config import Config
from translator.desk import Desk
from translator.model import Article, Block, Role
from translator.tui.app import TranslatorApp
from translator.tui.widgets.article_list import ArticleList
from translator.tui.widgets.line_list import LineList

WHEN = datetime(2026, 3, 12, 8, 30, tzinfo=UTC)
SENTENCES = (
    "The river fell to its lowest level on Monday, the city said.",
    "It is at two meters now, and nobody was hurt.",
    "“We did not believe it at first,” said the woman who runs the bridge.",
    "The price of a ticket has risen by 60 percent since 2015.",
    "Residents of the lower town wait for rain and for the boats to come back.",
)


def article(number: int, paragraphs: int) -> Article:
    """An article of five sentences a paragraph."""
    title = Block(1, Role.TITLE, f"Night train number {number} to the coast returns")
    text = " ".join(SENTENCES)
    body = (Block(n, Role.PARAGRAPH, f"{n}. {text}") for n in range(2, paragraphs + 2))
    return Article((title, *body))


Taken = list[tuple[float, float]]
"""Milliseconds by the clock and of this process, of each step."""


def fill(desk: Desk, articles: int) -> str:
    """Many articles, and a long one; its slug."""
    for number in range(articles):
        slug = intake.add_article(
            desk, article(number, 10), data=f"a{number}".encode(), modified=WHEN, slug=f"a-{number}"
        )
        if number % 3 == 0:
            editing.confirm(desk, slug, 1, f"Vuelve el tren nocturno número {number} a la costa")
    slug = intake.add_article(desk, article(0, 1000), data=b"long", modified=WHEN, slug="long")
    for number in range(1, 60):
        editing.confirm(desk, slug, number, f"Frase número {number}.")
    return slug


async def timed(app: TranslatorApp, keys: Sequence[str], state: Callable[[], object]) -> Taken:
    """Milliseconds from each key to the change that it makes in what `state` tells, and to the
    drawing that follows."""
    taken: Taken = []
    for key in keys:
        before, start, work = state(), time.perf_counter(), time.process_time()
        app.post_message(Key(key, key if len(key) == 1 else None))
        while state() == before and time.perf_counter() - start < 5:
            await asyncio.sleep(0)
        drawn = asyncio.Event()
        app.call_after_refresh(drawn.set)
        await drawn.wait()
        spent = time.process_time() - work
        taken.append((1000 * (time.perf_counter() - start), 1000 * spent))
    return taken


def show(name: str, taken: Taken) -> None:
    """Median and p95 in milliseconds, by the clock and of this process alone."""
    print(f"{name:<32}", end="" if taken else "\n")
    if not taken:  # a list of one row: there is nowhere to go
        return
    for ordered in (sorted(one) for one in zip(*taken, strict=True)):
        p95 = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
        print(f" median {statistics.median(ordered):6.1f} p95 {p95:6.1f} ", end="")
    print(f" ms  n {len(taken)}")


async def library(desk: Desk) -> None:
    """The filter and the sort."""
    app = TranslatorApp(desk, Config())
    async with app.run_test(size=(120, 40)) as pilot:
        rows = app.screen.query_one(ArticleList)
        field = app.screen.query_one("#filter", Input)
        await pilot.press("slash")
        taken: Taken = []
        for words in ("night train 12", "coast 4", "returns", "number 77"):
            taken += await timed(app, list(words), lambda: (field.value, len(rows.shown)))
            field.value = ""
            await pilot.pause()
        show("filter, key to drawn", taken)
        await pilot.press("escape")
        sorting = await timed(app, list("sssssSSS"), lambda: (rows.column, rows.is_turned))
        show("sort, key to drawn", sorting)


async def search(desk: Desk) -> None:
    """A search of the desk, and keys while it runs."""
    app = TranslatorApp(desk, Config())
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_search()
        await pilot.pause()
        field = app.screen.query_one("#sought", Input)
        show(
            "search, key to drawn meanwhile", await timed(app, list("zebrax"), lambda: field.value)
        )
        start = time.perf_counter()
        while any(worker.is_running for worker in app.workers):
            await asyncio.sleep(0.005)
        print(f"{'search of the desk to its end':<34} {time.perf_counter() - start:.2f} s")


async def places(desk: Desk, slug: str) -> None:
    """The opening of each place on a long article, and moving there."""
    app = TranslatorApp(desk, Config())
    async with app.run_test(size=(120, 40)) as pilot:
        for name in ("structure", "reading", "preview", "history", "names"):
            start = time.perf_counter()
            getattr(app, f"open_{name}")(slug)
            await pilot.pause()
            opened = 1000 * (time.perf_counter() - start)
            rows = app.screen.query(LineList).first()
            moves = await timed(
                app,
                ["down"] * min(20, rows.virtual_size.height - 1),
                lambda rows=rows: (rows.cursor, rows.scroll_offset.y),  # type: ignore[misc]
            )
            show(f"{name} of 5,000: {opened:.0f} ms; down", moves)
            await pilot.press("escape")


def main() -> None:
    """Measure all."""
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    as_installed()
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    program = str(Path(sys.executable).parent / "translator")
    with tempfile.TemporaryDirectory() as folder:
        desk = desks.open_desk(Path(folder), create=True)
        slug = fill(desk, articles)
        report(f"library {articles}", 5, lambda: first_frame(program, "--desk", folder))
        asyncio.run(library(desk))
        asyncio.run(search(desk))
        asyncio.run(places(desk, slug))
        desk.close()


if __name__ == "__main__":
    main()
