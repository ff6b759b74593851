"""The guard on sentences that machines are known to fail on: what is shown, and what must stay.

The cases are ours, modelled on headlines, captions and credits of news pages. Their `keep` words
stand for a do-not-translate list: they are shown letter for letter, or nothing is shown.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from translator import casing, engines
from translator.checks.fidelity import faults, is_english, loops
from translator.engines.guard import Guard

HEADLINES = {"title-case", "capitals"}


@pytest.fixture(scope="module")
def cases() -> list[dict[str, Any]]:
    text = (Path(__file__).parent / "hard_cases.toml").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = tomllib.loads(text)["case"]
    return found


def prepared(case: dict[str, Any]) -> str:
    """The text as pre-translation hands it over."""
    text: str = case["text"]
    if case["kind"] not in HEADLINES:
        return text
    return casing.sentence_case(text, casing.gather(case.get("keep", ())))


def test_what_is_shown_is_no_mirror_and_no_loop(
    cases: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert len(cases) >= 100
    engine = engines.get("starter")
    texts = [prepared(case) for case in cases]
    first = engine.translate(texts)
    outcomes = Guard(engine).judge(texts)
    before = sum(is_english(*pair) or loops(*pair) for pair in zip(texts, first, strict=True))
    failing = sum(bool(faults(*pair)) for pair in zip(texts, first, strict=True))
    shown = [(text, one.text) for text, one in zip(texts, outcomes, strict=True) if one.text]
    steps = Counter(one.step or "first output" for one in outcomes if one.text)
    with capsys.disabled():
        print(
            f"\nguard, {len(texts)} hard cases: {failing} first outputs fail, {before} of them"
            f" mirrored or looping; {len(texts) - len(shown)} given up; {dict(steps)}"
        )
    assert failing > len(texts) // 10
    assert not [pair for pair in shown if is_english(*pair) or loops(*pair)]


def test_words_to_keep_are_shown_letter_for_letter(cases: list[dict[str, Any]]) -> None:
    kept = [case for case in cases if case.get("keep")]
    words = {prepared(case): {word: word for word in case["keep"]} for case in kept}
    guard = Guard(engines.get("starter"), keep=words.__getitem__)
    outcomes = dict(zip(words, guard.judge(list(words)), strict=True))
    lost = [
        (word, outcomes[text].text)
        for text, keep in words.items()
        for word in keep
        if outcomes[text].text and word in text and word not in outcomes[text].text
    ]
    assert not lost
    # Half of them, with the starter alone.
    assert sum(bool(one.text) for one in outcomes.values()) > len(kept) // 3
