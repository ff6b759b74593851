"""Options that several commands share, each with one meaning."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import click

from translator.config import Config, Template
from translator.i18n import _
from translator.rendering import FORMATS


class Formats(click.ParamType[tuple[str, ...]]):
    """A list of formats parted by commas."""

    name = "formats"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        names = tuple(name.strip() for name in str(value).split(",") if name.strip())
        unknown = [name for name in names if name not in FORMATS]
        if unknown or not names:
            wrong = ", ".join(unknown)
            known = ", ".join(FORMATS)
            self.fail(_("“{wrong}” is none of {known}").format(wrong=wrong, known=known))
        return names


def format_option() -> click.Option:
    """`--format`: what to write."""
    return click.Option(
        ["--format", "formats"],
        type=Formats(),
        default="html",
        show_default=True,
        metavar=",".join(FORMATS),
        help=_("What to write, parted by commas."),
    )


def template_option() -> click.Option:
    """`--template`: what pages are written into."""
    return click.Option(
        ["--template"],
        type=click.Choice(get_args(Template)),
        help=_(
            "What pages are written into: our own page, the desk's templates/page.html, or the"
            " markup of the page that was read (else the setting)."
        ),
    )


def with_template(settings: Config, template: Template | None) -> Config:
    """The settings with the template that was asked for, if one was."""
    return settings if template is None else replace(settings, template=template)


def files_argument() -> click.Argument:
    """`FILE…`: files of terms or of units to take in."""
    return click.Argument(
        ["files"],
        nargs=-1,
        required=True,
        metavar=_("FILE…"),
        type=click.Path(path_type=Path),
    )


def skip_bad_option(text: str) -> click.Option:
    """`--skip-bad`: take in what can be, with these words of what becomes of the rest."""
    return click.Option(["--skip-bad"], is_flag=True, help=text)


def out_option(default: str) -> click.Option:
    """`--out`: where to write."""
    return click.Option(
        ["--out"],
        type=click.Path(path_type=Path, file_okay=False),
        default=default,
        show_default=True,
        metavar=_("DIR"),
        help=_("The folder to write into."),
    )


def allow_private_option() -> click.Option:
    """`--allow-private`: addresses of the own machine and network."""
    return click.Option(
        ["--allow-private"],
        is_flag=True,
        help=_("Let an address lead to this machine or its network."),
    )


def own_option() -> click.Option:
    """`--own`: a person answers for where a saved page is from."""
    return click.Option(
        ["--own"],
        is_flag=True,
        help=_(
            "You answer for it that a saved page is from your own site, as it says: with --template"
            " source it keeps its scripts."
        ),
    )


def dry_run_option() -> click.Option:
    """`--dry-run`: what would be done, and nothing of it."""
    return click.Option(
        ["--dry-run"], is_flag=True, help=_("Say what would be done, and change nothing.")
    )


def as_json() -> click.Option:
    """`--json`: data for programs."""
    return click.Option(["--json", "as_json"], is_flag=True, help=_("Print JSON."))
