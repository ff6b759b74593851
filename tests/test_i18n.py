"""The interface language: asked for, detected, and spoken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages import pofile

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


@pytest.fixture
def catalogues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of catalogues with one word, and a process that keeps what it compiles."""
    po = tmp_path / "es" / "LC_MESSAGES" / "translator.po"
    po.parent.mkdir(parents=True)
    po.write_text(_catalogue("agua"), encoding="utf-8")
    monkeypatch.setattr(i18n, "folder", lambda: tmp_path)
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    i18n.catalogue.cache_clear()
    yield po
    i18n.catalogue.cache_clear()


def _catalogue(word: str) -> str:
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
    return f'{head}\nmsgid "water"\nmsgstr "{word}"\n'


def _word() -> str:
    i18n.catalogue.cache_clear()
    return i18n.catalogue("translator", "es").gettext("water")


def test_a_catalogue_is_compiled_once(catalogues: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _word() == "agua"
    monkeypatch.setattr(pofile, "read_po", None)
    assert _word() == "agua"


def test_another_catalogue_is_compiled_anew(catalogues: Path) -> None:
    assert _word() == "agua"
    catalogues.write_text(_catalogue("lago"), encoding="utf-8")
    assert _word() == "lago"


@pytest.mark.parametrize("content", [b"", b"0 0\n", b"no", b"\xde\x12\x04\x95"])
def test_a_damaged_compilation_is_made_anew(catalogues: Path, content: bytes) -> None:
    assert _word() == "agua"
    kept = catalogues.parent / "__pycache__" / "translator.mo"
    mark = kept.read_bytes().partition(b"\n")[0]
    for damaged in (content, mark + b"\n" + content, kept.read_bytes()[:-9]):
        kept.write_bytes(damaged)
        assert _word() == "agua"


def test_where_nothing_can_be_kept_nothing_is(
    catalogues: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = catalogues.parent / "__pycache__"
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    assert _word() == "agua"
    assert not folder.exists()
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    folder.write_text("a file stands in the way", encoding="utf-8")
    assert _word() == "agua"
