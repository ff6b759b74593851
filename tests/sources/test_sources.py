"""The door: what is taken in, what is refused and with which code, and who reads a page."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from translator import sources
from translator.errors import InputError, NotFoundError
from translator.model import Role
from translator.sources import Page

PAGES = Path(__file__).parent / "pages"
WHEN = datetime(2026, 3, 3, 7, 30, tzinfo=UTC)

PARAGRAPHS = (
    "The first ferry since 1986 crossed the estuary on Thursday with eleven passengers on board.",
    "It took nineteen minutes, four more than planned, because of the wind from the sea.",
    "The bridge upstream has been closed since a lorry struck one of its piers in November.",
)


def page(data: bytes) -> Page:
    return Page("given.txt", data, WHEN)


def test_a_file_is_loaded_with_its_bytes_and_its_own_time(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(b"<p>Caf\xe9</p>")
    os.utime(path, (WHEN.timestamp() + 0.7, WHEN.timestamp() + 0.7))
    assert sources.load(str(path)) == Page(str(path), b"<p>Caf\xe9</p>", WHEN, str(path))


def test_a_dash_reads_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"pasted\n")))
    before = datetime.now(UTC).replace(microsecond=0)
    loaded = sources.load("-")
    assert (loaded.source, loaded.data) == ("-", b"pasted\n")
    assert before <= loaded.modified <= datetime.now(UTC)


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n"])
def test_an_empty_file_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        sources.load(str(path))
    assert (caught.value.code, caught.value.values) == ("empty-file", {"path": str(path)})


def test_empty_stdin_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\n")))
    with pytest.raises(InputError) as caught:
        sources.load("-")
    assert (caught.value.code, caught.value.values) == ("empty-file", {"path": "-"})


def test_a_file_over_the_limit_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "page.html"
    with path.open("wb") as file:
        file.truncate(sources.LIMIT + 1)  # sparse: it takes no room on the disk

    def no_open(*_: object, **__: object) -> None:
        raise AssertionError("opened")

    monkeypatch.setattr(Path, "open", no_open)
    with pytest.raises(InputError) as caught:
        sources.load(str(path))
    assert (caught.value.code, caught.value.values) == ("too-large", {"path": str(path)})


def test_stdin_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "LIMIT", 10)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"eleven byte")))
    with pytest.raises(InputError) as caught:
        sources.load("-")
    assert caught.value.code == "too-large"


def test_a_file_of_just_the_limit_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "LIMIT", 10)
    path = tmp_path / "page.txt"
    path.write_bytes(b"ten bytes.")
    assert sources.load(str(path)).data == b"ten bytes."


def test_a_folder_is_no_page(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        sources.load(str(tmp_path))
    assert (caught.value.code, caught.value.values) == ("not-a-file", {"path": str(tmp_path)})


@pytest.mark.parametrize("name", ["nowhere.txt", "page.txt/below.txt"])
def test_what_is_not_there_is_not_found(tmp_path: Path, name: str) -> None:
    (tmp_path / "page.txt").write_text("A page.", encoding="utf-8")
    path = str(tmp_path / name)
    with pytest.raises(NotFoundError) as caught:
        sources.load(path)
    assert (caught.value.code, caught.value.values) == ("no-such-file", {"path": path})


def test_what_may_not_be_read_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "page.txt"
    path.write_text("A page.", encoding="utf-8")

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)  # root may read everything, so no chmod
    with pytest.raises(InputError) as caught:
        sources.load(str(path))
    assert caught.value.code == "unreadable"
    assert caught.value.values == {"path": str(path), "detail": "Permission denied"}


@pytest.mark.parametrize("name", ["page\0.txt", "x" * 5000])
def test_a_path_that_no_file_can_have_is_unreadable(name: str) -> None:
    with pytest.raises(InputError) as caught:
        sources.load(name)
    assert caught.value.code == "unreadable"


def test_the_pages_of_a_folder_are_sorted_and_nothing_hidden(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.HTML",
        "deep/c.htm",
        "deep/d.xhtml",
        ".hidden.txt",
        ".git/e.txt",
        "f.pdf",
        "g.po",
        "h.md",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    (tmp_path / "folder.txt").mkdir()
    found = [str(path.relative_to(tmp_path)) for path in sources.pages_in(tmp_path)]
    assert found == ["a.HTML", "b.txt", "deep/c.htm", "deep/d.xhtml", "h.md"]


def test_a_folder_inside_a_hidden_one_is_read(tmp_path: Path) -> None:
    folder = tmp_path / ".drafts"
    folder.mkdir()
    (folder / "a.txt").write_text("x", encoding="utf-8")
    assert sources.pages_in(folder) == (folder / "a.txt",)


def test_what_a_page_is_is_decided_by_its_content_not_its_name() -> None:
    html = "<h1>Ferry returns to Dunmore</h1>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    dump = "\n\n".join(("Ferry returns to Dunmore after years", *PARAGRAPHS))
    from_html = sources.read(Page("dump.txt", html.encode(), WHEN))
    from_dump = sources.read(Page("page.html", dump.encode(), WHEN))
    for article in (from_html, from_dump):
        body = [block.text for block in article.blocks if block.role is Role.PARAGRAPH]
        assert body == list(PARAGRAPHS)
    assert from_html.blocks[-1].element.startswith("/html/")
    assert from_dump.blocks[-1].element == "line 7"


def test_a_dump_that_speaks_of_tags_is_no_html() -> None:
    text = "\n\n".join(
        (*PARAGRAPHS, "Use <b>bold</b> where x < y and y > z, the manual says there.")
    )
    article = sources.read(page(text.encode()))
    assert "<b>bold</b> where x < y and y > z" in article.blocks[-1].text


def test_the_order_of_dates_reaches_both_readers() -> None:
    dump = "\n".join(("Ferry returns to Dunmore after years", "02/03/2025", *PARAGRAPHS))
    html = '<meta name="date" content="02/03/2025"><h1>Ferry returns to Dunmore</h1>' + "".join(
        f"<p>{text}</p>" for text in PARAGRAPHS
    )
    for text in (dump, html):
        months = []
        for order in ("dmy", "mdy"):
            published = sources.read(page(text.encode()), date_order=order).published
            assert published is not None
            months.append(published.month)
        assert months == [3, 2]


@pytest.mark.parametrize(
    "text",
    [
        "Home\nNews\nSport\n",
        "<!doctype html><html></html>",
        "<html><script>var text = '<p>No article in here, whatever it says.</p>';</script></html>",
        "\ufeff",
        "\u200b\n",
        "<p></p>",
        "<",
    ],
)
def test_a_page_without_an_article_is_refused(text: str) -> None:
    with pytest.raises(InputError) as caught:
        sources.read(page(text.encode()))
    assert (caught.value.code, caught.value.values) == ("no-article", {"path": "given.txt"})


def test_blocks_are_numbered_from_one_in_order() -> None:
    for name in ("reservoir.txt", "reservoir.html", "ferry.html", "bridge.txt"):
        article = sources.read(sources.load(str(PAGES / name)))
        assert [block.id for block in article.blocks] == list(range(1, len(article.blocks) + 1))


def test_the_door_itself_loads_no_reader() -> None:
    program = "import sys, translator.sources; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert {"lxml", "trafilatura", "nh3"}.isdisjoint(done.stdout.split())
