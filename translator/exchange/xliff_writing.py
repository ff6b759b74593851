"""Articles written as XLIFF 1.2 or 2.1, valid against the strict and the core schema.

One unit a segment, so that a code stands whole in its unit, and no tool recuts what has to find
its segment again. Codes are elements, with what they stand for beside them; states, origins, match
rates and notes stand where each version has a place for them. Refuses to know the desk. Separate
from reading, which has to bear with everything that other programs write.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from xml.sax.saxutils import escape, quoteattr

from translator import __version__, inline, xmltext
from translator.exchange.entries import Sheet, base, meaning, origin, title
from translator.model import Block, Code, Origin, Segment, State

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

_STATES_1 = {
    State.TRANSLATED: "translated",
    State.REVIEWED: "signed-off",
    State.FINAL: "final",
}
_QUALIFIERS = {
    Origin.MACHINE: "leveraged-mt",
    Origin.MEMORY_EXACT: "exact-match",
    Origin.MEMORY_FUZZY: "fuzzy-match",
}
_AROUND_1 = {"a": "link", "strong": "bold", "em": "italic", "u": "underlined"}
_ALONE_1 = {"br": "lb", "img": "image"}
_TYPES_2 = {
    "a": 'type="link"',
    "strong": 'type="fmt" subType="xlf:b"',
    "em": 'type="fmt" subType="xlf:i"',
    "u": 'type="fmt" subType="xlf:u"',
    "br": 'type="fmt" subType="xlf:lb"',
    "img": 'type="image"',
}


def write_1(sheets: Iterable[Sheet]) -> Iterator[str]:
    """The text of an XLIFF 1.2 file, piece by piece; a file element an article."""
    yield f'{_HEAD}<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
    for sheet in sheets:
        yield (
            f'<file original={_quoted(sheet.slug)} source-language="en" target-language="es"'
            ' datatype="html" tool-id="engesp">\n<header>'
            f'<tool tool-id="engesp" tool-name="engesp" tool-version="{__version__}"/>'
            f'<note from="engesp">{_text(title(sheet.translation.article))}</note>'
            "</header>\n<body>\n"
        )
        for block, segment in _segments(sheet):
            yield _unit_1(block, segment)
        yield "</body>\n</file>\n"
    yield "</xliff>\n"


def _segments(sheet: Sheet) -> Iterator[tuple[Block, Segment]]:
    blocks = {block.id: block for block in sheet.translation.article.blocks}
    for segment in sheet.translation.segments:
        yield blocks[segment.block], segment


def _quoted(text: str) -> str:
    return quoteattr(xmltext.legal(text))


def _text(text: str) -> str:
    return escape(xmltext.legal(text))


def _word(kind: str) -> str:
    """The kind of a code as one word, as the types of both versions must be."""
    return re.sub(r"[\s:]+", "-", kind) or "code"


def _unit_1(block: Block, segment: Segment) -> str:
    approved = ' approved="yes"' if not segment.is_open else ""
    lines = [
        f'<trans-unit id="{segment.id}"{approved} restype="x-{block.role}" xml:space="preserve">',
        f"<source>{_codes_1(segment.source, segment.codes)}</source>",
    ]
    if segment.target:
        state = _STATES_1.get(segment.state, "needs-review-translation")
        qualifier = _QUALIFIERS.get(segment.origin)
        more = f' state-qualifier="{qualifier}"' if qualifier else ""
        target = _codes_1(segment.target, segment.codes)
        lines.append(f'<target state="{state}"{more}>{target}</target>')
    if segment.note:
        lines.append(f'<note annotates="target">{_text(segment.note)}</note>')
    lines += [f'<note from="engesp">{_text(line)}</note>' for line in _told(segment)]
    if segment.is_draft and segment.rate is not None:
        target = _codes_1(segment.target, segment.codes)
        lines.append(
            f'<alt-trans match-quality="{segment.rate}" origin="{segment.origin}">'
            f"<target>{target}</target></alt-trans>"
        )
    return "\n".join([*lines, "</trans-unit>\n"])


def _told(segment: Segment) -> Iterator[str]:
    """What the program says beside a segment: where its target is from, what the desk holds of
    it, what its codes are."""
    if known := origin(segment):
        yield f"origin: {known}"
    yield f"base: {base(segment)}"
    for code in segment.codes:
        yield f"<{code.number}> = {meaning(code)}"


def _codes_1(marked: str, codes: Sequence[Code]) -> str:
    pieces: list[str] = []
    for token in inline.put_back(marked, codes):
        if isinstance(token, str):
            pieces.append(_text(token))
            continue
        kind = token.code.kind
        known = (_ALONE_1 if isinstance(token, inline.Empty) else _AROUND_1).get(kind)
        facts = f'id="{token.code.number}" ctype={_quoted(known or f"x-{_word(kind)}")}'
        if isinstance(token, inline.Open):
            pieces.append(f"<g {facts}>")
        else:
            pieces.append("</g>" if isinstance(token, inline.Close) else f"<x {facts}/>")
    return "".join(pieces)


def write_2(sheets: Iterable[Sheet]) -> Iterator[str]:
    """The text of an XLIFF 2.1 file, piece by piece; a file element an article."""
    yield (
        f'{_HEAD}<xliff version="2.1" srcLang="en" trgLang="es"\n'
        ' xmlns="urn:oasis:names:tc:xliff:document:2.0"\n'
        ' xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"\n'
        ' xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0">\n'
    )
    for number, sheet in enumerate(sheets, start=1):
        headline = _text(title(sheet.translation.article))
        yield (
            f'<file id="f{number}" original={_quoted(sheet.slug)} canResegment="no">\n'
            f'<notes><note category="engesp">{headline}</note></notes>\n'
        )
        empty = True
        for block, segment in _segments(sheet):
            empty = False
            yield _unit_2(block, segment)
        if empty:
            # A file must hold a unit: XLIFF 2.1, 4.2.2.2.
            yield '<unit id="none" translate="no"><segment><source/></segment></unit>\n'
        yield "</file>\n"
    yield "</xliff>\n"


def _unit_2(block: Block, segment: Segment) -> str:
    lines = [f'<unit id="s{segment.id}" name="{block.role}" canResegment="no">']
    lines += _metadata(segment)
    if segment.is_draft and segment.origin not in (Origin.HUMAN, Origin.NONE):
        lines.append(_match_2(segment))
    lines += _notes_2(segment)
    if segment.codes:
        lines.append(f"<originalData>{''.join(_data(segment.codes))}</originalData>")
    # No draft is a translation that counts: an open segment is `initial`, with a target or not.
    lines.append(f'<segment id="s{segment.id}" state="{segment.state}">')
    source = _codes_2(segment.source, segment.codes)
    lines.append(f'<source xml:space="preserve">{source}</source>')
    if segment.target:
        target = _codes_2(segment.target, segment.codes)
        lines.append(f'<target xml:space="preserve">{target}</target>')
    return "\n".join([*lines, "</segment>", "</unit>\n"])


def _metadata(segment: Segment) -> Iterator[str]:
    facts = [("origin", str(segment.origin))] if segment.origin is not Origin.NONE else []
    facts += [("match-rate", str(segment.rate))] if segment.rate is not None else []
    facts += [("signature", segment.signature)] if segment.signature else []
    facts.append(("base", str(base(segment))))
    metas = "".join(f'<mda:meta type="{name}">{_text(value)}</mda:meta>' for name, value in facts)
    yield f'<mda:metadata><mda:metaGroup category="engesp">{metas}</mda:metaGroup></mda:metadata>'


def _match_2(segment: Segment) -> str:
    kind = "mt" if segment.origin is Origin.MACHINE else "tm"
    rate = f' matchQuality="{min(100, segment.rate)}"' if segment.rate is not None else ""
    source = _codes_2(segment.source, segment.codes, with_data=False)
    target = _codes_2(segment.target, segment.codes, with_data=False)
    return (
        f'<mtc:matches><mtc:match ref="#s{segment.id}" type="{kind}"{rate}>'
        f'<source xml:space="preserve">{source}</source>'
        f'<target xml:space="preserve">{target}</target></mtc:match></mtc:matches>'
    )


def _notes_2(segment: Segment) -> Iterator[str]:
    notes = [f'<note appliesTo="target">{_text(segment.note)}</note>'] if segment.note else []
    notes += [
        f'<note category="engesp">{_text(f"<{code.number}> = {meaning(code)}")}</note>'
        for code in segment.codes
    ]
    if notes:
        yield f"<notes>{''.join(notes)}</notes>"


def _data(codes: Sequence[Code]) -> Iterator[str]:
    """The markup that each code stands for, as tools show it."""
    for code in codes:
        attributes = "".join(f" {name}={_quoted(value)}" for name, value in code.attributes)
        start, end = f"<{code.kind}{attributes}>", f"</{code.kind}>"
        yield f'<data id="d{code.number}">{_text(start)}</data>'
        yield f'<data id="e{code.number}">{_text(end)}</data>'


def _codes_2(marked: str, codes: Sequence[Code], *, with_data: bool = True) -> str:
    pieces: list[str] = []
    copies = {code.number: count(1) for code in codes}
    for token in inline.put_back(marked, codes):
        if isinstance(token, str):
            pieces.append(_text(token))
        elif isinstance(token, inline.Close):
            pieces.append("</pc>")
        else:
            nth = next(copies[token.code.number])
            is_open = isinstance(token, inline.Open)
            facts = _facts_2(token.code, nth, is_open=is_open, with_data=with_data)
            pieces.append(f"<pc {facts}>" if is_open else f"<ph {facts}/>")
    return "".join(pieces)


def _facts_2(code: Code, nth: int, *, is_open: bool, with_data: bool) -> str:
    """The attributes of a code; one that stands there again says of which it is a copy."""
    number = code.number
    kind = (
        _TYPES_2.get(code.kind) or f'type="other" subType={_quoted(f"engesp:{_word(code.kind)}")}'
    )
    if nth > 1:
        return f'id="{number}-{nth}" copyOf="{number}" {kind}'
    data = (
        f' dataRefStart="d{number}" dataRefEnd="e{number}"' if is_open else f' dataRef="d{number}"'
    )
    return f'id="{number}" {kind}{data if with_data else ""}'
