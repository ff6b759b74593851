"""Deletion: an article goes with all its work, and comes back with all of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import WHEN
from translator import editing, intake, removal, terminology
from translator.config import Config
from translator.desk import Desk, articles, summaries
from translator.errors import NotFoundError, UsageError
from translator.model import Article, Block, Role, Translation


def another(desk: Desk, title: str) -> str:
    article = Article((Block(1, Role.TITLE, title), Block(2, Role.PARAGRAPH, "It is open.")))
    return intake.add_article(desk, article, data=title.encode(), modified=WHEN)


def test_a_deleted_article_is_nowhere(desk: Desk, slug: str) -> None:
    editing.confirm(desk, slug, 4, "Nadie resultó herido.")
    removal.delete(desk, [slug])
    assert articles.slugs(desk) == ()
    assert summaries.of_desk(desk) == ()
    for read in (articles.read, articles.page):
        with pytest.raises(NotFoundError):
            read(desk, slug)
    with pytest.raises(NotFoundError):
        editing.undo(desk, slug)
    known = terminology.load(desk, Config())
    before, after = terminology.redecided(known, articles_of(desk, "Kyiv"), "Kyiv", "Kiev")
    assert terminology.changes(desk, [(before, after)]) == ()


def articles_of(desk: Desk, name: str) -> Translation:
    return articles.read(desk, another(desk, f"The road to {name}"))


def test_undo_brings_back_the_last_decision_first(desk: Desk, slug: str) -> None:
    editing.confirm(desk, slug, 1, "El río baja")
    before = articles.read(desk, slug)
    first, second = another(desk, "One"), another(desk, "Two")
    removal.delete(desk, [slug])
    removal.delete(desk, [first, second])
    assert removal.undo(desk) == (first, second)
    assert set(articles.slugs(desk)) == {first, second}
    assert removal.undo(desk) == (slug,)
    assert articles.read(desk, slug) == before
    assert removal.undo(desk) == ()


def test_the_slug_of_a_deleted_article_is_kept_for_it(desk: Desk) -> None:
    first = another(desk, "One")
    removal.delete(desk, [first])
    again = intake.add_article(desk, articles_like("One"), data=b"other", modified=WHEN)
    assert again == "one-2"
    with pytest.raises(UsageError):
        intake.add_article(desk, articles_like("x"), data=b"x", modified=WHEN, slug="one")


def articles_like(title: str) -> Article:
    return Article((Block(1, Role.TITLE, title), Block(2, Role.PARAGRAPH, "It is open.")))


def test_a_wrong_slug_deletes_nothing(desk: Desk, slug: str) -> None:
    with pytest.raises(NotFoundError):
        removal.delete(desk, [slug, "no-such"])
    assert articles.slugs(desk) == (slug,)


def test_adding_the_page_again_brings_the_work_back(desk: Desk, tmp_path: Path) -> None:
    page = tmp_path / "bridge.txt"
    line = "The bridge is open again after two years of work, the city said on Monday.\n"
    page.write_text(f"The bridge\n\n{line}\n{line * 3}")
    added = intake.add(desk, str(page), Config())
    editing.confirm(desk, added.slug, 1, "El puente")
    removal.delete(desk, [added.slug])
    again = intake.add(desk, str(page), Config())
    assert (again.slug, again.is_known) == (added.slug, False)
    assert articles.read(desk, again.slug).segments[0].target == "El puente"
