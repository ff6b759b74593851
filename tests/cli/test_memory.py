"""`memory`, `stats` and `pretranslate` with a memory, as scripts rely on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_contract import DUMP, Runner, give
from tests.cli.test_contract import run as run
from tests.exchange.test_tmx import HEAD, TAIL, unit
from translator import desk as desks
from translator import editing

KNOWN = "Night train to the coast returns after eleven years"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.tmx"
    units = (
        unit(KNOWN, "El tren nocturno vuelve tras once años", ' changeid="Ana"'),
        unit("The river fell 5 meters.", "El río bajó 5 metros."),
        unit("See <hi>the report</hi>.", "Vea <hi>el informe</hi>."),
    )
    path.write_text(HEAD + "".join(units) + TAIL, encoding="utf-8")
    return path


def test_a_file_goes_in_and_out(run: Runner, old: Path, tmp_path: Path) -> None:
    done = run("memory", "import", str(old), "--json")
    assert done.code == 0
    assert done.json == {
        "files": [
            {
                "source": str(old),
                "added": 3,
                "known": 0,
                "others": 0,
                "bad": 0,
                "rejected": None,
            }
        ]
    }
    assert "3 known" in run("memory", "import", str(old)).out
    stats = run("memory", "stats", "--json").json
    assert stats == {
        "units": 3,
        "confirmed": 0,
        "sources": 3,
        "ambiguous": 0,
        "documents": {"old.tmx": 3},
    }
    assert "old.tmx" in run("memory", "stats").out
    out = tmp_path / "out.tmx"
    assert run("memory", "export", str(out)).err == "3 units written\n"
    assert run("memory", "export", str(out)).code == 6
    assert run("memory", "export", str(out), "--force").code == 0
    assert (
        run("memory", "export").out.count("<tu ") + run("memory", "export").out.count("<tu>") == 3
    )


def test_a_broken_file_says_where(run: Runner, old: Path) -> None:
    old.write_text(old.read_text(encoding="utf-8").replace("once años", "<b>"), encoding="utf-8")
    done = run("memory", "import", str(old))
    assert (done.code, done.out, len(done.err.splitlines())) == (4, "", 1)
    assert f"{old}, line 5:" in done.err
    assert "--skip-bad" in done.err
    assert run("memory", "stats", "--json").json["units"] == 0
    done = run("memory", "import", str(old), "--skip-bad", "--json")
    (report,) = done.json["files"]
    assert (done.code, report["added"], report["bad"]) == (1, 2, 1)
    assert Path(report["rejected"]).is_file()
    assert run("memory", "import", "nowhere.tmx").code == 3


def test_lines_are_matched_one_for_one(
    run: Runner, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = f"{KNOWN}\n\nThe river fell 7 meters.\nNothing like it\n".encode()
    give(monkeypatch, lines)
    assert run("memory", "match").out == "0\t\t\n" * 4
    run("memory", "import", str(old))
    give(monkeypatch, lines)
    assert run("memory", "match").out.splitlines() == [
        "100\texact\tEl tren nocturno vuelve tras once años",
        "0\t\t",
        "99\tsubstituted\tEl río bajó 7 metros.",
        "0\t\t",
    ]
    give(monkeypatch, lines)
    found = run("memory", "match", "--json").json["lines"]
    assert [len(one["matches"]) for one in found] == [1, 0, 1, 0]
    match = found[2]["matches"][0]
    assert set(match) == {"rate", "full", "kind", "target", "substituted", "unit"}
    assert match["substituted"] == ["7"]
    assert set(match["unit"]) == {
        "id", "source", "target", "article", "author", "origin", "changed"
    }  # fmt: skip


def test_words_are_found(run: Runner, old: Path) -> None:
    run("memory", "import", str(old))
    found = run("memory", "search", "rio", "--json")
    assert [one["target"] for one in found.json["units"]] == ["El río bajó 5 metros."]
    assert "(old.tmx, Ana)" in run("memory", "search", "coast").out
    assert run("memory", "search", "rio", "--accents").code == 1
    assert run("memory", "search", "el", "tren", "--in", "es", "--phrase").code == 0
    assert run("memory", "search", "fell", "river", "--phrase").code == 1


def test_what_came_with_a_file_can_be_taken_out(run: Runner, old: Path) -> None:
    run("memory", "import", str(old))
    assert run("memory", "clean", "--from", "other.tmx").code == 3
    assert run("memory", "clean", "--json").json == {"dropped": 0, "repeated": 0, "units": 3}
    assert run("memory", "search", "rio").code == 0
    done = run("memory", "clean", "--from", "old.tmx")
    assert done.out == "3 units taken out\n0 units left\n"
    assert run("memory", "search", "rio").code == 1


def test_a_second_article_is_filled_from_the_first(run: Runner, tmp_path: Path) -> None:
    slug = run("add", str(DUMP), "--json").json["added"][0]["slug"]
    new = run("stats", slug, "--json").json
    assert new["total"]["bands"]["new"]["words"] > 200
    desk = desks.open_desk(tmp_path)
    shown = run("show", slug, "--json").json
    ids = [one["id"] for block in shown["blocks"] for one in block["segments"]]
    for number in ids:
        editing.confirm(desk, slug, number, f"Hecho {number}")
    desk.close()
    assert run("stats", slug, "--json").json == new

    other = tmp_path / "other.txt"
    other.write_text(DUMP.read_text(encoding="utf-8").replace("eleven", "twelve"), encoding="utf-8")
    again = run("add", str(other), "--json").json["added"][0]["slug"]
    counted = run("stats", again, "--json").json["total"]
    assert set(counted) == {"segments", "words", "bands"}
    assert list(counted["bands"]) == [
        "context", "repeated", "100", "95-99", "85-94", "75-84", "50-74", "new"
    ]  # fmt: skip
    assert counted["bands"]["context"]["words"] > counted["words"] / 2
    assert sum(band["words"] for band in counted["bands"].values()) == counted["words"]

    (plan,) = run("pretranslate", again, "--dry-run", "--json").json["articles"]
    assert plan["slug"] == again
    assert run("list", "--json").json["articles"][0]["states"]["initial"] == len(ids)
    assert again in run("pretranslate", again, "--dry-run").out
    filled = run("pretranslate", again, "--json").json
    assert filled["memory"] == sum(
        plan[kind] for kind in ("context", "exact", "substituted", "fuzzy")
    )
    assert filled["engine"] == plan["engine"]
    assert filled["segments"] == len(ids) - filled["undecided"]


def test_the_counts_are_shown(run: Runner) -> None:
    run("add", str(DUMP))
    shown = run("stats", "--all").out
    assert "95-99 %" in shown
    assert run("stats", "nowhere").code == 3
