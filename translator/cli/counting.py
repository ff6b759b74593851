"""`stats`: words as translators are paid."""

from __future__ import annotations

from typing import Any

import click

from translator import analysis, config
from translator import desk as desks
from translator.analysis import BANDS, Analysis
from translator.cli import talk
from translator.cli.options import as_json
from translator.cli.root import Context
from translator.desk import articles
from translator.errors import UsageError
from translator.i18n import _


def build_stats() -> click.Command:
    """The command `stats`."""
    return click.Command(
        "stats",
        callback=_stats,
        params=[
            click.Argument(["slugs"], nargs=-1, metavar="[SLUG…]"),
            click.Option(["--all", "everything"], is_flag=True, help=_("All articles.")),
            as_json(),
        ],
        help=_(
            "Count the words of articles as translators are paid: new, repeated, and by how far the"
            " memory knows them. It is the count before any work: what was confirmed in an article"
            " itself does not count as known."
        ),
    )


@click.pass_obj
def _stats(context: Context, slugs: tuple[str, ...], everything: bool, as_json: bool) -> None:
    if bool(slugs) == everything:
        raise UsageError("slugs-or-all")
    folder = desks.find(context.desk)
    desk = desks.open_to_read(folder)
    slugs = articles.slugs(desk) if everything else tuple(dict.fromkeys(slugs))
    with talk.progress(_("Counting")) as show:
        parts = []
        for done, part in enumerate(analysis.analyse(desk, slugs, config.load(folder)), start=1):
            parts.append(part)
            show(done, len(slugs), part.slug)
    whole = analysis.total(parts)
    if as_json:
        talk.show_json({"articles": [_facts(part) for part in parts], "total": _facts(whole)})
        return
    for part in parts:
        _show(part.slug, part)
    if len(parts) > 1:
        _show(_("all"), whole)


def _facts(part: Analysis) -> dict[str, Any]:
    bands = {
        name: {"segments": count.segments, "words": count.words}
        for name, count in part.bands.items()
    }
    facts = {"segments": part.total.segments, "words": part.total.words, "bands": bands}
    return {"slug": part.slug} | facts if part.slug else facts


def _show(name: str, part: Analysis) -> None:
    names = {"context": _("context"), "repeated": _("repeated"), "new": _("new")}
    titles = [names.get(band, f"{band} %") for band in BANDS] + [_("all")]
    counts = [part.bands[band] for band in BANDS] + [part.total]
    width = max(len(title) for title in titles)
    heads = _("segments"), _("words")
    talk.show(name)
    talk.show(f"  {'':<{width}}  {heads[0]:>10}  {heads[1]:>10}")
    for title, count in zip(titles, counts, strict=True):
        talk.show(f"  {title:<{width}}  {count.segments:>10}  {count.words:>10}")
