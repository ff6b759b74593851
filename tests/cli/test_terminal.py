"""Nothing of a page, a file or a path reaches the terminal as anything but text one can see."""

from __future__ import annotations

import json
import os
import re
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pseudo import PseudoEngine
from translator import normalize
from translator.cli import main

HOSTILE = (
    "\x1b]0;owned\x07\x1b[2J\x1b]52;c;cm0gLXJm\x07\x9b31m\u202eesrever\u202c\u2066x\u2069"
    "zero\u200bwidth\u00adsoft\u2060join\ufeff\U000e0041tag\u3164\x08\x7f"
)
"""Title, clipboard, colours and cursor; bidi overrides and isolates; what hides."""

HIDDEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff"
    r"\ud800-\udfff\U000e0000-\U000e0fff]"
)

MILD = "\u202e\u2066\u200b\u00ad\U000e0041"
"""A page with more controls than a few is taken for no text at all."""

PAGE = f"""<html lang="en"><head><title>Ferry {MILD} sails</title>
<meta name="author" content="Ada {HOSTILE} Brook"></head><body><article>
<h1>Ferry {HOSTILE} sails again</h1>
<p>The ferry of Ada {MILD} Brook sailed on Monday with 120 people {MILD} on board, and the
mayor <a href="https://example.org/{MILD}">said</a> that it would sail again on Friday.</p>
<p>The ferry had been in the dock for eleven years, because nobody would pay for its repair, which
cost the town 3.5 million dollars {MILD} in the end.</p></article></body></html>"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an evil name, in which one works."""
    place = tmp_path / "d\x1b[2J\u202ef"
    place.mkdir()
    monkeypatch.chdir(place)
    monkeypatch.setattr("translator.engines.get", lambda *_, **__: PseudoEngine())
    monkeypatch.setattr("translator.engines.guarded", lambda engine, *_: engine)
    return place


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """All that a command says on both streams."""
    capsys.readouterr()
    main(arguments)
    streams = capsys.readouterr()
    return streams.out + streams.err


def refuse_hidden(text: str, what: object) -> None:
    found = HIDDEN.search(text)
    assert found is None, (what, found and text[max(0, found.start() - 40) : found.end() + 40])


def test_no_command_lets_a_page_at_the_terminal(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = folder / "p\x1b]0;x\x07\u202e.html"
    page.write_text(PAGE, encoding="utf-8")
    changed = folder / "new\u202e.html"
    changed.write_text(PAGE.replace("Friday", f"Sunday {MILD}"), encoding="utf-8")
    added = shown(capsys, "add", str(page), "--json")
    slug = json.loads(added)["added"][0]["slug"]
    table = folder / "t\x1b[1m.csv"
    table.write_text(f"english,spanish\nferry{HOSTILE},barco{HOSTILE}\n", encoding="utf-8")
    broken = folder / "b\x9b2J.po"
    broken.write_text(f'msgid "{HOSTILE}\nmsgstr', encoding="utf-8")
    template = ("fix", slug, "--author", f"Eva {HOSTILE}")
    commands = [
        ("add", str(page)),
        ("pretranslate", slug),
        ("list",),
        ("show", slug),
        ("show", slug, "--structure"),
        template,
        ("names", slug),
        ("stats", slug),
        ("check", slug),
        ("check", str(page), str(changed)),
        ("update", slug, str(changed), "--dry-run"),
        ("export", slug, "--draft", "--format", "html,text,po", "--out", f"o{HOSTILE[:9]}"),
        ("import", str(broken)),
        ("import", str(table)),
        ("terms", "list"),
        ("terms", "add", f"a{HOSTILE}", f"b{HOSTILE}"),
        ("memory", "stats"),
        ("memory", "search", "ferry"),
        ("align", str(page), str(changed), "--force"),
        ("run", str(page), "--out", f"r{HOSTILE[:9]}"),
        ("config", "author", HOSTILE),
        ("config",),
        ("config", HOSTILE, "x"),
        ("config", "region", HOSTILE),
        ("show", HOSTILE),
        ("model", "info", HOSTILE),
        ("backup",),
        ("backup", "--list"),
        ("verify",),
        ("verify", HOSTILE),
        ("restore", HOSTILE),
        ("doctor",),
        (f"no{HOSTILE}",),
        ("list", f"--{HOSTILE}"),
        ("export", slug, "--format", HOSTILE),
    ]
    for command in commands:
        refuse_hidden(shown(capsys, *command), command)
        if "--format" not in command and command[0] in _WITH_JSON:
            refuse_hidden(shown(capsys, *command, "--json"), (*command, "--json"))


_WITH_JSON = ("list", "show", "fix", "names", "stats", "check", "verify", "backup", "terms")


def test_a_name_that_is_no_utf8_is_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = os.fsdecode(b"caf\xe9.html")
    (folder / name).write_bytes(b"")
    for arguments in (("add", name), ("add", name, "--json"), ("show", name), ("run", name)):
        said = shown(capsys, *arguments)
        refuse_hidden(said, arguments)
        assert "caf" in said


@given(st.text(alphabet=st.characters(), max_size=80))
def test_what_is_made_visible_hides_nothing(text: str) -> None:
    assert not HIDDEN.search(normalize.visible(text))


@given(st.recursive(st.text(), lambda inner: st.dictionaries(st.text(), inner, max_size=3)))
def test_json_made_visible_is_the_same_data(value: Any) -> None:
    document = normalize.json_visible(json.dumps(value, ensure_ascii=False, indent=2))
    assert not HIDDEN.search(document)
    assert json.loads(document) == value


def test_lines_for_programs_are_left_as_they_are(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Echo(PseudoEngine):
        def translate(self, texts: Any) -> list[str]:
            return [f"{text}\u202e" for text in texts]

    monkeypatch.setattr("translator.engines.get", lambda *_, **__: Echo())
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"Good day.\n"), encoding="utf-8"))
    assert "\u202e" in shown(capsys, "translate", "--no-guard")
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"Good day.\n"), encoding="utf-8"))
    monkeypatch.setattr("translator.cli.talk.sys.stdout.isatty", lambda: True, raising=False)
    refuse_hidden(shown(capsys, "translate", "--no-guard"), "translate")
