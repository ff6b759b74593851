"""A foreign XLIFF file written back: only the targets that changed are other than they were.

Works on the file's own text, at the places where its tree says that targets stand: what is not a
target, a state or the language of the targets keeps every byte. Codes are written as the file has
them in the source. Refuses a file whose pairs are not those that the article was made from.
Separate from `xliff_writing`, which writes files of our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from lxml import etree

from translator import inline, literals, xmltext
from translator.errors import InputError
from translator.inline import Close, Empty, Open
from translator.model import Block, Code, Draft, Origin, State, Translation
from translator.xliff import codes, reading
from translator.xliff.reading import Pair
from translator.xmltext import Span

_PLACE = re.compile(r"entry (?P<number>\d+)")
_BESIDE = re.compile(r" ?(</?[0-9]+/?>) ?")
_ORDER = (State.INITIAL, State.TRANSLATED, State.REVIEWED, State.FINAL)
_UNTRANSLATED = re.compile(r"(\sstate\s*=\s*[\"'])(?:new|needs-translation)([\"'])")
_STATES_1 = {
    State.INITIAL: "needs-review-translation",
    State.TRANSLATED: "translated",
    State.REVIEWED: "signed-off",
    State.FINAL: "final",
}


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a target is to be: marked text, None where the file has it as it is; and its state."""

    text: str | None
    state: State
    block: Block


@dataclass(frozen=True, slots=True)
class _File:
    """The text of a file, and where its elements stand in it."""

    text: str
    family: int
    root: etree._Element
    elements: Sequence[etree._Element]
    spans: Mapping[etree._Element, Span]

    def start(self, element: etree._Element) -> str:
        """The start tag of an element as it is written."""
        span = self.spans[element]
        return self.text[span.start : span.start_end]

    def end(self, element: etree._Element) -> str:
        """The end tag of an element as it is written."""
        span = self.spans[element]
        return self.text[span.end : span.end_end]

    def inner(self, element: etree._Element) -> str:
        """What stands in an element as it is written."""
        span = self.spans[element]
        return self.text[span.start_end : span.end]


Edit = tuple[int, int, str]
"""From where to where in the text, and what stands there instead."""


def write(translation: Translation, data: bytes, drafts: Mapping[int, Draft]) -> bytes:
    """The bytes of the file that the article was made from, with its translations.

    `drafts` are those that the file brought along, by the id of the line. Letters that the file's
    encoding lacks are written as references. Raises InputError: `xliff-other`, and for what is no
    XLIFF.
    """
    name = translation.article.source
    text, encoding = xmltext.decode(data, name)
    document = reading.read(data, name)
    tree = xmltext.elements(document.root)
    spans = xmltext.spans(text)
    if len(tree) != len(spans):
        raise InputError("xliff-other", path=name)
    file = _File(text, document.family, document.root, tree, dict(zip(tree, spans, strict=True)))
    wanted = _wanted(translation, drafts, len(document.pairs), name)
    edits = list(_edits(file, document.pairs, wanted))
    for start, end, new in sorted(edits, key=lambda edit: edit[:2], reverse=True):
        text = text[:start] + new + text[end:]
    return text.encode(encoding, "xmlcharrefreplace")


def _wanted(
    translation: Translation, drafts: Mapping[int, Draft], most: int, name: str
) -> Mapping[int, _Wanted]:
    """The targets by the number of their pair, where all sentences of a line have one."""
    found: dict[int, _Wanted] = {}
    for block in translation.article.blocks:
        place = _PLACE.fullmatch(block.element)
        segments = translation.of(block)
        if place is None or not segments or not all(one.target.strip() for one in segments):
            continue
        number = int(place["number"])
        if number > most:
            raise InputError("xliff-other", path=name)
        marked = inline.join(part for one in segments for part in (one.target.strip(), one.gap))
        state = min((one.state for one in segments), key=_ORDER.index)
        had = drafts.get(block.id)
        is_same = had is not None and _bare(marked) == _bare(had.text)
        if is_same and had is not None and had.origin is not Origin.HUMAN:
            if state is State.INITIAL:
                continue  # a proposal that nobody has taken stays one
            is_same = False
        found[number] = _Wanted(None if is_same else marked.strip(), state, block)
    return found


def _bare(marked: str) -> str:
    """A text without the blanks beside its codes: cutting it into sentences moves those."""
    return _BESIDE.sub(lambda found: found[1], " ".join(marked.split()))


