"""What becomes of text that the disk refuses: an emergency copy elsewhere, and a question first.

A mixin of the application, since it is asked for from several screens and at the end of all. A
screen with such text has `unsaved_work`. Refuses to leave without having said so; who leaves all
the same finds a copy where there is room for one.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Iterator, Mapping
from pathlib import Path

from translator import normalize, rescue, wording
from translator.errors import TranslatorError
from translator.i18n import _
from translator.model import Translation
from translator.tui import keys
from translator.tui.opening import Opening

Unsaved = tuple[Translation, Mapping[int, str]]
"""An article as the desk has it, and the texts that it does not have, by segment."""


class Rescuing(Opening):
    """An application that loses no text silently."""

    def __init__(self) -> None:
        super().__init__()
        self.rescued: list[Path] = []
        """The copies that were written when the program ended."""
        self._warned_of: list[Unsaved] = []

    def heed_signals(self) -> None:
        """A terminal that is closed, or a polite kill: save, or write copies, and end."""
        for one in (signal.SIGHUP, signal.SIGTERM):
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                asyncio.get_running_loop().add_signal_handler(one, self.leave_now)

    def _unsaved(self) -> list[Unsaved]:
        """What is not on the disk, although it was tried now, of all screens."""
        found: Iterator[Unsaved | None] = (
            getattr(screen, "unsaved_work", None) for screen in self.screen_stack
        )
        return [one for one in found if one is not None]

    async def action_quit(self) -> None:
        """Leave, unless something typed is not on the disk: then say so, and leave when asked
        again."""
        unsaved = self._unsaved()
        if unsaved and unsaved != self._warned_of:
            self._warned_of = unsaved
            sentence = _(
                "Not everything is saved. {key} writes it elsewhere. To quit again leaves, with an"
                " emergency copy where there is room."
            )
            shown = sentence.format(key=keys.shown("editor.emergency"))
            self.notify(shown, severity="warning", markup=False)
            return
        self.leave_now()

    def leave_now(self) -> None:
        """End, with an emergency copy of what is not saved."""
        for translation, texts in self._unsaved():
            with contextlib.suppress(TranslatorError):
                file, text = self._copy_of(translation, texts)
                if path := rescue.place(file, text):
                    self.rescued.append(rescue.write(path, file, text))
        self.exit(0)

    def action_emergency_copy(self) -> None:
        """Ask where to, and write what is not saved there."""
        from translator.tui.screens.asking import LinesScreen, Question

        unsaved = self._unsaved()
        if not unsaved:
            self.notify(_("Everything is saved."), markup=False)
            return
        file, text = self._copy_of(*unsaved[-1])
        question = Question("path", _("File or folder"), str(rescue.place(file, text) or ""))
        title = _("An emergency copy of the article, with what is not saved")

        def written(answers: Mapping[str, str]) -> str:
            """What hinders it, or nothing."""
            if not answers["path"]:
                return _("Name a file or a folder on another disk.")
            given = Path(answers["path"]).expanduser()
            if given.is_file():
                return _("{path} is there already. Name another file.").format(path=given)
            try:
                path = rescue.write(given, file, text)
            except TranslatorError as error:
                return wording.sentence(error)
            sentence = _("The copy is in {path}. “translator import” takes it back.")
            told = normalize.visible(sentence.format(path=path))
            self.notify(told, timeout=15, markup=False)
            return ""

        self.push_screen(LinesScreen(title, [question], written))

    def _copy_of(self, translation: Translation, texts: Mapping[int, str]) -> tuple[str, str]:
        file = rescue.name(translation.article.slug)
        return file, rescue.content(translation, texts, author=self.config.author)
