"""The editor of one article: the segments, the English, the Spanish one types, what is known.

Built up by what one does: `sheet` shows and saves, `moving` goes about, `changing` works,
`offering` knows, `judging` puts right, `leading` leads elsewhere; here are the machine and the ways
out. Refuses rules: those are in `editing`.
"""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from translator import editing, inline
from translator.config import Config
from translator.desk import Desk
from translator.errors import TranslatorError
from translator.i18n import _, ngettext
from translator.tui import exporting, greeting, keys
from translator.tui.assistance import Assistance
from translator.tui.background import Pretranslation
from translator.tui.keys import Place, bindings
from translator.tui.screens.copying import CopyScreen
from translator.tui.screens.editor.leading import Leading
from translator.tui.widgets.hints import hints

NARROW, WIDE = 0, 100


class EditorScreen(Leading):
    """One article."""

    PLACES = ("editor", "list", "panel", "source")
    BINDINGS = bindings("editor")
    HORIZONTAL_BREAKPOINTS = [(NARROW, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012
    AUTO_FOCUS = "#target"

    def __init__(
        self,
        desk: Desk,
        config: Config,
        pretranslation: Pretranslation,
        assistance: Assistance,
        slug: str,
    ) -> None:
        super().__init__(desk, config, assistance, slug)
        self._pretranslation = pretranslation

    def compose(self) -> ComposeResult:
        """The sheet, for the width that the screen has. The framework learns of it when it has laid
        out all once, and would do so again: 40 ms."""
        is_wide = self.app.size.width >= WIDE
        self.set_class(is_wide, "-wide").set_class(not is_wide, "-narrow")
        yield from super().compose()

    def on_mount(self) -> None:
        """Who is here for the first time is told three things."""
        self.call_after_refresh(self._greet)

    def _greet(self) -> None:
        if greeting.is_first_start():
            self.mount(Static(greeting.lines(), id="greeting", markup=False), before="#work")

    def on_descendant_focus(self) -> None:
        """The keys at the foot are those of where one is."""
        shown = hints(self._place())
        foot = self.query_one("#hints", Static)
        if foot.content != shown:
            foot.update(shown)

    def _place(self) -> Place:
        if self._list.has_focus:
            return "list"
        if self._source.has_focus:
            return "source"
        return "panel" if self._panel.has_focus_within else "editor"

    def action_confirm(self) -> None:
        """Confirm; who has done so needs no greeting any more."""
        super().action_confirm()
        if self._article.done:
            self.query("#greeting").remove()

    # --- the machine

    def action_pretranslate(self) -> None:
        """Machine drafts for every empty segment, made beside the screen."""
        self._save()
        if self._pretranslation.is_running:
            return
        self._show_status(_("Machine drafts are being made; you can go on working."))
        self._beside(self._pretranslate, "machine")

    def _tells_news(self) -> bool:
        """What the machine writes is seen in the list as it comes."""
        return not self._pretranslation.is_running

    async def _pretranslate(self) -> None:
        empty = {one.id for one in self._segments if not one.target}
        if self._filled_since is None:
            self._filled_since = self._attempt(editing.newest, self._desk)
        problem = await self._pretranslation.run(self._desk.folder, self.slug)
        if not self.is_mounted:
            return
        self._look()
        left = sum(one.id in empty and not one.target for one in self._segments)
        self._show_status(problem or _filled(len(empty), left))

    # --- out

    def action_export(self) -> None:
        """Write the page pair."""
        self._save()
        hint = _("{key}: to the errors").format(key=keys.shown("editor.next-error"))
        self._show_status(exporting.export(self._desk, self._config, self.slug, hint=hint))

    def action_copy_out(self) -> None:
        """Ask how much of the Spanish to copy."""
        if self._segments and self._save():
            self.app.push_screen(CopyScreen(), self._copy)

    def _copy(self, part: str | None) -> None:
        if part is None:
            return
        if part == "article":
            text = exporting.whole_text(self._article.translation_now())
        else:
            chosen = [self._segment]
            if part == "paragraph":
                chosen = list(self._article.of_block(self._segment.block))
            text = " ".join(inline.strip(one.target, one.codes).strip() for one in chosen).strip()
        self.app.copy_to_clipboard(text)
        try:
            path = exporting.write_copy(self._desk, text)
        except TranslatorError:
            self._show_status(_("Copied."))
        else:
            self._show_status(_("Copied, and written into {path}").format(path=path))


def _filled(empty: int, left: int) -> str:
    """What came of so many segments that were empty, of which some are left so."""
    if not empty:
        return _("No segment is empty.")
    parts = []
    if left < empty:
        parts.append(_("The machine drafts are there."))
        parts.append(_("{key} takes them back.").format(key=keys.shown("editor.undo")))
    if left:
        gave_up = ngettext(
            "{n} segment stays empty: the machine gave it up.",
            "{n} segments stay empty: the machine gave them up.",
            left,
        )
        parts.insert(1, gave_up.format(n=left))
    return " ".join(parts)
