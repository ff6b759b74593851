"""The package index, served on 127.0.0.1: what is chosen, fetched, refused, and left behind."""

from __future__ import annotations

import hashlib
import json
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.engines.packing import files, packed
from translator.engines import index, packages
from translator.engines.index import Offer
from translator.errors import InputError, NetworkError, TranslatorError


class Serving:
    """A server whose answers a test puts into `pages`."""

    def __init__(self) -> None:
        self.pages: dict[str, bytes] = {}
        self.moved: dict[str, str] = {}
        self.short: set[str] = set()
        serving = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path in serving.moved:
                    self.send_response(302)
                    self.send_header("Location", serving.moved[self.path])
                    self.end_headers()
                    return
                data = serving.pages.get(self.path)
                if data is None:
                    self.send_error(404)
                    return
                self.send_response(200)
                extra = 10 if self.path in serving.short else 0
                self.send_header("Content-Length", str(len(data) + extra))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_arguments: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self.server.socket.getsockname()[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def list(self, *entries: dict[str, Any]) -> str:
        self.pages["/index.json"] = json.dumps(entries).encode()
        return f"{self.base}/index.json"


@pytest.fixture
def serving() -> Iterator[Serving]:
    found = Serving()
    yield found
    found.server.shutdown()
    found.server.server_close()


def entry(version: str, link: str, **more: object) -> dict[str, Any]:
    return {
        "package_version": version,
        "from_code": "en",
        "to_code": "es",
        "links": [link],
        **more,
    }


def refusal(call: Callable[[], object]) -> TranslatorError:
    with pytest.raises(TranslatorError) as caught:
        call()
    return caught.value


@pytest.fixture
def package(tmp_path: Path) -> bytes:
    return packed(tmp_path / "one.argosmodel", files()).read_bytes()


def left() -> list[str]:
    folder = packages.our_folder()
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_the_newest_of_our_languages_is_offered(serving: Serving) -> None:
    address = serving.list(
        entry("1.9", "/old"),
        entry("1.10", "files/new"),
        {**entry("9.0", "/other"), "to_code": "fr"},
        {"from_code": "en", "to_code": "es"},
    )
    assert index.offer(address) == Offer("1.10", f"{serving.base}/files/new")


def test_a_package_is_fetched_and_installed(serving: Serving, package: bytes) -> None:
    digest = hashlib.sha256(package).hexdigest()
    serving.pages["/p"] = package
    address = serving.list(entry("1.0", "/p", sha256=digest))
    shown: list[tuple[int, int]] = []
    done = index.fetch(index.offer(address), show=lambda came, total: shown.append((came, total)))
    assert (done.size, done.digest) == (len(package), digest)
    assert shown[-1] == (len(package), len(package))
    assert [info.name for info in packages.installed()] == [done.package.name]
    assert not [name for name in left() if "part" in name]


@pytest.mark.parametrize(
    ("link", "more", "code"),
    [
        ("/p", {"sha256": "0" * 64}, "other-digest"),
        ("/broken", {}, "not-a-package"),
        ("/short", {}, "no-index"),
        ("/none", {}, "no-index"),
        ("/moved", {}, "index-insecure"),
        ("http://example.org/p", {}, "index-insecure"),
    ],
)
def test_what_is_refused_leaves_nothing(
    serving: Serving, package: bytes, link: str, more: dict[str, str], code: str
) -> None:
    serving.pages |= {"/p": package, "/short": package, "/broken": b"no zip"}
    serving.short.add("/short")
    serving.moved["/moved"] = "http://example.org/p"
    address = serving.list(entry("1", link, **more))
    error = refusal(lambda: index.fetch(index.offer(address)))
    assert error.code == code
    assert not packages.installed()
    assert not [name for name in left() if "argosmodel" in name]


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"{", "not-an-index"), (b"{}", "not-an-index"), (b"[]", "no-offer"), (b"[1]", "no-offer")],
)
def test_what_is_no_index(serving: Serving, data: bytes, code: str) -> None:
    serving.pages["/index.json"] = data
    error = refusal(lambda: index.offer(f"{serving.base}/index.json"))
    assert (type(error), error.code) == (InputError, code)


@pytest.mark.parametrize("address", ["http://example.org/i", "file:///etc/passwd", "nonsense"])
def test_only_safe_addresses_are_asked(address: str) -> None:
    assert isinstance(refusal(lambda: index.offer(address)), NetworkError)


def test_offline_is_one_error_with_the_manual_way() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    error = refusal(lambda: index.offer(f"http://127.0.0.1:{port}/"))
    assert (type(error), error.code) == (NetworkError, "no-index")


def test_two_at_once_both_end_well(serving: Serving, package: bytes) -> None:
    serving.pages["/p"] = package
    offer = index.offer(serving.list(entry("1.0", "/p")))
    done: list[str] = []
    threads = [
        threading.Thread(target=lambda: done.append(index.fetch(offer).package.name))
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == 3
    assert len(packages.installed()) == 1
