"""Terms are found in English: longest first, in any inflection, and in nothing that only looks
like them."""

from __future__ import annotations

import pytest

from translator.model import Term
from translator.termbase import Termbase
from translator.termbase.inflection import agrees, plural


def base(*sources: str, part_of_speech: str = "noun") -> Termbase:
    return Termbase(Term(one, "x", part_of_speech=part_of_speech) for one in sources)


def texts(terms: Termbase, text: str) -> list[str]:
    return [hit.text for hit in terms.find(text)]


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("drone", "Drones hit two drones.", ["Drones", "drones"]),
        ("prisoner of war", "Prisoners of war were freed", ["Prisoners of war"]),
        ("army", "the armies' losses", ["armies"]),
        ("crisis", "two crises", ["crises"]),
        ("person", "ten people", ["people"]),
        ("border guard", "a border-guard post", ["border-guard"]),
        ("defector", "the defector's family", ["defector"]),
        ("ceasefire", "CEASEFIRE HOLDS", ["CEASEFIRE"]),
        ("POW", "POWs and pow-wow", ["POWs"]),
        ("Foreign Ministry", "the foreign ministry said", []),
        ("Foreign Ministry", "FOREIGN MINISTRY SPEAKS", ["FOREIGN MINISTRY"]),
        ("NATO", "Nato and NATO", ["NATO"]),
        ("desert", "the deserter deserted", []),
        ("defend", "a defendant", []),
    ],
)
def test_inflection(term: str, text: str, found: list[str]) -> None:
    assert texts(base(term), text) == found


@pytest.mark.parametrize("text", ["he defects", "he defected", "is defecting", "to defect"])
def test_a_verb_is_found_in_all_its_forms(text: str) -> None:
    assert len(texts(base("defect", part_of_speech="verb"), text)) == 1
    assert len(texts(base("defect", part_of_speech=""), text)) == 1


def test_a_noun_has_no_forms_of_a_verb() -> None:
    assert texts(base("shell"), "they shelled the town") == []


def test_the_longest_term_wins_and_hides_those_within_it() -> None:
    terms = base("prisoner", "prisoner of war", "war", "war crime")
    assert texts(terms, "The prisoners of war saw a war crime, a war, a prisoner.") == [
        "prisoners of war",
        "war crime",
        "war",
        "prisoner",
    ]


def test_a_hit_knows_its_place_and_everything_said_of_the_term() -> None:
    terms = Termbase([Term("drone", "dron"), Term("tank", "carro"), Term("tank", "tanque")])
    (hit,) = terms.find("Two tanks.")
    assert (hit.start, hit.end) == (4, 9)
    assert [one.target for one in hit.terms] == ["carro", "tanque"]


def test_a_capital_at_the_start_tells_two_terms_apart() -> None:
    terms = base("guard", "Guard")
    assert len(terms.find("the guard")[0].terms) == 1
    assert len(terms.find("the Guard")[0].terms) == 2


@pytest.mark.parametrize("text", ["", "   ", "¿?", "'s", "💥"])
def test_nothing_is_found_in_nothing(text: str) -> None:
    assert texts(base("drone"), text) == []


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("dron", "drones"),
        ("línea del frente", "líneas del frente"),
        ("batallón", "batallones"),
        ("juez", "jueces"),
        ("defensa aérea", "defensas aéreas"),
        ("alto el fuego", "altos el fuego"),
        ("crisis", "crisis"),
        ("ONU", "ONU"),
    ],
)
def test_spanish_plurals(one: str, many: str) -> None:
    assert plural(one) == many


@pytest.mark.parametrize(
    ("word", "term", "is_right"),
    [
        ("un", "dron", True),
        ("los", "drones", True),
        ("el", "drones", False),
        ("una", "dron", False),
        ("la", "defensa aérea", True),
        ("las", "sanciones", True),
        ("los", "sanciones", False),
        ("los", "misiles de crucero", True),
        ("el", "orden", False),
        ("con", "defensa aérea", True),
    ],
)
def test_an_article_agrees_where_that_can_be_told(word: str, term: str, is_right: bool) -> None:
    assert agrees(word, term) == is_right
