"""A third language of the interface is a folder of catalogues: no line of code knows its name."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from translator import i18n
from translator.cli import main

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


@pytest.fixture
def third(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    folder = tmp_path / "locales"
    shutil.copytree(i18n.folder(), folder)
    for language, home in (("pt_BR", "Lista os artigos da mesa."), ("ca", "Llista els articles.")):
        place = folder / language / "LC_MESSAGES"
        place.mkdir(parents=True)
        (place / "translator.po").write_text(
            f'{HEADER}msgid "List the articles of the desk."\nmsgstr "{home}"\n', encoding="utf-8"
        )
    monkeypatch.setattr(i18n, "folder", lambda: folder)
    i18n.languages.cache_clear()
    i18n.catalogue.cache_clear()
    yield "pt_BR"
    i18n.languages.cache_clear()
    i18n.catalogue.cache_clear()


def test_it_can_be_asked_for(third: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", third, "--help"]) == 0
    shown = capsys.readouterr().out
    assert "Lista os artigos da mesa." in shown
    assert "[en|ca|es|pt_BR]" in shown
    assert main([f"--lang={third}", "list", "--help"]) == 0
    assert "Lista os artigos da mesa." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "pt_BR.UTF-8"}, "pt_BR"),
        ({"LANG": "pt_PT.UTF-8"}, "en"),
        ({"LANG": "ca_ES.UTF-8@valencia"}, "ca"),
        ({"LANGUAGE": "fr:ca:es"}, "ca"),
        ({"LANG": "es_MX.UTF-8"}, "es"),
        ({"LANG": "C.UTF-8"}, "en"),
    ],
)
def test_the_environment_chooses_it(third: str, environment: dict[str, str], language: str) -> None:
    assert i18n.detect(environment) == language
