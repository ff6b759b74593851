"""A whole article in a real terminal: written, confirmed, reviewed, exported, by keys alone."""

from __future__ import annotations

import time

import pytest

from tests.reliability.test_kill import screen, send, start
from tests.reliability.test_kill import terminal as terminal
from translator.desk import Desk, articles
from translator.model import State


def wait_for(tmux: list[str], words: str) -> None:
    """Wait until these words are on the screen."""
    for _ in range(300):
        if words in screen(tmux):
            return
        time.sleep(0.05)
    raise AssertionError(screen(tmux))


@pytest.mark.outside
def test_an_article_from_the_first_letter_to_the_page(
    terminal: list[str], desk: Desk, slug: str
) -> None:
    start(terminal, desk, slug)
    wait_for(terminal, "1/4")
    for text, then in (
        ("El río cae a su nivel más bajo", "2/4"),
        ("El río cayó el lunes.", "3/4"),
    ):
        send(terminal, "-l", text)
        send(terminal, "Enter")
        wait_for(terminal, then)
    send(terminal, "-l", "Ahora está a ")
    send(terminal, "C-t")
    send(terminal, "-l", "dos metros")
    send(terminal, "End")
    send(terminal, "-l", ".")
    send(terminal, "Enter")
    wait_for(terminal, "4/4")
    send(terminal, "-l", '"Nadie" resultó herido.')
    send(terminal, "Enter")
    wait_for(terminal, "Every segment is confirmed.")
    send(terminal, "M-j")
    wait_for(terminal, "Note beside the segment")
    send(terminal, "-l", "¿Nadie?")
    send(terminal, "Escape")
    wait_for(terminal, "4#")
    send(terminal, "M-v")
    wait_for(terminal, "1/4")
    send(terminal, "M-e")
    wait_for(terminal, "Written")
    send(terminal, "C-q")
    time.sleep(0.5)
    found = articles.read(desk, slug).segments
    assert [one.target for one in found] == [
        "El río cae a su nivel más bajo",
        "El río cayó el lunes.",
        "Ahora está a <1>dos metros</1>.",
        "«Nadie» resultó herido.",
    ]
    assert [one.state for one in found] == [*[State.TRANSLATED] * 3, State.REVIEWED]
    assert found[3].note == "¿Nadie?"
    page = (desk.folder / "out" / f"{slug}.es.html").read_text(encoding="utf-8")
    assert '<a href="https://example.org/levels">dos metros</a>' in page
