"""`man` and `guide`: the manual page, made from the commands themselves, and pages for people who
come from other programs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click

from translator import __version__, i18n
from translator.i18n import N_, _

GUIDES = Path(__file__).parent.parent / "guides"

_EXITS = (
    ("0", N_("done")),
    ("1", N_("findings, or only a part was done")),
    ("2", N_("the call's words are off")),
    ("3", N_("there is no such thing")),
    ("4", N_("a page or file that cannot be read")),
    ("5", N_("no engine, or it failed")),
    ("6", N_("the desk or the disk refused")),
    ("7", N_("the network")),
    ("130", N_("interrupted")),
)
_FILES = (
    ("desk.db", N_("the desk: articles, memory, terms, and every change")),
    ("desk.toml", N_("the settings of the desk")),
    ("page.es.po", N_("the desk's own words for its Spanish pages")),
    ("templates/page.html", N_("the desk's own page template")),
)
_VARIABLES = (
    ("TRANSLATOR_DESK", N_("the folder of the desk")),
    ("TRANSLATOR_CONFIG_DIR", N_("where your own settings are")),
    ("TRANSLATOR_DATA_DIR", N_("where packages are installed")),
    ("ARGOS_PACKAGES_DIR", N_("where packages of Argos Translate are found")),
    ("NO_COLOR", N_("no colours")),
)


def build_man() -> click.Command:
    """The command `man`."""
    return click.Command(
        "man",
        callback=_man,
        help=_(
            "Print the manual page. To read it: translator man | man -l - ; to install it:"
            " translator man > ~/.local/share/man/man1/translator.1"
        ),
    )


@click.pass_context
def _man(context: click.Context) -> None:
    click.echo("\n".join(_page(context.find_root())))


def _page(root: click.Context) -> Iterator[str]:
    # Not within the f-string: what stands there is found by no tool that draws texts.
    title = plain(_("User commands"))
    yield f'.TH "TRANSLATOR" "1" "" "engesp {__version__}" "{title}"'
    yield from _section(_("Name"))
    summary = (root.command.help or "").partition(".")[0]
    yield f"translator \\- {plain(summary)}"
    yield from _section(_("Synopsis"))
    yield f"\\fBtranslator\\fP {plain(_('[OPTIONS]'))} {plain(_('[COMMAND] [ARGUMENTS]…'))}"
    yield from _section(_("Description"))
    yield plain(root.command.help or "")
    yield from _section(_("Options"))
    yield from _options(root)
    yield from _section(_("Commands"))
    group = root.command
    if isinstance(group, click.Group):
        for one in group.list_commands(root):
            command = group.get_command(root, one)
            if command is not None:
                yield from _command(command, one, root)
    for title, rows in (
        (_("Exit status"), _EXITS),
        (_("Files"), _FILES),
        (_("Environment"), _VARIABLES),
    ):
        yield from _section(title)
        for term, text in rows:
            yield from _entry(f"\\fB{plain(term)}\\fP", _(text))


def _command(command: click.Command, name: str, parent: click.Context) -> Iterator[str]:
    context = click.Context(command, info_name=name, parent=parent)
    pieces = " ".join(command.collect_usage_pieces(context))
    yield f'.SS "{plain(context.command_path)} {plain(pieces)}"'
    yield plain(command.help or command.short_help or "")
    yield from _options(context)
    if isinstance(command, click.Group):
        for one in command.list_commands(context):
            inner = command.get_command(context, one)
            if inner is not None:
                yield from _command(inner, one, context)


def _options(context: click.Context) -> Iterator[str]:
    helping = context.command.get_help_option(context)
    for param in context.command.get_params(context):
        # `--help` is said once, not of every command.
        is_said = param is not helping or context.parent is None
        record = param.get_help_record(context) if is_said else None
        if record is not None and isinstance(param, click.Option):
            yield from _entry(f"\\fB{plain(record[0])}\\fP", record[1])


def _section(title: str) -> Iterator[str]:
    yield f'.SH "{plain(title.upper())}"'


def _entry(term: str, text: str) -> Iterator[str]:
    yield ".TP"
    yield term
    yield plain(text)


def plain(text: str) -> str:
    """A text that roff shows as it is: no line of it is a request."""
    text = re.sub(r"\s+", " ", text).strip().replace("\\", "\\e").replace("-", "\\-")
    text = text.replace('"', "\\(dq").replace("^", "\\(ha").replace("~", "\\(ti")
    return f"\\&{text}" if text.startswith((".", "'")) else text


def names() -> tuple[str, ...]:
    """The guides there are."""
    return tuple(sorted({path.name.split(".")[0] for path in GUIDES.glob("*.md")}))


def build_guide() -> click.Command:
    """The command `guide`."""
    return click.Command(
        "guide",
        callback=_guide,
        params=[click.Argument(["name"], type=click.Choice(names()), required=False)],
        help=_("Print a page for people who come from another program; without a name, list them."),
    )


def _guide(name: str | None) -> None:
    if name is None:
        for one in names():
            click.echo(one)
        return
    path = GUIDES / f"{name}.{i18n.language()}.md"
    if not path.is_file():
        path = GUIDES / f"{name}.en.md"
    click.echo(path.read_text(encoding="utf-8"), nl=False)
