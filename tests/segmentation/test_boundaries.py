"""What ends a sentence in the news and what does not. A bar marks each boundary."""

from __future__ import annotations

import pytest

from translator import segmentation

NEWS = (
    # Titles, ranks, posts, initials
    "Gov. Ruth Alder met Lt. Gen. Omar Reyes. | They spoke with Sen. J. P. Moss, R-Texas.",
    "Rep. Dana Cole (D-Mass.) said no. | Sgt. Lee and Msgr. O’Hara left.",
    "Prof. Anna K. Weiss won. | Dr. Paul Orme Jr. did not.",
    "You and I. | That was all of plan B. | It failed.",
    "It was fought in World War I. | In 1918 it ended.",
    # Dotted names of states, places and times
    "He lives in the U.S. | He works for the U.S. Army in Washington, D.C. | The rest moved.",
    "She moved to Springfield, Mass. | They stayed. | It was a near miss. | Trump knew.",
    "They met at 5 p.m. | Officials left at 6 a.m. Tuesday. | At 9 a.m. Mr. Hale called.",
    "The vote is at 7 p.m. Eastern Time. | No one may leave.",
    "On Sept. 5 the U.N. envoy arrived. | By Dec. 10 the talks were over.",
    "Police were called to 5th St. | The street was empty. | St. Paul’s was full.",
    # Companies and other tails
    "Hale & Co. sold its share. | Orme Inc. | It bought Dale Corp. of Ohio.",
    "Fares, taxes, etc. | Prices rose. | Cf. vol. 3, no. 12, pp. 55 and 56.",
    "Yahoo! Finance was down. | Stop! | Nobody moved.",
    "The firm Alder vs. Moss is old. | E.g. Moss lost.",
    # Numbers
    "It fell by 3.5 percent. | 20,000 people fled. | In 2013. | Nobody knows why.",
    "No. | No, no. | No. 10 Downing Street was silent.",
    # Quotations
    "“We won.” | He left. | “Did we?” she asked. | “Yes!” Mayor Ruth Alder shouted.",
    "“It is over.” | Alder said nothing else.",
    'He said, "This is great." | She agreed. | "Is it?" asked Moss.',
    "“I know. | I was there,” he said. | ‘Fine.’ | They went.",
    "“Go,” he said. | “Now!” | “Why?”",
    # Brackets
    "It rained (for the first time. Since May.) all day. | (It was cold.) | People slept.",
    "Moss (born in 1950) left. | (see below) He is 70.",
    "The report [...] was late. | The rest came later.[3] | Nobody read it.",
    # Ellipses
    "We waited... and waited. | I never meant that.... | She left.",
    "Well … he said … nothing. | It was… fine.",
    # Datelines, addresses, brands
    "KYIV, Ukraine (AP) — Shells fell on Monday. | Two people died.",
    "LONDON (Reuters) - Sales rose. | Write to desk@example.org. | See www.example.org.",
    "It is a phone. | iPhones sell. | eBay does not.",
    # Lists and dates that lost their line
    "1. Wash it. | 2. Dry it. | 3. Fold it.",
    "Bridge opens in Alder | Tuesday, March 3, 2026",
    "The bridge opened on Tuesday, March 3, 2026",
)


@pytest.mark.parametrize("marked", NEWS)
def test_sentences_of_the_news(marked: str) -> None:
    wanted = marked.split(" | ")
    found = [one.text for one in segmentation.split(" ".join(wanted))]
    assert found == wanted
