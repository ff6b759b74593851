"""Bytes to text: byte order mark, declared charset, UTF-8, then the Western code page.

Refuses what is not text. Separate because both readers of pages, and later those of other files,
need the same answer.
"""

from __future__ import annotations

import codecs
import contextlib
import re

from translator.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:\-]{2,40})"
    rb"|<\?xml[^>]{0,100}encoding\s*=\s*[\"']([A-Za-z0-9_.:\-]{2,40})",
    re.IGNORECASE,
)
_OTHER_FILES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"GIF87a",
    b"GIF89a",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
)
"""How PDF, zip (and with it DOCX and ODT), GIF, PNG, JPEG and gzip files begin. Small ones
may hold neither a zero byte nor many control characters."""

_NO_CHARSETS = frozenset(
    {"utf-7", "punycode", "idna", "undefined", "unicode-escape", "raw-unicode-escape"}
)
"""What Python decodes and no page is written in: none of them is a name that the Encoding
Standard knows (section 4.2), and the readers of escapes would make markup out of text."""

_HEAD = 4096
"""Bytes in which a page must declare its charset: HTML Standard, 4.2.5.4 asks for the first
1,024; many pages put it later."""

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 0.01
"""The share of control characters up to which something is still a text with blemishes."""


def decode(data: bytes, source: str) -> str:
    """The text of these bytes. Raises InputError `binary-file`."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _checked(data.decode(name, errors="replace"), source)
    if b"\0" in data or data.startswith(_OTHER_FILES):
        raise InputError("binary-file", path=source)
    for name in filter(None, (_declared(data), "utf-8")):
        with contextlib.suppress(UnicodeDecodeError):
            return _checked(data.decode(name), source)
    return _checked(data.decode("cp1252", errors="replace"), source)


def _declared(data: bytes) -> str:
    """The charset that a page declares, where Python knows it as one of text."""
    found = _DECLARED.search(data[:_HEAD])
    name = (found[1] or found[2]).decode("ascii") if found else ""
    if name.lower() in {"iso-8859-1", "latin1", "us-ascii", "ascii"}:
        # What browsers do, and what pages mean by it: Encoding Standard, section 4.2.
        name = "cp1252"
    try:
        codec = codecs.lookup(name)
    except LookupError:
        return ""
    is_charset = codec._is_text_encoding and codec.name.replace("_", "-") not in _NO_CHARSETS
    return name if is_charset else ""


def _checked(text: str, source: str) -> str:
    if len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
        raise InputError("binary-file", path=source)
    return text
