"""Argos packages on this machine: find them, say what they are, install and remove them.

Packages stand in our own folder, in that of the plain Argos library (only read, never written),
and one, the starter, inside this program. Installing is ours because the library's unzips blindly
and loads its heavy half: here every member is looked at before a byte is written.
"""

from __future__ import annotations

import difflib
import fcntl
import hashlib
import json
import os
import re
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path, PurePosixPath

from translator.config import data_folder
from translator.engines.library import packages_folder
from translator.errors import DeskError, InputError, NotFoundError, UsageError

MEMBERS, UNPACKED, RATIO = 1_000, 2 * 1024**3, 200
"""What an honest package stays under: a full one has some 20 members and 100 to 300 MB, and its
weights hardly shrink when they are packed."""

METADATA = 1024**2
"""Bytes of metadata.json: a real one has a few hundred, and it is read into memory whole."""

_NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z_.+-]{0,99}")
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+-]{0,31}")
"""Both are shown on screens and written into PO files and the desk: no control characters. As the
one top folder of an archive, a name also rules out what is absolute, hidden or called `..`."""

_PART = ".part-"
"""How the folders begin that are not complete, or on their way out."""

_STARTER = Path(__file__).parent.parent / "starter" / "translate-en_es-0_1"


@dataclass(frozen=True, slots=True)
class PackageInfo:
    """An installed package. `origin` is `starter`, `installed` or `argos`.

    `already` is set by `install` where the same package was there before.
    """

    name: str
    version: str
    from_code: str
    to_code: str
    folder: Path
    origin: str
    already: bool = False

    @property
    def digest(self) -> str:
        """The SHA-256 of its weights, in hexadecimal."""
        return digest(self.folder)

    @property
    def is_starter(self) -> bool:
        """Whether it is the one that comes inside."""
        return self.origin == "starter"

    @property
    def size_bytes(self) -> int:
        """The size of all its files."""
        return sum(path.stat().st_size for path in self.folder.rglob("*") if path.is_file())


def our_folder() -> Path:
    """Where this program installs packages."""
    return data_folder() / "packages"


def starter() -> PackageInfo:
    """The package that comes inside."""
    info = _read(_STARTER, "starter")
    if info is None:
        raise NotFoundError("no-such-package", name="starter", nearest="")
    return info


def installed() -> tuple[PackageInfo, ...]:
    """The English-Spanish packages that are installed, the newest version first.

    A folder that is no such package is passed over.
    """
    found = [
        info
        for folder, origin in ((our_folder(), "installed"), (packages_folder(), "argos"))
        for path in _folders(folder)
        if (info := _read(path, origin)) is not None
    ]
    return tuple(sorted(found, key=lambda info: rank(info.version), reverse=True))


def best() -> PackageInfo | None:
    """The newest installed package, or None."""
    return next(iter(installed()), None)


def find(name: str) -> PackageInfo:
    """The package of this name. Raises NotFoundError with the nearest name."""
    known = [*installed(), starter()]
    for info in known:
        if name in (info.name, "starter" if info.is_starter else info.name):
            return info
    nearest = difflib.get_close_matches(name, [info.name for info in known], n=1, cutoff=0.4)
    raise NotFoundError("no-such-package", name=name, nearest=nearest[0] if nearest else "")


def _folders(folder: Path) -> list[Path]:
    try:
        return sorted(
            path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".")
        )
    except OSError:
        return []


def _read(folder: Path, origin: str) -> PackageInfo | None:
    try:
        metadata = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(metadata, dict) or _languages(metadata) != ("en", "es"):
        return None
    version = _version(metadata) or "0"
    return PackageInfo(folder.name, version, "en", "es", folder, origin)


def _version(metadata: dict[str, object]) -> str:
    """The version that a package states, or nothing where it is no version."""
    version = str(metadata.get("package_version", ""))
    return version if _VERSION.fullmatch(version) else ""


def _languages(metadata: dict[str, object]) -> tuple[object, object]:
    return metadata.get("from_code"), metadata.get("to_code")


def rank(version: str) -> tuple[int, ...]:
    """A version as numbers, to tell the newer of two."""
    return tuple(int(number) for number in re.findall(r"\d+", version))


def digest(folder: Path) -> str:
    """The SHA-256 of a package's weights, in hexadecimal. About 0.1 s for 100 MB, once."""
    path = folder / "model" / "model.bin"
    try:
        return _digest(path, path.stat().st_mtime_ns)
    except OSError:
        return "none"


