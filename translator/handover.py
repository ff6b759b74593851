"""Files handed over: read whole, written whole or not at all, and what was rejected beside them.

Separate because the memory and the termbase are handed over alike.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

from translator.errors import DeskError, InputError, NotFoundError


class Bad(Protocol):
    """An entry of a file that cannot be taken: its line, why (a code for `wording`), its text."""

    @property
    def line(self) -> int: ...
    @property
    def reason(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def detail(self) -> str: ...


def unreadable(path: Path, error: OSError) -> InputError | NotFoundError:
    """What to say of a file that cannot be read."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return NotFoundError("no-such-file", path=str(path))
    if isinstance(error, IsADirectoryError):
        return InputError("not-a-file", path=str(path))
    return InputError("unreadable", path=str(path), detail=error.strerror or "")


def unwritable(path: Path, error: OSError) -> DeskError:
    """What to say of a file that cannot be written."""
    return DeskError("cannot-write", path=str(path), detail=error.strerror or str(error))


def write(path: Path, pieces: Iterable[str], *, force: bool = False) -> None:
    """Write a file beside its place and then put it there, so that half of one is never seen.

    Raises DeskError where it exists, unless `force`, or cannot be written.
    """
    if path.exists() and not force:
        raise DeskError("file-in-the-way", path=str(path))
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        part.unlink(missing_ok=True)


def write_rejected(path: Path, bad: Sequence[Bad]) -> Path:
    """Write what could not be taken from a file to ``FILE.rejected.txt``, each entry with its line
    and what is wrong. Raises DeskError."""
    from translator import wording

    rejected = path.with_name(path.name + ".rejected.txt")
    try:
        with rejected.open("w", encoding="utf-8", errors="backslashreplace") as file:
            for one in bad:
                file.write(f"{one.line}: {wording.trouble(one.reason, one.detail)}\n{one.text}\n\n")
    except OSError as error:
        raise unwritable(rejected, error) from error
    return rejected
