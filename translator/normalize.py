"""The only place that rewrites characters: NFC, spaces, control characters.

Every door of the house (a page read, a paste, a save, an import) calls it once. It refuses to
judge: what is wrong in a text is a check's affair. Separate because a decomposed ñ that slips in
turns *año* into *ano* at the next backspace, and nobody could say afterwards where it came from.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_SPACES = re.compile(
    r"[ \t\n\r\f\v\x1c-\x1f\x85\u2000-\u2006\u2008\u200a\u2028\u2029\u205f\u3000]+"
)
"""Runs folded to one space. The no-break spaces U+00A0, U+2007, U+202F and the thin space U+2009
are kept: Spanish typography uses them on purpose."""

_REMOVED = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
"""C0 and C1 controls, soft hyphens, zero-width spaces, byte order marks, interlinear marks, and the
two that are no characters and that XML cannot hold."""

_BREAKS = re.compile(r"\r\n|[\t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]")

EMOJI = "\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\U0001f000-\U0001faff"
"""Where emoji and other pictures have their code points (Unicode emoji-data 16.0, in blocks)."""

_JOINS_NONE = rf"(?!(?<=[{EMOJI}]\u200d)[{EMOJI}]|(?<=[{EMOJI}]\ufe0f\u200d)[{EMOJI}])"
"""Behind a joiner: it does not join two emoji. Said behind and not before it, so that a pattern
begins with a set of characters, for which a text is searched ten times as quickly."""

_UNSEEN = re.compile(rf"[\u061c\u200c-\u200f\u202a-\u202e\u2066-\u2069]{_JOINS_NONE}")
"""Marks that turn the direction of writing, join and part letters. A page's are kept, for a check
to find; Spanish has no use for them, and in the area one types in they would show a text that is
not there."""

_SURROGATES = re.compile(r"[\ud800-\udfff]")

_HIDDEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    r"\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
    + _JOINS_NONE
)
"""What could move a terminal's cursor, turn its writing round or hide text on a screen: controls,
bidi marks, characters without width or ink; and lone surrogates, which stand for the bytes of a
file name that is no UTF-8 and cannot be written out. What joins two emoji to one hides nothing."""


def nfc(text: str) -> str:
    """The text composed (Unicode NFC), with lone surrogates replaced by U+FFFD."""
    return unicodedata.normalize("NFC", _SURROGATES.sub("\ufffd", text))


def folded(text: str) -> str:
    """A piece of a line: NFC, white space folded, control characters gone, its ends kept."""
    # Nine texts of ten are so already, and a memory has a million of them.
    if text.isprintable() and "  " not in text and unicodedata.is_normalized("NFC", text):
        return text
    return _SPACES.sub(" ", nfc(_REMOVED.sub("", text)))


def line(text: str) -> str:
    """The text as one trimmed line: NFC, white space folded, control characters gone."""
    return folded(text).strip(" ")


def target(text: str) -> str:
    """A target as typed or imported: NFC, on one line, with its inner and outer spaces kept.

    Spaces stay because a person is in the middle of typing; line breaks become spaces because a
    segment is one sentence.
    """
    return nfc(_REMOVED.sub("", _UNSEEN.sub("", _BREAKS.sub(" ", text))))


def note(text: str) -> str:
    """A note as typed or imported: its lines trimmed and folded, empty ones at its ends gone."""
    return "\n".join(line(part) for part in text.splitlines()).strip("\n")


def slug(text: str, most: int = 80) -> str:
    """The text as an address or file name: ASCII letters, digits and hyphens, empty where it has
    none of them. Longer ones are cut at a word: file systems take 255 bytes, people read about ten
    words."""
    letters = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", ""))
    ascii_only = letters.encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")
    if len(made) > most:
        made = made[: most + 1].rpartition("-")[0] or made[:most]
    return made


def plain(text: str) -> str:
    """The text without accents, letter for letter: each character gives one."""
    if text.isascii():
        return text
    return text.translate(_PLAIN)


class _Plain(dict[int, int]):
    """Each letter without its accents, found when it is first asked for."""

    def __missing__(self, letter: int) -> int:
        self[letter] = ord(unicodedata.normalize("NFD", chr(letter))[0])
        return self[letter]


_PLAIN = _Plain()


def visible(text: str) -> str:
    """The text safe for a terminal: control, bidi and zero-width characters shown as ``‹U+202E›``.

    For text from outside on its way to a screen, an error message or a list.
    """
    return unhidden(text, lambda character: f"‹U+{ord(character):04X}›")


def unhidden(text: str, sign: Callable[[str], str]) -> str:
    """The text with a sign in place of each of those characters."""
    return _HIDDEN.sub(lambda match: sign(match[0]), text)


def visible_lines(text: str) -> str:
    """The same for a text of several lines on one line: a break is shown as ``↵``."""
    return visible(text.replace("\n", "↵"))


def hides(text: str) -> bool:
    """Whether there is anything in a text that `visible` would show."""
    return _HIDDEN.search(text) is not None


def json_visible(document: str) -> str:
    """A JSON document safe for a terminal and the same data: what `visible` shows is escaped, but
    for the line breaks between its parts."""
    return _HIDDEN.sub(lambda match: "\n" if match[0] == "\n" else _json_escape(match[0]), document)


def _json_escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    pairs = (units[at : at + 2].hex() for at in range(0, len(units), 2))
    return "".join(f"\\u{pair}" for pair in pairs)
