"""Title Case and CAPITALS to sentence case, for machines that know no other; names kept.

English headlines write nearly every word large, and Argos takes such words for names and leaves
them in English. Which words are names is told by the article's own body first, then by lists, and
a word that nothing knows keeps its capital. Refuses sentences that are in sentence case already.
Spanish headlines are in sentence case anyway (RAE, Ortografía 2010, IV 4.2.4.8.1), so nothing has
to be made large again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from translator.casing.common import COMMON
from translator.casing.names import (
    BEFORE_NAMES,
    BEHIND_NAMES,
    DATES,
    PHRASES,
    PROPER,
    SMALL,
)

_TOKEN = re.compile(r"[^\W_]+(?:[’'.&][^\W_]+)*\.?|\W+|_")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:…]['\"”’)\]]*\s+|[\n“\"‘(\[—–]\s*)$")
_POSSESSIVE = re.compile(r"[’'][sS]?$")
_FIRST_LETTER = re.compile(r"[^\W\d_]")

_LONG = 5
"""Letters from which headline styles write every word large; shorter ones may be prepositions."""
_LONGEST_PHRASE = 5
_KICKER = 3
"""Letters from which a common word in capitals is a call (LIVE, BREAKING), not an acronym (AID)."""
_ACRONYM = 5
"""Letters up to which a word in capitals may be an acronym (NATO, COVID is one more)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How an article's running text writes its words: `small` and `large` ones by their small
    form, in places where no sentence begins; `phrases` are runs of large ones."""

    small: frozenset[str]
    large: dict[str, str]
    phrases: frozenset[str]


NOTHING = Evidence(frozenset(), {}, frozenset())


def gather(texts: Iterable[str]) -> Evidence:
    """What these sentences in sentence case show."""
    small: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = {}
    phrases: set[str] = set()
    for text in texts:
        if is_title_case(text) or is_capitals(text):
            continue
        run: list[str] = []
        end = 0
        for match in _WORD.finditer(text):
            word = _POSSESSIVE.sub("", match[0])
            begins = _SENTENCE_START.search(text[max(0, match.start() - 6) : match.start()])
            if run and text[end : match.start()] != " ":
                phrases.update(_runs(run))
                run = []
            end = match.end()
            if word.islower():
                small[word] += 1
                phrases.update(_runs(run))
                run = []
                continue
            run.append(word.lower())
            if not begins:
                forms.setdefault(word.lower(), Counter())[word] += 1
        phrases.update(_runs(run))
    large = {
        word: found.most_common(1)[0][0]
        for word, found in forms.items()
        if found.total() >= small[word]
    }
    return Evidence(frozenset(small), large, frozenset(phrases))


def _runs(words: Sequence[str]) -> set[str]:
    """All runs of two to five words within these."""
    count = len(words)
    return {
        " ".join(words[start:end])
        for start in range(count)
        for end in range(start + 2, min(count, start + _LONGEST_PHRASE) + 1)
    }


def is_capitals(text: str) -> bool:
    """Whether a text is written in capitals throughout: two words, or one long one."""
    words = _WORD.findall(text)
    letters = "".join(words)
    return letters.isupper() and (len(words) > 1 or len(letters) > _ACRONYM)


def is_title_case(text: str) -> bool:
    """Whether a text writes all its longer words large, which no sentence does."""
    words = _WORD.findall(text)
    longer = [word for word in words[1:] if len(word) >= _LONG and word not in SMALL]
    small = [word for word in longer if word.islower()]
    large = [word for word in words[1:] if word[0].isupper() and word.lower() not in SMALL]
    if small or len(words) < 2:
        return False
    rest = [word for word in words[1:] if word.lower() not in SMALL]
    return len(large) >= 1 and len(large) >= 0.75 * len(rest)


def sentence_case(text: str, evidence: Evidence = NOTHING) -> str:
    """The text in sentence case; unchanged where it is no headline in Title Case or capitals.

    Only the case of letters changes.
    """
    shouted = is_capitals(text)
    if not shouted and not is_title_case(text):
        return text
    tokens = _TOKEN.findall(text)
    places = [index for index, token in enumerate(tokens) if token[0].isalpha()]
    large = _in_phrases(tokens, places, evidence) | _places(tokens, places)
    result = list(tokens)
    for index in places:
        result[index] = _cased(tokens[index], evidence, is_large=index in large, shouted=shouted)
        if _begins(tokens, index):
            result[index] = _capitalized(result[index])
    _raise_posts(result, places)
    _raise_institutions(result, places)
    return "".join(result)


def _begins(tokens: Sequence[str], index: int) -> bool:
    """Whether a sentence begins here: at the start, behind a colon or a full stop."""
    before = "".join(tokens[:index]).rstrip()
    bare = before.rstrip("“\"‘'([¿¡ ")
    return not bare or (bare[-1] in ":.?!|—" and not bare.endswith(("U.S.", "vs.")))


def _in_phrases(tokens: Sequence[str], places: Sequence[int], evidence: Evidence) -> frozenset[int]:
    """The words that are part of a name of several words."""
    words = [_bare(tokens[index]) for index in places]
    found: set[int] = set()
    for start in range(len(words)):
        for end in range(start + 2, min(len(words), start + _LONGEST_PHRASE) + 1):
            phrase = " ".join(words[start:end])
            if phrase in PHRASES or phrase in evidence.phrases:
                found.update(places[start:end])
    return frozenset(found)


def _places(tokens: Sequence[str], places: Sequence[int]) -> frozenset[int]:
    """Towns before a comma and their state or country (*Mobile, Alabama*), and the months that are
    also words before a day or a year (*March 3*)."""
    found: set[int] = set()
    for first, second in pairwise(places):
        between = "".join(tokens[first + 1 : second])
        after = "".join(tokens[second + 1 : second + 2])
        is_aside = not after or after[0] in ",.;:)—"
        if between == ", " and is_aside and _bare(tokens[second]) in PROPER - DATES:
            found.add(first)
    for index in places:
        following = "".join(tokens[index + 1 : index + 3])
        before = "".join(tokens[max(0, index - 2) : index]).lower()
        is_date = re.match(r"\s\d", following) or re.search(r"(?:mid|late|early)[- ]$", before)
        if is_date and _bare(tokens[index]) in ("march", "may"):
            found.add(index)
    return frozenset(found)


def _bare(token: str) -> str:
    return _POSSESSIVE.sub("", token).rstrip(".").lower()


def _cased(token: str, evidence: Evidence, *, is_large: bool, shouted: bool) -> str:
    """One word as it is written within a sentence."""
    word = _bare(token)
    known = evidence.large.get(word)
    if known is not None and (is_large or word not in evidence.small):
        return known + token[len(known) :].lower() if shouted else _like(token, known)
    if not shouted and _is_own_form(token):
        is_kicker = token.isupper() and len(word) > _KICKER and is_common(word)
        return token.lower() if is_kicker else token
    if shouted and (known := _acronym(token)) is not None:
        return known
    if is_large:
        return token.lower() if word in SMALL else _capitalized(token.lower())
    if word in evidence.small or word in SMALL:
        return "I" + token[1:].lower() if word in ("i", "i’m", "i'm") else token.lower()
    if word in PROPER:
        return _capitalized(token.lower())
    if is_common(word):
        return token.lower()
    return _capitalized(token.lower()) if shouted else token


def _like(token: str, known: str) -> str:
    return known + token[len(known) :]


def _is_own_form(token: str) -> bool:
    """Whether a word in Title Case is written in a way of its own: NATO, iPhone, U.S., 5G."""
    letters = _POSSESSIVE.sub("", token)
    return "." in letters.rstrip(".") or (not letters[1:].islower() and len(letters) > 1)


def _acronym(token: str) -> str | None:
    """A word in a text in capitals that stays so: U.S., and what no other list knows and nobody
    can pronounce."""
    letters = _POSSESSIVE.sub("", token).rstrip(".")
    if "." in letters:
        return token
    if letters.lower() in _ABBREVIATIONS:
        return _capitalized(token.lower())
    vowels = sum(letter in "AEIOUY" for letter in letters)
    if letters in _ACRONYMS or (2 <= len(letters) <= _ACRONYM and not vowels):
        return letters + token[len(letters) :].lower()
    return None


_ABBREVIATIONS = frozenset("st sts mr mrs ms dr jr sr mt ft lt sgt gov rep sen gen col".split())

_ACRONYMS = frozenset(
    """
    UN EU UK USA NATO NASA FBI CIA WHO IMF BBC CNN NHS IRS EPA FDA CDC AI UAE DNA HIV AIDS UNICEF
    UNESCO OPEC FIFA UEFA NBA NFL MLB NHL CEO GDP IAEA ISIS UNHCR ICC MP MPS PM TV GOP LGBTQ LGBT
    ICE DHS DOJ SEC ECB OSCE HRW MIT UCLA IBM AMD BMW GM LA DC NYC
    """.split()
)


def is_common(word: str) -> bool:
    """Whether a word, in small letters, is one of the language's rather than a name."""
    rests = [
        word[len(beginning) :]
        for beginning in _BEGINNINGS
        if word.startswith(beginning) and len(word) - len(beginning) >= 3
    ]
    forms = (form for whole in (word, *rests) for form in _forms(whole))
    return any(form in COMMON or form in SMALL for form in forms)


