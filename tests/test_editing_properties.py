"""Whatever a person does, in any order: the English and the codes stay, and undo leads back."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import WHEN, make_article
from translator import desk as desks
from translator import editing, inline, intake
from translator.desk import Desk, articles
from translator.errors import UsageError
from translator.model import TRANSLATED_ROLES, State, Translation

ACTIONS = ("type", "confirm", "reject", "note", "split", "merge", "mark", "twins", "restore")
TEXTS = st.text("aé ñ", max_size=4)

steps = st.lists(
    st.tuples(st.sampled_from((*ACTIONS, "undo", "undo", "redo")), st.integers(0, 6), TEXTS),
    max_size=14,
)


def act(desk: Desk, slug: str, action: str, place: int, text: str) -> None:
    """Do one thing somewhere in the article, if it can be done there."""
    found = articles.read(desk, slug).segments
    number = found[place % len(found)].id
    with suppress(UsageError):
        if action == "type":
            editing.set_target(desk, slug, number, text)
        elif action == "confirm":
            editing.confirm(desk, slug, number, text)
        elif action == "reject":
            editing.reject(desk, slug, number)
        elif action == "note":
            editing.set_note(desk, slug, number, text)
        elif action == "split":
            editing.split(desk, slug, number, 4 * place, target_at=len(text) - 1 if text else None)
        elif action == "merge":
            editing.merge(desk, slug, number)
        elif action == "mark":
            editing.mark(desk, slug, number, [State.REVIEWED, State.FINAL][place % 2])
        elif action == "twins":
            editing.apply_to_twins(desk, slug, number, editing.twins(desk, slug, number))
        elif action == "restore":
            for version in editing.confirmed_versions(editing.history(desk, slug, number))[:1]:
                editing.restore(desk, slug, number, version.id)
        elif action == "undo":
            editing.undo(desk, slug)
        else:
            editing.redo(desk, slug)


def assert_english_is_whole(translation: Translation) -> None:
    for block in translation.article.blocks:
        if block.role not in TRANSLATED_ROLES:
            continue
        segments = translation.of(block)
        pieces = [part for one in segments for part in (one.source, one.gap)]
        assert inline.join(pieces) == block.text
        numbers = [code.number for one in segments for code in one.codes]
        assert sorted(set(numbers)) == [code.number for code in block.codes]


@settings(max_examples=80, deadline=None)
@given(steps)
def test_the_english_stays_and_undo_leads_back(drawn: list[tuple[str, int, str]]) -> None:
    desk = desks.Desk(Path("nowhere"), desks._connect(":memory:"))
    slug = intake.add_article(desk, make_article(), data=b"x", modified=WHEN)
    start = articles.read(desk, slug)
    for action, place, text in drawn:
        act(desk, slug, action, place, text)
        assert_english_is_whole(articles.read(desk, slug))
    end = articles.read(desk, slug).segments
    steps_back = 0
    while editing.undo(desk, slug) is not None:
        steps_back += 1
    assert articles.read(desk, slug).segments == start.segments
    for _ in range(steps_back):
        assert editing.redo(desk, slug) is not None
    assert articles.read(desk, slug).segments == end
    desk.close()
