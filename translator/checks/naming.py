"""Names that nobody decided on: one of the English is gone, and a stranger stands in its place.

A name is a capital within a sentence that is no common English word, people, place or feast that
Spanish has an own word for. It may be written as Spanish writes it (*Khamenei*, *Jamenei*); it is
wrong where a word of the Spanish differs from it by a letter or two, or where the words beside it
are there and it is another. Refuses to decide: its findings are warnings.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from translator import casing
from translator.casing.names import DATES, PROPER
from translator.checks.check import Context, Hit, Span
from translator.names.ledger import Ledger
from translator.names.words import DEMONYMS, NO_NAMES, ORGANISATIONS, PLACES, POSTS

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_BEGINS = re.compile(
    r"(?:^|(?:[!?:…]|(?<!\b[A-Z])(?<!\b[DMS]r)(?<!\bSt)(?<!\bM[rs]s)(?<!\bMs)(?<!\bSra)(?<!\bDra)"
    r"(?<!\bSen)(?<!\bGov)(?<!\bGen)(?<!\bRep)(?<!\bCol)(?<!\bLt)(?<!\bSgt)(?<!\bCapt)[.])"
    r"[\"”’)\]»]*\s+|[\n“\"‘(\[«—–¿¡•]\s*|- )$"
)
_LONGEST = 5_000
"""Characters up to which a text is searched for names; each is compared with each."""

_LEAST = 4
_KEPT = frozenset(
    """
    trump biden putin zelenskyy zelensky macron netanyahu merkel obama clinton johnson sunak starmer
    erdogan modi lula maduro sánchez orban scholz facebook twitter microsoft tesla netflix
    instagram youtube tiktok whatsapp spotify disney boeing airbus toyota volkswagen amazon google
    """.split()
)
"""Persons and firms among the names that every headline knows: Spanish has no other word."""

_NONE = (
    DEMONYMS | NO_NAMES | ORGANISATIONS | PLACES | POSTS | DATES | (PROPER - _KEPT)
    | frozenset("zealand caspian bosporus danube rhine thames alps pyrenees nile".split())
)  # fmt: skip

_GIVEN = frozenset(
    """
    adam alan albert alex alice amanda amy andrew angela ann anna anne anthony arthur barbara ben
    benjamin bernard beth bill bob brian bruce carl carol caroline catherine charles charlotte chris
    christine christopher claire colin daniel dave david deborah dennis diana donald dorothy douglas
    edward elizabeth ellen emily emma eric ernest ethan evelyn frank fred gary george gerald gordon
    graham greg harold harry heather helen henry howard hugh ian isaac jack jacob james jane janet
    jason jeff jeffrey jennifer jeremy jerry jessica jim joan joe john jonathan joseph joshua joyce
    judith julia julian julie karen kate katherine keith kelly ken kenneth kevin larry laura lauren
    lawrence leonard lewis linda lisa louis louise lucy margaret maria marie martin mary matthew
    megan michael michelle mike nancy natalie nathan neil nicholas nicole nigel oliver pamela
    patricia patrick paul peter philip rachel ralph raymond rebecca richard robert roger ronald
    rose roy russell ruth ryan sally samuel sandra sarah scott sean sharon simon sophie stephanie
    stephen steve steven stuart susan suzanne terry theresa thomas timothy tom tony tracy victor
    victoria vincent virginia walter wendy william
    """.split()
)
"""Given names behind which a common word (*Stone*, *Baker*) is a surname."""

_MADE = re.compile(r"(?:tion|sion|ical|able|ible|itable|ism|ology|graphy|ean)s?$")
"""Endings of words that are no names by themselves: *Liberation*, *Geological*, *Judean*."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A word that can only be a name, with the large words right beside it."""

    span: Span
    text: str
    before: str
    after: str


