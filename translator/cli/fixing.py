"""`fix`, and the lines that `show --structure` lists: what was read, put right by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import click

from translator import corrections, editing, intake
from translator import desk as desks
from translator.cli import differences, talk
from translator.cli.differences import label
from translator.cli.options import as_json
from translator.cli.root import Context
from translator.desk import Desk, articles
from translator.desk.journal import Action
from translator.errors import UsageError
from translator.i18n import _, ngettext
from translator.model import Role, Translation

_CHANGES = ("role", "drop", "keep", "join", "split", "text")
_FACTS = ("title", "author", "published", "minutes", "new_slug", "spanish_slug")


def build_fix() -> click.Command:
    """The command `fix`."""
    return click.Command(
        "fix",
        callback=_fix,
        params=[
            click.Argument(["slug"], metavar="SLUG"),
            click.Argument(["line"], type=int, required=False, metavar=_("[LINE]")),
            click.Option(
                ["--role"], type=click.Choice([str(role) for role in Role]), help=_("What it is.")
            ),
            click.Option(
                ["--level"], type=click.IntRange(1, 6), help=_("With --role heading: its level.")
            ),
            click.Option(["--drop"], is_flag=True, help=_("Leave the line out.")),
            click.Option(["--keep"], is_flag=True, help=_("Take a dropped line back in.")),
            click.Option(["--join"], is_flag=True, help=_("Put the next line behind it.")),
            click.Option(
                ["--split"], metavar=_("WORDS"), help=_("Cut it in two before these words.")
            ),
            click.Option(["--text"], metavar=_("TEXT"), help=_("Correct its English.")),
            click.Option(["--title"], metavar=_("TEXT"), help=_("Set the English headline.")),
            click.Option(["--author"], metavar=_("NAMES"), help=_('Set the author; "" for none.')),
            click.Option(
                ["--date", "published"],
                metavar=_("YYYY-MM-DD"),
                help=_('Set the date; "" for none.'),
            ),
            click.Option(
                ["--minutes"],
                type=click.IntRange(0, 999),
                help=_("Set the reading time; 0 lets the page count words."),
            ),
            click.Option(["--slug", "new_slug"], metavar="SLUG", help=_("Give another slug.")),
            click.Option(
                ["--spanish-slug"],
                metavar="SLUG",
                help=_('Set the slug of the Spanish page; "" makes it from the Spanish headline.'),
            ),
            click.Option(["--undo"], is_flag=True, help=_("Take back the last correction.")),
            as_json(),
        ],
        help=_(
            "Correct what was read of a page: a line, by its number in “show SLUG --structure”, or"
            " the facts of the article. What is translated moves along. Prints what is not as it"
            " was, [-went out-] {+came in+}; with --undo what was put back."
        ),
    )


@click.pass_obj
def _fix(
    context: Context, /, slug: str, line: int | None, undo: bool, as_json: bool, **wanted: Any
) -> None:
    changes = [name for name in _CHANGES if wanted[name] not in (None, False)]
    facts = [name for name in _FACTS if wanted[name] is not None]
    is_line = len(changes) == 1 and line is not None
    if undo + bool(facts) + is_line != 1 or (not is_line and (changes or line is not None)):
        raise UsageError("one-correction")
    if wanted["level"] and wanted["role"] != Role.HEADING:
        raise UsageError("level-without-heading")
    given = wanted["published"]
    wanted["published"] = "" if given is None else _date(given)
    desk = desks.open_desk(desks.find(context.desk))
    before = articles.read(desk, slug)
    if undo:
        slug = _undo(desk, before)
    elif line is not None:
        _LINE_CHANGES[changes[0]](desk, slug, line, wanted)
    else:
        slug = _describe(desk, slug, wanted)
    translation = articles.read(desk, slug)
    if as_json:
        talk.show_json(structure(translation))
    else:
        differences.show(before, translation)
        _say_lines(translation)


_LINE_CHANGES: dict[str, Callable[[Desk, str, int, dict[str, Any]], None]] = {
    "role": lambda desk, slug, line, wanted: corrections.set_role(
        desk, slug, line, Role(wanted["role"]), level=wanted["level"] or 0
    ),
    "drop": lambda desk, slug, line, _wanted: corrections.drop(desk, slug, line),
    "keep": lambda desk, slug, line, _wanted: corrections.keep(desk, slug, line),
    "join": lambda desk, slug, line, _wanted: corrections.join(desk, slug, line),
    "split": lambda desk, slug, line, wanted: corrections.split(desk, slug, line, wanted["split"]),
    "text": lambda desk, slug, line, wanted: corrections.set_text(desk, slug, line, wanted["text"]),
}


def _undo(desk: Desk, translation: Translation) -> str:
    """Only where a correction was the last thing done: the rest is the editor's to take back. The
    slug that the article has then."""
    slug = translation.article.slug
    last = editing.last_action(desk, slug)
    if last not in (Action.RESHAPE, Action.DESCRIBE):
        raise UsageError("no-correction", slug=slug)
    place = articles.slugs(desk).index(slug)
    editing.undo(desk, slug)
    return articles.slugs(desk)[place]


def _describe(desk: Desk, slug: str, wanted: dict[str, Any]) -> str:
    if wanted["title"] is not None:
        corrections.set_title(desk, slug, wanted["title"])
    return corrections.set_facts(
        desk,
        slug,
        author=wanted["author"],
        published=wanted["published"],
        minutes=wanted["minutes"],
        new_slug=wanted["new_slug"] or "",
        spanish_slug=wanted["spanish_slug"],
    )


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageError("not-a-date", text=text) from error


def structure(translation: Translation) -> dict[str, Any]:
    """The lines of an article and its facts, for programs."""
    article = translation.article
    return {
        "slug": article.slug,
        "spanish_slug": article.spanish_slug or None,
        "title": intake.title(article),
        "author": article.author,
        "published": article.published.isoformat() if article.published else None,
        "reading_minutes": article.reading_minutes,
        "lines": [
            {
                "line": block.id,
                "role": block.role,
                "level": block.level,
                "dropped": block.role is Role.FURNITURE,
                "text": block.text,
                "element": block.element,
                "segments": [segment.id for segment in translation.of(block)],
            }
            for block in article.blocks
        ],
    }


def show_structure(translation: Translation) -> None:
    """The lines of an article for a person: number, role, text; dropped ones in brackets."""
    blocks = translation.article.blocks
    width = max((len(label(block)) for block in blocks), default=0)
    for block in blocks:
        text = intake.clean(block)
        shown = f"[{text}]" if block.role is Role.FURNITURE else text
        talk.show(f"{block.id:>5}  {label(block):<{width}}  {shown}")
    _say_lines(translation)


def _say_lines(translation: Translation) -> None:
    blocks = translation.article.blocks
    dropped = sum(block.role is Role.FURNITURE for block in blocks)
    lines = ngettext("{n} line", "{n} lines", len(blocks)).format(n=len(blocks))
    talk.say(_("{lines}, {n} of them dropped.").format(lines=lines, n=dropped))
