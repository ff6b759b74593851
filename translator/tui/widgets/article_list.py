"""The articles of a desk, one a row: progress by state, headline, findings, words, last change.

Refuses colour as the only sign: a state has its own shade in the bar, and is told in words below.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rich.text import Text

from translator import normalize
from translator.desk.summaries import Summary
from translator.i18n import N_, _
from translator.model import State
from translator.tui.widgets.line_list import LineList, cell

BAR = 8
SHADES = {State.FINAL: "█", State.REVIEWED: "▓", State.TRANSLATED: "▒"}
DRAFT, EMPTY = "░", "·"
"""The two kinds of what is open: with a translation that nobody has confirmed, and with none."""

WIDE = 100
"""From this width on the last change is shown as well."""

COLUMNS = ("changed", "title", "progress", "findings", "words")
"""What the list can be sorted by, in the order in which a key goes through them."""

NAMES = {
    "changed": N_("last change"),
    "title": N_("title"),
    "progress": N_("progress"),
    "findings": N_("findings"),
    "words": N_("words"),
}

_FALLING = frozenset({"changed", "words", "findings"})
"""The columns whose highest value comes first when one sorts by them."""

_FINDINGS, _WORDS, _CHANGED = 5, 8, 18


class ArticleList(LineList):
    """The list, as it is filtered and sorted."""

    def __init__(self) -> None:
        super().__init__(id="articles")
        self.shown: list[Summary] = []
        self.findings: Mapping[str, int] = {}
        self.column = "changed"
        self.is_turned = False
        self._all: Sequence[Summary] = ()
        self._texts: dict[str, str] = {}
        self._filter = ""

    def take(self, summaries: Sequence[Summary], findings: Mapping[str, int]) -> None:
        """These are the articles now; `findings` are open ones, by slug."""
        self._all = summaries
        self.findings = findings
        self._texts = {one.slug: _folded(f"{one.title} {one.slug}") for one in summaries}
        place = self.cursor
        before = self.current
        self._arrange()
        if before is not None and self.current != before and before.slug not in self._texts:
            self.cursor = max(0, min(place, len(self.shown) - 1))  # deleted: at what followed it

    def go(self, slug: str) -> None:
        """To the article with this slug, where it is shown."""
        slugs = [one.slug for one in self.shown]
        if slug in slugs:
            self.cursor = slugs.index(slug)

    def tell(self, findings: Mapping[str, int]) -> None:
        """These findings are open now."""
        self.findings = findings
        if self.column == "findings":
            self._arrange()
        else:
            self.refresh()

    def in_view(self) -> list[Summary]:
        """The articles that are on the screen."""
        top = self.scroll_offset.y
        return self.shown[top : top + self.size.height]

    def filter(self, wanted: str) -> None:
        """Show those only that have these words in their title or slug."""
        self._filter = wanted
        self._arrange()

    def sort(self, column: str, *, is_turned: bool = False) -> None:
        """Sort by this column, turned round or not."""
        self.column, self.is_turned = column, is_turned
        self._arrange()

    def _arrange(self) -> None:
        """Filter and sort, with the cursor on the article it was on."""
        before = self.current
        words = _folded(self._filter).split()
        found = [one for one in self._all if all(word in self._texts[one.slug] for word in words)]
        falls = (self.column in _FALLING) != self.is_turned
        found.sort(key=self._key(), reverse=falls)
        self.shown = found
        self.show_rows(len(found))
        slugs = {one.slug: place for place, one in enumerate(found)}
        self.cursor = slugs.get(before.slug, 0) if before else 0

    def _key(self) -> Callable[[Summary], Any]:
        keys: dict[str, Callable[[Summary], Any]] = {
            "changed": lambda one: one.updated,
            "title": lambda one: self._texts[one.slug],
            "progress": done,
            "findings": lambda one: self.findings.get(one.slug, 0),
            "words": lambda one: one.words,
        }
        return keys[self.column]

    @property
    def current(self) -> Summary | None:
        """The article under the cursor."""
        return self.shown[self.cursor] if self.cursor < len(self.shown) else None

    def header(self, width: int) -> Text:
        """The names of the columns; a sign at the one that the list is sorted by."""
        left, right = self._widths(width)
        title = cell(self._column_name("title"), max(0, width - left - right))
        parts = [cell(f" {self._column_name('progress')}", left), title]
        parts.append(f"{cell(self._column_name('findings'), _FINDINGS):>{_FINDINGS}}"[:_FINDINGS])
        parts.append(f"{self._column_name('words'):>{_WORDS}}")
        if width >= WIDE:
            parts.append(f"  {self._column_name('changed')}")
        return Text("".join(parts))

    def _column_name(self, column: str) -> str:
        name = "!" if column == "findings" else _(NAMES[column])
        if column != self.column:
            return name
        falls = (column in _FALLING) != self.is_turned
        return f"{'▼' if falls else '▲'}{name}"

    def _widths(self, width: int) -> tuple[int, int]:
        return 1 + BAR + 10, _FINDINGS + _WORDS + (_CHANGED if width >= WIDE else 0) + 1

    def row(self, index: int, width: int) -> Text:
        """Progress as a bar and in figures, headline, findings, words, last change."""
        one = self.shown[index]
        quiet = self.style_of("quiet")
        left, right = self._widths(width)
        style = self.style_of("done" if not one.states[State.INITIAL] else "open")
        found = self.findings.get(one.slug)
        return Text.assemble(
            " ",
            (bar(one), style),
            (f" {one.confirmed:>3}/{one.segments:<4} ", quiet),
            cell(one.title, max(0, width - left - right)),
            (f"{'' if found is None else found or '·':>{_FINDINGS}}", ""),
            (f"{one.words:>{_WORDS}}", quiet),
            (f"  {one.updated.astimezone():%Y-%m-%d %H:%M}" if width >= WIDE else "", quiet),
            " ",
        )


def done(one: Summary) -> float:
    """How far an article is, for sorting: a reading counts more than a first confirmation, and a
    draft a little."""
    weights = {State.INITIAL: 0, State.TRANSLATED: 1, State.REVIEWED: 2, State.FINAL: 3}
    total = sum(weights[state] * number for state, number in one.states.items()) + one.drafts / 4
    return total / (3 * one.segments) if one.segments else 1.0


def bar(one: Summary) -> str:
    """A bar of the states, the furthest first, drafts and what is empty at the end; each that there
    is has a cell."""
    if not one.segments:
        return SHADES[State.FINAL] * BAR
    counts = {shade: one.states[state] for state, shade in SHADES.items()}
    counts |= {DRAFT: one.drafts, EMPTY: one.states[State.INITIAL] - one.drafts}
    there = [(shade, count) for shade, count in counts.items() if count > 0]
    cells, reached = "", 0
    for left, (shade, count) in zip(range(len(there) - 1, -1, -1), there, strict=True):
        reached += count
        end = round(BAR * reached / one.segments)
        end = min(max(end, len(cells) + 1), BAR - left)
        cells += shade * (end - len(cells))
    return cells


def _folded(text: str) -> str:
    return normalize.plain(text).casefold()
