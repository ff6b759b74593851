"""What a line states: author, date, minutes; and what only looks like it."""

from __future__ import annotations

from datetime import date

import pytest

from translator.sources import byline


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ada Brook", "Ada Brook"),
        ("byAda Brook", "Ada Brook"),
        ("by Ada Brook", "Ada Brook"),
        ("BY: Ada Brook", "Ada Brook"),
        ("Written by Ada Brook", "Ada Brook"),
        ("By Ada Brook and Tom Ferrer", "Ada Brook and Tom Ferrer"),
        ("By Ada Brook, Tom Ferrer and Ines Valcárcel", "Ada Brook, Tom Ferrer and Ines Valcárcel"),
        ("By Jean-Luc O’Neill & María Ñáñez", "Jean-Luc O’Neill & María Ñáñez"),
        ("By Ludwig van der Meer", "Ludwig van der Meer"),
        ("By Newsroom", "Newsroom"),
        ("By Ada Brook |", "Ada Brook"),
    ],
)
def test_a_byline_gives_the_names(line: str, author: str) -> None:
    assert byline.read_author(line) == author


@pytest.mark.parametrize(
    "line",
    [
        "Ada Brook",
        "bypass",
        "Byron Bay",
        "By Monday the river had fallen",
        "By the time the police came, he had left.",
        "By 2030",
        "By",
        "",
        "By " + "A" * 200,
    ],
)
def test_what_is_no_byline_gives_none(line: str) -> None:
    assert byline.read_author(line) == ""


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ada Brook, Chief Political Correspondent", "Ada Brook"),
        ("By Ada Brook, Reuters", "Ada Brook"),
        ("By Ada Brook in Carrow", "Ada Brook"),
        ("BY ADA BROOK, STAFF WRITER", "Ada Brook"),
        ("By ADA BROOK", "Ada Brook"),
    ],
)
def test_offices_places_and_capitals_are_no_part_of_a_name(line: str, author: str) -> None:
    assert byline.read_author(line) == author


@pytest.mark.parametrize(
    "line",
    [
        "20/02/2025",
        "20.02.2025",
        "20.02.2025. 06:20h",
        "2025-02-20",
        "2025-02-20T07:30:00Z",
        "Feb 20, 2025 16:51",
        "Feb. 20, 2025, 07:57 IST",
        "20 February 2025",
        "20th February 2025",
        "20th of February 2025",
        "February 20, 2025",
        "February 20, 2025 03:55 PM GMT+03:00",
        "Thursday, 20 February 2025, 00:34",
        "Published On 20 Feb 2025",
        "Updated: 20 Feb 2025 at 3 p.m.",
        "PUBLISHED 20 FEBRUARY 2025",
    ],
)
def test_a_line_with_a_date_and_nothing_else_states_it(line: str) -> None:
    assert byline.read_date(line, "dmy") == date(2025, 2, 20)


@pytest.mark.parametrize(
    ("order", "text", "expected"),
    [
        ("dmy", "02/03/2025", date(2025, 3, 2)),
        ("mdy", "02/03/2025", date(2025, 2, 3)),
        ("ymd", "2025/03/02", date(2025, 3, 2)),
        ("dmy", "2025/03/02", date(2025, 3, 2)),
        ("dmy", "02/03/25", date(2025, 3, 2)),
        ("mdy", "20/02/2025", date(2025, 2, 20)),
        ("dmy", "02/20/2025", date(2025, 2, 20)),
        ("mdy", "3 February 2025", date(2025, 2, 3)),
        ("mdy", "2025-02-03", date(2025, 2, 3)),
    ],
)
def test_the_order_of_a_date_in_figures_follows_the_setting(
    order: str, text: str, expected: date
) -> None:
    assert byline.read_date(text, order) == expected


@pytest.mark.parametrize(
    "line",
    [
        "The council met on 20 February 2025 and decided nothing",
        "Police shot dead three on 3 March 2024",
        "20 February",
        "20/20/2025",
        "30 February 2025",
        "07:30",
        "3.5/10",
        "12 345 678",
        "",
    ],
)
def test_what_states_no_date_gives_none(line: str) -> None:
    assert byline.read_date(line, "dmy") is None


def test_a_date_is_found_inside_a_text() -> None:
    assert byline.find_date("The council met on 20 February 2025.", "dmy") == date(2025, 2, 20)


@pytest.mark.parametrize(
    ("line", "minutes"),
    [
        ("2 minute read", 2),
        ("3 min read", 3),
        ("3-min read", 3),
        ("12 minutes read", 12),
        ("Reading time: 4 minutes", 4),
        ("Reading time 4 min.", 4),
        ("5 MIN READ", 5),
    ],
)
def test_a_reading_time_is_read(line: str, minutes: int) -> None:
    assert byline.read_minutes(line) == minutes


@pytest.mark.parametrize("line", ["0 min read", "Read more", "a minute", "2 minute silence", ""])
def test_what_states_no_reading_time_gives_none(line: str) -> None:
    assert byline.read_minutes(line) is None


@pytest.mark.parametrize("line", ["6 mins", "90 min", "2 minutes"])
def test_minutes_alone_are_no_reading_time(line: str) -> None:
    assert byline.read_minutes(line) is None
