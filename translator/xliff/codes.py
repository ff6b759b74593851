"""The inline codes of XLIFF as a stream of text and marks.

``<g>``, ``<pc>`` and pairs such as ``<bpt>…<ept>`` or ``<sc/>…<ec/>`` open and close; what stands
alone, has lost its partner or overlaps another code is empty. What a code holds (the markup of the
original format) is no text. Refuses to number codes; whoever needs numbers gives them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from lxml import etree

from translator import xmltext

Part = Literal["open", "close", "empty"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One end of an inline code, or a code that stands alone.

    `key` names the code in source and target alike. `element` is what is written here: of a code
    that is one element its start tag where it opens and its end tag where it closes. An empty one
    is all from `element` to the end of `last`.
    """

    part: Part
    key: str
    kind: str
    element: etree._Element
    last: etree._Element
    is_whole: bool = True
    """Whether `element` alone holds what stands between open and close."""


Token = str | Mark

_PAIRS = {"bpt": "open", "ept": "close", "bx": "open", "ex": "close", "sc": "open", "ec": "close"}
_MARKERS = {"sm": "open", "em": "close"}
_AROUND = frozenset({"g", "pc", "mrk"})

_KINDS = {
    "bold": "strong",
    "xlf:b": "strong",
    "italic": "em",
    "xlf:i": "em",
    "underlined": "u",
    "xlf:u": "u",
    "link": "a",
    "lb": "br",
    "xlf:lb": "br",
    "image": "img",
    "sub": "sub",
    "sup": "sup",
    "email": "email",
    "code": "code",
}
"""What `ctype` of 1.2 and `type` and `subType` of 2.x say, in the names of the house."""


def read(element: etree._Element, *, folds: bool = False) -> list[Token]:
    """The text and marks inside a source or a target, well nested.

    With `folds` a pair with nothing but blanks inside is one empty code: nobody could see or
    translate it.
    """
    return _nested(_flat(element), folds=folds)


def clean(tokens: Iterable[Token]) -> str:
    """The text without its codes."""
    return "".join(token for token in tokens if isinstance(token, str))


def marked(tokens: Iterable[Token], numbers: Mapping[str, int]) -> str:
    """Marked text with these numbers for the keys of codes; a code without a number is left out."""
    pieces: list[str] = []
    for token in tokens:
        if isinstance(token, str):
            pieces.append(token)
        elif token.key in numbers:
            number = numbers[token.key]
            form = {"open": f"<{number}>", "close": f"</{number}>", "empty": f"<{number}/>"}
            pieces.append(form[token.part])
    return "".join(pieces)


def _flat(element: etree._Element) -> Iterator[Token]:
    yield element.text or ""
    for child in element:
        name = xmltext.name(child)
        if name == "mrk" and child.get("mtype") == "seg":
            yield from _flat(child)
        elif name in _AROUND:
            key, kind = _key(child, name), _kind(child, name)
            yield Mark("open", key, kind, child, child)
            yield from _flat(child)
            yield Mark("close", key, kind, child, child)
        elif name:
            part = "empty" if _is_isolated(child) else (_PAIRS | _MARKERS).get(name, "empty")
            key, kind = _key(child, name), _kind(child, name)
            if part == "open":
                yield Mark("open", key, kind, child, child, is_whole=False)
            elif part == "close":
                yield Mark("close", key, kind, child, child, is_whole=False)
            else:
                yield Mark("empty", key, kind, child, child)
        yield child.tail or ""


def _is_isolated(code: etree._Element) -> bool:
    return code.get("isolated") == "yes"


def _key(code: etree._Element, name: str) -> str:
    """The name of a code, the same in source and target and for both ends of a pair."""
    number = code.get("id") or ""
    if name in ("mrk", "sm", "em"):
        return f"mrk {code.get('startRef') or code.get('mid') or number}"
    if name in ("bpt", "ept", "bx", "ex"):
        # 1.2, 2.4.1: a pair is told by `rid`, or where there is none by `id`.
        return f"pair {code.get('rid') or number}"
    if name == "ec" and code.get("startRef"):
        return f"code {code.get('startRef')}"
    return f"code {code.get('copyOf') or number}"


def _kind(code: etree._Element, name: str) -> str:
    for attribute in ("subType", "type", "ctype"):
        given = code.get(attribute) or ""
        for known in (given, given.removeprefix("x-"), given.removeprefix("engesp:")):
            if known in _KINDS:
                return _KINDS[known]
    return name


def _nested(stream: Iterable[Token], *, folds: bool) -> list[Token]:
    """The stream with pairs that are whole and nested; halves and overlapping ones are empty."""
    tokens: list[Token] = []
    stack: list[int] = []
    for token in stream:
        if isinstance(token, str):
            if token and tokens and isinstance(tokens[-1], str):
                tokens[-1] += token
            elif token:
                tokens.append(token)
            continue
        if token.part == "open":
            stack.append(len(tokens))
        elif token.part == "close":
            opened = _partner(tokens, stack, token)
            if opened is None:
                # Half a code is not the same as the half that it belongs to.
                tokens.append(replace(token, part="empty", key=f"{token.key} end"))
                continue
            inside = tokens[opened + 1 :]
            if folds and all(isinstance(one, str) and not one.strip() for one in inside):
                whole = tokens[opened]
                assert isinstance(whole, Mark)
                tokens[opened:] = [replace(whole, part="empty", last=token.element)]
                continue
            # Both ends are one code, whichever of them says of what kind.
            start = tokens[opened]
            assert isinstance(start, Mark)
            token = replace(token, kind=start.kind)
        tokens.append(token)
    for place in stack:
        _make_empty(tokens, place)
    return tokens


def _partner(tokens: list[Token], stack: list[int], close: Mark) -> int | None:
    """Where the code opens that ends here; None for half a code, or one that overlaps another.

    What has opened inside an element and not closed there is made empty.
    """
    if close.is_whole:
        while stack:
            place = stack.pop()
            opened = tokens[place]
            assert isinstance(opened, Mark)
            if opened.is_whole and opened.element is close.element:
                return place
            _make_empty(tokens, place)
    for index in range(len(stack) - 1, -1, -1):
        opened = tokens[stack[index]]
        assert isinstance(opened, Mark)
        if opened.key != close.key or opened.is_whole:
            continue
        place = stack.pop(index)
        if index == len(stack):
            return place
        _make_empty(tokens, place)
        return None
    return None


def _make_empty(tokens: list[Token], place: int) -> None:
    one = tokens[place]
    assert isinstance(one, Mark)
    tokens[place] = replace(one, part="empty")
