"""An article as a gettext PO file, and back.

One entry a segment, in page order. `msgctxt` is ``SLUG:ID``, so equal sentences stay apart and an
entry finds its segment again; `fuzzy` is a draft that no person confirmed. What gettext has no
place for (role, state, origin, what a code stands for) is written as ``#. key: value``. Reading
refuses what is no PO; whether an entry belongs to a segment is for the importer to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

import polib

from translator import __version__, inline, normalize, potext
from translator.model import Article, Block, Code, Origin, Role, Segment, Translation

_CONTEXT = re.compile(r"(?P<slug>.+):(?P<segment>[1-9][0-9]{0,8})")
_LINE = re.compile(r"line (?P<line>[0-9]+)")
_SPACES = re.compile(r"[\s%]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a PO file.

    `slug` and `segment` come from its context, and are empty and 0 where that names no segment.
    `source` and `target` are marked text. `line` is where it begins in the file, counted from 1.
    """

    slug: str
    segment: int
    source: str
    target: str
    is_fuzzy: bool
    is_obsolete: bool
    line: int


def write(translation: Translation, *, translator: str = "") -> str:
    """The text of the PO file of this article, one line for each msgid and msgstr.

    `translator` is who translates, for the header. The same translation gives the same text.
    """
    file = polib.POFile(wrapwidth=0)
    file.metadata = _header(translation, translator)
    file.header = f"Spanish translation of “{_title(translation.article)}”."
    blocks = {block.id: block for block in translation.article.blocks}
    for segment in translation.segments:
        file.append(_entry(translation.article, blocks[segment.block], segment))
    return f"{file}".rstrip("\n") + "\n"


def _header(translation: Translation, translator: str) -> dict[str, str]:
    slug = translation.article.slug
    return {
        "Project-Id-Version": slug,
        "POT-Creation-Date": _time(translation.fetched),
        "PO-Revision-Date": _time(translation.edited or translation.fetched),
        "Last-Translator": normalize.line(translator),
        "Language-Team": "Spanish",
        "Language": "es",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
        "X-Generator": f"engesp {__version__}",
    }


def _title(article: Article) -> str:
    title = article.first(Role.TITLE)
    return article.slug if title is None else inline.strip(title.text, title.codes)


def _time(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M%z")


def _entry(article: Article, block: Block, segment: Segment) -> polib.POEntry:
    return polib.POEntry(
        msgctxt=f"{article.slug}:{segment.id}",
        msgid=segment.source,
        msgstr=segment.target,
        comment="\n".join(normalize.line(line) for line in _comments(block, segment)),
        occurrences=_reference(article, block),
        flags=["fuzzy"] if segment.is_draft else [],
    )


def _comments(block: Block, segment: Segment) -> Iterator[str]:
    yield f"role: {block.role} {block.level}" if block.level else f"role: {block.role}"
    yield f"state: {segment.state}"
    if segment.origin is not Origin.NONE:
        rate = "" if segment.rate is None else f" {segment.rate}%"
        signature = f" ({segment.signature})" if segment.signature else ""
        yield f"origin: {segment.origin}{rate}{signature}"
    for code in segment.codes:
        yield f"<{code.number}> = {_meaning(code)}"


def _meaning(code: Code) -> str:
    if code.kind == "a":
        return f"link {dict(code.attributes).get('href', '')}"
    return code.kind


def _reference(article: Article, block: Block) -> list[tuple[str, str]]:
    """Where the block stands, as ``#: page.txt:12`` or ``#: page.html#/html/body/p[3]``.

    References are parted by white space, so that inside one is percent-encoded. Of a path only
    the file's name is told: folders are nobody's affair, and the file is the same everywhere.
    """
    is_address = "://" in article.source
    source = article.source if is_address else re.split(r"[/\\]", article.source)[-1]
    place = _SPACES.sub(lambda found: quote(found[0]), source or article.slug)
    if line := _LINE.fullmatch(block.element):
        return [(place, line["line"])]
    element = _SPACES.sub(lambda found: quote(found[0]), block.element)
    return [(f"{place}#{element}" if element else place, "")]


def read(data: bytes, name: str) -> tuple[Entry, ...]:
    """The entries of a PO file in their order, its header left out.

    `name` is the file's, for the errors. An entry whose context names no segment is there with
    slug "" and segment 0. Sources and targets come in NFC and on one line. Raises InputError:
    `too-large`, `empty-file`, `po-charset`, `not-a-po`.
    """
    file = potext.parse(potext.decode(data, name), name)
    return tuple(_read_entry(entry) for entry in file)


def _read_entry(entry: polib.POEntry) -> Entry:
    context = _CONTEXT.fullmatch(entry.msgctxt or "")
    return Entry(
        slug=context["slug"] if context else "",
        segment=int(context["segment"]) if context else 0,
        source=normalize.target(entry.msgid),
        target=normalize.target(entry.msgstr),
        is_fuzzy="fuzzy" in entry.flags,
        is_obsolete=bool(entry.obsolete),
        line=max(1, (entry.linenum or 0) - 1),
    )
