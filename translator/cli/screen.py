"""`edit`: hands over to the screen."""

from __future__ import annotations

import gc
import importlib
import sys
from pathlib import Path

import click

from translator import config
from translator import desk as desks
from translator.cli.root import Context
from translator.errors import UsageError


def build_edit() -> click.Command:
    """The command `edit`."""
    return click.Command(
        "edit",
        callback=_edit,
        params=[click.Argument(["slug"], required=False, metavar="[SLUG]")],
    )


@click.pass_obj
def _edit(context: Context, slug: str | None) -> int:
    return open_screen(context.desk, slug)


def open_screen(given: Path | None, slug: str | None) -> int:
    """Open the library, or one article. Raises UsageError without a terminal.

    The screen is loaded by name: the two shells never import each other.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("no-terminal")
    folder = desks.find(given)
    settings = config.load(folder)
    desk = desks.open_desk(folder, author=settings.author)
    desks.look_over(desk)
    gc.disable()  # until the first frame stands: `tui/resting.py`
    app = importlib.import_module("translator.tui.app")
    result: int = app.run(desk, settings, slug)
    return result
