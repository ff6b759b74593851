"""The mark of a draft in the original page's own markup: one line on top, styled by itself.

The page's own style knows no such line, so it brings all of its own and takes none of the page's.
Refuses to touch anything else. Separate because it is the only thing that readers see on these
pages and the original has not.
"""

from __future__ import annotations

from html import escape

from translator.pagetree.places import Map
from translator.publish.edits import Edits
from translator.publish.frame import Frame

_STYLE = (
    "all:initial;display:block;box-sizing:border-box;position:sticky;top:0;z-index:2147483647;"
    "width:100%;padding:8px 16px;background:#7a1f1f;color:#fff;"
    "font:16px/1.4 system-ui,sans-serif;text-align:center"
)
"""White on dark red: a contrast of 10 to 1, in light and dark schemes alike. It stays in sight
when the page is scrolled, above whatever the page itself keeps there."""
_HEAD = frozenset("html head title meta link script style base noscript template".split())
"""What may stand before the body of a page that does not say where its body begins."""


def put(edits: Edits, page: Map, words: Frame, unfinished: int) -> None:
    """Say on top of the page that it is a draft, and how many sentences wait."""
    label = escape(words.draft)
    why = f" · {escape(words.unfinished(unfinished), quote=False)}" if unfinished else ""
    at = _top(page)
    mark = (
        f'<aside lang="{words.language}" aria-label="{label}" style="{_STYLE}">'
        f'<strong style="font-weight:700">{escape(words.draft, quote=False)}</strong>{why}</aside>'
    )
    edits.put(at, at, edits.encoded(mark))


def _top(page: Map) -> int:
    """Where the body begins: behind its tag, or before the first element that no head has."""
    for token in page.tokens:
        if token.kind == "start" and token.name == "body":
            return token.end
    for token in page.tokens:
        if token.kind == "start" and token.name not in _HEAD:
            return token.start
    return len(page.data)
