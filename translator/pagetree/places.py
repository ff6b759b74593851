"""Where in a page's bytes its pieces of text stand.

The page is parsed by the parser of the readers, with a number written into each of its tags and
texts beforehand: what comes out of the tree tells where it came from, whatever the parser made of
the page. Refuses to change anything. Separate because the tree's paths are what the desk knows of a
line, and bytes are what is written back.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from translator.pagetree import tokens as tokenizer
from translator.pagetree.pieces import SKIPPED, Element, Paths, code_kind, parse, walk
from translator.pagetree.tokens import Token

_MARK = "data-engesp-place"


@dataclass(frozen=True, slots=True)
class Place:
    """A piece of the page: the path of its element, its text, and the tokens it is made of.

    `texts` are its texts and `elements` the inline elements around them, by the places of their
    tokens, in order; an `img` has its own start tag alone. `codes` are those of the elements that
    become inline codes.
    """

    path: str
    text: str
    texts: tuple[int, ...]
    elements: tuple[int, ...] = ()
    codes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Map:
    """A page's bytes with its tokens, its pieces, and the end tags of its start tags."""

    data: bytes
    tokens: tuple[Token, ...]
    places: tuple[Place, ...]
    partners: dict[int, int]


def locate(data: bytes, decode: Callable[[bytes], str]) -> Map | None:
    """The map of a page; None where the marks change what the parser makes of it.

    `decode` makes text of bytes the way the reader of the page does.
    """
    tokens = tokenizer.read(data)
    sign = "zq" + hashlib.sha256(data).hexdigest()[:10]
    tree = parse(decode(_marked(data, tokens, sign)))
    plain = parse(decode(data))
    if tree is None or plain is None or _shape(tree) != _shape(plain):
        return None
    paths = Paths()
    read = _Reader(sign)
    places = [
        place
        for piece in walk(tree)
        if (place := read.place(paths.of(piece.element), piece.element, piece.run)) is not None
    ]
    return Map(data, tokens, tuple(places), tokenizer.partners(tokens))


def _marked(data: bytes, tokens: Sequence[Token], sign: str) -> bytes:
    pieces: list[bytes] = []
    for index, token in enumerate(tokens):
        text = data[token.start : token.end]
        if token.kind == "start":
            name = 1 + len(token.name)
            pieces += [text[:name], f' {_MARK}="{index}"'.encode("ascii"), text[name:]]
        elif token.kind == "text" and text.removeprefix(codecs.BOM_UTF8).strip():
            lead = len(text) - len(text.lstrip())
            pieces += [text[:lead], f"{sign}{index}z".encode("ascii"), text[lead:]]
        else:
            pieces.append(text)
    return b"".join(pieces)


def _shape(tree: Element) -> list[str]:
    return [str(element.tag) for element in tree.iter()]


class _Reader:
    """Reads the marks out of a tree."""

    def __init__(self, sign: str) -> None:
        self._sign = re.compile(rf"{sign}(\d+)z")

    def place(self, path: str, element: Element, run: Sequence[str | Element]) -> Place | None:
        """The place of a piece; None for one without a mark."""
        if element.tag == "img":
            own = _number(element)
            return None if own is None else Place(path, "", (), (own,))
        parts = list(run)
        texts = [int(found) for part in _texts(parts) for found in self._sign.findall(part)]
        if not texts:
            return None
        inner = [one for part in parts if not isinstance(part, str) for one in part.iter()]
        filled = [
            (one, number)
            for one in inner
            if (number := _number(one)) is not None
            # A line break at the edge parts this piece from the next.
            and (texts[0] < number < texts[-1] if one.tag == "br" else self._has_text(one))
        ]
        text = self._sign.sub("", "".join(_texts(parts)))
        codes = [number for one, number in filled if code_kind(one) and _is_code(one)]
        return Place(path, text, tuple(texts), tuple(n for _, n in filled), tuple(codes))

    def _has_text(self, element: Element) -> bool:
        return any(self._sign.search(text) for text in _texts([element]))


def _texts(parts: Sequence[str | Element]) -> Iterator[str]:
    """The texts of a run in order, without what is not content."""
    for part in parts:
        if isinstance(part, str):
            yield part
            continue
        if part.tag in SKIPPED or not isinstance(part.tag, str):
            continue
        yield part.text or ""
        for child in part:
            yield from _texts([child])
            yield child.tail or ""


def _number(element: Element) -> int | None:
    found = element.get(_MARK)
    return int(found) if found else None


def _is_code(element: Element) -> bool:
    """Whether an element becomes a code: links that lead nowhere do not."""
    if element.tag != "a":
        return True
    address = str(element.get("href") or "").strip()
    scheme = re.match(r"[a-z][a-z0-9+.\-]*:", address, re.IGNORECASE)
    if not address or address.startswith("#"):
        return False
    return scheme is None or scheme[0].lower() in ("http:", "https:", "mailto:")
