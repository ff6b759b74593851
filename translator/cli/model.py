"""`model install|list|info|remove`: Argos packages on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from translator.cli import talk
from translator.cli.options import as_json
from translator.i18n import _

if TYPE_CHECKING:
    from translator.engines.packages import PackageInfo


def build_model() -> click.Group:
    """The group `model`."""
    group = click.Group("model", subcommand_metavar=_("COMMAND [ARGUMENTS]…"))
    group.add_command(
        click.Command(
            "install",
            callback=_install,
            params=[
                click.Argument(
                    ["file"], metavar=_("FILE"), type=click.Path(path_type=Path, dir_okay=False)
                )
            ],
            help=_("Install a package from an .argosmodel file."),
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
            params=[click.Argument(["name"], metavar=_("NAME"), required=False)],
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


def _install(file: Path) -> None:
    from translator.engines import packages

    info = packages.install(file)
    sentence = (
        _("{name} is installed already ({folder})")
        if info.already
        else _("installed {name} ({folder})")
    )
    talk.show(sentence.format(name=info.name, folder=info.folder))


def _list(as_json: bool) -> None:
    from translator.engines import packages

    found = [*packages.installed(), packages.starter()]
    if as_json:
        talk.show_json({"packages": [_facts(info) for info in found]})
        return
    for info in found:
        size = f"{info.size_bytes / 1e6:.1f} MB"
        talk.show(f"{info.name:<28} {info.version:<8} {size:>10}  {info.origin}")


def _info(name: str | None) -> None:
    from translator.engines import packages

    info = packages.find(name) if name else packages.best() or packages.starter()
    for key, value in _facts(info).items():
        talk.show(f"{key}: {value}")


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
