"""Where the two pages of a pair are: the addresses by which they and search engines know them.

Refuses to decide file names of an export. Separate because head, switch and linked data of both
pages, ours and those written into the original's markup, must name the same two addresses.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlsplit

from translator import normalize
from translator.model import Article, Role, Translation
from translator.publish import passages
from translator.publish.house import House
from translator.publish.passages import Language


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of a pair: absolute ones where the desk says its `site`, else file names."""

    en: str
    es: str
    is_published: bool = False

    def of(self, language: Language) -> str:
        """The address of the page in this language."""
        return self.en if language == "en" else self.es

    def items(self) -> tuple[tuple[Language, str], ...]:
        """Language and address of both pages."""
        return (("en", self.en), ("es", self.es))


def names(slug: str) -> tuple[str, str]:
    """The file names of the English and the Spanish page."""
    return f"{slug}.en.html", f"{slug}.es.html"


def spanish_slug(translation: Translation, taken: Collection[str] = ()) -> str:
    """The Spanish page's slug: the settled one, else made from the Spanish headline, else that of
    the article. With a number behind it where another page has it."""
    article = translation.article
    if article.spanish_slug:
        return article.spanish_slug
    made = _of_headline(translation) or article.slug
    number, free = 2, made
    while free in taken:
        free, number = f"{made}-{number}", number + 1
    return free


def _of_headline(translation: Translation) -> str:
    title = translation.article.first(Role.TITLE)
    if title is None:
        return ""
    passage = passages.read(translation, title, "es")
    return "" if passage.is_english else normalize.slug(passage.plain)


def pair(article: Article, site: str, spanish: str) -> Addresses:
    """The addresses of an article's pages by the pattern `site`; file names without one."""
    if not site:
        return Addresses(*names(article.slug))
    en, es = (
        site.replace("{lang}", language).replace("{slug}", slug)
        for language, slug in (("en", article.slug), ("es", spanish))
    )
    return Addresses(en, es, is_published=True)


def of_pair(translation: Translation, house: House) -> Addresses:
    """The addresses of an article's pages in this house."""
    return pair(translation.article, house.site, spanish_slug(translation, house.taken))


def is_own(address: str, site: str) -> bool:
    """Whether an address is on the desk's own site: the same host as its pattern has."""
    hosts = [_host(one.replace("{lang}", "en").replace("{slug}", "x")) for one in (address, site)]
    return bool(hosts[0]) and hosts[0] == hosts[1]


def _host(address: str) -> str:
    """Host and port of a web address; empty for a path of a file, whatever it looks like."""
    try:
        parts = urlsplit(address)
        is_web = parts.scheme in ("http", "https") and parts.hostname
        return f"{(parts.hostname or '').lower()}:{parts.port or ''}" if is_web else ""
    except ValueError:
        return ""