def _edits(file: _File, pairs: Sequence[Pair], wanted: Mapping[int, _Wanted]) -> Iterator[Edit]:
    is_new = False
    numbered = list(enumerate(pairs, start=1))
    gaps = {
        pair.holder
        for number, pair in numbered
        if file.family == 1 and pair.segment and pair.target is None
        if number in wanted and wanted[number].text is not None
    }
    done: set[etree._Element] = set()
    for number, pair in numbered:
        if number not in wanted or pair.holder in done:
            continue
        one = wanted[number]
        if pair.holder in gaps:
            done.add(pair.holder)
            yield from _whole_unit(file, pair, numbered, wanted)
        elif pair.target is None:
            if one.text is not None:
                is_new = True
                yield from _inserted(file, pair, one)
        else:
            yield from _changed(file, pair, pair.target, one)
    if is_new and file.family == 2 and file.root.get("trgLang") is None:
        span = file.spans[file.root]
        yield span.start, span.start_end, _with(file.start(file.root), "trgLang", "es")


def _changed(file: _File, pair: Pair, target: etree._Element, one: _Wanted) -> Iterator[Edit]:
    """The edits of a target that is there: its state, and its text."""
    span = file.spans[target]
    start = file.start(target)
    if file.family == 1:
        holder = reading.child(pair.holder, "target")
        if holder is target:
            start = _with_state_1(start, pair, one)
        elif holder is not None and (new := _with_state_1(file.start(holder), pair, one)):
            at = file.spans[holder]
            if new != file.start(holder):
                yield at.start, at.start_end, new
        yield from _approved(file, pair, one)
    else:
        yield from _state_2(file, pair, one)
    if one.text is None:
        if start != file.start(target):
            yield span.start, span.start_end, start
        return
    inner = _inner(file, pair, one)
    if span.is_empty:
        name = _name(start)
        yield span.start, span.end_end, f"{_opened(start)}{inner}</{name}>"
        return
    yield span.start, span.start_end, start
    yield span.start_end, span.end, inner


def _inserted(file: _File, pair: Pair, one: _Wanted) -> Iterator[Edit]:
    """The edits of a target that is not there yet: behind its source, indented as that is."""
    span = file.spans[pair.source]
    start = re.sub(r"\bsource\b", "target", _name(file.start(pair.source)))
    space = pair.source.get(f"{xmltext.XML}space")
    kept = f' xml:space="{space}"' if space else ""
    tag = f"<{start}{kept}>"
    if file.family == 1:
        tag = _with_state_1(tag, pair, one, uses=_uses_states(file))
        yield from _approved(file, pair, one)
    else:
        yield from _state_2(file, pair, one)
    target = f"{tag}{_inner(file, pair, one)}</{start}>"
    yield span.end_end, span.end_end, f"{_indentation(file, span)}{target}"


def _indentation(file: _File, span: Span) -> str:
    before = file.text[: span.start]
    blanks = before[len(before.rstrip()) :]
    return blanks if "\n" in blanks else ""


def _whole_unit(
    file: _File, pair: Pair, numbered: Sequence[tuple[int, Pair]], wanted: Mapping[int, _Wanted]
) -> Iterator[Edit]:
    """The edits of a unit that has been cut, whose target lacks a part: it is written anew, part
    by part, between what stands between the parts of the source."""
    cut = reading.child(pair.holder, "seg-source")
    assert cut is not None
    at = file.spans[cut]
    inner = file.inner(cut)
    parts = [(number, part) for number, part in numbered if part.holder is pair.holder]
    for number, part in reversed(parts):
        span = file.spans[part.source]
        one = wanted.get(number)
        text = "" if part.target is None else file.inner(part.target)
        if one is not None and one.text is not None:
            text = _inner(file, part, one)
        start, end = span.start_end - at.start_end, span.end - at.start_end
        inner = inner[:start] + text + inner[end:]
    target = reading.child(pair.holder, "target")
    if target is None:
        name = _name(file.start(cut)).replace("seg-source", "target")
        new = f"{_indentation(file, at)}<{name}>{inner}</{name}>"
        yield at.end_end, at.end_end, new
        return
    span = file.spans[target]
    least = min(
        (wanted[number] for number, _ in parts if number in wanted),
        key=lambda one: (_ORDER.index(one.state), one.text is None),
    )
    tag = _opened(_with_state_1(file.start(target), pair, least))
    yield from _approved(file, pair, least)
    yield span.start, span.end_end, f"{tag}{inner}</{_name(tag)}>"


def _name(start: str) -> str:
    found = re.match(r"<([^\s/>]+)", start)
    return found[1] if found else ""


def _opened(start: str) -> str:
    return re.sub(r"\s*/>$", ">", start)


def _with(start: str, name: str, value: str) -> str:
    """A start tag with an attribute set; taken away where the value is empty."""
    pattern = re.compile(rf"(\s{re.escape(name)}\s*=\s*)(?:\"[^\"]*\"|'[^']*')")
    if pattern.search(start):
        return pattern.sub(lambda found: f'{found[1]}"{value}"' if value else "", start, count=1)
    if not value:
        return start
    return re.sub(r"\s*(/?>)$", lambda found: f' {name}="{value}"{found[1]}', start)


