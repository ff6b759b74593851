"""The names and terms of an article: what becomes of each, decided with a look at what changes.

A decision counts for all articles of the desk; the translations that have it otherwise are shown
first, and each can be left. Refuses rules: `terminology` and `editing` have them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.text import Text
from textual.widget import Widget
from textual.widgets import Static

from translator import editing, inline, normalize, terminology, wording
from translator.config import Config
from translator.desk import Desk
from translator.editing import Change
from translator.errors import TranslatorError
from translator.i18n import _, ngettext
from translator.model import Name, Term, TermKind
from translator.terminology import Terminology
from translator.tui import places
from translator.tui.screens.article_place import ArticleScreen, taken_back, undo_replacement
from translator.tui.screens.asking import LinesScreen, Question
from translator.tui.screens.changes import ChangesScreen
from translator.tui.widgets.word_list import WordList, spanish


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided here, what was before, and an article in which translations changed."""

    before: Name | None
    after: Name
    changed_in: str


class NamesScreen(ArticleScreen):
    """The names and terms of one article."""

    PLACES = ("names",)
    BINDINGS = places.bindings("names")
    AUTO_FOCUS = "#names"

    def __init__(self, desk: Desk, config: Config, slug: str) -> None:
        super().__init__(desk, config, slug)
        self._rows = WordList()
        self._known: Terminology
        self._decided: list[Decided] = []
        self._undone: list[Decided | None] = []
        """What was taken back, the last one last; None for a change of the article itself."""

    def body(self) -> Iterable[Widget]:
        """The names and terms, and where one of them stands."""
        yield self._rows
        yield Static(id="uses", markup=False)

    def begin(self) -> None:
        """Show the place first: in a very long article the names take a second to find."""
        self.head(_("Names and terms"))
        self.tell(_("Names are being looked for…"))
        self.call_after_refresh(super().begin)

    def show(self) -> None:
        """Find them anew."""
        self._known = terminology.load(self.desk, self.config)
        names = self._known.listed(self.translation)
        terms = self._known.listed_terms(self.translation)
        self._rows.show(names, terms)
        open_ones = sum(not one.name.why for one in names)
        found = ngettext("{n} name", "{n} names", len(names)).format(n=len(names))
        left = ngettext("{n} open", "{n} open", open_ones).format(n=open_ones)
        words = ngettext("{n} term", "{n} terms", len(terms)).format(n=len(terms))
        self.head(_("Names and terms"), found, left, words, self.headline)
        self._tell()

    def on_line_list_highlighted(self) -> None:
        """Another one."""
        self._tell()

    def _tell(self) -> None:
        """How it is decided, and the first sentence it stands in with its translation."""
        name, term = self._rows.listed, self._rows.term
        numbers: tuple[int, ...] = ()
        if name is not None:
            numbers = name.segments
            why = name.name.why or _("nobody has decided")
            self.tell(f"{name.name.name} → {spanish(name)} · {why}")
        elif term is not None:
            numbers = term.otherwise or term.segments
            first = term.terms[0]
            parts = (first.decision, first.note, first.domain)
            self.tell(" · ".join(part for part in (first.source, *parts) if part))
        else:
            self.tell(_("No names and no terms were found."))
        shown = Text()
        for segment in self.translation.segments:
            if segment.id in numbers[:1]:
                for marked in (segment.source, segment.target):
                    text = normalize.visible(inline.strip(marked, segment.codes))
                    shown.append(f"{text}\n", "dim" if marked == segment.source else "")
        self.query_one("#uses", Static).update(shown)

    # --- names

    def on_line_list_chosen(self) -> None:
        """Enter: give it a Spanish form."""
        self.action_form()

    def action_form(self) -> None:
        """Ask for the Spanish of the name under the cursor."""
        one = self._rows.listed
        if one is None:
            self.say(_("A term is changed by adding another for the same English: a."))
            return
        name = one.name.name
        question = Question("spanish", _("Its Spanish"), one.name.spanish)
        title = _("The Spanish of “{name}”; empty where it is translated freely").format(name=name)

        def answered(answers: dict[str, str] | None) -> None:
            if answers is not None:
                self._decide(name, answers["spanish"])

        self.app.push_screen(LinesScreen(title, [question]), answered)

    def action_keep(self) -> None:
        """It stays as it is."""
        if one := self._rows.listed:
            self._decide(one.name.name, one.name.name)

    def action_free(self) -> None:
        """It is translated freely."""
        if one := self._rows.listed:
            self._decide(one.name.name, "")

    def _decide(self, name: str, form: str) -> None:
        """Decide, after a look at what that changes."""
        try:
            pair = terminology.redecided(self._known, self.translation, name, form)
            changes = terminology.changes(self.desk, [pair])
        except TranslatorError as error:
            self.say(wording.sentence(error))
            return
        if not changes:
            self._store(pair[1], ())
            return

        def answered(taken: tuple[Change, ...] | None) -> None:
            if taken is not None:
                self._store(pair[1], taken)

        title = f"{name} → {form or _('translated freely')}"
        self.app.push_screen(ChangesScreen(title, changes), answered)

    def _store(self, after: Name, changes: tuple[Change, ...]) -> None:
        try:
            before = terminology.decided(self.desk, after.name)
            terminology.decide(self.desk, [after])
            done = editing.change_all(self.desk, changes) if changes else 0
        except TranslatorError as error:
            self.say(wording.sentence(error))
            return
        self._decided.append(Decided(before, after, changes[0].slug if done else ""))
        self._undone = []
        self.renew()
        if done:
            said = ngettext(
                "Decided; {n} translation changed. u takes it back.",
                "Decided; {n} translations changed. u takes it back.",
                done,
            ).format(n=done)
        else:
            said = _("Decided. u takes it back.")
        self.say(said)

    def action_undo(self) -> None:
        """Take back the last decision made here with its changes; else what was done before."""
        if not self._decided:
            undone = self.turn(editing.undo, _("There is nothing to take back."))
            if undone is not None:
                self._undone.append(None)
                self.say(taken_back(undone))
            return
        last = self._decided[-1]
        if last.changed_in and undo_replacement(self, last.changed_in) is None:
            return
        if self.does(terminology.take_back, self.desk, last.after.name, last.before):
            self._undone.append(self._decided.pop())
            self.renew()
            self.say(_("Taken back."))

    def action_redo(self) -> None:
        """Decide again what was taken back, with its changes; else what was done before."""
        next_one = self._undone[-1] if self._undone else None
        if next_one is None:
            self._undone = self._undone[:-1]
            super().action_redo()
            return
        if not self.does(terminology.decide, self.desk, [next_one.after]):
            return
        if next_one.changed_in:
            self.attempt(editing.redo, self.desk, next_one.changed_in)
        self._undone.pop()
        self._decided.append(next_one)
        self.renew()
        self.say(_("Done again."))

    def action_next_open(self) -> None:
        """To the next name that nobody has decided, round the end."""
        names, at = self._rows.names, self._rows.cursor
        ring = [*range(at + 1, len(names)), *range(min(at + 1, len(names)))]
        found = next((place for place in ring if not names[place].name.why), None)
        if found is None:
            self.say(_("Every name is decided."))
        else:
            self._rows.cursor = found

    # --- terms

    def action_add(self) -> None:
        """Ask for a term."""
        name, term = self._rows.listed, self._rows.term
        source = name.name.name if name else term.terms[0].source if term else ""
        questions = [
            Question("source", _("English"), source),
            Question("target", _("Spanish; empty where it stays as it is")),
        ]
        self.app.push_screen(LinesScreen(_("A term for the whole desk"), questions), self._add)

    def _add(self, answers: dict[str, str] | None) -> None:
        if not answers or not answers["source"]:
            return
        source, target = answers["source"], answers["target"]
        kind = TermKind.PREFERRED if target and target != source else TermKind.KEEP
        term = Term(source, target if kind is TermKind.PREFERRED else "", kind)
        if self.attempt(terminology.add_term, self.desk, term) is not None:
            self.renew()
            self.say(_("The term is added."))