_BEGINNINGS = ("un", "re", "non", "anti", "pre", "over", "under", "mis", "dis", "out", "super")


def _forms(word: str) -> Iterable[str]:
    """The word, and what it may be an inflection or a derivation of."""
    yield word
    for ending, others in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            stem = word[: -len(ending)]
            for other in others:
                yield stem + other
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]


_ENDINGS = (
    ("ies", ("y", "ie")),
    ("ied", ("y",)),
    ("ying", ("ie", "y")),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("er", ("", "e")),
    ("ers", ("", "e")),
    ("est", ("", "e")),
    ("ly", ("", "le")),
    ("ily", ("y",)),
    ("ness", ("",)),
    ("less", ("",)),
    ("ful", ("",)),
    ("able", ("", "e")),
    ("ment", ("",)),
    ("ments", ("",)),
    ("al", ("", "e")),
    ("ally", ("", "al")),
    ("ion", ("", "e")),
    ("ions", ("", "e")),
    ("ity", ("", "e")),
    ("ive", ("", "e", "ion")),
    ("ist", ("", "e")),
    ("ship", ("",)),
    ("wide", ("",)),
    ("like", ("",)),
    ("y", ("", "e")),
)


def _capitalized(token: str) -> str:
    found = _FIRST_LETTER.search(token)
    if found is None or _is_own_form(token):
        return token
    return token[: found.start()] + found[0].upper() + token[found.end() :]


