"""Translation memories read from TMX 1.4 files, one unit at a time.

Reading finds each ``<tu>`` in the text and gives it to the parser alone. So a broken unit is known
by its line and costs no other one, memory stays flat, and no DOCTYPE and no entity declaration ever
reaches a parser: there is nothing external that could be fetched, and nothing to expand. Codes
of level 2 become inline codes; of what they hold only their type is kept. Names of HTML characters
(``&nbsp;``) are read, other entities make a unit a bad one.

Refuses to decide which units are worth having, and to know the desk. Writing is in `tmx_writing`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from html.entities import name2codepoint
from typing import BinaryIO

from lxml import etree

from translator import inline, normalize
from translator.exchange.fragments import fragments
from translator.memory.tokens import key
from translator.memory.units import canonical
from translator.model import Code, Origin, Unit

_BYTES = re.compile("[\udc80-\udcff\ufffd]")
_MARK = re.compile(r"</?([1-9][0-9]{0,3})/?>")
_GIVEN = r"(?:\s+[\w:.-]+\s*=\s*(?:\"[^\"<&]*\"|'[^'<&]*'))*\s*"
_PLAIN_PROP = re.compile(rf"<prop({_GIVEN})>([^<&]*)</prop>")
_PLAIN_UNIT = re.compile(
    rf"<tu(?P<facts>{_GIVEN})>(?P<props>(?:\s*<prop{_GIVEN}>[^<&]*</prop>)*)"
    rf"\s*<tuv(?P<one>{_GIVEN})>\s*<seg>(?P<first>[^<&]*)</seg>\s*</tuv>"
    rf"\s*<tuv(?P<two>{_GIVEN})>\s*<seg>(?P<second>[^<&]*)</seg>\s*</tuv>\s*</tu>"
)
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(\"[^\"]*\"|'[^']*')")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_KEPT_ENTITIES = frozenset(("lt", "gt", "amp", "quot", "apos"))

_LANGUAGES = {"en": "en", "eng": "en", "english": "en", "es": "es", "spa": "es", "spanish": "es"}
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_KINDS = {"link": "a", "bold": "b", "italic": "i", "ulined": "u", "lb": "br"}
"""The types that TMX recommends, as the elements that we know."""

_BEFORE = frozenset(("x-context-pre", "prev"))
_AFTER = frozenset(("x-context-post", "next"))
_DOCUMENT = frozenset(("x-article", "x-document", "file"))


@dataclass(frozen=True, slots=True)
class Bad:
    """A unit that cannot be read: where it begins, why (a code for `wording`), and its text."""

    line: int
    reason: str
    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Other:
    """A unit that is none of ours: it lacks English or Spanish, or one of them is empty."""

    line: int


Entry = Unit | Bad | Other


def read(file: BinaryIO, path: str) -> Iterator[Entry]:
    """The units of a file, in order; a unit with two Spanish texts is two.

    `path` is for the errors. Raises InputError for what is no TMX.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    for line, unit, spaces, is_whole in fragments(file, path):
        if plain := is_whole and _plain_unit(unit):
            yield plain
        elif not is_whole:
            yield Bad(line, "unit-open" if unit else "file-cut", unit)
        elif _BYTES.search(unit):
            yield Bad(line, "unit-bytes", unit)
        else:
            yield from _parsed(line, unit, spaces, parser)


def _parsed(line: int, unit: str, spaces: str, parser: etree.XMLParser) -> Iterator[Entry]:
    try:
        element = etree.XML(_with_spaces(_entities(unit), spaces), parser)
    except etree.XMLSyntaxError as error:
        at = line + max(0, (error.lineno or 1) - 1)
        yield Bad(at, "unit-xml", unit, _without_place(error.msg or ""))
        return
    yield from _units(element[0] if spaces else element, line)


