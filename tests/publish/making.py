"""Small translations for the tests of what goes out: blocks with their sentences in one line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from translator import inline
from translator.model import (
    TRANSLATED_ROLES,
    Article,
    Block,
    Code,
    Role,
    Segment,
    State,
    Translation,
)

WHEN = datetime(2025, 2, 21, 9, 30, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Written:
    """A block before it is numbered: its sentences as pairs of source and target."""

    role: Role
    sentences: tuple[tuple[str, str], ...]
    codes: tuple[Code, ...] = ()
    level: int = 0
    address: str = ""


def block(
    role: Role,
    *sentences: tuple[str, str],
    codes: tuple[Code, ...] = (),
    level: int = 0,
    address: str = "",
) -> Written:
    """A block of these sentences."""
    return Written(role, sentences, codes, level, address)


def link(number: int, address: str) -> Code:
    """The code of a link."""
    return Code(number, "a", (("href", address),))


def translation(
    *blocks: Written, article: Article | None = None, state: State = State.TRANSLATED
) -> Translation:
    """An article of these blocks, every sentence in this state; `article` brings the rest."""
    base = article or Article((), slug="story", source="story.html")
    made: list[Block] = []
    segments: list[Segment] = []
    for key, one in enumerate(blocks, start=1):
        text = inline.join(" ".join(source for source, _ in one.sentences))
        made.append(Block(key, one.role, text, one.level, "/html/p", one.address, one.codes))
        if one.role not in TRANSLATED_ROLES:
            continue
        for index, (source, target) in enumerate(one.sentences, start=1):
            gap = " " if index < len(one.sentences) else ""
            number = len(segments) + 1
            segments.append(Segment(number, key, source, target, gap, one.codes, state))
    return Translation(replace(base, blocks=tuple(made)), tuple(segments), WHEN)
