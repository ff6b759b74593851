"""Export from the screen: files into the desk's `out` folder, and one line that says so.

Separate because several screens do it, and because what it loads (templates, dates) is not wanted
before.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from translator import desk as desks
from translator import wording
from translator.config import Config
from translator.desk import Desk
from translator.errors import NotReadyError, TranslatorError
from translator.i18n import N_, _
from translator.model import Translation

FOLDER = "out"
COPY = "copied.txt"
"""What was copied last: many terminals refuse the clipboard, and none says so."""

FORMATS = {
    "html": N_("the page pair (HTML)"),
    "text": N_("both texts, plain"),
    "markdown": N_("both texts, Markdown"),
    "po": N_("PO, for other translation tools"),
    "xliff": N_("XLIFF 1.2, for other translation tools"),
    "xliff2": N_("XLIFF 2.1"),
    "tmx": N_("TMX, a translation memory"),
    "tsv": N_("a table, for spreadsheets"),
    "review": N_("a table to review on paper"),
    "original": N_("the PO file it was made from, translated"),
}
"""What can be written of an article, in words."""

REPLACE = "replace"
"""Stands among the formats for: also over files that others have changed."""


def export(
    desk: Desk, config: Config, slug: str, formats: Sequence[str] = ("html",), *, hint: str = ""
) -> str:
    """Write an article, its pages as drafts where they are not ready; what to tell the person,
    with a hint first where there are errors."""
    out = desk.folder / FOLDER
    try:
        _write(desk, config, slug, out, formats, draft=False)
    except NotReadyError as error:
        said = _draft(desk, config, slug, out, formats, error)
        return f"{hint} · {said}" if hint and error.values["errors"] else said
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


def _draft(
    desk: Desk, config: Config, slug: str, out: Path, formats: Sequence[str], why: NotReadyError
) -> str:
    try:
        _write(desk, config, slug, out, formats, draft=True)
    except TranslatorError as error:
        return wording.sentence(error)
    return _("Written as a draft (errors: {errors}, open segments: {open}) into {folder}").format(
        errors=why.values["errors"], open=why.values["open"], folder=out
    )


def _write(
    desk: Desk, config: Config, slug: str, out: Path, formats: Sequence[str], *, draft: bool
) -> None:
    from translator import delivery

    delivery.export(
        desk,
        (slug,),
        formats=[name for name in formats if name != REPLACE],
        out=out,
        force=REPLACE in formats,
        config=config,
        draft=draft,
        checked=True,
    )
