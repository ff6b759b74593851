"""The interface language: asked for, detected, and spoken."""

from __future__ import annotations

import pytest

from translator import i18n, wording
from translator.errors import NotFoundError
from translator.model import Origin, Role, State


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "es_MX.UTF-8"}, "es"),
        ({"LANG": "es_ES.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANGUAGE": "de:es:en", "LANG": "de_DE.UTF-8"}, "es"),
        ({"LC_MESSAGES": "es_ES", "LANG": "en_GB"}, "es"),
        ({"LANG": "fr_FR"}, "en"),
    ],
)
def test_the_language_is_the_environments(environment: dict[str, str], language: str) -> None:
    assert i18n.detect(environment) == language


def test_an_error_is_said_in_the_interfaces_language() -> None:
    error = NotFoundError("no-such-article", slug="tran", nearest="tren")
    assert wording.sentence(error) == (
        "There is no article “tran” on this desk. Did you mean “tren”?"
    )
    i18n.use("es")
    assert wording.sentence(error) == (
        "No hay ningún artículo «tran» en esta mesa. ¿Quería decir «tren»?"
    )


def test_an_error_cannot_move_the_cursor() -> None:
    sentence = wording.sentence(NotFoundError("no-such-file", path="a\x1b[2J\u202eb{path}"))
    assert "\x1b" not in sentence
    assert "a‹U+001B›[2J‹U+202E›b{path}" in sentence


def test_every_state_origin_and_role_has_words() -> None:
    i18n.use("es")
    words = [wording.state_name(state) for state in State]
    words += [wording.origin_name(origin) for origin in Origin]
    words += [wording.role_name(role) for role in Role]
    assert all(words)
    assert "párrafo" in words
