"""Articles that came into the library and went out of it: taken back, and done again.

A deletion is taken back whoever made it and whenever; an addition while the program runs. Refuses
to show anything: it answers with what to say. Separate because the library has enough to show.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from translator import removal
from translator.desk import Desk, articles
from translator.i18n import _, ngettext


class Comings:
    """What one may take back in the library."""

    def __init__(self) -> None:
        self._added: list[tuple[str, ...]] = []
        self._out: tuple[str, ...] = ()
        """What an undo took out: it is not brought back by the next one, but by a redo."""
        self._back: tuple[str, ...] = ()
        """What an undo brought back: a redo deletes it again."""

    def added(self, slugs: Sequence[str]) -> None:
        """These were added."""
        self._added.append(tuple(slugs))
        self._back = ()

    def deleted(self) -> None:
        """A person has deleted something: what was taken back before is not done again."""
        self._out = self._back = ()

    def undo(self, desk: Desk) -> str:
        """Take back the last deletion; where there is none, the last addition. Raises
        TranslatorError."""
        back = () if self._out else removal.undo(desk)
        if back:
            self._back = back
            return _are_back(back)
        if not self._added:
            return _("There is nothing to take back.")
        there = set(articles.slugs(desk))
        self._out = tuple(slug for slug in self._added.pop() if slug in there)
        removal.delete(desk, self._out)
        return _are_out(self._out)

    def redo(self, desk: Desk) -> str:
        """Do again what was taken back last. Raises TranslatorError."""
        if self._out:
            back = tuple(slug for slug in self._out if removal.restore(desk, slug))
            self._out = ()
            self.added(back)
            return _are_back(back)
        there = set(articles.slugs(desk))
        out = tuple(slug for slug in self._back if slug in there)
        self._back = ()
        if not out:
            return _("There is nothing to do again.")
        removal.delete(desk, out)
        return _are_out(out)


def _are_back(slugs: Sequence[str]) -> str:
    text = ngettext("{n} article is back.", "{n} articles are back.", len(slugs))
    return text.format(n=len(slugs))


def _are_out(slugs: Sequence[str]) -> str:
    text = ngettext("{n} article was taken out.", "{n} articles were taken out.", len(slugs))
    return text.format(n=len(slugs))


def told(outcome: Mapping[str, Any]) -> str:
    """What became of pages that were to be added."""
    parts = []
    if number := len(outcome["added"]):
        titles = ngettext("{n} article added: {title}", "{n} articles added: {title}…", number)
        parts.append(titles.format(n=number, title=outcome["added"][0]["title"]))
    if number := len(outcome["known"]):
        known = ngettext("{n} was there already.", "{n} were there already.", number)
        parts.append(known.format(n=number))
    if number := len(outcome["refused"]):
        parts.append(_refusal(outcome["refused"][0]))
        if number > 1:
            more = ngettext("{n} more was refused.", "{n} more were refused.", number - 1)
            parts.append(more.format(n=number - 1))
    return " ".join(parts)


def _refusal(one: dict[str, Any]) -> str:
    """Why a page was not added. What is not English is asked about, where the command has an
    option."""
    if one["code"] != "not-english":
        return str(one["error"])
    page = _("the text that you pasted") if one["source"] == "-" else str(one["source"])
    return _("{page} does not look English: choose whether to add it.").format(page=page)
