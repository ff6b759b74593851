"""Which desk a command works on: named before it or behind it, there or not, begun or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_contract import DUMP, Runner, give
from tests.cli.test_contract import run as run
from tests.exchange.test_tmx import HEAD, TAIL, unit
from translator import desk as desks
from translator.cli import main
from translator.cli.root import _COMMANDS, _OF_A_DESK
from translator.desk import DATABASE, articles, beginning
from translator.errors import DeskError, NotFoundError

MISSING = [
    ("add", "no.txt"),
    ("add", "no/no.txt", "other.html"),
    ("run", "no.txt"),
    ("update", "train", "no.txt"),
    ("import", "no.po"),
    ("import", "train.txt/no.po"),
    ("check", "no.po"),
    ("align", "no.html", "other.html"),
    ("memory", "import", "no.tmx"),
    ("terms", "import", "no.csv"),
    ("terms", "import", "train.txt/no.csv"),
    ("model", "install", "no.argosmodel"),
    ("segment", "no.txt"),
    ("restore", "no.db"),
]


@pytest.mark.parametrize("arguments", MISSING, ids=" ".join)
def test_a_file_that_is_not_there_is_3_everywhere(
    run: Runner, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    (tmp_path / "train.txt").write_bytes(DUMP.read_bytes())
    run("add", "train.txt", "--slug", "train")
    done = run(*arguments)
    assert (done.code, done.out) == (3, "")


def test_where_nothing_could_be_added_the_first_trouble_counts(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert run("add", "empty.txt", "no.txt").code == 4
    assert run("add", "no.txt", "empty.txt").code == 3
    assert run("add", "no.txt", str(DUMP)).code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "no.txt"),
        ("add", "empty.txt"),
        ("add", str(DUMP), "--slug", "No Slug"),
        ("--desk", "a/new/one", "add", "no.txt"),
        ("--desk", "a/new/one", "run", "no.txt"),
        ("align", "no.html", "other.html", "--into-memory"),
        ("add", "-"),
    ],
    ids=" ".join,
)
def test_what_fails_leaves_no_new_desk(
    run: Runner, tmp_path: Path, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, b"")
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    assert run(*arguments).code > 1
    assert list(tmp_path.rglob("*")) == [empty]


def test_what_could_be_added_stays_where_the_rest_fails(run: Runner, tmp_path: Path) -> None:
    assert run("--desk", "a/new/one", "add", "no.txt", str(DUMP), "no.html").code == 1
    assert sorted(path.name for path in (tmp_path / "a" / "new" / "one").iterdir()) == [
        "desk.db",
        "desk.toml",
    ]
    assert len(run("--desk", "a/new/one", "list").out.splitlines()) == 1


def test_a_desk_that_another_has_begun_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    mine = beginning.begin(tmp_path / "desk", author="Ana")
    theirs = beginning.keep(beginning.begin(tmp_path / "desk"))
    with desks.writing(theirs) as connection:
        connection.execute("INSERT INTO exports VALUES ('theirs', 'x')")
    with pytest.raises(DeskError) as caught:
        beginning.keep(mine)
    assert caught.value.code == "desk-locked"
    assert theirs.connection.execute("SELECT path FROM exports").fetchall() == [("theirs",)]
    assert not list(tmp_path.rglob("*.part"))
    mine.close()
    theirs.close()


def test_a_desk_that_cannot_be_made_leaves_no_folders(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    begun = beginning.begin(tmp_path / "file" / "new" / "desk")
    with pytest.raises(DeskError):
        beginning.keep(begun)
    begun.close()
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("command", sorted(_OF_A_DESK))
def test_a_desk_that_is_named_and_not_there_is_said(
    run: Runner, tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = {"show": ("x",), "fix": ("x", "--undo"), "update": ("x", "y"), "names": ("x",),
            "import": ("x.po",), "check": ("x",)}.get(command, ())  # fmt: skip
    said = set()
    for named in (("--desk", "typo", command, *more), (command, *more, "--desk", "typo")):
        done = run(*named)
        assert (done.code, done.out) == (3, "")
        said.add(done.err)
    monkeypatch.setenv("TRANSLATOR_DESK", "typo")
    done = run(command, *more)
    assert (done.code, done.out) == (3, "")
    assert {*said, done.err} == {
        "There is no desk in typo. Name its folder with --desk; “translator --desk typo add PAGE”"
        " begins one there.\n"
    }
    assert not (tmp_path / "typo").exists()


def test_the_desk_of_the_folder_may_still_be_to_come(run: Runner) -> None:
    for arguments in (("list",), ("check", "--rules"), ("memory", "stats"), ("doctor",)):
        assert run(*arguments).code == 0


def test_what_is_meant_for_a_desk_is_not_taken_into_none(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "x.tmx").write_text(HEAD + unit("Good day.", "Buenos días.") + TAIL, "utf-8")
    done = run("import", "x.tmx")
    assert (done.code, done.out) == (3, "")
    assert "no desk" in done.err
    empty = desks.open_desk(tmp_path)
    with pytest.raises(NotFoundError), desks.writing(empty):
        pass
    empty.close()


def test_global_options_may_stand_behind_the_command(run: Runner, tmp_path: Path) -> None:
    assert run("add", str(DUMP), "--slug", "train", "--desk", "there").code == 0
    assert (tmp_path / "there" / DATABASE).exists()
    before = run("--desk", "there", "show", "train").out
    assert before
    assert run("show", "train", "--desk", "there").out == before
    assert run("show", "--desk=there", "train").out == before
    assert run("memory", "stats", "--desk", "there").code == 0
    assert run("memory", "--desk", "there", "stats").code == 0
    assert run("show", "no", "--desk", "there", "--lang", "es").err.startswith("No hay")
    assert run("list", "--lang", "xx").code == 2


@pytest.mark.parametrize("command", sorted(_COMMANDS))
def test_the_help_of_a_command_does_not_repeat_them(command: str, run: Runner) -> None:
    said = run(command, "--help").out
    assert "--desk" not in said.replace("--desk DIR", "").replace("unless --desk is given", "")
    assert " --lang" not in said


def test_a_desk_in_memory_is_kept_once(tmp_path: Path) -> None:
    desk = beginning.keep(beginning.begin(tmp_path / "desk"))
    assert beginning.keep(desk) is desk
    assert articles.slugs(desk) == ()
    desk.close()
    assert main(["--desk", str(tmp_path / "desk"), "verify"]) == 0
