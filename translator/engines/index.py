"""The Argos package index: which English-Spanish package there is, and getting it.

The index is a JSON list of packages with their languages, versions and links, as Argos Translate
publishes it. A package is downloaded beside its place, looked at and installed by `packages`, so a
break in the middle leaves nothing. Refuses plain HTTP except on this machine, an address that
changes to it on the way, and a package whose digest is not the one the index or we know. Separate
because this is the one part of the engines that talks to a network.
"""

from __future__ import annotations

import hashlib
import http.client
import json
import re
import tempfile
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from urllib.parse import urljoin, urlsplit

from translator import __version__
from translator.engines import packages
from translator.engines.packages import UNPACKED, PackageInfo
from translator.errors import DeskError, InputError, NetworkError

DEFAULT = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json"
"""Where the Argos project keeps its index."""

PINNED: dict[str, str] = {}
"""SHA-256 digests, by version, of official English-Spanish packages that somebody here has
compared. None has been: this house is built without that network. What the index states counts."""

PATIENCE_S = 20.0
"""Seconds without a byte."""

_INDEX_LIMIT = 5 * 1024 * 1024
_CHUNK = 256 * 1024
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_DIGEST = re.compile(r"[0-9a-f]{64}")

Show = Callable[[int, int], None]
"""Called with the bytes that have come and those that will, 0 where the server does not say."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A package that the index lists. `digest` is its file's SHA-256, empty where unknown."""

    version: str
    address: str
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Download:
    """A package that has been fetched and installed, with its file's size and digest."""

    package: PackageInfo
    size: int
    digest: str


def offer(address: str = DEFAULT, *, insecure: bool = False) -> Offer:
    """The newest English-Spanish package of an index.

    Raises NetworkError where the index does not answer or is not safe, InputError for what is no
    index or lists no such package.
    """
    with _open(address, insecure=insecure) as answer:
        data = answer.read(_INDEX_LIMIT + 1)
    try:
        listed = json.loads(data) if len(data) <= _INDEX_LIMIT else None
    except (ValueError, RecursionError):
        listed = None
    if not isinstance(listed, list):
        raise InputError("not-an-index", path=address)
    offers = [
        found
        for entry in listed
        if isinstance(entry, dict) and (found := _read(entry, address)) is not None
    ]
    if not offers:
        raise InputError("no-offer", path=address)
    return max(offers, key=lambda one: packages.rank(one.version))


def _read(entry: dict[str, Any], address: str) -> Offer | None:
    if (entry.get("from_code"), entry.get("to_code")) != ("en", "es"):
        return None
    links = entry.get("links")
    web = [urljoin(address, one) for one in links or [] if isinstance(one, str)]
    web = [one for one in web if urlsplit(one).scheme in ("http", "https")]
    version = str(entry.get("package_version", ""))
    stated = str(entry.get("sha256", "")).lower()
    digest = stated if _DIGEST.fullmatch(stated) else PINNED.get(version, "")
    return Offer(version, web[0], digest) if web else None


def _show_nothing(_came: int, _total: int) -> None:
    """For callers that show no progress."""


def fetch(wanted: Offer, *, insecure: bool = False, show: Show = _show_nothing) -> Download:
    """Download a package and install it.

    Raises NetworkError, InputError for what is no English-Spanish package or has another digest,
    DeskError where the disk refuses.
    """
    folder = packages.our_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".part-", suffix=".argosmodel") as file:
            size, digest = _download(wanted, file, insecure=insecure, show=show)
            if wanted.digest and digest != wanted.digest:
                raise InputError("other-digest", path=wanted.address, digest=digest)
            return Download(packages.install(Path(file.name)), size, digest)
    except OSError as error:
        detail = error.strerror or str(error)
        raise DeskError("cannot-write", path=str(folder), detail=detail) from error


def _download(wanted: Offer, file: IO[bytes], *, insecure: bool, show: Show) -> tuple[int, str]:
    """Write the file of an offer; its size in bytes and its SHA-256."""
    hashed = hashlib.sha256()
    size = 0
    with _open(wanted.address, insecure=insecure) as answer:
        total = int(answer.headers.get("Content-Length") or 0)
        try:
            while piece := answer.read(_CHUNK):
                size += len(piece)
                if size > UNPACKED:
                    raise InputError("too-large-package", path=wanted.address)
                hashed.update(piece)
                file.write(piece)
                show(size, total)
        except (http.client.HTTPException, TimeoutError, ConnectionError) as error:
            raise _no_answer(wanted.address, error) from error
    if total and size != total:
        raise NetworkError("no-index", address=wanted.address, detail=f"{size} / {total}")
    file.flush()
    return size, hashed.hexdigest()


class _Careful(urllib.request.HTTPRedirectHandler):
    """Follows redirects, but not out of HTTPS."""

    def __init__(self, *, insecure: bool) -> None:
        self._insecure = insecure

    def redirect_request(
        self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        try:
            _refuse_unsafe(newurl, insecure=self._insecure)
        except NetworkError:
            fp.close()
            raise
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _open(address: str, *, insecure: bool) -> http.client.HTTPResponse:
    _refuse_unsafe(address, insecure=insecure)
    request = urllib.request.Request(address, headers={"User-Agent": f"engesp/{__version__}"})
    opener = urllib.request.build_opener(_Careful(insecure=insecure))
    try:
        answer: http.client.HTTPResponse = opener.open(request, timeout=PATIENCE_S)
    except urllib.error.HTTPError as error:
        error.close()
        raise _no_answer(address, error) from error
    except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError) as error:
        raise _no_answer(address, error) from error
    return answer


def _refuse_unsafe(address: str, *, insecure: bool) -> None:
    """Raise NetworkError for plain HTTP to another machine, and for what is no web address."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        parts, host = urlsplit(""), ""
    if not host or parts.scheme not in ("http", "https"):
        raise NetworkError("not-an-address", address=address, target=address)
    if parts.scheme == "http" and host not in _LOOPBACK and not insecure:
        raise NetworkError("index-insecure", address=address)


def _no_answer(address: str, error: Exception) -> NetworkError:
    reason = getattr(error, "reason", None) or error
    detail = getattr(reason, "strerror", None) or str(reason) or type(reason).__name__
    return NetworkError("no-index", address=address, detail=detail)
