"""The words of a site around its articles: menus, labels, buttons, in Spanish.

Common ones stand here and in `locales/LANG/LC_MESSAGES/page.po`; a desk's own ``page.es.po`` goes
before them, and what neither knows is collected for it: met once, translated once, remembered.
Refuses sentences: they are an article's, or an advertisement's. Separate from `frame`, whose words
are of our own page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path

from translator import normalize
from translator.i18n import N_, NN_
from translator.publish.frame import Frame

KNOWN = (
    *(N_("Home"), N_("News"), N_("World"), N_("Politics"), N_("Business"), N_("Economy")),
    *(N_("Opinion"), N_("Sport"), N_("Sports"), N_("Culture"), N_("Arts"), N_("Entertainment")),
    *(N_("Science"), N_("Technology"), N_("Health"), N_("Environment"), N_("Education")),
    *(N_("Travel"), N_("Weather"), N_("Video"), N_("Videos"), N_("Photos"), N_("Podcasts")),
    *(N_("Region"), N_("Local"), N_("Lifestyle"), N_("Food"), N_("Money"), N_("Markets")),
    *(N_("Latest"), N_("Latest news"), N_("Breaking news"), N_("Top stories"), N_("Live")),
    *(N_("Most read"), N_("Most popular"), N_("Trending"), N_("Editors’ picks"), N_("Featured")),
    *(N_("Related"), N_("Related articles"), N_("Related stories"), N_("Related topics")),
    *(N_("Read more"), N_("Read next"), N_("See also"), N_("More"), N_("More news")),
    *(N_("Recommended"), N_("You may also like"), N_("Up next"), N_("Topics"), N_("Tags")),
    *(N_("Share"), N_("Share this article"), N_("Print"), N_("Email"), N_("Save"), N_("Copy link")),
    *(N_("Comments"), N_("Leave a comment"), N_("Subscribe"), N_("Sign in"), N_("Log in")),
    *(N_("Sign up"), N_("Register"), N_("Log out"), N_("My account"), N_("Newsletter")),
    *(N_("Newsletters"), N_("Support us"), N_("Donate"), N_("Follow us"), N_("Advertisement")),
    *(N_("Menu"), N_("Close"), N_("Search"), N_("Open menu"), N_("Close menu"), N_("Back to top")),
    *(N_("Skip to content"), N_("Skip to main content"), N_("Next"), N_("Previous"), N_("Play")),
    *(N_("About us"), N_("About"), N_("Contact"), N_("Contact us"), N_("Privacy")),
    *(N_("Privacy policy"), N_("Terms of use"), N_("Terms and conditions"), N_("Cookie policy")),
    *(N_("Cookies"), N_("Accessibility"), N_("Advertise"), N_("Careers"), N_("Jobs"), N_("Help")),
    *(N_("Archive"), N_("Sitemap"), N_("All rights reserved."), N_("All rights reserved")),
    *(N_("By"), N_("and"), N_("Published"), N_("Updated"), N_("Last updated"), N_("Author")),
    *(N_("Published on"), N_("Updated on"), N_("Photo"), N_("Image"), N_("Source"), N_("Credit")),
    *(N_("Published %(date)s"), N_("Updated %(date)s"), N_("Last updated %(date)s")),
    *(N_("Published on %(date)s"), N_("Updated on %(date)s"), N_("Published: %(date)s")),
    *(N_("Updated: %(date)s"), N_("Last updated: %(date)s"), N_("Spanish")),
)
"""What most sites say."""

COUNTED = (
    NN_("%(num)d minute read", "%(num)d minute read"),
    NN_("%(num)d min read", "%(num)d mins read"),
    NN_("%(num)d-minute read", "%(num)d-minute read"),
    NN_("%(num)d minute", "%(num)d minutes"),
    NN_("%(num)d comment", "%(num)d comments"),
    NN_("%(num)d share", "%(num)d shares"),
    NN_("%(num)d minute ago", "%(num)d minutes ago"),
    NN_("%(num)d hour ago", "%(num)d hours ago"),
    NN_("%(num)d day ago", "%(num)d days ago"),
)

_PAIRS = {form: pair for pair in COUNTED for form in pair}
_COLLECTED = 5
"""Words up to which what is met is collected: headlines of other articles have more. House."""
_EDGES = re.compile(
    r"(?P<head>[|·•‹«<←*–—-]+\s*)?(?P<words>.*?)(?P<tail>\s*[:…»›>→|·•,*]+)?", re.DOTALL
)
"""Signs around words."""
_NUMBER = re.compile(r"(?<![\w.,])\d{1,6}(?![\w.,%]*\d)")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?"
_MONTH_NAME = re.compile(rf"\b{_MONTH}", re.IGNORECASE)
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>\d{{4}})\b",
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b",
        r"\b(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)\b",
    )
)
_CLOCK = re.compile(r"\b(?P<hour>\d{1,2})[:.](?P<minute>\d\d)\s*(?P<half>[ap])\.?m\.?\b", re.I)


class Furniture:
    """The words of a page's furniture in one language, and those that it did not know."""

    def __init__(self, frame: Frame, keep: Iterable[str] = ()) -> None:
        self._frame = frame
        self._keep = frozenset(normalize.line(one).casefold() for one in keep)
        self.met: dict[str, None] = {}

    def translate(self, text: str, *, collects: bool = True) -> str | None:
        """The Spanish of a text of the site's, or None where nobody knows it.

        With `collects` it is noted then. Names that were to be kept are left alone.
        """
        line = normalize.line(text)
        if not any(one.isalpha() for one in line) or line.casefold() in self._keep:
            return None
        template, day = self._without_dates(line)
        if day and not any(one.isalpha() for one in template.replace("%(date)s", "")):
            return template.replace("%(date)s", day)
        found = self._known(template, day)
        if found is None and collects and len(line.split()) <= _COLLECTED and "@" not in line:
            self.met.setdefault(_edges(template)[1])
        if found is None and day:
            found = template.replace("%(date)s", day)
        return None if found == line else found

    def localised(self, stated: str, shown: str) -> str | None:
        """The text of a `time` element in Spanish: its date as shown, or, where that lacks the
        year, as stated; the hour as shown."""
        line = normalize.line(shown)
        if self._without_dates(line)[1] or not _MONTH_NAME.search(line):
            return self.translate(shown)
        try:
            day = datetime.fromisoformat(stated.strip().replace("Z", "+00:00")).date()
        except ValueError:
            return self.translate(shown)
        hour = re.search(r"\b\d{1,2}[:.]\d\d\b", _CLOCK.sub(_clock, line))
        return self._frame.date(day) + (f", {hour[0]}" if hour else "")

    def _without_dates(self, line: str) -> tuple[str, str]:
        """A text with its date, if it has one, taken out; and that date in Spanish."""
        line = _CLOCK.sub(_clock, line)
        for pattern in _DATES:
            found = _date(pattern, line)
            if found:
                match, day = found
                template = line[: match.start()] + "%(date)s" + line[match.end() :]
                return template, self._frame.date(day)
        return line, ""

    def _known(self, template: str, day: str) -> str | None:
        head, words, tail = _edges(template)
        for before, one, behind in (("", template, ""), (head, words, tail)):
            for variant, back in _variants(one):
                said = self._said(variant)
                if said is not None:
                    return (before + back(said) + behind).replace("%(date)s", day)
        return None

    def _said(self, text: str) -> str | None:
        words = self._frame.words
        if (found := words.gettext(text)) != text:
            return found
        numbers = _NUMBER.findall(text)
        if len(numbers) != 1:
            return None
        number = int(numbers[0])
        template = _NUMBER.sub("%(num)d", text).replace("%(num)d", "%(num)d", 1)
        if template in _PAIRS:
            found = words.ngettext(*_PAIRS[template], number)
        else:
            found = words.gettext(template)
        return found.replace("%(num)d", str(number)) if found != template else None


