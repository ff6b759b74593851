"""An article as a gettext PO file, and back.

One entry a segment, in page order. `msgctxt` is ``SLUG:ID``, so equal sentences stay apart and an
entry finds its segment again; `fuzzy` is a draft that no person confirmed. What gettext has no
place for (role, state, origin, what a code stands for, what the desk held) is written as
``#. key: value``. Reading refuses what is no PO; whether an entry belongs to a segment is for the
importer to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from urllib.parse import quote

import polib

from translator import __version__, normalize, potext
from translator.exchange.entries import Entry as Entry
from translator.exchange.entries import Sheet, base, meaning, origin, read_base, title
from translator.model import Article, Block, Segment, Translation

_CONTEXT = re.compile(r"(?P<slug>.+):(?P<segment>[1-9][0-9]{0,8})")
# polib wraps comments wherever there is a blank.
_BASE = re.compile(r"^base:\s+(?P<base>\S+\s+\S+\s+\S+)", re.MULTILINE)
_LINE = re.compile(r"line (?P<line>[0-9]+)")
_SPACES = re.compile(r"[\s%]")
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def write(translation: Translation, *, translator: str = "") -> str:
    """The text of the PO file of one article; see `write_all`."""
    return write_all([Sheet(translation)], translator=translator)


def write_all(sheets: Sequence[Sheet], *, translator: str = "", project: str = "") -> str:
    """The text of the PO file of these articles, one line for each msgid and msgstr.

    `translator` is who translates, for the header; `project` names several articles. What an
    article has no more stands obsolete at the end. The same sheets give the same text.
    """
    file = polib.POFile(wrapwidth=0)
    file.metadata = _header(sheets, translator, project)
    file.header = f"Spanish translation of “{_title(sheets, project)}”."
    for sheet in sheets:
        for entry in _entries(sheet):
            file.append(entry)
    for sheet in sheets:
        for segment in sheet.gone:
            file.append(_obsolete(sheet.slug, segment))
    return f"{file}".rstrip("\n") + "\n"


def write_template(sheets: Sequence[Sheet], *, project: str = "") -> str:
    """The text of the template (POT) of these articles: the English, and nobody's Spanish."""
    file = polib.POFile(wrapwidth=0)
    file.metadata = _header(sheets, "", project) | {
        "PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE",
        "Last-Translator": "FULL NAME <EMAIL@ADDRESS>",
        "Language-Team": "LANGUAGE <LL@li.org>",
        "Language": "",
    }
    file.metadata_is_fuzzy = True
    file.header = f"Template of “{_title(sheets, project)}”."
    for sheet in sheets:
        for entry in _entries(sheet):
            entry.msgstr, entry.flags, entry.tcomment = "", [], ""
            entry.previous_msgid = None
            entry.comment = "\n".join(
                line
                for line in entry.comment.splitlines()
                if not line.startswith(("state: ", "origin: ", "base: "))
            )
            file.append(entry)
    return f"{file}".rstrip("\n") + "\n"


def _header(sheets: Sequence[Sheet], translator: str, project: str) -> dict[str, str]:
    moments = [sheet.translation.fetched for sheet in sheets]
    edited = [sheet.translation.edited or sheet.translation.fetched for sheet in sheets]
    return {
        "Project-Id-Version": project or (sheets[0].slug if sheets else "engesp"),
        "POT-Creation-Date": _time(max(moments, default=_NEVER)),
        "PO-Revision-Date": _time(max(edited, default=_NEVER)),
        "Last-Translator": normalize.line(translator),
        "Language-Team": "Spanish",
        "Language": "es",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
        "X-Generator": f"engesp {__version__}",
    }


def _title(sheets: Sequence[Sheet], project: str) -> str:
    return project or (title(sheets[0].translation.article) if sheets else "")


def _time(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M%z")


def _entries(sheet: Sheet) -> Iterator[polib.POEntry]:
    article = sheet.translation.article
    blocks = {block.id: block for block in article.blocks}
    for segment in sheet.translation.segments:
        block = blocks[segment.block]
        yield polib.POEntry(
            msgctxt=f"{article.slug}:{segment.id}",
            msgid=segment.source,
            msgstr=segment.target,
            comment="\n".join(normalize.line(line) for line in _comments(block, segment)),
            tcomment=segment.note,
            occurrences=_reference(article, block),
            flags=["fuzzy"] if segment.is_draft else [],
            previous_msgid=sheet.former.get(segment.id) if segment.is_draft else None,
        )


def _obsolete(slug: str, segment: Segment) -> polib.POEntry:
    return polib.POEntry(
        msgctxt=f"{slug}:{segment.id}",
        msgid=segment.source,
        msgstr=segment.target,
        flags=["fuzzy"] if segment.is_draft else [],
        tcomment=segment.note,
        obsolete=True,
    )


def _comments(block: Block, segment: Segment) -> Iterator[str]:
    yield f"role: {block.role} {block.level}" if block.level else f"role: {block.role}"
    yield f"state: {segment.state}"
    if known := origin(segment):
        yield f"origin: {known}"
    yield f"base: {base(segment)}"
    for code in segment.codes:
        yield f"<{code.number}> = {meaning(code)}"


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
    known = _BASE.search(entry.comment)
    return Entry(
        slug=context["slug"] if context else "",
        segment=int(context["segment"]) if context else 0,
        source=normalize.line(entry.msgid),
        target=normalize.target(entry.msgstr),
        is_fuzzy="fuzzy" in entry.flags,
        is_obsolete=bool(entry.obsolete),
        line=max(1, (entry.linenum or 0) - 1),
        note=normalize.note(entry.tcomment),
        base=read_base(known["base"]) if known else None,
    )
