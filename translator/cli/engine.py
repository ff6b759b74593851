"""Who translates and how, as options of a command and as an engine.

What an option does not say the settings do. Separate because every command that translates asks
in the same words.
"""

from __future__ import annotations

from typing import Any, TypedDict, get_args

import click

from translator import engines
from translator.config import RANGES, ComputeType, Config, EngineName
from translator.i18n import _


class Asked(TypedDict, total=False):
    """What the options of one call say; None where one was not given."""

    engine: EngineName | None
    beam: int | None
    threads: int | None
    compute_type: ComputeType | None


def engine_options() -> tuple[click.Option, ...]:
    """`--engine`, `--beam`, `--threads`, `--compute-type`."""
    return (
        click.Option(
            ["--engine"],
            type=click.Choice(get_args(EngineName)),
            help=_(
                "The engine; auto takes an installed Argos package, else Apertium, else the"
                " starter."
            ),
        ),
        click.Option(["--beam"], type=click.IntRange(*RANGES["beam"]), help=_("Beam width.")),
        click.Option(
            ["--threads"],
            type=click.IntRange(*RANGES["threads"]),
            help=_("Processor cores to use; 0 is all of them."),
        ),
        click.Option(
            ["--compute-type"],
            type=click.Choice(get_args(ComputeType)),
            help=_("How exactly the model calculates; default is as its package was made."),
        ),
    )


def choose(settings: Config, asked: Asked | None = None) -> engines.Engine:
    """The engine, without a guard. Raises EngineError."""
    given: dict[str, Any] = {key: one for key, one in (asked or {}).items() if one is not None}
    how: dict[str, Any] = {
        "engine": settings.engine,
        "beam": settings.beam,
        "threads": settings.threads,
        "compute_type": settings.compute_type,
    } | given
    return engines.get(how.pop("engine"), **how)
