"""How much of the article is read from real saved pages, and how little else.

Words are runs of letters and digits; precision and recall of their shingles of four are averaged
over the pages, and F1 is that of the two averages. Trafilatura alone, asked for precision,
reaches 0.965 on these pages.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from pathlib import Path

import pytest

from translator import inline
from translator.model import BODY_ROLES
from translator.sources import encoding, html

PAGES = Path(__file__).parents[3] / "shared" / "data" / "extraction"
SHINGLE = 4
FLOOR = 0.97

pytestmark = pytest.mark.skipif(not PAGES.exists(), reason="the pages are not beside this checkout")


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    if len(words) < SHINGLE:
        return Counter([tuple(words)])
    return Counter(tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))


def body(page: bytes, name: str) -> str:
    article = html.read(encoding.decode(page, name))
    return "\n".join(
        inline.strip(block.text, block.codes)
        for block in article.blocks
        if block.role in BODY_ROLES
    )


def test_the_body_of_saved_pages(capsys: pytest.CaptureFixture[str]) -> None:
    truth = json.loads((PAGES / "ground-truth.json").read_text(encoding="utf-8"))
    precisions, recalls = [], []
    for name, page in truth.items():
        data = gzip.decompress((PAGES / "html" / f"{name}.html.gz").read_bytes())
        wanted, found = shingles(page["articleBody"]), shingles(body(data, name))
        hits = (wanted & found).total()
        precisions.append(hits / found.total())
        recalls.append(hits / wanted.total())
    precision = sum(precisions) / len(precisions)
    recall = sum(recalls) / len(recalls)
    f1 = 2 * precision * recall / (precision + recall)
    with capsys.disabled():
        print(f"\nsaved pages: F1 {f1:.4f}, precision {precision:.4f}, recall {recall:.4f}")
    assert f1 >= FLOOR
