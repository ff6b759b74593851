"""A Spanish sentence is judged by its terms: in any gender, number and verb form, and by nothing
that a translator would not call a fault."""

from __future__ import annotations

import pytest

from translator.model import Term, TermKind
from translator.termbase import Fault, Termbase


def faults(source: str, target: str, *terms: Term) -> list[Fault]:
    return [one.fault for one in Termbase(terms).faults(source, target)]


POW = Term("prisoner of war", "prisionero de guerra")
DEFENCE = Term("air defense", "defensa aérea")


@pytest.mark.parametrize(
    "target",
    [
        "Un prisionero de guerra huyó.",
        "Las prisioneras de guerra huyeron.",
        "PRISIONEROS DE GUERRA",
        "prisioneros rusos de guerra",
        "«Prisioneros de la guerra»",
    ],
)
def test_a_term_is_known_in_any_form(target: str) -> None:
    assert faults("The prisoners of war fled.", target, POW) == []


@pytest.mark.parametrize(
    ("english", "spanish", "source", "target"),
    [
        ("defect", "desertar", "He defected", "Desertó ayer"),
        ("defect", "desertar", "They defect", "desertaron todos"),
        ("judge", "juez", "The judges", "Los jueces"),
        ("nation", "nación", "two nations", "dos naciones"),
        ("interest rate", "tasa de interés", "interest rates", "las tasas del interés"),
    ],
)
def test_verbs_and_nouns(english: str, spanish: str, source: str, target: str) -> None:
    assert faults(source, target, Term(english, spanish)) == []


def test_a_term_that_is_not_there_is_missing() -> None:
    assert faults("A prisoner of war", "Un preso de guerra", POW) == [Fault.MISSING]
    assert faults("Air defenses", "La defensa de la ciudad y la guerra", DEFENCE) == [Fault.MISSING]


def test_words_too_far_apart_are_no_term() -> None:
    far = "La defensa de aquel viejo y cansado abogado era aérea"
    assert faults("Air defense", far, DEFENCE) == [Fault.MISSING]


def test_an_allowed_term_is_right_and_a_forbidden_one_wrong() -> None:
    terms = (
        Term("drone", "dron"),
        Term("drone", "vehículo aéreo no tripulado", TermKind.ALLOWED),
        Term("drone", "drone", TermKind.FORBIDDEN),
    )
    assert faults("a drone", "un vehículo aéreo no tripulado", *terms) == []
    found = Termbase(terms).faults("a drone", "un drone")
    assert [one.fault for one in found] == [Fault.FORBIDDEN, Fault.MISSING][: len(found)]
    assert found[0].wanted == ("dron",)
    assert found[0].span == (3, 8)


def test_a_forbidden_term_within_a_right_one_is_no_fault() -> None:
    terms = (Term("rally", "mitin político"), Term("rally", "mitin", TermKind.FORBIDDEN))
    assert faults("the rally", "el mitin político", *terms) == []


def test_a_word_that_is_forbidden_everywhere_needs_no_english() -> None:
    banned = Term("", "en base a", TermKind.FORBIDDEN)
    (fault,) = Termbase([banned]).faults("Based on the report", "En base a la nota")
    assert fault.fault is Fault.FORBIDDEN
    assert fault.hit is None
    assert fault.span is not None
    assert Termbase([banned]).faults("On this basis", "La base del dato") == ()


def test_a_term_to_keep_must_be_there_letter_for_letter() -> None:
    keep = Term("DeepState", "", TermKind.KEEP)
    assert faults("DeepState said", "DeepState dijo", keep) == []
    assert faults("DeepState said", "Estado Profundo dijo", keep) == [Fault.CHANGED]


def test_nothing_is_wrong_where_nothing_is_translated() -> None:
    assert faults("A prisoner of war", "  ", POW) == []


def test_an_acronym_is_only_found_in_capitals() -> None:
    assert faults("the UN", "la onu", Term("UN", "ONU")) == [Fault.MISSING]
    assert faults("the UN", "la ONU", Term("UN", "ONU")) == []


def test_what_is_missing_is_said_with_what_should_be_there_in_its_number() -> None:
    base = Termbase([Term("drone", "dron"), Term("tank", "carro de combate")])
    assert base.missing("Drones and a tank", "Zánganos y un tanque") == {
        "Drones": "drones",
        "tank": "carro de combate",
    }


def test_what_is_kept_is_as_it_stands_there() -> None:
    base = Termbase([Term("Telegram", "", TermKind.KEEP), Term("drone", "dron")])
    assert base.kept("A drone on Telegram") == ("Telegram",)
