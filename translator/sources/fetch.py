"""A page by its address, over HTTP: within limits of time, size and redirects.

Refuses addresses that lead into the own machine or network, unless told otherwise: an article may
be added by somebody who only pasted a link. The host is resolved once for each request, every
address it has is checked, and the connection goes to one that was checked, so that a name cannot
change its mind in between. Separate because nothing else in the house opens a connection to pages.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
import zlib
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from translator import __version__
from translator.errors import InputError, NetworkError

LIMIT = 10 * 1024 * 1024
"""Bytes, before and after decompression."""

PATIENCE_S = 9.0
"""Seconds for all of it: names, redirects, and a server that sends a byte now and then."""

MOST_REDIRECTS = 5

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PORTS = {"http": 80, "https": 443}
_CHUNK = 64 * 1024
_HEADERS = {
    "User-Agent": f"engesp/{__version__}",
    "Accept": "text/html,application/xhtml+xml,text/plain,text/markdown;q=0.9,*/*;q=0.5",
    "Accept-Language": "en",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back: the bytes, the address that gave them, the charset the server named."""

    data: bytes
    address: str
    charset: str


def is_address(source: str) -> bool:
    """Whether a source is the address of a page rather than a path."""
    return source.lower().startswith(("http://", "https://"))


def fetch(address: str, *, allow_private: bool = False) -> Fetched:
    """The page at an address.

    Raises NetworkError: no such host, refused, too slow, an answer that is no page, too many
    redirects, a private address. Raises InputError for what is larger than `LIMIT`.
    """
    deadline = time.monotonic() + PATIENCE_S
    current = address
    for _ in range(MOST_REDIRECTS + 1):
        parts = _parts(current, address)
        try:
            answer = _Request(parts, deadline, address, allow_private=allow_private)
            location = answer.location
            if location is None:
                return Fetched(answer.body(), current, answer.charset)
        except TimeoutError as error:
            raise NetworkError("too-slow", address=address, seconds=round(PATIENCE_S)) from error
        except ssl.SSLError as error:
            detail = error.reason or type(error).__name__
            raise NetworkError("not-secure", address=address, detail=detail) from error
        except (OSError, http.client.HTTPException, zlib.error) as error:
            detail = getattr(error, "strerror", None) or str(error) or type(error).__name__
            raise NetworkError("no-answer", address=address, detail=detail) from error
        current = urljoin(current, location)
    raise NetworkError("too-many-redirects", address=address, most=MOST_REDIRECTS)


def _parts(current: str, given: str) -> SplitResult:
    try:
        parts = urlsplit(current)
        is_usable = parts.scheme in _PORTS and parts.hostname and parts.port != 0
    except ValueError:
        is_usable = False
    if not is_usable:
        raise NetworkError("not-an-address", address=given, target=current)
    return parts


class _Request:
    """One request and its answer, open until the body is read or the answer is a redirect."""

    def __init__(
        self, parts: SplitResult, deadline: float, given: str, *, allow_private: bool
    ) -> None:
        self._deadline = deadline
        self._given = given
        host = str(parts.hostname)
        port = parts.port or _PORTS[parts.scheme]
        self._socket = _connect(host, port, self._left(), given, allow_private=allow_private)
        try:
            if parts.scheme == "https":
                context = ssl.create_default_context()
                self._socket = context.wrap_socket(self._socket, server_hostname=_ascii(host))
            self._response = self._ask(parts)
        except BaseException:
            self._socket.close()
            raise

    @property
    def location(self) -> str | None:
        """Where the answer sends us; None where it is the page. Raises NetworkError."""
        status = self._response.status
        target = self._response.getheader("Location")
        if status in _REDIRECTS and target:
            self._close()
            return _quoted(target)
        if status != 200:
            self._close()
            raise NetworkError("bad-status", address=self._given, status=status)
        return None

    @property
    def charset(self) -> str:
        """The charset that the server names, or an empty text."""
        return self._response.headers.get_content_charset("") or ""

    def body(self) -> bytes:
        """The page, decompressed. Raises InputError for one over the limit."""
        unzip = zlib.decompressobj(zlib.MAX_WBITS | 16)
        is_zipped = self._response.getheader("Content-Encoding", "").strip().lower() == "gzip"
        pieces: list[bytes] = []
        size = 0
        with self._socket, self._response:
            while piece := self._read():
                data = unzip.decompress(piece, LIMIT + 1) if is_zipped else piece
                size += len(data)
                if size > LIMIT or unzip.unconsumed_tail:
                    raise InputError("page-too-large", path=self._given, megabytes=LIMIT >> 20)
                pieces.append(data)
        return b"".join(pieces)

    def _close(self) -> None:
        self._response.close()
        self._socket.close()

    def _read(self) -> bytes:
        self._socket.settimeout(self._left())
        return self._response.read1(_CHUNK)

    def _left(self) -> float:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    def _ask(self, parts: SplitResult) -> http.client.HTTPResponse:
        self._socket.settimeout(self._left())
        connection = http.client.HTTPConnection(_ascii(str(parts.hostname)), parts.port)
        connection.sock = self._socket
        target = _quoted(parts.path or "/") + (f"?{_quoted(parts.query)}" if parts.query else "")
        host = parts.netloc.rpartition("@")[2]
        connection.putrequest("GET", target, skip_host=True, skip_accept_encoding=True)
        for name, value in {"Host": _ascii(host), **_HEADERS}.items():
            connection.putheader(name, value)
        connection.endheaders()
        return connection.getresponse()


def _connect(
    host: str, port: int, seconds: float, given: str, *, allow_private: bool
) -> socket.socket:
    """A connection to an address of the host that may be asked. Tries each of them in turn."""
    try:
        found = socket.getaddrinfo(_ascii(host), port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        raise NetworkError("no-such-host", address=given, host=host) from error
    if not allow_private and any(_is_private(str(one[4][0])) for one in found):
        raise NetworkError("private-address", address=given, host=host)
    failure: OSError = OSError("no address")
    for family, kind, protocol, _, place in found:
        connection = socket.socket(family, kind, protocol)
        connection.settimeout(seconds)
        try:
            connection.connect(place)
            return connection
        except OSError as error:
            connection.close()
            failure = error
    raise failure


def _is_private(text: str) -> bool:
    """Whether an IP address is not one of the public internet: loopback, private, link-local,
    reserved, multicast, and IPv4 ones of these kinds inside IPv6."""
    address = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is not None and not inner.is_global:
            return True
    return not address.is_global or address.is_multicast


def _ascii(host: str) -> str:
    return host if host.isascii() else host.encode("idna").decode("ascii")


def _quoted(text: str) -> str:
    """A part of an address as it may stand in a request: ASCII without blanks and controls."""
    return quote(text, safe="%/:=&?~#+!$,;'@()*[]|")
