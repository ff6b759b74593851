"""`--template` at the command line: ours, the house's own, and the markup of the page itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator.cli import main
from translator.cli.making import SAMPLE

SLUG = "night-train-to-the-coast-returns-after-eleven-years"
TITLE = "Night train to the coast returns after eleven years"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "desk"
    assert main(["--desk", str(folder), "add", str(SAMPLE)]) == 0
    monkeypatch.setenv("TRANSLATOR_DESK", str(folder))
    return folder


def exported(desk: Path, *options: str, code: int = 0) -> str:
    out = desk / "out"
    command = ["export", SLUG, "--draft", "--force", "--out", str(out), *options]
    assert main(command) == code
    page = out / f"{SLUG}.es.html"
    return page.read_text(encoding="utf-8") if code == 0 else ""


def test_pages_go_into_what_is_asked_for(desk: Path) -> None:
    assert '<nav aria-label="Idioma">' in exported(desk)
    source = exported(desk, "--template", "source")
    assert '<p class="deck"><span lang="en">The first sleeper' in source
    (desk / "templates").mkdir()
    (desk / "templates" / "page.html").write_text("<p>{{ page.title.plain }}", encoding="utf-8")
    assert exported(desk, "--template", "house") == f"<p>{TITLE}"
    assert '<nav aria-label="Idioma">' in exported(desk, "--template", "ours")


def test_the_setting_is_asked_where_no_option_is(desk: Path) -> None:
    assert main(["config", "template", "source"]) == 0
    assert '<p class="deck"><span lang="en">' in exported(desk)
    assert '<nav aria-label="Idioma">' in exported(desk, "--template", "ours")
    assert main(["config", "template", "theirs"]) == 2


def test_scripts_stay_where_somebody_answers_for_the_page(
    desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.html"
    banner = "<div id=didomi-host><button>Yes</button></div>"
    text = SAMPLE.read_text(encoding="utf-8")
    page.write_text(
        text.replace("</body>", f"{banner}<script>let a;</script></body>"), encoding="utf-8"
    )
    source = ("export", "mine", "--draft", "--force", "--template", "source", "--out", str(desk))
    assert main(["config", "site", "https://post.example/{lang}/{slug}"]) == 0
    assert main(["add", str(page), "--slug", "mine"]) == 0
    assert main(list(source)) == 0
    said = capsys.readouterr().err
    assert "mine only says that it is from your site" in said
    assert "(Didomi) was cut out" in said
    made = desk / "mine.es.html"
    assert "let a" not in made.read_text(encoding="utf-8")
    assert main(["add", "--own", str(page)]) == 0
    assert main(list(source)) == 0
    assert "only says" not in capsys.readouterr().err
    assert f"{banner}<script>let a;</script>" in made.read_text(encoding="utf-8")


def test_what_cannot_be_is_said(
    desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    exported(desk, "--template", "house", code=3)
    assert "templates/page.html" in capsys.readouterr().err
    (desk / "templates").mkdir()
    (desk / "templates" / "page.html").write_text("a\n{{ nothing }}", encoding="utf-8")
    exported(desk, "--template", "house", code=4)
    assert "page.html, line 2:" in capsys.readouterr().err
    dump = SAMPLE.with_suffix(".txt")
    assert main(["add", str(dump), "--slug", "dump"]) == 0
    assert main(["export", "dump", "--draft", "--template", "source", "--out", str(tmp_path)]) == 2
    assert "not read from an HTML page" in capsys.readouterr().err


def test_the_spanish_slug_is_set_and_taken_back(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["config", "site", "https://post.example/{lang}/{slug}"]) == 0
    assert main(["fix", SLUG, "--spanish-slug", "tren-nocturno"]) == 0
    assert 'href="https://post.example/es/tren-nocturno"' in exported(desk)
    assert main(["fix", SLUG, "--spanish-slug", "Tren Nocturno"]) == 2
    assert "tren-nocturno" in capsys.readouterr().err
    assert main(["fix", SLUG, "--undo"]) == 0
    assert f'href="https://post.example/es/{SLUG}"' in exported(desk)
