"""How much of the article is read from real page dumps, and how little else.

Truth are the lines that a person labelled P or H. F1 over runs of 20 characters without blanks;
runs of headline, deck, byline, date, caption and tweet lines count neither way. The floor stands
below what is reached, so that a rule that gains on one page and loses on another can be tried.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from translator.model import BODY_ROLES
from translator.sources import dump

DUMPS = Path(__file__).parents[3] / "shared" / "data" / "dumps"
TRUE, NEUTRAL = "PH", "TDBWCQ"
RUN = 20
FLOOR = 0.97

pytestmark = pytest.mark.skipif(not DUMPS.exists(), reason="the dumps are not beside this checkout")


def runs(text: str) -> Counter[str]:
    packed = "".join(text.split())
    return Counter(packed[start : start + RUN] for start in range(len(packed) - RUN + 1))


def score(text: str, labels: str) -> float:
    """The F1 of one dump."""
    lines = [line for line in text.splitlines() if line.strip()]
    labelled = list(zip(labels, lines, strict=True))
    truth = runs("".join(line for label, line in labelled if label in TRUE))
    neutral: Counter[str] = Counter()
    for label, line in labelled:
        if label in NEUTRAL:
            neutral += runs(line)
    body = runs("".join(block.text for block in dump.read(text).blocks if block.role in BODY_ROLES))
    body = Counter({run: n for run, n in body.items() if run in truth or run not in neutral})
    hits = (truth & body).total()
    return 2 * hits / (truth.total() + body.total())


def test_the_body_of_page_dumps(capsys: pytest.CaptureFixture[str]) -> None:
    documents = json.loads((DUMPS / "labels.json").read_text(encoding="utf-8"))["docs"]
    scores = {
        name: score((DUMPS / f"{name}.txt").read_text(encoding="utf-8"), document["labels"])
        for name, document in documents.items()
    }
    mean = sum(scores.values()) / len(scores)
    with capsys.disabled():
        print(f"\npage dumps: mean F1 {mean:.4f}, lowest {min(scores.values()):.4f}")
    assert mean >= FLOOR, scores
