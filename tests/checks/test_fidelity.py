"""Fidelity: what is no translation fails, what a professional wrote does not."""

from __future__ import annotations

import pytest

from tests.conftest import SHARED
from translator import wording
from translator.checks.fidelity import Fault, faults, is_english, loops, protected

LONG = "The mayor said that the bridge over the river would be closed until the spring."


@pytest.mark.parametrize(
    ("source", "target", "fault"),
    [
        (LONG, "", Fault.EMPTY),
        (LONG, LONG, Fault.ENGLISH),
        (LONG, "El alcalde dijo that the bridge over the river cerrado.", Fault.ENGLISH),
        ("Mayor quits after vote", "Mayor quits after vote", Fault.ENGLISH),
        (LONG, "El puente cada vez cada vez cada vez cada vez más cerrado por el río.", Fault.LOOP),
        (LONG, "El puente.", Fault.LENGTH),
        ("Write to desk@example.org today.", "Escriba a la mesa hoy.", Fault.PROTECTED),
        ("See https://example.org/a.", "Véase https://ejemplo.org/a.", Fault.PROTECTED),
        ("It fell by 17 points.", "Cayó 71 puntos.", Fault.NUMBER),
        ("He did not sign the treaty.", "Firmó el tratado.", Fault.NEGATION),
        ("He left (again) today.", "Se fue (otra vez hoy.", Fault.UNBALANCED),
    ],
)
def test_what_is_no_translation(source: str, target: str, fault: Fault) -> None:
    assert fault in faults(source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (LONG, "El alcalde dijo que el puente sobre el río estaría cerrado hasta la primavera."),
        ("Roger Stone", "Roger Stone"),
        ("BBC News", "BBC News"),
        ("No, no, no.", "No, no, no."),
        ("“The Salt Road” is out.", "Se publica «The Salt Road»."),
        ("He did not sign.", "Se negó a firmar."),
        ("Not only he left.", "No solo se fue él."),
        ("...", "..."),
        ("", ""),
    ],
)
def test_what_may_be_one(source: str, target: str) -> None:
    assert faults(source, target) == ()


@pytest.mark.skipif(not (SHARED / "data").exists(), reason="the sentences are not here")
@pytest.mark.parametrize("name", ["flores200-dev", "newstest2013"])
def test_professional_translations_pass_and_mirrored_ones_do_not(name: str) -> None:
    folder = SHARED / "data" / "mt"
    english = (folder / f"{name}.en").read_text(encoding="utf-8").splitlines()
    spanish = (folder / f"{name}.es").read_text(encoding="utf-8").splitlines()
    alarms = sum(bool(faults(*pair)) for pair in zip(english, spanish, strict=True))
    assert alarms / len(english) <= 0.025
    assert sum(is_english(one, one) for one in english) / len(english) >= 0.98


def test_every_fault_has_a_name_for_people() -> None:
    assert wording.faults() == {str(fault) for fault in Fault}


@pytest.mark.parametrize(
    "target",
    [
        "Se aceptará si vienen, si vienen, a la ciudad",
        "la captura de Corea del soldado de Corea del soldado",
        "No lo dijo nadie no lo dijo nadie",
    ],
)
def test_a_phrase_twice_running_is_a_loop(target: str) -> None:
    assert loops("The soldier will be accepted", target)


@pytest.mark.parametrize(
    "target",
    [
        "a partir de los 50 años, o a partir de los 40 años",
        "la historia de la ciudad y de la historia",
        "hacia la izquierda girará hacia la izquierda",
    ],
)
def test_words_that_merely_come_back_are_no_loop(target: str) -> None:
    assert not loops("The soldier will be accepted", target)


def test_what_the_english_says_twice_may_come_twice() -> None:
    assert not loops("long live, long live the king", "que viva, que viva el rey")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("See pic.twitter.com/MYwRz9euaq today.", ("pic.twitter.com/MYwRz9euaq",)),
        ("At example.org/Path/a_b.", ("example.org/Path/a_b",)),
        ("The U.S./NATO plan, 3.5 km/h, and/or 1.2/3", ()),
    ],
)
def test_an_address_without_a_scheme_is_protected(source: str, words: tuple[str, ...]) -> None:
    assert protected(source) == words
