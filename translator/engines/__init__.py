"""Engines: who makes a first draft of a sentence.

One protocol and one door. Refuses to judge what an engine returns, and to load a model before it
is asked to translate: an engine that is named in the settings costs nothing until then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.config import EngineName
from translator.engines.engine import Engine as Engine
from translator.errors import EngineError

if TYPE_CHECKING:
    from translator.engines.guard import Keep, Prefer


def get(
    name: EngineName, *, beam: int = 4, threads: int = 0, compute_type: str = "default"
) -> Engine:
    """The engine of this name. `auto` is an installed English-Spanish Argos package, else
    Apertium where it is installed, else the starter.

    `threads` 0 is all processor cores. Raises EngineError where there is none of that name.
    """
    from translator.engines import apertium, argos, packages

    package = packages.best() if name in ("auto", "argos") else None
    if name == "apertium" or (name == "auto" and package is None and apertium.is_installed()):
        return apertium.ApertiumEngine()
    if package is None:
        if name == "argos":
            raise EngineError("no-package")
        package = packages.starter()
    return argos.ArgosEngine(package, beam=beam, threads=threads, compute_type=compute_type)


def guarded(
    engine: Engine,
    keep: Keep = lambda text: {},
    prefer: Prefer = lambda source, target: {},
) -> Engine:
    """The engine with its output tested, and with Apertium beside it where that is installed.

    The words to `keep` stand in every translation; the terms to `prefer` where they can.
    """
    from translator.engines import apertium, guard

    has_second = engine.name != "apertium" and apertium.is_installed()
    second = apertium.ApertiumEngine() if has_second else None
    return guard.Guard(engine, second, keep, prefer)
