"""`update`: an article follows its page, and the list of what must be read again."""

from __future__ import annotations

from typing import Any

import click

from translator import config, updating
from translator import desk as desks
from translator.cli import talk
from translator.cli.differences import fact, marked
from translator.cli.options import (
    allow_private_option,
    as_json,
    dry_run_option,
    own_option,
)
from translator.cli.root import Context
from translator.i18n import _, ngettext
from translator.updating import Line, Report


def build_update() -> click.Command:
    """The command `update`."""
    return click.Command(
        "update",
        callback=_update,
        params=[
            click.Argument(["slug"], metavar="SLUG"),
            click.Argument(["page"], metavar=_("NEWPAGE|-")),
            dry_run_option(),
            click.Option(
                ["--force"], is_flag=True, help=_("Take a page that does not look English.")
            ),
            own_option(),
            allow_private_option(),
            as_json(),
        ],
        help=_(
            "Let an article follow its page, which has changed. What is the same keeps its"
            " translation, what moved moves, what changed keeps the old translation as a draft;"
            " what has gone stays in the journal. “fix SLUG --undo” takes it back. Lists what must"
            " be read again: [-went out-] {+came in+}."
        ),
    )


@click.pass_obj
def _update(
    context: Context,
    slug: str,
    page: str,
    dry_run: bool,
    force: bool,
    own: bool,
    allow_private: bool,
    as_json: bool,
) -> int:
    folder = desks.find(context.desk)
    settings = config.load(folder)
    desk = desks.open_desk(folder, author=settings.author)
    report = updating.update(
        desk,
        slug,
        page,
        settings,
        force=force,
        allow_private=allow_private,
        own=own,
        dry_run=dry_run,
    )
    if as_json:
        talk.show_json(_for_programs(report))
    else:
        _show(report)
        if dry_run:
            talk.say(_("Nothing was changed."))
    return 0


def _for_programs(report: Report) -> dict[str, Any]:
    return {
        "slug": report.slug,
        "known": report.is_known,
        "same": len(report.having("same")),
        "moved": [one.segment for one in report.having("moved")],
        "changed": [
            {
                "segment": one.segment,
                "before": one.before,
                "source": one.source,
                "target": one.target,
                "difference": [{"op": piece.kind, "text": piece.text} for piece in one.difference],
            }
            for one in report.having("changed")
        ],
        "new": [{"segment": one.segment, "source": one.source} for one in report.having("new")],
        "removed": [
            {"segment": one.segment, "source": one.source, "target": one.target}
            for one in report.having("removed")
        ],
        "read_again": [one.segment for one in report.to_read],
        "facts": [
            {"fact": name, "before": before, "after": after} for name, before, after in report.facts
        ],
    }


def _show(report: Report) -> None:
    if report.is_known:
        talk.show(
            _("{slug}: the page is the one that the article was made from.").format(
                slug=report.slug
            )
        )
        return
    for line in report.lines:
        if line in report.to_read or line.kind == "removed":
            talk.show(f"{_sign(line)} {line.segment:>4}  {_shown(line)}")
    for name, before, after in report.facts:
        talk.show(fact(name, before, after))
    counts = {kind: len(report.having(kind)) for kind in ("same", "moved", "changed", "new")}
    removed = len(report.having("removed"))
    parts = [
        ngettext("{n} the same", "{n} the same", counts["same"]).format(n=counts["same"]),
        ngettext("{n} moved", "{n} moved", counts["moved"]).format(n=counts["moved"]),
        ngettext("{n} changed", "{n} changed", counts["changed"]).format(n=counts["changed"]),
        ngettext("{n} new", "{n} new", counts["new"]).format(n=counts["new"]),
        ngettext("{n} removed", "{n} removed", removed).format(n=removed),
    ]
    talk.show(f"{report.slug}: " + ", ".join(parts))
    count = len(report.to_read)
    if count:
        talk.say(
            ngettext("{n} segment is to be read.", "{n} segments are to be read.", count).format(
                n=count
            )
        )


def _sign(line: Line) -> str:
    return {"changed": "~", "new": "+", "removed": "-"}.get(line.kind, "!")


def _shown(line: Line) -> str:
    return marked(line.difference) if line.kind == "changed" else line.source
