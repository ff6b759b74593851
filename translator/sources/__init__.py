"""Pages in: from a path, an address or stdin to an Article of Blocks.

Decides by what the bytes are whether a page is HTML, Markdown, PO, XLIFF or the copied text of a
page, and hands it to its reader; a name decides only that a text is Markdown. Refuses what is no
text, empty, or larger than 20 MB, before anybody parses it. Separate from the readers so that a
limit stands in one place.
"""

from __future__ import annotations

import stat
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from translator import inline
from translator.errors import InputError, NotFoundError
from translator.model import BODY_ROLES, Article, Draft, Role
from translator.sources.limits import LIMIT as LIMIT
from translator.sources.limits import check_length

STDIN = "-"

_ENDINGS = frozenset({".html", ".htm", ".xhtml", ".txt", ".md", ".markdown"})
"""The files of a folder that are pages. PO files are not: an export may lie beside its pages."""


@dataclass(frozen=True, slots=True)
class Page:
    """The page's own bytes and the path or address they came from as it was given.

    `place` tells one page from another: the absolute path, the address; empty for stdin. `address`
    is the one that answered, after redirects, and the place too where another host has answered:
    whoever asks where a page is from is not told who sent us there. `charset` is what its server
    said. `modified` is the file's own time, or when the page was fetched.
    """

    source: str
    data: bytes
    modified: datetime
    place: str = ""
    address: str = ""
    charset: str = ""


def load(source: str, *, allow_private: bool = False) -> Page:
    """The bytes of one page: a path, an address, or `-` for stdin.

    `allow_private` lets an address lead into the own machine or network. Raises what `take` and
    `fetch` raise, and InputError for an empty page.
    """
    from translator.sources import fetch

    if fetch.is_address(source):
        fetched = fetch.fetch(source, allow_private=allow_private)
        now = datetime.now(UTC).replace(microsecond=0)
        place = source if _host(source) == _host(fetched.address) else fetched.address
        page = Page(source, fetched.data, now, place, fetched.address, fetched.charset)
    else:
        page = take(source)
    if not page.data.strip():
        raise InputError("empty-file", path=source)
    return page


def _host(address: str) -> str:
    return urlsplit(address).netloc.lower()


def take(source: str) -> Page:
    """The bytes of any file: a path, or `-` for stdin.

    Raises NotFoundError, and InputError for a folder, an unreadable or an oversized file.
    """
    place = ""
    if source == STDIN:
        data, modified = sys.stdin.buffer.read(LIMIT + 1), datetime.now(UTC)
    else:
        data, modified = _read_file(source)
        place = str(Path(source).resolve())
    if len(data) > LIMIT:
        raise InputError("too-large", path=source)
    return Page(source, data, modified.replace(microsecond=0), place)


def _read_file(source: str) -> tuple[bytes, datetime]:
    """At most one byte more than the limit, and the file's own time."""
    path = Path(source)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise InputError("not-a-file", path=source)
        if status.st_size > LIMIT:
            raise InputError("too-large", path=source)
        with path.open("rb") as file:
            return file.read(LIMIT + 1), datetime.fromtimestamp(status.st_mtime, UTC)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotFoundError("no-such-file", path=source) from error
    except (OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or str(error)
        raise InputError("unreadable", path=source, detail=detail) from error


def pages_in(folder: Path) -> tuple[Path, ...]:
    """The pages below a folder, sorted by path; what is hidden is left out."""
    return tuple(
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in _ENDINGS
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and path.is_file()
    )


def read(page: Page, *, date_order: str = "dmy") -> Article:
    """The article on a page. `date_order` tells how ``02/03/2025`` is read.

    Its language is that of its text, or the one it declares where there is too little text to
    tell. Raises InputError: no text, or no article on it.
    """
    from translator.sources import language

    article = _read(page, date_order)
    if not any(block.role in BODY_ROLES for block in article.blocks):
        raise InputError("no-article", path=page.source)
    text = " ".join(
        inline.strip(block.text, block.codes)
        for block in article.blocks
        if block.role in BODY_ROLES or block.role is Role.TITLE
    )
    return replace(article, language=language.find(text) or article.language, source=page.source)


def _read(page: Page, date_order: str) -> Article:
    from translator.sources import dump, encoding, html, markdown, po, xliff

    if xliff.is_xliff(page.data):
        return xliff.read(page.data, page.source)
    text = encoding.decode(page.data, page.source, page.charset)
    if po.is_po(text):
        return po.read(page.data, page.source)
    is_markdown = markdown.is_markdown(text, page.source)
    if not is_markdown and html.is_html(text):
        return html.read(text, page.source, date_order=date_order, address=page.address)
    check_length(len(text), page.source)
    if is_markdown:
        return markdown.read(text, date_order=date_order)
    return dump.read(text, date_order=date_order)


def text_of(data: bytes, source: str, charset: str = "") -> str:
    """The bytes of a page as text, the way its reader reads them. Raises InputError."""
    from translator.sources import encoding

    return encoding.decode(data, source, charset)


def drafts(page: Page, article: Article) -> Mapping[int, Draft]:
    """The translations that a page brings with it, by the id of the line: those of a PO or an
    XLIFF file."""
    from translator.sources import po, xliff

    if xliff.is_xliff(page.data):
        return xliff.drafts(page.data, page.source, article)
    if not is_po(page):
        return {}

    return po.drafts(page.data, page.source, article)


def is_po(page: Page) -> bool:
    """Whether a page is a PO file. Raises InputError for what is no text."""
    from translator.sources import encoding, po

    return po.is_po(encoding.decode(page.data, page.source, page.charset))


def is_xliff(page: Page) -> bool:
    """Whether a page is an XLIFF file."""
    from translator.sources import xliff

    return xliff.is_xliff(page.data)
