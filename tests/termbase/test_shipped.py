"""The terms and names that ship: enough of them, well formed, and no row against another."""

from __future__ import annotations

import unicodedata
from collections import Counter

from translator import terminology
from translator.model import Decision, NameKind, TermKind
from translator.termbase import Fault, Termbase

SOURCES = {"house", "fundeu.es/recomendacion/volodimir-zelenski", "cope.es FundéuRAE 2022-02-24"}
"""Where a decision may stand written: what was read, or the house itself."""


def test_there_are_enough_terms_with_a_preferred_spanish() -> None:
    terms = terminology.shipped_terms()
    assert len({one.source for one in terms}) >= 150
    preferred = Counter(one.source for one in terms if one.kind is TermKind.PREFERRED)
    kept = {one.source for one in terms if one.kind is TermKind.KEEP}
    assert {one.source for one in terms if one.source} == set(preferred) | kept
    assert max(preferred.values()) == 1


def test_every_term_is_right_by_its_own_row() -> None:
    base = Termbase(terminology.shipped_terms())
    for term in terminology.shipped_terms():
        if not term.source:
            continue
        found = [
            one.fault
            for one in base.faults(term.source, term.target or term.source)
            if one.term.source == term.source
        ]
        assert (Fault.FORBIDDEN in found) == (term.kind is TermKind.FORBIDDEN), term


def test_the_terms_of_the_issue_are_among_them() -> None:
    preferred = {
        one.source: one.target
        for one in terminology.shipped_terms()
        if one.kind is TermKind.PREFERRED
    }
    assert preferred["drone"] == "dron"
    assert preferred["prisoner of war"] == preferred["POW"] == "prisionero de guerra"
    assert preferred["front line"] == "línea del frente"
    assert preferred["air defense"] == "defensa aérea"
    assert preferred["NATO"] == "OTAN"


def test_there_are_enough_names_of_each_kind() -> None:
    kinds = Counter(one.kind for one in terminology.shipped_names())
    assert sum(kinds.values()) >= 120
    assert min(kinds[one] for one in NameKind if one is not NameKind.OTHER) >= 20


def test_names_are_whole() -> None:
    names = terminology.shipped_names()
    forms = Counter(form for one in names for form, _ in one.forms)
    assert [form for form, count in forms.items() if count > 1] == []
    for name in names:
        if name.decision is Decision.KEEP:
            assert all(english == spanish for english, spanish in name.forms)
        else:
            assert all(spanish for _, spanish in name.forms), name


def test_every_row_says_where_it_was_decided_and_is_in_composed_letters() -> None:
    for term in terminology.shipped_terms():
        assert term.decision in SOURCES
        assert unicodedata.is_normalized("NFC", term.source + term.target + term.note)
    for name in terminology.shipped_names():
        assert name.why in SOURCES
        assert all(unicodedata.is_normalized("NFC", "".join(pair)) for pair in name.forms)
