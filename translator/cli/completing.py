"""`completion`, and what a shell is told of slugs."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem, get_completion_class

from translator import desk as desks
from translator.cli import talk
from translator.desk import articles
from translator.errors import TranslatorError
from translator.i18n import _

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_TRANSLATOR_COMPLETE"
_WHERE = {
    "bash": "~/.local/share/bash-completion/completions/translator",
    "zsh": "~/.zfunc/_translator",
    "fish": "~/.config/fish/completions/translator.fish",
}


class Slug(click.ParamType[str]):
    """The slug of an article; a shell is told those that the desk has."""

    name = "slug"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        return str(value)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The slugs that begin so; none where there is no desk to read."""
        try:
            desk = desks.open_to_read(desks.find(ctx.find_root().params.get("desk")))
            found = articles.slugs(desk)
            desk.close()
        except TranslatorError:
            return []
        return [CompletionItem(slug) for slug in found if slug.startswith(incomplete)]


def build_completion() -> click.Command:
    """The command `completion`."""
    return click.Command(
        "completion",
        callback=_completion,
        params=[click.Argument(["shell"], type=click.Choice(SHELLS))],
        help=_(
            "Print what lets a shell complete commands, options and slugs. Put it where the shell"
            " looks, which is said on stderr."
        ),
    )


@click.pass_context
def _completion(context: click.Context, shell: str) -> None:
    made = get_completion_class(shell)
    if made is not None:
        script = made(context.find_root().command, {}, "translator", VARIABLE)
        click.echo(script.source_template % script.source_vars())
    talk.say(
        _("For example: translator completion {shell} > {path}").format(
            shell=shell, path=_WHERE[shell]
        )
    )
