"""Export from the screen: files into the desk's `out` folder, and one line that says so.

Separate because several screens do it, and because what it loads (templates, dates) is not wanted
before.
"""

from __future__ import annotations

from collections.abc import Sequence

from translator import wording
from translator.config import Config
from translator.desk import Desk
from translator.errors import TranslatorError
from translator.i18n import N_, _

FOLDER = "out"

FORMATS = {
    "html": N_("the page pair (HTML)"),
    "text": N_("both texts, plain"),
    "po": N_("PO, for other translation tools"),
    "original": N_("the PO file it was made from, translated"),
}
"""What can be written, in words."""

REPLACE = "replace"


def export(
    desk: Desk,
    config: Config,
    slug: str,
    formats: Sequence[str] = ("html",),
    *,
    force: bool = False,
) -> str:
    """Write an article; what to tell the person."""
    from translator import delivery

    out = desk.folder / FOLDER
    try:
        done = delivery.export(desk, (slug,), formats=formats, out=out, force=force, config=config)
    except TranslatorError as error:
        return wording.sentence(error)
    if done.drafts:
        return _("Written as a draft, with open segments, into {folder}").format(folder=out)
    return _("Written into {folder}").format(folder=out)
