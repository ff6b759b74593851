"""The manual page and the guides: of what the program has, in both languages."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator

import pytest

from translator import config, i18n
from translator.cli import main, manual
from translator.cli.root import build


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main(list(arguments)) == 0
    return capsys.readouterr().out


def commands() -> list[str]:
    import click

    return build().list_commands(click.Context(build()))


@pytest.mark.parametrize("language", i18n.languages())
def test_the_manual_names_every_command(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    page = shown(capsys, "--lang", language, "man")
    for command in commands():
        assert f'.SS "translator {command}' in page
    assert page.startswith('.TH "TRANSLATOR" "1"')
    assert "\\fB\\-\\-dry\\-run\\fP" in page
    assert page.count("\\-\\-help") < 5


@pytest.mark.outside
@pytest.mark.parametrize("language", i18n.languages())
def test_groff_has_nothing_to_say(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    if shutil.which("groff") is None:
        pytest.skip("groff is not installed")
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-Kutf8", "-ww", "-z"],
        input=shown(capsys, "--lang", language, "man"),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if "preconv" in done.stderr:
        pytest.skip("groff has no preconv")
    assert (done.returncode, done.stderr) == (0, "")


def test_roff_shows_texts_as_they_are() -> None:
    assert manual.plain(".TH 'x\\n --a ~^\"") == ("\\&.TH 'x\\en \\-\\-a \\(ti\\(ha\\(dq")
    assert manual.plain("'x\n.SH") == "\\&'x .SH"


def test_guides_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys, "guide").split() == ["omegat", "poedit"]
    assert shown(capsys, "guide", "omegat").startswith("# For people who come from OmegaT")
    assert shown(capsys, "--lang", "es", "guide", "poedit").startswith("# Para quienes vienen")
    assert main(["guide", "trados"]) == 2


@pytest.mark.parametrize("name", manual.names())
def test_guides_speak_of_what_there_is_in_each_language_alike(name: str) -> None:
    spoken = []
    for language in ("en", "es"):
        text = (manual.GUIDES / f"{name}.{language}.md").read_text(encoding="utf-8")
        found = re.findall(r"translator ([a-z]+)((?: [a-z]+\b)?)", text)
        for command, _ in found:
            assert command in commands(), command
        for option in re.findall(r"--[a-z][a-z-]+", text):
            assert option in ("--format",)
        for key in re.findall(r"`([a-z_]+) = ", text):
            assert key in config.names()
        spoken.append([command for command, _ in found])
        assert text.count("\n|") > 8
    assert spoken[0] == spoken[1]


def helps(language: str, capsys: pytest.CaptureFixture[str]) -> Iterator[tuple[str, str]]:
    """The help of every command and of every command within one."""
    import click

    i18n.use(language)
    root = build()
    context = click.Context(root, info_name="translator")
    for name in root.list_commands(context):
        command = root.get_command(context, name)
        assert command is not None
        yield name, shown(capsys, "--lang", language, name, "--help")
        for inner in command.commands if isinstance(command, click.Group) else ():
            yield f"{name} {inner}", shown(capsys, "--lang", language, name, inner, "--help")


@pytest.mark.parametrize("language", i18n.languages())
def test_help_has_no_words_of_clicks_own_and_cuts_no_sentence(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    count = 0
    for name, text in helps(language, capsys):
        count += 1
        assert not re.search(r"INTEGER|RANGE\b|\.\.\.", text), (name, text)
        if language != "en":
            assert not re.search(r"\b(?:TEXT|NUMBER|OPTIONS|ARGS|COMMAND)\b", text), (name, text)
    assert count > 35
