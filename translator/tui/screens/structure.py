"""The structure of a page: every line with its role, dropped ones too, put right by one key.

What is confirmed moves along, and every step is taken back by undo. Refuses rules: those are in
`corrections`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from rich.text import Text
from textual import events
from textual.widget import Widget
from textual.widgets import Static

from translator import corrections, intake, normalize, wording
from translator.config import Config
from translator.desk import Desk
from translator.errors import TranslatorError
from translator.i18n import _, ngettext
from translator.model import Block, Role
from translator.tui import places
from translator.tui.screens.article_place import ArticleScreen
from translator.tui.screens.asking import LinesScreen, Question
from translator.tui.screens.text_asking import Answer, TextScreen
from translator.tui.widgets import marking
from translator.tui.widgets.block_list import BlockList, role_label


class StructureScreen(ArticleScreen):
    """The lines of one article."""

    PLACES = ("structure",)
    BINDINGS = places.bindings("structure")
    AUTO_FOCUS = "#lines"

    def __init__(self, desk: Desk, config: Config, slug: str, line: int | None = None) -> None:
        super().__init__(desk, config, slug)
        self._first = line
        self._rows = BlockList()

    def begin(self) -> None:
        """Begin where one came from, else at the first line that is the article's: a page may
        begin with fifty lines of the site's."""
        super().begin()
        if not self._rows.go(self._first):
            self._rows.go_to_article()

    def body(self) -> Iterable[Widget]:
        """The article's facts, its lines, and the whole text of the line under the cursor."""
        yield Static(id="facts", markup=False)
        yield self._rows
        yield Static(id="line", markup=False)

    def show(self) -> None:
        """Show the lines as they are now."""
        self._rows.show(self.translation)
        blocks = self.translation.article.blocks
        dropped = sum(block.role is Role.FURNITURE for block in blocks)
        lines = ngettext("{n} line", "{n} lines", len(blocks)).format(n=len(blocks))
        counted = _("{lines}, {n} of them dropped.").format(lines=lines, n=dropped)
        self.head(_("Structure"), counted, self.headline)
        self.query_one("#facts", Static).update(Text(f" {normalize.visible(self._facts())}"))
        self._tell()

    def _facts(self) -> str:
        article = self.translation.article
        nothing = "–"
        minutes = article.reading_minutes
        return " · ".join(
            (
                _("author: {author}").format(author=article.author or nothing),
                _("date: {date}").format(date=article.published or nothing),
                _("minutes: {n}").format(n=minutes if minutes is not None else nothing),
                f"slug: {article.slug}",
            )
        )

    def _tell(self) -> None:
        block = self._rows.current
        if block is None:
            return
        where = normalize.visible(_element(block))
        place = _("in the page: {place}").format(place=where) if where else ""
        shown = Text(" · ".join(filter(None, (role_label(block), place))) + "\n", style="dim")
        shown.append_text(marking.marked(block.text))
        self.query_one("#line", Static).update(shown)
        self.tell("")

    def on_line_list_highlighted(self) -> None:
        """Another line."""
        self._tell()

    def on_line_list_chosen(self) -> None:
        """Enter: correct its English."""
        self.action_edit()

    # --- corrections

    def _change(self, call: Callable[..., object], *args: object, said: str = "") -> bool:
        """Correct the line under the cursor, and say what went wrong, or `said`; whether it went
        well."""
        block = self._rows.current
        if block is None or not self.does(call, self.desk, self.slug, block.id, *args):
            return False
        self.renew()
        self.say(said)
        return True

    def action_role(self, role: str) -> None:
        """Say what the line is."""
        self._set_role(Role(role))

    def _set_role(self, role: Role, level: int = 0) -> None:
        block = self._rows.current
        if block is None:
            return
        named = f"{wording.role_name(role)} {level}" if level else wording.role_name(role)
        text = _("Line {line}: {role}").format(line=block.id, role=named)
        self._change(
            lambda desk, slug, line: corrections.set_role(desk, slug, line, role, level=level),
            said=text,
        )

    def on_key(self, event: events.Key) -> None:
        """A digit: a heading of that level."""
        if event.key in tuple("123456"):
            event.stop()
            self._set_role(Role.HEADING, int(event.key))

    def action_drop_or_keep(self) -> None:
        """Drop the line, or take it back in; and go to the next, since what is the site's comes in
        runs."""
        block = self._rows.current
        if block is None:
            return
        is_dropped = block.role is Role.FURNITURE
        call = corrections.keep if is_dropped else corrections.drop
        text = _("Line {line} is kept.") if is_dropped else _("Line {line} is dropped.")
        if self._change(call, said=text.format(line=block.id)):
            self._rows.action_move(1)

    def action_join(self) -> None:
        """Put the next line behind this one."""
        self._change(corrections.join, said=_("Joined."))

    def action_split(self) -> None:
        """Ask where to cut the line."""
        block = self._rows.current
        if block is None:
            return
        ask = TextScreen(
            _("Cut line {line} in two at the cursor").format(line=block.id),
            intake.clean(block),
            keys=_("move the cursor  enter cuts there  esc leaves it"),
            is_read_only=True,
        )
        self.app.push_screen(ask, self._split)

    def _split(self, answer: Answer | None) -> None:
        if answer is not None:
            self._change(corrections.split_at, answer.place, said=_("Cut in two."))

    def action_edit(self) -> None:
        """Correct the English of the line."""
        block = self._rows.current
        if block is None:
            return
        ask = TextScreen(
            _("The English of line {line}").format(line=block.id),
            block.text,
            keys=_("enter takes it  esc leaves it"),
        )
        self.app.push_screen(ask, self._edit)

    def _edit(self, answer: Answer | None) -> None:
        if answer is not None:
            self._change(corrections.set_text, answer.text, said=_("Corrected."))

    # --- facts

    def action_facts(self) -> None:
        """Ask for the facts of the article."""
        article = self.translation.article
        title = article.first(Role.TITLE)
        minutes = article.reading_minutes
        questions = [
            Question("title", _("Title, in English"), title.text if title else ""),
            Question("author", _("Author"), article.author),
            Question("date", _("Date"), str(article.published or ""), hint="2026-03-31"),
            Question("minutes", _("Reading time in minutes"), str(minutes or "")),
            Question("slug", _("Slug"), article.slug),
            Question(
                "spanish",
                _("Slug of the Spanish page"),
                article.spanish_slug,
                hint=_("empty: made from the Spanish headline"),
            ),
        ]
        ask = LinesScreen(_("Facts of the article"), questions, _wrong)
        self.app.push_screen(ask, self._describe)

    def _describe(self, answers: dict[str, str] | None) -> None:
        if answers is None:
            return
        before = self.translation.article.first(Role.TITLE)
        try:
            if answers["title"] != (before.text if before else ""):
                corrections.set_title(self.desk, self.slug, answers["title"])
            slug = self._set_facts(answers)
        except TranslatorError as error:
            self.renew()
            self.say(wording.sentence(error))
            return
        self.house.follow_slug(self.slug, slug)
        self.renew()
        self.say(_("The facts are set."))

    def _set_facts(self, answers: Mapping[str, str]) -> str:
        return corrections.set_facts(
            self.desk,
            self.slug,
            author=answers["author"],
            published=date.fromisoformat(answers["date"]) if answers["date"] else None,
            minutes=int(answers["minutes"] or 0),
            new_slug=answers["slug"],
            spanish_slug=answers["spanish"],
        )


def _element(block: Block) -> str:
    """Where a line stands in its page: an element, or lines of a text."""
    word, _space, number = block.element.partition(" ")
    return _("line {n}").format(n=number) if word == "line" else block.element


def _wrong(answers: Mapping[str, str]) -> str:
    """What is wrong with facts, before they go anywhere."""
    try:
        if answers["date"]:
            date.fromisoformat(answers["date"])
    except ValueError:
        return _("“{text}” is no date. Write it as 2026-03-31.").format(text=answers["date"])
    minutes = answers["minutes"]
    if minutes and not (minutes.isascii() and minutes.isdecimal() and int(minutes) <= 999):
        return _("The minutes are a number up to 999.")
    return ""
