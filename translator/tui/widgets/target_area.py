"""The area one types the translation in.

Composes letters (NFC) however they arrive, and folds a paste into one line. Behind the cursor it
shows how the machine would go on: from its draft while that begins as what is typed, else from an
answer that the screen has asked for. Refuses to save and to ask: it says that the text has changed,
and the screen does the rest. The keys of the editor are taken here, in the order in which they were
pressed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from translator import inline, model, normalize
from translator.config import Config
from translator.tui import keys, typography
from translator.tui.widgets import ghost
from translator.tui.widgets.house_typing import HouseTyping

_OWN = "own:"
_NEXT_WORD = re.compile(r"\s*\S+")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stands around the text, for an area of this size with so much room for text."""

    size: tuple[Size, Size]
    above: Sequence[Strip]
    left: Strip
    right: Strip
    empty: Strip
    background: Color
    filters: Sequence[LineFilter]

    def around(self, line: Strip) -> Strip:
        """A line of text with what stands beside it; the framework folds some emoji too late."""
        line = line.adjust_cell_length(self.size[1].width)
        for one in self.filters:
            line = line.apply_filter(one, self.background)
        return Strip.join((self.left, line, self.right))


class TargetArea(HouseTyping):
    """Where the Spanish is typed."""

    def __init__(self, config: Config | None = None) -> None:
        self.house = config or Config()
        self._drafts: list[str] = []
        self._frame: _Frame | None = None
        self._is_filling = False
        super().__init__(soft_wrap=True, show_line_numbers=False, tab_behavior="focus", id="target")
        self.cursor_blink = False
        self.highlight_cursor_line = False

    # --- looks

    def notify_style_update(self) -> None:
        """The look has changed."""
        super().notify_style_update()
        self._frame = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the area.

        The framework looks all its colours up at each drawing, 0.5 ms, and for each line the border
        and what else is beside the text, 0.2 ms; here both are kept until the look changes. Where
        the text does not fit, there is a scroll bar beside it, and the framework draws.
        """
        if self.show_vertical_scrollbar:
            return super().render_lines(crop)
        if self._frame is None or self._frame.size != (self.outer_size, self.size):
            lines = super().render_lines(self.outer_size.region)
            self._frame = self._framing(lines)
            lines = lines[crop.y : crop.y + crop.height]
        else:
            lines = self._framed(self._frame, crop.line_range)
        if crop.column_span != (0, self.outer_size.width):
            lines = [line.crop(*crop.column_span) for line in lines]
        return lines

    def _framing(self, lines: Sequence[Strip]) -> _Frame:
        """What stands around the text in these lines of the whole area."""
        width, top, left = self.outer_size.width, self.gutter.top, self.gutter.left
        beside = lines[top] if top < len(lines) else Strip.blank(width)
        return _Frame(
            size=(self.outer_size, self.size),
            above=lines[:top],
            left=beside.crop(0, left),
            right=beside.crop(left + self.size.width, width),
            empty=super().render_line(self.wrapped_document.height),
            background=self.background_colors[1],
            filters=self.get_line_filters(),
        )

    def _framed(self, frame: _Frame, rows: range) -> list[Strip]:
        """These rows of the area; those below the text are all alike."""
        top = len(frame.above)
        height = self.wrapped_document.height - self.scroll_offset.y
        used = self.size.height if self.suggestion else height
        lines = [
            frame.above[row] if row < top else frame.around(self.render_line(row - top))
            for row in rows
            if row < top + used
        ]
        return lines + [frame.around(frame.empty)] * (len(rows) - len(lines))

    # --- keys

    async def _on_key(self, event: events.Key) -> None:
        if self.app.focused is not self:
            # An action before it has moved on, and this key was meant for where it led.
            event.stop()
            event.prevent_default()
            self.app.post_message(events.Key(event.key, event.character))
            return
        if self.takes_sign(event):
            return
        action = keys.action("editor", event.key) or self._own_action(event.key)
        if event.key in ("up", "down") and self._is_at_edge(event.key):
            action = f"move({-1 if event.key == 'up' else 1})"
        if action or event.key.startswith("alt+"):
            # Alt with another letter is no letter either: those of AltGr arrive as themselves.
            event.stop()
            event.prevent_default()
        if action:
            # Here and not by a message or a binding: the letters typed after this key wait in the
            # same queue, and must find the segment that it leads to.
            mine = action.startswith(_OWN)
            await self.app.run_action(action.removeprefix(_OWN), self if mine else self.screen)
        else:
            self.type_house(event)

    def _own_action(self, key: str) -> str:
        """What the key does to an area by itself: moves the cursor, deletes, selects.

        Left to the framework it would be done from another queue, and when many keys wait, a
        letter typed after *backspace* would be typed before it.
        """
        bindings = self._bindings.key_to_bindings.get(key)
        return f"{_OWN}{bindings[0].action}" if bindings else ""

    def _is_at_edge(self, key: str) -> bool:
        """Whether the cursor is on the first line as it is wrapped, or on the last."""
        line = self.wrapped_document.location_to_offset(self.cursor_location).y
        return line == (0 if key == "up" else self.wrapped_document.height - 1)

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = normalize.target(event.text)

    # --- changes

    def show(self, text: str) -> None:
        """Put another text in, with the cursor at its end and nothing to undo.

        The framework begins at the start, and would scroll and look for brackets there as well,
        0.2 ms. From one empty segment to the next nothing is to be drawn.
        """
        if text == self.text:
            self.history.clear()
        else:
            self.set_reactive(TextArea.selection, Selection.cursor((0, 0 if text else 1)))
            self._is_filling = True
            try:
                self.load_text(text)
            finally:
                self._is_filling = False
        self.move_cursor(self.document.end)

    def move_cursor(self, *place: Any, **how: Any) -> None:
        """Move the cursor, but not while the area fills."""
        if not self._is_filling:
            super().move_cursor(*place, **how)

    def on_text_area_changed(self) -> None:
        """Compose letters that arrived in parts, and keep the cursor where it was."""
        if unicodedata.is_normalized("NFC", self.text):
            return
        row, column = self.cursor_location
        before = normalize.nfc(self.document.get_line(row)[:column])
        self.replace_all(normalize.target(self.text))
        self.move_cursor((row, len(before)))

    def put_between(self, start: int, end: int, text: str) -> None:
        """Put this in place of the characters from one to before another; one undo takes it back,
        and nothing else."""
        self.history.checkpoint()
        self.replace(text, self._location(start), self._location(end))
        self.history.checkpoint()

    def _location(self, place: int) -> tuple[int, int]:
        lines = self.text[:place].split("\n")
        return len(lines) - 1, len(lines[-1])

    def turn_case(self) -> None:
        """Write what is selected, or the word at the cursor, with other capitals."""
        start, end = sorted(self.selection)
        if start == end:
            line = self.document.get_line(end[0])
            column = end[1]
            word = next((w for w in _WORD.finditer(line) if w.start() <= column <= w.end()), None)
            if word is None:
                return
            start, end = (end[0], word.start()), (end[0], word.end())
        old, cursor = self.get_text_range(start, end), self.selection
        self.replace(typography.turn_case(old), start, end)
        self.selection = cursor

    def put_code(self, segment: model.Segment) -> bool:
        """Put in the next inline code that the translation lacks, around what is selected; whether
        there was one."""
        missing = inline.missing(segment.source, self.text, segment.codes)
        if not missing:
            return False
        number = missing[0]
        if f"<{number}/>" in segment.source:
            self.put(f"<{number}/>")
        elif f"<{number}>" in self.text:
            self.put(f"</{number}>")
        else:
            selected = self.selected_text
            self.put(f"<{number}>{selected}</{number}>")
            if not selected:
                row, column = self.cursor_location
                self.move_cursor((row, column - len(f"</{number}>")))
        return True

    # --- what the machine would go on with

    def offer(self, *drafts: str) -> None:
        """Texts of the machine for this segment, the best first."""
        self._drafts = [draft for draft in drafts if draft]
        self.update_suggestion()

    @property
    def wants_offer(self) -> bool:
        """Whether the cursor stands at the end of a text that no draft goes on."""
        return self._is_at_end and not self.suggestion

    @property
    def _is_at_end(self) -> bool:
        return self.selection.is_empty and self.cursor_location == self.document.end

    def update_suggestion(self) -> None:
        """Show how the first fitting draft goes on, where the cursor is at the end."""
        text = self.text
        fits = (one[len(text) :] for one in self._drafts if one.startswith(text) and one != text)
        wanted = next(fits, "") if self._is_at_end and self.house.ghost == "on" else ""
        if self.suggestion != wanted:
            self.suggestion = wanted

    def render_line(self, y: int) -> Strip:
        """A row; what is shown in grey goes on in the rows below the cursor's."""
        strip = super().render_line(y)
        if not self.suggestion or not self.has_focus:
            return strip
        cursor = self.wrapped_document.location_to_offset(self.cursor_location)
        row = y + self.scroll_offset.y - cursor.y
        if row < 0:
            return strip
        width = self.wrap_width
        room = self.size.height - (cursor.y - self.scroll_offset.y)
        shown = ghost.rows(self.suggestion, width - cursor.x, width, room)
        if row >= len(shown):
            return strip
        if row:
            grey = self.rich_style + self.get_component_rich_style("text-area--suggestion")
            strip = Strip([Segment(shown[row], grey)])
        else:
            strip = strip.crop(0, cursor.x + max(1, cell_len(shown[0])))
        return strip.adjust_cell_length(self.size.width, self.rich_style)

    def watch_selection(self, *_selections: object) -> None:
        """The cursor has moved: from the end, or to it."""
        self.update_suggestion()

    def action_cursor_word_right(self, select: bool = False) -> None:
        """One word of what the machine goes on with, or to the next word."""
        word = _NEXT_WORD.match(self.suggestion)
        if word is None or select:
            super().action_cursor_word_right(select)
        else:
            self.insert(word[0])
