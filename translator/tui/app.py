"""The application: which screens there are, the palette, and how it begins and ends.

Refuses rules of editing, SQL and engines. Loads no engine and no reader: a screen is up in well
under a second.
"""

from __future__ import annotations

import contextlib
import importlib
import sys
from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand
from textual.command import CommandPalette
from textual.filter import LineFilter
from textual.screen import Screen

from translator import desk as desks
from translator import normalize, wording
from translator.config import Config
from translator.desk import Desk, articles
from translator.errors import DeskError
from translator.i18n import _
from translator.tui import alt_keys, keymaps, keys, places, themes
from translator.tui.assistance import Assistance
from translator.tui.background import Pretranslation
from translator.tui.rescuing import Rescuing
from translator.tui.resting import REST_S, Resting
from translator.tui.safekeeping import Safekeeping
from translator.tui.screens.keys import KeysScreen
from translator.tui.seen import Seen
from translator.tui.typeahead import Typeahead

if TYPE_CHECKING:
    from translator.tui.screens.editor import EditorScreen

SWITCH_S = 0.001
"""How long a thread that looks something up may hold up a key; Python's own 5 ms can be felt."""

PATIENCE_S = 0.25
"""How long the screen waits for another process's write before it says so and tries again."""


def run(desk: Desk, config: Config, slug: str | None = None) -> int:
    """Open the library, or one article; the exit code. Raises NotFoundError for a wrong slug,
    InputError and UsageError for keys that would not work."""
    if slug is not None:
        articles.require(desk, slug)
    chosen = keymaps.load(config.keys, desk.folder)
    keys.choose(chosen)
    alt_keys.teach()
    desks.set_patience(desk, PATIENCE_S)
    sys.setswitchinterval(SWITCH_S)
    app = TranslatorApp(desk, config, slug)
    code = app.run() or 0
    for path in app.rescued:
        sentence = _("Not everything was saved; a copy is in {path}. “translator import” takes it.")
        print(normalize.visible(sentence.format(path=path)), file=sys.stderr)
    return code


class TranslatorApp(Rescuing, Resting, Typeahead, inherit_bindings=False):
    """The screen of a desk.

    Without the bindings of the framework's own: its quit would overtake letters that still wait.
    """

    TITLE = "engesp"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False  # its key would go before any of ours; we open it ourselves

    def __init__(self, desk: Desk, config: Config, slug: str | None = None) -> None:
        super().__init__()
        self.desk = desk
        self.config = config
        self._seen = Seen()
        self.pretranslation = Pretranslation()
        self.assistance = Assistance(desk.folder)
        self.safekeeping = Safekeeping(desk.folder, config)
        self._first = slug

    def get_line_filters(self) -> Sequence[LineFilter]:
        """The framework's own, and ours behind them."""
        return [*super().get_line_filters(), self._seen]

    def on_mount(self) -> None:
        """Show the article that was asked for, else the library."""
        themes.register(self)
        self.theme = themes.NAMES[self.config.theme]
        self.set_keymap(keys.chosen())
        self.safekeeping.start(self._say_no_copy)
        self.heed_signals()
        # Not yet: while it mounts, the framework draws screens in vain, 20 ms each.
        self.call_later(self._show_first)

    def _show_first(self) -> None:
        if self._first is None:
            self._show_library()
            self.set_timer(REST_S, self._load_editor)
        else:
            # The library is made when one goes back to it: it would cost the first frame 0.1 s.
            self.push_screen(self._editor(self._first), lambda _: self._show_library())
        self.call_after_refresh(self.collect_at_rest)

    def _say_no_copy(self, error: DeskError) -> None:
        """Say, from another thread, why the desk could not be copied."""
        with contextlib.suppress(RuntimeError):  # the screen has gone meanwhile
            sentence = wording.sentence(error)
            self.call_from_thread(self.notify, sentence, severity="error", markup=False)

    def _load_editor(self) -> None:
        """Load what the next Enter will need, once the hands rest."""
        if not self.rests:
            self.set_timer(REST_S, self._load_editor)
            return
        load = partial(importlib.import_module, "translator.tui.screens.editor")
        self.run_worker(load, thread=True, exit_on_error=False)

    def _show_library(self) -> None:
        from translator.tui.screens.library import LibraryScreen

        self.push_screen(LibraryScreen(self.desk, self.config, self.pretranslation))

    def _editor(self, slug: str) -> EditorScreen:
        from translator.tui.screens.editor import EditorScreen

        return EditorScreen(self.desk, self.config, self.pretranslation, self.assistance, slug)

    def find_desk(self) -> Desk:
        """The desk: the file of it, once another process has made one in an empty folder. Raises
        DeskError."""
        if not desks.is_made(self.desk) and (self.desk.folder / desks.DATABASE).exists():
            found = desks.open_desk(self.desk.folder, author=self.config.author)
            desks.set_patience(found, PATIENCE_S)
            self.desk.close()
            self.desk = found
        return self.desk

    def open_article(self, slug: str, segment: int | None = None) -> None:
        """Show an article over the library, at a segment by its id."""
        editor = self._editor(slug)
        self.push_screen(editor)
        if segment is not None:
            self.call_after_refresh(editor.show_segment, segment)

    async def on_unmount(self) -> None:
        """Leave no child behind."""
        await self.pretranslation.close()
        await self.assistance.stop()
        self.safekeeping.stop()

    def action_show_keys(self) -> None:
        """Show the keys of where one is."""
        if not isinstance(self.screen, KeysScreen):
            self.push_screen(KeysScreen(_places_of(self.screen)))

    def action_command_palette(self) -> None:
        """Open the palette with our words."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=_("Search for an action…")))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every action of the screen with its key, and what belongs to all screens."""
        for place in _places_of(screen)[:1]:
            for key in places.table(place):
                if key.action and key.action != "app.command_palette":
                    yield SystemCommand(
                        _(key.text), key.shown, lambda action=key.action: self._act(screen, action)
                    )
        yield SystemCommand(
            _("choose colours"), _("light, dark and more"), self.action_change_theme
        )

    def _act(self, screen: Screen[object], action: str) -> None:
        self.call_later(self.run_action, action, screen)


def _places_of(screen: Screen[object]) -> Sequence[str]:
    """The tables of keys that count on a screen, or below the panel that covers it."""
    found = (getattr(one, "PLACES", ()) for one in reversed(screen.app.screen_stack))
    return next((one for one in found if one), ("editor",))
