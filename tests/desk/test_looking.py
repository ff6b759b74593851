"""What only reads works on a desk that cannot be written, and shows all that was kept there."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.confined import locked, unprivileged, without_room
from tests.desk.test_migrations import SLUG as OLD_SLUG
from tests.desk.test_migrations import lay_out
from translator import desk as desks
from translator import editing
from translator.cli import main
from translator.desk import DATABASE, Desk, articles, verification
from translator.errors import DeskError

SLUG = "river-falls-to-its-lowest-level"

READING = [
    ("list",),
    ("list", "--json"),
    ("show", SLUG),
    ("show", SLUG, "--structure"),
    ("check", SLUG),
    ("check", SLUG, "--ignored"),
    ("check", "--rules"),
    ("stats", "--all"),
    ("names", SLUG),
    ("memory", "stats"),
    ("memory", "search", "río"),
    ("memory", "export"),
    ("terms", "list"),
    ("pretranslate", "--all", "--dry-run"),
    ("backup", "--list"),
    ("verify",),
    ("config",),
    ("doctor",),
]

Kept = Callable[[Path], AbstractContextManager[None]]


def full(_folder: Path) -> AbstractContextManager[None]:
    return without_room()


@pytest.fixture(params=["settled", "in the log", "in use"])
def kept(request: pytest.FixtureRequest, desk: Desk, slug: str, tmp_path: Path) -> Iterator[Path]:
    """The folder of a desk: all in its file, or with what was kept last in its log alone, as a
    killed process leaves it; or while another has it open."""
    editing.confirm(desk, slug, 1, "El río baja")
    desks.settle(desk)
    editing.confirm(desk, slug, 4, "Nadie resultó herido")
    if request.param == "in use":
        yield desk.folder
        return
    folder = tmp_path / "left"
    folder.mkdir()
    if request.param == "settled":
        desks.settle(desk)
    for name in (DATABASE, f"{DATABASE}-wal"):
        shutil.copyfile(desk.folder / name, folder / name)
    assert ((folder / f"{DATABASE}-wal").stat().st_size == 0) is (request.param == "settled")
    yield folder


@pytest.mark.parametrize("refusal", [locked, full])
def test_what_reads_says_the_same_where_nothing_can_be_written(
    kept: Path, refusal: Kept, capsys: pytest.CaptureFixture[str]
) -> None:
    def said() -> dict[tuple[str, ...], tuple[int, str]]:
        found = {}
        for arguments in READING:
            code = main(["--desk", str(kept), *arguments])
            found[arguments] = (code, re.sub(r"\d{8}T\d{6}Z", "now", capsys.readouterr().out))
        return found

    before = (kept / DATABASE).read_bytes()
    with refusal(kept):
        refused = said()
    assert (kept / DATABASE).read_bytes() == before
    assert refused == said()
    assert "Nadie resultó herido" in refused["show", SLUG][1]
    assert {code for code, _ in refused.values()} <= {0, 1}


@pytest.mark.parametrize("refusal", [locked, full])
@pytest.mark.parametrize(
    "arguments",
    [
        ("pretranslate", SLUG, "--engine", "starter"),
        ("fix", SLUG, "2", "--role", "deck"),
        ("check", SLUG, "--ignore", "1:x", "--because", "y"),
        ("names", SLUG, "--keep", "River", "--apply"),
        ("memory", "clean"),
        ("backup",),
    ],
)
def test_what_writes_says_one_line(
    desk: Desk, slug: str, refusal: Kept, arguments: tuple[str, ...],
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    editing.confirm(desk, slug, 1, "El río baja")
    desks.settle(desk)
    desk.close()
    before = (desk.folder / DATABASE).read_bytes()
    with refusal(desk.folder):
        code = main(["--desk", str(desk.folder), *arguments])
    streams = capsys.readouterr()
    assert (code, streams.out, len(streams.err.splitlines())) == (6, "", 1), streams.err
    assert (desk.folder / DATABASE).read_bytes() == before


def test_pages_go_out_of_a_desk_that_cannot_be_written(
    desk: Desk, slug: str, tmp_path: Path
) -> None:
    desks.settle(desk)
    desk.close()
    out = tmp_path / "out"
    with locked(desk.folder):
        assert main(["--desk", str(desk.folder), "export", slug, "--draft", "--out", str(out)]) == 0
    assert (out / f"{slug}.es.html").exists()


def test_nothing_is_taken_in_by_a_desk_that_was_opened_to_be_read(desk: Desk, slug: str) -> None:
    desks.settle(desk)
    desk.close()
    with locked(desk.folder):
        found = desks.open_to_read(desk.folder)
        assert not found.can_write
        with pytest.raises(DeskError) as caught:
            editing.confirm(found, slug, 1, "no")
        assert caught.value.code == "desk-read-only"
        found.close()


@pytest.mark.parametrize("version", [1, 4])
def test_a_desk_of_an_older_program_is_read_as_it_is(tmp_path: Path, version: int) -> None:
    folder = lay_out(tmp_path / "old", version)
    before = (folder / DATABASE).read_bytes()
    with locked(folder):
        desk = desks.open_to_read(folder)
        assert articles.read(desk, OLD_SLUG).segments
        assert verification.verify(desk) == ()
        with pytest.raises(DeskError):
            editing.confirm(desk, OLD_SLUG, 1, "no")
        desk.close()
    assert (folder / DATABASE).read_bytes() == before
    assert [path.name for path in folder.iterdir()] == [DATABASE]


def test_a_copy_that_was_read_from_is_gone_again(
    desk: Desk, slug: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    folder = tmp_path / "left"
    folder.mkdir()
    for name in (DATABASE, f"{DATABASE}-wal"):
        shutil.copyfile(desk.folder / name, folder / name)
    with locked(folder):
        found = desks.open_to_read(folder)
        assert articles.slugs(found) == (slug,)
        assert list(tmp_path.glob("translator-*"))
        found.close()
        del found
    assert not list(tmp_path.glob("translator-*"))


def test_a_desk_that_may_not_be_read_is_said(
    desk: Desk, slug: str, capsys: pytest.CaptureFixture[str]
) -> None:
    desks.settle(desk)
    desk.close()
    (desk.folder / DATABASE).chmod(0o000)
    with unprivileged():
        code = main(["--desk", str(desk.folder), "list"])
    assert (code, len(capsys.readouterr().err.splitlines())) == (6, 1)
