"""What every test gets: a HOME of its own, English, no colour tricks, and articles to work on.

A test never sees the developer's settings, packages, desks or language; each line below closes
one such door.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import settings

from translator import desk as desks
from translator import i18n, intake
from translator.desk import Desk
from translator.model import Article, Block, Code, Role

settings.register_profile("house", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile("house")
# No test asserts a time, and a noisy machine must not fail one. A run repeats the one before, so
# that a red one accuses its own change; `--hypothesis-profile=search` looks for new examples.

SHARED = Path(__file__).parent.parent.parent / "shared"
"""Third-party material, beside the checkout where there is any. Tests that need it skip."""

WHEN = datetime(2026, 3, 12, 8, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _own_machine(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("TRANSLATOR_CONFIG_DIR", str(home / "config"))
    monkeypatch.setenv("TRANSLATOR_DATA_DIR", str(home / "data"))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    for name in ("TRANSLATOR_DESK", "ARGOS_PACKAGES_DIR", "LANGUAGE", "LC_MESSAGES", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setattr("translator.engines.apertium.is_installed", lambda: False)
    i18n.use("en")
    yield
    i18n.use("en")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """A desk whose time stands still at the returned moment."""
    for module in ("translator.desk", "translator.desk.articles", "translator.desk.journal"):
        monkeypatch.setattr(f"{module}.now", lambda: WHEN)
    return WHEN


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty desk in a folder of its own."""
    opened = desks.open_desk(tmp_path / "desk", create=True)
    yield opened
    opened.close()


@pytest.fixture
def article() -> Article:
    """A small article with a link, two paragraphs and furniture around them."""
    return make_article()


def make_article() -> Article:
    """The small article, for tests that need one outside a fixture."""
    return Article(
        blocks=(
            Block(1, Role.FURNITURE, "Home", element="line 1"),
            Block(2, Role.TITLE, "River falls to its lowest level", element="line 2"),
            Block(3, Role.BYLINE, "By Ada Brook", element="line 3"),
            Block(
                4,
                Role.PARAGRAPH,
                "The river fell on Monday. It is at <1>two meters</1> now.",
                element="line 4",
                codes=(Code(1, "a", (("href", "https://example.org/levels"),)),),
            ),
            Block(5, Role.PARAGRAPH, "Nobody was hurt.", element="line 5"),
        ),
        source="river.txt",
        author="Ada Brook",
        published=date(2026, 3, 11),
        reading_minutes=2,
    )


@pytest.fixture
def slug(desk: Desk, article: Article) -> str:
    """The small article on the desk; its slug."""
    return intake.add_article(desk, article, data=b"river", modified=WHEN)
