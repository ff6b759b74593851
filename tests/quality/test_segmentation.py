"""How many sentences are cut where a person cut them, on two sets that others made.

Golden rules: the share of cases whose stripped sentences are equal. Interviews: F1 of the
boundaries inside paragraphs, blanks ignored. The floors stand below what is reached.
"""

from __future__ import annotations

import json
from itertools import accumulate
from pathlib import Path

import pytest

from translator import segmentation

DATA = Path(__file__).parents[3] / "shared" / "data" / "segmentation"

pytestmark = pytest.mark.skipif(
    not DATA.exists(), reason="the sentences are not beside this checkout"
)


def split(text: str) -> list[str]:
    return [one.text.strip() for one in segmentation.split(text) if one.text.strip()]


def boundaries(sentences: list[str]) -> set[int]:
    """Where sentences end, in characters that are no blanks; the end of the last one is none."""
    return set(accumulate(len("".join(one.split())) for one in sentences[:-1]))


def test_the_golden_rules(capsys: pytest.CaptureFixture[str]) -> None:
    cases = json.loads((DATA / "golden_en_48.json").read_text(encoding="utf-8"))["golden_en_48"]
    failed = [case["id"] for case in cases if split(case["text"]) != case["sentences"]]
    with capsys.disabled():
        print(f"\ngolden rules: {len(cases) - len(failed)} of {len(cases)}")
    assert len(failed) <= 1, failed


def test_boundaries_in_interviews(capsys: pytest.CaptureFixture[str]) -> None:
    documents = json.loads((DATA / "gum_interview.json").read_text(encoding="utf-8"))["documents"]
    hits = found = true = 0
    for paragraph in (one for document in documents for one in document["paragraphs"]):
        truth, ours = boundaries(paragraph["sentences"]), boundaries(split(paragraph["text"]))
        hits, found, true = hits + len(truth & ours), found + len(ours), true + len(truth)
    score = 2 * hits / (found + true)
    with capsys.disabled():
        print(f"\ninterviews: boundary F1 {score:.4f}")
    assert score >= 0.97
