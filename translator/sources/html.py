"""A saved HTML page: the article's blocks from the page's own tree.

Trafilatura decides which text is the article (see `extraction`); headings, lists, quotes, captions
and pictures are what the page's own elements say they are, and links and emphasis become inline
codes (see `markup`). What the article is not, menus and promotions, is furniture, so that a person
can take it back in; headlines that the page itself marks as related are told apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from translator import inline, normalize
from translator.model import BODY_ROLES, Article, Block, Role
from translator.pagetree.pieces import Paths, Piece, foreign_block, parse, walk, weigh
from translator.sources import byline, extraction, furniture, markup, metadata
from translator.sources.extraction import squeeze
from translator.sources.limits import check_elements, check_length
from translator.sources.markup import Element

_LOOKS = re.compile(r"<(?:!doctype\s+html|html|head|body|article|main|div|p|h1)\b[^>]*>", re.I)
_DECK = re.compile(
    r"\b(?:deck|dek|standfirst|sub-?title|sub-?head(?:line)?|strapline|lede|summary)\b"
)
_RELATED = re.compile(r"\b(?:related|read-?also|see-?also|read-?more|recirc)")
_CAPTION = re.compile(r"caption|image-?credit|photo-?credit")
_ENDS = frozenset({"p", "ul", "ol", "blockquote", "h2", "h3", "h4", "pre"})
"""Elements that a text may end in; what follows it stands beside them."""
_HEADINGS = {f"h{level}": level for level in range(1, 7)}

_CALL = 120
"""Characters up to which a line that reads like a call of the site's is one."""

_PORTRAIT = 5
"""Words of an alternative text that begins with the author's name and shows only the author."""

_OWN_ARTICLE = 300
"""Characters in the headline's own article element from which other ones are other articles."""


def is_html(text: str) -> bool:
    """Whether a text is the source of a page rather than a copy of what one shows."""
    return bool(_LOOKS.search(text[:20_000]))


def read(text: str, source: str = "", *, date_order: str = "dmy", address: str = "") -> Article:
    """The article on an HTML page; without blocks where there is none.

    `address` is where the page was fetched from, for pages that do not state their own; `source`
    is for the error. Raises InputError `too-long`, `too-complex`.
    """
    tree = parse(text)
    if tree is None:
        return Article(())
    characters, elements, widest = weigh(tree)
    check_length(characters, source)
    check_elements(elements, widest, source)
    judged = extraction.judge(text)
    stated = metadata.read(tree, judged, date_order, address)
    pieces = list(walk(tree))
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


def _blocks(
    pieces: Sequence[Piece], judged: extraction.Judgement, stated: metadata.Metadata
) -> Iterator[Block]:
    """A block for every line of the page, in its order; without any where there is no article."""
    paths = Paths()
    title = _title(pieces, stated, paths)
    kept = _in_one_article(pieces, _kept(pieces, judged))
    if not kept:
        return
    is_awaited = title is not None and bool(title.element)
    if title is not None and not is_awaited:
        yield title
    said = _Said(squeeze(title.text).casefold() if title else "")
    keep = frozenset(kept)
    near_title, last = _near_title(pieces, title, kept[0]), _with_figure(pieces, kept[-1])
    for index, piece in enumerate(pieces):
        is_near = near_title <= index <= last
        if piece.element.tag == "img":
            yield from _picture(piece, stated, said, paths, is_near=is_near)
            continue
        if not piece.text.strip():
            continue
        if is_awaited and title is not None and title.element == paths.of(piece.element):
            yield title
            is_awaited = False
            continue
        role = _role(piece, index, keep, stated, body_begun=said.body_begun, last=last)
        if role is Role.FURNITURE and is_near and not said.body_begun:
            role = _value_role(normalize.line(piece.text))
        block = _block(piece, role, stated.address, paths)
        folded = squeeze(block.text).casefold()
        if folded and role is not Role.FURNITURE and not said.is_new(folded, role):
            yield replace(block, role=Role.FURNITURE, level=0)
        elif folded:
            yield block


