"""The lines of a page with their roles, one a row; dropped ones stay in view.

Refuses colour as the only sign: a dropped line has a sign of its own and stands in brackets.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from translator import intake, wording
from translator.model import Block, Role, Translation
from translator.tui.widgets.line_list import LineList, cell

_ROLE = 15

DROPPED, KEPT, FRAME = "–", "+", "·"
"""A line that is the site's; one that is translated; one that the frame prints in each language."""


class BlockList(LineList):
    """The lines of a page."""

    def __init__(self) -> None:
        super().__init__(id="lines")
        self.blocks: Sequence[Block] = ()
        self._done: dict[int, tuple[int, int]] = {}

    def show(self, translation: Translation) -> None:
        """Show these lines, with the cursor on the line it was on, or where that was."""
        before = self.current
        self.blocks = translation.article.blocks
        self._done = {}
        for segment in translation.segments:
            done, all_ = self._done.get(segment.block, (0, 0))
            self._done[segment.block] = (done + (not segment.is_open), all_ + 1)
        self.show_rows(len(self.blocks))
        ids = [block.id for block in self.blocks]
        if before is not None and before.id in ids:
            self.cursor = ids.index(before.id)

    @property
    def current(self) -> Block | None:
        """The line under the cursor."""
        return self.blocks[self.cursor] if self.cursor < len(self.blocks) else None

    def go(self, line: int | None) -> bool:
        """To the line with this id; whether there is one."""
        ids = [block.id for block in self.blocks]
        if line in ids:
            self.cursor = ids.index(line)
        return line in ids

    def go_to_article(self) -> None:
        """To the first line that is not the site's."""
        kept = (i for i, block in enumerate(self.blocks) if block.role is not Role.FURNITURE)
        self.cursor = next(kept, 0)

    def row(self, index: int, width: int) -> Text:
        """Sign, number, role, how many segments are confirmed, text."""
        block = self.blocks[index]
        is_dropped = block.role is Role.FURNITURE
        sign = DROPPED if is_dropped else KEPT if block.id in self._done else FRAME
        done, all_ = self._done.get(block.id, (0, 0))
        figures = f"{done}/{all_}" if all_ else ""
        quiet = self.style_of("quiet")
        text = intake.clean(block)
        shown = f"[{text}]" if is_dropped else text
        return Text.assemble(
            (f" {sign} {block.id:>4} ", quiet),
            (cell(role_label(block), _ROLE), "" if not is_dropped else quiet),
            (f"{figures:>6}  ", quiet),
            (cell(shown, width - _ROLE - 17), quiet if is_dropped else ""),
            " ",
        )


def role_label(block: Block) -> str:
    """The role of a line, a heading with its level."""
    name = wording.role_name(block.role)
    return f"{name} {block.level}" if block.level else name
