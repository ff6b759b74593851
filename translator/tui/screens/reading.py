"""The reading pass: the Spanish alone, as the page will read, marked sentence by sentence.

The English is on a key, and a sentence is edited where it stands: what is typed is on the disk a
moment later. Refuses rules: those are in `editing`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.text import Text
from textual import events
from textual.containers import Container, Vertical
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from translator import editing, wording
from translator.config import Config
from translator.desk import Desk
from translator.errors import TranslatorError
from translator.i18n import _
from translator.model import Segment, State, Translation
from translator.tui import keys, page_text, places
from translator.tui.open_article import RETRY_S, SAVE_S
from translator.tui.screens.article_place import ArticleScreen
from translator.tui.widgets import marking, status
from translator.tui.widgets.page_view import PageView
from translator.tui.widgets.sentence_area import SentenceArea

BESIDE = 150
"""From this width on the English stands beside the page, which is no wider than one reads with
ease; else below."""


class ReadingScreen(ArticleScreen):
    """The Spanish of one article."""

    PLACES = ("reading", "sentence")
    BINDINGS = places.bindings("reading")
    AUTO_FOCUS = "#page"
    HORIZONTAL_BREAKPOINTS = [(0, "-over"), (BESIDE, "-beside")]  # noqa: RUF012

    def __init__(self, desk: Desk, config: Config, slug: str, segment: int | None = None) -> None:
        super().__init__(desk, config, slug)
        self._first = segment
        self._page = PageView()
        self._area = SentenceArea(config)
        self._edited: Segment | None = None
        self._saving: Timer | None = None
        self._was_refused = False
        self._written = ""

    def body(self) -> Iterable[Widget]:
        """The page, and below it what one asks for: the English, the sentence that is edited."""
        with Container(id="reading"):
            yield self._page
            with Vertical(id="below"):
                yield Static(id="english", markup=False)
                yield self._area

    def begin(self) -> None:
        """Show the page alone."""
        self.query_one("#english").display = False
        self._area.display = False
        super().begin()
        self.set_interval(RETRY_S, self._retry)
        if self._first is not None:
            self._page.go(self._first)

    def read(self) -> None:
        """Read the article, but not over what is being typed. Raises TranslatorError."""
        if self._edited is None:
            super().read()

    def show(self) -> None:
        """Show the page as it is now."""
        self._page.show(page_text.paragraphs(self.translation, "es"))
        segments = self.translation.segments
        read = sum(one.state in (State.REVIEWED, State.FINAL) for one in segments)
        reading = _("{done} of {all} reviewed").format(done=read, all=len(segments))
        self.head(_("Reading"), reading, self.headline)
        self._tell()

    def _tell(self) -> None:
        """The English of the paragraph, and in words how far the sentence is."""
        one = self._page.segment
        if one is None:
            return
        segments = self.translation.segments
        index = next(place for place, each in enumerate(segments) if each.id == one.id)
        role = next(each.role for each in self.translation.article.blocks if each.id == one.block)
        self.tell(status.segment(one, index, len(segments), role))
        self._show_english(one)

    def _show_english(self, marked: Segment) -> None:
        text = Text()
        for segment in self.translation.segments:
            if segment.block == marked.block:
                style = "underline" if segment.id == marked.id else ""
                shown = marking.source(segment)
                shown.stylize(style)
                text.append_text(shown)
                text.append(segment.gap)
        self.query_one("#english", Static).update(text)

    def on_line_list_chosen(self) -> None:
        """Enter on the page: edit."""
        self.action_edit()

    def on_page_view_moved(self) -> None:
        """Another sentence is marked."""
        self._tell()

    # --- reading

    def action_english(self) -> None:
        """Show or hide the English."""
        english = self.query_one("#english")
        english.display = not english.display

    def action_mark(self, state: str) -> None:
        """Say how far the sentence is, and go on."""
        one = self._page.segment
        if one is not None and self._marked([one], State(state)):
            self._page.action_sentence(1)

    def action_mark_paragraph(self) -> None:
        """The whole paragraph is reviewed; on to the next."""
        paragraph = self._page.paragraph
        if paragraph is None:
            return
        wanted = [piece.segment for piece in paragraph.pieces]
        if self._marked(wanted, State.REVIEWED):
            self._page.action_paragraph(1)

    def _marked(self, segments: Iterable[Segment], state: State) -> bool:
        marked = True
        for segment in segments:
            if segment.state is state or (segment.state is State.FINAL is not state):
                continue
            if self.attempt(editing.mark, self.desk, self.slug, segment.id, state) is None:
                marked = False
                break
        if marked:
            self.renew()
        return marked

    def action_reject(self) -> None:
        """Open the segment again."""
        one = self._page.segment
        if one is None:
            return
        if self.attempt(editing.reject, self.desk, self.slug, one.id) is not None:
            self.renew()

    def action_next(self) -> None:
        """To the next sentence that is not reviewed."""
        if not self._page.next_unread():
            self.say(_("Everything is reviewed."))

    def action_preview(self) -> None:
        """Both pages side by side."""
        one = self._page.segment
        self.house.open_preview(self.slug, one.id if one else None)

    # --- editing in place

    def action_edit(self) -> None:
        """Edit the sentence below the page."""
        one = self._page.segment
        if one is None:
            return
        self._edited, self._written = one, ""
        self._area.load_text(one.target)
        self._area.move_cursor(self._area.document.end)
        self._area.display = self.query_one("#english").display = True
        self.set_focus(self._area)
        self.say(_("enter confirms it  esc goes back to the page; what is typed is kept"))

    def on_text_area_changed(self) -> None:
        """Something was typed: it is on the disk in a moment."""
        if self._is_typed() and self._saving is None:
            self._saving = self.set_timer(SAVE_S, self._save)

    def _is_typed(self) -> bool:
        return self._edited is not None and self._area.text != self._edited.target

    def _save(self) -> bool:
        """Put on the disk what is typed; what the disk refuses is kept and said."""
        if self._saving is not None:
            self._saving.stop()
            self._saving = None
        if self._edited is None or not self._is_typed():
            return True
        believed = self._edited.target
        try:
            self._edited = editing.set_target(
                self.desk,
                self.slug,
                self._edited.id,
                self._area.text,
                expected=believed,
                is_own=self._written == believed,
                tell=self._tell_overtaken,
            )
        except TranslatorError as error:
            said = _("Not saved yet. {key}: emergency copy. {why}")
            why = wording.sentence(error)
            self.say(said.format(key=places.shown("reading.emergency"), why=why))
            self._was_refused = True
            return False
        self._written = self._edited.target
        if self._was_refused:
            self._was_refused = False
            self.say(_("Saved."))
        return True

    def _retry(self) -> None:
        if self._was_refused:
            self._save()

    def _tell_overtaken(self, _text: str) -> None:
        sentence = _(
            "Changed elsewhere meanwhile; the other text is in the editor's history ({key})."
        )
        self.say(sentence.format(key=keys.shown("editor.history")))

    @property
    def is_unsaved(self) -> bool:
        """Whether something that was typed is not on the disk, although it was tried."""
        return not self._save()

    @property
    def unsaved_work(self) -> tuple[Translation, Mapping[int, str]] | None:
        """The article as the desk has it, and what it does not have although it was tried."""
        if not self.is_unsaved or self._edited is None:
            return None
        return self.translation, {self._edited.id: self._area.text}

    def on_composed_area_done(self) -> None:
        """Confirm the sentence, and go back to the page."""
        if self._edited is None:
            return
        one, text = self._edited, self._area.text
        if self._saving is not None:
            self._saving.stop()
            self._saving = None
        confirmed = self.attempt(
            editing.confirm,
            self.desk,
            self.slug,
            one.id,
            text,
            expected=one.target,
            tell=self._tell_overtaken,
        )
        if confirmed is not None:
            self._close()

    def on_composed_area_left(self) -> None:
        """Back to the page; what is typed is kept."""
        if self._save():
            self._close()

    def _close(self) -> None:
        self._edited = None
        self._area.display = False
        self.set_focus(self._page)
        self.renew()

    def on_app_blur(self, _event: events.AppBlur) -> None:
        """The terminal is left: save."""
        self._save()

    def on_unmount(self) -> None:
        """The screen is left, or the program."""
        self._save()

    def action_leave(self) -> None:
        """Back to where one came from."""
        if self._save():
            self.dismiss()
