"""The README says what is so: every key, setting and exit code of the program stands in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator import config
from translator.tui import places
from translator.tui.keys import Key

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")

COMMANDS = (
    "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/translator demo",
    "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest",
)


@pytest.mark.parametrize("command", COMMANDS)
def test_two_commands_do_all_the_set_up(command: str) -> None:
    assert f"    {command}\n" in README


def test_the_check_runs_the_command_of_the_readme() -> None:
    steps = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    for step in COMMANDS[1].split(" && "):
        assert step.replace("pip install", "pip install -q") in steps or step in steps


@pytest.mark.parametrize(
    "key", [key for table in places.TABLES.values() for key in table], ids=lambda key: key.id
)
def test_every_key_is_there(key: Key) -> None:
    assert f"| `{key.shown}` | {key.text} |" in README


def test_every_setting_is_there() -> None:
    for name in config.names():
        assert f"`{name}`" in README


def test_the_picture_is_there() -> None:
    assert (
        (ROOT / "tests" / "pictures" / "editor.svg").read_text(encoding="utf-8").startswith("<svg")
    )
