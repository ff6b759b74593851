"""What an HTML page states of itself: JSON-LD first, then meta elements, then trafilatura.

The order is that of care: newsrooms check their JSON-LD, since search engines read it; what is
found in the running text is the last resort. Refuses the blocks. Separate because each site states
these few things in its own mixture of four vocabularies.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from lxml import html as lxml_html

from translator import normalize
from translator.sources import byline, markup
from translator.sources.extraction import Judgement

_ARTICLES = re.compile(r"\w*(?:Article|Posting)$")
"""*NewsArticle*, *ReportageNewsArticle*, *BlogPosting*: schema.org has a dozen."""
_PAGES = re.compile(r"\w*WebPage$")
"""*MedicalWebPage* and the like: pages that call themselves so and have an author."""
_STAMP = re.compile(r"\s+(?:Published|Updated|Posted)\b.*$")
"""What stands behind a name in a byline that was read with the line below it."""
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_SITE_TAIL = re.compile(r"\s+(?:[|·•»:]|[-–—])\s+[^|·•»]{2,60}$")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says of its article. `description` may be the deck or a search snippet."""

    title: str
    author: str
    published: date | None
    site: str
    address: str
    image: str
    language: str
    description: str


def read(
    tree: lxml_html.HtmlElement, judged: Judgement, date_order: str, fetched_from: str = ""
) -> Metadata:
    """What this page states; empty where it states nothing. Where it does not say what its
    address is, that is the one it was fetched from."""
    found = list(_json_ld(tree))
    articles = [one for one in found if _is_a(one, _ARTICLES)]
    pages = [one for one in found if _is_a(one, _PAGES) and one.get("author")]
    stated = next(iter((*articles, *pages)), {})
    meta = _meta(tree)
    address = _address(tree, meta, judged) or fetched_from
    return Metadata(
        title=_title(stated, meta, tree, judged),
        author=_author(stated, meta, judged),
        published=_published(stated, meta, tree, judged, date_order),
        site=normalize.line(meta.get("og:site_name", "") or judged.site),
        address=address,
        image=markup.absolute(meta.get("og:image", "") or judged.image, address),
        language=_language(tree, stated),
        description=normalize.line(
            meta.get("og:description", "") or meta.get("description", "") or judged.description
        ),
    )


def _json_ld(tree: lxml_html.HtmlElement) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of a page, outermost first."""
    for script in tree.iter("script"):
        if "ld+json" not in str(script.get("type") or ""):
            continue
        try:
            waiting = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        for value in waiting:
            if isinstance(value, list):
                waiting.extend(value[:100])
            elif isinstance(value, dict):
                yield value
                waiting.append(value.get("@graph"))


def _is_a(value: dict[str, Any], kind: re.Pattern[str]) -> bool:
    kinds = value.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and kind.match(name) is not None for name in names)


def _meta(tree: lxml_html.HtmlElement) -> dict[str, str]:
    """The meta elements by name, in small letters; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if name and element.get("content"):
            found.setdefault(str(name).lower(), str(element.get("content")))
    return found


def _title(
    stated: dict[str, Any], meta: dict[str, str], tree: lxml_html.HtmlElement, judged: Judgement
) -> str:
    for text in (stated.get("headline"), meta.get("og:title"), meta.get("twitter:title")):
        if isinstance(text, str) and text.strip():
            return without_site(_plain(text), meta)
    title = tree.find(".//title")
    text = judged.title or (title.text_content() if title is not None else "")
    return without_site(_plain(text), meta)


def _plain(text: str) -> str:
    """A stated text without the entities and elements that some sites leave in it."""
    if "<" in text or "&" in text:
        try:
            text = str(lxml_html.fromstring(f"<p>{text}</p>").text_content())
        except (ValueError, AssertionError):
            text = re.sub(r"<[^>]*>", "", text)
    return normalize.line(text)


def without_site(title: str, meta: dict[str, str]) -> str:
    """A title without the site's name behind it."""
    site = normalize.line(meta.get("og:site_name", ""))
    tail = _SITE_TAIL.search(title)
    if tail is None:
        return title
    named = site and site.casefold() in tail[0].casefold()
    return title[: tail.start()] if named or "|" in tail[0] else title


def _author(stated: dict[str, Any], meta: dict[str, str], judged: Judgement) -> str:
    names = [_plain(name) for name in _names(stated.get("author"))]
    if not any(names):
        names = [_plain(meta.get("author", "") or meta.get("byl", ""))]
    if not any(names) or names[0].startswith("http"):
        names = judged.author.split("; ")
    names = [_STAMP.sub("", name) for name in names]
    clean = [
        byline.read_author(name) or byline.clean_names(name) or normalize.line(name)
        for name in names
        if name.strip()
    ]
    return ", ".join(dict.fromkeys(name for name in clean if not name.startswith("http")))


def _names(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return _names(value.get("name"))
    if isinstance(value, list):
        return [name for one in value[:10] for name in _names(one)]
    return []


def _published(
    stated: dict[str, Any],
    meta: dict[str, str],
    tree: lxml_html.HtmlElement,
    judged: Judgement,
    order: str,
) -> date | None:
    texts: list[Any] = [stated.get("datePublished")]
    texts += [meta.get(name) for name in ("article:published_time", "datepublished", "date")]
    texts += [element.get("datetime") for element in tree.iter("time")][:1]
    texts.append(judged.published)
    for text in texts:
        if isinstance(text, str) and (found := byline.find_date(text.replace("T", " "), order)):
            return found
    return None


def _address(tree: lxml_html.HtmlElement, meta: dict[str, str], judged: Judgement) -> str:
    for link in tree.iter("link"):
        if str(link.get("rel") or "").lower() == "canonical" and link.get("href"):
            found = markup.absolute(str(link.get("href")), meta.get("og:url", "") or judged.address)
            if found.startswith("http"):
                return found
    return markup.absolute(meta.get("og:url", "") or judged.address, "")


def _language(tree: lxml_html.HtmlElement, stated: dict[str, Any]) -> str:
    """The language the page declares, as ISO 639-1; English where it declares none."""
    html = tree if tree.tag == "html" else tree.find(".//html")
    declared = str((html.get("lang") if html is not None else "") or stated.get("inLanguage") or "")
    found = _LANGUAGE.match(declared.strip().lower())
    return found[0] if found else "en"