def _plain_unit(unit: str) -> Unit | None:
    """The unit where it is one English and one Spanish text, without codes and without any ``&``,
    as in nine memories of ten; None for others, which the parser is given. Five times as fast."""
    found = _PLAIN_UNIT.fullmatch(unit)
    if found is None or not found["first"].isprintable() or not found["second"].isprintable():
        return None
    texts = [normalize.line(found["first"]), normalize.line(found["second"])]
    one, two = found["one"], found["two"]
    languages = [_language_of(one), _language_of(two)]
    if languages == ["es", "en"]:
        texts.reverse()
        two = one
    elif languages != ["en", "es"]:
        return None
    if not all(texts):
        return None
    return Unit(texts[0], texts[1], (), *_plain_facts(found["facts"], found["props"], two))


@lru_cache(maxsize=256)
def _language_of(attributes: str) -> str | None:
    facts = _attributes(attributes)
    return _language(facts.get("xml:lang") or facts.get("lang") or "")


@lru_cache(maxsize=1024)
def _plain_facts(facts: str, props: str, spanish: str) -> Facts:
    """What the attributes of a plain unit, its properties and its Spanish text's attributes say."""
    said = {
        _attributes(given).get("type", "").lower(): text
        for given, text in _PLAIN_PROP.findall(props)
    }
    return _facts(_attributes(facts) | _attributes(spanish), said)


def _attributes(text: str) -> dict[str, str]:
    return {name: value[1:-1] for name, value in _ATTRIBUTE.findall(text)}


def _without_place(detail: str) -> str:
    return normalize.line(re.sub(r",? ?\bline \d+(?:, column \d+.*)?", "", detail))


def _with_spaces(unit: str, spaces: str) -> str:
    return f"<tmx{spaces}>{unit}</tmx>" if spaces else unit


def _entities(unit: str) -> str:
    if "&" not in unit:
        return unit
    return _ENTITY.sub(
        lambda found: (
            chr(name2codepoint[found[1]])
            if found[1] in name2codepoint and found[1] not in _KEPT_ENTITIES
            else found[0]
        ),
        unit,
    )


def _units(element: etree._Element, line: int) -> Iterator[Unit | Other]:
    english: etree._Element | None = None
    spanish: list[etree._Element] = []
    props: dict[str, str] = {}
    for child in element:
        if child.tag == "prop":
            props[child.get("type", "").lower()] = child.text or ""
        elif child.tag == "tuv":
            language = _language(child.get(_LANG) or child.get("lang") or "")
            if language == "en" and english is None:
                english = child
            elif language == "es":
                spanish.append(child)
    found = 0
    for one in spanish if english is not None else ():
        unit = _unit(element, props, english, one)
        if unit is not None:
            found += 1
            yield unit
    if not found:
        yield Other(line)


@lru_cache(maxsize=256)
def _language(given: str) -> str | None:
    return _LANGUAGES.get(re.split(r"[-_ (]", given.strip().lower())[0])


def _unit(
    element: etree._Element,
    props: dict[str, str],
    english: etree._Element | None,
    spanish: etree._Element,
) -> Unit | None:
    source_seg = None if english is None else english.find("seg")
    target_seg = spanish.find("seg")
    if source_seg is None or target_seg is None:
        return None
    source, target, codes = _texts(source_seg, target_seg)
    if not source or not target:
        return None
    own = {prop.get("type", "").lower(): prop.text or "" for prop in spanish.iterchildren("prop")}
    facts = {str(name): str(value) for name, value in element.attrib.items()}
    facts |= {str(name): str(value) for name, value in spanish.attrib.items()}
    return Unit(source, target, codes, *_facts(facts, props | own))


Facts = tuple[int | None, int | None, Origin, str, str, datetime | None, datetime | None]
"""What a unit says of itself: neighbours, origin, author, article, when it was made and changed."""


