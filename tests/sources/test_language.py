"""Which language a text is in, with and without the model."""

from __future__ import annotations

import pytest

from tests.conftest import SHARED
from translator.sources import language

SENTENCES = {
    "en": "The minister said on Tuesday that the government would bring in a new law.",
    "es": "El ministro dijo el martes que el Gobierno presentará una nueva ley este mes.",
    "fr": "Le ministre a dit mardi que le gouvernement présenterait une nouvelle loi ce mois-ci.",
    "pt": "O ministro disse na terça-feira que o governo apresentará uma nova lei este mês.",
    "uk": "Міністр заявив у вівторок, що уряд подасть новий законопроєкт до кінця місяця.",
    "ru": "Министр заявил во вторник, что правительство представит новый законопроект.",
    "zh": "部长周二表示，政府将在月底前提交一项新法案，该法案将改变能源市场的规则，并要求各城市。",
}


@pytest.mark.parametrize(("code", "text"), SENTENCES.items())
def test_the_language_of_a_sentence(code: str, text: str) -> None:
    assert language.find(text) == code


@pytest.mark.parametrize("text", ["", "Hello", "Breaking news", "1 2 3 4 5 6 7 8 9"])
def test_too_little_text_says_nothing(text: str) -> None:
    assert language.find(text) == ""


@pytest.mark.skipif(not (SHARED / "data").exists(), reason="the sentences are not here")
@pytest.mark.parametrize("code", ["en", "es"])
def test_the_languages_of_news(code: str) -> None:
    path = SHARED / "data" / "mt" / f"newstest2013.{code}"
    lines = path.read_text(encoding="utf-8").splitlines()
    groups = [" ".join(lines[start : start + 5]) for start in range(0, 1000, 5)]
    wrong = [group for group in groups if language.find(group) != code]
    assert not wrong