def _edges(text: str) -> tuple[str, str, str]:
    """A text's words, and the signs before and behind them."""
    parts = _EDGES.fullmatch(text)
    return (parts["head"] or "", parts["words"], parts["tail"] or "") if parts else ("", text, "")


def _variants(text: str) -> Sequence[tuple[str, type[str]]]:
    """A text as it is written, and in the ways in which a catalogue may have it."""
    if text.isupper() and len(text) > 1:
        ways = (text, text.capitalize(), text.title(), text.lower())
        return [(one, str.upper if one != text else str) for one in ways]  # type: ignore[misc]
    return [(text, str), (text.capitalize(), str)]


def _date(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str], date] | None:
    found = pattern.search(text)
    if found is None:
        return None
    parts = found.groupdict()
    month = parts.get("month")
    number = _MONTHS.index(month[:3].lower()) + 1 if month else int(parts["number"] or 0)
    try:
        return found, date(int(found["year"]), number, int(found["day"]))
    except ValueError:
        return None


def _clock(found: re.Match[str]) -> str:
    """An hour of the twelve-hour clock as one of twenty-four."""
    hour = int(found["hour"]) % 12 + (12 if found["half"].lower() == "p" else 0)
    return f"{hour}:{found['minute']}"


def remember(path: Path, met: Iterable[str], seen_in: str) -> int:
    """Enter what was met into a desk's catalogue, to be translated there; how many were new.

    What a person has written in it stays as it is. Raises OSError.
    """
    import polib

    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    file = polib.pofile(text) if text else polib.POFile()
    if not text:
        file.metadata = {
            "Language": path.suffixes[0].lstrip("."),
            "MIME-Version": "1.0",
            "Content-Type": "text/plain; charset=UTF-8",
            "Content-Transfer-Encoding": "8bit",
            "Plural-Forms": "nplurals=2; plural=(n != 1);",
        }
    known = {entry.msgid for entry in file}
    fresh = [one for one in met if one not in known]
    for one in fresh:
        file.append(polib.POEntry(msgid=one, comment=seen_in))
    if fresh:
        written = path.with_name(path.name + ".part")
        written.write_text(str(file), encoding="utf-8")
        written.replace(path)
    return len(fresh)
