"""A disk that is full, a folder that cannot be written: one clear line, and nothing lost."""

from __future__ import annotations

import ctypes
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from translator import desk as desks
from translator import editing
from translator.cli.making import SAMPLE
from translator.desk import DATABASE, Desk, articles, copies, salvage, verification
from translator.errors import DeskError

DUMP = SAMPLE.with_suffix(".txt")


def run(folder: Path, *arguments: str, limit: int = 0) -> subprocess.CompletedProcess[str]:
    """A command in a process of its own that may write files up to this size only."""

    def confine() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run(
        [sys.executable, "-m", "translator", "--desk", str(folder), *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder.parent,
        preexec_fn=confine if limit else None,
    )


def fill_up(desk: Desk, slug: str) -> None:
    """A page of the desk that leaves no room for more."""
    (pages,) = desk.connection.execute("PRAGMA page_count").fetchone()
    desk.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DeskError) as caught:
        _confirm_much(desk, slug)
    assert caught.value.code == "disk-full"


def _confirm_much(desk: Desk, slug: str) -> None:
    for number in range(300):
        editing.confirm(desk, slug, 1 + number % 3, f"texto {number} " * 150)


@pytest.mark.parametrize(
    "work",
    [
        lambda desk, slug: editing.set_target(desk, slug, 4, "x" * 60_000),
        lambda desk, slug: editing.confirm(desk, slug, 4, "x" * 60_000),
        lambda desk, slug: editing.set_note(desk, slug, 4, "x" * 60_000),
    ],
)
def test_a_full_desk_keeps_what_it_had_and_goes_on_later(
    desk: Desk, slug: str, work: Callable[[Desk, str], object]
) -> None:
    fill_up(desk, slug)
    before = articles.read(desk, slug)
    with pytest.raises(DeskError) as caught:
        work(desk, slug)
    assert caught.value.code == "disk-full"
    assert articles.read(desk, slug) == before
    desk.connection.execute("PRAGMA max_page_count = 1000000")
    work(desk, slug)
    assert verification.verify(desk) == ()


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", str(DUMP)),
        ("pretranslate", "--all", "--engine", "starter"),
        ("export", "river-falls-to-its-lowest-level", "--draft", "--out", "out"),
        ("backup",),
        ("config", "author", "Ñ" * 9000),
    ],
)
def test_a_command_on_a_full_disk_says_one_line(
    desk: Desk, slug: str, arguments: tuple[str, ...]
) -> None:
    editing.confirm(desk, slug, 1, "El río baja")
    before = articles.read(desk, slug)
    settings = (desk.folder / "desk.toml").read_bytes()
    desk.close()
    done = run(desk.folder, *arguments, limit=4096)
    assert done.returncode == 6, done.stderr
    lines = [line for line in done.stderr.splitlines() if "starter" not in line]
    assert len(lines) == 1, done.stderr
    assert "Traceback" not in done.stderr
    again = desks.open_desk(desk.folder)
    assert articles.read(again, slug) == before
    assert verification.verify(again) == ()
    again.close()
    assert (desk.folder / "desk.toml").read_bytes() == settings
    left = [path.name for path in desk.folder.parent.rglob("*.part*")]
    assert left == []
    assert not list((desk.folder.parent / "out").glob("*.html"))


def test_a_copy_that_finds_no_room_leaves_none(desk: Desk, slug: str) -> None:
    desks.settle(desk)
    desk.close()
    done = run(desk.folder, "restore", "--salvage", limit=8192)
    assert (done.returncode, len(done.stderr.splitlines())) == (6, 1)
    again = desks.open_desk(desk.folder)
    assert articles.slugs(again) == (slug,)
    again.close()
    assert list((desk.folder / copies.FOLDER).iterdir()) == []
    assert salvage.salvage(desk.folder).is_whole


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """A folder that its owner has closed to writing."""
    for path in (*folder.rglob("*"), folder):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        yield
    finally:
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)


def without_privilege(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command that has to obey the modes of files, whoever runs the tests."""

    def drop() -> None:
        # PR_CAPBSET_DROP of CAP_DAC_OVERRIDE: what root runs next is stopped by a mode like anyone.
        ctypes.CDLL(None).prctl(24, 1, 0, 0, 0)

    return subprocess.run(
        [sys.executable, "-m", "translator", "--desk", str(folder), *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder.parent,
        preexec_fn=drop,
    )


@pytest.fixture
def foreign(desk: Desk, slug: str) -> Iterator[Path]:
    """The folder of a desk that cannot be written."""
    desks.settle(desk)
    desk.close()
    with locked(desk.folder):
        yield desk.folder


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", str(DUMP)),
        ("pretranslate", "--all", "--engine", "starter"),
        ("fix", "river-falls-to-its-lowest-level", "2", "--role", "deck"),
        ("backup",),
        ("restore", "--salvage"),
        ("config", "author", "Ana"),
        ("list",),
        ("verify",),
    ],
)
def test_a_folder_that_cannot_be_written_says_one_line(
    foreign: Path, arguments: tuple[str, ...]
) -> None:
    before = (foreign / DATABASE).read_bytes()
    done = without_privilege(foreign, *arguments)
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode in (0, 4, 6)
    if done.returncode:
        assert len([one for one in done.stderr.splitlines() if "starter" not in one]) == 1
    assert (foreign / DATABASE).read_bytes() == before
