"""Pages by address, from a server on 127.0.0.1: what is taken, what is refused, and how soon."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from translator.errors import InputError, NetworkError, TranslatorError
from translator.sources import fetch, load

PAGE = "<html><head><meta charset=utf-8></head><body><p>El río – “sí”</p></body></html>".encode()


class Handler(BaseHTTPRequestHandler):
    """Answers each path as its test wants it."""

    def do_GET(self) -> None:
        port = self.connection.getsockname()[1]
        if self.path == "/loop":
            self._redirect("/loop")
        elif self.path == "/moved":
            self._redirect("/news/page?x=1")
        elif self.path == "/elsewhere":
            self._redirect("ftp://example.org/x")
        elif self.path == "/named":
            self._redirect(f"http://localhost:{port}/page")
        elif self.path == "/none":
            self.send_error(404)
        elif self.path == "/large":
            self._answer(b"x" * (fetch.LIMIT + 1))
        elif self.path == "/bomb":
            self._answer(gzip.compress(b"x" * (fetch.LIMIT * 5)), encoding="gzip")
        elif self.path == "/zipped":
            self._answer(gzip.compress(PAGE), encoding="gzip")
        elif self.path == "/broken":
            self._answer(b"\x1f\x8bnothing", encoding="gzip")
        elif self.path == "/stall":
            self.send_response(200)
            self.end_headers()
            self.wfile.flush()
            time.sleep(3)
        elif self.path == "/drip":
            self.send_response(200)
            self.end_headers()
            for _ in range(30):
                self.wfile.write(b"x")
                time.sleep(0.1)
        else:
            self._answer(PAGE)

    def _redirect(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target)
        self.end_headers()

    def _answer(self, data: bytes, encoding: str = "") -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=windows-1250")
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def base() -> Iterator[str]:
    """The address of a server of the test's own."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "PATIENCE_S", 0.5)


def refusal(call: Callable[[], object]) -> TranslatorError:
    with pytest.raises(TranslatorError) as caught:
        call()
    return caught.value


@pytest.mark.parametrize("path", ["/page", "/zipped"])
def test_a_page_is_fetched(base: str, path: str) -> None:
    found = fetch.fetch(base + path, allow_private=True)
    assert found == fetch.Fetched(PAGE, base + path, "windows-1250")


def test_a_redirect_is_followed_and_its_end_is_the_address(base: str) -> None:
    found = fetch.fetch(f"{base}/moved", allow_private=True)
    assert found.address == f"{base}/news/page?x=1"


def test_the_page_is_from_the_host_that_answered(base: str) -> None:
    # Sites send readers on to anywhere: what comes from there is not the site's.
    page = load(f"{base}/named", allow_private=True)
    assert page.source == f"{base}/named"
    assert page.place == page.address != page.source
    assert page.place.startswith("http://localhost:")


def test_the_page_remembers_where_it_came_from(base: str) -> None:
    page = load(f"{base}/moved", allow_private=True)
    assert (page.source, page.place, page.address, page.charset) == (
        f"{base}/moved",
        f"{base}/moved",
        f"{base}/news/page?x=1",
        "windows-1250",
    )


@pytest.mark.parametrize(
    ("path", "kind", "code"),
    [
        ("/loop", NetworkError, "too-many-redirects"),
        ("/elsewhere", NetworkError, "not-an-address"),
        ("/none", NetworkError, "bad-status"),
        ("/broken", NetworkError, "no-answer"),
        ("/large", InputError, "page-too-large"),
        ("/bomb", InputError, "page-too-large"),
    ],
)
def test_what_is_no_page_is_refused(
    base: str, path: str, kind: type[TranslatorError], code: str
) -> None:
    error = refusal(lambda: fetch.fetch(base + path, allow_private=True))
    assert (type(error), error.code) == (kind, code)


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize("path", ["/stall", "/drip"])
def test_a_server_that_stalls_or_drips_is_given_up(base: str, path: str) -> None:
    error = refusal(lambda: fetch.fetch(base + path, allow_private=True))
    assert error.code == "too-slow"


@pytest.mark.usefixtures("hurried")
def test_a_server_that_never_answers_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        assert refusal(lambda: fetch.fetch(address, allow_private=True)).code == "too-slow"


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "10.0.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0",
     "[fe80::1]", "[::ffff:127.0.0.1]", "100.64.0.1", "2130706433", "0x7f.1"],
)  # fmt: skip
def test_the_own_machine_and_network_need_permission(host: str) -> None:
    error = refusal(lambda: fetch.fetch(f"http://{host}:9/"))
    assert error.code in ("private-address", "no-such-host")


def test_a_redirect_into_the_own_network_needs_permission(
    base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = fetch._is_private
    monkeypatch.setattr(
        fetch, "_is_private", lambda address: address != "127.0.0.1" and real(address)
    )
    resolve = socket.getaddrinfo
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda host, *rest, **named: resolve(
            "127.0.0.9" if host == "localhost" else host, *rest, **named
        ),
    )
    assert refusal(lambda: fetch.fetch(f"{base}/named")).code == "private-address"


@pytest.mark.parametrize(
    "address", ["http://", "http:///x", "http://[::1", "https://exa mple.org:99999/", "http://a:0/"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    error = refusal(lambda: fetch.fetch(address, allow_private=True))
    assert error.code in ("not-an-address", "no-such-host", "no-answer")


def test_a_host_that_is_not_there() -> None:
    assert refusal(lambda: fetch.fetch("http://nowhere.invalid/")).code == "no-such-host"


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    assert refusal(lambda: fetch.fetch(address, allow_private=True)).code == "no-answer"
