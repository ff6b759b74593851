"""The concordance: how words were translated before, in either language, newest first.

Words are found with capitals and accents ignored unless one asks. Refuses to change the memory.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from rich.text import Text
from textual.widget import Widget
from textual.widgets import Input, Static

from translator import inline, normalize, searching
from translator.config import Config
from translator.desk import Desk, concordance, reading
from translator.desk.concordance import Language
from translator.i18n import N_, _, ngettext
from translator.model import Origin, Unit
from translator.searching import Query
from translator.tui import places
from translator.tui.screens.place import PlaceScreen
from translator.tui.widgets.line_list import LineList, cell

MOST = 200
"""Units that are shown at most."""

_LANGUAGES: tuple[tuple[Language | None, str], ...] = (
    (None, N_("both languages")),
    ("en", N_("English")),
    ("es", N_("Spanish")),
)


class UnitList(LineList):
    """Units of the memory, one a row: English and Spanish side by side."""

    def __init__(self) -> None:
        super().__init__(id="units")
        self.units: Sequence[Unit] = ()
        self.mark: Callable[[Text], Text] = lambda text: text

    def show(self, units: Sequence[Unit]) -> None:
        """Show these units."""
        self.units = units
        self.cursor = 0
        self.show_rows(len(units))

    @property
    def current(self) -> Unit | None:
        """The unit under the cursor."""
        return self.units[self.cursor] if self.cursor < len(self.units) else None

    def row(self, index: int, width: int) -> Text:
        """The two languages, with what was sought marked."""
        unit = self.units[index]
        half = max(0, (width - 4) // 2)
        sign = "~" if unit.origin is Origin.MACHINE else "✓"
        return Text.assemble(
            (f" {sign} ", self.style_of("quiet")),
            self.mark(Text(cell(inline.strip(unit.source, unit.codes), half))),
            " ",
            self.mark(Text(cell(inline.strip(unit.target, unit.codes), half))),
        )


class ConcordanceScreen(PlaceScreen):
    """Words, and the units that have them."""

    PLACES = ("concordance",)
    BINDINGS = places.bindings("concordance")
    AUTO_FOCUS = "#words"

    def __init__(
        self,
        desk: Desk,
        config: Config,
        text: str = "",
        take: Callable[[Unit], object] | None = None,
    ) -> None:
        super().__init__(desk, config)
        self._text = text
        self._take = take
        self._language = 0
        self._ways = {"phrase": False, "case": False, "accents": False}
        self._rows = UnitList()
        self._rows.mark = self._marked

    def body(self) -> Iterable[Widget]:
        """The words, how is sought, the units, and the whole of one."""
        yield Input(self._text, placeholder=_("Words in either language"), id="words", compact=True)
        yield Static(id="options", markup=False)
        yield self._rows
        yield Static(id="unit", markup=False)

    def read(self) -> None:
        """Search again: the memory has changed. Raises TranslatorError."""
        self._search()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as one types."""
        self._text = normalize.nfc(event.value)
        self.attempt(self._search)

    def on_input_submitted(self) -> None:
        """To the list."""
        self.set_focus(self._rows)

    def action_language(self) -> None:
        """In both languages, or in one."""
        self._language = (self._language + 1) % len(_LANGUAGES)
        self.attempt(self._search)

    def action_switch(self, name: str) -> None:
        """Turn one way of searching on or off."""
        self._ways[name] = not self._ways[name]
        self.attempt(self._search)

    def _search(self) -> None:
        with reading(self.desk) as connection:
            found = concordance.search(
                connection,
                self._text,
                language=_LANGUAGES[self._language][0],
                phrase=self._ways["phrase"],
                case=self._ways["case"],
                accents=self._ways["accents"],
                most=MOST,
            )
        self._rows.show(found)
        self._show_options()
        count = ngettext("{n} translation", "{n} translations", len(found)).format(n=len(found))
        more = _("; only the newest are shown") if len(found) == MOST else ""
        self.head(_("Concordance"), f"{count}{more}" if self._text else "")
        self._tell()

    def _show_options(self) -> None:
        boxes = (
            ("phrase", _("phrase"), "alt+r"),
            ("case", _("capitals"), "alt+c"),
            ("accents", _("accents"), "alt+t"),
        )
        parts: list[str | tuple[str, str]] = [
            (f" {_(_LANGUAGES[self._language][1])} ", "bold"),
            ("alt+l", "dim"),
        ]
        for name, label, key in boxes:
            parts += [f"  [{'x' if self._ways[name] else ' '}] {label} ", (key, "dim")]
        self.query_one("#options", Static).update(Text.assemble(*parts))

    def _marked(self, text: Text) -> Text:
        for word in re.findall(r"\w+", self._text):
            query = Query(word, words=True, case=self._ways["case"], accents=self._ways["accents"])
            for start, end in searching.spans(query, text.plain):
                text.stylize("bold underline", start, end)
        return text

    def on_line_list_highlighted(self) -> None:
        """Another unit."""
        self._tell()

    def _tell(self) -> None:
        unit = self._rows.current
        shown = Text()
        if unit is not None:
            for marked in (unit.source, unit.target):
                text = Text(normalize.visible(inline.strip(marked, unit.codes)))
                shown.append_text(Text(" ").append_text(self._marked(text)).append("\n"))
            shown.right_crop(1)
            self.tell(_origin(unit))
        else:
            self.tell(_("Nothing was found.") if self._text else "")
        self.query_one("#unit", Static).update(shown)

    def on_line_list_chosen(self) -> None:
        """Enter: hand the Spanish over, or copy it."""
        unit = self._rows.current
        if unit is None:
            return
        if self._take is not None:
            self.dismiss()
            self._take(unit)
            return
        self.app.copy_to_clipboard(inline.strip(unit.target, unit.codes))
        self.say(_("The Spanish is copied."))

    def action_leave(self) -> None:
        """To the field, then back."""
        if self._rows.has_focus:
            self.set_focus(self.query_one("#words"))
        else:
            self.dismiss()


def _origin(unit: Unit) -> str:
    """Where a unit is from, by whom and of when."""
    when = f"{unit.changed.astimezone():%Y-%m-%d}" if unit.changed else ""
    by = _("machine") if unit.origin is Origin.MACHINE else unit.author
    return " · ".join(part for part in (unit.article, by, when) if part)
