"""A process that the disk refuses, without another process: for tests of what is said then.

Both can be taken back, so that a test costs milliseconds. Root is stopped by no mode of a file:
the right to pass them over is laid down for a while.
"""

from __future__ import annotations

import ctypes
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_DAC_OVERRIDE, _DAC_READ_SEARCH = 1 << 1, 1 << 2
_VERSION_3 = 0x20080522


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Data(ctypes.Structure):
    _fields_ = (
        ("effective", ctypes.c_uint32),
        ("permitted", ctypes.c_uint32),
        ("inheritable", ctypes.c_uint32),
    )


@contextmanager
def unprivileged() -> Iterator[None]:
    """Modes of files count for this thread, whoever runs the tests."""
    libc, header, data = ctypes.CDLL(None), _Header(_VERSION_3, 0), (_Data * 2)()
    libc.capget(ctypes.byref(header), ctypes.byref(data))
    before = data[0].effective
    data[0].effective = before & ~(_DAC_OVERRIDE | _DAC_READ_SEARCH)
    libc.capset(ctypes.byref(header), ctypes.byref(data))
    try:
        yield
    finally:
        data[0].effective = before
        libc.capset(ctypes.byref(header), ctypes.byref(data))


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """A folder that its owner has closed to writing, with all that is in it."""
    for path in (*folder.rglob("*"), folder):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        with unprivileged():
            yield
    finally:
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)


@contextmanager
def without_room(most: int = 0) -> Iterator[None]:
    """No file can grow beyond so many bytes: what a full disk says, it says."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
