"""The guard on news, with the starter: what is shown, what is given up.

Mirrored or looping text must not be shown; a guarded translation must not be worse than an
unguarded one, a given-up sentence counting with its first output. Floors and ceilings stand beside
what is reached with the starter alone; with Apertium beside it less is given up.
"""

from __future__ import annotations

import pytest

from tests.conftest import SHARED
from translator import engines
from translator.checks.fidelity import faults, is_english, loops
from translator.engines.guard import Guard

NEWS = SHARED / "data" / "mt" / "newstest2013.en"
LINES = 200


def share_shown_wrong(sources: list[str], capsys: pytest.CaptureFixture[str], name: str) -> float:
    engine = engines.get("starter")
    first = engine.translate(sources)
    before = sum(is_english(*pair) or loops(*pair) for pair in zip(sources, first, strict=True))
    failing = sum(bool(faults(*pair)) for pair in zip(sources, first, strict=True))
    outcomes = Guard(engine).judge(sources)
    after = sum(
        is_english(source, one.text) or loops(source, one.text)
        for source, one in zip(sources, outcomes, strict=True)
        if one.text
    )
    given_up = sum(one.is_given_up for one in outcomes)
    count = len(sources)
    with capsys.disabled():
        print(
            f"\nguard, {name}: {failing / count:.1%} of first outputs fail,"
            f" {given_up / count:.1%} given up; mirrored or looping:"
            f" {before / count:.1%} before, {after / count:.1%} shown"
        )
    return after / count


@pytest.mark.skipif(not NEWS.exists(), reason="the sentences are not here")
def test_news(capsys: pytest.CaptureFixture[str]) -> None:
    sources = NEWS.read_text(encoding="utf-8").splitlines()[:LINES]
    assert share_shown_wrong(sources, capsys, "news") <= 0.005
