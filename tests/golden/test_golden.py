"""Every output format, byte for byte, from the one article in `conftest.py`.

When an output changes on purpose, run this once with ``ENGESP_RENEW_GOLDEN=1 pytest tests/golden``:
it writes the files anew, and the change is read as a diff. The version of the program is written
as ``VERSION``, so that a release changes none of them.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from translator import __version__, rendering
from translator.config import Config
from translator.exchange import po, review, tbx
from translator.exchange.entries import Sheet
from translator.model import Term, TermKind, Translation
from translator.publish import markdown, pages, text
from translator.publish.house import House

FOLDER = Path(__file__).parent
RENEW = os.environ.get("ENGESP_RENEW_GOLDEN") == "1"


def _render(translation: Translation, name: str) -> str:
    if name == "article.review.html":
        return review.write(_sheet(translation))
    if name.endswith(".html"):
        pair = pages.render(translation, House("https://news.example.org/{lang}/{slug}"))
        return pair.english if name == "article.en.html" else pair.spanish
    if name.endswith(".txt"):
        return text.render(translation, "en" if name == "article.en.txt" else "es")
    if name.endswith(".md"):
        return markdown.render(translation, "en" if name == "article.en.md" else "es")
    if name == "article.tbx":
        return "".join(tbx.write(TERMS))
    if name == "article.po":
        return po.write(translation, translator="Ana Ruiz")
    kind = {".xlf": "xliff", ".v2.xlf": "xliff2"}.get(name.removeprefix("article"))
    files = rendering.of_desk(
        [_sheet(translation)], [kind or name.rpartition(".")[2]], Config(author="Ana Ruiz")
    )
    (data,) = files.values()
    return data.decode()


def _sheet(translation: Translation) -> Sheet:
    """The article with all that a sheet can hold besides: a note, a finding, an English that has
    changed since, and a segment that has gone."""
    first, second, *rest = translation.segments
    gone = replace(first, id=99, source="Old & gone", target="Lo viejo", note="Kept.")
    noted = replace(second, note="Ask Olena:\n40,000 or 4,000?")
    segments = (first, noted, *rest)
    draft = next(one for one in segments if one.is_draft)
    return Sheet(
        replace(translation, segments=segments),
        former={draft.id: "<2>Somebody</2> expected a queue."},
        gone=(gone,),
        findings={draft.id: ("A <number> is lost: 3",)},
    )


TERMS = (
    Term("drone", "dron", TermKind.PREFERRED, "noun", "war", "Not *drono*.", "RAE"),
    Term("drone", "zángano", TermKind.FORBIDDEN),
    Term("Kyiv & Lviv", "", TermKind.KEEP),
)


@pytest.mark.parametrize(
    "name",
    [
        "article.en.html",
        "article.es.html",
        "article.en.txt",
        "article.es.txt",
        "article.en.md",
        "article.es.md",
        "article.po",
        "article.pot",
        "article.desk.po",
        "article.xlf",
        "article.v2.xlf",
        "article.tmx",
        "article.tbx",
        "article.tsv",
        "article.review.html",
    ],
)
def test_output_is_the_golden_file_byte_for_byte(translation: Translation, name: str) -> None:
    rendered = _render(translation, name).replace(f"engesp {__version__}", "engesp VERSION")
    rendered = rendered.replace(f'version="{__version__}"', 'version="VERSION"')
    path = FOLDER / name
    if RENEW:
        path.write_bytes(rendered.encode("utf-8"))
    assert rendered.encode("utf-8") == path.read_bytes()
