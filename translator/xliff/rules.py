"""What makes an XLIFF file invalid, said with line, element and reason.

Holds the file against the tables of `grammar`, and checks what no table can say: ids that must be
one, references that must lead somewhere, a target without a language. Refuses to mend anything: a
guess here would be written back into somebody's file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from translator import xmltext
from translator.errors import InputError
from translator.xliff import grammar
from translator.xliff.grammar import Rule

_MOST_CODES = 9_999
"""Elements inside one sentence: marked text counts its codes with four digits."""

_SENTENCES = frozenset({"source", "target"})

_MOST_ATTRIBUTES = 100
"""Of one element; the standard knows some twenty. Reading them takes time by their square: 50,000
take 17 s."""


class _Invalid(Exception):
    """An element that is not as it must be: why (a code for `wording`), and about which word."""

    def __init__(self, element: etree._Element, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.element, self.reason, self.detail = element, reason, detail


def check(root: etree._Element, path: str) -> int:
    """The family of versions that a valid file is of, 1 or 2.

    Raises InputError: `not-xliff` for another root, `xliff-version` for a version nobody knows,
    `xliff-invalid` with line, element and reason.
    """
    family = grammar.NAMESPACES.get(xmltext.space(root))
    if xmltext.name(root) != "xliff" or family is None:
        raise InputError("not-xliff", path=path)
    version = root.get("version", "")
    if version and version not in grammar.VERSIONS[family]:
        raise InputError("xliff-version", path=path, version=version)
    try:
        _check_tree(root, grammar.RULES_1 if family == 1 else grammar.RULES_2, family)
        if family == 2:
            _check_2(root)
        else:
            _check_1(root)
    except _Invalid as wrong:
        raise InputError(
            "xliff-invalid",
            path=path,
            line=wrong.element.sourceline or 1,
            element=xmltext.name(wrong.element),
            reason=wrong.reason,
            detail=wrong.detail,
        ) from None
    return family


def _check_tree(root: etree._Element, rules: Mapping[str, Rule], family: int) -> None:
    own = xmltext.space(root)
    values = grammar.VALUES_1 if family == 1 else grammar.VALUES_2
    for element in xmltext.elements(root):
        if xmltext.space(element) != own:
            continue
        parent = element.getparent()
        if parent is not None and xmltext.space(parent) != own:
            continue
        name = xmltext.name(element)
        if name not in rules:
            raise _Invalid(element, "xliff-unknown")
        rule = rules[name]
        if parent is None:
            if element is not root:
                raise _Invalid(element, "xliff-unknown")
        elif xmltext.name(parent) not in rule.parents:
            raise _Invalid(element, "xliff-parent", xmltext.name(parent))
        if name in _SENTENCES and len(element) and _has_too_many(element):
            raise _Invalid(element, "xliff-codes")
        _check_attributes(element, rule, values, family)
        if name not in grammar.TEXT_HOLDERS and _has_text(element):
            raise _Invalid(element, "xliff-text")


def _has_too_many(sentence: etree._Element) -> bool:
    return float(str(sentence.xpath("count(descendant::*)"))) > _MOST_CODES


def _check_attributes(
    element: etree._Element,
    rule: Rule,
    values: Mapping[tuple[str, str], tuple[str, ...]],
    family: int,
) -> None:
    if len(element.attrib) > _MOST_ATTRIBUTES:
        raise _Invalid(element, "xliff-attribute", str(next(iter(element.attrib))))
    given = {str(key): str(value) for key, value in element.attrib.items()}
    for lacking in sorted(rule.required - given.keys()):
        raise _Invalid(element, "xliff-lacks", lacking)
    for key, value in given.items():
        if key.startswith("{"):
            continue
        if rule.optional is not None and key not in rule.required | rule.optional:
            raise _Invalid(element, "xliff-attribute", key)
        allowed = values.get((xmltext.name(element), key))
        is_own = family == 1 and value.startswith("x-")
        if allowed is not None and value not in allowed and not is_own:
            raise _Invalid(element, "xliff-value", f"{key}={value}")


def _has_text(element: etree._Element) -> bool:
    return bool((element.text or "").strip()) or any((one.tail or "").strip() for one in element)


def _children(element: etree._Element, *names: str) -> list[etree._Element]:
    own = xmltext.space(element)
    return [one for one in element if xmltext.space(one) == own and xmltext.name(one) in names]


def _unique(elements: Iterable[etree._Element], key: str = "id") -> None:
    seen: set[str] = set()
    for element in elements:
        given = element.get(key)
        if given is None:
            continue
        if given in seen:
            raise _Invalid(element, "xliff-twice", given)
        seen.add(given)


def _check_pair(holder: etree._Element) -> None:
    """A source, first and once; a target behind it, at most once."""
    sources = _children(holder, "source")
    targets = _children(holder, "target")
    if not sources:
        raise _Invalid(holder, "xliff-no-source")
    for extra in (*sources[1:], *targets[1:]):
        raise _Invalid(extra, "xliff-second")
    if targets and holder.index(targets[0]) < holder.index(sources[0]):
        raise _Invalid(targets[0], "xliff-order", "source")


def _check_1(root: etree._Element) -> None:
    own = xmltext.space(root)
    for file in _children(root, "file"):
        if not _children(file, "body"):
            raise _Invalid(file, "xliff-no-body")
        for unit in file.iter(f"{{{own}}}trans-unit" if own else "trans-unit"):
            _check_pair(unit)


def _check_2(root: etree._Element) -> None:
    own = xmltext.space(root)
    files = _children(root, "file")
    if not files:
        raise _Invalid(root, "xliff-no-file")
    _unique(files)
    has_language = root.get("trgLang") is not None
    for file in files:
        units = list(file.iter(f"{{{own}}}unit"))
        _unique(units)
        _unique(file.iter(f"{{{own}}}group"))
        for unit in units:
            _check_unit(unit, has_language=has_language)


def _check_unit(unit: etree._Element, *, has_language: bool) -> None:
    held = _children(unit, "segment", "ignorable")
    if not any(xmltext.name(one) == "segment" for one in held):
        raise _Invalid(unit, "xliff-no-segment")
    for notes in _children(unit, "notes"):
        if unit.index(notes) > unit.index(held[0]):
            raise _Invalid(notes, "xliff-order", "segment")
    _unique(held)
    data = {one.get("id") for group in _children(unit, "originalData") for one in group}
    inside: dict[str, list[etree._Element]] = {"source": [], "target": []}
    for one in held:
        _check_pair(one)
        for side in _children(one, "source", "target"):
            if xmltext.name(side) == "target" and not has_language:
                raise _Invalid(side, "xliff-no-language")
            inside[xmltext.name(side)] += [
                code for code in xmltext.elements(side)[1:] if xmltext.space(code) != ""
            ]
    for codes in inside.values():
        _check_codes(codes, data)


def _check_codes(codes: list[etree._Element], data: set[str | None]) -> None:
    """Codes of one side of a unit: each id once, every end with its start, all data there."""
    _unique(one for one in codes if xmltext.name(one) != "em")
    starts = {one.get("id") for one in codes if xmltext.name(one) == "sc"}
    marks = {one.get("id") for one in codes if xmltext.name(one) == "sm"}
    for code in codes:
        name = xmltext.name(code)
        reference = code.get("startRef")
        if name == "ec" and code.get("isolated", "no") == "no" and reference is None:
            raise _Invalid(code, "xliff-lacks", "startRef")
        known = {"ec": starts, "em": marks}.get(name)
        if known is not None and reference is not None and reference not in known:
            raise _Invalid(code, "xliff-reference", reference)
        for key in ("dataRef", "dataRefStart", "dataRefEnd"):
            if code.get(key) is not None and code.get(key) not in data:
                raise _Invalid(code, "xliff-reference", str(code.get(key)))
