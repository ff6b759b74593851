"""Bytes to text: who wins where mark, declaration and bytes disagree, and what is no text."""

from __future__ import annotations

import codecs

import pytest

from translator.errors import InputError
from translator.sources import encoding

TEXT = "“Año” – café"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        TEXT.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 mark", "utf-16", "utf-16 be", "utf-16 le", "cp1252"],
)
def test_the_same_text_in_several_encodings(data: bytes) -> None:
    assert encoding.decode(data, "page") == TEXT


@pytest.mark.parametrize(
    ("declaration", "charset"),
    [
        ('<meta charset="cp1250">', "cp1250"),
        ("<META CHARSET=windows-1251>", "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">', "iso-8859-2"),
        ("<?xml version='1.0' encoding='koi8-r'?>", "koi8-r"),
    ],
)
def test_a_declared_charset_is_used(declaration: str, charset: str) -> None:
    text = f"{declaration}<p>{'Привет' if charset in ('cp1251', 'koi8-r') else 'Łódź ř'}</p>"
    assert encoding.decode(text.encode(charset), "page") == text


@pytest.mark.parametrize("name", ["iso-8859-1", "latin1", "us-ascii"])
def test_latin_1_means_the_western_code_page(name: str) -> None:
    text = f"<meta charset={name}>“quoted”"
    assert encoding.decode(text.encode("cp1252"), "page") == text


@pytest.mark.parametrize("name", ["klingon", "rot13", "hex", "base64", "zip", "x" * 40])
def test_a_declaration_that_names_no_charset_is_passed_over(name: str) -> None:
    text = f"<meta charset={name}>{TEXT}"
    assert encoding.decode(text.encode("utf-8"), "page") == text


def test_a_declaration_that_the_bytes_deny_is_passed_over() -> None:
    text = f"<meta charset=ascii-8><meta charset=shift_jis>{TEXT}"
    assert encoding.decode(text.encode("utf-8"), "page") == text


def test_a_mark_wins_over_a_declaration() -> None:
    text = f"<meta charset=cp1251>{TEXT}"
    assert encoding.decode(text.encode("utf-8-sig"), "page") == text


def test_bytes_that_no_encoding_takes_still_give_a_text() -> None:
    assert encoding.decode(b"caf\xe9 \x81 end", "page") == "café \ufffd end"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x01" * 50,
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + b"\x02" * 50,
        b"PK\x03\x04\x14\x00\x00\x00\x08\x00" + b"word/document.xml" * 5,
        b"a text\0with a zero byte",
        "A text.".encode("utf-32"),
        bytes(range(1, 32)) * 10,
    ],
    ids=["png", "jpeg", "zip", "zero", "utf-32", "controls"],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        encoding.decode(data, "page.bin")
    assert (caught.value.code, caught.value.values) == ("binary-file", {"path": "page.bin"})


def test_a_text_with_a_few_control_characters_is_a_text() -> None:
    text = "A long line of a terminal's log, with colours. " * 10 + "\x1b[0m\x07"
    assert encoding.decode(text.encode(), "page") == text


@pytest.mark.parametrize("name", ["punycode", "undefined", "idna"])
def test_a_codec_that_is_none_of_pages_is_passed_over(name: str) -> None:
    text = f"<meta charset={name}>1 < 2"
    assert encoding.decode(text.encode("utf-8"), "page") == text


@pytest.mark.parametrize("name", ["utf-7", "unicode_escape", "raw_unicode_escape"])
def test_a_codec_that_reads_escapes_is_passed_over(name: str) -> None:
    text = f"<meta charset={name}>the file C:\\u0041 and 1 +AOk- 2"
    assert encoding.decode(text.encode("utf-8"), "page") == text


@pytest.mark.parametrize(
    "start", [b"%PDF-1.7\n", b"GIF89a", b"\x89PNG\r\n", b"PK\x03\x04", b"\x1f\x8b"]
)
def test_a_file_of_another_kind_is_told_by_its_first_bytes(start: bytes) -> None:
    with pytest.raises(InputError) as caught:
        encoding.decode(start + b"abc def ghi " * 20, "page.bin")
    assert caught.value.code == "binary-file"


def test_utf_8_goes_before_a_declaration_that_the_bytes_deny() -> None:
    text = f"<meta charset=iso-8859-1>{TEXT}"
    assert encoding.decode(text.encode("utf-8"), "page") == text


@pytest.mark.parametrize("charset", ["cp1252", "mac_roman"])
def test_an_undeclared_charset_is_guessed(charset: str) -> None:
    text = "The mayor said: “We don’t know – it’s late… really.” Then he left the café. " * 2
    assert encoding.decode(text.encode(charset), "page") == text


def test_a_servers_word_for_the_charset_counts() -> None:
    assert encoding.decode("Łódź ř".encode("cp1250"), "page", "windows-1250") == "Łódź ř"


def test_stray_bytes_in_utf_8_do_not_spoil_the_rest() -> None:
    data = "Año, niño, “sí”. ".encode() + b"It\x92s fine."
    assert encoding.decode(data, "page") == "Año, niño, “sí”. It’s fine."


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known(name: str) -> None:
    text = "The river rose by three feet – nobody slept."
    assert encoding.decode(text.encode(name), "page") == text
