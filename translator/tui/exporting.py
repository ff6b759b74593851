"""Export from the screen: the page pair into the desk's `out` folder, and one line that says so.

Separate because both screens do it, and because what it loads (templates, dates) is not wanted
before.
"""

from __future__ import annotations

from pathlib import Path

from translator import desk as desks
from translator import wording
from translator.config import Config
from translator.desk import Desk
from translator.errors import TranslatorError
from translator.i18n import _
from translator.model import Translation

FOLDER = "out"
COPY = "copied.txt"
"""What was copied last: many terminals refuse the clipboard, and none says so."""


def export(desk: Desk, config: Config, slug: str) -> str:
    """Write the page pair; what to tell the person."""
    from translator import delivery

    out = desk.folder / FOLDER
    try:
        done = delivery.export(
            desk, (slug,), formats=("html",), out=out, force=False, config=config
        )
    except TranslatorError as error:
        return wording.sentence(error)
    if done.drafts:
        return _("Written as a draft, with open segments, into {folder}").format(folder=out)
    return _("Written into {folder}").format(folder=out)


def whole_text(translation: Translation) -> str:
    """The Spanish of an article as plain text."""
    from translator.publish import text

    return text.render(translation, "es")


def write_copy(desk: Desk, text: str) -> Path:
    """Write what is copied into a file as well; which. Raises DeskError."""
    path = desk.folder / FOLDER / COPY
    with desks.disk_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return path
