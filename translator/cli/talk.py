"""What the program says beside its data: everything that goes to stderr, and the words of click.

Refuses stdout. Separate so that one module decides when a progress bar is shown: only on a
terminal, never into a log.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

import click

from translator import i18n, normalize
from translator.i18n import N_, NN_, _

CLICK_WORDS = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("Show this message and exit."),
    N_("Error: {message}"),
    N_("Try '{command} {option}' for help."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing command."),
    N_("No such option {name!r}."),
    N_("No such command {name!r}."),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("Could not open file {filename!r}: {message}"),
    N_("Option {name!r} does not take a value."),
    N_("{name} {filename!r} is a file."),
    N_("{name} {filename!r} is a directory."),
    N_("{name} {filename!r} does not exist."),
    N_("file"),
    N_("directory"),
    N_("path"),
    N_("{value!r} is not a valid {number_type}."),
    N_("{value} is not in the range {range}."),
    N_("default: {default}"),
    NN_("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    NN_("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    NN_("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    NN_("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)
"""The sentences of click that our commands can show; our catalogue holds their Spanish."""


def give_click_our_words() -> None:
    """Let click speak the language of the interface.

    Its modules take their words from the C library's catalogues, which nobody ships for it.
    """
    for name, module in list(sys.modules.items()):
        if name.startswith("click.") and hasattr(module, "_"):
            setattr(module, "_", i18n._)  # noqa: B010 - the name is click's own
        if name.startswith("click.") and hasattr(module, "ngettext"):
            setattr(module, "ngettext", i18n.ngettext)  # noqa: B010


def say(sentence: str) -> None:
    """One line to stderr; control characters in it are made visible."""
    click.echo(normalize.visible(sentence), err=True)


def show(text: str = "") -> None:
    """One line of data for a person to stdout; control characters in it are made visible."""
    click.echo(normalize.visible(text))


def show_row(*cells: str) -> None:
    """One line of cells parted by tabs to stdout; control characters in them are made visible."""
    click.echo("\t".join(normalize.visible(cell) for cell in cells))


def show_text(text: str) -> None:
    """One line that is data as such, for another program: to a person's terminal it goes as `show`
    writes it, elsewhere as it is."""
    click.echo(normalize.visible(text) if sys.stdout.isatty() else text)


def show_json(value: object, *, indent: int | None = 2) -> None:
    """One JSON document to stdout; without `indent` on one line. Control characters are escaped."""
    click.echo(normalize.json_visible(json.dumps(value, ensure_ascii=False, indent=indent)))


class Bar(Protocol):
    """A progress bar: how much is done, and of what."""

    def __call__(self, done: int, total: int, what: str) -> None:
        """Show it."""


@contextmanager
def progress(title: str, *, as_lines: bool = False) -> Iterator[Bar]:
    """A progress bar on stderr with what is done a second and the time left, where stderr is a
    terminal; nothing elsewhere. With `as_lines` JSON lines instead, for a program that waits."""
    if as_lines:
        yield _show_line
        return
    if not sys.stderr.isatty():
        yield lambda done, total, what: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    bar = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}", markup=False),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    with bar:
        task = bar.add_task(title, total=None, rate="")
        began = time.monotonic()

        def update(done: int, total: int, what: str) -> None:
            shown = Text(f"{title} {normalize.visible(what)}").plain
            rate = done / max(0.1, time.monotonic() - began)
            spoken = _("{rate} a second").format(rate=f"{rate:.3g}") if done else ""
            bar.update(task, completed=done, total=total, description=shown, rate=spoken)

        yield update


def _show_line(done: int, total: int, what: str) -> None:
    say(json.dumps({"done": done, "total": total, "what": what}, ensure_ascii=False))


def note_starter(name: str) -> None:
    """Say once, where the starter is at work, what it is worth."""
    if name == "starter":
        say(
            _(
                "Using the small starter package: its Spanish is rough, good for trying the tool."
                " Install a full Argos package with “translator model install FILE”."
            )
        )
