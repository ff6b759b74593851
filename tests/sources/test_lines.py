"""One line of a dump, by its own words."""

from __future__ import annotations

import pytest

from translator.sources import lines
from translator.sources.lines import Line


def line(text: str) -> Line:
    return Line(1, text, True)


def test_lines_are_numbered_as_in_the_file_and_cleaned() -> None:
    parsed = lines.parse("Home\r\n\n  Cafe\u0301\t news \u200b\n\x00\nEnd")
    assert [(one.number, one.text, one.is_apart) for one in parsed] == [
        (1, "Home", True),
        (3, "Café news", True),
        (5, "End", True),
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "\u200b\n \t"])
def test_a_text_without_any_line_gives_none(text: str) -> None:
    assert lines.parse(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nobody was hurt.", True),
        ("“Who said so?” he asked.", True),
        ("He said: “Nobody was hurt.”", True),
        ("It was over (at last).", True),
        ("What the rules say", False),
        ("according to a", False),
    ],
)
def test_where_sentences_end(text: str, expected: bool) -> None:
    assert lines.ends_sentence(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hollin reservoir seen from the air low water level march 2026", True),
        (
            "soldier asylum pow ri had been fighting – 2025-01-11t17 19 korea’s “north citizens",
            True,
        ),
        ("The shore of Hollin reservoir on Sunday", False),
        ("that it would not be paid.", False),
        ("seen by the", False),
    ],
)
def test_alternative_texts_are_small_letters_without_an_end(text: str, expected: bool) -> None:
    assert lines.is_alt_text(line(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("North Korean propaganda claimed South Koreans operate drones, prisoners disclose", True),
        ("Neighboring district refused to sell water to Hollin in January, letters show", True),
        ("Timeline of Events and the Context of the Crisis", False),
        ("What the new rules on water mean for people who live in the valley", False),
        ("Call for stronger pressure on the council", False),
    ],
)
def test_a_headline_says_a_whole_thing_and_a_subhead_names_one(text: str, expected: bool) -> None:
    assert lines.is_statement(line(text)) is expected


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("• Washing cars", "Washing cars"),
        ("1. Washing cars", "Washing cars"),
        ("2) Washing cars", "Washing cars"),
        ("– Washing cars", "Washing cars"),
        ("2.1 million", ""),
        ("Washing cars", ""),
        ("-5 degrees", ""),
    ],
)
def test_a_bullet_is_taken_off(text: str, item: str) -> None:
    assert lines.bullet(text) == item
