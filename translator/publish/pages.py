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

from markupsafe import Markup

from translator import __version__, inline
from translator.model import BODY_ROLES, Article, Role, Translation
from translator.publish import (
    addresses,
    layout,
    linked_data,
    markup,
    passages,
    related,
    templating,
)
from translator.publish.addresses import names as names
from translator.publish.frame import frame
from translator.publish.house import House
from translator.publish.layout import Kind, Layout
from translator.publish.passages import Language

LANGUAGES: tuple[Language, ...] = ("en", "es")


_WORDS_A_MINUTE = 238
"""How fast adults read English that is no fiction in silence: Brysbaert (2019), "How many words do
we read per minute?", Journal of Memory and Language 109."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The two documents, each a whole HTML file."""

    english: str
    spanish: str


def render(
    translation: Translation,
    house: House = House(),  # noqa: B008 - a frozen value
    *,
    draft: bool = False,
    own_template: bool = False,
) -> Pair:
    """The page pair of an article; with `own_template` in the desk's ``templates/page.html``.

    A sentence that nobody confirmed makes the pair a draft, and so does `draft`: both pages say so
    and ask not to be indexed, since an English page that is indexed would lead to the unfinished
    Spanish. Raises NotFoundError where the desk has no template, InputError where it is broken.
    """
    unfinished = passages.unfinished(translation)
    english, spanish = (
        _page(
            translation,
            language,
            house,
            unfinished=unfinished,
            draft=draft,
            own_template=own_template,
        )
        for language in LANGUAGES
    )
    return Pair(english, spanish)


def _page(
    translation: Translation,
    language: Language,
    house: House,
    *,
    unfinished: int,
    draft: bool,
    own_template: bool,
) -> str:
    article = translation.article
    page = layout.arrange(translation, language)
    pair = addresses.of_pair(translation, house)
    values = {
        "article": article,
        "page": page,
        "frame": frame(language, region=house.region, desk=house.desk),
        "kinds": Kind,
        "roles": Role,
        "addresses": pair,
        "canonical": pair.of(language),
        "lead": lambda address: related.lead(address, language, house),
        "is_published": pair.is_published,
        "linked_data": linked_data.script(
            linked_data.describe(translation, language, pair, house.translator)
        ),
        "translator": house.translator if language == "es" else "",
        "minutes": article.reading_minutes or count_minutes(article),
        "picture": _picture(article),
        "policy": _policy(page),
        "style": _style(),
        "draft": draft or unfinished > 0,
        "unfinished": unfinished,
        "generator": f"engesp {__version__}",
    }
    if own_template:
        return templating.render(house, values)
    return templating.ours().get_template("page.html").render(values)


def count_minutes(article: Article) -> int:
    """How long the English takes to read, for pages that do not say it; at least a minute."""
    words = sum(
        len(inline.strip(block.text, block.codes).split())
        for block in article.blocks
        if block.role in BODY_ROLES
    )
    return max(1, round(words / _WORDS_A_MINUTE))


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
    return Markup("\n" + (templating.FOLDER / "page.css").read_text(encoding="utf-8"))
