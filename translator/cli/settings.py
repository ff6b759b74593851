"""`config` and `doctor`: what is chosen, and whether everything needed is in place."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from translator import __version__, config
from translator import desk as desks
from translator.cli import talk
from translator.cli.options import as_json
from translator.cli.root import Context
from translator.errors import TranslatorError
from translator.i18n import _, ngettext
from translator.wording import sentence


def build_config() -> click.Command:
    """The command `config`."""
    return click.Command(
        "config",
        callback=_config,
        params=[
            click.Argument(["key"], required=False, metavar=_("[KEY]")),
            click.Argument(["value"], required=False, metavar=_("[VALUE]")),
            click.Option(
                ["--user"],
                is_flag=True,
                help=_("Change your own settings, not those of the desk."),
            ),
            as_json(),
        ],
        help=_(
            "Show all settings, show one, or change one: in the desk's desk.toml, or with --user"
            " in your own file."
        ),
    )


@click.pass_obj
def _config(
    context: Context, key: str | None, value: str | None, user: bool, as_json: bool
) -> None:
    folder = desks.find(context.desk)
    if key is not None and value is not None:
        path = config.user_file() if user else folder / config.DESK_FILE
        config.save(path, key, value)
        talk.say(_("{key} is set in {path}").format(key=key, path=path))
        return
    settings = config.load(folder)
    wanted = config.names() if key is None else (key,)
    values = {name: config.read_one(settings, name) for name in wanted}
    if as_json:
        talk.show_json(values)
    elif key is not None:
        talk.show(str(values[key]))
    else:
        for name, chosen in values.items():
            talk.show(f"{name} = {chosen}")


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor's: what was looked at, how it is, and whether that is well."""

    topic: str
    text: str
    is_well: bool = True


def build_doctor() -> click.Command:
    """The command `doctor`."""
    return click.Command("doctor", callback=_doctor, params=[as_json()])


@click.pass_obj
def _doctor(context: Context, as_json: bool) -> int:
    findings = _findings(desks.find(context.desk))
    if as_json:
        talk.show_json({"well": all(one.is_well for one in findings), "findings": _json(findings)})
    else:
        for one in findings:
            talk.show(f"{'✓' if one.is_well else '!'} {one.topic}: {one.text}")
    return 0 if all(one.is_well for one in findings) else 1


def _json(findings: list[Finding]) -> list[dict[str, Any]]:
    return [{"topic": one.topic, "text": one.text, "well": one.is_well} for one in findings]


def _findings(folder: Path) -> list[Finding]:
    return [
        Finding(_("program"), f"translator {__version__}, Python {platform.python_version()}"),
        _argos(),
        _package(),
        _settings(folder),
        _desk(folder),
    ]


def _argos() -> Finding:
    from translator.engines import packages

    if packages.both_distributions_installed():
        return Finding(
            _("Argos Translate"),
            _(
                "argostranslate and argos-translate-lt are both installed and overwrite each"
                " other. Uninstall both, then install argos-translate-lt again."
            ),
            is_well=False,
        )
    return Finding(_("Argos Translate"), _("argos-translate-lt, without PyTorch"))


def _package() -> Finding:
    from translator import engines

    topic = _("engine")
    try:
        engine = engines.get("auto")
        translated = engine.translate(["Good morning."])
    except TranslatorError as error:
        return Finding(topic, sentence(error), is_well=False)
    return Finding(topic, engine.signature(), is_well=bool(translated and translated[0]))


def _settings(folder: Path) -> Finding:
    topic = _("settings")
    try:
        config.load(folder)
    except TranslatorError as error:
        return Finding(topic, sentence(error), is_well=False)
    return Finding(topic, str(config.user_file()))


def _desk(folder: Path) -> Finding:
    from translator.desk import articles

    topic = _("desk")
    try:
        count = len(articles.slugs(desks.open_to_read(folder)))
    except TranslatorError as error:
        return Finding(topic, sentence(error), is_well=False)
    articles_there = ngettext("{n} article", "{n} articles", count).format(n=count)
    return Finding(topic, f"{folder}, {articles_there}")
