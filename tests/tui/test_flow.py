"""Text in rows: nothing is lost, no row is too long, and each piece keeps its look."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from translator.tui.widgets import flow

LETTERS = [*"aá ñ¿«—\n日👍1", "❤\ufe0f", "⚠\ufe0f", "1\ufe0f\u20e3", "👩\u200d💻", "e\u0301"]
TEXTS = st.lists(st.sampled_from(LETTERS), max_size=60).map("".join)
WIDTHS = st.integers(min_value=2, max_value=20)


@given(TEXTS, WIDTHS)
def test_rows_lose_nothing_but_the_spaces_where_they_break(text: str, width: int) -> None:
    places = list(flow.rows(text, width))
    assert all(cell_len(text[start:end]) <= width for start, end in places)
    assert all(last <= start for (_, last), (start, _) in pairwise(places))
    written = "".join(text[start:end] for start, end in places)
    assert written.replace(" ", "") == text.replace(" ", "").replace("\n", "")
    assert len(places) >= text.count("\n") + 1
    assert not any(
        text[start:end].startswith(("\ufe0f", "\u20e3", "\u200d")) for start, end in places
    )


def test_the_last_letter_of_a_row_with_pictures_is_there() -> None:
    text = "Thank you ❤\ufe0f to everyone who came 🔥 to the show"
    rows = [text[start:end] for start, end in flow.rows(text, 23)]
    assert rows == ["Thank you ❤\ufe0f to", "everyone who came 🔥 to", "the show"]


@given(st.lists(st.tuples(TEXTS, st.booleans()), max_size=6), WIDTHS)
def test_a_cut_keeps_the_look_of_every_letter(parts: list[tuple[str, bool]], width: int) -> None:
    text = "".join(words for words, _ in parts)
    looks = [is_bold for words, is_bold in parts for _ in words]
    pieces = [Segment(words, Style(bold=is_bold)) for words, is_bold in parts]
    places = list(flow.rows(text, width))
    cut = list(flow.cut(pieces, places))
    assert len(cut) == len(places)
    for (start, end), row in zip(places, cut, strict=True):
        assert "".join(piece.text for piece in row) == text[start:end]
        found = [bool(piece.style and piece.style.bold) for piece in row for _ in piece.text]
        assert found == looks[start:end]
