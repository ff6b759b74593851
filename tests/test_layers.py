"""The architecture, held: imports go down the layers, and a start loads nothing heavy."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "translator"


def test_the_import_contracts_hold() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("statement", "forbidden"),
    [
        (
            "import translator.cli, translator.cli.root",
            "textual ctranslate2 trafilatura lxml babel numpy jinja2 polib argostranslate torch",
        ),
        (
            "import translator.tui.app, translator.tui.screens.editor",
            "ctranslate2 numpy trafilatura lxml polib jinja2 argostranslate torch",
        ),
        (
            "import translator.tui.app, translator.tui.screens.library",
            "translator.editing translator.intake translator.segmentation"
            " textual.widgets.text_area textual.widgets._text_area",
        ),
        (
            "from translator import engines; engines.get('starter').translate(['Good day.'])",
            "argostranslate.translate torch stanza spacy minisbd",
        ),
    ],
)
def test_a_start_loads_nothing_heavy(statement: str, forbidden: str) -> None:
    program = f"{statement}\nimport sys\nprint(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env=dict(os.environ),
    )
    assert set(done.stdout.split()).isdisjoint(forbidden.split())


def test_no_handler_of_the_screen_calls_the_one_it_builds_upon() -> None:
    """Textual calls a message's handlers of all classes itself: each would run twice."""
    called = [
        f"{path.name}: {name}"
        for path in (PACKAGE / "tui").rglob("*.py")
        for name in re.findall(r"super\(\)\.(_?on_\w+)", path.read_text(encoding="utf-8"))
    ]
    assert sorted(called) == ["resting.py: on_event", *["typeahead.py: on_event"] * 2]


def test_pytorch_is_not_installed_by_us() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.split(r"[<>=!~\[ ]", line)[0] for line in project["dependencies"]}
    assert "argos-translate-lt" in wanted
    assert wanted.isdisjoint({"argostranslate", "torch", "stanza", "spacy"})
    installed = subprocess.run(
        [sys.executable, "-m", "pip", "list", "--format=freeze"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.lower()
    names = {line.partition("==")[0] for line in installed.splitlines()}
    assert names.isdisjoint({"torch", "triton", "stanza", "spacy"})


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert len(text.splitlines()) <= 400
    assert ast.get_docstring(tree), "a module says what it is for"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 50, node.name
