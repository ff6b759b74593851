"""A foreign PO file: added, translated, written back, and nothing else of it changed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import SHARED
from translator import delivery, editing, intake, potext
from translator.config import Config
from translator.desk import Desk, articles
from translator.errors import InputError, UsageError
from translator.model import Segment, State

FOREIGN = """\
# A file of somebody else's.
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version: ferry 2\\n"
"PO-Revision-Date: 2026-03-01 10:00+0000\\n"
"Last-Translator: Ana Ruiz\\n"
"Language-Team: none\\n"
"Language: es\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"X-Odd:   kept   as it is\\n"


#: b.py:9   a.py:1
#  odd   comment
#, python-format
msgctxt "menu"
msgid "The ferry %(name)s is late. Please wait for it on the <b>quay</b>."
msgstr ""

#, fuzzy, c-format
#| msgid "%d ship"
msgid "%d ferry"
msgid_plural "%d ferries"
msgstr[0] "%d barco"
msgstr[1] "%d barcos"

msgid ""
"\\n"
"First line of the message\\n"
"second line of the message\\n"
msgstr ""

msgid "Open the door"
msgstr "Abrir la puerta"

#~ msgid "Old one"
#~ msgstr "Viejo"
"""


def added(desk: Desk, tmp_path: Path, data: bytes) -> str:
    path = tmp_path / "ferry.po"
    path.write_bytes(data)
    return intake.add(desk, str(path), Config(), force=True).slug


def exported(desk: Desk, slug: str, tmp_path: Path) -> bytes:
    out = tmp_path / "out"
    done = delivery.export(desk, [slug], formats=["original"], out=out, force=True, config=Config())
    return done.written[0].read_bytes()


def segments(desk: Desk, slug: str) -> tuple[Segment, ...]:
    return articles.read(desk, slug).segments


def test_messages_are_lines_and_what_was_translated_comes_along(desk: Desk, tmp_path: Path) -> None:
    slug = added(desk, tmp_path, FOREIGN.encode())
    assert slug == "ferry"
    assert [(one.source, one.target, one.state) for one in segments(desk, slug)] == [
        ("The ferry <1>%(name)s</1> is late.", "", State.INITIAL),
        ("Please wait for it on the <2><b></2>quay<3></b></3>.", "", State.INITIAL),
        ("<1>%d</1> ferry", "<1>%d</1> barco", State.INITIAL),
        ("<1>%d</1> ferries", "<1>%d</1> barcos", State.INITIAL),
        ("First line of the message <1/>second line of the message", "", State.INITIAL),
        ("Open the door", "Abrir la puerta", State.TRANSLATED),
    ]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_nothing_done_gives_the_same_bytes(desk: Desk, tmp_path: Path, ending: str) -> None:
    data = FOREIGN.replace("\n", ending).encode()
    slug = added(desk, tmp_path, data)
    assert exported(desk, slug, tmp_path) == data


def test_only_translations_and_their_flags_change(desk: Desk, tmp_path: Path) -> None:
    slug = added(desk, tmp_path, FOREIGN.encode())
    spanish = [
        "El transbordador <1>%(name)s</1> llega tarde.",
        "Espérelo en el <2><b></2>muelle<3></b></3>.",
        "<1>%d</1> transbordador",
        "<1>%d</1> transbordadores",
        "Primera línea del mensaje <1/>segunda línea del mensaje",
        "Abra la puerta",
    ]
    for one, text in zip(segments(desk, slug), spanish, strict=True):
        editing.confirm(desk, slug, one.id, text)
    wanted = FOREIGN
    for old, new in (
        (
            'quay</b>."\nmsgstr ""\n',
            'quay</b>."\nmsgstr "El transbordador %(name)s llega tarde. Espérelo en el '
            '<b>muelle</b>."\n',
        ),
        ("#, fuzzy, c-format\n", "#, c-format\n"),
        ('"%d barco"', '"%d transbordador"'),
        ('"%d barcos"', '"%d transbordadores"'),
        (
            'second line of the message\\n"\nmsgstr ""\n',
            'second line of the message\\n"\nmsgstr ""\n"\\n"\n"Primera línea del mensaje\\n"\n'
            '"segunda línea del mensaje\\n"\n',
        ),
        ('"Abrir la puerta"', '"Abra la puerta"'),
    ):
        assert old in wanted
        wanted = wanted.replace(old, new)
    assert exported(desk, slug, tmp_path).decode() == wanted


def test_a_draft_is_fuzzy(desk: Desk, tmp_path: Path) -> None:
    slug = added(desk, tmp_path, FOREIGN.encode())
    door = segments(desk, slug)[-1].id
    editing.set_target(desk, slug, door, "Abra la puerta")
    text = exported(desk, slug, tmp_path).decode()
    assert '#, fuzzy\nmsgid "Open the door"\nmsgstr "Abra la puerta"\n' in text


def test_a_charset_without_the_letter_is_said(desk: Desk, tmp_path: Path) -> None:
    data = FOREIGN.replace("UTF-8", "ISO-8859-1").encode("latin-1")
    slug = added(desk, tmp_path, data)
    assert exported(desk, slug, tmp_path) == data
    editing.confirm(desk, slug, segments(desk, slug)[-1].id, "Abra la puerta №")
    with pytest.raises(InputError) as caught:
        exported(desk, slug, tmp_path)
    assert caught.value.code == "po-letter"


def test_a_page_has_no_original_to_write(desk: Desk, slug: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        exported(desk, slug, tmp_path)


def test_a_broken_file_is_no_article(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        added(desk, tmp_path, b'msgid "one"\nmsgstr "uno\n')
    assert caught.value.code == "not-a-po"


PO_FILES = sorted((SHARED / "data" / "interchange" / "po").glob("*.po*"))


@pytest.mark.parametrize("path", PO_FILES, ids=lambda path: path.name)
def test_odd_files_go_through_and_come_back(desk: Desk, tmp_path: Path, path: Path) -> None:
    data = path.read_bytes()
    try:
        slug = added(desk, tmp_path, data)
    except InputError as error:
        if error.code not in ("not-a-po", "po-charset", "no-article", "binary-file"):
            raise
        return
    assert exported(desk, slug, tmp_path) == data
    for one in segments(desk, slug):
        editing.confirm(desk, slug, one.id, f"Ñu {one.source}")
    try:
        written = exported(desk, slug, tmp_path)
    except InputError as error:
        if error.code != "po-letter":
            raise
        return
    before, after = (potext.parse(potext.decode(each, ""), "") for each in (data, written))
    for old, new in zip(before, after, strict=True):
        assert (old.msgid, old.msgctxt, old.comment, old.tcomment, old.occurrences) == (
            new.msgid,
            new.msgctxt,
            new.comment,
            new.tcomment,
            new.occurrences,
        )
        assert set(new.flags) | {"fuzzy"} == set(old.flags) | {"fuzzy"}
        if not old.obsolete and old.msgid.strip():
            assert new.translated()


@pytest.mark.outside
def test_gettext_finds_no_fault(desk: Desk, tmp_path: Path) -> None:
    if shutil.which("msgfmt") is None:
        pytest.skip("msgfmt is not installed")
    slug = added(desk, tmp_path, FOREIGN.encode())
    for one in segments(desk, slug):
        editing.confirm(desk, slug, one.id, one.source)
    file = tmp_path / "written.po"
    file.write_bytes(exported(desk, slug, tmp_path))
    done = subprocess.run(
        ["msgfmt", "-c", "-o", "/dev/null", str(file)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
