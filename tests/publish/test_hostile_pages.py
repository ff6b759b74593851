"""Pages are data: whatever stands in one, the pages that we make of it run nothing.

The judge is a browser with a console trap, not a search for words: all that is made of all vectors
is opened in one Chromium, every link is clicked, and the console must stay silent. A page of our
own that does run something shows that the trap would notice.
"""

from __future__ import annotations

import html
import shutil
from pathlib import Path

import pytest

from tests.conftest import SHARED, WHEN
from tests.pseudo import PseudoEngine
from tests.publish import chromium
from tests.publish.vectors import CALL, all_pages, page
from translator import delivery, intake, pretranslate, sources
from translator import desk as desks
from translator.config import Config
from translator.desk import articles
from translator.errors import InputError

_ATTACKS = SHARED / "data" / "robustness" / "bleach"
SITE = Config(site="https://example.org/{lang}/{slug}")


@pytest.fixture
def browser() -> str:
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("Chromium is not installed")
    return found


def heard(browser: str, folder: Path, pages: list[Path]) -> list[str]:
    """What the console says when these pages are opened side by side and all is clicked."""
    frames = "".join(
        f'<iframe src="{html.escape(path.as_uri())}" name="{number}"></iframe>'
        for number, path in enumerate(pages)
    )
    # Frames of files are of one origin with --allow-file-access-from-files, so that the harness
    # can click what is in them and hear their alerts.
    harness = folder / "harness.html"
    harness.write_text(
        f"<!doctype html><meta charset=utf-8>{frames}<script>onload = () => {{"
        " for (const f of document.querySelectorAll('iframe')) {"
        "  try {"
        "   const d = f.contentDocument;"
        "   f.contentWindow.alert = () => console.log('ALIVE alert ' + f.src);"
        "   for (const e of d.querySelectorAll('*')) {"
        "    for (const a of e.attributes) if (a.name.startsWith('on'))"
        "     console.log('ALIVE attribute ' + a.name + ' ' + f.src);"
        "    if (e.tabIndex >= 0) e.focus();"
        "   }"
        "   for (const a of d.querySelectorAll('[href],[src],[action],[formaction],[data]'))"
        "    for (const n of ['href', 'src', 'action', 'formaction', 'data']) {"
        "     const v = a[n] && a[n].baseVal !== undefined ? a[n].baseVal : a[n];"
        "     if (typeof v == 'string' && a.hasAttribute(n) && !/^(https?|file|mailto):/.test(v))"
        "      console.log('ALIVE address ' + v + ' ' + f.src);"
        "     if (/^(javascript|data|vbscript):/.test(v)) a.click && a.click();"
        "    }"
        "  } catch (error) { console.log('ALIVE unreadable ' + f.src + error); }"
        " }"
        " setTimeout(() => { document.title = 'done'; }, 500);"
        "};</script>",
        encoding="utf-8",
    )
    done = chromium.run(
        browser,
        harness,
        folder / "profile",
        "--enable-logging=stderr",
        budget_ms=20_000,
        timeout_s=180,
    )
    assert "<title>done</title>" in done.stdout, done.stderr[-2000:]
    return [line for line in done.stderr.splitlines() if "ALIVE" in line]


def attacks() -> dict[str, str]:
    """Our vectors, and the third-party ones where they are."""
    found = all_pages()
    for path in sorted(_ATTACKS.glob("*.test")) if _ATTACKS.is_dir() else ():
        vector = path.read_text(encoding="utf-8").partition("\n--\n")[0]
        found[f"bleach {path.stem}"] = page(body=vector)
        found[f"bleach link {path.stem}"] = page(body=f'<a href="{vector}">the mayor</a>')
        found[f"bleach head {path.stem}"] = page(head=f"<meta name=author content='{vector}'>")
    return found


def published(tmp_path: Path, template: str, every: int) -> list[Path]:
    """Attacks read, pre-translated and exported, one of so many of them; the pages."""
    desk = desks.open_desk(tmp_path / "desk", create=True)
    settings = Config(site=SITE.site, template=template)  # type: ignore[arg-type]
    refused = []
    wanted = list(attacks().items())[::every]
    for number, (name, text) in enumerate(wanted):
        path = tmp_path / "in" / f"attack-{number}.html"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        try:
            found = sources.load(str(path))
            article = sources.read(found)
            intake.add_article(desk, article, data=found.data, modified=WHEN)
        except InputError:
            refused.append(name)
    names = list(articles.slugs(desk))
    for _progress in pretranslate.fill(desk, names, PseudoEngine(), settings):
        pass
    out = tmp_path / "out"
    for name in names:
        try:
            delivery.export(
                desk, [name], formats=("html",), out=out, force=True, config=settings, draft=True
            )
        except InputError:  # its own markup is too broken to be written into
            refused.append(name)
    desk.close()
    assert len(refused) * 15 < len(wanted), f"refused pages test nothing: {refused}"
    return sorted(out.glob("*.html"))


@pytest.mark.outside
@pytest.mark.parametrize("template", ["ours", "source"])
def test_nothing_runs(browser: str, tmp_path: Path, template: str) -> None:
    assert heard(browser, tmp_path, published(tmp_path, template, 6)) == []


@pytest.mark.slow
@pytest.mark.outside
@pytest.mark.parametrize("template", ["ours", "source"])
def test_nothing_runs_of_all(browser: str, tmp_path: Path, template: str) -> None:
    pages = published(tmp_path, template, 1)
    assert len(pages) > 1.8 * len(attacks())
    assert heard(browser, tmp_path, pages) == []


@pytest.mark.outside
@pytest.mark.parametrize(
    "body",
    [
        f"<script>{CALL}</script>",
        f'<img src=x onerror="{CALL}">',
        f'<a href="javascript:{CALL}">x</a>',
        f'<iframe srcdoc="<script>{CALL}</script>"></iframe>',
    ],
)
def test_the_trap_would_notice(browser: str, tmp_path: Path, body: str) -> None:
    alive = tmp_path / "alive.html"
    alive.write_text(page(body=body), encoding="utf-8")
    assert heard(browser, tmp_path, [alive])
