"""Page dumps: which line is what, in whole pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.model import Article, Role
from translator.sources import dump
from translator.sources.lines import parse

PAGES = Path(__file__).parent / "pages"
SAMPLE = Path(__file__).parents[3] / "shared" / "samples" / "captured-soldier.txt"

TITLE = "Ferry returns to Dunmore after forty years without one"
FIRST = "The first ferry since 1986 crossed the Dunmore estuary on Thursday with eleven passengers."
SECOND = "It took nineteen minutes, four more than planned, because of the wind from the sea."
THIRD = "The bridge upstream has been closed since a lorry struck one of its piers in November."


def read(*lines: str) -> Article:
    return dump.read("\n".join(lines))


def roles(article: Article) -> list[tuple[str, str]]:
    """Each block that is not furniture: its role and the lines it came from."""
    return [
        (block.role.value, block.element.removeprefix("line "))
        for block in article.blocks
        if block.role is not Role.FURNITURE
    ]


def texts(article: Article, role: Role) -> list[str]:
    return [block.text for block in article.blocks if block.role is role]


def test_a_whole_page_with_all_that_stands_around_an_article() -> None:
    article = dump.read((PAGES / "reservoir.txt").read_text(encoding="utf-8"))
    assert roles(article) == [
        ("title", "16"),
        ("deck", "18"),
        ("byline", "19"),
        ("date", "20"),
        ("reading_time", "21"),
        ("alt", "22"),
        ("caption", "23"),
        ("paragraph", "26"),
        ("paragraph", "28"),
        ("paragraph", "30"),
        ("paragraph", "34-36"),
        ("related", "38"),
        ("paragraph", "40"),
        ("heading", "44"),
        ("paragraph", "46"),
        ("list_item", "48"),
        ("list_item", "49"),
        ("paragraph", "51"),
        ("paragraph", "58"),
    ]
    assert article.author == "Marta Quill and Tom Ferrer"
    assert article.published == date(2026, 3, 3)
    assert article.reading_minutes == 4


def test_a_plain_article_without_anything_around_it() -> None:
    article = dump.read((PAGES / "bridge.txt").read_text(encoding="utf-8"))
    assert roles(article) == [
        ("title", "1"),
        ("paragraph", "3"),
        ("paragraph", "4"),
        ("paragraph", "5"),
        ("paragraph", "6"),
    ]
    assert (article.author, article.published, article.reading_minutes) == ("", None, None)


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample is not beside this checkout")
def test_the_sample() -> None:
    article = dump.read(SAMPLE.read_text(encoding="utf-8"))
    assert roles(article) == [
        ("title", "6"),
        ("deck", "8"),
        ("byline", "9"),
        ("date", "10"),
        ("reading_time", "11"),
        ("alt", "12"),
        ("caption", "13"),
        ("paragraph", "16"),
        ("paragraph", "18"),
        ("paragraph", "20"),
        ("related", "22"),
        ("paragraph", "24"),
        ("paragraph", "26"),
        ("paragraph", "28"),
    ]
    assert article.author == "Yuri Zoria"
    assert article.published == date(2025, 2, 20)
    assert article.reading_minutes == 2


def test_the_byline_keeps_its_raw_text_and_the_article_the_clean_name() -> None:
    article = read(TITLE, "byAda Brook", FIRST, SECOND, THIRD)
    assert texts(article, Role.BYLINE) == ["byAda Brook"]
    assert article.author == "Ada Brook"


def test_a_name_below_its_label_is_the_author() -> None:
    article = read(TITLE, "By", "Ada Brook", "3 March 2026", FIRST, SECOND)
    assert article.author == "Ada Brook"


def test_a_name_beside_the_date_is_the_author() -> None:
    article = read(TITLE, "Ada Brook |", "3 March 2026", FIRST, SECOND)
    assert (article.author, texts(article, Role.BYLINE)) == ("Ada Brook", ["Ada Brook |"])


def test_one_line_may_state_several_things() -> None:
    article = read(TITLE, "By Ada Brook | 3 March 2026 | 2 min read", FIRST, SECOND)
    assert (article.author, article.published) == ("Ada Brook", date(2026, 3, 3))
    assert article.reading_minutes == 2


@pytest.mark.parametrize(
    "tab",
    [f"{TITLE} | Estuary Post", f"{TITLE} - Estuary Post", f"{TITLE} — Estuary Post", TITLE],
)
def test_the_tabs_title_is_furniture_and_the_headline_below_is_the_title(tab: str) -> None:
    article = read(tab, "News", "Sport", TITLE, "3 March 2026", FIRST, SECOND)
    assert [block.element for block in article.blocks if block.role is Role.TITLE] == ["line 4"]


def test_a_headline_in_a_ticker_is_not_the_title() -> None:
    ticker = ["08:15", "Rail strike called off after talks", "08:02", TITLE, "07:40", "Bakery wins"]
    article = read(f"{TITLE} | Post", *ticker, TITLE, "3 March 2026", FIRST, SECOND, THIRD)
    assert [block.element for block in article.blocks if block.role is Role.TITLE] == ["line 8"]


def test_a_call_that_stands_twice_is_not_the_title() -> None:
    call = "Support us on Patreon today"
    article = read(call, call, TITLE, "By Ada Brook", FIRST, SECOND)
    assert texts(article, Role.TITLE) == [TITLE]


def test_a_repeated_headline_is_imported_once() -> None:
    article = read(TITLE, "By Ada Brook", TITLE, FIRST, SECOND, TITLE, THIRD)
    assert texts(article, Role.TITLE) == [TITLE]
    assert roles(article)[2:] == [("paragraph", "4"), ("paragraph", "5"), ("paragraph", "7")]


def test_a_sentence_above_the_byline_is_the_deck_and_below_it_the_text() -> None:
    article = read(TITLE, FIRST, "By Ada Brook", SECOND, THIRD)
    assert roles(article) == [
        ("title", "1"),
        ("deck", "2"),
        ("byline", "3"),
        ("paragraph", "4"),
        ("paragraph", "5"),
    ]


def test_a_deck_may_lack_its_full_stop() -> None:
    deck = "Farmers downstream say that the council has waited too long"
    article = read(TITLE, deck, "By Ada Brook", FIRST, SECOND)
    assert texts(article, Role.DECK) == [deck]


def test_without_byline_and_date_there_is_no_deck() -> None:
    assert texts(read(TITLE, FIRST, SECOND), Role.DECK) == []


def test_a_paragraph_broken_at_links_is_put_together_again() -> None:
    article = read(
        TITLE,
        "3 March 2026",
        FIRST,
        "The pier will be rebuilt by the autumn, according to a long and detailed",
        "report",
        "seen by the Courier on Monday.",
        THIRD,
    )
    assert ("paragraph", "4-6") in roles(article)
    assert (
        "The pier will be rebuilt by the autumn, according to a long and detailed report seen by"
        " the Courier on Monday." in texts(article, Role.PARAGRAPH)
    )


def test_a_comma_after_a_link_is_joined_without_a_space() -> None:
    article = read(
        TITLE,
        "3 March 2026",
        FIRST,
        "The pier will be rebuilt by the autumn, says the engineer",
        ", who saw the plans on Monday.",
        THIRD,
    )
    joined = (
        "The pier will be rebuilt by the autumn, says the engineer, who saw the plans on Monday."
    )
    assert joined in texts(article, Role.PARAGRAPH)


def test_an_advertisement_in_the_middle_of_a_sentence_does_not_part_it() -> None:
    article = read(
        TITLE,
        "3 March 2026",
        FIRST,
        "The battle for the pier, for example, appears to have ended in victory for the council,",
        "Advertisement",
        "but it took two years and four lawyers.",
        THIRD,
    )
    assert ("paragraph", "4-6") in roles(article)
    assert texts(article, Role.FURNITURE) == ["Advertisement"]


def test_a_piece_is_never_joined_to_another_paragraph() -> None:
    article = read(
        TITLE,
        "3 March 2026",
        FIRST,
        "Local industrial groups say that the situation is causing concern and want help,",
        "according",
        "Bloomberg",
        SECOND,
        THIRD,
    )
    paragraphs = texts(article, Role.PARAGRAPH)
    assert paragraphs[0] == FIRST
    assert paragraphs[1].startswith("Local industrial groups")
    assert paragraphs[1].endswith("according Bloomberg")
    assert paragraphs[2:] == [SECOND, THIRD]


def test_the_words_of_the_article_stay_in_their_order() -> None:
    body = [
        FIRST,
        "Engineers had warned the council in October that a dry winter would come, said a",
        "report",
        "seen by the Courier.",
        SECOND,
        "The engineers wrote that the second pipe, asked for in 2019, was never built by the",
        "water board",
        "of the valley.",
        THIRD,
    ]
    article = read(TITLE, "3 March 2026", *body)
    assert " ".join(texts(article, Role.PARAGRAPH)) == " ".join(body)


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("What the rules say", Role.HEADING),
        ("‘Nobody is winning, nobody is losing’", Role.HEADING),
        ("Timeline of Events and the Context of the Crisis", Role.HEADING),
        ("Neighboring district refused to sell water to Hollin in January, letters show",
         Role.RELATED),
        ("Nobody was hurt.", Role.PARAGRAPH),
        ("The shore on Sunday. Photo: Ines Valcarcel", Role.CAPTION),
        ("Recruits during an exercise near Carrow [Lena Moss/Reuters]", Role.CAPTION),
        ("shore of the reservoir seen from the air march 2026", Role.ALT),
        ("Advertisement", Role.FURNITURE),
        ("Subscribe to our newsletter", Role.FURNITURE),
        ("07:40", Role.FURNITURE),
        ("3 March 2026", Role.FURNITURE),
        ("The rules are these, said the mayor on Sunday:", Role.PARAGRAPH),
    ],
)  # fmt: skip
def test_a_line_between_two_paragraphs(line: str, role: Role) -> None:
    article = read(TITLE, "By Ada Brook", FIRST, "", line, "", SECOND, THIRD)
    assert next(block.role for block in article.blocks if block.element == "line 5") is role


def test_headings_have_a_level() -> None:
    article = read(TITLE, "By Ada Brook", FIRST, "What the rules say", SECOND)
    assert [block.level for block in article.blocks] == [0, 0, 0, 2, 0]


def test_list_items_lose_their_bullets_and_need_no_full_stop() -> None:
    article = read(TITLE, "By Ada Brook", FIRST, "• Two litres a day", "• No hoses", SECOND, THIRD)
    assert texts(article, Role.LIST_ITEM) == ["Two litres a day", "No hoses"]


def test_a_pull_quote_is_not_imported_twice() -> None:
    said = "“We have put this off for as long as we could,” said the mayor, Elena Rook, on Sunday."
    pulled = "“We have put this off for as long as we could.”"
    article = read(TITLE, "By Ada Brook", FIRST, said, SECOND, pulled, "– Elena Rook", THIRD)
    assert texts(article, Role.PARAGRAPH) == [FIRST, said, SECOND, THIRD]


def test_promoted_articles_below_a_label_are_left_out() -> None:
    article = read(
        TITLE,
        "By Ada Brook",
        FIRST,
        SECOND,
        "Read more",
        "Region",
        "How a village in the hills learned to live on rain",
        "28 February 2026",
        THIRD,
    )
    assert texts(article, Role.PARAGRAPH) == [FIRST, SECOND, THIRD]
    assert texts(article, Role.RELATED) == []


@pytest.mark.parametrize("label", ["Tags:", "Comments (3)", "Related articles", "Share:"])
def test_what_stands_below_the_article_is_furniture(label: str) -> None:
    below = "The neighbors of the pier have been waiting for this day for years, says a reader."
    article = read(TITLE, "By Ada Brook", FIRST, SECOND, THIRD, label, below)
    assert roles(article)[-1] == ("paragraph", "5")


def test_share_buttons_below_the_first_sentence_do_not_end_the_article() -> None:
    article = read(TITLE, FIRST, "Share:", SECOND, THIRD, FIRST.replace("first", "last"))
    assert len(texts(article, Role.PARAGRAPH)) == 4


def test_readers_comments_are_not_the_article() -> None:
    comments = [
        line
        for number in range(12)
        for line in (
            f"reader{number} says:",
            "3 March 2026 at 6:34 am",
            f"I have lived here for {number + 20} years and have never seen a ferry that was late.",
        )
    ]
    article = read("News", "Sport", TITLE, "By Ada Brook", FIRST, SECOND, THIRD, *comments)
    assert texts(article, Role.TITLE) == [TITLE]


@given(
    st.lists(
        st.sampled_from(
            [TITLE, FIRST, SECOND, THIRD, "News", "By Ada Brook", "3 March 2026", "according to a",
             "report", ", he said.", "Advertisement", "Tags:", "", "• One item", "[Reuters]"]
        )
        | st.text(max_size=40),
        max_size=25,
    )
)  # fmt: skip
def test_nothing_is_lost_and_nothing_comes_twice(raw: list[str]) -> None:
    text = "\n".join(raw)
    article = dump.read(text)
    used = []
    for block in article.blocks:
        first, _, last = block.element.removeprefix("line ").partition("-")
        used += [int(first), int(last or first)]
    numbers = {line.number for line in parse(text)}
    assert set(used) <= numbers
    letters = sum(len("".join(filter(str.isalpha, line.text))) for line in parse(text))
    kept = sum(len("".join(filter(str.isalpha, block.text))) for block in article.blocks)
    assert kept == letters
    assert [block.id for block in article.blocks] == list(range(1, len(article.blocks) + 1))
