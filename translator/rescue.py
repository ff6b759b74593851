"""An emergency copy: what the desk does not take, as a PO file in another place.

It holds all segments of the article, those that are not saved as they stand on the screen; when
the desk takes things in again, `translator import` puts them back as drafts, and refuses what has
been changed there meanwhile. Refuses to write over anything. Separate from `delivery`, which asks
the desk what it has written before: here the desk is what fails.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from translator import handover, normalize
from translator.errors import DeskError
from translator.model import State, Translation


def content(translation: Translation, unsaved: Mapping[int, str], *, author: str = "") -> str:
    """The PO file of an article as the desk has it, with these texts of segments by their ids.

    What the desk held stands in each entry, so that it is known what has changed when it comes
    back.
    """
    import polib

    from translator.exchange import po

    file = polib.pofile(po.write(translation, translator=author), wrapwidth=0)
    slug = translation.article.slug
    texts = {f"{slug}:{number}": normalize.target(text) for number, text in unsaved.items()}
    for entry in file:
        if entry.msgctxt in texts:
            entry.msgstr = texts[entry.msgctxt]
            entry.flags = ["fuzzy"] if entry.msgstr.strip() else []
            entry.comment = "\n".join(
                f"state: {State.INITIAL}" if line.startswith("state: ") else line
                for line in entry.comment.splitlines()
            )
    return str(file)


def name(slug: str) -> str:
    """What an emergency copy of an article is called."""
    return f"{normalize.slug(slug) or 'article'}.emergency.po"


def place(file: str, text: str) -> Path | None:
    """Where a copy of this name would find room: in the home folder, else the temporary one. None
    where neither takes it."""
    for folder in _folders():
        path = _free(folder / file)
        try:
            # A disk without room says so only when it is written to.
            with tempfile.NamedTemporaryFile(dir=folder, prefix=".translator-") as tried:
                tried.write(text.encode())
                tried.flush()
                os.fsync(tried.fileno())
        except OSError:
            continue
        return path
    return None


def _folders() -> Iterator[Path]:
    with contextlib.suppress(RuntimeError, KeyError):
        yield Path.home()
    with contextlib.suppress(OSError):
        yield Path(tempfile.gettempdir())


def _free(path: Path) -> Path:
    """A path that nothing has: with a number behind its stem where something has it."""
    stem, number = path.name.removesuffix(".emergency.po"), 2
    while path.exists():
        path, number = path.with_name(f"{stem}-{number}.emergency.po"), number + 1
    return path


def write(given: Path, file: str, text: str) -> Path:
    """Write a copy to a path, or under this name into a folder; where it is. Raises DeskError."""
    path = given.expanduser()
    try:
        path = _free(path / file) if path.is_dir() else path
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise handover.unwritable(path, error) from error
    try:
        handover.write(path, [text])
    except ValueError as error:  # a NUL in it
        raise DeskError("cannot-write", path=str(path), detail=str(error)) from error
    return path.absolute()
