"""What a person does to segments: confirm, mark, reject, cut, join, note, take back.

Each is one call of `editing`; what was typed is saved before. Refuses rules.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ParamSpec, TypeVar

from translator import editing, inline, normalize, wording
from translator.editing import Twin, Undone
from translator.errors import TranslatorError, UsageError
from translator.i18n import _, ngettext
from translator.model import State
from translator.tui import keys
from translator.tui.screens.editor.moving import Moving
from translator.tui.screens.note import NoteScreen
from translator.tui.widgets import marking, status
from translator.tui.widgets.source_view import SourceView

P = ParamSpec("P")
T = TypeVar("T")


class Changing(Moving):
    """An article one works on."""

    _twins: tuple[int, Sequence[Twin]] = (0, ())
    _filled_since: int | None = None
    """Where the journal was when the person asked for machine drafts: undo takes those back."""

    def _attempt(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """Save, then the result of a call; None after saying what went wrong."""
        if not self._segments or not self._save():
            return None
        try:
            return call(*args, **kwargs)
        except TranslatorError as error:
            self._show_status(status.trouble(error, self._article.translation_now()))
            return None

    # --- states

    def action_confirm(self) -> None:
        """A person stands by this text: confirm it, and go on to the next open segment."""
        if not self._segments:
            return
        self._stop_clock()
        try:
            confirmed = self._article.confirm(self._held or self._segment, self._area.text)
            twins = editing.twins(self._desk, self.slug, confirmed.id)
        except UsageError as error:
            self._show_status(status.trouble(error, self._article.translation_now()))
            return
        except TranslatorError as error:
            self._save()
            self._fail(error)
            return
        self._problem = ""
        self._took(confirmed)
        self._hold(confirmed)
        self.action_next_open()
        self._offer_twins(confirmed.id, twins)
        self._tell_overtaken()

    def _offer_twins(self, segment: int, twins: Sequence[Twin]) -> None:
        self._twins = (segment, twins)
        if twins:
            sentence = ngettext(
                "{n} more open segment has this English: {key} confirms it as well.",
                "{n} more open segments have this English: {key} confirms them as well.",
                len(twins),
            )
            self._show_status(sentence.format(n=len(twins), key=keys.shown("editor.twins")))

    def action_apply_to_twins(self) -> None:
        """Confirm what was confirmed last wherever the same English is open."""
        segment, twins = self._twins
        if not twins:
            self._show_status(_("No other open segment has the English that was confirmed last."))
            return
        count = self._attempt(editing.apply_to_twins, self._desk, self.slug, segment, twins)
        if count is None:
            return
        self._twins = (0, ())
        is_done = self._segment.id in {twin.segment.id for twin in twins if twin.slug == self.slug}
        self._reread()
        if is_done:
            self.action_next_open()
        sentence = ngettext("Confirmed in {n} more.", "Confirmed in {n} more.", count)
        self._show_status(sentence.format(n=count))

    def action_mark(self, state: str) -> None:
        """A confirmed segment was reviewed, or is final; on to the next that waits for it."""
        marked = self._attempt(
            editing.mark, self._desk, self.slug, self._segment.id, wanted := State(state)
        )
        if marked is None:
            return
        self._took(marked)
        waits = (State.TRANSLATED, State.REVIEWED) if wanted is State.FINAL else (State.TRANSLATED,)
        if not self._go_next(lambda one: one.state in waits):
            self._show_status()

    def action_reject(self) -> None:
        """Open the segment again."""
        rejected = self._attempt(editing.reject, self._desk, self.slug, self._segment.id)
        if rejected is not None:
            self._took(rejected)
            self._show_status()

    # --- shape

    def action_split(self) -> None:
        """Ask where in the English to cut; the Spanish is cut where the cursor is."""
        if self._source.has_focus:
            self._source.action_cut()
            return
        if not self._segments or not self._save():
            return
        self.set_focus(self._source)
        length = len(self._area.text)
        self._source.place_cursor(self._area.place / length if length else 0.5)
        self._show_status(_("Cut before which word? ← → choose, enter cuts, esc goes back."))

    def on_source_view_cut(self, event: SourceView.Cut) -> None:
        """Cut the segment there."""
        segment = self._segment
        at = marking.clean_place(segment, event.place)
        before = self._area.text[: self._area.place]
        target_at: int | None = len(inline.strip(before, segment.codes))
        if not before.strip() or self._area.place == len(self._area.text):
            target_at = None
        second = self._attempt(
            editing.split, self._desk, self.slug, segment.id, at, target_at=target_at
        )
        if second is not None:
            self._reread()
        self.set_focus(self._area)

    def on_source_view_left(self) -> None:
        """Back to the translation."""
        self.set_focus(self._area)
        self._show_status()

    def on_source_view_taken(self, event: SourceView.Taken) -> None:
        """Words of the English are wanted as they are."""
        self._area.put(event.words)
        self.set_focus(self._area)

    def action_read_source(self) -> None:
        """To the English, word by word."""
        self._save()
        self.set_focus(self._source)
        self._show_status(_("← → by word, with shift select; space takes, enter cuts, esc back."))

    def action_merge(self) -> None:
        """Put the segment and the next one of its line together."""
        if self._attempt(editing.merge, self._desk, self.slug, self._segment.id) is not None:
            self._reread()

    def _reread(self) -> None:
        """The article has another shape, or more than one segment has changed."""
        self._read()
        self._go(self._index)

    # --- notes

    def action_note(self) -> None:
        """Write what stands beside the segment."""
        if self._segments and self._save():
            segment = self._segment
            self.app.push_screen(
                NoteScreen(segment.note), lambda text: self._set_note(segment.id, text)
            )

    def _set_note(self, number: int, text: str | None) -> None:
        if text is None:
            return
        self._article.unsaved_notes[number] = text
        if self._save():
            self._show_status()
            self._rested()

    # --- text

    def action_clear_target(self) -> None:
        """Empty the translation; the area's own undo brings it back."""
        if self._segments:
            self._area.replace_all("")
            self.set_focus(self._area)

    def action_copy_source(self) -> None:
        """Put the English into the translation."""
        if self._segments:
            self._area.replace_all(self._segment.source)
            self.set_focus(self._area)

    def action_insert_code(self) -> None:
        """Put in the next inline code."""
        if self._segments and not self._area.put_code(self._segment):
            self._show_status(_("No inline code is missing."))

    def action_case(self) -> None:
        """Change capitals."""
        self._area.turn_case()

    def action_sign(self) -> None:
        """The next key is a sign."""
        self._area.await_sign()
        self._show_status(_("Then: < « · > » · ? ¿ · ! ¡ · - — · ' ’ · space: one that holds"))

    def action_type_sign(self, name: str) -> None:
        """Type a sign by its key's name."""
        self._area.type_sign(" " if name == "space" else name)

    # --- taking back

    def action_undo(self) -> None:
        """Take back what was typed here, and then what was done before it."""
        if self._area.history.undo_stack:
            self._area.undo()
        else:
            self.action_undo_article()

    def action_redo(self) -> None:
        """Do again what was taken back, here or in the article."""
        if self._area.history.redo_stack:
            self._area.redo()
            return
        undone = self._attempt(editing.redo, self._desk, self.slug)
        if undone is None:
            self._say_unless_problem(_("There is nothing to do again."))
        else:
            self._show_undone(undone, _("Done again: {what}."))

    def action_undo_article(self) -> None:
        """Take back the last change of the article, wherever it was."""
        undone = None
        if (since := self._filled_since) is not None:
            undone = self._attempt(editing.undo_drafts, self._desk, self.slug, since)
        undone = undone or self._attempt(editing.undo, self._desk, self.slug)
        if undone is None:
            self._say_unless_problem(_("There is nothing to take back."))
        else:
            self._show_undone(undone, _("Taken back: {what}."))

    def _say_unless_problem(self, sentence: str) -> None:
        if not self._problem:
            self._show_status(sentence)

    def _show_undone(self, undone: Undone, sentence: str) -> None:
        if undone.segment is None:
            self._reread()
        else:
            self._took(undone.segment)
            self._hold(undone.segment)
            self._go(self._place_of(undone.segment))
        what = normalize.visible(wording.action_name(undone.action))
        if undone.count > 1:
            what = f"{what} ({undone.count})"
        self._show_status(sentence.format(what=what))
