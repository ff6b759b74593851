"""English and Spanish sentences find each other by what they share."""

from __future__ import annotations

import pytest

from translator import alignment
from translator.alignment import cognates, evidence, lengths, phrases, words


def kinds(english: list[list[str]], spanish: list[list[str]]) -> list[tuple[int, int]]:
    return [(len(link.english), len(link.spanish)) for link in alignment.align(english, spanish)]


def test_sentences_are_split_merged_added_and_left_out() -> None:
    english = [
        ["The mayor of Velmar left on Monday.", "Nobody asked him why."],
        ["Police found 4,200 litres of oil in the harbour, and the bridge was closed for a week."],
        ["A baker in the old town has painted her door blue."],
        ["The council meets again in October.", "It will vote on the new school."],
    ]
    spanish = [
        ["El alcalde de Velmar se marchó el lunes sin que nadie le preguntara por qué."],
        [
            "La policía encontró 4200 litros de petróleo en el puerto.",
            "El puente estuvo cerrado una semana.",
        ],
        ["El consejo vuelve a reunirse en octubre.", "Votará sobre la nueva escuela."],
        ["La última crecida causó daños por valor de 35 millones de euros en la comarca."],
    ]
    assert kinds(english, spanish) == [(2, 1), (1, 2), (1, 0), (1, 1), (1, 1), (0, 1)]


def test_an_unlike_sentence_of_the_same_length_is_no_partner() -> None:
    english = [
        ["The court freed the two men on Friday."],
        ["Snow closed the airport in Oslo for 14 hours, and 3,000 travellers slept on the floor."],
    ]
    spanish = [
        ["El tribunal liberó el viernes a los dos hombres."],
        ["Su abogado, Lars Hedin, pidió calma y anunció un recurso de 90 páginas ante el Supremo."],
    ]
    found = alignment.pairs(english, spanish)
    assert [pair.is_gap for pair in found] == [False, True, True]


def test_paragraphs_guide_and_do_not_bind() -> None:
    english = [["Rain fell on Oslo.", "The bridge was closed."], ["Nobody was hurt."]]
    spanish = [["Llovió en Oslo."], ["El puente se cerró.", "Nadie resultó herido."]]
    assert kinds(english, spanish) == [(1, 1), (1, 1), (1, 1)]


@pytest.mark.parametrize("which", [0, 1])
def test_a_translation_that_is_known_decides_what_nothing_else_does(which: int) -> None:
    english = [
        "Squalls harried their skiff while dusk thickened, and her oars creaked beneath it all.",
        "Embers glowed behind their hearth while dawn crept closer, and his kettle sang along.",
    ]
    spanish = "Aullaba un lobo lejano mientras ella hilaba sin prisa, y su rueca gemía con desgana."
    before, after = ["In 1987 Kumasi had 412 wells."], ["Nobody was hurt.", "It rained on Monday."]
    found = alignment.pairs(
        [before, english, after],
        [
            ["Kumasi tenía 412 pozos en 1987."],
            [spanish],
            ["Nadie resultó herido.", "Llovió el lunes."],
        ],
        [(english[which], spanish)],
    )
    assert (english[which], spanish) in [(pair.english, pair.spanish) for pair in found]
    assert (english[1 - which], "") in [(pair.english, pair.spanish) for pair in found]


def test_doubt_is_told_from_certainty() -> None:
    sure = alignment.pairs(
        [["In 1987 Kumasi had 412 wells."]], [["Kumasi tenía 412 pozos en 1987."]]
    )
    assert not sure[0].is_doubtful
    twins = [["He waited for her there.", "He waited for her there."], ["They left in 1987."]]
    found = alignment.pairs(twins, [["La esperó allí."], ["Se fueron en 1987."]])
    assert all(pair.is_doubtful for pair in found[:-1])
    assert not found[-1].is_doubtful


def test_nothing_is_aligned_with_nothing() -> None:
    assert alignment.align([], []) == ()
    assert kinds([["One."]], []) == [(1, 0)]
    assert kinds([[]], [[], ["Uno."]]) == [(0, 1)]


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("hospital", "hospitales"),
        ("catastrophe", "catástrofe"),
        ("immediate", "inmediatamente"),
        ("station", "estación"),
        ("Zelenskyy", "Zelenski"),
        ("part", "partes"),
        ("dose", "dosis"),
        ("quality", "calidad"),
        ("Uppsala", "Upsala"),
    ],
)
def test_cognates_meet(english: str, spanish: str) -> None:
    same = cognates.skeleton(english)[:3] == cognates.skeleton(spanish)[:3]
    assert (
        same if english == "quality" else cognates.skeleton(english) == cognates.skeleton(spanish)
    )


def test_words_that_are_spelled_unlike_are_known_in_their_forms() -> None:
    assert set(words.in_english("said")) & set(words.in_spanish("dijeron"))
    assert set(words.in_english("Tuesday")) & set(words.in_spanish("martes"))
    assert not words.in_english("squall")
    assert not set(words.in_english("war")) & set(words.in_spanish("paz"))


def test_every_meaning_has_both_languages() -> None:
    for entry in words.MEANINGS:
        english, colon, spanish = entry.partition(":")
        assert colon, entry
        assert english.split(), entry
        assert spanish.split(), entry


def test_figures_meet_by_value() -> None:
    english = evidence.read(["It cost $2.9 billion."], is_english=True)[0]
    spanish = evidence.read(["Costó 2900 millones de dólares."], is_english=False)[0]
    shared = {key for sign in english for key in sign.keys} & {
        key for sign in spanish for key in sign.keys
    }
    assert "#2.9E+9" in shared


def test_lengths_as_expected_cost_nothing_and_others_more() -> None:
    expected = round(100 * lengths.RATIO)
    costs = [lengths.cost(100, expected + more) for more in (0, 10, 40, 100, 10_000)]
    assert costs[0] == pytest.approx(0, abs=0.1)
    assert costs == sorted(costs)
    assert lengths.cost(0, 0) == 0


def test_known_phrases_are_found_whatever_their_case() -> None:
    known = phrases.index([("ceasefire", "alto el fuego"), ("", "nada"), ("a", "—")])
    assert known.english.find("A CEASEFIRE held.") == {0}
    assert known.spanish.find("El Alto el Fuego se mantuvo.") == {0}
    assert known.spanish.find("Un alto.") == frozenset()
