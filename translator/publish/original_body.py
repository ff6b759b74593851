"""The text of an article written into the markup that it was read from.

Each line of the desk is found again by the path of its element and by its words; the Spanish goes
in where the English stood, links and emphasis in the page's own tags. What stood inside a line and
is no text, an anchor or a script, is kept behind it. Refuses to place a line that it cannot find:
it is named instead. Separate from the head, which states the same in other words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from translator import inline
from translator.inline import Close, Empty, Open
from translator.model import TRANSLATED_ROLES, Block, Role, Translation
from translator.pagetree.pieces import KINDS, SKIPPED
from translator.pagetree.places import Map, Place
from translator.pagetree.tokens import attributes
from translator.publish import markup, passages, related
from translator.publish.edits import Edits
from translator.publish.house import House
from translator.publish.passages import ENGLISH, Passage

_WRITTEN = frozenset({*KINDS.values(), "span"})
"""The kinds of codes that stand in pages as elements."""


@dataclass(frozen=True, slots=True)
class Placed:
    """What has been written: the pieces that hold the article, by their places in the map; and the
    lines, by their numbers, that were not found."""

    places: frozenset[int]
    missing: tuple[int, ...]


def write(edits: Edits, page: Map, translation: Translation, house: House) -> Placed:
    """Put the Spanish of all lines in the place of their English."""
    blocks = [one for one in translation.article.blocks if one.role in TRANSLATED_ROLES]
    texts = [one for one in blocks if one.role is not Role.ALT and one.element]
    pictures = [one for one in blocks if one.role is Role.ALT]
    used: set[int] = set()
    missing: list[int] = []
    matches, lost = _match(texts, page.places)
    for places, group in matches:
        used |= set(places)
        shown = [passages.read(translation, block, "es") for block in group]
        _put(edits, page, page.places[places[0]], shown)
        if group[0].role is Role.RELATED:
            _lead(edits, page, page.places[places[0]], group[0], house)
        for other in places[1:]:
            _empty(edits, page, page.places[other])
    for block in pictures:
        place = _picture(edits, page, block, passages.read(translation, block, "es"))
        if place is None:
            missing.append(block.id)
        else:
            used.add(place)
    missing += [block.id for block in lost]
    return Placed(frozenset(used), tuple(sorted(missing)))


# --- finding


Match = tuple[tuple[int, ...], list[Block]]


def _key(text: str) -> str:
    return "".join(text.split())


def _said(block: Block) -> str:
    return _key(inline.strip(block.text, block.codes))


def _match(blocks: Sequence[Block], places: Sequence[Place]) -> tuple[list[Match], list[Block]]:
    """The pieces with the lines that stand in each, and the lines that were not found.

    A line that a person has split stands with its other part in one piece, one that was joined in
    several; one whose English was corrected is the only one left of its element.
    """
    matches: list[Match] = []
    left = list(blocks)
    free = [index for index, place in enumerate(places) if place.texts]
    for index in list(free):
        place = places[index]
        here = [block for block in left if block.element == place.path]
        group = _same(here, _key(place.text))
        if group:
            matches.append(((index,), group))
            free.remove(index)
            left = [block for block in left if block not in group]
    for block in list(left):
        there = _joined(block, places, free) or _only(block, left, places, free)
        if there:
            matches.append((there, [block]))
            free = [index for index in free if index not in there]
            left.remove(block)
    return matches, left


def _same(blocks: Sequence[Block], key: str) -> list[Block]:
    """The line, or the lines one behind the other, that say just this."""
    for first in range(len(blocks)):
        said = ""
        for last in range(first, len(blocks)):
            said += _said(blocks[last])
            if said == key:
                return list(blocks[first : last + 1])
            if not key.startswith(said):
                break
    return []


def _joined(block: Block, places: Sequence[Place], free: Sequence[int]) -> tuple[int, ...]:
    """The pieces that make up a joined line; the first one is of its element."""
    said = _said(block)
    for position, index in enumerate(free):
        if places[index].path != block.element:
            continue
        text, taken = "", []
        for other in free[position:]:
            key = _key(places[other].text)
            if said.startswith(text + key):
                text += key
                taken.append(other)
            if text == said:
                return tuple(taken)
    return ()


def _only(
    block: Block, left: Sequence[Block], places: Sequence[Place], free: Sequence[int]
) -> tuple[int, ...]:
    there = [index for index in free if places[index].path == block.element]
    rivals = [one for one in left if one.element == block.element]
    return (there[0],) if len(there) == len(rivals) == 1 else ()


# --- writing


@dataclass(frozen=True, slots=True)
class _Core:
    """The stretch of a piece that is replaced: from its first to its last letter, or the tags of
    codes around them; and the start tags of its codes by their numbers."""

    start: int
    end: int
    first: int
    last: int
    codes: dict[int, int]


def _put(edits: Edits, page: Map, place: Place, shown: Sequence[Passage]) -> None:
    core = _core(edits, page, place, shown[0] if len(shown) == 1 else None)
    if all(passage.is_english for passage in shown):
        english = page.data[core.start : core.end]
        edits.put(core.start, core.end, b'<span lang="en">' + english + b"</span>")
        return
    pieces = [
        f'<span lang="en">{markup.fragment(passage.tokens)}</span>'.encode(
            "ascii", "xmlcharrefreplace"
        )
        if passage.is_english
        else _fragment(edits, page, passage, core)
        for passage in shown
    ]
    kept = b"".join(_leftovers(page, place, core))
    edits.put(core.start, core.end, b" ".join(pieces) + kept)


def _core(edits: Edits, page: Map, place: Place, passage: Passage | None) -> _Core:
    texts, partners = place.texts, page.partners
    around = {one for one in place.elements if one < texts[0] and partners.get(one, -1) > texts[-1]}
    codes = _codes(page, place, passage, around)
    # Elements around the whole that are no codes stay where they are.
    outer = {one for one in around if one not in codes.values()}
    innermost = max(outer, default=-1)
    inside = [one for one in place.elements if one not in outer and one > innermost]
    tokens = [*texts, *inside, *(partners[one] for one in inside if one in partners)]
    first, last = min(tokens), max(tokens)
    start, end = page.tokens[first].start, page.tokens[last].end
    if page.tokens[first].kind == "text":
        text = page.data[start : page.tokens[first].end]
        start += len(text) - len(text.lstrip())
    if page.tokens[last].kind == "text":
        text = page.data[page.tokens[last].start : end]
        end -= len(text) - len(text.rstrip())
    return _Core(start, end, first, last, codes)


def _codes(page: Map, place: Place, passage: Passage | None, around: set[int]) -> dict[int, int]:
    """The start tags of a line's codes; none where they are not those of the page."""
    if passage is None:
        return {}
    wanted = [code for code in passage.block.codes if code.kind in _WRITTEN]
    for found in (place.codes, tuple(one for one in place.codes if one not in around)):
        kinds = [KINDS.get(page.tokens[one].name, "span") for one in found]
        if kinds == [code.kind for code in wanted]:
            return {code.number: one for code, one in zip(wanted, found, strict=True)}
    return {}


