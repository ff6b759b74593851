"""`export` and `import` as scripts rely on them: files, streams, exit codes, JSON."""

from __future__ import annotations

import json
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from tests.pseudo import PseudoEngine
from translator.cli import main
from translator.cli.making import SAMPLE

DUMP = str(SAMPLE.with_suffix(".txt"))


class Shell:
    """Runs commands and keeps what the last one said."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        self._capsys.readouterr()
        code = main(arguments)
        said = self._capsys.readouterr()
        return code, said.out, said.err


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("translator.engines.get", lambda *_, **__: PseudoEngine())
    monkeypatch.setattr("translator.engines.guarded", lambda engine, *_: engine)
    return Shell(capsys)


@pytest.fixture
def slug(run: Shell) -> str:
    added = json.loads(run("add", DUMP, "--json")[1])["added"]
    run("pretranslate", added[0]["slug"])
    return str(added[0]["slug"])


def test_every_format_is_written(run: Shell, slug: str, tmp_path: Path) -> None:
    formats = "text,markdown,po,pot,xliff,xliff2,tmx,tbx,tsv,review"
    code, out, _ = run("export", slug, "--format", formats, "--out", "out")
    assert code == 0
    endings = ".en.txt .es.txt .en.md .es.md .po .pot .xlf .v2.xlf .tmx .tsv .review.html".split()
    names = {*(f"{slug}{ending}" for ending in endings), "terms.tbx"}
    assert {path.name for path in (tmp_path / "out").iterdir()} == names
    assert {Path(line).name for line in out.splitlines()} == names


def test_a_whole_desk_is_one_file_a_format(run: Shell, slug: str, tmp_path: Path) -> None:
    run("add", str(SAMPLE))
    code, _, _ = run(
        "export", "--all", "--format", "po,pot,xliff,xliff2,tmx,tsv,text", "--out", "o"
    )
    assert code == 0
    names = {path.name for path in (tmp_path / "o").iterdir()}
    assert {f"desk{end}" for end in (".po", ".pot", ".xlf", ".v2.xlf", ".tmx", ".tsv")} < names
    assert len(names) == 6 + 4
    for name in ("desk.po", "desk.xlf", "desk.v2.xlf", "desk.tsv"):
        code, out, _ = run("import", f"o/{name}", "--json")
        (report,) = json.loads(out)["files"]
        assert (code, report["confirmed"], report["drafts"], report["refused"]) == (0, [], [], [])


@pytest.mark.parametrize("arguments", [("export",), ("export", "--all", "x")])
def test_articles_or_all_of_them(run: Shell, slug: str, arguments: tuple[str, ...]) -> None:
    assert run(*arguments)[0] == 2


def test_what_was_written_is_told_to_programs(run: Shell, slug: str) -> None:
    _, out, _ = run("export", slug, "--draft", "--format", "html,po", "--json")
    report = json.loads(out)
    assert report["drafts"] == [slug]
    assert f"{slug}.po" in report["written"]
    assert len(report["written"]) == 4


def test_files_go_where_they_belong_whatever_their_names(
    run: Shell, slug: str, tmp_path: Path
) -> None:
    run("export", slug, "--format", "tmx,tsv,xliff2")
    (tmp_path / f"{slug}.tmx").rename("a.po")
    (tmp_path / f"{slug}.tsv").rename("b.xlf")
    (tmp_path / f"{slug}.v2.xlf").rename("c.tsv")
    (tmp_path / "d.tmx").write_text("source,target\nferry,transbordador\n", encoding="utf-8")
    code, out, _ = run("import", "a.po", "b.xlf", "c.tsv", "d.tmx", "--json")
    files = json.loads(out)["files"]
    assert code == 0
    assert [one["kind"] for one in files] == ["memory", "table", "xliff", "terms"]
    assert files[0]["added"] > 10
    assert files[3]["added"] == 1
    code, out, _ = run("import", "b.xlf")
    assert out.startswith("b.xlf: 0 confirmed, 0 drafts, ")
    assert run("import", "a.po", "--dry-run")[0] == 2


def test_what_is_refused_or_kept_open_is_said(run: Shell, slug: str, tmp_path: Path) -> None:
    path = tmp_path / "x.tsv"
    path.write_text(f"id\tenglish\tspanish\n{slug}:1\tOther\tOtro\n", encoding="utf-8")
    code, out, err = run("import", "x.tsv")
    assert (code, out) == (1, "x.tsv: 0 confirmed, 0 drafts, 0 unchanged, 1 refused\n")
    assert err == f"x.tsv:2: {slug}:1 refused: its English is not the segment's\n"
    code, out, err = run("import", "x.tsv", "--dry-run")
    assert out == "x.tsv: would take: 0 confirmed, 0 drafts, 0 unchanged, 1 refused\n"
    assert err == f"x.tsv:2: {slug}:1 would be refused: its English is not the segment's\n"


def test_somebody_else_s_file_is_to_be_added(run: Shell, slug: str, tmp_path: Path) -> None:
    path = tmp_path / "x.po"
    path.write_text('msgid "Ferry"\nmsgstr "Barco"\n', encoding="utf-8")
    code, _, err = run("import", "x.po")
    assert code == 1
    assert "translator add x.po" in err
    assert run("add", "x.po", "--force")[0] == 0


def test_a_page_is_no_file_to_import(run: Shell, slug: str, tmp_path: Path) -> None:
    assert run("import", DUMP)[0] == 4
    (tmp_path / "bad.xlf").write_text("<xliff version='1.2'><file/></xliff>", encoding="utf-8")
    code, _, err = run("import", "bad.xlf")
    assert code == 4
    assert err.startswith("bad.xlf, line 1, <file>: its attribute “datatype” is missing")


def test_a_file_comes_through_a_pipe(
    run: Shell, slug: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("export", slug, "--format", "po")
    data = (tmp_path / f"{slug}.po").read_bytes().replace(b"#, fuzzy\n", b"", 1)
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(data), encoding="utf-8"))
    code, out, _ = run("import", "-")
    assert code == 0
    assert out.startswith("-: 1 confirmed, 0 drafts, ")


def test_an_old_file_costs_nothing_but_by_force(run: Shell, slug: str, tmp_path: Path) -> None:
    run("export", slug, "--format", "po")
    path = tmp_path / f"{slug}.po"
    first = path.read_text(encoding="utf-8")
    path.write_text(first.replace("#, fuzzy\n", ""), encoding="utf-8")
    assert run("import", path.name)[0] == 0
    path.write_text(first, encoding="utf-8")
    code, out, err = run("import", path.name)
    assert (code, err) == (0, "")
    assert out.startswith(f"{slug}.po: 0 confirmed, 0 drafts, ")
    path.write_text(first.replace('msgstr "', 'msgstr "Otra: ', 2), encoding="utf-8")
    code, out, err = run("import", path.name)
    assert (code, out.endswith(", 1 refused\n")) == (1, True)
    assert err.endswith(
        "refused: it was changed on the desk since this file was written; --force takes it\n"
    )
    assert run("import", path.name, "--force")[0] == 0


def test_the_table_that_is_written_can_be_checked(run: Shell, slug: str, tmp_path: Path) -> None:
    run("export", slug, "--format", "tsv,po")
    table, po = (json.loads(run("check", f"{slug}.{end}", "--json")[1]) for end in ("tsv", "po"))
    assert table["segments"] == po["segments"] > 10
    assert _rules(table) == _rules(po) != []
    heads, rows = (tmp_path / f"{slug}.tsv").read_text(encoding="utf-8").split("\n", 1)
    assert heads.startswith("id\tenglish\tspanish\t")
    (tmp_path / "bare.tsv").write_text(rows, encoding="utf-8")
    assert run("check", "bare.tsv")[0] == 4


def _rules(report: dict[str, Any]) -> list[tuple[int, str]]:
    return [(one["segment"], one["rule"]) for one in report["findings"]]
