"""The guard: what is no translation is tried again in other ways, and given up at last."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from translator import engines
from translator.checks.fidelity import Fault
from translator.engines.guard import Guard, Outcome

SOURCE = "The mayor closed the bridge, and nobody knows for how long."
SPANISH = "El alcalde cerró el puente y nadie sabe por cuánto tiempo."


class Stubborn:
    """Mirrors every text but those that it has been taught."""

    name = "stubborn"

    def __init__(self, known: dict[str, str]) -> None:
        self.known = known
        self.given: list[str] = []

    def signature(self) -> str:
        return "stubborn 1"

    def translate(self, texts: Sequence[str]) -> list[str]:
        self.given += texts
        return [self.known.get(text, text) for text in texts]


class Rich(Stubborn):
    """Has alternatives, and a way without repeats."""

    def __init__(
        self, known: dict[str, str], others: Sequence[str] = (), unrepeated: str = ""
    ) -> None:
        super().__init__(known)
        self.others = others
        self.unrepeated = unrepeated

    def candidates(self, texts: Sequence[str], _count: int) -> list[list[str]]:
        return [list(self.others) for _ in texts]

    def without_repeats(self, texts: Sequence[str]) -> list[str]:
        return [self.unrepeated for _ in texts]


def judged(engine: engines.Engine, text: str, second: engines.Engine | None = None) -> Outcome:
    (outcome,) = Guard(engine, second).judge([text])
    return outcome


def test_a_good_output_is_left_alone() -> None:
    engine = Stubborn({SOURCE: SPANISH})
    assert judged(engine, SOURCE) == Outcome(SPANISH)
    assert engine.given == [SOURCE]


@pytest.mark.parametrize(
    ("make", "source", "wanted"),
    [
        (lambda: Rich({}, [SOURCE, SPANISH]), SOURCE, Outcome(SPANISH, "alternative")),
        (
            lambda: Stubborn({"Mayor closes the old bridge": "El alcalde cierra el viejo puente"}),
            "Mayor Closes the Old Bridge",
            Outcome("El alcalde cierra el viejo puente", "recased"),
        ),
        (
            lambda: Stubborn({SOURCE[:-1]: SPANISH[:-1]}),
            SOURCE,
            Outcome(SPANISH, "end-mark"),
        ),
        (
            lambda: Stubborn({"Bridge closed for good.": "Puente cerrado para siempre."}),
            "Bridge closed for good",
            Outcome("Puente cerrado para siempre", "end-mark"),
        ),
        (lambda: Rich({}, [], SPANISH), SOURCE, Outcome(SPANISH, "no-repeat")),
        (
            lambda: Stubborn(
                {
                    "The mayor closed the bridge,": "El alcalde cerró el puente.",
                    "and nobody knows for how long.": "Y nadie sabe por cuánto tiempo.",
                }
            ),
            SOURCE,
            Outcome("El alcalde cerró el puente, y nadie sabe por cuánto tiempo.", "clauses"),
        ),
    ],
)
def test_each_rung_of_the_ladder(
    make: Callable[[], engines.Engine], source: str, wanted: Outcome
) -> None:
    assert judged(make(), source) == wanted


def test_another_engine_is_the_last_way() -> None:
    assert judged(Stubborn({}), SOURCE, Rich({SOURCE: SPANISH})) == Outcome(SPANISH, "stubborn")


def test_what_no_way_leads_to_is_given_up() -> None:
    outcome = judged(Rich({}), SOURCE, Stubborn({}))
    assert (outcome.text, outcome.faults[0]) == ("", Fault.ENGLISH)
    assert Guard(Stubborn({})).translate([SOURCE, "BBC News"]) == ["", "BBC News"]


def test_order_and_number_are_kept() -> None:
    engine = Stubborn({SOURCE: SPANISH, "Good day.": "Buenos días."})
    texts = ["Good day.", "It is not there at all.", SOURCE, ""]
    assert Guard(engine).translate(texts) == ["Buenos días.", "", SPANISH, ""]


def test_the_starter_has_alternatives_and_a_way_without_repeats() -> None:
    engine = engines.get("starter")
    assert isinstance(engine, engines.argos.ArgosEngine)
    first, second = engine.candidates(["The river fell on Monday.", "Good day."], 3)
    assert len(set(first)) == 3
    assert len(second) == 3
    assert first[0] == engine.translate(["The river fell on Monday."])[0]
    assert len(engine.without_repeats(["Good day.", "Good day."])) == 2
