"""The rules in force: what is shipped is whole, what a desk says is heard, a wrong word is told."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from translator.checks import registry, running
from translator.checks.check import FAMILIES, Context
from translator.errors import InputError, UsageError
from translator.explaining import finding
from translator.model import Grade


def test_every_rule_is_whole() -> None:
    rules = registry.shipped()
    assert len({rule.id for rule in rules}) == len(rules)
    for rule in rules:
        assert all((rule.what, rule.why, rule.origin)), rule.id
        assert (rule.check is None) != (rule.article_check is None), rule.id
        assert not rule.what.endswith("."), rule.id
    assert {rule.family for rule in rules} == set(FAMILIES)


def test_what_a_finding_says_has_no_open_place() -> None:
    from tests.checks import labelled

    rules = {rule.id: rule for rule in registry.shipped()}
    for one in labelled.pairs():
        for found in labelled.findings(one):
            assert "{" not in finding(found, rules[found.rule]).replace("{count}", ""), found


def test_no_finding_wants_what_is_there() -> None:
    """A name that is kept and has gone was once told as: “Trump” should be “Trump”."""
    from tests.checks import labelled

    rules = {rule.id: rule for rule in registry.shipped()}
    for one in labelled.pairs():
        for found in labelled.findings(one):
            sentence = finding(found, rules[found.rule])
            assert not re.search(r"“([^”]+)” should be “\1”", sentence), one


OWN = """
off = ["quote-order"]
[severity]
"double-space" = "error"
[[rule]]
id = "house-kremlin"
what = "The house writes “el Kremlin”: {found}"
severity = "error"
pattern = '\\bel Krémlin\\b'
english = 'Kremlin'
fix = 'el Kremlin'
"""


def test_a_desk_switches_off_weighs_otherwise_and_adds() -> None:
    wishes = registry.read_wishes(OWN, "checks.toml")
    rules = registry.in_force(wishes, "es-ES")
    assert "quote-order" not in {rule.id for rule in rules}
    grades = {rule.id: rule.grade for rule in rules}
    assert grades["double-space"] is Grade.ERROR
    context = Context(marked=("The Kremlin is silent.", "Calla el  Krémlin."))
    (first,) = running.of_segment(
        [rule for rule in rules if rule.id == "house-kremlin"],
        7,
        replace(context, marked=("The Kremlin is silent.", "Calla el Krémlin.")),
    )
    assert (first.segment, first.grade, first.fix) == (7, Grade.ERROR, "el Kremlin")
    assert finding(first, registry.get("house-kremlin", wishes)) == (
        "The house writes “el Kremlin”: el Krémlin"
    )
    (spaces,) = running.of_segment(
        [rule for rule in rules if rule.id == "double-space"], 1, context
    )
    assert (spaces.grade, spaces.fix) == (Grade.ERROR, " ")


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("off = [", "settings-not-toml"),
        ("of = []", "bad-checks"),
        ('off = "x"', "bad-checks"),
        ('off = ["quote-ordr"]', "no-such-rule"),
        ('[severity]\n"double-space" = "fatal"', "bad-checks"),
        ("rule = 3", "bad-checks"),
        ('[[rule]]\nid = "x"\nwhat = "y"', "bad-checks"),
        ('[[rule]]\nid = "x"\nwhat = "y"\npattern = "("', "bad-pattern"),
        ('[[rule]]\nid = "x"\nwhat = "y"\npattern = "a"\nfix = "\\\\4"', "bad-pattern"),
        ('[[rule]]\nid = "x"\nwhat = "y"\npattern = "a"\nfunction = "os.system"', "bad-checks"),
        ('[[rule]]\nid = "x"\nwhat = "y"\npattern = "a"\nfamily = "z"', "bad-checks"),
    ],
)
def test_what_is_no_file_of_checks_is_told(text: str, error: str) -> None:
    with pytest.raises((InputError, UsageError)) as caught:
        registry.read_wishes(text, "checks.toml")
    assert caught.value.code == error


def test_a_pattern_that_backtracks_without_end_is_given_up_and_told() -> None:
    text = '[[rule]]\nid = "slow"\nwhat = "x"\npattern = "(a|a)*$"\nseverity = "error"'
    wishes = registry.read_wishes(text, "checks.toml")
    (rule,) = [one for one in registry.in_force(wishes, "es-ES") if one.id == "slow"]
    context = Context(marked=("An a.", "a" * 40 + "!"))
    (found,) = running.of_segment([rule], 1, context)
    assert found.grade is Grade.WARNING
    assert "too long" in finding(found, rule)


def test_regions_choose_their_rules() -> None:
    wishes = registry.read_wishes(
        '[[rule]]\nid = "computer"\nwhat = "x"\npattern = "ordenador"\nregions = ["es-MX"]',
        "checks.toml",
    )
    assert "computer" in {rule.id for rule in registry.in_force(wishes, "es-MX")}
    assert "computer" not in {rule.id for rule in registry.in_force(wishes, "es-ES")}
    assert {rule.family for rule in registry.in_force(wishes, "es-MX", ("page",))} == {"page"}
