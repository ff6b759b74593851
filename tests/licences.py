"""Under which licence each library is that ours brings along, and whether they go together.

`python -m tests.licences` writes the list anew into `tests/licences.txt`, from what the installed
libraries say of themselves; a person reads the difference. Separate from the test so that the list
can be renewed when it is red. Refuses to guess: what says nothing is `UNKNOWN`, and no list has it.
"""

from __future__ import annotations

import re
import sys
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LIST = Path(__file__).parent / "licences.txt"
EXTRAS = ("test", "lint")

COMPATIBLE = frozenset(
    "MIT BSD-2-Clause BSD-3-Clause 0BSD ISC Zlib CC0-1.0 Apache-2.0 PSF-2.0 CNRI-Python"
    " MPL-2.0 LGPL-2.1-or-later".split()
)
"""What a program under the MIT licence may call from its own files. MPL and LGPL ask something of
who changes or ships the library itself; we do neither."""

EXCEPTIONS = {
    "minisbd": "AGPL-3.0. Required by argos-translate-lt, which cuts sentences with it when one"
    " calls its `translate` or `sbd`. We call neither: `tests/test_layers.py` holds that translating"
    " loads no minisbd. Who ships an environment with it in, ships it under its own licence.",
}
"""What is installed and would not go together, and why it does not touch us."""

_STATED = {
    "mit": "MIT",
    "mit license": "MIT",
    "bsd license": "BSD-3-Clause",
    "bsd-3-clause": "BSD-3-Clause",
    "3-clause bsd license": "BSD-3-Clause",
    "bsd 2-clause license": "BSD-2-Clause",
    "the bsd 2-clause license": "BSD-2-Clause",
    "mit, bsd": "MIT AND BSD-3-Clause",
    "apache 2.0": "Apache-2.0",
    "apache-2.0": "Apache-2.0",
    "mpl-2.0": "MPL-2.0",
    "mpl-2.0 and mit": "MPL-2.0 AND MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "gnu affero general public license v3": "AGPL-3.0",
}
"""The words of older metadata, in small letters, as SPDX has them."""


def brought_along() -> dict[str, str]:
    """Every installed library that ours needs, with its tests and checks: name and licence."""
    found: dict[str, str] = {}
    waiting = [("engesp", EXTRAS)]
    for name, extras in waiting:  # grows as we go
        for line in metadata.requires(name) or ():
            wanted = Requirement(line)
            other = canonicalize_name(wanted.name), tuple(sorted(wanted.extras))
            if other not in waiting and _is_wanted(wanted, extras) and _is_installed(other[0]):
                found[other[0]] = licence(other[0])
                waiting.append(other)
    return dict(sorted(found.items()))


def _is_wanted(wanted: Requirement, extras: tuple[str, ...]) -> bool:
    marker = wanted.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras))


def _is_installed(name: str) -> bool:
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def licence(name: str) -> str:
    """The licence that an installed library states, as SPDX has it; `UNKNOWN` for none."""
    said = metadata.metadata(name)
    if expression := said.get("License-Expression"):
        return str(expression)
    classes = [
        one.rpartition(" :: ")[2] for one in said.get_all("Classifier") or [] if "Licen" in one
    ]
    for text in (said.get("License") or "", *classes):
        if spdx := _STATED.get(str(text).strip().casefold()):
            return spdx
    return "UNKNOWN"


def is_compatible(expression: str) -> bool:
    """Whether all of an SPDX expression, or one choice of it, is among the compatible ones."""
    return any(
        all(one.strip(" ()") in COMPATIBLE for one in re.split(r"\s+AND\s+", choice))
        for choice in re.split(r"\s+OR\s+", expression)
    )


def listed() -> dict[str, str]:
    """The list: name and licence."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if line)


def main() -> int:
    """Write the list, and say what does not go together."""
    found = brought_along()
    LIST.write_text("".join(f"{name}\t{text}\n" for name, text in found.items()), encoding="utf-8")
    wrong = [name for name in found if not is_compatible(found[name]) and name not in EXCEPTIONS]
    for name in wrong:
        print(f"{name}: {found[name]}")
    print(f"{len(found)} libraries, {len(wrong)} that do not go together")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
