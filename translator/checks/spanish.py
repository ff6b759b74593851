"""Spanish writing, where a pattern alone does not tell: marks, quotes, capitals, headlines.

What a pattern tells stands in `rules/spanish.toml`. Refuses meaning, and what is a matter of taste
but for one finding an article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator import casing
from translator.checks import quoting
from translator.checks.check import Context, Hit
from translator.checks.fidelity import english_span
from translator.model import Role

_ADDRESS = re.compile(r"(?<!\S)\S*?(?:https?://|www\.|@)\S*")
_OPENING = "«“‘\"'([—–- "


def _without_addresses(text: str) -> str:
    return _ADDRESS.sub(lambda found: "x" * len(found[0]), text)


def questions(source: str, target: str, context: Context) -> Iterator[Hit]:
    """A question without its ¿, or a ¿ without its question mark."""
    return _marks(source, target, "¿", "?")


def exclamations(source: str, target: str, context: Context) -> Iterator[Hit]:
    """An exclamation without its ¡, or a ¡ without its exclamation mark."""
    return _marks(source, target, "¡", "!")


_SENTENCE_END = re.compile(r"[.!?…]+[»”\"’')\]]*\s+|:\s+(?=[«“\"'A-ZÁÉÍÓÚÑ])")


def _marks(source: str, target: str, opening: str, closing: str) -> Iterator[Hit]:
    if opening not in target and closing not in target:
        return
    text = _without_addresses(target)
    open_at: int | None = None
    last = 0
    for found in re.finditer(rf"[{opening}{re.escape(closing)}]+", text):
        start, end = found.span()
        if found[0][0] == opening:
            open_at = start
        elif open_at is not None:
            open_at, last = None, end
        elif not _is_no_sentence(source, text, last, start, end):
            begin = _begin(text, last, start)
            span = (begin, end)
            # Words that stand so in the English, too, may be a name: Go! Running.
            is_told = end - begin >= _SHOWN or target[begin:end] in source
            fix = None if is_told else opening + target[begin:end]
            yield Hit(span, values={"found": target[slice(*span)]}, fix=fix)
            last = end
        else:
            last = end
    # A question that goes on in the next segment ends there.
    if open_at is not None and re.search(r"\.[»”\"’')\]]*\s*$", text[open_at:]):
        yield Hit((open_at, open_at + 1), values={"found": target[open_at : open_at + 40]})


_SHOWN = 200
"""Characters of a sentence up to which its mark is offered as a fix."""


def _begin(text: str, last: int, end: int) -> int:
    """Where the sentence begins that ends here: behind its quotes and brackets."""
    begin = last
    for found in _SENTENCE_END.finditer(text, last, end):
        begin = found.end()
    while begin < end and text[begin] in _OPENING + ".,;:":
        begin += 1
    return begin


_NEAR = 400
"""Characters before a mark in which the beginning of its sentence is looked for."""

_LAST_WORD = re.compile(r"(?<![\w’'])[\w’']+$")
_IN_QUOTES = re.compile(r"[«“\"‘']([^«“\"‘']*)$")
_COMBINED = {"?": "¡", "!": "¿"}


def _is_no_sentence(source: str, text: str, last: int, start: int, end: int) -> bool:
    """Whether a closing mark ends no Spanish sentence: (?), a name like *Yahoo!*, a mixed *¿…!*, a
    title left in its language, a line of no words."""
    if text[start - 1 : start] in ("(", "[", ""):
        return True
    other = _COMBINED.get(text[start : start + 1], "")
    last = max(last, start - _NEAR)
    between = text[_begin(text, last, start) : start]
    if (other and other in between) or text[start - 1 : start] in "?!":
        return True
    if not any(letter.isalpha() for letter in between):
        return True
    word = _LAST_WORD.search(text, max(0, start - 40), start)
    is_name = word is not None and f"{word[0]}{text[start:end]}" in source and word[0][:1].isupper()
    if is_name and len(between.split()) > 1 and re.search(r"\w", text[end : end + _NEAR]):
        return True
    quoted = _IN_QUOTES.search(text, last, end)
    if quoted is None or len(quoted[1]) <= 3:
        return False
    return quoted[1] in source or english_span("", quoted[1]) is not None


_INSIDE = re.compile(r"(?<=[\w)\]%”»])([.,;:])([\"”»])(?!\w)")
_ABBREVIATED = re.compile(
    r"(?:\b[A-ZÁÉÍÓÚÑ]|\bEE\. ?UU|\betc|\b[Ss]ra?s?|\bDra?|\b[ap]\. ?m|\bJr|\bInc|\bCorp|\bLtd"
    r"|\bCía|\bpágs?|\bnúm|\bed|\bUds?|\bvs|\bop|\bcit)$"
)


def marks_in_quotes(source: str, target: str, context: Context) -> Iterator[Hit]:
    """A full stop, comma, semicolon or colon before the closing quote."""
    for found in _INSIDE.finditer(target):
        mark, quote = found[1], found[2]
        if quote == '"' and target.count('"', 0, found.start()) % 2 == 0:
            continue
        if mark == "." and _ABBREVIATED.search(target, max(0, found.start() - 12), found.start()):
            continue
        follows = target[found.end() : found.end() + 1]
        fix = quote + ("" if follows in (".", ",", ";", ":") and follows else mark)
        yield Hit(found.span(), values={"found": found[0]}, fix=fix)


_PAIRS = {"«": "»", "“": "”"}


def nested_quotes(source: str, target: str, context: Context) -> Iterator[Hit]:
    """A quotation within another that has the same marks."""
    for opening, closing in _PAIRS.items():
        depth = 0
        for found in re.finditer(f"[{opening}{closing}]", target):
            depth += 1 if found[0] == opening else -1
            if depth > 1:
                yield Hit(found.span(), values={"found": opening + closing})
                return
            depth = max(depth, 0)


def quote_kind(source: str, target: str, context: Context) -> Iterator[Hit]:
    """Quotation marks that are not the ones of the house: all of them, with what they should be;
    where nobody can tell which one opens, the first."""
    wanted = "«»" if context.quotes == "angular" else "“”"
    if wrong := list(quoting.wrong_marks(target, context.quotes)):
        span = (wrong[0], wrong[-1] + 1)
        fix = quoting.requoted(target, context.quotes)[slice(*span)]
        yield Hit(span, values={"found": target[wrong[0]], "wanted": wanted}, fix=fix)
        return
    others = {"angular": '“"', "double": '«"'}[context.quotes]
    depth = 0
    for place, letter in enumerate(target):
        depth += (letter in "«“") - (letter in "»”")
        if letter == wanted[0]:
            return
        if letter in others and depth <= 1 and not target[place - 1 : place].isdigit():
            yield Hit((place, place + 1), values={"found": letter, "wanted": wanted})
            return


_HOUR = re.compile(
    r"\b(?P<at>\d{1,2}(?:[:.]\d{2})?) ?(?:(?P<half>[apAP])[mM])\b"
    r"|\b\d{1,2}[:.]\d{2} horas? [ap]m\b"
)
_ENGLISH_HOUR = re.compile(r"\d\s?[ap]\.?\s?m\b", re.IGNORECASE)


def hours(source: str, target: str, context: Context) -> Iterator[Hit]:
    """Hours as English shortens them: 5pm."""
    for found in _HOUR.finditer(target):
        fix = None
        if found["half"] and _ENGLISH_HOUR.search(source):
            fix = f"{found['at']} {found['half'].lower()}.\u00a0m."
            # At the end of a sentence the point is there already.
            fix = fix[: -1 if target[found.end() : found.end() + 1] == "." else None]
        yield Hit(found.span(), values={"found": found[0]}, fix=fix)


_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_SMALL = frozenset(
    "a al ante bajo con contra de del desde e el en entre la las lo los o para pero por que se sin"
    " sobre su sus tras u un una y ya es son no".split()
)


def title_case(source: str, target: str, context: Context) -> Iterator[Hit]:
    """A headline in which every word is written large.

    Where the role is not known, a line without a full stop is taken for a headline. Names that
    stand so in the English are no evidence, nor is a line of capitals.
    """
    is_headline = context.role in (Role.TITLE, Role.HEADING, Role.DECK, Role.RELATED)
    if context.role is not None and not is_headline:
        return
    if target.rstrip()[-1:] in ".…,;" or len(target) > 200 or target.isupper():
        return
    names = {word.lower() for word in _WORD.findall(source)}
    found = list(_WORD.finditer(target))
    heavy = [one for one in found[1:] if one[0].lower() not in _SMALL and len(one[0]) > 2]
    judged = [one for one in heavy if one[0].lower() not in names and not one[0].isupper()]
    large = [one for one in judged if one[0][0].isupper()]
    small = [one for one in heavy if one[0][0].islower()]
    if len(large) < 2 or len(small) > len(heavy) / 4 or len(large) < 0.6 * len(judged):
        return
    if context.role is None and not casing.is_title_case(source):
        return
    span = (large[0].start(), large[-1].end())
    yield Hit(span, values={"found": large[0][0]})


_DOUBLED = re.compile(r"(?<![\w-])([^\W\d_]+)[ \u00a0]+\1(?![\w-])", re.IGNORECASE)
_MAY_DOUBLE = frozenset(
    "nos muy casi bien así ya luego poco tan no sí ay ja je ta bla toc paso cerca pronto mano cara"
    " uno dos tres jamás venga vaya corre viva bum bam clic tic pum muchas mucho que les".split()
)
"""Words that Spanish may say twice: *nos nos* (reflexive), *muy muy*, *casi casi*."""


def doubled(source: str, target: str, context: Context) -> Iterator[Hit]:
    """A word written twice, which the English does not write twice."""
    for found in _DOUBLED.finditer(target):
        word = found[1]
        if word.lower() in _MAY_DOUBLE or _is_double_name(found, source):
            continue
        yield Hit(found.span(), values={"found": found[0]}, fix=word)


def _is_double_name(found: re.Match[str], source: str) -> bool:
    """*Duran Duran*, *Bora Bora*, *Walla Walla*: two capitals, or so in the English."""
    first, second = found[0].split()
    if found[0] in source:
        return True
    return first[0].isupper() and second[0].isupper() and not first.isupper()


_END = re.compile(r"[.!?…:;]+[\"”»’')\]]*\s*$")


def end_mark(source: str, target: str, context: Context) -> Iterator[Hit]:
    """The English sentence ends with a mark, the Spanish with none."""
    if not _END.search(source) or source.rstrip()[-1] in ":;" or len(source.split()) < 4:
        return
    ends = re.search(r"[.!?…:;,)\]—–-][\"”»’')\]]*\s*$|[\"”»]\s*[.,;]?\s*$", target)
    if ends is None and not _is_abbreviated(source):
        place = len(target.rstrip())
        yield Hit((max(0, place - 1), place), values={"found": target.split()[-1]})


def _is_abbreviated(source: str) -> bool:
    return bool(re.search(r"\b(?:[A-Z]|Inc|Corp|Co|Ltd|Jr|etc|[ap]\.m)\.\s*$", source))


def small_start(source: str, target: str, context: Context) -> Iterator[Hit]:
    """The English begins large, the Spanish small."""
    first, other = (re.search(r"[^\W\d_]", text) for text in (target, source))
    if first is None or other is None or not first[0].islower() or not other[0].isupper():
        return
    before = target[: first.start()]
    if any(letter.isalnum() for letter in before) or "…" in before or "..." in before:
        return
    word = re.match(r"[^\W_]+", target[first.start() :])
    spelled = word[0] if word else ""
    if spelled in source or any(letter.isupper() for letter in spelled) or "@" in before:
        return  # iPhone, or a name written small
    if re.search(r"[a-z]", source) and not re.search(r"[.!?…][\"”»’')\]]*\s*$", source):
        return  # a heading or a label may go on in the text
    yield Hit(first.span(), values={"found": spelled}, fix=first[0].upper())
