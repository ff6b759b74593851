"""Every door for a stranger's bytes: its name, bytes that it knows, and the call that reads them.

Only errors of the house's tree may come out. Separate because the short run, the long one and the
kept cases go through the same doors.
"""

from __future__ import annotations

import io
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from tests.conftest import WHEN, make_article
from tests.engines import packing
from tests.publish import vectors
from translator import config, editing, intake, sources
from translator import desk as desks
from translator.cli.making import SAMPLE
from translator.desk import DATABASE, Desk, articles, journal, summaries, verification
from translator.engines import packages
from translator.errors import InputError
from translator.exchange import po, segment_table, tbx, term_tables, tmx, xliff
from translator.importing import kind_of
from translator.model import Article
from translator.sources import Page

_NOW = datetime(2026, 11, 25, tzinfo=UTC)


@dataclass(frozen=True)
class Reader:
    """A door: bytes that it takes in, and what reads them."""

    seeds: tuple[bytes, ...]
    read: Callable[[bytes], object]
    weight: int = 1
    """How often it is tried, against the others: slow ones less."""


def _page(name: str) -> Callable[[bytes], object]:
    def read(data: bytes) -> object:
        page = Page(name, data, _NOW, "")
        article = sources.read(page)
        return _put_on_a_desk(article, data), sources.drafts(page, article)

    return read


def _put_on_a_desk(article: Article, data: bytes) -> object:
    """What was read can be stored and read again: as it was, but for its slug and its drafts."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        _empty_desk().backup(connection)
        desk = Desk(Path("nowhere"), connection)
        try:
            slug = intake.add_article(desk, article, data=data, modified=WHEN)
        except InputError:
            return None  # nothing in it to translate
        there = articles.read(desk, slug).article
        if there.blocks != article.blocks:
            raise AssertionError("stored otherwise than it was read")
        return there


@cache
def _empty_desk() -> sqlite3.Connection:
    with tempfile.TemporaryDirectory() as folder:
        desk = desks.open_desk(Path(folder), create=True)
        copied = sqlite3.connect(":memory:")
        desk.connection.backup(copied)
        desk.close()
        return copied


def _with_file(name: str, read: Callable[[Path], object]) -> Callable[[bytes], object]:
    """A reader of a file that has to lie in a folder."""

    def from_bytes(data: bytes) -> object:
        with tempfile.TemporaryDirectory(dir=_memory_folder()) as folder:
            path = Path(folder) / name
            path.write_bytes(data)
            return read(path)

    return from_bytes


@cache
def _memory_folder() -> str | None:
    """A folder that no disk waits for, where the system has one."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def _read_desk(path: Path) -> object:
    with closing(desks.open_desk(path.parent)) as desk:
        for slug in articles.slugs(desk):
            articles.read(desk, slug)
            articles.page(desk, slug)
            journal.journal(desk, slug)
        summaries.of_desk(desk)
        return verification.verify(desk)


def _desk_bytes() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        desk = desks.open_desk(Path(folder), create=True)
        slug = intake.add_article(desk, make_article(), data=b"river", modified=WHEN)
        editing.confirm(desk, slug, 1, "El río baja")
        desks.settle(desk)
        desk.close()
        return (Path(folder) / DATABASE).read_bytes()


def _package_bytes() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return packing.packed(Path(folder) / "p.zip", packing.light()).read_bytes()


_PO = rb"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

# a note
#. role: title
#: page.html:1
#, fuzzy, python-format
#| msgid "Old"
msgctxt "river:1"
msgid "The river <1>fell</1> on %s."
msgstr "El r\303\255o <1>baj\303\263</1> el %s."

msgid "one"
msgid_plural "%d many"
msgstr[0] "uno"
msgstr[1] "%d muchos"

#~ msgid "gone"
#~ msgstr "ido"
"""
XLIFF_1 = b"""<?xml version="1.0" encoding="utf-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="river"
 source-language="en" target-language="es" datatype="plaintext"><body><trans-unit id="river:1">
<source>The <g id="1">river</g> fell.</source><target state="translated">El <g id="1">r</g>.
</target><note>n</note><alt-trans match-quality="80%"><target>x</target></alt-trans></trans-unit>
</body></file></xliff>"""
XLIFF_2 = b"""<?xml version="1.0"?><xliff version="2.0"
 xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="es">
