"""A saved HTML page: the article's blocks from the page's own tree.

Trafilatura decides which text is the article (see `extraction`); headings, lists, quotes, captions
and pictures are what the page's own elements say they are, and links and emphasis become inline
codes (see `markup`). Refuses what the article is not: menus and promotions are left out, except
headlines that the page itself marks as related.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree
from lxml import html as lxml_html

from translator import inline, normalize
from translator.model import BODY_ROLES, Article, Block, Role
from translator.sources import byline, extraction, furniture, markup, metadata
from translator.sources.extraction import squeeze
from translator.sources.markup import Element

_LOOKS = re.compile(r"<(?:!doctype\s+html|html|head|body|article|main|div|p|h1)\b[^>]*>", re.I)
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary"
    " table tbody td tfoot th thead tr ul".split()
)
_SKIPPED = frozenset(
    "script style noscript template iframe object embed svg math nav button select textarea"
    " input head footer video audio canvas".split()
)
_DECK = re.compile(
    r"\b(?:deck|dek|standfirst|sub-?title|sub-?head(?:line)?|strapline|lede|summary)\b"
)
_RELATED = re.compile(r"\b(?:related|read-?also|see-?also|read-?more|recirc)")
_CAPTION = re.compile(r"caption|image-?credit|photo-?credit")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}

_DEPTH = 200
"""Levels of nesting that are read. Real pages stay under 60; libxml2 itself stops at 256."""


_CALL = 120
"""Characters up to which a line that reads like a call of the site's is one."""

_PORTRAIT = 5
"""Words of an alternative text that begins with the author's name and shows only the author."""

_OWN_ARTICLE = 300
"""Characters in the headline's own article element from which other ones are other articles."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of inline content and the block element that it stands in, or a picture."""

    element: Element
    run: tuple[str | Element, ...]


def is_html(text: str) -> bool:
    """Whether a text is the source of a page rather than a copy of what one shows."""
    return bool(_LOOKS.search(text[:20_000]))


def read(text: str, *, date_order: str = "dmy") -> Article:
    """The article on an HTML page; without blocks where there is none."""
    tree = _parse(text)
    if tree is None:
        return Article(())
    judged = extraction.judge(text)
    stated = metadata.read(tree, judged, date_order)
    pieces = list(_pieces(tree, tree, 0))
    blocks = list(_blocks(pieces, judged, stated))
    return Article(
        blocks=tuple(replace(block, id=number) for number, block in enumerate(blocks, start=1)),
        author=stated.author,
        published=stated.published,
        reading_minutes=_minutes(pieces),
        site=stated.site,
        address=stated.address,
        image=stated.image,
        language=stated.language,
    )


def _parse(text: str) -> Element | None:
    # An XML declaration with an encoding is refused in a text, and says nothing any more.
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True)
    try:
        return lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _pieces(element: Element, inside: Element, depth: int) -> Iterator[_Piece]:
    """The runs of inline content below an element, in reading order."""
    if depth > _DEPTH:
        return
    run: list[str | Element] = [element.text] if element.text else []
    for child in element:
        tag = child.tag
        if not isinstance(tag, str) or tag in _SKIPPED:
            pass
        elif tag == "img":
            yield _Piece(inside, tuple(run))
            run = []
            yield _Piece(child, ())
        elif tag in _BLOCKS or _holds_blocks(child):
            yield _Piece(inside, tuple(run))
            run = []
            yield from _pieces(child, child if tag in _BLOCKS else inside, depth + 1)
        elif tag == "br" and run and _is_break(run[-1]):
            yield _Piece(inside, tuple(run))
            run = []
        else:
            run.append(child)
        if child.tail:
            run.append(child.tail)
    yield _Piece(inside, tuple(run))


def _holds_blocks(element: Element) -> bool:
    """Whether an inline element holds a block or a picture, as links around cards do."""
    return any(
        inner.tag in _BLOCKS or inner.tag == "img"
        for inner in element.iter()
        if inner is not element
    )


def _is_break(part: str | Element) -> bool:
    """Whether a run ends in a line break: two of them part paragraphs."""
    return not isinstance(part, str) and part.tag == "br"


