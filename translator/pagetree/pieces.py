"""A page's tree as pieces: runs of inline content, each with the block element it stands in.

Every reader of markup walks a page this way; what a piece is on the page, its reader says. Refuses
judgement, and what is not content: scripts, forms, drawings. Separate because HTML pages and the
HTML of Markdown texts are read alike.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml import html as lxml_html

Element = lxml_html.HtmlElement

KINDS = {
    "a": "a",
    "em": "em",
    "i": "em",
    "cite": "em",
    "strong": "strong",
    "b": "strong",
    "sub": "sub",
    "sup": "sup",
    "code": "code",
    "br": "br",
}
"""The elements that become inline codes, and the kinds of their codes."""

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary"
    " table tbody td tfoot th thead tr ul".split()
)
SKIPPED = frozenset(
    "script style noscript template iframe object embed svg math select textarea input head video"
    " audio canvas".split()
)
"""What is not content: it stands in a run of text and is none of it."""
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8})*", re.IGNORECASE)
"""A language tag as pages write them: BCP 47, as far as its shape goes."""
SPOKEN = frozenset({"span", "q"})
"""Elements that become a code only where they say that their text is in another language."""
_RUNS = frozenset("p li h1 h2 h3 h4 h5 h6 blockquote figcaption td dd dt".split())
_FRAME = frozenset({"nav", "footer", "button"})

_DEPTH = 200
"""Levels of nesting that are read. Real pages stay under 60; libxml2 itself stops at 256."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of inline content and the block element that it stands in, or a picture.

    `is_frame` tells that the page itself calls it a menu, a foot or a button.
    """

    element: Element
    run: tuple[str | Element, ...]
    is_frame: bool = False

    @property
    def text(self) -> str:
        """The text of the run, white space as it stands."""
        return "".join(
            part if isinstance(part, str) else str(part.text_content()) for part in self.run
        )


def parse(text: str) -> Element | None:
    """The tree of a page; None where there is nothing to make one of."""
    # An XML declaration with an encoding is refused in a text, and says nothing any more.
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True)
    try:
        return lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def walk(tree: Element) -> Iterator[Piece]:
    """The pieces of a tree in reading order, empty ones among them."""
    return _walk(tree, tree, 0, is_frame=False)


def _walk(element: Element, inside: Element, depth: int, *, is_frame: bool) -> Iterator[Piece]:
    if depth > _DEPTH:
        return
    is_frame = is_frame or element.tag in _FRAME
    run: list[str | Element] = [element.text] if element.text else []
    for child in element:
        tag = child.tag
        is_block = tag in _BLOCKS or tag in _FRAME
        if not isinstance(tag, str) or tag in SKIPPED:
            pass
        elif tag == "img":
            yield Piece(inside, tuple(run), is_frame)
            run = []
            yield Piece(child, (), is_frame)
        elif is_block or _holds_blocks(child):
            yield Piece(inside, tuple(run), is_frame)
            run = []
            yield from _walk(child, child if is_block else inside, depth + 1, is_frame=is_frame)
        elif tag == "br" and run and _is_break(run[-1]):
            yield Piece(inside, tuple(run), is_frame)
            run = []
        else:
            run.append(child)
        if child.tail:
            run.append(child.tail)
    yield Piece(inside, tuple(run), is_frame)


def _holds_blocks(element: Element) -> bool:
    """Whether an inline element holds a block or a picture, as links around cards do."""
    return any(
        inner.tag in _BLOCKS or inner.tag in _FRAME or inner.tag == "img"
        for inner in element.iter()
        if inner is not element
    )


def _is_break(part: str | Element) -> bool:
    """Whether a run ends in a line break: two of them part paragraphs."""
    return not isinstance(part, str) and part.tag == "br"


class Paths:
    """The XPath of each element of a tree. lxml's own takes time with the number of siblings."""

    def __init__(self) -> None:
        self._known: dict[Element, str] = {}

    def of(self, element: Element) -> str:
        """The path of an element, like ``/html/body/p[3]``."""
        if element not in self._known:
            parent = element.getparent()
            if parent is None:
                self._known[element] = f"/{element.tag!s}"
            else:
                self._learn(parent, self.of(parent))
        return self._known[element]

    def _learn(self, parent: Element, path: str) -> None:
        """The paths of all children of an element, which have to be counted anyway."""
        children = [child for child in parent if isinstance(child.tag, str)]
        total = Counter(str(child.tag) for child in children)
        seen: Counter[str] = Counter()
        for child in children:
            tag = str(child.tag)
            seen[tag] += 1
            place = f"[{seen[tag]}]" if total[tag] > 1 else ""
            self._known[child] = f"{path}/{tag}{place}"


def foreign(element: Element) -> str:
    """The language that an element says its text is in, where that is another than English."""
    stated = str(element.get("lang") or "").strip()
    is_tag = _LANGUAGE.fullmatch(stated) is not None
    return stated if is_tag and stated.lower().split("-")[0] not in ("en", "und") else ""


def foreign_block(element: Element) -> str:
    """The same of a block, by itself or by those around it; what the whole page says is not
    asked: many say it wrongly."""
    for one in (element, *element.iterancestors()):
        if one.tag in ("html", "body"):
            return ""
        if one.get("lang"):
            return foreign(one)
    return ""


def code_kind(element: Element) -> str:
    """The kind of the code that an inline element becomes; empty for one that becomes none."""
    tag = str(element.tag)
    return KINDS.get(tag, "") or ("span" if tag in SPOKEN and foreign(element) else "")


def weigh(tree: Element) -> tuple[int, int, int]:
    """How much there is of a page: characters of text without scripts and styles, elements, and
    elements directly inside the fullest paragraph."""
    characters = elements = widest = 0
    for element in tree.iter():
        elements += 1
        if element.tag in _RUNS:
            widest = max(widest, len(element))
        text = element.text if element.tag not in SKIPPED else None
        characters += len(text or "") + len(element.tail or "")
    return characters, elements, widest
