"""Export from the screen: the page pair into the desk's `out` folder, and one line that says so.

Separate because both screens do it, and because what it loads (templates, dates) is not wanted
before.
"""

from __future__ import annotations

from translator import wording
from translator.config import Config
from translator.desk import Desk
from translator.errors import TranslatorError
from translator.i18n import _

FOLDER = "out"


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
