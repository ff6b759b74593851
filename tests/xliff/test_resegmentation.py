"""The split, join and rewrite cases of the OASIS suite, up to canonical form."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import SHARED
from translator import xmltext
from translator.xliff import grammar, resegmentation, rules

CASES = SHARED / "data" / "interchange" / "xliff-2.1" / "core-in-out"
needs_cases = pytest.mark.skipif(not CASES.is_dir(), reason="the cases are not beside us")


def after_full_stops(text: str) -> list[int]:
    return [found.end() for found in re.finditer(r"\. ", text)]


def is_extension(marker: etree._Element) -> bool:
    return ":" in (marker.get("type") or "")


WAYS: dict[str, Callable[[etree._Element], None]] = {
    "toJoin": resegmentation.join,
    "toSegment": lambda root: resegmentation.split(root, after_full_stops),
    "toRemoveAnnotations": resegmentation.without_annotations,
    "toRemoveExtensions": lambda root: resegmentation.without_annotations(root, is_extension),
    "toRewrite": resegmentation.rewrite,
}
NAMES = [
    "toJoin1",
    "toJoin2",
    "toJoin3",
    "toJoin4",
    "toRemoveAnnotations",
    "toRemoveExtensions",
    "toRewrite1",
    "toRewrite2",
    "toSegment1",
]


def canonical(root: etree._Element) -> str:
    """The file in canonical form (C14N 2.0), without the blanks between elements that hold no text,
    and without instructions outside the skeleton: the reference writer drops those, we do not."""
    for element in list(root.iter(etree.PI)):
        parent = element.getparent()
        if parent is not None and xmltext.name(parent) != "skeleton":
            _remove(element)
    for element in xmltext.elements(root):
        if xmltext.space(element) != grammar.NAMESPACE_2:
            continue
        if xmltext.name(element) in grammar.TEXT_HOLDERS:
            continue
        element.text = (element.text or "").strip() or None
        for child in element:
            child.tail = (child.tail or "").strip() or None
    # 2.0 and not exclusive 1.0, which refuses the relative name spaces of two of the cases.
    return etree.canonicalize(etree.tostring(root).decode(), with_comments=True)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def lines(text: str) -> list[str]:
    """Canonical text a tag a line, so that a difference is read."""
    return text.replace("><", ">\n<").splitlines()


@needs_cases
@pytest.mark.parametrize("name", NAMES)
def test_a_case_gives_its_output(name: str) -> None:
    path = CASES / f"{name}_in.xlf"
    root = xmltext.parse(path.read_bytes(), path.name)
    WAYS[name.rstrip("0123456789")](root)
    wanted = xmltext.parse((CASES / f"{name}_out.xlf").read_bytes(), name)
    assert lines(canonical(root)) == lines(canonical(wanted))
    assert rules.check(root, name) == 2


UNIT = (
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="es">'
    '<file id="f"><unit id="u"><segment id="s1">{}</segment></unit></file></xliff>'
)


@pytest.mark.parametrize(
    "text",
    [
        "One. Two.",
        '<pc id="1" canOverlap="yes">One. </pc>Two.',
        '<pc id="1" canOverlap="yes" type="fmt">One. <ph id="2"/>Two. </pc>',
        '<mrk id="m" type="term">One. Two</mrk>. Three.',
    ],
)
def test_what_is_cut_and_joined_is_as_it_was(text: str) -> None:
    given = UNIT.format(f"<source>{text}</source><target>{text}</target>")
    root = etree.fromstring(given.encode())
    before = canonical(etree.fromstring(given.encode()))
    resegmentation.split(root, after_full_stops)
    segments = list(root.iter(f"{{{grammar.NAMESPACE_2}}}segment"))
    assert len({segment.get("id") for segment in segments}) == len(segments) > 1
    rules.check(root, "x")
    resegmentation.join(root)
    assert canonical(root) == before


def test_a_target_of_another_number_of_sentences_stays_whole() -> None:
    given = UNIT.format("<source>One. Two.</source><target>Uno y dos.</target>")
    root = etree.fromstring(given.encode())
    resegmentation.split(root, after_full_stops)
    assert etree.tostring(root).decode() == given


def test_the_cases_are_all_tried() -> None:
    if not CASES.is_dir():
        pytest.skip("the cases are not beside us")
    assert {path.name.removesuffix("_in.xlf") for path in Path(CASES).glob("*_in.xlf")} == set(
        NAMES
    )
