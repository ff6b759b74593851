"""Opens the places of the program, from wherever one is.

A mixin of the application, so that a screen need not know the others and the application stays
small. Screens are loaded when they are first opened: the first frame does not wait for them.
Refuses to know what a place does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.app import App

from translator.config import Config
from translator.desk import Desk, articles

if TYPE_CHECKING:
    from translator.model import Unit


class Opening(App[int]):
    """What the application can open. `former` are slugs that articles had before."""

    desk: Desk
    config: Config

    def __init__(self) -> None:
        super().__init__()
        self._renamed: list[tuple[str, str]] = []

    def open_structure(self, slug: str, line: int | None = None) -> None:
        """The lines of an article's page, at one of them by its id."""
        from translator.tui.screens.structure import StructureScreen

        self.push_screen(StructureScreen(self.desk, self.config, slug, line))

    def open_reading(self, slug: str, segment: int | None = None) -> None:
        """The Spanish of an article as a page, at a segment by its id."""
        from translator.tui.screens.reading import ReadingScreen

        self.push_screen(ReadingScreen(self.desk, self.config, slug, segment))

    def open_preview(self, slug: str, segment: int | None = None) -> None:
        """Both pages of an article side by side, at a segment by its id."""
        from translator.tui.screens.preview import PreviewScreen

        self.push_screen(PreviewScreen(self.desk, self.config, slug, segment))

    def open_search(self, slug: str | None = None, text: str = "") -> None:
        """Search and replace in an article, or in the desk."""
        from translator.tui.screens.search import SearchScreen

        self.push_screen(SearchScreen(self.desk, self.config, slug, text))

    def open_concordance(
        self, text: str = "", take: Callable[[Unit], object] | None = None
    ) -> None:
        """The memory, searched for these words; `take` is given the unit that is chosen there."""
        from translator.tui.screens.concordance import ConcordanceScreen

        self.push_screen(ConcordanceScreen(self.desk, self.config, text, take))

    def open_history(self, slug: str, segment: int | None = None) -> None:
        """What was changed when in an article, or in one segment by its id."""
        from translator.tui.screens.history import HistoryScreen

        self.push_screen(HistoryScreen(self.desk, self.config, slug, segment))

    def open_names(self, slug: str) -> None:
        """The names and terms of an article."""
        from translator.tui.screens.names import NamesScreen

        self.push_screen(NamesScreen(self.desk, self.config, slug))

    def follow_slug(self, old: str, new: str) -> None:
        """An article has another slug: all screens that show it follow."""
        if old != new:
            self._renamed.append((old, new))
            self._tell(old, new)

    def seek_slug(self, slug: str) -> None:
        """After an undo or a redo: the article may have the slug again that it had before."""
        there = set(articles.slugs(self.desk))
        if slug in there:
            return
        for place, (old, new) in enumerate(self._renamed):
            if new == slug and old in there:
                self._renamed[place] = (new, old)
                self._tell(new, old)
                return

    def _tell(self, old: str, new: str) -> None:
        for screen in self.screen_stack:
            follow: Any = getattr(screen, "follow_slug", None)
            if follow is not None:
                follow(old, new)
