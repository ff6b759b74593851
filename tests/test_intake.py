"""Intake: slugs, words, segments, and what a desk already knows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import WHEN
from translator import intake, updating
from translator.cli.making import SAMPLE
from translator.config import Config
from translator.desk import Desk, articles
from translator.errors import InputError, NotFoundError, UsageError
from translator.model import TRANSLATED_ROLES, Article, Block, Role, Segment


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("River falls to its lowest level", "river-falls-to-its-lowest-level"),
        ("Zelenskyy’s “plan”: what’s in it?", "zelenskyys-plan-whats-in-it"),
        ("  Ñandú & Ærø — 2026 ", "nandu-r-2026"),
        ("../../etc/passwd", "etc-passwd"),
        ("¿¡!?", "article"),
        ("word " * 40, "-".join(["word"] * 16)),
        ("x" * 200, "x" * 80),
    ],
)  # fmt: skip
def test_slugs_are_safe_everywhere(title: str, slug: str) -> None:
    assert intake.make_slug(title) == slug


def test_only_what_is_translated_is_cut(article: Article) -> None:
    roles = {block.id: block.role for block in article.blocks}
    segments = list(intake.cut(article.blocks))
    assert [segment.id for segment in segments] == [1, 2, 3, 4]
    assert {roles[segment.block] for segment in segments} <= TRANSLATED_ROLES


def test_words_are_counted_as_translators_are_paid() -> None:
    assert intake.count_words(Segment(1, 1, "It’s 2 meters – or <1>3.5</1> more.")) == 6


def test_without_a_headline_the_text_gives_the_name(desk: Desk) -> None:
    article = Article((Block(1, Role.PARAGRAPH, "Nobody was hurt."),))
    assert intake.add_article(desk, article, data=b"x", modified=WHEN) == "nobody-was-hurt"


@pytest.mark.parametrize(
    ("slug", "code"), [("Not A Slug", "slug-malformed"), ("river", "slug-taken")]
)
def test_a_slug_that_cannot_be_is_refused(
    desk: Desk, article: Article, slug: str, code: str
) -> None:
    intake.add_article(desk, article, data=b"1", modified=WHEN, slug="river")
    with pytest.raises(UsageError) as caught:
        intake.add_article(desk, article, data=b"2", modified=WHEN, slug=slug)
    assert caught.value.code == code
    assert articles.slugs(desk) == ("river",)


GERMAN = (
    "Brücke in Alder wird wieder geöffnet\n\nDie Brücke über den Fluss wird am Montag wieder"
    " geöffnet, sagte die Bürgermeisterin am Sonntag vor der Presse in der Stadt.\n\n"
    "Der Umbau hat elf Jahre gedauert und mehr gekostet, als der Rat bewilligt hatte.\n"
)


def test_a_page_in_another_language_needs_force(desk: Desk, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(GERMAN, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        intake.add(desk, str(page), Config())
    assert (caught.value.code, caught.value.values["language"]) == ("not-english", "de")
    assert not intake.add(desk, str(page), Config(), force=True).is_known


def test_the_text_counts_not_the_language_that_the_page_declares(
    desk: Desk, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    text = SAMPLE.read_text(encoding="utf-8").replace('lang="en"', 'lang="uk"')
    page.write_text(text, encoding="utf-8")
    assert intake.add(desk, str(page), Config()).language == "en"


def test_a_page_that_changed_is_said_and_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    text = SAMPLE.read_text(encoding="utf-8")
    page.write_text(text, encoding="utf-8")
    added = intake.add(desk, str(page), Config())
    before = articles.read(desk, added.slug)
    page.write_text(text.replace("Monday", "Tuesday") + "\n", encoding="utf-8")
    again = intake.add(desk, str(page), Config())
    assert again == replace(added, is_known=True, needs_update=True)
    assert articles.read(desk, added.slug) == before
    assert articles.slugs(desk) == (added.slug,)


def test_the_same_bytes_change_nothing(desk: Desk, tmp_path: Path) -> None:
    added = intake.add(desk, str(SAMPLE), Config())
    copy = tmp_path / "copy.html"
    copy.write_bytes(SAMPLE.read_bytes())
    again = intake.add(desk, str(copy), Config(), slug="another")
    assert again == replace(added, source=str(copy), is_known=True)
    assert articles.slugs(desk) == (added.slug,)


SITE = Config(site="https://post.example/{lang}/{slug}")


def test_a_person_answers_for_a_saved_page(desk: Desk, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(SAMPLE.read_bytes())
    slug = intake.add(desk, str(page), SITE, own=True).slug
    stored = articles.page(desk, slug)
    assert (stored.source, stored.place) == (str(page), articles.read(desk, slug).article.address)
    # The file and the address are the same page from now on.
    page.write_bytes(SAMPLE.read_bytes() + b"\n")
    assert intake.add(desk, str(page), SITE, own=True).needs_update
    updating.update(desk, slug, str(page), SITE)
    assert articles.page(desk, slug).place == str(page)
    assert intake.add(desk, str(page), SITE, own=True).is_known
    assert articles.page(desk, slug).place == stored.place
    assert articles.slugs(desk) == (slug,)


@pytest.mark.parametrize(
    ("config", "code"),
    [
        (Config(), "own-needs-site"),
        (Config(site="https://other.example/{lang}/{slug}"), "not-own"),
    ],
)
def test_nobody_answers_for_another_site(desk: Desk, config: Config, code: str) -> None:
    with pytest.raises(UsageError) as caught:
        intake.add(desk, str(SAMPLE), config, own=True)
    assert caught.value.code == code
    assert articles.slugs(desk) == ()


def test_a_folder_without_pages_is_said(tmp_path: Path) -> None:
    (tmp_path / "notes.pdf").write_text("x", encoding="utf-8")
    with pytest.raises(NotFoundError):
        intake.expand(str(tmp_path))
    assert intake.expand("-") == ("-",)
