"""Checking: articles and files, what is ignored and for how long, and what may go out."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from tests.conftest import WHEN
from translator import checking, corrections, delivery, editing, intake
from translator.checking import standing
from translator.config import Config
from translator.desk import Desk, articles
from translator.errors import InputError, NotFoundError, NotReadyError, UsageError
from translator.model import Article, Block, Grade, Role

GOOD = {
    1: "El río baja a su nivel mínimo",
    2: "El río bajó el lunes.",
    3: "Ahora está a <1>dos metros</1>.",
    4: "Nadie resultó herido.",
}


def translate(desk: Desk, slug: str, **other: str) -> None:
    for number, text in GOOD.items():
        editing.confirm(desk, slug, number, other.get(f"_{number}", text))


def rules(report: checking.Report) -> set[tuple[int, str]]:
    return {(one.segment, one.rule) for one in report.findings if one.grade is not Grade.INFO}


def test_a_good_article_is_clean(desk: Desk, slug: str) -> None:
    translate(desk, slug)
    report = checking.of_article(Config(), desk, slug)
    assert (rules(report), report.segments, report.clean) == (set(), 4, 4)


def test_errors_are_found_where_they_are(desk: Desk, slug: str) -> None:
    translate(desk, slug, _2="El río bajó el martes.", _3="Ahora está a dos metros.")
    report = checking.of_article(Config(), desk, slug)
    assert rules(report) == {(2, "date"), (3, "codes-missing")}
    assert (report.count(Grade.ERROR), report.clean) == (2, 2)


def test_spans_are_places_in_the_marked_text(desk: Desk, slug: str) -> None:
    translate(desk, slug, _3="Ahora está, en <1>Enero</1>, a dos metros.")
    found = checking.of_article(Config(), desk, slug).findings
    (month,) = [one for one in found if one.rule == "month-capital"]
    target = articles.read(desk, slug).segments[2].target
    assert month.target_span is not None
    assert target[slice(*month.target_span)] == "Enero"


def test_one_segment_is_asked_with_what_is_typed_and_what_it_touches(desk: Desk, slug: str) -> None:
    translate(desk, slug)
    translation = articles.read(desk, slug)
    checker = checking.for_article(Config(), desk, translation)
    assert checking.of_segment(checker, translation, 2) == ()
    (found,) = checking.of_segment(checker, translation, 2, "El río bajó el Lunes.")
    assert (found.rule, found.fix) == ("day-capital", "lunes")
    pasted = checking.of_segment(checker, translation, 4, GOOD[2])
    assert (4, "same-target") in {(one.segment, one.rule) for one in pasted}
    with pytest.raises(NotFoundError):
        checking.of_segment(checker, translation, 99)


def test_what_is_ignored_stays_so_while_the_texts_are_the_same(desk: Desk, slug: str) -> None:
    translate(desk, slug, _2="El río bajó el Lunes.")
    checking.ignore(desk, slug, 2, "day-capital", "the name of a café")
    report = checking.of_article(Config(), desk, slug)
    assert rules(report) == set()
    ((one, reason),) = report.ignored
    assert (one.rule, reason) == ("day-capital", "the name of a café")
    editing.confirm(desk, slug, 2, "El río bajó ayer, el Lunes.")
    assert (2, "day-capital") in rules(checking.of_article(Config(), desk, slug))
    (listed,) = checking.ignored_in(desk, articles.read(desk, slug))
    assert not listed.holds
    editing.confirm(desk, slug, 2, "El río bajó el Lunes.")
    assert rules(checking.of_article(Config(), desk, slug)) == set()
    checking.heed(desk, slug, 2, "day-capital")
    assert (2, "day-capital") in rules(checking.of_article(Config(), desk, slug))


def test_an_ignored_rule_that_looks_for_something_else_is_heard_again(
    desk: Desk, slug: str
) -> None:
    own = desk.folder / checking.CHECKS_FILE
    text = '[[rule]]\nid = "river"\nwhat = "x"\npattern = "{}"\n'
    own.write_text(text.format("río"), encoding="utf-8")
    translate(desk, slug)
    checking.ignore(desk, slug, 2, "river", "so it is called")
    assert (2, "river") not in rules(checking.of_article(Config(), desk, slug))
    own.write_text(text.format("r[ií]o"), encoding="utf-8")
    assert (2, "river") in rules(checking.of_article(Config(), desk, slug))


def test_ignoring_needs_a_reason_a_rule_and_a_segment(desk: Desk, slug: str) -> None:
    for arguments in ((2, "day-capital", " "), (2, "day-capitol", "why")):
        with pytest.raises(UsageError):
            checking.ignore(desk, slug, *arguments)
    with pytest.raises(NotFoundError):
        checking.ignore(desk, slug, 99, "day-capital", "why")
    with pytest.raises(NotFoundError):
        checking.heed(desk, slug, 2, "day-capital")


def test_a_machines_text_confirmed_as_it_was_is_told(desk: Desk, slug: str) -> None:
    from tests.pseudo import PseudoEngine
    from translator import pretranslate

    list(pretranslate.fill(desk, [slug], PseudoEngine(), Config()))
    translation = articles.read(desk, slug)
    assert checking.untouched(desk, translation) == frozenset()
    editing.confirm(desk, slug, 2, translation.segments[1].target)
    editing.confirm(desk, slug, 4, GOOD[4])
    assert checking.untouched(desk, articles.read(desk, slug)) == {2}


def table(tmp_path: Path, text: str, name: str = "pairs.tsv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_has_no_header_and_no_quoting(tmp_path: Path) -> None:
    checker = checking.load(Config())
    path = table(tmp_path, 'He said "yes.\tDijo "sí.\n\nIt fell by 17 points.\tCayó 71 puntos.\r\n')
    report = checking.of_file(checker, path)
    assert report.segments == 2
    assert rules(report) == {(3, "number-changed")}


def test_a_po_file_is_read_message_by_message(tmp_path: Path) -> None:
    text = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    text += '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    text += 'msgid "Nobody was hurt."\nmsgstr "Nadie resultó herido."\n\n'
    text += 'msgid "%d men"\nmsgid_plural "%d men came"\nmsgstr[0] "%d hombre"\nmsgstr[1] "vino"\n'
    report = checking.of_file(checking.load(Config()), table(tmp_path, text, "a.po"))
    assert report.segments == 3
    assert (3, "codes-missing") in rules(report)


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("a.tsv", "one\ttwo\tthree\n", "not-a-pair"),
        ("a.tsv", "no tab\n", "not-a-pair"),
        ("a.docx", "x", "not-pairs"),
        ("a.po", "<html>", "not-a-po"),
    ],
)
def test_what_holds_no_pairs_is_told(tmp_path: Path, name: str, text: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        checking.of_file(checking.load(Config()), table(tmp_path, text, name))
    assert caught.value.code == code


def export(desk: Desk, slug: str, out: Path, *formats: str, draft: bool = False) -> tuple[str, ...]:
    done = delivery.export(
        desk,
        (slug,),
        formats=formats or ("html",),
        out=out,
        force=True,
        config=Config(),
        draft=draft,
        checked=True,
    )
    return tuple(path.name for path in done.written)


def test_a_page_with_errors_or_open_segments_does_not_go_out(
    desk: Desk, slug: str, tmp_path: Path
) -> None:
    translate(desk, slug, _2="El río bajó el martes.")
    editing.reject(desk, slug, 4)
    with pytest.raises(NotReadyError) as caught:
        export(desk, slug, tmp_path)
    assert caught.value.values == {"slug": slug, "errors": 1, "open": 1}
    assert caught.value.exit_code == 1
    assert list(tmp_path.glob("*.html")) == []
    assert export(desk, slug, tmp_path, "po") == (f"{slug}.po",)
    assert f"{slug}.receipt.json" in export(desk, slug, tmp_path, draft=True)


def test_the_receipt_tells_what_went_out(desk: Desk, slug: str, tmp_path: Path) -> None:
    translate(desk, slug, _2="El río bajó el Lunes.")
    checking.ignore(desk, slug, 2, "day-capital", "a café")
    export(desk, slug, tmp_path)
    receipt = json.loads((tmp_path / f"{slug}.receipt.json").read_text(encoding="utf-8"))
    assert len(receipt["pages"]) == 2
    for name, digest in receipt["pages"].items():
        assert sha256((tmp_path / name).read_bytes()).hexdigest() == digest
    assert receipt["source"]["sha256"] == articles.page(desk, slug).digest
    assert receipt["states"]["translated"] == receipt["segments"] == 4
    assert receipt["findings"]["error"] == 0
    assert (receipt["done_percent"], receipt["clean_percent"], receipt["draft"]) == (
        100,
        100,
        False,
    )
    assert receipt["ignored"] == [
        {"segment": 2, "rule": "day-capital", "grade": "warning", "reason": "a café"}
    ]
    before = (tmp_path / f"{slug}.receipt.json").read_bytes()
    export(desk, slug, tmp_path)
    assert (tmp_path / f"{slug}.receipt.json").read_bytes() == before


def test_verdicts_are_kept_until_something_changes(
    desk: Desk, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    translate(desk, slug)
    asked: list[str] = []
    real = checking.of_article

    def counted(settings: Config, desk: Desk, slug: str) -> checking.Report:
        asked.append(slug)
        return real(settings, desk, slug)

    monkeypatch.setattr(checking, "of_article", counted)
    first = standing.of_desk(desk, Config(), [slug])[slug]
    assert (first.clean_percent, first.errors) == (100, 0)
    assert standing.of_desk(desk, Config(), [slug])[slug] == first
    assert asked == [slug]
    editing.set_target(desk, slug, 2, "El río bajó el martes.")
    assert standing.of_desk(desk, Config(), [slug])[slug].errors == 1
    checking.ignore(desk, slug, 2, "date", "the paper came a day late")
    assert standing.of_desk(desk, Config(), [slug])[slug].errors == 0
    (desk.folder / checking.CHECKS_FILE).write_text('off = ["date"]', encoding="utf-8")
    standing.of_desk(desk, Config(), [slug])
    assert len(asked) == 4


@pytest.mark.parametrize(
    ("spanish_slug", "found"),
    [
        ("", set()),
        ("el-rio-baja-a-su-nivel-minimo", set()),
        ("river-falls-to-its-lowest-level", {(1, "slug-english")}),
        ("el-rio" * 13, {(1, "slug-length")}),
    ],
)
def test_a_settled_address_is_spanish_and_short(
    desk: Desk, slug: str, spanish_slug: str, found: set[tuple[int, str]]
) -> None:
    translate(desk, slug)
    articles.settle_spanish_slug(desk, slug, spanish_slug)
    assert rules(checking.of_article(Config(), desk, slug)) == found


def test_an_article_without_text_is_never_published(desk: Desk, slug: str, tmp_path: Path) -> None:
    for block in (2, 4, 5):
        corrections.drop(desk, slug, block)
    assert articles.read(desk, slug).segments == ()
    for draft in (False, True):
        with pytest.raises(UsageError) as caught:
            delivery.export(
                desk,
                [slug],
                formats=["html"],
                out=tmp_path,
                force=True,
                config=Config(),
                draft=draft,
                checked=True,
            )
        assert caught.value.code == "no-text"
    assert list(tmp_path.glob("*.html")) == []
    assert standing.of_desk(desk, Config(), [slug])[slug].clean_percent == 0


def test_an_alternative_text_may_be_written_anew(desk: Desk) -> None:
    article = Article(
        (
            Block(1, Role.TITLE, "River falls to its lowest level"),
            Block(2, Role.ALT, "river low water harbour 2025-01-11t17 19 people seek and walk"),
            Block(3, Role.PARAGRAPH, "Nobody was hurt."),
        )
    )
    slug = intake.add_article(desk, article, data=b"alt", modified=WHEN)
    for number, text in enumerate((GOOD[1], "Un río con poca agua", GOOD[4]), start=1):
        editing.confirm(desk, slug, number, text)
    report = checking.of_article(Config(), desk, slug)
    assert report.count(Grade.ERROR) == 0
    assert (2, "number-missing") in rules(report)
