"""Pages in: from a path or stdin to an Article of Blocks.

Decides by what the bytes are, not by a file's name, whether a page is HTML or the copied text of
one, and hands it to its reader. Refuses what is no text, empty, or larger than 20 MB, before
anybody parses it. Separate from the readers so that a limit stands in one place.
"""

from __future__ import annotations

import stat
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from translator.errors import InputError, NotFoundError
from translator.model import BODY_ROLES, Article

LIMIT = 20 * 1024 * 1024
"""Bytes. The largest saved news page we have met is 4 MB."""

STDIN = "-"

_ENDINGS = frozenset({".html", ".htm", ".xhtml", ".txt"})


@dataclass(frozen=True, slots=True)
class Page:
    """The page's own bytes, the path they came from as it was given, and the file's own time."""

    source: str
    data: bytes
    modified: datetime


def load(source: str) -> Page:
    """The bytes of one page. Raises what `take` raises, and InputError for an empty one."""
    page = take(source)
    if not page.data.strip():
        raise InputError("empty-file", path=source)
    return page


def take(source: str) -> Page:
    """The bytes of any file: a path, or `-` for stdin.

    Raises NotFoundError, and InputError for a folder, an unreadable or an oversized file.
    """
    if source == STDIN:
        data, modified = sys.stdin.buffer.read(LIMIT + 1), datetime.now(UTC)
    else:
        data, modified = _read_file(source)
    if len(data) > LIMIT:
        raise InputError("too-large", path=source)
    return Page(source, data, modified.replace(microsecond=0))


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

    Raises InputError: no text, or no article on it.
    """
    from translator.sources import dump, encoding, html

    text = encoding.decode(page.data, page.source)
    if html.is_html(text):
        article = html.read(text, date_order=date_order)
    else:
        article = dump.read(text, date_order=date_order)
    if not any(block.role in BODY_ROLES for block in article.blocks):
        raise InputError("no-article", path=page.source)
    return article
