"""Bytes to text: byte order mark, declared charset, UTF-8, then a guess.

UTF-8 goes before a declaration that its own bytes deny: text in another charset with letters
beyond ASCII is hardly ever valid UTF-8 by chance. Refuses what is not text. Separate
because the readers of pages and of other files need the same answer.
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

_MULTIBYTE = re.compile(
    rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
"""A letter of more than one byte in UTF-8. Those that begin with C2 are left out: they are signs
more than letters, and look like an accented capital and a sign of other charsets."""

_ASCII = bytes(range(128))
_WESTERN = "translator-western"
_WIDE = 0.8
"""The share of zeros among every other byte from which a text is UTF-16."""

_WESTERN_CHARSETS = ("cp1252", "mac_roman")
_FOREIGN = 0.3
"""The share of bytes beyond ASCII from which a text is not in Latin script."""
_SHORT = 20
"""Bytes beyond ASCII below which a text is too short to tell."""
_GUESSED = 64 * 1024
"""Bytes that a guess looks at."""

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 0.01
"""The share of control characters up to which something is still a text with blemishes."""


def decode(data: bytes, source: str, charset: str = "") -> str:
    """The text of these bytes; `charset` is what a server said of them, if one did.

    Raises InputError `binary-file`.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _checked(data.decode(name, errors="replace"), source)
    if name := _wide(data):
        return _checked(data.decode(name, errors="replace"), source)
    if b"\0" in data or data.startswith(_OTHER_FILES):
        raise InputError("binary-file", path=source)
    multibyte = len(_MULTIBYTE.findall(data))
    with contextlib.suppress(UnicodeDecodeError):
        if multibyte:
            return _checked(data.decode("utf-8"), source)
    for name in filter(None, (_known(charset), _declared(data), "utf-8")):
        with contextlib.suppress(UnicodeDecodeError):
            return _checked(data.decode(name), source)
    if multibyte >= len(_MULTIBYTE.sub(b"", data).translate(None, _ASCII)):
        return _checked(data.decode("utf-8", errors=_WESTERN), source)
    return _checked(data.decode(_guess(data), errors="replace"), source)


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: nearly every other byte of an English text is zero."""
    head = data[:_HEAD]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) < _WIDE * len(head) / 2 or min(even, odd) > len(head) / 100:
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _western(error: UnicodeError) -> tuple[str, int]:
    """Bytes that are no UTF-8 within a text that is: pasted from an older program."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_WESTERN, _western)


def _guess(data: bytes) -> str:
    """The charset in which a text looks least like noise: a Western one, unless so much of it is
    beyond ASCII that it is written in another script."""
    from charset_normalizer import from_bytes

    head = data[:_GUESSED]
    is_latin = len(head.translate(None, _ASCII)) < max(_SHORT, _FOREIGN * len(head))
    best = from_bytes(head, cp_isolation=list(_WESTERN_CHARSETS) if is_latin else None).best()
    return best.encoding if best else "cp1252"


def _declared(data: bytes) -> str:
    """The charset that a page declares."""
    found = _DECLARED.search(data[:_HEAD])
    return _known((found[1] or found[2]).decode("ascii")) if found else ""


def _known(name: str) -> str:
    """A charset's name where Python knows it as one of text."""
    if name.lower().startswith(("utf-16", "utf-32", "ucs-2")):
        # A page that can be read up to its declaration is not in these: HTML Standard, 13.2.3.2.
        return "utf-8"
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
