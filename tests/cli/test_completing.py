"""Shell completion: the scripts of three shells, and what they are told."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from translator.cli import main
from translator.cli.making import SAMPLE

SLUG = "night-train-to-the-coast-returns-after-eleven-years"


def completed(
    words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> list[str]:
    """What bash is told at the end of these words."""
    capsys.readouterr()
    monkeypatch.setenv("_TRANSLATOR_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", f"translator {words}")
    monkeypatch.setenv("COMP_CWORD", str(len(f"translator {words}".split(" ")) - 1))
    with pytest.raises(SystemExit):
        main([])
    return [line.partition(",")[2] for line in capsys.readouterr().out.splitlines() if line]


def test_commands_options_and_choices_are_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert completed("exp", monkeypatch, capsys) == ["export"]
    assert "--dry-run" in completed("update --", monkeypatch, capsys)
    assert completed("export x --template h", monkeypatch, capsys) == ["house"]


def test_slugs_of_the_desk_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(tmp_path / "desk")
    assert main(["--desk", folder, "add", str(SAMPLE)]) == 0
    for command in ("show", "export", "fix", "update", "pretranslate", "edit"):
        assert completed(f"--desk {folder} {command} ni", monkeypatch, capsys) == [SLUG]
    assert completed(f"--desk {folder} show xx", monkeypatch, capsys) == []
    assert completed(f"--desk {tmp_path / 'none'} show ", monkeypatch, capsys) == []
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "desk.db").write_bytes(b"nonsense" * 1000)
    assert completed(f"--desk {tmp_path / 'bad'} show ", monkeypatch, capsys) == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_scripts_are_what_their_shell_reads(
    shell: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["completion", shell]) == 0
    shown = capsys.readouterr()
    assert "_TRANSLATOR_COMPLETE" in shown.out
    assert f"translator completion {shell} > ~/" in shown.err
    program = shutil.which(shell)
    if program is not None:
        script = tmp_path / "script"
        script.write_text(shown.out, encoding="utf-8")
        done = subprocess.run(
            [program, "-n", str(script)], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")


def test_other_shells_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "csh"]) == 2
