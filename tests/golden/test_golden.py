"""Every output format, byte for byte, from the one article in `conftest.py`.

When an output changes on purpose, run this once with ``ENGESP_RENEW_GOLDEN=1 pytest tests/golden``:
it writes the files anew, and the change is read as a diff. The version of the program is written
as ``VERSION``, so that a release changes none of them.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from translator import __version__
from translator.exchange import po
from translator.model import Translation
from translator.publish import pages, text
from translator.publish.house import House

FOLDER = Path(__file__).parent
RENEW = os.environ.get("ENGESP_RENEW_GOLDEN") == "1"


def _render(translation: Translation, name: str) -> str:
    if name.endswith(".html"):
        pair = pages.render(translation, House("https://news.example.org/{lang}/{slug}"))
        return pair.english if name == "article.en.html" else pair.spanish
    if name.endswith(".txt"):
        return text.render(translation, "en" if name == "article.en.txt" else "es")
    return po.write(translation, translator="Ana Ruiz")


@pytest.mark.parametrize(
    "name",
    ["article.en.html", "article.es.html", "article.en.txt", "article.es.txt", "article.po"],
)
def test_output_is_the_golden_file_byte_for_byte(translation: Translation, name: str) -> None:
    rendered = _render(translation, name).replace(f"engesp {__version__}", "engesp VERSION")
    path = FOLDER / name
    if RENEW:
        path.write_bytes(rendered.encode("utf-8"))
    assert rendered.encode("utf-8") == path.read_bytes()
