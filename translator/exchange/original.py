"""A foreign PO file written back: only the translations that changed are other than they were.

Works on the file's own lines, since a parser that writes would re-wrap, re-order and drop what it
does not know. Refuses a file whose messages are not those that the article was made from. Separate
from `po`, which writes files of our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import polib

from translator import inline, potext
from translator.errors import InputError
from translator.inline import Empty
from translator.model import Block, Code, Draft, Translation

_KEYWORD = re.compile(r"\s*(?P<word>msgctxt|msgid_plural|msgid|msgstr(?:\[(?P<form>\d+)\])?)\s*\"")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
"""gettext ends lines at line feeds only, Python at seven more characters."""
_FLAGS = re.compile(r"^\s*#,")
_PLACE = re.compile(r"entry (?P<number>\d+)(?P<plural> plural)?")
_HEADER = re.compile(r'^msgid ""[ \t]*\r?\nmsgstr ""[ \t]*\r?\n(?:[ \t]*"[^\n]*\n)+', re.MULTILINE)
_PLURAL_FORMS = r"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
_WRAPPED = 80
"""Columns: a file without a longer line is one that gettext's tools have wrapped."""


@dataclass(slots=True)
class _Message:
    """Where a message's parts stand: line numbers, and the lines of each of its translations."""

    first: int
    flags: int | None = None
    forms: dict[int, tuple[int, int]] = field(default_factory=dict)
    is_plural: bool = False
    has_source: bool = False
    has_context: bool = False


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A translation to write, None where the file has it as it is; and whether it is a draft."""

    text: str | None
    is_fuzzy: bool


def write(translation: Translation, data: bytes, drafts: Mapping[int, Draft]) -> bytes:
    """The bytes of the file that the article was made from, with its translations.

    `drafts` are those that the file brought along, by the id of the line. A line without a whole
    translation, or with the one it had, keeps the file's bytes. Raises InputError: `not-a-po`,
    `po-other`, and `po-charset` where the file's charset lacks a letter.
    """
    name = translation.article.source
    text = potext.decode(data, name)
    file = potext.parse(text, name)
    lines = _LINE.findall(text)
    messages = _messages(lines)
    entries = [entry for entry in file if not entry.obsolete]
    if len(entries) != len(messages):
        raise InputError("po-other", path=name)
    wanted = _wanted(translation, drafts)
    is_wrapped = max((len(line.rstrip("\r\n")) for line in lines), default=0) <= _WRAPPED
    ending = "\r\n" if "\r\n" in text else "\n"
    for number, entry, message in reversed(
        [(place, *pair) for place, pair in enumerate(zip(entries, messages, strict=True), start=1)]
    ):
        forms = wanted.get(number, {})
        if entry.msgid_plural and 1 in forms:
            # Spanish has one plural in print; files with a third form give it the same text.
            forms = {form: forms[min(form, 1)] for form in message.forms if min(form, 1) in forms}
        _rewrite(lines, entry, message, forms, is_wrapped=is_wrapped, ending=ending)
    written = "".join(lines)
    plurals = any(
        entry.msgid_plural and any(one.text is not None for one in wanted.get(number, {}).values())
        for number, entry in enumerate(entries, start=1)
    )
    if plurals and "Plural-Forms" not in file.metadata:
        # Without it gettext refuses the file, now that plural forms are translated.
        written = _HEADER.sub(rf'\g<0>"{_PLURAL_FORMS}"{ending}', written, count=1)
    return _encoded(written, data, name)


def _encoded(text: str, data: bytes, name: str) -> bytes:
    charset = potext.charset(data, name)
    if charset == "utf-8-sig" and not data.startswith(b"\xef\xbb\xbf"):
        charset = "utf-8"
    try:
        return text.encode(charset)
    except UnicodeEncodeError as error:
        letter = text[error.start]
        raise InputError("po-letter", path=name, charset=charset, letter=letter) from error


def _messages(lines: Iterable[str]) -> list[_Message]:
    """The messages of a file in order, without its header and without obsolete ones."""
    found: list[_Message] = []
    current: _Message | None = None
    flags: int | None = None
    keyword = ""
    form = 0
    for number, line in enumerate(lines):
        bare = line.strip()
        if bare.startswith("#"):
            if _FLAGS.match(line):
                flags = number
            keyword = ""
        elif match := _KEYWORD.match(line):
            keyword = match["word"]
            if keyword in ("msgctxt", "msgid") and (current is None or current.forms):
                current = _Message(first=number, flags=flags)
                found.append(current)
                flags = None
            if current is None:
                continue
            if keyword == "msgctxt":
                current.has_context = True
            elif keyword == "msgid":
                current.has_source = bare != 'msgid ""'
            elif keyword == "msgid_plural":
                current.is_plural = True
            elif keyword.startswith("msgstr"):
                form = int(match["form"] or 0)
                current.forms[form] = (number, number + 1)
        elif bare.startswith('"') and current is not None:
            if keyword == "msgid":
                current.has_source = True
            elif keyword.startswith("msgstr"):
                current.forms[form] = (current.forms[form][0], number + 1)
    header = next((one for one in found if not one.has_source and not one.has_context), None)
    return [one for one in found if one is not header]


def _wanted(
    translation: Translation, drafts: Mapping[int, Draft]
) -> Mapping[int, dict[int, _Wanted]]:
    """The translations by message and form, where all sentences of a line have one."""
    found: dict[int, dict[int, _Wanted]] = {}
    for block in translation.article.blocks:
        place = _PLACE.fullmatch(block.element)
        segments = translation.of(block)
        if place is None or not segments or not all(one.target.strip() for one in segments):
            continue
        marked = inline.join(part for one in segments for part in (one.target.strip(), one.gap))
        had = drafts.get(block.id)
        is_same = had is not None and marked.split() == had.text.split()
        text = None if is_same else _plain(marked.strip(), block)
        form = 1 if place["plural"] else 0
        is_fuzzy = any(one.is_open for one in segments)
        found.setdefault(int(place["number"]), {})[form] = _Wanted(text, is_fuzzy)
    return found


def _plain(marked: str, block: Block) -> str:
    """The text of a translation with its blanks as the source has them."""
    pieces: list[str] = []
    for token in inline.put_back(marked, block.codes):
        if isinstance(token, str):
            pieces.append(token)
        elif isinstance(token, Empty):
            blank = _blank(token.code)
            if blank and pieces and pieces[-1].endswith(" "):
                pieces[-1] = pieces[-1][:-1]
            pieces.append(blank)
    return "".join(pieces)


def _blank(code: Code) -> str:
    return dict(code.attributes).get("text", "") if code.kind == "blank" else ""


def _rewrite(
    lines: list[str],
    entry: polib.POEntry,
    message: _Message,
    forms: Mapping[int, _Wanted],
    *,
    is_wrapped: bool,
    ending: str,
) -> None:
    """Put other lines in the place of those translations that differ, from the last to the first,
    and set or take away the flag `fuzzy`."""
    if not forms:
        return
    for form, (first, last) in sorted(message.forms.items(), reverse=True):
        text = forms[form].text if form in forms else None
        if text is not None:
            source = entry.msgid_plural if form and entry.msgid_plural else entry.msgid
            key = f"msgstr[{form}]" if message.is_plural else "msgstr"
            lines[first:last] = _quoted(
                key, _outer(source, text), is_wrapped=is_wrapped, ending=ending
            )
    is_fuzzy = any(one.is_fuzzy for one in forms.values())
    if is_fuzzy != ("fuzzy" in entry.flags):
        _set_fuzzy(lines, message, is_fuzzy=is_fuzzy, ending=ending)


def _outer(source: str, text: str) -> str:
    """The text between the blanks that the source begins and ends with."""
    before = source[: len(source) - len(source.lstrip())]
    after = source[len(source.rstrip()) :]
    return f"{before}{text}{after}"


def _quoted(key: str, text: str, *, is_wrapped: bool, ending: str) -> list[str]:
    """The lines of a translation, wrapped where the file's others are."""
    probe = polib.POEntry(msgid="x", msgstr=text)
    shown = probe.__unicode__(wrapwidth=78 if is_wrapped else 0)
    body = shown[shown.index("\nmsgstr ") + len("\nmsgstr ") :].rstrip("\n").split("\n")
    return [f"{key} {body[0]}{ending}", *(f"{line}{ending}" for line in body[1:])]


def _set_fuzzy(lines: list[str], message: _Message, *, is_fuzzy: bool, ending: str) -> None:
    if is_fuzzy:
        if message.flags is None:
            lines.insert(message.first, f"#, fuzzy{ending}")
        else:
            lines[message.flags] = re.sub(r"#,\s*", "#, fuzzy, ", lines[message.flags], count=1)
        return
    if message.flags is None:
        return
    line = lines[message.flags]
    flags = [flag.strip() for flag in line.strip()[2:].split(",")]
    rest = [flag for flag in flags if flag and flag != "fuzzy"]
    if rest:
        lines[message.flags] = f"#, {', '.join(rest)}{ending}"
    else:
        del lines[message.flags]
