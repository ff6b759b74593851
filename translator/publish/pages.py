"""The Eng/Esp page pair: two whole HTML documents that link to each other.

Each page stands by itself: one file, its style inside and allowed by digest, no script, nothing
loaded but the article's own images. Refuses to write files, and the time of day: the same article
gives the same bytes. The words of the frame come from `frame`, what follows what from `layout`.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from translator import __version__
from translator.model import Article, Role, Translation
from translator.publish import layout, markup, passages
from translator.publish.frame import frame
from translator.publish.layout import Kind, Layout
from translator.publish.passages import Language

_TEMPLATES = Path(__file__).parent / "templates"

LANGUAGES: tuple[Language, ...] = ("en", "es")


@dataclass(frozen=True, slots=True)
class Pair:
    """The two documents, each a whole HTML file."""

    english: str
    spanish: str


def names(slug: str) -> tuple[str, str]:
    """The file names of the English and the Spanish page."""
    return f"{slug}.en.html", f"{slug}.es.html"


def render(translation: Translation, *, site: str = "", draft: bool = False) -> Pair:
    """The page pair of an article.

    `site` is the pattern of published addresses, ``https://example.org/{lang}/{slug}``; without
    it the pages link to each other, and name themselves as canonical, by file name. A sentence
    that nobody confirmed makes the pair a draft, and so does `draft`: both pages say so and ask not
    to be indexed, since an English page that is indexed would lead to the unfinished Spanish.
    """
    unfinished = passages.unfinished(translation)
    english, spanish = (
        _page(translation, language, site=site, unfinished=unfinished, draft=draft)
        for language in LANGUAGES
    )
    return Pair(english, spanish)


def _page(
    translation: Translation, language: Language, *, site: str, unfinished: int, draft: bool
) -> str:
    article = translation.article
    page = layout.arrange(translation, language)
    addresses = _addresses(article.slug, site)
    return (
        _environment()
        .get_template("page.html")
        .render(
            article=article,
            page=page,
            frame=frame(language),
            kinds=Kind,
            roles=Role,
            addresses=addresses,
            canonical=addresses[language],
            is_published=bool(site),
            picture=_picture(article),
            policy=_policy(page),
            style=_style(),
            draft=draft or unfinished > 0,
            unfinished=unfinished,
            generator=f"engesp {__version__}",
        )
    )


def _addresses(slug: str, site: str) -> dict[Language, str]:
    if not site:
        return dict(zip(LANGUAGES, names(slug), strict=True))
    return {
        language: site.replace("{lang}", language).replace("{slug}", slug) for language in LANGUAGES
    }


def _picture(article: Article) -> str:
    """The article's image for OpenGraph, which takes absolute addresses only."""
    address = markup.image(article.image)
    return address if address.lower().startswith(("https://", "http://")) else ""


def _policy(page: Layout) -> str:
    """The Content-Security-Policy: our style, and images from where this page's images are."""
    images = {
        markup.image_source(address)
        for part in page.parts
        if part.kind is Kind.FIGURE
        for passage in part.passages
        if (address := markup.image(passage.block.address))
    }
    digest = base64.b64encode(hashlib.sha256(_style().encode("utf-8")).digest()).decode("ascii")
    directives = ["default-src 'none'", f"style-src 'sha256-{digest}'"]
    if images:
        directives.append(" ".join(["img-src", *sorted(images)]))
    return "; ".join([*directives, "base-uri 'none'", "form-action 'none'"])


@lru_cache(maxsize=1)
def _style() -> Markup:
    """The style of the page, between its tags byte for byte, as its digest wants it."""
    return Markup("\n" + (_TEMPLATES / "page.css").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        html=markup.fragment, link_address=markup.link, image_address=markup.image
    )
    return environment
