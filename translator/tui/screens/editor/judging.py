"""What is wrong with the segment at hand: the finding one is at, its fix, and letting it stand.

One is at the finding that the key of the next one led to, else at what weighs most. A fix is typed
like anything else, when a person who has seen it asks for it, and only into the very text that was
judged. Refuses to put in anything by itself, and to judge: `findings` asks the checks.
"""

from __future__ import annotations

from functools import partial

from translator import normalize
from translator.i18n import _
from translator.model import Grade, Segment
from translator.tui import findings, keys
from translator.tui.findings import SIGNS, Told
from translator.tui.screens.editor.offering import Offering
from translator.tui.screens.ignoring import IgnoreScreen
from translator.tui.widgets import panel_text

WARN_S = 0.2
"""After a segment was confirmed, until it is looked at for errors."""

_OF_THE_WHOLE = frozenset(
    "length odd-length sentences end-mark number-missing number-doubt date time codes-missing"
    " negation-lost quotation-lost unbalanced protected term-missing name-lost name-other".split()
)
"""Rules that what is still being typed breaks because its end is not there yet."""


_ENDS = tuple('.!?…»”"’)]:')
_BEGUN = 0.6
"""The share of the English under which a line without a mark at its end is not written yet."""


class Judging(Offering):
    """An article with what is wrong in it."""

    _finding: Told | None = None
    """The finding one is at."""

    _finding_at = 0
    _previewed: Told | None = None
    """The fix that was last told at the foot, because the panel did not show it."""

    _told = ""
    """The notice that last told of an error in what was confirmed."""

    def _arrived(self) -> None:
        self._finding, self._finding_at, self._previewed = None, 0, None
        super()._arrived()

    # --- what is shown

    @property
    def _findings(self) -> tuple[Told, ...]:
        found = self._known.findings if self._known else ()
        if self._is_under_way():
            return tuple(one for one in found if one.rule not in _OF_THE_WHOLE)
        return found

    def _is_under_way(self) -> bool:
        """Whether the sentence is being written at its end, which is not there yet: what it lacks
        is no news to who writes it."""
        if not self._typed_at or self._area.cursor_location != self._area.document.end:
            return False
        source, text = self._segment.source.rstrip(), self._area.text.rstrip()
        has_end = source.endswith(_ENDS)
        return not text.endswith(_ENDS) if has_end else len(text) < len(source) * _BEGUN

    @property
    def _fixable(self) -> Told | None:
        """The finding whose fix is put in: the one that one is at, else the first that has one."""
        order = filter(None, (self._finding, *self._findings))
        return next((one for one in order if one.fix is not None), None)

    def _show_known(self) -> None:
        self._stay()
        self._show_findings()
        super()._show_known()

    def _stay(self) -> None:
        """At the same finding after the text was judged anew; where it has gone, at the next."""
        found = self._findings
        if self._finding in found:
            self._finding_at = found.index(self._finding)
        self._finding_at = min(self._finding_at, max(0, len(found) - 1))
        self._finding = found[self._finding_at] if found else None

    def _show_findings(self) -> None:
        standing = self._known.standing if self._known else ()
        lines = panel_text.findings(self._findings, self._finding, self._fixable)
        self._panel.part("findings").put(lines)
        self._panel.part("ignored").put(panel_text.standing(standing))

    def _remark(self) -> str:
        """The finding one is at, and how many more there are."""
        one, known = self._finding, self._known
        if one is None or known is None or known.segment.id != self._segment.id:
            return ""  # what is known is still of the segment that is left
        more = f" (+{len(self._findings) - 1})" if len(self._findings) > 1 else ""
        # The sign of the least grade is the dot that parts the line as it is.
        sign = "" if one.grade is Grade.INFO else f"{SIGNS[one.grade]} "
        return f"{sign}{normalize.visible(one.sentence)}{more}"

    # --- to the next

    def action_next_finding(self) -> None:
        """To the next finding of the segment, then to the next segment in which something is
        wrong."""
        if not self._segments or not self._save():
            return
        after = self._finding_at + 1
        if after < len(self._findings):
            self._finding, self._finding_at = self._findings[after], after
            self._show_findings()
            self._show_status()
        else:
            self._beside(self._seek_finding, "seek")

    def action_next_error(self) -> None:
        """To the next segment with an error: what an export is refused for."""
        if self._segments and self._save():
            self._beside(self._seek_error, "seek")

    async def _seek_error(self) -> None:
        await self._seek_finding(errors=True)

    async def _seek_finding(self, *, errors: bool = False) -> None:
        segment = self._segment
        found = await self._knowledge.next_finding(
            self._article.translation_now(), self._index, self._ring(), errors=errors
        )
        if not self._is_at(segment):
            return
        if found is not None:
            self._go(self._place_of(found))
        elif errors:
            self._show_status(_("No segment has an error."))
        else:
            self._show_status(_("Nothing was found in the whole article."))

    # --- what was confirmed

    def action_confirm(self) -> None:
        """Confirm; an error in what was confirmed is said, since one is somewhere else by then."""
        segment = self._segment if self._segments else None
        super().action_confirm()
        if segment is not None and not self._is_problem(segment):
            # Not at once: what is known of the next segment comes first, and no key waits for it.
            self.set_timer(WARN_S, partial(self._begin_to_warn_of, segment.id))

    def _begin_to_warn_of(self, number: int) -> None:
        self.run_worker(self._warn_of(number), exit_on_error=False)

    def _is_problem(self, segment: Segment) -> bool:
        place = self._article.place_of(segment.id)
        return place is None or self._segments[place].is_open

    async def _warn_of(self, number: int) -> None:
        place = self._article.place_of(number)
        if place is None or not self.is_mounted:
            return
        errors = await self._knowledge.errors(self._article.translation_now(), place)
        if errors and self.is_mounted:
            told = _("Segment {n} was confirmed with an error: {sentence}").format(
                n=place + 1, sentence=normalize.visible(errors[0].sentence)
            )
            # An error takes the place of the one before it, and of nothing else that is said.
            first = "" if self._notice == self._told else self._notice
            self._told = " · ".join(filter(None, (first, told)))
            self._say_a_while(self._told)

    # --- putting right

    def action_fix_finding(self) -> None:
        """Put in the fix that the panel shows; where it does not, show it first at the foot."""
        if not self._is_judged():
            return
        one = self._fixable
        if one is None or one.fix is None:
            self._show_status(_("No finding of this segment has a fix."))
            return
        change = panel_text.change(one)
        if self._previewed != one and not self._is_in_sight():
            self._previewed = one
            again = _("{change} · {key} again puts it in.")
            self._show_status(again.format(change=change, key=keys.shown("editor.fix")))
            return
        self._previewed = None
        self._area.put_between(*one.span, one.fix)
        self.set_focus(self._area)
        if self._save():
            undo = keys.shown("editor.undo-typing")
            done = _("{change} is put in; {key} takes it back.")
            self._show_status(done.format(change=change, key=undo))
        self._beside(self._look_up, "lookup")

    def _is_judged(self) -> bool:
        """Whether what is known of the segment is of the text that is there now; else say so."""
        if not self._segments:
            return False
        if self._known is None:
            self._show_status(_("The segment is still being checked."))
            return False
        if self._known.segment.target != self._area.text:
            self._show_status(_("The text has changed since it was checked; it is checked again."))
            self._beside(self._judge_again, "lookup")
            return False
        return True

    async def _judge_again(self) -> None:
        if self._save():
            await self._look_up()

    def _is_in_sight(self) -> bool:
        """Whether the panel shows all findings."""
        part = self._panel.part("findings")
        is_open = self._panel.display and part.display and not part.is_folded
        return is_open and self._panel.region.contains_region(part.region)

    # --- letting stand

    def action_ignore_finding(self) -> None:
        """Ask why the finding may stand; where there is none, let what was ignored count again."""
        if not self._is_judged() or not self._save():
            return
        one = self._finding
        if one is None:
            self._heed()
            return
        number = self._segment.id
        self.app.push_screen(
            IgnoreScreen(one.sentence, f"translator check {self.slug} --heed {number}:{one.rule}"),
            lambda reason: self._ignore(number, one, reason),
        )

    def _ignore(self, number: int, one: Told, reason: str | None) -> None:
        if reason is None:
            return
        if self._attempt(findings.let_stand, self._desk, self.slug, number, one.rule, reason):
            sentence = normalize.visible(one.sentence)
            self._show_status(_("Ignored: {sentence}").format(sentence=sentence))
            self._beside(self._look_up, "lookup")

    def _heed(self) -> None:
        """Let what was ignored last in this segment count again."""
        known = self._known.standing if self._known else ()
        mine = [one for one in known if one.place == self._index + 1]
        if not mine:
            self._show_status(_("Nothing was found in this segment."))
            return
        number, _colon, rule = mine[-1].name.partition(":")
        if self._attempt(findings.heed, self._desk, self.slug, int(number), rule):
            sentence = normalize.visible(mine[-1].sentence)
            self._show_status(_("It counts again: {sentence}").format(sentence=sentence))
            self._beside(self._look_up, "lookup")
