"""Trafilatura as a judge: what belongs to the article by its words."""

from __future__ import annotations

import pytest

from translator.sources import extraction
from translator.sources.extraction import Judgement

LONG = "The first ferry since 1986 crossed the estuary on Thursday."
JUDGED = Judgement(
    whole=extraction.squeeze(LONG + "Read more about it in the paper of today."),
    units=frozenset({extraction.squeeze(LONG), "Whatnow"}),
)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (LONG, True),
        (f"  {LONG.replace(' ', chr(10))} ", True),
        ("ferry since 1986 crossed the estuary", True),
        ("What now", True),
        ("Read more", False),
        ("The second ferry since 1986 crossed the estuary.", False),
        ("", False),
        (" \n", False),
    ],
)
def test_a_block_is_kept_by_its_words(text: str, kept: bool) -> None:
    assert JUDGED.keeps(text) is kept


def test_an_article_is_judged() -> None:
    judged = extraction.judge(
        f"<html><body><article><p>{LONG}</p><p>{LONG[4:]}</p></article></body>"
    )
    assert judged.keeps(LONG)


@pytest.mark.parametrize("page", ["", "<html></html>", "<script>x</script>", "<" * 1_000, "\x00"])
def test_a_page_without_an_article_keeps_nothing(page: str) -> None:
    judged = extraction.judge(page)
    assert not judged.keeps(LONG)


def test_a_page_nested_too_deep_keeps_nothing_and_does_not_fail() -> None:
    assert not extraction.judge("<div>" * 20_000 + "x").keeps(LONG)
