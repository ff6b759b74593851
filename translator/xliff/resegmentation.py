"""Segments of an XLIFF 2 file cut and joined, and its annotations taken out, on its own tree.

As the processing requirements ask (XLIFF 2.1, 4.7.5): what may not be recut stays, codes that a
cut goes through take their other form, a joined segment is as far as the least of its parts, and
one whose text was cut must be reviewed again. Refuses to decide where sentences end: the caller
gives that. Everything else of the file stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy

from lxml import etree

from translator import xmltext
from translator.xliff import inline_forms
from translator.xliff.inline_forms import End, Item
from translator.xliff.reading import child

_SPACE = f"{xmltext.XML}space"
_STATES = ("initial", "translated", "reviewed", "final")

Cut = Callable[[str], Sequence[int]]
"""Where a run of text without codes may be cut: behind these numbers of characters."""


def rewrite(root: etree._Element) -> None:
    """Write each code in the form that its place asks for, and say on each text whether its
    blanks count where something around it says so."""
    for unit in _units(root):
        for side in _sides(unit):
            _put(side, inline_forms.row(side), is_preserved=_is_preserved(side))


def without_annotations(
    root: etree._Element, is_dropped: Callable[[etree._Element], bool] = lambda marker: True
) -> None:
    """Take annotations out of all texts, those that `is_dropped` says; what they hold stays."""
    for unit in _units(root):
        markers = [one for side in _sides(unit) for one in side.iter() if _is_marker(one)]
        dropped = {one.get("id") for one in markers if is_dropped(one)}
        for side in _sides(unit):
            items = [
                item
                for item in inline_forms.row(side)
                if isinstance(item, str) or not item.is_marker or item.key[1] not in dropped
            ]
            _put(side, items, is_preserved=_is_preserved(side))


def _is_marker(element: etree._Element) -> bool:
    return xmltext.name(element) in ("mrk", "sm")


def join(root: etree._Element) -> None:
    """Make one segment of all that follow one another in a unit and may be joined."""
    for unit in _units(root):
        joined = [_join(run) for run in list(_runs(unit))]
        parts = _parts(unit)
        for segment, had_order in joined:
            target = child(segment, "target")
            if target is not None and had_order:
                target.set("order", str(parts.index(segment) + 1))


def split(root: etree._Element, cut: Cut) -> None:
    """Cut the segments that may be cut. One whose target falls into another number of parts than
    its source stays whole."""
    for unit in _units(root):
        for segment in _parts(unit):
            if xmltext.name(segment) == "segment" and _may_change(segment):
                _split(unit, segment, cut)


def _units(root: etree._Element) -> Iterator[etree._Element]:
    yield from root.iter(f"{{{xmltext.space(root)}}}unit")


def _parts(unit: etree._Element) -> list[etree._Element]:
    return [one for one in unit if xmltext.name(one) in ("segment", "ignorable")]


def _sides(unit: etree._Element) -> Iterator[etree._Element]:
    for part in _parts(unit):
        yield from (one for one in part if xmltext.name(one) in ("source", "target"))


def _is_preserved(element: etree._Element | None) -> bool:
    while element is not None:
        if (given := element.get(_SPACE)) is not None:
            return given == "preserve"
        element = element.getparent()
    return False


def _may_change(segment: etree._Element) -> bool:
    element: etree._Element | None = segment
    while element is not None:
        if (given := element.get("canResegment")) is not None:
            return given == "yes"
        element = element.getparent()
    return True


def _put(side: etree._Element, items: Sequence[Item], *, is_preserved: bool) -> None:
    inline_forms.write(side, items)
    if is_preserved:
        side.set(_SPACE, "preserve")


def _runs(unit: etree._Element) -> Iterator[list[etree._Element]]:
    """Parts that become one segment each: segments that may be joined, and what can be ignored
    between them."""
    run: list[etree._Element] = []
    between: list[etree._Element] = []
    for part in _parts(unit):
        if xmltext.name(part) == "ignorable":
            between.append(part)
            continue
        if not _may_change(part):
            if len(run) > 1:
                yield run
            run, between = [], []
            continue
        run = [*run, *between, part] if run else [part]
        between = []
    if len(run) > 1:
        yield run


def _join(run: Sequence[etree._Element]) -> tuple[etree._Element, bool]:
    """The segment that a run becomes, and whether an order was given for its target."""
    unit = run[0].getparent()
    assert unit is not None
    places = {part: place for place, part in enumerate(_parts(unit), start=1)}
    ordered = sorted(run, key=lambda part: _order(part) or places[part])
    segments = [part for part in ordered if xmltext.name(part) == "segment"]
    first = segments[0]
    joined = deepcopy(first)
    joined.tail = run[-1].tail
    _set_state(joined, min((_state(one) for one in segments), key=_STATES.index), segments)
    for name in ("source", "target"):
        sides = [side for part in ordered if (side := child(part, name)) is not None]
        if not sides:
            continue
        own = child(joined, name)
        if own is None:
            own = etree.SubElement(joined, f"{{{xmltext.space(joined)}}}{name}")
        items = [item for side in sides for item in inline_forms.row(side)]
        _put(own, items, is_preserved=any(_is_preserved(side) for side in sides))
        if name == "target":
            own.attrib.pop("order", None)
    run[0].addprevious(joined)
    for part in run:
        unit.remove(part)
    return joined, _order(first) is not None


def _order(part: etree._Element) -> int | None:
    target = child(part, "target")
    given = None if target is None else target.get("order")
    return None if given is None else int(given)


def _state(segment: etree._Element) -> str:
    return segment.get("state") or "initial"


def _set_state(segment: etree._Element, state: str, parts: Sequence[etree._Element]) -> None:
    """Say how far a segment is; its sub-state is that of the first part which is as far."""
    as_far = next((one for one in parts if _state(one) == state), None)
    sub_state = None if as_far is None else as_far.get("subState")
    segment.attrib.pop("subState", None)
    if state == "initial" and sub_state is None:
        segment.attrib.pop("state", None)
        return
    segment.set("state", state)
    if sub_state is not None:
        segment.set("subState", sub_state)


def _split(unit: etree._Element, segment: etree._Element, cut: Cut) -> None:
    source, target = child(segment, "source"), child(segment, "target")
    assert source is not None
    rows = _cut(inline_forms.row(source), cut)
    others = None if target is None else _cut(inline_forms.row(target), cut)
    if len(rows) == 1 or (others is not None and len(others) != len(rows)):
        return
    if target is not None and _state(segment) in ("reviewed", "final"):
        segment.set("state", "translated")
        segment.attrib.pop("subState", None)
    here = segment
    for place in range(1, len(rows)):
        part = deepcopy(segment)
        part.set("id", _free_id(unit))
        here.addnext(part)
        _fill(part, rows[place], None if others is None else others[place])
        here = part
    _fill(segment, rows[0], None if others is None else others[0])


def _fill(segment: etree._Element, source: Sequence[Item], target: Sequence[Item] | None) -> None:
    for name, items in (("source", source), ("target", target)):
        side = child(segment, name)
        if side is not None and items is not None:
            inline_forms.write(side, items)


def _cut(items: Sequence[Item], cut: Cut) -> list[list[Item]]:
    """A row in parts, none of them empty."""
    parts: list[list[Item]] = [[]]
    for item in items:
        if isinstance(item, End):
            parts[-1].append(item)
            continue
        start = 0
        for end in cut(item):
            parts[-1].append(item[start:end])
            parts.append([])
            start = end
        if item[start:]:
            parts[-1].append(item[start:])
    # Ends behind the last cut belong to the sentence before it.
    while len(parts) > 1 and not any(isinstance(item, str) for item in parts[-1]):
        last = parts.pop()
        parts[-1] += last
    return parts


def _free_id(unit: etree._Element) -> str:
    ids = {part.get("id") or "" for part in _parts(unit)}
    numbers = [int(one[1:]) for one in ids if one[:1] == "s" and one[1:].isdigit()]
    return f"s{max(numbers, default=0) + 1}"
