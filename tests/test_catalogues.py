"""The interface in two languages: no message without its Spanish, no placeholder lost."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from tests import catalogues
from translator import checking, errors, wording
from translator.config import Config
from translator.model import Grade

DOMAINS = ("translator", "page")
_PLACEHOLDER = re.compile(r"\{\w*(?:!r)?\}|%\(\w+\)[sd]")


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_template_is_what_the_code_says(domain: str) -> None:
    drawn = catalogues.written(catalogues.draw(domain))
    there = catalogues.template(domain).read_bytes()
    assert drawn == there, "renew with: python tests/catalogues.py"


def forms(value: object) -> list[str]:
    """The forms of a message: one, or singular and plural."""
    return [str(one) for one in value] if isinstance(value, tuple | list) else [str(value)]


def messages(domain: str, language: str) -> list[Message]:
    catalogue = catalogues.read(catalogues.translation(domain, language), language)
    return [message for message in catalogue if message.id]


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
@pytest.mark.parametrize("domain", DOMAINS)
def test_every_message_is_translated(domain: str, language: str) -> None:
    there = messages(domain, language)
    drawn = {message.id for message in catalogues.draw(domain) if message.id}
    assert {message.id for message in there} == drawn
    for message in there:
        strings = message.string if isinstance(message.string, tuple | list) else [message.string]
        assert all(strings), message.id
        assert not message.fuzzy, message.id


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
@pytest.mark.parametrize("domain", DOMAINS)
def test_no_placeholder_is_lost(domain: str, language: str) -> None:
    for message in messages(domain, language):
        pairs = zip(forms(message.id), forms(message.string), strict=True)
        for original, string in pairs:
            assert set(_PLACEHOLDER.findall(string)) == set(_PLACEHOLDER.findall(original)), (
                original
            )


@pytest.mark.outside
@pytest.mark.parametrize("language", catalogues.LANGUAGES)
@pytest.mark.parametrize("domain", DOMAINS)
def test_msgfmt_has_nothing_to_say(domain: str, language: str, tmp_path: Path) -> None:
    if shutil.which("msgfmt") is None:
        pytest.skip("msgfmt is not installed")
    path = catalogues.translation(domain, language)
    done = subprocess.run(
        ["msgfmt", "-c", "-o", str(tmp_path / "out.mo"), str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("domain", DOMAINS)
def test_our_own_checks_have_nothing_to_say_of_our_own_spanish(domain: str) -> None:
    checker = checking.load(Config())
    report = checking.of_file(checker, catalogues.translation(domain, "es"))
    assert report.segments > 100
    assert [one for one in report.findings if one.grade is not Grade.INFO] == []


def test_every_error_has_its_sentence() -> None:
    names = "|".join(
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, errors.TranslatorError)
    )
    raised = re.compile(rf"\b(?:{names})\(\s*\"([a-z0-9-]+)\"")
    codes = {
        code
        for path in (catalogues.ROOT / "translator").rglob("*.py")
        for code in raised.findall(path.read_text(encoding="utf-8"))
    }
    assert len(codes) > 20
    assert codes - wording.codes() == set()


def test_what_is_said_is_drawn() -> None:
    """A text that the code gives to gettext where no tool draws it, as within an f-string of some
    Pythons, stays English in every language."""
    drawn = {
        text
        for domain in DOMAINS
        for message in catalogues.draw(domain)
        for text in forms(message.id)
    }
    said = {
        (path.name, call.args[0].value)
        for path in (catalogues.ROOT / "translator").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in ("_", "N_", "NN_", "ngettext")
        and isinstance(call.args[0], ast.Constant)
    }
    assert len(said) > 500
    assert {one for one in said if one[1] not in drawn} == set()
