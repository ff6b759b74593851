"""Words that must not change: put back, put in again, or built around."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from translator.engines import keeping
from translator.engines.guard import Guard


@pytest.mark.parametrize(
    ("target", "word", "mended"),
    [
        ("Ejecute desk tool ahora.", "desk_tool", "Ejecute desk_tool ahora."),
        ("Vea https://a.org/b c hoy.", "https://a.org/b_c", "Vea https://a.org/b_c hoy."),
        ("Lo dijo @zelenskyyua ayer.", "@ZelenskyyUa", "Lo dijo @ZelenskyyUa ayer."),
        ("Lo dijo @ ZelenskyyUa ayer.", "@ZelenskyyUa", "Lo dijo @ZelenskyyUa ayer."),
        ("El informe 2024. pdf llegó.", "informe_2024.pdf", "El informe_2024.pdf llegó."),
        ("Nada de eso.", "desk_tool", "Nada de eso."),
        ("Una b más.", "_b_", "Una b más."),
    ],
)
def test_what_still_has_its_letters_is_put_back(target: str, word: str, mended: str) -> None:
    assert keeping.restore(target, {word: word}) == mended


def test_a_translated_name_is_put_in_again() -> None:
    assert keeping.rename("Roger piedra habló.", {"Stone": "Piedra."}) == "Roger Stone habló."
    assert keeping.rename("Stone tiró una piedra.", {"Stone": "piedra"}) == "Stone tiró una piedra."
    assert keeping.rename("Empedrado.", {"Stone": "Piedra"}) == "Empedrado."


def test_a_sentence_is_cut_at_kept_words() -> None:
    parts = keeping.cut("Write to a@b.org, or to a@b.org.uk now.", ["a@b.org", "a@b.org.uk"])
    assert [part.text for part in parts if part.is_kept] == ["a@b.org", "a@b.org.uk"]
    assert "".join(part.text for part in parts) == "Write to a@b.org, or to a@b.org.uk now."


class Eater:
    """An engine that makes *algo* of every name and of every word of code."""

    name = "eater"

    def signature(self) -> str:
        return "eater 1"

    def translate(self, texts: Sequence[str]) -> list[str]:
        return [re.sub(r"\w+_\w+|Stone", "algo", text) for text in texts]


def test_a_kept_name_comes_through() -> None:
    text = "La casa de Stone es roja."
    (outcome,) = Guard(Eater(), keep=lambda text: {"Stone": "Stone"}).judge([text])
    assert (outcome.text, outcome.step) == (text, "renamed")
    (free,) = Guard(Eater()).judge([text])
    assert free.text == "La casa de algo es roja."


def test_the_guard_builds_a_sentence_around_what_would_be_lost() -> None:
    text = "Algo en run_all_tests es rojo."
    (outcome,) = Guard(Eater()).judge([text])
    assert (outcome.text, outcome.step) == (text, "around")


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("EE.UU. aplaza el plazo.", "Estados Unidos aplaza el plazo."),
        ("entre los EE.UU., Rusia y Ucrania", "entre los Estados Unidos, Rusia y Ucrania"),
        ("Volvió a EE.UU.", "Volvió a Estados Unidos."),
        ("Dijo: «Volvió a EE.UU.»", "Dijo: «Volvió a Estados Unidos.»"),
        ("Volvió a EE.UU", "Volvió a Estados Unidos"),
    ],
)
def test_the_point_of_an_abbreviation_goes_with_it(target: str, wanted: str) -> None:
    assert keeping.prefer(target, "EE.UU.", "Estados Unidos") == wanted
