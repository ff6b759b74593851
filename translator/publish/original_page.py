"""The pair in the original page's own markup: what is not language stays as it is, byte for byte.

The Spanish page is the English one with its text, alternative texts, titles, descriptions, linked
data and language replaced, the site's own words from catalogues, and the links between the two; the
English page only gets those links, and both get the mark of a draft while they are one. Pages of
the house's own site (setting `site`) keep their scripts; those of strangers are cleaned. Refuses to
believe a page where it is from, an article that was not read from HTML, and a page in which a line
is not found any more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from translator import normalize
from translator.errors import InputError, UsageError
from translator.model import Role, Translation
from translator.pagetree import places
from translator.pagetree.places import Map
from translator.pagetree.tokens import attributes
from translator.publish import addresses, cleaning, consent, draft_mark, original_body, passages
from translator.publish.edits import Edits
from translator.publish.frame import Frame, frame
from translator.publish.furniture import Furniture
from translator.publish.house import House
from translator.publish.original_head import Head
from translator.publish.passages import Language

_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:\-]{2,40})", re.IGNORECASE)
_SWITCH = {
    "en": re.compile(r"(?:eng?|english|inglés)", re.IGNORECASE),
    "es": re.compile(r"(?:esp?|español|spanish|castellano|en español)", re.IGNORECASE),
}
"""What links between the languages of a site say."""
_LISTING = re.compile(r"/pre(?:\[|/|$)")
"""Text whose lines count, programs mostly, holds no words of the site's."""
_SPOKEN = ("aria-label", "placeholder", "title")
"""Attributes that people read or hear."""


@dataclass(frozen=True, slots=True)
class Written:
    """The two pages, and the words of the site's that no catalogue knew.

    `banners` are the tools whose consent banners were cut out. `only_says_own` tells that the page
    was cleaned although it says that it is from the house's site: nothing proves it.
    """

    english: bytes
    spanish: bytes
    met: tuple[str, ...]
    banners: tuple[str, ...] = ()
    only_says_own: bool = False


def render(
    translation: Translation,
    data: bytes,
    decode: Callable[[bytes], str],
    house: House,
    *,
    place: str = "",
    draft: bool = False,
) -> Written:
    """The pair of an article in the bytes that it was read from.

    `decode` makes text of them the way their reader does; `place` is the address that they were
    fetched from, or that a person answers for: what they say themselves proves nothing. Raises
    UsageError where they are no HTML, InputError where a line is not found in them.
    """
    slug = translation.article.slug
    if not any(block.element.startswith("/") for block in translation.article.blocks):
        raise UsageError("no-markup", slug=slug)
    data, charset, decode = _settled(data, decode)
    page = places.locate(data, decode)
    if page is None:
        raise InputError("markup-unclear", path=translation.article.source)
    english, spanish = Edits(data, charset), Edits(data, charset)
    placed = original_body.write(spanish, page, translation, house)
    if placed.missing:
        lines = ", ".join(map(str, placed.missing))
        raise InputError("lines-not-found", path=translation.article.source, lines=lines)
    is_own = addresses.is_own(place, house.site)
    banners = () if is_own else consent.find(page, _texts(page, placed.places))
    furniture = Furniture(_frame("es", house), _names(translation))
    _furnish(spanish, page, placed.places, furniture, banners)
    _frame_in(english, page, translation, house, "en", draft=draft)
    _frame_in(spanish, page, translation, house, "es", draft=draft)
    made = []
    for edits in (english, spanish):
        consent.cut(edits, page, banners)
        made.append(edits.made() if is_own else cleaning.clean(edits.made(), charset))
    return Written(
        made[0],
        made[1],
        tuple(furniture.met),
        tuple(dict.fromkeys(one.tool for one in banners)),
        not is_own and addresses.is_own(translation.article.address, house.site),
    )


def _texts(page: Map, used: Collection[int]) -> frozenset[int]:
    """The tokens that hold the article: its texts, and the tags of its pictures."""
    places = [page.places[index] for index in used]
    return frozenset(one for place in places for one in (place.texts or place.elements))


def _settled(
    data: bytes, decode: Callable[[bytes], str]
) -> tuple[bytes, str, Callable[[bytes], str]]:
    """The bytes, the charset to write in, and how to read them. A page in UTF-16 is written in
    UTF-8; where no charset is quite the reader's, new text is written in ASCII."""
    text = decode(data)
    if b"\0" in data[:1000]:
        return text.encode("utf-8-sig"), "utf-8", lambda one: one.decode("utf-8-sig", "replace")
    declared = [found.decode("ascii").lower() for found in _DECLARED.findall(data[:4096])]
    for name in ("utf-8", *declared, "cp1252"):
        try:
            if data.decode(name).lstrip("\ufeff") == text:
                return data, name, decode
        except (UnicodeDecodeError, LookupError):
            continue
    return data, "ascii", decode


def _names(translation: Translation) -> Sequence[str]:
    """What is no furniture to translate: names of people, of the site, and of languages, which say
    their own name."""
    article = translation.article
    own = ("Español", "English", "Eng", "Esp", "EN", "ES")
    return [article.site, article.author, *article.author.split(","), *own]


def _frame(language: Language, house: House) -> Frame:
    return frame(language, region=house.region, desk=house.desk)


