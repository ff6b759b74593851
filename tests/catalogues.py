"""The catalogues of the interface, drawn from the code; `python tests/catalogues.py` renews them.

The tests compare what is drawn with what is there. Separate from them so that a person can run it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
LOCALES = ROOT / "locales"
PROJECT, VERSION = "engesp", "0.1.0"
LANGUAGES = tuple(sorted(path.parent.name for path in LOCALES.glob("*/LC_MESSAGES")))
"""A third language is a folder `locales/LANG/LC_MESSAGES`; the next renewal fills it."""
RENEWED = datetime(2026, 11, 23, tzinfo=UTC)

_PYTHON = ("**.py", "python")
_MAPS = {
    "translator": [("publish/**", "ignore"), _PYTHON],
    "page": [("publish/**.py", "python"), ("publish/**.html", "jinja2")],
}
_KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "N_": None, "NN_": (1, 2)}


def draw(domain: str) -> Catalog:
    """All messages of a domain as the code has them now, with the places they stand in."""
    catalogue = Catalog(project=PROJECT, version=VERSION, fuzzy=False)
    found = extract_from_dir(
        ROOT / "translator", method_map=_MAPS[domain], keywords=_KEYWORDS, comment_tags=("L10n:",)
    )
    for path, _line, message, comments, context in sorted(found, key=lambda one: (one[0], one[1])):
        where = [(f"translator/{path}", 0)]
        catalogue.add(message, locations=where, auto_comments=comments, context=context)
    for path, message in _rules() if domain == "translator" else ():
        catalogue.add(message, locations=[(path, 0)])
    return catalogue


def _rules() -> Iterator[tuple[str, str]]:
    """What the packs of rules say to a person, with where they say it."""
    for pack in sorted((ROOT / "translator" / "checks" / "rules").glob("*.toml")):
        for rule in tomllib.loads(pack.read_text(encoding="utf-8"))["rule"]:
            for message in (rule["what"], rule["why"]):
                yield pack.relative_to(ROOT).as_posix(), message


def template(domain: str) -> Path:
    """The template of a domain."""
    return LOCALES / f"{domain}.pot"


def translation(domain: str, language: str) -> Path:
    """The catalogue of a domain in a language."""
    return LOCALES / language / "LC_MESSAGES" / f"{domain}.po"


def read(path: Path, language: str | None = None) -> Catalog:
    """A catalogue file."""
    return read_po(BytesIO(path.read_bytes()), locale=language)


def written(catalogue: Catalog) -> bytes:
    """A catalogue as a file: no line numbers, one date, so that only words make a difference."""
    buffer = BytesIO()
    catalogue.header_comment = "# The words of engesp. MIT, like the program."
    catalogue.fuzzy = False
    catalogue.project, catalogue.version = PROJECT, VERSION
    catalogue.msgid_bugs_address = catalogue.last_translator = "engesp"
    catalogue.creation_date = catalogue.revision_date = RENEWED
    catalogue.language_team = str(catalogue.locale) if catalogue.locale else "none"
    write_po(buffer, catalogue, width=100, include_lineno=False)
    lines = buffer.getvalue().split(b"\n")
    return b"\n".join(line for line in lines if not line.startswith(b'"Generated-By'))


def renew() -> None:
    """Write the templates, and bring each language up to date with them."""
    for domain in _MAPS:
        drawn = draw(domain)
        template(domain).write_bytes(written(drawn))
        for language in LANGUAGES:
            path = translation(domain, language)
            there = read(path, language) if path.exists() else Catalog(locale=language)
            there.update(drawn, no_fuzzy_matching=True)
            there.obsolete.clear()
            path.write_bytes(written(there))


if __name__ == "__main__":
    renew()
