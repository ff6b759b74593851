"""What is known of the segment at hand: the panel, the grey text behind the cursor, where to look.

All of it is looked up after the segment is shown, beside the screen, and shown only if one is
still there. Refuses to wait for any of it.
"""

from __future__ import annotations

import asyncio

from textual.timer import Timer

from translator import inline, wording
from translator.config import Config
from translator.desk import Desk
from translator.errors import TranslatorError
from translator.i18n import _
from translator.model import Segment, Term
from translator.tui.assistance import Assistance
from translator.tui.knowledge import Knowledge, Known
from translator.tui.screens.editor.changing import Changing
from translator.tui.screens.term import TermScreen
from translator.tui.widgets import panel_text
from translator.tui.widgets.side_panel import SidePanel

LOOKUP_S = 0.06
"""How long one must be at a segment before it is looked up: holding a key down asks nothing."""

REST_S = 0.4
"""After what was typed is saved, until it is judged anew."""

ASK_S = 0.12
"""After the last key, until the machine is asked how it would go on."""

HYPOTHESES = 4
DOUBTFUL = 0.25
"""The share of the drafts that counts as those the machine is least sure of."""


class Offering(Changing):
    """An article with what is known of it."""

    def __init__(self, desk: Desk, config: Config, assistance: Assistance, slug: str) -> None:
        super().__init__(desk, config, slug)
        self._assistance = assistance
        self._knowledge = Knowledge(desk, config, slug)
        self._known: Known | None = None
        self._waiting: Timer | None = None
        self._machine: dict[str, list[str]] = {}
        self._confidence: dict[tuple[int, str], float] = {}

    def on_unmount(self) -> None:
        """Give the thread's connection back."""
        self._knowledge.close()

    # --- looking up

    def _arrived(self) -> None:
        # The panel keeps what it has until there is something to put in its place: it stands
        # still while one holds a key down, and no key waits for it.
        self._known = None
        self._look_up_in(LOOKUP_S)

    def _rested(self) -> None:
        self._look_up_in(REST_S)

    def _look_up_in(self, wait_s: float) -> None:
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(wait_s, self._look_up_now)

    def _look_up_now(self) -> None:
        self._beside(self._look_up, "lookup")

    async def _look_up(self) -> None:
        segment = self._segment
        known = await self._knowledge.of(self._article.translation_now(), self._index)
        if known is None or not self._is_at(segment):
            return
        self._known = known
        self._source.show(self._segment, known)
        self._show_known()
        if self._panel.display and segment.source not in self._machine:
            await self._ask_hypotheses(segment)

    def _is_at(self, segment: Segment) -> bool:
        return self.is_mounted and self._held is not None and self._held.id == segment.id

    async def _ask_hypotheses(self, segment: Segment) -> None:
        source = inline.strip(segment.source, segment.codes)
        answer = await self._assistance.ask("hypotheses", source=source, count=HYPOTHESES)
        if answer is None:
            return
        self._machine[segment.source] = [str(text) for text, _score in answer["hypotheses"]]
        if self._is_at(segment):
            self._show_known()

    def _set_note(self, number: int, text: str | None) -> None:
        super()._set_note(number, text)
        self._show_known()

    def _suggestions(self) -> list[panel_text.Suggestion]:
        machine = self._machine.get(self._segment.source, [])
        return panel_text.suggestions(self._segment, self._known, machine)

    def _show_known(self) -> None:
        known, panel = self._known, self._panel
        panel.show_suggestions(self._suggestions())
        panel.part("note").put(panel_text.note(self._segment))
        panel.part("terms").put(panel_text.terms(known) if known else ())
        lines = panel_text.history(known.history) if known else ()
        panel.part("history").put(lines, len(known.history) if known else 0)
        if known is not None:
            self._area.offer(known.draft)
            if not self._has_said:
                self._show_status()

    # --- the panel

    def action_panel(self) -> None:
        """To the panel; there, digits take suggestions."""
        self._save()
        self.set_class(True, "-panel")
        self._panel.part("suggestions").display = True
        self._panel.part("suggestions").focus()
        self._rested()

    def action_leave_panel(self) -> None:
        """Back to the translation."""
        self.set_class(False, "-panel")
        self.set_focus(self._area)

    def action_fold_panel(self) -> None:
        """Show the panel, or give its room to the list."""
        is_wide = self.has_class("-wide")
        self.toggle_class("-folded" if is_wide else "-panel")

    def action_leave(self) -> None:
        """From the panel to the translation, from there to the list, then to the library."""
        if self._panel.has_focus_within:
            self.action_leave_panel()
        else:
            super().action_leave()

    def on_side_panel_chosen(self, event: SidePanel.Chosen) -> None:
        """A digit was pressed in the panel."""
        self.action_insert(event.number)
        self.action_leave_panel()

    def action_insert(self, number: int) -> None:
        """Put a suggestion in the place of the translation; the area's undo brings it back."""
        if not self._segments:
            return
        suggestions = self._suggestions()
        if number > len(suggestions):
            self._show_status(_("There is no suggestion {n} here.").format(n=number))
            return
        self._area.replace_all(suggestions[number - 1].text)
        self.set_focus(self._area)

    # --- the grey text

    def on_text_area_changed(self) -> None:
        """The machine is asked how what is typed would go on."""
        if self._is_typed() and self._config.ghost == "on" and self._area.wants_offer:
            self._beside(self._ask_rest, "ghost")

    async def _ask_rest(self) -> None:
        await asyncio.sleep(ASK_S)
        segment, prefix = self._segment, self._area.text
        if not self._area.wants_offer or not prefix.strip():
            return
        draft = self._known.draft if self._known else ""
        clean = [inline.strip(text, segment.codes) for text in (segment.source, prefix, draft)]
        answer = await self._assistance.ask(
            "complete", source=clean[0], prefix=clean[1], draft=clean[2]
        )
        # What was typed meanwhile may agree with it, or not: the area looks.
        if answer is not None and answer["rest"] and self._is_at(segment):
            self._area.offer(draft, prefix + str(answer["rest"]))

    # --- where to look

    def action_next_doubtful(self) -> None:
        """To the next of the drafts that the machine is least sure of."""
        if self._segments and self._save():
            self._beside(self._seek_doubt, "seek")

    async def _seek_doubt(self) -> None:
        segment = self._segment
        drafts = [one for one in self._segments if one.is_draft]
        unknown = [one for one in drafts if (one.id, one.target) not in self._confidence]
        if unknown:
            self._show_status(_("The machine reads its drafts again…"))
            pairs = [
                [inline.strip(text, one.codes) for text in (one.source, one.target)]
                for one in unknown
            ]
            answer = await self._assistance.ask("confidence", pairs=pairs)
            if answer is None:
                self._show_status(_("No engine here can say how sure it is."))
                return
            for one, sureness in zip(unknown, answer["confidence"], strict=True):
                self._confidence[one.id, one.target] = float(sureness)
        if not self._is_at(segment):
            return
        ranked = sorted(self._confidence[one.id, one.target] for one in drafts)
        if not ranked:
            self._show_status(_("No draft of the machine is left."))
            return
        limit = ranked[int((len(ranked) - 1) * DOUBTFUL)]
        self._go_next(lambda one: self._confidence.get((one.id, one.target), 1.0) <= limit)

    # --- terms

    def action_term(self) -> None:
        """A new term, from what is selected in both languages."""
        english = self._source.selected
        if not self._segments or not self._save():
            return
        self.app.push_screen(TermScreen(english, self._area.selected_text.strip()), self._add_term)

    def _add_term(self, term: Term | None) -> None:
        if term is None:
            return
        from translator import terminology

        try:
            terminology.add_term(self._desk, term)
        except TranslatorError as error:
            self._show_status(wording.sentence(error))
            return
        self._knowledge.forget()
        self.set_focus(self._area)
        self._show_status(_("The term is in the termbase."))
        self._rested()