def _kept(pieces: Sequence[Piece], judged: extraction.Judgement) -> list[int]:
    return [
        index
        for index, piece in enumerate(pieces)
        if not piece.is_frame and judged.keeps(piece.text)
    ]


class _Said:
    """What the article has said so far. A body may say a thing twice on purpose, but not twice
    running; captions and decks are often there once for each width of screen."""

    def __init__(self, headline: str) -> None:
        self.body_begun = False
        self._headline = headline
        self._all = {headline}
        self._previous = ""

    def is_new(self, folded: str, role: Role) -> bool:
        """Whether a line with this role says something new, which then is said."""
        if folded in (self._all if role not in BODY_ROLES else {self._headline, self._previous}):
            return False
        self._all.add(folded)
        self._previous = folded
        self.body_begun = self.body_begun or role in BODY_ROLES
        return True

    def has(self, folded: str) -> bool:
        """Whether it has been said anywhere."""
        return folded in self._all

    def note(self, folded: str) -> None:
        """Remember what is said beside the text: an alternative text."""
        self._all.add(folded)


def _in_one_article(pieces: Sequence[Piece], kept: list[int]) -> list[int]:
    """What is kept, without other articles where the page holds several and the headline's own
    is among them."""
    own = next((_article(piece.element) for piece in pieces if piece.element.tag == "h1"), None)
    if own is None:
        return kept
    inside = [index for index in kept if _article(pieces[index].element) is own]
    enough = sum(len(pieces[index].text) for index in inside) >= _OWN_ARTICLE
    if not enough:
        return kept
    return [index for index in kept if _article(pieces[index].element) in (own, None)]


def _article(element: Element) -> Element | None:
    """The outermost article element around this one."""
    outer = [one for one in (element, *element.iterancestors()) if one.tag == "article"]
    return outer[-1] if outer else None


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


def _title(pieces: Sequence[Piece], stated: metadata.Metadata, paths: Paths) -> Block | None:
    """The headline: the h1, or else the line, that says what the page states; the only h1; or
    what it states."""
    lines = [piece for piece in pieces if piece.text.strip() and not piece.is_frame]
    headings = [piece for piece in lines if piece.element.tag == "h1"]
    wanted = squeeze(stated.title).casefold()
    for piece in (*headings, *lines):
        if wanted and squeeze(piece.text).casefold() == wanted:
            return _headline(piece, stated.address, paths)
    if len(headings) == 1 and len(headings[0].text.split()) >= 3:
        return _headline(headings[0], stated.address, paths)
    return Block(0, Role.TITLE, stated.title) if stated.title else None


def _headline(piece: Piece, base: str, paths: Paths) -> Block:
    """The headline without links: on many pages it leads to the page itself."""
    block = _block(piece, Role.TITLE, base, paths)
    if any(code.kind == "a" for code in block.codes):
        return replace(block, text=inline.strip(block.text, block.codes), codes=())
    return block


def _near_title(pieces: Sequence[Piece], title: Block | None, first: int) -> int:
    """Where the headline stands: pictures between it and the text belong to the article."""
    if title is None or not title.element:
        return first
    for index in range(first, -1, -1):
        if pieces[index].element.tag == "h1":
            return index
    return first


def _with_figure(pieces: Sequence[Piece], last: int) -> int:
    """The last piece of the article, with a figure that follows its last text in the same
    element: a page may end in a picture."""
    text = pieces[last].element
    inside = text.getparent() if text.tag in _ENDS else text
    figure: Element | None = None
    for index in range(last + 1, len(pieces)):
        piece = pieces[index]
        if not piece.text.strip() and piece.element.tag != "img":
            continue
        own = next(
            (one for one in (piece.element, *piece.element.iterancestors()) if one.tag == "figure"),
            None,
        )
        if own is None or piece.is_frame or own.getparent() is not inside:
            break
        if figure is not None and own is not figure:
            break
        figure, last = own, index
    return last


