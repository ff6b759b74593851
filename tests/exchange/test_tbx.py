"""TBX out and in, older dialects in, and nothing fetched."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.exchange.test_term_tables import TERMS
from translator.errors import InputError
from translator.exchange import tbx
from translator.exchange.term_tables import Bad
from translator.model import Term, TermKind

OLD = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body>
<termEntry id="1"><descripGrp><descrip type="subjectField">war</descrip></descripGrp>
<langSet xml:lang="en-US"><tig><term>drone</term></tig></langSet>
<langSet xml:lang="es-ES"><ntig><termGrp><term>dron</term>
<termNote type="partOfSpeech">noun</termNote></termGrp></ntig>
<tig><term>zángano</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
</tig></langSet>
<langSet xml:lang="fr"><tig><term>drone</term></tig></langSet></termEntry>
</body></text></martif>"""


def read(text: str) -> list[Term | Bad]:
    return list(tbx.read(text.encode(), "t.tbx"))


def test_an_old_file_is_read() -> None:
    assert read(OLD) == [
        Term("drone", "dron", part_of_speech="noun", domain="war"),
        Term("drone", "zángano", TermKind.FORBIDDEN, domain="war"),
    ]


def test_a_term_to_keep_comes_back_as_one_and_an_equal_preferred_one_does_not() -> None:
    terms = [Term("Telegram", "", TermKind.KEEP), Term("web", "web")]
    assert read("".join(tbx.write(terms))) == terms


def test_a_word_that_is_forbidden_everywhere_has_no_english() -> None:
    terms = [Term("", "en base a", TermKind.FORBIDDEN, note="mejor: con base en")]
    text = "".join(tbx.write(terms))
    assert 'xml:lang="en"><termSec>' not in text
    assert read(text) == terms


def test_a_concept_without_spanish_is_told_by_its_line() -> None:
    text = OLD.replace("es-ES", "pt")
    (bad,) = read(text)
    assert isinstance(bad, Bad)
    assert (bad.line, bad.reason) == (4, "term-without-spanish")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<tbx><body>", "xml-broken"),
        ("<html/>", "not-tbx"),
        (
            '<!DOCTYPE t [<!ENTITY x SYSTEM "file:///etc/hostname">]><html>&x;</html>',
            "xml-declares",
        ),
    ],
)
def test_what_is_no_tbx_is_refused(text: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read(text)
    assert caught.value.code == code


def test_an_external_entity_is_never_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secreto", encoding="utf-8")
    hostile = OLD.replace(
        'SYSTEM "TBXBasiccoreStructV02.dtd"', f'[<!ENTITY x SYSTEM "{secret.as_uri()}">]'
    ).replace("<term>dron</term>", "<term>dron&x;</term>")
    with pytest.raises(InputError) as caught:
        read(hostile)
    assert caught.value.code == "xml-declares"


@given(st.lists(TERMS, max_size=4, unique_by=lambda one: (one.source, one.target)))
def test_any_terms_come_back(terms: list[Term]) -> None:
    text = "".join(tbx.write(terms))
    etree.fromstring(text.encode())
    assert sorted(read(text), key=repr) == sorted(terms, key=repr)
