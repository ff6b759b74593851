"""Several processes on one desk: nobody is shown a lock, and no update is lost.

One edits, one pre-translates, one imports, one copies, each with a connection of its own. What an
editor has been told is stored stands there at the end, unless another was asked to change it.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import WHEN, make_article
from tests.pseudo import PseudoEngine
from translator import delivery, editing, importing, intake, pretranslate
from translator import desk as desks
from translator.config import Config
from translator.desk import articles, copies, verification
from translator.desk.journal import Action, Holding, journal

ARTICLES = 12


def edit(folder: Path, seed: int, seconds: float) -> dict[str, str]:
    """Type and confirm in the segments that are one's own: those of an article whose number is
    odd or even as the seed; what was stored last in each."""
    desk = desks.open_desk(folder)
    desks.set_patience(desk, 0.25)  # as short as the editor's
    chance, stored = random.Random(seed), dict[str, str]()
    slugs = articles.slugs(desk)[seed % 2 : ARTICLES - 4 : 2]
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        slug, segment = chance.choice(slugs), chance.randint(1, 4)
        text = f"texto {seed} {chance.random()}"
        write = chance.choice((editing.set_target, editing.confirm))
        _patiently(lambda: write(desk, slug, segment, text))  # noqa: B023
        stored[f"{slug} {segment}"] = text
        time.sleep(0.005)
    return stored


def _patiently(write: object) -> None:
    """As the editor does: what cannot be stored now is tried again, up to two seconds."""
    from translator.errors import DeskError

    for _ in range(8):
        try:
            write()  # type: ignore[operator]
        except DeskError as error:
            if error.code != "desk-locked":
                raise
        else:
            return
    raise AssertionError("locked for two seconds")


def machine(folder: Path, seed: int, seconds: float) -> dict[str, str]:
    """Pre-translate all articles again and again, opening some so that there is work."""
    desk = desks.open_desk(folder)
    end = time.monotonic() + seconds
    slugs = articles.slugs(desk)
    while time.monotonic() < end:
        for _progress in pretranslate.fill(desk, slugs, PseudoEngine()):
            pass
        editing.set_target(desk, slugs[-1], 1, "")
        intake.add_article(desk, make_article(), data=os.urandom(9), modified=WHEN)
    return {}


def importer(folder: Path, seed: int, seconds: float) -> dict[str, str]:
    """Export articles of its own as PO, confirm them there, take them back."""
    desk = desks.open_desk(folder)
    end = time.monotonic() + seconds
    slug, number, stored = articles.slugs(desk)[ARTICLES - 2], 0, dict[str, str]()
    out = folder / f"po-{seed}"
    while time.monotonic() < end:
        number += 1
        editing.set_target(desk, slug, 4, f"importado {number}")
        delivery.export(desk, [slug], formats=("po",), out=out, force=True, config=Config())
        path = out / f"{slug}.po"
        path.write_text(path.read_text(encoding="utf-8").replace("#, fuzzy\n", ""), "utf-8")
        importing.import_po(desk, str(path))
        stored[f"{slug} 4"] = f"importado {number}"
    return stored


def copier(folder: Path, seed: int, seconds: float) -> dict[str, str]:
    """Copy the desk all the while."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        copies.take(folder)
        copies.thin(folder, 1)
        time.sleep(0.1)
    return {}


WORKERS = {"edit": edit, "machine": machine, "importer": importer, "copier": copier}


def _together(folder: Path, seconds: float) -> None:
    desk = desks.open_desk(folder, create=True)
    for number in range(ARTICLES):
        intake.add_article(desk, make_article(), data=b"%d" % number, modified=WHEN)
    kinds = ("edit", "edit", "machine", "importer", "copier")
    program = "import sys; from tests.reliability.test_together import main; main(*sys.argv[1:])"
    children = [
        subprocess.Popen(
            [sys.executable, "-c", program, kind, str(folder), str(seed), str(seconds)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parent.parent.parent,
        )
        for seed, kind in enumerate(kinds)
    ]
    stored: dict[str, str] = {}
    for child in children:
        out, errors = child.communicate(timeout=seconds * 4 + 60)
        assert (child.returncode, errors) == (0, "")
        stored |= json.loads(out)
    assert len(stored) > 10
    for name, text in stored.items():
        slug, _, segment = name.partition(" ")
        found = {one.id: one.target for one in articles.read(desk, slug).segments}
        assert found[int(segment)] == text
        holdings = [
            one.after
            for one in journal(desk, slug)
            if one.segment == int(segment) and one.action is not Action.FILL
        ]
        assert isinstance(holdings[-1], Holding)
        assert holdings[-1].target == text
    assert verification.verify(desk) == ()
    desk.close()


def main(kind: str, folder: str, seed: str, seconds: str) -> None:
    """A child: does its work, and prints what it was told is stored."""
    print(json.dumps(WORKERS[kind](Path(folder), int(seed), float(seconds))))


def test_five_at_once_lose_nothing(tmp_path: Path) -> None:
    _together(tmp_path / "desk", 3)


@pytest.mark.slow
def test_five_at_once_lose_nothing_for_a_minute(tmp_path: Path) -> None:
    _together(tmp_path / "desk", 60)
