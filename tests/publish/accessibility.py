"""What axe-core says of pages, by headless Chromium: violations by rule, page after page.

Pages are opened side by side in frames of one browser, since a start of it takes longer than a
page. axe-core comes from npm (``npm install axe-core``) and is no part of this project: the
variable ``ENGESP_AXE`` names its ``axe.min.js``. A page's own policy forbids scripts, axe among
them, so the copy that is judged goes without policy; scripts are cut out of originals, as they are
out of what we make of them.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path

from tests.publish import chromium

TOGETHER = 8
"""Pages in one browser."""
_POLICY = re.compile(r"<meta[^>]+Content-Security-Policy[^>]*>", re.IGNORECASE)
_SCRIPT = re.compile(
    r"<script\b(?![^>]*ld\+json).*?</script\s*>|<(?:iframe|object)\b.*?</(?:iframe|object)\s*>"
    r"|<base\b[^>]*>|<meta[^>]+http-equiv=[\"']?refresh[^>]*>",
    re.IGNORECASE | re.DOTALL,
)
_REPORT = re.compile(r'<pre id="report">(.*?)</pre>', re.DOTALL)

Violations = Counter[str]
"""How many elements violate each rule."""


def axe() -> Path | None:
    """Where axe-core is, if it is anywhere."""
    named = os.environ.get("ENGESP_AXE", "")
    return Path(named) if named and Path(named).is_file() else None


def browser() -> str | None:
    """Where Chromium is, if it is anywhere."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


def judge(
    pages: Mapping[str, str], folder: Path, width: int = 1280
) -> Iterator[tuple[str, Violations]]:
    """The violations of each page, by its name, with examples after the rule's name."""
    names = list(pages)
    for start in range(0, len(names), TOGETHER):
        some = {name: pages[name] for name in names[start : start + TOGETHER]}
        yield from _judged(some, folder, width)


def _judged(pages: Mapping[str, str], folder: Path, width: int) -> Iterator[tuple[str, Violations]]:
    script = axe()
    assert script is not None
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(script, folder / "axe.js")
    frames = []
    for number, text in enumerate(pages.values()):
        (folder / f"page-{number}.html").write_text(
            _SCRIPT.sub("", _POLICY.sub("", text)), encoding="utf-8"
        )
        frames.append(f'<iframe src="page-{number}.html" width={width} height=900></iframe>')
    harness = folder / "harness.html"
    harness.write_text(
        "<!doctype html><meta charset=utf-8><title>judging</title>"
        + "".join(frames)
        + "<pre id=report></pre><script>onload = async () => {"
        " const found = [];"
        " for (const frame of document.querySelectorAll('iframe')) {"
        "  try {"
        "   const d = frame.contentDocument;"
        "   await new Promise((done, failed) => {"
        "    const s = d.createElement('script'); s.src = 'axe.js';"
        "    s.onload = done; s.onerror = failed; d.documentElement.append(s); });"
        "   const r = await frame.contentWindow.axe.run(d, {resultTypes: ['violations'],"
        "    preload: false});"
        "   found.push(r.violations.map(v => [v.id, v.nodes.length,"
        "    v.nodes.slice(0, 3).map(n => n.html.slice(0, 200))]));"
        "  } catch (error) { found.push([['failed', 1, [String(error)]]]); }"
        " }"
        " document.getElementById('report').textContent = JSON.stringify(found);"
        " document.title = 'judged'; };</script>",
        encoding="utf-8",
    )
    done = chromium.run(
        str(browser()),
        harness,
        folder / "profile",
        "--window-size=1400,1000",
        budget_ms=600_000,
        timeout_s=600,
    )
    report = _REPORT.search(done.stdout)
    assert report is not None, done.stderr[-2000:]
    for name, found in zip(pages, json.loads(unescape(report[1])), strict=True):
        yield name, Counter({f"{rule}: {' '.join(shown)}": n for rule, n, shown in found})


def by_rule(violations: Violations) -> Counter[str]:
    """The same without the examples."""
    rules: Counter[str] = Counter()
    for text, number in violations.items():
        rules[text.partition(":")[0]] += number
    return rules
