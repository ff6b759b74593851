"""Plain text in the shape of a copied page."""

from __future__ import annotations

from datetime import date

from tests.publish.making import block, link, translation
from translator.model import Article, Role
from translator.publish import text

MADE = translation(
    block(Role.FURNITURE, ("Menu", "")),
    block(Role.TITLE, ("A story", "Una historia")),
    block(Role.DECK, ("It is short.", "Es corta.")),
    block(Role.ALT, ("a tree", "un árbol")),
    block(Role.CAPTION, ("A tree.", "Un árbol.")),
    block(Role.PARAGRAPH, ("<1>One</1>.", "<1>Uno</1>."), ("Two.", ""), codes=(link(1, "/x"),)),
    block(Role.HEADING, ("A heading", "Un intertítulo"), level=2),
    block(Role.LIST_ITEM, ("a", "a")),
    block(Role.LIST_ITEM, ("b", "be")),
    block(Role.RELATED, ("Another story", "Otra historia")),
    article=Article(
        (), slug="s", author="Yuri Zoria", published=date(2025, 2, 3), reading_minutes=1
    ),
)


def test_spanish_text_has_the_shape_of_the_dump() -> None:
    assert text.render(MADE, "es") == (
        "Una historia\n\nEs corta.\nPor Yuri Zoria\n03/02/2025\n1 minuto de lectura\n"
        "un árbol\nUn árbol.\n\nUno. Two.\n\nUn intertítulo\n\na\nbe\n\nOtra historia\n"
    )


def test_english_text_has_the_same_shape() -> None:
    assert text.render(MADE, "en") == (
        "A story\n\nIt is short.\nBy Yuri Zoria\n03/02/2025\n1 minute read\n"
        "a tree\nA tree.\n\nOne. Two.\n\nA heading\n\na\nb\n\nAnother story\n"
    )


def test_what_an_article_does_not_state_leaves_no_hole() -> None:
    made = translation(block(Role.PARAGRAPH, ("One.", "Uno.")))
    assert text.render(made, "es") == "Uno.\n"