def _blocks(
    pieces: Sequence[_Piece], judged: extraction.Judgement, stated: metadata.Metadata
) -> Iterator[Block]:
    title = _title(pieces, stated)
    kept = _in_one_article(
        pieces, [index for index, piece in enumerate(pieces) if judged.keeps(_text(piece))]
    )
    if not kept:
        return
    if title is not None:
        yield title
    headline = squeeze(title.text).casefold() if title else ""
    seen = {headline}
    keep = frozenset(kept)
    first, last = kept[0], kept[-1]
    body_begun = False
    previous = ""
    for index, piece in enumerate(pieces):
        if piece.element.tag == "img":
            if _near_title(pieces, title, first) <= index <= last:
                yield from _picture(piece, stated, seen)
            continue
        role = _role(piece, index, keep, stated, body_begun=body_begun, last=last)
        if role is None:
            continue
        block = _block(piece, role, stated.address)
        folded = squeeze(block.text).casefold()
        # A body may say a thing twice on purpose, but not twice running; captions and decks are
        # often there once for each width of screen.
        if not folded or folded in (seen if role not in BODY_ROLES else {headline, previous}):
            continue
        seen.add(folded)
        previous = folded
        body_begun = body_begun or role in BODY_ROLES
        yield block


def _in_one_article(pieces: Sequence[_Piece], kept: list[int]) -> list[int]:
    """What is kept, without other articles where the page holds several and the headline's own
    is among them."""
    own = next((_article(piece.element) for piece in pieces if piece.element.tag == "h1"), None)
    if own is None:
        return kept
    inside = [index for index in kept if _article(pieces[index].element) is own]
    enough = sum(len(_text(pieces[index])) for index in inside) >= _OWN_ARTICLE
    if not enough:
        return kept
    return [index for index in kept if _article(pieces[index].element) in (own, None)]


def _article(element: Element) -> Element | None:
    """The outermost article element around this one."""
    outer = [one for one in (element, *element.iterancestors()) if one.tag == "article"]
    return outer[-1] if outer else None


def _text(piece: _Piece) -> str:
    return "".join(
        part if isinstance(part, str) else str(part.text_content()) for part in piece.run
    )


