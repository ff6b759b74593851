"""A run of a page's own markup as clean marked text: links and emphasis lifted out as codes.

What is kept of a stranger's markup goes through nh3 first: a dozen inline elements, the addresses
of links, nothing that runs. Refuses blocks. Separate so that the page's HTML is trusted nowhere
else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from urllib.parse import urljoin, urlsplit

import nh3
from lxml import html as lxml_html

from translator import inline, normalize
from translator.inline import Close, Empty, Open, Token
from translator.model import Code
from translator.pagetree.pieces import KINDS, SPOKEN, code_kind, foreign
from translator.pagetree.pieces import Element as Element
from translator.sources import mailboxes

_SCHEMES = {"http", "https", "mailto"}
_RAW = frozenset({"script", "style", "noscript", "template", "iframe", "object", "svg", "math"})
_CONTROLS = re.compile(r".*[\x00-\x1f\x7f]|[^/?#:]*%[01][0-9a-f]", re.IGNORECASE | re.DOTALL)
"""Browsers leave control characters out before they look at the scheme: `java<tab>script:` runs.
libxml2 writes them as `%09`, which does not run and is meant as little."""

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""XML 1.0, section 2.2: what lxml refuses in a text, form feeds among it."""

_KEPT = "\ue000"
"""Stands for a space that counts while a line is cleaned."""

_SCHEME = re.compile(r"^[a-z][a-z0-9+.\-]*:", re.IGNORECASE)

Run = Sequence[str | Element]
"""Text and inline elements that follow one another; the tail of an element is a text of its own."""


def read(run: Run, base: str) -> tuple[str, tuple[Code, ...]]:
    """The marked text of a run and its codes. `base` makes relative links absolute."""
    if all(isinstance(part, str) for part in run):
        text = _NOT_IN_XML.sub(" ", "".join(map(str, run)))
        return inline.lift(_trimmed(list(mailboxes.mark([text]))))
    cleaned = nh3.clean(
        "".join(_serialized(part) for part in run),
        tags={*KINDS, *SPOKEN},
        clean_content_tags=set(_RAW),
        attributes={tag: {"lang"} for tag in (*KINDS, *SPOKEN)} | {"a": {"href", "lang"}},
        url_schemes=_SCHEMES,
        link_rel=None,
    )
    cleaned = _NOT_IN_XML.sub(" ", cleaned)
    fragment = lxml_html.fragment_fromstring(cleaned, create_parent="div")
    return inline.lift(_trimmed(list(mailboxes.mark(_tokens(fragment, base)))))


def verbatim(run: Run) -> str:
    """The text of a run with its own lines and spaces: of elements where they count."""
    pieces: list[str] = []
    for part in run:
        pieces.extend([part] if isinstance(part, str) else _lines(part))
    lines = (
        normalize.folded(line.replace("\t", "    ").replace(" ", _KEPT))
        .replace(_KEPT, " ")
        .rstrip()
        for line in _NOT_IN_XML.sub(" ", "".join(pieces)).splitlines()
    )
    return "\n".join(lines).strip("\n")


def _lines(element: Element) -> Iterator[str]:
    if element.tag == "br":
        yield "\n"
    elif isinstance(element.tag, str) and element.tag not in _RAW:
        yield element.text or ""
        for child in element:
            yield from _lines(child)
            yield child.tail or ""


def _serialized(part: str | Element) -> str:
    if isinstance(part, str):
        return escape(part, quote=False)
    return lxml_html.tostring(part, encoding="unicode", with_tail=False)


def _tokens(element: Element, base: str) -> Iterator[Token]:
    """The text and codes inside an element. Nesting is bounded: nh3 has rebuilt it."""
    if element.text:
        yield element.text
    for child in element:
        kind = code_kind(child)
        if kind == "br":
            yield Empty(Code(0, "br"))
        else:
            code = _code(kind, child, base)
            if code is not None:
                yield Open(code)
            yield from _tokens(child, base)
            if code is not None:
                yield Close(code)
        if child.tail:
            yield child.tail


def _code(kind: str, element: Element, base: str) -> Code | None:
    language = foreign(element)
    spoken = (("lang", language),) if language else ()
    if kind != "a":
        return Code(0, kind, spoken) if kind else None
    address = absolute(str(element.get("href") or ""), base)
    return Code(0, "a", (("href", address), *spoken)) if address else None


def spoken_in(language: str, text: str, codes: tuple[Code, ...]) -> tuple[str, tuple[Code, ...]]:
    """A line that is in another language as a whole, with a code around it that says so."""
    around = Code(0, "span", (("lang", language),))
    return inline.lift([Open(around), *inline.put_back(text, codes), Close(around)])


def absolute(address: str, base: str) -> str:
    """The address in full where the page's own is known; empty for one that could run.

    A place within the page (`#top`) leads nowhere on ours and is dropped.
    """
    address = address.strip()
    if not address or address.startswith("#") or _CONTROLS.match(address):
        return ""
    address = normalize.line(address).replace(" ", "%20")
    try:
        joined = urljoin(base, address) if base else address
        scheme = urlsplit(joined).scheme.lower()
    except ValueError:
        return ""
    if scheme in _SCHEMES or (not scheme and not _SCHEME.match(joined)):
        return joined
    return ""


def _trimmed(tokens: list[Token]) -> list[Token]:
    """The tokens as one line: white space folded across codes, none at the ends."""
    result: list[Token] = []
    glued = True
    for token in tokens:
        if isinstance(token, str):
            text = normalize.folded(token)
            text = text.lstrip(" ") if glued else text
            if text:
                result.append(text)
                glued = text.endswith(" ")
        else:
            if isinstance(token, Empty) and not glued:
                # A line break parts words: without it, and for the engine, a space does.
                result.append(" ")
            glued = glued or isinstance(token, Empty)
            result.append(token)
    return _without_edges(result)


def _without_edges(tokens: list[Token]) -> list[Token]:
    """The tokens without line breaks and spaces before the first word and behind the last one."""
    words = [
        index for index, token in enumerate(tokens) if isinstance(token, str) and token.strip(" ")
    ]
    if not words:
        return []
    first, last = words[0], words[-1]
    kept: list[Token] = []
    for index, token in enumerate(tokens):
        if isinstance(token, str):
            text = token.lstrip(" ") if index <= first else token
            text = text.rstrip(" ") if index >= last else text
            if text:
                kept.append(text)
        elif first < index < last or not isinstance(token, Empty):
            kept.append(token)
    return kept
