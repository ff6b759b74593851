"""A page's bytes as tokens: tags, text, comments and what is no markup, each with its place.

Follows the tokenization of the HTML Standard, section 13.2.5, as far as the ends of tokens go; all
that it looks at is ASCII, so it works on the bytes of any charset that holds ASCII. Refuses a tree:
which tag closes which is told by `partners` for well-formed runs only. Separate because parsers
that build a tree do not tell where in the bytes its parts stood, and those that do (lxml names
lines, html5lib and selectolax nothing) would write the whole page anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "start", "end", "comment", "raw"]

_NAME = re.compile(rb"[A-Za-z][^\s/>]*")
_ATTRIBUTE = re.compile(
    rb"[\s/]*(?P<name>=?[^\s/>=]+|=)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'"
    rb"|(?P<bare>[^\s>\"'][^\s>]*)?))?"
)
_END = re.compile(rb"[\s/]*>")
_COMMENT = re.compile(rb"<!--(?:-?>|.*?(?:--!?>|\Z))", re.DOTALL)

_RAW = frozenset(
    {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"}
)
"""Elements whose content is no markup: HTML Standard, 13.2.6.2."""

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements without an end tag: HTML Standard, 13.1.2."""


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of the page. `name` is a tag's in small letters, or for raw text its element's."""

    kind: Kind
    start: int
    end: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of a start tag: its name in small letters, its value as it is written, where
    that stands, and where the whole of it does. One without a value has an empty place."""

    name: str
    value: bytes
    start: int
    end: int
    whole: tuple[int, int]
    quote: bytes = b""


def read(data: bytes) -> tuple[Token, ...]:
    """The tokens of a page, which put together are the page."""
    return tuple(_tokens(data))


def _tokens(data: bytes) -> Iterator[Token]:
    began = position = 0
    while True:
        position = data.find(b"<", position)
        if position < 0:
            break
        token = _markup(data, position)
        if token is None:
            position += 1
            continue
        if position > began:
            yield Token("text", began, position)
        yield token
        began = position = token.end
        if token.kind == "start" and token.name in _RAW:
            end = _raw_end(data, token)
            if end > began:
                yield Token("raw", began, end, token.name)
            began = position = end
    if began < len(data):
        yield Token("text", began, len(data))


def _markup(data: bytes, at: int) -> Token | None:
    """The tag or comment that begins here, or None where the sign is text."""
    following = data[at + 1 : at + 2]
    if following == b"!" or following == b"?":
        comment = _COMMENT.match(data, at)
        return Token("comment", at, comment.end() if comment else _close(data, at))
    closing = following == b"/"
    name = _NAME.match(data, at + 1 + closing)
    if name is None:
        return Token("comment", at, _close(data, at)) if closing else None
    end = max((end for _, end in _attribute_matches(data, name.end())), default=name.end())
    closed = _END.match(data, end)
    if closed is None:
        return Token("comment", at, len(data))
    word = name[0].decode("ascii", "replace").lower()
    return Token("end" if closing else "start", at, closed.end(), word)


def _attribute_matches(data: bytes, at: int) -> Iterator[tuple[re.Match[bytes], int]]:
    while not _END.match(data, at):
        found = _ATTRIBUTE.match(data, at)
        if found is None or found.end() == at:
            return
        at = found.end()
        yield found, at


def _close(data: bytes, at: int) -> int:
    end = data.find(b">", at)
    return len(data) if end < 0 else end + 1


def _raw_end(data: bytes, token: Token) -> int:
    if token.name == "plaintext":
        return len(data)
    pattern = re.compile(rb"</" + token.name.encode("ascii") + rb"(?=[\s/>])", re.IGNORECASE)
    found = pattern.search(data, token.end)
    return found.start() if found else len(data)


def attributes(data: bytes, token: Token) -> tuple[Attribute, ...]:
    """The attributes of a start tag in order; of two with one name the first one counts."""
    found: dict[str, Attribute] = {}
    begin = token.start + 1 + len(_NAME.match(data, token.start + 1)[0])  # type: ignore[index]
    for match, _ in _attribute_matches(data, begin):
        name = match["name"].decode("ascii", "replace").lower()
        group = next((one for one in ("double", "single", "bare") if match[one] is not None), "")
        start, end = match.span(group) if group else (match.end(), match.end())
        quote = {"double": b'"', "single": b"'"}.get(group, b"")
        whole = (match.start("name"), match.end())
        found.setdefault(name, Attribute(name, data[start:end], start, end, whole, quote))
    return tuple(found.values())


def partners(tokens: Sequence[Token]) -> dict[int, int]:
    """The end tag of each start tag, by their places among the tokens, where it has one."""
    pairs: dict[int, int] = {}
    open_ones: dict[str, list[int]] = {}
    for index, token in enumerate(tokens):
        if token.kind == "start" and token.name not in VOID:
            open_ones.setdefault(token.name, []).append(index)
        elif token.kind == "end" and (stack := open_ones.get(token.name)):
            pairs[stack.pop()] = index
    return pairs
