"""The text of a PO file: decoded, checked and parsed, whoever wrote it.

polib guesses where a file is broken, and its time grows with the square of one text's lines; what
it would guess at is refused here first, with the line. Refuses to know what an entry means: our
own files and those of others are read through this door. Separate for that reason.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from translator.errors import InputError

if TYPE_CHECKING:
    import polib

READ_LIMIT = 20 * 1024 * 1024
"""Bytes; a PO file of a newspaper's whole week is under 5 MB."""

_FIRST_ENTRY = re.compile(r'^(?:#~ *)?msgid[ \t]*"', re.MULTILINE)
_CHARSET = re.compile(rb'^"Content-Type:[^"\n]*charset=(?P<charset>[\w.:\-]+)', re.MULTILINE)
_WELL_FORMED = re.compile(
    r"(?:#(?!~ ?[m\"]).*|(?:#~ ?)?(?:msg(?:ctxt|id|id_plural|str|str\[[0-9]\])\s*)?"
    r"\"(?:[^\"\\]++|\\.)*+\")?"
)
_MOST_LINES = 10_000
"""Lines that one text may run over. polib's time grows with their square: a file of 16 MB that is
one such text had not ended after two minutes."""

_SYNTAX_ERROR = re.compile(r"\(line ([0-9]+)\)")

_BREAKS = str.maketrans(dict.fromkeys("\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))
"""What Python takes for the end of a line and gettext does not."""

_EMPTY_HEADER = re.compile(
    r'^msgid ""[ \t]*\r?\nmsgstr ""[ \t]*\r?\n(?![ \t]*")|(?P<context>^msgctxt)', re.MULTILINE
)
_FORMS = re.compile(r"nplurals\s*=\s*(?P<count>[0-9]+|INTEGER)\s*;\s*plural\s*=")
"""INTEGER is what a template says before anybody has translated it."""

_CHARSETS = frozenset(
    {"utf-8", "ascii", "iso8859-1", "iso8859-15", "cp1252", "cp850", "cp437", "mac-roman"}
)
"""Python's names of the encodings that Spanish is written in. A header may name any codec, also
such as decode to something else than text; those are refused."""


def decode(data: bytes, name: str) -> str:
    """The text of a PO file in the charset that its header names. `name` is for the errors.

    Raises InputError: `too-large`, `empty-file`, `po-charset`, `not-a-po`.
    """
    if len(data) > READ_LIMIT:
        raise InputError("too-large", path=name)
    if not data.strip():
        raise InputError("empty-file", path=name)
    named = charset(data, name)
    try:
        return data.decode(named)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        detail = f"line {line}: not {named.removesuffix('-sig').upper()}"
        raise InputError("not-a-po", path=name, line=line, detail=detail) from None


def charset(data: bytes, name: str) -> str:
    """Python's name of the charset of a PO file. Raises InputError `po-charset`."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    found = _CHARSET.search(data)
    if data.startswith(codecs.BOM_UTF8) or found is None or found["charset"] == b"CHARSET":
        return "utf-8-sig"
    stated = found["charset"].decode("ascii", "replace")
    try:
        known = codecs.lookup(stated).name
    except LookupError:
        known = ""
    if known not in _CHARSETS:
        raise InputError("po-charset", path=name, charset=stated)
    return known


def parse(text: str, name: str) -> polib.POFile:
    """The entries of a PO file. Raises InputError `not-a-po`."""
    import polib  # the checks stand above this module, and a start of the editor loads them

    if "\0" in text or not _FIRST_ENTRY.search(text):
        raise InputError("not-a-po", path=name, line=0, detail="no msgid")
    text = text.translate(_BREAKS)
    _refuse_malformed(text, name)
    try:
        # polib opens a text that happens to be the path of a file; no path holds a NUL.
        file = polib.pofile("# \0\n" + text, encoding="utf-8")
    except OSError as error:
        raise _syntax_error(error, name) from None
    _refuse_unsound(file, text, name)
    return file


def _refuse_unsound(file: polib.POFile, text: str, name: str) -> None:
    """Refuse what `msgfmt -c` refuses although it can be read: a header with nothing in it, one
    message twice, plural forms that the header does not explain."""
    empty = _EMPTY_HEADER.search(text)
    if empty is not None and empty["context"] is None:
        line = text.count("\n", 0, empty.start()) + 1
        raise _unsound(name, line, "po-empty-header")
    seen: set[tuple[str, str]] = set()
    forms = _FORMS.search(file.metadata.get("Plural-Forms", ""))
    for entry in file:
        if entry.obsolete:
            continue
        line = max(1, (entry.linenum or 0) - 1)
        identity = (entry.msgctxt or "", entry.msgid)
        if identity in seen:
            raise _unsound(name, line, "po-twice")
        seen.add(identity)
        if entry.msgid_plural and "fuzzy" not in entry.flags and any(entry.msgstr_plural.values()):
            if forms is None:
                raise _unsound(name, line, "po-plural-forms")
            if forms["count"] not in ("INTEGER", str(len(entry.msgstr_plural))):
                raise _unsound(name, line, "po-plural-count")


def _unsound(name: str, line: int, reason: str) -> InputError:
    return InputError("not-a-po", path=name, line=line, detail=f"line {line}", reason=reason)


def _refuse_malformed(text: str, name: str) -> None:
    """Refuse a line that is neither blank, a comment nor a quoted text: polib would guess."""
    continued = 0
    for number, line in enumerate(text.splitlines(), start=1):
        continued = continued + 1 if line.lstrip().startswith('"') else 0
        if continued > _MOST_LINES or not _WELL_FORMED.fullmatch(line.strip()):
            raise InputError("not-a-po", path=name, line=number, detail=f"line {number}")


def _syntax_error(error: OSError, name: str) -> InputError:
    """polib's error with the file's own line, and without the file's text, which it repeats."""
    found = _SYNTAX_ERROR.findall(str(error))
    line = int(found[-1]) - 1 if found else 0
    return InputError("not-a-po", path=name, line=line, detail=f"line {line}")
