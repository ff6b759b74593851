"""How the articles of a desk stand: which may go out, and how clean each one is.

The gate refuses an article with an error or an open segment. Verdicts are kept by what they hang
on, so that a list of many articles asks the checks only for those that have changed. Refuses to
write pages: `delivery` does.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from contextlib import suppress

from translator import __version__, checking, terminology
from translator.checking import CHECKS_FILE, Report
from translator.config import Config
from translator.desk import Desk, reading, verdicts, writing
from translator.desk.verdicts import Verdict
from translator.errors import DeskError, NotReadyError
from translator.model import Grade, Translation

Show = Callable[[int, int, str], None]


def refuse_unready(translation: Translation, report: Report) -> None:
    """Raise NotReadyError where an article has an error or an open segment."""
    errors = report.count(Grade.ERROR)
    waiting = sum(one.is_open for one in translation.segments)
    if errors or waiting:
        raise NotReadyError("not-clean", slug=translation.article.slug, errors=errors, open=waiting)


def verdict(report: Report) -> Verdict:
    """A report in four numbers."""
    return Verdict(
        report.segments, report.clean, report.count(Grade.ERROR), report.count(Grade.WARNING)
    )


def of_desk(
    desk: Desk,
    settings: Config,
    slugs: Sequence[str],
    show: Show = lambda done, total, slug: None,
) -> dict[str, Verdict]:
    """The verdicts of these articles: kept ones where nothing has changed, else new ones, which are
    kept where the desk can be written. Raises NotFoundError, DeskError."""
    rules = _rules(desk, settings)
    with reading(desk) as connection:
        digests, known = verdicts.digests(connection, rules), verdicts.known(connection)
    found = {
        slug: known[slug][1]
        for slug in slugs
        if slug in known and known[slug][0] == digests.get(slug)
    }
    missing = [slug for slug in slugs if slug not in found]
    new: dict[str, Verdict] = {}
    for place, slug in enumerate(missing):
        show(place, len(missing), slug)
        new[slug] = verdict(checking.of_article(settings, desk, slug))
    if new:
        with suppress(DeskError), writing(desk) as connection:
            for slug, one in new.items():
                verdicts.put(connection, slug, digests.get(slug, ""), one)
    return {**found, **new}


def _rules(desk: Desk, settings: Config) -> str:
    """What all verdicts of a desk hang on besides the texts: program, profile, rules, terms."""
    path = desk.folder / CHECKS_FILE
    own = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    known = terminology.load(desk, settings)
    spoken = repr((__version__, settings.region, settings.quotes, own, known.terms, known.names))
    return hashlib.sha256(spoken.encode("utf-8")).hexdigest()
