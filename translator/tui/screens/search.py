"""Search and replace, in an article or the whole desk.

What would change is shown occurrence by occurrence, and each can be left; one undo takes all back.
Refuses rules: `searching` finds, `editing` changes.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable
from dataclasses import replace

from rich.text import Text
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Label, Static

from translator import editing, normalize, searching, wording
from translator.config import Config
from translator.desk import Desk
from translator.errors import TranslatorError
from translator.i18n import N_, _, ngettext
from translator.model import State
from translator.searching import Field, Hit, Query
from translator.tui import places
from translator.tui.screens.article_place import done_again, taken_back, undo_replacement
from translator.tui.screens.place import PlaceScreen
from translator.tui.widgets.hit_list import HitList
from translator.tui.widgets.worddiff import difference

MOST = 5_000
"""Segments that are shown at most: nobody looks through more."""

_SLICE_S = 0.008
"""How long the search works before the keyboard has its turn: half a frame."""

_FIELDS = {
    Field.TARGET: N_("Spanish"),
    Field.SOURCE: N_("English"),
    Field.NOTE: N_("notes"),
}
_STATES = (None, *State)


class SearchScreen(PlaceScreen):
    """What is sought, what it becomes, and what was found."""

    PLACES = ("search",)
    BINDINGS = places.bindings("search")
    AUTO_FOCUS = "#sought"

    def __init__(self, desk: Desk, config: Config, slug: str | None, text: str = "") -> None:
        super().__init__(desk, config)
        self.slug = slug
        self._scope = slug
        self._query = Query(text)
        self._state: State | None = None
        self._hits: list[Hit] = []
        self._rows = HitList()
        self._undo_in = ""
        self._redo_in = ""
        self._is_warned = False

    def body(self) -> Iterable[Widget]:
        """The two fields, how is sought, what was found, and what would change."""
        for label, field in (
            (_("Search"), Input(self._query.text, id="sought", compact=True)),
            (_("Replace with"), Input(id="wanted", compact=True)),
        ):
            yield Horizontal(Label(label, markup=False), field, classes="field")
        yield Static(id="options", markup=False)
        yield self._rows
        yield Static(id="change", markup=False)

    def read(self) -> None:
        """Search again: the desk has changed."""
        self._search()

    def follow_slug(self, old: str, new: str) -> None:
        """The article has another slug."""
        self.slug = new if self.slug == old else self.slug
        self._scope = new if self._scope == old else self._scope

    # --- what is sought

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as one types; another replacement changes what is shown."""
        self._is_warned = False
        if event.input.id == "sought":
            self._query = replace(self._query, text=event.value)
            self._search()
        else:
            self._rows.refresh()
            self._preview()

    def on_input_submitted(self) -> None:
        """To what was found."""
        self.set_focus(self._rows)

    def action_field(self) -> None:
        """Search the Spanish, the English or the notes."""
        fields = list(_FIELDS)
        place = fields.index(self._query.field) + 1
        self._query = replace(self._query, field=fields[place % len(fields)])
        self._search()

    def action_switch(self, name: str) -> None:
        """Turn one way of searching on or off."""
        query = self._query
        if name == "case":
            self._query = replace(query, case=not query.case)
        elif name == "accents":
            self._query = replace(query, accents=not query.accents)
        elif name == "words":
            self._query = replace(query, words=not query.words)
        else:
            self._query = replace(query, is_regex=not query.is_regex)
        self._search()

    def action_state(self) -> None:
        """In one state only, or in all."""
        place = _STATES.index(self._state) + 1
        self._state = _STATES[place % len(_STATES)]
        states = frozenset({self._state}) if self._state else frozenset()
        self._query = replace(self._query, states=states)
        self._search()

    def action_scope(self) -> None:
        """In the article one came from, or in the desk."""
        if self.slug is not None:
            self._scope = None if self._scope else self.slug
            self._search()

    def _options(self) -> Text:
        query = self._query
        state = wording.state_name(self._state) if self._state else _("any state")
        boxes = (
            (query.case, _("capitals"), "alt+c"),
            (query.accents, _("accents"), "alt+t"),
            (query.words, _("whole words"), "alt+w"),
            (query.is_regex, _("pattern"), "alt+r"),
        )
        parts: list[str | tuple[str, str]] = [
            (f"{_(_FIELDS[query.field])} ", "bold"),
            ("alt+l", "dim"),
            "  ",
        ]
        parts += [(f"{state} ", "bold"), ("alt+s", "dim"), "  "]
        scope = _("this article") if self._scope else _("the whole desk")
        parts += [(f"{scope} ", "bold"), ("alt+d", "dim"), "\n "]
        for is_on, name, key in boxes:
            parts += [f"[{'x' if is_on else ' '}] {name} ", (key, "dim"), "  "]
        return Text.assemble(" ", *parts)

    # --- searching

    def _search(self) -> None:
        self.query_one("#options", Static).update(self._options())
        self.head(_("Search and replace"), self._scope or _("the whole desk"))
        self.run_worker(self._find(), exclusive=True, group="search", exit_on_error=False)

    async def _find(self) -> None:
        """Search in slices, so that every key is answered at once."""
        self._hits = []
        shown, began = 0, time.monotonic()
        try:
            for hit in searching.find(self.desk, self._query, self._scope):
                if hit is not None:
                    self._hits.append(hit)
                    if len(self._hits) >= MOST:
                        break
                elif time.monotonic() - began > _SLICE_S:
                    if not shown and self._hits:
                        shown = len(self._hits)
                        self._show()
                    await asyncio.sleep(0)
                    began = time.monotonic()
        except TranslatorError as error:
            self._hits = []
            self._show()
            self.say(wording.sentence(error))
            return
        self._show()

    def _show(self) -> None:
        if not self.is_attached:
            return
        is_target = self._query.field is Field.TARGET
        self._rows.show(self._hits, has_boxes=is_target, has_slugs=self._scope is None)
        number, segments = len(self._rows.rows), len(self._hits)
        found = ngettext("{n} place", "{n} places", number).format(n=number)
        within = ngettext("in {n} segment", "in {n} segments", segments).format(n=segments)
        more = _("; only the first are shown") if segments >= MOST else ""
        self.say(f"{found} {within}{more}" if self._query.text else "")
        self._preview()

    # --- what would change

    @property
    def _wanted(self) -> str:
        return self.query_one("#wanted", Input).value

    def on_line_list_highlighted(self) -> None:
        """Another occurrence."""
        self._preview()

    def on_hit_list_turned(self) -> None:
        """An occurrence was left or taken."""
        self._preview()

    def _preview(self) -> None:
        shown = Text()
        if self._rows.current is not None:
            hit, _place = self._rows.current
            shown = self._preview_of(hit)
        self.query_one("#change", Static).update(shown)

    def _preview_of(self, hit: Hit) -> Text:
        other = hit.segment.source if self._query.field is not Field.SOURCE else hit.segment.target
        text = Text(f"   {normalize.visible_lines(other)}\n", style="dim")
        places = [
            place
            for one, place in self._rows.rows
            if one is hit and self._rows.is_taken(hit, place)
        ]
        try:
            change = (
                searching.replaced(hit, self._query, self._wanted, places)
                if self._query.field is Field.TARGET and (self._wanted or self._is_warned)
                else None
            )
        except TranslatorError as error:
            self.say(wording.sentence(error))
            change = None
        if change is None:
            return text.append_text(Text(f"   {normalize.visible_lines(hit.text)}", style=""))
        return text.append_text(difference(change.old, change.new))

    def action_turn_all(self) -> None:
        """Leave all, or take all."""
        self._rows.action_turn_all()

    def action_replace(self) -> None:
        """Replace what is taken; one undo takes all back."""
        if self._query.field is not Field.TARGET:
            self.say(_("Only translations are replaced. Search the Spanish."))
            return
        if not self._wanted and not self._is_warned:
            self._is_warned = True
            self._preview()
            self.say(_("This takes the words out. alt+x again does it."))
            return
        try:
            proposals = [
                searching.replaced(hit, self._query, self._wanted, taken)
                for hit, taken in self._rows.taken()
            ]
            changes = [one for one in proposals if one is not None]
            done = editing.change_all(self.desk, changes)
        except TranslatorError as error:
            self.say(wording.sentence(error))
            return
        self._is_warned, self._redo_in = False, ""
        if not done:
            self.say(_("Nothing would change."))
            return
        self._undo_in = changes[0].slug
        said = ngettext(
            "Replaced in {n} segment. alt+z takes it back.",
            "Replaced in {n} segments. alt+z takes it back.",
            done,
        )
        self._search()
        self.call_after_refresh(self.say, said.format(n=done))

    def action_undo(self) -> None:
        """Take the replacement back."""
        if not self._undo_in:
            self.say(_("There is nothing to take back."))
            return
        undone = undo_replacement(self, self._undo_in)
        if undone is None:
            return
        self._undo_in, self._redo_in = "", self._undo_in
        self._search()
        self.call_after_refresh(self.say, taken_back(undone))

    def action_redo(self) -> None:
        """Replace again what was taken back."""
        undone = self.attempt(editing.redo, self.desk, self._redo_in) if self._redo_in else None
        if undone is None:
            self._redo_in = ""
            self.say(_("There is nothing to do again."))
            return
        self._undo_in, self._redo_in = self._redo_in, ""
        self._search()
        self.call_after_refresh(self.say, done_again(undone))

    # --- out

    def on_line_list_chosen(self) -> None:
        """Open the article at the segment."""
        if self._rows.current is not None:
            hit, _place = self._rows.current
            self.house.open_article(hit.slug, hit.segment.id)

    def action_leave(self) -> None:
        """To the fields, then back."""
        if self._rows.has_focus:
            self.set_focus(self.query_one("#sought"))
        else:
            self.dismiss()
