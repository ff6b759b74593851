"""Copies of the desk beside the screen: soon after it opens, and then as often as is set.

A thread of its own, since SQLite lets go of the interpreter while it copies; it ends with the
program, whatever it is at. Refuses to interrupt: what goes wrong is said once.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from translator.config import Config
from translator.errors import DeskError

_FIRST_S = 3.0
"""After the first frame, and after what a person opens the program for."""
_LOOK_S = 60.0


class Safekeeping:
    """Keeps copies of one desk while it runs."""

    def __init__(self, folder: Path, config: Config) -> None:
        self._folder = folder
        self._config = config
        self._ends = threading.Event()

    def start(self, tell: Callable[[DeskError], None]) -> None:
        """Begin; `tell` is called from another thread, once for each kind of trouble."""
        if self._config.backup_minutes:
            threading.Thread(target=self._run, args=(tell,), daemon=True).start()

    def stop(self) -> None:
        """Make no more copies."""
        self._ends.set()

    def _run(self, tell: Callable[[DeskError], None]) -> None:
        from translator.desk import copies

        told: set[str] = set()
        wait = _FIRST_S
        while not self._ends.wait(wait):
            wait = _LOOK_S
            try:
                copies.keep(self._folder, self._config.backup_minutes, self._config.backup_room)
            except DeskError as error:
                if error.code not in told and not self._ends.is_set():
                    told.add(error.code)
                    tell(error)
