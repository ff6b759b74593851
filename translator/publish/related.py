"""Where headlines of other articles lead: on the Spanish page to their Spanish, where there is one.

Refuses to look anything up: which articles have a Spanish page is told by whoever exports. Separate
because our page and the original's markup send readers to the same place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from translator.publish.house import House
from translator.publish.passages import Language

_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|ref|ref_src|source", re.IGNORECASE)
"""Parts of an address that say where a reader came from, not where to go."""
_SPANISH = re.compile(r"/(?:es|esp|espanol|spanish)(?:-[a-z]{2,3})?(?:[/?#]|$)", re.I)
"""An address that seems to lead to Spanish already: its language is not ours to state."""


@dataclass(frozen=True, slots=True)
class Lead:
    """An address and the language of the page there; empty where nobody needs to be told."""

    address: str
    language: str = ""


def key(address: str) -> str:
    """What tells one article's address from another's: not the scheme, `www`, the place within the
    page, or where the reader came from. Empty for what is no web address."""
    try:
        parts = urlsplit(address.strip())
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host:
        return ""
    asked = [one for one in parse_qsl(parts.query) if not _TRACKING.fullmatch(one[0])]
    place = f"{host.removeprefix('www.')}{f':{port}' if port else ''}{parts.path.rstrip('/')}"
    return f"{place}?{urlencode(sorted(asked))}" if asked else place


def lead(address: str, language: Language, house: House) -> Lead:
    """Where a headline with this address leads on the page in this language."""
    if language == "en" or not address:
        return Lead(address)
    spanish = house.translated.get(key(address), "")
    if spanish:
        return Lead(spanish, "es")
    return Lead(address, "" if _SPANISH.search(address) else "en")
