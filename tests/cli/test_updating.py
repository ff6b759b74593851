"""`update` at the command line: the list, the JSON, the exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from translator.cli import main
from translator.cli.making import SAMPLE

SLUG = "night-train-to-the-coast-returns-after-eleven-years"


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    folder = str(tmp_path / "desk")
    assert main(["--desk", folder, "add", str(SAMPLE)]) == 0
    capsys.readouterr()
    return folder


@pytest.fixture
def page(tmp_path: Path) -> str:
    text = SAMPLE.read_text(encoding="utf-8").replace("29 and 145", "29 and 150")
    text = text.replace("<p>Not everybody", "<p>Prices may rise.</p>\n<p>Not everybody")
    path = tmp_path / "night-train.html"
    path.write_text(text.replace(" The council will decide on 30 April.", ""), encoding="utf-8")
    return str(path)


def test_the_list_says_what_to_read(
    desk: str, page: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--desk", desk, "update", SLUG, page]) == 0
    shown = capsys.readouterr()
    assert "~   10  It costs between 29 and [-145-]{+150+} dollars" in shown.out
    assert "+   34  Prices " in shown.out
    assert "-   27  The council will decide on 30 April." in shown.out
    assert f"{SLUG}: 31 the same, 0 moved, 1 changed, 1 new, 1 removed" in shown.out
    assert "2 segments are to be read." in shown.err


def test_json_is_the_same_with_a_dry_run(
    desk: str, page: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told = []
    for options in (["--dry-run"], []):
        assert main(["--desk", desk, "update", SLUG, page, "--json", *options]) == 0
        told.append(json.loads(capsys.readouterr().out))
    assert told[0] == told[1]
    assert told[0]["read_again"] == [10, 34]
    assert [one["op"] for one in told[0]["changed"][0]["difference"]] == [
        *("same", "out", "in", "same"),
    ]
    assert main(["--desk", desk, "update", SLUG, page, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["known"] is True


def test_undo_is_that_of_corrections(
    desk: str, page: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--desk", desk, "update", SLUG, page]) == 0
    assert main(["--desk", desk, "fix", SLUG, "--undo"]) == 0
    capsys.readouterr()
    assert main(["--desk", desk, "show", SLUG]) == 0
    assert "30 April" in capsys.readouterr().out


@pytest.mark.parametrize(("slug", "name", "code"), [("nowhere", "", 3), (SLUG, "none.html", 3)])
def test_exit_codes(desk: str, page: str, slug: str, name: str, code: int) -> None:
    assert main(["--desk", desk, "update", slug, name or page]) == code
