"""The labelled pairs: what is wrong is found by its rule, what is right is left in peace."""

from __future__ import annotations

from collections import Counter

from tests.checks import labelled
from translator.checks import registry
from translator.checks.check import FAMILIES

RECALL, PRECISION = 0.95, 0.97


def test_what_is_wrong_is_found_and_what_is_right_is_not() -> None:
    missed, false = [], []
    hits = 0
    for one in labelled.pairs():
        found = labelled.findings(one)
        if one.is_wrong:
            if any(each.rule == one.rule for each in found):
                hits += 1
            else:
                missed.append((one, [each.rule for each in found]))
        else:
            alarms = [each for each in found if labelled.is_alarm(each) or each.rule == one.rule]
            if alarms:
                false.append((one, alarms))
    assert hits / (hits + len(missed)) >= RECALL, missed
    assert hits / (hits + len(false)) >= PRECISION, false


def test_every_rule_has_a_pair_that_is_wrong_and_one_that_is_right() -> None:
    wrong: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for one in labelled.pairs():
        (wrong if one.is_wrong else right)[one.rule] += 1
    # An address is no pair of texts: tests/test_checking.py has those.
    others = {"number-added", "number-doubt", "slug-english", "slug-length"}
    rules = {rule.id for rule in registry.shipped()} - others
    assert rules - set(wrong) == set()
    assert rules - set(right) == set()
    assert sum(wrong.values()) + sum(right.values()) >= 250
    assert {one.family for one in labelled.pairs()} == set(FAMILIES)
