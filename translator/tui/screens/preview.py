"""The preview: both pages of an article side by side, as text, scrolled together.

What stands beside what is the same block, so that a missing paragraph or a long one is seen at
once. Refuses to change anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from translator.config import Config
from translator.desk import Desk
from translator.i18n import _, ngettext
from translator.publish import passages
from translator.tui import exporting, page_text, places
from translator.tui.page_text import Line, Paragraph, lay_out
from translator.tui.screens.article_place import ArticleScreen
from translator.tui.widgets.line_list import LineList, cell

GUTTER = 3


class PairView(LineList):
    """Two pages, each block beside its other language."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "scroll(-1)", show=False),
        Binding("down,j", "scroll(1)", show=False),
        Binding("pageup", "scroll_page(-1)", show=False),
        Binding("pagedown,space", "scroll_page(1)", show=False),
        Binding("home", "scroll(-1000000)", show=False),
        Binding("end", "scroll(1000000)", show=False),
    ]

    HAS_BAR = False

    def __init__(self) -> None:
        super().__init__(id="pair")
        self._pages: tuple[Sequence[Paragraph], ...] = ((), ())
        self._rows: list[tuple[Line, Line]] = []
        self._width = 0

    def show(self, english: Sequence[Paragraph], spanish: Sequence[Paragraph]) -> None:
        """Show these pages."""
        self._pages = (english, spanish)
        self._lay_out()

    @property
    def half(self) -> int:
        """The cells of one page."""
        return max(10, (self.size.width - GUTTER - 2) // 2)

    def on_resize(self, event: events.Resize) -> None:
        """Other lines; what stood at the top stays there."""
        if event.size.width != self._width:
            top = self._block_at(self.scroll_offset.y)
            self._lay_out()
            self._show_block(top)

    def _lay_out(self) -> None:
        self._width = self.size.width
        self._rows = []
        for number, pair in enumerate(zip(*self._pages, strict=True)):
            if self._rows and not pair[0].is_close:
                self._rows.append((Line(), Line()))
            left, right = (lay_out(one, number, self.half) for one in pair)
            self._rows += zip_longest(left, right, fillvalue=Line())
        self.show_rows(len(self._rows))

    def _block_at(self, row: int) -> int:
        for line, _other in self._rows[row:]:
            if line.paragraph >= 0:
                return line.paragraph
        return 0

    def _show_block(self, number: int) -> None:
        for place, (line, _other) in enumerate(self._rows):
            if line.paragraph == number:
                self.scroll_to(y=place, animate=False, force=True)
                return

    def go(self, segment: int) -> None:
        """Bring the block with this segment to the top."""
        for number, one in enumerate(self._pages[0]):
            if any(piece.segment.id == segment for piece in one.pieces):
                self.call_after_refresh(self._show_block, number)

    def action_scroll(self, rows: int) -> None:
        """Scroll both pages."""
        self.scroll_to(y=self.scroll_offset.y + rows, animate=False, force=True)

    def action_scroll_page(self, pages: int) -> None:
        """Scroll both pages by what the screen shows."""
        self.action_scroll(pages * max(1, self.size.height - 2))

    def on_click(self, event: events.Click) -> None:
        """There is no cursor here."""
        event.prevent_default()

    def row(self, index: int, width: int) -> Text:
        """A line of each page."""
        left, right = self._rows[index]
        half = self.half
        text = Text(" ")
        for line, gap in ((left, " │ "), (right, "")):
            start = len(text)
            text.append(cell(line.indent + line.text, half))
            if line.style:
                text.stylize(line.style, start + len(line.indent), len(text))
            text.append(gap, self.style_of("quiet"))
        return text


class PreviewScreen(ArticleScreen):
    """Both pages of one article."""

    PLACES = ("preview",)
    BINDINGS = places.bindings("preview")
    AUTO_FOCUS = "#pair"

    def __init__(self, desk: Desk, config: Config, slug: str, segment: int | None = None) -> None:
        super().__init__(desk, config, slug)
        self._first = segment
        self._pair = PairView()

    def body(self) -> Iterable[Widget]:
        """The names of the languages, and the pages."""
        yield Static(id="columns", markup=False)
        yield self._pair

    def begin(self) -> None:
        """Begin where one came from."""
        super().begin()
        if self._first is not None:
            self._pair.go(self._first)

    def show(self) -> None:
        """Show the pages as they are now."""
        self._pair.show(
            page_text.paragraphs(self.translation, "en"),
            page_text.paragraphs(self.translation, "es"),
        )
        self.head(_("Preview"), self.headline)
        self._name_columns()
        if number := passages.unfinished(self.translation):
            open_ones = ngettext(
                "A draft: {n} sentence is still to be confirmed.",
                "A draft: {n} sentences are still to be confirmed.",
                number,
            )
            self.say(open_ones.format(n=number))
        else:
            self.say(_("Complete: it can be published."))

    def on_resize(self) -> None:
        """The columns have other widths."""
        self._name_columns()

    def _name_columns(self) -> None:
        half = max(10, (self.size.width - 1 - GUTTER - 2) // 2)
        text = Text(f" {cell(_('English'), half)}   {cell(_('Spanish'), half)}")
        self.query_one("#columns", Static).update(text)

    def action_export(self) -> None:
        """Write the page pair."""
        self.say(exporting.export(self.desk, self.config, self.slug))

    def action_read(self) -> None:
        """The Spanish alone."""
        self.house.open_reading(self.slug)