@lru_cache(maxsize=16)
def _digest(path: Path, _modified: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def install(path: Path) -> PackageInfo:
    """Unpack a package file into our folder; the same one, there already, is left as it is.

    The members and the metadata are checked before anything is written, and the folder gets its
    name when it is complete. A damaged or different package of the same name and version is
    replaced; one of another version stays, and the new one's folder carries its version. Raises
    NotFoundError, InputError for what is no English-Spanish package, DeskError where the disk
    refuses.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            name = _check(path, archive)
            return _unpack(archive, name)
    except FileNotFoundError as error:
        raise NotFoundError("no-such-file", path=str(path)) from error
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, ValueError) as error:
        # RuntimeError is an encrypted member, an unknown way of packing, or metadata too deep.
        raise InputError("not-a-package", path=str(path), detail=str(error)) from error
    except OSError as error:
        detail = error.strerror or str(error)
        raise InputError("unreadable", path=str(path), detail=detail) from error


def _check(path: Path, archive: zipfile.ZipFile) -> str:
    """The name of the package's one folder. Raises InputError."""
    members = archive.infolist()
    problem = _problem(members)
    if problem:
        raise InputError("not-a-package", path=str(path), detail=problem)
    (name,) = {PurePosixPath(member.filename).parts[0] for member in members}
    files = {member.filename for member in members}
    needed = {f"{name}/metadata.json", f"{name}/model/model.bin"}
    tokenizers = {f"{name}/sentencepiece.model", f"{name}/bpe.model"}
    if not needed <= files or files.isdisjoint(tokenizers):
        raise InputError("not-a-package", path=str(path), detail="metadata, model or tokenizer")
    try:
        metadata = json.loads(archive.read(f"{name}/metadata.json"))
    except (ValueError, RecursionError) as error:
        raise InputError("not-a-package", path=str(path), detail="metadata.json") from error
    if not isinstance(metadata, dict) or metadata.get("type", "translate") != "translate":
        raise InputError("not-a-package", path=str(path), detail="metadata.json")
    if _languages(metadata) != ("en", "es"):
        source, target = _languages(metadata)
        raise InputError(
            "package-wrong-languages", path=str(path), from_code=source, to_code=target
        )
    if not _version(metadata):
        raise InputError("not-a-package", path=str(path), detail="package_version")
    return name


def _problem(members: list[zipfile.ZipInfo]) -> str:
    """What is suspicious about the members of an archive, or nothing."""
    if not 0 < len(members) <= MEMBERS:
        return f"{len(members)} members"
    roots = set()
    for member in members:
        parts = PurePosixPath(member.filename).parts
        if not parts or ".." in parts:
            return member.filename or "“”"
        if "\\" in member.filename or ":" in member.filename:
            return member.filename
        if (member.external_attr >> 16) & 0o170000 == 0o120000:
            return f"{member.filename} -> ?"
        roots.add(parts[0])
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if unpacked > UNPACKED or unpacked > RATIO * max(packed, 1):
        return f"{packed} → {unpacked} bytes"
    if len(roots) != 1 or not all(_NAME.fullmatch(root) for root in roots):
        return ", ".join(sorted(roots)[:5])
    return _clash(members)


def _clash(members: list[zipfile.ZipInfo]) -> str:
    """A member that stands twice, is a file and a folder, or is metadata beyond measure."""
    paths = [PurePosixPath(member.filename) for member in members]
    folders = {parent for path in paths for parent in path.parents}
    seen: set[PurePosixPath] = set()
    for member, path in zip(members, paths, strict=True):
        if path in seen or (path in folders and not member.is_dir()):
            return member.filename
        if path.name == "metadata.json" and member.file_size > METADATA:
            return f"{member.filename}: {member.file_size} bytes"
        seen.add(path)
    return ""


def _unpack(archive: zipfile.ZipFile, name: str) -> PackageInfo:
    folder = our_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(folder), _part(folder) as part:
            archive.extractall(part)
            return _settle(part / name, folder)
    except OSError as error:
        detail = error.strerror or str(error)
        raise DeskError("cannot-write", path=str(folder), detail=detail) from error


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One process changes our folder at a time, so what lies there half-done is nobody's."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        for stale in folder.glob(f"{_PART}*"):
            shutil.rmtree(stale, ignore_errors=True)
        yield
    finally:
        os.close(handle)


@contextmanager
def _part(folder: Path) -> Iterator[Path]:
    """A folder beside the packages, gone afterwards with all that is still in it."""
    part = Path(tempfile.mkdtemp(prefix=_PART, dir=folder))
    try:
        yield part
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _settle(fresh: Path, folder: Path) -> PackageInfo:
    """Give an unpacked package its place and name, in one rename."""
    version = _stated(fresh).version
    final = folder / fresh.name
    there = _read(final, "installed")
    if there is not None and there.version != version:
        final = folder / f"{fresh.name}-{version}"
        there = _read(final, "installed")
    if there is not None and _contents(final) == _contents(fresh):
        return replace(there, already=True)
    if final.exists():
        os.replace(final, fresh.parent / f"{_PART}replaced")
    os.replace(fresh, final)
    return _stated(final)


def _stated(folder: Path) -> PackageInfo:
    """What a package says of itself whose metadata was checked before it was written."""
    info = _read(folder, "installed")
    if info is None:
        raise DeskError("cannot-write", path=str(folder), detail="metadata.json")
    return info


def _contents(folder: Path) -> dict[str, str]:
    """Every file of a folder with its digest."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                found[str(path.relative_to(folder))] = hashlib.file_digest(
                    file, "sha256"
                ).hexdigest()
    return found


def remove(name: str) -> PackageInfo:
    """Remove a package that was installed by this program.

    Raises NotFoundError, UsageError for one that was not, DeskError.
    """
    ours = [info for info in installed() if info.name == name and info.origin == "installed"]
    info = ours[0] if ours else find(name)
    if info.origin != "installed":
        raise UsageError("package-not-ours", name=info.name)
    try:
        # It loses its name at once, so that a kill half-way leaves no half package to be found.
        with _alone(our_folder()), _part(our_folder()) as part:
            os.replace(info.folder, part / info.name)
    except OSError as error:
        detail = error.strerror or str(error)
        raise DeskError("cannot-write", path=str(info.folder), detail=detail) from error
    return info


def both_distributions_installed() -> bool:
    """Whether the two distributions that share the module `argostranslate` are both there."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return bool(version("argostranslate") and version("argos-translate-lt"))
    except PackageNotFoundError:
        return False
