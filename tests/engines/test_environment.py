"""What the environment may say: the README's table, tried."""

from __future__ import annotations

import inspect
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from translator import config, engines
from translator.engines import index, library
from translator.errors import InputError
from translator.sources import fetch

README = (Path(__file__).parent.parent.parent / "README.md").read_text(encoding="utf-8")


class Server(ThreadingHTTPServer):
    """Answers everything with nothing much, and remembers what was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        super().__init__(("127.0.0.1", 0), _Answer)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, Server)
        self.server.asked.append(self.path)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"[]")

    def log_message(self, *_given: object) -> None:
        """Say nothing."""


@pytest.fixture
def servers() -> Iterator[tuple[Server, Server]]:
    """One to be asked, and one that may stand between."""
    both = Server(), Server()
    for one in both:
        threading.Thread(target=one.serve_forever, daemon=True).start()
    yield both
    for one in both:
        one.shutdown()
        one.server_close()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy"])
def test_the_index_goes_through_a_proxy(
    servers: tuple[Server, Server], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    _, proxy = servers
    monkeypatch.setenv(name, proxy.address)
    with pytest.raises(InputError):  # it lists nothing
        index.offer("http://packages.invalid/index.json", insecure=True)
    assert proxy.asked == ["http://packages.invalid/index.json"]


def test_the_index_goes_round_a_proxy_that_is_not_for_it(
    servers: tuple[Server, Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, proxy = servers
    monkeypatch.setenv("HTTP_PROXY", proxy.address)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with pytest.raises(InputError):
        index.offer(f"{asked.address}/index.json", insecure=True)
    assert (asked.asked, proxy.asked) == (["/index.json"], [])


def test_a_page_never_goes_through_a_proxy(
    servers: tuple[Server, Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, proxy = servers
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, proxy.address)
    assert fetch.fetch(f"{asked.address}/page", allow_private=True).data == b"[]"
    assert (asked.asked, proxy.asked) == (["/page"], [])


def test_argos_packages_dir_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert library.packages_folder() == tmp_path / "data" / "argos-translate" / "packages"
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "own"))
    assert library.packages_folder() == tmp_path / "own"


def test_no_other_variable_of_argos_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library.package_module()
    from argostranslate import settings

    known = set(re.findall(r'"(ARGOS_\w+)"', inspect.getsource(settings)))
    assert {"ARGOS_DEVICE_TYPE", "ARGOS_BEAM_SIZE", "ARGOS_PACKAGE_INDEX"} <= known
    before = engines.get("starter").signature()
    for name in known - {"ARGOS_PACKAGES_DIR"}:
        monkeypatch.setenv(name, "no such thing")
    assert engines.get("starter").signature() == before
    assert engines.get("starter").translate(["Good morning."])[0]
    with library._elsewhere(str(tmp_path)):
        import os

        assert {name for name in os.environ if name in known} == {"ARGOS_PACKAGES_DIR"}


@pytest.mark.parametrize(
    "name",
    [
        *("TRANSLATOR_DESK", "TRANSLATOR_CONFIG_DIR", "TRANSLATOR_DATA_DIR"),
        *("ARGOS_PACKAGES_DIR", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"),
        *("SSL_CERT_FILE", "SSL_CERT_DIR", "LANGUAGE", "NO_COLOR"),
    ],
)
def test_the_readme_names_it(name: str) -> None:
    table = README.partition("### The environment")[2].partition("\n## ")[0]
    assert f"`{name}`" in table


def test_our_own_folders_can_be_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRANSLATOR_CONFIG_DIR", str(tmp_path / "c"))
    monkeypatch.setenv("TRANSLATOR_DATA_DIR", str(tmp_path / "d"))
    assert config.user_file() == tmp_path / "c" / "config.toml"
    assert config.data_folder() == tmp_path / "d"
