"""How many headlines are brought to sentence case as a person labelled them.

The headlines are invented; the label was made without sight of the rules.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from translator import casing

HEADLINES = tomllib.loads((Path(__file__).parent / "headlines.toml").read_text(encoding="utf-8"))[
    "headline"
]
FLOOR = 0.95


def test_headlines_in_sentence_case(capsys: pytest.CaptureFixture[str]) -> None:
    wrong = [
        (found, one["wanted"])
        for one in HEADLINES
        if (found := casing.sentence_case(one["given"], casing.gather([one["body"]])))
        != one["wanted"]
    ]
    share = 1 - len(wrong) / len(HEADLINES)
    with capsys.disabled():
        print(f"\nheadlines: {share:.1%} of {len(HEADLINES)} as labelled")
    assert share >= FLOOR, wrong
