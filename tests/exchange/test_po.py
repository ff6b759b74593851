"""PO out and in: nothing lost, nothing guessed, and gettext's own tool has nothing to say."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import polib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translator import normalize, potext
from translator.errors import InputError
from translator.exchange import po
from translator.exchange.entries import base
from translator.model import Article, Block, Code, Origin, Role, Segment, State, Translation

CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""No example fails for its time: the machine may be busy."""

FETCHED = datetime(2025, 2, 21, 9, 30, tzinfo=UTC)
CODE = Code(1, "a", (("href", "https://example.org/a?b=1&c=2"),))


def made(*segments: Segment, source: str = "page.html", element: str = "/html/p[1]") -> Translation:
    blocks = (Block(1, Role.PARAGRAPH, "", element=element),)
    return Translation(Article(blocks, source=source, slug="story"), segments, FETCHED)


def entries(translation: Translation, translator: str = "") -> list[polib.POEntry]:
    return list(polib.pofile(po.write(translation, translator=translator)))


def msgfmt(text: str, folder: Path) -> str:
    """What msgfmt says about this file: nothing, where all is well."""
    if shutil.which("msgfmt") is None:
        pytest.skip("msgfmt is not installed")
    path = folder / "story.po"
    path.write_text(text, encoding="utf-8")
    command = ["msgfmt", "-c", "-o", str(folder / "story.mo"), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_an_entry_is_a_segment() -> None:
    segment = Segment(
        7, 1, "The <1>map</1>.", "El <1>mapa</1>.", codes=(CODE,), state=State.REVIEWED
    )
    (entry,) = entries(made(segment))
    assert entry.msgctxt == "story:7"
    assert (entry.msgid, entry.msgstr) == ("The <1>map</1>.", "El <1>mapa</1>.")
    assert entry.comment.splitlines() == [
        "role: paragraph",
        "state: reviewed",
        f"base: {base(segment)}",
        "<1> = link https://example.org/a?b=1&c=2",
    ]
    assert entry.occurrences == [("page.html#/html/p[1]", "")]
    assert entry.flags == []


def test_fuzzy_is_an_open_segment_with_a_target() -> None:
    draft = Segment(1, 1, "A", "B", origin=Origin.MACHINE, signature="argos en-es")
    empty = Segment(2, 1, "A")
    recalled = replace(draft, id=3, state=State.FINAL, origin=Origin.MEMORY_FUZZY, rate=87)
    written = entries(made(draft, empty, recalled))
    assert [entry.flags for entry in written] == [["fuzzy"], [], []]
    assert "origin: machine (argos en-es)" in written[0].comment
    assert "origin" not in written[1].comment
    assert "origin: memory-fuzzy 87% (argos en-es)" in written[2].comment


@pytest.mark.parametrize(
    ("source", "element", "reference"),
    [
        ("/home/ann/my pages/a b.txt", "line 12", ("a%20b.txt", "12")),
        ("C:\\pages\\a.html", "html > p 2", ("a.html#html%20>%20p%202", "")),
        ("https://example.org/x y", "/html/p[1]", ("https://example.org/x%20y#/html/p[1]", "")),
        ("100%.html", "", ("100%25.html", "")),
        ("", "line 3", ("story", "3")),
    ],
)
def test_references_hold_no_space_and_no_folder(
    source: str, element: str, reference: tuple[str, str]
) -> None:
    (entry,) = entries(made(Segment(1, 1, "A"), source=source, element=element))
    assert entry.occurrences == [reference]


def test_header_says_who_when_and_what() -> None:
    edited = replace(made(), edited=datetime(2025, 3, 1, 12, 0, tzinfo=UTC))
    header = polib.pofile(po.write(edited, translator="Ana\nRuiz")).metadata
    assert header["Last-Translator"] == "Ana Ruiz"
    assert header["POT-Creation-Date"] == "2025-02-21 09:30+0000"
    assert header["PO-Revision-Date"] == "2025-03-01 12:00+0000"
    assert header["Language"] == "es"
    assert header["Content-Type"] == "text/plain; charset=UTF-8"
    assert polib.pofile(po.write(made())).metadata["PO-Revision-Date"] == "2025-02-21 09:30+0000"


NASTY = (
    "100%s of %d {x} $y %(z)s",
    'He said "yes" \\ "no\\n"',
    "<script>alert('[x]')</script>",
    "#, fuzzy",
    'msgid "x"',
    "\u202eright\u202c \u00a0 ¿año? 😀 e\u0301",
)


@pytest.mark.outside
def test_msgfmt_has_nothing_to_say(tmp_path: Path) -> None:
    segments = [Segment(n, 1, text, text, codes=(CODE,)) for n, text in enumerate(NASTY, start=1)]
    same = [Segment(n + 100, 1, "Same.", "Igual.", state=State.FINAL) for n in range(2)]
    text = po.write(made(*segments, *same, source="a\u2028b c.html"), translator="Ana Ruiz")
    assert msgfmt(text, tmp_path) == ""


@pytest.mark.outside
def test_msgfmt_has_nothing_to_say_about_an_article_without_anything(tmp_path: Path) -> None:
    bare = Translation(Article((), slug="story"), (), FETCHED)
    assert msgfmt(po.write(bare), tmp_path) == ""


TEXTS = st.text(max_size=40).map(normalize.line).filter(bool)
TARGETS = st.text(max_size=40).map(normalize.line)
ROWS = st.lists(st.tuples(TEXTS, TARGETS, st.sampled_from(State)), max_size=8)


@CALM
@given(ROWS)
def test_written_and_read_is_the_same(rows: list[tuple[str, str, State]]) -> None:
    segments = tuple(
        Segment(number, 1, source, target, codes=(CODE,), state=state)
        for number, (source, target, state) in enumerate(rows, start=1)
    )
    read = po.read(po.write(made(*segments)).encode("utf-8"), "story.po")
    assert [(one.slug, one.segment, one.source, one.target, one.is_fuzzy) for one in read] == [
        ("story", one.id, one.source, one.target, one.is_draft) for one in segments
    ]
    assert not any(one.is_obsolete for one in read)


@CALM
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    _read_or_refuse(data)


@CALM
@given(
    st.lists(st.sampled_from(['msgid "', "msgstr", '"', "\n", "#~ ", "#| ", "a", "\\", " ", "#"]))
)
def test_any_likeness_of_a_po_is_read_or_refused(pieces: list[str]) -> None:
    _read_or_refuse(('msgid ""\nmsgstr ""\n\n' + "".join(pieces)).encode())


def _read_or_refuse(data: bytes) -> None:
    with contextlib.suppress(InputError):
        po.read(data, "x.po")


HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
ENTRY = 'msgctxt "story:1"\nmsgid "A"\nmsgstr "año"\n'


@pytest.mark.parametrize(
    "data",
    [
        (HEADER + ENTRY).encode(),
        (HEADER + ENTRY).encode("utf-8-sig"),
        (HEADER + ENTRY).encode("utf-16"),
        (HEADER + ENTRY).replace("\n", "\r\n").encode(),
        ENTRY.encode(),
        ENTRY.replace("año", "an\u0303o").encode(),
        ENTRY.replace('"año"', '""\n"a"\n"ño"').encode(),
        (
            'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=ISO-8859-1\\n"\n\n' + ENTRY
        ).encode("latin-1"),
        (HEADER.replace("UTF-8", "CHARSET") + ENTRY).encode(),
    ],
    ids=["utf8", "bom", "utf16", "crlf", "headless", "nfd", "wrapped", "latin1", "unset"],
)
def test_encodings_and_line_ends(data: bytes) -> None:
    (entry,) = po.read(data, "x.po")
    assert (entry.slug, entry.segment, entry.source, entry.target) == ("story", 1, "A", "año")


def test_what_other_tools_write_on_the_way() -> None:
    text = (
        HEADER
        + '#, fuzzy\nmsgctxt "story:1"\nmsgid "A"\nmsgstr "uno\\ndos"\n\n'
        + '#~ msgctxt "story:2"\n#~ msgid "B"\n#~ msgstr "be"\n\n'
        + 'msgid "C"\nmsgstr ""\n\n'
        + 'msgctxt "story:x"\nmsgid "D"\nmsgstr "de"\n'
    )
    first, obsolete, bare, foreign = po.read(text.encode(), "x.po")
    assert (first.is_fuzzy, first.target, first.line) == (True, "uno dos", 4)
    assert (obsolete.is_obsolete, obsolete.segment) == (True, 2)
    assert (bare.slug, bare.segment, bare.source, bare.line) == ("", 0, "C", 13)
    assert (foreign.slug, foreign.segment, foreign.target) == ("", 0, "de")


def test_a_separator_that_is_no_line_end_for_gettext_is_a_space() -> None:
    (entry,) = po.read(ENTRY.replace("año", "a\u2028b\x0bc\x85d").encode(), "x.po")
    assert entry.target == "a b c d"


@pytest.mark.parametrize(
    ("data", "code", "values"),
    [
        (b"", "empty-file", {}),
        (b" \r\n ", "empty-file", {}),
        (b"<html><p>msgid</p></html>", "not-a-po", {"line": 0}),
        (b"\xde\x12\x04\x95\x00\x00\x00\x00", "not-a-po", {"line": 1}),
        (b'msgid "a"\nmsgstr "\x00"\n', "not-a-po", {"line": 0}),
        (b'msgid "a"\nmsgstr "b"\n\nhello\n', "not-a-po", {"line": 4}),
        (b'msgid "a"\nmsgstr "b\n', "not-a-po", {"line": 2}),
        (b'msgid "a" "b"\nmsgstr ""\n', "not-a-po", {"line": 1}),
        (b'# x\nmsgstr "b"\nmsgid "a"\n', "not-a-po", {"line": 2}),
        (b'msgid "a"\nmsgstr "a\xf1o"\n', "not-a-po", {"line": 2, "detail": "line 2: not UTF-8"}),
        (b'msgid "a"\nmsgstr ""\n' + b'"b"\n' * 10_001, "not-a-po", {"line": 10_003}),
        (b'msgid ""\nmsgstr ""\n"Content-Type: x; charset=rot13\\n"\n', "po-charset", {}),
        (b'msgid ""\nmsgstr ""\n"Content-Type: x; charset=nope\\n"\n', "po-charset", {}),
    ],
)
def test_what_is_no_po_is_refused_with_its_line(
    data: bytes, code: str, values: dict[str, object]
) -> None:
    with pytest.raises(InputError) as caught:
        po.read(data, "x.po")
    assert caught.value.code == code
    assert caught.value.values["path"] == "x.po"
    assert values.items() <= caught.value.values.items()


def test_a_file_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(potext, "READ_LIMIT", 10)
    with pytest.raises(InputError, match="too-large"):
        po.read(ENTRY.encode(), "x.po")


def test_a_text_that_is_a_path_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = 'msgid "x"\nmsgstr "not the file"\n'
    (tmp_path / name).write_text('msgid "x"\nmsgstr "the file"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (entry,) = po.read(name.encode(), "x.po")
    assert entry.target == "not the file"
