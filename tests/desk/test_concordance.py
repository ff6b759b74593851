"""The concordance: words and phrases, in either language, case and accents at will."""

from __future__ import annotations

import pytest

from translator import desk as desks
from translator.desk import Desk, concordance, memory
from translator.desk.concordance import search
from translator.model import Code, Unit

PAIRS = (
    ("The year was dry.", "El año fue seco."),
    ("Spain's river level", "El nivel del río en España"),
    ("River on the left", "Un río a la izquierda"),
    ("See <1>the level</1> of the river.", "Vea <1>el nivel</1> del río."),
)


@pytest.fixture
def filled(desk: Desk) -> Desk:
    with desks.writing(desk) as connection:
        memory.take_in(
            connection,
            (Unit(one, two, (Code(1, "a"),) if "<1>" in one else ()) for one, two in PAIRS),
        )
    return desk


@pytest.mark.parametrize(
    ("words", "options", "wanted"),
    [
        ("river", {}, [4, 3, 2]),
        ("RÍO espana", {}, [2]),
        ("ano", {}, [1]),
        ("ano", {"accents": True}, []),
        ("AÑO", {"accents": True}, [1]),
        ("AÑO", {"case": True}, []),
        ("river", {"case": True}, [4, 2]),
        ("river", {"language": "es"}, []),
        ("rio", {"language": "es"}, [4, 3, 2]),
        ("river level", {}, [4, 2]),
        ("river level", {"phrase": True}, [2]),
        ("the level", {"phrase": True}, [4]),
        ("the river", {"phrase": True, "case": True, "accents": True}, [4]),
        ("level río", {}, []),
        ("river", {"most": 1}, [4]),
        # A code is no word.
        ("1", {}, []),
        ('" OR *', {}, []),
        ("", {}, []),
        ('river"', {}, [4, 3, 2]),
        ("NOT", {}, []),
    ],
)
def test_what_is_found(
    filled: Desk, words: str, options: dict[str, bool], wanted: list[int]
) -> None:
    with desks.reading(filled) as connection:
        found = search(connection, words, **options)  # type: ignore[arg-type]
    assert [unit.id for unit in found] == wanted


def test_more_hits_than_are_read_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(concordance, "_CHUNK", 3)
    with desks.writing(desk) as connection:
        memory.take_in(connection, (Unit(f"word {n}", f"palabra {n}") for n in range(10)))
        assert len(search(connection, "word", most=8)) == 8
        assert len(search(connection, "Word", most=8, case=True)) == 0
        assert len(search(connection, "palabra", accents=True)) == 10
