"""`check` as scripts rely on it: lines, JSON, exit codes, what is let stand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_contract import DUMP, Runner
from tests.cli.test_contract import run as run

PAIRS = (
    "Nobody was hurt.\tNadie resultó herido.\n"
    "It fell by 17 points.\tCayó 71 puntos.\n"
    "He arrived on Monday.\tLlegó el Lunes.\n"
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.tsv"
    path.write_text(PAIRS, encoding="utf-8")
    return path


def test_one_line_a_finding_and_1_where_an_error_stands(run: Runner, table: Path) -> None:
    done = run("check", str(table))
    assert done.code == 1
    assert done.out.splitlines() == [
        f"{table}:2: error number-changed “17” has become “71” → 17",
        f"{table}:3: warning day-capital Days of the week are written small: Lunes → lunes",
    ]
    assert "3 segments, 1 error, 1 warning" in done.err
    assert run("check", str(table), "--only", "spanish").code == 0


def test_json_has_the_shape_that_programs_read(run: Runner, table: Path) -> None:
    done = run("check", str(table), "--json")
    assert (done.code, done.json["segments"]) == (1, 3)
    second = done.json["findings"][1]
    assert list(second) == [
        "file", "segment", "grade", "family", "rule", "message", "source_span", "target_span", "fix"
    ]  # fmt: skip
    assert (second["segment"], second["target_span"], second["fix"]) == (3, [9, 14], "lunes")


def test_a_profile_goes_before_the_setting(run: Runner, tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("You will see it.\tVosotros lo veréis.\n", encoding="utf-8")
    assert "vosotros" in run("check", str(path), "--profile", "es-MX").out
    assert run("check", str(path)).out == ""
    run("config", "region", "es-419")
    assert "vosotros" in run("check", str(path)).out


def test_an_article_is_checked_and_a_finding_let_stand(run: Runner) -> None:
    slug = run("add", str(DUMP), "--json").json["added"][0]["slug"]
    assert run("check", slug).code == 1
    assert run("check", "--all", "--json").json["findings"][0]["file"] == slug
    first = run("check", slug, "--json").json["findings"][0]
    assert (first["rule"], first["segment"]) == ("empty", 1)
    assert run("check", slug, "--ignore", "1:empty").code == 2
    done = run("check", slug, "--ignore", "1:empty", "--because", "a picture")
    assert (done.code, done.out.split("\t")[:3]) == (0, [f"{slug}:1", "empty", "a picture"])
    again = run("check", slug, "--json").json["findings"]
    assert (1, "empty") not in {(one["segment"], one["rule"]) for one in again}
    assert json.loads(run("check", slug, "--ignored", "--json").out)["ignored"][0]["holds"]
    assert run("check", slug, "--heed", "1:empty").out == ""


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 2),
        (("--all", "x"), 2),
        (("x", "--only", "nosuch"), 2),
        (("nowhere",), 3),
        (("x", "y", "--ignored"), 2),
        (("x", "--ignore", "one"), 2),
        (("x", "--ignore", "1:no-such-rule", "--because", "y"), 2),
    ],
)
def test_a_call_that_is_off(run: Runner, arguments: tuple[str, ...], code: int) -> None:
    done = run("check", *arguments)
    assert (done.code, done.out) == (code, "")
    assert done.err


def test_the_rules_are_told_with_reason_and_source(run: Runner) -> None:
    rows = {row.split("\t")[0]: row.split("\t") for row in run("check", "--rules").out.splitlines()}
    assert len(rows) > 100
    assert rows["quote-order"][1:3] == ["spanish", "warning"]
    assert rows["quote-order"][5].startswith("RAE")
