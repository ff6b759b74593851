"""Layout: blocks that belong together, headings without a gap, nothing of the frame."""

from __future__ import annotations

import pytest

from tests.publish.making import block, translation
from translator.model import Role
from translator.publish import layout
from translator.publish.layout import Kind


def kinds(*roles: Role) -> list[tuple[Kind, int]]:
    page = layout.arrange(translation(*(block(role, ("x", "y")) for role in roles)), "es")
    return [(part.kind, len(part.passages)) for part in page.parts]


def test_runs_become_one_part() -> None:
    item, quote, related = Role.LIST_ITEM, Role.QUOTE, Role.RELATED
    assert kinds(item, item, quote, quote, related, related, item) == [
        (Kind.LIST, 2),
        (Kind.QUOTE, 2),
        (Kind.RELATED, 2),
        (Kind.LIST, 1),
    ]


def test_an_image_takes_the_captions_after_it() -> None:
    alt, caption = Role.ALT, Role.CAPTION
    assert kinds(alt, caption, caption, alt, Role.PARAGRAPH, caption) == [
        (Kind.FIGURE, 3),
        (Kind.FIGURE, 1),
        (Kind.PARAGRAPH, 1),
        (Kind.FIGURE, 1),
    ]


def test_frame_and_furniture_are_no_parts() -> None:
    frame = (Role.BYLINE, Role.DATE, Role.READING_TIME, Role.FURNITURE)
    assert kinds(*frame, Role.PARAGRAPH, *frame) == [(Kind.PARAGRAPH, 1)]


def test_a_second_title_or_deck_stands_in_the_body() -> None:
    roles = (Role.TITLE, Role.DECK, Role.TITLE, Role.DECK)
    assert kinds(*roles) == [(Kind.HEADING, 1), (Kind.PARAGRAPH, 1)]


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ((2, 3, 2), (2, 3, 2)),
        ((1,), (2,)),
        ((0,), (2,)),
        ((3, 3, 4, 3), (2, 2, 3, 2)),
        ((4, 2, 6), (2, 2, 3)),
        ((1, 2, 3, 4, 5, 6), (2, 3, 4, 5, 6, 6)),
    ],
)
def test_headings_begin_at_two_and_leave_no_level_out(
    given: tuple[int, ...], wanted: tuple[int, ...]
) -> None:
    made = translation(*(block(Role.HEADING, ("x", "y"), level=level) for level in given))
    assert tuple(part.level for part in layout.arrange(made, "en").parts) == wanted
