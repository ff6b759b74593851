"""A glance at an article sees what another has changed, and whether it has its shape."""

from __future__ import annotations

import pytest

from translator import corrections, editing
from translator.desk import Desk, articles, glance
from translator.errors import NotFoundError


def test_nothing_has_changed(desk: Desk, slug: str) -> None:
    before = glance.rows(desk, slug)
    assert glance.changed(before, glance.rows(desk, slug)) == []
    assert [row[0] for row in before] == [one.id for one in articles.read(desk, slug).segments]


def test_what_is_typed_confirmed_and_noted_is_seen(desk: Desk, slug: str) -> None:
    first, second, third, *_ = articles.read(desk, slug).segments
    before = glance.rows(desk, slug)
    editing.set_target(desk, slug, first.id, "El río")
    editing.confirm(desk, slug, second.id, "Baja")
    editing.set_note(desk, slug, third.id, "¿Cuál?")
    after = glance.rows(desk, slug)
    assert glance.changed(before, after) == [0, 1, 2]
    assert not glance.is_reshaped(before, after)


def test_another_english_is_another_shape(desk: Desk, slug: str) -> None:
    before = glance.rows(desk, slug)
    block = articles.read(desk, slug).segments[-1].block
    corrections.set_text(desk, slug, block, "Nobody was hurt on Monday.")
    assert glance.is_reshaped(before, glance.rows(desk, slug))


def test_an_article_that_has_gone(desk: Desk) -> None:
    with pytest.raises(NotFoundError):
        glance.rows(desk, "gone")
