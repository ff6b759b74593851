"""The root command: global options, the list of commands, and what becomes of errors.

Refuses work of its own. Each command names the module that holds it; only the one that is called
is imported, and its help line stands here so that `--help` imports none.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from translator import __version__, i18n, normalize
from translator.cli import talk
from translator.cli.groups import name_values
from translator.errors import DeskError, NotFoundError, TranslatorError, UsageError
from translator.i18n import N_, _

EXIT_INTERRUPTED = 130

_COMMANDS = {
    "demo": ("making", N_("Make the Eng/Esp page pair of a sample article.")),
    "run": ("making", N_("Translate pages by machine and write the pair, as drafts.")),
    "add": ("reading", N_("Put pages, or a folder of pages, on the desk.")),
    "list": ("reading", N_("List the articles of the desk.")),
    "show": ("reading", N_("Show an article with its segments.")),
    "fix": ("fixing", N_("Correct the lines of an article, or its title, author, date, slug.")),
    "update": ("updating", N_("Let an article follow its page, which has changed.")),
    "pretranslate": ("translating", N_("Fill empty segments from the memory or by machine.")),
    "memory": ("memory", N_("Look into the translation memory; TMX in and out.")),
    "terms": ("terms", N_("Look into the termbase; CSV and TBX in and out.")),
    "names": ("names", N_("List the names of an article, and decide what becomes of them.")),
    "check": ("checking", N_("Say what is wrong in articles or files, and by which rule.")),
    "stats": ("counting", N_("Count words: new, repeated, known to the memory.")),
    "edit": ("screen", N_("Open the library, or one article, in the editor.")),
    "export": ("making", N_("Write the page pair of articles, or files of other programs.")),
    "import": ("importing", N_("Take files of other programs, edited, back into the desk.")),
    "translate": ("translating", N_("Translate lines from stdin to stdout.")),
    "assist": ("assisting", N_("Complete sentences for an editor, as JSON lines.")),
    "align": ("aligning", N_("Link the sentences of an old English-Spanish pair of pages.")),
    "segment": ("translating", N_("Cut plain text into sentences, one a line.")),
    "backup": ("safekeeping", N_("Copy the desk, or list the copies there are.")),
    "restore": ("safekeeping", N_("Put back a copy of the desk, or save what can be read.")),
    "verify": ("safekeeping", N_("Say whether the desk is whole.")),
    "model": ("model", N_("Install, list and remove Argos packages.")),
    "config": ("settings", N_("Show or change settings.")),
    "completion": ("completing", N_("Print what lets a shell complete commands and slugs.")),
    "man": ("manual", N_("Print the manual page.")),
    "guide": ("manual", N_("For people who come from OmegaT or Poedit.")),
    "doctor": ("settings", N_("Say whether everything needed is in place.")),
}


@dataclass(frozen=True, slots=True)
class Context:
    """What the global options chose."""

    desk: Path | None


class Root(click.Group):
    """The root group: knows its commands by name and loads one at a time."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, _help = _COMMANDS[cmd_name]
        loaded = importlib.import_module(f"translator.cli.{module}")
        command: click.Command = getattr(loaded, f"build_{cmd_name}")()
        command.short_help = _(_help)
        command.help = command.help or _(_help)
        command.options_metavar = _("[OPTIONS]")
        _complete_slugs(command)
        _take_globals(command)
        name_values(command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(text)) for name, (_module, text) in _COMMANDS.items()])


def _complete_slugs(command: click.Command) -> None:
    """Let a shell that asks be told the slugs of the desk, wherever one is an argument."""
    if os.environ.get("_TRANSLATOR_COMPLETE"):
        from translator.cli.completing import Slug

        for param in command.params:
            if isinstance(param, click.Argument) and param.name in ("slug", "slugs"):
                param.type = Slug()


def _take_globals(command: click.Command) -> None:
    """Let the global options stand behind the command as well, without showing them there."""
    for option in _global_options():
        option.hidden, option.expose_value, option.callback = True, False, _use_global
        if not {name for one in command.params for name in one.opts} & set(option.opts):
            command.params.append(option)
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            _take_globals(inner)


def _use_global(context: click.Context, option: click.Parameter, value: Any) -> None:
    # The language has been chosen before a single help text was made; see `cli`.
    if value is not None and option.name == "desk":
        context.obj = Context(value)
        _refuse_missing(value, context.find_root().invoked_subcommand)


def _global_options() -> list[click.Option]:
    return [
        click.Option(
            ["--desk"],
            type=click.Path(path_type=Path, file_okay=False),
            metavar=_("DIR"),
            help=_("The folder of the desk (else TRANSLATOR_DESK, else the nearest one)."),
        ),
        click.Option(
            ["--lang"],
            type=click.Choice(i18n.languages()),
            help=_("The language of the interface."),
        ),
    ]


def build() -> click.Group:
    """The root command in the language of the interface."""
    talk.give_click_our_words()
    return Root(
        name="translator",
        callback=_start,
        invoke_without_command=True,
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("[COMMAND] [ARGUMENTS]…"),
        params=[
            *_global_options(),
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_print_version,
                help=_("Print the version."),
            ),
        ],
        help=_(
            "Translate news articles from English to Spanish, offline, and publish the Eng/Esp"
            " page pair. Without a command it opens the library."
        ),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )


def _print_version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"translator {__version__}")
        context.exit()


_OF_A_DESK = frozenset(
    "list show fix update pretranslate names check stats edit export import backup verify".split()
)
"""The commands that make no desk and are nothing without one."""


def _refuse_missing(desk: Path | None, command: str | None) -> None:
    """Refuse a desk that somebody has named and that is not there: a slip must not look like an
    empty one. Raises NotFoundError."""
    named = desk or os.environ.get("TRANSLATOR_DESK")
    if not named or (command is not None and command not in _OF_A_DESK):
        return
    from translator.desk import DATABASE  # `--help` need not pay for it

    if not (Path(named) / DATABASE).exists():
        raise NotFoundError("no-desk", path=str(named))


@click.pass_context
def _start(context: click.Context, desk: Path | None, lang: str | None) -> int | None:
    context.obj = Context(desk)
    _refuse_missing(desk, context.invoked_subcommand)
    if context.invoked_subcommand is not None:
        return None
    from translator.cli.screen import open_screen

    return open_screen(context.obj.desk, None)


def run(command: click.Group, arguments: Sequence[str]) -> int:
    """Run a command; the exit code that its end, or its error, stands for."""
    try:
        result = command.main(args=list(arguments), prog_name="translator", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        setattr(error, "message", normalize.visible(error.message))  # noqa: B010 - final for mypy
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        talk.say(_("Interrupted. What was done is kept."))
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        raise
    except TranslatorError as error:
        _say(error)
        return error.exit_code
    except UnicodeEncodeError as error:
        # Bytes of an argument, or of a file's name, that Python has kept as lone surrogates.
        _say(UsageError("not-utf8", text=str(error.object)[:80]))
        return UsageError.exit_code
    except OSError as error:
        detail = error.strerror or str(error)
        path = str(error.filename or _("output"))
        _say(DeskError("cannot-write", path=path, detail=detail))
        return DeskError.exit_code
    return result if isinstance(result, int) else 0


def _say(error: TranslatorError) -> None:
    """What went wrong, in words; they are loaded only now, with all that they speak of."""
    from translator import wording

    talk.say(wording.sentence(error))
