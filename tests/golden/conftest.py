"""One invented article that holds everything an output format must show.

All roles, links across a sentence boundary, a lost code, sentences in every state, a block that
is English as a whole and one that is in part, text that looks like markup. The sentences are cut
by hand, so that a better segmentation does not change these files.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from translator import inline
from translator.model import Article, Block, Code, Origin, Role, Segment, State, Translation

CDN = "https://images.example.net"


@dataclass(frozen=True, slots=True)
class _Sentence:
    source: str
    target: str = ""
    state: State = State.TRANSLATED
    origin: Origin = Origin.HUMAN
    rate: int | None = None
    signature: str = ""


@dataclass(frozen=True, slots=True)
class _Written:
    """A block with its sentences, before they are numbered."""

    role: Role
    sentences: tuple[_Sentence, ...]
    level: int = 0
    element: str = ""
    address: str = ""
    codes: tuple[Code, ...] = ()


def _link(number: int, address: str) -> Code:
    return Code(number, "a", (("href", address),))


_HEAD = (
    _Written(Role.FURNITURE, (_Sentence("Support us"),), element="line 1"),
    _Written(
        Role.TITLE,
        (
            _Sentence(
                "Vesna’s library reopens after two winters underground",
                "La biblioteca de Vesna reabre tras dos inviernos bajo tierra",
                State.FINAL,
            ),
        ),
        element="/html/body/main/h1",
    ),
    _Written(
        Role.DECK,
        (
            _Sentence(
                "Readers carried 40,000 books back up the stairs by hand.",
                "Los lectores subieron a mano 40 000 libros por las escaleras.",
                State.REVIEWED,
                Origin.MEMORY_FUZZY,
                rate=87,
            ),
        ),
        element="/html/body/main/p[1]",
    ),
    _Written(Role.BYLINE, (_Sentence("By Olena Marchuk"),)),
    _Written(Role.DATE, (_Sentence("20/02/2025"),)),
    _Written(Role.READING_TIME, (_Sentence("2 minute read"),)),
    _Written(
        Role.ALT,
        (
            _Sentence(
                "Shelves & ladders in a “new” hall", "Estantes y escaleras en la sala «nueva»"
            ),
        ),
        element="/html/body/main/figure/img",
        address=f"{CDN}/hall.jpg?w=800&h=450",
    ),
    _Written(
        Role.CAPTION,
        (
            _Sentence("The reading room in February.", "La sala de lectura en febrero."),
            _Sentence("Source: <1>Vesna city council</1>", "Fuente: <1>Ayuntamiento de Vesna</1>"),
        ),
        element="/html/body/main/figure/figcaption",
        codes=(Code(1, "em"),),
    ),
)

_BODY = (
    _Written(
        Role.PARAGRAPH,
        (
            _Sentence(
                "The <1>city council</1> said the doors would open <2>on Monday.</2>",
                "El <1>Ayuntamiento</1> dijo que las puertas se abrirían <2>el lunes.</2>",
                State.TRANSLATED,
                Origin.MACHINE,
                signature="argos en-es 1.9 beam 4",
            ),
            _Sentence(
                "<2>Nobody</2> expected a queue.",
                "<2>Nadie</2> esperaba una cola.",
                State.INITIAL,
                Origin.MACHINE,
                signature="argos en-es 1.9 beam 4",
            ),
            _Sentence("“It was 100%s worth it,” a reader said."),
        ),
        element="/html/body/main/p[2]",
        codes=(_link(1, "https://council.example.org/news?a=1&b=2"), Code(2, "strong")),
    ),
    _Written(
        Role.HEADING,
        (
            _Sentence(
                "What <script>alert(1)</script> and [brackets] are for",
                "Para qué sirven <script>alert(1)</script> y los [corchetes]",
            ),
        ),
        level=3,
        element="/html/body/main/h3[1]",
    ),
    _Written(
        Role.LIST_ITEM,
        (_Sentence("H<1>2</1>O damage: 3 rooms", "Daños por H<1>2</1>O: 3 salas"),),
        element="/html/body/main/ul/li[1]",
        codes=(Code(1, "sub"),),
    ),
    _Written(
        Role.LIST_ITEM,
        (_Sentence('Call number <1>\\N"1"</1>', 'Signatura <1>\\N"1"</1>'),),
        element="/html/body/main/ul/li[2]",
        codes=(Code(1, "code"),),
    ),
    _Written(
        Role.QUOTE,
        (
            _Sentence(
                "“We read by candle,<1/>and we read aloud.”",
                "«Leíamos a la luz de una vela,<1/>y leíamos en voz alta».",
            ),
        ),
        element="/html/body/main/blockquote/p",
        codes=(Code(1, "br"),),
    ),
    _Written(
        Role.RELATED,
        (
            _Sentence(
                "Vesna’s trams run again",
                "Vuelven a circular los tranvías de Vesna",
                State.TRANSLATED,
                Origin.MEMORY_EXACT,
                rate=100,
            ),
        ),
        element="/html/body/main/aside/a[1]",
        address="https://news.example.org/en/trams",
    ),
    _Written(
        Role.RELATED,
        (_Sentence("Who pays for the roof?"),),
        element="/html/body/main/aside/a[2]",
        address="javascript:alert(1)",
    ),
    _Written(
        Role.ALT,
        (_Sentence("A child with a torch"),),
        element="/html/body/main/img",
    ),
    _Written(
        Role.HEADING,
        (_Sentence("Next", "Lo que viene"),),
        level=4,
        element="/html/body/main/h4[1]",
    ),
    _Written(
        Role.PARAGRAPH,
        (
            _Sentence(
                "Write to <1>the librarians</1> or read <2>their plan</2>.",
                "Escriba a <1>los bibliotecarios o lea su plan.",
            ),
        ),
        element="/html/body/main/p[3]",
        codes=(_link(1, "mailto:books@example.org"), _link(2, "javascript:alert(1)")),
    ),
    _Written(Role.FURNITURE, (_Sentence("Leave a comment"),), element="line 40"),
)


def _codes_in(text: str, codes: tuple[Code, ...]) -> tuple[Code, ...]:
    return tuple(code for code in codes if inline.numbers(text, codes)[code.number])


def _built() -> Translation:
    blocks: list[Block] = []
    segments: list[Segment] = []
    for key, written in enumerate((*_HEAD, *_BODY), start=1):
        sentences = written.sentences
        text = inline.join(" ".join(sentence.source for sentence in sentences))
        blocks.append(
            Block(
                key,
                written.role,
                text,
                written.level,
                written.element,
                written.address,
                written.codes,
            )
        )
        if written.role in (Role.FURNITURE, Role.BYLINE, Role.DATE, Role.READING_TIME):
            continue
        for sentence in sentences:
            segments.append(
                Segment(
                    id=len(segments) + 1,
                    block=key,
                    source=sentence.source,
                    target=sentence.target,
                    gap="" if sentence is sentences[-1] else " ",
                    codes=_codes_in(sentence.source, written.codes),
                    state=sentence.state if sentence.target else State.INITIAL,
                    origin=sentence.origin if sentence.target else Origin.NONE,
                    rate=sentence.rate,
                    signature=sentence.signature,
                )
            )
    article = Article(
        blocks=tuple(blocks),
        source="saved pages/vesna library.html",
        slug="vesna-library",
        author="Olena Marchuk",
        published=date(2025, 2, 20),
        reading_minutes=2,
        site="The Vesna Courier",
        address="https://news.example.org/en/vesna-library",
        image=f"{CDN}/hall.jpg",
    )
    return Translation(
        article=article,
        segments=tuple(segments),
        fetched=datetime(2025, 2, 21, 9, 30, tzinfo=UTC),
        edited=datetime(2025, 2, 21, 11, 5, tzinfo=UTC),
    )


@pytest.fixture(scope="session")
def translation() -> Translation:
    """The article with open and empty sentences: its pages are drafts."""
    return _built()