def _role(
    piece: Piece,
    index: int,
    keep: frozenset[int],
    stated: metadata.Metadata,
    *,
    body_begun: bool,
    last: int,
) -> Role:
    element = piece.element
    text = normalize.line(piece.text)
    if not text or piece.is_frame:
        return Role.FURNITURE
    if _is_deck(element, text, stated) and not body_begun and index <= last:
        return Role.DECK
    if _within(element, frozenset({"figcaption"})) or _CAPTION.search(_names(element)):
        return Role.CAPTION if min(keep) - 12 <= index <= last else Role.FURNITURE
    if _is_related(piece, index, keep):
        return Role.RELATED
    if index not in keep or _is_frame(text, body_begun=body_begun):
        return Role.FURNITURE
    if _within(element, frozenset({"pre"})):
        return Role.LISTING
    if element.tag in _HEADINGS:
        return Role.HEADING
    if _within(element, frozenset({"blockquote"})):
        return Role.QUOTE
    return Role.LIST_ITEM if _within(element, frozenset({"li"})) else Role.PARAGRAPH


def _value_role(text: str) -> Role:
    """What a line above the body is that holds a value which the page's frame prints."""
    if byline.read_minutes(text):
        return Role.READING_TIME
    if byline.read_author(text):
        return Role.BYLINE
    return Role.DATE if byline.read_date(text, "dmy") else Role.FURNITURE


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


def _is_related(piece: Piece, index: int, keep: frozenset[int]) -> bool:
    """Whether it is one of a few links inside the article that the page marks as related."""
    links = [part for part in piece.run if not isinstance(part, str) and part.tag == "a"]
    if len(links) != 1 or len(piece.text.split()) < 4:
        return False
    if squeeze(str(links[0].text_content())) != squeeze(piece.text):
        return False
    if not min(keep) <= index <= max(keep) + 6:
        return False
    return _within_class(piece.element, _RELATED) and _is_in_article(piece.element)


def _is_in_article(element: Element) -> bool:
    return any(outer.tag == "article" for outer in element.iterancestors())


def _block(piece: Piece, role: Role, base: str, paths: Paths) -> Block:
    if role is Role.LISTING:
        return Block(0, role, markup.verbatim(piece.run), 0, paths.of(piece.element))
    text, codes = markup.read(piece.run, base)
    if role in BODY_ROLES and text and (language := foreign_block(piece.element)):
        text, codes = markup.spoken_in(language, text, codes)
    address = ""
    if role is Role.RELATED:
        address = next(
            (dict(code.attributes).get("href", "") for code in codes if code.kind == "a"), ""
        )
        text, codes = inline.strip(text, codes), ()
    level = _HEADINGS.get(str(piece.element.tag), 0) if role is Role.HEADING else 0
    return Block(
        0, role, text, max(level, 2) if level else 0, paths.of(piece.element), address, codes
    )


def _picture(
    piece: Piece, stated: metadata.Metadata, said: _Said, paths: Paths, *, is_near: bool
) -> Iterator[Block]:
    """A picture by its alternative text; decoration has none, or is furniture."""
    image = piece.element
    alt = normalize.line(str(image.get("alt") or ""))
    if not alt:
        return
    belongs = is_near and not piece.is_frame and _is_of_article(image, alt, stated, said)
    role = Role.ALT if belongs else Role.FURNITURE
    if belongs:
        said.note(squeeze(alt).casefold())
    source = str(image.get("data-src") or image.get("src") or "")
    yield Block(0, role, alt, 0, paths.of(image), markup.absolute(source, stated.address))


def _is_of_article(image: Element, alt: str, stated: metadata.Metadata, said: _Said) -> bool:
    if len(alt.split()) < 3 or said.has(squeeze(alt).casefold()):
        return False
    if not (_within(image, frozenset({"figure", "picture"})) or _is_in_article(image)):
        return False
    if _within(image, frozenset({"aside"})) or _within_class(image, _RELATED):
        return False
    is_portrait = bool(stated.author) and alt.startswith(stated.author)
    return not (is_portrait and len(alt.split()) <= _PORTRAIT)


def _minutes(pieces: Sequence[Piece]) -> int | None:
    """The reading time that the page states, in a line or a phrase of its own."""
    for piece in pieces:
        for text in re.split(r"[·|•]", piece.text):
            if len(text) < 60 and (minutes := byline.read_minutes(normalize.line(text))):
                return minutes
    return None
