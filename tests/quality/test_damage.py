"""How much known damage to professional translations is caught, by kind, and what is not damage.

All shipped rules judge, in es-ES. The floors stand below what is reached; kinds without one are
told only. Third-party material: skips where it is absent.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.conftest import SHARED
from tests.quality import damage
from translator import quantities
from translator.checks import registry, running
from translator.checks.check import Context
from translator.model import Code

FOLDER = SHARED / "data" / "mt"
needs_sentences = pytest.mark.skipif(not FOLDER.exists(), reason="the sentences are not here")

FLOORS = {
    "empty": 1.0,
    "english_whole": 0.99,
    "loop": 0.95,
    "swap_digits": 0.95,
    "change_digit": 0.95,
    "factor_1000": 0.95,
    "wrong_month": 0.95,
    "wrong_year": 0.95,
    "percent_lost": 0.95,
    "currency_changed": 0.9,
    "time_changed": 0.95,
    "question_lost": 0.95,
    "exclamation_lost": 0.95,
    "capital_month": 0.95,
    "code_lost": 0.95,
    "link_changed": 0.95,
    "bracket_lost": 0.95,
    "quote_lost": 0.9,
}
OVERALL = 0.9
EACH = 40


def read(name: str) -> list[damage.Pair]:
    english, spanish = (
        (FOLDER / f"{name}.{language}").read_text(encoding="utf-8").splitlines()
        for language in ("en", "es")
    )
    return list(zip(english, spanish, strict=True))


RULES = registry.in_force(registry.NO_WISHES, "es-ES")
LINK = (Code(1, "a", (("href", "https://example.org"),)),)


def findings(source: str, target: str) -> Iterator[damage.Finding]:
    """What all shipped rules find in one segment."""
    codes = LINK if "<1>" in source else ()
    for one in running.of_segment(RULES, 1, Context(marked=(source, target), codes=codes)):
        yield one.rule, one.grade.value, str(one.values)


def judge(each: int, capsys: pytest.CaptureFixture[str]) -> None:
    found = damage.measure(findings, read("flores200-dev") + read("newstest2013"), each)
    caught, count = (sum(pair[at] for pair in found.values()) for at in (0, 1))
    with capsys.disabled():
        print(f"\ndamage: {caught} of {count} caught, {caught / count:.1%}")
        for name, (hits, of) in found.items():
            print(f"damage, {name}: {hits} of {of} caught, {hits / of:.0%}")
    assert caught >= OVERALL * count
    for name, floor in FLOORS.items():
        assert found[name][0] >= floor * found[name][1], name


@needs_sentences
def test_damage_is_caught(capsys: pytest.CaptureFixture[str]) -> None:
    judge(EACH, capsys)


@needs_sentences
@pytest.mark.slow
def test_damage_is_caught_on_two_thousand_pairs(capsys: pytest.CaptureFixture[str]) -> None:
    judge(100, capsys)


QUANTITIES = frozenset(
    "swap_digits change_digit factor_1000 wrong_month wrong_year percent_lost currency_changed"
    " time_changed".split()
)


@needs_sentences
def test_what_is_offered_mends_the_damage() -> None:
    """Put in its place, the first offer leaves nothing that the good pair does not have."""
    offered = mended = 0
    pairs = read("flores200-dev") + read("newstest2013")
    for name, source, target, damaged in damage.samples(pairs, EACH):
        if name not in QUANTITIES:
            continue
        good = {(one.kind, one.source_text) for one in quantities.compare(source, target)}
        for one in quantities.compare(source, damaged):
            if (one.kind, one.source_text) in good or not one.wanted or not one.target_span:
                continue
            start, end = one.target_span
            fixed = damaged[:start] + one.wanted + damaged[end:]
            left = {(each.kind, each.source_text) for each in quantities.compare(source, fixed)}
            offered += 1
            mended += left <= good
            break
    assert offered >= 200
    assert mended >= 0.97 * offered


@needs_sentences
@pytest.mark.parametrize(
    ("name", "most_errors", "most_warnings"),
    [("flores200-dev", 0.006, 0.005), ("newstest2013", 0.006, 0.005)],
)
def test_professional_translations_keep_their_quantities(
    name: str, most_errors: float, most_warnings: float
) -> None:
    """The errors found are slips of the translators: 1992 for *1922*, seventy for *60*."""
    pairs = read(name)
    judged = [quantities.compare(*pair) for pair in pairs]
    errors = sum(any(one.is_sure for one in found) for found in judged)
    warnings = sum(bool(found) for found in judged) - errors
    assert errors <= most_errors * len(pairs)
    assert warnings <= most_warnings * len(pairs)
