"""Delivery: all files or none, nobody's file overwritten, and a PO judged entry by entry."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator import delivery, editing
from translator.config import Config
from translator.desk import Desk, articles
from translator.errors import DeskError, InputError, NotFoundError
from translator.exchange import po
from translator.model import Origin, State


def export(desk: Desk, slug: str, out: Path, *formats: str, force: bool = False) -> None:
    delivery.export(desk, (slug,), formats=formats, out=out, force=force, config=Config())


def test_a_finished_article_is_no_draft(desk: Desk, slug: str, tmp_path: Path) -> None:
    for segment in articles.read(desk, slug).segments:
        editing.confirm(desk, slug, segment.id, f"Frase {segment.id}")
    done = delivery.export(
        desk, (slug,), formats=("html",), out=tmp_path, force=False, config=Config()
    )
    assert done.drafts == ()
    page = (tmp_path / f"{slug}.es.html").read_text(encoding="utf-8")
    assert "Borrador" not in page
    assert "noindex" not in page


def test_all_files_or_none(desk: Desk, slug: str, tmp_path: Path) -> None:
    (tmp_path / f"{slug}.es.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(DeskError) as caught:
        export(desk, slug, tmp_path, "html", "text")
    assert caught.value.code == "file-in-the-way"
    assert [path.name for path in tmp_path.glob("river*")] == [f"{slug}.es.txt"]


def test_a_failing_disk_leaves_nothing_half_written(
    desk: Desk, slug: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    real = Path.open

    def full(self: Path, *arguments: object, **named: object) -> object:
        if ".es." in self.name:
            raise OSError(28, "No space left on device")
        return real(self, *arguments, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(DeskError) as caught:
        export(desk, slug, out, "html")
    assert caught.value.values["detail"] == "No space left on device"
    assert list(out.iterdir()) == []


def edited(desk: Desk, slug: str, tmp_path: Path, **targets: tuple[str, bool]) -> Path:
    """The article's PO with targets changed: `_2=(text, fuzzy)` for segment 2."""
    import polib

    export(desk, slug, tmp_path, "po", force=True)
    path = tmp_path / f"{slug}.po"
    file = polib.pofile(str(path))
    for entry in file:
        number = (entry.msgctxt or "").rpartition(":")[2]
        if f"_{number}" in targets:
            entry.msgstr, fuzzy = targets[f"_{number}"]
            entry.flags = ["fuzzy"] if fuzzy else []
    file.save(str(path))
    return path


def test_an_edited_po_comes_back(desk: Desk, slug: str, tmp_path: Path) -> None:
    editing.confirm(desk, slug, 4, "Nadie")
    editing.confirm(desk, slug, 1, "Antes")
    path = edited(desk, slug, tmp_path, _1=("El río", False), _2=("Bajó", True), _4=("", False))
    report = delivery.import_po(desk, str(path))
    results = {one.entry.rpartition(":")[2]: (one.result, one.reason) for one in report.outcomes}
    assert results == {
        "1": ("confirmed", ""),
        "2": ("draft", ""),
        "3": ("unchanged", ""),
        "4": ("refused", "entry-emptied"),
    }
    first, second, _third, fourth = articles.read(desk, slug).segments
    assert (first.target, first.state) == ("El río", State.TRANSLATED)
    assert (second.target, second.state, second.origin) == ("Bajó", State.INITIAL, Origin.HUMAN)
    assert (fourth.target, fourth.state) == ("Nadie", State.TRANSLATED)


def test_importing_what_was_exported_changes_nothing(desk: Desk, slug: str, tmp_path: Path) -> None:
    editing.confirm(desk, slug, 1, "El río")
    editing.set_target(desk, slug, 2, "Bajó")
    before = articles.read(desk, slug)
    report = delivery.import_po(desk, str(edited(desk, slug, tmp_path)))
    assert {one.result for one in report.outcomes} == {"unchanged"}
    assert articles.read(desk, slug) == before


def test_a_fuzzy_entry_opens_a_confirmed_segment(desk: Desk, slug: str, tmp_path: Path) -> None:
    editing.confirm(desk, slug, 1, "El río")
    delivery.import_po(desk, str(edited(desk, slug, tmp_path, _1=("El río", True))))
    assert articles.read(desk, slug).segments[0].is_open


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (po.Entry("{slug}", 9, "Nobody was hurt.", "x", False, False, 1), "entry-no-segment"),
        (po.Entry("{slug}", 4, "Everybody was hurt.", "x", False, False, 1), "entry-other-source"),
        (po.Entry("elsewhere", 4, "Nobody was hurt.", "x", False, False, 1), "entry-no-article"),
        (po.Entry("", 0, "Nobody was hurt.", "x", False, False, 1), "entry-foreign"),
    ],
)
def test_what_does_not_belong_is_refused(
    desk: Desk, slug: str, entry: po.Entry, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    given = replace(entry, slug=entry.slug.format(slug=slug))
    monkeypatch.setattr(po, "read", lambda *_: (given,))
    (outcome,) = delivery.import_po(desk, __file__).outcomes
    assert (outcome.result, outcome.reason) == ("refused", reason)
    assert {segment.target for segment in articles.read(desk, slug).segments} == {""}


def test_a_dry_run_reports_and_changes_nothing(desk: Desk, slug: str, tmp_path: Path) -> None:
    path = edited(desk, slug, tmp_path, _1=("El río", False))
    report = delivery.import_po(desk, str(path), dry_run=True)
    assert len(report.having("confirmed")) == 1
    assert articles.read(desk, slug).segments[0].target == ""


def test_what_is_no_po_is_said(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        delivery.import_po(desk, str(tmp_path / "nowhere.po"))
    (tmp_path / "page.po").write_text("<html>", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        delivery.import_po(desk, str(tmp_path / "page.po"))
    assert caught.value.code == "not-a-po"
