"""The history of an article or one segment: what was changed when, and any version back.

Read from the journal, newest first, with the words that differ. Refuses rules: `editing` brings a
version back, and that too is taken back by undo.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.text import Text
from textual.widget import Widget
from textual.widgets import Static

from translator import editing, wording
from translator.config import Config
from translator.desk import Desk, journal
from translator.desk.journal import Entry, Holding, Note, Passage
from translator.errors import TranslatorError
from translator.i18n import _, ngettext
from translator.tui import places
from translator.tui.screens.article_place import ArticleScreen
from translator.tui.widgets.line_list import LineList, cell
from translator.tui.widgets.worddiff import difference, parts


class EntryList(LineList):
    """Entries of the journal, one a row."""

    def __init__(self) -> None:
        super().__init__(id="entries")
        self.entries: Sequence[Entry] = ()
        self.places: dict[int, int] = {}

    def show(self, entries: Sequence[Entry], places: dict[int, int]) -> None:
        """Show these; `places` are the numbers of the segments in the article, by their ids."""
        before = self.current
        self.entries, self.places = entries, places
        self.show_rows(len(entries))
        ids = [entry.id for entry in entries]
        self.cursor = ids.index(before.id) if before is not None and before.id in ids else 0

    @property
    def current(self) -> Entry | None:
        """The entry under the cursor."""
        return self.entries[self.cursor] if self.cursor < len(self.entries) else None

    def row(self, index: int, width: int) -> Text:
        """When, which segment, what, and what came of it."""
        entry = self.entries[index]
        quiet = self.style_of("quiet")
        place = self.places.get(entry.segment)
        number = str(place) if place else "–" if entry.segment else ""
        return Text.assemble(
            (f" {entry.at.astimezone():%Y-%m-%d %H:%M} ", quiet),
            (f"{number:>4} ", quiet),
            cell(wording.action_name(entry.action), 16),
            " ",
            _came(entry, width - 41),
            " ",
        )


def _came(entry: Entry, width: int) -> Text:
    """What an entry made, in one line."""
    if isinstance(entry.after, Holding) and isinstance(entry.before, Holding):
        if entry.before.target == entry.after.target:
            state = wording.state_name
            return Text(cell(f"{state(entry.before.state)} → {state(entry.after.state)}", width))
        _old, new = parts(entry.before.target, entry.after.target)
        text = Text()
        for stretch, differs in new:
            text.append(stretch, "bold underline" if differs else "")
        shown = Text(cell(text.plain, width))
        for span in text.spans:
            shown.stylize(span.style, span.start, min(span.end, len(shown)))
        return shown
    return Text(cell(_story(entry)[1], width))


def _story(entry: Entry) -> tuple[str, str]:
    """What was there before and after, as lines of text."""
    sides = []
    for content in (entry.before, entry.after):
        if isinstance(content, Holding):
            sides.append(content.target)
        elif isinstance(content, Note):
            sides.append(content.text.replace("\n", "↵"))
        elif isinstance(content, Passage):
            sides.append(" / ".join(f"[{block.role}] {block.text}" for block in content.blocks))
        else:
            sides.append(", ".join(f"{name}: {value}" for name, value in content.items()))
    return sides[0], sides[1]


class HistoryScreen(ArticleScreen):
    """What was changed in one article."""

    PLACES = ("history",)
    BINDINGS = places.bindings("history")
    AUTO_FOCUS = "#entries"

    def __init__(self, desk: Desk, config: Config, slug: str, segment: int | None = None) -> None:
        super().__init__(desk, config, slug)
        self._segment = segment
        self._scope = segment
        self._confirmed = False
        self._rows = EntryList()

    def body(self) -> Iterable[Widget]:
        """The entries, and what one of them changed."""
        yield self._rows
        yield Static(id="change", markup=False)

    def show(self) -> None:
        """Read the journal and show it. Raises TranslatorError."""
        if self._scope is None:
            found = journal.journal(self.desk, self.slug)[::-1]
        else:
            found = editing.history(self.desk, self.slug, self._scope)
        if self._confirmed:
            found = editing.confirmed_versions(found)
        numbers = {one.id: place for place, one in enumerate(self.translation.segments, start=1)}
        self._rows.show(found, numbers)
        count = ngettext("{n} change", "{n} changes", len(found)).format(n=len(found))
        of = _("segment {n}").format(n=numbers.get(self._scope, "–")) if self._scope else ""
        kind = _("confirmed versions") if self._confirmed else ""
        self.head(_("History"), of, count, kind, self.headline)
        self._tell()

    def on_line_list_highlighted(self) -> None:
        """Another entry."""
        self._tell()

    def _tell(self) -> None:
        entry = self._rows.current
        shown = Text()
        if entry is not None:
            shown = difference(*_story(entry))
            self.tell(_state_of(entry))
        else:
            self.tell(_("Nothing has been changed yet."))
        self.query_one("#change", Static).update(shown)

    def action_scope(self) -> None:
        """Of one segment, or of the whole article."""
        entry = self._rows.current
        if self._scope is not None:
            self._scope = None
        else:
            self._scope = entry.segment if entry is not None and entry.segment else self._segment
        self.renew()

    def action_kind(self) -> None:
        """All changes, or those only that a person stood by."""
        self._confirmed = not self._confirmed
        self.renew()

    def on_line_list_chosen(self) -> None:
        """Enter: take the version back."""
        self.action_restore()

    def action_restore(self) -> None:
        """Bring back what the entry under the cursor made of its segment."""
        entry = self._rows.current
        if entry is None:
            return
        if not isinstance(entry.after, Holding):
            self.say(_("Only versions of a segment come back; u takes back the last change."))
            return
        try:
            editing.restore(self.desk, self.slug, entry.segment, entry.id)
        except TranslatorError as error:
            self.say(wording.sentence(error))
            return
        self.renew()
        self.say(_("This version is back; u takes it away again."))


def _state_of(entry: Entry) -> str:
    """The state and the origin that an entry left."""
    if not isinstance(entry.after, Holding):
        return ""
    state, origin = wording.state_name(entry.after.state), wording.origin_name(entry.after.origin)
    return f"{state} · {origin}"
