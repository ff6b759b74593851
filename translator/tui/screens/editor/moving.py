"""Where to go in the article: next, next open, next to review, by number, to the list and back.

Refuses to change anything.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from translator import editing
from translator.i18n import _
from translator.model import Segment, State
from translator.tui import keys
from translator.tui.screens.editor.sheet import Sheet
from translator.tui.screens.number import NumberScreen
from translator.tui.widgets.segment_list import SegmentList


class Moving(Sheet):
    """An article one moves about in."""

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

    def _go_open(self, order: Sequence[Segment]) -> None:
        found = editing.next_open(order, self._segment.id) if order else None
        if found is None:
            done = _("Every segment is confirmed. {read} reads the page, {write} writes the pair.")
            read, write = keys.shown("editor.read"), keys.shown("editor.export")
            self._show_status(done.format(read=read, write=write))
        else:
            self._go(self._place_of(found))

    def action_next_review(self) -> None:
        """To the next segment that is confirmed and was not read a second time."""
        if not self._go_next(lambda one: one.state is State.TRANSLATED):
            self._show_status(_("No segment waits for review."))

    def _go_next(self, is_wanted: Callable[[Segment], bool]) -> bool:
        """To the next such segment, round the end; whether there is one."""
        found = next((one for one in self._ring() if is_wanted(one)), None)
        if found is not None:
            self._go(self._place_of(found))
        return found is not None

    def _ring(self) -> Sequence[Segment]:
        """All segments from the next one on, this one last."""
        after = self._index + 1
        return [*self._segments[after:], *self._segments[:after]]

    def show_segment(self, number: int) -> None:
        """Go to a segment by its id, where the article has it."""
        place = self._article.place_of(number)
        if place is not None:
            self._go(place)

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
