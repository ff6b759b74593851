"""The commands as scripts rely on them: names, shapes of JSON, exit codes, stdout and stderr."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from tests.pseudo import PseudoEngine
from translator.cli import main
from translator.cli.making import SAMPLE
from translator.engines.guard import Guard

DUMP = SAMPLE.with_suffix(".txt")


@dataclass
class Done:
    """What a command left: its exit code and both streams."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Runner:
    """Runs commands in one folder, with the pseudo engine."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str) -> Done:
        self._capsys.readouterr()
        code = main(arguments)
        streams = self._capsys.readouterr()
        return Done(code, streams.out, streams.err)


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Runner:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("translator.engines.get", lambda *_, **__: PseudoEngine())
    # The pseudo engine's words are English ones, which the guard would refuse.
    monkeypatch.setattr("translator.engines.guarded", lambda engine, *_: engine)
    return Runner(capsys)


def give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(data), encoding="utf-8"))


def test_help_is_in_both_languages(run: Runner) -> None:
    assert "Usage: translator" in run("--help").out
    spanish = run("--lang", "es", "--help").out
    assert "Uso: translator" in spanish
    assert "Muestra este mensaje y termina." in spanish
    assert not re.search(r"\b(the|and|with|Show|Print)\b", spanish)


COMMANDS = [
    "demo",
    "run",
    "add",
    "list",
    "show",
    "fix",
    "pretranslate",
    "memory",
    "terms",
    "names",
    "check",
    "stats",
    "edit",
    "export",
    "import",
    "translate",
    "assist",
    "align",
    "segment",
    "backup",
    "restore",
    "verify",
    "model",
    "config",
    "doctor",
]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(run: Runner, command: str) -> None:
    done = run(command, "--help")
    assert (done.code, done.err) == (0, "")
    assert f"Usage: translator {command}" in done.out
    assert not re.search(r"\bUsage\b", run("--lang", "es", command, "--help").out)


def test_the_readme_shows_every_command() -> None:
    readme = (Path(__file__).parent.parent.parent / "README.md").read_text(encoding="utf-8")
    for command in COMMANDS:
        assert f"translator {command}" in readme


def test_version(run: Runner) -> None:
    assert re.fullmatch(r"translator \d+\.\d+\.\d+\n", run("--version").out)


@pytest.mark.parametrize(
    "arguments",
    [
        ("nosuch",),
        ("show",),
        ("list", "--nosuch"),
        ("run", "x.txt", "--format", "docx"),
        ("pretranslate",),
        ("pretranslate", "--all", "slug"),
        ("stats",),
        ("stats", "--all", "slug"),
        ("memory", "nosuch"),
        ("memory", "search"),
        ("memory", "match", "--floor", "0"),
        ("config", "memory_floor", "40"),
        ("config", "beem", "4"),
        ("config", "beam", "none"),
        ("fix", "x"),
        ("fix", "x", "1"),
        ("fix", "x", "--drop"),
        ("fix", "x", "1", "--drop", "--keep"),
        ("fix", "x", "1", "--drop", "--author", "A"),
        ("fix", "x", "1", "--role", "menu"),
        ("fix", "x", "1", "--role", "quote", "--level", "2"),
        ("fix", "x", "--undo", "--author", "A"),
        ("fix", "x", "--date", "soon"),
    ],
)
def test_a_call_that_is_off_is_2(run: Runner, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err


def test_the_whole_path(run: Runner, tmp_path: Path) -> None:
    added = run("add", str(DUMP), "--json")
    assert added.code == 0
    (one,) = added.json["added"]
    assert set(one) == {"slug", "source", "title", "language", "segments"}
    assert one["source"] == str(DUMP)
    assert one["title"] == "Night train to the coast returns after eleven years"
    slug = one["slug"]

    again = run("add", str(DUMP), "--json")
    assert (again.code, again.json["added"]) == (0, [])
    assert again.json["known"] == [{"slug": slug, "source": str(DUMP)}]

    (listed,) = run("list", "--json").json["articles"]
    assert set(listed) == {"slug", "title", "words", "segments", "states", "updated"} | {
        "done_percent", "clean_percent", "drafts"
    }  # fmt: skip
    assert listed["drafts"] == 0
    assert listed["states"] == {
        "initial": one["segments"], "translated": 0, "reviewed": 0, "final": 0
    }  # fmt: skip

    filled = run("pretranslate", slug, "--json").json
    assert (filled["articles"], filled["segments"]) == (1, one["segments"])
    assert filled["signature"] == PseudoEngine().signature()
    assert run("list", "--json").json["articles"][0]["drafts"] == one["segments"]
    assert run("pretranslate", "--all", "--json").json["segments"] == 0

    shown = run("show", slug, "--json").json
    assert list(shown) == [
        "slug", "title", "author", "published", "reading_minutes", "site", "source", "language",
        "done_percent", "clean_percent", "errors", "warnings", "blocks",
    ]  # fmt: skip
    assert (shown["author"], shown["published"], shown["reading_minutes"]) == (
        "Marta Quill",
        "2026-03-12",
        2,
    )
    segments = [segment for block in shown["blocks"] for segment in block["segments"]]
    assert set(segments[0]) == {*("id", "source", "target", "state", "origin", "rate", "signature")}
    assert {segment["origin"] for segment in segments} == {"machine"}

    out = tmp_path / "out"
    exported = run("export", slug, "--draft", "--format", "html,text,po", "--out", str(out))
    assert exported.code == 0
    names = {path.name for path in out.iterdir()}
    assert names == {
        f"{slug}.en.html", f"{slug}.es.html", f"{slug}.en.txt", f"{slug}.es.txt", f"{slug}.po",
        f"{slug}.receipt.json",
    }  # fmt: skip
    assert sorted(exported.out.split()) == sorted(str(out / name) for name in names)


def test_an_edited_po_comes_back(run: Runner, tmp_path: Path) -> None:
    slug = run("add", str(DUMP), "--json").json["added"][0]["slug"]
    run("pretranslate", slug)
    run("export", slug, "--format", "po")
    path = tmp_path / f"{slug}.po"
    lines = path.read_text(encoding="utf-8").split("\n\n")
    edited = re.sub(r"#,.*\n", "", lines[1])
    lines[1] = re.sub(r"msgstr (.*\n?)+", 'msgstr "Vuelve el tren nocturno"\n', edited)
    lines[2] = re.sub(r"msgstr (.*\n?)+", 'msgstr ""\n', lines[2])
    foreign = 'msgctxt "elsewhere:1"\nmsgid "Hello"\nmsgstr "Hola"\n'
    path.write_text("\n\n".join([*lines, foreign]), encoding="utf-8")

    dry = run("import", str(path), "--dry-run", "--json")
    assert dry.code == 1
    (report,) = dry.json["files"]
    assert report["confirmed"] == [f"{slug}:1"]
    assert [one["entry"] for one in report["refused"]] == [f"{slug}:2", "elsewhere:1"]
    assert run("list", "--json").json["articles"][0]["states"]["translated"] == 0

    assert run("import", str(path)).code == 1
    shown = run("show", slug, "--json").json
    segments = [segment for block in shown["blocks"] for segment in block["segments"]]
    assert segments[0]["target"] == "Vuelve el tren nocturno"
    assert segments[0]["state"] == "translated"
    assert segments[1]["target"]
    assert segments[1]["state"] == "initial"


def test_run_writes_drafts_and_no_desk(run: Runner, tmp_path: Path) -> None:
    done = run("run", str(DUMP), "--out", "pair")
    assert done.code == 0
    assert not list(tmp_path.glob("*.db")) + list(tmp_path.glob("*.toml"))
    english, spanish = sorted((tmp_path / "pair").iterdir())
    assert "noindex" in english.read_text(encoding="utf-8")
    assert "Borrador" in spanish.read_text(encoding="utf-8")
    assert run("run", str(DUMP), "--out", "pair").code == 0


def test_a_file_in_the_way_stays(run: Runner, tmp_path: Path) -> None:
    run("run", str(DUMP), "--out", "pair")
    page = next((tmp_path / "pair").glob("*.es.html"))
    page.write_text("mine", encoding="utf-8")
    refused = run("run", str(DUMP), "--out", "pair")
    assert (refused.code, page.read_text(encoding="utf-8")) == (6, "mine")
    assert "--force" in refused.err
    assert run("run", str(DUMP), "--out", "pair", "--force").code == 0
    assert page.read_text(encoding="utf-8") != "mine"


def test_an_export_renews_its_own_files(run: Runner, tmp_path: Path) -> None:
    slug = run("add", str(DUMP), "--json").json["added"][0]["slug"]
    assert run("export", slug).code == 1
    assert run("export", slug, "--draft").code == 0
    before = (tmp_path / f"{slug}.es.html").read_text(encoding="utf-8")
    run("pretranslate", slug)
    assert run("export", slug, "--draft").code == 0
    assert (tmp_path / f"{slug}.es.html").read_text(encoding="utf-8") != before


def test_the_demo_can_be_shown_twice(run: Runner, tmp_path: Path) -> None:
    for _ in range(2):
        done = run("demo", "--out", "shown")
        assert done.code == 0
        assert [Path(line).exists() for line in done.out.splitlines()] == [True, True]
    assert run("--desk", "shown", "list", "--json").json["articles"][0]["words"] > 200


def test_a_folder_and_a_paste_are_added(
    run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pages" / "deep").mkdir(parents=True)
    (tmp_path / "pages" / "a.txt").write_bytes(DUMP.read_bytes())
    (tmp_path / "pages" / "deep" / "b.html").write_bytes(SAMPLE.read_bytes())
    (tmp_path / "pages" / "c.txt").write_bytes(b"")
    done = run("add", "pages", "--json")
    assert done.code == 1
    assert [one["source"] for one in done.json["added"]] == ["pages/a.txt", "pages/deep/b.html"]
    assert [one["source"] for one in done.json["refused"]] == ["pages/c.txt"]
    give(monkeypatch, DUMP.read_bytes().replace(b"eleven", b"twelve"))
    pasted = run("add", "-", "--slug", "pasted", "--json")
    assert pasted.json["added"][0]["slug"] == "pasted"
    assert pasted.json["added"][0]["source"] == "-"


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "not text"),
        (b"Menu\nHome\nContact\n", "No article"),
        (b"<html><body><script>var a = 1;</script></body></html>", "No article"),
    ],
)
def test_bad_pages_are_one_clear_line(run: Runner, tmp_path: Path, data: bytes, word: str) -> None:
    (tmp_path / "bad.txt").write_bytes(data)
    for arguments in (("run", "bad.txt", "--out", "pair"), ("add", "bad.txt")):
        done = run(*arguments)
        assert (done.code, done.out, len(done.err.splitlines())) == (4, "", 1)
        assert word in done.err
    assert not (tmp_path / "pair").exists()


def test_what_is_not_there_is_3(run: Runner) -> None:
    assert run("run", "nowhere.txt").code == 3
    assert run("show", "nowhere").code == 3
    assert run("export", "nowhere").code == 3
    assert run("pretranslate", "nowhere").code == 3
    assert run("import", "nowhere.po").code == 3
    assert run("segment", "nowhere.txt").code == 3
    assert run("add", "nowhere.txt").code == 3


def test_a_page_over_20_mb_is_refused(run: Runner, tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(20 * 1024 * 1024 + 1)
    done = run("add", "huge.txt")
    assert done.code == 4
    assert "20 MB" in done.err


def test_a_desk_that_is_none_is_6(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "desk.db").write_bytes(b"something else, and quite long enough" * 100)
    for arguments in (("list",), ("add", str(DUMP)), ("show", "x")):
        done = run(*arguments)
        assert (done.code, len(done.err.splitlines())) == (6, 1)


def test_lines_go_through_the_engine_one_for_one(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, b"One.\n\nTwo.\nOne.")
    done = run("translate")
    assert (done.code, len(done.out.splitlines())) == (0, 4)
    first, empty, _second, last = done.out.splitlines()
    assert (empty, first) == ("", last)


def test_sentences_come_one_a_line(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, b"Mr. X left. He\nran.\n\n\nMenu\n")
    assert run("segment").out == "Mr. X left.\nHe ran.\n\nMenu\n"


def test_settings_are_kept_with_the_desk(run: Runner, tmp_path: Path) -> None:
    assert run("config", "region", "es-MX").code == 0
    assert run("config", "region").out == "es-MX\n"
    assert "region = es-MX" in run("config").out
    assert (tmp_path / "desk.toml").exists()


def test_the_site_gives_the_addresses(run: Runner, tmp_path: Path) -> None:
    assert "config site" in run("run", str(DUMP), "--out", "a").err
    run("config", "site", "https://news.example/{lang}/{slug}")
    done = run("run", str(DUMP), "--out", "b")
    assert "config site" not in done.err
    page = next((tmp_path / "b").glob("*.es.html")).read_text(encoding="utf-8")
    assert 'href="https://news.example/en/night-train' in page


def test_the_doctor_is_well(run: Runner) -> None:
    done = run("doctor", "--json")
    assert done.code == 0
    assert done.json["well"] is True


def test_a_terminal_is_needed_for_the_screen(run: Runner) -> None:
    assert run("edit").code == 2
    assert run().code == 2


def test_lines_are_shown_and_fixed(run: Runner) -> None:
    slug = run("add", str(DUMP), "--json").json["added"][0]["slug"]
    shown = run("show", slug, "--structure", "--json").json
    assert set(shown) == {
        "slug",
        "spanish_slug",
        "title",
        "author",
        "published",
        "reading_minutes",
        "lines",
    }
    assert set(shown["lines"][0]) == {
        "line",
        "role",
        "level",
        "dropped",
        "text",
        "element",
        "segments",
    }
    dropped = next(one for one in shown["lines"] if one["dropped"])
    kept = run("fix", slug, str(dropped["line"]), "--keep", "--json").json
    (line,) = (one for one in kept["lines"] if one["line"] == dropped["line"])
    assert (line["role"], line["dropped"]) == ("paragraph", False)
    assert line["segments"]
    assert run("fix", slug, "--undo", "--json").json == shown
    assert run("fix", slug, "--undo").code == 2
    assert run("fix", slug, "999", "--drop").code == 3
    assert f"[{dropped['text']}]" in run("show", slug, "--structure").out


def test_facts_are_fixed(run: Runner) -> None:
    slug = run("add", str(DUMP), "--json").json["added"][0]["slug"]
    facts = ("--author", "Ana Ruiz", "--date", "2026-01-02", "--minutes", "9", "--slug", "tren")
    fixed = run("fix", slug, "--title", "Night train", *facts, "--json").json
    assert [fixed[name] for name in ("slug", "title", "author", "published")] == [
        "tren",
        "Night train",
        "Ana Ruiz",
        "2026-01-02",
    ]
    assert run("show", "tren", "--json").json["reading_minutes"] == 9
    assert run("show", slug).code == 3
    cleared = run("fix", "tren", "--author", "", "--date", "", "--minutes", "0", "--json").json
    assert (cleared["author"], cleared["published"], cleared["reading_minutes"]) == ("", None, None)


def test_fix_and_its_undo_print_what_is_not_as_it_was(run: Runner) -> None:
    slug = run("add", str(DUMP), "--json").json["added"][0]["slug"]
    lines = run("show", slug, "--structure", "--json").json["lines"]
    line = next(one for one in lines if one["role"] == "paragraph")
    text, number = line["text"], line["line"]
    fixed = run("fix", slug, str(number), "--text", f"{text} Added.")
    assert fixed.out == f"~ {number:>5}  paragraph  {text}{{+ Added.+}}\n"
    undone = run("fix", slug, "--undo")
    assert undone.out == f"~ {number:>5}  paragraph  {text}[- Added.-]\n"
    run("fix", slug, str(number), "--drop")
    assert run("fix", slug, "--undo").out == f"~ {number:>5}  furniture → paragraph  {text}\n"
    joined = run("fix", slug, str(number), "--join").out.splitlines()
    assert joined[1].startswith("- ")
    assert run("fix", slug, "--undo").out.splitlines()[1].startswith("+ ")


def test_fix_undo_tells_translations_and_finds_a_slug_again(run: Runner) -> None:
    slug = run("add", str(DUMP), "--json").json["added"][0]["slug"]
    run("pretranslate", slug)
    shown = run("show", slug, "--structure", "--json").json["lines"]
    line = next(one for one in shown if one["role"] == "paragraph")
    run("fix", slug, str(line["line"]), "--drop")
    undone = run("fix", slug, "--undo").out
    assert f"=       translation of segment {line['segments'][0]}: {{+‹" in undone
    run("fix", slug, "--slug", "tren")
    back = run("fix", "tren", "--undo")
    assert (back.code, back.out) == (0, f"=       slug: [-tren-]{{+{slug}+}}\n")


def test_settings_and_a_package_as_json(run: Runner) -> None:
    run("config", "beam", "2")
    assert run("config", "beam", "--json").json == {"beam": 2}
    assert run("config", "--json").json["region"] == "es-ES"
    assert run("model", "info", "starter", "--json").json["to_code"] == "es"


def test_a_changed_page_is_said(run: Runner, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    text = DUMP.read_text(encoding="utf-8")
    page.write_text(text, encoding="utf-8")
    slug = run("add", str(page), "--json").json["added"][0]["slug"]
    page.write_text(text + "\nOne more line of it, long enough to be read as text.\n", "utf-8")
    again = run("add", str(page), "--json")
    assert again.code == 0
    assert again.json == {
        "added": [],
        "known": [{"slug": slug, "source": str(page), "update_needed": True}],
        "refused": [],
    }
    assert "needs an update" in run("add", str(page)).err


class Mirror(PseudoEngine):
    """Gives back what it was given, but for one sentence."""

    def translate(self, texts: Sequence[str]) -> list[str]:
        return ["Buenos días." if text == "Good day." else text for text in texts]


@pytest.fixture
def mirrored(run: Runner, monkeypatch: pytest.MonkeyPatch) -> Runner:
    """Commands with an engine that mirrors, and the real guard before it."""
    monkeypatch.setattr("translator.engines.get", lambda *_, **__: Mirror())
    monkeypatch.setattr("translator.engines.guarded", lambda engine, *_: Guard(engine))
    return run


def test_the_guard_leaves_empty_what_is_no_translation(mirrored: Runner) -> None:
    slug = mirrored("add", str(DUMP), "--json").json["added"][0]["slug"]
    filled = mirrored("pretranslate", slug, "--json")
    assert filled.code == 0
    segments = [
        one
        for block in mirrored("show", slug, "--json").json["blocks"]
        for one in block["segments"]
    ]
    empty = [one for one in segments if not one["target"]]
    assert filled.json["given_up"] == len(empty) > 20
    assert filled.json["segments"] + len(empty) == len(segments)
    assert mirrored("pretranslate", slug, "--json").json["given_up"] == 0


def test_an_interrupt_keeps_what_is_done_and_a_second_run_goes_on(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Interrupted(PseudoEngine):
        def translate(self, texts: Sequence[str]) -> list[str]:
            if interrupts:
                interrupts.pop()
                if not interrupts:
                    raise KeyboardInterrupt
            return super().translate(texts)

    interrupts = [1, 2]
    monkeypatch.setattr("translator.engines.guard.CHUNK", 4)
    monkeypatch.setattr("translator.engines.get", lambda *_, **__: Interrupted())
    slug = run("add", str(DUMP), "--json").json["added"][0]["slug"]
    total = run("list", "--json").json["articles"][0]["segments"]
    done = run("pretranslate", slug)
    assert done.code == 130
    kept = int(done.err.split()[0])
    assert kept >= 4
    assert "the next run goes on" in done.err
    assert run("pretranslate", slug, "--json").json["segments"] == total - kept


def test_engine_options_go_before_the_settings(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, dict[str, Any]]] = []

    def get(name: str, **how: Any) -> PseudoEngine:
        asked.append((name, how))
        return PseudoEngine()

    monkeypatch.setattr("translator.engines.get", get)
    slug = run("add", str(DUMP), "--json").json["added"][0]["slug"]
    run("config", "beam", "2")
    run("pretranslate", slug, "--threads", "1", "--compute-type", "int8", "--engine", "argos")
    assert asked == [("argos", {"beam": 2, "threads": 1, "compute_type": "int8"})]


def test_translate_can_do_without_the_guard(
    mirrored: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = b"Good day.\nThe mayor closed the bridge today.\n"
    give(monkeypatch, lines)
    assert mirrored("translate").out == "Buenos días.\n\n"
    give(monkeypatch, lines)
    done = mirrored("translate", "--no-guard")
    assert done.out == "Buenos días.\nThe mayor closed the bridge today.\n"


class Untidy(PseudoEngine):
    """Writes figures as the English does."""

    def translate(self, texts: Sequence[str]) -> list[str]:
        return ["Vinieron unos 12,000."] * len(texts)


def test_translate_writes_figures_as_the_house_does_but_not_without_the_guard(
    mirrored: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("translator.engines.get", lambda *_, **__: Untidy())
    line = b"Some 12,000 came.\n"
    give(monkeypatch, line)
    assert mirrored("translate").out == "Vinieron unos 12\u00a0000.\n"
    give(monkeypatch, line)
    assert mirrored("translate", "--no-guard").out == "Vinieron unos 12,000.\n"
    mirrored("config", "tidy", "off")
    give(monkeypatch, line)
    assert mirrored("translate").out == "Vinieron unos 12,000.\n"
