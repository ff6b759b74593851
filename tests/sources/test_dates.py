"""A date is what a page states; no year of its text is one."""

from __future__ import annotations

from datetime import date

import pytest

from tests.conftest import WHEN
from translator.sources import Page, read

BODY = (
    "<p>She had led the town since 2011 and opened the bridge on a cold morning in the rain.</p>"
    "<p>The bridge was closed for long, and people had to walk round the lake to the station.</p>"
)


@pytest.mark.parametrize(
    ("head", "foot", "published"),
    [
        ("", "", None),
        ("", "<p>© 2019 Springfield News</p>", None),
        ("", "<table><tr><td>Opened in 1998</td></tr></table>", None),
        ('<meta property="article:published_time" content="2026-03-11T08:00">', "", "2026-03-11"),
    ],
)
def test_a_year_is_no_date(head: str, foot: str, published: str | None) -> None:
    text = (
        f"<html lang=en><head><title>Mayor opens the bridge</title>{head}</head><body><article>"
        f"<h1>Mayor opens the bridge after years of work</h1>{BODY}</article>{foot}</body></html>"
    )
    article = read(Page("a.html", text.encode(), WHEN))
    assert article.published == (date.fromisoformat(published) if published else None)
