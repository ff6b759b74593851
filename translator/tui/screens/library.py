"""The library: all articles of the desk with their progress.

Opens one in every place there is, adds, pre-translates, exports, deletes and takes back; filters
and sorts as one types. Refuses to edit. Pages are read and sentences translated by a child process:
the screen stays quick.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events
from textual.widget import Widget
from textual.widgets import Input, Static

from translator import removal, wording
from translator.config import Config
from translator.desk import Desk, summaries
from translator.desk.summaries import Summary
from translator.errors import TranslatorError
from translator.i18n import _, ngettext
from translator.model import State
from translator.tui import comings, exporting, places
from translator.tui.background import Child, Pretranslation
from translator.tui.counting import Findings
from translator.tui.screens.asking import ChoiceScreen, LinesScreen, Question
from translator.tui.screens.place import PlaceScreen
from translator.tui.widgets.article_list import COLUMNS, NAMES, ArticleList

if TYPE_CHECKING:
    from translator.tui.screens.text_asking import Answer

FIRST = 200
"""How many articles are read before the first frame: more than a screen has lines. All 5,000 of a
large desk take 0.15 s, and are read behind it."""

COUNT_S = 1.5
"""How often the findings of what is in view are counted, where they are not known."""


class LibraryScreen(PlaceScreen):
    """All articles of the desk."""

    PLACES = ("library",)
    BINDINGS = places.bindings("library")
    AUTO_FOCUS = "#articles"

    def __init__(self, desk: Desk, config: Config, pretranslation: Pretranslation) -> None:
        super().__init__(desk, config)
        self._pretranslation = pretranslation
        self._reader = Child()
        self._findings = Findings()
        self._rows = ArticleList()
        self._comings = comings.Comings()
        self._is_empty = True
        self._is_new = True
        self._unread = 0

    def body(self) -> Iterable[Widget]:
        """The filter, the list or what to do about an empty desk."""
        yield Input(placeholder=_("Filter by title or slug"), id="filter", compact=True)
        yield Static(id="columns", markup=False)
        yield self._rows
        yield Static(self._welcome(), id="welcome", markup=False)

    def _welcome(self) -> str:
        return "\n".join(
            (
                _("There is no article on this desk yet."),
                _("a  adds a page, a folder or an address;  v  takes a text that you paste."),
                _("Or in a shell:  translator add PAGE"),
                _("A page is a saved HTML page, or its text in a .txt file."),
            )
        )

    def begin(self) -> None:
        """Hide the filter until it is asked for."""
        self.query_one("#filter").display = False
        super().begin()
        self.set_interval(COUNT_S, self._count)

    def look(self) -> None:
        """Read the desk if another process has written, or has made it."""
        if self._is_empty and self.is_current:
            self.desk = self.attempt(self.house.find_desk) or self.desk
        super().look()

    def read(self) -> None:
        """Read the articles, at first only as many as a screen shows. Raises TranslatorError."""
        is_new, self._is_new, self._unread = self._is_new, False, 0
        try:
            found = summaries.newest(self.desk, FIRST) if is_new else summaries.of_desk(self.desk)
            self._unread = max(0, summaries.count(self.desk) - len(found)) if is_new else 0
        except TranslatorError:
            self._version = -1  # another look will try again
            raise
        if self._unread:
            self.call_after_refresh(self.renew)
        self._is_empty = not found
        self._rows.take(found, self._findings.of(found))
        self._show()

    @property
    def is_half_read(self) -> bool:
        """Whether only the first articles are there yet: keys wait for the others."""
        return self._unread > 0

    def _count(self) -> None:
        """Let the findings be counted of what is in view and not counted yet."""
        wanted = [one for one in self._rows.in_view() if one.slug not in self._rows.findings]
        if wanted and self.is_current and not self._findings.is_busy:
            self.run_worker(self._have_counted(wanted), exit_on_error=False)

    async def _have_counted(self, wanted: Sequence[Summary]) -> None:
        await self._findings.count(self.desk.folder, wanted)
        if self.is_attached:
            self._rows.tell(self._findings.of(self._rows.shown))

    async def on_unmount(self) -> None:
        """Leave no child behind."""
        await self._findings.close()
        await self._reader.close()

    def on_resize(self, _event: events.Resize) -> None:
        """The columns have other widths."""
        self._show()

    def _show(self) -> None:
        for name in ("#columns", "#articles"):
            self.query_one(name).display = not self._is_empty
        self.query_one("#welcome").display = self._is_empty
        self.query_one("#columns", Static).update(self._rows.header(self.size.width))
        number = len(self._rows.shown) + self._unread
        count = ngettext("{n} article", "{n} articles", number).format(n=number)
        self.head("engesp", count, str(self.desk.folder.resolve()))
        self._tell()

    def _tell(self) -> None:
        """Say in words how far the article under the cursor is."""
        one = self._rows.current
        if self._pretranslation.is_running:
            return
        self.tell(_story(one) if one else "")

    def on_line_list_highlighted(self) -> None:
        """Another article."""
        self._tell()

    # --- one article

    def on_line_list_chosen(self) -> None:
        """Open the article under the cursor."""
        self.action_open()

    def action_open(self) -> None:
        """Open the article under the cursor."""
        if one := self._rows.current:
            self.house.open_article(one.slug)

    def action_structure(self) -> None:
        """Its lines."""
        if one := self._rows.current:
            self.house.open_structure(one.slug)

    def action_read(self) -> None:
        """Its Spanish, as a page."""
        if one := self._rows.current:
            self.house.open_reading(one.slug)

    def action_preview(self) -> None:
        """Both its pages."""
        if one := self._rows.current:
            self.house.open_preview(one.slug)

    def action_names(self) -> None:
        """Its names and terms."""
        if one := self._rows.current:
            self.house.open_names(one.slug)

    def action_history(self) -> None:
        """What was changed in it when."""
        if one := self._rows.current:
            self.house.open_history(one.slug)

    def action_search(self) -> None:
        """Search the desk."""
        self.house.open_search()

    def action_concordance(self) -> None:
        """Search the memory."""
        self.house.open_concordance()

    # --- the list

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
        self.set_focus(self._rows)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter as one types."""
        self._rows.filter(event.value)
        self._show()

    def on_input_submitted(self) -> None:
        """To the list, as it is filtered."""
        self.set_focus(self._rows)

    def action_sort(self) -> None:
        """Sort by the next column."""
        place = COLUMNS.index(self._rows.column) + 1
        self._rows.sort(COLUMNS[place % len(COLUMNS)])
        self._show()
        self.say(_("Sorted by: {column}").format(column=_(NAMES[self._rows.column])))

    def action_turn(self) -> None:
        """Turn the order round."""
        self._rows.sort(self._rows.column, is_turned=not self._rows.is_turned)
        self._show()

    # --- articles in and out

    def action_add(self) -> None:
        """Ask for a page and add it."""
        question = Question("page", _("Page, folder or address"), hint="~/page.html  https://…")
        ask = LinesScreen(_("Add a page, a folder or an address"), [question])
        self.app.push_screen(ask, self._add)

    def _add(self, answers: dict[str, str] | None) -> None:
        if answers and answers["page"]:
            page = answers["page"]
            given = page if "://" in page else str(Path(page).expanduser())
            self._read_in([given])

    def action_paste(self) -> None:
        """Take a text that is pasted."""
        from translator.tui.screens.text_asking import TextScreen

        keys = _("ctrl+s adds it  esc leaves it")
        ask = TextScreen(_("Paste the text of a page"), keys=keys, lines=True)
        self.app.push_screen(ask, self._paste)

    def _paste(self, answer: Answer | None) -> None:
        if answer and answer.text.strip():
            self._read_in(["-"], given=answer.text.encode())

    def _read_in(
        self, pages: Sequence[str], given: bytes | None = None, *, force: bool = False
    ) -> None:
        if self._reader.is_running:
            self.say(_("Another page is being read."))
            return
        self.say(_("The page is being read…"))
        self.run_worker(self._fetch(pages, given, force=force), exit_on_error=False)

    async def _fetch(self, pages: Sequence[str], given: bytes | None, *, force: bool) -> None:
        arguments = ["add", "--json", *(["--force"] if force else []), "--", *pages]
        outcome = await self._reader.call(self.desk.folder, arguments, given=given)
        if not self.is_attached:
            return
        self.renew()
        told = outcome.data
        if not isinstance(told, dict):
            self.say(outcome.problem)
            return
        added = tuple(str(one["slug"]) for one in told["added"])
        if added:
            self._comings.added(added)
            self._rows.go(added[0])
        self.say(comings.told(told))
        refused = [one for one in told["refused"] if one["code"] == "not-english"]
        if refused and not force:
            self._ask_for_foreign([str(one["source"]) for one in refused], given)

    def _ask_for_foreign(self, pages: Sequence[str], given: bytes | None) -> None:
        def answered(taken: tuple[str, ...] | None) -> None:
            if taken:
                self._read_in(taken, given, force=True)

        title = _("These do not look English. Add them all the same?")
        choices = [(page, _("the text that you pasted") if page == "-" else page) for page in pages]
        self.app.push_screen(ChoiceScreen(title, choices, ()), answered)

    def action_delete(self) -> None:
        """Delete the article under the cursor."""
        one = self._rows.current
        if one is None:
            return
        if not self.does(removal.delete, self.desk, [one.slug]):
            return
        self._comings.deleted()
        self.renew()
        self.say(_("Deleted; u brings it back: {title}").format(title=one.title))

    def action_undo(self) -> None:
        """Take back the last deletion; where there is none, the last addition."""
        self._turn(self._comings.undo)

    def action_redo(self) -> None:
        """Delete or add again what was taken back last."""
        self._turn(self._comings.redo)

    def _turn(self, call: Callable[[Desk], str]) -> None:
        try:
            said = call(self.desk)
        except TranslatorError as error:
            said = wording.sentence(error)
        self.renew()
        self.say(said)

    # --- the machine, and out

    def action_pretranslate(self) -> None:
        """Fill the article under the cursor, beside the screen."""
        if one := self._rows.current:
            self._fill([one.slug], one.title)

    def action_pretranslate_all(self) -> None:
        """Fill all articles of the list."""
        slugs = [one.slug for one in self._rows.shown if one.states[State.INITIAL]]
        if slugs:
            count = ngettext("{n} article", "{n} articles", len(slugs)).format(n=len(slugs))
            self._fill(slugs, count)

    def _fill(self, slugs: Sequence[str], title: str) -> None:
        if self._pretranslation.is_running:
            self.say(_("The machine is at work already; x stops it."))
            return
        self.say(_("Machine drafts are being made: {title}").format(title=title))
        self.run_worker(self._pretranslate(slugs), exit_on_error=False)

    async def _pretranslate(self, slugs: Sequence[str]) -> None:
        wanted = slugs[0] if len(slugs) == 1 else slugs
        problem = await self._pretranslation.run(self.desk.folder, wanted, self._progress)
        if not self.is_attached:
            return
        self.renew()
        if self._pretranslation.was_stopped:
            self.say(_("The machine was stopped; its drafts are kept."))
        else:
            self.say(problem or _("The machine drafts are there."))

    def _progress(self, done: int, total: int, what: str) -> None:
        filled = round(20 * done / total) if total else 0
        text = _("Machine drafts: {done} of {total} · {slug} · x stops").format(
            done=done, total=total, slug=what
        )
        self.say(f"{'█' * filled:░<20} {text}")

    def action_stop(self) -> None:
        """Stop the machine."""
        self._pretranslation.stop()

    def action_export(self) -> None:
        """Write the page pair of the article under the cursor."""
        if one := self._rows.current:
            self.say(exporting.export(self.desk, self.config, one.slug))

    def action_export_as(self) -> None:
        """Ask for the formats, and write them."""
        one = self._rows.current
        if one is None:
            return

        def answered(taken: tuple[str, ...] | None) -> None:
            if taken:
                self.say(exporting.export(self.desk, self.config, one.slug, taken))

        choices = [(name, _(label)) for name, label in exporting.FORMATS.items()]
        choices.append((exporting.REPLACE, _("replace files that others have changed")))
        title = _("Write {title}").format(title=one.title)
        self.app.push_screen(ChoiceScreen(title, choices, ["html"]), answered)


def _story(one: Summary) -> str:
    """How far an article is, in words."""
    parts = [f"{wording.state_name(state)} {number}" for state, number in one.states.items()]
    if one.drafts:
        parts.insert(1, _("{n} of them drafted").format(n=one.drafts))
    words = ngettext("{n} word", "{n} words", one.words).format(n=one.words)
    return " · ".join((words, *parts, one.slug))
