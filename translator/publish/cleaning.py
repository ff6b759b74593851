"""A stranger's page without what could run: scripts, handlers, frames, addresses that are programs.

A page that is not the house's own was written by whoever had it; on the house's site its scripts
would run in the house's name. What is cut is cut by its place in the bytes, and a policy that
forbids all of it is put on top, so that what a browser reads otherwise than we do does not run
either. Refuses to mend: text, styles and pictures stay as they are. Separate because the house's
own pages keep all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape

from translator.pagetree import tokens as tokenizer
from translator.pagetree.tokens import Attribute, Token, attributes, partners
from translator.publish.edits import Edits

POLICY = (
    b"<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'; object-src 'none';"
    b" frame-src 'none'; base-uri 'none'; form-action 'none'\">"
)
"""CSP Level 3. Styles and pictures load from wherever the page has them."""

_CUT = frozenset(
    {"script", "iframe", "frame", "frameset", "object", "embed", "applet", "portal", "base"}
)
"""Elements that run, or bring another page's program along, and `base`, which turns links round."""
_KEPT_DATA = re.compile(r"application/(?:ld\+)?json\s*", re.IGNORECASE)
_ADDRESSES = frozenset(
    "href src action formaction xlink:href data poster background cite longdesc manifest ping"
    " srcset imagesrcset from to by values".split()
)
_RUNS = re.compile(
    r"(?:javascript|vbscript|livescript|data|file|blob|filesystem)\s*:", re.IGNORECASE
)
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif)[;,]", re.IGNORECASE)
_IGNORED = re.compile(r"[\x00-\x20\x7f\xa0\u200b-\u200f\ufeff]")
"""What browsers leave out before they look at a scheme, and a little more."""
_LOADS = re.compile(r"\b(?:import|modulepreload|preload|prefetch|prerender|serviceworker)\b", re.I)
_STYLE_RUNS = re.compile(r"expression\s*\(|javascript\s*:|-moz-binding|behaviou?r\s*:", re.I)
_UNSHOWN = re.compile(rb"<(/?)(noscript|noembed|noframes|xmp|plaintext)\b[^>]*>?", re.IGNORECASE)
"""What no browser shows, or none has for decades: each of them reads to its own end, and some of
them only where scripts are on, so that nobody else can say what is an element in it."""
_FOREIGN = frozenset({"svg", "math", "select"})
"""In these, and where these are, the content of a style or a title may be markup to a browser."""
_MARKUP = re.compile(rb"<[A-Za-z/!?]")


def clean(data: bytes, charset: str) -> bytes:
    """The page without anything that could run, and with the policy in its head."""
    data = _without_unshown(data)
    edits = Edits(data, charset)
    tokens = tokenizer.read(data)
    ends = partners(tokens)
    kept: set[int] = set()
    head = is_foreign = False
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.kind == "start":
            last = _last_cut(edits, tokens, ends, index)
            is_foreign = is_foreign or token.name in _FOREIGN
            if last is None and is_foreign and _holds_markup(data, tokens, index):
                last = ends.get(index, index + 1)
            if last is not None:
                edits.put(token.start, tokens[last].end, b"")
                index = last + 1
                continue
            kept.add(ends.get(index, -1))
            if token.name == "head" and not head:
                edits.put(token.end, token.end, b"\n" + POLICY)
                head = True
        elif _is_loose(data, token) and index not in kept:
            edits.put(token.start, token.end, b"")
        index += 1
    made = edits.made()
    return made if head else _on_top(made)


def _without_unshown(data: bytes) -> bytes:
    """The page without these elements, from the first sign to the first of their own end."""
    pieces: list[bytes] = []
    at = 0
    endless: set[bytes] = set()
    while found := _UNSHOWN.search(data, at):
        # With a blank in its place: what stands around it must not become another sign.
        pieces += (data[at : found.start()], b" ")
        at = found.end()
        name = found[2].lower()
        if not found[1] and name not in endless:
            end = re.compile(rb"</" + name + rb"\b[^>]*>?", re.IGNORECASE).search(data, at)
            if end is None:
                endless.add(name)
            else:
                at = end.end()
    return b"".join((*pieces, data[at:]))


def _holds_markup(data: bytes, tokens: Sequence[Token], index: int) -> bool:
    """Whether what stands in this element is no markup to us, and may be to a browser."""
    inner = tokens[index + 1] if index + 1 < len(tokens) else None
    if inner is None or inner.kind != "raw":
        return False
    return _MARKUP.search(data, inner.start, inner.end) is not None


def _is_loose(data: bytes, token: Token) -> bool:
    """Whether it is the end of what was cut, or a comment that old browsers read conditions in,
    and with them scripts."""
    if token.kind == "end":
        return token.name in _CUT
    begin = data[token.start : token.start + 20].lower()
    return token.kind == "comment" and begin.startswith((b"<!--[if", b"<?xml-stylesheet"))


def _last_cut(
    edits: Edits, tokens: Sequence[Token], ends: Mapping[int, int], index: int
) -> int | None:
    """The last token of what is cut with this start tag; None where it stays, without the
    attributes that could run."""
    token = tokens[index]
    found = attributes(edits.data, token)
    if token.name in _CUT and not _is_data(edits, token, found):
        follows = index + 1 < len(tokens) and tokens[index + 1].kind == "raw"
        return ends.get(index, index + follows)
    if _is_refused(edits, token, found):
        return index
    for start, end in _refused(edits, token, found):
        edits.put(start, end, b"")
    return None


def _on_top(data: bytes) -> bytes:
    """The policy in a page without a head of its own: where a parser begins one."""
    for token in tokenizer.read(data):
        if token.kind == "start":
            at = token.end if token.name == "html" else token.start
            return data[:at] + POLICY + data[at:]
    return data


def _is_data(edits: Edits, token: Token, found: tuple[Attribute, ...]) -> bool:
    """Whether a script element holds data that no browser runs."""
    kinds = [edits.text(one.start, one.end) for one in found if one.name == "type"]
    is_plain = not any(one.name == "src" for one in found)
    return token.name == "script" and is_plain and any(map(_KEPT_DATA.fullmatch, kinds))


def _is_refused(edits: Edits, token: Token, found: tuple[Attribute, ...]) -> bool:
    """Whether an element is cut as a whole: one that leads on, sets a policy, or loads programs."""
    values = {one.name: edits.text(one.start, one.end).lower() for one in found}
    if token.name == "meta":
        kind = values.get("http-equiv", "").strip()
        return kind in ("refresh", "set-cookie", "content-security-policy")
    return token.name == "link" and _LOADS.search(values.get("rel", "")) is not None


def _refused(edits: Edits, token: Token, found: tuple[Attribute, ...]) -> Iterator[tuple[int, int]]:
    """Where the attributes stand that could run."""
    for one in found:
        value = _IGNORED.sub("", unescape(edits.text(one.start, one.end)))
        is_bad = one.name.startswith("on") or one.name in ("srcdoc", "nonce", "integrity")
        if one.name in _ADDRESSES and _RUNS.search(value):
            is_picture = token.name in ("img", "source", "image") and _PICTURE.match(value)
            is_bad = is_bad or not is_picture
        if one.name == "style" and _STYLE_RUNS.search(value):
            is_bad = True
        if is_bad:
            yield one.whole