def _raise_posts(tokens: list[str], places: Sequence[int]) -> None:
    """Write posts and ranks large right before a name: *President Hale*, *the president*."""
    for first, second in pairwise(places):
        is_post = tokens[first].lower() in BEFORE_NAMES
        follows = "".join(tokens[first + 1 : second]) == " "
        name = tokens[second]
        if is_post and follows and name[0].isupper() and _bare(name) not in DATES | SMALL:
            tokens[first] = _capitalized(tokens[first])
            if tokens[first].lower() == "minister":
                _raise_prime(tokens, places, first)


def _raise_institutions(tokens: list[str], places: Sequence[int]) -> None:
    """Write what a name makes a name large: *Howard University*, but *Chicago museum*."""
    for first, second in pairwise(places):
        name, noun = _bare(tokens[first]), _bare(tokens[second])
        is_name = tokens[first][0].isupper() and name not in PROPER | SMALL and not is_common(name)
        if is_name and noun in BEHIND_NAMES and "".join(tokens[first + 1 : second]) == " ":
            tokens[second] = _capitalized(tokens[second])


def _raise_prime(tokens: list[str], places: Sequence[int], minister: int) -> None:
    before = places.index(minister) - 1
    if before >= 0 and tokens[places[before]].lower() in ("prime", "foreign"):
        tokens[places[before]] = _capitalized(tokens[places[before]])
