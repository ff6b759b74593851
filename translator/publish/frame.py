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

from babel.dates import format_date

from translator import i18n
from translator.publish.passages import Language

_LOCALES: dict[Language, str] = {"en": "en_GB", "es": "es_ES"}


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of one page."""

    language: Language
    words: gettext.NullTranslations

    @property
    def locale(self) -> str:
        """The locale of dates, and what OpenGraph is told."""
        return _LOCALES[self.language]

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

    def date(self, day: date) -> str:
        """The day in CLDR's long form."""
        return format_date(day, "long", locale=self.locale)

    def minutes(self, minutes: int) -> str:
        """How long the article takes to read."""
        return self.words.ngettext("%(num)d minute read", "%(num)d minute read", minutes) % {
            "num": minutes
        }


def frame(language: Language) -> Frame:
    """The frame of pages in this language."""
    return Frame(language, i18n.catalogue("page", language))
