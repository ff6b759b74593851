"""`backup`, `restore`, `verify` as a person and a script see them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from translator import desk as desks
from translator import editing
from translator.cli import main
from translator.desk import DATABASE, Desk, articles, copies

Said = Callable[..., tuple[int, str, str]]


@pytest.fixture
def said(
    desk: Desk, slug: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Said:
    """Runs a command on the desk: its exit code and both streams."""
    desks.settle(desk)
    monkeypatch.chdir(desk.folder)

    def run(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(arguments)
        streams = capsys.readouterr()
        return code, streams.out, streams.err

    return run


def damage(folder: Path) -> None:
    """Break the second half of a desk."""
    path = folder / DATABASE
    data = bytearray(path.read_bytes())
    half = len(data) // 8192 * 4096
    data[half : half + 8 * 4096] = b"\xa5" * 8 * 4096
    path.write_bytes(data)


def test_a_copy_is_made_listed_and_put_back(desk: Desk, slug: str, said: Said) -> None:
    editing.confirm(desk, slug, 1, "antes")
    code, out, err = said("backup")
    assert (code, err) == (0, "")
    name = Path(out.strip()).name
    assert Path(out.strip()).is_file()
    code, out, err = said("backup")
    assert (code, out) == (0, "")
    assert name in err
    editing.confirm(desk, slug, 1, "después")
    made = json.loads(said("backup", "--json")[1])
    assert [made["removed"], len(made["copies"])] == [[], 2]
    assert said("backup", "--list")[1].splitlines()[1].split("\t")[0] == name
    code, out, err = said("restore", name)
    assert (code, out) == (0, f"The desk is as it was in {name}.\n")
    assert made["made"]["name"] in err
    assert articles.read(desk, slug).segments[0].target == "antes"
    assert said("verify")[0] == 0
    assert said("verify", name)[0] == 0


def test_a_damaged_desk_is_said_with_the_way_out(desk: Desk, slug: str, said: Said) -> None:
    editing.confirm(desk, slug, 1, "El río baja")
    desks.settle(desk)
    said("backup")
    desk.close()
    damage(desk.folder)
    code, out, _ = said("verify", "--json")
    report = json.loads(out)
    assert (code, report["well"], report["troubles"][0]["code"]) == (6, False, "file-damaged")
    code, out, err = said("backup")
    assert (code, out, len(err.splitlines())) == (6, "", 1)
    assert "translator restore" in err
    name = copies.copies(desk.folder)[0].name
    code, out, err = said("restore", "--salvage")
    assert code == 1
    assert "row" in out
    assert "damaged-" in err
    assert f"“translator restore {name}” puts it back" in err
    assert said("restore")[0] == 0
    assert said("verify") == (0, f"✓ {desk.folder / DATABASE} is whole.\n", "")
    again = desks.open_desk(desk.folder)
    assert articles.read(again, slug).segments[0].target == "El río baja"
    again.close()


def test_a_copy_that_is_damaged_itself_is_not_pointed_to(desk: Desk, slug: str, said: Said) -> None:
    editing.confirm(desk, slug, 1, "El río baja")
    desks.settle(desk)
    said("backup")
    good = copies.copies(desk.folder)[0]
    bad = good.path.with_name("desk-2099-01-01T00-00-00Z.db")
    bad.write_bytes(good.path.read_bytes()[:-4096])
    desk.close()
    damage(desk.folder)
    code, out, _ = said("restore", "--salvage", "--json")
    report = json.loads(out)
    assert (code, report["copy"]["name"]) == (1, good.name)
    restored = json.loads(said("restore", "--json")[1])
    assert restored["restored"]["name"] == good.name
    assert said("verify")[0] == 0


def test_a_desk_that_is_saved_whole_points_nowhere(desk: Desk, slug: str, said: Said) -> None:
    said("backup")
    desk.close()
    code, _, err = said("restore", "--salvage")
    assert code == 0
    assert "translator restore" not in err


def test_where_nothing_is_there_it_is_said(tmp_path: Path, said: Said) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    for command in ("backup", "restore", "verify"):
        assert said("--desk", str(empty), command)[0] == 3
    assert said("restore", "nothing.db")[0] == 3
    assert said("verify", "nothing.db")[0] == 3
    assert said("restore", "x", "--salvage")[0] == 2
    assert list(empty.iterdir()) == []
