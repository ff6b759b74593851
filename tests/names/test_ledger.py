"""One decision on a name holds in every sentence, in each of its forms."""

from __future__ import annotations

import pytest

from translator.model import Decision, Name, NameKind
from translator.names import Ledger, redecide, revise

ZELENSKY = Name(
    NameKind.PERSON,
    Decision.FORM,
    (
        ("Volodymyr Zelenskyy", "Volodímir Zelenski"),
        ("Zelenskyy", "Zelenski"),
        ("Zelensky", "Zelenski"),
    ),
    "house",
)
STONE = Name(NameKind.PERSON, Decision.KEEP, (("Roger Stone", "Roger Stone"), ("Stone", "Stone")))
KHARKIV = Name(NameKind.PLACE, Decision.FORM, (("Kharkiv", "Járkov"),), "house")
UKRAINE = Name(
    NameKind.PLACE, Decision.TRANSLATE, (("Ukraine", "Ucrania"),), "house", ("ucraniano",)
)
MINISTRY = Name(
    NameKind.ORGANISATION,
    Decision.TRANSLATE,
    (("Foreign Ministry", "Ministerio de Exteriores"),),
    "house",
)
SQUARE = Name(NameKind.OTHER, Decision.TRANSLATE, (("Red Square", ""),), "house")
ALL = Ledger((ZELENSKY, STONE, KHARKIV, UKRAINE, MINISTRY, SQUARE))


def test_the_longest_form_is_found_and_no_part_of_a_word() -> None:
    uses = ALL.uses("Volodymyr Zelenskyy met Stone, not Stonewall, in Kharkiv.")
    assert [(one.english, one.spanish) for one in uses] == [
        ("Volodymyr Zelenskyy", "Volodímir Zelenski"),
        ("Stone", "Stone"),
        ("Kharkiv", "Járkov"),
    ]


def test_a_possessive_is_the_name_itself() -> None:
    assert [one.english for one in ALL.uses("Kharkiv’s mayor and Stone's lawyer")] == [
        "Kharkiv",
        "Stone",
    ]


def test_a_machine_must_write_what_is_kept_and_what_has_a_form() -> None:
    wanted = ALL.wanted("Stone left Kharkiv for the Foreign Ministry of Ukraine.")
    assert wanted == {"Stone": "Stone", "Kharkiv": "Járkov"}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Zelenskyy said so.", "Zelenski lo dijo."),
        ("Volodymyr Zelenskyy said so.", "Zelenski lo dijo."),
        ("Kharkiv fell.", "Cayó Járkov."),
        ("the Ukraine war", "la guerra ucraniana"),
        ("the Ukraine war", "la guerra de Ucrania"),
        (
            "two foreign envoys at the Foreign Ministry",
            "dos enviados en el Ministerio de Exteriores",
        ),
        ("on Red Square", "en la plaza Roja"),
        ("Stone left.", ""),
    ],
)
def test_what_is_as_decided_is_no_breach(source: str, target: str) -> None:
    assert ALL.breaches(source, target) == ()


@pytest.mark.parametrize(
    ("source", "target", "english", "span"),
    [
        ("Stone left.", "Piedra se fue.", "Stone", None),
        ("Zelenskyy said so.", "Zelenskyy lo dijo.", "Zelenskyy", (0, 9)),
        ("Kharkiv fell.", "Cayó Jarkiv.", "Kharkiv", None),
        ("the Foreign Ministry", "el Ministerio Extranjero", "Foreign Ministry", None),
    ],
)
def test_what_is_not_as_decided_is_a_breach(
    source: str, target: str, english: str, span: tuple[int, int] | None
) -> None:
    (breach,) = ALL.breaches(source, target)
    assert (breach.use.english, breach.span) == (english, span)


def test_another_form_of_a_person_carries_to_the_surname_and_other_spellings() -> None:
    after = redecide(ZELENSKY, "Volodymyr Zelenskyy", "Volodímir Zelensky")
    assert dict(after.forms) == {
        "Volodymyr Zelenskyy": "Volodímir Zelensky",
        "Zelenskyy": "Zelensky",
        "Zelensky": "Zelensky",
    }
    assert (after.decision, after.why) == (Decision.FORM, "house")


def test_a_decision_on_the_surname_carries_to_the_full_name() -> None:
    after = redecide(ZELENSKY, "Zelenskyy", "Selenski")
    assert after.spanish == "Volodímir Selenski"
    assert dict(after.forms)["Zelensky"] == "Selenski"


def test_a_name_that_is_kept_is_kept_in_every_form() -> None:
    after = redecide(ZELENSKY, "Volodymyr Zelenskyy", "Volodymyr Zelenskyy")
    assert after.decision is Decision.KEEP
    assert all(english == spanish for english, spanish in after.forms)


def test_a_name_without_a_form_is_translated_freely_and_what_is_of_it_stays() -> None:
    after = redecide(UKRAINE, "Ukraine", "")
    assert (after.decision, after.spanish, after.also) == (Decision.TRANSLATE, "", ("ucraniano",))


def test_translations_are_revised_in_every_form_and_nowhere_else() -> None:
    after = redecide(ZELENSKY, "Volodymyr Zelenskyy", "Volodímir Zelensky")
    text = "Volodímir Zelenski habló; Zelenski no es Zelenskita, ni Zelensky."
    assert revise("Volodymyr Zelenskyy spoke.", text, ZELENSKY, after) == (
        "Volodímir Zelensky habló; Zelensky no es Zelenskita, ni Zelensky."
    )


def test_a_name_left_in_english_is_revised_too() -> None:
    before = Name(NameKind.PLACE, Decision.KEEP, (("Lviv", "Lviv"),))
    assert (
        revise("Lviv fell.", "Cayó Lviv.", before, redecide(before, "Lviv", "Leópolis"))
        == "Cayó Leópolis."
    )


def test_another_spelling_with_the_same_spanish_is_not_meant() -> None:
    before = Name(NameKind.PLACE, Decision.FORM, (("Kharkiv", "Járkov"), ("Kharkov", "Járkov")))
    after = redecide(before, "Kharkiv", "Kharkiv")
    assert revise("Kharkiv fell.", "Cayó Járkov.", before, after) == "Cayó Kharkiv."
