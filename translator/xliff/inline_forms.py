"""The inside of a source or target of XLIFF 2 as a row of ends, and a row written as elements.

A code that starts and ends in the same content, well nested, is one element (``<pc>``, ``<mrk>``);
any other is two (``<sc/>…<ec/>``, ``<sm/>…<em/>``). Content that is cut or joined changes from one
form to the other, and takes along what each end says (XLIFF 2.1, 4.7.2.3 and 4.7.3.2). Separate
from `codes`, which reads what a translator sees and drops the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from translator import xmltext

Side = Literal["start", "end"]


@dataclass(frozen=True, slots=True)
class End:
    """One end of a code or of a marker. `attributes` are those of its own form in two elements:
    what stands on an ``<sc/>`` or an ``<ec/>``. A code with neither end is whole: `element`."""

    side: Side | None
    key: tuple[str, str]
    attributes: Mapping[str, str]
    element: etree._Element | None = None
    spaces: Mapping[str | None, str] | None = None

    @property
    def is_marker(self) -> bool:
        """Whether it is an annotation, not a code."""
        return self.key[0] == "marker"


Item = str | End

_SPLIT = ("dataRef", "disp", "equiv", "subFlows")
"""Attributes that each end of a code has its own of: ``dataRefStart`` and ``dataRefEnd``."""
_SHARED = ("type", "subType", "canCopy", "canDelete", "canReorder")
"""What an end repeats of its start."""


def row(element: etree._Element) -> list[Item]:
    """The content of a source or target."""
    return [item for item in _items(element) if item != ""]


def _items(element: etree._Element) -> Iterator[Item]:
    yield element.text or ""
    for child in element:
        name = xmltext.name(child)
        facts = {str(key): str(value) for key, value in child.attrib.items()}
        spaces = dict(child.nsmap)
        number = facts.get("startRef") or facts.get("id") or ""
        if name in ("pc", "mrk"):
            family = "code" if name == "pc" else "marker"
            start, end = _ends(facts) if name == "pc" else (facts, {})
            yield End("start", (family, number), start, spaces=spaces)
            yield from _items(child)
            yield End("end", (family, number), end, spaces=spaces)
        elif name in ("sc", "sm"):
            facts.setdefault("canOverlap", "yes") if name == "sc" else None
            yield End("start", ("code" if name == "sc" else "marker", number), facts, spaces=spaces)
        elif name in ("ec", "em") and "startRef" in facts:
            facts.pop("startRef")
            yield End("end", ("code" if name == "ec" else "marker", number), facts, spaces=spaces)
        else:
            alone = deepcopy(child)
            alone.tail = None
            yield End(None, ("", ""), {}, alone)
        yield child.tail or ""


def _ends(facts: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """What each end says of a code that is one element."""
    start = {key: value for key, value in facts.items() if not key.endswith(("Start", "End"))}
    start.setdefault("canOverlap", "no")
    end = {key: start[key] for key in (*_SHARED, "canOverlap") if key in start}
    for name in _SPLIT:
        if f"{name}Start" in facts:
            start[name] = facts[f"{name}Start"]
        if f"{name}End" in facts:
            end[name] = facts[f"{name}End"]
    return start, end


def write(element: etree._Element, items: Sequence[Item]) -> None:
    """Put a row into a source or target, in the place of what stands there."""
    for child in list(element):
        element.remove(child)
    element.text = None
    pairs = _pairs(items)
    space = xmltext.space(element)
    inside = [element]
    for place, item in enumerate(items):
        if isinstance(item, str):
            _append_text(inside[-1], item)
        elif item.element is not None:
            inside[-1].append(item.element)
        elif place in pairs:
            end = items[pairs[place]]
            assert isinstance(end, End)
            name = "mrk" if item.is_marker else "pc"
            inside.append(_sub(inside[-1], f"{{{space}}}{name}", _whole(item, end), item))
        elif place in pairs.values():
            inside.pop()
        else:
            _write_half(inside[-1], space, item)


def _append_text(element: etree._Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _sub(parent: etree._Element, name: str, facts: Mapping[str, str], item: End) -> etree._Element:
    spaces = {key: value for key, value in (item.spaces or {}).items() if key is not None}
    return etree.SubElement(parent, name, dict(facts), nsmap=spaces)


def _pairs(items: Sequence[Item]) -> dict[int, int]:
    """Where codes start that are one element, and where those end."""
    starts: dict[tuple[str, str], int] = {}
    partners: dict[int, int] = {}
    for place, item in enumerate(items):
        if isinstance(item, str) or item.side is None:
            continue
        if item.side == "start":
            starts[item.key] = place
        elif item.key in starts:
            partners[starts.pop(item.key)] = place
    back = {end: start for start, end in partners.items()}
    found: dict[int, int] = {}
    for start, end in partners.items():
        inner = [
            place
            for place in range(start + 1, end)
            if isinstance(one := items[place], End) and one.side is not None
        ]
        others = [partners.get(place, back.get(place, -1)) for place in inner]
        if all(start < other < end for other in others):
            found[start] = end
    return found


def _whole(start: End, end: End) -> dict[str, str]:
    facts = dict(start.attributes)
    if start.is_marker:
        return facts
    if facts.get("canOverlap") == "no":
        del facts["canOverlap"]
    for name in _SPLIT:
        if name in facts:
            facts[f"{name}Start"] = facts.pop(name)
        if name in end.attributes:
            facts[f"{name}End"] = end.attributes[name]
    return facts


def _write_half(parent: etree._Element, space: str, item: End) -> None:
    facts = dict(item.attributes)
    if not item.is_marker and facts.get("canOverlap") == "yes":
        del facts["canOverlap"]
    if item.side == "start":
        name = "sm" if item.is_marker else "sc"
    else:
        name = "em" if item.is_marker else "ec"
        facts = {"startRef": item.key[1], **facts}
    _sub(parent, f"{{{space}}}{name}", facts, item)
