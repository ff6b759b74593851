"""What a page tells search engines of itself: schema.org in JSON-LD.

Each page of a pair is a NewsArticle in its language that names the other one: the Spanish as the
translation of the English work, the English as having that translation. Refuses to invent: what the
article does not state is not said. Separate because the original's own markup takes the same data.
"""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from translator.model import Translation
from translator.publish import layout, markup
from translator.publish.addresses import Addresses
from translator.publish.passages import Language

_ESCAPED = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
"""So that no text can end the element it stands in: HTML Standard, 4.12.1.3."""


def script(data: dict[str, Any]) -> Markup:
    """The data as the content of a script element of the type ``application/ld+json``."""
    return Markup(json.dumps(data, ensure_ascii=False, indent=1).translate(_ESCAPED))


def describe(
    translation: Translation, language: Language, addresses: Addresses, translator: str = ""
) -> dict[str, Any]:
    """The page in this language as a schema.org NewsArticle. `translator` is a person's name."""
    article = translation.article
    data = {"@context": "https://schema.org", **_work(translation, language, addresses)}
    data["mainEntityOfPage"] = addresses.of(language)
    if article.published is not None:
        data["datePublished"] = article.published.isoformat()
    if language == "es" and translation.edited is not None:
        data["dateModified"] = translation.edited.isoformat()
    if article.author:
        people = [name.strip() for name in article.author.split(",") if name.strip()]
        data["author"] = [{"@type": "Person", "name": name} for name in people]
    if article.site:
        data["publisher"] = {"@type": "Organization", "name": article.site}
    image = markup.image(article.image)
    if image.startswith(("https://", "http://")):
        data["image"] = image
    credit = {"@type": "Person", "name": translator} if translator else None
    if language == "es":
        data["translationOfWork"] = _work(translation, "en", addresses)
        if credit:
            data["translator"] = credit
    else:
        other = _work(translation, "es", addresses)
        data["workTranslation"] = other | ({"translator": credit} if credit else {})
    return data


def _work(translation: Translation, language: Language, addresses: Addresses) -> dict[str, Any]:
    page = layout.arrange(translation, language)
    address = addresses.of(language)
    data: dict[str, Any] = {"@type": "NewsArticle"}
    if addresses.is_published:
        data["@id"] = address
    data |= {"url": address, "inLanguage": language}
    data["headline"] = page.title.plain if page.title else translation.article.slug
    if page.deck:
        data["description"] = page.deck.plain
    return data
