"""The pairs of an XLIFF file: every source with its target, in order, whoever wrote it.

A pair is a segment of version 2, and in 1.2 a unit or, where that has been cut, a marked segment
of it. Refuses an invalid file (see `rules`), and one whose targets are in another language than
Spanish. What is not to be translated is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from translator import normalize, xmltext
from translator.errors import InputError
from translator.model import Origin, State
from translator.xliff import codes, rules

_ROOT = re.compile(
    rb"\s*+(?:(?><\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>]*>)\s*+)*+<(?:[\w.-]+:)?xliff[\s>]", re.DOTALL
)
MATCHES = "urn:oasis:names:tc:xliff:matches:2.0"
"""The name space of translation candidates: XLIFF 2.1, section 5.1."""

_STATES_1 = {
    "final": State.FINAL,
    "signed-off": State.REVIEWED,
    "translated": State.TRANSLATED,
}
"""What is none of these in 1.2 (new, needs-…) is open."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A translation that a file proposes for a pair: where it is from, and its rate in per cent."""

    target: etree._Element
    origin: Origin
    rate: int | None


@dataclass(frozen=True, slots=True)
class Pair:
    """A source with its target, None where there is none.

    `unit` and `segment` are the ids of what it stands in, empty where those have none; `file` is
    the original that its file element names, or else the id of that.
    `holder` is the element whose children they are: a segment, or a unit of 1.2; for a part of a
    unit of 1.2 that has been cut, the marks that hold it are `source` and `target`. `state` is
    None where the file says nothing of it.
    """

    file: str
    unit: str
    segment: str
    line: int
    holder: etree._Element
    source: etree._Element
    target: etree._Element | None
    state: State | None
    notes: tuple[str, ...] = ()
    candidate: Candidate | None = None

    @property
    def name(self) -> str:
        """What a person calls it: its unit, and the segment where it is not the only one."""
        return ":".join(filter(None, (self.unit, self.segment))) or self.file


@dataclass(frozen=True, slots=True)
class Document:
    """A valid file. `family` is 1 for 1.2 and 2 for 2.0 to 2.2."""

    family: int
    root: etree._Element
    pairs: tuple[Pair, ...]


def is_xliff(data: bytes) -> bool:
    """Whether a file is XLIFF, by its first element."""
    head = data[:200_000].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"")
    return _ROOT.match(head) is not None


def read(data: bytes, path: str) -> Document:
    """The pairs of a file. Raises InputError: what `xmltext.parse` and `rules.check` raise, and
    `xliff-language` for targets in another language."""
    root = xmltext.parse(data, path)
    family = rules.check(root, path)
    _refuse_other_languages(root, family, path)
    return Document(family, root, pairs(root, family))


def pairs(root: etree._Element, family: int) -> tuple[Pair, ...]:
    """The pairs of a tree that is valid."""
    return tuple(_pairs_1(root) if family == 1 else _pairs_2(root))


def _refuse_other_languages(root: etree._Element, family: int, path: str) -> None:
    holders = _all(root, "file") if family == 1 else [root]
    for one in holders:
        given = one.get("target-language" if family == 1 else "trgLang") or ""
        if given and re.split("[-_]", given.lower())[0] not in ("es", "spa"):
            raise InputError("xliff-language", path=path, language=given)


def _all(element: etree._Element, name: str) -> list[etree._Element]:
    own = xmltext.space(element)
    return list(element.iter(f"{{{own}}}{name}" if own else name))


def child(element: etree._Element, name: str) -> etree._Element | None:
    """The first child with this name in the element's own name space."""
    own = xmltext.space(element)
    return element.find(f"{{{own}}}{name}" if own else name)


def _is_translated(element: etree._Element | None) -> bool:
    """Whether an element is to be translated: what it says, or else what it stands in."""
    while element is not None:
        if (given := element.get("translate")) is not None:
            return given != "no"
        element = element.getparent()
    return True


def _pairs_2(root: etree._Element) -> Iterator[Pair]:
    for file in _all(root, "file"):
        for unit in _all(file, "unit"):
            if not _is_translated(unit):
                continue
            segments = [one for one in unit if xmltext.name(one) == "segment"]
            for segment in segments:
                source = child(segment, "source")
                if source is None:
                    continue
                number = segment.get("id") or ""
                yield Pair(
                    file.get("original") or file.get("id") or "",
                    unit.get("id") or "",
                    number if len(segments) > 1 else "",
                    segment.sourceline or 1,
                    segment,
                    source,
                    child(segment, "target"),
                    State(segment.get("state") or "initial"),
                    tuple(_notes(child(unit, "notes"))),
                    _match_2(unit, number, is_only=len(segments) == 1),
                )