def _facts(facts: Mapping[str, str], props: Mapping[str, str]) -> Facts:
    who = facts.get("changeid") or facts.get("creationid") or ""
    is_machine = who.upper() in ("MT", "MT!") or props.get("x-origin", "").lower() in _MACHINE
    created = facts.get("creationdate", "")
    return (
        _context(props, _BEFORE),
        _context(props, _AFTER),
        Origin.MACHINE if is_machine else Origin.HUMAN,
        normalize.line(who),
        _document(props),
        _moment(created),
        _moment(facts.get("changedate") or created),
    )


def _document(props: Mapping[str, str]) -> str:
    return normalize.line(next((props[name] for name in props if name in _DOCUMENT), ""))


_MACHINE = frozenset(("machine", "mt"))


def _context(props: Mapping[str, str], names: frozenset[str]) -> int | None:
    for name in names & props.keys() if props else ():
        text = normalize.line(re.sub(r"</?seg>", "", props[name]))
        return key(text) if text else 0
    return None


@lru_cache(maxsize=1024)
def _moment(text: str) -> datetime | None:
    """``20260312T083000Z``; None for anything else."""
    try:
        return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None


def _texts(source: etree._Element, target: etree._Element) -> tuple[str, str, tuple[Code, ...]]:
    """Both texts as marked text over the codes of the source."""
    if not len(source) and not len(target):
        return normalize.line(source.text or ""), normalize.line(target.text or ""), ()
    names: dict[tuple[str, str], Code] = {}
    # Where a text has marks of its own, its codes are numbered behind them.
    for number in range(_highest_mark(source, target)):
        names["text", str(number)] = Code(number + 1, "")
    english = tuple(inline.repair(_tokens(source, names, {})))
    codes = {one.code for one in english if isinstance(one, inline.Open | inline.Empty)}
    spanish = tuple(
        one
        for one in inline.repair(_tokens(target, names, {}))
        if isinstance(one, str) or one.code in codes
    )
    if not any(isinstance(one, str) and one.strip() for one in english):
        return "", "", ()
    return canonical(_marked(english), _marked(spanish), tuple(codes))


def _highest_mark(*segs: etree._Element) -> int:
    text = "".join(str(piece) for seg in segs for piece in seg.itertext())
    return max((int(number) for number in _MARK.findall(text)), default=0)


def _marked(stream: Iterable[inline.Token]) -> str:
    pieces: list[str] = []
    for token in stream:
        if isinstance(token, str):
            pieces.append(normalize.folded(token))
        elif isinstance(token, inline.Empty):
            pieces.append(f"<{token.code.number}/>")
        else:
            slash = "/" if isinstance(token, inline.Close) else ""
            pieces.append(f"<{slash}{token.code.number}>")
    return normalize.line("".join(pieces))


def _tokens(
    seg: etree._Element, names: dict[tuple[str, str], Code], opened: dict[str, Code]
) -> Iterator[inline.Token]:
    """The text and codes of a segment. `names` gives a code of both languages one number: codes
    answer each other by `x`, or else by their place among those of their kind. `opened` are the
    pairs begun so far, by their `i`. What a code holds is not text."""
    yield seg.text or ""
    seen: dict[str, int] = {}
    for element in seg:
        tag = str(element.tag)
        pair = element.get("i") or ""
        if tag == "ept":
            if pair in opened:
                yield inline.Close(opened[pair])
        else:
            seen[tag] = seen.get(tag, 0) + 1
            code = _code(element, names, seen[tag] - 1)
            if tag == "hi":
                yield inline.Open(code)
                yield from _tokens(element, names, opened)
                yield inline.Close(code)
            elif tag == "bpt":
                opened[pair] = code
                yield inline.Open(code)
            else:
                yield inline.Empty(code)
        yield element.tail or ""


def _code(element: etree._Element, names: dict[tuple[str, str], Code], nth: int) -> Code:
    tag = str(element.tag)
    kind = element.get("type") or tag
    name = tag, element.get("x") or f"#{nth}"
    return names.setdefault(name, Code(len(names) + 1, _KINDS.get(kind, kind)))
