"""How long articles of 100, 500 and 2,000 sentences take to be aligned.

Run: python tests/benchmarks/alignment.py
Every sentence is another one, made from numbered words, with a paragraph in ten left out and a
sentence in twelve cut in two, so that no two places of the table are alike.
"""

from __future__ import annotations

import random
import time

from translator import alignment

SIZES = (100, 500, 2000)
OPENINGS = ("The council of", "Nobody in", "According to the mayor of", "On Tuesday the people of")
SPANISH = ("El ayuntamiento de", "Nadie en", "Según el alcalde de", "El martes, la gente de")
SYLLABLES = "ba ce di fo gu la me ni ro su ta ve".split()


def name(chance: random.Random) -> str:
    """A place that is made up."""
    return "".join(chance.choices(SYLLABLES, k=3)).capitalize()


def document(sentences: int) -> tuple[list[list[str]], list[list[str]]]:
    """The paragraphs of both sides, of about so many sentences."""
    chance = random.Random(sentences)
    english: list[list[str]] = []
    spanish: list[list[str]] = []
    for _ in range(sentences // 4):
        mine, theirs = [], []
        for _ in range(4):
            which, place, figure = chance.randrange(4), name(chance), chance.randrange(2, 999)
            other = name(chance)
            mine.append(
                f"{OPENINGS[which]} {place} counted {figure} houses without water near {other}, and"
                " the police closed the road."
            )
            first = f"{SPANISH[which]} {place} contó {figure} casas sin agua cerca de {other}"
            if chance.random() < 1 / 12:
                theirs += [f"{first}.", "La policía cerró la carretera."]
            else:
                theirs.append(f"{first}, y la policía cerró la carretera.")
        english.append(mine)
        if chance.random() > 0.1:
            spanish.append(theirs)
    return english, spanish


def joined(paragraphs: list[list[str]]) -> list[str]:
    """All sentences as one paragraph."""
    return [sentence for paragraph in paragraphs for sentence in paragraph]


def main() -> None:
    """Print a line for each size: seconds, and how many links were found."""
    for size in SIZES:
        english, spanish = document(size)
        for label, mine, theirs in (
            ("paragraphs", english, spanish),
            ("one paragraph", [joined(english)], [joined(spanish)]),
        ):
            began = time.perf_counter()
            links = alignment.align(mine, theirs)
            seconds = time.perf_counter() - began
            sure = sum(link.confidence > alignment.REVIEW_BELOW for link in links)
            print(f"{size:5} sentences, {label:13}: {seconds:6.2f} s, {sure} of {len(links)} sure")


if __name__ == "__main__":
    main()
