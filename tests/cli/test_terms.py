"""`terms` and `names`, as scripts rely on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_contract import Runner
from tests.cli.test_contract import run as run
from translator import desk as desks
from translator import editing

TEXT = """Night train to the coast returns

By Ada Brook

The mayor of Velmar, Mara Ellison, said on Monday that the line to Kharkiv will open in spring.

Nobody had expected that Ellison would go to Kharkiv herself, said a spokesman for the railway.
"""


def test_terms_are_added_listed_and_removed(run: Runner) -> None:
    assert run("terms", "add", "drone", "dron", "--domain", "war").out == "added: drone → dron\n"
    assert run("terms", "add", "drone", "dron", "--domain", "war").out.startswith("already there")
    assert run("terms", "add", "drone", "dron", "--note", "no").out.startswith("changed")
    assert run("terms", "add", "", "en base a", "--kind", "forbidden").code == 0
    assert run("terms", "list", "--own").out == (
        "\ten base a\tforbidden\t\thouse\ndrone\tdron\tpreferred\t\thouse\n"
    )
    (term,) = run("terms", "list", "drone", "--own", "--json").json["terms"]
    assert term == {
        "source": "drone",
        "target": "dron",
        "kind": "preferred",
        "part_of_speech": "",
        "domain": "",
        "note": "no",
        "decision": "house",
    }
    assert run("terms", "remove", "drone").out == "1 term removed\n"
    missing = run("terms", "remove", "drone")
    assert (missing.code, missing.out) == (3, "")
    assert "“drone”" in missing.err


def test_what_is_no_term_says_why(run: Runner) -> None:
    done = run("terms", "add", "drone")
    assert done.code == 2
    assert "there is no Spanish term" in done.err


@pytest.mark.parametrize("name", ["t.csv", "t.tbx"])
def test_terms_go_out_and_in(run: Runner, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    assert run("terms", "export", str(path)).code == 0
    assert path.read_text(encoding="utf-8").startswith("<?xml") == (name == "t.tbx")
    assert run("terms", "export", str(path)).code == 6
    (report,) = run("terms", "import", str(path), "--json").json["files"]
    assert (report["added"] > 400, report["bad"], report["rejected"]) == (True, 0, None)
    assert run("terms", "export", "--own").out.count("\n") == report["added"] + 1


def test_a_broken_table_says_where_and_what_to_do(run: Runner, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("asylum,asilo\nbad\n", encoding="utf-8")
    done = run("terms", "import", str(path))
    assert done.code == 4
    assert "line 2: there is no Spanish term" in done.err
    assert "--skip-bad" in done.err
    assert run("terms", "list", "--own").out == ""
    skipped = run("terms", "import", str(path), "--skip-bad")
    assert skipped.code == 1
    assert "1 term added" in skipped.out
    assert "t.csv.rejected.txt" in skipped.err


@pytest.fixture
def story(run: Runner, tmp_path: Path) -> str:
    path = tmp_path / "night.txt"
    path.write_text(TEXT, encoding="utf-8")
    run("add", str(path))
    return str(run("list", "--json").json["articles"][0]["slug"])


def test_names_are_listed_with_what_becomes_of_them(run: Runner, story: str) -> None:
    rows = [line.split("\t") for line in run("names", story).out.splitlines()]
    assert ["Kharkiv", "Járkov", "place", "Spanish form", "2"] in rows
    assert ["Mara Ellison", "Mara Ellison", "person", "open", "2"] in rows
    names = {one["name"]: one for one in run("names", story, "--json").json["names"]}
    assert names["Mara Ellison"]["forms"] == {"Mara Ellison": "Mara Ellison", "Ellison": "Ellison"}
    assert names["Kharkiv"]["segments"] == [2, 3]


def test_a_decision_is_shown_before_it_changes_anything(
    run: Runner, story: str, tmp_path: Path
) -> None:
    desk = desks.open_desk(tmp_path)
    editing.confirm(desk, story, 3, "Nadie esperaba que Ellison fuera a Járkov.")
    shown = run("names", story, "--set", "Kharkiv=Jarkiv")
    assert shown.out == (
        f"{story}:3\n- Nadie esperaba que Ellison fuera a Járkov.\n"
        "+ Nadie esperaba que Ellison fuera a Jarkiv.\n"
    )
    assert "--apply" in shown.err
    assert "Járkov" in run("names", story).out
    done = run("names", story, "--set", "Kharkiv=Jarkiv", "--apply", "--json").json
    assert (done["decided"], done["changed"]) == (True, 1)
    assert "Kharkiv\tJarkiv\tplace\tSpanish form\t2\n" in run("names", story).out
    assert "fuera a Jarkiv" in run("show", story).out
    assert editing.undo(desk, story) is not None
    desk.close()
    assert "fuera a Járkov" in run("show", story).out


def test_a_decision_that_changes_nothing_is_made_at_once(run: Runner, story: str) -> None:
    assert run("names", story, "--keep", "Kharkiv").err == "Decided.\n"
    assert "Kharkiv\tKharkiv\tplace\tkeep\t2\n" in run("names", story).out


def test_no_such_name_and_no_decision_say_so(run: Runner, story: str) -> None:
    done = run("names", story, "--keep", "Ellisen")
    assert done.code == 3
    assert "Did you mean" in done.err or "names SLUG" in done.err
    assert run("names", story, "--set", "Kharkiv").code == 2
    assert run("names", "no-such-slug").code == 3


def test_terms_are_listed_in_the_words_of_the_interface(run: Runner) -> None:
    run("terms", "add", "drone", "dron")
    assert run("terms", "list", "--own").out == "drone\tdron\tpreferred\t\thouse\n"
    kind, why = run("--lang", "es", "terms", "list", "--own").out.rstrip("\n").split("\t")[2::2]
    assert (kind, why) == ("preferido", "la casa")
    assert run("--lang", "es", "terms", "list", "--own", "--json").json["terms"][0]["kind"] == (
        "preferred"
    )
