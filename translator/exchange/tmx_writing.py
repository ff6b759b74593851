"""A translation memory written as a TMX 1.4 file, valid against its DTD, one unit at a time.

Separate from reading, which has to bear with everything that other programs write.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from translator import __version__, inline
from translator.memory.tokens import NOTHING
from translator.model import Code, Origin, Unit
from translator.xmltext import legal as legal

Neighbour = Callable[[int], str | None]
"""The marked source that a key stands for, where it is known."""


def write(units: Iterable[Unit], text_of: Neighbour, moment: datetime) -> Iterator[str]:
    """The text of a TMX file, piece by piece. `moment` is when it is written."""
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
        '<tmx version="1.4">\n'
        f'<header creationtool="engesp" creationtoolversion="{__version__}" segtype="sentence"'
        ' o-tmf="engesp" adminlang="en" srclang="en" datatype="plaintext"'
        f' creationdate="{_stamp(moment)}"/>\n<body>\n'
    )
    for unit in units:
        yield _written(unit, text_of)
    yield "</body>\n</tmx>\n"


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _written(unit: Unit, text_of: Neighbour) -> str:
    facts = ""
    for name, value in (
        ("creationdate", unit.created and _stamp(unit.created)),
        ("changedate", unit.changed and _stamp(unit.changed)),
        ("changeid", unit.author),
    ):
        facts += f" {name}={quoteattr(legal(value))}" if value else ""
    props = "".join(
        f'<prop type="{name}">{_text(value)}</prop>\n' for name, value in _props(unit, text_of)
    )
    english = _seg(unit.source, unit.codes)
    spanish = _seg(unit.target, unit.codes)
    return (
        f"<tu{facts}>\n{props}"
        f'<tuv xml:lang="en"><seg>{english}</seg></tuv>\n'
        f'<tuv xml:lang="es"><seg>{spanish}</seg></tuv>\n</tu>\n'
    )


def _props(unit: Unit, text_of: Neighbour) -> Iterator[tuple[str, str]]:
    if unit.article:
        yield "x-article", unit.article
    if unit.origin is Origin.MACHINE:
        yield "x-origin", "machine"
    for name, number in (("x-context-pre", unit.before), ("x-context-post", unit.after)):
        text = "" if number == NOTHING else None if number is None else text_of(number)
        if text is not None:
            yield name, text


def _seg(marked: str, codes: tuple[Code, ...]) -> str:
    if not codes:
        return _text(marked)
    pieces: list[str] = []
    for token in inline.put_back(marked, codes):
        if isinstance(token, str):
            pieces.append(_text(token))
            continue
        number, kind = token.code.number, quoteattr(legal(token.code.kind))
        name = _text(token.code.kind)
        if isinstance(token, inline.Open):
            pieces.append(f'<bpt i="{number}" x="{number}" type={kind}>&lt;{name}&gt;</bpt>')
        elif isinstance(token, inline.Close):
            pieces.append(f'<ept i="{number}">&lt;/{name}&gt;</ept>')
        else:
            pieces.append(f'<ph x="{number}" type={kind}>&lt;{name}/&gt;</ph>')
    return "".join(pieces)


def _text(text: str) -> str:
    """The text as XML. U+FFFD is written as a reference: as a letter it tells a reader that bytes
    were lost."""
    return escape(legal(text), {"\ufffd": "&#xFFFD;"})
