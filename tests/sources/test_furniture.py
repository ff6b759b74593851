"""What sites say around an article, and sentences of articles that sound like it."""

from __future__ import annotations

import pytest

from translator.sources import furniture


@pytest.mark.parametrize(
    "line",
    [
        "Support us on Patreon",
        "Donate",
        "Subscribe to our newsletter",
        "Sign in",
        "Follow us on Telegram",
        "Share this article",
        "Leave a comment",
        "All rights reserved",
        "© 2026 The Hollin Courier",
        "Copyright 2026 Hollin Press Ltd.",
        "Privacy Policy",
        "We use cookies to make this page better.",
        "Please disable your ad blocker.",
        "To suggest a correction or clarification, write to us here",
        "You can also highlight the text and press Ctrl + Enter",
    ],
)
def test_a_call_of_the_site_is_told(line: str) -> None:
    assert furniture.is_call(line)


@pytest.mark.parametrize(
    "line",
    [
        "The council decided on Sunday after a meeting of five hours.",
        "He said that the party would support the bill in March.",
        "Shares fell by three per cent.",
        "Menus will be printed in two languages, the minister said.",
        "Ferry returns to Dunmore after forty years without one",
    ],
)
def test_a_sentence_of_an_article_is_no_call(line: str) -> None:
    assert not furniture.is_call(line)


@pytest.mark.parametrize(
    "line",
    ["Related:", "Related articles", "Read more", "Read also", "See also:", "More to Read",
     "Recommended Stories", "Useful reading:", "Most read"],
)  # fmt: skip
def test_a_label_above_other_articles_is_told(line: str) -> None:
    assert furniture.is_promo_label(line)
    assert furniture.interrupts(line)


@pytest.mark.parametrize("line", ["Advertisement", "ADVERTISEMENT", "list 2 of 4", "end of list"])
def test_a_label_between_paragraphs_is_told(line: str) -> None:
    assert furniture.interrupts(line)
    assert not furniture.is_promo_label(line)


@pytest.mark.parametrize("line", ["Tags:", "Comments (12)", "Share:", "About the author"])
def test_a_line_below_articles_is_told(line: str) -> None:
    assert furniture.ends_article(line)


@pytest.mark.parametrize("line", ["Related work began in May.", "Comments by the mayor drew fire"])
def test_words_that_only_begin_like_labels_are_none(line: str) -> None:
    assert not furniture.is_promo_label(line)
    assert not furniture.ends_article(line)
    assert not furniture.interrupts(line)


@pytest.mark.parametrize(
    "line",
    [
        "The shore on Sunday. Photo: Ines Valcarcel",
        "A prisoner of war in hospital. Source: Tomas Rey",
        "Photo: Reuters",
        "A flooded street in Carrow (AP Photo/Lena Moss)",
        "Recruits during an exercise near Carrow [Lena Moss/Reuters]",
        "[Hollin Courier]",
        "The mayor in March 2024. File photo",
        "The minister at the summit (Getty Images)",
    ],
)
def test_a_caption_is_told_by_its_credit(line: str) -> None:
    assert furniture.has_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "The council decided on Sunday after a meeting of five hours.",
        "The party (which has nine seats) voted against.",
        "He took the photo in March.",
        "“It was a good picture,” she said.",
    ],
)
def test_a_sentence_has_no_credit(line: str) -> None:
    assert not furniture.has_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell on Monday after the bank had warned of a recession.",
        "Support for the mayor has fallen since the reservoir emptied.",
        "Register offices will close at noon.",
        "The hackers had taken the personal information of nine thousand people.",
        "She wrote on her Facebook page that the vote had been stolen.",
        "People who subscribe to the service will pay two pounds more.",
        "“We need your support,” the minister told the members of his party.",
        "Menu prices have risen by a third.",
    ],
)
def test_a_sentence_with_the_words_of_a_call_is_none(line: str) -> None:
    assert not furniture.is_call(line)
    assert not furniture.interrupts(line)


@pytest.mark.parametrize(
    "line",
    [
        "You could close this page. Or you could join our community and help us to write more"
        " texts like this one, for as little as the price of one coffee a month.",
        "We live on advertising alone. Please disable your ad blocker so that we can go on.",
    ],
)
def test_a_long_call_is_told_by_its_voice(line: str) -> None:
    assert furniture.is_call(line)
