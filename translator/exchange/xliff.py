"""XLIFF files read: the texts of any, and the entries of those that we have written.

Refuses what is invalid, with line, element and reason (see `translator.xliff.rules`). Writing is
in `xliff_writing`; a foreign file written back is in `xliff_original`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from lxml import etree

from translator import normalize, xmltext
from translator.exchange.entries import Base, Entry, read_base
from translator.model import State
from translator.xliff import codes, reading, resegmentation
from translator.xliff.reading import Pair

_SEGMENT = re.compile(r"s?(?P<number>[1-9][0-9]{0,8})")
_CODE = re.compile(r"code (?P<number>[1-9][0-9]{0,3})(?:-[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Text:
    """One pair of a file as clean text. `id` names it for a person; `line` is where it begins."""

    id: str
    source: str
    target: str
    line: int


def texts(data: bytes, path: str) -> Iterator[Text]:
    """The pairs of any XLIFF file, in order; a target that is not there is empty.

    Raises InputError for what is no XLIFF, or an invalid one.
    """
    for pair in reading.read(data, path).pairs:
        yield Text(pair.name, reading.text(pair.source), reading.text(pair.target), pair.line)


def read(data: bytes, path: str) -> tuple[Entry, ...]:
    """The entries of a file that we have written, in order, whichever version it is.

    A unit that another program has cut is one entry all the same. One whose unit names no segment
    has the slug "" and segment 0. Raises InputError.
    """
    document = reading.read(data, path)
    if not any(pair.segment for pair in document.pairs):
        return tuple(map(_entry, document.pairs))
    if document.family == 1:
        return tuple(map(_entry, _uncut(document.pairs)))
    for element in xmltext.elements(document.root):
        # Who has cut what we did not allow to be cut would not let us mend it.
        element.attrib.pop("canResegment", None)
    resegmentation.join(document.root)
    return tuple(map(_entry, reading.pairs(document.root, 2)))


def _uncut(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """The units of 1.2 as wholes: a source stands there uncut, a target holds its parts."""
    for holder, parts in groupby(pairs, key=lambda pair: pair.holder):
        first = next(parts)
        source = reading.child(holder, "source")
        whole = first.source if source is None else source
        yield replace(first, segment="", source=whole, target=reading.child(holder, "target"))


def _entry(pair: Pair) -> Entry:
    named = _SEGMENT.fullmatch(pair.unit)
    state = pair.state
    return Entry(
        slug=pair.file if named else "",
        segment=int(named["number"]) if named else 0,
        source=normalize.line(_marked(pair.source)),
        target="" if pair.target is None else normalize.target(_marked(pair.target)),
        is_fuzzy=state is State.INITIAL,
        is_obsolete=False,
        line=pair.line,
        state=state,
        note=normalize.note("\n".join(pair.notes)),
        base=_base(pair.holder),
    )


def _base(holder: etree._Element) -> Base | None:
    """What the desk held: a note of ours in 1.2, a metadatum of the unit in 2.1."""
    unit = holder.getparent() if xmltext.name(holder) == "segment" else holder
    for one in () if unit is None else unit.iter(etree.Element):
        text = "".join(map(str, one.itertext()))
        if xmltext.name(one) == "note" and one.get("from") == "engesp":
            if text.startswith("base: ") and (found := read_base(text.removeprefix("base: "))):
                return found
        elif xmltext.name(one) == "meta" and one.get("type") == "base":
            return read_base(text)
    return None


def _marked(element: etree._Element) -> str:
    """Marked text with the numbers that our files give codes; codes of others have none."""
    tokens = codes.read(element)
    keys = {token.key: _CODE.fullmatch(token.key) for token in tokens if not isinstance(token, str)}
    return codes.marked(tokens, {key: int(one["number"]) for key, one in keys.items() if one})
