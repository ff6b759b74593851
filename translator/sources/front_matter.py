"""The front matter of a Markdown text: YAML between ``---`` lines, TOML between ``+++`` lines.

Reads the few things that describe an article, under the names that site generators give them.
Refuses the rest, and values of the wrong kind: front matter is typed by hand, and half of it must
not cost the whole article. Separate because it is a language of its own before the text begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from translator import normalize, toml
from translator.sources import byline

_FENCED = re.compile(
    r"\A\ufeff?(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<inner>(?:.*\r?\n)*?)(?P=fence)[ \t]*(?:\r?\n|\Z)"
)
_PAIR = re.compile(r"^(?P<name>[\w\- ]{1,40}):[ \t]*+(?P<value>.+)$", re.MULTILINE)

_TITLES = ("title", "headline")
_AUTHORS = ("author", "authors", "byline", "by")
_DATES = ("date", "published", "publishdate", "pubdate", "datepublished", "published_at")
_DECKS = ("description", "deck", "dek", "subtitle", "standfirst", "summary", "excerpt", "lead")
_LANGUAGES = ("lang", "language", "locale")
_ADDRESSES = ("canonical", "canonical_url", "canonicalurl", "url", "permalink", "link")
_IMAGES = ("image", "cover", "thumbnail", "featured_image", "images")
_SITES = ("site", "site_name", "publisher", "publication")
_MINUTES = ("reading_time", "readingtime", "minutes", "reading_minutes")

_MOST_AUTHORS = 20
_LONGEST = 20_000
"""Characters that are parsed: YAML takes up to 0.1 ms for each, and nobody types so many."""
_LONGEST_NUMBER = 10**18
_DEEPEST = 50
"""Lists within lists; each level makes every sign within it dearer, 400 of them a second in all."""
_BRACKET = re.compile(r"[\[\]{}]")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a Markdown text says of itself before its body, and the body. Lines counts the lines
    above the body, so that places in it can be told."""

    body: str
    lines: int = 0
    title: str = ""
    author: str = ""
    published: date | None = None
    description: str = ""
    language: str = ""
    address: str = ""
    image: str = ""
    site: str = ""
    minutes: int | None = None


def read(text: str, *, date_order: str = "dmy") -> FrontMatter:
    """The front matter of a text and its body; the whole text where it has no front matter."""
    fenced = _FENCED.match(text)
    if fenced is None:
        return FrontMatter(text)
    fields = _fields(fenced["fence"], fenced["inner"])
    address = _text(fields, _ADDRESSES)
    language = _text(fields, _LANGUAGES).lower()
    return FrontMatter(
        body=text[fenced.end() :],
        lines=text.count("\n", 0, fenced.end()),
        title=_text(fields, _TITLES),
        author=_author(fields),
        published=_published(fields, date_order),
        description=_text(fields, _DECKS),
        language=language[:2] if re.match(r"[a-z]{2}(?:[-_]|$)", language) else "",
        address=address if address.startswith(("http://", "https://")) else "",
        image=_text(fields, _IMAGES),
        site=_text(fields, _SITES),
        minutes=_minutes(fields),
    )


def begins(text: str) -> bool:
    """Whether a text begins with front matter that names something."""
    fenced = _FENCED.match(text)
    return fenced is not None and bool(_fields(fenced["fence"], fenced["inner"]))


def _fields(fence: str, inner: str) -> dict[str, Any]:
    """The fields by name in small letters; line by line where the whole cannot be parsed."""
    try:
        if len(inner) > _LONGEST:
            raise ValueError(len(inner))
        found = toml.read(inner) if fence == "+++" else _yaml(inner)
    except (ValueError, RecursionError):
        pairs = _PAIR.finditer(inner)
        found = {match["name"]: match["value"].strip(" \t\r").strip("\"'") for match in pairs}
    if not isinstance(found, dict):
        return {}
    return {
        name.strip().lower().replace("-", "_"): value
        for name, value in found.items()
        if isinstance(name, str)
    }


def _yaml(inner: str) -> Any:
    """Raises ValueError for what is no YAML."""
    import yaml

    depth = 0
    for sign in _BRACKET.findall(inner):
        depth = depth + 1 if sign in "[{" else max(depth - 1, 0)
        if depth > _DEEPEST:
            raise ValueError(depth)
    try:
        return yaml.safe_load(inner)
    except yaml.YAMLError as error:
        raise ValueError from error


def _value(fields: dict[str, Any], names: tuple[str, ...]) -> Any:
    return next((fields[name] for name in names if fields.get(name)), None)


def _text(fields: dict[str, Any], names: tuple[str, ...]) -> str:
    """The first of these fields as one line of text."""
    value = _value(fields, names)
    for _ in range(2):
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            inner = (value[key] for key in ("src", "url", "image", "name") if key in value)
            value = next(inner, None)
    if isinstance(value, int) and abs(value) > _LONGEST_NUMBER:
        return ""
    return normalize.line(str(value)) if isinstance(value, str | int | float) else ""


def _author(fields: dict[str, Any]) -> str:
    value = _value(fields, _AUTHORS)
    values = value[:_MOST_AUTHORS] if isinstance(value, list) else [value]
    names = [one.get("name") if isinstance(one, dict) else one for one in values]
    lines = [normalize.line(name) for name in names if isinstance(name, str)]
    return ", ".join(byline.read_author(name) or name for name in lines if name)


def _published(fields: dict[str, Any], date_order: str) -> date | None:
    value = _value(fields, _DATES)
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return byline.find_date(value.replace("T", " "), date_order) if isinstance(value, str) else None


def _minutes(fields: dict[str, Any]) -> int | None:
    value = _value(fields, _MINUTES)
    if isinstance(value, int) and not isinstance(value, bool):
        return value if 0 < value < 1000 else None
    if isinstance(value, str):
        is_number = re.fullmatch(r"[1-9]\d?", value)
        return int(value) if is_number else byline.read_minutes(value)
    return None
