"""axe-core has nothing to say of our pages, and nothing new of pages in the original's markup.

It takes minutes, Chromium, axe-core (see `accessibility`) and, for more than the sample, the
third-party pages.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.conftest import SHARED
from tests.publish import accessibility
from tests.publish.accessibility import by_rule
from tests.publish.test_original_page import RESERVOIR, decode, made
from translator.cli.making import SAMPLE
from translator.errors import InputError
from translator.publish import original_page, pages
from translator.publish.house import House

pytestmark = [pytest.mark.slow, pytest.mark.outside]
HOUSE = House(translator="Ana Ruiz")


@pytest.fixture(autouse=True)
def _judges() -> None:
    if accessibility.axe() is None:
        pytest.skip("axe-core is not installed: ENGESP_AXE does not name it")
    if accessibility.browser() is None:
        pytest.skip("Chromium is not installed")


def material() -> Iterator[tuple[str, bytes]]:
    """The sample, and the third-party pages where they are, by their names."""
    yield SAMPLE.name, SAMPLE.read_bytes()
    yield RESERVOIR.name, RESERVOIR.read_bytes()
    for path in sorted((SHARED / "data" / "extraction" / "html").glob("*.html.gz")):
        yield path.name[:12], gzip.decompress(path.read_bytes())


def dumps() -> Iterator[tuple[str, bytes]]:
    """Copies of pages, where they are."""
    folders = (SHARED / "data" / "dumps", SHARED / "samples")
    for path in sorted(one for folder in folders for one in folder.glob("*.txt")):
        yield path.name[:30], path.read_bytes()


def as_long(text: str) -> str:
    """A translation as long as the English: axe passes over the contrast of single letters."""
    return f"{text[:-1]}ñ" if text[-1:].isalpha() else text


def judged(written: Mapping[str, str], folder: Path) -> dict[str, accessibility.Violations]:
    found = dict(accessibility.judge(written, folder))
    assert len(found) == len(written) > 0
    return found


def test_it_would_notice(tmp_path: Path) -> None:
    page = "<p>A page without language or title, and <img src=x> without words.</p>"
    (found,) = judged({"bad": page}, tmp_path).values()
    assert {"image-alt", "html-has-lang", "document-title"} <= set(by_rule(found))


@pytest.mark.parametrize("draft", [False, True])
def test_our_pages_violate_nothing(tmp_path: Path, draft: bool) -> None:
    written: dict[str, str] = {}
    for name, data in (*material(), *dumps()):
        pair = pages.render(made(data), HOUSE, draft=draft)
        written |= {f"{name} en": pair.english, f"{name} es": pair.spanish}
    found = judged(written, tmp_path)
    assert {name: dict(one) for name, one in found.items() if one} == {}


def test_pages_in_the_originals_markup_violate_nothing_new(tmp_path: Path) -> None:
    written: dict[str, str] = {}
    for name, data in material():
        try:
            made_of_it = original_page.render(made(data, as_long), data, decode, HOUSE, draft=True)
        except InputError:
            continue
        written[name] = decode(data)
        written[f"{name} en"] = decode(made_of_it.english)
        written[f"{name} es"] = decode(made_of_it.spanish)
    found = judged(written, tmp_path)
    worse = {
        name: dict(more)
        for name, one in found.items()
        if (more := by_rule(one) - by_rule(found[name.removesuffix(" en").removesuffix(" es")]))
    }
    assert worse == {}
