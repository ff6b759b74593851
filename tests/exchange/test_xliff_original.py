"""A foreign XLIFF file: added, translated, written back, and nothing else of it changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import SHARED
from tests.xliff import test_other_tools
from translator import delivery, editing, intake
from translator.config import Config
from translator.desk import Desk, articles
from translator.errors import InputError
from translator.exchange import xliff
from translator.model import Origin, Segment, State

TWO = """\
<?xml version='1.0'  encoding="UTF-8" ?>
<!-- a   comment > -->
<xliff   xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1"
  srcLang="en" trgLang = 'es'
  xmlns:my='private'>
 <file id="f1" original="ferry.html"><my:odd  a = "1"/>
  <?pi  data?>
  <unit id="u1">
    <notes><note>Mind the   tone.</note></notes>
    <originalData><data id="d1">&lt;b></data><data id="d2">&lt;/b></data></originalData>
    <segment>
      <source>The <pc id='1' dataRefStart="d1" dataRefEnd="d2" type="fmt"\
 subType="xlf:b">ferry</pc> is late<ph id="2"/>. Please  wait &amp; see.</source>
    </segment>
  </unit>
  <unit id="u2" translate="no"><segment><source>Keep</source></segment></unit>
  <unit id="u3">
    <segment id="a" state="translated" subState="my:x" ><source>Open the door</source>
      <target>Abrir la puerta</target></segment>
    <ignorable><source> </source></ignorable>
    <segment id="b"><source>Close it</source><target/></segment>
  </unit>
 </file>
</xliff>
"""

ONE = """\
<?xml version="1.0" encoding="ISO-8859-1"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:o='other'>
<file original="a&amp;b" source-language="en-US" target-language='es-ES' datatype="plaintext">
<header><o:thing/></header>
<body>
  <trans-unit id='1'   o:x="y">
    <source xml:lang="en">Hello, <g id="1" ctype="bold">big</g> <x id="2"/>world\
 <bpt id="3">[</bpt>now<ept id="3">]</ept>%s</source>
    <note>Greeting</note>
    <alt-trans match-quality="80%"><source>Hello</source><target>Hola</target></alt-trans>
  </trans-unit>
  <trans-unit id="2" approved="no"><source>Ferry</source><target state='needs-translation'\
 state-qualifier="mt-suggestion">Barco</target></trans-unit>
  <trans-unit id="3"><source>A. B.</source><seg-source><mrk mtype="seg" mid="0">A.</mrk> \
<mrk mtype="seg" mid="1">B.</mrk></seg-source></trans-unit>
  <trans-unit id="4"><source>Quay</source><target>Muelle</target></trans-unit>
