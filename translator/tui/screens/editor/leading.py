"""From the editor to the other places and back: search, concordance, history, reading, structure.

What was typed is saved before; what was changed there is read when one comes back. Refuses to know
what those places do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator import inline
from translator.model import Unit
from translator.tui.screens.editor.judging import Judging

if TYPE_CHECKING:
    from translator.tui.app import TranslatorApp


class Leading(Judging):
    """An article with doors."""

    @property
    def _house(self) -> TranslatorApp:
        return self.app  # type: ignore[return-value]

    def _selected(self) -> str:
        """What is selected in either language: there one goes with it."""
        return (self._area.selected_text or self._source.selected).strip()

    def action_search(self) -> None:
        """Search and replace in the article."""
        if self._save():
            self._house.open_search(self.slug, self._selected())

    def action_concordance(self) -> None:
        """How these words were translated before; what is chosen there is put in here."""
        if self._save():
            self._house.open_concordance(self._selected(), self._put_unit)

    def _put_unit(self, unit: Unit) -> None:
        self._area.put(inline.strip(unit.target, unit.codes))
        self.set_focus(self._area)

    def action_history(self) -> None:
        """What was changed when in the segment, and any version of it back."""
        if self._segments and self._save():
            self._house.open_history(self.slug, self._segment.id)

    def action_read_page(self) -> None:
        """The Spanish as the page will read, from here."""
        if self._segments and self._save():
            self._house.open_reading(self.slug, self._segment.id)

    def action_preview(self) -> None:
        """Both pages side by side."""
        if self._segments and self._save():
            self._house.open_preview(self.slug, self._segment.id)

    def action_structure(self) -> None:
        """The lines of the page, at the one that the segment is of."""
        if self._save():
            line = self._segment.block if self._segments else None
            self._house.open_structure(self.slug, line)

    def action_names(self) -> None:
        """The names and terms of the article."""
        if self._save():
            self._knowledge.forget()
            self._house.open_names(self.slug)
