"""The one door to the Argos library: imported without a trace in the user's home.

`argostranslate.settings` makes data, configuration and cache folders in HOME when it is imported;
here they are made in a temporary folder that is removed again, so that a read-only or missing
HOME is no error. Refuses `argostranslate.translate`, the half that downloads sentence splitters.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

_MADE = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "ARGOS_PACKAGES_DIR", "HOME")
"""What decides where the library makes its folders."""

_READ = ("ARGOS_", "SNAP")
"""How the variables begin that the library reads while it is imported. It stops with a KeyError
or a ValueError at one it does not know, and none of them has a meaning for what is used here."""


@lru_cache(maxsize=1)
def package_module() -> Any:
    """The module `argostranslate.package`; importing it takes about 0.1 s."""
    with tempfile.TemporaryDirectory(prefix="translator-argos-") as folder, _elsewhere(folder):
        import argostranslate.package as module
    return module


@contextmanager
def _elsewhere(folder: str) -> Iterator[None]:
    before = dict(os.environ)
    for name in before:
        if name.startswith(_READ):
            del os.environ[name]
    os.environ.update(dict.fromkeys(_MADE, folder))
    try:
        yield
    finally:
        for name in set(os.environ) - set(before):
            del os.environ[name]
        os.environ.update(before)


def packages_folder() -> Path:
    """Where the plain Argos library keeps its packages: `ARGOS_PACKAGES_DIR`, else its default."""
    if named := os.environ.get("ARGOS_PACKAGES_DIR"):
        return Path(named)
    data = os.environ.get("XDG_DATA_HOME") or os.path.expanduser("~/.local/share")
    return Path(data) / "argos-translate" / "packages"
