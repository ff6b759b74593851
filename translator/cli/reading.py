"""`add`, `list`, `show`: pages onto the desk, and a look at what is there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from translator import config, intake, wording
from translator import desk as desks
from translator.cli import talk
from translator.cli.options import allow_private_option, as_json, own_option
from translator.cli.root import Context
from translator.desk import Desk, articles, beginning, summaries
from translator.desk.verdicts import Verdict
from translator.errors import TranslatorError, UsageError
from translator.i18n import _, ngettext
from translator.model import Block, Segment, State, Translation

GLYPHS = {State.INITIAL: "~", State.TRANSLATED: "✓", State.REVIEWED: "»", State.FINAL: "★"}
"""How a state is shown in one cell; `·` stands for an empty target."""


def build_add() -> click.Command:
    """The command `add`."""
    return click.Command(
        "add",
        callback=_add,
        params=[
            click.Argument(["pages"], nargs=-1, required=True, metavar=_("PAGE…|-")),
            click.Option(
                ["--slug"], default="", metavar="SLUG", help=_("The article's slug; one page only.")
            ),
            click.Option(
                ["--force"], is_flag=True, help=_("Add a page that does not look English.")
            ),
            own_option(),
            allow_private_option(),
            as_json(),
        ],
        help=_(
            "Put pages on the desk: saved HTML pages, plain dumps of pages, Markdown, addresses, PO"
            " files. A folder stands for every page in it, “-” for a page pasted to stdin."
        ),
    )


@click.pass_obj
def _add(
    context: Context,
    pages: tuple[str, ...],
    slug: str,
    force: bool,
    own: bool,
    allow_private: bool,
    as_json: bool,
) -> int:
    sources = [source for given in pages for source in _expanded(given)]
    if slug and len(sources) > 1:
        raise UsageError("slug-one-page")
    folder = desks.find(context.desk)
    settings = config.load(folder)
    desk = beginning.begin(folder, author=settings.author)
    results: list[intake.Added | intake.Refused] = []
    for one in sources:
        if isinstance(one, intake.Refused):
            results.append(one)
            continue
        results.append(
            _add_one(
                desk, one, settings, slug=slug, force=force, allow_private=allow_private, own=own
            )
        )
        if isinstance(results[-1], intake.Added):
            desk = beginning.keep(desk)
    desk.close()
    refused = [one for one in results if isinstance(one, intake.Refused)]
    if as_json:
        talk.show_json(_add_report(results))
    else:
        for result in results:
            _say_added(result)
    # As everywhere: 1 where a part was done, else the code of what went wrong first.
    if len(refused) == len(results):
        return refused[0].error.exit_code
    return 1 if refused else 0


def _expanded(given: str) -> list[str | intake.Refused]:
    try:
        return list(intake.expand(given))
    except TranslatorError as error:
        return [intake.Refused(given, error)]


def _add_one(
    desk: Desk,
    source: str,
    settings: config.Config,
    *,
    slug: str,
    force: bool,
    allow_private: bool,
    own: bool,
) -> intake.Added | intake.Refused:
    try:
        return intake.add(
            desk, source, settings, slug=slug, force=force, allow_private=allow_private, own=own
        )
    except UsageError:
        raise
    except TranslatorError as error:
        if error.exit_code == 6:
            raise
        return intake.Refused(source, error)


def _say_added(one: intake.Added | intake.Refused) -> None:
    if isinstance(one, intake.Refused):
        talk.say(wording.sentence(one.error))
    elif one.needs_update:
        talk.show(_("changed  {slug} ({source})").format(slug=one.slug, source=one.source))
        say_if_changed(one)
    elif one.is_known:
        talk.show(_("known    {slug} ({source})").format(slug=one.slug, source=one.source))
    else:
        count = ngettext("{n} segment", "{n} segments", one.segments).format(n=one.segments)
        talk.show(
            _("added    {slug}: {title} ({count})").format(
                slug=one.slug, title=one.title, count=count
            )
        )


def say_if_changed(one: intake.Added) -> None:
    """Say that a page is not any more what its article was made from."""
    if one.needs_update:
        text = _(
            "{source} has changed since {slug} was made from it: the article needs an update."
            " translator update {slug} {source}"
        )
        talk.say(text.format(slug=one.slug, source=one.source))


def _add_report(results: Sequence[intake.Added | intake.Refused]) -> dict[str, Any]:
    added = [one for one in results if isinstance(one, intake.Added)]
    return {
        "added": [
            {
                "slug": one.slug,
                "source": one.source,
                "title": one.title,
                "language": one.language,
                "segments": one.segments,
            }
            for one in added
            if not one.is_known
        ],
        "known": [
            {"slug": one.slug, "source": one.source}
            | ({"update_needed": True} if one.needs_update else {})
            for one in added
            if one.is_known
        ],
        "refused": [
            {
                "source": one.source,
                "code": one.error.code,
                "error": wording.sentence(one.error),
            }
            for one in results
            if isinstance(one, intake.Refused)
        ],
    }


def build_list() -> click.Command:
    """The command `list`."""
    return click.Command(
        "list",
        callback=_list,
        params=[as_json()],
    )


@click.pass_obj
def _list(context: Context, as_json: bool) -> None:
    folder = desks.find(context.desk)
    desk = desks.open_to_read(folder)
    found = summaries.of_desk(desk)
    verdicts = _verdicts(desk, folder, [one.slug for one in found])
    if as_json:
        talk.show_json({"articles": [_summary(one, verdicts[one.slug]) for one in found]})
        return
    if not found:
        talk.say(_("No article yet. Put one on the desk with “translator add PAGE”."))
    width = max((len(one.slug) for one in found), default=0)
    for one in found:
        done = _("done {percent} %").format(percent=_share(one.confirmed, one.segments))
        clean = _("clean {percent} %").format(percent=verdicts[one.slug].clean_percent)
        words = ngettext("{n} word", "{n} words", one.words).format(n=one.words)
        talk.show(f"{one.slug:<{width}}  {done:>11}  {clean:>12}  {words:>12}  {one.title}")


def _verdicts(desk: Desk, folder: Path, slugs: Sequence[str]) -> dict[str, Verdict]:
    """What the checks say of articles; those that have changed are checked now."""
    from translator.checking import standing

    with talk.progress(_("Checking")) as show:
        return standing.of_desk(desk, config.load(folder), slugs, show)


def _share(part: int, whole: int) -> int:
    return 100 * part // whole if whole else 0


def _summary(one: summaries.Summary, verdict: Verdict) -> dict[str, Any]:
    return {
        "slug": one.slug,
        "title": one.title,
        "words": one.words,
        "segments": one.segments,
        "states": {str(state): count for state, count in one.states.items()},
        "drafts": one.drafts,
        "done_percent": _share(one.confirmed, one.segments),
        "clean_percent": verdict.clean_percent,
        "updated": one.updated.isoformat(),
    }


def build_show() -> click.Command:
    """The command `show`."""
    return click.Command(
        "show",
        callback=_show,
        params=[
            click.Argument(["slug"], metavar="SLUG"),
            click.Option(
                ["--structure", "as_structure"],
                is_flag=True,
                help=_("Every line of the page with its number and role, dropped ones too."),
            ),
            as_json(),
        ],
    )


@click.pass_obj
def _show(context: Context, slug: str, as_structure: bool, as_json: bool) -> None:
    folder = desks.find(context.desk)
    desk = desks.open_to_read(folder)
    translation = articles.read(desk, slug)
    if as_structure:
        from translator.cli import fixing

        if as_json:
            talk.show_json(fixing.structure(translation))
        else:
            fixing.show_structure(translation)
        return
    verdict = _verdicts(desk, folder, [slug])[slug]
    if as_json:
        talk.show_json(_article(translation, verdict))
        return
    talk.show(intake.title(translation.article))
    talk.show(_standing(translation, verdict))
    for line in _facts(translation):
        talk.show(line)
    for block in translation.article.blocks:
        segments = translation.of(block)
        talk.show()
        if not segments:
            talk.show(f"[{wording.role_name(block.role)}] {intake.clean(block)}")
            continue
        talk.show(f"[{wording.role_name(block.role)}]")
        for segment in segments:
            glyph = GLYPHS[segment.state] if segment.target else "·"
            talk.show(f"{segment.id:>4} {glyph} {segment.source}")
            if segment.target:
                talk.show(f"       {segment.target}")
            elif refused := wording.given_up(segment.signature):
                talk.show(f"       ({refused})")


def _facts(translation: Translation) -> list[str]:
    article = translation.article
    facts = [
        (_("author"), article.author),
        (_("published"), article.published.isoformat() if article.published else ""),
        (_("minutes"), str(article.reading_minutes or "")),
        (_("site"), article.site),
        (_("source"), article.source),
    ]
    return [f"{name}: {value}" for name, value in facts if value]


def _done(translation: Translation) -> int:
    confirmed = sum(not segment.is_open for segment in translation.segments)
    return _share(confirmed, len(translation.segments))


def _standing(translation: Translation, verdict: Verdict) -> str:
    parts = [
        _("done {percent} %").format(percent=_done(translation)),
        _("clean {percent} %").format(percent=verdict.clean_percent),
        ngettext("{n} error", "{n} errors", verdict.errors).format(n=verdict.errors),
        ngettext("{n} warning", "{n} warnings", verdict.warnings).format(n=verdict.warnings),
    ]
    return ", ".join(parts)


def _article(translation: Translation, verdict: Verdict) -> dict[str, Any]:
    article = translation.article
    return {
        "slug": article.slug,
        "title": intake.title(article),
        "author": article.author,
        "published": article.published.isoformat() if article.published else None,
        "reading_minutes": article.reading_minutes,
        "site": article.site,
        "source": article.source,
        "language": article.language,
        "done_percent": _done(translation),
        "clean_percent": verdict.clean_percent,
        "errors": verdict.errors,
        "warnings": verdict.warnings,
        "blocks": [_block(block, translation.of(block)) for block in article.blocks],
    }


def _block(block: Block, segments: Sequence[Segment]) -> dict[str, Any]:
    return {
        "role": block.role,
        "level": block.level,
        "text": intake.clean(block),
        "segments": [
            {
                "id": segment.id,
                "source": segment.source,
                "target": segment.target,
                "state": segment.state,
                "origin": segment.origin,
                "rate": segment.rate,
                "signature": segment.signature,
            }
            for segment in segments
        ],
    }
