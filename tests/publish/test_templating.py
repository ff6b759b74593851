"""A house's own template: it escapes, builds upon ours, and reaches nothing that is not its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from tests.publish.making import block, translation
from translator.errors import InputError, NotFoundError
from translator.model import Role
from translator.publish import pages
from translator.publish.house import House

STORY = translation(
    block(Role.TITLE, ("A <b>story</b>", "Una <b>historia</b>")),
    block(Role.PARAGRAPH, ("One.", "Uno.")),
)


def written(folder: Path, text: str, name: str = "page.html") -> str:
    (folder / "templates").mkdir(exist_ok=True)
    (folder / "templates" / name).write_text(text, encoding="utf-8")
    return pages.render(STORY, House(desk=folder), own_template=True).spanish


def test_a_template_is_given_what_ours_is_and_escapes(tmp_path: Path) -> None:
    shown = written(tmp_path, "<h1>{{ page.title.plain }}</h1>{{ frame.switch }} {{ canonical }}")
    assert shown == "<h1>Una &lt;b&gt;historia&lt;/b&gt;</h1>Idioma story.es.html"


def test_a_template_builds_upon_ours(tmp_path: Path) -> None:
    foot = "{% block foot %}<footer>{{ frame.language }}</footer>{% endblock %}"
    own = '{% extends "engesp/page.html" %}' + foot
    page = html.document_fromstring(written(tmp_path, own))
    assert page.findtext(".//footer") == "es"
    assert page.findtext(".//h1") == "Una <b>historia</b>"
    assert page.xpath("//nav//a")


def test_a_template_includes_others_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "foot.html").write_text("<footer>ok</footer>", encoding="utf-8")
    assert written(tmp_path, '{% include "foot.html" %}') == "<footer>ok</footer>"


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ page.__class__.__init__.__globals__ }}",
        "{{ article.blocks.append(1) }}",
        '{% include "../secret.html" %}',
        '{% include "/etc/passwd" %}',
        "{{ nothing }}",
        "one\n{% if %}",
        "{{ 1 / 0 }}",
    ],
)
def test_what_a_template_must_not_do_is_an_error_with_its_place(tmp_path: Path, text: str) -> None:
    (tmp_path / "secret.html").write_text("secret", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        written(tmp_path, text)
    assert caught.value.code == "template-broken"
    assert str(tmp_path) in str(caught.value.values["path"])
    assert caught.value.values["line"] == text.count("\n") + 1


def test_a_desk_without_a_template_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        pages.render(STORY, House(desk=tmp_path), own_template=True)


def test_a_desk_has_words_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "page.es.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "Language"\nmsgstr "Lengua"\n\nmsgid "Related"\nmsgstr ""\n',
        encoding="utf-8",
    )
    page = html.document_fromstring(pages.render(STORY, House(desk=tmp_path)).spanish)
    assert page.xpath("//nav/@aria-label") == ["Lengua"]
    (tmp_path / "page.es.po").write_text("msgid broken", encoding="utf-8")
    with pytest.raises(InputError):
        pages.render(STORY, House(desk=tmp_path))
