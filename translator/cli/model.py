"""`model install|list|info|remove`: Argos packages on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from translator import config
from translator import desk as desks
from translator.cli import talk
from translator.cli.groups import Commands
from translator.cli.options import as_json
from translator.cli.root import Context
from translator.i18n import N_, _

if TYPE_CHECKING:
    from translator.engines.packages import PackageInfo


def build_model() -> click.Group:
    """The group `model`."""
    group = Commands("model")
    group.add_command(
        click.Command(
            "install",
            callback=_install,
            params=[
                click.Argument(
                    ["file"],
                    metavar=_("[FILE]"),
                    type=click.Path(path_type=Path, dir_okay=False),
                    required=False,
                ),
                click.Option(
                    ["--insecure"],
                    is_flag=True,
                    help=_("Let the index and the package come without HTTPS."),
                ),
            ],
            help=_(
                "Install a package from an .argosmodel file; without one, fetch the newest"
                " English-Spanish package from the index of the Argos project."
            ),
        )
    )
    group.add_command(
        click.Command(
            "list", callback=_list, params=[as_json()], help=_("List the packages, best first.")
        )
    )
    group.add_command(
        click.Command(
            "info",
            callback=_info,
            params=[click.Argument(["name"], metavar=_("NAME"), required=False), as_json()],
            help=_("Say all that is known of a package."),
        )
    )
    group.add_command(
        click.Command(
            "remove",
            callback=_remove,
            params=[click.Argument(["name"], metavar=_("NAME"))],
            help=_("Remove a package that was installed here."),
        )
    )
    for command in group.commands.values():
        command.options_metavar = _("[OPTIONS]")
    return group


@click.pass_obj
def _install(context: Context, file: Path | None, insecure: bool) -> None:
    from translator.engines import packages

    info = packages.install(file) if file else _fetch(context, insecure=insecure)
    sentence = (
        _("{name} is installed already ({folder})")
        if info.already
        else _("installed {name} ({folder})")
    )
    talk.show(sentence.format(name=info.name, folder=info.folder))


def _fetch(context: Context, *, insecure: bool) -> PackageInfo:
    """Get the newest package of the index, and say what has come."""
    from translator.engines import index

    settings = config.load(desks.find(context.desk))
    wanted = index.offer(settings.index or index.DEFAULT, insecure=insecure)
    talk.say(
        _("Fetching version {version} from {address}").format(
            version=wanted.version, address=wanted.address
        )
    )
    with talk.progress(_("Fetching")) as show:
        done = index.fetch(
            wanted, insecure=insecure, show=lambda came, total: show(came, total or came, "")
        )
    talk.say(
        _("{size} MB, SHA-256 {digest}").format(size=f"{done.size / 1e6:.1f}", digest=done.digest)
    )
    return done.package


def _list(as_json: bool) -> None:
    from translator.engines import packages

    found = [*packages.installed(), packages.starter()]
    if as_json:
        talk.show_json({"packages": [_facts(info) for info in found]})
        return
    for info in found:
        size = f"{info.size_bytes / 1e6:.1f} MB"
        talk.show(f"{info.name:<28} {info.version:<8} {size:>10}  {info.origin}")


def _info(name: str | None, as_json: bool) -> None:
    from translator.engines import packages

    info = packages.find(name) if name else packages.best() or packages.starter()
    facts = _facts(info)
    if as_json:
        talk.show_json(facts)
        return
    for key, value in facts.items():
        talk.show(f"{_(_FACTS[key])}: {value}")


_FACTS = {
    "name": N_("name"),
    "version": N_("version"),
    "from_code": N_("source language"),
    "to_code": N_("target language"),
    "folder": N_("folder"),
    "size_bytes": N_("size in bytes"),
    "digest": N_("SHA-256 of the model"),
    "origin": N_("origin"),
}


def _facts(info: PackageInfo) -> dict[str, object]:
    from translator.engines import packages

    return {
        "name": info.name,
        "version": info.version,
        "from_code": info.from_code,
        "to_code": info.to_code,
        "folder": str(info.folder),
        "size_bytes": info.size_bytes,
        "digest": packages.digest(info.folder),
        "origin": info.origin,
    }


def _remove(name: str) -> None:
    from translator.engines import packages

    info = packages.remove(name)
    talk.show(_("removed {name}").format(name=info.name))
