"""Export from the screen: the page pair into the desk's `out` folder, and one line that says so.

Separate because both screens do it, and because what it loads (templates, dates) is not wanted
before.
"""

from __future__ import annotations

from pathlib import Path

from translator import wording
from translator.config import Config
from translator.desk import Desk
from translator.errors import NotReadyError, TranslatorError
from translator.i18n import _

FOLDER = "out"


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
