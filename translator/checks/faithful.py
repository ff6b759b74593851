"""Fidelity as rules: what is lost, left or added between two texts, and where.

The predicates are those of `fidelity`, which the guard of the machine asks as well; here they get
their places, and stand beside those that only a person's work is asked: sentences, negations,
quotations, inline codes. Refuses style. Each rule says its figure on professional pairs (997 of
FLORES dev, 3,000 of newstest2013).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from translator import inline
from translator.checks import fidelity, stray
from translator.checks.check import Context, Hit
from translator.segmentation import split


def empty(source: str, target: str, context: Context) -> Iterator[Hit]:
    """No translation, where there is something to translate."""
    if not target.strip() and any(character.isalnum() for character in source):
        yield Hit()


def english(source: str, target: str, context: Context) -> Iterator[Hit]:
    """The whole, a clause or a run of words is still English."""
    if span := fidelity.english_span(source, target):
        yield Hit(span, values={"found": target[slice(*span)]})
        return
    for span in stray.small_words(source, target, context.ledger):
        yield Hit(span, values={"found": target[slice(*span)]})


def loop(source: str, target: str, context: Context) -> Iterator[Hit]:
    """The machine went round in circles. A word that is doubled is another rule's."""
    span = fidelity.loop_span(source, target)
    if span and not re.fullmatch(r"(\w+)\s+\1", target[slice(*span)], re.IGNORECASE):
        yield Hit(span, values={"found": target[slice(*span)][:60]})


def garbled(source: str, target: str, context: Context) -> Iterator[Hit]:
    """Characters that stand for broken ones, or letters that were read in a wrong encoding."""
    found = re.search("\ufffd|Ã[\u0080-\u00bf±©³­¡º]|â€[\u0080-\u00bf™œ¦]|Â[¿¡«»º]", target)
    if found and found[0] not in source:
        yield Hit(found.span(), values={"found": found[0]})


def length(source: str, target: str, context: Context) -> Iterator[Hit]:
    """Far too long or short for a translation."""
    if fidelity.has_wrong_length(source, target):
        yield Hit(values={"percent": str(round(100 * len(target) / max(1, len(source))))})


_SHORT = ((60, 0.62), (100, 0.69), (150, 0.74))
_LONG = ((60, 1.9), (100, 1.72))
"""From so many characters on a translation is hardly ever shorter, or longer, than so many times
its source: 0.3 % of the professional pairs lie outside."""


def odd_length(source: str, target: str, context: Context) -> Iterator[Hit]:
    """Shorter or longer than translations of such a length are: half a sentence is missing, or
    more than one was translated."""
    if fidelity.has_wrong_length(source, target):
        return
    ratio = len(target) / max(1, len(source))
    least = max((share for size, share in _SHORT if len(source) >= size), default=0.0)
    most = min((share for size, share in _LONG if len(source) >= size), default=9.0)
    if not least <= ratio <= most:
        yield Hit(values={"percent": str(round(100 * ratio))})


def sentences(source: str, target: str, context: Context) -> Iterator[Hit]:
    """Fewer sentences than the English has and too little text for them, or more and too much.

    Translators join and part sentences freely (1.2 % of the pairs have fewer, 1.9 % more); what
    they do not do is to lose the length of one.
    """
    if len(source) > _LONGEST or len(target) > _LONGEST:
        return
    english, spanish = split(source), split(target, "es")
    ratio = len(target) / max(1, len(source))
    lost = len(spanish) < len(english) and ratio < _USUAL - 0.6 * _shortest(english, source)
    added = len(spanish) > len(english) and ratio > _USUAL + 0.6 * _shortest(spanish, target)
    if lost or added:
        yield Hit(values={"english": str(len(english)), "spanish": str(len(spanish))})


_LONGEST = 20_000
"""Characters up to which a text is cut into sentences; a segment is one, or a few."""

_USUAL = 1.12
"""How much longer than the English its translation is (the median of both sets)."""


def _shortest(parts: tuple[object, ...], text: str) -> float:
    """The share that the shortest of several sentences has in the text."""
    lengths = [len(getattr(one, "text", "")) for one in parts]
    return min(lengths) / max(1, len(text))