def altered(source: str, target: str, context: Context) -> Iterator[Hit]:
    """A name that the Spanish has otherwise: misspelt, or another one beside the same words."""
    if max(len(source), len(target)) > _LONGEST or _is_headline(source):
        return
    names = _names(source)
    yield from _transposed(source, target)
    if not names:
        return
    there = [(one.span(), _bare(one[0])) for one in _WORD.finditer(target)]
    here = {_key(word) for _, word in there}
    given = {_key(_bare(word)) for word in _WORD.findall(source)}
    gone = [name for name in names if not _stands(name.text, target, here)]
    for name in gone:
        key = _key(name.text)
        place = _misspelt(key, there, given) or _replaced(name, there, given)
        if not place and _is_person(source, name.span):
            place = _stranger(target, there, given, context)
        if not place and len(gone) == 1 and not _LATIN.search(name.text):
            place = _stranger(target, there, given, context, is_alone=True)
        if place:
            found = target[slice(*place)]
            yield Hit(place, name.span, {"english": name.text, "found": found}, fix=name.text)


def _stands(name: str, target: str, here: set[str]) -> bool:
    key = _key(name)
    return key in here or name in target or any(_is_adapted(key, other) for other in here)


_TURNED = frozenset({"Center", "Enter", "Filter", "Register"})
"""Words, no names, whose Spanish has the same letters: *Centre*, *Entre*, *Filtre*, *Registre*."""


def _transposed(source: str, target: str) -> Iterator[Hit]:
    """A word with a capital of which two letters have changed places in the Spanish."""
    words = {one[0]: one.span() for one in _WORD.finditer(source) if one[0][0].isupper()}
    there = {one[0]: one.span() for one in _WORD.finditer(target) if one[0][0].isupper()}
    for word, span in words.items():
        if len(word) < _LEAST or word in there or word in target:
            continue
        for at in range(1, len(word) - 1):
            turned = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
            if turned in there and turned not in (word, *words) and word not in _TURNED:
                yield Hit(there[turned], span, {"english": word, "found": turned}, fix=word)
                break


def _is_headline(source: str) -> bool:
    """Whether capitals say nothing about names in a line."""
    return casing.is_title_case(source) and source.rstrip()[-1:] not in (".", "”", '"')


def _names(source: str) -> list[_Name]:
    words = list(_WORD.finditer(source))
    found = []
    for place, one in enumerate(words):
        word = _bare(one[0])
        if len(word) < _LEAST or not word[0].isupper() or word.isupper():
            continue
        before = _beside(source, words, place, -1)
        is_surname = before.lower() in _GIVEN and word.lower() not in _NONE
        if _is_known(word) and not is_surname:
            continue
        if _BEGINS.search(source, max(0, one.start() - 8), one.start()):
            follows = _beside(source, words, place, 1)
            if not follows or _is_known(follows):
                continue
        after = _beside(source, words, place, 1)
        found.append(_Name((one.start(), one.start() + len(word)), word, before, after))
    return found


def _is_known(word: str) -> bool:
    plain = word.lower()
    return (
        plain in _NONE
        or _MADE.search(plain) is not None
        or plain.removesuffix("s") in _NONE
        or any(casing.is_common(part) or part in _NONE for part in plain.split("-"))
    )


def _beside(text: str, words: Sequence[re.Match[str]], place: int, step: int) -> str:
    """The large word right before or behind one, where only a space parts them."""
    if not 0 <= place + step < len(words):
        return ""
    first, second = sorted((place, place + step))
    other = words[place + step][0]
    gap = text[words[first].end() : words[second].start()]
    return _bare(other) if gap == " " and other[0].isupper() else ""


def _bare(word: str) -> str:
    return re.sub(r"[’']s?$", "", word)


@lru_cache(maxsize=65536)
def _key(word: str) -> str:
    """The word as it sounds to both languages: no accents, no silent letters, one spelling of
    what they spell differently."""
    parts = unicodedata.normalize("NFD", word.lower())
    plain = "".join(one for one in parts if not unicodedata.combining(one))
    for english, spanish in _SPELLINGS:
        plain = plain.replace(english, spanish)
    return re.sub(r"(.)\1+", r"\1", plain)


