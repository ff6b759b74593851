"""Files come back: known by content, judged entry by entry, taken back by one undo."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.conftest import WHEN, make_article
from tests.exchange.test_round_trips import CALM, TEXTS
from tests.pseudo import PseudoEngine
from translator import delivery, editing, importing, intake, normalize, pretranslate, xmltext
from translator import desk as desks
from translator.config import Config
from translator.corrections import drop, set_text
from translator.desk import Desk, articles
from translator.desk.former import former
from translator.errors import InputError
from translator.exchange import po, xliff
from translator.importing import Kind
from translator.model import State
from translator.xliff import resegmentation

FORMATS = {"po": ".po", "xliff": ".xlf", "xliff2": ".v2.xlf", "tsv": ".tsv"}
KINDS = {"po": Kind.PO, "xliff": Kind.XLIFF, "xliff2": Kind.XLIFF, "tsv": Kind.TABLE}


def exported(desk: Desk, slug: str, out: Path, name: str) -> Path:
    delivery.export(desk, (slug,), formats=(name,), out=out, force=True, config=Config())
    return out / f"{slug}{FORMATS[name]}"


def changed(path: Path, *changes: tuple[str, str]) -> Path:
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    return path


def results(report: importing.Report) -> dict[str, tuple[str, str]]:
    return {one.entry.rpartition(":")[2]: (one.result, one.reason) for one in report.outcomes}


def fill(desk: Desk, slug: str) -> None:
    editing.confirm(desk, slug, 1, "El río")
    editing.confirm(desk, slug, 2, "Bajó")
    editing.confirm(desk, slug, 3, "Está a <1>dos metros</1>")
    editing.set_target(desk, slug, 4, "Nadie")
    editing.mark(desk, slug, 1, State.REVIEWED)
    editing.set_note(desk, slug, 2, "Sure?")


@pytest.mark.parametrize("name", FORMATS)
def test_what_went_out_changes_nothing(desk: Desk, slug: str, tmp_path: Path, name: str) -> None:
    fill(desk, slug)
    before = articles.read(desk, slug)
    path = exported(desk, slug, tmp_path, name)
    path = path.rename(tmp_path / "renamed.data")
    assert importing.kind_of(str(path)) is KINDS[name]
    report = importing.import_entries(desk, str(path), KINDS[name])
    assert {one.result for one in report.outcomes} == {"unchanged"}
    assert articles.read(desk, slug) == before


@pytest.mark.parametrize("name", FORMATS)
def test_edits_come_back_and_one_undo_takes_them_away(
    desk: Desk, slug: str, tmp_path: Path, name: str
) -> None:
    fill(desk, slug)
    before = articles.read(desk, slug)
    path = changed(
        exported(desk, slug, tmp_path, name),
        ("El río", "Los ríos"),
        ("Bajó", "Cayó"),
        ("Sure?", "Sure."),
    )
    dry = importing.import_entries(desk, str(path), KINDS[name], dry_run=True)
    assert articles.read(desk, slug) == before
    report = importing.import_entries(desk, str(path), KINDS[name])
    assert report == dry
    assert results(report) == {
        "1": ("confirmed", ""),
        "2": ("confirmed", ""),
        "3": ("unchanged", ""),
        "4": ("unchanged", ""),
    }
    first, second, third, _ = articles.read(desk, slug).segments
    assert (first.target, second.target, second.note) == ("Los ríos", "Cayó", "Sure.")
    # gettext only tells open from confirmed.
    assert first.state is (State.TRANSLATED if name == "po" else State.REVIEWED)
    assert third == before.segments[2]
    undone = editing.undo(desk, slug)
    assert undone is not None
    assert articles.read(desk, slug).segments == before.segments


@pytest.mark.parametrize("name", FORMATS)
def test_a_lost_code_leaves_the_segment_open(
    desk: Desk, slug: str, tmp_path: Path, name: str
) -> None:
    fill(desk, slug)
    path = exported(desk, slug, tmp_path, name)
    text = path.read_text(encoding="utf-8")
    text, count = re.subn(r"Está a <[^>]+>dos metros<[^>]+>", "Está a dos", text)
    assert count == 1
    path.write_text(text, encoding="utf-8")
    report = importing.import_entries(desk, str(path), KINDS[name])
    (outcome,) = report.having("draft")
    assert (outcome.reason, outcome.codes) == ("entry-codes", (1,))
    third = articles.read(desk, slug).segments[2]
    assert (third.target, third.state) == ("Está a dos", State.INITIAL)
    # Whoever confirms it so on the desk has seen it, and may send it out and in again.
    editing.confirm(desk, slug, 3, "Está a dos")
    again = changed(exported(desk, slug, tmp_path, name), ("Está a dos", "Está ya a dos"))
    report = importing.import_entries(desk, str(again), KINDS[name])
    assert results(report)["3"] == ("confirmed", "")


def test_a_note_alone_is_taken_and_a_missing_one_stays(
    desk: Desk, slug: str, tmp_path: Path
) -> None:
    fill(desk, slug)
    path = changed(exported(desk, slug, tmp_path, "po"), ("# Sure?\n", "# Yes.\n# Quite.\n"))
    report = importing.import_po(desk, str(path))
    assert results(report)["2"] == ("noted", "")
    assert articles.read(desk, slug).segments[1].note == "Yes.\nQuite."
    changed(path, ("# Yes.\n# Quite.\n", ""))
    assert results(importing.import_po(desk, str(path)))["2"] == ("unchanged", "")
    assert articles.read(desk, slug).segments[1].note == "Yes.\nQuite."


def test_units_that_others_have_cut_are_put_together(desk: Desk, slug: str, tmp_path: Path) -> None:
    editing.confirm(desk, slug, 3, "Ya está. A <1>dos metros. O tres</1>.")
    two = exported(desk, slug, tmp_path, "xliff2")
    root = xmltext.parse(two.read_bytes(), "x")
    for element in xmltext.elements(root):
        element.attrib.pop("canResegment", None)
    targets = [each for each in root.iter() if xmltext.name(each) == "target"]
    for target in targets:
        source = target.getprevious()
        assert source is not None
        source.text, source[0].text = "It is. At ", "two. Meters"
    resegmentation.split(root, lambda text: [found.end() for found in re.finditer(r"\. ", text)])
    assert len([each for each in root.iter() if xmltext.name(each) == "segment"]) == 4 + 2
    text = etree.tostring(root, encoding="unicode")
    assert "<sc " in text
    two.write_text(text.replace("Ya está", "Está ya"), encoding="utf-8")
    (third,) = [entry for entry in xliff.read(two.read_bytes(), "x") if entry.segment == 3]
    assert third.source == "It is. At <1>two. Meters</1> now."
    assert third.target == "Está ya. A <1>dos metros. O tres</1>."
    path = changed(
        exported(desk, slug, tmp_path, "xliff"),
        (
            '<target state="translated">Ya está.',
            '<target state="translated"><mrk mtype="seg" mid="0">Está ya.</mrk>',
        ),
        (" A <g", '<mrk mtype="seg" mid="1"> A <g'),
        (" tres</g>.", " tres</g>.</mrk>"),
        ("It is at", "<!-- -->It is at"),
    )
    data = path.read_text(encoding="utf-8")
    given = re.search(r"<source>(<!-- -->.*?)</source>", data)
    assert given is not None
    cut = given[1].replace("<!-- -->It is", '<mrk mtype="seg" mid="0">It is</mrk>')
    whole = f"{given[0]}<seg-source>{cut}</seg-source>".replace("<!-- -->", "")
    path.write_text(data.replace(given[0], whole), encoding="utf-8")
    report = importing.import_entries(desk, str(path), Kind.XLIFF)
    assert results(report)["3"] == ("confirmed", "")
    assert articles.read(desk, slug).segments[2].target == "Está ya. A <1>dos metros. O tres</1>."


def test_a_segment_that_stands_twice_is_taken_once(desk: Desk, slug: str, tmp_path: Path) -> None:
    path = tmp_path / "x.tsv"
    path.write_text(
        f"id\tenglish\tspanish\n{slug}:4\tNobody was hurt.\tUno\n{slug}:4\tNobody was hurt.\tDos\n",
        encoding="utf-16",
    )
    report = importing.import_entries(desk, str(path), importing.kind_of(str(path)))
    assert [(one.result, one.reason) for one in report.outcomes] == [
        ("confirmed", ""),
        ("refused", "entry-twice"),
    ]
    assert articles.read(desk, slug).segments[3].target == "Uno"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b'\xef\xbb\xbf# x\r\nmsgid "a"\r\nmsgstr "b"\r\n', Kind.PO),
        ('msgid "a"\nmsgstr "ñ"\n'.encode("utf-16"), Kind.PO),
        (b'<?xml version="1.0"?><tmx version="1.4"><body/></tmx>', Kind.MEMORY),
        (b"<!-- a -->\n<martif/>", Kind.TERMS),
        (b'<tbx xmlns="x"/>', Kind.TERMS),
        (b"source,target\nriver,r\xc3\xado\n", Kind.TERMS),
        (b"ID\tEnglish\tSpanish\r\n", Kind.TABLE),
    ],
)
def test_a_file_is_known_by_its_content(tmp_path: Path, data: bytes, kind: Kind) -> None:
    path = tmp_path / "file.html"
    path.write_bytes(data)
    assert importing.kind_of(str(path)) is kind


@pytest.mark.parametrize("data", [b"", b"<html><p>x", b"Just text.\n", b"\xde\x12\x04\x95\0\0"])
def test_what_nothing_is_made_of_is_said(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "file.po"
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        importing.kind_of(str(path))
    assert caught.value.code == "not-importable"


def test_contexts_are_the_same_when_the_page_is_added_anew(tmp_path: Path) -> None:
    texts = []
    for name in ("one", "two"):
        desk = desks.open_desk(tmp_path / name, create=True)
        slug = intake.add_article(desk, make_article(), data=b"river", modified=WHEN)
        texts.append(exported(desk, slug, tmp_path / name, "po").read_text(encoding="utf-8"))
        desk.close()
    assert texts[0] == texts[1]


def test_a_changed_source_is_told_and_a_dropped_line_stays_obsolete(
    desk: Desk, slug: str, tmp_path: Path
) -> None:
    fill(desk, slug)
    editing.confirm(desk, slug, 4, "Nadie resultó herido.")
    set_text(desk, slug, 5, "Nobody at all was hurt.")
    entries = {entry.segment: entry for entry in read(desk, slug, tmp_path)}
    assert '#| msgid "Nobody was hurt."' in text_of(slug, tmp_path)
    assert entries[4].is_fuzzy
    editing.confirm(desk, slug, 4, "Nadie en absoluto.")
    assert former(desk, slug).sources == {}
    drop(desk, slug, 5)
    obsolete = [entry for entry in read(desk, slug, tmp_path) if entry.is_obsolete]
    assert [(one.segment, one.target) for one in obsolete] == [(4, "Nadie en absoluto.")]
    report = importing.import_po(desk, str(tmp_path / f"{slug}.po"))
    assert {one.result for one in report.outcomes} == {"unchanged"}


def read(desk: Desk, slug: str, tmp_path: Path) -> tuple[po.Entry, ...]:
    return po.read(exported(desk, slug, tmp_path, "po").read_bytes(), "x.po")


def text_of(slug: str, tmp_path: Path) -> str:
    return (tmp_path / f"{slug}.po").read_text(encoding="utf-8")


def gettext(program: str, *arguments: str, cwd: Path) -> str:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    done = subprocess.run(
        [program, *arguments], cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


Edit = Callable[[str, Path], None]


@pytest.mark.outside
@pytest.mark.parametrize(
    "commands",
    [
        (("msgattrib", "--no-fuzzy", "--no-obsolete", "{po}", "-o", "{po}"),),
        (("msgmerge", "--update", "--backup=off", "--previous", "{po}", "{pot}"),),
        (("msgcat", "--width=40", "--sort-output", "{po}", "-o", "{po}"),),
        (("msgconv", "--to-code=CP1252", "{po}", "-o", "{po}"),),
        (("msgattrib", "--translated", "{po}", "-o", "{po}"), ("unix2dos", "{po}")),
    ],
    ids=lambda commands: " ".join(commands[0][:2]),
)
def test_what_gettext_does_on_the_way_costs_nothing(
    desk: Desk, slug: str, tmp_path: Path, commands: tuple[tuple[str, ...], ...]
) -> None:
    fill(desk, slug)
    path = changed(exported(desk, slug, tmp_path, "po"), ("Bajó", "Cayó el año"))
    delivery.export(desk, (slug,), formats=("pot",), out=tmp_path, force=True, config=Config())
    names = {"po": path.name, "pot": f"{slug}.pot"}
    for program, *arguments in commands:
        if program == "unix2dos":
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
            continue
        gettext(program, *(one.format_map(names) for one in arguments), cwd=tmp_path)
    before = articles.read(desk, slug).segments
    report = importing.import_po(desk, str(path))
    taken = {key: value for key, value in results(report).items() if value[0] != "unchanged"}
    # msgmerge has the comments from the template, where no base can stand: taken all the same.
    told = "entry-replaced" if commands[0][0] == "msgmerge" else ""
    assert taken == {"2": ("confirmed", told)}
    after = articles.read(desk, slug).segments
    assert after[1].target == "Cayó el año"
    assert [after[place] for place in (0, 2, 3)] == [before[place] for place in (0, 2, 3)]


@pytest.mark.outside
def test_msgfmt_is_silent_on_a_whole_desk(desk: Desk, slug: str, tmp_path: Path) -> None:
    fill(desk, slug)
    other = intake.add_article(desk, make_article(), data=b"other", modified=WHEN)
    editing.confirm(desk, other, 4, "Nadie")
    drop(desk, other, 5)
    config = Config()
    slugs = articles.slugs(desk)
    done = delivery.export(
        desk, slugs, formats=("po", "pot"), out=tmp_path, force=True, config=config, together=True
    )
    assert [path.name for path in done.written] == ["desk.po", "desk.pot"]
    assert gettext("msgfmt", "-c", "-o", "x.mo", "desk.po", cwd=tmp_path) == ""
    said = gettext("msgfmt", "-c", "-o", "x.mo", "desk.pot", cwd=tmp_path)
    assert all("header field" in line for line in said.splitlines())
    report = importing.import_po(desk, str(tmp_path / "desk.po"))
    assert {one.result for one in report.outcomes} == {"unchanged"}


EDITS = st.lists(
    st.tuples(TEXTS.map(lambda text: text.replace("\0", "")), st.booleans(), TEXTS),
    min_size=4,
    max_size=4,
)
CODINGS = ["utf-8", "utf-8-sig", "utf-16"]


@CALM
@given(EDITS, st.sampled_from(CODINGS), st.sampled_from([0, 20, 78]), st.booleans())
def test_a_file_edited_anyhow_gives_exactly_the_edits(
    tmp_path_factory: pytest.TempPathFactory,
    edits: list[tuple[str, bool, str]],
    coding: str,
    width: int,
    has_returns: bool,
) -> None:
    folder = tmp_path_factory.mktemp("edited")
    desk = desks.open_desk(folder, create=True)
    slug = intake.add_article(desk, make_article(), data=b"river", modified=WHEN)
    path = exported(desk, slug, folder, "po")
    file = polib.pofile(str(path), wrapwidth=width)
    for entry, (text, is_fuzzy, note) in zip(file, edits, strict=True):
        codes = "<1>x</1>" if "<1>" in entry.msgid else ""
        entry.msgstr = normalize.nfc(text) + codes
        entry.flags = ["fuzzy"] if is_fuzzy else []
        entry.tcomment = normalize.note(note)
    text = f"{file}".replace("\n", "\r\n" if has_returns else "\n")
    path.write_bytes(text.encode(coding))
    report = importing.import_po(desk, str(path))
    assert report.having("refused") == ()
    for segment, (text, is_fuzzy, note) in zip(
        articles.read(desk, slug).segments, edits, strict=True
    ):
        codes = "<1>x</1>" if segment.codes else ""
        target = normalize.target(normalize.nfc(text) + codes)
        assert segment.target.strip() == target.strip()
        if target.strip():
            assert segment.state is (State.INITIAL if is_fuzzy else State.TRANSLATED)
        # polib wraps comments, which no other program does.
        assert segment.note.split() == normalize.note(note).split()
    desk.close()


def drafted(desk: Desk, slug: str) -> None:
    """A desk as the engine leaves it."""
    for segment in articles.read(desk, slug).segments:
        codes = "<1>x</1>" if segment.codes else ""
        editing.set_target(desk, slug, segment.id, f"Borrador {segment.id}{codes}")


def confirmed(desk: Desk, slug: str) -> None:
    """A desk as a person leaves it."""
    for segment in articles.read(desk, slug).segments:
        codes = "<1>y</1>" if segment.codes else ""
        editing.confirm(desk, slug, segment.id, f"Hecho {segment.id}{codes}")


def without_base(path: Path) -> Path:
    """The file as an older version of ours has written it, or a tool that drops such things."""
    text = path.read_text(encoding="utf-8")
    text, count = re.subn(
        r'#\. base: .*\n|<note from="engesp">base: .*?</note>\n'
        r'|<mda:meta type="base">.*?</mda:meta>'
        r"|\tbase$|\tinitial [0-9a-f]{12} [0-9a-f]{12}$",
        "",
        text,
        flags=re.MULTILINE,
    )
    assert count >= 4
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", FORMATS)
def test_an_old_file_does_not_undo_newer_work(
    desk: Desk, slug: str, tmp_path: Path, name: str
) -> None:
    drafted(desk, slug)
    path = exported(desk, slug, tmp_path, name)
    confirmed(desk, slug)
    editing.set_note(desk, slug, 2, "Newer")
    before = articles.read(desk, slug)
    report = importing.import_entries(desk, str(path), KINDS[name])
    assert {one.result for one in report.outcomes} == {"unchanged"}
    assert articles.read(desk, slug) == before
    report = importing.import_entries(desk, str(path), KINDS[name], force=True)
    assert {one.result for one in report.outcomes} == {"draft"}
    assert all(one.is_open for one in articles.read(desk, slug).segments)


@pytest.mark.parametrize("name", FORMATS)
def test_what_was_changed_on_both_sides_is_refused_and_the_rest_taken(
    desk: Desk, slug: str, tmp_path: Path, name: str
) -> None:
    drafted(desk, slug)
    path = changed(
        exported(desk, slug, tmp_path, name), ("Borrador 2", "Cayó"), ("Borrador 4", "Nadie")
    )
    editing.confirm(desk, slug, 1, "Hecho 1")
    editing.confirm(desk, slug, 2, "Hecho 2")
    dry = importing.import_entries(desk, str(path), KINDS[name], dry_run=True)
    report = importing.import_entries(desk, str(path), KINDS[name])
    assert report == dry
    assert results(report) == {
        "1": ("unchanged", ""),
        "2": ("refused", "entry-changed"),
        "3": ("unchanged", ""),
        "4": ("draft", ""),
    }
    assert [one.target for one in articles.read(desk, slug).segments][::3] == ["Hecho 1", "Nadie"]
    importing.import_entries(desk, str(path), KINDS[name], force=True)
    assert articles.read(desk, slug).segments[1].target == "Cayó"


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_that_was_taken_in_is_edited_on_and_taken_in_again(
    desk: Desk, slug: str, tmp_path: Path, name: str
) -> None:
    drafted(desk, slug)
    path = changed(
        exported(desk, slug, tmp_path, name), ("Borrador 2", "Cayó"), ("Borrador 4", "Nadie")
    )
    importing.import_entries(desk, str(path), KINDS[name])
    changed(path, ("Nadie", "Nadie resultó herido"))
    report = importing.import_entries(desk, str(path), KINDS[name])
    assert {one: result for one, (result, _) in results(report).items()} == {
        "1": "unchanged",
        "2": "unchanged",
        "3": "unchanged",
        "4": "draft",
    }
    assert articles.read(desk, slug).segments[3].target == "Nadie resultó herido"
    # What a person has written on the desk since is theirs.
    editing.set_target(desk, slug, 4, "Nadie, dicen")
    changed(path, ("Nadie resultó herido", "Nadie salió herido"))
    report = importing.import_entries(desk, str(path), KINDS[name])
    assert results(report)["4"] == ("refused", "entry-changed")


@pytest.mark.parametrize("name", FORMATS)
def test_another_persons_copy_does_not_replace_what_one_file_brought(
    desk: Desk, slug: str, tmp_path: Path, name: str
) -> None:
    drafted(desk, slug)
    path = exported(desk, slug, tmp_path, name)
    text = path.read_bytes()
    changed(path, ("Borrador 2", "Cayó"), ("Borrador 4", "Nadie"))
    importing.import_entries(desk, str(path), KINDS[name])
    for theirs in (
        [("Borrador 4", "Ninguno")],
        [("Borrador 2", "Bajó"), ("Borrador 4", "Ninguno")],
        [("Borrador 1", "El río"), ("Borrador 2", "Cayó")],
    ):
        path.write_bytes(text)
        changed(path, *theirs)
        report = importing.import_entries(desk, str(path), KINDS[name], dry_run=True)
        refused = {one.entry[-1] for one in report.having("refused")}
        assert refused == {
            {"Ninguno": "4", "Bajó": "2"}[said] for _, said in theirs if said in ("Ninguno", "Bajó")
        }


def test_what_the_same_file_had_confirmed_is_replaced_and_told(
    desk: Desk, slug: str, tmp_path: Path
) -> None:
    drafted(desk, slug)
    path = exported(desk, slug, tmp_path, "po")
    path.write_text(path.read_text(encoding="utf-8").replace("#, fuzzy\n", ""), encoding="utf-8")
    changed(path, ("Borrador 1", "El río"), ("Borrador 4", "Nadie"))
    importing.import_po(desk, str(path))
    changed(path, ("Nadie", "Ninguno"))
    assert results(importing.import_po(desk, str(path)))["4"] == ("confirmed", "entry-replaced")


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_without_its_base_opens_nothing_that_is_confirmed(
    desk: Desk, slug: str, tmp_path: Path, name: str
) -> None:
    drafted(desk, slug)
    path = without_base(exported(desk, slug, tmp_path, name))
    confirmed(desk, slug)
    before = articles.read(desk, slug)
    report = importing.import_entries(desk, str(path), KINDS[name])
    assert {(one.result, one.reason) for one in report.outcomes} == {("refused", "entry-reopens")}
    assert articles.read(desk, slug) == before
    report = importing.import_entries(desk, str(path), KINDS[name], force=True)
    assert {one.result for one in report.outcomes} == {"draft"}


def test_a_translation_without_its_base_is_taken_and_told(
    desk: Desk, slug: str, tmp_path: Path
) -> None:
    drafted(desk, slug)
    path = without_base(exported(desk, slug, tmp_path, "po"))
    path.write_text(path.read_text(encoding="utf-8").replace("#, fuzzy\n", ""), encoding="utf-8")
    editing.confirm(desk, slug, 1, "Hecho 1")
    editing.confirm(desk, slug, 3, "Sin <1>código</1>")
    changed(path, ("Borrador 3<1>x</1>", "Borrador 3"))
    report = importing.import_po(desk, str(path))
    assert results(report) == {
        "1": ("confirmed", "entry-replaced"),
        "2": ("confirmed", ""),
        "3": ("refused", "entry-reopens"),
        "4": ("confirmed", ""),
    }


def test_a_draft_that_nobody_has_touched_gives_way(desk: Desk, slug: str, tmp_path: Path) -> None:
    path = changed(
        exported(desk, slug, tmp_path, "po"),
        ('msgid "Nobody was hurt."\nmsgstr ""', 'msgid "Nobody was hurt."\nmsgstr "Nadie"'),
    )
    list(pretranslate.fill(desk, (slug,), PseudoEngine(), Config()))
    before = articles.read(desk, slug).segments
    report = importing.import_po(desk, str(path))
    # An entry that was empty when it went out has not been emptied.
    assert results(report) == {
        "1": ("unchanged", ""),
        "2": ("unchanged", ""),
        "3": ("unchanged", ""),
        "4": ("confirmed", ""),
    }
    after = articles.read(desk, slug).segments
    assert after[:3] == before[:3]
    assert after[3].target == "Nadie"


def test_a_machine_draft_that_someone_is_at_work_on_stays(
    desk: Desk, slug: str, tmp_path: Path
) -> None:
    list(pretranslate.fill(desk, (slug,), PseudoEngine(), Config()))
    path = changed(exported(desk, slug, tmp_path, "po"), ("‹Nobody›", "Nadie"))
    editing.set_target(desk, slug, 4, "Nadie resultó")
    editing.set_note(desk, slug, 4, "Go on here")
    assert results(importing.import_po(desk, str(path)))["4"] == ("refused", "entry-changed")
    assert articles.read(desk, slug).segments[3].target == "Nadie resultó"


def test_notes_of_both_sides_are_kept_apart(desk: Desk, slug: str, tmp_path: Path) -> None:
    fill(desk, slug)
    path = exported(desk, slug, tmp_path, "po")
    editing.set_note(desk, slug, 2, "Asked.")
    changed(path, ("Bajó", "Cayó"))
    assert results(importing.import_po(desk, str(path)))["2"] == ("confirmed", "")
    second = articles.read(desk, slug).segments[1]
    assert (second.target, second.note) == ("Cayó", "Asked.")
    changed(path, ("# Sure?", "# Sure!"))
    assert results(importing.import_po(desk, str(path)))["2"] == ("refused", "entry-changed")
    assert articles.read(desk, slug).segments[1].note == "Asked."


def test_what_the_page_has_no_more_is_passed_over(desk: Desk, slug: str, tmp_path: Path) -> None:
    fill(desk, slug)
    drop(desk, slug, 5)
    path = exported(desk, slug, tmp_path, "po")
    assert "#~ msgid" in path.read_text(encoding="utf-8")
    report = importing.import_po(desk, str(path))
    assert set(results(report)) == {"1", "2", "3"}
    assert report.having("refused") == ()
