"""What the places that show one article have in common: its headline, and undo.

Separate from `place` because the library is none, and need not load what edits. Refuses any
content: the subclass has it.
"""

from __future__ import annotations

from collections.abc import Callable

from translator import editing, intake, wording
from translator.config import Config
from translator.desk import Desk, articles
from translator.desk.journal import Action
from translator.editing import Undone
from translator.errors import TranslatorError
from translator.i18n import _, ngettext
from translator.model import Translation
from translator.tui.screens.place import PlaceScreen
from translator.tui.widgets import status


class ArticleScreen(PlaceScreen):
    """A place that shows one article."""

    def __init__(self, desk: Desk, config: Config, slug: str) -> None:
        super().__init__(desk, config)
        self.slug = slug
        self.translation: Translation

    def read(self) -> None:
        """Read the article and show it. Raises TranslatorError."""
        self.translation = articles.read(self.desk, self.slug)
        self.show()

    def show(self) -> None:
        """Show the article as it is now."""
        raise NotImplementedError

    def sentence(self, error: TranslatorError) -> str:
        """What went wrong, with the number of a segment as the editor counts it."""
        read: Translation | None = getattr(self, "translation", None)
        return status.trouble(error, read) if read else wording.sentence(error)

    @property
    def headline(self) -> str:
        """The headline of the article, or its slug."""
        return intake.title(self.translation.article) or self.slug

    def follow_slug(self, old: str, new: str) -> None:
        """An article has another slug now."""
        if self.slug == old:
            self.slug = new

    def action_undo(self) -> None:
        """Take back the last thing a person did in the article."""
        undone = self.turn(editing.undo, _("There is nothing to take back."))
        if undone is not None:
            self.say(taken_back(undone))

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        undone = self.turn(editing.redo, _("There is nothing to do again."))
        if undone is not None:
            self.say(done_again(undone))

    def turn(self, call: Callable[[Desk, str], Undone | None], nothing: str) -> Undone | None:
        """Undo or redo, and show the article as it is then; what was turned, or None after saying
        `nothing` or what went wrong."""
        try:
            undone = call(self.desk, self.slug)
        except TranslatorError as error:
            self.say(wording.sentence(error))
            return None
        if undone is None:
            self.say(nothing)
            return None
        self.house.seek_slug(self.slug)
        self.renew()
        return undone


def undo_replacement(place: PlaceScreen, slug: str) -> Undone | None:
    """Take back what was replaced in this article and others, unless something else has been
    done in it since: then say so. None where nothing was taken back."""
    try:
        if editing.last_action(place.desk, slug) is Action.REPLACE:
            return editing.undo(place.desk, slug)
        place.say(_("Something else was done in {slug} since. Undo that first.").format(slug=slug))
    except TranslatorError as error:
        place.say(wording.sentence(error))
    return None


def taken_back(undone: Undone) -> str:
    """What was taken back, in words."""
    if undone.count > 1:
        many = ngettext("Taken back in {n} segment.", "Taken back in {n} segments.", undone.count)
        return many.format(n=undone.count)
    return _("Taken back.")


def done_again(undone: Undone) -> str:
    """What was done again, in words."""
    if undone.count > 1:
        many = ngettext("Done again in {n} segment.", "Done again in {n} segments.", undone.count)
        return many.format(n=undone.count)
    return _("Done again.")