<file id="f1"><unit id="u1" name="river:1"><notes><note>n</note></notes>
<originalData><data id="d1">x</data></originalData><segment id="s1" state="translated">
<source>The <pc id="1" dataRefStart="d1">river</pc> <ph id="2"/>fell.</source>
<target>El <pc id="1">r</pc> <ph id="2"/>.</target></segment></unit></file></xliff>"""
TMX = b"""<?xml version="1.0" encoding="utf-8"?><tmx version="1.4"><header srclang="en"
 datatype="html" segtype="sentence" adminlang="en" creationtool="x" o-tmf="x"/><body>
<tu creationdate="20200101T000000Z"><prop type="x-document">d</prop><tuv xml:lang="en"><seg>The
 <bpt i="1">&lt;b&gt;</bpt>river<ept i="1">&lt;/b&gt;</ept>.</seg></tuv><tuv xml:lang="es-ES">
<seg>El <bpt i="1">&lt;b&gt;</bpt>r&#237;o<ept i="1">&lt;/b&gt;</ept>.</seg></tuv></tu>
<tu><tuv lang="EN"><seg>One &amp; two</seg></tuv><tuv lang="ES"><seg>Uno y dos</seg></tuv></tu>
</body></tmx>"""
TBX = b"""<?xml version="1.0"?><tbx style="dca" type="TBX-Basic" xml:lang="en"
 xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry id="c1"><descrip type="subjectField">
law</descrip><langSec xml:lang="en"><termSec><term>council</term></termSec></langSec>
<langSec xml:lang="es"><termSec><term>consejo</term><termNote type="administrativeStatus">
deprecatedTerm-admn-sts</termNote></termSec></langSec></conceptEntry></body></text></tbx>"""
_TABLE = "id\tenglish\tspanish\tstate\tnote\nriver:1\tThe river\tEl río\ttranslated\tn\n".encode()
_TERMS = b'english,spanish,kind,note\ncouncil,consejo,preferred,"a, b"\n'
_MARKDOWN = (
    b"---\ntitle: Ferry sails\nauthor: [Ada, {name: Bob}]\ndate: 2026-03-01\nt: &a [x, *a]\n---\n"
    + b'# Ferry\n\nThe ferry sailed on **Monday** with [people](https://e.org "t") on board.\n\n'
    + b"> It will sail again.\n\n1. one\n   - two\n\n| a | b |\n|---|---|\n| c | d |\n\n"
    + b"![alt](x.png)\n\n```\ncode\n```\n<div><script>x</script></div>\n"
)
_TOML = b"""site = "https://example.org/{lang}/{slug}"
region = "es-MX"
beam = 4
keep = "a, b"
memory_floor = 75
"""

_HTML = (
    SAMPLE.read_bytes(),
    vectors.page(body="".join(list(vectors.BODIES.values())[:12])).encode(),
    vectors.page(head="".join(head.format(call="x") for head in vectors.HEADS.values())).encode(),
)


def _terms(data: bytes) -> object:
    return list(term_tables.read(data.decode("utf-8", "replace"), "t.csv"))


def _table(data: bytes) -> object:
    return segment_table.read(segment_table.decode(data, "t.tsv"), "t.tsv")


@cache
def readers() -> dict[str, Reader]:
    """The doors by name."""
    return {
        "html": Reader(_HTML, _page("page.html"), 4),
        "dump": Reader((SAMPLE.with_suffix(".txt").read_bytes(),), _page("page.txt"), 4),
        "markdown": Reader((_MARKDOWN,), _page("page.md"), 6),
        "po-page": Reader((_PO,), _page("page.po"), 6),
        "po": Reader((_PO,), lambda data: po.read(data, "x.po"), 10),
        "xliff": Reader((XLIFF_1, XLIFF_2), lambda data: xliff.read(data, "x.xlf"), 12),
        "xliff-all": Reader((XLIFF_1, XLIFF_2), lambda data: list(xliff.texts(data, "x")), 6),
        "tmx": Reader((TMX,), lambda data: list(tmx.read(io.BytesIO(data), "x.tmx")), 12),
        "tbx": Reader((TBX,), lambda data: list(tbx.read(data, "x.tbx")), 10),
        "tsv": Reader((_TABLE,), _table, 12),
        "terms": Reader((_TERMS, _TERMS.replace(b",", b"\t")), _terms, 12),
        "kind": Reader(
            (_PO, XLIFF_1, TMX, TBX, _TABLE, _TERMS), lambda data: kind_of("x", data), 10
        ),
        "package": Reader(
            (_package_bytes(),), _with_file("translate-en_es.argosmodel", packages.install), 3
        ),
        "desk": Reader((_desk_bytes(),), _with_file(DATABASE, _read_desk), 3),
        "settings": Reader(
            (_TOML,), _with_file("desk.toml", lambda path: config.load(path.parent)), 6
        ),
    }
