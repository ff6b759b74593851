"""The head of the original page in the language of the copy: titles, descriptions, links, data.

What search engines and networks read is brought into line with what readers see. Refuses what it
does not know: all other elements stay as they are. Separate from the body, whose text is found by
its place.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from typing import Any

from translator import normalize
from translator.model import Role, Translation
from translator.pagetree.places import Map
from translator.pagetree.tokens import Attribute, Token, attributes
from translator.publish import layout, linked_data, passages
from translator.publish.addresses import Addresses
from translator.publish.edits import Edits
from translator.publish.frame import Frame
from translator.publish.layout import Layout
from translator.publish.passages import Language

_TITLES = frozenset({"og:title", "twitter:title", "headline", "dc.title", "parsely-title"})
_DESCRIPTIONS = frozenset(
    {"description", "og:description", "twitter:description", "dc.description"}
)
_LANGUAGES = frozenset({"content-language", "dc.language", "language"})
_KINDS = re.compile(r"\w*(?:Article|Posting|WebPage)$")
_SNIPPET = 155
"""Characters that search engines show of a description; longer ones are cut at a word. House."""


class Head:
    """Writes the head of one page."""

    def __init__(
        self,
        edits: Edits,
        page: Map,
        translation: Translation,
        language: Language,
        addresses: Addresses,
        frame: Frame,
        translator: str = "",
    ) -> None:
        self._edits, self._page, self._translation = edits, page, translation
        self._language, self._addresses, self._frame = language, addresses, frame
        self._translator = translator
        self._english: Layout = layout.arrange(translation, "en")
        self._shown: Layout = layout.arrange(translation, language)
        self._has_data = False
        self._places = {"canonical": -1, "open graph": -1}

    def write(self, *, draft: bool) -> None:
        """Bring all of the head into line. `draft` asks search engines to leave the page out."""
        tokens = self._page.tokens
        for index, token in enumerate(tokens):
            if token.kind == "raw" and token.name == "title" and self._is_in_head(index):
                self._title(token)
            elif token.kind == "raw" and token.name == "script":
                self._script(tokens[index - 1], token)
            elif token.kind == "start" and token.name in ("html", "meta", "link"):
                found = {one.name: one for one in attributes(self._page.data, token)}
                getattr(self, f"_{token.name}")(token, found)
        self._insert(draft=draft)

    def _is_in_head(self, index: int) -> bool:
        """A drawing has titles too; the page's is the first, and stands before its body."""
        before = self._page.tokens[:index]
        return not any(one.kind == "start" and one.name in ("body", "svg") for one in before)

    def _text(self, one: Attribute) -> str:
        return self._edits.text(one.start, one.end)

    def _set(self, one: Attribute, text: str) -> None:
        self._edits.value(one.start, one.end, text, one.quote)

    # --- elements

    def _html(self, token: Token, found: dict[str, Attribute]) -> None:
        for name in ("lang", "xml:lang"):
            if name in found:
                self._set(found[name], self._language)
        if "lang" not in found:
            at = token.start + len("<html")
            self._edits.put(at, at, f' lang="{self._language}"'.encode("ascii"))

    def _title(self, token: Token) -> None:
        text = self._edits.text(token.start, token.end)
        self._edits.say(token.start, token.end, self._titled(text))

    def _titled(self, text: str) -> str:
        """A title as the page writes it, with the headline in the language of the copy: the site's
        name behind it stays."""
        if self._language == "en" or self._shown.title is None:
            return text
        english = self._english.title.plain if self._english.title else ""
        spanish = self._shown.title.plain
        line = normalize.line(text)
        place = line.casefold().find(english.casefold()) if english else -1
        if place >= 0:
            return line[:place] + spanish + line[place + len(english) :]
        site = self._translation.article.site
        tail = re.search(r"\s+[|·•»–—-]\s+[^|·•»]{2,60}$", line)
        has_site = tail is not None and (not site or site.casefold() in tail[0].casefold())
        return spanish + (tail[0] if tail and has_site else "")

    def _meta(self, token: Token, found: dict[str, Attribute]) -> None:
        named = next((found[one] for one in ("property", "name", "itemprop") if one in found), None)
        content = found.get("content")
        if "http-equiv" in found and self._text(found["http-equiv"]).lower() in _LANGUAGES:
            named = found["http-equiv"]
        if named is None or content is None:
            return
        name = self._text(named).lower()
        if name in _TITLES:
            self._set(content, self._titled(self._text(content)))
        elif name in _DESCRIPTIONS:
            self._set(content, self._described(self._text(content)))
        elif name in _LANGUAGES:
            self._set(content, self._language)
        elif name == "og:url":
            self._set(content, self._addresses.of(self._language))
        elif name in ("og:locale", "og:locale:alternate"):
            self._edits.put(token.start, token.end, b"")
        if name.startswith("og:"):
            self._places["open graph"] = token.end

    def _described(self, text: str) -> str:
        """A description in the language of the copy: the line that it repeats, or the deck, or the
        beginning of the text."""
        if self._language == "en" or not text.strip():
            return text
        wanted = _squeezed(text)
        translation = self._translation
        for block in translation.article.blocks:
            said = _squeezed(passages.read(translation, block, "en").plain)
            if wanted and translation.of(block) and said.startswith(wanted.rstrip(".…")):
                shown = passages.read(translation, block, "es").plain
                return shown if said == wanted else _cut(shown, max(_SNIPPET, len(text)))
        if self._shown.deck is not None:
            return self._shown.deck.plain
        first = translation.article.first(Role.PARAGRAPH)
        return _cut(passages.read(translation, first, "es").plain, _SNIPPET) if first else text

    def _link(self, token: Token, found: dict[str, Attribute]) -> None:
        kinds = self._text(found["rel"]).lower().split() if "rel" in found else []
        if "canonical" in kinds and "href" in found:
            if self._places["canonical"] >= 0:
                self._edits.put(token.start, token.end, b"")
                return
            self._set(found["href"], self._addresses.of(self._language))
            self._places["canonical"] = token.end
        elif "alternate" in kinds and "hreflang" in found:
            self._edits.put(token.start, token.end, b"")

    def _script(self, tag: Token, content: Token) -> None:
        kinds = [one for one in attributes(self._page.data, tag) if one.name == "type"]
        if not kinds or "ld+json" not in self._text(kinds[0]).lower():
            return
        try:
            data = json.loads(
                self._edits.data[content.start : content.end].decode("utf-8", "replace"),
                strict=False,
            )
        except (ValueError, RecursionError):
            return
        if any([self._data(one) for one in _objects(data)]):
            self._has_data = True
            written = str(linked_data.script(data))
            self._edits.put(content.start, content.end, self._edits.encoded(written))

    def _data(self, one: dict[str, Any]) -> bool:
        """Bring an object into line, if it is about the article; whether it is an article."""
        kinds = one.get("@type")
        names = kinds if isinstance(kinds, list) else [kinds]
        if not any(isinstance(name, str) and _KINDS.match(name) for name in names):
            return False
        for name in ("headline", "name", "alternativeHeadline"):
            if isinstance(one.get(name), str):
                one[name] = self._titled(one[name])
        if isinstance(one.get("description"), str):
            one["description"] = self._described(one["description"])
        if self._language == "es":
            one.pop("articleBody", None)
        own = linked_data.describe(
            self._translation, self._language, self._addresses, self._translator
        )
        for name in ("inLanguage", "url", "mainEntityOfPage"):
            if name in one or name == "inLanguage":
                one[name] = own[name]
        for name in ("translationOfWork", "workTranslation", "translator"):
            if name in own and not any(str(each).endswith("WebPage") for each in names):
                one[name] = own[name]
        return not all(str(each).endswith("WebPage") for each in names)

    # --- what the page lacks

    def _insert(self, *, draft: bool) -> None:
        """Put in what the page does not say: the other language, and that it is a draft."""
        lines = []
        if self._places["canonical"] < 0:
            lines.append(_link_to(self._addresses.of(self._language), 'rel="canonical"'))
        pairs = [*self._addresses.items(), ("x-default", self._addresses.en)]
        for language, address in pairs:
            lines.append(_link_to(address, f'rel="alternate" hreflang="{language}"'))
        if self._places["open graph"] >= 0:
            own, other = self._frame.open_graph
            lines.append(f'<meta property="og:locale" content="{own}">')
            lines.append(f'<meta property="og:locale:alternate" content="{other}">')
        if draft:
            lines.append('<meta name="robots" content="noindex">')
        if not self._has_data:
            data = linked_data.describe(
                self._translation, self._language, self._addresses, self._translator
            )
            script = linked_data.script(data)
            lines.append(f'<script type="application/ld+json">{script}</script>')
        at = self._place()
        self._edits.put(at, at, self._edits.encoded("\n" + "\n".join(lines)))

    def _place(self) -> int:
        """Behind the page's own canonical link, or at the end of its head, or before its text."""
        if self._places["canonical"] >= 0:
            return self._places["canonical"]
        tokens = self._page.tokens
        for kind, name in (("end", "head"), ("start", "body"), ("end", "title")):
            for token in tokens:
                if token.kind == kind and token.name == name:
                    return token.end if name == "title" else token.start
        starts = [one for one in tokens if one.kind == "start" and one.name in ("head", "html")]
        return starts[-1].end if starts else 0


def _link_to(address: str, what: str) -> str:
    return f'<link {what} href="{escape(address)}">'


def _squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _cut(text: str, most: int) -> str:
    """The beginning of a text, to a sentence or a word."""
    if len(text) <= most:
        return text
    head = text[: most + 1]
    sentence = max(head.rfind(end) for end in (". ", "? ", "! ", "». "))
    if sentence > most // 2:
        return head[: sentence + 1]
    return head.rpartition(" ")[0].rstrip(",;:") + "…"


def _objects(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The objects of JSON-LD that state something of the page: outermost ones and a graph's."""
    if isinstance(data, list):
        for one in data[:100]:
            yield from _objects(one, depth + 1)
    elif isinstance(data, dict) and depth < 5:
        yield data
        yield from _objects(data.get("@graph"), depth + 1)
