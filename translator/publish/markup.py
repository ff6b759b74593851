"""Text and codes as HTML, with nothing in it that could run.

Writes the few elements that the readers make codes of; the tags of any other are left out and its
text stays. Links lead to web pages and mailboxes, images come from the web, everything else is
refused. No link opens a new window, so none needs `rel="noopener"`. Separate so that all that must
be escaped is escaped in one small place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote, urlsplit

from markupsafe import Markup, escape

from translator.inline import Close, Empty, Open, Token
from translator.model import Code
from translator.publish.passages import ENGLISH

_ELEMENTS = frozenset({"em", "strong", "sub", "sup", "code"})
_LINKS = frozenset({"http", "https", "mailto"})
_IMAGES = frozenset({"http", "https"})

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.\-]*):")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_NOT_IN_ADDRESSES = re.compile(r"[\s\"<>\\^`{|}]")
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.\-]*[A-Za-z0-9])?")


def fragment(tokens: Iterable[Token], *, in_link: bool = False) -> Markup:
    """The HTML of a text with codes. With `in_link` it will stand in a link and makes none."""
    pieces: list[str] = []
    ends: list[str] = []
    for token in tokens:
        if isinstance(token, str):
            pieces.append(escape(token))
        elif isinstance(token, Close):
            pieces.append(ends.pop())
        elif isinstance(token, Empty):
            pieces.append("<br>" if token.code.kind == "br" else "")
        else:
            start, end = _tags(token, in_link=in_link or "</a>" in ends)
            pieces.append(start)
            ends.append(end)
    return Markup("").join(Markup(piece) for piece in pieces)


def _tags(token: Open, *, in_link: bool) -> tuple[str, str]:
    code = token.code
    if code == ENGLISH:
        return '<span lang="en">', "</span>"
    if code.kind == "br":
        return "<br>", ""
    language = dict(code.attributes).get("lang", "")
    spoken = f' lang="{language}"' if _LANGUAGE.fullmatch(language) else ""
    if code.kind in _ELEMENTS or (code.kind == "span" and spoken):
        return f"<{code.kind}{spoken}>", f"</{code.kind}>"
    address = "" if in_link else link(_href(code))
    return (f'<a href="{escape(address)}"{spoken}>', "</a>") if address else ("", "")


def _href(code: Code) -> str:
    return dict(code.attributes).get("href", "") if code.kind == "a" else ""


def link(address: str) -> str:
    """The address where a link may lead there, else an empty text."""
    return _allowed(address, _LINKS)


def image(address: str) -> str:
    """The address where an image may come from there, else an empty text."""
    return _allowed(address, _IMAGES)


def image_source(address: str) -> str:
    """The narrowest source expression that lets this image through a Content-Security-Policy.

    `address` comes from `image`. Sources: CSP Level 3, section 2.3.1; a host that its grammar
    cannot write is allowed by its scheme.
    """
    parts = urlsplit(address)
    if not parts.scheme:
        return "'self'"
    if not _HOST.fullmatch(parts.hostname or ""):
        return f"{parts.scheme.lower()}:"
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme.lower()}://{parts.hostname}{port}"


def _allowed(address: str, schemes: frozenset[str]) -> str:
    """The address as it may stand in an attribute; empty for a scheme that is not among these.

    Browsers leave out tabs and line breaks inside an address before they look at its scheme, so
    an address with any control character is refused.
    """
    address = address.strip(" ")
    if not address or _CONTROLS.search(address):
        return ""
    if address.startswith("//"):
        address = f"https:{address}"
    scheme = _SCHEME.match(address)
    if scheme is not None and scheme["scheme"].lower() not in schemes:
        return ""
    try:
        _ = urlsplit(address).port
    except ValueError:
        return ""
    return _NOT_IN_ADDRESSES.sub(lambda found: quote(found[0]), address)
