"""Alt with a letter is one key, however soon the next one comes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import pytest
from textual import _ansi_sequences, events
from textual._xterm_parser import XTermParser

from translator.tui import alt_keys, places


@pytest.fixture(autouse=True)
def _taught(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    table = cast(dict[str, Any], _ansi_sequences.ANSI_SEQUENCES_KEYS)
    former = dict(table)
    alt_keys.teach()
    yield
    table.clear()
    table.update(former)


def read(typed: str) -> list[str]:
    """The keys that these characters are, with no time between them."""
    found = XTermParser().feed(typed)
    return [event.key for event in found if isinstance(event, events.Key)]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("\x1bz\x1bz\x1bz", ["alt+z"] * 3),
        ("\x1bn" + "abc" * 20, ["alt+n", *("abc" * 20)]),
        ("\x1b[1;5B\x1bp\x1bn", ["ctrl+down", "alt+p", "alt+n"]),
        ("ñ\x1bm\r", ["ñ", "alt+m", "enter"]),
        ("\x1bb\x1bf", ["ctrl+left", "ctrl+right"]),
        ("\x1bOP\x1b[A", ["f1", "up"]),
    ],
)
def test_no_key_is_taken_for_a_sign(typed: str, wanted: list[str]) -> None:
    assert read(typed) == wanted


def test_every_letter_of_ours_with_alt_is_known() -> None:
    names = {
        name
        for place in places.TABLES
        for key in places.table(place)
        for name in key.keys.split(",")
        if name.startswith("alt+") and len(name) == 5
    }
    assert len(names) > 15
    for name in names:
        assert read(f"\x1b{name[-1]}") == [name]