</body></file></xliff>
"""


def added(desk: Desk, tmp_path: Path, data: bytes) -> str:
    path = tmp_path / "ferry.xlf"
    path.write_bytes(data)
    return intake.add(desk, str(path), Config(), force=True).slug


def exported(desk: Desk, slug: str, tmp_path: Path) -> bytes:
    out = tmp_path / "out"
    done = delivery.export(desk, [slug], formats=["original"], out=out, force=True, config=Config())
    assert done.written[0].name == f"{slug}.es.xlf"
    data = done.written[0].read_bytes()
    assert list(xliff.texts(data, "written.xlf"))
    return data


def segments(desk: Desk, slug: str) -> tuple[Segment, ...]:
    return articles.read(desk, slug).segments


def confirm(desk: Desk, slug: str, *targets: str) -> None:
    for one, text in zip(segments(desk, slug), targets, strict=True):
        editing.confirm(desk, slug, one.id, text)


def test_pairs_are_lines_with_what_the_file_brings(desk: Desk, tmp_path: Path) -> None:
    slug = added(desk, tmp_path, TWO.encode())
    assert slug == "ferry"
    assert [(one.source, one.target, one.state, one.note) for one in segments(desk, slug)] == [
        ("The <1>ferry</1> is late<2/>.", "", State.INITIAL, "Mind the tone."),
        ("Please <3/>wait & see.", "", State.INITIAL, ""),
        ("Open the door", "Abrir la puerta", State.TRANSLATED, ""),
        ("Close it", "", State.INITIAL, ""),
    ]
    kinds = [code.kind for code in segments(desk, slug)[0].codes]
    assert kinds == ["strong", "ph"]


def test_a_proposal_is_a_draft_with_its_rate(desk: Desk, tmp_path: Path) -> None:
    slug = added(desk, tmp_path, ONE.encode("latin-1"))
    first, second, a, b, last = segments(desk, slug)
    assert first.source == "Hello, <1>big</1> <2/>world <3>now</3><4>%s</4>"
    assert (first.target, first.origin, first.rate) == ("Hola", Origin.MEMORY_FUZZY, 80)
    assert (first.state, first.note) == (State.INITIAL, "Greeting")
    assert (second.target, second.state) == ("Barco", State.INITIAL)
    assert (a.source, b.source) == ("A.", "B.")
    assert (last.target, last.state) == ("Muelle", State.TRANSLATED)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "data", [TWO.encode(), ONE.encode("latin-1"), TWO.replace("UTF-8", "UTF-16").encode("utf-16")]
)
def test_nothing_done_gives_the_same_bytes(
    desk: Desk, tmp_path: Path, data: bytes, ending: str
) -> None:
    wide = data.startswith(b"\xff\xfe")
    new, old = (text.encode("utf-16-le") if wide else text.encode() for text in (ending, "\n"))
    data = data.replace(old, new)
    slug = added(desk, tmp_path, data)
    assert exported(desk, slug, tmp_path) == data


def replaced(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def test_only_targets_and_states_of_version_2_change(desk: Desk, tmp_path: Path) -> None:
    slug = added(desk, tmp_path, TWO.encode())
    confirm(
        desk,
        slug,
        "El <1>transbordador</1> tarda<2/>.",
        "Espere <3/>y verá: 1 < 2.",
        "Abra la puerta",
        "Ciérrela",
    )
    editing.reject(desk, slug, segments(desk, slug)[2].id)
    assert exported(desk, slug, tmp_path).decode() == replaced(
        TWO,
        ("<segment>\n", '<segment state="translated">\n'),
        (
            "wait &amp; see.</source>",
            "wait &amp; see.</source>\n      <target>El <pc id='1' dataRefStart=\"d1\""
            ' dataRefEnd="d2" type="fmt" subType="xlf:b">transbordador</pc> tarda<ph id="2"/>.'
            " Espere  y verá: 1 &lt; 2.</target>",
        ),
        (
            '<segment id="a" state="translated" subState="my:x" >',
            '<segment id="a" state="initial" >',
        ),
        ("Abrir la puerta", "Abra la puerta"),
        ('<segment id="b">', '<segment id="b" state="translated">'),
        ("<target/>", "<target>Ciérrela</target>"),
    )


def test_only_targets_and_states_of_version_1_change(desk: Desk, tmp_path: Path) -> None:
    slug = added(desk, tmp_path, ONE.encode("latin-1"))
    confirm(
        desk,
        slug,
        "Hola, <2/>mundo <1>grande</1> y <1>más</1> <3>ya</3><4>%s</4> …",
        "Barco",
        "A",
        "Be",
        "Muelles",
    )
    assert exported(desk, slug, tmp_path).decode("latin-1") == replaced(
        ONE,
        (
            "]</ept>%s</source>",
            '</S>\n    <target state="translated">Hola, <x id="2"/>mundo <g id="1" ctype="bold">'
            'grande</g> y <g id="1" ctype="bold">más</g> <bpt id="3">[</bpt>ya<ept id="3">]</ept>%s'
            " &#8230;</target>",
        ),
        ("</S>", "]</ept>%s</source>"),
        ('id="2" approved="no"', 'id="2" approved="yes"'),
        ("state='needs-translation'", 'state="translated"'),
        (
            "B.</mrk></seg-source>",
            'B.</mrk></seg-source><target><mrk mtype="seg" mid="0">A</mrk> <mrk mtype="seg"'
            ' mid="1">Be</mrk></target>',
        ),
        (">Muelle<", ">Muelles<"),
    )


def test_an_open_target_says_so(desk: Desk, tmp_path: Path) -> None:
    slug = added(desk, tmp_path, ONE.encode("latin-1"))
    editing.set_target(desk, slug, segments(desk, slug)[-1].id, "Muelles")
    text = exported(desk, slug, tmp_path).decode("latin-1")
    assert '<target state="needs-review-translation">Muelles</target>' in text
    # A proposal that nobody has taken stays one.
    assert text.count("<target>Hola</target></alt-trans>") == text.count("Hola") == 1


def test_a_draft_where_nothing_was_is_to_be_reviewed(desk: Desk, tmp_path: Path) -> None:
    slug = added(desk, tmp_path, ONE.encode("latin-1"))
    editing.set_target(desk, slug, segments(desk, slug)[1].id, "Transbordador")
    assert exported(desk, slug, tmp_path).decode("latin-1") == replaced(
        ONE,
        ("state='needs-translation'", "state='needs-review-translation'"),
        (">Barco<", ">Transbordador<"),
    )


def test_an_invalid_file_is_no_article(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        added(desk, tmp_path, TWO.replace('id="u1"', "").encode())
    assert caught.value.code == "xliff-invalid"


CASES = sorted((SHARED / "data" / "interchange" / "xliff-2.1" / "core-in-out").glob("*.xlf"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_the_cases_of_oasis_go_through_and_come_back(
    desk: Desk, tmp_path: Path, path: Path
) -> None:
    data = path.read_bytes().replace(b'trgLang="fr"', b'trgLang="es"')
    slug = added(desk, tmp_path, data)
    assert exported(desk, slug, tmp_path) == data
    for one in segments(desk, slug):
        editing.confirm(desk, slug, one.id, f"Ñu {one.source}")
    written = exported(desk, slug, tmp_path)
    before, after = (list(xliff.texts(each, "x.xlf")) for each in (data, written))
    assert [one.source for one in before] == [one.source for one in after]
    assert all("Ñu" in one.target for one in after if one.source)


def test_the_language_of_the_targets_is_said_once_there_are_any(desk: Desk, tmp_path: Path) -> None:
    data = (
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en">'
        '<file id="f"><unit id="u"><segment><source>Quay</source></segment></unit></file></xliff>'
    )
    slug = added(desk, tmp_path, data.encode())
    assert exported(desk, slug, tmp_path).decode() == data
    confirm(desk, slug, "Muelle")
    text = exported(desk, slug, tmp_path).decode()
    assert text == data.replace('srcLang="en"', 'srcLang="en" trgLang="es"').replace(
        "<segment><source>Quay</source>",
        '<segment state="translated"><source>Quay</source><target>Muelle</target>',
    )


@pytest.mark.parametrize("text", test_other_tools.ALL, ids=range(1, 8))
def test_the_files_of_other_tools_come_back(desk: Desk, tmp_path: Path, text: str) -> None:
    slug = added(desk, tmp_path, text.encode())
    assert exported(desk, slug, tmp_path).decode() == text
    (one,) = segments(desk, slug)
    editing.confirm(desk, slug, one.id, one.target.replace("tarda", "llega tarde"))
    written = exported(desk, slug, tmp_path).decode()
    if text in (test_other_tools.MEMOQ, test_other_tools.OKAPI):
        # Their targets have the codes in fewer words than the source, whose words are written.
        (pair,) = xliff.texts(written.encode(), "x.xlf")
        assert pair.target == "El barco llega tarde."
    else:
        assert written == text.replace("tarda", "llega tarde")
