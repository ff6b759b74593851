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
from translator.errors import NotReadyError, TranslatorError
from translator.i18n import _
from translator.model import Translation

FOLDER = "out"
COPY = "copied.txt"
"""What was copied last: many terminals refuse the clipboard, and none says so."""


def export(desk: Desk, config: Config, slug: str) -> str:
    """Write the page pair, as a draft where it is not ready; what to tell the person."""
    out = desk.folder / FOLDER
    try:
        _write(desk, config, slug, out, draft=False)
    except NotReadyError as error:
        return _draft(desk, config, slug, out, error)
    except TranslatorError as error:
        return wording.sentence(error)
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


def _draft(desk: Desk, config: Config, slug: str, out: Path, why: NotReadyError) -> str:
    try:
        _write(desk, config, slug, out, draft=True)
    except TranslatorError as error:
        return wording.sentence(error)
    return _("Written as a draft (errors: {errors}, open segments: {open}) into {folder}").format(
        errors=why.values["errors"], open=why.values["open"], folder=out
    )


def _write(desk: Desk, config: Config, slug: str, out: Path, *, draft: bool) -> None:
    from translator import delivery

    delivery.export(
        desk,
        (slug,),
        formats=("html",),
        out=out,
        force=False,
        config=config,
        draft=draft,
        checked=True,
    )