def _notes(holder: etree._Element | None) -> Iterator[str]:
    for note in () if holder is None else holder:
        if xmltext.name(note) == "note" and note.get("category") != "engesp":
            yield normalize.note("".join(map(str, note.itertext())))


def _match_2(unit: etree._Element, segment: str, *, is_only: bool) -> Candidate | None:
    best: Candidate | None = None
    for match in unit.iter(f"{{{MATCHES}}}match"):
        about = (match.get("ref") or "").lstrip("#").rpartition("/")[2].rpartition("=")[2]
        target = next((one for one in match if xmltext.name(one) == "target"), None)
        if target is None or not (is_only or about == segment):
            continue
        rate = _rate(match.get("matchQuality") or match.get("similarity") or "")
        found = Candidate(target, _origin(match.get("type") or "", rate), rate)
        if best is None or (found.rate or 0) > (best.rate or 0):
            best = found
    return best


def _rate(given: str) -> int | None:
    """A rate in per cent: ``87``, ``87.5``, ``87%``; None for anything else."""
    found = re.fullmatch(r"\s*([0-9]{1,3})(?:[.,][0-9]+)?\s*%?\s*", given)
    return min(101, int(found[1])) if found else None


def _origin(kind: str, rate: int | None) -> Origin:
    if kind.lower() in ("mt", "amt", "machine-trans", "leveraged-mt"):
        return Origin.MACHINE
    return Origin.MEMORY_FUZZY if rate is None or rate < 100 else Origin.MEMORY_EXACT


def _pairs_1(root: etree._Element) -> Iterator[Pair]:
    for file in _all(root, "file"):
        for unit in _all(file, "trans-unit"):
            source = child(unit, "source")
            if source is None or not _is_translated(unit):
                continue
            target = child(unit, "target")
            cut = child(unit, "seg-source")
            parts = [] if cut is None else _segments_1(cut)
            if not parts:
                yield _pair_1(file, unit, "", source, target)
            there = {one.get("mid"): one for one in _segments_1(target)}
            for part in parts:
                mid = part.get("mid") or ""
                yield _pair_1(file, unit, mid, part, there.get(mid))


def _segments_1(holder: etree._Element | None) -> list[etree._Element]:
    if holder is None:
        return []
    return [one for one in _all(holder, "mrk") if one.get("mtype") == "seg"]


def _pair_1(
    file: etree._Element,
    unit: etree._Element,
    segment: str,
    source: etree._Element,
    target: etree._Element | None,
) -> Pair:
    notes = [
        normalize.note("".join(map(str, one.itertext())))
        for one in unit
        if xmltext.name(one) == "note" and one.get("from") != "engesp"
    ]
    return Pair(
        file.get("original") or "",
        unit.get("id") or "",
        segment,
        (source if segment else unit).sourceline or 1,
        unit,
        source,
        target,
        _state_1(unit, target),
        tuple(filter(None, notes)),
        None if segment else _match_1(unit),
    )


def _state_1(unit: etree._Element, target: etree._Element | None) -> State | None:
    holder = child(unit, "target") if target is not None else None
    given = None if holder is None else holder.get("state")
    if given is not None:
        return _STATES_1.get(given, State.INITIAL)
    approved = unit.get("approved")
    if approved is None:
        return None
    return State.TRANSLATED if approved == "yes" else State.INITIAL


def _match_1(unit: etree._Element) -> Candidate | None:
    best: Candidate | None = None
    for match in unit:
        target = child(match, "target") if xmltext.name(match) == "alt-trans" else None
        if target is None:
            continue
        rate = _rate(match.get("match-quality") or "")
        origin = _origin((target.get("state-qualifier") or match.get("origin") or ""), rate)
        found = Candidate(target, origin, rate)
        if best is None or (found.rate or 0) > (best.rate or 0):
            best = found
    return best


def text(element: etree._Element | None) -> str:
    """The clean text of a source or a target on one line; empty where there is none."""
    return "" if element is None else normalize.line(codes.clean(codes.read(element)))