def _names(element: Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()


def _within(element: Element, tags: frozenset[str]) -> bool:
    return element.tag in tags or any(outer.tag in tags for outer in element.iterancestors())


def _within_class(element: Element, pattern: re.Pattern[str], levels: int = 4) -> bool:
    if pattern.search(_names(element)):
        return True
    outer = element.iterancestors()
    return any(
        pattern.search(_names(one))
        for _level, one in zip(range(levels), outer, strict=False)
        if one.tag not in ("body", "html", "main", "article")
    )


def _title(pieces: Sequence[_Piece], stated: metadata.Metadata) -> Block | None:
    """The headline: the h1 that says what the page states, the only h1, or what it states."""
    headings = [piece for piece in pieces if piece.element.tag == "h1" and _text(piece).strip()]
    wanted = squeeze(stated.title).casefold()
    for piece in headings:
        if squeeze(_text(piece)).casefold() == wanted:
            return _headline(piece, stated.address)
    if len(headings) == 1 and len(_text(headings[0]).split()) >= 3:
        return _headline(headings[0], stated.address)
    return Block(0, Role.TITLE, stated.title) if stated.title else None


def _headline(piece: _Piece, base: str) -> Block:
    """The headline without links: on many pages it leads to the page itself."""
    block = _block(piece, Role.TITLE, base)
    if any(code.kind == "a" for code in block.codes):
        return replace(block, text=inline.strip(block.text, block.codes), codes=())
    return block


def _near_title(pieces: Sequence[_Piece], title: Block | None, first: int) -> int:
    """Where the headline stands: pictures between it and the text belong to the article."""
    if title is None or not title.element:
        return first
    for index in range(first, -1, -1):
        if pieces[index].element.tag == "h1":
            return index
    return first


def _role(
    piece: _Piece,
    index: int,
    keep: frozenset[int],
    stated: metadata.Metadata,
    *,
    body_begun: bool,
    last: int,
) -> Role | None:
    element = piece.element
    text = normalize.line(_text(piece))
    if not text:
        return None
    if _is_deck(element, text, stated) and not body_begun and index <= last:
        return Role.DECK
    if _within(element, frozenset({"figcaption"})) or _CAPTION.search(_names(element)):
        return Role.CAPTION if min(keep) - 12 <= index <= last else None
    if _is_related(piece, index, keep):
        return Role.RELATED
    if index not in keep:
        return None
    if _is_frame(text, body_begun=body_begun):
        return None
    if element.tag in _HEADINGS:
        return Role.HEADING
    if _within(element, frozenset({"blockquote"})):
        return Role.QUOTE
    return Role.LIST_ITEM if _within(element, frozenset({"li"})) else Role.PARAGRAPH


def _is_frame(text: str, *, body_begun: bool) -> bool:
    """Whether a line is byline, date, minutes or a call that trafilatura took for text."""
    if byline.read_minutes(text) or byline.read_author(text):
        return True
    if not body_begun and byline.read_date(text, "dmy"):
        return True
    label, colon, _ = text.partition(":")
    if furniture.is_promo_label(text) or furniture.ends_article(label + colon):
        return True
    return len(text) < _CALL and furniture.is_call(text)


def _is_deck(element: Element, text: str, stated: metadata.Metadata) -> bool:
    if element.tag not in ("p", "h2", "div", "h3", "span", "header"):
        return False
    if len(text.split()) < 5:
        return False
    if element.tag in ("h2", "h3") and squeeze(text) == squeeze(stated.description):
        return True
    if _DECK.search(_names(element).replace("_", "-").replace("-", " ")):
        return True
    outer = element.getparent()
    return outer is not None and bool(
        _DECK.search(_names(outer).replace("_", "-").replace("-", " "))
    )


def _is_related(piece: _Piece, index: int, keep: frozenset[int]) -> bool:
    """Whether it is one of a few links inside the article that the page marks as related."""
    links = [part for part in piece.run if not isinstance(part, str) and part.tag == "a"]
    if len(links) != 1 or len(_text(piece).split()) < 4:
        return False
    if squeeze(str(links[0].text_content())) != squeeze(_text(piece)):
        return False
    if not min(keep) <= index <= max(keep) + 6:
        return False
    return _within_class(piece.element, _RELATED) and _is_in_article(piece.element)


def _is_in_article(element: Element) -> bool:
    return any(outer.tag == "article" for outer in element.iterancestors())


def _block(piece: _Piece, role: Role, base: str) -> Block:
    text, codes = markup.read(piece.run, base)
    address = ""
    if role is Role.RELATED:
        address = next(
            (dict(code.attributes).get("href", "") for code in codes if code.kind == "a"), ""
        )
        text, codes = inline.strip(text, codes), ()
    level = _HEADINGS.get(str(piece.element.tag), 0) if role is Role.HEADING else 0
    return Block(0, role, text, max(level, 2) if level else 0, _path(piece.element), address, codes)


def _path(element: Element) -> str:
    return str(element.getroottree().getpath(element))


def _picture(piece: _Piece, stated: metadata.Metadata, seen: set[str]) -> Iterator[Block]:
    """A picture of the article, by its alternative text; decoration has none."""
    image = piece.element
    alt = normalize.line(str(image.get("alt") or ""))
    if len(alt.split()) < 3 or squeeze(alt).casefold() in seen:
        return
    if not (_within(image, frozenset({"figure", "picture"})) or _is_in_article(image)):
        return
    if _within(image, frozenset({"aside"})) or _within_class(image, _RELATED):
        return
    if stated.author and alt.startswith(stated.author) and len(alt.split()) <= _PORTRAIT:
        return
    seen.add(squeeze(alt).casefold())
    source = str(image.get("data-src") or image.get("src") or "")
    yield Block(0, Role.ALT, alt, 0, _path(image), markup.absolute(source, stated.address))


def _minutes(pieces: Sequence[_Piece]) -> int | None:
    """The reading time that the page states, in a line or a phrase of its own."""
    for piece in pieces:
        for text in re.split(r"[·|•]", _text(piece)):
            if len(text) < 60 and (minutes := byline.read_minutes(normalize.line(text))):
                return minutes
    return None
