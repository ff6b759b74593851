"""Groups of commands, and what stands for a value in the help of all commands.

click shortens the help of a command to fit a line and ends it in three points; here the first
clause stands, whole. It names types of values in its own English; here they have our words. Refuses
to hold a command. Separate because several commands are groups, and the root is not one of them.
"""

from __future__ import annotations

import re

import click

from translator.i18n import _

_FIRST = re.compile(r".*?(?=[.:;](?:\s|$)|$)", re.DOTALL)


class Commands(click.Group):
    """A group whose help tells of each command in one clause."""

    def __init__(self, name: str) -> None:
        super().__init__(name, subcommand_metavar=_("COMMAND [ARGUMENTS]…"))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [
            (name, _first(command.help or ""))
            for name in self.list_commands(ctx)
            if (command := self.get_command(ctx, name)) is not None
        ]
        with formatter.section(_("Commands")):
            formatter.write_dl(rows)


def _first(text: str) -> str:
    found = _FIRST.match(text)
    return f"{found[0]}." if found else text


def name_values(command: click.Command) -> None:
    """Let the options of a command, and of those within it, say what they take in our words."""
    for param in command.params:
        if isinstance(param, click.Option) and param.metavar is None and not param.is_flag:
            if isinstance(param.type, click.types.IntParamType):
                param.metavar = _("NUMBER")
            elif isinstance(param.type, click.types.StringParamType):
                param.metavar = _("TEXT")
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            name_values(inner)
