"""The names and terms of an article, one a row: how decided, what it is, its Spanish, how often.

Refuses to decide. A sign tells what is decided from what is open.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from translator import wording
from translator.i18n import _
from translator.model import Decision, TermKind
from translator.terminology import Listed, ListedTerm
from translator.tui.widgets.line_list import LineList, cell

DECIDED, OPEN, TERM = "✓", "?", "T"


class WordList(LineList):
    """Names first, then terms."""

    def __init__(self) -> None:
        super().__init__(id="names")
        self.names: Sequence[Listed] = ()
        self.terms: Sequence[ListedTerm] = ()

    def show(self, names: Sequence[Listed], terms: Sequence[ListedTerm]) -> None:
        """Show these."""
        self.names, self.terms = names, terms
        self.show_rows(len(names) + len(terms))

    @property
    def listed(self) -> Listed | None:
        """The name under the cursor, where it is one."""
        return self.names[self.cursor] if self.cursor < len(self.names) else None

    @property
    def term(self) -> ListedTerm | None:
        """The term under the cursor, where it is one."""
        place = self.cursor - len(self.names)
        return self.terms[place] if 0 <= place < len(self.terms) else None

    def row(self, index: int, width: int) -> Text:
        """Sign, English, Spanish, kind, how often."""
        if index < len(self.names):
            one = self.names[index]
            sign = DECIDED if one.name.why else OPEN
            cells = (one.name.name, spanish(one), wording.name_kind(one.name.kind))
            count, wrong = one.count, ""
        else:
            term = self.terms[index - len(self.names)]
            sign, cells, count = TERM, _term_cells(term), term.count
            wrong = f"!{len(term.otherwise)}" if term.otherwise else ""
        third = max(8, (width - 26) // 2)
        quiet = self.style_of("quiet")
        return Text.assemble(
            (f" {sign} ", self.style_of("open" if sign == OPEN else "done")),
            cell(cells[0], third),
            " ",
            cell(cells[1], third),
            (f" {cell(cells[2], 12)}", quiet),
            (f"{count:>4}", quiet),
            (f"{wrong:>4} ", self.style_of("open")),
        )


def spanish(one: Listed) -> str:
    """What becomes of a name, in words where it has no form."""
    if one.name.decision is Decision.KEEP:
        return _("stays: {name}").format(name=one.name.name)
    return one.name.spanish or _("translated freely")


def _term_cells(one: ListedTerm) -> tuple[str, str, str]:
    wanted = [term.target for term in one.terms if term.kind is TermKind.PREFERRED]
    allowed = [term.target for term in one.terms if term.kind is TermKind.ALLOWED]
    refused = [f"✗ {term.target}" for term in one.terms if term.kind is TermKind.FORBIDDEN]
    if any(term.kind is TermKind.KEEP for term in one.terms):
        wanted = [_("stays: {name}").format(name=one.terms[0].source)]
    return one.terms[0].source, ", ".join((*wanted, *allowed, *refused)), _("term")
