"""Cookie and consent banners of a page: what no reader could close once its scripts are gone.

Known tools are told by the names that they give their outermost element; any other dialog only
where it lies over the page, speaks of cookies or consent, and can be answered. Refuses whatever
holds a part of the article, a headline or the page's main text. Separate from `cleaning`, which
cuts what could run: a banner is cut because it is in the way, and only where scripts are cut.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from translator.pagetree.places import Map
from translator.pagetree.tokens import Token, attributes
from translator.publish.edits import Edits

_TOOLS = {
    "AMP": "amp-consent",
    "Axeptio": "axeptio_overlay axeptio_main_button",
    "Borlabs Cookie": "borlabscookiebox",
    "Complianz": "cmplz-cookiebanner-container cmplz-cookiebanner cmplz-manage-consent",
    "consentmanager": "cmpbox cmpbox2 cmpwrapper",
    "Cookiebot": "cybotcookiebotdialog cybotcookiebotdialogbodyunderlay cookiebotwidget",
    "Cookie Law Info": "cookie-law-info-bar cookie-law-info-again cli-modal cli-modal-backdrop",
    "Cookie Notice": "cookie-notice",
    "CookieYes": "cky-consent-container cky-overlay cky-modal cky-btn-revisit-wrapper",
    "Didomi": "didomi-host didomi-popup didomi-notice",
    "EU Cookie Compliance": "sliding-popup eu-cookie-compliance-banner",
    "Google Funding Choices": "fc-consent-root",
    "iubenda": "iubenda-cs-banner",
    "Klaro": "klaro cookie-modal",
    "Moove GDPR": "moove_gdpr_cookie_info_bar moove_gdpr_cookie_modal",
    "OneTrust": "onetrust-consent-sdk onetrust-banner-sdk onetrust-pc-sdk"
    " optanon-alert-box-wrapper",
    "Osano": "osano-cm-window osano-cm-dialog cc-window",
    "Quantcast": "qc-cmp2-container qc-cmp-ui-container qc-cmp2-ui",
    "tarteaucitron": "tarteaucitronroot",
    "Termly": "termly-code-snippet-support",
    "Transcend": "transcend-consent-manager",
    "TrustArc": "truste-consent-track consent_blackbar trustarc-banner-overlay truste_overlay"
    " truste_box_overlay",
    "Usercentrics": "usercentrics-root usercentrics-cmp-ui",
}
"""The tools by name, with the ids and classes, in small letters, of what they put on a page."""
_KNOWN = {mark: tool for tool, marks in _TOOLS.items() for mark in marks.split()}
_NUMBERED = re.compile(r"sp_message_container_\d+")
"""Sourcepoint counts its containers."""
_OTHER = "?"
"""Stands for a tool that has no name here."""

_NAMED = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|cmp)[_-]?"
    r"(?:banner|bar|box|consent|dialog|modal|notice|overlay|policy|pop-?up|wall)(?=$|[\s_-])"
)
_FIXED = re.compile(r"position\s*:\s*(?:fixed|sticky)", re.IGNORECASE)
_SPEAKS = re.compile(r"\b(?:cookies?|consent|gdpr|privacy)\b", re.IGNORECASE)
_LONGEST = 6000
"""Characters of a banner without a known name; those with all purposes unfolded take about 4000."""
_HOLDS_NONE = frozenset({"h1", "main", "article"})
_ANSWERS = frozenset({"button", "input", "a"})

_LOCKS = frozenset(
    "didomi-popup-open sp-message-open cookie-modal-open cli-barmodal-open ot-overflow-hidden"
    " tp-modal-open qc-cmp2-open cmplz-consent-open has-cookie-banner".split()
)
"""Classes by which tools keep the page behind them from scrolling."""
_STILL = re.compile(
    r"\s*(?:overflow(?:-y)?\s*:\s*hidden|position\s*:\s*fixed)\s*(?:!important\s*)?;?"
)


@dataclass(frozen=True, slots=True)
class Banner:
    """A banner by the name of its tool, and the places of its first and last token."""

    tool: str
    first: int
    last: int


def find(page: Map, article: Collection[int]) -> tuple[Banner, ...]:
    """The banners of a page, outermost ones. `article` are the places of the tokens that hold the
    article's text: what holds one of them is no banner."""
    return tuple(_banners(page, article))


def _banners(page: Map, article: Collection[int]) -> Iterator[Banner]:
    index = 0
    while index < len(page.tokens):
        token = page.tokens[index]
        last = page.partners.get(index, -1) if token.kind == "start" else -1
        tool = (
            _tool(page, index, last) if last > index and token.name not in ("html", "body") else ""
        )
        if tool and not _holds(page, index, last, article):
            yield Banner(tool, index, last)
            index = last
        index += 1


def cut(edits: Edits, page: Map, banners: Collection[Banner]) -> None:
    """Take the banners out of a page, and what they keep the page from scrolling by."""
    for one in banners:
        edits.cut(page.tokens[one.first].start, page.tokens[one.last].end)
    for token in page.tokens if banners else ():
        if token.kind == "start" and token.name in ("html", "body"):
            _unlock(edits, token)


def _tool(page: Map, index: int, last: int) -> str:
    """The tool whose banner begins here; empty where none does."""
    token = page.tokens[index]
    found = {
        one.name: one.value.decode("ascii", "replace").lower()
        for one in attributes(page.data, token)
        if one.name in ("id", "class", "role", "style", "open", "aria-modal")
    }
    names = f"{found.get('id', '')} {found.get('class', '')}"
    for name in (token.name, *names.split()):
        if name in _KNOWN:
            return _KNOWN[name]
        if _NUMBERED.fullmatch(name):
            return "Sourcepoint"
    is_dialog = found.get("role") in ("dialog", "alertdialog") or token.name == "dialog"
    is_above = _FIXED.search(found.get("style", "")) or "open" in found or _NAMED.search(names)
    is_other = is_dialog and is_above and _asks(page, index, last)
    return _OTHER if is_other else ""


def _asks(page: Map, index: int, last: int) -> bool:
    """Whether an element speaks of cookies or consent and can be answered."""
    inside = page.tokens[index + 1 : last]
    said = b" ".join(page.data[one.start : one.end] for one in inside if one.kind == "text")
    if len(said) > _LONGEST or not any(one.name in _ANSWERS for one in inside):
        return False
    return _SPEAKS.search(said.decode("ascii", "replace")) is not None


def _holds(page: Map, index: int, last: int, article: Collection[int]) -> bool:
    if any(index < one < last for one in article):
        return True
    return any(one.name in _HOLDS_NONE for one in page.tokens[index:last] if one.kind == "start")


def _unlock(edits: Edits, token: Token) -> None:
    """Let the page scroll again."""
    for one in attributes(edits.data, token):
        text = edits.text(one.start, one.end)
        if one.name == "class":
            kept = " ".join(name for name in text.split() if name.lower() not in _LOCKS)
            if kept != " ".join(text.split()):
                edits.value(one.start, one.end, kept, one.quote)
        elif one.name == "style" and _STILL.search(text):
            edits.value(one.start, one.end, _STILL.sub("", text).strip(), one.quote)
