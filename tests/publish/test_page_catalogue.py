"""The frame's words: `page.pot` holds every one that `publish/` says, and Spanish lacks none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from tests import catalogues
from translator import i18n

PLACEHOLDER = re.compile(r"%\((\w+)\)[a-z]")


def _catalogue(path: Path, language: str | None = None) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def _spanish() -> Catalog:
    return _catalogue(i18n.folder() / "es" / "LC_MESSAGES" / "page.po", "es")


def _messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def test_template_holds_every_message_of_the_sources_and_no_other() -> None:
    drawn = {message.id for message in catalogues.draw("page") if message.id}
    there = {message.id for message in _messages(_catalogue(i18n.folder() / "page.pot"))}
    assert drawn == there
    assert len(drawn) > 5


def test_spanish_has_every_message_and_no_other() -> None:
    template = _messages(_catalogue(i18n.folder() / "page.pot"))
    assert {message.id for message in _messages(_spanish())} == {one.id for one in template}
    assert not _spanish().obsolete


@pytest.mark.parametrize("message", _messages(_spanish()), ids=lambda message: str(message.id))
def test_spanish_is_complete_with_plurals_and_placeholders(message: Message) -> None:
    assert not message.fuzzy
    assert not [str(error) for error in message.check(_spanish())]
    sources, targets = _forms(message.id), _forms(message.string)
    assert len(targets) == len(sources)
    for source, target in zip(sources, targets, strict=True):
        assert target.strip()
        assert sorted(PLACEHOLDER.findall(source)) == sorted(PLACEHOLDER.findall(target))


def _forms(message: object) -> tuple[str, ...]:
    """Singular and plural, or the one form there is."""
    forms = message if isinstance(message, tuple | list) else (message,)
    return tuple(str(form or "") for form in forms)