_ASIDE = re.compile(
    r"\b(?:not only|no one but|no doubt|if not|whether or not|no longer than)\b|\bNo\."
)
_DENIES = re.compile(
    r"\b(?:not|never|nobody|nothing|nor|neither|none|cannot|without|no)\b|n[’']t\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:no|ni|nunca|jamás|nadie|nada|tampoco|ning[uú]n\w*|sin|nul[oa]s?|fals[oae]\w*|falta\w*"
    r"|dej(?:a|e|ó|an|ar|aron|aba|aban|ado)|imposible\w*|apenas|salvo|excepto|carec\w+|carent\w+"
    r"|neg(?:ar|ó|aron|aba|ado|ativ[oa]s?|ación)|nieg[ao]n?|evit\w+|rechaz\w+|ilegal\w*"
    r"|ausen\w+|prohib\w+|impid\w+|impedi\w*|poc[oa]s?|rara|raras|abst\w+|exent[oa]s?|descono\w+"
    r"|difícil\w*|escas\w+"
    r"|libres? de|priv\w+|agot\w+"
    r"|renunci\w+|olvid\w+|ignor\w+|fracas\w+|acab\w+|ante[sn] de|en vez de|en lugar de"
    r"|in(?:capa|[uú]til|just|sufici|acept|ciert|segur|explic|exist|usu|efica|neces|evit|compren"
    r"|correct|cumpl|feli|human|h[aá]bil|imagin|igual|frecu|compat|complet|defin|visib|vulner"
    r"|m[oó]vil|medi|toler|consci|adecu|formal|disput|cansab|mutab|variab|accesi|experi|digna"
    r"|determin|soport|tact|vari|confund|conform|alter|gobern|sensib|admis|s[oó]lit|ocen)\w*"
    r"|im(?:perfect|pun|parab|probab|popular|preci|product|previs|pens|posib)\w*|ir(?:real|reg)\w*"
    r"|des(?:igual|acuerd|honest|ocup|emple|confi|orden|interes|cart|atend|atención|leal|proteg)\w*)\b",
    re.IGNORECASE,
)


def lost_negation(source: str, target: str, context: Context) -> Iterator[Hit]:
    """The English denies something, and nothing in the Spanish does."""
    found = _DENIES.search(_ASIDE.sub(lambda one: " " * len(one[0]), source))
    if found and not _DENIED.search(target):
        yield Hit(source=found.span(), values={"english": found[0]})


_NEGATIVE = re.compile(
    r"\b(?:no|not|never|nobody|nothing|nor|neither|none|cannot|without|hardly|scarcely|barely|seldom"
    r"|rarely|few|fewer|little|less|least|only|until|unless|but|rather|instead|except|than|lack\w*"
    r"|else|otherwise"
    r"|fail\w*|refus\w*|den(?:y|ied|ies|ial)\w*|reject\w*|avoid\w*|prevent\w*|absen\w+|miss\w*"
    r"|lost|lose\w*|impossib\w*|non\w*|\w{3,}less(?:ly|ness)?|if|whether|stop\w*|ban\w*|gone"
    r"|prohibit\w*|clos\w+|dead|halt\w*|ceas\w*|suspend\w*|cancel\w*|away|ignor\w*|forg[eo]t\w*"
    r"|un(?!ion|it|iv|if|iq|icorn|der|cle|til)\w{3,}|dis(?!trict|cuss)\w{3,}"
    r"|in(?:ab|ac(?:c|t)|ad|cap|cons|corr|cred|def|dep|det|diff|dir|eff|el|es|ev|exp|fin|form|just"
    r"|sec|suff|sol|toler|val|vis|vol|vuln)\w*|im(?:b|m|pat|perf|poss|prob|prop|pun)\w*)\b|n[’']t\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\bno\b(?! (?:obstante|solo|sólo|solamente|únicamente|más)\b)", re.IGNORECASE)


def added_negation(source: str, target: str, context: Context) -> Iterator[Hit]:
    """The Spanish denies something, and nothing in the English does or could."""
    found = _NOT.search(target)
    if not found or _NEGATIVE.search(source) or "?" in target:
        return
    yield Hit(found.span(), values={"found": found[0]})


def unbalanced(source: str, target: str, context: Context) -> Iterator[Hit]:
    """A bracket or a quote without its partner.

    A quotation that goes on in the next sentence has its one mark at the end of this one: that is
    no fault where the English has none at all.
    """
    if not fidelity.is_unbalanced(source, target):
        if _CLOSED.search(source) and _is_left_open(target):
            yield Hit()
        return
    inner = target
    if not _QUOTES.search(source):
        inner = re.sub(r"^\W*[\"“«]|[\"”»]\W*$", "", target)
        if inner != target and not fidelity.is_unbalanced(source, inner):
            return
    yield Hit()


