"""What a change did to an article, told line by line: what stood there, and what stands there now.

Refuses to change anything. Separate because a correction and its undo are told alike, and an update
marks words as they do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from translator import intake, wording
from translator.cli import talk
from translator.i18n import N_, _
from translator.model import Block, Role, Segment, Translation
from translator.segmentation.worddiff import Piece, compare

FACTS = {
    "author": N_("author"),
    "published": N_("date"),
    "reading_minutes": N_("reading time"),
    "site": N_("site"),
    "address": N_("address"),
    "image": N_("image"),
    "slug": N_("slug"),
    "spanish_slug": N_("Spanish slug"),
}
"""The facts of an article, as a list of changes names them."""

_TOLD = ("author", "published", "reading_minutes", "slug", "spanish_slug")


def marked(pieces: Iterable[Piece]) -> str:
    """A word diff in the signs of `git diff --word-diff`."""
    signs = {"same": "{}", "out": "[-{}-]", "in": "{{+{}+}}"}
    return "".join(signs[piece.kind].format(piece.text) for piece in pieces if piece.text)


def fact(name: str, before: str, after: str) -> str:
    """A fact of an article that was one thing and is another."""
    return f"=       {_(FACTS[name])}: {marked((Piece('out', before), Piece('in', after)))}"


def show(before: Translation, after: Translation) -> None:
    """Print what is not as it was: lines, their translations, and the facts."""
    rows = [*_lines(before, after), *_segments(before, after), *_facts(before, after)]
    for row in rows:
        talk.show(row)
    if not rows:
        talk.say(_("Nothing has changed."))


def _lines(before: Translation, after: Translation) -> Iterator[str]:
    old = {block.id: block for block in before.article.blocks}
    new = {block.id: block for block in after.article.blocks}
    for number in _in_order(list(old), list(new)):
        first, second = old.get(number), new.get(number)
        if first is not None and second is not None:
            if _said(first) != _said(second):
                yield f"~ {number:>5}  {_changed(first, second)}"
        elif first is not None:
            yield f"- {number:>5}  {label(first)}  {intake.clean(first)}"
        elif second is not None:
            yield f"+ {number:>5}  {label(second)}  {intake.clean(second)}"


def _in_order(old: Sequence[int], new: Sequence[int]) -> list[int]:
    """The numbers of the new order, with those that went where they stood."""
    found = list(new)
    for place, number in enumerate(old):
        if number not in new:
            before = next((one for one in reversed(old[:place]) if one in found), None)
            found.insert(found.index(before) + 1 if before is not None else 0, number)
    return found


def _said(block: Block) -> tuple[Role, int, str]:
    return block.role, block.level, intake.clean(block)


def _changed(first: Block, second: Block) -> str:
    names = dict.fromkeys((label(first), label(second)))
    return f"{' → '.join(names)}  {marked(compare(intake.clean(first), intake.clean(second)))}"


def label(block: Block) -> str:
    """What a line is: its role, and the level of a heading."""
    name = wording.role_name(block.role)
    return f"{name} {block.level}" if block.level else name


def _segments(before: Translation, after: Translation) -> Iterator[str]:
    """The translations that are not as they were."""
    old = {one.id: one for one in before.segments}
    new = {one.id: one for one in after.segments}
    for number in _in_order(list(old), list(new)):
        texts = [_target(some.get(number)) for some in (old, new)]
        if texts[0] != texts[1]:
            title = _("translation of segment {n}").format(n=number)
            yield f"=       {title}: {marked(compare(*texts))}"


def _target(segment: Segment | None) -> str:
    return segment.target if segment is not None else ""


def _facts(before: Translation, after: Translation) -> Iterator[str]:
    for name in _TOLD:
        texts = [str(getattr(one.article, name) or "") for one in (before, after)]
        if texts[0] != texts[1]:
            yield fact(name, *texts)
