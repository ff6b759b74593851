"""The library: all articles of the desk with their progress.

Opens one, pre-translates, exports, filters as one types. Refuses to edit. Reads the desk again
whenever it comes back into view or another process has written.
"""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Input, Static

from translator import desk as desks
from translator import wording
from translator.config import Config
from translator.desk import Desk, articles
from translator.desk.articles import Summary
from translator.errors import TranslatorError
from translator.i18n import _, ngettext
from translator.tui import exporting
from translator.tui.background import Pretranslation
from translator.tui.keys import bindings
from translator.tui.widgets.hints import hints
from translator.tui.widgets.line_list import LineList, cell

_LOOK_S = 1.0
"""How often the desk is asked whether another process has written."""


class ArticleList(LineList):
    """Articles, one a row: progress, words, title."""

    def __init__(self) -> None:
        super().__init__(id="articles")
        self.shown: list[Summary] = []

    def show(self, summaries: list[Summary]) -> None:
        """Show these articles, with the cursor on the one it was on."""
        before = self.shown[self.cursor].slug if self.shown else ""
        self.shown = summaries
        slugs = [summary.slug for summary in summaries]
        self.show_rows(len(summaries))
        if before in slugs:
            self.cursor = slugs.index(before)

    def row(self, index: int, width: int) -> Text:
        """Progress as a bar and in figures, words, headline, last change."""
        one = self.shown[index]
        quiet = self.style_of("quiet")
        done = one.confirmed / one.segments if one.segments else 1.0
        bar = "█" * round(done * 8)
        words = ngettext("{n} word", "{n} words", one.words).format(n=one.words)
        changed = f"{one.updated.astimezone():%Y-%m-%d %H:%M}" if width >= 100 else ""
        left = 8 + 1 + 9 + 2
        right = len(words) + (len(changed) + 2 if changed else 0) + 2
        style = self.style_of("done" if done >= 1 else "open")
        return Text.assemble(
            " ",
            (f"{bar:░<8}", style),
            (f" {one.confirmed:>3}/{one.segments:<4} ", quiet),
            cell(one.title, max(0, width - left - right)),
            (f"  {words}", quiet),
            (f"  {changed}" if changed else "", quiet),
        )


class LibraryScreen(Screen[None]):
    """All articles of the desk."""

    BINDINGS = bindings("library")
    AUTO_FOCUS = "#articles"

    def __init__(self, desk: Desk, config: Config, pretranslation: Pretranslation) -> None:
        super().__init__()
        self._desk = desk
        self._config = config
        self._pretranslation = pretranslation
        self._all: tuple[Summary, ...] = ()
        self._version = -1

    def compose(self) -> ComposeResult:
        """A head, the filter, the list or what to do about an empty desk, a foot."""
        yield Static(id="head", markup=False)
        yield Input(placeholder=_("Filter by title or slug"), id="filter")
        yield ArticleList()
        yield Static(self._welcome(), id="welcome", markup=False)
        yield Static(id="status", markup=False)
        yield Static(hints("library"), id="hints", markup=False)

    def _welcome(self) -> str:
        return "\n".join(
            (
                _("There is no article on this desk yet."),
                _("Put one on it in a shell:  translator add PAGE"),
                _("A page is a saved HTML page, or its text in a .txt file."),
            )
        )

    def on_mount(self) -> None:
        """Read the desk, and look now and then whether it has changed."""
        self.query_one("#filter").display = False
        self.look()
        self.set_interval(_LOOK_S, self.look)

    def on_screen_resume(self) -> None:
        """Back from an article: its progress has changed."""
        self._version = -1
        self.look()

    def look(self) -> None:
        """Read the articles again if the desk has changed."""
        try:
            version = desks.version(self._desk)
            if version == self._version or not self.is_mounted:
                return
            self._all = articles.summaries(self._desk)
        except TranslatorError as error:
            self.say(wording.sentence(error))
            return
        self._version = version
        self._show()

    def _show(self) -> None:
        wanted = self.query_one("#filter", Input).value.casefold()
        found = [one for one in self._all if wanted in f"{one.title} {one.slug}".casefold()]
        rows = self.query_one(ArticleList)
        rows.display = bool(self._all)
        self.query_one("#welcome").display = not self._all
        rows.show(found)
        count = ngettext("{n} article", "{n} articles", len(found)).format(n=len(found))
        folder = str(self._desk.folder.resolve())
        self.query_one("#head", Static).update(Text(f" engesp · {folder} · {count}"))

    def say(self, sentence: str) -> None:
        """One line at the foot."""
        self.query_one("#status", Static).update(Text(f" {sentence}"))

    def _chosen(self) -> Summary | None:
        rows = self.query_one(ArticleList)
        return rows.shown[rows.cursor] if rows.shown else None

    def on_line_list_chosen(self) -> None:
        """Open the article under the cursor."""
        chosen = self._chosen()
        if chosen is not None:
            self.app.open_article(chosen.slug)  # type: ignore[attr-defined]

    def action_filter(self) -> None:
        """Show the filter and type in it."""
        field = self.query_one("#filter", Input)
        field.display = True
        self.set_focus(field)

    def action_clear(self) -> None:
        """Show all again."""
        field = self.query_one("#filter", Input)
        field.value = ""
        field.display = False
        self.set_focus(self.query_one(ArticleList))

    def on_input_changed(self) -> None:
        """Filter as one types."""
        self._show()

    def on_input_submitted(self) -> None:
        """To the list, as it is filtered."""
        self.set_focus(self.query_one(ArticleList))

    def action_pretranslate(self) -> None:
        """Fill the article under the cursor, beside the screen."""
        chosen = self._chosen()
        if chosen is not None and not self._pretranslation.is_running:
            self.say(_("Machine drafts are being made: {title}").format(title=chosen.title))
            self.run_worker(self._pretranslate(chosen.slug), exit_on_error=False)

    async def _pretranslate(self, slug: str) -> None:
        problem = await self._pretranslation.run(self._desk.folder, slug)
        self._version = -1
        self.look()
        self.say(problem or _("The machine drafts are there."))

    def action_export(self) -> None:
        """Write the page pair of the article under the cursor."""
        chosen = self._chosen()
        if chosen is not None:
            self.say(exporting.export(self._desk, self._config, chosen.slug))