_CLOSED = re.compile(r"[\w.,?!…][\"”][^\"“”]*$")
"""The last quotation of an English sentence ends in it."""


def _is_left_open(target: str) -> bool:
    """Whether the last quotation of a Spanish sentence does not."""
    last = max(target.rfind("«"), target.rfind("“"))
    return last >= 0 and last > max(target.rfind("»"), target.rfind("”"))


_QUOTES = re.compile(r"[\"“”«»„]|(?<!\w)[‘']|[’'](?!\w)")
_QUOTED = re.compile(r'"[^"]{1,800}"|“[^”]{1,800}”|«[^»]{1,800}»|(?<!\w)‘[^’]{1,800}’(?!\w)')


_ENDS = frozenset('"“”«»‘’')
_EDGE = re.compile(
    r"^[“\"][^“”\"«»]{20,800}$|^[^“”\"«»]{20,800}[”\"]$|^[^“”\"«»]{20,800}[.,?!][”\"]"
)
"""A quotation of which one end is in another sentence."""


def lost_quotation(source: str, target: str, context: Context) -> Iterator[Hit]:
    """Words quoted in the English that nothing marks as such in the Spanish."""
    found = [one for one in _QUOTED.finditer(source) if len(one[0].split()) >= 2]
    found = found or list(_EDGE.finditer(source))
    if not found or _QUOTES.search(target) or re.match(r"\s*[—–-]", target):
        return
    if (
        found[0][0][-1:] in _ENDS
        and len(found[0][0]) > 0.9 * len(source.strip())
        and found[0][0][0] in _ENDS
    ):
        return  # a quotation as a whole may go without marks: a pull quote, a title
    yield Hit(source=found[0].span(), values={"english": found[0][0]})


def protected(source: str, target: str, context: Context) -> Iterator[Hit]:
    """An address, mailbox, handle or hashtag that is not as it was."""
    for word in fidelity.lost(source, target):
        start = source.find(word)
        yield Hit(source=(start, start + len(word)), values={"english": word})


def missing_codes(source: str, target: str, context: Context) -> Iterator[Hit]:
    """Inline codes of the English that the Spanish lacks."""
    given, there = _codes(source, target, context)
    for code, _ in ((given - there) - _broken(context)).items():
        yield Hit(values={"code": code})


def extra_codes(source: str, target: str, context: Context) -> Iterator[Hit]:
    """Inline codes that stand more often than in the English."""
    given, there = _codes(source, target, context)
    for code, _ in (there - given).items():
        yield Hit(values={"code": code})


def broken_codes(source: str, target: str, context: Context) -> Iterator[Hit]:
    """Half an inline code: its partner is gone, or stands before it."""
    for code, _ in _broken(context).items():
        yield Hit(values={"code": code})


_WRITTEN = re.compile(
    r"</?(?:[A-Za-z][^<>]{0,200}|[1-9][0-9]{0,3}/?)>|&(?:\w{2,8}|#\d{2,5});|\{\w*\}|\$\{\w+\}"
    r"|(?<![\d ])%(?:\(\w+\))?[sdif]\b|(?<=\s)%(?:\(\w+\)[sdif]|s)\b"
)
"""Markup and placeholders as files write them."""


def _codes(source: str, target: str, context: Context) -> tuple[Counter[str], Counter[str]]:
    given, there = (Counter(_WRITTEN.findall(text)) for text in (source, target))
    if context.codes:
        for counted_alike in (given, there):
            for mark in [one for one in counted_alike if _MARK.fullmatch(one)]:
                del counted_alike[mark]
        counted = [inline.numbers(text, context.codes) for text in context.marked]
        given += Counter({f"<{number}>": count for number, count in counted[0].items()})
        there += Counter({f"<{number}>": count for number, count in counted[1].items()})
    return given, there


_MARK = re.compile(r"</?([1-9][0-9]{0,3})/?>")


def _broken(context: Context) -> Counter[str]:
    """The codes of a segment whose marks stand in its clean target, as text."""
    if not context.codes:
        return Counter()
    clean = inline.strip(context.marked[1], context.codes)
    known = {str(code.number) for code in context.codes}
    return Counter({f"<{one}>": 1 for one in _MARK.findall(clean) if one in known})


def untouched(source: str, target: str, context: Context) -> Iterator[Hit]:
    """A machine's text that a person confirmed without a change."""
    if context.is_untouched:
        yield Hit()
