"""`align` as scripts rely on it: the columns, the shape of JSON, stderr and exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from translator import desk as desks
from translator import editing
from translator.cli import main
from translator.desk import articles

ENGLISH = """# Bridge in Velmar closed

The bridge over the river Alder was closed on Monday after inspectors found 14 cracks in it.
Nobody was hurt.

A baker on the square has painted her door blue and sells twice as much bread as before.

“It will take until 2027,” said the mayor, Petra Lindqvist.
"""
SPANISH = """# Cierran el puente de Velmar

El puente sobre el río Alder se cerró el lunes tras hallarse 14 grietas. Nadie resultó herido.

«Llevará hasta 2027», dijo la alcaldesa, Petra Lindqvist.
"""


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    monkeypatch.chdir(tmp_path)
    Path("en.md").write_text(ENGLISH, encoding="utf-8")
    Path("es.md").write_text(SPANISH, encoding="utf-8")
    return "en.md", "es.md"


def test_pairs_are_printed_with_tabs(
    pages: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["align", *pages]) == 0
    streams = capsys.readouterr()
    rows = [line.split("\t") for line in streams.out.splitlines()]
    assert [(row[0][:10], row[1][:10]) for row in rows] == [
        ("Bridge in ", "Cierran el"),
        ("The bridge", "El puente "),
        ("Nobody was", "Nadie resu"),
        ("A baker on", ""),
        ("“It will t", "«Llevará h"),
    ]
    assert all(0 <= float(row[2]) <= 1 for row in rows)
    assert "1 sentence has no partner." in streams.err


def test_pairs_as_json(pages: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["align", *pages, "--json"]) == 0
    streams = capsys.readouterr()
    report = json.loads(streams.out)
    assert set(report) == {"pairs", "linked", "gaps", "review"}
    assert set(report["pairs"][0]) == {"english", "spanish", "confidence", "review"}
    assert (report["linked"], report["gaps"]) == (4, 1)
    assert streams.err == ""


def test_doubtful_pairs_are_listed(
    pages: tuple[str, str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("translator.alignment.REVIEW_BELOW", 1.01)
    main(["align", *pages])
    err = capsys.readouterr().err
    assert "4 pairs are below 1.01 and should be looked at:" in err
    assert "Bridge in Velmar closed = Cierran el puente de Velmar" in err


def test_pages_the_wrong_way_round_are_refused(
    pages: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["align", *reversed(pages)]) == 2
    assert "name the English page first" in capsys.readouterr().err
    assert main(["align", pages[1], pages[1]]) == 4
    assert "es.md is not in English" in capsys.readouterr().err
    assert main(["align", pages[0], pages[0]]) == 4
    assert "en.md is not in Spanish" in capsys.readouterr().err
    assert main(["align", pages[0], pages[0], "--force"]) == 0


def test_a_page_that_is_not_there_is_named(
    pages: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["align", pages[0], "nosuch.html"]) == 3
    assert "nosuch.html" in capsys.readouterr().err


def test_pairs_go_into_the_memory_and_are_evidence_the_next_time(
    pages: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["align", *pages]) == 0
    assert not Path("desk.db").exists()
    first = json.loads(run(capsys, "align", *pages, "--into-memory", "--json"))
    sure = [one for one in first["pairs"] if one["spanish"] and not one["review"]]
    assert first["added"] == len(sure) > 0
    found = json.loads(run(capsys, "memory", "search", "mayor", "--json"))
    assert [unit["target"] for unit in found["units"]] == [sure[-1]["spanish"]]
    again = json.loads(run(capsys, "align", *pages, "--into-memory", "--json"))
    assert again["added"] == 0
    assert again["pairs"][-1]["confidence"] > first["pairs"][-1]["confidence"]


@pytest.mark.parametrize("template", ["ours", "source"])
def test_a_draft_of_ours_goes_into_no_memory_unless_it_is_asked_for(
    pages: tuple[str, str], capsys: pytest.CaptureFixture[str], template: str
) -> None:
    page = "<html lang=en><head><title>x</title></head><body><article><h1>Bridge in Velmar closed"
    for line in ENGLISH.splitlines()[2:]:
        page += f"<p>{line}"
    Path("bridge.html").write_text(page, encoding="utf-8")
    slug = json.loads(run(capsys, "add", "bridge.html", "--json"))["added"][0]["slug"]
    desk = desks.open_desk(Path())
    spanish = [line for line in SPANISH.splitlines() if line]
    for place, one in enumerate(articles.read(desk, slug).segments):
        editing.set_target(desk, slug, one.id, spanish[place % len(spanish)].strip("# "))
    out = ["--out", "public", "--template", template]
    assert main(["export", slug, "--draft", *out]) == 0
    pair = [f"public/{slug}.en.html", next(str(one) for one in Path("public").glob("*.es.html"))]
    capsys.readouterr()
    assert main(["align", *pair, "--into-memory"]) == 4
    assert f"{pair[1]} is a draft" in capsys.readouterr().err
    assert json.loads(run(capsys, "align", *pair, "--json"))["draft"] is True
    assert json.loads(run(capsys, "memory", "stats", "--json"))["units"] == 0
    added = json.loads(run(capsys, "align", *pair, "--into-memory", "--draft", "--json"))
    assert added["added"] > 0


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main(list(arguments)) == 0
    return capsys.readouterr().out
