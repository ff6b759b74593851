"""What is installed with the program is known: versions, sums and licences."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests import licences

ROOT = Path(__file__).parent.parent
LOCK = Path(__file__).parent / "requirements.lock"

_PIN = re.compile(
    r"^(?P<name>[a-z0-9.-]+)==(?P<version>[^ ;\\]+)(?: ; (?P<marker>[^\\]+?))? \\\n"
    r"(?P<sums>(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)",
    re.MULTILINE,
)


def project() -> list[Requirement]:
    """What the project asks for, its extras too."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    told = tomllib.loads(text)["project"]
    extras = [line for name in licences.EXTRAS for line in told["optional-dependencies"][name]]
    return [Requirement(line) for line in (*told["dependencies"], *extras)]


def pins() -> dict[str, list[str]]:
    """The versions in the lock file by name; there are two where they differ by Python."""
    found: dict[str, list[str]] = {}
    for pin in _PIN.finditer(LOCK.read_text(encoding="utf-8")):
        found.setdefault(pin["name"], []).append(pin["version"])
    return found


def test_the_lock_file_holds_pins_with_sums_and_nothing_else() -> None:
    assert _PIN.sub("", LOCK.read_text(encoding="utf-8")) == ""


@pytest.mark.parametrize("wanted", project(), ids=lambda wanted: wanted.name)
def test_the_lock_file_agrees_with_the_project(wanted: Requirement) -> None:
    locked = pins()[canonicalize_name(wanted.name)]
    assert all(wanted.specifier.contains(Version(version)) for version in locked)


def test_what_is_installed_is_listed_with_its_licence() -> None:
    installed = licences.brought_along()
    listed = licences.listed()
    assert len(installed) > 40
    told = "`python -m tests.licences` writes the list anew"
    assert {name: listed.get(name) for name in installed} == installed, told


def test_every_library_that_is_pinned_has_a_licence_that_is_known() -> None:
    only_elsewhere = {"colorama"}  # of Windows
    assert pins().keys() - licences.listed().keys() <= only_elsewhere


def test_licences_go_together_or_it_is_said_why_not() -> None:
    listed = licences.listed()
    wrong = {name for name, text in listed.items() if not licences.is_compatible(text)}
    assert wrong == licences.EXCEPTIONS.keys()


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("MIT", True),
        ("GPL-3.0-only", False),
        ("UNKNOWN", False),
        ("MIT AND GPL-3.0-only", False),
        ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", True),
        ("Apache-2.0 AND CNRI-Python", True),
    ],
)
def test_an_expression_is_read_as_spdx_means_it(expression: str, expected: bool) -> None:
    assert licences.is_compatible(expression) is expected
