"""Tidying: what is mechanical is put right, and what a person must judge is left alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks import labelled
from translator.checks import registry
from translator.checks.tidying import tidy

_CASES = [
    # figures
    ("Some 12,000 people came.", "Acudieron unas 12,000 personas.", "unas 12\u00a0000 personas."),
    ("Some 12,000 people came.", "Acudieron unas 12.000 personas.", "unas 12\u00a0000 personas."),
    ("It is worth $1,234.50.", "Vale 1,234.50 dólares.", "Vale 1234,50 dólares."),
    ("It is worth $3,500.50.", "Vale 3.500,50 dólares.", "Vale 3500,50 dólares."),
    ("Some $4.5 billion.", "Unos 4.500 millones de dólares.", "Unos 4500 millones"),
    ("It rose 3.5 points.", "Subió 3.5 puntos.", "Subió 3,5 puntos."),
    ("Some 10% voted.", "Votó un 10%.", "Votó un 10\u00a0%."),
    ("Open at 5 p.m.", "Abre a las 5pm.", "a las 5 p.\u00a0m."),
    # marks, quotes, spaces
    ('"We won," he said.', '"Ganamos," dijo.', "«Ganamos», dijo."),
    ("“I read “Emma”,” he said.", "“Leí “Emma”,” dijo.", "«Leí “Emma”», dijo."),
    ('"We won," he said.', '" Ganamos" , dijo .', "«Ganamos», dijo."),
    ("Wait...", "Espera...", "Espera…"),
    ("What is it?", "Qué es?", "¿Qué es?"),
    # letters
    ("The U.S. in January", "EEUU en Enero", "EE. UU. en enero"),
    ("Two North Koreans", "dos coreanos Del norte", "coreanos del norte"),
    ("It ended on May 3, 2024.", "Acabó el 3 mayo 2024.", "el 3 de mayo de 2024."),
    ("Russia and Israel and others", "política y intereses", "política e intereses"),
]
_LEFT = [
    # a value that is another one, and none that the English has
    ("Some 4,862 cases.", "Unos 4.863 casos.", {}),
    ("See Figure 1.1.", "Véase la Figura 1.1.", {}),
    # an address, and a word to keep
    ("See https://x.org/?q=10%25.", "Vea https://x.org/?q=10%25.", {}),
    ("1,000 Hills is closed.", "1,000 Hills está cerrado.", {"1,000 Hills": "1,000 Hills"}),
    # inches, and a name that ends with a mark
    ("He is 6'2\" tall.", "Mide 6'2\" de alto.", {}),
    ("Go! Running starts.", "Go! Running empieza.", {}),
]


@pytest.mark.parametrize(("source", "target", "wanted"), _CASES)
def test_what_is_mechanical_is_put_right(source: str, target: str, wanted: str) -> None:
    done = tidy(labelled.CHECKER.rules, source, target, labelled.CHECKER.context)
    assert wanted in done.text
    assert done.rules


@pytest.mark.parametrize(("source", "target", "keep"), _LEFT)
def test_what_says_something_else_stays(source: str, target: str, keep: dict[str, str]) -> None:
    done = tidy(labelled.CHECKER.rules, source, target, labelled.CHECKER.context, keep)
    assert (done.text, done.rules) == (target, ())


def test_quotes_are_set_around_words_that_must_stay() -> None:
    rules, context = labelled.CHECKER.rules, labelled.CHECKER.context
    done = tidy(rules, "“Emma,” he said.", "“Emma,” dijo.", context, {"Emma": "Emma"})
    assert done.text == "«Emma», dijo."


def test_what_is_typed_stays_as_it_is() -> None:
    source, typed = "Some 12,000 of 13,000 “came,” he said.", "Unos 12,000 de “"
    whole = f"{typed}los 13,000 vinieron,” dijo."
    rules, context = labelled.CHECKER.rules, labelled.CHECKER.context
    done = tidy(rules, source, whole, context, start=len(typed))
    assert done.text == f"{typed}los 13\u00a0000 vinieron”, dijo."


def test_a_rule_that_is_off_is_not_put_right() -> None:
    wishes = registry.read_wishes('off = ["percent-space"]', "checks.toml")
    rules = registry.in_force(wishes, "es-ES")
    assert tidy(rules, "10% more", "un 10% más", labelled.CHECKER.context).rules == ()


def test_a_desk_has_its_own_safe_fixes() -> None:
    own = '[[rule]]\nid = "own"\nwhat = "x"\npattern = "Krémlin"\nfix = "Kremlin"\nsafe = true'
    rules = registry.in_force(registry.read_wishes(own, "checks.toml"), "es-ES")
    done = tidy(rules, "The Kremlin", "el Krémlin", labelled.CHECKER.context)
    assert (done.text, done.rules) == ("el Kremlin", ("own",))


def test_the_signs_of_another_region_and_house_are_heeded() -> None:
    mexican = replace(labelled.CHECKER.context, region="es-MX", quotes="double")
    rules = registry.in_force(registry.NO_WISHES, "es-MX")
    done = tidy(rules, '"Up 3.5," he said.', '"Subió 3,5," dijo.', mexican)
    assert done.text == "“Subió 3.5”, dijo."


def test_a_safe_fix_leaves_nothing_for_its_rule_to_find() -> None:
    """Each pair that is labelled wrong by a safe rule is right by it when it is tidied."""
    checked = set()
    for one in labelled.pairs():
        safe = {rule.id for rule in labelled.CHECKER.rules if rule.is_safe}
        if not one.is_wrong or one.rule not in safe or "¶" in one.english or one.role:
            continue
        if all(each.fix is None for each in labelled.findings(one) if each.rule == one.rule):
            continue
        done = tidy(labelled.CHECKER.rules, one.english, one.spanish, labelled.CHECKER.context)
        left = labelled.findings(replace(one, spanish=done.text))
        assert one.rule not in {each.rule for each in left}, (one, done)
        checked.add(one.rule)
    assert len(checked) >= 20


_PIECES = st.sampled_from(
    """
    ¿ ? ¡ ! « » “ ” " ' ( ) ... … . , ; : % $ # 12,000 12.000 1,234.50 3.5 3,5 10% 5pm 17.30 p.m.
    EEUU y o importante otro Presidente Lunes Enero 2024 NightDesk http://a.b/1,000% x.com T-72
    """.split()
)
_TEXT = st.one_of(
    st.lists(_PIECES, max_size=10).map(" ".join), st.lists(_PIECES, max_size=10).map("".join)
)


@given(_TEXT, _TEXT, st.integers(0, 30))
def test_digits_stay_and_a_second_time_changes_nothing(
    source: str, target: str, start: int
) -> None:
    rules, context = labelled.CHECKER.rules, labelled.CHECKER.context
    keep = {"NightDesk": "NightDesk"}
    done = tidy(rules, source, target, context, keep, start=start)
    assert done.text[:start] == target[:start]
    assert [one for one in done.text if one.isdigit()] == [one for one in target if one.isdigit()]
    assert done.text.count("NightDesk") == target.count("NightDesk")
    assert bool(done.rules) == (done.text != target)
