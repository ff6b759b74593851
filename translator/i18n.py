"""The languages of the interface and of the page frame: gettext catalogues read through Babel.

`locales/LANG/LC_MESSAGES/DOMAIN.po` is the only truth. It is compiled when it is first used, which
takes 0.1 s for 1,300 messages, and kept beside itself in `__pycache__` like a module; an English
start pays nothing.
Domains: `translator` (what a person reads in the terminal) and `page` (the frame of the exported
page: switch, byline, minutes). Refuses to hold sentences: those stand where they are used.
"""

from __future__ import annotations

import contextlib
import gettext as gettext_module
import os
import struct
import sys
import zlib
from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from translator.errors import InputError

_current: gettext_module.NullTranslations = gettext_module.NullTranslations()
_language = "en"


def folder() -> Path:
    """Where the catalogues are: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / "locales"
    return inside if inside.is_dir() else package.parent / "locales"


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """What `--lang` takes: English, the language of the message ids, and each language that has a
    catalogue. A folder is all that another one needs."""
    found = (path.parent.parent.name for path in folder().glob("*/LC_MESSAGES/translator.po"))
    return ("en", *sorted(found))


@lru_cache(maxsize=8)
def catalogue(domain: str, language: str) -> gettext_module.NullTranslations:
    """The catalogue of a domain; the one that changes nothing where there is none."""
    path = folder() / language / "LC_MESSAGES" / f"{domain}.po"
    if language == "en" or not path.is_file():
        return gettext_module.NullTranslations()
    content = path.read_bytes()
    kept = path.parent / "__pycache__" / f"{domain}.mo"
    with contextlib.suppress(OSError, ValueError, struct.error):
        return _read_kept(kept, content)
    compiled = _compile(content, language)
    _keep(kept, content, compiled)
    return gettext_module.GNUTranslations(BytesIO(compiled))


def _compile(content: bytes, language: str) -> bytes:
    """A PO file as an MO file. Raises PoFileError, LookupError, ValueError for what is none."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(content), locale=language, abort_invalid=True))
    return compiled.getvalue()


def _read_kept(kept: Path, content: bytes) -> gettext_module.NullTranslations:
    """What was compiled from this content before. Raises OSError, ValueError or struct.error where
    nothing is kept, or not that."""
    mark, compiled = kept.read_bytes().split(b"\n", 1)
    if mark != _mark(content, compiled):
        raise ValueError(kept)
    return gettext_module.GNUTranslations(BytesIO(compiled))


def _keep(kept: Path, content: bytes, compiled: bytes) -> None:
    """Keep it for the next start, where Python keeps compiled modules and unless it is not to."""
    if sys.dont_write_bytecode:
        return
    part = kept.with_name(f"{kept.name}.{os.getpid()}")
    try:
        kept.parent.mkdir(exist_ok=True)
        part.write_bytes(_mark(content, compiled) + b"\n" + compiled)
        part.replace(kept)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink()


def _mark(content: bytes, compiled: bytes) -> bytes:
    """What tells one pair of a catalogue and its compilation from another, and from a damaged
    one."""
    return f"{len(content)} {zlib.crc32(content)} {zlib.crc32(compiled)}".encode()


def overlaid(
    path: Path, language: str, base: gettext_module.NullTranslations
) -> gettext_module.NullTranslations:
    """The catalogue with the translations of another PO file over it; that one may lack some.

    Raises InputError for a file that is no PO.
    """
    from babel.messages.pofile import PoFileError

    try:
        compiled = _compile(path.read_bytes(), language)
    except (PoFileError, UnicodeDecodeError, LookupError, ValueError) as error:
        raise InputError("not-a-po", path=str(path), detail=str(error)) from error
    over = gettext_module.GNUTranslations(BytesIO(compiled))
    over.add_fallback(base)
    return over


def use(language: str) -> None:
    """Make this the language of the interface for the whole process."""
    global _current, _language
    _current = catalogue("translator", language)
    _language = language


def language() -> str:
    """The language of the interface now."""
    return _language


def language_name(code: str) -> str:
    """The name of a language (ISO 639-1) in the language of the interface; the code itself where
    the Unicode CLDR has no name for it."""
    from babel import Locale

    return str(Locale.parse(_language).languages.get(code.lower(), code))


def detect(environment: Mapping[str, str] | None = None) -> str:
    """The interface language that the environment asks for, in gettext's own order of variables."""
    environment = os.environ if environment is None else environment
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        for wanted in environment.get(variable, "").split(":"):
            tag = wanted.partition(".")[0].partition("@")[0]
            for one in (tag, tag[:2].lower()):
                if one in languages():
                    return one
        if environment.get(variable):
            return "en"
    return "en"


def _(message: str) -> str:
    """The message in the language of the interface. For catalogues: a literal string only."""
    return _current.gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """The message for this number, in the language of the interface."""
    return _current.ngettext(singular, plural, number)


def N_(message: str) -> str:
    """Marks a message for the catalogues where it stands; it is translated where it is shown."""
    return message


def NN_(singular: str, plural: str) -> tuple[str, str]:
    """Marks a message with a plural for the catalogues."""
    return singular, plural