def _state_2(file: _File, pair: Pair, one: _Wanted) -> Iterator[Edit]:
    if one.state is pair.state:
        return
    span = file.spans[pair.holder]
    # A sub-state is one of the state that it stands beside: XLIFF 2.1, 4.3.1.32.
    start = _with(_with(file.start(pair.holder), "subState", ""), "state", one.state)
    yield span.start, span.start_end, start


def _with_state_1(start: str, pair: Pair, one: _Wanted, *, uses: bool = False) -> str:
    """The start tag of a target with its state, where the file says one or must say it now."""
    has = re.search(r"\sstate\s*=", start) is not None
    stands = State.TRANSLATED if pair.state is None else pair.state
    if has and one.text is not None and one.state is State.INITIAL:
        # There is something to review now, where there was nothing yet.
        return _UNTRANSLATED.sub(r"\1needs-review-translation\2", start)
    is_told = has or uses or (one.state is State.INITIAL and pair.holder.get("approved") is None)
    if not is_told or (has and one.state is stands):
        return start
    if not has and not uses and pair.target is not None and one.state is stands:
        return start
    start = _with(start, "state-qualifier", "") if one.text is not None else start
    return _with(start, "state", _STATES_1[one.state])


def _uses_states(file: _File) -> bool:
    return any(xmltext.name(one) == "target" and one.get("state") for one in file.elements)


def _approved(file: _File, pair: Pair, one: _Wanted) -> Iterator[Edit]:
    given = pair.holder.get("approved")
    value = "no" if one.state is State.INITIAL else "yes"
    if given is None or given == value or one.state is pair.state:
        return
    span = file.spans[pair.holder]
    yield span.start, span.start_end, _with(file.start(pair.holder), "approved", value)


def _inner(file: _File, pair: Pair, one: _Wanted) -> str:
    """The inside of a target: text escaped, codes as the source has them, and the blanks that the
    source begins and ends with."""
    stream = codes.read(pair.source, folds=True)
    marks = {(token.key, token.part): token for token in stream if not isinstance(token, str)}
    pieces: list[str] = []
    seen: dict[str, int] = {}
    for token in inline.put_back(one.text or "", one.block.codes):
        if isinstance(token, str):
            pieces.append(_escaped(token))
            continue
        key = dict(token.code.attributes).get(literals.KEY)
        if key is not None:
            mark = marks.get((key, _part(token)))
            if mark is not None:
                pieces.append(_raw(file, mark, seen))
        elif isinstance(token, Empty) and (blank := _blank(token.code)):
            if pieces and pieces[-1].endswith(" "):
                pieces[-1] = pieces[-1][:-1]
            pieces.append(_escaped(blank))
    before, after = _outer(stream)
    return f"{before}{''.join(pieces)}{after}"


def _part(token: Open | Close | Empty) -> codes.Part:
    if isinstance(token, Open):
        return "open"
    return "close" if isinstance(token, Close) else "empty"


def _raw(file: _File, mark: codes.Mark, seen: dict[str, int]) -> str:
    """A code as it is written; a second one in version 2 says of which it is a copy, or where it
    cannot, is left out."""
    if mark.part == "close":
        return file.end(mark.element) if mark.is_whole else _all_of(file, mark)
    seen[mark.key] = seen.get(mark.key, 0) + 1
    raw = file.start(mark.element) if mark.is_whole and mark.part == "open" else _all_of(file, mark)
    number = mark.element.get("id")
    if file.family == 1 or seen[mark.key] == 1:
        return raw
    if not mark.is_whole or number is None:
        return ""
    end = raw.index(">") + 1
    start = _with(raw[:end], "id", f"{number}-{seen[mark.key]}")
    is_marker = xmltext.name(mark.element) == "mrk"
    return (start if is_marker else _with(start, "copyOf", number)) + raw[end:]


def _all_of(file: _File, mark: codes.Mark) -> str:
    return file.text[file.spans[mark.element].start : file.spans[mark.last].end_end]


def _blank(code: Code) -> str:
    return dict(code.attributes).get("text", "") if code.kind == "blank" else ""


def _escaped(text: str) -> str:
    # A parser makes a line feed of a carriage return that is not written as a reference.
    return escape(xmltext.legal(text), {"\r": "&#13;"})


def _outer(stream: Sequence[codes.Token]) -> tuple[str, str]:
    first = stream[0] if stream and isinstance(stream[0], str) else ""
    last = stream[-1] if stream and isinstance(stream[-1], str) else ""
    before = first[: len(first) - len(first.lstrip())]
    return before, last[len(last.rstrip()) :]