_SPELLINGS = (
    ("tch", "ch"), ("kh", "j"), ("zh", "s"), ("sch", "s"), ("sh", "s"), ("ph", "f"), ("th", "t"),
    ("ck", "c"), ("qu", "c"), ("gu", "g"), ("y", "i"), ("ie", "e"), ("ii", "i"), ("w", "v"),
    ("k", "c"), ("z", "s"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("x", "s"), ("dj", "j"),
    ("h", ""),
)  # fmt: skip


def _is_adapted(key: str, other: str) -> bool:
    """Whether a Spanish word is a name as Spanish writes it, or is made of it."""
    if key == other:
        return True
    stem = key.rstrip("aeious")
    return len(stem) >= 4 and other.startswith(stem) and len(other) - len(stem) <= 6


def _misspelt(key: str, there: Sequence[tuple[Span, str]], given: set[str]) -> Span | None:
    """A large word of the Spanish that is the name but for a letter or two."""
    from rapidfuzz.distance import OSA

    most = 1 if len(key) < 7 else 2
    for span, word in there:
        other = _key(word)
        if word[0].isupper() and other not in given and abs(len(other) - len(key)) <= most:
            is_near = OSA.distance(key, other, score_cutoff=most) <= most
            if is_near and (key[0] == other[0] or key[-2:] == other[-2:]):
                return span
    return None


_PERSON_BEFORE = re.compile(
    r"\b(?:[Pp]resident|[Pp]remier|[Mm]inister|[Cc]hancellor|[Ss]enator|[Gg]overnor|[Mm]ayor|[Jj]udge"
    r"|[Gg]eneral|[Cc]olonel|[Cc]aptain|[Pp]rofessor|[Ss]ecretary|[Ss]pokes\w+|Mrs?\.?|Ms\.?|Dr\.?"
    r"|Sen\.|Rep\.|Gov\.|Gen\.|[Cc]oach|[Aa]mbassador|said|says|told|asked|by|against|met)\s$"
)
_PERSON_BEHIND = re.compile(
    r"(?:[’']s)?,?\s(?:has |had |also |later )?(?:said|says|told|added|wrote|warned|announced"
    r"|denied|resigned|argued|claimed|arrived|met|won|lost|thanked|insisted|replied|asked|promised)\b"
)


def _is_person(source: str, span: Span) -> bool:
    """Whether the words around a name say that it is a person's."""
    before, after = source[max(0, span[0] - 20) : span[0]], source[span[1] : span[1] + 30]
    return bool(_PERSON_BEFORE.search(before) or _PERSON_BEHIND.match(after))


_LATIN = re.compile(r"(?:ouse|hood|ship|ery|ory|ary|ure|eth|rix|orum|elix|uor|ana|deaux|ris)$")
"""Endings of names that have a Spanish form of their own, or are made of words."""


def _stranger(
    target: str,
    there: Sequence[tuple[Span, str]],
    given: set[str],
    context: Context,
    *,
    is_alone: bool = False,
) -> Span | None:
    """A large word of the Spanish that nothing in the English answers; None where there are
    several and `is_alone` asks for one that stands between small words."""
    known = _spanish(context.ledger)
    found = []
    for place, (span, word) in enumerate(there):
        key = _key(word)
        if len(word) < _LEAST or not word[0].isupper() or word.isupper() or key in given:
            continue
        if word in known or any(key[:4] == other[:4] for other in given):
            continue
        if _BEGINS.search(target, max(0, span[0] - 8), span[0]):
            continue
        around = [other[0] for one, other in there[max(0, place - 1) : place + 2] if one != span]
        if is_alone and any(letter.isupper() for letter in around):
            return None
        found.append(span)
    return found[0] if found and not (is_alone and len(found) > 1) else None


@lru_cache(maxsize=2)
def _spanish(ledger: Ledger | None) -> frozenset[str]:
    """The words of the Spanish names that the house knows."""
    names = ledger.names if ledger else ()
    forms = (spanish for name in names for _, spanish in name.forms)
    return frozenset(word for form in forms for word in form.split())


def _replaced(name: _Name, there: Sequence[tuple[Span, str]], given: set[str]) -> Span | None:
    """A large word of the Spanish that stands beside the same name, and is not in the English."""
    for place, (span, word) in enumerate(there):
        if not word[0].isupper() or _key(word) in given or len(word) < 3:
            continue
        before = there[place - 1][1] if place and span[0] - there[place - 1][0][1] == 1 else ""
        after = ""
        if place + 1 < len(there) and there[place + 1][0][0] - span[1] == 1:
            after = there[place + 1][1]
        if name.before and name.before == before and not _is_known(name.before):
            return span
        if name.after and name.after == after and not _is_known(name.after):
            return span
    return None
