"""What the memory knows of a sentence, and TMX in and out of a desk."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import WHEN, make_article
from tests.exchange.test_tmx import HEAD, TAIL, unit
from translator import analysis, editing, intake, recall
from translator import desk as desks
from translator.config import Config
from translator.desk import Desk, memory
from translator.errors import DeskError, InputError, NotFoundError
from translator.exchange import tmx
from translator.memory.matching import Sought
from translator.memory.tokens import key
from translator.model import Article, Block, MatchKind, Origin, Role, Unit


def remember(desk: Desk, *pairs: tuple[str, str]) -> None:
    with desks.writing(desk) as connection:
        memory.take_in(connection, (Unit(one, two) for one, two in pairs))


def found(desk: Desk, text: str, config: Config | None = None) -> list[tuple[str, int, str]]:
    with desks.reading(desk) as connection:
        matches = recall.Lookup(connection, config or Config()).matches(Sought(text))
    return [(one.kind.value, one.rate, one.target) for one in matches]


def count(desk: Desk) -> int:
    with desks.reading(desk) as connection:
        return sum(1 for _ in memory.every(connection))


def test_the_best_five_are_found(desk: Desk) -> None:
    assert found(desk, "The river fell.") == []
    remember(
        desk,
        ("The river fell.", "El río bajó."),
        ("The river fell.", "Bajó el río."),
        ("The river fell", "El río bajó"),
        ("The lake fell.", "El lago bajó."),
        ("A lake rose.", "Un lago subió."),
    )
    assert found(desk, "The river fell.") == [
        ("exact", 100, "Bajó el río."),
        ("exact", 100, "El río bajó."),
        ("fuzzy", 98, "El río bajó"),
    ]
    assert len(found(desk, "The river fell!")) == 3


def test_all_translations_of_the_same_sentence_are_offered(desk: Desk) -> None:
    remember(desk, *(("The river fell.", f"Uno {number}") for number in range(9)))
    assert len(found(desk, "The river fell.")) == 9


def test_penalties_come_from_the_settings(desk: Desk) -> None:
    with desks.writing(desk) as connection:
        memory.take_in(connection, [Unit("A river.", "Un río.", origin=Origin.MACHINE)])
    assert found(desk, "A river.") == [("exact", 95, "Un río.")]
    assert found(desk, "A river.", Config(memory_machine_penalty=0))[0][1] == 100
    assert found(desk, "A river.", Config(memory_machine_penalty=40)) == []


def test_a_segment_is_not_offered_its_own_translation(desk: Desk, slug: str) -> None:
    editing.confirm(desk, slug, 4, "No hubo heridos.")
    assert recall.matches(desk, slug, 4, Config()) == ()
    remember(desk, ("Nobody was hurt.", "Nadie resultó herido."))
    assert [one.target for one in recall.matches(desk, slug, 4, Config())] == [
        "Nadie resultó herido."
    ]
    with pytest.raises(NotFoundError):
        recall.matches(desk, slug, 99, Config())


def test_the_same_article_again_is_a_context_match(desk: Desk, slug: str) -> None:
    editing.confirm(desk, slug, 3, "Está a <1>dos metros</1>.")
    again = intake.add_article(desk, make_article(), data=b"other", modified=WHEN)
    (match,) = recall.matches(desk, again, 3, Config())
    assert (match.kind, match.rate, match.target) == (
        MatchKind.CONTEXT,
        101,
        "Está a <1>dos metros</1>.",
    )


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "old.tmx"
    path.write_text(HEAD + unit("a b", "c") + unit("d e", "f") + TAIL, encoding="utf-8")
    return path


def test_a_file_is_taken_in_once(desk: Desk, good: Path) -> None:
    first = recall.import_tmx(desk, good)
    assert (first.added, first.known, first.bad, first.rejected) == (2, 0, 0, None)
    again = recall.import_tmx(desk, good)
    assert (again.added, again.known) == (0, 2)
    with desks.reading(desk) as connection:
        assert {one.article for one in memory.every(connection)} == {"old.tmx"}


def test_a_broken_file_changes_nothing_or_gives_the_rest(desk: Desk, good: Path) -> None:
    text = good.read_text(encoding="utf-8")
    good.write_text(text.replace("<seg>f", "<seg>f & g"), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        recall.import_tmx(desk, good)
    assert (caught.value.code, caught.value.values["line"]) == ("tmx-bad-unit", 7)
    assert count(desk) == 0
    done = recall.import_tmx(desk, good, skip_bad=True)
    assert (done.added, done.bad) == (1, 1)
    assert done.rejected is not None
    rejected = done.rejected.read_text(encoding="utf-8")
    assert rejected.startswith("7: ")
    assert "f & g" in rejected


def test_an_interrupted_import_leaves_the_memory_as_it_was(
    desk: Desk, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remember(desk, ("x y", "z"))

    def interrupted(file: object, path: str) -> Iterator[tmx.Entry]:
        for number in range(3_000):
            yield Unit(f"one {number}", "uno")
        raise KeyboardInterrupt

    monkeypatch.setattr(tmx, "read", interrupted)
    with pytest.raises(KeyboardInterrupt):
        recall.import_tmx(desk, good)
    assert count(desk) == 1
    assert [one[2] for one in found(desk, "x y")] == ["z"]
    assert found(desk, "one 7") == []
    remember(desk, ("one two", "uno"))
    assert [one[2] for one in found(desk, "one two")] == ["uno"]


@pytest.mark.parametrize(
    ("text", "code"),
    [(HEAD + unit("a", "") + TAIL, "tmx-nothing"), ("<html>", "not-a-tmx")],
)
def test_a_file_of_no_use_is_said(desk: Desk, good: Path, text: str, code: str) -> None:
    good.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        recall.import_tmx(desk, good)
    assert caught.value.code == code


def test_what_is_exported_comes_back(desk: Desk, slug: str, tmp_path: Path) -> None:
    editing.confirm(desk, slug, 2, "El río bajó el lunes.")
    editing.confirm(desk, slug, 3, "Está a <1>dos metros</1>.")
    path = tmp_path / "memory.tmx"
    assert recall.export_tmx(desk, path, io.StringIO()) == 2
    with pytest.raises(DeskError):
        recall.export_tmx(desk, path, io.StringIO())
    other = desks.open_desk(tmp_path / "other", create=True)
    recall.import_tmx(other, path)
    with desks.reading(desk) as one, desks.reading(other) as two:
        stored = {unit.source: unit for unit in memory.every(one)}
        for back in memory.every(two):
            was = stored[back.source]
            assert (back.target, back.article, back.changed) == (was.target, slug, was.changed)
            assert back.codes == was.codes
            # The other segment's sentence is in the memory; the headline's is not.
            neighbour = key("The river fell on Monday.")
            assert (back.before == neighbour) == (was.before == neighbour)
    other.close()
    stream = io.StringIO()
    assert recall.export_tmx(desk, None, stream) == 2
    assert (
        stream.getvalue() == path.read_text(encoding="utf-8") or "creationdate" in stream.getvalue()
    )


def article(*texts: str) -> Article:
    blocks = (Block(n, Role.PARAGRAPH, text) for n, text in enumerate(texts, start=1))
    return Article(tuple(blocks))


def test_words_are_counted_before_any_work(desk: Desk) -> None:
    texts = (
        "The river fell on Monday.",
        "Nobody was hurt in town.",
        "Nobody was hurt in town.",
        "At 5 he left the town.",
        "A new sentence stands here.",
        "One two three four.",
    )
    slug = intake.add_article(desk, article(*texts), data=b"1", modified=WHEN)
    with desks.writing(desk) as connection:
        memory.take_in(
            connection,
            [
                Unit(texts[0], "x", before=0, after=key(texts[1])),
                Unit(texts[1], "y"),
                Unit("At 6 he left the town.", "A las 6 dejó la ciudad."),
                Unit("One two three five.", "z"),
            ],
        )
    (one,) = analysis.analyse(desk, [slug], Config())
    assert {band: (c.segments, c.words) for band, c in one.bands.items() if c.segments} == {
        "context": (1, 5),
        "100": (1, 5),
        "repeated": (1, 5),
        "95-99": (1, 6),
        "75-84": (1, 4),
        "new": (1, 5),
    }
    assert one.total == analysis.Count(6, 30)
    for number in range(1, 7):
        editing.confirm(desk, slug, number, "hecho")
    assert list(analysis.analyse(desk, [slug], Config())) == [one]


def test_a_sentence_of_an_earlier_article_is_repeated(desk: Desk) -> None:
    slugs = [
        intake.add_article(desk, article("One here.", text), data=text.encode(), modified=WHEN)
        for text in ("Two there.", "Three there.")
    ]
    parts = list(analysis.analyse(desk, slugs, Config()))
    assert [part.bands["repeated"].segments for part in parts] == [0, 1]
    assert analysis.total(parts).bands["new"] == analysis.Count(3, 6)
