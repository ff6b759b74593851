"""`check`: what is wrong in articles or files, which rules there are, and what is let stand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

import click

from translator import checking, config, explaining
from translator import desk as desks
from translator.checking import Checker, Report
from translator.cli import talk
from translator.cli.options import as_json
from translator.cli.root import Context
from translator.config import Config, Region
from translator.desk import Desk, articles
from translator.errors import UsageError
from translator.i18n import _, ngettext
from translator.model import Finding, Grade

_FAMILIES = ("fidelity", "quantities", "spanish", "terms", "page")


def build_check() -> click.Command:
    """The command `check`."""
    return click.Command(
        "check",
        callback=_check,
        params=[
            click.Argument(["names"], nargs=-1, metavar=_("[SLUG|FILE]…")),
            click.Option(
                ["--all", "every"], is_flag=True, help=_("Check every article of the desk.")
            ),
            click.Option(
                ["--profile"],
                type=click.Choice(get_args(Region)),
                help=_("The Spanish to check for, instead of the setting “region”."),
            ),
            click.Option(
                ["--only"],
                type=click.Choice(_FAMILIES),
                multiple=True,
                help=_("Only the rules of this family; may be given again."),
            ),
            click.Option(["--rules"], is_flag=True, help=_("List the rules in force, and why.")),
            click.Option(
                ["--ignore", "ignored"],
                metavar=_("SEGMENT:RULE"),
                help=_("Let a finding of one article stand while its texts are the same."),
            ),
            click.Option(["--because"], default="", help=_("The reason for --ignore.")),
            click.Option(
                ["--heed", "heeded"], metavar=_("SEGMENT:RULE"), help=_("Take --ignore back.")
            ),
            click.Option(
                ["--ignored", "list_ignored"],
                is_flag=True,
                help=_("List what was let stand in one article, and why."),
            ),
            as_json(),
        ],
        help=_(
            "Say what is wrong in articles of the desk, or in PO, XLIFF or TSV files (English, one"
            " tab, Spanish): one line a finding. The exit code is 1 where an error stands."
        ),
    )


@click.pass_obj
def _check(
    context: Context,
    names: tuple[str, ...],
    every: bool,
    profile: str | None,
    only: tuple[str, ...],
    rules: bool,
    ignored: str | None,
    because: str,
    heeded: str | None,
    list_ignored: bool,
    as_json: bool,
) -> int:
    folder = desks.find(context.desk)
    settings = config.load(folder)
    is_changing = ignored is not None or heeded is not None
    desk = desks.open_desk(folder) if is_changing else desks.open_to_read(folder)
    if is_changing or list_ignored:
        if len(names) != 1:
            raise UsageError("one-article")
        _stand(settings, desk, names[0], ignored, because, heeded, as_json=as_json)
        return 0
    checker = checking.load(settings, desk, region=profile, only=only)
    if rules:
        _show_rules(checker, as_json=as_json)
        return 0
    reports = [
        _report(settings, desk, name, checker, profile, only)
        for name in _wanted(desk, names, every)
    ]
    if as_json:
        talk.show_json(_json(reports, checker))
    else:
        _show(reports, checker)
    return 1 if any(report.count(Grade.ERROR) for report in reports) else 0


def _wanted(desk: Desk, names: Sequence[str], every: bool) -> Sequence[str]:
    if every and names:
        raise UsageError("slugs-or-all")
    if not every and not names:
        raise UsageError("slug-or-all")
    return articles.slugs(desk) if every else names


def _report(
    settings: Config,
    desk: Desk,
    name: str,
    checker: Checker,
    profile: str | None,
    only: Sequence[str],
) -> Report:
    """One article or file; an argument that is a file is one, else it is a slug."""
    path = Path(name)
    if path.is_file():
        return checking.of_file(checker, path)
    return checking.of_article(settings, desk, name, region=profile, only=only)


def _show(reports: Sequence[Report], checker: Checker) -> None:
    for report in reports:
        for one in report.findings:
            message = explaining.finding(one, checker.rule(one.rule))
            grade = explaining.grade(one.grade)
            talk.show(f"{report.name}:{one.segment}: {grade} {one.rule} {message}{_right(one)}")
    for report in reports:
        parts = [
            ngettext("{n} segment", "{n} segments", report.segments).format(n=report.segments),
            _errors(report.count(Grade.ERROR)),
            ngettext("{n} warning", "{n} warnings", report.count(Grade.WARNING)).format(
                n=report.count(Grade.WARNING)
            ),
            ngettext("{n} note", "{n} notes", report.count(Grade.INFO)).format(
                n=report.count(Grade.INFO)
            ),
        ]
        if report.ignored:
            parts.append(_("{n} ignored").format(n=len(report.ignored)))
        talk.say(f"{report.name}: " + ", ".join(parts))


def _right(one: Finding) -> str:
    """What would be right in the place of what was found, where a rule knows it."""
    if one.fix is None:
        return ""
    nothing = _("nothing")
    return f" → {one.fix.strip() or ('␣' if one.fix else nothing)}"


def _errors(count: int) -> str:
    return ngettext("{n} error", "{n} errors", count).format(n=count)


def _json(reports: Sequence[Report], checker: Checker) -> dict[str, Any]:
    return {
        "segments": sum(report.segments for report in reports),
        "findings": [
            _finding(report.name, one, checker) for report in reports for one in report.findings
        ],
    }


def _finding(name: str, one: Finding, checker: Checker) -> dict[str, Any]:
    return {
        "file": name,
        "segment": one.segment,
        "grade": one.grade,
        "family": one.family,
        "rule": one.rule,
        "message": explaining.finding(one, checker.rule(one.rule)),
        "source_span": one.source_span,
        "target_span": one.target_span,
        "fix": one.fix,
    }


def _show_rules(checker: Checker, *, as_json: bool) -> None:
    if as_json:
        rows = [
            {
                "rule": rule.id,
                "family": rule.family,
                "grade": rule.grade,
                "what": explaining.what(rule),
                "why": explaining.why(rule),
                "source": rule.origin,
            }
            for rule in checker.rules
        ]
        talk.show_json({"rules": rows})
        return
    for rule in checker.rules:
        talk.show_row(
            rule.id,
            rule.family,
            explaining.grade(rule.grade),
            explaining.what(rule),
            explaining.why(rule),
            explaining.origin(rule.origin),
        )


def _stand(
    settings: Config,
    desk: Desk,
    slug: str,
    ignored: str | None,
    because: str,
    heeded: str | None,
    *,
    as_json: bool,
) -> None:
    """Ignore a finding, hear it again, and list what is ignored."""
    if ignored is not None:
        segment, rule = _named(ignored)
        checking.ignore(desk, slug, segment, rule, because)
    if heeded is not None:
        checking.heed(desk, slug, *_named(heeded))
    rows = checking.ignored_in(desk, articles.read(desk, slug))
    if as_json:
        talk.show_json(
            {
                "ignored": [
                    {
                        "segment": one.segment,
                        "rule": one.rule,
                        "reason": one.reason,
                        "at": one.at,
                        "holds": one.holds,
                    }
                    for one in rows
                ]
            }
        )
        return
    for one in rows:
        lapsed = "" if one.holds else _("no longer: its text or rule has changed")
        talk.show_row(f"{slug}:{one.segment}", one.rule, one.reason, lapsed)


def _named(given: str) -> tuple[int, str]:
    """The segment and the rule of *SEGMENT:RULE*."""
    number, colon, rule = given.partition(":")
    if not colon or not number.isdecimal() or not rule:
        raise UsageError("not-a-finding", given=given)
    return int(number), rule
