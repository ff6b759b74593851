"""Termbases as TBX files: basic TBX (ISO 30042:2019, DCA style), and the older ones read as well.

A concept is one English term with its Spanish ones; a term to keep is its own Spanish, without a
status. Nothing outside the file is ever fetched. Refuses other languages, and to know the desk.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from translator import __version__, normalize, xmltext
from translator.errors import InputError
from translator.exchange.term_tables import KIND_OF, Bad, checked
from translator.model import Term, TermKind

_LANG = f"{xmltext.XML}lang"
_STATUS = {
    TermKind.PREFERRED: "preferredTerm-admn-sts",
    TermKind.ALLOWED: "admittedTerm-admn-sts",
    TermKind.FORBIDDEN: "deprecatedTerm-admn-sts",
    TermKind.KEEP: "",
}
_CONCEPTS = ("conceptEntry", "termEntry")
_LANGUAGES = ("langSec", "langSet")
_TERMS = ("termSec", "tig", "ntig")


def read(data: bytes, path: str) -> Iterator[Term | Bad]:
    """The terms of a file, in order. Raises InputError for what is no TBX."""
    root = xmltext.parse(data, path)
    if xmltext.name(root) not in ("tbx", "martif"):
        raise InputError("not-tbx", path=path)
    for concept in root.iter():
        if xmltext.name(concept) in _CONCEPTS:
            yield from _concept(concept)


def _concept(concept: etree._Element) -> Iterator[Term | Bad]:
    english: list[etree._Element] = []
    spanish: list[etree._Element] = []
    for section in concept:
        if xmltext.name(section) in _LANGUAGES:
            given = section.get(_LANG) or section.get("lang") or ""
            language = re.split("[-_]", given.lower())[0]
            some = [one for one in section if xmltext.name(one) in _TERMS]
            english += some if language in ("en", "eng") else []
            spanish += some if language in ("es", "spa") else []
    line = concept.sourceline or 0
    domain = _said(concept, "descrip", "subjectField")
    sources = [_text(one) for one in english if not _is_deprecated(one)] or [""]
    for one in spanish:
        for source in sources if any(sources) else [""]:
            yield _term(source, one, concept, domain, line)
    if not spanish:
        yield Bad(line, "term-without-spanish", ", ".join(filter(None, sources)))


def _term(
    source: str, section: etree._Element, concept: etree._Element, domain: str, line: int
) -> Term | Bad:
    target = _text(section)
    status = _said(section, "termNote", "administrativeStatus")
    kind = KIND_OF.get(status.lower().removesuffix("-admn-sts"), TermKind.PREFERRED)
    if not status and source and target == source:
        kind = TermKind.KEEP
    term = Term(
        source,
        target,
        kind,
        _said(section, "termNote", "partOfSpeech"),
        domain,
        _said(section, "note") or _said(concept, "note"),
        _said(section, "admin", "source") or _said(concept, "admin", "source"),
    )
    return checked(term, line, f"{source}, {target}")


def _is_deprecated(section: etree._Element) -> bool:
    return _said(section, "termNote", "administrativeStatus").startswith("deprecated")


def _text(section: etree._Element) -> str:
    found = next((one for one in section.iter() if xmltext.name(one) == "term"), None)
    return "" if found is None else normalize.line("".join(map(str, found.itertext())))


def _said(element: etree._Element, name: str, kind: str = "") -> str:
    """What an element says of itself: a child, also within a group of its own level."""
    for one in element.iter():
        if xmltext.name(one) == name and one.get("type", "") == kind and _owner(one) is element:
            return normalize.line("".join(map(str, one.itertext())))
    return ""


def _owner(element: etree._Element) -> etree._Element | None:
    """The concept or term that a statement is about; groups stand between."""
    parent = element.getparent()
    while parent is not None and xmltext.name(parent) in (
        "descripGrp",
        "termGrp",
        "termNoteGrp",
        "adminGrp",
    ):
        parent = parent.getparent()
    return parent


def write(terms: Iterable[Term]) -> Iterator[str]:
    """The text of a TBX file, concept by concept."""
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">\n'
        "<tbxHeader><fileDesc><sourceDesc>"
        f"<p>engesp {__version__}</p>"
        "</sourceDesc></fileDesc></tbxHeader>\n<text><body>\n"
    )
    ordered = sorted(terms, key=lambda one: (one.source, one.domain))
    for number, ((source, domain), some) in enumerate(
        groupby(ordered, key=lambda one: (one.source, one.domain)), start=1
    ):
        yield _written(number, source, domain, list(some))
    yield "</body></text>\n</tbx>\n"


def _written(number: int, source: str, domain: str, terms: list[Term]) -> str:
    field = _statement("descrip", "subjectField", domain)
    english = f"<termSec><term>{escape(source)}</term></termSec>"
    sections = "".join(_section(term) for term in terms)
    return (
        f'<conceptEntry id="c{number}">\n{field}'
        + (f'<langSec xml:lang="en">{english}</langSec>\n' if source else "")
        + f'<langSec xml:lang="es">\n{sections}</langSec>\n</conceptEntry>\n'
    )


def _section(term: Term) -> str:
    return (
        f"<termSec><term>{escape(term.target or term.source)}</term>\n"
        + _statement("termNote", "partOfSpeech", term.part_of_speech)
        + _statement("termNote", "administrativeStatus", _STATUS[term.kind])
        + _statement("admin", "source", term.decision)
        + (f"<note>{escape(term.note)}</note>\n" if term.note else "")
        + "</termSec>\n"
    )


def _statement(name: str, kind: str, value: str) -> str:
    return f"<{name} type={quoteattr(kind)}>{escape(value)}</{name}>\n" if value else ""