def _frame_in(
    edits: Edits,
    page: Map,
    translation: Translation,
    house: House,
    language: Language,
    *,
    draft: bool,
) -> None:
    """Write all but the text: the head, the links of the pair, the mark of a draft, the credit."""
    words = _frame(language, house)
    pair = addresses.of_pair(translation, house)
    open_ones = passages.unfinished(translation)
    is_draft = draft or open_ones > 0
    Head(edits, page, translation, language, pair, words, house.translator).write(draft=is_draft)
    _links(edits, page, pair)
    if is_draft:
        draft_mark.put(edits, page, words, open_ones)
    if language == "es" and house.translator:
        _credit(edits, page, translation, words.translated_by(house.translator))


def _links(edits: Edits, page: Map, pair: addresses.Addresses) -> None:
    """Let the page's own links between its languages lead to the pair."""
    for index, token in enumerate(page.tokens):
        if token.kind != "start" or token.name != "a" or index not in page.partners:
            continue
        found = {one.name: one for one in attributes(page.data, token)}
        last = page.tokens[page.partners[index]]
        said = re.sub(r"<[^>]*>", " ", edits.text(token.end, last.start)).strip()
        for other, address in pair.items():
            if "href" in found and _SWITCH[other].fullmatch(said):
                href = found["href"]
                edits.value(href.start, href.end, address, href.quote)


def _furnish(
    edits: Edits,
    page: Map,
    used: frozenset[int],
    furniture: Furniture,
    banners: Sequence[consent.Banner],
) -> None:
    """Put the Spanish of the site's own words in the place of its English; nothing is asked for
    the words of what is cut."""
    times = dict(_times(edits, page))
    done = {text for index in used for text in page.places[index].texts}
    done.update(number for one in banners for number in range(one.first, one.last + 1))
    done.update(_labelled(edits, page, furniture))
    for index, place in enumerate(page.places):
        if index in used or _LISTING.search(place.path):
            continue
        for number in place.texts:
            if number in done:
                continue
            token = page.tokens[number]
            raw = page.data[token.start : token.end]
            start = token.start + len(raw) - len(raw.lstrip())
            end = token.end - (len(raw) - len(raw.rstrip()))
            text = edits.text(start, end)
            stated = times.get(number)
            said = furniture.localised(stated, text) if stated else furniture.translate(text)
            if said is not None:
                edits.say(start, end, said)
    done.update(page.places[index].elements[0] for index in used if not page.places[index].texts)
    _speak(edits, page, furniture, done)


def _labelled(edits: Edits, page: Map, furniture: Furniture) -> Iterator[int]:
    """The texts and tags of elements whose label holds what they show, and would not any more:
    who speaks to a browser says what stands there. WCAG 2.2, 2.5.3."""
    for index, token in enumerate(page.tokens):
        if token.kind != "start" or index not in page.partners:
            continue
        found = {one.name: one for one in attributes(page.data, token)}
        if "aria-label" not in found:
            continue
        label = edits.text(found["aria-label"].start, found["aria-label"].end)
        inside = [
            number
            for number in range(index + 1, page.partners[index])
            if page.tokens[number].kind == "text"
        ]
        shown = [edits.text(page.tokens[one].start, page.tokens[one].end) for one in inside]
        if not _holds(label, shown):
            continue
        spanish = [furniture.translate(one, collects=False) or one for one in shown]
        if not _holds(furniture.translate(label, collects=False) or label, spanish):
            yield from (index, *inside)


def _holds(label: str, shown: Sequence[str]) -> bool:
    words = normalize.line(" ".join(shown)).casefold()
    return bool(words) and words in normalize.line(label).casefold()


def _credit(edits: Edits, page: Map, translation: Translation, credit: str) -> None:
    """Say who translated, behind the page's own byline where it has one."""
    block = translation.article.first(Role.BYLINE)
    for place in page.places:
        if block is not None and place.texts and place.path == block.element:
            ends = [
                page.tokens[place.texts[-1]],
                *(
                    page.tokens[page.partners[one]]
                    for one in place.elements
                    if one in page.partners
                ),
            ]
            at = max(token.end for token in ends)
            edits.put(at, at, edits.encoded(f" · {escape(credit, quote=False)}"))
            return


def _times(edits: Edits, page: Map) -> Iterator[tuple[int, str]]:
    """The texts within `time` elements, with what those state."""
    for index, token in enumerate(page.tokens):
        if token.kind == "start" and token.name == "time" and index in page.partners:
            for one in attributes(page.data, token):
                if one.name == "datetime":
                    inside = range(index + 1, page.partners[index])
                    yield from ((text, edits.text(one.start, one.end)) for text in inside)


def _speak(edits: Edits, page: Map, furniture: Furniture, done: Collection[int]) -> None:
    for index, token in enumerate(page.tokens):
        if token.kind != "start" or index in done:
            continue
        found = {one.name: one for one in attributes(page.data, token)}
        kind = edits.text(found["type"].start, found["type"].end) if "type" in found else ""
        is_button = token.name == "input" and kind.lower() in ("submit", "button", "reset")
        names = [
            *_SPOKEN,
            *(["value"] if is_button else []),
            *(["alt"] if token.name == "img" else []),
        ]
        for name in names:
            if name in found and token.name not in ("meta", "link"):
                one = found[name]
                collects = name not in ("alt", "title")
                said = furniture.translate(edits.text(one.start, one.end), collects=collects)
                if said is not None:
                    edits.value(one.start, one.end, said, one.quote)