def _fragment(edits: Edits, page: Map, passage: Passage, core: _Core) -> bytes:
    """The Spanish in the page's own tags; in ours where a code has none there."""
    if any(
        isinstance(token, Open | Empty)
        and token.code != ENGLISH
        and token.code.kind in _WRITTEN
        and token.code.number not in core.codes
        for token in passage.tokens
    ):
        return edits.encoded(str(markup.fragment(passage.tokens)))
    return b"".join(_pieces(edits, page, passage, core))


def _pieces(edits: Edits, page: Map, passage: Passage, core: _Core) -> Iterator[bytes]:
    for token in passage.tokens:
        if isinstance(token, str):
            yield edits.encoded(escape(token, quote=False))
            continue
        if token.code == ENGLISH:
            yield b'<span lang="en">' if isinstance(token, Open) else b"</span>"
            continue
        tag = (
            page.tokens[core.codes[token.code.number]] if token.code.number in core.codes else None
        )
        if tag is None:
            continue
        if not isinstance(token, Close):
            yield page.data[tag.start : tag.end]
        elif tag.name != "br":
            yield f"</{tag.name}>".encode("ascii")


def _leftovers(page: Map, place: Place, core: _Core) -> Iterator[bytes]:
    """What stands in a stretch and is no text of it: comments, scripts, drawings, anchors."""
    held = set(place.elements) | set(place.texts)
    index = core.first
    while index <= core.last:
        token = page.tokens[index]
        end = page.partners.get(index, index)
        if token.kind == "comment":
            yield page.data[token.start : token.end]
        elif token.kind == "start" and index not in held and token.name != "br":
            is_hollow = not held & set(range(index + 1, end))
            if token.name in SKIPPED or is_hollow:
                yield page.data[token.start : page.tokens[end].end]
                index = end
        index += 1


def _lead(edits: Edits, page: Map, place: Place, block: Block, house: House) -> None:
    """Let a headline of another article lead where it does on our own page, and say in which
    language that is. Its link stands around all of it, and so outside of what is written anew."""
    there = related.lead(block.address, "es", house)
    if not there.language or block.codes:
        return
    for one in place.elements:
        token = page.tokens[one]
        found = {each.name: each for each in attributes(page.data, token)}
        is_around = one < place.texts[0] and page.partners.get(one, -1) > place.texts[-1]
        if token.name != "a" or "href" not in found or not is_around:
            continue
        if there.address != block.address:
            href = found["href"]
            edits.value(href.start, href.end, there.address, href.quote)
        if "hreflang" in found:
            stated = found["hreflang"]
            edits.value(stated.start, stated.end, there.language, stated.quote)
        else:
            at = token.start + len("<a")
            edits.put(at, at, f' hreflang="{there.language}"'.encode("ascii"))


def _empty(edits: Edits, page: Map, place: Place) -> None:
    """Take out the text of a piece whose words stand in another one now."""
    for index in place.texts:
        token = page.tokens[index]
        edits.put(token.start, token.end, b"")


def _picture(edits: Edits, page: Map, block: Block, passage: Passage) -> int | None:
    """Write an alternative text; the place of its picture, None where there is no such one."""
    for index, place in enumerate(page.places):
        if place.path != block.element or place.texts:
            continue
        found = attributes(page.data, page.tokens[place.elements[0]])
        for one in found:
            is_alt = one.name == "alt"
            if is_alt or (
                one.name == "title" and _said(block) == _key(edits.text(one.start, one.end))
            ):
                edits.value(one.start, one.end, passage.plain, one.quote)
        if passage.is_english and not any(one.name == "lang" for one in found):
            end = page.tokens[place.elements[0]].start + 4
            edits.put(end, end, b' lang="en"')
        return index
    return None
