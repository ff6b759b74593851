"""The editor's ground: one segment of one article is shown, typed in, and saved.

What is typed is on the disk a moment after the key, and before the segment is left; what another
process writes is taken in segment by segment, never over what is being typed. Refuses everything
that a key does: the classes that build upon this one have it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Coroutine, Mapping

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static
from textual.worker import Worker

from translator import editing, normalize, wording
from translator.config import Config
from translator.desk import Desk
from translator.errors import TranslatorError
from translator.i18n import _, ngettext
from translator.model import Segment, Translation
from translator.tui import keys
from translator.tui.open_article import RETRY_S, SAVE_S, News, OpenArticle
from translator.tui.repainting import Repainting, paint_now
from translator.tui.resting import repeat_at_rest
from translator.tui.widgets import status
from translator.tui.widgets.hints import hints
from translator.tui.widgets.segment_list import SegmentList
from translator.tui.widgets.side_panel import SidePanel
from translator.tui.widgets.source_view import SourceView
from translator.tui.widgets.steady import Steady
from translator.tui.widgets.target_area import TargetArea

LOOK_S = 0.3
"""How often the desk is asked whether another process has written to it."""

HANDS_ON_S = 3.0
"""Who has typed this short a time ago is still at it: nothing replaces what is in the area."""

NOTICE_S = 8.0
"""How long it is to be read that two have written in one segment, whatever is typed beside."""


class Sheet(Screen[None]):
    """One article, one segment of it at hand."""

    def __init__(self, desk: Desk, config: Config, slug: str) -> None:
        super().__init__()
        self._compositor = Repainting()
        self._desk = desk
        self._config = config
        self._article = OpenArticle(desk, slug)
        self._index = 0
        self._held: Segment | None = None
        self._area = TargetArea(config)
        self._list = SegmentList()
        self._source = SourceView()
        self._panel = SidePanel()
        self._head = Steady(id="head", lines=1)
        self._status = Steady(id="status", lines=1)
        self._saving: Timer | None = None
        self._problem = ""
        self._notice = ""
        self._noticing: Timer | None = None
        self._typed_at = self._unsaved_since = 0.0
        self._has_said = False
        self._said = ""
        self._was_left = False

    def compose(self) -> ComposeResult:
        """Head, list and panel, English beside or over Spanish, status, keys."""
        yield self._head
        with Horizontal(id="top"):
            yield self._list
            yield self._panel
        with Container(id="work"):
            yield self._source
            yield self._area
        yield self._status
        yield Static(hints("editor"), id="hints", markup=False)

    def on_mount(self) -> None:
        """Read the article and begin at the first open segment."""
        self._read()
        first = editing.next_open(self._segments, None)
        self._go(self._place_of(first) if first else 0)
        repeat_at_rest(self, LOOK_S, self._look)
        self.set_interval(RETRY_S, self._retry)

    # --- what is shown

    @property
    def slug(self) -> str:
        """The article that is open."""
        return self._article.slug

    def follow_slug(self, old: str, new: str) -> None:
        """The article has another slug now."""
        if self._article.slug == old:
            self._article.slug = new

    @property
    def _segments(self) -> list[Segment]:
        return self._article.segments

    @property
    def _segment(self) -> Segment:
        return self._segments[self._index]

    def _place_of(self, segment: Segment) -> int:
        place = self._article.place_of(segment.id)
        return self._index if place is None else place

    def _read(self) -> None:
        """Read the article anew, and stay at the segment one is at, or where it was."""
        held = self._held
        self._article.read()
        if held is not None and (place := self._article.place_of(held.id)) is not None:
            self._index = place
        self._list.show(self._segments, self._article.blocks)

    def _go(self, index: int) -> None:
        """Leave the segment and show another one."""
        self._save()
        if not self._segments:
            return
        self._index = max(0, min(index, len(self._segments) - 1))
        # What tells the screen that it has moved is only for those who move from elsewhere: each
        # message takes a tenth of a millisecond.
        silent = SegmentList.Highlighted, TargetArea.SelectionChanged, TargetArea.Changed
        with self.prevent(*silent):
            self._list.cursor = self._index
            self._source.show(self._segment)
            self._hold(self._segment)
        self._show_status()
        paint_now(self)
        self._arrived()

    def _beside(self, work: Callable[[], Coroutine[None, None, None]], group: str) -> None:
        """Do this without holding up a key, in place of what still runs of its group."""
        _: Worker[None] = self.run_worker(work, group=group, exclusive=True, exit_on_error=False)

    def _arrived(self) -> None:
        """Another segment is shown; what is known of it may be looked up."""

    def _hold(self, segment: Segment) -> None:
        """Put a segment's translation into the area. From here on what is typed is its own.

        Only what `_held` names is ever saved: the area alone cannot say whose text it holds.
        """
        is_other = self._held is None or self._held.id != segment.id
        self._held = segment
        text = self._article.unsaved.get(segment.id, segment.target)
        if is_other:
            self._typed_at = 0.0
            self._area.offer()
        if is_other or self._area.text != text:
            self._area.show(text)
        else:
            self._area.move_cursor(self._area.document.end)

    def _show_status(self, sentence: str = "") -> None:
        article = self._article
        self._head.show(status.head(article.translation, article.done))
        self._has_said, self._said = bool(sentence), sentence
        line = sentence or self._problem
        if not line and self._segments:
            line = self._describe()
        line = " · ".join(filter(None, (self._notice, line)))
        self._status.show(Text(f" {normalize.visible(line)}"))
        if self.has_class("-unsaved") != bool(self._problem):
            self.set_class(bool(self._problem), "-unsaved")

    def _describe(self) -> str:
        """The segment, and what is to be said of it: that has the room where both have not."""
        one, remark = self._segment, self._remark()
        role = self._article.blocks[one.block].role
        place = (one, self._index, len(self._segments), role)
        line = " · ".join(filter(None, (status.segment(*place), remark)))
        if remark and cell_len(line) > self.size.width - 2:
            line = f"{status.segment(*place, is_short=True)} · {remark}"
        return line

    def _remark(self) -> str:
        """What is to be said of the segment besides."""
        return ""

    def _took(self, segment: Segment) -> None:
        """A segment is as the desk has it now."""
        place = self._article.put(segment)
        if place is not None:
            self._list.replace(place, segment)
        if self._held is not None and self._held.id == segment.id:
            self._held = segment

    # --- saving

    def on_text_area_changed(self) -> None:
        """Something was typed: it is on the disk in a moment."""
        if not self._is_typed():
            return
        self._typed_at = time.monotonic()
        if self._saving is None:
            self._unsaved_since = self._typed_at
            self._saving = self.set_timer(SAVE_S, self._save_soon)
        elif self._typed_at - self._unsaved_since > SAVE_S:
            # The timer's turn comes behind all keys that wait: 0.4 s on a machine with load 4.
            self._save_soon()

    def _is_typed(self) -> bool:
        return self._held is not None and self._area.text != self._held.target

    def _save(self) -> bool:
        """Put on the disk what is typed. What the disk refuses is kept, said, and tried again."""
        self._stop_clock()
        if self._held is not None and self._is_typed():
            self._article.keep(self._held, self._area.text)
        try:
            for segment in self._article.save():
                self._took(segment)
        except TranslatorError as error:
            self._fail(error)
            return False
        if self._problem:
            self._problem = ""
            self._show_status()
        self._tell_overtaken()
        return True

    def _tell_overtaken(self) -> None:
        """Say it where what was saved took the place of another's text."""
        if self._article.has_overtaken:
            self._article.has_overtaken = False
            sentence = _("Changed elsewhere meanwhile; the other text is in the history ({key}).")
            self._say_a_while(sentence.format(key=keys.shown("editor.history")))

    def _say_a_while(self, sentence: str) -> None:
        """Say something that no other sentence takes away for a while."""
        if self._noticing is not None:
            self._noticing.stop()
        self._notice = sentence
        self._noticing = self.set_timer(NOTICE_S, self._say_no_more)
        self._show_status(self._said)

    def _say_no_more(self) -> None:
        self._notice, self._noticing = "", None
        self._show_status()

    def _stop_clock(self) -> None:
        if self._saving is not None:
            self._saving.stop()
            self._saving = None

    def _fail(self, error: TranslatorError) -> None:
        said = _("Not saved yet. {key}: emergency copy. {why}")
        why = wording.sentence(error)
        self._problem = said.format(key=keys.shown("editor.emergency"), why=why)
        self._show_status()

    @property
    def is_unsaved(self) -> bool:
        """Whether something that was typed is not on the disk, although it was tried."""
        return not self._save()

    @property
    def unsaved_work(self) -> tuple[Translation, Mapping[int, str]] | None:
        """The article as the desk has it, and what it does not have although it was tried."""
        if not self.is_unsaved:
            return None
        return self._article.with_notes(), dict(self._article.unsaved)

    def _save_soon(self) -> None:
        was_typed = self._is_typed()
        if self._save() and was_typed:
            self._show_status()
            self._rested()

    def _rested(self) -> None:
        """What was typed is saved; it may be judged anew."""

    def _retry(self) -> None:
        if self._article.unsaved or self._article.unsaved_notes:
            self._save()

    def on_app_blur(self, _event: events.AppBlur) -> None:
        """The terminal is left: save."""
        self._save()

    def on_unmount(self) -> None:
        """The screen is left, or the program."""
        self._save()

    def action_save(self) -> None:
        """Save now."""
        if self._save():
            self._show_status(_("Saved."))

    # --- what was changed elsewhere

    def on_screen_suspend(self) -> None:
        """Another screen is shown over this one."""
        self._was_left = True

    def on_screen_resume(self) -> None:
        """Back from another place, where the article may have been changed."""
        if not self._was_left:
            return
        self._was_left = False
        self._save()
        try:
            if self._article.has_changed():
                self._read()
                self._go(self._index)
        except TranslatorError as error:
            self._show_status(wording.sentence(error))

    def _look(self) -> None:
        """Take in what another process has written, but nothing over what is being typed."""
        typing = self._held.id if self._held is not None and self._is_typed() else None
        try:
            news = self._article.look(typing)
            if news.is_reshaped:
                self._save()
                self._read()
                self._go(self._index)
        except TranslatorError as error:
            self._show_status(wording.sentence(error))
            return
        if news:
            self._take_in(news)

    def _tells_news(self) -> bool:
        """Whether it is to be said that something was changed elsewhere."""
        return True

    def _is_at_work(self) -> bool:
        """Whether the hands are still on a text that is another than the desk's by now.

        It stays held as it was seen last, so that the next save knows what it takes the place of.
        """
        is_recent = time.monotonic() - self._typed_at < HANDS_ON_S
        return is_recent and self._area.text != self._segment.target

    def _tell_kept(self) -> None:
        sentence = _("Changed elsewhere meanwhile. Your text stays; the history ({key}) has both.")
        self._say_a_while(sentence.format(key=keys.shown("editor.history")))

    def _take_in(self, news: News) -> None:
        for place in news.places:
            self._list.replace(place, self._segments[place])
        if self._index in news.places:
            self._source.show(self._segment)
            if self._is_at_work():
                self._tell_kept()
            else:
                self._hold(self._segment)
            self._rested()
        if not self._tells_news():
            if not self._has_said:
                self._show_status()
            return
        sentence = _("Lines of the article were changed elsewhere; they are as they are there now.")
        if not news.is_reshaped:
            sentence = ngettext(
                "{n} segment was changed elsewhere.",
                "{n} segments were changed elsewhere.",
                len(news.places),
            ).format(n=len(news.places))
        self._show_status(sentence)
