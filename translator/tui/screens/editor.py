"""The editor of one article: the segments, the English, and the Spanish one types.

What is typed is on the disk a moment after the key, and before the segment is left; what another
process writes is taken in segment by segment, never over what is being typed. Refuses rules: those
are in `editing`.
"""

from __future__ import annotations

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static

from translator import desk as desks
from translator import editing, wording
from translator.config import Config
from translator.desk import Desk, articles
from translator.errors import TranslatorError, UsageError
from translator.i18n import _
from translator.model import Segment, Translation
from translator.tui import exporting
from translator.tui.background import Pretranslation
from translator.tui.keys import bindings
from translator.tui.screens.number import NumberScreen
from translator.tui.widgets import status
from translator.tui.widgets.hints import hints
from translator.tui.widgets.segment_list import SegmentList
from translator.tui.widgets.target_area import TargetArea

SAVE_S = 0.15
"""From a key to the disk, at most: half of the 300 ms that are promised. The clock starts at the
first key that is not saved yet, so that fast typing does not put it off."""

RETRY_S = 1.0
LOOK_S = 0.3
"""How often the desk is asked whether another process has written to it."""

NARROW, WIDE = 0, 100


class EditorScreen(Screen[None]):
    """One article."""

    PLACES = ("editor", "list")
    BINDINGS = bindings("editor")
    HORIZONTAL_BREAKPOINTS = [(NARROW, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012
    AUTO_FOCUS = "#target"

    def __init__(
        self, desk: Desk, config: Config, pretranslation: Pretranslation, slug: str
    ) -> None:
        super().__init__()
        self._desk = desk
        self._config = config
        self._pretranslation = pretranslation
        self._slug = slug
        self._translation: Translation
        self._segments: list[Segment] = []
        self._index = 0
        self._done = 0
        self._held: Segment | None = None
        self._area = TargetArea()
        self._list = SegmentList()
        self._saving: Timer | None = None
        self._unsaved: dict[int, str] = {}
        self._problem = ""
        self._version = -1
        self._was_left = False

    def compose(self) -> ComposeResult:
        """Head, list, English beside or over Spanish, status, keys."""
        yield Static(id="head", markup=False)
        yield self._list
        with Container(id="work"):
            with VerticalScroll(id="source-pane", can_focus=False):
                yield Static(id="source", markup=False)
            yield self._area
        yield Static(id="status", markup=False)
        yield Static(hints("editor"), id="hints", markup=False)

    def on_mount(self) -> None:
        """Read the article and begin at the first open segment."""
        self._read()
        first = editing.next_open(self._segments, None)
        self._go(self._index_of(first) if first else 0)
        self.set_interval(LOOK_S, self._look)
        self.set_interval(RETRY_S, self._retry)

    # --- what is shown

    @property
    def _segment(self) -> Segment:
        return self._segments[self._index]

    def _index_of(self, segment: Segment) -> int:
        return next(index for index, one in enumerate(self._segments) if one.id == segment.id)

    def _read(self) -> None:
        self._version = desks.version(self._desk)
        self._translation = articles.read(self._desk, self._slug)
        self._segments = list(self._translation.segments)
        blocks = {block.id: block for block in self._translation.article.blocks}
        self._done = sum(not segment.is_open for segment in self._segments)
        self._list.show(self._segments, blocks)

    def _go(self, index: int) -> None:
        """Leave the segment and show another one."""
        self._save()
        if not self._segments:
            return
        self._index = max(0, min(index, len(self._segments) - 1))
        self._list.cursor = self._index
        self.query_one("#source", Static).update(status.source(self._segment))
        self._hold(self._segment)
        self._show_status()

    def _hold(self, segment: Segment) -> None:
        """Put a segment's translation into the area. From here on what is typed is its own.

        Only what `_held` names is ever saved: the area alone cannot say whose text it holds.
        """
        self._held = segment
        text = self._unsaved.get(segment.id, segment.target)
        if self._area.text != text:
            self._area.load_text(text)
        self._area.move_cursor(self._area.document.end)

    def _show_status(self, sentence: str = "") -> None:
        self.query_one("#head", Static).update(status.head(self._translation, self._done))
        line = sentence or self._problem
        if not line and self._segments:
            line = status.segment(self._translation, self._segment, self._index)
        self.query_one("#status", Static).update(Text(f" {line}"))
        self.set_class(bool(self._problem), "-unsaved")

    def _put(self, index: int, segment: Segment) -> None:
        self._done += self._segments[index].is_open - segment.is_open
        self._segments[index] = segment
        self._list.replace(index, segment)

    def _took(self, segment: Segment) -> None:
        """A segment is as the desk has it now."""
        self._put(self._index_of(segment), segment)
        if self._held is not None and self._held.id == segment.id:
            self._held = segment

    # --- saving

    def on_text_area_changed(self) -> None:
        """Something was typed: it is on the disk in a moment."""
        if self._is_typed() and self._saving is None:
            self._saving = self.set_timer(SAVE_S, self._save_soon)

    def _is_typed(self) -> bool:
        return self._held is not None and self._area.text != self._held.target

    def _save(self) -> bool:
        """Put on the disk what is typed. What the disk refuses is kept, said, and tried again."""
        self._stop_clock()
        if self._held is not None and self._is_typed():
            self._unsaved[self._held.id] = self._area.text
        try:
            for number, text in list(self._unsaved.items()):
                self._took(editing.set_target(self._desk, self._slug, number, text))
                del self._unsaved[number]
        except TranslatorError as error:
            self._fail(error)
            return False
        if self._problem:
            self._problem = ""
            self._show_status()
        return True

    def _stop_clock(self) -> None:
        if self._saving is not None:
            self._saving.stop()
            self._saving = None

    def _fail(self, error: TranslatorError) -> None:
        self._problem = _("Not saved yet. {why}").format(why=wording.sentence(error))
        self._show_status()

    @property
    def is_unsaved(self) -> bool:
        """Whether something that was typed is not on the disk, although it was tried."""
        return not self._save()

    def _save_soon(self) -> None:
        was_typed = self._is_typed()
        if self._save() and was_typed:
            self._show_status()

    def _retry(self) -> None:
        if self._unsaved:
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

    # --- what another process wrote

    def _look(self) -> None:
        """Take in what another process has written, but nothing over what is being typed."""
        try:
            version = desks.version(self._desk)
            if version == self._version:
                return
            self._version = version
            there = articles.read(self._desk, self._slug).segments
        except TranslatorError as error:
            self._show_status(wording.sentence(error))
            return
        if [one.id for one in there] != [one.id for one in self._segments]:
            self._save()
            self._read()
            self._go(self._index)
            return
        for index, (mine, theirs) in enumerate(zip(self._segments, there, strict=True)):
            if mine == theirs or (index == self._index and self._is_typed()):
                continue
            self._put(index, theirs)
            if index == self._index:
                self._hold(theirs)
        self._show_status()

    # --- moving

    def on_line_list_highlighted(self, event: SegmentList.Highlighted) -> None:
        """The cursor moved in the list; where it moved on since, a later message tells."""
        if event.index == self._list.cursor != self._index:
            self._go(event.index)

    def on_line_list_chosen(self) -> None:
        """Enter in the list: edit."""
        self.set_focus(self._area)

    def action_move(self, step: int) -> None:
        """To the segment before or after."""
        self._go(self._index + step)

    def action_next_open(self) -> None:
        """To the next segment that nobody has confirmed."""
        self._go_open(self._segments)

    def action_previous_open(self) -> None:
        """To the one before."""
        self._go_open(self._segments[::-1])

    def _go_open(self, order: list[Segment]) -> None:
        found = editing.next_open(order, self._segment.id) if order else None
        if found is None:
            self._show_status(_("Every segment is confirmed."))
        else:
            self._go(self._index_of(found))

    def action_go_to(self) -> None:
        """Ask for a number and go there."""
        self.app.push_screen(NumberScreen(len(self._segments)), self._go_to)

    def _go_to(self, number: int | None) -> None:
        if number is not None:
            self._go(number - 1)

    def action_leave(self) -> None:
        """From the translation to the list, from there to the library."""
        if self._area.has_focus:
            self._save()
            self.set_focus(self._list)
        elif self._save():
            self.dismiss()

    # --- other places

    def show_segment(self, number: int) -> None:
        """Go to a segment by its id, where the article has it."""
        ids = [one.id for one in self._segments]
        if number in ids:
            self._go(ids.index(number))

    def on_screen_suspend(self) -> None:
        """Another place is shown over this one."""
        self._was_left = True

    def on_screen_resume(self) -> None:
        """Back from another place, where the article may have been changed."""
        if self._was_left:
            self._was_left = False
            self._version = -1
            self._look()

    def follow_slug(self, old: str, new: str) -> None:
        """The article has another slug."""
        if self._slug == old:
            self._slug = new

    # --- editing

    def action_confirm(self) -> None:
        """A person stands by this text: confirm it, and go on to the next open segment."""
        self._stop_clock()
        try:
            confirmed = editing.confirm(self._desk, self._slug, self._segment.id, self._area.text)
        except UsageError as error:
            self._show_status(wording.sentence(error))
            return
        except TranslatorError as error:
            self._save()
            self._fail(error)
            return
        self._problem = ""
        self._unsaved.pop(confirmed.id, None)
        self._took(confirmed)
        self._hold(confirmed)
        self.action_next_open()

    def action_copy_source(self) -> None:
        """Put the English into the translation."""
        self._area.replace_all(self._segment.source)
        self.set_focus(self._area)

    def action_reject(self) -> None:
        """Open the segment again."""
        if not self._save():
            return
        try:
            self._took(editing.reject(self._desk, self._slug, self._segment.id))
        except TranslatorError as error:
            self._show_status(wording.sentence(error))
            return
        self._show_status()

    def action_undo_article(self) -> None:
        """Take back the last change of the article, wherever it was."""
        if not self._save():
            return
        try:
            undone = editing.undo(self._desk, self._slug)
        except TranslatorError as error:
            self._show_status(wording.sentence(error))
            return
        if undone is None:
            self._show_status(_("There is nothing to take back."))
            return
        if undone.segment is None:
            self._read()
            self._go(self._index)
        else:
            self._took(undone.segment)
            self._hold(undone.segment)
            self._go(self._index_of(undone.segment))
        self._show_status(_("Taken back."))

    # --- the machine, and out

    def action_pretranslate(self) -> None:
        """Machine drafts for every empty segment, made beside the screen."""
        self._save()
        if self._pretranslation.is_running:
            return
        self._show_status(_("Machine drafts are being made; you can go on working."))
        self.run_worker(self._pretranslate(), exit_on_error=False)

    async def _pretranslate(self) -> None:
        problem = await self._pretranslation.run(self._desk.folder, self._slug)
        if self.is_mounted:
            self._look()
            self._show_status(problem or _("The machine drafts are there."))

    def action_export(self) -> None:
        """Write the page pair."""
        self._save()
        self._show_status(exporting.export(self._desk, self._config, self._slug))
