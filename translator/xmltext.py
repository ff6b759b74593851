"""The text of an XML file, whoever wrote it: decoded, parsed safely, and where each tag stands.

Nothing outside the file is ever fetched, no entity is expanded, and a file whose DOCTYPE declares
things of its own is refused before a parser sees it. The places of tags let a file be written back
with one element changed and every other byte as it was, which no serialiser does. Refuses to know
what a format means. Separate since XLIFF, TBX and tables of other tools come in by this one door.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from lxml import etree

from translator import normalize
from translator.errors import InputError

XML = "{http://www.w3.org/XML/1998/namespace}"
"""What the names of `xml:lang` and `xml:space` begin with in a parsed tree."""

_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_DECLARES = re.compile(rb"\s*+(?:(?><\?.*?\?>|<!--.*?-->)\s*+)*+<!DOCTYPE[^>\[]*+\[", re.DOTALL)
_TAG = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<![^>]*>"
    r"|<(?P<close>/)?(?P<name>[^\s/>]+)(?:[^>\"'/]|\"[^\"]*\"|'[^']*'|/(?!>))*(?P<empty>/)?>",
    re.DOTALL,
)
_PLACE = re.compile(r",? ?\bline \d+(?:, column \d+.*)?")
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CHARSETS = frozenset(
    {"utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "ascii", "iso8859-1", "iso8859-15"}
    | {"cp1252"}
)
"""Python's names of the encodings that English and Spanish XML is written in."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where an element stands in the text: its start tag, and its end tag.

    Of an element without content, ``<x/>``, the end tag is empty and stands behind the start tag.
    """

    start: int
    start_end: int
    end: int
    end_end: int

    @property
    def is_empty(self) -> bool:
        """Whether it is written as one tag."""
        return self.end == self.end_end


def looks_like(data: bytes) -> bool:
    """Whether a file is XML by its first character that is no blank."""
    head = data[:2000].removeprefix(codecs.BOM_UTF8).replace(b"\0", b"")
    return head.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").lstrip().startswith(b"<")


def decode(data: bytes, path: str) -> tuple[str, str]:
    """The text of a file and Python's name of its encoding.

    Encoding the text again gives the same bytes. Raises InputError `xml-encoding`, `xml-broken`.
    """
    stated = _encoding(data)
    try:
        name = codecs.lookup(stated).name
    except LookupError:
        name = ""
    if name not in _CHARSETS:
        raise InputError("xml-encoding", path=path, encoding=stated)
    try:
        return data.decode(name), name
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        detail = f"not {name.upper()}"
        raise InputError("xml-broken", path=path, line=line, detail=detail) from error


def _encoding(data: bytes) -> str:
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"<\0", "utf-16-le"),
        (b"\0<", "utf-16-be"),
    ):
        if data.startswith(mark):
            return name
    found = _ENCODING.search(data[:400])
    stated = found[1].decode("ascii") if found else "utf-8"
    # What could be read so far has one byte a character.
    return "utf-8" if stated.lower().startswith(("utf-16", "utf-32", "ucs")) else stated


def parse(data: bytes, path: str) -> etree._Element:
    """The root of a file. Raises InputError: `xml-declares`, `xml-broken` with line and reason."""
    if _DECLARES.match(data.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")):
        raise InputError("xml-declares", path=path)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, strip_cdata=False
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        detail = normalize.line(_PLACE.sub("", error.msg or ""))
        raise InputError("xml-broken", path=path, line=error.lineno or 1, detail=detail) from error


def spans(text: str) -> list[Span]:
    """Where the elements of a well-formed text stand, in the order of their start tags: that in
    which a parsed tree is walked."""
    found: list[list[int]] = []
    open_ones: list[int] = []
    for tag in _TAG.finditer(text):
        if tag["name"] is None:
            continue
        if tag["close"]:
            found[open_ones.pop()][2:] = [tag.start(), tag.end()]
            continue
        found.append([tag.start(), tag.end(), tag.end(), tag.end()])
        if not tag["empty"]:
            open_ones.append(len(found) - 1)
    return [Span(*numbers) for numbers in found]


def elements(root: etree._Element) -> list[etree._Element]:
    """The elements of a tree in document order, comments and instructions left out."""
    return [one for one in root.iter() if isinstance(one.tag, str)]


def name(element: etree._Element) -> str:
    """The name of an element without its name space; empty for a comment or an instruction."""
    # Asked a dozen times for each element: lxml's own QName takes six times as long.
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def space(element: etree._Element) -> str:
    """The name space of an element; empty where it has none."""
    tag = element.tag
    return tag[1:].rpartition("}")[0] if isinstance(tag, str) else ""


def legal(text: str) -> str:
    """The text without characters that XML 1.0 cannot hold."""
    return _ILLEGAL.sub("", text)
