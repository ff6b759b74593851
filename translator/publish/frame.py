"""The words and forms of the page around the article, in the language of each page.

The words stand here in English, and in `locales/LANG/LC_MESSAGES/page.po` in the others; dates and
plurals follow CLDR through Babel. Refuses the interface's language: a Spanish page has a Spanish
frame whatever the terminal speaks. Dates in English are British (*20 February 2025*), because the
house reads and writes the day first.
"""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from babel.dates import format_date

from translator import i18n
from translator.publish.passages import Language

_ENGLISH = "en_GB"
_SPANISH = {"es-ES": "es_ES", "es-419": "es_419", "es-MX": "es_MX", "es-US": "es_US"}
"""The locale of dates in the region that a desk writes for."""
_OPEN_GRAPH = {"es_419": "es_LA"}
"""OpenGraph knows Latin America by a name of its own."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of one page."""

    language: Language
    words: gettext.NullTranslations
    region: str = "es-ES"

    @property
    def locale(self) -> str:
        """The locale of dates."""
        return _ENGLISH if self.language == "en" else _SPANISH[self.region]

    @property
    def open_graph(self) -> tuple[str, str]:
        """The locales of this page and of the other one, as OpenGraph is told."""
        spanish = _SPANISH[self.region]
        pair = (_ENGLISH, _OPEN_GRAPH.get(spanish, spanish))
        return pair if self.language == "en" else (pair[1], pair[0])

    @property
    def switch(self) -> str:
        """What the Eng | Esp switch is, for those who hear the page."""
        # L10n: Heard, not seen: what the switch Eng | Esp between the two pages is.
        return self.words.gettext("Language")

    @property
    def related(self) -> str:
        """The label of the related headlines."""
        # L10n: The label over headlines of other articles.
        return self.words.gettext("Related")

    @property
    def no_picture(self) -> str:
        """What a box says that stands for a picture whose address is not known."""
        # L10n: Stands in a box where a picture belongs.
        return self.words.gettext("Picture")

    @property
    def draft(self) -> str:
        """The mark of a page that must not go out yet."""
        # L10n: The mark of a page that is not to be published yet.
        return self.words.gettext("Draft")

    def unfinished(self, sentences: int) -> str:
        """Why a page is a draft."""
        return self.words.ngettext(
            "The Spanish translation has %(num)d sentence to confirm.",
            "The Spanish translation has %(num)d sentences to confirm.",
            sentences,
        ) % {"num": sentences}

    def byline(self, author: str) -> str:
        """Who wrote the article."""
        return self.words.gettext("By %(author)s") % {"author": author}

    def translated_by(self, translator: str) -> str:
        """Who translated the article."""
        return self.words.gettext("Translation: %(translator)s") % {"translator": translator}

    def date(self, day: date) -> str:
        """The day in CLDR's long form."""
        return format_date(day, "long", locale=self.locale)

    def minutes(self, minutes: int) -> str:
        """How long the article takes to read."""
        return self.words.ngettext("%(num)d minute read", "%(num)d minute read", minutes) % {
            "num": minutes
        }


def frame(language: Language, *, region: str = "es-ES", desk: Path | None = None) -> Frame:
    """The frame of pages in this language.

    `region` is the setting; `desk` the folder whose own catalogue, ``page.es.po``, goes before
    ours. Raises InputError where that is no PO file.
    """
    words = i18n.catalogue("page", language)
    own = own_catalogue(desk, language) if desk else None
    if own is not None and own.is_file():
        words = i18n.overlaid(own, language, words)
    return Frame(language, words, region)


def own_catalogue(desk: Path, language: Language) -> Path:
    """Where a desk keeps the words of its pages that are not ours, or other than ours."""
    return desk / f"page.{language}.po"
