"""A desk that begins with the first thing that is put on it.

Until then it is in memory, so that a page that cannot be read leaves no empty desk in somebody's
folder. Refuses to take the place of a desk that another process has begun meanwhile. Separate from
the opening of a desk, which makes one at once.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from translator import desk as desks
from translator.desk import DATABASE, Desk, copies, disk_errors
from translator.errors import DeskError


def begin(folder: Path, *, author: str = "") -> Desk:
    """The desk of a folder, to put something on; where there is none, one that `keep` will make.

    Raises what `open_desk` raises.
    """
    if (folder / DATABASE).exists():
        return desks.open_desk(folder, author=author)
    return desks.new_in_memory(folder, author)


def keep(desk: Desk) -> Desk:
    """The desk, on the disk: one that was only begun is made now, with all that is on it.

    Raises DeskError where the disk refuses, or another process was first.
    """
    if not _is_begun(desk):
        return desk
    path = desk.folder / DATABASE
    with disk_errors(path), _traceless(desk.folder):
        desk.folder.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            with contextlib.closing(sqlite3.connect(part)) as into:
                desk.connection.backup(into)
            copies.sync(part)
            _put(part, path)
        finally:
            part.unlink(missing_ok=True)
        desks.write_first_settings(desk.folder)
    author = getattr(desk.connection, "author", "")
    desk.close()
    return desks.open_desk(desk.folder, author=author)


def _is_begun(desk: Desk) -> bool:
    rows = desk.connection.execute("PRAGMA database_list").fetchall()
    return all(not file for _number, _name, file in rows)


def _put(part: Path, path: Path) -> None:
    """Give a complete desk its name, if nobody has it."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise DeskError("desk-locked", path=str(path)) from None
    except OSError:  # a file system without links
        if path.exists():
            raise DeskError("desk-locked", path=str(path)) from None
        part.replace(path)


@contextlib.contextmanager
def _traceless(folder: Path) -> Iterator[None]:
    """Where it fails, take out again the folders that it had to make."""
    made = [one for one in (folder, *folder.parents) if not one.exists()]
    try:
        yield
    except BaseException:
        for one in made:
            with contextlib.suppress(OSError):
                one.rmdir()
        raise
