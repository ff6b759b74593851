"""The frame's words and forms in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from translator import i18n
from translator.publish.frame import frame


@pytest.mark.parametrize("minutes", [0, 2, 11])
def test_minutes_in_the_plural(minutes: int) -> None:
    assert frame("en").minutes(minutes) == f"{minutes} minute read"
    assert frame("es").minutes(minutes) == f"{minutes} minutos de lectura"


def test_one_minute() -> None:
    assert frame("en").minutes(1) == "1 minute read"
    assert frame("es").minutes(1) == "1 minuto de lectura"


def test_dates_are_long_and_day_first() -> None:
    assert frame("en").date(date(2025, 2, 20)) == "20 February 2025"
    assert frame("es").date(date(2025, 2, 20)) == "20 de febrero de 2025"


def test_bylines_take_any_name() -> None:
    assert frame("en").byline("Yuri Zoria") == "By Yuri Zoria"
    assert frame("es").byline("100%s Pérez") == "Por 100%s Pérez"


def test_unfinished_sentences_are_counted() -> None:
    assert frame("es").unfinished(1).endswith("tiene 1 frase por confirmar.")
    assert frame("es").unfinished(3).endswith("tiene 3 frases por confirmar.")


def test_the_frame_does_not_follow_the_interface() -> None:
    i18n.use("es")
    assert frame("en").draft == "Draft"
    assert frame("es").draft == "Borrador"
